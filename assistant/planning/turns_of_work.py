"""Turns of phrase for what is left to do, what is owned, how something stands, and what is agreed already."""

import re

from assistant.figures import LIMITS_OF_COLOURS
from assistant.planning.rewording import rewordings

_EACH_RETAINER = r"\b(?P<joint>(?:on|of|for|in|at|by|per) )?(?:each|every|per)(?: of (?:our|the))? retainers?\b"

_STILL_BILL = (
    r"\bhow many (?:more )?(?:hours?|h) (?:can|could|may|are) (?:we|i|they|the team) (?:still |"
    r"yet )?(?:able to |allowed to )?"
    r"(?:bill|log|use|spend|work|book|put in|burn)(?: up)? (?P<joint>on|for|in|against|to) (?P<what>[^?]+?)(?=\W*$)"
)
"""As in "how many hours can we still bill on Apollo": what is left of the sold hours."""

_STILL_TO_LOG = (
    r"\bhow many (?P<unit>hours|days) (?:do|does|have|has|must|should|are) (?P<who>i|we|they|[^\W\d]+) "
    r"(?=(?:still|yet|need|have|got|left|supposed)\b)"
    r"(?:still |yet )?(?:(?:need|have|got|left|supposed) )?(?:to )?(?:still )?"
    r"(?:log|enter|track|fill in|record|submit)\b(?! (?:on|for|in) (?!this|last|the (?:week|month)))"
)

_OWES_HOURS = {"i": "my missing {unit}", "we": "missing {unit}", "they": "missing {unit}"}


def _missing(found: re.Match[str]) -> str:
    """The hours somebody has yet to enter."""
    return _OWES_HOURS.get(found["who"].casefold(), f"missing {{unit}} of {found['who']}").format(unit=found["unit"])


_DEALS_OF = (
    r"\b(?:open )?(?:deals|opportunities)(?: that are| which are| are| with a value(?: of)?| worth| valued(?: at)?)* "
    r"(?P<limit>(?:over|above|under|below|more than|less than|at least|bigger than|larger than|smaller than) "
    r"[€$£]?\d[\d.,]*(?: ?(?:k|m|euros?|eur|usd|gbp))?)(?=\W*$| by\b| (?:this|next|in|for)\b)"
)
"""As in "deals over 50k": by what they are worth."""

_WHOSE_DEAL = (
    r"^(?:who (?:owns|leads|runs|manages|handles|looks after|is (?:the owner of|responsible for|in charge of|"
    r"behind))|"
    r"whose) (?:is )?(?:the |our )?(?P<deal>(?!(?:this|that|which|each|every)\b)[^?]+?) (?:deal|opportunity)(?=\W*$)"
)

_COLOURED = (
    r"^(?:(?P<count>how many)|which|what|list|show(?: me)?|are there)?(?: of)?(?: any| all| the| our| my)* ?"
    r"(?:projects? (?:that |which )?(?:are|is|currently|now|marked| )*(?:red|amber|yellow|green)|"
    r"(?:red|amber|yellow) projects?)(?: (?:right )?now| at the moment| currently)?(?=\W*$)"
)


def _coloured(found: re.Match[str]) -> str:
    colours = {one for one in LIMITS_OF_COLOURS if re.search(rf"\b{one}\b", found[0], re.IGNORECASE)}
    return f"projects with health {LIMITS_OF_COLOURS[colours.pop()]}" if len(colours) == 1 else "health by project"


_PASSES_TARGET = (
    r"\b(?P<who>who|which people|people who|which teams?) (?:all )?(?:is |are |has |have )?"
    r"(?:exceed(?:s|ed|ing)?|beat(?:s|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped)) (?:the|their|his|her|"
    r"its) (?:utili[sz]ation )?"
    r"targets?\b"
)
_FROM_TARGET = (
    r"\b(?P<who>who|which person|which team) (?:is|are|was) (?:the )?(?:furthest|farthest|most) "
    r"(?:from|below|under|away from) (?:the |their |its )?(?:utili[sz]ation )?target\b"
)

_RETAINERS_STAND = (
    r"^(?:what(?:'s| is) |how (?:is|are) |show(?: me)? )?(?:the )?(?:status|state|overview) of (?:all |our |"
    r"the |my )*retainers?(?=\W*$)"
)

_LIKELY_TO_CLOSE = (
    r"\b(?P<deals>deals?|opportunit(?:y|ies))(?: that are| which are)? (?:likely|supposed|due|set|about) to "
    r"(?:be )?(?:close|sign|signed|come in|land|won)\b"
)

