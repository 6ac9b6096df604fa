"""Turns of phrase that leave a word out, or put a list, a pair or a wish in a way of their own, said plainly."""

import re

from assistant.planning.rewording import rewordings

_SORT_BY_END = (
    r"\bsort(?:ed)?(?: it| them| this)? by (?:the )?(?P<end>lowest|smallest|highest|largest|biggest|worst|"
    r"best)(?=\W*$)"
)

_COUNT = r"(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d+)"
_UNITS = r"week|month|quarter|year"
_EARNS = r"(?:costs?|brings?(?: in)?|brought(?: in)?|earns?|earned|makes?|made|takes?|took|pays?|paid|spends?|spent)"

_WHICH_FEW = rf"^(?P<which>which|what) {_COUNT} (?=[a-z]+(?: [a-z]+)?s\b.*\b{_EARNS}(?: us)?(?: the)? most\b)"
"""As in "which three projects cost the most"."""

_IN_ANY = r"\b(?:in|on|during) (?:any|a single|one|some|any one|any single) (?P<unit>day|week|month)\b"
_OVER_IN_ANY = rf"^(?=.*\b(?:more|less|fewer|over|above|under|below|at least|at most)\b.*\d)(?P<lead>.*?){_IN_ANY}"
"""As in "who logged more than 45 hours in any week": told week by week."""

_VERSUS_LAST = (
    rf"\bthis (?P<unit>{_UNITS})(?P<versus>'s)? ?(?P<joint>vs\.?|versus|against|compared (?:to|with)|than|and|or|to) "
    rf"(?:the )?(?P<which>last|next)(?: one)?(?=\W*$|[,:]| by\b| per\b| for\b| in\b| on\b)"
)
"""As in "win rate this year vs last"."""

_AIM = r"(?:targets?|goals?|quotas?)"
_REACHES = r"(?:hit(?:ting)?|meet(?:ing)?|met|reach(?:ed|ing)?|mak(?:e|ing)|made|achiev(?:e|ed|ing)|miss(?:ed|ing)?)"
_ON_TARGET = (
    rf"^(?:do|did|does|have|has|are|is|will|were) (?P<who>(?:(?!on track)[^?])+?) (?:going to )?{_REACHES} "
    rf"(?P<whose>our|the|their|its|his|her|my)(?P<what>(?: [a-z]+){{0,3}}?) {_AIM}\b"
)
"""As in "did we meet our utilization target"."""

_USED_UP = (
    r"\b(?P<which>(?:which|what|any|all)(?: of our| of the)? (?:budgets?|projects?|retainers?))(?: that| who)? "
    r"(?:will |would |are going to |is going to |might |could )(?:be |have been )?"
    r"(?:(?:used up|exhausted|spent|gone|empty|consumed|depleted)(?: completely| entirely)?)\b"
)
"""As in "which budgets will be used up before the end of the year"."""

_ARE_GONE = (
    r"^(?:which|what)(?: of our| of the)? (?P<what>budgets?|retainers?) (?:is|are|has been|have been) (?:already )?"
    r"(?:all )?(?:gone|used up|exhausted|empty|depleted|consumed)(?=\W*$)"
)
"""As in "which retainers are gone": of which nothing is left."""


def _nothing_left(found: re.Match[str]) -> str:
    retainers = " for retainer budgets" if found["what"].casefold().startswith("retainer") else ""
    return f"budgets with budget used at least 100 %{retainers}"


_TO_CHASE = (
    r"^(?P<which>which|what) (?P<what>invoices?|bills?|payments?|clients?|debtors?) "
    r"(?:should|do|must|can|would|could) (?:i|we)(?: (?:need to|have to|be))* (?:chas(?:e|ing)|"
    r"follow(?:ing)? up(?: on)?|"
    r"remind(?:ing)?|call(?:ing)?)\b"
)

