"""Questions about what is wrong or missing in the data itself, which the list of data health answers."""

import re
from collections.abc import Mapping

from assistant.outcome import ToLookAfter
from assistant.planning.guarded import Guarded

_LEAD = (
    r"^\W*(?:(?:please|hi|hello|hey|ok|so|can|could|would|you|we|i|me|us|just|show|list|give|get|find|tell|display|see|"
    r"want|to|need|should|must|check|know|look|at|for|if|whether|what|which|who|where|whose|are|is|was|were|there|do|does|did|have|"
    r"has|got|any|anyone|anybody|someone|somebody|some|all|the|our|my|of|how|many|much|still|now|currently|right)\b\W*)*"
)
_TAIL = (
    r"(?:\W*(?:please|now|right now|today|currently|at the moment|at all|yet|so far|do we have|are there|there))*\W*$"
)
_NO = r"(?:(?:with|have|has|having|that have|who have|that has) )?(?:no|without|without an?|missing|lacking|lack an?|lacks an?)"
_NOT = r"(?:(?:do|does) ?(?:n[o']?t|not) have|have ?n[o']?t|has ?n[o']?t)(?: got)?(?: an?| any)?"
_WITHOUT = rf"(?:that |who )?(?:{_NO}|{_NOT})"
_RATE = r"(?:hourly |internal )?cost rates?(?: set| yet)?"
_PRICE = r"(?:bill(?:ing|able)? rates?|charge rates?|hourly rates?|price|prices|sales rates?)(?: set| yet)?"
_WORK = r"(?:projects?|productions?|clients?|customers?|deals?|accounts?|opportunit(?:y|ies))"
_AGREEMENT = r"(?:budgets?|agreements?|contracts?|retainers?)"
_OVER = r"(?:closed|archived|finished|completed|ended|done|dead|old|inactive)"
_TIME = r"(?:time|hours?|entries|time entries|work|timesheets?)"
_LOGS = r"(?:log(?:s|ged|ging)?|book(?:s|ed|ing)?|track(?:s|ed|ing)?|record(?:s|ed|ing)?|work(?:s|ed|ing)?|enter(?:s|ed|ing)?)"

