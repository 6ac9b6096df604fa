"""Turns of phrase of people who keep the books: what is paid of what was sent, who we depend on, what is used up."""

import re

from assistant.planning.rewording import rewordings
from assistant.planning.words import NUMBERS

_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_SPAN = (
    rf"(?:(?:last|this|the last|the past|past|the previous|previous|the first|the second|the third|the fourth|"
    rf"h[12]|q[1-4]|"
    rf"fy ?\d\d|20\d\d|{_MONTHS})\b(?: (?:\d+ )?(?:week|month|quarter|year|half)s?\b)?(?: (?:of )?(?:20\d\d|"
    rf"last year|this year))?)"
)
_END = r"(?=\W*$)"
_BE = r"(?:is|are|was|were|has|have|had|'s)"
_SO_FAR = r"(?:still|already|yet|now|currently|by now|so far|as of today|to date|been|actually|really)"
_PAID = (
    r"(?:paid|settled|collected|come in|cleared|received)(?: for)?(?! (?:late|on time|too late|early|after|"
    r"by the due|within|before))"
)
_OPEN = (
    r"(?:unpaid|open|outstanding|not (?:yet )?(?:been )?(?:paid|settled|collected|come in)|unsettled|uncollected|"
    r"(?:to be|left to be|waiting to be) (?:paid|settled|collected)|owed|due)(?! (?:next|this|in|on|by|within)\b)"
)
_NOT_PAID = (
    r"(?:haven['\u2019]?t|hasn['\u2019]?t|have not|has not|aren['\u2019]?t|isn['\u2019]?t|are not|is not|"
    r"were not|weren['\u2019]?t)"
)
_BILLED = r"(?:invoiced?|billed?|charged?|sent out|billings?|invoicing)"
_SENT = (
    rf"(?:what(?:ever)?|everything|all|the amounts?|the money)?(?: that| which)? ?(?:we|they|i)(?:['\u2019]ve|"
    rf" have| had)? {_BILLED}|"
    rf"(?:what|everything|all)(?: that)? (?:was|is|has been) {_BILLED}|(?:the |our |my |all |all the |"
    rf"all our )*(?:invoices|bills|billings?|invoicing)"
    r"(?: (?:that )?(?:we (?:have )?|were |was )?(?:issued|sent(?: out)?|raised|wrote|written))?|(?:our |"
    r"the )?invoiced (?:amount|total|value|sum)"
)
_WHOSE = rf"(?P<whose>(?:{_SPAN})(?:['\u2019]s?)? )?"
_OF_WHICH = r"(?P<more>(?: (?!(?:is|are|was|were|has|have|that|which)\b)[^?,]+?)?)"
_SHARE_WORD = (
    r"(?:how much|(?:what|which)(?:['\u2019]s| is)?(?: the)? (?:share|part|percentage|percent|per cent|"
    r"proportion|portion|fraction|%)|"
    r"(?:the )?(?:share|part|percentage|percent|proportion|portion|fraction|%)|how many (?:percent|per cent|%))"
)
_OF_SENT_PAID = (
    rf"^(?:and |so )?{_SHARE_WORD} (?:of|from) (?:the |our |all )*{_WHOSE}(?:{_SENT}){_OF_WHICH}(?:,? (?:that |"
    rf"which )?{_BE}|,)? ?"
    rf"(?:{_SO_FAR} )*{_PAID}(?: {_SO_FAR})*{_END}"
)
_OF_SENT_OPEN = (
    rf"^(?:and |so )?{_SHARE_WORD} (?:of|from) (?:the |our |all )*{_WHOSE}(?:{_SENT}){_OF_WHICH}(?:,? (?:that |"
    rf"which )?(?:{_BE}|"
    rf"{_NOT_PAID})|,)? ?(?:{_SO_FAR} )*(?:{_OPEN}|(?<=not ){_PAID}|(?<=n['\u2019]t ){_PAID}|"
    rf"(?<=not been ){_PAID})(?: {_SO_FAR})*{_END}"
)
_OF_SENT_HOW_MUCH = (
    rf"^(?:and |so )?of (?:the |our |all )*{_WHOSE}(?:{_SENT}){_OF_WHICH},? (?:how much|what(?: share| part|"
    rf" percentage)?) ?"
    rf"(?:{_BE}|{_NOT_PAID}) (?:{_SO_FAR} )*(?:(?P<open>{_OPEN})|{_PAID})(?: {_SO_FAR})*{_END}"
)
"""As in "what share of September's invoices has been paid", "how much of what we billed in Q3 is still open"."""

