"""How project and account managers ask in the middle of a day what they are working on, said plainly."""

import re

from assistant.planning.rewording import rewordings

_ROWS = r"(?:projects?|jobs?|productions?|matters?|clients?|customers?|accounts?|budgets?|retainers?)"
_VERSUS = r"(?:vs\.?|versus|against|and|compared (?:to|with))"
_USED = r"(?:used|burne?d|burnt|spent|worked|logged|tracked|consumed|actual)"
_SOLD = r"(?:sold|budgeted|agreed|allotted|allowed|contracted|quoted)"

_ASSIGNED = (
    r"\b(?P<which>(?:(?:all|the|our|my|active|open|running|current|live|ongoing|planned) )*)"
    r"(?P<rows>projects|jobs|productions|matters)(?:,)? (?:and|with|together with|along with|including|plus) "
    r"(?:(?:all |the |their |its )*assigned|(?:their|its|the)) (?:users?|people|team members?|members?|staff|resources?|"
    r"employees?|persons?|assignees?|who)(?: assigned(?: to (?:them|it))?)?(?=\W*$)"
)
"""As in "list all active projects and their assigned users"."""

_WITH_WHOM = (
    rf"\b(?P<which>(?:(?:all|the|our|my|active|open|running|current|live|ongoing) )*){_ROWS} (?:and|with) "
    r"(?:their |its |the )?(?P<who>pms?|project managers?|account managers?|clients?)(?:,| and) (?:their |the )?"
    r"(?P<what>(?:remaining |total |used )?(?:budgets?|hours|burn|health|margin|revenue)(?: (?:left|remaining|used))?)"
    r"(?=\W*$)"
)
"""As in "all active projects with their PM and remaining budget"."""


def _with_whom(found: re.Match[str]) -> str:
    who = re.sub(r"^pms?$", "project manager", found["who"], flags=re.IGNORECASE).removesuffix("s")
    noun = re.search(_ROWS, found[0], re.IGNORECASE)
    rows = noun[0].casefold() if noun else "projects"
    return f"{found['what']} by {rows.removesuffix('s')} and {who} for {found['which']}{rows}"


_BEYOND = (
    r"(?:(?:is|are|was|were|has|have|had|that) )*(?:exceed(?:s|ed|ing)?|over|above|beyond|past|higher than|more than|"
    r"greater than|larger than|bigger than|surpass(?:es|ed)?|(?:went|gone|go|ran|run) (?:over|past|beyond)|outr[au]ns?)"
)
_HOURS_BEYOND = (
    rf"\b(?P<rows>{_ROWS}|tasks?|tickets?)(?: where| whose| with| that have| which have| having| for which)?"
    r"(?: the)? (?:actual|actuals|tracked|logged|worked|real|recorded|spent)(?: hours| time| effort)? "
    rf"{_BEYOND}(?: the| their| its)?(?: original| initial)? "
    r"(?:estimated|estimates?|budgeted|sold|agreed|quoted|scoped)(?: (?:hours|time|effort))?(?! by \d)(?!\w)"
)
"""As in "projects where actual hours exceed estimated hours": of a project the hours it was sold with."""


def _hours_beyond(found: re.Match[str]) -> str:
    of_tasks = found["rows"].casefold().startswith(("task", "ticket"))
    measure = "estimate accuracy" if of_tasks else "budget hours used percent"
    return f"{found['rows']} with {measure} above 100 %"


_OVER_ESTIMATE = (
    r"\b(?P<rows>tasks?|tickets?)(?: (?:that|which))?(?: (?:have|has|had|are|is|were|was))?"
    r"(?: (?:go|goes|going|gone|went|run|runs|running|ran|been|took|taken|take|came in))? "
    r"(?:over|above|beyond|past|longer than|more than|exceed(?:ed|s|ing)?|overran|overrun)"
    r"(?: (?:the|their|its|our))?(?: original| initial)? (?:estimates?|estimated (?:hours|time|effort))(?! by \d)\b"
)
"""As in "which tasks went over their estimate"."""

_ESTIMATED_AND_DONE = (
    rf"\b(?:estimate[ds]?|actuals?)(?: hours| time| effort)? {_VERSUS} (?:the )?(?:estimate[ds]?|actuals?)"
    r"(?: hours| time| effort)?(?: (?:on|for|of) (?:(?:the|all|our|my) )*(?:done|completed?|finished|closed|delivered) "
    r"tasks?\b|(?! (?:costs?|revenue|margins?|profits?|budgets?|spend|fees?|hours)\b))(?!\w)"
)
"""As in "estimate vs actual on done tasks": what is done is all that this is told of."""

