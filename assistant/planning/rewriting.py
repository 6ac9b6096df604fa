"""Writes a question out in full before it is read: what is said once for two things, and what carries nothing."""

import re

from assistant.planning import (
    everyday,
    everyday_spoken,
    turns_ahead,
    turns_of_boards,
    turns_of_comparing,
    turns_of_deals,
    turns_of_delivery,
    turns_of_finance,
    turns_of_firms,
    turns_of_grouping,
    turns_of_lists,
    turns_of_money,
    turns_of_moving,
    turns_of_offices,
    turns_of_owners,
    turns_of_people,
    turns_of_phrase,
    turns_of_projects,
    turns_of_records,
    turns_of_staff,
    turns_of_studios,
    turns_of_the_day,
    turns_of_time,
    turns_of_work,
)
from assistant.planning.basis import on_one_basis
from assistant.planning.clipped import written_out
from assistant.planning.dates_words import MONTHS, WEEKDAYS
from assistant.planning.guarded import Guarded, InTurn
from assistant.planning.rewording import Table, plainly, rewordings

_UNITS = "day|week|month|quarter|year"
_ONE_FOR_TWO = (
    rf"\b(?P<which>this|last|next|past|previous|current)\s+(?P<first>{_UNITS})\s*(?P<joint>or|and|/)\s*"
    rf"(?P<second>{_UNITS})\b(?!\s+(?:to|before|over|on|in)\b)"
)
"""As in "this month or quarter": this month or this quarter."""

_SOURCES = "view|document|doc|docs|sheet|spreadsheet|dataset|data set|database|file|workbook|tab|export|system|tool"
_OUR_TABLES = r"(?:invoices?|budgets?|timesheets?|expenses?|bookings?|deals?|tasks?|absences?|payments?|pipeline)"
_STANDS_IN = r"\s*\b(?:based on|according to|in|from|using|per|within)\s+(?:the|my|our|this)\s+"
_WHERE_IT_STANDS = rf"{_STANDS_IN}(?!(?:[\w&'-]+\s+)?{_OUR_TABLES}\s)(?:[\w&'-]+\s+){{0,2}}(?:{_SOURCES})\b"
"""As in "based on the ProjectProfitability view": where the asker believes the data to stand."""

_IN_A_TABLE = Guarded(rf"{_STANDS_IN}(?:[\w&'-]+\s+)?{_OUR_TABLES}\s+(?:{_SOURCES})\b", re.IGNORECASE)
"""As in "revenue in my Invoices document": it may be what is invoiced that is asked for."""

_INTO_A_FILE = (
    r"\s+(?:to|as|into|in)\s+(?:an? |my |the )?(?:excel|csv|xlsx|google sheets?|spreadsheet)"
    r"(?: (?:file|format|sheet|workbook))?(?=[?.! ]*$)"
)
"""As in "export hours by client to Excel": every table can be had as a file."""

_HOW_FAR_AHEAD = (
    rf"\b(?P<count>\d+|two|three|four|five|six|nine|twelve|eighteen)[- ](?P<unit>{_UNITS})[- ]"
    rf"(?P<of>(?:[a-z]+ ){{0,2}})(?P<what>forecast|outlook|projection|pipeline)\b"
)
"""As in "a 6-month forecast": a forecast for the next 6 months."""

_ORDINAL = "first|second|third|fourth"
_ONE_QUARTER_FOR_TWO = (
    rf"\b(?P<first>{_ORDINAL}) quarter (?P<joint>against|vs\.?|versus|compared (?:to|with)|and|or|than) the "
    rf"(?P<second>{_ORDINAL})\b(?! quarter)"
)
"""As in "the third quarter against the second"."""

_OCCASION = (
    r"^for (?:my|our|the|a|tomorrow's|today's) (?:[\w']+ )?(?:meeting|call|presentation|review|board meeting|"
    r"workshop)"
    r"(?: with (?:the |my |our )?\w+)?(?: (?:today|tomorrow|later|on \w+day|next week))?,? "
    r"(?=i |we |please|can |could |what|how)"
)
"""As in "for my meeting with the board tomorrow I need …": what an answer is for changes nothing in it."""

