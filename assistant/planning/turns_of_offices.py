"""Turns of phrase of those who keep timesheets, leave and staffing in order, said plainly."""

import re

from assistant.planning.rewording import rewordings

_LEAVES = r"(?:leaves?|annual leave|absences?|holidays?|vacations?(?: days)?|holiday days|time off|days off|pto)"
_OTHER_LEAVES = r"(?:parental|maternity|paternity|sick|study|unpaid|training) leave"
_NO_LIST = (
    r"(?! (?:requests?|balances?|allowances?|left|policy|entitlements?|accruals?|rates?|hours|campaigns?|projects?)\b)"
)
_TO_COME = r"(?:upcoming|planned|booked|future|forthcoming|scheduled|coming)"
_IN_STORE = r"(?:planned|booked(?: in| off)?|scheduled|coming up|lined up)"
_LEAVE = rf"(?:(?P<kind>{_OTHER_LEAVES})|{_LEAVES})"
_LEAD = (
    r"(?:(?:and|please|show(?: me)?|list|give me|what(?: is|'s| are)?|which|who has|any|all|is there|are there|our|the|"
    r"me|how much|how many days of) )*"
)
_WHO = r"(?P<who>(?!(?:anyone|anybody|people|who)\b)[^?,]{2,40}?)"
_PLANNED = (
    rf"^{_LEAD}(?:{_WHO}['’]s? )?{_TO_COME} {_LEAVE}{_NO_LIST}(?P<rest>.*?)(?=\W*$)",
    rf"^{_LEAD}{_LEAVE} (?:does|do|has|have) {_WHO} (?:still )?(?:(?:have|got) )?{_IN_STORE}(?P<rest>.*?)(?=\W*$)",
    rf"^(?:does|do|has|have) {_WHO} (?:(?:have|got) )?(?:any |some |more )*{_LEAVE} {_IN_STORE}(?P<rest>.*?)(?=\W*$)",
    rf"^(?:has|have) {_WHO} (?:already )?{_IN_STORE} (?:any |some |more )*{_LEAVE}(?P<rest>.*?)(?=\W*$)",
    rf"^{_LEAD}{_LEAVE} (?:(?:that )?(?:is|are|has been|already) )*{_IN_STORE}(?P<rest>.*?)(?=\W*$)",
)
"""As in "planned leave of Ben", "what vacation does Sara have booked": what is to come, where no period is said."""
_SAYS_WHEN = re.compile(
    r"\b(?:this|next|last|past|previous|coming|today|tomorrow|yesterday|tonight|until|till|between|before|after|since|"
    r"during|over|within|ytd|year to date|q[1-4]|h[12]|\d{4}|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues|wednes|thurs|fri|"
    r"satur|sun|christmas|easter|summer|autumn|winter|spring|new year|week(?:end)?|month|quarter|year|so far|from|to|"
    r"pending|unapproved|not)(?:day)?\b|\d",
    re.IGNORECASE,
)
_BY_TIME = re.compile(r"\b(?:by|per|each) (?:(?:\w+ and )?)(?:week|month|quarter|day)s?\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|per)\b", re.IGNORECASE)
_OF = re.compile(r"^ (?:of|for|in|from) ", re.IGNORECASE)
_ALL = re.compile(r"^(?:we|they|people|everyone|everybody|the team|our people)$", re.IGNORECASE)


def _coming(found: re.Match[str]) -> str:
    """The same of the next 90 days, each leave by itself where it is somebody's."""
    if _SAYS_WHEN.search(_BY_TIME.sub("", found[0])):
        return found[0]
    said = found.groupdict()
    rest, kind, who = found["rest"], said["kind"], said.get("who") or ""
    whose = f" of {who}" if who and not _ALL.match(who) else ""
    if not kind and not _BY.search(rest) and (whose or _OF.match(rest)):
        return f"longest leaves{whose}{rest} in the next 90 days"
    by = "" if _BY.search(rest) else " by person"
    return f"absence days{by}{f' for {kind}' if kind else ''}{whose}{rest} in the next 90 days"


