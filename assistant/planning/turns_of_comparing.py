"""Comparisons and exceptions put the long way round, said plainly: "different from", "neither … nor"."""

import re

from assistant.planning.rewording import rewordings

_ASKED = r"^(?:so |and )?(?:(?:what|how (?:big|large|much))(?:'s| is| was| were| are) |show(?: me)? |tell me )?"

_PLANNED = r"(?:planned|scheduled|booked|allocated)"
_DONE = r"(?:actual|tracked|logged|worked|real)"
_WITH = r"(?: hours| time)? (?:and|with|to|vs\.?|against) (?:the )?"
_PLAN = (
    rf"(?:{_ASKED}(?:the )?(?:difference|gap|variance|deviation) between"
    rf"|\bcompar(?:e|ing|ison of|ison between)) (?:the )?"
    rf"(?:{_PLANNED}{_WITH}{_DONE}|{_DONE}{_WITH}{_PLANNED})(?: hours| time)?\b"
)
"""As in "what is the difference between planned and actual hours": how what was done stands against the plan."""

_DIFFERS = (
    r"^how (?:is|are|does|do) (?P<first>[^?]+?) (?:different from|differ from|different to) (?P<rest>[^?]+?)(?=\W*$)"
)
"""As in "how is margin different from profit"."""

_IN = r"(?:(?:in|on|for|of|from|with|by) )?"
_NEITHER = (
    rf"(?<!worked on )(?<!work on )(?<!works on )\b(?:is |are |was |were )?neither {_IN}(?P<one>[^?]+?) n?or {_IN}"
)
"""As in "who works neither in Design nor in Strategy"."""

_UTILIZED = r"^(?:is|are|was|were) (?P<first>.+?) (?:more|less|better|worse) utili[sz]ed than (?P<second>.+?)(?=\W*$)"

_NON = (
    r"\bnon[- ](?!billable|chargeable|client|working|work|productive|profit|project|payment|paid|paying|"
    r"utili[sz]ed|recoverable|compliant|compliance|invoiced|invoiceable|recurring|delivery|labou?r|staff|cash|standard|utili[sz]ation|"
    r"core|recharg\w*)(?P<what>[^\W\d_][\w&'-]*) (?=\w)"
)
"""As in "non-Northwind revenue": all but that client's."""

_FEW = r"(?:(?P<count>two|three|four|five|six|ten|\d+) )?"
_INVOICE = (
    r"^(?P<are>are|do|did|have) (?P<who>we|they) (?:(?:been )?(?:invoic|bill)\w+)(?: out)? (?P<how>less|more) than "
    r"(?:we|they|what we) (?:have |are |'ve |'re )?(?:earn|recogni[sz]e|deliver|make|do|did|work)\w*\b"
)
"""As in "are we invoicing less than we earn": both side by side."""

_HOW_EACH = (
    r"^(?P<rest>(?:how (?:much|many)|what)\b[^?]*?\b(?:did|do|does|have|has|had) [^?]+? and [^?]+?) each "
    r"(?P<verb>[a-z][^?]*)"
)
"""As in "how many hours did Ana and Ben each log": each in a row."""

_TOTAL_OF_ALL = (
    r"\bfor all (?P<what>clients|projects|teams|people|budgets|customers) "
    r"(?P<but>except|excluding|without|but|other than|apart from)\b"
)
"""As in "hours by project for all clients except Acme": no breakdown by client."""

_MAKES = (
    r"(?:have|had|has|bring(?:s)? in|brought in|make|made|makes|earn|earned|earns|log|logged|logs|bill|billed|bills|"
    r"generate|generated|generates|work|worked|works|book|booked|books|take|took|takes|cost|spend|spent)"
)
_A_OR_B = (
    rf"^(?:did|do|does|has|have) (?P<one>(?!we\b|i\b|you\b|they\b)[^?,]+?) or (?P<other>[^?,]+?) {_MAKES} "
    r"(?:more|less|fewer|(?:the )?(?:most|least)) (?P<what>[a-z][^?]*?)(?=\W*$)"
)
_WHO_A_OR_B = (
    rf"^(?:who|what|which(?: one| client| team| project| of them)?) {_MAKES} "
    r"(?:more|less|fewer|(?:the )?(?:most|least)) (?P<what>[a-z][^?,]*?)[,:] "
    r"(?P<one>[^?,]+?) or (?P<other>[^?,]+?)(?=\W*$)"
)
"""As in "did Acme or Globex bring in more revenue last quarter": both, side by side."""