_WHAT_HAPPENS = r"^what (?:happens|(?:would|will|does|could) happen) (?:to|with) (?:our |the )?capacity (?:if|in case) "

_WON = r"(?:close|closes|closed|is won|are won|comes? in|lands?|goes ahead|comes? through|happens?)"
_CAN_WE = r"(?=.*\b(?:capacity|people|staff|enough|hire|room|bandwidth|deliver|able)\b)"
_THE_DEAL = (
    r"(?:we (?:win|close|land|get) (?:the |our )?(?:deal (?:with|of|for) )?(?P<won>.+?)(?: deal)?|"
    rf"(?:the |our )?(?:deal (?:with|of|for) (?P<of>.+?)|(?P<deal>.+?) deal) {_WON}|"
    rf"(?:the )?(?P<called>(?!(?:all|every|everything|both|the|our|open|no|a|any)\b)[\w&'. -]+?) {_WON})"
)
_THEN = r"(?:, ?(?:then )?| (?:then )?(?=(?:do|does|have|can|could|will|would|is|are|who|what|when|how)\b))"
_IF_ONE = rf"^(?:what )?(?:if|assuming|suppose) {_THE_DEAL}{_THEN}(?P<rest>{_CAN_WE}.+?)[?.!\s]*$"
_ONE_LAST = (
    rf"^(?P<rest>{_CAN_WE}.+?),? (?:if|assuming|in case) (?!we win everything){_THE_DEAL}"
    r"(?P<more>,? (?:by|per|next|this|in) .+?)?[?.!\s]*$"
)
"""As in "if the Northwind deal closes, do we have capacity": asked of the gap in capacity, for that deal or all."""


_ALL = Guarded(r"(?:all|every|everything|them|it|the|this|that|our)\b", re.IGNORECASE)


_FOR_IT = Guarded(r"\s+(?:for|to (?:do|deliver|staff|cover)) (?:it|that|this|them)\b[?.! ]*$", re.IGNORECASE)
"""As in "do we have people for it", of the deal that was named."""


def _for_one(found: re.Match[str]) -> str:
    deal = found["won"] or found["of"] or found["deal"] or found["called"]
    rest = _FOR_IT.sub("", found["rest"])
    return rest if _ALL.match(deal) else f"{rest} for the {deal} deal"


_METHOD = (
    r"^(?:so |and )?how (?:is|are|was|were) (?:the |our |a )?(?P<what>[\w &-]+?) (?:recogni[sz]ed|calculated|"
    r"computed|"
    r"measured|defined|worked out|determined|derived)(?: here| by you| in reckon)?[?.! ]*$"
)
"""As in "how is revenue recognized": what it means is asked, and no number."""

_OF_BUDGET = (
    r"(?P<share>\d+(?:[.,]\d+)? ?(?:%|percent|per cent))(?: of)? (?:the |their |its |our |a )?budgets?"
    r"(?!.*\b(?:used|spent|burn\w*|consumed|left|remain\w*|gone)\b)"
)
"""As in "projects over 80 % of budget", where no other word says what of it."""

_STATUS_OF = (
    r"\bstatus (?:of|for|on|across) (?P<which>(?:all|each|every|my|our|the|of|active|open|running|ongoing|\s)*)"
    r"(?P<noun>projects?|productions?)\b(?! \w+ (?:for|of))"
)
"""As in "the status of all my projects": how each of them is."""


_WHY_RED = (
    r"^(?:so |and |but )?why (?:is|are) (?P<what>.+?) (?:so |still |now |marked |shown )?(?:as )?"
    r"(?:red|amber|yellow|orange|unhealthy)[?.! ]*$"
)
"""As in "why is Q3 Tower red": its health is told with the reasons."""

