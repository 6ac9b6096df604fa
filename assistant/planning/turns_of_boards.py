"""Turns of phrase before a meeting of those who run the house: what is owed, left, lost and tied up, and where."""

from assistant.planning.pieces_of_patterns import COUNT, END, MONEY, PERIOD, ROWS
from assistant.planning.rewording import rewordings

_HOW_MUCH_OVER = (
    r"\b(?:are|is|went|go|have gone|ran|run|running) (?:currently |already |now )?over (?:the |their )?budget,? "
    r"and by how much,? (?:both )?in (?:money|euros?|hours|time)(?:,? (?:and|as well as) (?:in )?"
    r"(?:money|euros?|hours|time))?" + END
)
_PAID_FOR_OPEN = (
    r"^when (?:will|do|should|can|are|might) we (?:(?:expect|expected|likely|going) to )?(?:get|be|see) (?:paid|"
    r"the money|our money)"
    r"(?: for| on| from)? (?:the |our |all )*(?:(?:open|outstanding|unpaid) )?(?:invoices|bills)(?: (?:that|"
    r"which))?(?: (?:are|is))?"
    r"(?: still)?(?: open| unpaid| outstanding| due)?(?: now| today| at the moment| right now)?" + END
)
_ALREADY_BOOKED = (
    r"^(?P<head>[^?]*\b(?:capacity|available hours|availability)\b[^?]*?),? and how (?:much|many)(?: of (?:it|that|"
    r"this|them))?"
    r"(?: hours)? (?:is|are|has been|have been) (?:already )?(?:booked|planned|scheduled|sold|allocated|taken)(?: "
    r"already)?" + END
)
_BUCKET = (
    r"^(?:how much|what)(?:'s|\u2019s| is| do we have)?(?: (?:in|at|over|sitting|the|our))* (?P<days>30|60|90)\+ "
    r"days?(?: bucket)?"
    r"(?: overdue| late| old| past due)?" + END
)
_TOP_CLIENTS = (
    rf"^(?P<lead>(?:who|which|what|show me|list) (?:are |were )?(?:our |the )?(?:(?:top|biggest|largest|main|best|"
    rf"most important) )"
    rf"(?:{COUNT} )?(?:clients|customers|accounts)|(?:who|which|what) (?:are|were) (?:our |the )?{COUNT} (?:top|"
    rf"biggest|largest|main|best|"
    r"most important) (?:clients|customers|accounts))(?=,? and (?:what|how|which|their|the)\b)"
)

_WE_DID = r"(?:invoice|bill|charge|collect|earn|spend|sell|receive|make|log|track|work|deliver|win|lose)(?:ed)?"
_AND_DID = (
    rf"\b(?P<head>(?:what|how much|how many hours) (?:did|have|do) (?:we|they|i)) (?P<one>{_WE_DID}),? and "
    rf"(?P=head) (?P<other>{_WE_DID})\b"
)
"""As in "what did we invoice and what did we collect in Q2": both in Q2."""

_WHAT_WE_DID = (
    r"(?:invoiced?|billed?|charged?|earned|recogni[sz]ed|delivered|made|worked|collected|received|were paid|got "
    r"paid|spent|paid out)"
)
_BETWEEN_WHAT_WE = (
    rf"^(?:what(?:'s|\u2019s| is| was)|show(?: me)?|how (?:big|large) is|how much is)? ?(?:the )?(?:difference|"
    rf"gap) between what we(?:'ve|\u2019ve| have)? "
    rf"(?P<one>{_WHAT_WE_DID}) and what we(?:'ve|\u2019ve| have)? (?P<other>{_WHAT_WE_DID})\b,?"
)
_IS_CALLED = (
    (("invoice", "bill", "charge"), "invoiced"),
    (("collect", "receive", "were", "got"), "collected"),
    (("spent", "paid"), "cost"),
)


def _what_we_did(said: str) -> str:
    return next((name for words, name in _IS_CALLED if said.casefold().startswith(words)), "revenue")


