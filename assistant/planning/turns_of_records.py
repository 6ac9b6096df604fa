"""Turns of phrase of whoever reads records: a list of entries, work that is late, a measure and how it has changed."""

import re

from assistant.planning.rewording import rewordings

_SHOW = r"(?:(?:please |can you |could you )?(?:show|list|give|get|display|pull up|fetch|see)(?: me| us)?|what are)"
_ENTRIES = r"(?:time ?entries|timesheet entries|time logs?|time records?|timesheet lines?)"
_SOMEBODYS = r"(?!all\b)[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.-]*)?['’]s "
_TIME_ENTRIES = (
    rf"^(?:{_SHOW} )?(?:all )?(?:of )?(?P<whose>(?:(?:my|our|the) |{_SOMEBODYS})?){_ENTRIES}\b"
    r"(?![^?]*\b(?:by|per|each|every|without|missing|approv\w+|draft|reject\w+|late|how many|count)\b)"
)
"""As in "show me all my time entries for this week": what was logged, day by day and on what."""

_WORK = r"(?P<what>projects?|jobs?|engagements|matters|productions|campaigns)"
_IS_LATE = (
    rf"\b{_WORK}(?: (?:that|which))?(?: (?:are|is|were))? (?:currently |already )?(?:running |behind or )?late\b"
    r"(?! (?:with|on|in|at) (?:pay|invoic|timesheet|submit))"
)
_LATE_WORK = rf"\b(?<!how )late (?:running )?{_WORK}\b"
"""As in "which projects are running late": behind their schedule."""

_AND_HOW_CHANGED = (
    r"^(?P<first>[^?]+?),? and how (?:has|have|did|does|do) (?:it|this|that|they|those) "
    r"(?:chang(?:e|ed)|develop(?:ed)?|move[ds]?|evolved?)(?=\W*$)"
)
"""As in "what is our average deal size and how has it changed"."""

_LEAVE_BOOKED = (
    r"^who(?:'s| has| have)(?: got)? (?:any |some )?"
    r"(?P<leave>vacation|holidays?|annual leave|leave|time off|pto|days off) "
    r"(?:already )?(?:booked|planned|scheduled|lined up)(?: in| off)?\b"
)
"""As in "who has vacation booked in December"."""

_OF_EACH_BUDGET = (
    r"\b(?:what|which|how much) (?:percentage|percent|share|part|proportion|%)? ?(?:of )?(?:each|every) budget "
    r"(?:is|has been|was|have we) (?:used|spent|gone|burned|consumed)(?: up)?\b"
)
"""As in "what percentage of each budget is used"."""

_PAY_PER_HOUR = (
    r"\b(?:pays?|paid|paying)(?: us)? (?:the )?(?P<end>most|best|least|highest|lowest)(?: rates?)? "
    r"(?:per|an|by the) hour\b"
)
"""As in "which clients pay the most per hour"."""

_AND_SHARE_OF_EACH = (
    r",? (?:and|with) what(?:'s| is| are)? ?(?:the |their |its )?(?:share|percentage|part|proportion|%)s?"
    r"(?: of (?:the |our )?(?:total|revenue|whole))? (?:(?:is|are|do|does|has|have|was|were) )?(?:each|they)"
    r"(?: of them| one)?(?: (?:is|has|have|of (?:the )?total|makes? up|accounts? for|represents?|brings?))?(?=\W*$)"
)
"""As in "our top five clients by revenue, and what share is each"."""

_ROW = r"(?:projects?|clients?|customers?|person|people|employees?|teams?|departments?|budgets?|months?|weeks?)"
_IN_OTHER_WORDS = rf"\b(?P<by>by|per|each|every) (?!{_ROW}\b)[a-z]+ \((?:i\.e\. |= ?)?(?P<row>{_ROW})\)"
"""As in "revenue by container (project)": what the word before it means here."""


def _ends(found: re.Match[str]) -> str:
    low = found["end"].casefold() in ("least", "lowest")
    return f"have the {'lowest' if low else 'highest'} average billable rate"


def _day_by_day(found: re.Match[str]) -> str:
    whose = found["whose"] or ""
    alone = bool(whose) and whose.strip().casefold() not in ("our", "the")
    return f"{whose}tracked hours by day{'' if alone else ', person'} and project"


TURNS = rewordings(
    (_TIME_ENTRIES, _day_by_day),
    (_IS_LATE, r"\g<what> behind schedule"),
    (_LATE_WORK, r"\g<what> behind schedule"),
    (_AND_HOW_CHANGED, r"\g<first> compared with the period before"),
    (_LEAVE_BOOKED, r"who will be on \g<leave>"),
    (_OF_EACH_BUDGET, "share of budget used by budget"),
    (_PAY_PER_HOUR, _ends),
    (_AND_SHARE_OF_EACH, " and their share"),
    (_IN_OTHER_WORDS, r"\g<by> \g<row>"),
)
