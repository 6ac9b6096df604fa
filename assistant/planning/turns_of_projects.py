"""Turns of phrase about budgets, projects and tasks: what is left, what needs a look, what runs past its end."""

import re

from assistant.planning.rewording import rewordings

_OF_MINE = r"\b(?P<which>which|any|some|all|how many|each|one) (?:one )?of mine\b"
"""As in "which of mine are burning too fast": of the projects somebody manages."""

_INVOICED_AHEAD = (
    r"\b(?P<rows>(?:projects?|clients?|budgets?|jobs?)\b)(?: that| where| which)?(?: we(?:'ve| have)?| have we|"
    r" did we| are| is| were| have been)* (?:invoiced|billed) (?:in advance|ahead)(?: of (?:the )?work)?\b"
)
"""As in "projects billed in advance": less than nothing is unbilled."""

_OVER_ON = (
    r"^(?:(?:so|now) )?(?P<who>am i|are we|is anybody|is anyone) (?:running |going )?over(?: budget)? (?:on|"
    r"with|for) "
    r"(?:any(?:thing|(?: one)?(?: of (?:my|our|the))?(?: (?:projects?|jobs?|budgets?))?))(?: (?:right now|"
    r"at the moment|now))?"
    r"(?=\W*$)"
)
"""As in "am I over on anything"."""


def _over_budget(found: re.Match[str]) -> str:
    return f"which of {'my' if found['who'].casefold() == 'am i' else 'our'} projects are over budget"


_WHERE_OVER = (
    r"^(?:where|on what) (?:are|do|did|have) we (?P<verb>go|gone|going|run|running|been)? ?over (?:the )?budgets?\b"
)

_TIME_AWAY = (
    r"^(?:where|on (?:what|which (?:projects|jobs))) (?:are|do|did|have) (?:we|i|they) (?:been )?"
    r"(?:giv(?:e|en|ing)|gave) (?:away )?(?:our |free )?(?:time|hours|work)(?: away)?(?: for (?:free|nothing))?"
)
"""As in "where are we giving time away for free": what was worked beyond what was sold."""

_UNDER_SOMEBODY = (
    r"\b(?P<what>projects?|jobs?|work|tasks?|budgets?|milestones|everything|anything|all)(?: (?:that (?:is|"
    r"are)|running))? "
    r"under (?=(?-i:[A-Z])[^\W\d])"
)
"""As in "projects under Jonas Weber": those this person manages."""

_PER_CENT_GONE = (
    r"\bhow much of (?:the |our )?(?P<whose>[^?]{1,60}?'s? )?(?:sold |agreed |budget(?:ed)? )?hours (?:budget )?"
    r"(?P<what>(?:(?:on|for|of|in|at) [^?]+? )?)(?:is|are|has|have|was|were|did we|have we) (?:already |"
    r"we )?(?:been )?"
    r"(?:gone|used(?: up)?|spent|burn(?:ed|t)(?: through)?|consumed|eaten(?: up)?|exhausted)\b"
)
"""As in "how much of the hours on Apollo is gone": of those that were sold."""


def _hours_gone(found: re.Match[str]) -> str:
    whose = re.sub(r"'s? $", "", found["whose"] or "")
    of = found["what"].strip() or (f"for {whose}" if whose else "")
    return f"budget hours used percent {of}".strip()


_SPENT_FASTER = (
    r"\b(?:further|farther) (?:through|into) (?:the|their|its) budgets? than (?:through |into )?(?:the |their |its )?"
    r"(?:work|tasks|scope|progress)\b|\b(?:more|higher) (?:of (?:the|their) )?budget (?:used|spent|burned|"
    r"burnt)(?: percent)? than "
    r"(?:work |percent |tasks )?(?:done|complete[d]?|delivered|progress)\b"
)
"""As in "further through the budget than through the work": less is earned than is used."""

_BUDGET_OVERVIEW = (
    r"\bbudget (?:overview|summary|snapshot|position|picture)(?= (?:by|per|for|of|across|on)\b)(?! (?:of|"
    r"for) (?:the )?"
    r"(?:business|agency|company|firm))"
)
"""As in "budget overview by client"."""

