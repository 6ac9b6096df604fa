"""What people ask all day, in the words they have for it at their desks, each with the measure they mean."""

import re

from assistant.planning.rewording import rewordings

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WHEN = (
    r"(?: (?:(?:for|in|on|by|during|over|since) )?(?:this|last|next|the (?:past|last|next|coming|week|month)|"
    r"yesterday|today|"
    rf"tomorrow|q[1-4]|h[12]|20\d\d|{_DAY}|(?:{_MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|ytd|"
    r"so far)[^?,;]*)?"
)
_END = r"(?=\W*$)"
_SOMEBODY = (
    r"(?!(?:we|you|they|i|it|he|she|there|this|that|these|those|the|our|my|all|any|no|who|which|what|how|"
    r"every\w*|any\w*|"
    r"some\w*|not|been|yet|still|people|staff|employees|contractors|freelancers)\b)[^\W\d_][\w'.&-]*(?: "
    r"[^\W\d_][\w'.&-]*){0,3}?"
)
_OF_THEIRS = r"(?:all )?(?:of )?(?:his|her|their|the|any|a)? ?(?:own )?"

_ESTIMATED_TWICE = r"\b(?:estimated|expected|forecast) (?=costs? (?:at completion|at the end)\b)"

_TO_DO = (
    r"\b(?P<who>who|which (?:\w+ )?(?:person|people|designers?|developers?|team member)) (?:has|have|will "
    r"have|is going to have) "
    r"(?:got )?(?:the )?(?P<end>most|least|fewest|more|less) (?:(?:work|things?|stuff) )?"
    rf"(?:to do|on (?:his|her|their) (?:plates?|desks?|lists?))(?P<when>{_WHEN}){_END}"
)


def _to_do(found: re.Match[str]) -> str:
    """Most has whoever is booked most; least to do has whoever is most free, as who has no bookings stands in none."""
    measure = "scheduled hours" if found["end"].casefold() in ("most", "more") else "free hours"
    return f"{measure} by person{found['when']}, highest first"


_HOURS_OVER = (
    r"^how many hours (?P<side>over|above|beyond)(?: (?:the )?budget)? (?:are|is|have|has|did|do) (?:we |it )?"
    rf"(?:gone |go |been )?(?:on |with |for |at |in )?(?P<what>[^?]+?){_END}"
)
_FAR_OVER = (
    r"^how (?:much|far|badly) (?P<side>over)(?: budget)? (?:are|have|did) we (?:gone |go |been )?(?:on |with |for |at )"
    rf"(?P<what>[^?]+?){_END}"
)

_AND_HOW_LATE = (
    r"\b(?P<which>which|what|any|all|the|our) (?P<what>invoices|bills) (?:are|that are|which are) "
    r"(?P<state>overdue|late|past due|unpaid|outstanding|open),? "
    r"(?:and|with|plus) (?:by how (?:long|much|many days)|how (?:long|late|overdue|old|many days)|since when|"
    r"for how long)"
    rf"(?: (?:are they|have they been|they are|they have been|overdue|late))*{_END}"
)

_COMING_UP = (
    r"^what(?:'s| is)?(?: there)? (?:coming up|coming|up next|on the horizon)(?! for (?:renewal|review))"
    rf"(?: (?:for|at|on|with) (?P<who>(?!(?:us|me)\b)[^?]+?))?(?: for (?:us|me))?"
    rf"(?P<when> (?:in|this|next|over|during|the|tomorrow|today)\b[^?,;]*){_END}"
)


def _due(found: re.Match[str]) -> str:
    of = f" for {found['who']}" if found["who"] else ""
    return f"milestones due by task{of}{found['when']} and tasks due by task{of}{found['when']}"


_SHEETS = r"(?:timesheets?|time ?sheets?|hours|time|time entries)"
_ALL_IN = (
    r"^(?:is|are|has|have|was|were|did) (?:(?:all|all of|everyone's|everybody's|the whole|the|our|every) )+"
    rf"(?:(?:the|our|team's|people's) )*{_SHEETS} (?:been |got )?(?:all )?"
    r"(?:in|complete|completed|done|submitted|logged|entered|filled in|up to date|booked|recorded|tracked)(?: "
    r"yet| already)?"
    rf"(?P<when>{_WHEN}){_END}"
)
_EVERYTHING_IN = (
    r"^(?:is|has|was) (?:everything|all of it|it all) (?:been )?(?:logged|tracked|booked|recorded|entered|in "
    r"the timesheets)"
    rf"(?: yet| already)?(?P<when>{_WHEN}){_END}"
)
_DID_LOG = (
    rf"^(?:did|has|have) (?P<who>{_SOMEBODY}) (?:already )?(?:log|logged|fill(?:ed)?(?: in| out)?|"
    r"submit(?:ted)?|enter(?:ed)?|"
    rf"complete(?:d)?|do|done|track(?:ed)?|record(?:ed)?) {_OF_THEIRS}{_SHEETS}(?: yet| "
    rf"already)?(?P<when>{_WHEN}){_END}"
)

