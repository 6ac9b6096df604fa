"""How people put a question in words that name no measure, each with the measure they mean."""

import re
from decimal import Decimal

from assistant.planning.rewording import rewordings

_WORK = r"(?:(?:all|any|each|every|of|my|our|the|these|those|active|open|running|current) )*(?:projects|clients)"
_NOT = r"(?:(?:have|has|did|do|does|are|is) ?(?:n['\u2019]?t|not)|never)"
_OWED = r"(?: (?:us|me|yet|up|so far|on time|their (?:invoices?|bills?)|the (?:invoices?|bills?)|what they owe))*"
_DOING = r"(?:doing|going|looking|getting on|coming along|progressing)"
_ONE_OF_THEM = r"(?:my|each|every) (?:project|client)"
_OTHERWISE = r"\b(?! (?:on|in terms|with|regarding))"
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


_WHICH = r"(?P<which>(?:(?:which|what|any) of )?(?:my|our|the)|which|what|any)"
_UNPAID_INVOICES = rf"\b{_WHICH} (?:invoices?|bills?)(?: that)? {_NOT} (?:been )?(?:paid|settled){_OWED}"
_CLIENTS_PAY = (
    rf"\bhow (?:long|quickly|fast|soon|many days) {_IT_TAKES}(?: our| the| a)? ?clients?(?: usually| typically)?"
    rf"(?: to)? {_PAYING}"
)
_WE_ARE_PAID = r"\bhow (?:long|quickly|fast|soon) (?:do|does|until|before|till|are) we (?:get |are |be )?paid\b"
_OVER = (
    r"\b(?:(?:which |what |any |our |the )*retainers?(?: that)? (?:is|are|have been|were)|"
    r"(?:is|are) (?:any |our |the |some |one )*(?:of )?(?:our |the )?retainers?) (?:running |going |gone )?"
    r"over(?:run|running|used)?\b(?! (?:budget|the|by|\d))"
)
_GOING_OVER = (
    r"^(?P<lead>(?:are|is|will|might|could|do you think|what if|when) [^?]*?\b(?:go|going|run|running) over)"
    r"(?=\W*$| (?:on|with|for) (?!\d))"
)
"""As in "are we going to go over on Apollo": what else there is to go over says so ("over 40 hours")."""
_IS_UP = (
    r"^(?P<be>is|are|was|were) (?!(?:we|you|they|it|he|she|i|things|there|anyone|anybody|who|this|that)\b)"
    r"(?P<what>[^?]*?\w(?<!ing)(?<!gone)(?<!ed)) (?P<way>up|down)(?: or (?:up|down))?"
    r"(?=\W*$| (?:(?:this|last|next|in|over|since|so far|year|compared|vs|versus|against(?! (?:its|their|a|the (?:deadline|wall|clock|limit|odds))\b)|by [a-z])\b))"
)
"""As in "is revenue up this quarter": whether it has gone up."""
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
    r"[^?.;]*?) (?:the )?(?<!run out )(?<!runs out )(?:first|next|soonest|earliest)(?=\W*$| (?:for|of|at|in|with|by)\b)"
)
_NO_TITLE = (
    r"(?!(?:people|capacity|room|time|work|hours|money|cash|budget|data|projects|clients|deals|pipeline|staff)\b)"
)
_WHEN_SHORT = r"(?P<rest> (?:for|in|to|next|this|over|until|by|during)\b.*)?(?=\W*$)"
_ENOUGH = (
    rf"\b(?:do|have|will|would|did) we (?:(?:have|got|still|really|currently) )*enough (?P<what>{_NO_TITLE}"
    rf"[^\W\d][\w &/-]{{1,40}}?){_WHEN_SHORT}"
)
_LACKING = r"\b(?:are|will) we (?:be )?(?:short of|short on|lacking) (?!(?:our |the )?(?:hours|time))"
_SHORT_OF = rf"{_LACKING}(?P<what>{_NO_TITLE}[^\W\d][\w &/-]{{1,40}}?){_WHEN_SHORT}"


def _gap(found: re.Match[str]) -> str:
    """As in "do we have enough designers next month": whether the deals would leave too little time of theirs."""
    return f"capacity gap by job title and week for {found['what']}{found['rest'] or ''}"