_ANSWERED = (
    r"^(?:which |what |any |list |show(?: me)? )?(?:the )?(?:open )?(?:change requests?|changes|crs?|"
    r"change orders?) (?:that )?"
    r"(?P<who>[^?]{1,60}?) (?:has|have|did|does|do)(?: not|n't) (?:yet )?(?:answer(?:ed)?|approv(?:ed?)|"
    r"sign(?:ed)?(?: off)?|"
    r"decid(?:ed?)(?: on)?|respond(?:ed)?(?: to)?|repl(?:y|ied)(?: to)?|accept(?:ed)?|"
    r"confirm(?:ed)?)(?: yet)?(?=\W*$)"
)
"""As in "change requests Acme hasn't answered yet": those that are pending."""


def _waits_for(found: re.Match[str]) -> str:
    who = re.sub(r"^(?:the )?(?:client|customer|they|we)s?$", "", found["who"].strip(), flags=re.IGNORECASE)
    return f"pending change requests {f'for {who}' if who else ''}".strip()


_DID_TASKS = (
    r"\bhow many (?P<what>tasks?|tickets?|to-?dos?) (?:did|has|have) (?P<who>(?!(?:we|i|they|you|been|"
    r"the team)\b)[^?]{1,60}?) "
    r"(?:closed?|completed?|finish(?:ed)?|done|do|get done|got done|tick(?:ed)? off|resolved?|delivered?|"
    r"ship(?:ped)?)\b"
)
"""As in "how many tasks did Ben close in September"."""

_MONEY = r"(?:money|euros?|eur|€|cash|value|pounds|dollars|£|\$)"
_HOURS_AND_MONEY = (
    r"^(?P<lead>.*\b(?:left|remain(?:s|ing)?|unused)\b.*?),? (?:both )?in (?:both )?"
    rf"(?:(?:hours|h|time) (?:and|as well as|&) (?:in )?{_MONEY}|{_MONEY} (?:and|as well as|&) (?:in )?(?:hours|"
    rf"h|time))(?!\w)"
)
"""As in "what is left on Apollo in hours and euros": what is left is told in both anyway."""

_LOST_AGAINST_SOLD = (
    r"^(?:how much )?margin (?:have we |did we |we have |we )?(?:lost|lose) (?:on|with|for|"
    r"at) (?P<what>[^?]+?),? (?:versus|vs\.?|"
    r"against|compared (?:to|with)|relative to) (?:what (?:we|was) (?:had )?(?:sold|planned|budgeted|"
    r"estimated)|the (?:sold|planned) "
    r"margin|plan)(?=\W*$)"
)
"""As in "how much margin have we lost on Apollo versus what we sold"."""

_BOOK_OF_CLIENTS = r"\b(?:my|our) (?:book|portfolio|list|set) of (?P<what>clients|accounts|projects|work)\b"
"""As in "how is my book of clients doing"."""

_CLIENTS_DOING = (
    r"^how (?:are|is) (?P<whose>my|our) (?P<what>clients|accounts|customers) (?:doing|going|looking|getting on|"
    r"coming along)"
    r"(?=\W*$)"
)

_EARNED_VALUE = (
    r"\b(?:ev|evm|earned[- ]value) (?:metrics|numbers|figures|kpis|measures|values|indicators|table|"
    r"report)\b"
)
"""As in "EV metrics for Apollo"."""

_TWICE = (
    r"\b(?:(?:took|take[ns]?|used|needed|cost|ran|went|were|was|are|is) )*(?P<limit>more than|over|at least|"
    r"less than|under) "
    r"(?P<times>twice|double|two times|three times|triple) (?:the |their |its |our )?(?:original |"
    r"agreed )?(?P<whole>estimates?|budgets?)\b"
)
"""As in "which tasks took more than twice their estimate"."""


def _times(found: re.Match[str]) -> str:
    percent = 300 if found["times"].casefold() in ("three times", "triple") else 200
    of = "estimate accuracy" if found["whole"].casefold().startswith("estimate") else "budget used percent"
    return f"with {of} {found['limit']} {percent} %"


