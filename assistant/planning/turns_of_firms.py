"""Turns of phrase of firms that sell advice: time booked to a matter, fees gone over, WIP that moves, staffing."""

import re

from assistant.planning.rewording import rewordings

_AHEAD = r"(?:next|coming|upcoming|tomorrow|from now|rest of|remainder of|ahead|plan(?:ned)?|will)"
_TIME_BOOKED_TO = (
    rf"\b(?P<what>time|hours)(?: (?:was|were|has been|have been|that was))? (?:booked|charged|posted) (?:to|against|onto) "
    rf"(?!.*\b{_AHEAD}\b)(?=\S)"
)
"""As in "who booked time to Apollo": on a time sheet, and not ahead in a plan."""

_FEE = (
    r"(?:the |its |their |our |a )?(?:agreed |capped |fixed |quoted )?(?:fee (?:cap|proposal|estimate|quote|budget|limit)s?"
    r"|fees?(?! (?:of|for|from|per|income|earn\w*|bill\w*|forecast))|cap|letter of engagement|engagement letter)"
)
_OVER_THE_FEE = (
    rf"(?<!hours )(?<!by )(?<!up )(?<!left )(?<!left-)(?<!rolled )(?<!carried )(?<!finish )(?<!going )(?<!go )\b(?:(?:(?:have|has|had|did) )?(?:(?:we|they) )?(?:already )?"
    rf"(?:(?:gone|went|run|been) )?(?:over|past|beyond|above)|exceed(?:s|ed|ing)?|blown|busted?|blew) {_FEE}"
    r"(?P<where>(?: (?:anywhere|on any (?:project|job|matter|engagement)s?))?)(?=\W*$| (?:on|for|at|in|by)\b)"
)


def _over_budget(found: re.Match[str]) -> str:
    """What stands over its fee is over its budget; "anywhere" asks which projects are."""
    return "which projects are over budget" if found["where"] else "over budget"


_RUNS_AT_A_LOSS = (
    r"\b(?:(?:is|are|were|was) )?(?:running|run|runs|ran|making|make|makes|made|operating|working|being done|trading) "
    r"(?:at )?(?:a )?loss(?:es)?\b"
)
_VALUE_OF_ENDING = (
    r"^(?:what is |what's )?(?:the )?(?:total )?value of (?:the |our |all )*(?P<what>(?:retainers|engagements|mandates)) (?:that are |which are )?(?:coming )?(?:up for renewal|due for renewal|ending|expiring|"
    r"coming to an end)\b"
)
_CHANGES = (
    r"(?:change (?:requests|orders|notices)|changes|variations?|variation orders|extras|additional services|"
    r"compensation events)"
)
_CHANGES_AND_VALUE = (
    rf"\b(?P<what>{_CHANGES}\b[^?,]*?),? (?:and|with) (?:their|the|its) (?:total )?(?:values?|amounts?|worth)(?=\W*$)"
)
_MOVED = r"(?:wip|work in progress|unbilled|debtors|receivables|backlog|order book)"
_MOVEMENT = rf"\b(?P<what>{_MOVED}) movements?\b|\bmovements? (?:in|of|on) (?:the |our )?(?P<of>{_MOVED})\b"
_STAFFING = (
    r"^(?:show(?: me)? |give me |what(?:'s| is) |how is )?(?:the |our )?(?:staffing|resourcing)(?: plan| schedule)?"
    r"(?: looking| look)?(?: for| in)?(?= (?:the )?(?:next|this|coming|week|month|tomorrow)\b)"
)
_NOT_STAFFED = (
    r"^(?P<who>who|which (?:people|consultants|staff|engineers|associates)|how many (?:people|consultants|staff|of us))"
    r"(?: (?:is|are|will be))?(?P<not>n['\u2019]t)? (?:still |currently |yet )*"
    r"(?(not)(?:staffed|assigned|allocated)|(?:un(?:assigned|staffed|allocated)|not (?:yet )?(?:staffed|"
    r"assigned|allocated)|on the beach|between (?:assignments|engagements|projects|jobs|mandates)))"
    r"(?! (?:to|on|for)\b(?! (?:any|a)\b))(?: (?:to|on) (?:any|a)(?:thing)? ?(?:\w+)?)?"
)
_ON_NO_PROJECT = (
    r"^(?P<who>who|which (?:people|consultants|staff|engineers|designers|developers)|how many (?:people|of us)) ?"
    r"(?:(?:is|are|will be)?(?:'s)?(?:n['\u2019]t| not) (?:(?:working|booked) )?on (?:a|any) (?:project|job)s?|"
    r"(?:is|are|will be|'s) (?:on no|without (?:a|any)) (?:project|job)s?|ha(?:s|ve) no (?:project|job)s?)"
    r"(?:(?: at the moment| right now| now)?(?P<now>\W*$)|(?= (?:today|tomorrow|this|next|in)\b))"
)