_PAID_SHARE = (
    rf"\b(?:paid|settled|collected) (?:share|part|percentage|proportion|portion) of (?:the |our |"
    rf"all )*{_WHOSE}(?:{_SENT})(?P<more>[^?]*?){_END}"
)
_OPEN_SHARE = (
    rf"\b(?:unpaid|open|outstanding) (?:share|part|percentage|proportion|portion) of (?:the |our |"
    rf"all )*{_WHOSE}(?:{_SENT})(?P<more>[^?]*?){_END}"
)
_OPEN_INVOICES_OF = (
    rf"^(?P<lead>(?:which|what|list|show(?: me)?|give me|any|are there(?: any)?|the|all|our|do we have|\s)*)"
    rf"(?:(?:still )?(?:unpaid|open|outstanding) )(?:invoices|bills) (?:from|of|sent (?:out )?in|issued in|"
    rf"raised in|that we "
    rf"(?:sent|issued|raised) in|sent|issued) (?P<when>{_SPAN}){_END}"
)
_WHICH_OPEN = (
    rf"^(?:which|what)(?: of(?: the| our)?)? (?:(?P<whose>{_SPAN})(?:['\u2019]s?)? )?(?:invoices|"
    rf"bills)(?: (?:that )?(?:we |were |was )?"
    rf"(?:(?:have )?(?:sent|issued|raised|wrote)(?: out)?))?(?: (?:from|of|in|for)? ?(?P<when>{_SPAN}))? "
    rf"(?:(?:{_NOT_PAID} (?:{_SO_FAR} )*(?:paid|settled|collected))|{_BE} (?:{_SO_FAR} )*(?:unpaid|open|"
    rf"outstanding|not (?:yet )?(?:been )?paid))"
    rf"(?: {_SO_FAR})*{_END}"
)
"""As in "which invoices from September haven't been paid yet": of those sent then, what is open today."""


_POSSESSIVE = re.compile(r"['\u2019]s?$")


def _rest(found: re.Match[str]) -> str:
    """Whose, and of when."""
    groups = found.groupdict()
    whose = (groups.get("whose") or "").strip()
    more = re.sub(r"^ (?:to|with) ", " for ", groups.get("more") or "")
    when = f" in {_POSSESSIVE.sub('', whose)}" if whose else ""
    return f"{when}{more}"


def _paid(found: re.Match[str]) -> str:
    return f"paid share of invoices issued{_rest(found)}"


def _open(found: re.Match[str]) -> str:
    return f"still open of invoices issued{_rest(found)}"


def _one_or_other(found: re.Match[str]) -> str:
    denied = re.search(
        r"\b(?:not|haven|hasn)\b|n['\u2019]t\b", found[0][found.end("more") - found.start() :], re.IGNORECASE
    )
    return _open(found) if found["open"] or denied else _paid(found)


_INVOICED_AND_PAID = (
    rf"^(?P<first>how much (?:did|have|had|do) we (?:invoiced?|bill(?:ed)?|sen[dt] out)(?P<whose> [^?,.]*?)?),?[?.]? "
    rf"(?:and|but)? ?(?:how much|what share|what percentage) (?:of (?:that|it|this|those|them|which) )"
    rf"(?P<be>{_BE}|{_NOT_PAID}|did they) (?:{_SO_FAR} )*(?:(?P<open>{_OPEN}|unpaid)|{_PAID}|pay)(?: {_SO_FAR})*{_END}"
)
"""As in "how much did we invoice in Q3 and how much of that has been paid": of those invoices, whenever it came in."""