_ESTIMATES_GOOD = (
    r"^(?:are|were|how (?:good|accurate|reliable|realistic) (?:are|were)) (?P<whose>our|the|my|their) "
    r"(?:task )?estimates(?: (?:any good|good|accurate|reliable|realistic|any use|holding up|right|ok|okay|"
    r"trustworthy))?(?=\W*$| (?:this|last|in|on|for)\b)"
)

_AGAINST = r"(?:vs\.?|versus|against|compared (?:to|with))"
_USED_OF_SOLD = (
    rf"\bhours (?:{_USED} (?:{_AGAINST}|and|of|out of) {_SOLD}|{_SOLD} (?:{_AGAINST}|and) {_USED})"
    r"(?! (?:hours|margin|work|scope))\b"
)
_SOLD_AND_USED = rf"\b(?:{_SOLD} {_AGAINST} {_USED}|{_USED} {_AGAINST} {_SOLD}) hours\b"
"""As in "hours burned vs budgeted", "retainers: sold vs used hours"."""

_NEARLY_USED_UP = (
    r"^(?:(?:so|and) )?(?:which|what|are|is|list|show(?: me)?|do)(?: any| all| of| our| my| the| one)* "
    r"(?P<rows>retainers?|budgets?|projects?)(?: that| which)?(?: (?:is|are|has|have))? "
    r"(?:nearly|almost|close to(?: being)?|about to be|practically|all but|just about|as good as) "
    r"(?:used up|gone|spent|exhausted|empty|finished|depleted|consumed|eaten up|used|maxed out|out of (?:budget|hours))"
    r"(?=\W*$)"
)
"""As in "which retainers are nearly used up"."""


def _nearly_used_up(found: re.Match[str]) -> str:
    rows = found["rows"].casefold().removesuffix("s")
    of = " for retainer budgets" if rows == "retainer" else ""
    return f"{'budgets' if rows == 'retainer' else rows + 's'} with budget used above 80 %{of}"


_CARRIED_OVER = (
    r"^(?P<lead>(?:show(?: me)? |list |how many |what |the |any |which )*)(?:unused |unspent |retainer )*hours "
    r"(?:(?:we|that|were|was|are|have|has|been|got|get|did|do) )*"
    r"(?:carr(?:y|ied|ying) (?:over|forward)|roll(?:ed|ing)? over)(?: from last month| into (?:this month|the month))?"
    r"(?P<where> (?:on|for|with|of|in) [^?]+?| by [^?]+?)?(?=\W*$)"
)
"""As in "retainer hours carried over": what was left of the months before this one."""

_BUDGET_USE = (
    r"\bhow much of (?:the |our |its |their )?(?P<hours>hours )?budget (?:did|does|has|have|do) (?P<who>[^?]+?) "
    r"(?:already |so far )?(?:used?|spen[dt]|burn(?:ed|t)?(?: through)?|consumed?|eat(?:en)?|go through|gone through|"
    r"got through|get through)(?: up| so far| already)*(?=\W*$)"
)
"""As in "how much of the budget did the project use"."""

_ALL_OF_US = frozenset({"we", "they", "it", "us", "i"})


def _budget_use(found: re.Match[str]) -> str:
    measure = f"budget {found['hours'] or ''}used percent"
    who = re.sub(r"^(?:the|all|our) ", "", found["who"], flags=re.IGNORECASE)
    if who.casefold() in _ALL_OF_US:
        return measure
    each = r"(?:(?:each|every)(?: of (?:our|my|the))? )?"
    noun = re.fullmatch(rf"{each}(?P<row>project|client|team|job|budget|retainer)s?", who, re.IGNORECASE)
    return f"{measure} by {noun['row']}" if noun else f"{measure} of {who}"


_RETAINER_USE = (
    r"\bhow much of (?:the |our )?(?:(?P<when>[\w ]+?)['’]s )?retainer(?: hours| budget| allowance)? "
    r"(?:is|are|has|have|was|were|did we|have we) (?:already |been )*(?:used|burne?d|burnt|spent|gone|consumed)"
    r"(?: up)? (?:on|for|by|in|with) (?P<what>[^?]+?)(?=\W*$)"
)
"""As in "how much of October's retainer hours are used on Care": of its own, and no part of all of them."""


