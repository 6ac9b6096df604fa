"""Turns of phrase of those who run the house: what is left of what we earned, whom we depend on, how we stand."""

import re

from assistant.planning.pieces_of_patterns import COUNT, END, MONEY, MONTHS, PERIOD, ROWS, UNITS, WE
from assistant.planning.rewording import rewordings

_STILL_OPEN_FROM = (
    r"^(?!.*\b(?:deals?|tasks?|projects?|milestones?|opportunit\w+|proposals?|quotes?|timesheets?|bookings?|changes?|"
    r"requests?|budgets?|positions?|questions?|tickets?|retainers?|contracts?)\b)(?!still open of invoices)"
    r"(?P<lead>(?:which|what|list|"
    r"show(?: me)?|any|are there|all|how (?:much|many)|who|do we have|is there|we|"
    r"do)?[^?]*?)"
    r"\b(?:owes?|owed|owing|unpaid|open|outstanding|not (?:yet )?(?:been )?paid|n['\u2019]t (?:yet )?(?:been )?paid)"
    r"(?: us| money| anything| invoices?| bills?| payments?| for| still| invoices? for)*"
    rf",? (?:that (?:are|is|were|was) )?(?:from|of|on)?(?: ?(?:the |our )?(?:invoices|bills))?(?: ?(?:from|issued|"
    rf"sent|raised|dated|invoiced|since|out))* ?(?:before|prior to) "
    rf"(?P<when>(?:the )?(?:{MONTHS}|q[1-4]|(?:this|last) (?:{UNITS})|20\d\d|\d)[^?]*?){END}"
)
"""As in "who still owes us from before July": of all that was sent until then, what is open today."""


_SENT_THEN_OPEN = (
    r"^(?P<lead>(?:which|what|list|show(?: me)?|how (?:much|many)|any|are there|do we have|all|of|the|our|"
    r"\s)*)(?:invoices|bills)"
    r"(?: (?:that )?(?:(?:we|were|was) )?(?:have )?(?:issued|sent|raised|from|dated|written)(?: out)?)? (?:before|"
    r"prior to) "
    rf"(?P<when>(?:the )?(?:{MONTHS}|q[1-4]|(?:this|last) (?:{UNITS})|20\d\d|\d)[^?]*?) "
    r"(?:(?:are|is|remain|have|has|were|be|still|yet|now|that|which|not|been|haven['\u2019]t|hasn['\u2019]t|"
    r"aren['\u2019]t) )*"
    r"(?:open|unpaid|outstanding|paid|owed|overdue)(?: yet| still| today| now)?" + END
)


def _open_from(found: re.Match[str]) -> str:
    lead = found["lead"].casefold()
    rows = "" if lead.startswith("how much") else " by client and invoice above 0"
    return f"still open of invoices issued before {found['when']}{rows}"


_WE_PAID = (
    r"^(?:(?:which|what|how many|list|show(?: me)?)(?: all)?(?: the| our)? (?:invoices|bills)|"
    r"(?:which|how many) (?:of )?(?:the |our )?(?:suppliers?|vendors?)(?:'s?)? ?(?:invoices|bills)?)"
    r"(?: (?:that )?(?:have|did|do|had))? (?:we|i) (?:have |already |still )*(?:paid|pay|settled?)(?: already| so "
    r"far)?"
    rf"(?P<when>(?: (?:in |during )?{PERIOD})?){END}"
)
"""As in "which invoices have we paid": those are of suppliers, and no client's."""