def _on_nothing(found: re.Match[str]) -> str:
    """As in "who is not on any project next week": booked on nothing, this week where no time is said."""
    now = found["now"]
    return f"{found['who']} are not booked on anything{'' if now is None else f' this week{now}'}"


_ROOM_FOR = (
    r"^(?:(?:is there|do we have|have we got|any|got) )*(?:room|space|capacity|time) for (?:\d+ ?(?:h|hrs?|hours)|"
    r"\d+ days?) (?:of|from|by) (?:an? |the )?(?P<what>[^\d?]+?)(?= (?:in|for|during|next|this|on|week)\b|\W*$)"
)
_WORKING_CONTRACTORS = (
    r"^(?:(?:which|what|list|show(?: me)?|the|our|all) )*(?P<who>contractors|freelancers|locums|temps) "
    r"(?:(?:are|were|that are|who are) )?(?:working|worked|engaged|on site)(?P<on>(?: (?:on|for|at) [^?]+?)??)"
    r"(?= (?:this|last|in|since|so)\b|\W*$)"
)
_NO_TIME_ON = (
    r"\b(?P<what>projects|matters|jobs|engagements|cases|clients|mandates|assignments) (?:with no|without(?: any)?|with "
    r"zero|that have no|which have no|have no|had no)(?P<kind>(?: (?:billable|chargeable))?) time (?:recorded|posted|"
    r"booked|logged|entered|charged)(?: (?:on|to|against) (?:them|it))?\b"
)
_OF_TOTAL = (
    r"\b(?P<what>(?:non[- ]?)?(?:billable|chargeable)|internal) (?P<unit>time|hours) (?:as|in) (?:an? |the )?(?:share|"
    r"percentage|percent|%|proportion|ratio) (?:of|to) (?:the )?total\b(?! (?:time|hours|capacity))"
)
_DEALS_AND_VALUE = (
    r"^(?:(?:show(?: me)?|list|give me|what are|which are|the|our|all) )*(?P<state>(?:open|live|outstanding|won|lost) )?"
    r"(?P<what>deals|opportunities|bids|tenders|pitches)(?P<done> (?:(?:we|that we)(?: have)? )?(?:won|lost))?"
    r"(?P<when>(?: (?:this|last|in|since|so far)\b[^?,]*?)?),? (?:and|with) (?:their|the) (?:total )?(?:values?|amounts?|worth)"
    r"(?=\W*$)"
)


def _value_of_deals(found: re.Match[str]) -> str:
    said = f"{found['state'] or ''}{found['done'] or ''}".casefold()
    what = "value won" if "won" in said else "value lost" if "lost" in said else "pipeline value"
    return f"{what} by deal{found['when']}"