def _retainer_use(found: re.Match[str]) -> str:
    when = found["when"] or ""
    led = f" {when}" if re.match(r"(?:this|last)\b", when, re.IGNORECASE) else f" in {when}" if when else ""
    return f"budget hours used percent for {found['what']}{led}"


_WHICH_COST = (
    r"^(?P<which>which|what) (?P<rows>projects?|clients?|jobs?|people|teams?|services?) (?:did )?cost(?: us)? "
    r"(?=(?P<limit>more than|less than|over|under|above|below|at least)? ?(?(limit)[€$£]?\d|(?:last|this|in|so far|during|since)\b))"
)
"""As in "which projects cost last month"."""

_MADE_NOTHING = (
    rf"\b(?P<rows>{_ROWS})(?: that| which)? (?:(?:did|do|does|are|is|have|has|were)(?:n['’]t| not)|never) (?:yet )?"
    r"(?:mak(?:e|ing)|made|earn(?:ed|ing)?|turn(?:ed)?|bring(?:ing)? in) (?:us )?(?:any |a )?(?:money|profit)\b"
)
"""As in "which projects did not make money"."""

_TENTATIVE_BOOKED = (
    r"\b(?P<what>tentative|provisional|pencilled) hours (?:(?:are|do we have|have we|have been|we have|got) )+"
    r"(?:booked|scheduled|planned|in)\b"
)
"""As in "how many tentative hours are booked": a booking is what they are."""

_HOW_FAR_BEHIND = (
    r"^(?:by )?how (?:far|much|badly|many days) (?:behind|ahead of)(?: (?:the|its|our))? (?:schedule|plan|time) "
    r"(?:is|are|do we run|are we) (?:(?:with|on) )?(?P<what>[^?]+?)(?: running| right now| now)?(?=\W*$)"
)
"""As in "how far behind schedule is Apollo"."""

_TOUCH = (
    r"(?:touch(?:ed)?|work(?:ed)? (?:on|for)|log(?:ged)? (?:any )?(?:time|hours) (?:on|to|for|against)|"
    r"d(?:o|one) anything (?:on|for)|spen[dt] (?:any )?(?:time|hours) on)"
)
_NOT_TOUCHED = (
    rf"^(?P<lead>(?:which|what) (?:of (?:our|my|the) )?{_ROWS}) (?:(?:did|has|have)(?P<short>n['’]t| not)? "
    rf"(?P<who>(?!(?:we|they|i|any|no|nobody|not)\b)[^?]+?)(?(short)| (?:not|never))(?: yet| even)? {_TOUCH}|"
    rf"(?:did|has|have) (?:nobody|no one|no-one|none) (?:from|in|of) (?P<in>[^?]+?) (?:yet )?{_TOUCH})(?: yet| at all)*"
)
"""As in "which projects did Design not touch", "which projects has nobody from Design worked on"."""


def _not_touched(found: re.Match[str]) -> str:
    whose = found["in"] or found["who"]
    whose = f"the {whose} team" if found["in"] and not re.match(r"(?:the|my|our)\b", whose) else whose
    return f"{found['lead']} have no hours of {whose}"


_BY_THEIR_TITLE = (
    r"\b(?P<what>hours|time)(?: (?:that )?(?:were|was|is|are|has been|have been))? "
    r"(?:spent|worked|logged|tracked|put in|recorded|booked|entered) by (?:the |our |all )*"
    r"(?P<who>(?:account|project) manager)s\b"
)
"""As in "hours spent by account managers": their own, and not those of the clients they look after."""

_SAID_OF_TIME = (
    r"(?:non[- ]?billable|billable|un\w+|internal|external|client|tracked|logged|worked|actual|planned|scheduled|booked|"
    r"budget\w*|sold|estimated?|expected|available|free|overtime|missing|contracted|tentative|confirmed|used|burned|"
    r"total|last|this|next|previous|my|our|their|more|less|how|many|which|what|the|of|by|hours|time|days?|weeks?|months?|"
    r"quarters?|years?|compare|show|remaining|target)"
)
_SIDE = rf"(?:(?!{_SAID_OF_TIME}\b)[a-z][\w&-]*)"
_EITHER_HOURS = (
    rf"^(?P<lead>(?:compare|show(?: me)?|what are|how many) (?:the |our )?)?(?P<one>{_SIDE}(?: {_SIDE})?) hours "
    rf"(?P<joint>vs\.?|versus|against|compared (?:to|with)) (?P<other>{_SIDE}(?: {_SIDE})?) hours\b"
)
"""As in "qa hours vs dev hours": the hours are said once for both."""

