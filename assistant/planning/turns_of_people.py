"""Turns of phrase about people's days: who is there, who comes and goes, how much they work, and when they last did."""

import re

from assistant.planning.rewording import rewordings

_WHEN = r"(?: (?:this|last|next|in|since|during|between|from|over|so far|until)\b|\W*$)"

_AND_HOW_MANY = (
    r"(?P<who>\bwho(?:'s| is| are| was| were| has| had|'s been)? [^?,]+?),? (?:and|&) (?:for |by |with )?"
    r"how (?:many (?:days|hours)|long|much)(?: (?:each|exactly|is it|are they|in total|per person))?"
    r"(?=,? (?:this|last|next) (?:week|month|quarter|year)\b\W*$|\W*$)"
)
"""As in "who is on leave and how many days": the number stands beside the names anyway."""

_A_WEEK = r"\b(?P<unit>hours?|hrs|h) an? (?P<per>day|week|month)\b(?!ly)"
_HOW_MANY_A_WEEK = (
    r"^(?P<how>how (?:many hours|much)|what hours) (?P<each>(?:a|per|each|every) (?:day|week|month)) "
    r"(?P<does>(?:do|does|did) .+?)(?: on average)?(?=\W*$| (?:this|last|in|since)\b)"
)
"""As in "how many hours a week does Linh work": a mean, and no week that is still to be named."""

_BILLABLE_AND_NOT = r"\bbillable (?:and|or|vs\.?|versus) (?:not|non|otherwise|the rest|unbillable)\b(?![ -]?billable)"

_APPROVED_OR_NOT = (
    r"\bapproved (?:and|or|vs\.?|versus|against) (?:un-?approved|pending|not approved|not yet approved)"
    r"(?P<what> (?:hours|time|timesheets))?\b"
)
"""As in "approved vs unapproved hours": what is pending, beside all that is tracked."""

_HOW_OFTEN_SICK = (
    r"\bhow (?:often|many times) (?:is|are|was|were|has|have|did) (?P<who>[^?,]+?) (?:been |"
    r"call(?:ed)? in )?(?:off )?"
    r"(?:sick|ill)\b"
)

_WHO_STARTS = (
    rf"^who(?:'s| is| are| will be)? (?:start(?:s|ing)|join(?:s|ing))(?: (?:with )?us)?(?={_WHEN}| (?:soon|"
    rf"shortly)\b)"
)

_CAME_OR_WENT = (
    r"^when did (?P<who>(?!(?:we|they|you|it|the|our|that|this)\b)[^?,]+?) "
    r"(?:(?P<came>join|start (?=here|work|with us|at the (?:agency|company|firm)|on the team))|(?P<went>leave|quit))"
    r"(?: ?(?:us|here|working here|with us|work|working|at the (?:agency|company|firm)|on the team|"
    r"the (?:agency|company|firm)))?(?=\W*$)"
)
_LOST_TO = (
    r"\bhow (?:much|many) (?P<unit>time|(?:person[- ]|working )?(?:hours|days)) "
    r"(?:was|were|did we|have we|do we|has been|have been)? ?(?:lost|lose|losing)(?: due)? "
    r"(?:to|through|by|from|because of) (?P<kind>sickness|sick leave|illness|sick days|absences?|leave)\b"
)
_TIMES_WITH = (
    r"^(?P<noun>days|weeks|months|quarters) with (?=(?:more|less|fewer|over|under|above|below|at least|at most|no) )"
    r"(?!no (?:time|hours)\b)"
)

_PEOPLE_HAVE_LEFT = (
    r"^(?P<how>how (?:much|many) [^?]+?) (?:do|did) (?:our |the |my )?(?:people|employees|staff|colleagues|"
    r"team members) "
    r"(?:still )?have left\b"
)
"""As in "how much vacation do people have left": it is the vacation that is left, and nobody has."""

_TOOK_SO_FAR = (
    r"(?P<took>\b(?:vacation|holidays?|leave|days? off|time off|sick(?: days?| leave)?|absence days?|pto)\b[^?]*?)"
    r" so far(?=\W*$)"
)
"""As in "how much vacation did Ibrahim take so far": leave is counted by the year."""

_MOST_TIME = (
    r"\b(?P<who>who|which (?:person|people|team))(?: has| have| had)? (?P<verb>put|sunk|invested|poured) "
    r"(?:in )?(?:the )?most (?:of the )?(?P<what>time|hours|work|effort) (?:into|in|on|for)\b"
)

