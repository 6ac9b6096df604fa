"""More of how people put a question in words that name no measure, as it is typed in a hurry between two calls."""

import re

from assistant.planning.rewording import rewordings

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

_AS_THEY_ARE = r"(?!(?:free|available|busy|booked|overbooked|off|away|out|working|needed)\b)"
_SOMEBODY = (
    r"(?!we\b|you\b|they\b|there\b|it\b|this\b|that\b|the\b|our\b)[^\W\d_][\w'.-]*"
    rf"(?: {_AS_THEY_ARE}[^\W\d_][\w'.-]*){{0,2}}?"
)
"""Up to three words, none of which says how somebody is: in "is Ana free in the week of 5 October" it is Ana alone."""

_GREETED = (
    r"^(?:(?:(?:good )?(?:morning|afternoon|evening)|hi|hello|hey)(?: (?:all|team|there|everyone|guys))?\s*[,!.:-]+\s*)?"
    r"(?:(?:just )?(?:a |one )?quick (?:one|q|question|thing)(?: for you)?\s*[,!.:-]+\s*)?(?=\w)"
)
_OCCASION = (
    r",\s*for (?:my|our|the|a|tomorrow's|today's|next week's) (?:[\w']+ )?(?:meeting|call|presentation|review|workshop|deck)"
    r"(?: with (?:the |my |our )?\w+)?(?: (?:today|tomorrow|later|(?:on |next |this )?\w+day|next week|next month))?\s*,"
)
"""As in "I need to know, for the board meeting next Tuesday, what …": what an answer is for changes nothing in it."""

_STUFF = r"\b(?P<which>internal|client|billable|non-?billable|unbillable|admin) (?:stuff|things)\b"
_BEFORE = r"\b(?P<versus>vs\.?|versus|against|than|compared (?:to|with)) (?P<unit>day|week|month|quarter|year) before\b"
_AS_MANY_BEFORE = (
    r"\b(?:last|past|previous) (?P<count>\d+|[a-z]+) (?P<units>days|weeks|months|quarters|years)\b(?P<middle>.*?) "
    r"(?P<versus>vs\.?|versus|against|than|compared (?:to|with)) the (?P=count) (?P=units) (?:before|prior|earlier)"
    r"(?: that| those| it| them)?(?=[?.! ]*$| by )"
)
"""As in "hours last 3 months vs the 3 months before that"."""

_EACH_OF_THE = (
    r"\b(?:(?:for|in|over|during) )?(?:each|every one) of (?:the|our) (?P<which>last|past|previous|next|coming)"
    r"(?P<count> \w+)? (?P<unit>day|week|month|quarter|year)s\b"
)
"""As in "hours for each of the last 4 weeks": by week."""

_EACH_OF_THEM = r"(?<!\bfor )\beach (?:one )?of (?:the|our) (?P<noun>team|client|project|employee|designer|developer|service|deal)s\b(?!')"
"""As in "how many hours each of the teams spent"."""

_FORECAST_HOURS = (
    r"\b(?:forecast(?:ed)?(?: hours)? (?:vs\.?|versus|against|and|to) actuals? (?:hours|time)"
    r"|actuals?(?: hours| time)? (?:vs\.?|versus|against|and|to) forecast(?:ed)? (?:hours|time))\b"
)
"""As in "forecast vs actual hours": hours are planned, and of money there is a forecast."""

_ONLY_BILLABLE = (
    r"^(?P<lead>(?:show (?:me )?)?(?:tracked |logged |worked )?)hours(?P<rest>\b(?!.*\bbillable\b.*\bbillable\b).*?),?"
    r"(?: but)?(?: only| just)? (?:(?<=only )billable|(?<=just )billable|billable only)(?: (?:ones|hours|time))?"
    r"(?P<more> and only .*)?(?=\W*$)"
)
"""As in "hours by person last month but only billable": no two columns are asked for."""

