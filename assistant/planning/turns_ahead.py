"""Turns of phrase for who has time, for deals, and for how what is to come will turn out, said plainly."""

import re

from assistant.planning.rewording import rewordings

_NUMBER = r"\d+(?:\.\d+)?|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty"
_DEALS = r"deals?|opportunit(?:y|ies)|proposals?|pitch(?:es)?"
_END = r"(?=\W*$)"
_WHEN = (
    r"(?P<when> (?:(?:this|next|in|on|from|by|over|during|until|before|after|between|for the|the week|w/c|week|"
    r"tomorrow|today|now|right now)\b[^?]*))?"
)

_OPPS = r"\bopps?\b"
_DEVS = r"\b(?:(?-i:dev)s|(?:(?<=\ba )|(?<=(?:ny|er|ch|ne|by) )|(?<=ior ))(?-i:dev))\b"

_SOON = (
    r"\b(?P<what>ends?|ending|expir(?:e|es|ing)|clos(?:e|es|ing)|renewals?|renewed|renewing|renewal|starts?|starting|"
    r"finish(?:es|ing)?|due|coming up|run(?:s|ning)? out)(?: up)? (?:pretty |quite |very |fairly )?(?:soon|shortly)\b"
)
"""As in "which contracts end soon": the answer says which days were taken."""

_HELP = (
    r"(?:help(?: out)?(?: with| on)?|support(?: with| on)?|assist(?: with| on)?|(?:jump|step|hop|chip)(?: in)? (?:on|"
    r"with|onto)|"
    r"lend a hand (?:on|with)|work on|join|take over|take on|handle|do|staff|deliver|start on|be put on|be on)"
)
_NOT_WORK = (
    r"(?!(?:us|me|out|it|that|this|something|anything|more|another|extra|additional|some|any|an?|the (?:most|least)|"
    r"next|tomorrow|today|now|in|on|over|during|my|overtime|weekends?|better|most|less|nothing)\b|\d|\W*$)"
)
_WHO_CAN = (
    r"^(?:(?:is there |do we have )?(?:anyone|anybody|someone|somebody) (?:who|that)|who(?: all| else)?|which "
    r"people)(?P<of> (?:from|in|on|of) (?:the |my |our )?[^?]+?)? "
    rf"(?:can|could|might|is able to|would be able to|has time to|is free to|is available to) {_HELP} "
    rf"(?:the |our )?{_NOT_WORK}(?P<what>[^?]+?){_END}"
)
"""As in "who could help with the Patient portal", "who can do design in November"."""

_CAN_WORK = (
    r"^who(?: all| else)? (?:can|could) work (?=(?:next|this|tomorrow|in|over|during|on (?:mon|tues|wednes|thurs|"
    r"fri)day)\b)"
)

_TRACK_FOR = (
    r"^(?:are|is) (?:we|the (?:agency|company|team)) (?:still )?on (?:track|course|pace) (?:for|to (?:hit|meet|reach|"
    r"make)) "
    r"(?:our|the|its) (?P<what>(?!revenue|turnover|income)[a-z]+) (?:target|goal)s?\b"
)
"""As in "are we on track for the margin target"."""

_PUT_ON = (
    r"^who(?:m)? (?:can|could|should|might) (?:we|i) (?:(?:put|place|staff|use|pull|get|have) (?:on|onto|in|for)"
    r"|(?:assign|move) (?:to|onto)|borrow for) "
    rf"(?:the |our )?{_NOT_WORK}(?P<what>[^?]+?){_END}"
)
_FREE_TO = (
    r"\b(?P<free>free|available|has (?:the )?(?:time|capacity|room)|have (?:the )?(?:time|capacity|room)) to "
    r"(?:help(?: out)?|support|assist|work|join|start|take over|take on|jump in|pitch in|do)(?: with| on| for)? "
    rf"(?:the |our )?{_NOT_WORK}(?P<what>[^?]+?){_END}"
)
_BORROW = (
    r"^(?:can|could|may) (?:i|we|you) (?:get|have|borrow|use|find|grab|book|spare)(?: me| us)? (?:an?|another|one|"
    r"some|two) "
    rf"(?P<who>[^?\d]+?) for (?:(?:an?|{_NUMBER}|a few|a couple of|half an?) )+(?:days?|weeks?|hours?|afternoon|"
    rf"morning)"
    rf"{_WHEN}{_END}"
)
"""As in "can I get a motion designer for two days next week"."""

