"""Turns of phrase of studios and shops: what is over, pencilled, slipping or blown, said plainly."""

import re

from assistant.planning.rewording import rewordings

_END = r"(?=\W*$)"
_WHEN_OR_END = r"(?=\W*$| (?:this|last|next|so far|right now|by|per|in|for|as of|at the moment|today)\b)"
_STUDIO_WIDE = r"\b(?:studio|agency|company|firm|house)[- ]?wide\b"
"""As in "studio-wide utilization": that of all of us."""

_OVER_OR_UNDER = (
    r"\b(?:over or under|over/under|over / under|under or over)(?: (?:the |our |their )?budget)?"
    r"(?P<joint> (?:on|for|with|at) (?!(?:hours|time|plan|target)\b)|(?=\W*$| (?:this|last|so far|right now|by|per)\b))"
)
"""As in "are we over or under on Apollo"; over or under a target or a plan is another thing."""

_EITHER_SIDE = (
    r"^(?:(?:are|is|were|was) (?:we|the team|the studio|the agency) )?(?:over or under|over/under|under or over) "
    r"(?:the |our |their )?(?P<what>(?:[a-z]+ ){0,2}?)(?P<aim>targets?|goals?|plan)\b"
)
"""As in "are we over or under our revenue target", "over or under plan on Apollo"."""

_OVER_ON = (
    r"^(?:are|have|were|did) (?:we|i|they) (?:already |currently |still )?(?:go |gone |going |running |run )?over on "
    r"(?:the )?(?!(?:hours?|time|plan|target|budget\b(?=\W*$))\b)(?P<what>[^?]+?)(?:'s)?"
    rf"(?: budget)?(?: already| now| right now| so far)?{_END}"
)
"""As in "are we over on the Apollo budget"."""

_WHO_CAN_I_PUT = (
    r"^who(?:m)? (?:can|could|might|should) (?:i|we) (?:put|stick|place|throw|slot|drop|book)(?: in)? "
    r"(?:on|onto|in|for) (?:a|an|the|another|this|that) (?:new )?(?:shoot|edit|job|project|gig|brief|pitch|sprint|"
    r"build|event|rush job|ticket|production|campaign)\b"
)
"""As in "who can I put on a shoot next Thursday": whoever is free then."""

_HELD_AND_FIRM = (
    r"\b(?:holds?|pencils?|pencill?ed(?: hours| bookings)?) (?:vs\.?|versus|and|against) (?:confirmed|firm|confirms?)"
    r"(?: hours| bookings)?\b"
)
_ALL_HELD = (
    r"^(?P<lead>(?:all |any |our |the |show me |list |open |current )*)holds\b"
    r"(?= (?:for|in|on|this|next|by|per)\b|\W*$)"
)
"""As in "holds vs confirmed next month": what is pencilled in, and what is sure."""

_HOW_MUCH_OF_HOURS = (
    r"^how (?:much|many) of (?:the |our |their |its |this month's )?"
    r"(?P<what>(?!(?:our|the|sold|budget(?:ed)?|agreed|contract(?:ed)?|included|available)\b)[^?]+?)(?:['’]s)?"
    r"(?: (?:support|retainer|sold|contract(?:ed)?|prepaid|block|monthly|included|agreed|budget(?:ed)?))* hours "
    r"(?:have|has|did|do|is|are|was|were) (?:(?:they|we|been|the client|it|already|all) )*"
    rf"(?:used?|burn(?:ed|t)?|consumed?|gone|eaten|spent)(?: up)?(?: already| so far)?{_WHEN_OR_END}"
)
"""As in "how much of the Acme support hours have they used": of the hours that were sold."""

_DAYS_BOOKED = (
    r"^(?:on )?how many days (?:is|are|has|have|was|were) (?P<who>(?!we\b|they\b|people\b)[^?]+?) (?:got )?"
    r"(?:booked|scheduled|pencilled in|planned|confirmed)(?: in| on| for)?\b(?P<rest>[^?]*)"
)
_HAS_BOOKED = (
    r"^(?:on )?how many days (?:has|have) (?P<who>(?!we\b|they\b|people\b)[^?]+?) got (?:on|left)\b(?P<rest>[^?]*)"
)
"""As in "how many days is Yuki booked in November": the days there are bookings on, and none that was worked."""