_ENDS_OF = (
    r"^which (?P<rows>client|project|team|person|month|quarter|week|service|budget) (?:had|has|have|was|is|were) "
    r"(?:the )?(?P<first>highest|lowest|most|least|best|worst) (?P<what>[a-z][^?]*?),? and which(?: one| (?P=rows))?"
    r"(?: had| has| was| is)? (?:the )?(?P<last>highest|lowest|most|least|best|worst)(?: one)?(?P<rest>[^?]*?)(?=\W*$)"
)
"""As in "which month had the highest revenue and which the lowest in 2025"."""


def _both_ends(found: re.Match[str]) -> str:
    low = found["first"].casefold() in ("lowest", "least", "worst")
    ends = "bottom 1 and top 1" if low else "top 1 and bottom 1"
    return f"{ends} {found['rows']}s by {found['what']}{found['rest']}"


_AHEAD_OF = (
    r"\b(?P<way>ahead of|behind|in front of)(?= (?:this time )?(?:the )?(?:last|previous|prior) "
    r"(?:week|month|quarter|half|year)\b)"
)
"""As in "are we ahead of last year on revenue": compared with it, and not before it in time."""

_ROUND_ABOUT = (
    r"\b(?:the )?(?P<unit>week|month|quarter|year) before and (?:the )?(?:(?P=unit) )?after (?P<what>(?:the )?"
    r"(?:Q[1-4]|H[12]|january|february|march|april|may|june|july|august|september|october|november|december|"
    r"christmas|easter)(?: \d{4})?)\b"
)
"""As in "revenue the month before and the month after Q2": the one before Q2, too."""

_EACH_OF = (
    r"\b(?:(?:for|in|of) )?each of the (?P<which>last|past|previous|next|first) (?P<count>two|three|four|five|six|"
    r"eight|twelve|\d+) (?P<unit>week|month|quarter|year)s(?:'s?)?(?= |$|\?)"
)
"""As in "revenue in each of the last three quarters"."""

_EACH_OF_US = r"\beach of (?:us|them all|you)\b(?! [a-z]+ (?:clients?|projects?))"
"""As in "hours each of us worked": by person."""

_BOTH = (
    r"(?<!on )(?<!for )(?<!with )(?<!in )(?<!at )(?<!of )(?<!by )\bboth (?!an? )"
    r"(?=(?:of )?(?:the |our )?[^,?;.]+? and\b)"
)
"""As in "both revenue and profit"."""

_TO_THE_END = (
    r"(?<!up )(?<!day )(?<!week )(?<!month )(?<!weeks )(?<!months )(?<!days )\bto the end of (?=(?:Q[1-4]|H[12]|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
_NOT_FROM = r"^(?!.*\b(?:from|since|between|starting|beginning)\b)"
_UP_TO_THE_END = rf"{_NOT_FROM}(?P<lead>.*?){_TO_THE_END}"
"""As in "revenue to the end of June": all until then, and not the last days of June."""

_PAID_FASTER = (
    r"^(?:are|do|did|have) we (?:been )?(?:collect(?:ing|ed)?|get(?:ting)? paid|paid) "
    r"(?:faster|quicker|sooner|slower|later) than (?:in )?(?=(?:last|the|a|q[1-4]|20\d\d)\b)"
)
"""As in "are we collecting faster than last year": how long it takes, beside how long it took."""
_PROJECTED = (
    r"\bprojected (?P<vs>vs\.?|versus|against|compared (?:to|with)) (?:the |our )?(?:revenue )?targets?(?: revenue)?\b"
)
"""As in "projected vs target": revenue."""


TURNS = rewordings(
    (_PAID_FASTER, "days sales outstanding compared with "),
    (_PROJECTED, r"projected revenue \g<vs> target"),
    (_AHEAD_OF, "compared with"),
    (_UP_TO_THE_END, r"\g<lead>until the end of "),
    (_ROUND_ABOUT, r"the \g<unit> before \g<what> and the \g<unit> after \g<what>"),
    (_EACH_OF, r"\g<which> \g<count> \g<unit>s by \g<unit> "),
    (_EACH_OF_US, "each person"),
    (_BOTH, ""),
    (_PLAN, "planned vs actual hours"),
    (_DIFFERS, r"the difference between \g<first> and \g<rest>"),
    (_NEITHER, r"not in \g<one> and "),
    (_UTILIZED, r"utilization of \g<first> vs \g<second>"),
    (_NON, r"without \g<what> "),
    (_INVOICE, "invoiced and revenue"),
    (_HOW_EACH, r"compare \g<rest> \g<verb>"),
    (_A_OR_B, r"\g<what> for \g<one> vs \g<other>"),
    (_WHO_A_OR_B, r"\g<what> for \g<one> vs \g<other>"),
    (_ENDS_OF, _both_ends),
    (_TOTAL_OF_ALL, r"\g<but>"),
)