_ALREADY_SURE = (
    r"^(?:how much|what (?:percentage|percent|share|part|proportion)) of (?:the |our )?"
    r"(?:(?P<before>[^?]*?)(?:'s)? ?(?:projected |expected |forecast )?revenue(?: (?:for|in|of))? ?(?P<after>[^?]*?)|"
    r"(?P<when>(?:next|this) (?:month|quarter|year)|q[1-4](?: 20\d\d)?))"
    r"(?:'s revenue)? (?:is|are|has been) (?:already )?(?:confirmed|signed|contracted|sold|secured|certain|"
    r"booked)(?: already)?(?=\W*$)"
)
"""As in "how much of next quarter is already confirmed"."""


def _sure(found: re.Match[str]) -> str:
    when = (found["when"] or f"{found['before'] or ''} {found['after'] or ''}").strip()
    share = " as a share of projected revenue" if not found[0].casefold().startswith("how much") else ""
    return f"confirmed revenue{share} {when}".strip()


_OF_ALL_HOURS = (
    r"\b(?P<what>non[- ]?billable|internal|overtime|billable)(?: hours| time| work)? as (?:an? |the )?"
    r"(?:%|percent(?:age)?|share|proportion|part) of (?:the |our |their )?(?:total|all|tracked|logged)"
    r"(?: (?:hours|time|tracked hours|logged hours))?\b"
)
"""As in "non billable as % of total by person": of each one's own hours."""

_COST_TO_INCOME = r"\bcosts?[- ](?:to|over)[- ](?:income|revenue)(?: ratio)?\b|\bcost[- ]income ratio\b"

_DEPENDS_ON = (
    r"^how (?:dependent|reliant) are we on (?P<what>(?!(?:our |the )?(?:biggest|largest|top|"
    r"main)\b)[^?]+?)(?=\W*$)"
)


_LEFT_FOR_PEOPLE = (
    r"\bhow many hours (?:are|do we have|have we) (?:still )?left (?:for|in|with) (?P<whose>my team|"
    r"the [\w &]+ team|us)\b"
)
"""As in "how many hours are left for my team this week": those of people, and of no budget."""

_WERE_LATE = (
    r"\b(?P<be>(?:is|are|was|were)(?: anything| something)?|been|be|came|come) late "
    r"(?!.*\b(?:time ?sheets?|time|hours|entries)\b)(?=(?:this|last|next|in) (?:the )?(?:last |next )?"
    r"(?:week|month|quarter|year|\w+ (?:weeks|months)|q[1-4])\b)"
)
"""As in "how many milestones were late this quarter": overdue, and not the end of the quarter."""

_LATE_WITH = (
    r"\blate (?P<when>(?:this|last) (?:week|month|quarter)) "
    r"(?P<with>(?:with|on) (?:their |the )?(?:time ?sheets?|time|hours))\b"
)

_LATE_MILESTONES = r"\bmilestones?(?: that)? (?:are|were|was|is|have been) overdue (?=this|last|in)"

_OUT_OF_HOURS = r"\brun(?:s|ning)? out of (?:sold |budget(?:ed)? )?hours\b"

_AHEAD_OR_BEHIND = (
    r"^(?:is|are|how (?:many days|far)) (?P<what>.+?) (?:ahead or behind|behind or ahead|ahead of or behind|"
    r"ahead|behind)(?: (?:of )?(?:the |its )?(?:schedule|plan))(?=\W*$)"
)

_WHICH_DAY_MOST = (
    r"^(?P<lead>(?:which|what) (?:day|week|month|quarter)s?) (?:do|did|does) (?:people|we|everyone|the team|"
    r"staff) "
)

_KNOWS = (
    r"^who (?:all )?(?:knows (?:the )?(?:most )?about|has (?:ever )?worked (?:with|for|on)|"
    r"(?:ever )?worked (?:with|for|on)) "
    r"(?P<what>(?!(?:the )?(?:weekend|holidays?)\b)[^?]+?)(?: before| in the past| so far| already| ever)(?=\W*$)"
)
_KNOWS_MOST = r"^who knows (?:the )?most about (?P<what>[^?]+?)(?=\W*$)"

_FOR_THE_PIPELINE = (
    r"^(?:how many (?P<who>people|[^\W\d]+s)|how much capacity|what capacity) (?:do|will|would) we need "
    r"(?:for|to (?:deliver|staff|cover|do)) (?:the |our )?(?:whole |entire |open )?(?:pipeline|open deals)\b"
)


