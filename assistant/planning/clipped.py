"""Words cut short and signs in the place of words, as people type them in haste, written out before they are read."""

import re

from assistant.planning import amounts_written
from assistant.planning.guarded import Guarded, InTurn

_CUT = Guarded(
    r"\b(?P<short>excl|incl|avg|approx|vs|rev|util|hrs?|qtr|mth|wk|yr|dept|proj|mgr|acct|inv|max|min|"
    r"est)\.(?=[ ,]+[^\W\d_])",
    re.IGNORECASE,
)
"""As in "profit by project excl. internal": the full stop ends the word and no sentence."""

_QUARTER = Guarded(r"(?<=\b(?:last|this|next|prev) )q(?=[ ?.,!]|$)", re.IGNORECASE)
_COUNTED = (
    r"plan|planned|actuals?|budget|forecast|hours|hrs|used|sold|estimate[ds]?|billed|earned|targets?|tracked|scheduled|"
    r"booked|worked|month|week|quarter|year|q[1-4]|h[12]|20\d\d|ytd|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|"
    r"freelance|perm|t&m|retainers?|fixed|billable|internal|capacity"
)
_V = Guarded(rf"(?<=\w) v\.? (?=(?:the |last |this |prev(?:ious)? |un|non)?(?:{_COUNTED})\b)", re.IGNORECASE)
"""As in "plan v actual last week"; in "Smith v Jones" it is part of a name."""

_WITH_OR_WITHOUT = Guarded(r"\b(?P<way>ex|in)cl\b(?= \w)", re.IGNORECASE)
_SIGNS = {">=": "at least", "=>": "at least", "<=": "at most", "=<": "at most", ">": "over", "<": "under"}
_LIMIT = Guarded(r"(?<=\s)(?P<sign>>=|=>|<=|=<|>|<) ?(?=[€$£]?\d)")
_IN_DAYS = Guarded(
    r"\b(?P<limit>(?:over|under|more than|less than|older than|at least|at most) \d+) ?d\b", re.IGNORECASE
)
_NOT_BILLABLE = Guarded(r"\bnon[- ]?bill(?=\b(?!-))", re.IGNORECASE)
_BILLABLE = Guarded(r"\bbill(?= ?(?:vs\.?|versus|and|or|/|&|\+|,) ?non-billable\b)", re.IGNORECASE)
_AND_BILLABLE = Guarded(r"\bnon-billable(?P<joint> ?(?:vs\.?|versus|and|or|/|&|\+|,) ?)bill\b", re.IGNORECASE)


_OUTSTANDING = Guarded(r"(?<!\w)o/s(?!\w)", re.IGNORECASE)
_YEAR_ON_YEAR = Guarded(r"(?<![\w/])(?P<unit>[wmqy])/(?P=unit)(?![\w/])", re.IGNORECASE)
_PER_UNIT = Guarded(r"(?<![\w/])p/(?P<unit>[wmqy])(?![\w/])", re.IGNORECASE)
_UNITS = {"w": "week", "m": "month", "q": "quarter", "y": "year"}
_PER_PERSON = Guarded(r"(?<=[a-z]) pp(?= |\W*$)")
"""As in "hours pp last month"; behind a number these are percentage points."""

_COUNT_GLUED = Guarded(
    r"\b(?P<which>top|bottom|last|past|next|first|best|worst)(?P<count>\d{1,3})(?!\w)", re.IGNORECASE
)
_PERCENT_GLUED = Guarded(r"(?<=\d)(?: ?(?:pct|perc)| percents)\b\.?", re.IGNORECASE)
_INTERNAL = Guarded(r"\bint\.?(?= (?:hours|hrs|time|projects?|work)\b)", re.IGNORECASE)
_ONE_GLUED = Guarded(r"\b(?P<who>any|some|every)1\b", re.IGNORECASE)
_CUT_END = Guarded(
    r"\b(?P<verb>work|do|bill|book|track|burn|spend|earn|mak|overrunn|invoic|go)in(?:'(?!\w)|(?=[ ?.!,]|$))",
    re.IGNORECASE,
)
"""As in "what is Ben workin on"."""

_BOTTOM = Guarded(r"\bbot(?= \d)", re.IGNORECASE)
_NON_BILLABLE = Guarded(r"\bnb(?= (?:hours|hrs|time)\b)", re.IGNORECASE)
_PROJECTED = Guarded(r"\bproj\.? (?=rev(?:enue)?\b)", re.IGNORECASE)
_PIPELINE = Guarded(r"\bpipe(?= (?:by|value|weighted|next|this|for)\b|\W*$)", re.IGNORECASE)
_RECEIVABLES = Guarded(r"\bAR(?= (?:over|under|older|more|less|[<>]))")
_SMILEY = Guarded(r"(?:(?<=\s)|(?<=[.!?]))[:;]-?[)(DP](?=\s|$)")

_TWICE = Guarded(
    r"\b(?P<word>the|a|an|of|for|to|in|on|by|at|is|are|was|were|and|me|we|our|with|from|how|what|who|can|did|do|per|last|"
    r"this|next|show|many|much)(?: (?P=word)\b)+",
    re.IGNORECASE,
)
"""As in "show me the the hours", said or typed twice."""

_ALIKE = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)

_UM = Guarded(
    r"(?:(?<=^)|(?<=[ ,]))(?:u+m+|u+h+|e+r+m+|h+m+|uhm|ähm?|euh|ideally|preferably)\b[,.…]*\s*(?=\S)", re.IGNORECASE
)
"""As in "um can you show me", "hours of uh Ben", as it is dictated."""


def _without_stumbling(text: str) -> str:
    """The question without what is said twice, or while somebody thinks."""
    said = _UM.sub("", _SMILEY.sub("", text) if ":" in text or ";" in text else text)
    return " ".join((_TWICE.sub(r"\g<word>", said) if _ALIKE.search(said) else said).split()) or text


_WRITTEN_OUT = InTurn(
    (_OUTSTANDING, "outstanding"),
    (_YEAR_ON_YEAR, lambda found: f"{found['unit']}o{found['unit']}"),
    (_PER_UNIT, lambda found: f"per {_UNITS[found['unit'].casefold()]}"),
    (_COUNT_GLUED, r"\g<which> \g<count>"),
    (_PER_PERSON, " per person"),
    (_BOTTOM, "bottom"),
    (_NON_BILLABLE, "non-billable"),
    (_PROJECTED, "projected "),
    (_PIPELINE, "pipeline"),
    (_RECEIVABLES, "receivables"),
    (_PERCENT_GLUED, " %"),
    (_INTERNAL, "internal"),
    (_ONE_GLUED, r"\g<who>one"),
    (_CUT_END, r"\g<verb>ing"),
    (_QUARTER, "quarter"),
    (_V, " vs "),
    (_CUT, r"\g<short>"),
    (_WITH_OR_WITHOUT, lambda found: f"{found['way']}cluding"),
    (_LIMIT, lambda found: f"{_SIGNS[found['sign']]} "),
    (_IN_DAYS, r"\g<limit> days"),
    (_NOT_BILLABLE, "non-billable"),
    (_BILLABLE, "billable"),
    (_AND_BILLABLE, r"non-billable\g<joint>billable"),
)


def written_out(text: str) -> str:
    """The question with "excl." as excluding, "> 30d" as over 30 days, "bill vs nonbill" as billable and not."""
    return _WRITTEN_OUT.put(amounts_written.plainly(_without_stumbling(text)))
