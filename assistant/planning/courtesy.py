"""Greetings, requests and thanks around a question: they are taken off before anything is read.

    Hi, can you tell me who is free next week, please?       who is free next week
    I was wondering what revenue was in May. Thanks a lot!   what revenue was in May

What is left begins with the question itself, so that nothing read later depends on how politely it was put.
"""

import re

from assistant.planning.guarded import Guarded

_ASKS = (
    r"(?:what|who|whom|whose|which|how|why|when|where|is|are|was|were|do|does|did|has|have|had|will|am|if we|if all)\b"
    r"(?:'(?:s|re|ve|d|ll)\b|n't\b)?(?= )"
)
_SHOWS = r"(?:show|list|give|get|compare|tell|rank|break|display|plot|draw|chart|export|make|create|pull|help|let)\b"
_DO = r"(?:please |kindly |maybe |perhaps |just |quickly |possibly |also )*"
_TELL = r"(?:tell|show|inform|remind) (?:me|us)|let (?:me|us) know|find out(?: for (?:me|us))?|say"
_THANKS = (
    r"thanks(?: a lot| so much| in advance| again| a million)?|thank you(?: very much| so much| in advance)?|"
    r"many thanks|cheers|thx|ta|much appreciated|thx (?:so much|a lot|very much|a bunch)"
)
_GREETED = r"(?:there|all|everyone|everybody|team|folks|reckon|again)"

_YOU = r"(?:can|could|would|will) (?:you|u)"
_STOP = r"\s*[,.:;!-]+\s*"
_ASIDE = (
    r"(?:sorry to (?:bother|disturb) you|excuse me|quick question|one (?:more )?question|a question|out of curiosity)"
)
_HEARD = (
    r"(?:ok|okay|alright|all right|right|well|so|now then|fine|great|good|cool|perfect|super|lovely|brilliant|nice|"
    r"got it|i see|i get it|understood|makes sense|fair enough|interesting|good to know|aha|noted)"
    r"(?: (?:then|so|now|one))?"
)
"""What is said to an answer before the next question."""
_LET_GO = r"(?:forget|drop|scrap|skip|leave)"
_GREETING = r"(?:hi|hello|hey|hiya|yo|hallo|moin|servus|ciao|dear|good (?:morning|afternoon|evening|day)|morning)"
_ANYBODY = r"(?:can|could|would|will) (?:someone|somebody|anyone|anybody|one of you)"
_GIVEN = r"(?:get|have|see|be given|be shown|receive)"
_WHETHER = (
    r"(?:whether|if) (?:it (?:might|would|could|may|is|was)(?: (?:be|perhaps|maybe))* possible(?: for (?:you|me|us))? "
    r"to|(?:you|u|someone|somebody|i|we) (?:might |may )?(?:could|might|can|would|may|(?:are|were|be) able to)"
    r"(?: (?:please|possibly|perhaps|maybe|kindly|be able to|help me))*)"
)
_OVERVIEW = r"(?:(?:an? |the )?(?:quick |short |brief |rough )?(?:overview|summary|list|breakdown|idea) (?:of|on) )"
_GRATEFUL = (
    r"(?:(?:i|we)(?:'d| would) (?:really )?(?:appreciate|be grateful)(?: it)?|it would be (?:great|nice|helpful|good)) "
    rf"if (?:you|u) {_DO}(?:could|can|would|were able to) {_DO}"
)
_HELPS = r"(?:that|this)(?:'s| is)? (?:helps?|helpful|great|perfect|useful|enough|(?:all|what) i needed)(?: a lot)?"
_NEW_TOPIC = (
    r"(?:(?:a )?(?:new|different|another|next|other) (?:topic|question|subject)|on another (?:note|topic|subject)|"
    r"changing (?:the )?(?:topic|subject)|something else|moving on)"
)
_SENT = (
    rf"{_DO}(?:send|ping|shoot|hand|pass|fetch)(?: over)? (?:me|us)(?: over)? "
    r"(?!an? (?:e-?mail|message|reminder|alert|report|notification|ping|note)\b)"
    r"(?!.*\b(?:every|each|daily|weekly|monthly|once|when|if|as soon as|whenever|at \d|"
    r"on (?:mon|tues|wednes|thurs|fri)day)\b)"
    r"(?:the |a list of |an overview of )?(?=\S+ \S)"
)
"""As in "pls send me the hours by person": to be shown; what is to be sent later, or as a message, is an order."""
_WHEN = (
    r"(?:the |last |this |next |past |q[1-4]|20\d\d|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|today|yesterday|week|month|quarter|year)"
)
_FIGURES_FOR = (
    rf"{_DO}(?:pull|get|give|show|fetch)(?: me| us)?(?: up| out)? the (?:numbers|figures|data|stats) "
    rf"(?:for|on|of) (?!{_WHEN}\b)(?=\S)"
)
_HOPING = (
    r"(?:i )?hope (?:you(?:'re| are)|all(?:'s| is)|everything(?:'s| is)|this finds you|you had)"
    rf"(?: [a-z]+){{1,4}}{_STOP}"
)
_NEEDED = (
    r"(?:i|we)(?:'d| would)? (?:just |really |urgently |also )?need (?!(?:the|our) \w+ to )"
    r"(?=(?:the|our|an overview|a list|a breakdown) )"
)
_SIGNED = Guarded(
    r"(?<=[.!?])\s*(?i:best|best regards|kind regards|regards|best wishes|cheers|br|lg|vg|mfg|thanks|thank you),?\s+"
    r"[A-Z][a-z]+\W*$"
)
"""As in "Best, Tom", at the end of what is written like a letter."""
_AGREED = r"(?:ok|okay|cool|great|perfect|nice|super|yes|yeah|thanks|thank you)"