_SLIPPING = (
    r"^what(?:['’]s| is| has|['’]s been)? (?:is |been |getting )?(?:slipping|slipped|slid(?:ing)?)"
    rf"(?P<rest>(?: (?:on|at|for|this|last) [^?]+?)?){_END}"
)
"""As in "what is slipping this week"."""

_DID_WE_BLOW = (
    r"^(?P<which>which|what) (?P<what>retainers?|budgets?|projects?|jobs?|clients?) (?:did|have|are) we "
    r"(?:blow(?:n|ing)?|bust(?:ed)?|go(?:ne)? over|burn(?:ed|t)? through|overshoot|overshot|run over)\b"
    r"(?! (?:the |our |their )?budget)(?: on)?(?: hours)?"
)
_BLOWN = (
    r"\b(?:where|that|which|with|whose) (?:the |our |their )?(?:hours|time) (?:is|are|has been|have been|was|were|got) "
    r"(?:blown|bust|busted|overshot|over|overrun|used up and more)\b"
)
"""As in "which retainers did we blow last month", "fixed fee jobs where the hours are blown": more than was sold."""

_NEW_BUSINESS_PIPELINE = r"\b(?:new[- ]?(?:biz|business)|nb) (?:weighted )?pipeline(?P<weighted> weighted)?\b"
_I_SHOULD_CLOSE = (
    r"\b(?P<deals>deals|pitches|proposals|opportunities)(?: that| which)? (?P<who>i|we) "
    r"(?:should|will|can|need to|must|have to|want to|expect to|am going to|are going to|am due to|are due to|"
    r"am supposed to|are supposed to) (?:close|land|win|sign)\b"
)
_DRAGGING_DOWN = (
    r"(?:,? and)?(?: also)?,? who(?:['’]s| is| has been) (?:pulling|dragging|bringing) "
    rf"(?:it|that|us|the (?:number|average|team)) down{_END}"
)
"""As in "how is Design doing against its target, and who is pulling it down": the lowest first."""

_FIT_IN = (
    r"^(?P<can>can|could|would) (?P<we>we|i|they|the team) (?:fit|squeeze|get|take|absorb|manage|handle) (?:in )?"
    r"(?:another |an extra |an additional )?(?P<count>\d[\d.,]*) ?(?:h|hours?)(?: more)? of "
    r"(?P<kind>[a-z]+)(?: work| time)?(?: in)?\b(?= (?:in|this|next|over|by|before|for|during)\b|\W*$)"
)
"""As in "can we fit another 40 hours of dev in November"."""

_HOW_QUICK = r"\bhow quick (?=(?:do|does|are|is|did)\b)"
_SAT_IN = r"\b(?:is |are |has been |we have |been |currently |still )*sat (?P<where>in|at|with) (?=\w)"
_IN_BOTH = (
    r"\bin (?:€|£|\$|eur|euros?|gbp|usd|dollars|money|value|cash|amounts?) (?P<joint>and|&|\+|plus) (?:in )?"
    r"(?:%|percent(?:age)?|per cent|pct)"
)
_IN_BOTH_TURNED = (
    r"\bin (?:%|percent(?:age)?|per cent|pct) (?:and|&|\+|plus) (?:in )?(?P<unit>hours|days|money|value|euros?|€)(?!\w)"
)
_DAYS_OWED = (
    r"\b(?P<owed>receivables?|debts?|debtors?|arrears|overdue|"
    r"(?:unpaid|overdue|outstanding|open|late) (?:invoices?|bills?)|"
    r"aged (?:debts?|debtors?|receivables?))(?: (?:that are|which are|by))? (?P<how>over|older than|beyond|under) "
    r"(?P<count>30|45|60|75|90|120|150|180)(?= (?:by|per|for|of|from|at|with|only)\b|[?.!\s]*$)"
)
_DAYS_PLUS_OWED = (
    r"\b(?P<count>30|60|90|120|180) ?\+ (?=(?:receivables?|debts?|debtors?|overdue|arrears|unpaid invoices)\b)|"
    r"(?<=debtors )(?P<after>30|60|90|120|180) ?\+(?!\w| ?(?:k|days?|%|eur|hours?)\b)"
)
"""As in "debtors over 90", "90+ debtors": so round a number of what is owed is one of days, and no amount."""