_ANY_FREE = (
    r"^(?:do we have|have we(?: got)?|are there|is there|do you have)(?: still)? (?:any|an?|some) (?P<who>[^?\d]+?) "
    r"(?P<free>free|available|with (?:spare |free )?(?:capacity|time|room)|not (?:fully )?booked|on the bench)\b"
)
"""As in "do we have any senior developers free in December"."""

_GAP_IN_THE_DIARY = (
    r"\b(?:has|have|got|with)(?: got)? (?:an? |any |some )?(?:gaps?|holes?|free slots?|openings?) in (?:their|his|"
    r"her|the) "
    r"(?:calendars?|diar(?:y|ies)|schedules?|plans?|bookings?)\b"
)
_USE_FOR = (
    r"^(?:is there |do we have )?(?:anyone|anybody|someone|somebody|who) (?:that )?(?:i|we) (?:can|could|might) "
    r"(?:use|have|borrow|book|get|grab) for (?P<count>\d+(?:\.\d+)?)[ -]?(?:h|hrs?|hours?)\b"
)
_HEADING = (
    r"\b(?P<what>utili[sz]ation|revenue|margin)(?: that)?(?: we are| we're| are we| we seem to be| is)? heading"
    r"(?: (?:for|to|towards))?\b"
)
_AHEAD_OF = {"r": "projected revenue", "m": "forecast margin", "u": "scheduled utilization"}
"""As in "the utilization we are heading for"."""

_I_CAN_EXPECT = r"\brevenue (?:that )?(?:i|we) (?:can|should|may|could) expect\b"
_COVER_WHILE = (
    r"^who (?:can|could|might|is able to|would be able to) (?:cover|stand in|fill in|step in|deputi[sz]e) for "
    r"(?P<who>[^?]{2,40}?) (?P<when>(?:in|during|over|for|from|on) (?:the |week |\d|next |this )[^?]+?)(?=\W*$)"
)
_ABSORB = (
    r"^(?:can|could|would|will) (?P<who>(?!we\b|they\b|my team\b|the team\b|anyone\b|i\b)[^?]+?) (?:still )?"
    r"(?:be able to )?(?:absorb|take on|fit in|handle|squeeze in|do|take|deliver) (?:another |an extra |an "
    r"additional )?"
    r"(?P<count>\d[\d.,]*)[ -]?(?:h|hrs?|hours?)\b(?: of work| more| extra)*"
)
"""As in "could Design absorb another 300 hours in January"."""

_AND_HOW_MANY = rf",? and for how (?:many hours|long){_END}"

_AT_THE_END = (
    r"\b(?:what|where) (?:will|would|is|are|do) (?:our |the )?(?P<what>margins?|profits?) (?:going to )?"
    r"(?:be|look like|land|end up|come out|stand)? ?(?=(?:at|by|in) (?:the )?(?:year[- ]?end|end of|close of|"
    r"completion))"
)
"""As in "what will our margin be at year end"."""

_LANDS = (
    r"^where (?:will|do|are|would) (?:we|revenue|our revenue|the revenue|sales|the numbers?) (?:going to )?"
    r"(?:land|end up|come out|finish)(?: up)?(?: with| on)?(?: revenue)?\b"
)