_LONGER = r"(?:longer than|of more than|more than|over|exceeding|above|of over|lasting (?:more than|over|longer than))"
_LONG_LEAVES = (
    rf"(?<!longest )(?<!longest sick )\b(?P<kind>sick |parental |annual |unpaid )?"
    rf"(?:leaves?|absences?|vacations|holidays) {_LONGER} (?P<count>\d+|two|three|four|five|ten) (?:working )?days?\b"
)
_DAYS_IN_A_ROW = (
    r"^(?:who|which people|anyone|anybody)(?: was| were| has been| have been| is| are|'s been)? (?:off|away|out|absent)"
    r"(?P<sick> sick| ill)?(?: for)? (?:more than|over|longer than|(?P<least>at least)) "
    r"(?P<count>\d+|two|three|four|five|ten) (?:working )?(?:consecutive days|"
    r"days (?:in a row|running|on end|at a time|straight))\b"
)
"""As in "who was off sick for more than 3 days in a row": a leave is one stretch of days."""


def _long(found: re.Match[str]) -> str:
    return f"longest {found['kind'] or ''}leaves above {found['count']} days"


def _in_a_row(found: re.Match[str]) -> str:
    limit = f"{'at least' if found['least'] else 'above'} {found['count']} days"
    return f"longest {'sick ' if found['sick'] else ''}leaves {limit}"


_WORST = (
    r"^(?:who (?:are|is) |show me |list )?(?:the |our )?(?:worst|biggest|main|top) (?:offenders?|culprits?|sinners?) "
    r"(?:for|on|in|with|when it comes to|at) (?P<what>[^?]+?)(?=\W*$)"
)
_IS_GOOD = re.compile(r"\b(?:complian\w+|complet\w+|utili\w+|billab\w+|on[- ]time)\b", re.IGNORECASE)
_TIME_AT_ITS_END = re.compile(
    r"^(?P<what>.+?)(?P<when> (?:(?:this|last|next|in|since|over|during) .+|ytd|so far.*|yesterday))$", re.IGNORECASE
)


def _worst(found: re.Match[str]) -> str:
    """As in "worst offenders for late timesheets": those with the most of what is bad, or the least of what is good."""
    end = "lowest" if _IS_GOOD.search(found["what"]) else "highest"
    told = _TIME_AT_ITS_END.match(found["what"])
    what, when = (told["what"], told["when"]) if told else (found["what"], "")
    return f"{what} by person{when} {end} first"


_CONTRACTORS_AND_EMPLOYEES = (
    r"^(?:what(?:'s| is) the |show me (?:the )?)?(?:how many|number of|split of|ratio of|count of|headcount of) "
    r"(?P<one>contractors?|freelancers?|externals?|employees|permanent staff|perms?) "
    r"(?:do we have|are there|have we(?: got)?|we have)? ?(?:,? ?(?:vs\.?|versus|compared (?:to|with)|against|to)) "
    r"(?:how many )?(?P<other>contractors?|freelancers?|externals?|employees|permanent (?:staff|employees)|perms?)"
    r"(?: do we have| are there| have we(?: got)?)?(?=\W*$| (?:by|per|in|at|on|as of)\b)"
)
_PART_TIMERS = r"\b(?:(?:list|show(?: me)?|who are|which are) )?(?:all |our |the )*part[- ]?timers?\b"
_RANK_THE_TEAM = r"^rank (?:the |our )?(?:whole |entire )?(?:team|staff|company|agency)(?: members)? by\b"
_OVERLAPPING = (
    rf"^(?:(?:is there|are there|any|do we have|show(?: me)?|list|all|the) )*(?:overlapping|clashing|conflicting) "
    rf"{_LEAVES}(?P<rest>.*?)(?=\W*$)"
)
"""As in "overlapping leave in Design next month": the days on which more than one is away."""
_HAVE_LEAVE = (
    r"\b(?P<who>who|people|anyone|anybody)(?: who| that)? (?:has|have|got) (?:any |some )?(?:leave|time off)"
    r"(?! (?:left|balance|to take|remaining|requests?|allowance|planned|booked))"
    r"(?=\W*$| (?:next|this|on|in|tomorrow|today|and)\b)"
)
"""As in "who has leave next week": they are away, and do not leave."""
_STILL_AWAITED = (
    r"\b(?P<which>which|whose|what|any|the|all|our) timesheets? (?:is|are|have|has)(?: still| yet)? "
    r"(?:to be approved|awaiting (?:sign[- ]?off|approval)|waiting (?:for|on) (?:sign[- ]?off|approval)|"
    r"not (?:yet )?(?:been )?(?:approved|signed off)(?: yet)?)"
)
_WHICH_SHEETS = (
    r"^(?:(?:and|please|show(?: me)?|list) )*(?:which|what) "
    r"(?=timesheets? (?:is|are|was|were|need|needs|still|have|has|miss)\b)"
)
"""As in "which timesheets are missing": a timesheet is somebody's."""