_UNPAID_OVERDUE = (
    r"\b(?:unpaid|open|outstanding) (?P<what>invoices?|bills?)(?: that| which)?(?: are| is)?(?: already| now)? "
    r"(?:overdue|past due|late)\b"
)
_NOT_YET_BILLED = (
    r"\b(?:billable |worked |tracked )?hours(?: (?:that|which))?(?: (?:we|i))?(?: (?:are|is|were|have|has|"
    r"was))*"
    r"(?:n['\u2019]t| not)(?: yet)?(?: been)? (?:invoiced|billed)(?: (?:yet|so far|to (?:a|the|any) client))?"
    r"(?! (?:for|because)\b)"
)
_ONE_MAKES_UP = (
    rf"^(?:is|are|does|do|has|have|did)(?: there)? (?:any|one|a|some|a single|any single|any one|one single)(?: of "
    rf"our)? "
    rf"(?P<what>{ROWS})(?: (?:that|which|who))? (?:be |is |are |been |responsible for |mak(?:es?|ing) up|made up|"
    r"account(?:s|ing|ed)? for|bring(?:s|ing)?(?: in)?|brought in|represent(?:s|ing)?|more than half|"
    r"hav(?:e|ing)|generat(?:es?|ing|ed)| )*(?P<how>more than|over|above|at least|less than|under) "
    r"(?P<share>\d+(?:[.,]\d+)?) ?(?:%|percent|per cent)(?: (?:of|in) (?:our |the |all |total )*"
    rf"(?P<of>{MONEY}|business|work|hours))?(?P<when>(?: (?:in |for )?{PERIOD})?){END}"
)
_AS_REVENUE = {"business": "revenue", "work": "tracked hours", "hours": "tracked hours", "sales": "revenue"}


def _making_up(found: re.Match[str]) -> str:
    what = found["what"].casefold().rstrip("s")
    of = (found["of"] or "revenue").casefold()
    share = f"{found['how']} {found['share']} %"
    return f"which {what}s with {share} of {_AS_REVENUE.get(of, of)}{found['when']}"


_NET_OF = (
    r"\b(?P<what>(?:gross |net |delivery )?(?:margins?|profits?|profitability))(?P<mid> by \w+| per \w+)? "
    r"(?:net of|after|less|minus|after deducting)(?: paying)? (?:all |our |the )*"
    r"(?:sub-?contractors?|freelancers?|contractors?|outside help|external (?:people|costs?)|third[- ]part(?:y|ies))"
    r"(?: (?:costs?|fees?|spend))?\b"
)
"""As in "margin net of subcontractors": what they cost is in every margin."""

_QUOTES_OPEN = (
    r"\b(?:quotes|quotations|offers|bids|tenders|proposals|estimates we (?:have )?sent(?: out)?)(?: (?:that|which))? "
    r"(?:are|have been|still|are still) (?:still )?(?:open|out|outstanding|unanswered|undecided)(?= |\W*$)"
)
_AND_HOW_OLD = (
    r",? and (?:for )?how (?:old|long)(?: (?:are they|is each(?: one| of them)?|each is|they are|have they been))?"
)
_DEALS_AND_HOW_OLD = rf"\b(?P<deals>deals?|opportunit(?:y|ies))(?P<mid> [^?]*?)?{_AND_HOW_OLD}(?: open)?{END}"

_FROM_LAST_YEAR = (
    r"^(?:by )?how (?:far|much)(?: more| less| revenue| business| work)*(?: (?:are|is|do|would|must|will|have))+ "
    rf"{WE}(?: still| now| currently)*(?: (?:away|off|short|behind|ahead|need|have|from|of|to|we|would))*"
    r"(?: (?:to )?(?:sell|earn|make|bill|win|invoice|turn over|bring in|match|reach|hit|beat|equal|get to|"
    r"do better than))* (?:last|the previous) year(?:['\u2019]s)?(?: (?:total |overall )?(?P<what>"
    rf"{MONEY}))?{END}"
)


def _beside_last_year(found: re.Match[str]) -> str:
    return f"{found['what'] or 'revenue'} this year compared with last year"


_TEAMS_COMPARE = (
    rf"^how (?:do|did|does) (?:our |the |my )?(?:different )?(?P<rows>teams|clients|customers|projects|services|"
    rf"departments|"
    r"people|account managers|project managers|job titles|roles)(?: all)? (?:compare|stack up|differ|do|rank)"
    rf"(?: with (?:each other|one another))? (?:on|in terms of|for|by|in|when it comes to|regarding) "
    rf"(?P<what>[^?]+?){END}"
)
_OF_THEIR = (
    r"\b(?P<lead>(?:for each|for every|by|per|each|every) (?:account|project) managers?\b[^?]*?),? (?:of|on|for|"
    r"from|with) "
    r"their (?:own )?(?:clients|projects|accounts|customers|jobs)\b"
)
"""As in "for each account manager the revenue of their clients": by account manager."""

