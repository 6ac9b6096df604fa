"""The closed words of questions about notes: what they look for, in which kinds of notes, and what carries nothing."""

import re
from collections.abc import Mapping

from assistant.planning.guarded import Guarded
from assistant.query import LookFor

_MEETINGS = (
    r"(?:meetings?|calls?|minutes|statuses|status notes?|status reports?|notes?|e-?mails?|briefs?|retros?|retrospectives?|"
    r"kick-?offs?|workshops?|steering(?: groups?)?|reviews?|updates?|catch-?ups?)"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"

LOOKING: tuple[tuple[LookFor, Guarded], ...] = (
    (
        LookFor.LAST_TIME,
        Guarded(
            r"\bwhen (?:did|was|have|were) (?:we|i|you|anyone|anybody|somebody|someone|the last time (?:we|i|anyone))\b"
            r"(?: last| most recently)?.{0,12}?\b(?:talk|talked|speak|spoke|spoken|meet|met|hear|heard|write|wrote|call|"
            r"called|see|contact(?:ed)?|in (?:touch|contact))\b(?: last)?(?: to| with| from)?"
            r"|\b(?:what|when)(?: was|'s| is)? (?:the |our |my )?(?:last|latest|most recent) (?:contact|conversation|call|"
            r"meeting|touch ?point|e-?mail|time we (?:talked|spoke|met))\b(?: with| from| to)?"
            r"|^(?:our |my |the )?last (?:contact|conversation|touch ?point) (?:with|from)"
            r"|\bhow long (?:is it |has it been )?since (?:we|i) (?:last )?(?:talked|spoke|met|heard|wrote)(?: to| with| from)?",
            re.IGNORECASE,
        ),
    ),
    (
        LookFor.MEETINGS,
        Guarded(
            rf"\b(?:summari[sz]e|summary of|sum up|recap(?: of)?|digest of|minutes of|go through|catch me up on)\b"
            rf"(?=.*\b{_MEETINGS}\b)"
            rf"|\b(?:outcomes?|results?) of (?:the |our |my )?(?=.{{0,40}}\b{_MEETINGS}\b)"
            r"|\b(?:anything|what(?:'s| is)) new (?:from|on|at|with|about)\b|\bnews (?:from|about|on)\b"
            rf"|^(?:show|open|read|give) (?:me )?(?:the |our )?(?:\w+ )?{_MEETINGS} (?:of|for|on|from|with|about)\b"
            rf"|\bwhat (?:happened|was (?:said|discussed|talked about)|came up|came out|did we (?:discuss|talk about))"
            rf" (?:in|at|of|on|during)\b(?=.*\b{_MEETINGS}\b)"
            rf"|^(?:show |list |give )?(?:me )?(?:the |our |all )?(?:last|latest|recent|newest) (?:{_COUNT} )?"
            rf"(?:\w+ )?{_MEETINGS}\b",
            re.IGNORECASE,
        ),
    ),
    (
        LookFor.ACTIONS,
        Guarded(
            r"\bowes? (?:me|us) an? (?:action|answer|reply|decision)\b|\baction (?:items?|points?|list)\b|\bto-?dos?\b(?! list of)|\bnext steps?\b|\bfollow-?up (?:items?|actions?)\b"
            r"|\bwhat (?:still |else )?(?:has|have|needs?|is|are) (?:we |i )?(?:still )?to (?:be done|happen|do)\b"
            r"|\bactions\b|\b(?:overdue|late|open|due) action\b"
            r"|\bwhat (?:do|did|does|should|must) (?:i|we|\w+(?: \w+)?) (?:still )?(?:have|need|promise|agree) to do\b"
            r"|\bwhat (?:did|have|has) (?:i|we|\w+(?: \w+)?) promised?\b|\bwhat am i (?:supposed|meant) to do\b"
            r"|\bwho (?:is|was) (?:supposed|meant|going) to\b(?! be\b)|\bwho (?:does|has to do|promised|has promised) what\b",
            re.IGNORECASE,
        ),
    ),
    (
        LookFor.DECISIONS,
        Guarded(
            r"\bwhat (?:are|is) (?:we|still) waiting\b|\bwhat do we (?:still )?need from\b|\bdecisions?\b|\bdecided?\b|\bopen (?:questions?|points?)\b|\b(?:was|were|been|we|they|you|they've|we've|did \w+) agreed?\b"
            r"|\bagree(?:d)? (?:on|about|to|with|that)\b|\bagreements? (?:on|about|with)\b|\bresolutions?\b"
            r"|\bwhat (?:was|were|is|has been) (?:settled|approved|declined|rejected)\b",
            re.IGNORECASE,
        ),
    ),
    (
        LookFor.RISKS,
        Guarded(
            r"\b(?:what(?:'s| is| are| was)?|(?:is|are)(?: there)? (?:anything|something|anyone)(?: that is)?)"
            r" (?:blocking|holding (?:up|back))\b|"
            r"(?<!\bat )\brisks?\b(?! of)|\bconcerns?\b|\bworr(?:y|ies|ied)\b|\bblockers?\b"
            r"|\bwhat (?:could|might|may|can) go wrong\b|\bred flags?\b",
            re.IGNORECASE,
        ),
    ),
    (
        LookFor.DATES,
        Guarded(
            r"\b(?:which|what|key|important|list|any) (?:dates|deadlines)\b(?=.*\b(?:mention\w*|agreed|named|notes?|said|"
            r"set|promised)\b)|\b(?:dates|deadlines) (?:mentioned|agreed|named|set|in the notes)\b",
            re.IGNORECASE,
        ),
    ),
    (
        LookFor.PASSAGES,
        Guarded(
            r"\b(?:client|customer)(?:'s)? (?:feedback|wishes|complaints?|requests?)\b"
            r"|\bfeedback (?:from|of|by) (?:the |our )?(?:clients?|customers?)\b"
            r"|\bwhat (?:did|does|do|has|have|had) (?P<who>.{1,40}?) (?:say|said|says|write|wrote|written|mention(?:ed)?|"
            r"think|thought|want|wanted|ask(?:ed)?(?: for)?|tell|told(?: us)?|complain(?:ed)?|object(?:ed)?|answer(?:ed)?|"
            r"feel|felt)\b(?: us| me)?(?: about| on| of| for| regarding)?"
            r"|\bwhat (?:went|did(?: not|n't) go) (?:wrong|well|badly|right)\b"
            r"|\bwhat did (?:we|you|they) (?:talk|speak|discuss)(?: about)?\b"
            r"|\bwhat (?:was|were|is|has been|have we) (?:said|discussed|written|mentioned|noted|talked)(?: about| on)?\b"
            r"|\b(?:in|from|to|of) (?:the|our|my|any|all) (?:notes?|minutes|meeting notes)\b|\bmeeting notes\b"
            r"|\bnotes? (?:about|on|for|from|with|that|mention\w*|say\w*|of)\b|\b(?:find|search|show|any|read|list) (?:me )?"
            r"(?:the |all |my |our )?(?:project |client |internal )?notes?\b"
            r"|\bwho (?:said|mentioned|asked|wrote|complained|raised)\b"
            r"|\bwhere (?:did|do|have) (?:we|i|they) (?:say|said|write|wrote|mention\w*|discuss\w*|talk\w*)\b"
            r"|^(?:any|which|what|who|were there|are there)\b"
            r"(?=.*\b(?:complaints?|praise|compliments?|unhappy|dissatisfied|disappointed)\b)"
            r"|\b(?:has|have|did|was|were|is) .{1,60}\b(?:mention(?:ed)?|said anything|say anything|complain(?:ed)?|"
            r"discuss(?:ed)?)\b"
            r"|\bwhy (?:did|do|have) (?!(?:it|that|this|these|those)\b)(?:we|they|\w+) (?:decide|drop|decline|pause|stop|choose|pick|reject|cancel|move|"
            r"change|postpone|delay|agree|want|ask|leave)\w*"
            r"|\bwhy (?:was|were|is|are) .{1,60}\b(?:paused|declined|dropped|stopped|rejected|cancell?ed|postponed|moved|"
            r"on hold|closed|chosen|picked|delayed|late)\b"
            r"|\bdo(?:es)? (?:the|our|any) notes?\b|\baccording to (?:the|our) notes\b|\bwhat do we know about\b",
            re.IGNORECASE,
        ),
    ),
)
"""What each kind of question begins with or turns on, the surest first."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "status": ("status", "statuses", "update", "updates", "report", "reports"),
    "email": ("email", "emails", "mail", "mails", "e-mail", "e-mails"),
    "brief": ("brief", "briefs", "briefing", "briefings"),
    "meeting": (
        *(
            "meeting",
            "meetings",
            "call",
            "calls",
            "minutes",
            "kick-off",
            "kick-offs",
            "kickoff",
            "kickoffs",
            "workshop",
        ),
        *("workshops", "retro", "retros", "retrospective", "retrospectives", "steering", "review", "reviews"),
    ),
}
"""What the kinds of notes are called in a question; of several, the first in this order is meant."""

OF_ONE_SORT = frozenset(
    "workshop workshops kick-off kick-offs kickoff retro retros retrospective steering review reviews".split()  # noqa: SIM905
)
"""Words for meetings that are called so, among all meetings."""

LAST = Guarded(
    rf"\b(?:last|latest|newest|most recent|recent|past) (?:(?P<count>{_COUNT}) )?(?=(?:\w+ )?{_MEETINGS}\b)",
    re.IGNORECASE,
)

NUMBERS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}  # noqa: SIM905

_VERBS = (
    r"(?:say|says|said|write|writes|wrote|written|mention(?:ed|s)?|think|thinks|thought|want|wants|wanted|ask(?:ed|s)?|"
    r"tell|tells|told|complain(?:ed|s)?|object(?:ed|s)?|answer(?:ed|s)?|feel|feels|felt|decide[ds]?|agree[ds]?)"
)
CLIENT_SAID = Guarded(
    rf"\b(?:clients?|customers?)(?:['’]s \w+)? (?:(?:ever|actually|already|also|really) )?{_VERBS}\b"
    r"|\b(?:client|customer)(?:['’]s)? (?:feedback|wishes|complaints?|requests?)\b"
    r"|\bfeedback (?:from|of|by) (?:the |our )?(?:clients?|customers?)\b",
    re.IGNORECASE,
)
"""What was said is to be the client's own word, and not ours about it."""

THEN_SAID = Guarded(
    rf"(?:['’]s (?:team|people|side))? (?:(?:ever|actually|already|also|really) )?{_VERBS}\b", re.IGNORECASE
)
"""What follows the name of whoever is to have said it."""

STRANGER_SAID = Guarded(
    rf"\b(?:did|does|do|has|have|had) (?P<who>(?:(?:Dr|Mr|Mrs|Ms|Herr|Frau)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) "
    rf"(?:(?:ever|actually|already|also|really) )?(?i:{_VERBS})\b"
)
"""Who is to have said it, and is nobody of the agency."""

OF_MINE = Guarded(
    r"\bmy (?:own |active |current |open )*(?P<what>project|client|account|portfolio|production|job)s?\b(?!'s)",
    re.IGNORECASE,
)
"""As in "risks on my projects": of those the asker manages, and not what the asker is to do."""

IN_ORDER = Guarded(
    r",? ?\b(?:the )?(?:overdue|late|latest|oldest|newest|most urgent|urgent|soonest)(?: ones?)? first\b", re.IGNORECASE
)
LAST_TIME = Guarded(r"\b(?:the )?last time\b", re.IGNORECASE)
TOLD_BY = Guarded(
    r"\b(?<!ed )(?<!done )(?<!made )(?<!taken )(?:by|per|for each|grouped by|split by) (?P<what>clients?|customers?|projects?|productions?|accounts?|persons?|"
    r"owners?|assignees?|people)\b(?=\W*$|,| (?:please|and|last|this|in|since|from)\b)",
    re.IGNORECASE,
)
TOLD_UNDER = {
    **dict.fromkeys(("client", "clients", "customer", "customers", "account", "accounts"), "client"),
    **dict.fromkeys(("person", "persons", "owner", "owners", "assignee", "assignees", "people"), "owner"),
}
"""What statements are told by, one after the other: by client, by whoever is to do it, else by project."""

OVERDUE = Guarded(r"\b(?:overdue|past due|late|lapsed|missed)\b", re.IGNORECASE)
DUE = Guarded(r"\b(?:due|deadline|to do|to be done|by|until|before)\b", re.IGNORECASE)
NOTED = Guarded(r"\b(?:from|of|agreed|noted|made|taken|since|in the (?:notes|meetings?))\s*$", re.IGNORECASE)
"""Before a stretch of time: when actions were noted, and not by when they are to be done."""

SEVERAL = Guarded(
    r"\b(?:decisions?|actions?(?: items?| points?)?|to-?dos?|risks?|concerns?)(?:,| and|, and| or| &) "
    r"(?:(?:the|any|open|all|our) )?(?:decisions?|actions?(?: items?| points?)?|to-?dos?|risks?|concerns?)\b",
    re.IGNORECASE,
)
"""Statements of several kinds are asked about at once."""

SUMMED_UP = Guarded(
    r"^(?:please |can you |could you )?(?:summari[sz]e|sum up|recap|catch me up on|brief me on|bring me up to (?:date|speed) on)\b"
    r"(?: (?:everything|all(?: of it)?|what happened|what we know|things))?(?: (?:about|on|with|at|around|for|of))?"
    r"|^what(?:'s| has| is)? (?:happened|been happening|happening|going on|been going on) (?:with|at|on|to|around|in)\b"
    r"|^(?:and )?what(?:'s| is| has)?(?: been)? (?:new|changed|happened|different)\b(?=.*\bsince\b)",
    re.IGNORECASE,
)
"""What asks for all that was said of a client or project, and of nothing that is measured."""

SINCE_THE_LAST = Guarded(
    r"\bsince (?:our |my |the |we )?(?:last|latest|previous) (?:(?P<kind>status|meeting|call|e-?mail|mail|talk|conversation)\b(?: call| meeting)?"
    r"|(?:spoke|talked|met|wrote)\b)",
    re.IGNORECASE,
)
"""Days that begin with the last note of a meeting or mail."""

MINE = Guarded(r"\b(?:for me|my|i|mine|me)\b", re.IGNORECASE)
STRANGER = Guarded(r"\b(?:for|of|by|from|with|on) (?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
"""Who is to do something, and is nobody of the agency."""

EVERY_STATE = Guarded(r"\b(?:all|(?<!be )done|closed|finished|completed|every)\b", re.IGNORECASE)

CARRIES_NOTHING = frozenset(
    (
        *("note", "notes", "minute", "minutes", "meeting", "meetings", "say", "says", "said", "tell", "told", "show"),
        *(
            "noted",
            "list",
            "give",
            "find",
            "search",
            "please",
            "open",
            "any",
            "last",
            "latest",
            "recent",
            "newest",
            "item",
        ),
        *("items", "point", "points", "thing", "things", "anything", "something", "mention", "mentioned", "mentions"),
        *("discuss", "discussed", "regarding", "concerning", "know", "ever", "still", "client", "clients", "customer"),
        *("project", "projects", "summarise", "summarize", "summary", "recap", "sum", "agreed", "agree", "according"),
        *(
            "made",
            "make",
            "taken",
            "take",
            "there",
            "currently",
            "now",
            "yet",
            "far",
            "get",
            "got",
            "us",
            "let",
            "want",
        ),
        *("need", "write", "wrote", "written", "ask", "asked", "every", "each", "outstanding", "pending", "assigned"),
        *("person", "team", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "most"),
        *("decision", "decisions", "decide", "decided", "action", "actions", "risk", "risks", "concern", "concerns"),
        *("see", "look", "looking", "hey", "hi", "hello", "thanks", "actually", "really", "exactly", "again", "when"),
        *(
            "talk",
            "talked",
            "raised",
            "came",
            "come",
            "happened",
            "e-mail",
            "e-mails",
            "email",
            "emails",
            "next",
            "step",
        ),
        *("biggest", "main", "top", "key", "major", "important", "serious", "worst", "right", "moment", "today"),
        *("steps", "to-do", "todo", "todos", "to-dos", "due", "follow-up", "follow-ups", "think", "thought", "overdue"),
        *(
            "anyone",
            "anybody",
            "someone",
            "somebody",
            "nobody",
            "news",
            "new",
            "outcome",
            "outcomes",
            "blocking",
            "holding",
        ),
        *("feedback", "feel", "felt", "complain", "complained", "wants", "wanted"),
    )
)
"""Words of a question that are no part of what it is about."""

PENDING = Guarded(
    r"\bopen (?:questions?|points?)\b|\b(?:decisions?|answers?|approvals?)\b.{0,30}\b(?:pending|open|needed|outstanding|missing|due|still to be made|"
    r"waiting)\b|\b(?:pending|open|needed|outstanding|missing) (?:decisions?|approvals?)\b"
    r"|\bwhat (?:are|is) (?:we|still) (?:waiting|open)\b|\bwaiting for\b|\bwhat do we (?:still )?need from\b",
    re.IGNORECASE,
)
"""What is asked for is not what was decided, but what still has to be."""

KEPT_AFTER = {LookFor.PASSAGES: frozenset(("decision", "decisions", "risk", "risks", "action", "actions", "due"))}
"""Of these, what a question for passages may be about after all."""

CONTINUES = Guarded(
    r"^(?:and|but|also|only|now|ok|okay|what about|how about|for|in|on|since|with|same)\b", re.IGNORECASE
)
NEXT = Guarded(
    r"^what(?:'s| is| are)?(?: the)? (?:coming up|up next|next|coming next|planned next|coming)(?: steps?| milestones?)? "
    r"(?:for|at|on|with|in) (?P<next>.+?)\W*$",
    re.IGNORECASE,
)
"""What asks for that which comes next for a client or project."""

_A_CALL = r"(?:(?:my|our|the|a|an|tomorrow's|today's|next|weekly|monthly|quick|status|client) )*(?:call|meeting|catch[- ]?up|check[- ]?in|sync|review|chat|qbr|steerco)"
_WHEN_IT_IS = r" (?:today|tomorrow|later|this (?:morning|afternoon|week)|next week|on \w+day|at \d[\d:.]*(?: ?[ap]m)?|in (?:an?|\d+|half an|five|ten) (?:minutes?|hours?))"
_KNOW_WHAT = r"(?:[,;:.] ?(?:what (?:should|do) i (?:need to )?know|what(?:'s| is) the (?:status|latest)|(?:brief|prep) me|where are we))?"
STATUS = Guarded(
    r"^(?:what(?:'s| is) the |give me (?:the |a )?|show (?:me )?(?:the )?|the )?(?:latest |current )?(?:status(?: report| update)?|state of play|overview|health) "
    r"(?:of|on|for|at|with) (?:(?:everything|all(?: the)? (?:work|things)) (?:for|with|on|at) )?(?P<of>.+?)\W*$|^where do we stand (?:with|on|at) (?P<stand>.+?)\W*$"
    r"|^(?P<front>.+?) (?:project |client )?(?:status|overview|snapshot|rundown|state of play)\W*$"
    r"|^(?:the |our )?(?:kpis?|key (?:figures|numbers|metrics)|numbers|figures) (?:for|of|on) (?P<kpis>.+?)\W*$"
    r"|^(?:client|project|account) (?:overview|status|snapshot|update|summary)(?: (?:of|on|for))? (?P<after>.+?)\W*$|^how (?:are|is) (?:things|it|everything|work)(?: going| looking)? (?:at|with|on|for) (?P<things>.+?)\W*$"
    r"|^(?:please )?(?:(?:tell me|what do (?:we|you) know|what can you tell me)(?: everything| all| more| a bit more| something)? about"
    r"|(?:tell|give|show) me (?:everything|all)(?: there is| you know| we know| you have| we have)? (?:about|on|for)) (?P<all>.+?)\W*$"
    r"|^(?:give me |show me |i need )?(?:an? |the )?(?:overview|quick overview|update|quick update|rundown|snapshot|summary|quick summary|short summary|brief summary)"
    r" (?:of|on|about|for) (?P<update>.+?)\W*$"
    r"|^(?:give me |show me |get me |i need |can i have )?(?:an? |the )?(?:quick |short |brief )?summary (?:of|on|about|for) "
    r"(?P<summary>.+?)\W*$"
    r"|^what(?:'s| is) (?:going on|happening|up|the situation|the story|the latest) (?:with|at|on|for|in) (?P<up>.+?)\W*$"
    r"|^where (?:are|do) we (?:with|on|at) (?P<where>.+?)\W*$"
    r"|^how are we (?:tracking|getting on|progressing|coming along|looking) (?:with|on|at|for) (?P<track>.+?)(?: so far| now)?\W*$"
    r"|^what(?:'s| is) (?:wrong|the matter|the pulse|the picture|the state of affairs) (?:with|on|at|for) (?P<wrong>.+?)\W*$"
    r"|^what (?:can|could|should|do) i (?:tell|say to|report to|report back to) (?P<tell>.+?)(?: about (?:the |our )?(?:progress|"
    r"project|status|where we (?:are|stand)|how it is going))?\W*$"
    r"|^(?:is|are) (?:everything |all )?(?P<ok>(?!(?:we|you|they|it|i|the team|there|this|that)\b).+?) (?:still )?(?:ok|okay|alright|"
    r"all right|fine|in good shape|doing (?:ok|okay|fine|well)|going (?:ok|okay|fine|well))(?: right now| at the moment)?\W*$"
    r"|^how(?: is|'s) (?P<doing>.+?)(?: (?:doing|going|coming along|progressing|getting on|looking))?(?: so far| now)?\W*$"
    rf"|^(?:(?:please|can you|could you|help me) )*(?:(?:prep(?:are)?|brief) (?:me )?(?:for|on|about)|i have|i've got|we have"
    rf"|what (?:should|do) i (?:need to )?know (?:before|for|ahead of)) {_A_CALL} with (?P<call>[^?,;:.]+?)(?:{_WHEN_IT_IS})?{_KNOW_WHAT}\W*$"
    r"|^(?:(?:please|can you|could you) )*(?:(?:brief|prep) me (?:on|for)|(?:bring|get) me up to (?:speed|date) (?:on|with)|catch me up on|fill me in on"
    r"|where do things stand (?:with|on|at)) (?P<brief>.+?)\W*$",
    re.IGNORECASE,
)
"""What asks for everything that matters of a client or project at once."""