def _and_of_those(found: re.Match[str]) -> str:
    denied = re.search(r"\bnot\b|n['\u2019]t\b", found["be"], re.IGNORECASE)
    asked = "still open" if found["open"] or denied else "paid share"
    whose = (found["whose"] or "").strip()
    named = whose[:1].isupper() and not whose.split()[0].casefold().startswith(("q1", "q2", "q3", "q4", "h1", "h2"))
    return f"{found['first']}? {asked} of invoices issued {'for ' if named else ''}{whose}".strip()


def _open_by_invoice(found: re.Match[str]) -> str:
    when = found["when"] or found.groupdict().get("whose")
    return f"still open of invoices issued in {when} by client and invoice above 0" if when else found[0]


_FEW = r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_TOP = r"(?:biggest|largest|top|main|most important|key|best)"
_CLIENTS = r"(?:clients?|customers?|accounts?)"
_WHAT = r"(?P<what>revenue|turnover|income|sales|business|invoicing|invoiced|profit|billings?)"
_HANGS = (
    r"(?:hangs?|depends?|relies|rely|rests?|comes?|came|is|are|was|were|do we (?:get|make|earn|"
    r"have))(?: dependent| coming| made)?"
)
_ON_ONE = (
    rf"^(?:how much|what (?:share|part|percentage|proportion))(?: of)? (?:our |"
    rf"the )?{_WHAT}(?P<when>[^?]*?) {_HANGS} (?:on|from|with) "
    rf"(?:just |only )?(?:(?:one|a single|1|our {_TOP}|the {_TOP}) (?:{_TOP} )?(?:client|customer|"
    rf"account))(?P<after>[^?]*?){_END}"
)
_MORE_THAN_PART = (
    rf"^(?:do|does|did|is|are|will) (?:our |the )?{_TOP} {_FEW} {_CLIENTS} (?:together )?(?:make up|account for|"
    rf"bring in|bring|have|represent|"
    rf"generate|made up|accounted for|responsible for) (?:already )?(?:more than|over|at least|less than|under|"
    rf"about)? ?"
    rf"(?:half|a third|a quarter|two thirds|three quarters|\d+ ?(?:%|percent)) of (?:our |the |"
    rf"all )*{_WHAT}(?P<when>[^?]*?){_END}"
)


def _of_the_top(found: re.Match[str]) -> str:
    """As in "do our three largest customers make up more than half of turnover": their share is told."""
    what = {"business": "revenue", "sales": "revenue", "invoicing": "invoiced"}.get(
        found["what"].casefold(), found["what"]
    )
    count = NUMBERS.get(count := (found.groupdict().get("count") or "1").casefold(), count)
    return f"share of {what} of the top {count} clients{found['when'] or ''}{found.groupdict().get('after') or ''}"