_CURRENTLY = r"^what (?:is|are) (?P<who>[^?]+?) (?:currently|presently|now) (?:working on|busy with)(?=\W*$)"
"""As in "what is Yuki currently working on"."""

_BOOKED_FOR = (
    r"^what (?:is|has been|work is|is there|do we have|have we got)(?: already| still)? "
    r"(?:booked|planned|scheduled|lined up)(?: in)? for (?P<who>(?-i:[A-Z])[^?]*?)"
    r"(?P<when>(?: (?:in|this|next|over|during|until|for the next|for next|from|tomorrow|on|today)\b[^?]*)?)(?=\W*$)"
)
"""As in "what is booked for Tomás in the next 2 weeks"."""

_PENCILLED = (
    r"^(?:list|show(?: me)?|what|which|give me|are there|do we have|any)(?: (?:me|are|all|the|our|any|my|of))* "
    r"(?P<what>tentative|pencilled|provisional|unconfirmed|confirmed) "
    r"(?:bookings|allocations|holds|assignments)(?: (?:are there|do we have|have we got))?"
    r"(?=\W*$| (?:in|for|this|next|over|during|until|on|from)\b)(?!.*\b(?:by|per)\b)"
)
"""As in "list tentative bookings for November"."""


def _pencilled(found: re.Match[str]) -> str:
    what = "scheduled" if found["what"].casefold() == "confirmed" else "tentative"
    return f"{what} hours by person and project"


_ANY_FREE = (
    r"^any (?P<who>(?!(?:one|time|hours|room|capacity|budget|free)\b)"
    r"(?:[a-z][\w /-]*?s|(?-i:[A-Z])\w+))(?: who (?:is|are)| that are)? (?:free|available|with (?:capacity|room|time|availability))\b"
)
"""As in "any senior developers available in November": which of them."""

_ON_IT_AND = (
    r"^who(?:['’]s| is| are|'re)? (?:(?:all|currently|now) )*(?:working on|works on|on|assigned to|staffed on) "
    r"(?:the |project )?(?P<what>(?-i:[A-Z])[^?,]*?),? (?:and|plus) (?:what (?:is|are) |how (?:is|are) |show )?(?:the |its )?"
    r"(?=(?:budget|hours|burn|health|status|margin|revenue|milestone)\w*)(?!hours (?:each|per|by))"
)
"""As in "who is on Apollo, and budget vs actual": the people, and then what is asked of the work."""

_HOW_FULL = (
    r"(?:over[- ]?booked|double[- ]?booked|over[- ]?allocated|idle|free|on (?:the )?bench|on leave|off|available)"
)
_BOTH_TIMES = (
    rf"^(?:people )?(?P<one>{_HOW_FULL} (?:last|this|next|in) [^?]*?),? (?:but|and) (?:are |is )?"
    rf"(?P<other>{_HOW_FULL} (?:last|this|next|in|the) [^?]*?)(?=\W*$)"
)
"""As in "overbooked last week but free next week": who is."""

_REQUESTS = r"(?<![\w-])(?:(?-i:CR)s?|crs)(?![\w-])"
"""As in "open CRs": change requests, as everybody calls them."""

_CLIENT_TO_APPROVE = (
    r"\b(?P<requests>change requests?|change orders?)(?: (?:that|which))?(?: (?:are|is|still))* "
    r"(?:waiting|awaiting|pending|out)(?: (?:on|for|with))? (?:the )?clients?(?: (?:approval|sign[- ]?off|decision))?"
    r"(?=\W*$)"
)

_FOR_EACH_OF = (
    rf"\b(?:(?:on|in|across) (?:each|every one)|for each(?= of (?:my|our|the) (?:client|customer)s?['’])) of (?P<whose>my|our|the) "
    rf"(?:(?P<client>clients?|customers?)['’]s?'? (?P<inner>projects?|budgets?|jobs?)|(?P<rows>{_ROWS}))\b"
)
"""As in "hours per person on each of my projects", "budget left for each of my clients' projects"."""