_SOME_TIME = r"(?:(?:for )?(?:next|this|in|on) (?:the )?[a-z]+(?: week)?)"
_ANYONE = r"(?:who|any ?(?:one|body)|is any ?(?:one|body)|do we have any ?(?:one|body))"
_SO_MANY = r"(?P<{}>\d+(?:\.\d+)?) ?(?:hours?|hrs?|h)"
_SO_MUCH_FREE = (
    rf"^(?:{_ANYONE}(?: has| with| got| have)+ {_SO_MANY.format('count')} (?:free|available|spare|left)"
    rf"|(?:{_ANYONE}(?:'s| is)? (?:free|available)|any availability|any free time)(?: (?P<when>{_SOME_TIME}))? for "
    rf"{_SO_MANY.format('many')})(?P<then> {_SOME_TIME})?(?=\W*$)"
)
"""As in "anyone available next week for 20h", "who has 20 hours free next week"."""

_NO_MEASURE_OF_ITS_OWN = "".join(
    rf"(?<!{one} )" for one in ("revenue", "turnover", "income", "sales", "absences", "spells", "utilization", "util")
)
_PER_HEAD = rf"^(?P<what>(?!.*\b(?:average|avg|mean|cost|rate)\b).*?){_NO_MEASURE_OF_ITS_OWN}\bper (?:head|capita)\b"
"""As in "profit per head in 2025": a mean over people, and not a row for each of them."""

_FROM_END_TO_END = (
    r"(?:,? ?\b(?:sorted|ordered|ranked|sort|order|rank)(?: them| it)? )?\bfrom (?:the )?(?:"
    r"(?P<down>largest|biggest|highest|most|best|top) to (?:the )?(?:smallest|lowest|least|worst|bottom)"
    r"|(?:smallest|lowest|least|worst|bottom) to (?:the )?(?:largest|biggest|highest|most|best|top))\b"
)

_WORKING_NOW = (
    rf"^what(?:'s| is| are) (?P<who>{_SOMEBODY}) (?:working on|doing|busy with) (?:right now|now|at the moment|currently|"
    r"these days|atm)(?=\W*$)"
)

_AND_AFTER = r"\b(?P<said>next (?P<unit>week|month|quarter|year)) and the (?P=unit) after(?: that| next| it)?\b(?! the)"
"""As in "next week and the week after"."""

_DEALS_CLOSE = (
    r"(?<!all )\b(?P<deals>deals?|opportunit(?:y|ies)) (?:that |which )?"
    r"(?:(?:is|are) (?:due to |set to |expected to )?clos(?:e|ing)|close|closing|due to close|set to close)(?= (?:this|next|in|by the end|by \d|before|on|until|within|over|during|soon)\b)"
)
_COMING_DAYS = (
    rf"(?:today|tomorrow|(?:(?:on|over|during|for|in) )?(?:(?:next |this )?{_DAY}|(?:next|this) (?:week|month)"
    r"|the (?:week|day)\b[^?]*|christmas|xmas|easter|\d+\b[^?]*))"
)
_IS_IN = (
    rf"^(?:is|are|will) (?P<who>{_SOMEBODY}) (?:be )?(?:in(?: the office)?|back(?: in(?: the office)?| at work)?|at work|here) "
    rf"(?P<day>{_COMING_DAYS})(?=\W*$)"
)
"""As in "is Ana in on Tuesday": the hours somebody is available."""

_WHAT_DOING = (
    rf"^what(?:'s| is| are| will) (?P<who>{_SOMEBODY}) (?:be )?(?:doing|up to|(?:working |booked )?on)"
    r"(?P<when> (?:tomorrow|next \w+|this \w+|in \w+|on \w+))(?=\W*$)"
)
_PROFIT_AND_LOSS = r"\b(?:p ?& ?l|pnl|profit (?:and|&) loss|income statement)\b(?: (?:statement|account|report))?"
_ROOM_FOR = (
    r"\b(?P<have>do|will|would) we (?:still )?have (?:the )?(?:room|capacity|space|time|people|bandwidth) (?:for|to do|to take on) "
    r"(?:a |an |another |one more )?(?P<count>\d[\d.,]*)[ -]?(?:hours?|hrs?|h)\b(?: (?:project|job|piece of work|order|of work))?"
)
_PAYS_LATE = (
    r"^how late (?:does|do|is|are) (?!we\b|i\b|people\b|timesheets?\b|time\b)(?P<payer>[^?]{1,60}?) "
    r"(?:usually |typically |normally )?pay(?:ing)?(?: us| up)?(?: their (?:invoices|bills))?(?=\W*$)"
)
_BUDGET_AND_ACTUAL = (
    r"\b(?:budget(?:ed|s)? (?:vs\.?|versus|against|and|to|compared (?:to|with)) actuals?"
    r"|actuals? (?:vs\.?|versus|against|and|to|compared (?:to|with)) budget(?:ed|s)?)\b(?! (?:hours?|revenue|cost|margin))"
)
_IN_ONE_DAY = (
    r"\b(?P<limit>(?:more than|over|above|at least|less than|under|below) \d+(?:[.,]\d+)? ?(?:hours?|hrs?|h)) "
    r"(?:in|on|within) (?:a|one|any|a single|any one|the same) (?P<unit>day|week|month)\b"
)
"""As in "who worked more than 10 hours in a day": of every single day."""

