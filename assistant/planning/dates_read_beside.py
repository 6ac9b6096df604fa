"""Reading what is beside another period: two weeks before Easter, the week after 5 October, 5 working days ago."""

from collections.abc import Callable

from assistant.planning.dates_beside import Beside, DayBeside, WorkingDaysAway
from assistant.planning.dates_feasts import Feast
from assistant.planning.dates_forms import Form, Kind
from assistant.planning.dates_named import Season, Weekday
from assistant.planning.dates_numbers import Match, read_count
from assistant.planning.dates_read_named import Reader
from assistant.planning.dates_read_units import after_working_days, is_breakdown, read_lengths, read_unit
from assistant.planning.dates_relative import DayAway, Directed, Length, Rolling
from assistant.planning.dates_units import Unit
from assistant.planning.dates_words import DAYS_AWAY, LIMITS, PREPOSITIONS, QUANTITIES, STRETCHES, Words

_ANNOUNCE_ONE = {"", ",", "and", "to", "since", "by", "before", "until", "vs", "versus", *PREPOSITIONS}
_OUT = {
    "away",
    "off",
    "out",
    "due",
    "starts",
    "starting",
    "start",
    "free",
}  # a week on Friday
_ANNOUNCE_UNIT = {"", "the", *PREPOSITIONS}
_GONE = {"ago", "back"}
_SIDES = {"before": False, "preceding": False, "after": True, "following": True}
_PRECISE = {Unit.DAY, Unit.WEEK}
_NEAREST = {"last": False, "final": False, "first": True, "next": True}


def readers_beside(origin: Reader) -> tuple[Reader, ...]:
    """The readers of lengths and units beside an origin, which is read by what is given here."""
    return tuple(_with(origin, reader) for reader in (_length_beside, _unit_beside, _nearest_beside, _within_beside))


def _with(origin: Reader, reader: Callable[[Words, int, Reader], Match | None]) -> Reader:
    return lambda words, at: reader(words, at, origin)


def _side(words: Words, at: int) -> tuple[bool, int] | None:
    # Whether after it, and the word that the other period begins with.
    if words[at : at + 2] == ("prior", "to"):
        return False, at + 2
    return (_SIDES[words[at]], at + 1) if words[at] in _SIDES else None


def _both_sides(words: Words, at: int) -> int | None:
    # the month before and after Q2
    both = words[at] in _SIDES and words[at + 1] in {"and", "&"} and words[at + 2] in _SIDES
    return at + 2 if both and words[at] != words[at + 2] else None


def _length_beside(words: Words, at: int, origin: Reader) -> Match | None:
    # 3 days after 5 October · the two weeks before Easter · two weeks from Monday
    lengths, end = read_lengths(words, at)
    if len(lengths) != 1 or words[at - 1] in LIMITS:
        return None
    one = words[at] in {"a", "an"}
    if words[end] == "on" and words[at - 1] in _ANNOUNCE_ONE | _OUT and lengths[0].unit is Unit.WEEK:
        return _from_weekday(words, at, lengths[0], origin(words, end + 1))  # a week on Friday
    if words[end] == "from":
        rate = one and words[at - 1] in QUANTITIES
        return None if rate else _from_weekday(words, at, lengths[0], origin(words, end + 1))
    both = _both_sides(words, end)
    if both:
        found = origin(words, both + 1)
        return Match(Season(), found.end) if found else None
    # "Hours a week before 5 October" are those of each week.
    side = _side(words, end) if not one or words[at - 1] in _ANNOUNCE_ONE else None
    return _on_a_side(words, at, lengths[0], side, origin) if side else None


def _on_a_side(words: Words, at: int, length: Length, side: tuple[bool, int], origin: Reader) -> Match | None:
    after, then = side
    if words[then : then + 2] == ("this", "one"):
        return Match(Rolling(length.unit, count=length.count, ahead=after), then + 2)
    found = origin(words, then)
    if found and words[at - 1] in STRETCHES:
        return Match(Beside(found.form, length, after=after, counted=True), found.end)
    return Match(DayBeside(found.form, length, after=after), found.end) if found and _is_a_day(found.form) else None


def _is_a_day(form: Form) -> bool:
    return form.kind is Kind.DAY or isinstance(form, Feast)


def _from_weekday(words: Words, at: int, length: Length, found: Match | None) -> Match | None:
    # "Two weeks from Monday" is a day; what is done for two weeks from Monday lasts as long.
    weekday = found.form if found else None
    if isinstance(weekday, Directed):
        weekday = weekday.inner
    if found is None or not isinstance(weekday, Weekday) or words[at - 1] in STRETCHES:
        return None
    return Match(DayBeside(found.form, length, after=True, coming=True), found.end)


def _unit_beside(words: Words, at: int, origin: Reader) -> Match | None:
    # the week before Christmas · the day after 5 October · the quarter before Q2
    unit = read_unit(words, at)
    if unit is None or not unit.single or unit.unit in {Unit.WEEKEND, Unit.WORKING_WEEK} or is_breakdown(words, at):
        return None
    both = _both_sides(words, unit.end)
    side = _side(words, both or unit.end)
    found = origin(words, side[1]) if side else None
    if both and found:
        return Match(Season(), found.end)  # two periods with a gap between
    if words[at - 1] not in _ANNOUNCE_UNIT or side is None or found is None:
        return None
    if unit.unit is Unit.DAY:
        return Match(DayBeside(found.form, Length(1, Unit.DAY), after=side[0]), found.end)
    counted = unit.many > 1 or unit.unit in _PRECISE
    length = Length(unit.many, unit.unit)
    return Match(Beside(found.form, length, after=side[0], counted=counted), found.end)


def _nearest_beside(words: Words, at: int, origin: Reader) -> Match | None:
    # the last two weeks before Easter · the first 30 days after 1 March
    lengths, end = read_lengths(words, at + 1)
    side = _side(words, end) if len(lengths) == 1 else None
    found = origin(words, side[1]) if side and side[0] is _NEAREST[words[at]] else None
    if side is None or found is None:
        return None
    return Match(Beside(found.form, lengths[0], after=side[0], counted=True), found.end)


def _within_beside(words: Words, at: int, origin: Reader) -> Match | None:
    # within 30 days after 1 March; within 30 days of it may be on either side
    at = at + 1 if words[at + 1] == "the" else at
    lengths, end = read_lengths(words, at + 1)
    of = words[end] == "of" and words[end + 1] not in {*DAYS_AWAY, "now"}
    side = (True, end + 1) if of else _side(words, end)
    found = origin(words, side[1]) if side and len(lengths) == 1 else None
    if side is None or found is None or (of and not _is_a_day(found.form)):
        return None
    form = Season() if of else Beside(found.form, lengths[0], after=side[0], counted=True)
    return Match(form, found.end)


def read_working_days_away(words: Words, at: int) -> Match | None:
    """5 working days ago, 2 business days from now."""
    count = read_count(words, at)
    end = after_working_days(words, count.end) if count else None
    if count is None or end is None or count.value < 1:
        return None
    word, then = words[end], words[end + 1]
    if word in _GONE:
        return Match(WorkingDaysAway(DayAway(0), -count.value), end + 1)
    ahead = word in {"from", "after", "before"} and then in {*DAYS_AWAY, "now"}
    if not ahead:
        return None
    number = -count.value if word == "before" else count.value
    return Match(WorkingDaysAway(DayAway(DAYS_AWAY.get(then, 0)), number), end + 2)