_TOOK_NO_LEAVE = (
    r"\b(?P<who>who|which people|which employees|people who|employees who|anyone who|everyone who) "
    r"(?:has|have|did|had)(?: not|n['\u2019]t) (?:yet )?(?:taken|take|had|have|used|booked|book)(?: yet)? "
    r"(?:any |a (?:single )?(?:day of |day )?)?(?:of (?:their|his|her) )?"
    r"(?P<what>vacations?|holidays?|leave|annual leave|paid leave|time off|pto|days? off)\b(?: yet| at all)*"
)
"""As in "who has not taken any vacation this year"."""

_SIGNED_ONLY = (
    r"^(?P<lead>.*?)\b(?:projected|expected|forecast(?:ed)?|future) revenue\b(?P<rest>.*?),? "
    r"(?:(?:from|for|with|of|based on|on|counting|including) (?:only )?(?:the )?|(?=[a-z]+(?: [a-z]+)? only\b))"
    r"(?:signed|confirmed|sold|contracted|won)(?: (?:work|projects?|deals?|contracts?|business|only))*\b(?: only)?"
)
"""As in "expected revenue next quarter from signed work only"."""

_DEALS_CLOSE = (
    r"^(?P<deals>(?:which|what|how many|any|list|show|are there|do we have)\b(?: [a-z]+){0,2}? (?:deals?|"
    r"opportunit(?:y|ies)))(?: that| which)? (?:close|closes|closing|are closing|is closing|"
    r"are due to close)\b(?! (?:rate|ratio))"
)

_FREE_WORK = (
    r"\b(?:hours?|time|work) (?:do|did|have|has|are|were) (?:we|they|i|people) (?:been )?"
    r"(?:give|gave|given|giving|do|did|done|doing) (?:away )?(?:for (?:free|nothing)|away|without (?:pay|"
    r"being paid))\b"
    r"(?: for (?:free|nothing))?"
)

_FAST_BURN = (
    r"^how (?:fast|quickly|slowly|rapidly) (?:are|is|do|does|did|were) (?:we |the team |it )?(?:burning|using|"
    r"spending|eating|"
    r"going)(?: up)?(?: through)? (?P<what>(?:the |our )?[^?]+?)(?=\W*$)"
)

_CAN_HELP = (
    r"^who (?:can|could|might|is able to|would be able to) (?:help|jump in|pitch in|support|lend a hand)"
    r"(?: out| us| me| with (?:something|this|that))*\b"
)


_RUNS_OVER = r"\b(?P<what>projects?|budgets?|jobs?)(?: that)? (?:is|are) running over(?=\W*$| (?:this|right|at|for)\b)"

_WAITING = (
    r"\b(?P<which>(?:which|what|any|all|list|show(?: me)?|our|the)\b(?: the| of the| our)*) ?"
    r"(?P<what>change requests?|changes|change orders?|scope changes)(?: that)? (?:is|are|were)(?: still| yet|"
    r" currently)? "
    r"(?:pending|waiting(?: for (?:approval|a decision|an answer))?|open|undecided|not (?:yet )?(?:approved|decided)|"
    r"(?:to be|awaiting) (?:approv\w+|decid\w+|a decision|decision))\b"
)

_WEIGHTED = (
    r"^(?P<lead>.*?)\b(?:sales |deal )?pipeline\b(?P<rest>.*?),? (?:(?:probability[- ])?weighted|"
    r"by probability)(?=\W*$)"
)

_BIGGEST = (
    r"^(?P<lead>(?:(?:who|what|which)(?:'s| is| are| was| were)? |show(?: me)? |list |give me )?(?:our |the |my )*)"
    r"(?P<how>biggest|largest|smallest|most important|main|key|top|best)(?P<count> \d+| two| three| five|"
    r" ten)? (?P<what>clients?|customers?|accounts?)"
    r"(?P<when>(?: (?:this|last|in|of|so far|for)\b[^?]*)?)(?=\W*$)"
)
"""As in "who is our biggest client", "top clients": as the word is used, by revenue; the answer says so."""