def _for_each_of(found: re.Match[str]) -> str:
    noun = (found["inner"] or found["rows"]).removesuffix("s")
    if found["whose"].casefold() != "my":
        return f"by {noun}"
    return f"by {noun} for my {'clients' if found['client'] else noun + 's'}"


_BILLABLE_SPLIT = r"\bbillable (?:split\b(?! into)|hours split\b(?! (?:by|per|across|between|among|into|over)\b))"
"""As in "billable split per project": the hours of both sides."""

_OPEN_ON = r"^what(?:['’]s| is) (?:still )?(?:left )?open (?:on|in) (?P<what>(?!(?:my|our|the) (?:desk|books?|list)\b)[^?]+?)(?=\W*$)"
"""As in "what's still open on Apollo": of a project these are its tasks."""

_AHEAD_ON = (
    r"^(?:are we|is (?:it|everything|the team|work)) (?:ahead or behind|behind or ahead|(?:running )?behind|ahead)"
    r"(?: of)?(?: (?:the )?schedule| plan| time)? (?:on|with|for|at) "
    r"(?P<what>(?!(?:the |our |their )?(?:time|hours|invoic|billing|payment|payroll|target|revenue|budget|sales))[^?]+?)(?=\W*$)"
)
"""As in "are we ahead or behind on Apollo"."""

_MISSED = r"\bmilestones (?:did|have|has|had|were) (?:(?:we|they|the team|been) )?(?:miss(?:ed)?|slip(?:ped)?|not (?:hit|met|reached))\b"
_CAN_TAKE_ON = (
    r"^who (?:can|could) (?:pick up|take on|take) (?:(?:some|more|extra|additional|another) )*(?:work|tasks?|projects?|jobs?)"
    r"(?=\W*$| (?:this|next|in|over|during|tomorrow|today)\b)"
)
"""As in "who can take on more work next week"."""

_RETAINER_USAGE = r"\bretainer (?:usage|use|consumption|burn|utili[sz]ation) (?:for|of|on|at) (?P<what>[^?]+?)(?=\W*$| (?:this|last|in|so far)\b)"
_HOURS_TO_GO = r"\bestimated (?:hours|time|effort|work) (?:left|remaining|to go|outstanding)\b"
_NOT_INVOICED = (
    r"\b(?:the )?(?:value of )?(?:the )?work (?:(?:we(?:['’]ve| have)?|that|which|has|have|was|is) )*(?:been )?(?:done|delivered|completed)"
    r"(?P<where> (?:for|on|at) [^?,]+?)?,? (?:but |that is |which is |and )?(?:still )?not (?:yet )?(?:been )?(?:invoiced|billed)(?: yet)?\b"
)
"""As in "value of work done for Acme not yet invoiced"."""

_MORE_THAN_PAID = (
    r"^(?:is|are|has|have) (?P<who>[^?]+?) (?:been )?(?:getting|got|gotten|receiving|received|using|used) more (?:hours|time|work)"
    r"(?: from us)? than (?:they|it|he|she|we)(?:['’]re| are| have|['’]ve)? (?:pay|pays|paid|paying|bought|sold them|agreed)(?: for)?(?=\W*$| (?:this|last|in)\b)"
)
_OVER_DELIVER = rf"^(?P<lead>(?:which|what) {_ROWS}) (?:did|do|have|are) we (?:been )?over[- ]?(?:deliver(?:ed|ing)?|servic(?:e|ed|ing))(?: to| for| on)?\b"
_EATS_MOST = (
    rf"^(?P<lead>(?:which|what) (?:{_ROWS}|tasks?|people|teams?|services?)) (?:is |are |was |were )(?:eating|swallowing|taking)"
    r"(?: up)? (?:the )?most (?=(?:of (?:our|the) )?(?:(?:non[- ]?billable|unbillable|billable|internal) )?(?:time|hours)\b)"
)
"""As in "which jobs are eating the most unbillable time"."""

_MY_CLIENTS_WORK = r"\bwhich of (?P<whose>my|our) (?:client|customer)s?['’]s? (?P<rows>projects|jobs|budgets)\b"
_I_OWN = r"^(?P<lead>(?:list |show(?: me)? |what |which |the |all )*)(?P<rows>open deals|deals|opportunities)(?: that)? i (?:own|manage|look after|run)\b"
_FOR_A_REPORT = r" for (?:their|his|her|our|my) (?:(?:monthly|weekly|quarterly|status|client|next) )*(?:report|update|deck|status report|review)(?=\W*$)"
"""As in "hours by service for Acme in September for their report"."""