_AND_THAT_COSTS = (
    r"^(?P<head>[^?]*\b(?P<what>bench|idle|over-?servic\w*|overtime|absences?|absent|sick(?:ness)?|leave|"
    r"non-?billable|"
    r"unbillable|internal)\b[^?]*?),? and (?:what|how much)(?: money)? (?:does|did|do|is|are|has|will) (?:that|it|"
    r"this|they|"
    rf"these|those)(?: all)?(?: been)? cost(?:ing)?(?: us| the (?:company|business|agency|firm))?{END}"
)
_COST_OF = (
    (("bench", "idle"), "bench cost"),
    (("overtime",), "overtime cost"),
    (("absen", "leave"), "absence cost"),
    (("sick",), "sick leave cost"),
    (("non", "unbillable"), "non billable cost"),
    (("internal",), "internal cost"),
)


def costs_of_unpaid_time(text: str) -> bool:
    """As in "who is on the bench, and what does that cost us": what the bench costs, and not all that those cost."""
    return re.search(_AND_THAT_COSTS, text, re.IGNORECASE) is not None


def _costing(found: re.Match[str]) -> str:
    """What time costs that nobody pays for is not measured, but for what is spent on our own work."""
    said = found["what"].casefold()
    of = next((cost for words, cost in _COST_OF if said.startswith(words)), "cost of overservicing")
    return f"{found['head']}, and {of}"


_ON_TRACK_FOR = (
    rf"^(?:are|is) (?:{WE}|things|everybody|everyone|the (?:teams?|house)) (?:still |now |currently )*on (?:track|"
    rf"course|target) "
    rf"(?:for|with|on|in terms of|regarding) (?:our |the )?(?P<what>{MONEY})(?: targets?| goals?)?"
    rf"(?P<when>(?:,? (?:for |in )?{PERIOD})?)(?P<by>(?:,? (?:by|per) [a-z ]+?)?)(?P<more>(?: (?:for |in "
    rf")?{PERIOD})?){END}"
)
_IS_LEFT = (
    r"^(?P<head>(?!.*\b(?:budgets?|hours?|retainers?|leave|days?|holidays?|fees?|capacity)\b)[^?]*\b(?:turn(?:ed)? "
    r"over|"
    r"turnover|revenue|earn(?:ed)?|made|make|sales|br(?:ought|ing) in|invoiced?|billed?)\b[^?]*?),? and (?:what|"
    r"how much) "
    r"(?:is|was|were|has been|did) (?:actually |we )?(?:left|keep|kept)(?: over)?(?: (?:of|from) (?:it|that)| for "
    r"us| at "
    rf"the end| after (?:all )?(?:the |our )?costs?)?{END}"
)
"""As in "what did we turn over in September and what was left of it"; of a budget it is the budget that is left."""

_BILLERS = (
    rf"\b(?:(?P<first>{COUNT}) )?(?P<end>best|top|biggest|highest|worst|lowest)(?: (?P<count>{COUNT}))? "
    rf"(?:billers|fee earners|"
    r"earners)\b(?! by)"
)


def _billing(found: re.Match[str]) -> str:
    end = "bottom" if found["end"].casefold() in ("worst", "lowest") else "top"
    of = "revenue" if "fee" in found[0].casefold() or "earners" in found[0].casefold() else "billable hours"
    return f"{end} {found['first'] or found['count'] or 10} people by {of}"