_SPENDS_TIME = (
    r"\b(?P<verb>spend|spends|spent|spending) (?P<how>(?:the )?(?:most|least)|too much|so much|more|less) "
    r"(?P<what>(?:of (?:their|our|its|his|her) )?(?:time|hours))\b(?! than)"
)
_LOGS = {"spend": "log", "spends": "logs", "spent": "logged", "spending": "logging"}
"""As in "who spends the most time on internal projects": it is time that is spent, and no money."""


def _time_spent(found: re.Match[str]) -> str:
    return f"{_LOGS[found['verb'].casefold()]} {found['how']} {found['what']}"


_NAMES_OF = (
    r"^(?:please )?(?:(?:send|give|show|get|tell|list)(?: me| us)? )?(?:the )?names? of (?:all (?:the )?)?"
    r"(?:everyone|everybody|anyone|anybody|people|those|employees|staff)(?: who| that)? "
)
_USED_UP = (
    r"^who (?:has not|hasn['’]t|have not|haven['’]t|still has not|still hasn['’]t)(?: yet)? "
    r"(?:used up|used|taken|finished)(?: up)? (?P<all>all (?:of )?)?(?:their|his|her|the) "
    r"(?:full )?(?:annual )?(?:leave|holidays?|vacation|pto|time off|allowance|entitlement)"
    r"(?: allowance| days)?(?: yet)?"
)


def _used_up(found: re.Match[str]) -> str:
    """Whoever has some left; "who has not used their leave" may have taken none, and is left as it is."""
    whole = found["all"] or " up" in found[0].casefold() or "allowance" in found[0].casefold()
    return "leave balance by person above 0" if whole else found[0]


_TAKEN_NO = (
    rf"\b(?P<have>has|have|had) taken no (?P<what>{_LEAVES}|{_OTHER_LEAVES})(?: at all)?\b|"
    rf"(?P<rest>\b(?:has not|have not|hasn['’]t|haven['’]t) taken any (?:{_LEAVES}|{_OTHER_LEAVES})) at all\b"
)


def _taken_none(found: re.Match[str]) -> str:
    return found["rest"] or f"{found['have']} not taken any {found['what']}"


_ARE_IN = (
    r"^are (?:all )?(?:of )?(?:the |our )?(?P<whose>my) (?:team|people|reports|guys)(?:['’]s?|s['’])? (?:own )?"
    r"timesheets (?:all )?in\b|^are all (?:the )?timesheets (?:of|from|for|in) my (?:team|people) in\b"
)
_TEAM_LEAVE = (
    rf"^(?P<what>(?:team|company|staff|agency|office)(?:['’]s)?) (?:{_LEAVES})"
    r"(?=\W*$| (?:over|this|next|in|during|for|last|between|on)\b)"
)
_AFTER_LEAVE = (
    r"(?P<what>\b(?:capacity|availability|available (?:hours|time)|hours available)\b[^?]*?),? "
    r"(?:after|net of|less|minus|without|excluding|allowing for|considering|taking into account|with) (?:the |all )?"
    r"(?:public |bank )?(?:holidays?|leave|absences?|vacations?|time off)"
    r"(?:,? (?:and|or|&|/) (?:the |all )?(?:public |bank )?(?:holidays?|leave|absences?|vacations?|time off|sickness))*"
    r"(?: (?:are |is )?(?:deducted|taken off|removed|taken out|included))?"
)
"""Available time is what is left of it in any case."""
_MOST_IMPROVED = (
    r"^(?:who (?:is|are|was|were) |which (?:is|are) )?(?:the |our )?(?:most|best) improved "
    r"(?P<rows>person|people|employees?|colleagues?|teams?|projects?|clients?) (?:in|for|by|on|in terms of) "
    r"(?P<what>[^?]+?)(?P<when> (?:q[1-4]|h[12]|this|last|since|in|from|vs|compared|between|over)\b.*?)?(?=\W*$)"
)