_SOMEBODY = r"(?!we\b|you\b|they\b|there\b|it\b|this\b|that\b)[^\W\d_][\w'.-]*(?: [^\W\d_][\w'.-]*){0,2}?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)"
_BE_THERE = (
    rf"^(?:(?:will|is|are) (?P<who>{_SOMEBODY}) (?:going to )?(?:be )?(?:there|around|in the office|at work|working)"
    rf"|will (?P<works>{_SOMEBODY}) work)(?! (?:on|for|with) (?!(?:(?:this |next )?{_WEEKDAY}|\d"
    r"|good fri|easter|christmas|boxing|new year|ascension|whit|pentecost|midsummer|thanksgiving|epiphany))|\w)"
    r"(?! (?:more|less|fewer|longer|harder|too|over|overtime|\d|many|enough|full)\b)(?= |[?.!\s]*$)"
)
"""As in "will April be there on Friday": the hours somebody is available."""


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_PART_OF_A_YEAR = rf"(?:{_MONTHS}|[qh][1-4]|the (?:first|second|third|fourth|last) (?:half|quarter))"
_LAST_YEAR_IN = (
    r"\b(?:compared (?:with|to)|versus|vs\.?|than|against|to|from|on) last year (?:(?:in|during|for) "
    rf"(?P<part>{_PART_OF_A_YEAR}(?: (?:to|until|through|-) {_PART_OF_A_YEAR})?)|"
    rf"from (?P<first>{_PART_OF_A_YEAR}) (?:to|until|through) (?P<last>{_PART_OF_A_YEAR}))(?! 20)\b"
)
"""As in "has revenue grown compared with last year in August": that August, against the one a year before."""


def _part_of_a_year(found: re.Match[str]) -> str:
    return found["part"] or f"{found['first']} to {found['last']}"


_EVER = r"\ball[- ]time (?P<what>(?:total )?(?:revenue|income|profit|margin|utili[sz]ation|hours|costs?|billings?))\b"
"""As in "all-time revenue": all that is recorded."""

_WHERE = (
    r"\b(?P<noun>clients|customers|accounts|projects|jobs|productions|budgets|retainers|people|employees|teams|"
    r"services|"
    r"deals|tasks|invoices) (?:where|in which|for which|for whom|at which|on which)(?: we| they)? "
    r"(?!do\b|did\b|does\b|is it\b|are we\b)"
)
"""As in "clients where margin is below 20 %"."""

_TIMES_WHERE = r"\b(?:which )?(?P<noun>days|weeks|months|quarters|years) (?:where|in which|when) "
"""As in "months where revenue was below 100k"."""

_OF_THEIR_TIME = (
    r"\b(?:spend|spends|spent|spending|put|puts|used?) "
    r"(?P<limit>(?:more than|over|at least|less than|under|above|below) \d+(?:[.,]\d+)? ?(?:%|percent|per cent)) of "
    r"(?:their |its |our |the )?(?:working )?(?:time|hours) (?:on|in|for|with) "
    r"(?P<what>internal|non-?billable|overhead)(?: work| projects?| time| hours| stuff| things)?\b"
)
"""As in "who spends more than 20 % of their time on internal work"."""

_A_TIME = (
    rf"(?:this|last|next|previous|today|yesterday|ytd|q[1-4]|h[12]|\d{{2,4}}|{_MONTHS}|jan|feb|mar|apr|jun|jul|"
    rf"aug|sept?|oct|nov|dec)"
)
_ONE_SIDE = (
    rf"(?:(?-i:[A-Z])[\w&.'’-]*(?: (?-i:[A-Z])[\w&.'’-]*){{0,2}}|(?:this|last|next|previous) (?:{_UNITS})|"
    rf"{_A_TIME}(?: \d{{4}})?"
    r"|contractors?|employees?|freelancers?)"
)
_DAYS_AND_MONTHS = "|".join([*MONTHS, *WEEKDAYS])
_SAID_TWICE = (
    rf"\b(?P<first>{_ONE_SIDE})(?:['’]s)? (?P<what>(?!(?:this|last|next|previous|of|{_UNITS}|"
    rf"{_DAYS_AND_MONTHS})\b)[a-z]{{3,}}(?: [a-z]{{3,}})?) "
    rf"(?P<joint>vs\.?|versus|against|compared (?:to|with)) (?P<second>{_ONE_SIDE})(?:['’]s)? (?P=what)\b"
)
"""As in "Q2 revenue vs Q3 revenue", "Acme hours against Globex hours": one measure of both."""