_PAID = r"(?:paid|pay|settled|settle)(?: us| up)?"
_BILLS = r"(?:invoices?|bills?)"
_HAS_PAID_BILLS = (
    rf"^(?:has|have|did) (?P<who>{_SOMEBODY}) (?:already )?{_PAID} (?:all )?(?:of )?(?:its|their|his|her|the|"
    r"our|that|this)? ?"
    rf"(?:last |latest |open |outstanding )?{_BILLS}(?: yet| already)?{_END}"
)
_IS_PAID = (
    r"^(?:is|are|has|have|was|were) (?:the |our |their )?(?:last |latest )?(?P<who>(?!(?:all|any|every|which|"
    r"what|how)\b)"
    rf"[^\W\d_][\w'.& -]*?)(?:'s)? (?:last |latest )?{_BILLS} (?:been |get |got )?(?:paid|settled)(?: yet| "
    rf"already| by now)?{_END}"
)
_ALL_PAID = (
    r"^(?:is|are|has|have|was|were) (?:all|all of|every one of|everything|any of) ?(?:the |our |their "
    rf")*(?:open |outstanding )?{_BILLS}"
    rf"(?P<of> (?:of|for|from|to|by) [^?]+?)? (?:been |now )?(?:paid|settled)(?: yet| now| already)?{_END}"
)
_NOT_PAID_BY = (
    rf"^(?:which|what) {_BILLS} (?:has|have|did) ?(?:n't)? (?P<who>{_SOMEBODY}) (?:not |still not |yet to )?(?:yet )?"
    rf"(?P<paid>paid|pay|settled)(?: yet| so far)?{_END}"
)


def _unpaid_by(found: re.Match[str]) -> str:
    """As in "which invoices has Acme not paid"; those it has paid are what was collected of each."""
    denied = re.search(r"n't|\bnot\b|\byet to\b", found[0])
    return f"unpaid invoices of {found['who']}" if denied else f"collected of {found['who']} by invoice all time"


_WON_AND_LOST = r"\b(?P<both>won (?:vs\.?|versus|and|&|/) lost) deals\b"
_MOST_MONEY = (
    r"\b(?:makes?|made|making|earns?|earned) (?:us |for us )?(?:the )?(?P<end>most|least) (?:money|cash)\b(?: for us)?"
)
_BY_PROJECT_MANAGER = r"\b(?P<what>(?:projects?|accounts?)) by (?:the )?(?=(?:project|account) (?:managers?|leads?)\b)"
"""As in "projects by project manager": not project by project."""

_RUNNING = frozenset({"active", "open", "running", "current", "ongoing"})


_PAST_THE_END = (
    r"\b(?P<which>(?:which |what |any |all |our |my |the |are any |list |show )*)(?:active |open |running "
    r")?(?P<what>projects|jobs|productions) "
    r"(?:(?:that |which )?(?:are|have run|have gone|ran|went|run|running) )?(?:past|beyond|over|after) "
    r"(?:their|the|its) "
    rf"(?:planned )?(?:end|end dates?|deadlines?|due dates?|finish dates?){_END}"
)