_SOLD = r"(?:the |our |its |their )?(?:estimates?|budgets?|scope|quotes?|plan|sold hours|allowance|budgeted hours)"
_HOURS_OVER = (
    rf"^(?:by )?how many hours (?:over|above|beyond|past)(?: {_SOLD})? (?:{_BE}|have|did) (?:we|it|they|"
    rf"i)(?: (?:gone|been|run|go))?(?: {_SO_FAR})*"
    rf" (?:on|with|for|at|in) (?:the )?(?P<what>[^?]+?){_END}|"
    rf"^(?:by )?how many hours (?:over|above|beyond|past) {_SOLD} (?:is|are) (?P<also>(?!we\b|they\b|"
    rf"it\b)[^?]+?){_END}"
)
_HOURS_GONE_OVER = (
    rf"^(?:by )?how many hours (?:have|has|did|are|is) (?:we|they|it|i) (?:gone |go |run |been |"
    rf"already )*(?:over|above|beyond)"
    rf"(?: (?:the |our |its )?(?:estimates?|budgets?|scope|quotes?|plan|sold hours))? (?:on|with|for|"
    rf"at) (?:the )?(?P<what>[^?]+?){_END}"
)
_OVER_ESTIMATE = (
    rf"^(?:are|is|have|did|has|were) (?:we|it|they) (?:already |gone |go |run |been )*(?:over|above|beyond|"
    rf"past) (?:the |our |its )?"
    rf"(?:hours? )?(?:estimates?|estimated hours|quotes?|quoted hours|sold hours|hours sold|hours) (?:on|with|"
    rf"for|at|in) (?:the )?(?P<what>[^?]+?){_END}"
)
_OVER_SCOPE = (
    rf"^(?:did|have|has|are|is|were) (?:we|they|it) (?:already |gone |go |going |run |been |working |"
    rf"work )*(?:over|beyond|out of|outside(?: of)?|"
    rf"past) (?:the |our |agreed |original )*scope (?:on|with|for|at|in|of) (?:the )?(?P<what>[^?]+?){_END}"
)
_HOW_FAR = (
    rf"^(?P<what>(?!how\b|what\b|which\b|and\b|so\b)[^?:,]+?)[:,] (?:by )?how (?:much|far) (?:over|"
    rf"above)(?: (?:the )?budget)?(?: {_BE} (?:it|we|that|they))?"
    rf"(?: (?:gone )?(?:over )?budget)?{_END}"
)
_EXCEEDED = (
    rf"\b(?P<rows>which|what|any|all)(?P<of>(?: of (?:our|the|my))?) (?P<noun>projects|budgets|jobs|engagements|"
    rf"productions) (?:that )?(?:have )?"
    rf"(?:exceed(?:ed)?|overran|overrun|went over|gone over|go over|are over|blew|ran over|used up more than|"
    rf"used more than|are above) "
    rf"(?:their |the |its )?(?:budgeted |sold |planned |estimated |agreed |quoted )?(?:hours?|estimates?|"
    rf"hours? budgets?|budgets? in hours){_END}"
)
_TWIN = "share of budget hours used and budget hours remaining"


def _hours_over(found: re.Match[str]) -> str:
    what = found["what"] or found.groupdict().get("also") or ""
    return f"overserviced hours for {what}"


_RETAINERS = r"(?:retainers?|retainer (?:clients|customers|budgets|contracts|agreements))"
_RETAINERS_OVER = (
    rf"^(?:(?:which|what|are|is|do|have|any|list|show|of|the|our|my|all|there|we|me)\b ?)*{_RETAINERS}(?: that)?"
    r"(?: (?:are|is|we are|we|being|have been|been|were|was))* (?:over-?servic(?:ed|ing)|over-?deliver(?:ed|ing)|"
    rf"over-?us(?:ed|ing))(?P<when>(?: {_SPAN})?){_END}"
)
_RETAINERS_UNDER = (
    rf"^(?:(?:which|what|are|is|do|have|any|list|show|of|the|our|my|all|there|we|"
    rf"me)\b ?)*{_RETAINERS}(?: that)?(?: (?:are|is|being|have been|been|were|we|not))* "
    rf"(?:using (?:up )?(?:less|fewer)(?: hours)?(?: than (?:they|their|it|we|what|the)\b[^?]*?)?|"
    rf"under-?(?:used|utili[sz]ed|spent|delivered|serviced?|servicing|using)|"
    rf"not (?:fully )?(?:used|using)(?: up| their hours| all their hours)?){_END}"
)
_RETAINERS_UNUSED = (
    rf"^(?:how (?:much|many)|what) (?:unused|unspent|leftover|remaining|open) (?:time|hours)(?: (?:do|does|have|"
    rf"are|is) )(?:our |the |there )*"
    rf"(?:on |in |with |for )?(?:our |the )?(?P<who>{_RETAINERS})(?: have| left| got)*{_END}"
)


def _mine(found: re.Match[str]) -> str:
    """Of the asker's own, where it says so."""
    return " of my clients" if re.search(r"\bmy\b", found[0], re.IGNORECASE) else ""