_WHOSE_INVOICES = (
    r"^(?P<head>[^?]*\b(?:invoices?|bills?|receivables|debts?)\b[^?]*?),? and (?:who (?:do|does) (?:they|it|"
    r"each(?: of them)?) belong(?:s)?"
    r" to|whose (?:are they|they are|is each)|who (?:are they|they are) (?:for|with|from)|for (?:which|what) "
    r"(?:clients?|customers?)|"
    r"(?:which|what) (?:clients?|customers?) (?:are they|they are|do they belong to|is each|it is|are these)"
    rf"(?: for| from| with| to)?|for whom|from whom|who is it){END}"
)
_INVOICE_AFTER = (
    r"\bhow (?:long|quickly|fast|soon|many days)(?: (?:does it take|do we take|do we need|do we|did we|it takes|on "
    r"average))*"
    r"(?: us)?(?: on average)? (?:to |until we |before we )?(?:get (?:the |an )?(?:invoice|bill)s? out|(?:send|"
    r"issue|raise|write) "
    r"(?:the |an |our |out )*(?:invoices?|bills?)(?: out)?|invoice|bill)(?: (?:the )?(?:client|customer|work)s?)? "
    r"(?:after|once|when|from)(?: (?:we|the|a|have|has|our|is|are|been|work|job|project|jobs|projects))*"
    r"(?: (?:finish(?:ed|ing)?|do(?:ne|ing)?|complet(?:ed?|ing)|deliver(?:ed|ing)?|work(?:ed)?))+(?: it| the work| "
    r"a job| working)?\b"
)
_NO_INVOICE = (
    rf"\b(?P<lead>which |what )?(?P<what>(?:active |open |running |current )*(?:projects?|clients?|customers?|"
    rf"jobs?|engagements?))"
    r"(?: (?:that|which|who))? (?:have|has|had|with|got|still have) (?:no|had no|never had an?|not had an?|not a "
    r"single) "
    rf"invoices?(?: (?:yet|so far|at all|issued|sent))*{END}"
)
_FOR_THE_PIPELINE = (
    r"\benough (?:people|staff|hands|capacity|bandwidth|designers and developers) (?:for|to (?:deliver|do|staff|"
    r"cover)) (?:what(?:'s| is)|everything|all(?: that is)?) in (?:the |our )?(?:sales )?(?:pipeline|funnel)\b(?! by)"
)
_SHORT_OF = (
    r"^(?:which|what) (?P<rows>job titles?|roles?|skills?|people|profiles?|positions?|disciplines?) (?:will|are|"
    r"would|do|might) we "
    r"(?:going to )?(?:be |run )?(?:short of|short on|short|run out of|out of|lack(?:ing)?|miss(?:ing)?|need more of)"
    rf"(?P<when>(?: (?:in |for )?{PERIOD})?)(?:,? and when(?: exactly)?)?(?P<later>(?: (?:in |for "
    rf")?{PERIOD})?){END}"
)
_CAN_SELL = (
    r"^how (?:many|much) (?:billable |more |extra |additional |free )*(?:hours|capacity|time) (?:can|could|do) we "
    r"(?:still |have (?:left )?to )*sell\b"
)
_WILL_LOSE = (
    r"\b(?P<which>which|what)(?P<kind>(?: [a-z -]+?)?) (?P<rows>projects|jobs|budgets|engagements|clients) "
    r"(?:(?:are|is) (?:going|likely|"
    r"about|set|expected) to|will|would|might|could) (?:lose (?:us )?money|make (?:us )?a loss|end (?:up )?(?:in "
    r"the red|at a loss|"
    r"with a loss|losing money)|be (?:loss[- ]making|unprofitable|in the red))(?: on)?" + END
)
_WENT = (
    r"^(?:so |and |but )?where (?:did|has|have) (?:all )?(?:our |the |all our )?(?P<what>margins?|profits?|"
    r"profitability|revenue) "
    r"(?:go|gone|gone to|disappear(?:ed)?|vanish(?:ed)?)(?: to)?\b"
)
_GREW_AND_SHRANK = (
    rf"^(?:which|what) (?P<rows>{ROWS}) (?:grew|have grown|are growing|went up|are up|increased)(?: the most)?,? "
    rf"and which(?: ones?|"
    rf" (?:clients?|projects?|teams?|services?))? (?:shrank|have shrunk|are shrinking|declined|went down|fell|are "
    rf"down|dropped|decreased)"
    r"(?: the most)?(?P<rest>[^?]*?)" + END
)
_FIRST_CONTACT = (
    r"\bhow long(?: does it (?:usually )?take| is it| do we need| do deals take)?(?: us)?(?: on average)?,? from "
    r"(?:the )?(?:first (?:contact|"
    r"call|meeting|enquiry|inquiry)|lead|enquiry|inquiry|proposal|pitch|brief|creation|opening) to (?:the "
    r")?(?:signature|signing|close|"
    r"closing|a? ?win|winning|contract|(?:signed )?order|deal|signed contract|a signed deal)\b"
)
_OUT_THERE = r"\b(?P<be>is|are) (?:still |currently )?(?:out there|floating around|lying around)\b"
_SHARE_OF_EACH = (
    r"\b(?P<what>billable (?:share|part|proportion|percentage)) of (?:everyone['\u2019]s|everybody['\u2019]s|each "
    r"person['\u2019]s|"
    r"people['\u2019]s|each one['\u2019]s) (?:hours|time)\b"
)
_REBILLED = (
    r",? and (?:were|was|are|is|have|has|did) (?:they|it|these|those|we|any of (?:it|them)|all of (?:it|them)|how "
    r"much of (?:it|that))"
    r"(?: been| all)* (?:re-?billed|re-?charged?|passed on|billed on|re-?invoiced|re-?bill|charged on|billed to "
    r"(?:the )?clients?)"
    rf"(?: (?:it|them|to (?:the |our )?clients?))*{END}"
)
_COMMITTED_TO = (
    r"\b(?:what|how much)(?: money)? (?:have|did|do) we (?:have )?commit(?:ted)? to (?:our |the )?(?:suppliers|"
    r"vendors|subcontractors)"
    r"(?: but (?:(?:have )?not|haven['\u2019]t)(?: yet)?(?: been)? (?:paid|settled|spent)(?: (?:yet|for|so far))*)?"
    + END
)
_WE_MAKE_AHEAD = (
    r"^(?:what|how much)(?: revenue| money)? (?:will|would|do|are) we (?:going to |likely to |expected to "
    r")?(?:make|earn|turn over|end up with|"
    rf"bring in|bill)(?P<when> (?:in |by the end of |for )?(?:this |the )?(?:{UNITS}))(?:,? (?:if (?:nothing "
    rf"changes|things stay as they"
    r" are|it goes on like this|we carry on like this|we go on like this)|at this rate|at the current (?:rate|"
    r"pace)|as things stand))" + END
)
_PNL_LIST = (
    r"^(?P<lead>(?:give me |show me |show |send me )?)(?:an? |the |our )?(?P<every>monthly |quarterly |yearly "
    r")?(?:p ?& ?l|p and l|"
    r"profit and loss(?: statement)?)(?P<when>[^:?]*?)\s*[:,]\s*(?=(?:revenue|turnover|income|invoiced|cost|profit|"
    r"margin))"
    r"(?P<list>[^?]+?)" + END
)
_OF_EVERY = {"monthly": " by month", "quarterly": " by quarter", "yearly": " by year"}