_SUNK_INTO = (
    r"^(?P<lead>how (?:many hours|much time)) (?P<did>have|did|has) (?P<who>we|i|they|the team|[a-z]+) (?:already )?"
    r"(?:chuck(?:ed)?|throw|thrown|threw|plough(?:ed)?|plow(?:ed)?|lob(?:bed)?|pump(?:ed)?|dump(?:ed)?) "
    r"(?:at|into|in|on) "
)
_FAR_THROUGH = (
    r"^how far (?:through|into) (?:the )?(?P<what>[^?]+?)(?:['’]s)? (?P<of>retainer|block|allowance|hours)"
    rf" (?:are|is) (?:we|it|the client)(?P<rest>[^?]*?){_END}"
)
_USED_OF_ALLOWANCE = (
    r"(?P<lead>\b(?:hours|time)\b[^?]*? (?:vs|versus|against|of) )(?:the |their |its )?(?:monthly |retainer )?"
    r"(?:hours )?allowance\b(?= (?:for|on|of|this|last|by|per)\b|\W*$)"
)
"""As in "hours used Acme in October vs allowance"."""

_BITS_BLOCKED = (
    r"^(?P<which>which|what) (?:bits|parts|pieces|things|stuff|items|work) (?P<joint>of|on|in|for) (?P<what>[^?]+?) "
    r"(?P<be>is|are) (?P<state>blocked|overdue|stuck|late)\b"
)
_BY_RETAINER = (
    r"\b(?P<by>by) retainers?\b"
    r"(?! (?:client|budget|project|balance|type|hours|position|usage|revenue|income))"
)
"""As in "profit by retainer": budget by budget, of those that are retainers."""

_DEV_BESIDE = (
    r"\b(?P<one>design|strategy|marketing|delivery) (?P<joint>vs\.?|versus|and|against|or) dev\b"
    r"(?! (?:team|hours|time|work))"
)
_BURNERS = r"^(?:the |our |who are the |what are the )*(?:top|biggest|worst) (?P<count>\d+ )?burners\b"
_OVERDUE_FROM = (
    r"^what(?:['’]s| is) (?:overdue|late) (?:from|with|at) (?P<who>[^?]+?)"
    rf"(?:,? and (?:for |by )?how (?:long|late|many days|much|old))?(?: (?:is it|are they))?{_END}"
)
_BEEN_ON = r"^who(?:['’]s| has) been on (?!leave|holiday|vacation|sick|the bench|bench|annual)(?P<what>[^?]+? so far)\b"
_WITH_VAT = (
    r"\binvoices (?:raised|issued|sent)(?P<mid>(?: (?!with\b)[^?]{1,40}?)?),? (?:with|incl(?:uding|\.)?) "
    r"(?:vat|tax|gst)\b"
)
_OUR_SIDE = r" (?:from|on|at) our (?:side|end)\b"

_BOOKED_TO = (
    r"\b(?:have |has |had )?book(?:ed|s) (?P<what>(?:any |their |his |her |my |our )?(?:time(?= (?:to|against)\b)|"
    r"hours(?= to\b))) (?:to|against)\b"
)
_DID_BOOK = (
    r"\bdid (?P<who>(?:we|they|people|i|you|everyone|everybody|the (?:\w+ )?team|[a-z]+)) book"
    r"(?P<what> (?:any |their )?(?:time|hours))?(?P<to> (?:to|against|on))?\b(?! (?:a|an|in|for)\b)"
)
"""As in "who booked time to Apollo yesterday", "did people book against it": time that was worked."""