_PACE = (
    r"(?:(?:at|with|given) (?:this|the current|our current|the present|current|today's|the same|that) (?:pace|"
    r"rate|burn|burn rate|speed|spend(?:ing)?|tempo))"
)
_HIT_BUDGET = (
    rf"^(?:{_PACE},? )?(?:when|how soon|by when|in how many (?:days|weeks)|how (?:many (?:days|weeks)|"
    rf"long) (?:until|till|before)) (?:do|will|would|are|is|does)? ?"
    rf"(?:we|it|they)(?:['\u2019]ll)?(?: (?:be|going to|have))* (?:hit|reach|exhaust|use up|used up|run through|"
    rf"burn through|blow|eat up|consume|get to|max out|exceed|overshoot)"
    rf"(?: (?:the end of|all|all of))? (?:the |our |its )?(?:whole |full |total )?(?P<budget>budgets?|money|fee|"
    rf"cap)(?: limit)?"
    rf"(?: (?:on|for|of|with|at) (?:the )?(?P<what>(?!this\b|current)[^?,]+?))?(?:,? {_PACE})?{_END}"
)
_USED_UP_WHEN = (
    rf"^(?:{_PACE},? )?(?:how (?:many (?:days|weeks)|long) (?:until|till|before|is it until)|"
    rf"in how many (?:days|weeks)|by when|when|how soon)(?: (?:is|will|does|would|are))? "
    rf"(?:the |our )?(?P<what>[^?,]+?)(?:['\u2019]s?)? (?:budget|money|fee|cap)(?: (?:is|will|be|going to be|"
    rf"have been))* "
    rf"(?:used up|gone|exhausted|spent|empty|consumed|eaten up|finished|run out|runs out|hit|reached|"
    rf"depleted)(?:,? {_PACE})?{_END}"
)
_LASTS = (
    rf"^(?:for )?how (?:much )?long(?:er)? (?:will|does|do|can|would|is) (?:the |our )?(?:remaining |"
    rf"rest of the )?(?:money|budgets?|fee|funds)(?: left)? "
    rf"(?:(?:on|for|of|in|at) (?:the )?(?P<what>[^?,]+?) )?(?:still |going to )?(?:last|be enough|hold(?: out)?|"
    rf"suffice|carry us|get us)(?: us)?"
    rf"(?(what)|(?: (?:on|for|at) (?:the )?(?P<after>(?!this\b|current)[^?,]+?))?)(?:,? {_PACE})?{_END}"
)


def _runs_out(found: re.Match[str]) -> str:
    groups = found.groupdict()
    what = groups.get("what") or groups.get("after") or ""
    return f"when will the budget of {what} run out" if what else "budget run-out date by budget"


_COVERED_BY = (
    rf"^how much of (?:the |our )?(?P<when>next (?:month|quarter|year)|this (?:month|quarter|year)|"
    rf"q[1-4](?: 20\d\d)?|(?:{_MONTHS})(?: 20\d\d)?)(?:['\u2019]s)?(?: revenue)? is (?:already |now )*"
    r"(?:covered|secured|under contract|in the bag)"
    rf"(?: (?:by|with|from) (?:confirmed|signed|sold|booked|existing) (?:work|projects|contracts|deals))?{_END}"
)
_WEIGHTED_OR_NOT = (
    r"\b(?:weighted (?:vs\.?|versus|and|against|or|compared (?:to|with)) (?:unweighted|full|gross|total|raw|"
    r"not weighted)|(?:unweighted|full|gross|total|raw) "
    r"(?:vs\.?|versus|and|against|or|compared (?:to|with)) weighted)(?: (?:pipeline|deals?|value|pipeline value))+\b"
)
_PIPELINE_TO_CONFIRMED = (
    r"\b(?:weighted )?pipeline (?:to|over|/|divided by) (?:confirmed|signed|sold|booked)(?: (?:revenue|"
    r"work))?(?: ratio)?\b|"
    r"\bratio of (?:weighted )?pipeline to (?:confirmed|signed|sold|booked)(?: (?:revenue|work))?\b"
)
_PIPELINE_AND_CONFIRMED = (
    r"\b(?P<my>my |our |the )?(?:weighted )?pipeline(?P<when>(?: (?:next|this|for|in)\b[^?]*?)?) (?:vs\.?|"
    r"versus|against|compared (?:to|with)|next to|beside) "
    rf"(?:the |my |our )?(?:confirmed|signed|booked|sold)(?: (?:revenue|work|business))?(?P<after>[^?]*?){_END}"
)
_GO_ON = (
    r"^(?:if (?:we|things|it|everything) (?:go(?:es)?|carr(?:y|ies)|keep|keeps|continue|"
    r"continues)(?: going)?(?: on)?(?: like this| as (?:is|now|we are|it is)| at this (?:rate|pace)|"
    rf" this way)?|at this (?:rate|pace)),? (?:where|how|what|with (?:what|how much)) (?:do|will|would|"
    rf"are) we (?:end(?: up)?|land|finish|close|make|have|earn)(?: up)?(?: with| at| in| on)? ?"
    rf"(?:the |this |in |at |by )*(?P<what>year[- ]end|year|quarter|month|end of (?:the )?(?:year|quarter|"
    rf"month))?{_END}"
)