def _listed(found: re.Match[str]) -> str:
    every = _OF_EVERY.get((found["every"] or "").strip().casefold(), "")
    return f"{found['list'].rstrip('. ')}{every}{found['when']}"


_LITTLE_MONEY = (
    rf"^(?:which|what) (?P<rows>{ROWS}) (?:take|takes|eat|eats|need|needs|use|uses|get|cost us|have|has|"
    rf"absorb)(?: up)? (?:a lot of|lots of|most|"
    r"many|too much|too many|much|plenty of|loads of|the most)(?: of our)? (?:hours|time|work|effort)(?: from "
    r"us)?,? (?:but|and|yet) (?:only )?"
    r"(?:bring|brings|make|makes|earn|earns|pay|pays|generate|generates|give|yield|have)(?: in| us)?(?: only| "
    r"very)* (?:little|not much|low|hardly any|"
    r"not enough|less)(?: money| revenue| income| in return)?"
    r"(?P<rest>[^?]*?)" + END
)
_TEAM_AND_BRINGS = (
    r"\b(?:the )?(?P<monthly>monthly )?costs? of (?:the |our )?(?:team|people|staff) (?P<joint>versus|vs\.?|"
    r"against|compared (?:to|with)|and) what "
    r"(?:they|it|the team) (?:bring|brings|earn|earns|make|makes|generate|generates)(?: in)?\b"
)
_GOING_SO_FAR = (
    rf"^how(?:'s| is| are| was) (?P<which>this|the|last|our) (?P<unit>{UNITS})(?: going| looking| shaping up| "
    rf"doing| been| go)?"
    rf"(?P<far> so far)?,? (?:in terms of |with |on |for |by |regarding )?(?P<what>(?:{MONEY}|profit|cost|"
    rf"hours)\b[^?]*?){END}"
)


