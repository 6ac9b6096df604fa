"""Writes a question out in full before it is read: what is said once for two things, and what carries nothing."""

import re

_UNITS = "day|week|month|quarter|year"
_ONE_FOR_TWO = re.compile(
    rf"\b(?P<which>this|last|next|past|previous|current)\s+(?P<first>{_UNITS})\s*(?P<joint>or|and|/)\s*"
    rf"(?P<second>{_UNITS})\b(?!\s+(?:to|before|over|on|in)\b)",
    re.IGNORECASE,
)
"""As in "this month or quarter": this month or this quarter."""

_SOURCES = "view|document|doc|docs|sheet|spreadsheet|dataset|data set|database|file|workbook|tab|export|system|tool"
_WHERE_IT_STANDS = re.compile(
    rf"\s*\b(?:based on|according to|in|from|using|per|within)\s+(?:the|my|our|this)\s+(?:[\w&'-]+\s+){{0,2}}"
    rf"(?:{_SOURCES})\b",
    re.IGNORECASE,
)
"""As in "in my Invoices document": where the asker believes the data to stand; it is in one place here."""

_HOW_FAR_AHEAD = re.compile(
    rf"\b(?P<count>\d+|two|three|four|five|six|nine|twelve|eighteen)[- ](?P<unit>{_UNITS})[- ]"
    rf"(?P<of>(?:[a-z]+ ){{0,2}})(?P<what>forecast|outlook|projection|pipeline)\b",
    re.IGNORECASE,
)
"""As in "a 6-month forecast": a forecast for the next 6 months."""

_PASSES = (
    (_HOW_FAR_AHEAD, r"\g<of>\g<what> for the next \g<count> \g<unit>s"),
    (_ONE_FOR_TWO, r"\g<which> \g<first> \g<joint> \g<which> \g<second>"),
    (_WHERE_IT_STANDS, ""),
)


def in_full(text: str) -> str:
    """The question with everything said that it means, and nothing that changes no answer."""
    for pattern, written in _PASSES:
        text = pattern.sub(written, text)
    return text.strip()