_LONG_ENTRIES = (
    r"\b(?:time )?entries (?:of |with |that are |are |longer than |over |above |more than |exceeding )+"
    r"(?P<hours>\d+(?:\.\d+)?) ?(?:h|hrs?|hours?)\b(?: long)?"
)

_CHASED = (
    r"^who(?:m)? (?:all )?(?:needs?|should|do|must|has|have)(?: (?:we|i|to|be|need))* chas(?:e|ing)\b"
    r"(?P<money> (?:for|about|over) (?:the |their |our |some )?(?:money|payments?|cash|(?:unpaid )?(?:invoices?|bills?)))?"
)


def _chased(found: re.Match[str]) -> str:
    """Whom to ask for timesheets; or for money, where that is said."""
    return "clients with overdue receivables" if found["money"] else "which people are behind on timesheets"


_DELIVERED = (
    r"^what (?:have we|did we|has been|was|were we able to|have you|(?:did|has|have) (?:the |our |my )?(?:team|people|they)) "
    r"(?:delivered|deliver|done|do|finished|finish|completed|complete|shipped|ship)(?: so far)? (?:for|on|at|with)\b"
)

_ESTIMATED = r"\bestimated (?=(?:margins?|profits?|costs?) (?:by|per|of) (?:(?:each|every|the|our|all|open) )*deals?\b)"
"""What a deal would cost or leave is an estimate in any case."""

_CHARGED_TIME = (
    r"\bhow much (?:do|did|does|can|could|will|would|should|have) (?:we|they|you|i) (?:charged?|billed?|invoiced?|asked?)"
    r"(?= (?:\w+ ){0,3}?for (?:[\w']+ ){0,4}(?:hours?|time)\b)"
)
"""As in "how much do we charge for my hours": a price, and no hours."""

_PAYS = (
    r"\bhow (?:long|quickly|fast|soon|promptly|many days) (?:does it take|does|do|did|is|are)(?: it)? "
    rf"(?P<payer>{_NOBODY}[^\W\d][\w.,&'\u2019 -]{{0,60}}?)(?: usually| typically| normally| generally| on average)?"
    rf"(?: take| need)?(?: to)? {_PAYING}(?=\W*$| (?:this|last|in|since|on)\b)"
)
"""As in "how long does Acme take to pay": of that client."""

_PART_OF_TIME = (
    r"(?<![\d%])(?<!\d )\b(?:how much|(?:what |which )?(?:percentage|percent|share|proportion|fraction|part)) of (?:all )?"
    r"(?:(?P<whose>my)|our|the|everyone's)? ?(?:work(?:ing)? )?(?:time|hours|effort|capacity)(?: that)? "
    r"(?:(?:we|do we|did we|have we|do i|did i|has|have|had|is|are|was|were|gets?|got|been|being|goes|go|went|going|"
    r"gone|spend|spent|used|put) ?)*(?:to|into|on|for|in) "
    r"(?!(?:the |our |all )*(?:client|billable|chargeable|paid|project|delivery)s?\b)"
    r"(?!(?:the )?(?:last|past|this|previous|current|next|first|second|[a-z]{3,9}uary|march|april|may|june|july|august|"
    r"[a-z]{4,6}ber|q[1-4]|h[12]|20\d\d)\b)"
)
"""As in "how much of our time goes to internal projects": a share of all hours, and no share within those."""

_IN_HOURS_FREE = (
    r"\b(?P<have>(?:do|did|will|would) (?:we|they|you) (?:still )?have|have we(?: got)?|is there|are there) "
    r"(?P<count>\d[\d.,]*) (?:hours?|h) (?:free|available|left|to spare|of (?:free )?(?:capacity|time))\b"
)
_TAKE_ON = (
    r"^(?:can|could|would|will) (?:we|they|my team|the team) (?:still )?(?:be able to )?"
    r"(?:take on|fit in|do|handle|deliver|accept|squeeze in|manage|staff) "
    r"(?:a |an |another |one more |some )*(?:project |job |piece of work |order )?(?:of )?"
    r"(?P<count>\d[\d.,]*)[ -]?(?:hours?|h)\b"
    r"(?: (?:of )?(?:(?:more|extra|(?P<kind>(?!this|next|last|in|by|for|on|before|over)[a-z]+)) )?"
    r"(?:projects?|jobs?|work|more|piece of work))*"
)
"""As in "can we take on a 400 hour project in November": are so many hours free then."""