_TIED_UP = (
    r"\b(?:money|cash|capital) (?:is|do we have|have we(?: got)?|are we having) (?:currently |still )?tied up in "
    r"(?:work (?:that )?(?:we )?"
    r"(?:have(?:n['\u2019]t| not)|not|is not|isn['\u2019]t)(?: yet)?(?: been)? (?:invoiced|billed)(?: yet)?|wip|"
    r"unbilled work|unbilled hours|"
    r"work in progress|finished work)"
)
_AND_AT_WHICH = rf",? and (?:at|with|under) (?:which|what) (?P<rows>{ROWS}|people|months?)" + END
_FIXED_AND_HOURLY = (
    r"\b(?:on|for|of|from|in) (?:our |the )?fixed[- ](?:fees?|prices?)(?: (?:work|projects|jobs|budgets))? "
    r"(?:compared (?:with|to)|vs\.?|versus|"
    r"against|relative to) (?:our |the )?(?:time and materials?|t ?& ?m|hourly|time[- ]based)(?: (?:work|"
    r"projects|jobs|budgets))?"
)
_WORTH_OF_DEALS = (
    r"^(?!.*\b(?:won|win|lost|lose)\b)(?P<head>how many (?:[a-z ]+ )?(?:deals|proposals|opportunities|"
    r"quotes)\b[^?]*?),? and (?:what|how much) "
    r"(?:are|is) (?:they|it|these|those)"
    r"(?: all)? worth(?: in total| together| altogether)?" + END
)
_HOUR_COSTS_AND_SELLS = (
    r"^(?:how much|what) (?:does|do|is) (?:an?|one|our) (?:average |typical )?hour(?:s)? (?:of (?:our )?(?:work|"
    r"time) )?cost(?: us)?,? and (?:how much|what) do we "
    r"(?:sell|charge|bill)(?: (?:it|them|one))?(?: for)?" + END
)
_BUDGET_GAP = (
    r"\b(?:biggest|largest|worst|highest) (?:gap|difference|variance|deviation) between (?:the )?(?:budget(?:ed)?|"
    r"plan(?:ned)?)(?: amounts?| costs?)? and "
    r"(?:the )?(?:actuals?|spend|what we spent|actual (?:costs?|spend))\b"
)
_TREND_OF = (
    r"\b(?P<what>trend|development|history|evolution)(?: over| for)? (?P<count>\d+|two|three|four|six|twelve) "
    r"(?P<unit>months|quarters|weeks|years)\b"
)
_CLOSE_LIST = (
    rf"^(?P<when>{PERIOD}) (?:close|closing|month[- ]end|figures|numbers|results)\s*:\s*(?P<list>(?:{MONEY}|"
    rf"profit|cost|hours|collected)[^?:]*?)" + END
)
_PER_PERSON_EACH = (
    r"^how much (?:revenue |money |profit )?(?:did|do|does|has|have) (?:each|every|our|the) (?P<rows>team|"
    r"department)s? (?:bring in|brought in|make|earn|generate"
    rf"d?) per (?:person|head|capita|employee)(?P<when>(?: (?:in |for )?{PERIOD})?)" + END
)
_IN_THE_END = (
    r"^how profitable (?:was|were) (?:the |our )?(?P<what>[^?]+?) (?:in the end|overall|in total|at the end|when "
    r"it was (?:done|finished)|all in all)" + END
)
_CLIENT_AND_LATE = (
    r"\b(?P<which>(?:open|unpaid|outstanding|overdue) invoices)(?:,? (?:with|and|showing)) (?:the |their "
    r")?(?:client|customer)s?(?: names?)? and how (?:late|"
    r"overdue|old) (?:they are|each (?:one )?is|it is)\b"
)

_WHAT_IT_IS_FOR = (
    r"^(?:(?:we|i)(?:'re|\u2019re|'m|\u2019m| are| am) (?:closing|doing|preparing|finali[sz]ing) (?:the |our "
    r")?(?:books|accounts|month[- ]end|year[- ]end|"
    rf"quarter[- ]end|close|board pack)(?: (?:on|for|of) {PERIOD})?\s*[.,:;]+\s*(?:and |so )?|"
    r"(?:i|we) need (?:this |it |these )?for (?:the |my |our )?(?:board|bank|owners|partners|shareholders|"
    r"auditors?|accountant|tax advisor|investors)"
    r"(?: meeting| pack| call)?\s*[:,]\s*)"
)
"""As in "we're closing the books on September. Which …": what an answer is for changes nothing in it."""