def _by_revenue(found: re.Match[str]) -> str:
    end = "bottom" if found["how"].casefold() == "smallest" else "top"
    many = found["what"].casefold().endswith("s")
    count = (found["count"] or ("5" if many else "1")).strip()
    return f"{end} {count} {found['what']} by revenue{found['when']}"


_GREW = (
    r"(?:grow|grown|grew|increased?|decreased?|change|changed|improved?|risen|rose|rise|fallen|fell|fall|"
    r"gone up|gone down|go up|go down|dropped|drop|declined?|developed?)"
)
_SINCE_THE_LAST = rf"\b(?P<grew>{_GREW}(?: [^?]*?)?) since (?:the )?last (?P<unit>{_UNITS})(?=\W*$)"
"""As in "how much did revenue grow since last year": against as many days of that year."""

_GROWTH_RATE = (
    r"\b(?:growth rate|rate of growth)s? (?:of|in|for) (?:our |the )?(?P<what>[a-z][a-z -]*?)(?=\W*$| this\b|"
    r" last\b| in\b| by\b| for\b)"
)
"""As in "growth rate of revenue"."""

_HOW_MANY_DAYS = (
    r"^(?:on |in )?how many (?P<unit>day|week|month)s (?:did|have|has|does|do|was|were) "
    r"(?P<who>(?!nobody\b|no[- ]one\b|none\b)[^?]+?) "
    r"(?:work(?:ed|ing)?|log(?:ged)?(?: time| hours)?|track(?:ed)?(?: time| hours)?|book(?:ed)?(?: time| hours)?)\b"
    r"(?! (?:from home|remotely|overtime|late|off))(?P<rest>[^?]*)"
)
"""As in "how many days did Ana work in September": the days with any hours."""


def _days_worked(found: re.Match[str]) -> str:
    who = "" if found["who"].casefold() in ("we", "they", "people", "everybody") else f" of {found['who']}"
    return f"which {found['unit']}s had tracked hours{who} above 0{found['rest']}"


_TOO_MUCH = (
    r"^(?:is|are|do|does) (?P<who>anyone|anybody|people|somebody|someone|any of us|the team) "
    r"(?:(?:work|working) (?:too (?:much|many hours|long)|long hours)|burning out|doing too much)(?=\W*$|"
    r" this\b| last\b| in\b)"
)
"""As in "is anyone working too much"."""

_LARGEST_INVOICES = (
    r"^(?P<lead>(?:show(?: me)? |list |give me |what (?:are|were) )?(?:our |the )*)(?P<count>\d+|two|three|"
    r"four|five|ten) "
    r"(?P<how>biggest|largest|highest|smallest|lowest) (?P<what>invoices?|bills?)\b(?! (?:amount|by))"
)

_WHEN_OVER = (
    r"^when (?:did|will|does|is|was) (?P<what>.+?) (?:going to )?(?:go|went|run|ran|gone) over (?:the |its |"
    r"their |our )?budget\b"
)

_COMES_BACK = (
    r"^(?:when|what day|which day) (?:does|is|will|do|are) (?P<who>.+?) (?:be |come |coming |get |getting |"
    r"return(?:ing|s)? )?"
    r"(?:back|return(?:ing|s)?)(?: (?:from|to|in|at) (?:(?:the |their |his |her )?(?:holidays?|vacations?|"
    r"leave|work|office|time off)))*(?=\W*$)"
)
"""As in "when does Ana come back from holiday": the days off to come, day by day."""

_SICK_RATE = r"\bsick(?:ness)?(?: leave)? (?P<what>rate|percentage|quota)\b"

_FORGOT = (
    r"\b(?:did|has|have) (?:any(?:one|body)|some(?:one|body)|people) (?:forg[eo]t(?:ten)?|fail(?:ed)?) to "
    r"(?:log|track|record|enter|book|fill in|submit) (?:(?:their|any|the|some) )?(?:time|hours|timesheets?)\b"
)