def _so_far(found: re.Match[str]) -> str:
    which = "last" if found["which"].casefold() == "last" else "this"
    named, _, then = found["what"].partition(" compared")
    when = f"{found['unit']} to date" if found["far"] else f"{which} {found['unit']}"
    return f"{named.rstrip(', ')} {when}{' compared' + then if then else ''}"


_HOURS_AND_RATES = r"average billable rate by {rows}{rest}, lowest first, and tracked hours and revenue by {rows}{rest}"


def _little_money(found: re.Match[str]) -> str:
    return _HOURS_AND_RATES.format(rows=found["rows"], rest=found["rest"])


TURNS = rewordings(
    (_STILL_OPEN_FROM, _open_from),
    (_SENT_THEN_OPEN, _open_from),
    (_WE_PAID, r"supplier invoices\g<when>"),
    (_UNPAID_OVERDUE, r"overdue \g<what>"),
    (_NOT_YET_BILLED, "unbilled hours"),
    (_ONE_MAKES_UP, _making_up),
    (_NET_OF, lambda found: f"{found['what']}{found['mid'] or ''}"),
    (_QUOTES_OPEN, "deals are open"),
    (_DEALS_AND_HOW_OLD, lambda found: f"{found['deals']}{found['mid'] or ''}, and age of deals"),
    (_FROM_LAST_YEAR, _beside_last_year),
    (_TEAMS_COMPARE, r"\g<what> by \g<rows>"),
    (_OF_THEIR, r"\g<lead>"),
    (_AND_THAT_COSTS, _costing),
    (
        _ON_TRACK_FOR,
        lambda found: f"{found['what']} against target{found['by']}{found['when']}{found['more']}".replace(",", ""),
    ),
    (_IS_LEFT, r"\g<head> and profit"),
    (_BILLERS, _billing),
    (_WHOSE_INVOICES, r"\g<head> by client and invoice"),
    (_INVOICE_AFTER, "billing lag"),
    (_NO_INVOICE, r"\g<lead>\g<what> have nothing invoiced all time"),
    (_FOR_THE_PIPELINE, "capacity for the pipeline"),
    (_SHORT_OF, lambda found: f"capacity gap by job title and week above 0{found['when'] or ''}{found['later'] or ''}"),
    (_CAN_SELL, "free hours"),
    (_WILL_LOSE, r"\g<which>\g<kind> \g<rows> have forecast profit below 0"),
    (_WENT, r"why did \g<what> change"),
    (_GREW_AND_SHRANK, r"change in revenue by \g<rows>\g<rest>"),
    (_FIRST_CONTACT, "sales cycle"),
    (_OUT_THERE, r"\g<be> there"),
    (_SHARE_OF_EACH, r"\g<what> by person"),
    (_REBILLED, " and billable expenses"),
    (_COMMITTED_TO, "committed expenses by vendor"),
    (_WE_MAKE_AHEAD, r"projected revenue\g<when>"),
    (_PNL_LIST, _listed),
    (_LITTLE_MONEY, _little_money),
    (
        _TEAM_AND_BRINGS,
        lambda found: f"labor cost {found['joint']} revenue{' by month' if found['monthly'] else ''}",
    ),
    (_GOING_SO_FAR, _so_far),
)