_NOT_FILLED = (
    r"\b(?:did|has|have|do|does) ?(?:n't|not) (?:yet |even )?(?:fill(?:ed)?(?: in| out)?|submit(?:ted)?|complete(?:d)?|enter(?:ed)?"
    r"|do|done|hand(?:ed)? in) (?:their |the |his |her |any )?(?:timesheets?|time ?sheets?)\b(?: yet)?"
)
_MADE_FROM = (
    r"\b(?P<much>how much|what) (?:money )?(?:did we|have we|we(?: have|'ve)?|do we) (?:earn(?:ed)?|ma[dk]e|get|got)"
    r"(?: money)? (?:off|off of|out of|from|on|with) (?=\w)"
)
_HALF_DAY = r"\bon (?:a )?half[- ]days?\b(?: off| leave)?"
_COVER = (
    rf"\bwho (?:can|could|might|is able to|would be able to) (?:cover|stand in|fill in|step in|sub|deputi[sz]e)(?: for)? "
    rf"(?P<who>{_SOMEBODY})(?P<when> (?:tomorrow|today|next \w+|this \w+|in \w+|on \w+|while .*|during .*))?(?=\W*$)"
)
_NEAR_THE_CAP = (
    r"\b(?:close to|near(?:ing|ly at| to)?|approaching|about to (?:hit|reach)|almost at) (?:their|the|its|our) "
    r"(?:caps?|limits?|budgets?)\b"
)
_AT_THE_CAP = r"\b(?:(?:that |which )?(?:have |has )?(?:hit|reached|exceeded|passed|blown(?: through)?|gone over)|at) (?:their|the|its|our) caps?\b"
_AGED = r"\b(?:aged|age(?:d)? of) (?:debt(?:ors?|s)?|receivables?|invoices?)\b(?: (?:report|list|analysis))?|\b(?:debtors?|receivables?) age?ing\b"
_ANOTHER = (
    r"^(?:can|could|would) (?:we|they|the team) (?:still )?(?:be able to )?(?:take on|start|fit in|do|handle|accept|squeeze in) "
    r"(?:another|a new|one more|a further|any more|more|an extra) (?:projects?|jobs?|work|pieces? of work)\b"
)
_ALL_BUT_INTERNAL = (
    r"\b(?:everything|all(?: work| projects)?|anything) (?:but|except(?: for)?|other than|apart from|excluding|without) "
    r"(?:the )?internal(?: (?:work|projects?|time|hours))?\b"
)


_WE_WILL_BILL = (
    r"\b(?:what|how much)(?: money| revenue)? (?:will|would|are|do) (?:we|i) (?:going to |expect to |likely to )?"
    r"(?:earn|make|turn over|bring in|take in)\b(?! (?:on|off|from|out of|if|per)\b)(?=.*\b(?:in|next|this|by|over|until|for|during)\b)"
)
"""As in "what will we bill in April": what is to come is a projection."""

