"""Turns of phrase for deals that are sold, won or lost, and for how what is sold stands, said plainly."""

import re

from assistant.planning.rewording import rewordings

_DEALS = r"deals?|opportunit(?:y|ies)|proposals?|pitch(?:es)?"
_END = r"(?=\W*$)"
_PERIOD = (
    r"(?:(?:this|next|last|the (?:next|last)|the rest of the|the end of the|year end|christmas|q[1-4]|h[12]|20\d\d|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)

_BOOK_TO_BILL = r"\bbook[- ]to[- ]bill(?: ratio)?\b"
_UNWEIGHTED = (
    r"^(?P<lead>.*?)\b(?:sales |deal )?(?:pipeline|funnel)(?! value)\b(?P<rest>[^?]*?),? "
    rf"(?:unweighted|not weighted|at full value|gross|in full){_END}"
)
_EXPECTED = (
    r"\b(?P<deals>deals|opportunities)(?P<mid> (?:in|at|of|for|owned by) [^?]{1,40}?)(?: (?:that |which )?are)? "
    r"(?:expected|due|closing|to close) "
    rf"(?:to close )?(?=(?:(?:in|by|before|until|within|over|during) )?{_PERIOD})"
)
"""As in "deals in negotiation expected before year end"."""

_SITTING = r"\b(?:is |are |we have |currently |still )*(?:sitting|stuck|parked) (?P<where>in|at|with) (?=\w)"
_HOW_MANY_BY = (
    rf"\bhow many (?:{_DEALS}) (?:did|has|have) (?P<who>(?!we\b|i\b|they\b|you\b|our\b|the\b|been\b|not\b)[^?]+?) "
    r"(?P<how>w[io]n|los[et]|clos(?:e|ed)|sign(?:ed)?|land(?:ed)?|br(?:ing|ought) in)\b"
)
_BIGGEST = (
    r"\b(?:our |the |my )?(?P<end>biggest|largest|best|smallest|worst|top) (?P<count>\d+ |two |three |five |ten )?"
    r"(?P<what>wins?|loss(?:es)?(?![- ]making)|(?:deals?|opportunit(?:y|ies)) (?:that )?(?:we )?(?:have )?"
    r"(?P<how>won|lost)|(?P<also>won|lost) (?:deals?|opportunit(?:y|ies)))\b(?! (?:rate|ratio|percent|share|and loss))"
)


def _ranked(found: re.Match[str]) -> str:
    """As in "our biggest win this year": by what the deal is worth."""
    lost = (found["how"] or found["also"] or found["what"]).casefold().startswith("lo")
    end = "bottom" if found["end"].casefold() == "smallest" else "top"
    several = re.search(r"wins|losses|deals|opportunities", found["what"], re.IGNORECASE)
    count = (found["count"] or ("5" if several else "1")).strip()
    return f"{end} {count} deals by value {'lost' if lost else 'won'}"


def _won_by(found: re.Match[str]) -> str:
    lost = found["how"].casefold().startswith("lo")
    return f"how many {'lost' if lost else 'won'} deals for {found['who']}"


_BROUGHT_MOST = (
    r"\b(?:brought|brings|bring|won|gave|gives)(?: us| in)* (?:the )?most (?:new )?(?:business|orders|deals|work|"
    r"contracts)\b"
)
_HOW_LONG = (
    rf"^how (?:long|many days|fast|quickly) (?:do|does|did|have|has) (?P<who>[^?]*?)(?:'s|\u2019s|s')? ?(?:{_DEALS}) "
    r"(?:usually |typically |normally |generally )?(?:take|taken|need|run|close)(?: to (?:be )?(?:close|closed|win|"
    r"won|sign|signed))?"
    rf"(?P<when> [^?]+?)?{_END}"
)


def _cycle(found: re.Match[str]) -> str:
    who = found["who"].strip()
    whose = "" if who.casefold() in ("", "our", "the", "all", "all our", "new", "most") else f" of {who}"
    return f"sales cycle{whose}{found['when'] or ''}"


_RATE_OF = (
    r"\b(?P<what>win rate|conversion(?: rate)?|hit rate|clos(?:e|ing) rate|success rate|win ratio|sales cycle|"
    r"(?:average )?deal size)(?P<of> (?:of|for|on)) (?P<who>[^?]+?)(?:'s|\u2019s|s') deals\b"
)
"""As in "conversion rate of Sofia's deals", which is of all of them and of none alone."""

_NOT_ANSWERED = (
    r"\b(?P<what>change requests?|changes|change orders?|scope changes)(?: that| which)? (?:the |our |a )?"
    r"(?:clients?|customers?) (?:has|have|still has|still have)(?:n't|n\u2019t| not)(?: yet)? "
    r"(?:answered|approved|decided(?: on)?|signed(?: off)?|responded(?: to)?|come back on|confirmed|accepted|replied "
    r"to)\b"
)
_HOURS_OF_CHANGES = (
    r"\bhow many hours of (?:(?:scope|pending|open) )?(?:changes?|change requests?)(?: of scope)? (?:are|is|do we "
    r"have)"
    r"(?: still)? ?(?:open|pending|undecided|outstanding|unapproved|waiting"
    r"(?: (?:for|on)(?: (?:the|a|an|clients?|customers?|approval|decision|answer|sign[- ]?off))*)?"
    r"|not (?:yet )?(?:approved|decided))\b"
)
_NEED_FOR = (
    r"^(?:who(?:m)?|what (?:people|roles|skills)|which (?:people|roles|skills)) (?:do|would|will) we need "
    r"(?:for|to (?:deliver|staff|do|run|cover)) (?:the |our )?"
    r"(?!(?:pipeline|open deals|whole|entire|next|this|it|that|q[1-4])\b)"
    rf"(?P<deal>[^?]+?)(?: (?:deal|project|pitch))?{_END}"
)
_BLOW = (
    r"\b(?:will|going to|about to|likely to|might|could) (?:be )?(?:blow(?:n)?|bust|burst|explode|overshoot|break)"
    rf"(?: up| through| (?:the|their|its) budgets?)?{_END}"
)
_TO_PLAN = r"\b(?:run|ran|go|gone|went|going|running|been running|been going) (?:according )?to plan\b"
_PLANNED_ALOUD = (
    r"^(?:did|have|has|are|is|do) (?P<who>[^?]+?) (?:run|ran|go|gone|going|running) (?:according )?to plan\b"
)
_HOURS_FORECAST = (
    r"\b(?:hours? forecast|forecast(?:ed)? hours?) (?:vs\.?|versus|against|and|compared (?:to|with)) "
    r"(?:the )?(?:budget(?:ed)?|sold)(?: hours?)?\b"
)
_SOLD_TO = r"\b(?:what|how much)(?: business| work)? (?:did|have|do) we (?:sell|sold)(?: in value)?\b"
_SEPARATELY = (
    r"\brevenue(?P<mid>[^?]*?),? (?:(?:split|separated|broken down) (?:by|into|in) |showing |with )?"
    r"(?:confirmed|signed|sold) (?:and|vs\.?|versus|plus|&) (?:weighted |the )?pipeline"
    r"(?: separately| separate| split| apart| side by side| shown separately)?\b"
)
_STILL_HAVE_HOURS = (
    r"^(?P<which>which|what|do any(?: of)?)(?P<whose>(?: of| our| my| the)*) retainers?(?: that)?(?: still| yet)? "
    r"(?:have|has|hold|got)"
    rf"(?: still)?(?: some| any| unused)? (?:hours?|time)(?: left| remaining| unused| to use)?{_END}"
)
_SIGNED = rf"^(?:what (?:did|have|was|has been) (?:we )?)?sign(?:ed)? (?=(?:(?:in|so far|since) )?{_PERIOD})"
_CONTRACT_ENDS = (
    r"^when (?:does|do|will|is) (?:the |our )?(?:contracts?|agreements?) (?:with|of|for) (?:the "
    r")?"
    rf"(?P<who>[^?]+?) (?:end|ends|ending|expire|run out|up)(?: for renewal)?{_END}"
)
_EXTRA_SCOPE = (
    r"\bhow much (?:extra |additional |more |new )?scope (?:is|are|do we have)(?: still| currently)? "
    r"(?:(?:waiting for|awaiting|out for) (?:(?:the |a )?client(?:'s)? )?(?:approval|sign-?off|an answer|a decision)|"
    r"waiting|pending|open|not (?:yet )?approved|unapproved)\b"
)
_BIGGEST_PIPELINE = (
    r"\b(?P<end>biggest|largest|smallest|most|highest|lowest) (?:open |sales )?(?:pipeline|funnel)\b(?! (?:value|by))"
)
_GAP_TO = (
    r"\b(?:the )?(?:gap|distance|shortfall) (?:to|against|from|vs\.?) (?:the |our )?(?P<what>(?!our|the)[a-z]+) "
    r"(?:targets?|goals?)\b"
)
_WORST = (
    r"^(?:what(?: is|'s)? )?(?:the |our )?worst[- ]case(?: scenario| forecast| revenue| outlook)*(?P<when> (?:for|in|"
    r"of|this|next) "
    rf"[^?,]+?)?(?:,? (?:with |only |on |from )*(?:only )?(?:signed|confirmed|sold) (?:work|projects|deals|"
    rf"revenue)(?: only)?)?{_END}"
)

_MOST_DEALS = (
    r"\b(?P<has>has|have|had|got|with|owns?|manages?) (?:the )?(?P<how>most|fewest|least) "
    r"(?:(?:open|current|live|active) )?(?:deals|opportunities)(?! (?:won|lost|closing|value|size|in)\b)"
)
"""As in "who has the most deals", "clients with the fewest deals": how many, and not how large."""


def _most_deals(found: re.Match[str]) -> str:
    high = "highest" if found["how"].casefold() == "most" else "lowest"
    has = "with" if found["has"].casefold() == "with" else "has"
    return f"{has} the {high} number of open deals"


TURNS = rewordings(
    (_MOST_DEALS, _most_deals),
    (_BOOK_TO_BILL, "value won as a share of invoiced"),
    (_UNWEIGHTED, r"\g<lead>pipeline value\g<rest>"),
    (_EXPECTED, r"\g<deals>\g<mid> are expected to close "),
    (_SITTING, r"\g<where> "),
    (_HOW_MANY_BY, _won_by),
    (_BIGGEST, _ranked),
    (_BROUGHT_MOST, "had the highest value won"),
    (_HOW_LONG, _cycle),
    (_RATE_OF, r"\g<what>\g<of> \g<who>"),
    (_NOT_ANSWERED, "pending change requests"),
    (_HOURS_OF_CHANGES, "pending change hours"),
    (_NEED_FOR, r"do we have capacity for the \g<deal> deal"),
    (_BLOW, "overrun"),
    (_PLANNED_ALOUD, r"tracked vs plan for \g<who>"),
    (_TO_PLAN, "tracked vs plan"),
    (_HOURS_FORECAST, "hours at completion and budget hours"),
    (_SOLD_TO, "value won"),
    (_SEPARATELY, r"projected revenue\g<mid>"),
    (_STILL_HAVE_HOURS, r"retainer balance hours by budget above 0\g<whose>"),
    (_SIGNED, "value won by deal "),
    (_CONTRACT_ENDS, r"when are contracts ending for \g<who>"),
    (_EXTRA_SCOPE, "pending change requests"),
    (_BIGGEST_PIPELINE, r"\g<end> pipeline value"),
    (_GAP_TO, r"\g<what> against target"),
    (_WORST, r"confirmed revenue\g<when>"),
)
