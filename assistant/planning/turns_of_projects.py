"""Turns of phrase about budgets, projects and tasks: what is left, what needs a look, what runs past its end."""

import re
from collections.abc import Callable

_OF_MINE = r"\b(?P<which>which|any|some|all|how many|each|one) (?:one )?of mine\b"
"""As in "which of mine are burning too fast": of the projects somebody manages."""

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


_INVOICED_AHEAD = (
    r"\b(?P<rows>(?:projects?|clients?|budgets?|jobs?)\b)(?: that| where| which)?(?: we(?:'ve| have)?| have we|"
    r" did we| are| is|"
    r" were| have been)* (?:(?:invoiced|billed) (?:for )?more than (?:we(?:'ve| have)? )?(?:earned|worked|done|"
    r"recogni[sz]ed|"
    r"delivered)(?: so far)?|(?:invoiced|billed) (?:in advance|ahead)(?: of (?:the )?work)?|over-?(?:invoiced|"
    r"billed))\b"
)
"""As in "which projects have we invoiced more than we've earned": less than nothing is unbilled."""

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
    what = found["on"] if found["what"].casefold() in ("we", "i", "they") else found["what"]
    return f"budget used percent and budget remaining{f' of {what}' if what else ''}"


_BUDGETS_AT = (
    r"\b(?P<rows>(?:budgets|retainers)(?: (?:that|which))?(?: are)?) (?P<limit>over|under|above|below|past|"
    r"beyond|at least|more than|"
    r"less than) (?P<percent>\d+(?:[.,]\d+)? ?(?:%|percent|per cent))(?=\W*$)"
)
"""As in "budgets over 80 %": so much of each is used."""

_CLOSED_MOST = (
    r"^(?P<who>who|which (?:person|people|teams?)) (?:has |have )?(?:closed|completed|finished|done|ticked off|"
    r"delivered|resolved) "
    r"(?:the )?(?P<end>most|fewest|least) (?:tasks|tickets|to-?dos)\b"
)

_USING_UP = (
    r"\b(?:close to|near(?:ly)?|about to|almost|on the verge of) (?:us(?:e|ing)|run(?:ning)?|spend(?:ing)?|"
    r"burn(?:ing)?|"
    r"exhaust(?:ing)?|eat(?:ing)?)(?: (?:up|out of|through|all))* (?:their|the|its|our) (?:whole |entire |"
    r"full )?budgets?\b"
)
"""As in "close to using up their budget"."""

_PASSES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meant)
    for pattern, meant in (
        (_OF_MINE, r"\g<which> of my projects"),
        (_OVER_ON, _over_budget),
        (_WHERE_OVER, "which projects are over budget"),
        (_TIME_AWAY, "overserviced hours by project"),
        (_UNDER_SOMEBODY, r"\g<what> managed by "),
        (_PER_CENT_GONE, _hours_gone),
        (_INVOICED_AHEAD, r"\g<rows> with unbilled below 0"),
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
        (_BUDGETS_AT, r"\g<rows> \g<limit> \g<percent> of budget used"),
        (_CLOSED_MOST, r"\g<who> has the \g<end> completed tasks"),
        (_USING_UP, "above 80 % of budget used"),
    )
)


def plainly(text: str) -> str:
    """The question with these turns of phrase said plainly; any other as it is."""
    for pattern, meant in _PASSES:
        text = pattern.sub(meant, text)
    return text