def _as_it_goes(found: re.Match[str]) -> str:
    unit = next((one for one in ("quarter", "month") if one in (found["what"] or "").casefold()), "year")
    return f"projected revenue this {unit}"


_EARNED = r"(?P<what>revenue|turnover|income|sales|profit|invoiced|invoicing|billings?|billable hours|hours|business)"
_A_MONTH = r"(?:per|a|each|every|by) (?P<unit>week|month|quarter)"
_PER_MONTH = (
    rf"^(?:and |so )?(?:what|how much)(?: {_EARNED})? (?:do|must|would|will|should) we (?:still )?(?:need|"
    rf"have)?(?: to)? ?"
    rf"(?:make|earn|bill|invoice|turn over|do|bring in|sell|get|reach|generate|book|"
    rf"hit)?(?: in)? ?(?:more )?(?:from now on )?{_A_MONTH}(?: from now on| on average)?"
    rf" (?:to|for us to|if we want to|in order to) (?:still )?(?:hit|reach|meet|make|get to|achieve|"
    rf"land on) (?:the |our |my |its )*(?P<rest>[^?]*?)(?:targets?|goals?|plan|quota)"
    rf"(?P<after>[^?]*?){_END}"
)


_OF_WHICH_SPAN = re.compile(
    rf"\b(?:{_SPAN}|(?P<unit>annual|yearly|year|quarterly|quarter|monthly|month)\b)", re.IGNORECASE
)
_OF_WHAT = re.compile(r"\b(?:revenue|turnover|income|sales|profit|invoicing|billings?|billable hours)\b", re.IGNORECASE)


def _against_target(found: re.Match[str]) -> str:
    """What is missing, and what that is for each month that is left, stand in every answer about a target."""
    span, named = _OF_WHICH_SPAN.search(found["rest"]), _OF_WHAT.search(found["rest"])
    what = found["what"] or (named[0] if named else "revenue")
    what = "revenue" if what.casefold() in ("sales", "business") else what
    unit = {"a": "year", "y": "year", "q": "quarter", "m": "month"}.get(((span and span["unit"]) or " ")[0].casefold())
    when = f" this {unit}" if unit else f" {span[0]}" if span else ""
    return f"{what} against target{when}{found['after']}"


_DONE_OF_TARGET = (
    r"^(?:how much|what (?:share|part|percentage)) of (?:the |our )?(?:(?P<year>year|quarter|"
    r"month)(?:['\u2019]s)?|(?P<annual>annual|yearly|quarterly|monthly)) (?P<what>[a-z]+ )?(?:target|goal|plan)s? "
    rf"(?:is|are|have we|has been|do we have) (?:already )?(?:done|reached|achieved|made|hit|in|covered|met|"
    rf"earned){_END}"
)


def _target_of(found: re.Match[str]) -> str:
    said = (found["year"] or found["annual"]).casefold()
    unit = "quarter" if said.startswith("q") else "month" if said.startswith("m") else "year"
    return f"{(found['what'] or 'revenue ').strip()} against target this {unit}"


