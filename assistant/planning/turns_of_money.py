"""Turns of phrase for money: what is billed ahead, what an hour brings, who pays late, what is held side by side."""

import re

from assistant.planning.rewording import rewordings

_WE = r"(?:(?:we|they|i)(?:['\u2019]ve| have| had)? |(?:was|were|is|has been|have been) )?"
_WHERE = r"(?:(?:where|that|which|with|on which|for which|having) )?"
_BILLED_AHEAD = (
    rf"\b{_WHERE}(?:are |is |have been )?(?:{_WE}(?:billed|invoiced|charged) (?:for )?more than {_WE}"
    r"(?:worked|delivered|done)|over-?billed|over-?invoiced|(?:billed|invoiced) ahead of (?:the )?"
    r"(?:work|delivery|revenue))\b"
)
"""As in "projects billed ahead of the work": what is unbilled of them is below nothing."""

_DUE_DATES = (
    r"\b(?:open|unpaid|outstanding) (?:invoices?|bills?)(?P<of>(?: (?:of|for|from|to) [^?]+?)?),? (?:with|and|by) "
    r"(?:their |the |its )?(?:due|payment) (?:dates?|days?)\b"
)
_AGEING = (
    r"^(?P<lead>(?:show(?: me)?|give me|list|what(?:'s| is)|the|our|an?|\s)*?)\b(?:(?:ar|debtors?'?|invoices?|receivables?) )?"
    r"age?ing(?: (?:report|list|overview|analysis|summary|buckets?))?(?P<by> (?:by|per) (?:client|customer|invoice)s?)?(?=\W*$)"
)
_NET_AND_GROSS = (
    r"\b(?:(?:invoiced|billed|billings|invoices|invoicing)(?: amounts?)?,? (?:both )?(?:net (?:and|&|vs\.?) gross|"
    r"gross (?:and|&|vs\.?) net|gross|incl(?:uding|usive of|\.)? (?:vat|tax|gst|sales tax)|with (?:vat|tax))|"
    r"(?:net and gross|gross and net|gross) (?:invoiced|billed|billings|invoices|invoicing))\b(?! (?:profit|margin|income))"
)
_RAISED = (
    r"\b(?P<what>(?:how many |number of |which |what )?(?:invoices|bills)) (?P<did>did we|have we|did i|have i|do we) "
    r"(?:raised?|issued?|written|write|put out|get out|cut)\b"
)
_ALL_BILLED = (
    r"^(?:have|has|did|do) (?:we|everything|all(?: of)?(?: our| the)? (?:work|time|hours))(?: already)?(?: been)?(?: all)? "
    r"(?:billed?|invoiced?)(?: (?:everything|it all|all(?: of)?(?: our| the)?(?: (?:work|time|hours))?|for everything))?"
    r"(?P<joint> (?:on|for|of|to|at|with) )"
)
_RATES = (
    r"\b(?P<end>best|worst|highest|lowest|top|bottom) (?:hourly |effective |average )*rates?\b"
    r"(?! (?:card|of)\b)"
)
_CHARGE_AN_HOUR = (
    r"^(?P<lead>(?:and |so )?)(?:what|how much) (?:do|did|are|were|have|are) we (?:really |actually |effectively )?"
    r"(?:charg(?:e|ed|ing)|bill(?:ed|ing)?|ask(?:ed|ing)?|getting|get)(?: for)?(?P<who> (?!for\b|on average)[^?]+?)?"
    r"(?: on average)? (?:per|an|by the|for an|for each) hour\b(?: on average)?(?P<whom> (?:for|of|on|with) (?!average\b)[^?]+?)?(?=\W*$| (?:this|last|in|since|on average|by|per|without|except|excluding)\b)"
)
_AN_HOUR_COSTS = (
    r"^(?:what|how much) (?:does|did) (?:an|one|each) (?:(?:working|average|delivery) )?hour(?: of (?:our|the team's) (?:time|work))? "
    r"(?:on average )?cost(?: us)?(?: on average)?(?=\W*$| (?:this|last|in)\b)"
)