_UNDER_BUDGET = (
    r"\b(?P<rows>(?:projects?|jobs?|budgets?|clients?|retainers?|productions?)(?: finished| completed| closed|"
    r" done| delivered)?)"
    r"(?: (?:that|which))?(?: (?:is|are|were|was|came in|come in|stayed|finished|ended|closed))?(?: still)? "
    r"(?:under|below) (?:the |their |its |our )?budgets?\b(?! (?:hours|of \d|by \d))"
)
"""As in "which projects are under budget": less than all of it is used."""

_IS_UNDER = (
    r"^(?:is|are|was|were) (?P<what>(?!(?:any|there|anything|our|all|some)\b)[^?]{1,60}?) (?:still |"
    r"coming in )?(?:under|below) (?:the |"
    r"their |its |our )?budget(?: (?:on|with|for) (?P<on>[^?]+?))?(?=\W*$)"
)


def _is_under(found: re.Match[str]) -> str:
    subject = "" if found["what"].casefold() in ("we", "i", "they") else found["what"]
    what = " for ".join(one for one in (subject, found["on"]) if one)
    return f"budget used percent and budget remaining{f' of {what}' if what else ''}"


_CLOSED_MOST = (
    r"^(?P<who>who|which (?:person|people|teams?)) (?:has |have )?(?:closed|completed|finished|done|ticked off|"
    r"delivered|resolved) "
    r"(?:the )?(?P<end>most|fewest|least) (?:tasks|tickets|to-?dos)\b"
)

_OR_NOT = r"(?<=\w),? or (?:is it )?not(?: so)?(?=\W*$)"
"""As in "Apollo: on track or not?"."""

_MOST_OVER = (
    r"\b(?:our |the |my )?most (?:over[- ]?budget|overspent|overrun|over[- ]?run) (?P<what>projects?|budgets?|"
    r"clients?|jobs?)\b"
)


def _most_used(found: re.Match[str]) -> str:
    several = found["what"].casefold().endswith("s")
    return f"top {'5' if several else '1'} {found['what']} by budget used percent"


_SITS_ON = r"\bwho(?:'s| is| are)? (?:sitting|sits|sit) on (?:the |any |all )?"
_DUE_TO_END = (
    r"^(?P<when>when|by when|what day) (?:is|are|was|were) (?P<what>[^?]{1,60}?) (?:due|supposed|planned|expected|"
    r"scheduled|meant|set) to (?:finish|end|complete|be (?:done|finished|completed|delivered)|wrap(?: up)?)(?=\W*$)"
)
"""As in "when is Apollo due to finish": no payment falls due."""

_WITHIN_BUDGET = (
    r"^(?:will|can|do|are) (?P<who>we|they|i|[^?]{1,60}?) (?:going to )?(?:be able to )?(?:finish|complete|"
    r"deliver|stay|"
    r"come in|end|wrap up|land|keep)(?: (?P<what>(?!(?:with)?in\b|on\b|under\b|up\b)[^?]{1,60}?))? "
    r"(?:within|under|on|in|inside|to) (?:the |its |their |our )?budget(?=\W*$)"
)


def _at_its_end(found: re.Match[str]) -> str:
    who = "" if found["who"].casefold() in ("we", "they", "i") else found["who"]
    of = " for ".join(one for one in (found["what"], who) if one)
    return f"forecast overrun{f' of {of}' if of else ' by project'}"


_DID_SIGN = (
    r"^(?:how many|which|what) (?:change requests?|changes|crs?|change orders?) (?:did|has|"
    r"have) (?P<who>[^?]{1,60}?) "
    r"(?:sign(?:ed)?(?: off)?|approved?|accept(?:ed)?|agree(?:d)?(?: to)?)\b"
)
_HAS_SIGNED = (
    r"^(?:has|have|did|is) (?P<who>[^?]{1,60}?) (?:sign(?:ed)?(?: off)?|approved?|accept(?:ed)?|agree(?:d)?(?: to)?)"
    r"(?: on)? (?:the |our |any |all |that |of |last |latest |open )*(?:change requests?|crs?|change orders?|"
    r"scope changes?)(?: yet)?(?=\W*$)"
)
"""As in "has Acme approved the last change request": what is pending, and what was approved."""