_TIME_TO_CLOSE = (
    r"\bhow (?:long|many days) (?:do|does|did|has|have|is) (?:(?:it|our|the|a|an|new)(?: usually|"
    r" typically)? )*(?:take )?"
    r"(?:(?:deals?|opportunit(?:y|ies)|sales?) )?(?:usually |typically )?(?:take )?(?:us )?(?:to )?(?:close|"
    r"win|sign)(?: (?:a|our|the|new)? ?deals?)?\b"
)


_HOUR_COSTS_ITSELF = r"\bcost of (?:an|one|each|every) (?:(?:working|worked|tracked|average) )?hour\b"


def _least_profitable(what: str) -> str:
    return f"bottom {'5' if what.casefold().endswith('s') else '1'} {what} by profit"


_HURTING = (
    r"\b(?P<which>which|what) (?P<what>projects?|clients?) (?:is|are|was|were) (?:hurting|costing|draining|"
    r"killing) us"
    r"(?: the)? most\b"
)
_LACKS_PEOPLE = (
    r"^(?:where|in which (?:roles?|teams?|skills?)|in what) (?:do|will|are|would|did) (?:we|they) (?:be )?"
    r"(?:lack(?:ing)?|short of|need(?:ing)?|missing|miss|running out of)(?: more| enough)? "
    r"(?:people|staff|hands|capacity|resources)\b"
)
_SHORT_SKILLS = (
    r"^(?:which|what) (?:skills?|roles?|job titles?) (?:is|are|will be|do we) (?:short|missing|lacking|scarce|"
    r"lack|need more of)\b"
)
_TOO_MANY = (
    r"^(?:do|will|would) (?:we|they) have too (?:many|few|much|little) (?!(?:people|capacity|room|time|work|"
    r"hours|money|projects|"
    r"clients|deals|tasks|meetings|invoices|budgets)\b)(?P<what>[^\W\d][\w &/-]{1,40}?)"
    r"(?P<rest> (?:for|in|to|next|this|over|until|by|during)\b.*)?(?=\W*$)"
)
_ON_THE_PLATE = (
    r"^(?:what(?:'s| is| does| do)|how much (?:is|does|do)) (?:on )?(?P<who>.+?)(?:'s| have)? (?:on (?:(?:his|"
    r"her|their|the) )?plate|"
    r"plate)\b"
)
_TO_DO_ON = (
    r"\bhow (?:many hours|much (?:work|time)) (?:(?:are|is|do we have|have we|will it take|does it take|"
    r"we have)(?: got)? )?"
    r"(?:still |there )*(?:(?:left|remaining|needed|outstanding) )?to (?:do|be done|complete|finish|completion) "
    r"(?P<joint>on|for|in|of)\b"
)
_OLDEST_INVOICE = (
    r"\bhow (?:old|late|long overdue) (?:is|are) (?:the |our )?oldest (?:unpaid |open |overdue |"
    r"outstanding )*(?:invoices?|bills?)\b"
)
_COMES_IN = (
    r"^how much (?:money|cash|income) (?:(?:will|should|is|are|do|does) )?(?:(?:we|going to|supposed to|"
    r"expected to|due to) )*"
    r"(?:come|comes|coming|get|receive|collect|be coming|be paid)(?: in)?\b(?= (?:next|this|in|until|by|over|"
    r"during|before)\b|\W*$)"
)
_YEAR_ONCE = (
    r"\b(?P<first>[qh][1-4]) (?P<joint>vs\.?|versus|against|compared (?:to|with)|than) "
    r"(?!(?P=first)\b)(?P<second>[qh][1-4]) (?P<of>of )?(?P<year>last year|this year|20\d\d)\b"
)
"""As in "H1 vs H2 last year": the year is said once for both."""

_FINISHED = (
    r"\b(?P<how>how many|which|what) (?P<what>projects?|jobs?|productions?) (?:did we|have we|were|have been|"
    r"has been|did the team) "
    r"(?:finish(?:ed)?|complet(?:e|ed)|deliver(?:ed)?|clos(?:e|ed)|wrap(?:ped)?(?: up)?|end(?:ed)?)\b"
)