_HITTING = (
    r"^(?P<be>are|is|was|were|did|do|does|will) (?P<who>.+?) (?:hitting|reaching|meeting|getting to|achieving|hit|"
    r"reach|meet|achieve) (?P<share>\d+(?:[.,]\d+)? ?(?:%|percent|per cent)) "
    r"(?P<what>utili[sz]ation|billab\w+|margin)\b"
)

_JUNIORS_AND_SENIORS = (
    r"^(?:are|is|were|was) (?P<one>(?:our |the )?(?:juniors?|seniors?)) (?:less|more|better|as|busier) ?"
    r"(?:well )?(?P<what>utili[sz]ed|billable|busy|booked)? ?(?:than|as) "
    r"(?P<other>(?:our |the )?(?:juniors?|seniors?))\b"
)

_EATS_UP = (
    r"\b(?P<which>which (?:clients?|projects?|teams?)|who) (?:(?:eat|take|soak|swallow)(?:s|ing)?(?: up)?|"
    r"ate(?: up)?|"
    r"took up|soaked up|swallowed(?: up)?) (?:the )?most(?: of)?\b(?! (?:vacation|leave|holiday|sick|days|time off))"
)

_WORKING_WEEK = r"\b(?:average|mean|typical) (?:working|work) (?P<unit>day|week|month)(?: (?:length|hours))?\b"
_PER_WORKING_DAY = r"\b(?P<per>per|a|each) (?:working|work|business) day\b"
_LESS_ON = (
    r"^(?:do|did|does) (?P<who>people|we|they|everyone|the team) (?:really )?(?:work|log|track|do) "
    r"(?:less|more|fewer hours|more hours|less hours|longer(?: hours)?|shorter(?: hours)?|harder) (?:on|at) (?:a )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b(?! (?:or|and|than) )"
)
"""As in "do people work less on Fridays": told of each weekday, to be compared."""

_MY_PEOPLE = (
    r"\bmy (?:own )?(?:people|folks|guys|staff|crew|direct reports|reports|team members|teammates|colleagues)\b"
    r"(?! (?:for|by)\b| on (?!(?:next|this|tomorrow)\b))"
)
_GOING_ON_LEAVE = (
    r"^(?P<who>who(?:'s| is| are| will be)?) (?:going|about to go|planning to go) "
    r"(?P<what>on (?:\w+ )?(?:leave|vacation|holidays?))(?=\W*$)"
)
"""As in "who is going on parental leave": what is to come, where no period is said."""

_TEAM_SIZES = r"^(?:what are |show me )?(?:the |our )?(?:team sizes|sizes? of (?:the |our |each |all )*teams?)(?=\W*$)"
_HOW_MANY_OF_A_KIND = (
    r"^(?:what is the |the )?(?:number of|how many) (?P<kind>contractors|freelancers|externals|subcontractors)"
    r"(?: (?:do we have|are there|have we|we have|work here))?"
    r"(?= (?:by|per|in|at|on|as of|last|this)\b(?! (?:week|day))|\W*$)"
)
_OVER_THE_WEEKEND = (
    r"\b(?P<work>work(?:ed|ing)?|log(?:ged)?(?: (?:any )?(?:time|hours))?) (?:over|during) the weekend\b"
)


def _billable(found: re.Match[str]) -> str:
    is_said = found.string[found.end() :].startswith(" hours")
    return f"billable and non-billable{'' if is_said else ' hours'}"


_ALL_OF_US = frozenset(
    {"people", "we", "they", "everyone", "everybody", "our people", "staff", "employees", "the team"}
)


def _came(found: re.Match[str]) -> str:
    return f"{'joiners' if found['came'] else 'leavers'} by day and person for {found['who']} of all time"


def _lost(found: re.Match[str]) -> str:
    """The hours, or the days, somebody was away."""
    unit = "days" if found["unit"].casefold().endswith("days") else "hours"
    of_any = found["kind"].casefold().startswith(("absence", "leave"))
    return f"absence {unit}" if of_any else f"absence {unit} for sick leave"


def _sick(found: re.Match[str]) -> str:
    """Of everybody so many spells a head; of somebody their spells."""
    who = found["who"].casefold()
    return (
        "absence frequency for sick leave" if who in _ALL_OF_US else f"absence spells of {found['who']} for sick leave"
    )


def _seniority(found: re.Match[str]) -> str:
    asked = {"billable": "billability", "booked": "scheduled utilization"}.get((found["what"] or "").casefold())
    return f"{asked or 'utilization'} {found['one']} vs {found['other']}"