_TAX_OFFICE = (
    r"\b(?:owe|pay|transfer|send|remit|due|payable)\b[^?]*?\b(?:(?:vat|tax|revenue|fiscal) (?:office|authority|"
    r"authorities|service)|hmrc|irs|finanzamt|tax ?man)\b"
)
_ORDERS = r"(?<!value of )\b(?:orders? (?:booked|received|taken)|booked orders?|new orders?)\b"
_ACCRUED = (
    r"\b(?:revenue |income |work )?accrued(?: fees?)?(?: revenue| income)?(?:,? (?:but|and) (?:is |are |"
    r"was )?(?:not(?: yet)? (?:been )?(?:invoiced|billed)|unbilled|uninvoiced))?\b(?! (?:leave|vacation|"
    r"holiday|time|hours|days))"
)
_BY_BUCKETS = (
    r"^(?P<lead>(?:show(?: me)?|give me|list|what(?:['\u2019]s| is)|the|our|an?|\s)*)age?ing (?:of|for|"
    r"on) (?:the |our |all |open |unpaid |overdue |outstanding )*(?:invoices|receivables|debtors|debts|bills|ar)"
    rf"(?:,? (?:by|in|per|with|into) (?:the )?(?:age?ing |age )?(?:buckets?|bands?|brackets?|"
    rf"groups?))?(?P<by> (?:by|per) (?:client|customer|invoice)s?)?{_END}"
)
_ROLLING = r"(?P<lead>[^?]*?),? (?P<count>\d+|twelve|six|three)[- ](?P<unit>months?|weeks?|quarters?) rolling\b"
_PER_HEAD = r"\bper (?:whole|full|full[- ]time) (?:employee|person|head|staff member|equivalent)\b"
_A_NAME = r"(?:project |job |production )?(?-i:[A-Z0-9])"
"""Names have capitals by now, however they were written."""

_OWN_END = (
    rf"^when (?:is|are|will) (?:the |our )?(?P<what>{_A_NAME}[^?]*?) (?:be )?"
    rf"(?:done|finished|completed|complete|over|wrapped up|delivered)(?: with)?{_END}"
)
_WE_ARE_DONE = (
    rf"^when (?:are|will|do|can) we (?:be )?(?:done with|finished with|finish|complete|wrap up|deliver) (?:the |"
    rf"our )?(?P<what>{_A_NAME}[^?]*?){_END}"
)
_END_DATE = (
    rf"^(?:what(?:['\u2019]s| is) )?(?:the )?(?:planned |expected )?(?:end|finish|completion|"
    rf"closing) date (?:of|for) (?:the )?(?P<what>{_A_NAME}[^?]*?){_END}"
)

_RUN_RATE = (
    r"^(?:what(?:['\u2019]s| is)|show(?: me)?|give me)? ?(?:our |the )?(?:current |annual |yearly )*run rate"
    rf"(?P<when>(?: (?:in |for |of )?{_SPAN})?){_END}"
)
_PACE_OF = (
    r"^(?P<lead>[^?]*?\b(?:run rate|annuali[sz]ed?|extrapolated?)\b[^?]*?),? "
    rf"(?:based on|going by|on the basis of|using|taking|from) (?:the )?(?P<when>{_SPAN}){_END}"
)

