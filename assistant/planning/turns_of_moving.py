"""How far things moved, put in other words, said plainly: "doubled", "lost 10 % of", "biggest drop first"."""

import re
from collections.abc import Callable

from assistant.planning.rewording import rewordings

_HOW = r"(?:(?:by )?(?P<how>more than|over|at least|no less than|at most|less than|up to)\s+)?"
_MEASURE = r"revenues?|hours|billings?|income|turnover|fees|margin|profit|utili[sz]ation|work"
_NUMBER = r"\d+(?:[.,]\d+)?"

_POINTS = (
    rf"(?P<number>{_NUMBER})"
    r"(?:[- ]?(?:percentage|percent|%)[- ]?points?|\s?(?:pp|ppts?|pps|p\.p\.|pts)\b|[- ]points?\b)"
)
_MOVED = re.compile(
    r"\b(?:fell|fall\w*|dropp?\w*|declin\w+|decreas\w+|ros[en]|rise\w*|grew|grow\w*|increas\w+|chang\w+|mov\w+|up|down|"
    r"improv\w+|worsen\w*|slipp?\w*|climb\w*|jump\w*|shrunk|shrank|lost|gained|better|worse|targets?|goals?)\b",
    re.IGNORECASE,
)
"""Where nothing moved, points are no percent: "story points"."""

TIMES = {"doubled": 100, "tripled": 200, "trebled": 200, "quadrupled": 300}
_DOUBLED = rf"\b(?P<more>more than |at least |over )?(?P<times>{'|'.join(TIMES)})\b(?! (?:the|our|their|its|in)\b)"
_DOUBLED_ITS = (
    rf"\b(?P<more>more than |at least |over )?(?P<times>{'|'.join(TIMES)}|halved) (?:their|its) (?P<what>{_MEASURE})\b"
)
_ON_ANOTHER = (
    r"(?<=\d)(?P<size>(?: ?(?:%|percent|k|hours?|days?))?(?: or more| or less)?),? on "
    r"(?=(?:the )?(?:last|previous|prior|same|year|month|quarter|week)\b|q[1-4]\b|20\d\d\b)"
)
"""As in "up 20 % on last year"."""

_HALVED = r"\b(?P<more>more than |at least |over )?halved\b"
_PARTS = {"half": 50, "a quarter": 25, "a fifth": 20, "a tenth": 10}
_BY_A_PART = (
    r"\bby (?P<how>more than |over |at least |less than )?"
    r"(?P<part>half|a quarter|a fifth|a tenth)(?: or more)?\b(?! of\b)"
)

_LOST = (
    rf"\b(?:that|which|who|have|has|'ve|we)?\s*(?P<way>lost|gained) {_HOW}(?P<size>[^ ]+(?: ?%| percent)?) "
    rf"(?:of|in) (?:their |its |our |the )?(?P<what>{_MEASURE})\b"
)
"""As in "clients that lost more than 20 % of their revenue"."""

_IN_CHANGE = (
    r",? ?\b(?:and )?(?:ordered|sorted|ranked|order|sort|rank)(?: them| it)? by (?:the |their |its )?"
    r"(?:size of (?:the )?)?(?:change|difference|delta|growth)(?: in [a-z]+)?"
    r"(?:,? ?(?:and |with )?(?:the )?(?P<end>[a-z]+(?: [a-z]+)?) (?:first|on top|at the top))?"
)
"""As in "ordered by change, biggest drop first"."""

_DOWN = re.compile(r"drop|fall|loss|los|declin|decreas|lowest|worst|smallest|shrink|negative", re.IGNORECASE)


def _times(found: re.Match[str]) -> str:
    how = "more than" if found["more"] in ("more than ", "over ") else "at least"
    return f"grew by {how} {TIMES[found['times'].casefold()]} %"


def _doubled_its(found: re.Match[str]) -> str:
    halved = found["times"].casefold() == "halved"
    size = 50 if halved else TIMES[found["times"].casefold()]
    how = "more than" if found["more"] in ("more than ", "over ") else "at least"
    return f"{'fell' if halved else 'grew'} by {how} {size} % in {found['what']}"


def _halved(found: re.Match[str]) -> str:
    return f"fell by {'more than' if found['more'] in ('more than ', 'over ') else 'at least'} 50 %"


def _by_a_part(found: re.Match[str]) -> str:
    return f"by {found['how'] or 'at least '}{_PARTS[found['part'].casefold()]} %"


def _lost(found: re.Match[str]) -> str:
    way = "fell" if found["way"].casefold() == "lost" else "grew"
    return f" whose {found['what']} {way} by {found['how'] or 'at least'} {found['size']}"


def _in_change(found: re.Match[str]) -> str:
    down = found["end"] and _DOWN.search(found["end"])
    return f", {'lowest' if down else 'highest'} change"


def _where_it_moved(meant: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    """What is meant only where the question says that something moved; as it stands in any other."""
    return lambda found: meant(found) if _MOVED.search(found.string) else found.group()


_FASTER = r"\b(?P<how>faster|slower) than (?=\d)"
_SLIPPED = rf"\b(?P<what>{_MEASURE}) (?:has |have )?slipped\b"
"""As in "growing faster than 10 %", "margin slipped by 3 points", where no milestone is late."""

_TAKES_UP = (
    r"\b(?:takes?|took|eats?|ate|accounts? for|represents?|makes?|made)(?: up)? (?P<limit>(?:more|less|over|"
    r"under|at least)(?: than)? \d+(?:[.,]\d+)? ?(?:%|percent|per cent)) of "
    r"(?P<whole>(?:our |the |all |all our )?(?:tracked |billable |total )?(?:hours|time|revenue|income))\b"
)
"""As in "which projects take more than 15 % of our hours": of the hours of all."""


def _share_of_all(found: re.Match[str]) -> str:
    whole = re.sub(r"^(?:(?:our|the|all) )+(?:total )?", "", found["whole"], flags=re.IGNORECASE)
    return f"with {found['limit']} of {'tracked hours' if whole.casefold() in ('hours', 'time') else whole}"


TURNS = rewordings(
    (_TAKES_UP, _share_of_all),
    (_SLIPPED, r"\g<what> fell"),
    (
        _FASTER,
        _where_it_moved(lambda found: f"by {'more' if found['how'].casefold() == 'faster' else 'less'} than "),
    ),
    (_POINTS, _where_it_moved(lambda found: f"{found['number']} %")),
    (_ON_ANOTHER, _where_it_moved(lambda found: f"{found['size']} against ")),
    (_BY_A_PART, _where_it_moved(_by_a_part)),
    (_DOUBLED_ITS, _doubled_its),
    (_DOUBLED, _times),
    (_HALVED, _halved),
    (_LOST, _lost),
    (_IN_CHANGE, _in_change),
)