_LEADING = tuple(
    Guarded(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_GREETING}(?: {_GREETED})?(?:{_STOP}|\s+(?={_ASKS}|{_SHOWS}))",
        rf"(?:hi|hello|hey) {_GREETED}\s+",
        r"(?:hi|hello|hey|morning),? (?=(?:can|could|would|will) (?:you|u|someone|somebody|anyone) |(?:please|pls) )",
        rf"{_ASIDE}(?:{_STOP}(?:but )?| but )",
        rf"{_HEARD}{_STOP}",
        rf"(?:(?:{_THANKS}),? )?{_HELPS}{_STOP}",
        rf"(?:so|well) (?={_ASKS})",
        rf"(?:ok|okay|al(?:l )?right|fine|{_THANKS})(?: (?:then|now|so|just))? (?={_ASKS}|{_SHOWS}|(?:and|but|now)\b)",
        r"(?:ok|okay|alright|all right|fine) (?:then|so),? ",
        rf"(?:never ?mind|{_LET_GO} (?:that|it|about (?:that|it)))(?: then)?\s*[.,:;!]+\s*(?=\S+ \S)",
        rf"{_DO}{_YOU} {_DO}(?:be (?:so kind as|able) to )?{_DO}(?:{_TELL})[,:]? (?={_ASKS})",
        rf"{_DO}(?:{_TELL})[,:]? (?={_ASKS})",
        rf"(?:would|do) you mind (?:telling|showing) (?:me|us) (?={_ASKS})",
        rf"{_DO}{_YOU} {_DO}(?={_SHOWS})",
        rf"(?:do you (?:happen to )?know|any idea|you know|(?:can|could|may) (?:i|we) (?:ask|know)) (?={_ASKS})",
        rf"(?:i|we)(?:'d| would| do)? (?:just )?(?:like|love|need|want|wanted) to know (?={_ASKS})",
        rf"(?:i|we)(?:'m| am| was|'re| are| were)? (?:just )?(?:wonder|wondering|curious)[,:]? (?={_ASKS})",
        rf"(?:just )?wondering,? (?={_ASKS})",
        rf"{_ANYBODY} {_DO}(?:{_TELL})[,:]? (?=\S+ \S|\w+\W*$)",
        rf"{_ANYBODY} {_DO}(?={_SHOWS})",
        rf"(?:i|we)(?:'m| am| was|'re| are| were)? (?:just )?wonder(?:ing)? {_WHETHER} {_DO}(?={_SHOWS})",
        rf"(?:i|we)(?:'m| am| was|'re| are| were)? (?:just )?wonder(?:ing)? {_WHETHER} {_DO}{_GIVEN} {_OVERVIEW}?",
        rf"{_GRATEFUL}(?:(?:{_TELL})[,:]? |(?={_SHOWS}))",
        _FIGURES_FOR,
        _HOPING,
        _NEEDED,
        rf"{_NEW_TOPIC}(?:{_STOP}| now )(?=\S)",
        _SENT,
        r"(?:gimme|gimmie|lemme (?:see|know))(?: the)? (?=\S)",
        rf"{_AGREED}(?: {_AGREED})+(?:{_STOP}| (?={_ASKS}|{_SHOWS}|now\b|and\b))",
        r"(?:please|pls|plz|kindly)\s*[,:]?\s+",
    )
)