_FALL_DUE = r"(?<!bills )(?<!invoices )\b(?:will |are going to |that |which )?(?:be )?fall(?:s|ing)? due\b"
_MAKE_MONEY = (
    rf"^how many(?: of (?:our|the))? (?P<rows>{ROWS}) (?:make|made|are making|do make|earn|are earning|turn) "
    rf"(?:us )?(?:a |any )?(?:money|profit)"
    rf"(?P<when>(?: (?:in |for )?{PERIOD})?)" + END
)
_VALUE_OF = (
    r"\b(?:total |overall |combined )?(?:value|amount|sum|worth) of (?:all |the |our )*(?=(?:open|unpaid|"
    r"outstanding|overdue|draft) (?:invoices|bills))"
)
_AVERAGE_OF_THEM = (
    r"^(?P<head>how many invoices\b[^?]*?),? and (?:what|how (?:high|big|large)) (?:was|is|were|are) (?:the|their) "
    r"average(?: invoice)? (?:amount|value|size|one)?"
    r"(?: of (?:an invoice|each|one|them))?" + END
)
_COMPARE_WITH = (
    r"^how do(?:es)? (?:the |our )?(?:actual|tracked|worked|real|logged) hours compare (?:with|to|against) (?:the |"
    r"our )?(?:sold|budget(?:ed)?|agreed) hours\b"
)
_BREAK_DOWN = (
    r"^break (?:down|up|out) (?=(?:our |the |this |last |all )*(?:[a-z0-9]+(?:'s|\u2019s)? ){0,3}?(?:revenue|cost|"
    r"margin|profit|hours|expenses|invoic)[^?]*\bby\b)"
)
_SHOW_FOR_EACH = (
    r",? and (?:show|give|tell|add|include)(?: me)? (?:the |their )?(?P<what>[a-z]+(?: [a-z]+)?) (?:for|of|on|by|"
    r"in) each(?: (?:one|of them))?" + END
)
_WEEKS_UNTIL = (
    r"^(?:in )?how (?:many (?:more )?(?:days|weeks|months)|long|soon) (?:until|till|before|is it until) (?:the "
    r")?(?P<what>[^?]+?) (?:runs?|is|will run|goes|will be) (?:out of|"
    r"over) (?:its |the |our )?(?:budget|money)" + END
)
_BOOK_OF = r"\bbooks? of business\b"
_SLIPPED = (
    r"\b(?P<deals>deals|opportunities|proposals) (?:(?:that|which) )?(?:have |are |has )?(?:slipped|gone|run|past|"
    r"overdue|are)?(?: past| beyond| over)? (?:their|the|its) "
    r"(?:expected )?(?:close|closing)(?: date)?s?\b"
)
_PER_HOUR_MOST = (
    r"\b(?:bring|brings|make|makes|earn|earns|generate|generates)(?: in)?(?: us)? (?:in )?the (?P<end>most|least) "
    r"(?:revenue|money|income)? ?per (?:worked |tracked |logged )?hour"
    r"(?: worked| tracked| logged| of work)?\b"
)
_COUNT_AND_VALUE = (
    r"^(?:deals? won|won deals?|wins)\b(?P<rest>[^?]*?),? (?:by )?(?:count|number|how many) and (?:value|"
    r"amount)" + END
)
_LIST_WITH = (
    r"^(?:the |our |a |give me (?:the |a )?|show me (?:the |a )?)?(?P<rows>project|client|budget|team|person|"
    r"deal) (?:list|overview) with (?:the |their )?(?P<what>[^?]+?)" + END
)
_WIN_NOTHING = (
    r"^if we (?:do not|don['\u2019]?t|won['\u2019]?t) (?:win|sell|sign|close|get) (?:anything|any(?: more| new| "
    r"other)? (?:deals?|work|business|projects?)|another (?:deal|project))"
    r"(?: else| more| new)?,? (?:then )?(?:what(?:'s|\u2019s| is| will be| would be)|how much is|how high is) "
    r"(?:our |the )?(?:revenue|turnover|income)\b"
)
_DIFFER_BETWEEN = (
    r"^how (?:do|does|did) (?:our |the )?(?P<what>(?:average )?(?:hourly |billing |effective )?(?:rate|margin|"
    r"revenue|profit|utili[sz]ation|cost)s?) (?:differ|compare|vary) "
    r"(?:between|for|of|in) (?P<one>[^?,]+?) (?:and|vs|versus|with|to) (?P<other>[^?,]+?)" + END
)
_TO_WHAT_WE_SOLD = (
    r"\bmargins? (?:compared (?:to|with|against)|against|versus|vs\.?|relative to) (?:what (?:we|was) (?:have "
    r")?(?:sold|quoted|planned|calculated)|the (?:sold|quoted) (?:one|margin))\b"
)
_DO_ON = rf"^how (?:did|do|are|have) we (?:do|doing|done) (?:on|with|in terms of) (?=(?:our |the )?(?:{MONEY})\b)"