_PEOPLE_ON = (
    r"^(?P<which>(?:so |and |please |show(?: me)? |list |which |what |all |the )*)"
    r"(?:people|persons?|employees|staff|colleagues|team members) (?:on|working on) (?=(?-i:[A-Z0-9]))"
)
"""As in "people on Website but not on Intranet": who works there."""

_GOT_TO_TAKE = (
    r"^how (?:much|many days of|many) (?:holidays?|vacation(?: days)?|leave|annual leave|time off|days off) "
    r"(?:has|have|does|do|did) (?P<who>.+?) (?:still )?(?:got |have |has )?(?:still )?to take\b"
    r"(?: (?:before|by|until) (?:the )?(?:christmas|end of (?:the )?year|year[- ]end|new year)\b)?"
)
"""As in "how much holiday has everybody got to take": what is left of it."""

_TIMES_AWAY = (
    r"^how many times (?:was|were|has|have|did) (?P<who>.+?) (?:been )?"
    r"(?:away|absent|off(?: work)?|out(?: of office)?)\b(?! (?:sick|ill))"
)
_OWES_ME_HOURS = r"\b(?:still )?owes? (?:me|us) (?:their |his |her |any |some )?(?:hours|time|timesheets?)\b"
_TIME_LOST_TO = (
    r"^what (?:share|percentage|percent|part|fraction|proportion) of (?:our |the |all )?(?:working|work) time "
    r"(?:do|did|have|are|is) (?:we |being )?(?:lose|lost|losing) to "
    r"(?:people (?:being )?(?:off|away|out|sick)|absences?|leave)(?: sick| ill|,? (?:or|and) (?:on )?(?:holiday|leave|"
    r"vacation|sick|away))*\b"
)

_AWAY = (
    r"(?:off|away|absent|sick|ill|out|on (?:annual |sick |paid )?(?:leave|holidays?|vacation|pto)|"
    r"out of (?:the )?office)"
)
_AWAY_NOW = (
    rf"^(?P<who>(?:and )?(?:who(?:'s|se)?|how many people|is|are)\b[^?,]*?\b{_AWAY})"
    r"(?: (?:right now|now|at the moment|at present|currently|as we speak))(?=\W*$)"
)
_NOW_AWAY = rf"^(?P<who>(?:and )?who(?:'s| is| all is| else is)) (?:currently|now|right now) (?P<away>{_AWAY})(?=\W*$)"


TURNS = rewordings(
    (_AWAY_NOW, r"\g<who> today"),
    (_NOW_AWAY, r"\g<who> \g<away> today"),
    (_GOT_TO_TAKE, r"leave balance of \g<who>"),
    (_TIMES_AWAY, r"absence spells of \g<who>"),
    (_OWES_ME_HOURS, "is missing hours"),
    (_TIME_LOST_TO, "absence rate"),
    (_PEOPLE_ON, "who is on "),
    (_AND_HOW_MANY, r"\g<who>"),
    (_HOW_MANY_A_WEEK, r"average hours \g<each> \g<does>"),
    (_A_WEEK, r"\g<unit> per \g<per>"),
    (_BILLABLE_AND_NOT, _billable),
    (_APPROVED_OR_NOT, "tracked hours and pending hours"),
    (_HOW_OFTEN_SICK, _sick),
    (_PEOPLE_HAVE_LEFT, r"\g<how> does everyone have left"),
    (_WHO_STARTS, "joiners by person"),
    (_CAME_OR_WENT, _came),
    (_LOST_TO, _lost),
    (_TIMES_WITH, r"which \g<noun> had "),
    (_TOOK_SO_FAR, r"\g<took> year to date"),
    (_MOST_TIME, r"\g<who> logged the most \g<what> on"),
    (_HITTING, r"\g<be> \g<what> of \g<who> at least \g<share>"),
    (_JUNIORS_AND_SENIORS, _seniority),
    (_EATS_UP, r"\g<which> have the most"),
    (_WORKING_WEEK, r"average hours per \g<unit>"),
    (_PER_WORKING_DAY, r"\g<per> day"),
    (_LESS_ON, "tracked hours by weekday"),
    (_MY_PEOPLE, "my team"),
    (_GOING_ON_LEAVE, r"\g<who> \g<what> in the next 3 months"),
    (_TEAM_SIZES, "headcount by team"),
    (_HOW_MANY_OF_A_KIND, r"headcount of \g<kind>"),
    (_OVER_THE_WEEKEND, r"\g<work> last weekend"),
)