_THEIR_BILL = r"\b(?P<who>freelancers?|contractors?|freelance)(?:['’]s?)? bill\b"
_MARGIN_PERCENT = r"(?<!\w)(?:gm|gp|gross margin|gross profit) ?%"

_MONEY = frozenset({"money", "value", "euro", "euros", "€"})


def _days_booked(found: re.Match[str]) -> str:
    return f"which days have scheduled hours of {found['who']} above 0{found['rest']}"


def _free_for(found: re.Match[str]) -> str:
    return f"do we have {found['count']} hours free for {found['kind']}"


def _either_side(found: re.Match[str]) -> str:
    return f"{found['what']}tracked vs plan" if found["aim"].casefold() == "plan" else f"{found['what']}against target"


def _days_plus(found: re.Match[str]) -> str:
    return f"over {found['count'] or found['after']} days "


def _pipeline(found: re.Match[str]) -> str:
    weighted = found["weighted"] or "weighted" in found[0].casefold()
    return "weighted pipeline" if weighted else "pipeline"


def _in_both(found: re.Match[str]) -> str:
    unit = found["unit"].casefold()
    return f"in {'money' if unit in _MONEY else unit} and percent"


TURNS = rewordings(
    (_STUDIO_WIDE, "overall"),
    (_OVER_OR_UNDER, r"budget used percent and budget remaining\g<joint>"),
    (_EITHER_SIDE, _either_side),
    (_OVER_ON, r"have we overspent on \g<what>"),
    (_WHO_CAN_I_PUT, "who is free"),
    (_HELD_AND_FIRM, "tentative hours and scheduled hours"),
    (_ALL_HELD, r"\g<lead>tentative hours"),
    (_HOW_MUCH_OF_HOURS, r"budget hours used percent of \g<what>"),
    (_DAYS_BOOKED, _days_booked),
    (_HAS_BOOKED, _days_booked),
    (_SLIPPING, r"which milestones are slipped\g<rest>"),
    (_DID_WE_BLOW, r"\g<which> \g<what> are overserviced"),
    (_BLOWN, "that are overserviced"),
    (_NEW_BUSINESS_PIPELINE, _pipeline),
    (_I_SHOULD_CLOSE, r"\g<deals> are expected to close"),
    (_DRAGGING_DOWN, " by person, lowest first"),
    (_FIT_IN, _free_for),
    (_DAYS_OWED, r"\g<owed> \g<how> \g<count> days"),
    (_DAYS_PLUS_OWED, _days_plus),
    (_SUNK_INTO, r"\g<lead> \g<did> \g<who> log on "),
    (_FAR_THROUGH, r"budget hours used percent of \g<what>\g<rest>"),
    (_USED_OF_ALLOWANCE, r"\g<lead>budget"),
    (_BITS_BLOCKED, r"\g<which> tasks \g<joint> \g<what> \g<be> \g<state>"),
    (_BY_RETAINER, r"\g<by> budget for retainers"),
    (_DEV_BESIDE, r"\g<one> team \g<joint> dev team"),
    (_BURNERS, lambda found: f"top {found['count'] or '5 '}projects by burn index"),
    (_OVERDUE_FROM, r"overdue receivables and days past due of \g<who>"),
    (_BEEN_ON, r"who worked on \g<what>"),
    (_WITH_VAT, r"invoiced and tax charged\g<mid>"),
    (_OUR_SIDE, ""),
    (_BOOKED_TO, r"logged \g<what> on"),
    (_DID_BOOK, lambda found: f"did {found['who']} log{found['what'] or ''}{' on' if found['to'] else ''}"),
    (_THEIR_BILL, r"cost of \g<who>"),
    (_MARGIN_PERCENT, "margin"),
    (_HOW_QUICK, "how quickly "),
    (_SAT_IN, r"\g<where> "),
    (_IN_BOTH, r"in money \g<joint> percent"),
    (_IN_BOTH_TURNED, _in_both),
)