TURNS = rewordings(
    (_WHAT_IT_IS_FOR, ""),
    (_FALL_DUE, " are due "),
    (_MAKE_MONEY, r"how many \g<rows> have profit above 0\g<when>"),
    (_VALUE_OF, ""),
    (_AVERAGE_OF_THEM, r"\g<head>, and what is average invoiced per invoice"),
    (_COMPARE_WITH, "sold hours vs hours worked"),
    (_BREAK_DOWN, "show "),
    (_SHOW_FOR_EACH, r" and \g<what>"),
    (_WEEKS_UNTIL, r"when will the budget of \g<what> run out"),
    (_BOOK_OF, "revenue"),
    (_SLIPPED, r"\g<deals> are expected to close before today"),
    (
        _PER_HOUR_MOST,
        lambda found: f"has the {'highest' if found['end'].casefold() == 'most' else 'lowest'} average billable rate",
    ),
    (_COUNT_AND_VALUE, r"won deals and value won\g<rest>"),
    (_LIST_WITH, r"\g<what> by \g<rows>"),
    (_WIN_NOTHING, "what is confirmed revenue"),
    (_DIFFER_BETWEEN, r"\g<what> for \g<one> vs \g<other>"),
    (_TO_WHAT_WE_SOLD, "margin drift"),
    (_DO_ON, ""),
    (_HOW_MUCH_OVER, "with budget left below 0"),
    (_PAID_FOR_OPEN, "receivables due by client, invoice and day"),
    (_ALREADY_BOOKED, r"\g<head> and scheduled hours"),
    (_BUCKET, r"receivables more than \g<days> days past due"),
    (_AND_DID, r"\g<head> \g<one> and \g<other>"),
    (_BETWEEN_WHAT_WE, lambda found: f"{_what_we_did(found['one'])} and {_what_we_did(found['other'])}"),
    (_TIED_UP, "is unbilled"),
    (_AND_AT_WHICH, r" by \g<rows>"),
    (_FIXED_AND_HOURLY, "by budget type"),
    (_WORTH_OF_DEALS, r"\g<head>, and what is the pipeline value"),
    (_HOUR_COSTS_AND_SELLS, "average cost rate and average billable rate"),
    (_BUDGET_GAP, "lowest budget left"),
    (_TREND_OF, r"\g<what> last \g<count> \g<unit>"),
    (_CLOSE_LIST, r"\g<list> \g<when>"),
    (_PER_PERSON_EACH, r"average revenue per person by \g<rows>\g<when>"),
    (_IN_THE_END, r"how profitable was \g<what> all time"),
    (_CLIENT_AND_LATE, r"\g<which> and days past due by client and invoice"),
    (_TOP_CLIENTS, r"\g<lead> by revenue"),
)
