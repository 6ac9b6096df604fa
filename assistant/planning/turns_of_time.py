"""What people say of when, in the words they have for it, said plainly: at the weekend, by fiscal quarter, TY vs LY."""

import re

from assistant.planning.rewording import rewordings

_END = r"(?=\W*$| (?:by|for|per) )"
_WORKED = (
    r"(?:(?:did|has|have|had)\b[^?,;]*? (?:work|log|track|do)|(?:worked|logged|tracked|did|in)|(?:was|were) working)"
)
_AT_THE_WEEKEND = (
    rf"^(?P<lead>(?:who|anyone|anybody|did|which|how many|how much)\b[^?,;]*?\b{_WORKED}\b[^?,;]*?) "
    rf"(?:at|on|over|during|this past) the weekend{_END}"
)
"""As in "who worked at the weekend": the last one, where no other time is said."""

_HOURS_AT_THE_WEEKEND = rf"^(?P<lead>[^?,;]*?\b(?:hours|time)) (?:at|over|during) the weekend{_END}"
_WORKING_AT_THE_WEEKEND = (
    r"^(?P<lead>(?:who|which people|is (?:anyone|anybody|someone)|are (?:any of us|people))\b"
    r"(?:(?!was|were|had)[^?,;])*?\b(?:working|booked|scheduled|planned|on duty)\b[^?,;]*?) "
    r"(?:at|on|over|during) the weekend(?=\W*$)"
)
"""As in "who is working at the weekend": the one to come."""

_THE_PAST_WEEKEND = r"\b(?:over |at |during )?(?:this|the) past weekend\b"

_BY_FISCAL = (
    r"\b(?P<per>by|per|each|every) (?:our |the )?(?:fiscal|financial) (?P<unit>quarter|year)s?\b(?! (?:\d|to date))"
)
"""Quarters and years are the organisation's own as they are."""

_THIS_AND_LAST = r"\bTY ?(?P<against>vs\.?|v|versus|/|against|compared (?:to|with)) ?(?:LY|PY|last year)\b"

_COMPARED = r"\b(?P<compared>vs\.?|versus|against|than|compared (?:to|with)|compare to|compare with|relative to)"
_THE_TRAILING_BEFORE = rf"{_COMPARED} (?:the )?(?:prior|previous|preceding) (?:[LTR]\d+[MDW]|LTM|TTM)\b"
_SAME_POINT = (
    rf"{_COMPARED} (?:at )?(?:the )?same (?:point|time|stage|period|days|dates) (?:in |of )?(?:the )?"
    r"(?:last|previous|prior) (?P<unit>week|month|quarter)\b"
)
"""As in "so far this quarter vs the same point last quarter": as many days of it."""

_WORK = r"(?:project|engagement|job|production|work|retainer|contract)"
_SINCE_IT_BEGAN = (
    rf"\bsince (?:(?:it|they|we|the {_WORK})(?: was| were| first)? (?:started|began|begun|launched|kicked off)|"
    rf"(?:its |the |{_WORK} )*(?:start|beginning|kick[- ]?off|launch|outset|inception|day one)"
    rf"(?: of (?:the {_WORK}|it))?)(?=\s*(?:[,?.!]|$)| (?:by|per)\b)"
)
"""As in "hours on Apollo since it started": all there are until now."""

_WHERE_IT_WENT = (
    r"^where(?:'s| (?:did|does|do|is|are|has|have|was|were)) "
    r"(?:(?P<whose>.+?(?:'s?)?) time (?:go|going|gone|being spent|been spent|spent)|"
    r"(?P<who>.+?) (?:been )?(?:spend|spent|spending|put|putting|logging) "
    r"(?:most of |the most of |all of |all |so much of )?(?:our|their|her|his|my|its|the) time)(?: going)?\b"
)
"""As in "where did our time go last month": the hours by project."""
_US_ALL = frozenset(
    {"our", "the", "all the", "all our", "we", "the team's", "team's", "people", "people's", "the team"}
)


_BY = re.compile(r"\b(?:by|per) (?!(?:the )?(?:end|\d))", re.IGNORECASE)


def _bare(who: str) -> str:
    return who.removesuffix("'").removesuffix("'s")


def _by_project(found: re.Match[str]) -> str:
    who = found["whose"] or found["who"]
    if who.casefold() in ("my", "i"):
        return "my hours by project"
    named = "" if who.casefold() in _US_ALL else f" of {_bare(who)}"
    is_told_by = _BY.search(found.string, found.end())  # "where did our time go by client"
    return f"hours{named}" if is_told_by else f"hours{named} by project"


TURNS = rewordings(
    (_WHERE_IT_WENT, _by_project),
    (_SINCE_IT_BEGAN, "to date"),
    (_THE_TRAILING_BEFORE, r"\g<compared> the period before"),
    (_SAME_POINT, r"\g<compared> the previous \g<unit>"),
    (_THE_PAST_WEEKEND, "last weekend"),
    (_WORKING_AT_THE_WEEKEND, r"\g<lead> this weekend"),
    (_AT_THE_WEEKEND, r"\g<lead> last weekend"),
    (_HOURS_AT_THE_WEEKEND, r"\g<lead> last weekend"),
    (_BY_FISCAL, r"\g<per> \g<unit>"),
    (_THIS_AND_LAST, "this year vs last year"),
)