def _gap(found: re.Match[str]) -> str:
    who = found["who"] or "people"
    return "capacity gap by job title and week" + ("" if who.casefold() == "people" else f" for {who}")


_TIME_COST_US = r"^how (?:much time|many hours) (?:has|have|did|does|do) (?P<what>.+?) cost(?: us)?\b"
"""As in "how much time has the portal cost us": time, and no money."""

_BUSY_WITH = (
    r"^what (?:was|is|were|are|has|have) (?P<who>(?:(?!\b(?:project|client|time|day|week)\b)[^?])+?) "
    r"(?:been )?(?:busy|occupied) (?:with|on)\b"
)
_COME_IN_AT_WEEKENDS = (
    r"^(?:did|has|have|does|do) (?:anybody|anyone|somebody|someone|people|we|any of us) (?:have to |had to |need to )?"
    r"(?:come|came|been|be|work(?:ed)?) (?:in )?(?:on |at |over )?(?:a |the )?(?:saturdays? (?:or|and) (?:a |on )?"
    r"sundays?|weekends?)\b"
)
_FAR_FROM_THE_PLAN = (
    r"^how far (?:off|out|away) (?:is|was|are|were) (?:our |the )?(?:resource |staff )?(?:planning|plans?|bookings?|"
    r"schedul(?:e|ing)|resourcing)\b"
    r"(?: from what (?:people|we|they|the teams?) (?:really |actually )?(?:did|do|worked|logged))?"
)

_GO_THROUGH = (
    r"\bhow much (?:do|did|are) we (?:go|going|get|getting) through (?:in |per |each |every |a )(?:an? )?week\b"
)
"""As in "how much do we go through in a week on each project": what is used up of it, weekly."""

_OVER_ESTIMATES = (
    r"\btasks?(?: (?:that|which))?(?: (?:are|were|have|has|had|went|go|ran|run|gone|is|was))? ?"
    r"(?:(?:took|taken|take|needed|need|cost|used) (?:longer|more (?:hours|time)|more) than (?:(?:we |was |were |had )*"
    r"(?:planned|estimated|expected|thought)|(?:the|their|its) estimates?)|"
    r"(?:exceed(?:ed|ing|s)?|over(?:shot|ran|run)?) (?:their |the |its |our )?(?:hours? )?estimates?)\b"
)
"""As in "which tasks took longer than planned"."""

_NEXT_DEADLINE = r"(?P<lead>^|\b(?:is|are|the|our) )next (?:deadline|milestone)(?=\W*$| (?:for|of|on|in|by)\b)"


def _next_milestone(found: re.Match[str]) -> str:
    """A deadline of a project is a milestone of its."""
    return f"{found['lead'] or 'what is the '}next milestone"


_PLANNED_FOR = (
    r"^(?:how many hours|how much(?: time| work)?|what hours) (?:did|do|have|has) (?:we|i|they|the team) "
    r"(?:plan(?:ned)?|schedule(?:d)?|book(?:ed)?|allocate(?:d)?) (?:in )?for "
    r"(?=(?:this|next|the|q[1-4]|[a-z]+ ?\d{0,4}\W*$))"
)
_PIPELINE_LIKELY = (
    r"\bhow much of (?:the |our )?(?:open )?(?:pipeline|deals) (?:is|are|will|do we expect to|should|could)(?: we)? "
    r"(?:likely to |expected to |probably |going to )?(?:be )?(?:close|come in|convert|land|won|win|signed)\b"
)
_WHO_OF_EACH = (
    r"^(?P<lead>[^?]*\b(?P<what>tasks?|tickets?|projects?|budgets?|clients?|retainers?)\b[^?]*?),? and "
    r"who(?:'s| is| are) (?:responsible|in charge|accountable|the owners?|the assignees?)"
    r"(?: for (?:it|them|each|that))?(?=\W*$)"
)
"""As in "which tasks are overdue and who is responsible": whoever works on a task, and whoever manages the rest."""


def _responsible(found: re.Match[str]) -> str:
    of_tasks = found["what"].casefold().startswith(("task", "ticket"))
    return f"{found['lead']}{' by person' if of_tasks else ' and who manages them'}"


_SOLD_AND_WORKED = (
    r"\b(?:the )?difference between (?:the )?(?:budget(?:ed)?|sold) (?P<hours>hours )?and (?:the )?"
    r"(?:actual|worked|used|tracked|logged)(?(hours)(?: hours)?| hours)\b"
)