def _of(kind: str | None) -> str:
    """Whose hours they are, as in "a 300 hour design project"."""
    return f" for {kind}" if kind else ""


_LEFT_OF_BUDGET = (
    r"\b(?P<how>less than|fewer than|under|below|at most|no more than|more than|over|above|at least) "
    r"(?P<count>\d+(?:[.,]\d+)?) ?(?:%|percent|per cent)(?: of)?(?: (?:the|their|its|our))?(?: budgets?)?"
    r" (?:left|remaining|to go|unspent|unused)\b"
)
_BUDGET_LEFT = (
    r"\bbudgets? (?:left|remaining)\b(?P<between>[^.?!\d%]*?)"
    r"\b(?P<how>less than|fewer than|under|below|at most|no more than|more than|over|above|at least) "
    r"(?P<count>\d+(?:[.,]\d+)?) ?(?:%|percent|per cent)"
)
"""As in "budgets with less than 20 % left": more than 80 % of them is used."""

_OPPOSITE = {
    "less than": "more than", "fewer than": "more than", "under": "above", "below": "above",
    "at most": "at least", "no more than": "at least",
    "more than": "less than", "over": "below", "above": "below", "at least": "at most",
}  # fmt: skip


def _used(found: re.Match[str]) -> str:
    """The share that is used for the share that is left."""
    used = 100 - Decimal(found["count"].replace(",", "."))
    between = found.groupdict().get("between")
    limit = f"{_OPPOSITE[found['how'].casefold()]} {used} %"
    return f"{limit} of budget used" if between is None else f"percent of budget used{between}{limit}"


_WHO_OF = (
    r"^(?P<asked>(?:which|what|show|list|are there|any|our|the|overdue|late|blocked|open)\b[^?]*?"
    r"\b(?P<thing>task|deal|client|project)s?\b[^?]*?),? and (?:who "
    r"(?:owns|has|is|are|does|leads|runs|manages|looks after|works on)|whose|who's)"
    r"(?: (?:responsible for|working on|on|assigned to|in charge of|doing|owner of))?"
    r"(?: (?:them|it|each|these|those|they|are they|each of them))?(?=\W*$)"
)
_WHO = {
    "task": "by task and person",
    "deal": "by deal and owner",
    "client": "by client and account manager",
    "project": "by project and project manager",
}
_HAS = r"^who (?:owns|has|is (?:responsible for|behind|on))"
_WHOSE = rf"{_HAS} (?:the |our |these |all )*(?P<late>overdue|late|blocked) tasks?\b"

_DEPENDENT = (
    r"^how (?:dependent|reliant) are we on (?:our |the )?(?:biggest|largest|top|main)(?P<count> \d+)? "
    r"(?:client|customer)s?\b"
)

_WILL_BE = r"\b(?P<who>who|people|anyone|anybody|somebody|someone|everyone|staff)(?: all| else)? (?-i:will) be\b"
"""As in "who will be off", which is about nobody called Will."""

_OUT = (
    r"\b(?P<who>who(?: else| all)?|which people|"
    r"(?:is|will|are|was)(?: there)? (?:anyone|anybody|someone|somebody|people))"
    r"(?P<verb>(?:(?:'s|\u2019s)|(?: (?:is|are|was|were|will|going to|be|been))*)) "
    r"out(?: of(?: the)? office| sick| ill)?\b(?! (?:of|at)\b)(?! on\b(?! (?:\d|the \d|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)))"
)
"""As in "who will be out over Christmas"."""