_WHO_IS_IN = (
    r"\bwho(?: all)?(?:'s| is| will be|'ll be) (?:still |left )?(?:in(?: the office)?|around|here|at work|to work) "
    rf"(?P<day>{_COMING_DAYS})(?=\W*$)"
)
_CALENDAR = r"\b(?:the )?(?:leave|absence|holiday|vacation|time off) (?:calendar|planner|schedule|overview)\b(?: (?:for|of|in))?"
_IS_LATE = (
    r"^(?:is|are|will) (?!(?:the |our |my )?(?:margins?|profits?|revenue|utili[sz]ation|billability|costs?|scope|pipeline)\b)"
    r"(?P<what>(?!(?:we|i|they|you|he|she|it|timesheets?|invoices?|tasks?|milestones?|payments?|any|the invoices?)\b)[^?]{1,60}?) "
    r"(?:be )?(?:running |going to be )?(?:late|behind schedule|delayed|slipping|off schedule|red|amber|green)(?=\W*$)"
)
_FINISH_ON_TIME = r"^(?:will|can|are|do) (?:we|they) (?:going to )?(?:finish|deliver|complete|wrap|hit the deadline (?:on|for|of)|make the deadline (?:on|for|of)) (?P<what>[^?]{1,60}?)(?: on time| in time| on schedule)(?=\W*$)"
_I_DID = r"^what (?:did|have) i (?:do|done|work(?:ed)? on|been (?:doing|working on))\b"
_WHO_ELSE = r"^who else (?=(?:work|is|was|has|log|book|can|did|track)\w*\b)"
_IS_PAID = r"^(?:is|was|has|did) (?:invoice |inv )?(?:no\.? ?|number )?(?P<number>[\w/-]*\d[\w/-]*) (?:been |get )?(?:paid|settled)(?: yet)?(?=\W*$)"
_AN_INVOICE = (
    r"^(?:show |what about )?invoice (?:no\.? ?|number )?(?P<number>(?=[\w/-]*\d)(?=[\w/-]*[a-z/-])[\w/-]+)(?=\W*$)"
)
_ON_ORDER = r"^what(?:'s| is| do we have) (?:still )?on order\b"
_ROLLOVER = r"\b(?:rollover|carry[- ]?over|carried over|rolled over) balances?\b"
_OUR_BIGGEST = (
    r"^(?:who|which (?:client|customer)) (?:is|was|are) (?:my |our |the )*(?P<end>biggest|largest|smallest)"
    r"(?P<when> (?:this|last|in|so far|ytd|since)\b[^?]*)?(?=\W*$)"
)
_CONFIRMED = r"^what(?:'s| is) (?:already )?confirmed (?=(?:for|in|next|this)\b)"


_MORE = r"(?P<limit>(?:more than|over|above|at least|fewer than|less than|under|below|at most|no more than) (?:\d+|two|three|four|five|ten))"
_HAVE = r"(?:with|that have|who have|which have|having|have|has|got)"
_SO_MANY_INVOICES = rf"\b{_HAVE} {_MORE} (?P<state>open|unpaid|outstanding|overdue|late) invoices?\b"
_SO_MANY_PROJECTS = rf"\b(?P<who>(?:clients?|customers?|project managers?|account managers?|managers?)) {_HAVE} {_MORE} (?:running )?projects?\b"
_SO_MANY_PEOPLE = (
    rf"\b(?P<who>teams?|departments?|job titles?) {_HAVE} {_MORE} (?:people|persons?|employees|members|heads|staff)\b"
)
"""As in "clients with more than 2 unpaid invoices": so many of them, and no amount."""


_WHO_OWES = r"^who (?:still |all )?owes? (?:us |me )?(?P<limit>(?:more than|over|above|at least|less than|under) )"
_EACH_OF_MINE = r"\bfor each (?:one )?of my (?=(?:projects|clients|deals|budgets|tasks)\b)"
_WHO_IS_ON = (
    r"^who(?:'s| is| are)(?: all)? on (?!(?:leave|holidays?|vacations?|sick|call|the bench|duty|time|track|a |an |mon|tues|wednes|"
    r"thurs|fri|satur|sun|\d|my team|our team|parental|maternity|paternity)\w*)"
)
_ZERO = r"\bwith zero (?=(?:hours|time|bookings|revenue|invoices|budget)\b)"
_SAME_TIME = r"\b(?:the )?(?:same|this) (?:time|point|stage|day) (?:of )?last (?:fy|fiscal year|financial year|year)\b"
_POSITIVE = (
    r"^(?P<only>(?:and |but )?(?:only|just) )(?:the )?(?P<side>positive|negative)(?: ones?| numbers?| values?)?(?=\W*$)"
)


