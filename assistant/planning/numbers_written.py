"""A number as it is written in a question: its value, and the unit that stands with it."""

from fractions import Fraction

from assistant.planning.vocabulary import ClosedWord, NumberWord, Sense
from assistant.planning.words import Role

THOUSANDS = {"k": 1000, "m": 1_000_000}


def number_in(text: str) -> tuple[Sense, ...] | None:
    """What a number in digits means: its value, and its unit where it carries one (60 %, 20k, €500, 8h)."""
    plain = text.casefold().replace(" ", "")
    symbol, plain = (plain[0], plain[1:]) if plain[:1] in "€$£" and plain[:1] else ("", plain)
    unit = plain[-1:] if plain[-1:] in ("k", "m", "h", "%") else ""
    digits = plain.removesuffix(unit) if unit else plain
    value = _value(digits)
    if value is None:
        return None
    senses: list[Sense] = [NumberWord(value * THOUSANDS.get(unit, 1))]
    if unit == "%":
        senses.append(ClosedWord(Role.PERCENT))
    if symbol:
        senses.append(ClosedWord(Role.CURRENCY, {"€": "EUR", "$": "USD", "£": "GBP"}[symbol]))
    return tuple(senses)


THOUSAND_GROUP = 3


def _value(digits: str) -> Fraction | None:
    """1,000 and 1.5 and 1,000.50; a lone "1.000" or "1,5" can be read in two ways and is no number here."""
    if not digits[:1].isdigit() or digits[0] not in "0123456789":
        return None
    if not set(digits) <= set("0123456789.,"):
        return None
    whole, _, decimals = digits.partition(".")
    groups = whole.split(",")
    if "." in decimals or "," in decimals or any(len(one) != THOUSAND_GROUP for one in groups[1:]):
        return None
    if len(groups) == 1 and len(decimals) == THOUSAND_GROUP and whole != "0":
        return None
    return Fraction("".join(groups) + (f".{decimals}" if decimals else ""))