_CONTRACT_ENDS = (
    r"^when (?:does|will|is|do) (?:the|our|their|its) (?:current )?(?P<noun>contract|agreement|budget|retainer|"
    r"engagement) "
    r"(?:with|for|of) (?P<who>[^?]+?) (?:ends?|expires?|expiring|ending|finish(?:es)?|(?:come |"
    r"coming )?up for renewal|due for renewal)"
    r"[?.!\s]*$"
)
"""As in "when does the contract with Northwind end": each of theirs has an end."""

_WHO_TO_ASK = (
    r"^(?P<who>who(?:m)?) (?:should|can|do|must|could) (?:i|we) (?:talk to|speak (?:to|with)|ask|contact|call|"
    r"ping|go to|turn to)"
    r" (?:about|for|regarding|on) (?P<what>[^?]+?)[?.!\s]*$"
)
"""As in "who should I talk to about Northwind": who manages it."""

_AFTER_COSTS = (
    r"\b(?:what|how much)(?: money)? (?:did|do|have|does) (?P<who>we|[\w' &.-]+?) (?:earn|earned|make|made|"
    r"keep|kept|clear|cleared)"
    r"(?P<rest>(?: (?!after\b)[^?]+?)?),? (?:after|net of|less|minus) (?:all |the |our |its )*costs?\b"
)
"""As in "what did we earn on Northwind after costs"."""

_ON_A_WEEKDAY = (
    rf"\bon (?:a|any|some|one) (?P<day>{_WEEKDAY}days?)\b"
    r"(?= (?:in|during|of|last|this|since|between|these)\b|[?.!\s]*$)"
)
"""As in "who worked on a Saturday in September"."""

_EVERY_OTHER_DAY = (
    rf"\b(?:on )?(?:every|each|all|any) (?:other )?days? (?:but|except|bar|besides|apart from|other than)(?: for| on)? "
    rf"(?P<day>{_WEEKDAY}day)s?\b"
)
"""As in "hours on every day but Friday last month"."""

_IN_A_TIME = r"(?= (?:this|last|in|since|during|between|from|q[1-4]|h[12])\b)"
_ENDED_THEN = (
    r"^(?P<lead>(?:which|how many|list|show(?: me)?|number of|all) )?"
    r"(?:(?:closed|finished|completed) projects|projects (?:that )?(?:were )?(?:closed|finished|completed))"
    rf"{_IN_A_TIME}"
)
"""As in "closed projects this year": those that ended then, and not all that are over by now."""

IN_FULL = rewordings(
    (_ENDED_THEN, lambda found: f"{found['lead'] or ''}projects ended"),
    (_EVERY_OTHER_DAY, r"excluding \g<day>s"),
    (_ON_A_WEEKDAY, lambda found: f"on {found['day'].removesuffix('s')}s"),
    (_OCCASION, ""),
    (
        _CONTRACT_ENDS,
        lambda found: f"when do {'retainers' if found['noun'] == 'retainer' else 'budgets'} for {found['who']} end",
    ),
    (_SAID_TWICE, r"\g<first> \g<joint> \g<second> \g<what>"),
    (_WHO_TO_ASK, r"\g<who> manages \g<what>"),
    (
        _AFTER_COSTS,
        lambda found: f"profit{found['rest']}" if found["who"] == "we" else f"profit of {found['who']}{found['rest']}",
    ),
    (_EVER, r"\g<what> all time"),
    (_OF_THEIR_TIME, r"with \g<what> hours \g<limit> of tracked hours"),
    (_WHERE, r"\g<noun> with "),
    (_TIMES_WHERE, r"which \g<noun> had "),
    (_WHAT_HAPPENS, "do we have capacity if "),
    (_IF_ONE, _for_one),
    (_ONE_LAST, lambda found: _for_one(found) + (found["more"] or "")),
    (_ONE_QUARTER_FOR_TWO, r"\g<first> quarter \g<joint> the \g<second> quarter"),
    (_HOW_FAR_AHEAD, r"\g<of>\g<what> for the next \g<count> \g<unit>s"),
    (_ONE_FOR_TWO, r"\g<which> \g<first> \g<joint> \g<which> \g<second>"),
    (_WHERE_IT_STANDS, ""),
    (_INTO_A_FILE, ""),
    (_METHOD, r"what does \g<what> mean"),
    (_OF_BUDGET, r"\g<share> budget used"),
    (_LAST_YEAR_IN, lambda found: f"in {_part_of_a_year(found)} vs the same period last year"),
    (_WHY_RED, r"health of \g<what>"),
    (_BE_THERE, lambda found: f"how many available hours will {found['who'] or found['works']} have"),
    (_STATUS_OF, r"health of \g<which>\g<noun>"),
)