_STAGE = (
    r"^(?:(?:at|in) )?(?:what|which)(?:'s| is)?(?: the)? stage (?:is|are|of|has|for) (?:the |our )?"
    r"(?P<deal>(?!(?:highest|lowest|most|least|biggest|largest|smallest|best|worst)\b)[^?]+?)"
    rf"(?: (?:{_DEALS}))?(?: (?:at|in|on|reached|now|right now|currently))*{_END}"
)
_STAGE_OF = rf"^(?:the )?stage of (?:the |our )?(?P<deal>(?!(?:each|every|all|our|my)\b)[^?]+?)(?: (?:{_DEALS}))?{_END}"
_CLOSES = (
    r"^(?:when|by when) (?:does|will|is|should|do|are|would) (?:the |our )?"
    r"(?P<deal>(?!(?:month|quarter|year|books?|office|we|it|they)\b)[^?]+?)(?: (?:deal|opportunity))? "
    r"(?:be )?(?:(?:expected|due|supposed|meant|going|likely|set|scheduled) to )?(?:be )?(?:clos(?:e|es|ed|ing)|"
    r"signed|land|decided)"
    rf"(?: by)?{_END}"
)


def _when_it_closes(found: re.Match[str]) -> str:
    """As in "when do our deals close": all of them by month, and one on its day."""
    several = re.fullmatch(rf"(?:(?:all|open|my|the|our|of) )*(?:{_DEALS})", found["deal"], re.IGNORECASE)
    whose = "my deals" if re.search(r"\bmy\b", found[0], re.IGNORECASE) else "deals"
    return (
        f"pipeline value of {whose} by month and deal"
        if several
        else f"when is pipeline value of the {found['deal']} deal"
    )


_PAST_ITS_CLOSE = (
    rf"\b(?P<deals>{_DEALS}|pipeline)(?: that| which)?(?: (?:are|is|have|has|gone|already|now))* "
    r"(?:(?:past|beyond|after|overdue on|over|behind) (?:their |its |the )?(?:expected |planned |target |estimated )?"
    r"clos(?:e|ing)(?: dates?| days?)?|(?:should|(?:were|was) (?:supposed|due|meant|expected) to) have (?:been )?"
    r"(?:closed?|signed|landed)(?: by now| already)?|overdue)\b"
)
_OVERDUE_DEALS = rf"\b(?:overdue|slipped|late) (?P<deals>{_DEALS})\b"


def _past_its_close(found: re.Match[str]) -> str:
    """Deals that are open although they were to be decided by now."""
    said = re.search(r"\b(?:how many|which|what)\b", found.string, re.IGNORECASE)
    return "deals are expected to close until yesterday" if said else "deals expected to close until yesterday by deal"


_LAND = (
    rf"\b(?P<deals>{_DEALS})(?: that| which)?(?: are| is| we)? (?:expected|supposed|due|likely|meant|set|scheduled|"
    rf"expect) to "
    r"(?:land|be signed|sign|come in|be won|drop|be decided|be closed|win)\b"
)
_WHAT_CLOSES = (
    r"^what(?:'s| is| are| do we have| will| should| deals| might| could)*(?: (?:expected|due|supposed|set|going|"
    r"meant|likely) to)?"
    r"(?: be)? (?:clos(?:e|es|ing)|land|landing|sign(?:ing)?)(?= (?:this|next|in|by|before|until|over|during|on|"
    r"within)\b)"
)
_ARE_WORTH = (
    rf"^(?:which|what) (?P<deals>{_DEALS}) (?:did|have|had) we (?P<how>w[io]n|los[et]|clos(?:e|ed)|sign(?:ed)?)"
    r"(?P<rest>[^?]*?),? (?:and|at) (?:what|how much) (?:were|was|are|is)(?: each of)? (?:they|each|it|them|those)"
    rf"(?: (?:each|all))? worth{_END}"
)
_SELLS_MOST = (
    r"^(?:who(?:'s| is| was| are)|which \w+ is) (?:our |the |my )*(?:best|top|biggest) "
    r"(?:closer|seller|sales ?person|sales ?man|rainmaker|dealmaker|sales ?rep|biz ?dev)\b"
)
_BY_CLOSE = (
    r"(?<!weighted )\bpipeline(?: value)? (?:by|per) (?:the )?(?:(?:month|quarter|week) of (?:expected )?clos(?:e|"
    r"ing)|"
    r"(?:expected |estimated )?clos(?:e|ing)(?: date)?(?: (?P<unit>month|quarter|week))?)(?: date)?\b"
)

