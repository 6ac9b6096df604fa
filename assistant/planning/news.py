"""Questions for nothing in particular ("what's new", "anything I should know"): what there is to tell is offered."""

import re
from collections.abc import Mapping

from assistant.outcome import Clarification, SmallTalk
from assistant.planning.examples import examples
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here

_PLEASE = r"\W*(?:(?:hi|hello|hey|good morning|morning|so|ok|okay|please|and|then)\W+)*"
_WHEN = (
    r"(?:\W*(?:today|this week|this month|lately|recently|now|right now|here|for me|with us|with you|please|there|"
    r"(?:before|for|ahead of|in) (?:[\w'\u2019]+ ){0,4}(?:meeting|call|review|board|presentation)|"
    r"going on|since (?:yesterday|last week|monday)|in the (?:team|agency|company)))*\W*"
)
_WHATS = r"what(?:'s| is| are| has| have)?(?: the)?(?: been)?"
_I_SHOULD = r"(?:i|we) (?:should|need to|have to|must|ought to)"
NEWS = Guarded(
    rf"{_PLEASE}(?:{_WHATS} (?:new|news|latest|up|going on|happen(?:ed|ing)|hot|important|urgent)"
    r"|what(?:'s| has| is)? (?:changed|different)(?= since)"
    r"|any(?:thing)? (?:news|new|updates?|urgent|important)"
    rf"|any(?:thing)? (?:that )?{_I_SHOULD} (?:know|look at|worry about|do|watch)(?: about)?"
    r"|what (?:should|do|must) (?:i|we) (?:need to )?(?:know|look at|worry about|watch|focus on|do)"
    r"|what(?:'s| is| are)? (?:the )?(?:biggest |main |top |most urgent )*(?:issues?|problems?|concerns?|fires?)"
    r"|where (?:should|do|must) (?:i|we) (?:focus|look|start)"
    r"|how are things|how is (?:everything|it going)"
    r"|(?:give me |show me )?(?:a |an |the |my )?(?:daily |weekly |morning |quick )?"
    r"(?:briefing|digest|catch[- ]?up|rundown)"
    rf"|catch me up|fill me in|bring me up to date|surprise me){_WHEN}",
    re.IGNORECASE,
)

HELP = Guarded(
    rf"{_PLEASE}(?:help(?: me)?|what can (?:you|i) (?:do|ask|answer|tell me|help (?:me )?with)(?: you| here)?"
    rf"|(?:who|what) are you|how does this work|what do you know|what (?:questions )?can i ask(?: you)?){_WHEN}",
    re.IGNORECASE,
)

GREETING = Guarded(
    r"\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning)(?: (?:there|all|team|reckon))?\W*", re.IGNORECASE
)
_THANKS = r"(?:thanks|thank you|thx|ta|cheers|much appreciated|great|perfect|got it|brilliant|super|lovely|nice one)"
THANKS = Guarded(
    rf"\W*(?:(?:many|ok|okay|no|great|perfect|super|lovely)\W+)*{_THANKS}"
    r"(?:\W+(?:a lot|so much|very much|for that|for your help|again|that's all))*\W*",
    re.IGNORECASE,
)

HEARD = Guarded(
    r"\W*(?:and )?(?:(?:ok|okay|k|oh|ah|cool|nice|good|fine|alright|all right|right|understood|i see|makes sense|"
    r"that helps|wow|interesting|hm+|no problem|never ?mind|good to know|excellent|awesome|"
    r"that's (?:all|it|fine|great)|sounds good|noted|sure|thanks|thank you|thx|perfect|great)\W*)+",
    re.IGNORECASE,
)
"""Small talk that asks for nothing."""

START_OVER = Guarded(
    rf"{_PLEASE}(?:can we |let['\u2019]?s |let me |i want to )?(?:start (?:over|again|afresh|anew|from scratch)|restart"
    r"|(?:reset|clear)(?: (?:all|everything|the (?:chat|conversation|context)|it all))?"
    r"|forget (?:it all|everything|all (?:of )?(?:that|this|it))"
    r"|(?:(?:a |an )?(?:new|another|different|next) (?:question|topic|conversation|chat|subject)))\W*",
    re.IGNORECASE,
)

OFFERED: Mapping[str, str] = {
    "health": "How are our projects doing?",
    "health_without_margin": "How are our projects doing?",
    "health_hours": "How are our projects doing?",
    "overdue_receivables": "Which invoices are overdue?",
    "milestones_due": "Which milestones are due next week?",
    "overdue_tasks": "Which tasks are overdue?",
    "new_deals": "Which deals came up this month?",
    "missing_hours": "Who is behind on timesheets?",
    "tracked_hours": "Hours by project this week",
}
"""A question for each thing that may have become of interest, by the measure it needs."""

MOST = 5


def asked(here: Here) -> Clarification | SmallTalk | None:
    """What could be told to somebody who asks what is new; None for any other question."""
    if THANKS.fullmatch(here.text):
        return SmallTalk("You are welcome. Ask whatever else you want to know.", suggestions=examples(here))
    if START_OVER.fullmatch(here.text):
        said = "From the start, then: what was asked before is forgotten. Ask whatever you want to know."
        return SmallTalk(said, suggestions=examples(here), begins_anew=True)
    if HEARD.fullmatch(here.text):
        return SmallTalk("Good. Ask whatever else you want to know.", suggestions=examples(here))
    if HELP.fullmatch(here.text) or GREETING.fullmatch(here.text):
        said = (
            "I answer questions about hours, people, projects and money from your own data, and show where each number"
        )
        return Clarification(f"{said} comes from. For example:", options=examples(here))
    if not NEWS.fullmatch(here.text):
        return None
    may = dict.fromkeys(said for name, said in OFFERED.items() if name in here.vocabulary.askable)
    return Clarification("There is something to tell of several things. Which one?", options=tuple(may)[:MOST])