_NO_NAME = "".join(rf"(?<!\b{one} )" for one in ("for", "of", "at", "with", "on", "by", "and", "or"))
_TRAILING = Guarded(
    rf"(?:\s*[,;.!?-]+\s*|\s+{_NO_NAME})(?:please|pls|plz|kindly|asap|{_THANKS}|"
    r"(?:i |we )?need (?:it|this|that|them) (?:asap|now|today|urgently|quickly|soon|right away)|"
    r"if (?:that is|that's|it is|it's)? ?possible|if you (?:can|could)|if (?:that|it)(?: i|')s not too much (?:trouble|"
    r"bother|work)|if you (?:do not|don't) mind|(?:if|when) you (?:get|have) "
    r"(?:a (?:moment|minute|second|sec|chance)|time)|danke(?: sch[öo]n)?|merci|gracias|bitte|grazie|hvala)\s*[.!,]*"
    r"(?P<asks>(?:\s*\?)+)?$",
    re.IGNORECASE,
)
_LAST = 120
"""Thanks stand within so many letters of the end: a search from every sign of a long text would take its square."""

_LETTER = 1000
"""A signature behind thanks is looked for in no longer text, as it is looked for again behind each of them."""

_END = Guarded(r"(?<=[\w%)])\s*\.+$")


_SEE = Guarded(
    r"(?:(?:i|we)(?:'d| would)? (?:just )?(?:like|love|want|need) to (?:see|have|get|view)|"
    r"(?:i|we)(?:'d| would) (?:like|love)|(?:can|could|may) (?:i|we) (?:see|have|get)|i need|"
    r"(?:can|could|would) you (?:tell|give) me)"
    r" (?=(?:the|our|my|all|a list of|an overview of)\b)|(?:pull|bring|call) (?:me )?up (?:the |our )?(?=\w)",
    re.IGNORECASE,
)
"""As in "I'd like to see the invoices", "pull up the margin": they are to be shown."""


_SEE_IT = Guarded(
    r"^(?:can|could|may) (?:i|we) (?:see|have|get) (?:it|that|this|them|those|these) (?=(?:by|per|as)\b)", re.IGNORECASE
)
"""As in "can I see that by project", after something that was told."""


def _asked_once(text: str) -> str:
    """However a question ends, it ends in one question mark right behind its last word."""
    words = text.rstrip("?!. \t\n")
    return f"{words}?" if words and "?" in text[len(words) :] else text


def without(text: str) -> str:
    """The question alone; what is nothing but courtesy stays as it is."""
    bare, before = _SIGNED.sub("", text) if len(text) > _LAST else text, ""
    while bare != before:
        before = bare
        bare = bare[:-_LAST] + _TRAILING.sub(lambda found: "?" if found["asks"] else "", bare[-_LAST:])
        if bare != before and _LAST < len(bare) <= _LETTER:
            bare = _SIGNED.sub("", bare)
        for pattern in _LEADING:
            found = pattern.match(bare[:_LAST])
            bare = bare[found.end() :] if found else bare
    bare = _END.sub("", _SEE.sub("show me ", bare, count=1) if _SEE.match(bare) else bare).strip()
    return _asked_once(_SEE_IT.sub("show it ", bare)) or text
