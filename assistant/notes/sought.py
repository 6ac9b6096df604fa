"""What kind of answer an open question wants."""

from enum import StrEnum


class Sought(StrEnum):
    """What a sentence must hold to be the answer."""

    DAY = "a day"
    PERSON = "somebody"
    PLACE = "a place"
    REASON = "a reason"
    NUMBER = "a number"
    ANYTHING = "anything"
