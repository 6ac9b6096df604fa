"""How people put a question in words that name no measure, each with the measure they mean."""

import re
from collections.abc import Callable

_WORK = r"(?:(?:all|any|each|every|of|my|our|the|these|those|active|open|running|current) )*(?:projects|clients)"
_NOT = r"(?:(?:have|has|did|do|does|are|is) ?(?:n['\u2019]?t|not)|never)"
_OWED = r"(?: (?:us|me|yet|up|so far|on time|their (?:invoices?|bills?)|the (?:invoices?|bills?)|what they owe))*"
_SHEETS = r"(?:timesheets?|time ?sheets?|time entries|their hours|their time|hours|time)"
_DOING = r"(?:doing|going|looking|getting on|coming along|progressing)"
_PAYING = r"pay(?: us| up| their (?:invoices|bills)| our (?:invoices|bills)| an invoice)*"
_IT_TAKES = r"(?:does it take|it takes|do|does|until|before|till|is it until|are)(?: for| on average| usually)*"
_SPAN = r"(?P<count>a|one|two|three|four|five|six|\d+|the (?:last|past)(?: \d+)?) ?(?P<unit>days?|weeks?|months?)"
_NOTHING = r"(?:no|without any|without|not had any|had no|seen no|not seen any)"
_NOBODY = r"(?!(?:we|you|they|i|it|the client|clients?)\b)"

_DAYS = {"day": 1, "week": 7, "month": 30}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def _quiet(found: re.Match[str]) -> str:
    """As in "which projects have had no activity for a month": still for longer than so many days."""
    said = re.sub(r"^the (?:last|past) ?", "", found["count"].casefold()) or "one"
    count = _NUMBERS.get(said) or int(said)
    return f"{found['which']} with staleness days above {count * _DAYS[found['unit'].casefold().rstrip('s')] - 1}"


_WHICH = r"(?P<which>which|what|any|our|the)"
_UNPAID_INVOICES = rf"\b{_WHICH} (?:invoices?|bills?)(?: that)? {_NOT} (?:been )?(?:paid|settled){_OWED}"
_CLIENTS_PAY = (
    rf"\bhow (?:long|quickly|fast|soon|many days) {_IT_TAKES}(?: our| the| a)? ?clients?(?: usually| typically)?"
    rf"(?: to)? {_PAYING}"
)
_WE_ARE_PAID = r"\bhow (?:long|quickly|fast|soon) (?:do|does|until|before|till|are) we (?:get |are |be )?paid\b"
_LATE = rf"\b(?:late|slow|overdue) (?:with|on) (?:their |the |our )?{_SHEETS}"
_OVER = (
    r"\b(?:(?:which |what |any |our |the )*retainers?(?: that)? (?:is|are|have been|were)|"
    r"(?:is|are) (?:any |our |the |some |one )*(?:of )?(?:our |the )?retainers?) (?:running |going |gone )?"
    r"over(?:run|running|used)?\b(?! (?:budget|the|by|\d))"
)
_STILL = (
    rf"\b(?P<which>(?:which |what |all |any |our |my )*projects?) (?:have |has |with |had |having )*{_NOTHING} "
    rf"(?:activity|movement|progress|time|hours|entries)(?: tracked| logged)? (?:for|in|since) {_SPAN}(?: or more)?"
)
_DID = (
    rf"^what (?:did|has|was) (?P<who>{_NOBODY}[^\W\d][\w.'\u2019 -]{{0,40}}?) "
    r"(?:do|done|doing|up to|been up to|been doing)\b"
)
_TO_HELP = (
    r"(?P<free>\b(?:free|available|room|capacity|bandwidth)\b.*?) (?:to|that can|who can|and can) "
    r"(?:help|jump in|pitch in|support)(?: out| us| me| with something)?(?=\W*$)"
)
_FIRST = (
    r"\b(?P<which>(?:which|what)\b[^?.;]*?\b(?:runs?|ends?|starts?|begins?|expires?|finish(?:es)?|due|closes?)\b"
    r"[^?.;]*?) (?:the )?(?<!run out )(?<!runs out )(?:first|next|soonest|earliest)(?=\W*$)"
)
_NO_TITLE = (
    r"(?!(?:people|capacity|room|time|work|hours|money|cash|budget|data|projects|clients|deals|pipeline|staff)\b)"
)
_WHEN_SHORT = r"(?P<rest> (?:for|in|to|next|this|over|until|by|during)\b.*)?(?=\W*$)"
_ENOUGH = (
    rf"\b(?:do|have|will|would|did) we (?:(?:have|got|still|really|currently) )*enough (?P<what>{_NO_TITLE}"
    rf"[^\W\d][\w &/-]{{1,40}}?){_WHEN_SHORT}"
)
_LACKING = r"\b(?:are|will) we (?:be )?(?:short of|short on|lacking) "
_SHORT_OF = rf"{_LACKING}(?P<what>{_NO_TITLE}[^\W\d][\w &/-]{{1,40}}?){_WHEN_SHORT}"


def _gap(found: re.Match[str]) -> str:
    """As in "do we have enough designers next month": whether the deals would leave too little time of theirs."""
    return f"capacity gap by job title and week for {found['what']}{found['rest'] or ''}"


_LONG_ENTRIES = (
    r"\b(?:time )?entries (?:of |with |that are |are |longer than |over |above |more than |exceeding )+"
    r"(?P<hours>\d+(?:\.\d+)?) ?(?:h|hrs?|hours?)\b(?: long)?"
)

_CHASED = r"^who(?:m)? (?:all )?(?:needs?|should|do|must|has|have)(?: (?:we|i|to|be|need))* chas(?:e|ing)\b"

_DELIVERED = (
    r"^what (?:have we|did we|has been|was|were we able to|have you) "
    r"(?:delivered|deliver|done|do|finished|finish|completed|complete|shipped|ship)(?: so far)? (?:for|on|at|with)\b"
)

_STARTING = (
    r"\b(?P<what>projects?|productions?) (?:starting|beginning|kicking off) "
    r"(?=(?:next|this|last|in|on|between|tomorrow|today|within|during|before|after)\b)"
)

_PASSES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meant)
    for pattern, meant in (
        (rf"\bhow are (?P<which>{_WORK}) {_DOING}\b(?! (?:on|in terms|with|regarding))", r"health of \g<which>"),
        (rf"\bwho(?: all)? {_NOT} pa(?:id|y){_OWED}(?=\W*$)", "which clients owe us money"),
        (rf"\b{_WHICH} clients?(?: that| who)? {_NOT} pa(?:id|y){_OWED}", r"\g<which> clients owe us money"),
        (_UNPAID_INVOICES, r"\g<which> unpaid invoices"),
        (_CLIENTS_PAY, "days sales outstanding"),
        (_WE_ARE_PAID, "days sales outstanding"),
        (_LATE, "behind on timesheets"),
        (_OVER, "budget used above 100 % by budget for retainer budgets"),
        (_STILL, _quiet),
        (_DID, r"tracked hours of \g<who> by project"),
        (_TO_HELP, r"\g<free>"),
        (_STARTING, r"\g<what> that start "),
        (_DELIVERED, "which tasks were completed for"),
        (_LONG_ENTRIES, r"tracked hours by person and day above \g<hours> hours"),
        (_CHASED, "which people are behind on timesheets"),
        (_FIRST, r"\g<which> soonest"),
        (_ENOUGH, _gap),
        (_SHORT_OF, _gap),
    )
)


def in_measures(text: str) -> str:
    """The question with the measure in place of the everyday words for it; any other as it is."""
    for pattern, meant in _PASSES:
        text = pattern.sub(meant, text)
    return text