_NO_ACTIVITY = (
    r"\b(?P<lead>which |what |list |show |any )?(?:our |of our |the )?(?:clients|customers|accounts) "
    r"(?:(?:that |which |who )?(?:have|has|had|haven['\u2019]?t|with)(?: not)?(?: had| seen| been)? (?:no|any|zero)|"
    r"without(?: any)?) activity\b"
)
_WENT = r"(?:went|are|were|is|was|have gone|has gone|gone|ran|run|running)"
_RETAINERS_OVER = (
    rf"\bretainers?(?: (?:that|which))?(?P<went> {_WENT})? (?:way |far |already )?over"
    r"(?(went)(?: (?:on )?(?:their|its|the|agreed|sold) (?:agreed |sold |monthly )?(?:hours|allowance|limits?|caps?))?|"
    r" (?:on )?(?:their|its) (?:agreed |sold |monthly )?(?:hours|allowance|limits?|caps?))"
    r"(?=\W*$| (?:this|last|in|so far|by)\b)"
)
"""As in "which retainers went over last month", but not "hours on retainers over last month"."""

_HOW_MANY_OUT = (
    r"\bhow many (?P<who>(?:of )?(?:people|us|staff|colleagues|employees|designers|developers|the team)) "
    r"(?P<be>are|is|will be|were|was) (?:out|off)(?: of (?:the )?office)?"
    r"(?=\W*$| (?:today|tomorrow|this|next|last|on|in|over)\b)"
)
_HOURS_SPENDING = (
    r"\bhow many hours (?:(?:a|per|each|every) (?P<unit>day|week|month) )?(?:are|were) (?:we|they|people|the team) "
    r"(?:currently |still |now )?(?:spending|putting|burning|working)(?: in| up)?(?: on| into)?\b"
)


def _hours_on(found: re.Match[str]) -> str:
    return f"tracked hours by {found['unit']} for" if found["unit"] else "tracked hours for"


_RETAINER_USED = (
    r"\bhow much of (?:the |our |my )?(?P<of>[^?]{1,60}?)(?:'s)? retainer(?:'s)?(?: hours| budget)? "
    r"(?:is|was|are|were|has been|have we|did we) (?:already )?"
    r"(?:used|use|spent|burned|burnt|consumed)(?: up| already)?\b"
)
_TO_APPROVE = (
    r"\b(?:(?:which |what |any )?(?:time ?sheets?|time entries)|(?:which|what) hours)"
    r"(?: (?:that|which))?(?: (?:are|is|were))?(?: still)? "
    r"(?:waiting for|awaiting|waiting on|pending|in need of) (?:an? |my |their |the )?approvals?\b"
    r"(?:,? (?:and )?(?:since when|for how long))?"
)
_BURN_AND_TIME = (
    r"\b(?:the )?(?:budget )?burn (?:of|on|for) (?P<what>[^?]+?) (?:compared (?:to|with)|vs\.?|versus|against) "
    r"(?:the )?(?:time|calendar|schedule)(?: elapsed| gone| passed| that has (?:gone|passed))?(?=\W*$)"
)

_NEED_PEOPLE = (
    r"^how many (?:more |new |extra |additional )?(?:people|persons|heads|hires|staff|employees) "
    r"(?:do|would|will|should) we (?:(?:need|have) to (?:hire|recruit|bring in|find)|need)"
    r"(?=\W*$| (?:in|for|by|next|this|q\d)\b)"
)
_NOT_PAID_WITHIN = (
    r"\b(?P<lead>which |what |list )?(?:our )?(?:clients|customers) (?:that |who )?"
    r"(?:have not|haven['\u2019]?t|did not|didn['\u2019]?t|do not|don['\u2019]?t) (?:paid|pay|settled?)"
    r"(?: us| their (?:invoices|bills)| our (?:invoices|bills))? within (?P<days>\d+) days\b"
)
_REPRESENT = (
    r"\bhow much (?P<share>of (?:our|the|all|total) )?(?P<what>revenue|turnover|profit|income) (?:do|did) "
    r"(?:they|these|those) (?:represent|account for|make(?: up)?|stand for|contribute|bring(?: in)?|generate|earn)\b"
)
"""As in "and how much revenue do they bring in": what they bring in is the revenue, and no second measure."""