_PART_TIME = (
    r"^(?:who|which people|people|everyone|everybody)(?: (?:is|are|work|works|who|working|currently))* part[- ]?time\b"
)
_AN_INVOICE = (
    r"\baverage (?:size of (?:an |our )?invoices?|invoice(?: amount| value| size| total)?s?)\b(?! (?:per|lag|delay))"
)
_BIGGEST_INVOICE = (
    r"^(?:what|which|show(?: me)?|list)?(?:(?:'s|\u2019s)| was| is| were| are)? ?(?:the |our )*"
    r"(?P<how>biggest|largest|highest|smallest|lowest) (?P<number>\d+ )?invoices?\b(?! (?:amount|by))"
)


def _by_size(found: re.Match[str]) -> str:
    """The invoices that are worth most, or least."""
    end = "bottom" if found["how"].casefold() in ("smallest", "lowest") else "top"
    several = found[0].rstrip().casefold().endswith("s")
    return f"{end} {(found['number'] or ('5' if several else '1')).strip()} invoices by invoiced"


_CLOSE = (
    r"\b(?P<deals>deals?|opportunit(?:y|ies)) (?:should|will|might|could|may|are going to|are likely to|can) close\b"
)
_UNAPPROVED = (
    r"\bhours (?:are|were|is|have been)(?: still| yet)? (?:unapproved|not (?:yet )?(?:been )?approved(?: yet)?|"
    r"(?:waiting for|awaiting) approval)\b"
)
_OVERLOADED = r"\b(?:overloaded|overstretched|over-?committed|spread too thin|double[- ]booked)\b"
_BURNT_OUT = r"\b(?:burning|burned|burnt)[- ]out\b"
_HOW_LONG_LEFT = (
    r"^(?=.*\b(?:budgets?|money)\b)(?:for )?how (?:many (?:more )?(?:weeks|months|days)|long) (?:of )?(?:(?:budget|money) )?"
    r"(?:(?:is|are|do we have|have we|does|will) )(?:there )?(?:the )?(?:budget )?(?:left |remaining )?"
    r"(?:on|for|in|at|of) (?:the )?(?P<what>[^?]+?)(?:'s)?(?: budget)?(?: left| remaining| last(?: for)?)?(?=\W*$)"
)
_WENT_OVER = (
    r"^why (?:did|has|have|had) (?P<what>.+?) (?:already )?(?:go|gone|run|ran|come|blown|been)"
    r"(?: so far| so much| way)? over (?:the |its |their |our )?budgets?\b"
)

_STARTING = (
    r"\b(?P<what>projects?|productions?) (?:starting|beginning|kicking off) "
    r"(?=(?:next|this|last|in|on|between|tomorrow|today|within|during|before|after)\b)"
)

_JUST_COST = r"(?:(?:the|our|its|total|overall|actual|direct|internal|planned|labou?r|project|average) )*cost (?:at|by) the end of\b"
"""As in "what is the actual cost at the end of September": nothing that costs something."""

_AT_THE_END = (
    rf"^(?P<lead>.*?)\bwhat (?:will|would|is|are) (?P<what>(?!{_JUST_COST})[^?]+?) "
    r"(?:going to |likely to |expected to )?(?:end up costing|cost)"
    r"(?: us)? (?:at the end|in the end|at completion|overall|in total|when it is done|when (?:it|we) finish(?:es)?)\b"
)
_END_UP = r"\bwhat (?:will|would) (?P<what>.+?) end up costing(?: us)?(?=\W*$)"
_PICK_UP = (
    r"\bwho (?:all )?(?:can|could|might|would be able to|is able to) (?:still )?(?:pick up|take on|take|do|handle|absorb|fit in) "
    r"(?:another |an extra |an additional )?(?P<hours>\d+(?:\.\d+)?) ?(?:more |extra |additional )?(?:h|hrs?|hours)\b(?: of work)?"
)
_SINCE_WHEN = (
    r"\bsince when (?:is|are|has|have|was|were) (?P<what>.+?) (?:been )?over (?:the |its |their )?budget(?=\W*$)"
)
_BUDGET_FOR = (
    r"\b(?:do (?:i|we) (?:still )?have|is there|have we got|have we)(?: still| enough)? (?:any )?budget (?:left )?for "
    r"(?:another |an extra )?(?P<hours>\d+(?:\.\d+)?) ?(?:more |extra )?(?:h|hrs?|hours) (?:on|for|in|of) (?P<what>.+?)(?=\W*$)"
)
_AND_HOW_MANY = r",? and how (?:many|far)(?: hours)?(?=\W*$)"
_RESPONSIBLE = r",? (?:with|and) (?:the |their )?(?:person|people|one|ones|assignees?) (?:who (?:is|are) )?(?:responsible|in charge)\b"