_PAID_AND_OPEN = (
    r"\b(?:paid|settled) (?:vs\.?|versus|and|against|or) (?:unpaid|open|outstanding)(?: share| shares| part|"
    r" amounts?)? of (?:the |our )*"
    rf"{_WHOSE}(?:{_SENT})(?P<more>[^?]*?){_END}"
)
_CLIENTS_PAID = (
    rf"^(?:what|how much)(?: money)? (?:did|have) (?P<who>(?:my|our|the|all|all our) {_CLIENTS}) (?:pay|paid)(?: us)?"
    rf"(?P<when>(?: (?:in |since |for )?{_SPAN})?){_END}"
)
_PAID_OUT = (
    rf"^(?:what|how much)(?: money)? (?:did|have|do) we (?:pay|paid)(?: out)?(?P<when>(?: (?:in |since |"
    rf"for )?{_SPAN})?){_END}"
)
_A_YEAR = r"\b(?:annual|yearly|annuali[sz]ed) run rate\b"
_FULL_YEAR = (
    r"\b(?:extrapolated?|scaled|projected|grossed up) (?:up )?(?:to|for|over) (?:a|the) (?:full |whole )?year\b"
)
_TO_A_YEAR = (
    r"^(?:please )?(?:extrapolate|annuali[sz]e|scale|gross up) (?P<what>[^?]+?)(?: up)? (?:to|for|over) (?:a|the) "
    rf"(?:full |whole )?year{_END}"
)

TURNS = rewordings(
    (_INVOICED_AND_PAID, _and_of_those),
    (_TO_A_YEAR, r"annualised \g<what>"),
    (_FULL_YEAR, "annualised"),
    (_A_YEAR, "run rate"),
    (_PACE_OF, r"\g<lead> in \g<when>"),
    (_RUN_RATE, lambda found: f"revenue run rate{found['when'] or ''}"),
    (_PAID_AND_OPEN, _paid),
    (_CLIENTS_PAID, r"collected for \g<who>\g<when>"),
    (_PAID_OUT, r"money paid out\g<when>"),
    (_OF_SENT_OPEN, _open),
    (_OF_SENT_PAID, _paid),
    (_OF_SENT_HOW_MUCH, _one_or_other),
    (_PAID_SHARE, _paid),
    (_OPEN_SHARE, _open),
    (_OPEN_INVOICES_OF, _open_by_invoice),
    (_WHICH_OPEN, _open_by_invoice),
    (_ON_ONE, _of_the_top),
    (_MORE_THAN_PART, _of_the_top),
    (_HOURS_GONE_OVER, _hours_over),
    (_HOURS_OVER, _hours_over),
    (_OVER_ESTIMATE, rf"{_TWIN} for \g<what>"),
    (_OVER_SCOPE, r"overserviced hours of \g<what>"),
    (_HOW_FAR, r"how far over budget is \g<what>"),
    (_EXCEEDED, r"\g<rows>\g<of> \g<noun> are over budget in hours"),
    (
        _RETAINERS_OVER,
        lambda found: f"overserviced hours by budget above 0 for retainer budgets{_mine(found)}{found['when']}",
    ),
    (_RETAINERS_UNDER, lambda found: f"retainer balance hours by budget above 0{_mine(found)}"),
    (
        _RETAINERS_UNUSED,
        lambda found: f"retainer balance hours by {'client' if 'c' in found['who'].casefold() else 'budget'}",
    ),
    (_HIT_BUDGET, _runs_out),
    (_USED_UP_WHEN, _runs_out),
    (_LASTS, _runs_out),
    (_COVERED_BY, r"confirmed revenue in \g<when>"),
    (_WEIGHTED_OR_NOT, "weighted pipeline and pipeline value"),
    (_PIPELINE_TO_CONFIRMED, "weighted pipeline as a share of confirmed revenue"),
    (
        _PIPELINE_AND_CONFIRMED,
        lambda found: f"projected revenue{_mine(found)}{found['when']}{found['after']}",
    ),
    (_GO_ON, _as_it_goes),
    (_PER_MONTH, _against_target),
    (_DONE_OF_TARGET, _target_of),
    (_TAX_OFFICE, "tax liability"),
    (_ORDERS, "value won"),
    (_ACCRUED, "unbilled"),
    (_BY_BUCKETS, r"receivables by ageing\g<by>"),
    (_ROLLING, r"\g<lead> in the last \g<count> \g<unit>"),
    (_PER_HEAD, "per fte"),
    (_OWN_END, r"when does \g<what> end"),
    (_WE_ARE_DONE, r"when does \g<what> end"),
    (_END_DATE, r"when does \g<what> end"),
)