_SLURRED = Guarded(r"\b(?P<word>how|who|where|when|what)s\b(?!')", re.IGNORECASE)
_THEY_ARE = Guarded(r"\b(?P<who>they|you)(?P<is>re|ve)\b", re.IGNORECASE)
"""As in "what theyre worth": its apostrophe left out."""
_DENIED = Guarded(r"\b(?P<word>have|has|had|did|do|does|is|are|was|were|would|could|should)nt\b", re.IGNORECASE)


_ARE = Guarded(
    r"\br(?= (?:over|under|behind|late|overdue|above|below|we|you|they|there|our|my|the|these|those)\b)", re.IGNORECASE
)


_HOURS = Guarded(r"\bhrs\b")
_THEIRS = Guarded(
    r"\b(?P<which>last|this|next|previous|prior|current|coming) (?P<unit>week|month|quarter|year)s"
    r"(?= (?!(?:of|in|on|to|and|or|by|for|with|per|before|after|from|since|until|vs|versus|than|ago|was|were|is)\b)"
    r"[a-z])",
    re.IGNORECASE,
)
_OF_A_MONTH = Guarded(
    r"\b(?P<month>January|February|April|June|July|August|September|October|November|December)s(?= [a-z])"
)
"""As in "last weeks hours", "Septembers revenue": its apostrophe left out."""


_WITH_APOSTROPHES = InTurn(
    (_THEIRS, r"\g<which> \g<unit>'s"),
    (_OF_A_MONTH, r"\g<month>'s"),
    (_ARE, "are"),
    (_HOURS, "hours"),
    (_THEY_ARE, r"\g<who>'\g<is>"),
    (_SLURRED, r"\g<word>'s"),
    (_DENIED, r"\g<word>n't"),
)


def with_apostrophes(text: str) -> str:
    """The question with what is left out in haste: "hows", "havent", "hrs", "last weeks hours"."""
    return _WITH_APOSTROPHES.put(written_out(text))


def without_its_table(text: str) -> str | None:
    """The question without the table it is to be read from ("in my Invoices document"); None where none is named."""
    found = _IN_A_TABLE.search(text)
    return f"{text[: found.start()]}{text[found.end() :]}" if found else None


_SHORT_IS = Guarded(r"\b(?P<word>who|what|how|where|which)['’]s(?= (?!been\b|got\b))", re.IGNORECASE)


def in_full(text: str) -> str:
    """The question with everything said that it means, and nothing that changes no answer.

    What is known of "who is" is known of "who's".
    """
    spelled = _SHORT_IS.sub(r"\g<word> is", text)
    written = _written(spelled)
    return _written(text) if spelled != text and written == spelled.strip() else written


IN_ORDER = (
    *turns_of_grouping.TURNS,
    *turns_of_studios.TURNS,
    *turns_of_delivery.TURNS,
    *turns_of_owners.TURNS,
    *turns_of_boards.TURNS,
    *turns_of_lists.TURNS,
    *turns_of_records.TURNS,
    *turns_of_firms.TURNS,
    *turns_of_staff.TURNS,
    *turns_of_offices.TURNS,
    *turns_of_the_day.TURNS,
    *turns_of_time.TURNS,
    *turns_of_moving.TURNS,
    *turns_of_finance.TURNS,
    *turns_of_money.TURNS,
    *turns_of_deals.TURNS,
    *turns_ahead.TURNS,
    *turns_of_people.TURNS,
    *turns_of_projects.TURNS,
    *turns_of_phrase.TURNS,
    *turns_of_work.TURNS,
    *turns_of_comparing.TURNS,
    *IN_FULL,
    *everyday_spoken.MEASURES,
    *everyday.MEASURES,
)
"""Every rewording there is, each of what those before it have written."""

_TABLE = Table(IN_ORDER)


def _written(text: str) -> str:
    return on_one_basis(plainly(text, _TABLE).strip())