_PUT_DOWN = r"\b(?P<lead>how (?:many|much) (?:\w+ )?(?:hours|time) did [^?]{1,40}?) put down\b(?! as\b)"
_TIME_SHEET = r"\btime[- ]sheets?\b"
_CHASE_LIST = r"^(?:the |a |my |our )?chas(?:e|er|ing) list(?: (?:for|of) (?:time|hours|(?:missing )?timesheets?))?\b(?! (?:for|of)\b)"
_UNCOLLECTED = r"\bun-?collected (?P<what>invoices|bills|fees|fee notes)\b"
_TIED_UP = (
    r"^how much (?:(?:money|cash) )?(?:are|do|is|have) (?:we |there )?(?:carry(?:ing)?|have|hold(?:ing)?|sit(?:ting)?|got|got "
    r"tied up|have tied up|tied up|locked up|have locked up) (?:in|on|as) (?=(?:the |our )?(?:wip|work in progress|unbilled|"
    r"debtors|receivables)\b)"
)
_LEAGUE_TABLE = (
    r"^(?:(?:show(?: me)?|give me|a|the|our) )*(?P<who>[a-z][a-z -]{2,30}?) league table (?:by|of|for|on) (?P<what>[^?]+?)"
    r"(?P<when> (?:this|last|in|since|for|ytd|year to date)\b[^?]*)?(?=\W*$)"
)
_DUE_FOR_DECISION = (
    r"\b(?:proposals|bids|tenders|pitches|quotes|deals|opportunities) (?:that are |are |is )?(?:due|up|waiting|expected)"
    r"(?: for)?(?: an? | the )?(?:client )?(?:decision|award|to be (?:decided|awarded|closed))\b"
)
_JOINED_AND_LEFT = (
    r"^how many (?:people|staff|colleagues|employees|consultants|lawyers|engineers|fee earners|of us) (?:have )?(?:joined and "
    r"(?:have )?left|left and (?:have )?joined|joined or left|joined,? and how many (?:have )?left)\b"
)
_AGREED_SUM = r"(?:what was agreed|agreed(?: hours)?(?=\W*$| on\b| by\b| for\b)|fee proposal|proposal|quote|engagement letter|letter of engagement|agreed fee|contract sum)"
_HOURS_AGAINST = (
    rf"\bhours(?: to date| so far| used| spent| booked| logged)? (?:against|versus|vs\.?|compared (?:to|with)) (?:the |its |our )?"
    rf"{_AGREED_SUM}\b"
)
_OVERRUN_AGAINST = (
    rf"\b(?P<what>over-?run|over-?ran|gone over|overserviced)(?P<on>(?: (?!versus|vs|against|compared)[^?]+?)?),? (?:against|versus|"
    rf"vs\.?|compared (?:to|with)) (?:the |its |our )?{_AGREED_SUM}\b"
)
_TIME_ON_BIDS = (
    r"\b(?:time|hours|effort) (?:(?:has |have |was |were )?(?:gone|went|put|spent|goes|go|booked|logged) )?(?:into|on|in|to) "
    r"(?:the |our )?(?:bids?|tenders?|bidding|tendering)(?: (?:and|or|&) (?:bids|tenders|proposals|pitches))?\b(?! (?:for|of)\b)"
)
_MORE_THAN_SOLD = (
    r"^where (?:do|did|have|are) we (?:spend(?:ing)?|spent|put(?:ting)? in|work(?:ed|ing)?|us(?:e|ed|ing)|burn(?:ed|ing)?) more "
    r"(?:hours|time) than (?:(?:we|was|were|we have|we had) )?(?:sold|budgeted|agreed|sell)\b"
)
_PERCENT_SPENT = (
    r"\b(?:percent(?:age)?|%|share) (?:spent|used|burn(?:ed|t)) (?:vs\.?|versus|against|and|compared (?:to|with)) "
    r"(?:percent(?:age)?|%) (?:complete|completion|done)\b"
)
_AGE_PROFILE = r"\bage(?:ing)? profile of (?:the |our )?(?:debtors|receivables|unpaid (?:invoices|bills)|aged debt)\b"
_RESOURCING_WHEN = r"^(?P<when>(?:the )?next (?:\d+ |two |three |four |six )?(?:weeks?|months?|quarters?)(?:['\u2019]s?)?) (?:resourcing|staffing)\b"
_LIVE_WORK = r"\b(?P<state>live|active|current|open|ongoing) (?:instructions|mandates|files)\b"
_FEE_STANDS = r"^(?:where|how) (?:does|do|is|are) (?:the |our )?fees? (?:stand(?:ing)?|looking|doing)(?: at)?(?= (?:on|for|of|with)\b|\W*$)"
_PROGRAMME = r"\b(?P<how>ahead of or behind|ahead or behind|behind or ahead of|ahead of|behind)(?: of)? (?:the |our |its )?program(?:me)?\b"
_KIND_OF_EXPENSE = (
    r"\b(?P<lead>(?:expenses|disbursements)\b[^?]*?\b(?:by|per) )(?:expense |disbursement )?(?:type|sort)\b"
)
_CREDITS_BESIDE = (
    r"\bcredit notes (?:vs\.?|versus|against|beside|compared (?:to|with)) (?:the |our )?(?:invoices|bills|billings|invoicing)\b|"
    r"\b(?:invoices|bills|billings|invoicing) (?:vs\.?|versus|against|beside|compared (?:to|with)) (?:the |our )?credit notes\b"
)
_EACH_MONTH_END = (
    r"\bmonth[- ]end (?P<what>wip|unbilled|debtors|receivables|work in progress),?(?P<of> (?:for |from )?[a-z]+ (?:through|thru|to|"
    r"till|until|-) [a-z]+)"
)
_STOOD = r"(?:wip|work in progress|unbilled(?: (?:fees|time|work))?|debtors|receivables|aged debt(?:ors)?|lock-?up)"
_AT_MONTH_END = (
    rf"(?:(?P<what>\b{_STOOD}\b[^?]*?),? (?:as (?:at|of|per)|at|on) (?:the )?(?:last )?month[- ]end(?! (?:of|in|for)\b)|"
    rf"^month[- ]end (?P<first>{_STOOD}\b[^?]*?))(?=\W*$)"
)
"""As in "unbilled fees as at month end": the one that has been."""