def _improved(found: re.Match[str]) -> str:
    """Those that went up most."""
    said = found["rows"].casefold()
    rows = "person" if said in ("people", "person") or said.startswith(("employee", "colleague")) else said.rstrip("s")
    one = said in ("person", "employee", "colleague", "team", "project", "client")
    return f"{found['what']} by {rows}{found['when'] or ''} biggest increase{' top 1' if one else ''}"


_AVERAGE_DAY = (
    r"^how (?:long|many hours) (?:is|was|are) (?P<who>[^?]{2,40}?)['’]s? (?:average|usual|typical|normal) "
    r"(?P<unit>day|week)\b"
)
_CONTRACTED = (
    r"^(?:did|does|has|is|was|who) ?(?P<who>[^?]*?) ?(?:work(?:s|ed|ing)?|log(?:s|ged)?|put in) (?:more|longer) than "
    r"(?:his|her|their|the) (?:contracted|contractual|contract|agreed) (?:hours|time|week)\b"
)


def _over_contract(found: re.Match[str]) -> str:
    """As in "did Stefan work more than his contracted hours": what is beyond them is overtime."""
    who = found["who"].strip()
    asks_who = found[0].casefold().startswith("who")
    return "who has overtime" if asks_who else f"overtime hours of {who}"


_PER_HEAD = (
    r"^(?P<lead>(?:what (?:is|are|were|was) |show(?: me)? |the |our )*)(?P<what>(?!average|mean)[a-z][^?]*?) "
    r"(?<!revenue )(?<!turnover )(?<!income )(?<!sales )per (?:head|capita|employee)(?= (?:by|per|for each|in each) "
    r"(?:team|department|job title|month|client|location)\b)"
)
"""As in "sick days per head by department": a mean over the people of each."""
_WEEKDAYS_SICK = (
    r"^(?:on )?(?:which|what) (?P<unit>weekdays?|days? of the week) (?:are|is|were|do|does) "
    r"(?:people|we|they|staff|everyone|the team) (?:most often|mostly|most|usually|typically) "
    r"(?P<what>sick|ill|off sick|away|absent|off)\b"
)


def _weekdays(found: re.Match[str]) -> str:
    sick = "for sick leave " if found["what"].casefold() in ("sick", "ill", "off sick") else ""
    return f"absence days by weekday {sick}highest first"


_TOP_PERFORMERS = r"\btop performers?\b(?= (?:by|in|on|for|last|this)\b)"

TURNS = rewordings(
    (_SPENDS_TIME, _time_spent),
    (_NAMES_OF, "who "),
    (_USED_UP, _used_up),
    (_TAKEN_NO, _taken_none),
    (_ARE_IN, "missing hours by person of my team"),
    (_TEAM_LEAVE, "absence days by person"),
    (_AFTER_LEAVE, r"\g<what>"),
    (_MOST_IMPROVED, _improved),
    (_AVERAGE_DAY, r"average hours per \g<unit> of \g<who>"),
    (_CONTRACTED, _over_contract),
    (_PER_HEAD, r"\g<lead>average \g<what> per person"),
    (_WEEKDAYS_SICK, _weekdays),
    (_TOP_PERFORMERS, "top people"),
    *((put, _coming) for put in _PLANNED),
    (_LONG_LEAVES, _long),
    (_DAYS_IN_A_ROW, _in_a_row),
    (_WORST, _worst),
    (_CONTRACTORS_AND_EMPLOYEES, "headcount by employment"),
    (_PART_TIMERS, "people who work part time"),
    (_HAVE_LEAVE, r"\g<who> is on leave"),
    (_OVERLAPPING, r"which days are at least 2 people away\g<rest>"),
    (_RANK_THE_TEAM, "rank people by"),
    (_STILL_AWAITED, "pending hours by person"),
    (_WHICH_SHEETS, "whose "),
)