_BOTH = r"\b(?P<lead>if [^,?]+? and [^,?]+?) both (?=(?:close|come|land|win|sign|are|get|go|happen)\b)"
_NEEDED = (
    r"(?P<if>^(?:what )?if .+?,? )(?:who|whom|what roles?|which roles?|how many people) (?:do|would|will|should) we "
    r"(?:need|have)(?: to)? (?:hire|recruit|find|staff|bring in|look for)\b"
)
_STAFF_IT = (
    r"(?P<if>^(?:what )?if .+?,? )(?:can|could|would) we (?:be able to )?(?:staff|deliver|handle|resource|man) "
    r"(?:it|them|that|both|this)\b"
)

_BEFORE_THE_END = (
    r"\brun(?:s|ning)? out(?: of (?:money|budget|hours))? before (?:they|it|their|its|the) ?"
    r"(?:ends?|finish(?:es)?|is done|are done|end dates?|planned end|projects? ends?|project is done|deadline)\b"
    r"(?! of (?:(?:the|this|next|our) )?(?:fiscal )?(?:year|month|quarter|week|half|q[1-4]|h[12]|20\d\d|"
    r"january|february|"
    r"march|april|may|june|july|august|september|october|november|december)\b)"
)
_NO_DEALS = (
    r"\b(?P<have>have|has|with|got|having) (?:nothing|no deals?|no opportunit(?:y|ies)) "
    r"(?:in|in the|in our) (?:the )?(?:sales )?(?:pipeline|funnel)\b"
)
_BEHIND = r"\b(?:is|are) (?:running |falling |getting )?behind(?: (?:the )?plan)?(?=\W*$| (?:this|right|at|now)\b)"
_AS_PLANNED = (
    r"\b(?:did|have|has) (?:we|they|i|the team|everyone) (?:deliver(?:ed)?|do|done|work(?:ed)?|get done|hit|put in)"
    r" (?:what|as much as|everything|all|the hours) (?:that )?(?:we|they|it|i|was|were)(?: had)? planned(?: to)?(?: "
    r"do| deliver)?\b"
)
_ENOUGH_LEFT = (
    r"\b(?:do we|have we|is there|are there|do i)(?: still)?(?: have| got)? (?:enough|sufficient) (?:budget |sold )?"
    r"(?P<unit>hours?|time|budget)(?: left| remaining)? to (?:finish|complete|deliver|get through|wrap up) "
    rf"(?:the |our )?(?P<what>[^?]+?){_END}"
)
_IS_PIPELINE = (
    r"^(?P<how>how much|what (?:percentage|percent|share|part|proportion)) of (?:the |our )?(?P<when>[^?]*?)(?:'s)? ?"
    r"(?:forecast|projection|projected revenue|forecast revenue|outlook|expected revenue)(?P<after> (?:for|in|of) "
    r"[^?]*?)? "
    r"(?:is|are|comes from|depends on|relies on|rests on|hangs on) (?:still |just |only |the |from the |from |our |"
    r"unsigned )*"
    rf"(?:weighted )?(?:pipeline|deals|unsigned work)(?: deals)?{_END}"
)


def _share_of_pipeline(found: re.Match[str]) -> str:
    when = f"{found['when'] or ''}{found['after'] or ''}".strip()
    share = "" if found["how"].casefold() == "how much" else "weighted pipeline as a share of "
    return f"{share}projected revenue {when}".strip()


_STILL_TO_COME = (
    r"\brevenue(?: that is| which is| is)?(?: still)? (?:to come|coming(?: in)?|expected|due)(?: in)? from "
    r"(?:signed|existing|current|running|contracted|sold) (?:contracts|work|projects|agreements|budgets|deals|"
    r"clients)\b"
)
_ATTAINMENT = (
    r"\b(?P<what>(?!our|the|my|on|of)[a-z]+) (?:target|quota|goal) attainment\b|\battainment (?:of|against|to|vs\.?) "
    r"(?:the |our )?(?P<of>[a-z]+) (?:target|quota|goal)s?\b"
)


