"""The English words that number things, and those that tell a number from something else."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto


class Part(Enum):
    """What a word does in a number."""

    ONES = auto()
    TENS = auto()
    SCALE = auto()
    ORDINAL = auto()
    PIECES = auto()  # thirds, fifths
    HALF = auto()
    MULTIPLE = auto()
    VAGUE = auto()
    ZERO = auto()
    COUNT = auto()  # both, single


NUMBERS = frozenset({Part.ONES, Part.TENS, Part.SCALE})
QUARTER = 4
TEN = 10
HUNDRED = 100


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def words_of(text: str) -> frozenset[str]:
    """The set of the words of a text."""
    return frozenset(text.split())


_ONES = _listed(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
)
_TENS = _listed("twenty thirty forty fifty sixty seventy eighty ninety")
_SCALES = {"hundred": HUNDRED, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ORDINALS = _listed(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"""
)
_MULTIPLES = _listed(
    """twice thrice double doubles doubled doubling triple triples tripled tripling treble trebled
    quadruple quadrupled quadrupling quintuple quintupled halve halved halving manifold multifold"""
)
_VAGUE = _listed(
    """couple dozen dozens handful pair pairs trio duo quartet several umpteen zillion zillions hundreds
    thousands millions billions trillions majority minority twenties thirties forties fifties sixties
    seventies eighties nineties teens"""
)


def _lexicon() -> Mapping[str, tuple[Part, int]]:
    tens = {word: 10 * place for place, word in enumerate(_TENS, 2)} | {"fourty": 40}
    ones = {word: place for place, word in enumerate(_ONES, 1)}
    run_together = {f"{ten}{one}": tens[ten] + ones[one] for ten in tens for one in _ONES[:9]}
    rounded = {f"{word[:-1]}ieth": value for word, value in tens.items()}
    rounded |= {f"{word}th": value for word, value in _SCALES.items()}
    ordinals = {word: place for place, word in enumerate(_ORDINALS, 1)} | rounded
    # Neither "firsts" nor "seconds", which are time, are pieces of anything.
    pieces = {f"{word}s": value for word, value in ordinals.items() if word not in _ORDINALS[:2]}
    pieces |= {"quarter": QUARTER, "quarters": QUARTER}
    folds = [f"{word}fold" for word in ("two", *_ONES[2:], *tens, *_SCALES)]
    return (
        _as(Part.ONES, ones | run_together)
        | _as(Part.TENS, tens)
        | _as(Part.SCALE, _SCALES)
        | _as(Part.ORDINAL, ordinals)
        | _as(Part.PIECES, pieces)
        | _as(Part.HALF, {"half": 2, "halves": 2, "halfway": 2})
        | _as(Part.COUNT, {"both": 2, "single": 1})
        | _as(Part.ZERO, _valueless(("zero", "nil", "naught", "nought", "none")))
        | _as(Part.MULTIPLE, _valueless((*_MULTIPLES, *folds)))
        | _as(Part.VAGUE, _valueless(_VAGUE))
    )


def _as(part: Part, words: Mapping[str, int]) -> dict[str, tuple[Part, int]]:
    return {word: (part, value) for word, value in words.items()}


def _valueless(words: Iterable[str]) -> dict[str, int]:
    return dict.fromkeys(words, 0)


LEXICON = _lexicon()
ROMAN = words_of("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXX")
"""Roman numerals as they are met in names of things."""
LETTERS = words_of("I V X")
"""Those of them that are letters unless a word like "phase" stands before."""
DETERMINERS = words_of(
    """the this that which each every any another other previous next last same such wrong right either
    neither no name pick choose select enter ask see give want mean"""
)
"""After these "one" is a pronoun, if nothing that could be counted follows."""
AFTER_PRONOUN = words_of(
    """that who which whose with without in on for is was are were to at by from above below before after
    has had can could would should will may might must does did if when where and or as than another you
    we they"""
)
FIRST_OF_ITS_KIND = words_of("its their our your his her my at")
"""After these "first" means the earliest and counts nothing."""
PERIODS = words_of(
    """last next this first second third fourth final each every per the same that previous current fiscal
    any calendar past coming whole full"""
)
"""After these a quarter is a period."""
COMPARING = words_of("by than nearly almost about only just over under roughly around to is was")
"""After these "a quarter" is a fraction."""
MONEY_PREFIXES = words_of("rs kr fr sfr lei zł kc ft")
MONEY_WORDS = MONEY_PREFIXES | words_of(
    """euro euros dollar dollars pound pounds franc francs crown crowns krona kronor krone kroner yen yuan
    rupee rupees cent cents pence quid bucks ruble rubles peso pesos dirham dirhams forint zloty reais"""
)