_ALL_LOGGED = (
    r"\b(?:did|has|have) (?:everyone|everybody|all|all of us|the whole team|all people) (?:already )?"
    r"(?:log(?:ged)?|track(?:ed)?|record(?:ed)?|enter(?:ed)?) (?:their |the |any |some )?(?:time|hours)\b"
)
_MUST_SUBMIT = (
    r"\b(?:still |yet )?(?:has|have|needs?|must) (?:still |yet )?to (?:submit|fill in|fill out|enter|complete|hand in|finish|do|log|track|record) "
    r"(?:their |the |his |her )?(?:timesheets?|time ?sheets?|time|hours)\b"
)
_NOTHING_BOOKED = r"\b(?:has|have|with|got) nothing (?:planned|booked|scheduled|assigned|on)\b"
_OF_HOURS = (
    r"\b(?P<share>\d+(?:[.,]\d+)? ?(?:%|percent|per cent)) of (?:the |their |its |our )?(?:sold |budget |budgeted )?hours\b"
    r"(?! (?:is|are|was|were|that|which|to|spent|went|on (?:internal|non|client|billable))\b)"
)
_ENOUGH_WORK = (
    r"\b(?:(?:do|have|will|would) we (?:(?:have|got|still) )*|(?:is|will) there (?:be )?)enough work"
    r"(?: (?:for|in|to do|booked|planned|lined up)(?: in| for)?)?(?: us| everyone| all of us| the team| people)? "
    r"(?=(?:this|next|the|in|for|january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"(?:(?:in|for) )?"
)
_ENOUGH_WORK_AT_ALL = r"^(?:do|have) we (?:(?:have|got|still) )*enough work(?: to do| booked| lined up)?(?=\W*$)"

_SIGNED = r"profits?|margins?|budgets? remaining|budgets? left|variances?|gaps?|balances?|drifts?|capacity|free hours"
_NEGATIVE = (
    rf"(?P<what>\b(?:{_SIGNED})\b[^.?!;]*?),? (?:(?:but |and )?(?:only|just) (?:the )?negative(?: ones?| values?| numbers?)?"
    r"|(?:the )?negative(?: ones?| values?| numbers?)?(?: only)|(?:that|which|who)? ?(?:is|are|was|were) negative)(?=\W*$)"
)
_NEGATIVE_BEFORE = rf"\b(?:a )?negative (?P<what>(?:[\w-]+ )?(?:{_SIGNED}))\b"
"""As in "profit per client, only negative ones", "clients with negative margin"."""

_EATS = (
    r"\b(?P<first>(?:which|what) services?) (?:eats?|burns?|uses?|consumes?|takes?)(?: up| through)? (?:the )?most"
    r"(?: of)?(?: (?:the|our|their|its))?(?: budgets?)?(?P<rest> (?:on|of|for|in|at) [^?.!]+)?(?=\W*$)"
)

_CONCENTRATION = r"\b(?:revenue|client|customer) concentration\b(?! (?:of|by|per))"

_BUSIER = r"^(?:is|are|was|were) (?P<first>.+?) (?:busier|fuller) than (?P<second>.+?)(?=\W*$)"