def _so_many_invoices(found: re.Match[str]) -> str:
    state = "overdue" if found["state"].casefold() in ("overdue", "late") else "unpaid"
    return f"with number of {state} invoices {found['limit']}"


def _largest(found: re.Match[str]) -> str:
    """As in "our biggest client": by what they bring in."""
    end = "bottom" if found["end"].casefold() == "smallest" else "top"
    return f"{end} 1 clients by revenue{found['when'] or ''}"


MEASURES = rewordings(
    (_GREETED, ""),
    (_OCCASION, " "),
    (_STUFF, r"\g<which> work"),
    (_BEFORE, r"\g<versus> the \g<unit> before"),
    (_FORECAST_HOURS, "planned vs actual hours"),
    (_ONLY_BILLABLE, r"\g<lead>billable hours\g<rest>\g<more>"),
    (_PER_HEAD, r"\g<what>on average per person"),
    (_FROM_END_TO_END, lambda found: f" {'highest' if found['down'] else 'lowest'} first"),
    (_WORKING_NOW, r"hours of \g<who> by project this month"),
    (
        _SO_MUCH_FREE,
        lambda found: (
            f"who has at least {found['count'] or found['many']} free hours {found['when'] or ''}{found['then'] or ''}"
        ),
    ),
    (_EACH_OF_THEM, r"each \g<noun>"),
    (_EACH_OF_THE, r"by \g<unit> for the \g<which>\g<count> \g<unit>s"),
    (_AND_AFTER, r"\g<said> and the \g<unit> after next"),
    (_AS_MANY_BEFORE, r"last \g<count> \g<units>\g<middle> \g<versus> the period before"),
    (_DEALS_CLOSE, r"\g<deals> are expected to close"),
    (_IS_IN, r"how many available hours will \g<who> have \g<day>"),
    (_WHAT_DOING, r"what is \g<who> booked on\g<when>"),
    (_PROFIT_AND_LOSS, "revenue, cost, profit and margin"),
    (_ROOM_FOR, r"\g<have> we have at least \g<count> free hours"),
    (_PAYS_LATE, r"days sales outstanding for \g<payer>"),
    (_BUDGET_AND_ACTUAL, "budget total, budget used and budget remaining"),
    (_IN_ONE_DAY, r"by person and \g<unit> \g<limit>"),
    (_NOT_FILLED, "has not logged time"),
    (_MADE_FROM, "revenue from "),
    (_HALF_DAY, "off"),
    (_COVER, r"who has free hours\g<when> except \g<who>"),
    (_NEAR_THE_CAP, "above 80 % of budget used"),
    (_AT_THE_CAP, "at least 100 % of budget used"),
    (_AGED, "receivables by ageing"),
    (_ANOTHER, "do we have free hours"),
    (_ALL_BUT_INTERNAL, "client projects"),
    (_WHO_OWES, r"which clients owe us \g<limit>"),
    (_EACH_OF_MINE, "of my "),
    (_WHO_IS_ON, "who is working on "),
    (_ZERO, "with no "),
    (_SAME_TIME, "same period last year"),
    (_POSITIVE, lambda found: f"{found['only']}{'above' if found['side'].casefold() == 'positive' else 'below'} 0"),
    (_SO_MANY_INVOICES, _so_many_invoices),
    (_SO_MANY_PROJECTS, r"\g<who> with number of projects \g<limit>"),
    (_SO_MANY_PEOPLE, r"\g<who> with headcount \g<limit>"),
    (_WE_WILL_BILL, "projected revenue"),
    (_WHO_IS_IN, r"which people have available hours above 0 \g<day>"),
    (_CALENDAR, "who is off"),
    (_IS_LATE, r"health of \g<what>"),
    (_FINISH_ON_TIME, r"health of \g<what>"),
    (_I_DID, "my tracked hours by project"),
    (_WHO_ELSE, "who "),
    (_IS_PAID, r"receivables for invoice \g<number>"),
    (_AN_INVOICE, r"receivables for invoice \g<number>"),
    (_ON_ORDER, "committed expenses"),
    (_ROLLOVER, "retainer balance"),
    (_OUR_BIGGEST, _largest),
    (_CONFIRMED, "confirmed revenue "),
)
