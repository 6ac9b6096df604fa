"""Turns of phrase about who is there, what they may work and what leave is theirs, said plainly."""

import re

from assistant.planning.rewording import rewordings

_AND = r"(?:vs\.?|versus|against|compared (?:to|with)|/)"
_WORKED = r"(?P<other>contracted|scheduled|tracked|booked|logged|worked|planned|billable)"
_AVAILABLE_BESIDE = (
    rf"\b(?:hours )?available (?:{_AND} {_WORKED}(?: hours| time)?\b|"
    rf"and {_WORKED.replace('other', 'also')} (?:hours|time)\b)"
)
_BESIDE_AVAILABLE = rf"\b{_WORKED}(?: hours| time)? {_AND} available(?! for)(?: hours| time)?\b"
"""As in "available vs contracted hours": what somebody could work, and not who is free."""

_BY_CONTRACT = (
    r"\b(?P<who>who|people|people who|which people) (?:works?|has|have|is|are)(?: only)? "
    r"(?P<how>fewer than|less than|under|below|more than|over|at least|at most) (?P<count>\d+(?:\.\d+)?) ?(?:h|hours?) "
    r"(?:a|per|each) week (?:by|on|in|under) (?:their |his |her |the )?contract\b"
)
_PEOPLE_IN = (
    r"^how many people (?:do we have|have we got|are|will be) in"
    r"(?= (?:on (?:mon|tues|wednes|thurs|fri|satur|sun|\d)|tomorrow\b|today\b|next (?:mon|tues|wednes|thurs|fri|week)))"
)
_NOT_IN = (
    r"^who(?:['’]s| is| are| will)? (?:not|n['’]t) (?:be )?in"
    r"(?= (?:on (?:mon|tues|wednes|thurs|fri|satur|sun|\d)|tomorrow\b|today\b|"
    r"next (?:mon|tues|wednes|thurs|fri|week)|\W*$))"
)
_TAKEN_AND_LEFT = (
    r"\b(?:leave|holidays?|vacation(?: days)?|holiday days|days off) (?:already )?taken (?:and|vs\.?|versus|/|&) "
    r"(?:still )?(?:left|remaining|to take|outstanding)\b"
)
_COULD_AND_DID = (
    r"^how many hours could (?P<who>[^?]+?) have worked(?P<when>[^?]*?),? and how many (?:did|have) "
    r"(?:they|it|he|she|we)(?: actually)?(?: work(?:ed)?)?(?=\W*$)"
)
_CHASE_LIST = r"^(?:(?:the|a|our|show(?: me)?|give me) )*(?:timesheet |time )?chas(?:e|ing) list\b"
_BUILT_UP = (
    r"\bovertime (?P<have>has|have|did) (?P<who>[^?]+?) (?:built up|build up|accumulated?|racked up|rack up|accrued?|"
    r"clocked up|piled up)\b"
)
_ALL_SUBMITTED = (
    r"^(?:has|have) (?:the )?(?:whole|entire) (?P<who>[^?]+?) team (?:submitted|handed in|turned in|filled in|"
    r"filled out|completed)(?: (?:their |the )?(?:timesheets?|time|hours))?(?: (?:for|in))? (?P<when>[^?]+?)(?=\W*$)"
)
_NEXT_LEAVE = (
    r"^(?:when(?: is|'s) |what(?: is|'s) )?(?:the )?next (?:absence|leave|holiday|vacation|time off) (?:of|for) "
    r"(?P<of>[^?]{2,40}?)(?=\W*$)|^when(?: is|'s) (?P<who>[^?]{2,40}?)(?:['’]s)? next (?:off|away|on leave|on holiday|"
    r"on vacation|absence|leave|holiday|vacation|day off)(?=\W*$)|"
    r"^(?:when|(?:which|what) days)(?: is|'s| am) (?P<them>(?!anyone|anybody|the next|next)[^?]{1,40}?) "
    r"(?:off|away|on leave|on holiday|on vacation|on pto)(?: next)?(?=\W*$)"
)
_MOST_IN_A_DAY = (
    r"^who (?:has )?(?:logged|worked|tracked|recorded|put in) (?:the )?most(?: hours| time)? (?:in|on) "
    r"(?:a single|one|any one|any single|one single) day(?P<rest>[^?]*)"
)
_LIST_WITH = (
    r"^(?:list|show(?: me)?|give me)(?: a list of)? (?:(?:all|the|our|of) )*(?:employees|people|staff|colleagues) "
    r"(?:with|and) (?:their |the )?(?P<what>job titles?|roles?|teams?)"
    r"(?: and (?:their )?(?P<more>job titles?|roles?|teams?))?"
    r"(?=\W*$)"
)
_ROWS = {"j": "job title", "r": "job title", "t": "team"}


def _him(who: str) -> str:
    return "me" if who.casefold() == "i" else who


def _list_of(found: re.Match[str]) -> str:
    """Who is employed, with where they belong."""
    said = [_ROWS[one[0].casefold()] for one in (found["what"], found["more"]) if one]
    return f"headcount by person and {' and '.join(dict.fromkeys(said))}"


TURNS = rewordings(
    (_AVAILABLE_BESIDE, lambda found: f"available hours vs {found['other'] or found['also']} hours"),
    (_BESIDE_AVAILABLE, r"\g<other> hours vs available hours"),
    (_BY_CONTRACT, r"contracted hours by person \g<how> \g<count> this week"),
    (_PEOPLE_IN, "available hours by person above 0"),
    (_NOT_IN, "who is away"),
    (_TAKEN_AND_LEFT, "absence days for vacation year to date and leave balance"),
    (_COULD_AND_DID, r"available hours and tracked hours of \g<who>\g<when>"),
    (_CHASE_LIST, "missing hours by person"),
    (_BUILT_UP, r"overtime did \g<who> work"),
    (_ALL_SUBMITTED, r"missing hours by person of the \g<who> team in \g<when>"),
    (_NEXT_LEAVE, lambda found: f"upcoming leave of {found['of'] or found['who'] or _him(found['them'])}"),
    (_MOST_IN_A_DAY, r"top 1 tracked hours by person and day\g<rest>"),
    (_LIST_WITH, _list_of),
)