_COUNTED = (
    r"revenue|income|turnover|costs?|labou?r costs?|profits?|margins?|billable hours|expenses|spend|tracked hours|"
    r"overtime|invoiced"
)
_KINDS = r"(?:internal|in-?house|client|external|customer|billable)"
_JOINT = r"(?:vs\.?|versus|against|and|or|compared (?:to|with))"
_SIDES = (
    rf"(?:(?:internal|in-?house)(?: projects?| work)? {_JOINT} (?:client|external|customer)|"
    rf"(?:client|external|customer)(?: projects?| work)? {_JOINT} (?:internal|in-?house))"
)
_OF_BOTH_KINDS = rf"\b{_SIDES} (?P<what>{_COUNTED})\b"
_BY_BOTH_KINDS = (
    rf"\b(?P<what>{_COUNTED})(?P<when>(?: (?:this|last|in|for|so far|ytd)\b[^?]*?)?),? "
    rf"(?:(?:on|for|of|from|by|split by|between|split between) )?{_SIDES}(?: projects?| work| jobs?)?\b"
)
"""As in "internal vs client revenue": one measure, by the kind of project."""

_A_DAY = (
    r"(?:(?:the )?(?:end|start|beginning|close) of [^?]+?|(?:year|month|quarter)[- ]end[^?]*?|\d[\d./-]*(?: [a-z]+)?(?: \d{4})?|"
    r"(?:a|one|two|three|six|\d+) (?:year|month|quarter|week)s? ago)"
)
_YEAR_END = r"\b(?:year[- ]end|end of year) (?:of )?(?P<year>20\d\d)\b"
_VERSUS_NOW = (
    rf"^(?P<what>[^?]*?)\b(?:(?:at|on|as of|as at) (?P<then>{_A_DAY})|(?P<ago>{_A_DAY})),? "
    r"(?:vs\.?|versus|against|compared (?:to|with)|and) (?:now|today|right now|currently)(?=\W*$)"
)
"""As in "receivables at the end of June vs now": what is now is held against what was."""

_DAYS_PAID_LATE = r"\bdays (?:paid|settled) (?:too )?late\b"
_DAYS_LATE_THEN = r"\bdays late (?=(?:this|last|in|at the end of|by)\b)"
_LOGS_LATE_THEN = r"\blogging time late (?=(?:this|last|in)\b)"
"""As in "days paid late last month": no days late in that month."""

_PAID_LATE = r"(?<!days )\b(?:paid|settled) (?:too )?late\b(?! (?:fees?|payments?))"
_RECHARGED = (
    r"\b(?:how much|what(?: share| part| percentage)?) of (?:our |the |all )*expenses?(?P<when>[^?]*?) (?:is|are|was|were|can|could|"
    r"do|did)(?: we)?(?: be)? (?:re-?)?(?:billable|bill(?:ed)?|charge(?:d|able)?|invoiced?|pass(?:ed)?)(?: on)?"
    r"(?: to (?:the |our )?clients?)?\b"
)
_STILL_DRAFTS = r"\b(?:which |what |any )?invoices?(?: that)? (?:are|is) (?:still |only )?(?:in )?(?:an? )?drafts?\b"
_MONTH_END = r"^(?:for )?(?:the |our )?(?:month|quarter|year)[- ]end(?: close| report(?:ing)?| pack| numbers| figures)?\s*[:,-]\s+"
_TARGET_OF_A_SPAN = (
    r"^(?!.*\b(?:20\d\d|fy ?\d\d|q[1-4]|(?:last|this|next) (?:year|quarter|month))\b)(?P<lead>.*?)\b(?P<span>annual|yearly|full[- ]year|"
    r"quarterly|monthly) (?P<what>(?:[a-z]+ ){0,2}?)(?P<aim>targets?|goals?|quotas?)\b(?P<rest>.*?)(?=\W*$)"
)
_GAP_TO_TARGET = r"\b(?:gap|distance|difference|shortfall|variance) (?:to|from|against|vs\.?|versus) (?:the |our )?(?P<what>(?!utili[sz]ation)(?:[a-z]+ ){1,2}?)(?:targets?|goals?)\b"
_SIDE_BY_SIDE = (
    r"^(?:is|are|was|were) (?:our |the )?(?P<what>[a-z ]+?) (?:on|for|from|of|in) (?P<one>[^?]+?) (?:any |much |really )?"
    r"(?:better|higher|lower|greater|more|less|worse|bigger|smaller) than (?:on|for|from|of|that of|those of|that for|those for|in) "
    r"(?!(?:the )?(?:last|this|previous|prior|same|year|month|quarter|week|q[1-4]|h[12]|20\d\d|\d|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\b)(?P<other>[^?]+?)(?=\W*$)"
)
"""As in "are margins on T&M better than on fixed fee": both are told beside each other."""