MEASURES = rewordings(
    (
        rf"\bhow(?: are|['’]?re| is|['’]s) (?P<which>{_WORK}|{_ONE_OF_THEM})(?: {_DOING}{_OTHERWISE}|\W*$)",
        r"health of \g<which>",
    ),
    (rf"\bwho(?: all)? {_NOT} pa(?:id|y){_OWED}(?=\W*$)", "which clients owe us money"),
    (rf"\b{_WHICH} clients?(?: that| who)? {_NOT} pa(?:id|y){_OWED}", r"\g<which> clients owe us money"),
    (_UNPAID_INVOICES, r"\g<which> unpaid invoices"),
    (_CLIENTS_PAY, "days sales outstanding"),
    (_WE_ARE_PAID, "days sales outstanding"),
    (_IS_UP, r"has \g<what> gone \g<way>"),
    (_GOING_OVER, r"\g<lead> budget"),
    (_OVER, "budget used above 100 % by budget for retainer budgets"),
    (_STILL, _quiet),
    (_DID, r"tracked hours of \g<who> by project"),
    (_TO_HELP, r"\g<free>"),
    (_ESTIMATED, ""),
    (_CHARGED_TIME, "what is the price"),
    (_PAYS, r"days sales outstanding for \g<payer>"),
    (
        _PART_OF_TIME + r"(?:our |the )?(?:internal|non[- ]?client) (?:projects|stuff|things|work|time)",
        "what share of hours is internal work",
    ),
    (_PART_OF_TIME, r"what share of \g<whose> hours is "),
    (_IN_HOURS_FREE, r"\g<have> at least \g<count> free hours"),
    (_TAKE_ON, lambda found: f"do we have at least {found['count']} free hours" + _of(found["kind"])),
    (_LEFT_OF_BUDGET, _used),
    (_BUDGET_LEFT, _used),
    (_WHO_OF, lambda found: f"{found['asked']} {_WHO[found['thing'].casefold()]}"),
    (_WHOSE, r"\g<late> tasks by task and person"),
    (_DEPENDENT, lambda found: f"top {(found['count'] or '1').strip()} clients' share of revenue"),
    (_WILL_BE, r"\g<who> is going to be"),
    (_OUT, r"\g<who>\g<verb> off"),
    (_PART_TIME, "FTE by person below 1"),
    (_AN_INVOICE, "average invoiced per invoice"),
    (_BIGGEST_INVOICE, _by_size),
    (_CLOSE, r"\g<deals> are expected to close"),
    (_UNAPPROVED, "pending hours"),
    (_OVERLOADED, "overbooked"),
    (_BURNT_OUT, "overworked"),
    (_HOW_LONG_LEFT, r"how long does the \g<what> budget last"),
    (_WENT_OVER, r"why is \g<what> over budget"),
    (_STARTING, r"\g<what> that start "),
    (_DELIVERED, "which tasks were completed for"),
    (_LONG_ENTRIES, r"tracked hours by person and day above \g<hours> hours"),
    (r"\baverage (?:project|budget|contract) size\b", "average budget total per project"),
    (_BUSIER, r"total utilization of \g<first> vs \g<second>"),
    (_ENOUGH_WORK, "scheduled utilization in "),
    (_ENOUGH_WORK_AT_ALL, "scheduled utilization"),
    (_NEGATIVE, r"\g<what> below 0"),
    (_NEGATIVE_BEFORE, r"\g<what> below 0"),
    (
        _EATS,
        lambda found: (
            f"{found['first']} has the most tracked hours{found['rest'] + ' so far' if found['rest'] else ''}"
        ),
    ),
    (r"\band (more|less|fewer|higher|lower) than\b", r", \1 than"),  # "and more" alone ends a limit: "20 and more"
    (_CONCENTRATION, "share of revenue by client"),
    (_ALL_LOGGED, "who did not log any time"),
    (_MUST_SUBMIT, "is behind on timesheets"),
    (_NOTHING_BOOKED, "has no bookings"),
    (
        r"\b(?P<which>(?:projects?|budgets?|retainers?)\b[^?]*?)" + _OF_HOURS,
        r"\g<which>\g<share> budget hours used percent",
    ),
    (_AT_THE_END, r"\g<lead>estimated final cost of \g<what>"),
    (_END_UP, r"estimated final cost of \g<what>"),
    (_PICK_UP, r"which people have at least \g<hours> hours free"),
    (_SINCE_WHEN, r"budget run-out date of \g<what>"),
    (_BUDGET_FOR, r"is budget hours remaining for \g<what> at least \g<hours> hours"),
    (_AND_HOW_MANY, ""),
    (_RESPONSIBLE, " by person"),
    (_CHASED, _chased),
    (_FIRST, r"\g<which> soonest"),
    (_ENOUGH, _gap),
    (_SHORT_OF, _gap),
)