def _signed_by(found: re.Match[str]) -> str:
    nobody = re.fullmatch(r"(?:our |the |we|they)?\s*(?:clients?|customers?)?", found["who"], re.IGNORECASE)
    return "approved changes" + ("" if nobody else f" for {found['who']}")


_ADDS_SCOPE = (
    r"^(?P<which>which|what) (?P<what>clients?|customers?|projects?) (?:keeps? (?:on )?adding|adds?|added|has added|"
    r"have added|(?:is|are) always adding) (?:the )?(?:most |more )?(?:extra )?scope\b"
)
_UNUSED_HOURS = (
    r"\bretainers (?:with|that have|having|which have) (?:any )?(?:unused|left[- ]?over|remaining|unspent|"
    r"spare) hours\b"
)
_PROJECT_LIST = r"\bmy (?P<what>project|client|budget|task|deal)s? list\b"
_NOBODY_HAS = (
    r"\b(?:open )?tasks? (?P<where>(?:on|for|in|of|at) [^?]{1,60}?),? (?:that )?(?:nobody|no one) "
    r"(?:has picked up|picked up|has|owns|is on|took|takes|is assigned to|is working on|does)\b"
)
_ALL_ON_TIME = (
    r"^(?:did|have|do|are) (?:we|they|the team) (?:deliver(?:ed|ing)?|finish(?:ed)?|complete[d]?|do|done|get|got) "
    r"(?:everything|it all|all|all (?:the )?tasks|things|all of it) (?:done )?(?P<where>(?:for|on|at|"
    r"in) [^?]{1,60}?) "
    r"(?:done )?(?:on|in) time\b"
)
_MORE_THAN_SOLD = (
    r"\b(?:(?:have|did|do|are) (?:we|they) |we(?: have|'ve)? |where we |that we )*(?:put|spen[dt]|worked?|"
    r"logged|used?|"
    r"invested) (?:in )?more (?:hours|time|work)(?: (?:into|on|in))? than (?:(?:we|they|was|were) )?(?:had )?"
    r"(?:sold|agreed|budgeted|planned|estimated|paid for)\b"
)
"""As in "which projects have we put more hours into than we sold"."""

_TEAM_LOGS = (
    r"^(?:is|are|has|have) (?P<who>my people|my team|everyone|everybody|people|the team|all of us|all of my people) "
    r"(?:all )?(?:been )?(?:logging|filling in|tracking|entering|recording) (?:all )?(?:their |the )?"
    r"(?:time|hours|timesheets?)(?: (?:properly|completely|on time|correctly|in full))?\b"
)


def _completeness(found: re.Match[str]) -> str:
    mine = " of my team" if re.search(r"\bmy\b", found["who"], re.IGNORECASE) else ""
    return f"timesheet completeness{mine} by person"


_LEFT_TO_BILL = (
    r"\b(?:how many )?hours (?:(?:are|do we have|have we|is|still|there|we have) )*(?:left|remaining) to "
    r"(?:bill|use|spend|work|log|burn|charge) (?P<on>(?:on|for|in|against) [^?]+?)(?=\W*$)"
)
"""As in "hours left to bill on Apollo": of those that were sold."""

_USING_UP = (
    r"\b(?:close to|near(?:ly)?|about to|almost|on the verge of) (?:us(?:e|ing)|run(?:ning)?|spend(?:ing)?|"
    r"burn(?:ing)?|"
    r"exhaust(?:ing)?|eat(?:ing)?)(?: (?:up|out of|through|all))* (?:their|the|its|our) (?:whole |entire |"
    r"full )?budgets?\b"
)
"""As in "close to using up their budget"."""

_RETAINERS_WITH = (
    r"^(?P<lead>(?:so |and |please |show(?: me)? |list |the |all |our |any )*)(?P<rows>retainers|retainer budgets) "
    r"(?:with|having|that have|which have) (?=(?:less|fewer|more|under|over|below|above|at least|at most)\b)"
)
"""As in "retainers with less than 10 hours left"."""