_INVOICE_LIST = r"^(?:the |our |an? |show |list )*(?:invoice|bill) (?:list|register|report|overview|log)\b"
_LEFT_TO_DO = (
    r"^what(?:'s| is| remains| else is| needs)?(?: still)? (?:left |remaining |there |outstanding )?(?:to "
    r"(?:be )?(?:do|done|finish|"
    rf"deliver))(?: still)? (?:on|for|at|with|in) (?P<what>[^?]+?){_END}"
)
_UNTIL_IT_ENDS = (
    r"^how (?:many (?:more )?(?:days|weeks|months)|long|much time)(?: (?:is|are|do we have|have we(?: got)?|"
    r"is there|are there))?"
    r"(?: left| still| to go)* (?:until|till|before|to) (?:the )?(?P<what>[^?]+?)(?: project)?(?:'s)? "
    r"(?:is due|ends?|is over|finishes|must be done|deadline|end date|is finished|has to be (?:done|finished|"
    rf"delivered)|goes live){_END}"
)
_IS_DUE = (
    r"^when (?:is|are|was) (?!(?:the )?(?:next|last|first|our|my|all|any|which|invoices?|tasks?|payments?|"
    r"money|cash|milestones?)\b)(?:the )?"
    rf"(?P<what>[^?]+?)(?: project)? due(?: to (?:end|finish|be (?:done|finished|delivered)))?{_END}"
)
_SPEND_WITH_US = (
    r"\b(?P<who>clients?|customers?|accounts?)(?: that| who| which)? (?:spend|spends|spent|are spending|have "
    r"spent|buy|bought) "
    r"(?:(?:much|far|a lot) )?(?P<end>less|more|most|least)\b(?: money)?(?: with us)?"
)
_SPENT_WITH_US = (
    r"^(?:what|how much)(?: money)? (?:did|do|does|has|have|is|are) "
    r"(?P<who>(?!(?:we|i|you|they|the clients?|our clients?|clients?)\b)[^?]+?) "
    rf"(?:spend|spent|spending|buy|bought) with us(?P<when>{_WHEN}){_END}"
)
_CLIENTS_SPENT = (
    r"^(?:what|how much)(?: money)? (?:did|do|have|are) (?:the |our |all |each of our )*(?:clients|customers) "
    rf"(?:spend|spent|spending|buy|bought)(?: with us)?(?P<when>{_WHEN}){_END}"
)
_LAST_INVOICE = (
    r"^(?:when (?:did we|was|were) (?:the )?last (?:invoiced?|billed?)|when (?:was|is) (?:the |our )?(?:last|"
    r"latest|most recent) "
    r"invoice (?:to|for|of|sent to)|when did we last (?:invoice|bill|send an invoice to)|(?:last|latest) "
    rf"invoices? (?:to|for|of)) (?P<who>[^?]+?){_END}"
)
_OUT_TO_TENDER = (
    r"\bhow many (?:open )?(?:proposals?|pitches|offers|quotes|bids|tenders) (?:are|do we have|have we(?: got)?)"
    r"(?: still| currently)?(?: (?:out|open|pending|live|running|in play|out there|with clients))+"
)
_AGAINST_THE_CONTRACT = (
    r"^how much (?:have|did) we (?:already )?(?:invoiced?|billed?|charged?) (?P<who>[^?]+?) (?:against|out of|"
    r"compared (?:to|with)|"
    rf"vs\.?|versus|of) (?:the|its|their|a) (?:contract(?: value)?|budget|agreement|fee|quote|order|total){_END}"
)
_SALES_TARGET = r"\bsales (?P<what>targets?|goals?|quotas?|budget target)\b"


def _sales_target(found: re.Match[str]) -> str:
    """What is sold against a target is revenue; named before it, it is not named twice."""
    named = re.search(r"\b(?:revenue|sales)\b", found.string[: found.start()], re.IGNORECASE)
    return found["what"] if named else f"revenue {found['what']}"


_AND_REASONS = (
    r"\b(?P<what>lost deals|deals lost|deals we lost|lost opportunities),? (?:and|with) (?:the |their |our )?reasons?\b"
    r"(?: why| for (?:it|them|losing))?"
)
_PAYING_LATE = (
    r"^(?:who|which clients?|which customers?) (?:usually |always |often |still )?"
    r"pays?(?: us)?(?: too)? late(?: the most)?" + _END
)
_DONE_NOT_BILLED = (
    r"\b(?:how much )?(?:work|time|money)?(?: (?:is|has been|have we))? ?(?:already )?(?:done|finished|"
    r"delivered|completed) "
    r"(?:but|and|that is|which is) (?:is |has |have )?(?:not|n't|never|still not|not yet|yet to be)(?: "
    r"yet)?(?: been)? (?:invoiced|billed|charged)\b(?: yet)?"
)

_BURNT_HOURS = (
    r"\b(?P<lead>how (?:many hours|much time)) (?P<did>did|have|has|do|does|are) (?P<who>we|i|they|you|the "
    r"team|people) "
    r"(?:already )?(?:burn(?:ed|t|ing)?(?: through)?|eat(?:en|ing)?|ate|sunk|sink|pour(?:ed)?)\b"
)
_SPLIT_BILLABLE = (
    r",? (?:split|broken down|divided|separated|broken out) (?:up )?(?:into|in|by|between) "
    r"(?P<what>billable (?:and|vs\.?|versus|/) non[- ]?billable)(?: hours| time)?\b"
)
_YTD_TWICE = (
    r"\b(?P<when>ytd|year to date) (?:vs\.?|versus|against|compared (?:to|with)) (?:last|prior|previous) "
    r"(?:ytd|year(?:'s)? (?:ytd|to date))"
)
_MOST_OVERDUE = (
    r"(?:\b(?:which|what|the) |^)(?P<who>clients?|customers?|who)(?: is| are)? (?:with|has|have) (?:the "
    r")?(?P<end>most|least) "
    r"(?P<state>overdue|outstanding|unpaid)(?: (?:amounts?|money|balance|debt))?(?! (?:tasks?|invoices?|hours|"
    r"projects|milestones))\b"
)


