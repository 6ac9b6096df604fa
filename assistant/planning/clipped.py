"""Words cut short and signs in the place of words, as people type them in haste, written out before they are read."""

import re

_CUT = re.compile(
    r"\b(?P<short>excl|incl|avg|approx|vs|rev|util|hrs?|qtr|mth|wk|yr|dept|proj|mgr|acct|inv|max|min|"
    r"est)\.(?=[ ,]+[^\W\d_])",
    re.IGNORECASE,
)
"""As in "profit by project excl. internal": the full stop ends the word and no sentence."""

_QUARTER = re.compile(r"(?<=\b(?:last|this|next|prev) )q(?=[ ?.,!]|$)", re.IGNORECASE)
_COUNTED = (
    r"plan|planned|actuals?|budget|forecast|hours|hrs|used|sold|estimate[ds]?|billed|earned|targets?|tracked|scheduled|"
    r"booked|worked|month|week|quarter|year|q[1-4]|h[12]|20\d\d|ytd|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|"
    r"freelance|perm|t&m|retainers?|fixed|billable|internal|capacity"
)
_V = re.compile(rf"(?<=\w) v\.? (?=(?:the |last |this |prev(?:ious)? |un|non)?(?:{_COUNTED})\b)", re.IGNORECASE)
"""As in "plan v actual last week"; in "Smith v Jones" it is part of a name."""

_WITH_OR_WITHOUT = re.compile(r"\b(?P<way>ex|in)cl\b(?= \w)", re.IGNORECASE)
_SIGNS = {">=": "at least", "=>": "at least", "<=": "at most", "=<": "at most", ">": "over", "<": "under"}
_LIMIT = re.compile(r"(?<=\s)(?P<sign>>=|=>|<=|=<|>|<) ?(?=[€$£]?\d)")
_IN_DAYS = re.compile(
    r"\b(?P<limit>(?:over|under|more than|less than|older than|at least|at most) \d+) ?d\b", re.IGNORECASE
)
_NOT_BILLABLE = re.compile(r"\bnon[- ]?bill(?=\b(?!-))", re.IGNORECASE)
_BILLABLE = re.compile(r"\bbill(?= ?(?:vs\.?|versus|and|or|/|&|\+|,) ?non-billable\b)", re.IGNORECASE)
_AND_BILLABLE = re.compile(r"\bnon-billable(?P<joint> ?(?:vs\.?|versus|and|or|/|&|\+|,) ?)bill\b", re.IGNORECASE)


def written_out(text: str) -> str:
    """The question with "excl." as excluding, "> 30d" as over 30 days, "bill vs nonbill" as billable and not."""
    text = _V.sub(" vs ", _QUARTER.sub("quarter", text))
    text = _CUT.sub(r"\g<short>", text)
    text = _WITH_OR_WITHOUT.sub(lambda found: f"{found['way']}cluding", text)
    text = _IN_DAYS.sub(r"\g<limit> days", _LIMIT.sub(lambda found: f"{_SIGNS[found['sign']]} ", text))
    text = _BILLABLE.sub("billable", _NOT_BILLABLE.sub("non-billable", text))
    return _AND_BILLABLE.sub(r"non-billable\g<joint>billable", text)
