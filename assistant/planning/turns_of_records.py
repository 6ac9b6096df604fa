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
    r"^(?:who(?:'s| has| have)|(?P<any>has any(?:one|body)|does any(?:one|body) have))(?: got)? (?:any |some )?"
    r"(?P<leave>vacation|holidays?|annual leave|leave|time off|pto|days off)"
    r"(?: (?:already )?(?:booked|planned|scheduled|lined up)(?: in| off)?\b|(?= (?:next|this|today|tomorrow|in|over|on|"
    r"from|between|around|during|coming|before) ))"
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

_COUNT = r"(?P<count>\d+|two|three|four|five|six|eight|ten|twelve)"
_NOT_IN = (
    r"\b(?P<denied>(?:haven['’]?t|hasn['’]?t|have not|has not|have never|not (?:been )?[a-z]+ed|had no|"
    r"no (?:activity|hours|time|payments?|invoices?))\b(?:(?! in )[^?])*?)"
    rf" (?:in|for) {_COUNT} (?P<unit>days|weeks|months)(?! (?:time|from now)\b)"
)
"""As in "who hasn't logged time in 2 weeks": in the last two."""

_NEVER_PAID = (
    r"\b(?P<who>clients?|customers?|accounts?) (?:(?:that|who|which) )?(?:haven['’]?t|hasn['’]?t|have not|has not) paid"
    r"(?: us)?(?: anything| a cent| at all)?(?= (?:in|for|since|this|during|over) )"
)
"""As in "which clients haven't paid us in 60 days": without a payment in them."""

_HOW_WE_TRACK = (
    r"^how(?: are|'re) (?:we|things) (?:tracking|pacing|trending|doing) "
    r"(?:against|to|towards?|on|vs\.?|versus|compared (?:to|with)) (?:our |the )?"
    r"(?=(?:[\w€$£.,]+ ){1,4}(?:targets?|goals?|quotas?)\b)"
)
"""As in "how are we tracking against our revenue target": not how time is tracked."""

_WHEN_TO_HIRE = r"^when (?:will|do|should|would|must) we (?:need|have) to (?:hire|recruit)\b"
_HOURS_REMAIN = (
    r"^how (?P<many>many|much)(?P<what> hours?| time| days?| budget| money)? (?:still )?remains?\b"
    r"(?! to (?:be done|do)\b)"
)

_HALF = r"(?:the )?(?:first|second|1st|2nd) half"
_BESIDE = r"(?P<joint> (?:vs\.?|versus|against|and|(?:when )?compared (?:to|with)) (?:in )?)"
_HALVES = rf"\b(?P<one>{_HALF}){_BESIDE}(?P<other>{_HALF}) (?:of |in )?(?P<year>(?:last|this) year|\d{{4}})\b"
"""As in "the first half compared to the second half of last year": both of that year."""

_SPLIT = (
    r"\b(?:what(?:'s| is| was) )?(?:the |our )?(?:split|mix|balance) (?:of [\w ]+? )?between (?P<one>[^?,]+?) and "
    r"(?P<other>[^?,]+? (?:revenue|hours|profit|cost|income|time|turnover))\b"
)
"""As in "the split between fixed price and T&M revenue": beside each other."""

_NOBODY = r"been|we|they|i|you|it|our|the (?:team|agency|studio|firm|project|client|budget)"
_BUDGET_OF_ONE = (
    r"^how much of (?:the |our )?(?P<first>(?!budgets?\b)[^?]*? )?budget(?P<of> (?:for|of|on) [^?]+?)? "
    rf"(?:did|has|have) (?P<who>(?!(?:{_NOBODY})\b)[^?]+?)(?: already)? (?:used?|spen[dt]|burn(?:ed|t)?|consumed?|"
    r"eaten|taken)(?: up)?(?=\W*$| (?:so far|this|last|in)\b)"
)
"""As in "how much of the Apollo budget did Ana use": what a budget is used by is not told for one person."""

_OTHERWISE = r"(?: by | per |unpaid|overdue|open|outstanding|paid|late|draft|due|day|with|over|above|below|under|older)"
_LIST_INVOICES = (
    r"^(?:please )?(?:show|list|give|send|get)(?: me| us)?(?: all)?(?: of)?(?: the| our)? (?:sent |issued )?invoices\b"
    r"(?: (?:that )?(?:we )?(?:have )?(?:sent|issued|raised)(?: out)?\b)?"
    rf"(?P<rest>(?:(?!{_OTHERWISE})[^?])*?)(?=\W*$)"
)
"""As in "show me the invoices for Acme this year": one by one."""

_LEFT_IN_PIPELINE = r"\b(?P<what>what(?:'s| is)|how much(?: money)? is) (?:still )?left in (?=(?:the |our )?pipeline\b)"
_TO_STAFF = (
    r"^who (?:should|can|could|would) (?:i|we) (?:staff|assign|put|place) (?:on|to|onto) (?:a|an|the|our) "
    r"(?:new |next )?(?:project|job|engagement)(?: (?:that )?(?:starting|starts|beginning|begins|kicking off))?"
    r"(?= (?:in|from|on|next|this)\b)"
)
"""As in "who should I staff on a new project starting in November": whoever is free then."""


def _of_somebody(found: re.Match[str]) -> str:
    first = f" of {found['first'].strip()}" if found["first"] else ""
    rows = "team" if re.search(r"\bteam\b", found["who"], re.IGNORECASE) else "person"
    return f"budget used by {rows}{first}{found['of'] or ''}"


def _will_be_away(found: re.Match[str]) -> str:
    leave = found["leave"].casefold()
    return f"who will be on {'leave' if leave in ('time off', 'days off', 'pto') else leave}"


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
    (_LEAVE_BOOKED, _will_be_away),
    (_OF_EACH_BUDGET, "share of budget used by budget"),
    (_PAY_PER_HOUR, _ends),
    (_AND_SHARE_OF_EACH, " and their share"),
    (_NEVER_PAID, r"\g<who> with no payments"),
    (_NOT_IN, r"\g<denied> in the last \g<count> \g<unit>"),
    (_HOW_WE_TRACK, "are we on track to hit "),
    (_WHEN_TO_HIRE, "capacity gap"),
    (_HOURS_REMAIN, r"how \g<many>\g<what> are left"),
    (_HALVES, r"\g<one> of \g<year>\g<joint>\g<other> of \g<year>"),
    (_SPLIT, r"\g<one> vs \g<other>"),
    (_BUDGET_OF_ONE, _of_somebody),
    (_LIST_INVOICES, r"which invoices did we send\g<rest>"),
    (_LEFT_IN_PIPELINE, r"\g<what> in "),
    (_TO_STAFF, "who is free"),
    (_IN_OTHER_WORDS, r"\g<by> \g<row>"),
)