_HOW_OLD = r"^how old are (?P<whose>[^?]+?)['’]s (?:open |unpaid |outstanding )*invoices(?=\W*$)"
"""As in "how old are Acme's open invoices"."""

_GAPS = r"\bgaps? between (?:the )?(?:estimates?|estimated(?: hours)?) and (?:the )?(?:actuals?|actual hours)\b"

_STILL_OPEN = (
    r"\b(?P<late>projects?(?: (?:are|that are|which are|is))? (?:past|beyond|over|after) (?:their|its|the) "
    r"(?:planned )?end ?dates?),? (?:but|and|yet|that are|which are)(?: (?:are|is))? (?:still |not (?:yet )?)?"
    r"(?:open|active|running|going|ongoing|closed|done|finished)\b"
)
"""As in "projects past their end date but still open": of others it is not told."""

TURNS = rewordings(
    (_REQUESTS, "change requests"),
    (_GAPS, "estimate accuracy"),
    (_CLIENT_TO_APPROVE, r"pending \g<requests>"),
    (_ASSIGNED, r"tracked hours by project and person for \g<which>\g<rows>"),
    (_WITH_WHOM, _with_whom),
    (_HOURS_BEYOND, _hours_beyond),
    (_OVER_ESTIMATE, r"\g<rows> with estimate accuracy above 100 %"),
    (_ESTIMATED_AND_DONE, "estimate accuracy"),
    (_ESTIMATES_GOOD, "estimate accuracy"),
    (_USED_OF_SOLD, "budget hours and budget hours used"),
    (_SOLD_AND_USED, "budget hours and budget hours used"),
    (_NEARLY_USED_UP, _nearly_used_up),
    (_CARRIED_OVER, r"retainer balance hours by budget\g<where> at the end of last month"),
    (_BUDGET_USE, _budget_use),
    (_RETAINER_USE, _retainer_use),
    (_WHICH_COST, lambda found: f"which {found['rows']} have cost " if found["limit"] else f"cost by {found['rows']} "),
    (_HOW_FAR_BEHIND, r"schedule variance of \g<what>"),
    (_MADE_NOTHING, r"\g<rows> with profit at most 0"),
    (_TENTATIVE_BOOKED, r"\g<what> hours"),
    (_NOT_TOUCHED, _not_touched),
    (_BY_THEIR_TITLE, r"\g<what> of people with job title \g<who>"),
    (_EITHER_HOURS, r"\g<one> \g<joint> \g<other> hours"),
    (_CURRENTLY, r"hours of \g<who> by project this month"),
    (_BOOKED_FOR, r"scheduled hours of \g<who> by project\g<when>"),
    (_PENCILLED, _pencilled),
    (_ANY_FREE, r"which \g<who> are available"),
    (_ON_IT_AND, r"tracked hours by person for \g<what> and "),
    (_BOTH_TIMES, r"who is \g<one> but is \g<other>"),
    (_FOR_EACH_OF, _for_each_of),
    (_BILLABLE_SPLIT, "billable and non-billable hours"),
    (_STILL_OPEN, r"\g<late>"),
    (_OPEN_ON, r"list open tasks for \g<what>"),
    (_AHEAD_ON, r"schedule variance of \g<what>"),
    (_MISSED, "milestones slipped"),
    (_CAN_TAKE_ON, "who is free"),
    (_RETAINER_USAGE, r"budget hours used percent by budget for retainer budgets for \g<what>"),
    (_HOURS_TO_GO, "hours to complete"),
    (_NOT_INVOICED, r"unbilled\g<where>"),
    (_MORE_THAN_PAID, r"overserviced hours of \g<who>"),
    (_OVER_DELIVER, r"\g<lead> have overserviced hours above 0"),
    (_EATS_MOST, r"\g<lead> have the most "),
    (_MY_CLIENTS_WORK, r"which \g<rows> for \g<whose> clients"),
    (_I_OWN, r"\g<lead>my \g<rows>"),
    (_FOR_A_REPORT, ""),
    (_HOW_OLD, r"receivables by invoice and ageing for \g<whose>"),
)