_PEOPLE_AND_EXPENSES = (
    r"^(?:how much|what (?:share|part|percentage)) of (?:our |the |all )*(?:costs?|spend(?:ing)?)(?P<when>[^?]*?) (?:is|are|was|were|goes (?:to|on)|went "
    r"(?:to|on)) (?:people|staff|labou?r|salaries|wages|time)(?: costs?)? (?:versus|vs\.?|and|against|or|compared (?:to|with)) "
    r"(?:expenses|third[- ]part(?:y|ies)(?: costs)?|purchases|suppliers)\b"
)
_EXPENSE_KINDS = r"\bexpenses? (?:categor(?P<several>ies|y)|types?|kinds?)\b"
_WHO_IS_BILLED = (
    r"^who(?:m)? (?P<did>(?:have|haven['\u2019]?t|did|didn['\u2019]?t|do|don['\u2019]?t)(?: not)? we(?: not)?(?: yet)?) (?P<bill>invoiced?|bill(?:ed)?|charged?)\b"
    r"(?! (?:for|on) (?:their )?hours)"
)
_NEXT_DUE = r"^when (?:is|are) (?:the |our )?next (?P<which>(?:unpaid |open )?(?:invoices?|payments?|bills?)) (?:due|expected)\b"
_RAISED_UNPAID = r"\binvoices (?:raised|issued|sent)(?: out)?,? (?:but|and|that are) (?:still )?(?:not (?:yet )?(?:been )?paid|unpaid|open|outstanding)\b"
_LESS_CREDITS = r"(?P<lead>\b(?:invoic\w+|bill\w+)\b[^?]*?),? (?:less|minus|net of|after|after deducting|including|incl\.?) (?:the |any |all )?credit notes?\b"
_FORECAST_AND_ACTUAL = (
    r"\b(?:(?:revenue |sales |income )?forecasts? (?:vs\.?|versus|against|compared (?:to|with)) (?:the )?actuals?|"
    r"actuals? (?:vs\.?|versus|against|compared (?:to|with)) (?:the |our )?(?:revenue )?forecasts?)(?! (?:hours|time)\b)(?: (?:revenue|figures|numbers))?\b"
)
_SHARE_PASSED_ON = (
    r"\b(?:what|which) (?:share|portion|part|percentage|proportion|fraction) of (?:our |the )?(?P<whole>revenue|income|turnover)(?P<when>[^?]*?) "
    r"(?:is|was|are|were|comes from|came from) (?:pass[- ]?through(?: costs| expenses| revenue)?|(?:re-?)?(?:billable|chargeable|charged) expenses|recharges|"
    r"disbursements)\b"
)
_HOW_OLD = r"^how old (?:is|are) (?:all )?(?:our |the )?(?:unpaid|open|outstanding|overdue) (?:invoices?|receivables|debts?|bills?)\b"
_OUR_RATE = (
    r"\b(?:is|are|has|have) (?:our|the) (?:hourly |average )?rates? (?=(?:been )?(?:going|trending|rising|falling|dropping|improv|gone|climb|increas|decreas|"
    r"getting)\w*)"
)
_DUNNING = r"\bdunning(?: list| run| report)?\b"
_WHO_OF_CLIENTS = r"^who(?:'s| is| are| was| were) (?:our |the )(?P<how>(?:most|least|best|worst|highest|lowest)(?: (?!(?:by|per|for|of|in|this|last)\b)[a-z-]+)?) (?P<what>client|customer)(?P<several>s?)\b"
_WHO_IS_OVERDUE = r"^who(?:'s| is| are) (?:over)?due (?:and|with) (?:by )?(?:how much|the amounts?)(?: (?:do|does) (?:they|he|she) owe(?: us)?)?"
_IN_THE_BANK = r"^(?:what|how much)(?: money| cash)? (?:should|will|would|is going to|can we expect to) (?:land|arrive|come|be) (?:in|into|on) (?:the|our) (?:bank|bank account|account)\b"
_WITH_DAYS = (
    r"\b(?:overdue|late) (?:invoices|bills|receivables)(?P<by> (?:by|per) [a-z ]+?)?,? (?:with|and|showing) (?:the |their |its )?(?:number of )?"
    r"(?:days? (?:late|overdue|past due)|how (?:many days )?late(?: (?:they are|are they))?)(?P<after> (?:by|per) [a-z]+)?(?=\W*$)"
)
_HOW_LATE_ARE_THEY = (
    r"^which (?P<what>clients|customers|projects) (?:have|has) (?:overdue|late|unpaid) (?:invoices|bills),? and how (?:late|overdue|old) "
    r"(?:are they|they are)(?=\W*$)"
)
_NOT_MAKING_MONEY = r"^(?:who|which clients|with whom|where) (?:are we not|aren['\u2019]t we) making (?:any )?money(?: (?:with|on|from|at))?(?=\W*$| (?:this|last|in)\b)"
_CLAIM = r"expenses?(?: claims?| items?)?"
_OF_THEMSELVES = r"^(?!.*\b(?:by|per|each|every|which|whose|who|projects?|clients?|customers?|budgets?|jobs?|categor\w+|services?|managers?)\b)(?P<lead>.*?)"
_LARGEST_EXPENSES = rf"{_OF_THEMSELVES}\b(?P<end>top|bottom|largest|biggest|highest|smallest|lowest) (?P<count>\d+ )?(?P<noun>{_CLAIM})\b(?! (?:types?|cost|ratio|rate)\b)"
_DAYS_PLUS = (
    r"\b(?P<count>30|60|90) ?\+ ?(?P<unit>days?)(?= (?:overdue|late|old|past due|outstanding|unpaid|in arrears|aged)\b)"
)
_BEHIND = r"\b(?:behind|late|slow) (?:with|on|in) (?:their |its |the |our )?(?:payments?|paying|invoices?|bills?)\b"