def _theirs(found: re.Match[str]) -> str:
    return f"what is their {'share of ' if found['share'] else ''}{found['what']}"


_PILED_UP = r"\b(?P<have>have|has) (?:piled|built|racked|clocked|stacked) up\b"

_WHO_ARE = (
    r"(?!(?:active|over|under|still|late|open|paid|planned|running|behind|on|overdue|done|what|which|who|how)\b)"
    r"[^?]+?(?<!ing)(?<!still)"
)
"""Somebody, and not what projects are like: "active and still", "active and what are they spending"."""
_ON_PROJECTS = (
    rf"^(?P<lead>(?:and )?(?:which|what|how many) (?:projects|clients|accounts|jobs) "
    rf"(?:(?:are|were) {_WHO_ARE} and {_WHO_ARE}|"
    r"(?:is|was) [^?]+?(?= on (?:this|next|last|tomorrow)\b)))(?<! working) on(?=\W*$| (?:this|next|last|tomorrow)\b)"
)
"""As in "what projects are Ana and Ben on", "what projects is Ana on next week"."""


TURNS = rewordings(
    (_ON_PROJECTS, r"\g<lead> working on"),
    (_NEED_PEOPLE, "do we need to hire"),
    (_NOT_PAID_WITHIN, r"\g<lead>clients with receivables over \g<days> days"),
    (_REPRESENT, _theirs),
    (_PILED_UP, r"\g<have> there been"),
    (_NO_ACTIVITY, r"\g<lead>clients have we not worked for"),
    (_RETAINERS_OVER, "retainer budgets with overserviced hours above 0"),
    (_HOW_MANY_OUT, r"how many \g<who> \g<be> away"),
    (_HOURS_SPENDING, _hours_on),
    (_RETAINER_USED, r"share of budget used for \g<of> for retainer budgets"),
    (_TO_APPROVE, "pending hours by person"),
    (_BURN_AND_TIME, r"burn vs time elapsed for \g<what>"),
    (_OVER_ESTIMATES, "tasks with estimate accuracy above 100 %"),
    (_NEXT_DEADLINE, _next_milestone),
    (_PLANNED_FOR, "scheduled hours for "),
    (_PIPELINE_LIKELY, "weighted pipeline"),
    (_WHO_OF_EACH, _responsible),
    (_SOLD_AND_WORKED, "budget hours, budget hours used and budget hours remaining"),
    (_GO_THROUGH, "burn rate"),
    (_TIME_COST_US, r"hours of \g<what>"),
    (_BUSY_WITH, r"hours of \g<who> by project"),
    (_COME_IN_AT_WEEKENDS, "who has weekend hours"),
    (_FAR_FROM_THE_PLAN, "plan error"),
    (_EACH_RETAINER, "by budget for retainer budgets"),
    (_STILL_BILL, r"budget hours remaining for \g<what>"),
    (_STILL_TO_LOG, _missing),
    (_DEALS_OF, r"deals by deal with pipeline value \g<limit>"),
    (_WHOSE_DEAL, r"pipeline value by owner for the \g<deal> deal"),
    (_COLOURED, _coloured),
    (_PASSES_TARGET, r"\g<who> is above target"),
    (_FROM_TARGET, lambda found: f"lowest utilization gap by {'team' if found['who'].endswith('team') else 'person'}"),
    (_RETAINERS_STAND, "budget total, budget used and budget remaining by budget for retainer budgets"),
    (_LIKELY_TO_CLOSE, r"\g<deals> are expected to close"),
    (_ALREADY_SURE, _sure),
    (_OF_ALL_HOURS, r"\g<what> hours as a share of tracked hours"),
    (_COST_TO_INCOME, "cost as a share of revenue"),
    (_DEPENDS_ON, r"what share of revenue comes from \g<what>"),
    (_LATE_WITH, r"late \g<with> \g<when>"),
    (_WERE_LATE, r"\g<be> overdue "),
    (_LATE_MILESTONES, "milestones slipped "),
    (_LEFT_FOR_PEOPLE, r"free hours of \g<whose>"),
    (_OUT_OF_HOURS, "run out of budget"),
    (_AHEAD_OR_BEHIND, r"schedule variance of \g<what>"),
    (_WHICH_DAY_MOST, r"\g<lead> did we "),
    (_KNOWS, r"tracked hours of all time by person for \g<what> highest first"),
    (_KNOWS_MOST, r"tracked hours of all time by person for \g<what> highest first"),
    (_FOR_THE_PIPELINE, _gap),
)