_NOT_BILLED_FOR = (
    r"\b(?P<what>projects|matters|jobs|engagements|cases|clients|mandates) (?:that )?(?:(?:have|has)(?: not|n['\u2019]t)|we "
    r"(?:have not|haven['\u2019]t)) (?:been )?(?:billed|invoiced) (?:for|in|over|within) (?:the )?(?:last |past )?(?P<length>(?:\d+|two|"
    r"three|four|six|twelve) (?:days|weeks|months))\b"
)
_NOTHING_BILLED = r"\b(?:with|that have|have|had) (?:nothing|no) (?:invoiced|billed)\b"

TURNS = rewordings(
    (_TIME_SHEET, "timesheet"),
    (_PUT_DOWN, r"\g<lead> log"),
    (_CHASE_LIST, "which people are behind on timesheets"),
    (_UNCOLLECTED, r"unpaid \g<what>"),
    (_TIED_UP, ""),
    (_LEAGUE_TABLE, lambda found: f"{found['what']} by {found['who']} highest first{found['when'] or ''}"),
    (_DUE_FOR_DECISION, "deals are expected to close"),
    (_JOINED_AND_LEFT, "joiners and leavers"),
    (_HOURS_AGAINST, "hours against budget"),
    (_OVERRUN_AGAINST, r"\g<what>\g<on>"),
    (_TIME_ON_BIDS, "business development time"),
    (_MORE_THAN_SOLD, "which projects are overserviced"),
    (_PERCENT_SPENT, "share of budget used and percent complete"),
    (_AGE_PROFILE, "receivables by ageing"),
    (_RESOURCING_WHEN, r"scheduled hours \g<when>"),
    (_LIVE_WORK, r"\g<state> projects"),
    (_FEE_STANDS, "budget total, budget used and budget remaining"),
    (_PROGRAMME, r"\g<how> schedule"),
    (_KIND_OF_EXPENSE, r"\g<lead>category"),
    (_CREDITS_BESIDE, "credited and invoiced"),
    (_EACH_MONTH_END, r"\g<what> by month\g<of>"),
    (_AT_MONTH_END, lambda found: f"{found['what'] or found['first']} at the end of last month"),
    (_NOT_BILLED_FOR, r"\g<what> with no invoices in the last \g<length>"),
    (_NOTHING_BILLED, "with no invoices"),
    (_TIME_BOOKED_TO, r"\g<what> logged on "),
    (_OVER_THE_FEE, _over_budget),
    (_RUNS_AT_A_LOSS, "are unprofitable"),
    (_VALUE_OF_ENDING, r"\g<what> up for renewal"),
    (_CHANGES_AND_VALUE, r"\g<what>"),
    (_DEALS_AND_VALUE, _value_of_deals),
    (_MOVEMENT, lambda found: f"change in {found['what'] or found['of']}"),
    (_STAFFING, "scheduled hours by person"),
    (_ON_NO_PROJECT, _on_nothing),
    (_NOT_STAFFED, r"\g<who> are on the bench"),
    (_ROOM_FOR, r"free hours of \g<what>"),
    (_WORKING_CONTRACTORS, r"hours of \g<who> by person\g<on>"),
    (_NO_TIME_ON, r"\g<what> with no\g<kind> hours"),
    (_OF_TOTAL, r"\g<what> hours as a share of tracked hours"),
)
"""How such firms put a question, each with the measure it means."""