_BOOKED_WORK = (
    r"^how (?:much|many) (?:work|hours|time|hours of work) (?:do|have|has|is|are|did) (?:we |i |they |"
    r"the team )?(?:got |have )?"
    r"(?:already )?(?P<what>booked|scheduled|planned)(?: in)?\b"
)

_HOUR_COSTS = r"^(?:what|how much) does (?:an|one|each) hour of (?P<what>.+?) cost(?: us)?(?=\W*$| (?:this|last|in)\b)"


TURNS = rewordings(
    (_WHICH_FEW, r"top \g<count> "),
    (_OVER_IN_ANY, r"\g<lead>by \g<unit>"),
    (
        _SORT_BY_END,
        r"\g<end> first",
    ),
    (_VERSUS_LAST, r"this \g<unit> \g<joint> \g<which> \g<unit>"),
    (_ON_TARGET, r"\g<what> of \g<who> against target"),
    (_USED_UP, r"budget run-out date of \g<which>"),
    (_ARE_GONE, _nothing_left),
    (_TO_CHASE, r"\g<which> \g<what> are overdue"),
    (_TOOK_NO_LEAVE, r"\g<who> has no \g<what>"),
    (_SIGNED_ONLY, r"\g<lead>confirmed revenue\g<rest>"),
    (_DEALS_CLOSE, r"\g<deals> are expected to close"),
    (_FREE_WORK, "unpaid work"),
    (_FAST_BURN, r"burn index of \g<what>"),
    (_CAN_HELP, "who is free"),
    (_RUNS_OVER, r"\g<what> over budget"),
    (_WAITING, r"pending change requests"),
    (_WEIGHTED, r"\g<lead>weighted pipeline\g<rest>"),
    (_SINCE_THE_LAST, r"\g<grew> this \g<unit> compared with the previous \g<unit>"),
    (_GROWTH_RATE, r"\g<what> growth"),
    (_HOW_MANY_DAYS, _days_worked),
    (_TOO_MUCH, "who has overtime"),
    (_BIGGEST, _by_revenue),
    (_LARGEST_INVOICES, r"\g<lead>\g<how> \g<count> \g<what>"),
    (_WHEN_OVER, r"budget run-out date of \g<what>"),
    (_COMES_BACK, r"absence days of \g<who> by day in the next 60 days"),
    (_SICK_RATE, "absence rate for sick leave"),
    (_FORGOT, "who did not log any time"),
    (_TIME_TO_CLOSE, "sales cycle"),
    (_HOUR_COSTS_ITSELF, "cost per hour"),
    (_HURTING, lambda found: _least_profitable(found["what"])),
    (_LACKS_PEOPLE, "capacity gap by job title and week"),
    (_SHORT_SKILLS, "capacity gap by job title and week"),
    (_TOO_MANY, r"capacity gap by job title and week for \g<what>\g<rest>"),
    (_ON_THE_PLATE, r"scheduled hours of \g<who> by project"),
    (_TO_DO_ON, r"hours to complete \g<joint>"),
    (_OLDEST_INVOICE, "overdue receivables by invoice and ageing"),
    (_COMES_IN, "receivables due"),
    (
        _YEAR_ONCE,
        lambda found: (
            f"{found['first']} {found['of'] or ''}{found['year']} {found['joint']} "
            f"{found['second']} {found['of'] or ''}{found['year']}"
        ),
    ),
    (
        _FINISHED + rf"(?P<rest>[^?]*?)\bthis (?P<unit>{_UNITS})\b",
        r"\g<how> \g<what> ended\g<rest>\g<unit> to date",
    ),
    (_FINISHED, r"\g<how> \g<what> ended"),
    (_BOOKED_WORK, r"\g<what> hours"),
    (_HOUR_COSTS, r"cost per hour of \g<what>"),
)