def _against(found: re.Match[str]) -> str:
    return f"{found['what'] or found['of']} against target"


_WOULD_MAKE = (
    r"^(?:what|how much) (?:would|will|could|do) (?:we|it) (?:make|earn|get|bring in|be worth|gain)(?: us)? "
    rf"(?:if|when|once|assuming) (?:we (?:win|close|land|get|sign) )?(?:the )?(?P<deal>[^?]+?)(?: (?:{_DEALS}))?"
    rf"(?: (?:comes? in|closes?|is won|lands?|signs?|goes ahead|works out|comes? through))?{_END}"
)


def _several(noun: str) -> str:
    """As in "a motion designer", of whom there may be several."""
    return noun if noun.endswith(("s", "people", "staff")) else f"{noun}s"


TURNS = rewordings(
    (_OPPS, lambda found: "deals" if found[0].casefold().endswith("s") else "deal"),
    (_DEVS, lambda found: "developers" if found[0].casefold().endswith("s") else "developer"),
    (_SOON, r"\g<what> in the next 90 days"),
    (_ANY_FREE, lambda found: f"which {_several(found['who'])} are {found['free'].replace('with', 'having')}"),
    (_WHO_CAN, r"who\g<of> is free for \g<what>"),
    (_CAN_WORK, "who is free "),
    (_TRACK_FOR, r"\g<what> against target"),
    (_PUT_ON, r"who is free for \g<what>"),
    (_FREE_TO, r"\g<free> for \g<what>"),
    (_BORROW, lambda found: f"free hours by person for {found['who']}{found['when'] or ''}"),
    (_GAP_IN_THE_DIARY, "has free capacity"),
    (_USE_FOR, r"which people have at least \g<count> hours free"),
    (_HEADING, lambda found: _AHEAD_OF[found["what"][0].casefold()]),
    (_I_CAN_EXPECT, "projected revenue"),
    (_COVER_WHILE, r"who has free hours \g<when> except \g<who>"),
    (_ABSORB, r"do we have at least \g<count> free hours for \g<who>"),
    (_AND_HOW_MANY, ""),
    (_AT_THE_END, r"forecast \g<what> "),
    (_LANDS, "projected revenue"),
    (_STAGE, r"pipeline value by stage for the \g<deal> deal"),
    (_STAGE_OF, r"pipeline value by stage for the \g<deal> deal"),
    (_CLOSES, _when_it_closes),
    (_PAST_ITS_CLOSE, _past_its_close),
    (_OVERDUE_DEALS, _past_its_close),
    (_LAND, r"\g<deals> are expected to close"),
    (_WHAT_CLOSES, "which deals are expected to close"),
    (_ARE_WORTH, lambda found: f"value {'lost' if found['how'][0] in 'lL' else 'won'} by deal{found['rest']}"),
    (_SELLS_MOST, "top 1 owner by value won"),
    (_BY_CLOSE, lambda found: f"pipeline value by {found['unit'] or 'month'}"),
    (_BOTH, r"\g<lead> "),
    (_NEEDED, r"\g<if>do we need to hire"),
    (_STAFF_IT, r"\g<if>do we have capacity"),
    (_BEFORE_THE_END, "run out"),
    (_NO_DEALS, r"\g<have> no deals open"),
    (_BEHIND, "are behind schedule"),
    (_AS_PLANNED, "tracked vs plan"),
    (_ENOUGH_LEFT, r"budget hours remaining and hours to complete for \g<what>"),
    (_IS_PIPELINE, _share_of_pipeline),
    (_STILL_TO_COME, "confirmed revenue"),
    (_ATTAINMENT, _against),
    (_WOULD_MAKE, r"value of the \g<deal> deal"),
)