def _this_span(found: re.Match[str]) -> str:
    """As in "the annual revenue target": that of all of this year."""
    unit = {"q": "quarter", "m": "month"}.get(found["span"][0].casefold(), "year")
    return f"{found['lead']}{found['what']}{found['aim']}{found['rest']} this {unit}"


def _by_entry(found: re.Match[str]) -> str:
    """As in "the highest expense claims": no row of its own is kept for one, but what a day's of a kind came to."""
    end = "bottom" if found["end"].casefold() in ("bottom", "smallest", "lowest") else "top"
    several = found["noun"].casefold().endswith("s")
    return f"{found['lead']}{end} {(found['count'] or ('5' if several else '1')).strip()} expenses by day, project, vendor and category"


_NUMBER_OF = re.compile(r"\b(?:number|count) of (?:\w+ )?$", re.IGNORECASE)


_STATE_BEHIND = re.compile(r"\b(?:open|unpaid|outstanding|overdue|late|unsettled)\b", re.IGNORECASE)


_TIME_COSTS_PEOPLE = (
    r"^what (?:did|do|does|has|have) (?:the |our )?(?:hours|time) (?:for|on|of|spent on) (?P<what>.+?) cost(?: us)?"
    r"(?: in (?:pay|salar(?:y|ies)|wages))?(?= (?:this|last|in|so far|by|per)\b|\W*$)"
)
_PEOPLE_COST_US = (
    r"^what (?:did|do|does) (?:the |our )?(?:people|staff|crew)(?:'s (?:hours|time|work))?(?P<on> on .+?)? cost(?: us)?\b"
    r"(?! (?:more|less))"
)
"""As in "what did the people on each job cost us": labor alone."""

_MAKE_AND_LOSE = (
    r"^(?:with |on |at )?which (?P<rows>clients|customers|projects|jobs|accounts) do we make money(?: on| with)?,? and "
    r"(?:with |on |at )?which (?:ones )?do we lose (?:it|money)(?: on| with)?\b"
)
_IN_THE_RED_WITH_US = r"^(?:what|how much|how far) (?:is|are) (?P<who>.+?) in the red with us(?: for| by)?(?=\W*$)"
_HOW_LATE_PAYING = r"^how late (?:is|are|was|were) (?P<who>.+?) (?:with|in|at) (?:paying|payments?|their payments?)\b"