def _most_owed(found: re.Match[str]) -> str:
    """As in "the client with the most overdue": by amount."""
    owed = "overdue receivables" if found["state"].casefold() == "overdue" else "receivables"
    who = "client" if found["who"].casefold() == "who" else found["who"]
    end = "highest" if found["end"].casefold() == "most" else "lowest"
    return f"which {who} {'have' if who.endswith('s') else 'has'} the {end} {owed}"


_RETAINERS_OR_PROJECTS = (
    r"\bretainers? (?:vs\.?|versus|compared (?:to|with)|against) (?:projects?|fixed[- ](?:price|fee)|t&m)(?:[- ]based)?"
    r"(?: work)? (?P<what>revenue|margins?|hours|profit|income)\b"
)
_COST_BREAKDOWN = r"\b(?:costs? breakdown|breakdown of (?:our |the |all )?costs?)\b(?! (?:by|per|of|for))"
_NOT_COLLECTED = (
    r"^(?:what|how much)(?: (?:was|is|has been|have we|did we))? (?:invoiced?|billed?)(?:,? (?:but|and))? "
    r"(?:is |was |has |have )?(?:not|never)(?: yet| been)* (?:collected|paid|received)\b"
)


def _left_to_do(found: re.Match[str]) -> str:
    of = re.sub(r"^for (?:each|every) ", "per ", f"for {found['what']}", flags=re.IGNORECASE)
    return f"open tasks by task and hours to complete {of}"


TURNS = rewordings(
    (_BURNT_HOURS, r"\g<lead> \g<did> \g<who> log"),
    (_SPLIT_BILLABLE, r", \g<what> hours"),
    (_YTD_TWICE, r"\g<when> compared with the same period last year"),
    (_MOST_OVERDUE, _most_owed),
    (_RETAINERS_OR_PROJECTS, r"\g<what> by budget type"),
    (_COST_BREAKDOWN, "labor cost and expenses"),
    (_NOT_COLLECTED, "receivables"),
    (_ESTIMATED_TWICE, ""),
    (_TO_DO, _to_do),
    (_HOURS_OVER, r"how many hours over budget is \g<what>"),
    (_FAR_OVER, r"budget used percent and budget remaining for \g<what>"),
    (_AND_HOW_LATE, r"overdue receivables and days past due by client and invoice"),
    (_COMING_UP, _due),
    (_ALL_IN, r"timesheet completeness and missing hours\g<when>"),
    (_EVERYTHING_IN, r"timesheet completeness and missing hours\g<when>"),
    (_DID_LOG, r"tracked hours and missing hours of \g<who>\g<when>"),
    (_HAS_PAID_BILLS, r"unpaid invoices of \g<who>"),
    (_ALL_PAID, r"unpaid invoices\g<of>"),
    (_IS_PAID, r"unpaid invoices of \g<who>"),
    (_NOT_PAID_BY, _unpaid_by),
    (_WON_AND_LOST, r"\g<both>"),
    (_INVOICE_LIST, "invoiced by client and invoice"),
    (_LEFT_TO_DO, _left_to_do),
    (_UNTIL_IT_ENDS, r"when does \g<what> end"),
    (_IS_DUE, r"when does \g<what> end"),
    (_SPEND_WITH_US, r"\g<who> had \g<end> revenue"),
    (_SPENT_WITH_US, r"revenue of \g<who>\g<when>"),
    (_CLIENTS_SPENT, r"revenue by client\g<when>"),
    (_LAST_INVOICE, r"invoiced of \g<who> by day and invoice in the last 365 days"),
    (_OUT_TO_TENDER, "how many deals are open"),
    (_AGAINST_THE_CONTRACT, r"invoiced to date and budget total for \g<who>, including finished"),
    (_SALES_TARGET, _sales_target),
    (_AND_REASONS, r"\g<what> and lost reasons"),
    (_PAYING_LATE, "days paid late by client in the last 12 months highest first"),
    (_DONE_NOT_BILLED, "unbilled"),
    (_MOST_MONEY, r"has the \g<end> earnings"),
    (_BY_PROJECT_MANAGER, r"\g<what> per "),
)