_PERCENT_SPENT = (
    r"^what (?:percentage|percent|share|part|fraction|proportion|%) of (?P<what>(?:(?!\b(?:budgets?|hours|revenue|time|"
    r"money|income|fees?|spend|costs?)\b)[^?])+?) (?:is|has been|have been|was|are) (?:already )?(?:spent|used(?: up)?|"
    r"burn(?:t|ed)|consumed|eaten up)\b"
)
"""As in "what percentage of Website relaunch is spent": of its own budget."""

_OVER_ANYWHERE = (
    r"^(?:am|are|is) (?P<who>i|we) (?:(?:(?:running|going|gone) )?over (?:the |our |my )?budgets?|"
    r"(?P<loses>losing money|making a loss)) (?:anywhere|somewhere)"
)


def _over_anywhere(found: re.Match[str]) -> str:
    """As in "am I over budget anywhere": on which of mine."""
    state = "lose money" if found["loses"] else "are over budget"
    return f"which {'of my ' if found['who'].casefold() == 'i' else ''}projects {state}"


_NEW_PROJECTS = (
    r"^(?P<lead>(?:(?:which|what|how many|show(?: me)?|list|any|the|our|all) )*)new projects"
    r"(?=\W*$| (?:this|last|in|since|by)\b)"
)
"""As in "new projects this month": those that start then."""


TURNS = rewordings(
    (_NEW_PROJECTS, r"\g<lead>projects starting"),
    (_OVER_ANYWHERE, _over_anywhere),
    (_PERCENT_SPENT, r"share of budget used for \g<what>"),
    (_RETAINERS_WITH, r"which retainers have "),
    (_OF_MINE, r"\g<which> of my projects"),
    (_INVOICED_AHEAD, r"\g<rows> with unbilled below 0"),
    (_OVER_ON, _over_budget),
    (_WHERE_OVER, "which projects are over budget"),
    (_TIME_AWAY, "overserviced hours by project"),
    (_UNDER_SOMEBODY, r"\g<what> managed by "),
    (_PER_CENT_GONE, _hours_gone),
    (_SPENT_FASTER, "with cost performance index below 1"),
    (_BUDGET_OVERVIEW, "budget total, budget used and budget remaining"),
    (_ANSWERED, _waits_for),
    (_DID_TASKS, r"number of completed tasks of \g<who>"),
    (_LOST_AGAINST_SOLD, r"margin drift of \g<what>"),
    (_BOOK_OF_CLIENTS, r"my \g<what>"),
    (_CLIENTS_DOING, r"health by client and project for \g<whose> clients"),
    (_HOURS_AND_MONEY, r"\g<lead>"),
    (_EARNED_VALUE, "planned value, earned value, actual cost, cpi and spi"),
    (_TWICE, _times),
    (_UNDER_BUDGET, r"\g<rows> below 100 % of budget used"),
    (_IS_UNDER, _is_under),
    (_CLOSED_MOST, r"\g<who> has the \g<end> completed tasks"),
    (_OR_NOT, ""),
    (_MOST_OVER, _most_used),
    (_SITS_ON, "who has "),
    (_DUE_TO_END, lambda found: f"{found['when']} does {found['what']} end"),
    (_WITHIN_BUDGET, _at_its_end),
    (_DID_SIGN, _signed_by),
    (_HAS_SIGNED, r"pending change requests and approved changes for \g<who>"),
    (_ADDS_SCOPE, r"\g<which> \g<what> have the highest approved changes"),
    (_UNUSED_HOURS, "retainer balance hours by budget above 0 hours"),
    (_PROJECT_LIST, r"my \g<what>s"),
    (_NOBODY_HAS, r"unassigned tasks \g<where>"),
    (_ALL_ON_TIME, r"on time rate \g<where>"),
    (_MORE_THAN_SOLD, "with overserviced hours above 0"),
    (_TEAM_LOGS, _completeness),
    (_LEFT_TO_BILL, r"budget hours remaining \g<on>"),
    (_USING_UP, "above 80 % of budget used"),
)