TURNS = rewordings(
    (_TIME_COSTS_PEOPLE, r"labor cost of \g<what>"),
    (_PEOPLE_COST_US, r"labor cost\g<on>"),
    (_MAKE_AND_LOSE, r"profit by \g<rows>"),
    (_IN_THE_RED_WITH_US, r"receivables of \g<who>"),
    (_HOW_LATE_PAYING, r"days paid late of \g<who> in the last 12 months"),
    (_BILLED_AHEAD, "with unbilled below 0"),
    (_DUE_DATES, r"receivables due by client, invoice and day\g<of>"),
    (_AGEING, r"receivables by ageing\g<by>"),
    (_NET_AND_GROSS, "invoiced and tax charged"),
    (_RAISED, r"\g<what> \g<did> send"),
    (_ALL_BILLED, r"unbilled\g<joint>"),
    (_RATES, r"\g<end> average billable rate"),
    (_CHARGE_AN_HOUR, lambda found: _rate(found["who"]) + (found["whom"] or "")),
    (_AN_HOUR_COSTS, "cost per hour"),
    (_OF_BOTH_KINDS, r"\g<what> by kind of project"),
    (_BY_BOTH_KINDS, r"\g<what>\g<when> by kind of project"),
    (_YEAR_END, r"end of \g<year>"),
    (_VERSUS_NOW, lambda found: f"{found['what']}today compared with {found['then'] or found['ago']}"),
    (_DAYS_PAID_LATE, "payment delay"),
    (_DAYS_LATE_THEN, "days past due "),
    (_LOGS_LATE_THEN, "delay in time entry "),
    (_PAID_LATE, "paid after the due date"),
    (_RECHARGED, r"billable expenses\g<when>"),
    (_STILL_DRAFTS, "draft invoices"),
    (_MONTH_END, ""),
    (_GAP_TO_TARGET, r"\g<what>against target"),
    (_TARGET_OF_A_SPAN, _this_span),
    (_SIDE_BY_SIDE, r"\g<what> for \g<one> compared with \g<other>"),
    (_PEOPLE_AND_EXPENSES, r"labor cost and expenses\g<when>"),
    (_EXPENSE_KINDS, lambda found: f"{'category' if found['several'] == 'y' else 'categories'} of expenses"),
    (_WHO_IS_BILLED, r"which clients \g<did> \g<bill>"),
    (_NEXT_DUE, "receivables due by day and invoice in the next 30 days"),
    (_RAISED_UNPAID, "unpaid invoices"),
    (_LESS_CREDITS, r"\g<lead>"),
    (_FORECAST_AND_ACTUAL, "forecast accuracy"),
    (_SHARE_PASSED_ON, r"billable expenses as a share of \g<whole>\g<when>"),
    (_HOW_OLD, "receivables by ageing"),
    (_OUR_RATE, "average billable rate "),
    (_DUNNING, "overdue invoices by client and invoice"),
    (
        _WHO_OF_CLIENTS,
        lambda found: f"which {found['what']}{found['several']} {'are' if found['several'] else 'is'} {found['how']}",
    ),
    (_WHO_IS_OVERDUE, "overdue receivables by client"),
    (_IN_THE_BANK, "invoices due"),
    (_HOW_LATE_ARE_THEY, r"overdue receivables and days past due by \g<what>"),
    (
        _WITH_DAYS,
        lambda found: (
            f"overdue receivables and days past due{found['by'] or found['after'] or ' by client and invoice'}"
        ),
    ),
    (_NOT_MAKING_MONEY, "which clients with profit below 0"),
    (_LARGEST_EXPENSES, _by_entry),
    (_DAYS_PLUS, r"more than \g<count> \g<unit>"),
    (_BEHIND, "in arrears"),
)


def _rate(who: str | None) -> str:
    """What an hour of theirs brings, as it was in the end and not as a list of prices has it."""
    return f"average billable rate for {who.strip()}" if who else "average billable rate"