_ASKED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "people without a cost rate": (
        ("missing_cost_rate",),
        (
            rf"(?:people|person|staff|employees?|contractors?|hours?|time)? ?{_WITHOUT} {_RATE}",
            rf"(?:missing|no|unknown) {_RATE}",
            rf"{_RATE} (?:missing|unknown|not set)",
        ),
    ),
    "hours without a price": (
        ("missing_bill_rate",),
        (
            rf"(?:people|person|staff|employees?|projects?|hours?|time|entries)? ?{_WITHOUT} {_PRICE}",
            rf"(?:missing|unknown) {_PRICE}",
            rf"{_PRICE} (?:missing|not set)",
        ),
    ),
    "budgets without an end": (
        ("budget_without_end",),
        (
            rf"{_AGREEMENT} {_WITHOUT} (?:an? )?end(?: date|s)?",
            rf"{_AGREEMENT} (?:that )?never ends?",
            r"open[- ]ended (?:budgets?|agreements?|contracts?)",
            rf"end dates? (?:missing|not set)(?: (?:on|for|of|in) {_AGREEMENT})?",
            rf"missing end dates?(?: (?:on|for|of|in) {_AGREEMENT})?",
        ),
    ),
    "notes that are out of date": (
        ("stale_notes",),
        (
            r"(?:stale|old|outdated|out[- ]of[- ]date|out[- ]dated) (?:project |client |status )?notes?",
            r"notes? (?:that )?(?:is|are |have |has )?(?:gone |been )?(?:stale|old|outdated|out of date)",
            rf"{_WORK} (?:with|have|has|that have) (?:stale|old|outdated|out[- ]of[- ]date) notes?",
        ),
    ),
    "time on projects that are over": (
        ("archived_project",),
        (
            rf"{_LOGS} (?:any )?(?:{_TIME} )?(?:on|to|against|for|in) (?:an? |any )?(?:already )?{_OVER} projects?",
            rf"{_TIME} (?:that (?:was|were|is|are) )?{_LOGS} (?:on|to|against|after) (?:an? |any )?{_OVER} projects?",
        ),
    ),
    "days of more than 24 hours": (
        ("over_24_hours",),
        (
            r"(?:days?|people|entries|anyone|logged)? ?(?:with |of )?(?:over|more than|above|beyond) 24 ?(?:h|hours?)(?: (?:in|on|per|a) (?:a |one )?(?:single )?day)?",
        ),
    ),
    "time dated later than today": (
        ("later_than_today",),
        (
            rf"{_TIME} (?:dated |logged |entered )?(?:in|for|into) the future",
            rf"future[- ]dated {_TIME}",
        ),
    ),
    "time outside a contract": (
        ("outside_contract",),
        (
            rf"{_TIME} (?:logged |tracked )?(?:outside|after|before)(?: of)? (?:an? |their |the )?(?:contracts?|employment)(?: (?:ended|ends|began|starts?))?",
            rf"{_LOGS} (?:any )?(?:{_TIME} )?(?:outside|after|before)(?: of)? (?:an? |their |the )?(?:contracts?|employment)(?: (?:ended|ends|began|starts?))?",
        ),
    ),
    "two budgets in force at once": (
        ("two_budgets",),
        (
            r"overlapping (?:budgets?|agreements?|contracts?)",
            r"(?:budgets?|agreements?|contracts?) (?:that )?overlap(?:ping)?",
            r"projects? with (?:two|several|overlapping|multiple|2) (?:budgets?|agreements?)(?: (?:in force )?at once)?",
        ),
    ),
    "work without a known owner": (
        ("unknown_owner",),
        (
            rf"{_WORK} {_WITHOUT} (?:an? )?(?:owner|project manager|account manager|manager|pm|am|lead|one responsible)",
            rf"{_WORK} (?:that )?(?:nobody|no one) (?:owns|manages|looks after)",
            r"(?:unknown|missing) (?:owners?|managers?|project managers?|account managers?)",
        ),
    ),
    "rows in quarantine": (
        ("quarantine",),
        (
            r"(?:in |rows? in |data in |the )*quarantined?(?: rows?)?",
            r"(?:rows?|records?) (?:that )?(?:were |was )?(?:rejected|quarantined|not loaded|failed)(?: to load| in the (?:import|ingest))?",
        ),
    ),
    "missing exchange rates": (
        ("no_exchange_rate",),
        (r"missing (?:exchange|currency|fx) rates?", r"(?:exchange|currency|fx) rates? (?:missing|not set)"),
    ),
    "invoices before their project": (
        ("invoice_before_project",),
        (
            r"invoices? (?:issued |sent |dated )?before (?:the |their |its )?project(?:s)?(?: start\w*| began| begins?)?",
        ),
    ),
    "how fresh the data is": (
        ("freshness",),
        (
            r"(?:fresh|recent|current|up[- ]to[- ]date|old|stale) (?:is |are )?(?:the |our |this |your )?(?:data|numbers|figures)(?: is| are)?",
            r"(?:the |our |this |your )?(?:data|numbers|figures) (?:fresh|recent|current|up[- ]to[- ]date|stale)",
            r"(?:the |our |this |your )?(?:data|numbers|figures) (?:last )?(?:updated|imported|loaded|refreshed|ingested)(?: last)?",
            r"data freshness",
            r"(?:when )?(?:was |is |were )?(?:the |our |my |your )?(?:last|latest|most recent) (?:data )?(?:import|ingest|refresh|sync|load|update)(?: of the data)?(?: done| run| made)?",
            r"(?:when )?(?:did|have|has) (?:we|you|reckon|anybody|somebody) last (?:import|imported|ingest|ingested|refresh|refreshed|sync|synced|load|loaded|update|updated)(?: the| our| any)? (?:data|numbers|figures|exports?)",
        ),
    ),
    "": (
        (),
        (
            r"(?:needs?|need to|needing|to|should|must|i should)? ?(?:be )?(?:chas(?:e|ing|ed)|clean(?:ing|ed)? up|tidy(?:ing)? up)(?: up)?(?: first| next)?",
            r"(?:my |our |the |today's )?chas(?:e|ing|er) list",
            r"data (?:health|quality)(?: check| report| list| issues?| problems?)?",
            r"(?:data|timesheet and data) (?:issues?|problems?|errors?|gaps?)",
            r"(?:wrong|missing|broken|incomplete|off) (?:in|with|from) (?:the |our |my )?data",
            r"(?:the |our |my )?data (?:complete|clean|ok|okay|in order|healthy|reliable|trustworthy)",
            r"reckon check",
        ),
    ),
}

_PATTERNS = tuple(
    (about, findings, Guarded(rf"{_LEAD}(?:{'|'.join(patterns)}){_TAIL}", re.IGNORECASE))
    for about, (findings, patterns) in _ASKED.items()
)
_WORDS = Guarded(
    r"rate|price|end|note|project|24|future|contract|employ|budget|agreement|owner|manage|pm\b|am\b|quarantine|row|record|"
    r"invoice|data|number|figure|import|ingest|refresh|sync|chas|clean|tidy|check|lead|owns|looks",
    re.IGNORECASE,
)
_WHO = Guarded(r"\W*who\b", re.IGNORECASE)
LONGEST = 160


def asked(text: str) -> ToLookAfter | None:
    """What of the list is asked for, where nothing else is; None for any other question."""
    if len(text) > LONGEST or not _WORDS.search(text):
        return None
    of_people = _WHO.match(text) is not None  # "who to chase" asks for the timesheets that are missing
    for about, findings, pattern in _PATTERNS:
        if pattern.match(text) and (about or not of_people):
            return ToLookAfter("", about=about, findings=findings)
    return None
