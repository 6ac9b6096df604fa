"""Sentences of a note that speak to whatever machine may read it, and not to the people of the note.

They are quoted like any other sentence. To a language model they are not sent, and nothing it writes may rest on them.
This is a second line: the first is that passages are sent as data, and that what comes back is held against them.
"""

import re

from assistant.notes.text import sentences

LEFT_OUT = "[…]"

_READER = r"(?:ai|assistant|language model|llm|chatbot)"
_TO_A_MACHINE = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}"
    r"\b(?:instructions?|prompts?|rules?|context|previous|prior|above|told|guidelines|everything)\b"
    r"|\b(?:in|of|to|with|from|after|before|for|into|throughout) (?:your|the) (?:final |next |whole )?"
    r"(?:answers?|repl(?:y|ies)|responses?|outputs?)\b"
    r"|\byour (?:answers?|responses?|outputs?|instructions|prompts?)\b"
    r"|\b(?:system|developer|initial|hidden) (?:prompt|message|instructions?)\b"
    rf"|\byou are (?:now |an? |the )*(?:{_READER}|bot|admin\w*|dan|root|developer mode)\b"
    rf"|\b(?:as an|dear|hey|hello|hi|attention,?) {_READER}\b"
    rf"|\b(?:the )?(?:{_READER}|model) (?:must|should|shall|will|is to|has to|needs to)\b"
    r"|^\W*(?:system|assistant|user|ai|human|inst)\s*[:\]>]"
    r"|\[/?inst\]|<\|?/?(?:im_start|im_end|system|user|assistant|note|context|instructions?)\b"
    r"|#{2,}\s*(?:instruction|system|end of)"
    r"|\b(?:reveal|print|repeat|show|output|leak) (?:me )?(?:your|the) (?:\w+ )?"
    r"(?:prompt|instructions?|rules|secrets?|password|keys?)\b"
    r"|\b(?:new|next|additional|updated|important) (?:task|instructions?|directive)s?\s*:"
    r"|\bdo not (?:mention|tell|reveal|cite|say)\b.{0,40}\b(?:user|this|instruction|note)\b"
    r"|\bwhen (?:asked|answering|summari[sz]ing|you (?:answer|read|summari[sz]e))\b"
    r"|^\W*(?:translate|summari[sz]e|pretend|roleplay|act as|compose|execute|encode|decode)\b"
    r"|^\W*(?:respond|reply|answer) (?:in|with|only|as|using|like)\b"
    r"|[{<]{2}|\$\{|<%|<script|javascript:|data:text",
    re.IGNORECASE | re.DOTALL,
)


def is_addressed_to_a_machine(sentence: str) -> bool:
    """Whether a sentence reads as an order to whoever answers questions."""
    return _TO_A_MACHINE.search(sentence) is not None


def without_what_is_addressed(text: str) -> str:
    """A passage with such sentences left out, and without letters that nobody sees."""
    shown = "".join(one for one in text if one == "\n" or one.isprintable())
    kept, last = [], 0
    for start, end in sentences(shown):
        if is_addressed_to_a_machine(shown[start:end]):
            kept += [shown[last:start], LEFT_OUT]
            last = end
    return "".join([*kept, shown[last:]])
