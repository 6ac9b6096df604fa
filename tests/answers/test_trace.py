"""No numeral of a finished text goes out that leads to nothing bound."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from assistant.answers.numerals import Kind, read_numerals
from assistant.answers.trace import untraced
from assistant.figures import Figure, Unit, adding_up, show, show_points, shown_number
from tests.answers.planted import BAD, GOOD


def figure(value: str, unit: Unit, key: str = "value", currency: str = "EUR") -> Figure:
    return Figure(key, Fraction(value), unit, currency if unit is Unit.MONEY else None)


FIGURES = (
    figure("1234.5", Unit.HOURS),
    figure("12", Unit.HOURS),
    figure("12340.5", Unit.MONEY),
    figure("-850", Unit.MONEY),
    figure("0.8125", Unit.PERCENT),
    figure("0.5", Unit.PERCENT),
    figure("12.5", Unit.DAYS),
    figure("1.2372", Unit.INDEX),
    figure("11.4", Unit.PEOPLE, "fte"),
    figure("7", Unit.PEOPLE, "headcount"),
    figure("3", Unit.COUNT),
    figure("24", Unit.COUNT),
)
DATES = (date(2026, 10, 9),)
LABELS = ("last quarter (Q3 2026)", "last 6 months", "FY 2025/26")
NAMES = ("Ana Kovač", "Studio 42", "B2B Portal", "42", "40 hours", "3 projects", "Half Moon", "2026")


def left(text: str, locale: str = "en") -> list[str]:
    return [one.text for one in untraced(text, FIGURES, DATES, LABELS, NAMES, locale)]


@pytest.mark.parametrize("text", BAD)
def test_what_nobody_computed_does_not_go_out(text: str) -> None:
    assert left(text)


@pytest.mark.parametrize("text", GOOD)
def test_what_was_bound_goes_out(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "Im Ergebnis 1.234,5 h, 12.340,50 €, 81,3 %, 1,24 bis zum 9. Oktober 2026 (09.10.2026)."),
        ("fr", "1\u202f234,5 h, 12\u202f340,50\xa0€, 81,3 % au 9 octobre 2026."),
        ("de_CH", "1’234.5 h, EUR\xa012’340.50, 9. Oktober."),
        ("en_US", "1,234.5 h through October 9, 2026."),
    ],
)
def test_a_locale_has_its_own_separators_and_dates(locale: str, text: str) -> None:
    assert left(text, locale) == []


def test_english_separators_are_not_read_in_german() -> None:
    assert left("1,234.5 h", "de") == ["1,234.5 h"]


@pytest.mark.parametrize(
    ("currency", "locale"),
    [("SEK", "sv"), ("PLN", "pl"), ("CZK", "cs"), ("INR", "hi"), ("JPY", "ja"), ("XOF", "fr"), ("AED", "ar"),
     ("EUR", "nl"), ("BRL", "pt_BR"), ("DKK", "da"), ("TRY", "tr"), ("CHF", "de_CH"), ("AUD", "en"), ("ABC", "en")],
)  # fmt: skip
def test_money_is_traced_in_the_way_any_locale_says_it(currency: str, locale: str) -> None:
    money = figure("-1234567.5", Unit.MONEY, currency=currency)
    assert untraced(f"Profit: {show(money, locale)}.", (money,), (), (), (), locale) == ()


def test_a_currency_sign_of_two_countries_is_the_one_the_locale_means() -> None:
    money = figure("5", Unit.MONEY, currency="AUD")
    assert untraced("A$5.00", (money,), (), (), (), "en") == ()
    assert untraced("$5.00", (money,), (), (), (), "en") != ()
    assert untraced("$5.00", (money,), (), (), (), "en_AU") == ()


@pytest.mark.parametrize(
    ("text", "zero"),
    [
        ("No hours were logged.", figure("0", Unit.HOURS)),
        ("There are no overdue tasks.", figure("0", Unit.COUNT)),
        ("Zero tasks are late.", figure("0", Unit.COUNT)),
        ("No revenue yet.", figure("0", Unit.MONEY)),
        ("None was logged.", figure("0", Unit.HOURS)),
        ("No people are free.", figure("0", Unit.PEOPLE)),
    ],
)
def test_a_claim_of_zero_needs_a_figure_that_is_zero(text: str, zero: Figure) -> None:
    assert untraced(text, (zero,), (), (), ()) == ()
    assert untraced(text, FIGURES, (), (), ()) != ()


def test_no_hours_is_not_said_of_a_count_or_of_less_than_is_shown() -> None:
    assert untraced("No hours.", (figure("0", Unit.COUNT), figure("0.001", Unit.HOURS)), (), (), ()) != ()


def test_a_month_or_quarter_can_be_the_name_of_a_row() -> None:
    names = ("2026-07", "2026-Q3", "2026-W41", "2026-10-09", "FY27-Q2", "FY27")
    assert untraced(" and ".join(names), (), (), (), names) == ()
    assert untraced("2026-08", (), (), (), names) != ()


def test_a_project_called_like_a_quarter_lends_its_name_to_no_quarter() -> None:
    assert untraced("Revenue in Q3: n/a", (), (), (), ("Q3",)) != ()
    assert untraced("Revenue of “Q3”: n/a", (), (), (), ("Q3",)) == ()


def test_a_year_is_a_label_and_lends_its_digits_to_nothing_else() -> None:
    assert untraced("In 2026: n/a", (), (), ("2026",), ()) == ()
    assert [one.text for one in untraced("2026 h, €2026", (), (), ("2026",), ())] == ["2026 h", "€2026"]


def test_a_year_is_no_count() -> None:
    count = figure("2026", Unit.COUNT)
    assert untraced("2,026 tasks", (count,), (), (), ()) == ()
    assert untraced("In 2026", (count,), (), (), ()) != ()


def test_parts_that_add_up_are_traced_as_they_are_said() -> None:
    total = figure("1", Unit.MONEY)
    parts = adding_up([figure("1/3", Unit.MONEY)] * 3, total)
    text = f"{' + '.join(show(part) for part in parts)} = {show(total)}"
    assert untraced(text, (*parts, total), (), (), ()) == ()


def test_points_are_traced_to_the_percentage_they_are() -> None:
    points = figure("-0.0325", Unit.PERCENT)
    assert untraced(show_points(points), (points,), (), (), ()) == ()


def test_the_untraced_say_where_they_stand() -> None:
    (found,) = untraced("Ana: &#49;2 h", FIGURES, (), (), ())
    assert (found.span, found.text, found.kind) == ((5, 13), "&#49;2 h", Kind.DISGUISED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("81.3 %", "0.813"),
        ("1.234,5", "1234.5"),
        ("12,345", "12345"),
        ("-€5", "-5"),
        ("a hundred and twenty-five", "125"),
        ("two million three hundred thousand and four", "2300004"),
        ("twelve hundred", "1200"),
        ("twenty-five", "25"),
        ("two thirds", "2/3"),
        ("half", "1/2"),
        ("½", "1/2"),
        ("٢٤", "24"),
        ("none", "0"),
    ],
)
def test_a_numeral_is_read_for_its_value(text: str, value: str) -> None:
    (numeral,) = read_numerals(text)
    assert numeral.value == Fraction(value)


SAID_IN_NUMERALS = [one for one in Unit if one is not Unit.HEALTH]
"""How something stands is said in words."""
UNITS = st.sampled_from(SAID_IN_NUMERALS)
VALUES = st.fractions(-(10**9), 10**9, max_denominator=36_000_000) | st.integers(-(10**6), 10**6).map(Fraction)
FRAMES = st.sampled_from(
    [
        "Total: {}.",
        "{} in all",
        "({})",
        "Ana Kovač ({}); lowest: Bo",
        "it was {}, of which",
        "**{}**",
        "x\n{}\ny",
    ]
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    unit, value = draw(UNITS), draw(VALUES)
    if unit is Unit.COUNT:
        value = Fraction(round(value))
    if unit is Unit.DATE:
        value = Fraction(draw(st.integers(10_000, 40_000)))
    key = draw(st.sampled_from(("fte", "headcount"))) if unit is Unit.PEOPLE else "value"
    currency = draw(st.sampled_from(("EUR", "USD", "CHF", "JPY", "KWD", "SEK"))) if unit is Unit.MONEY else None
    return Figure(key, value, unit, currency)


def changed(words: str, place: int, step: int) -> str:
    """`words` with one of its digits, the `place`-th counted round, made another."""
    places = [at for at, char in enumerate(words) if char.isdigit()]
    at = places[place % len(places)]
    return f"{words[:at]}{(int(words[at]) + step) % 10}{words[at + 1 :]}"


@given(figures(), FRAMES, st.sampled_from(("en", "en_US", "de", "fr", "de_CH", "sv", "hi")))
def test_a_figure_that_is_said_is_traced(one: Figure, frame: str, locale: str) -> None:
    assert untraced(frame.format(show(one, locale)), (one,), (), (), (), locale) == ()


@given(figures(), FRAMES, st.integers(0, 30), st.integers(1, 9))
@example(figure("2/3", Unit.HOURS), "Total: {}.", 1, 4)
def test_a_figure_with_one_digit_changed_is_not_traced(one: Figure, frame: str, place: int, step: int) -> None:
    assert untraced(frame.format(changed(show(one), place, step)), (one,), (), (), ()) != ()


@given(figures(), figures())
def test_a_figure_is_not_traced_to_one_of_another_number(one: Figure, other: Figure) -> None:
    assume(shown_number(one) not in {other.number, shown_number(other)})
    assert untraced(f"Total: {show(one)}.", (other,), (), (), ()) != ()


ALIKE = ({Unit.DAYS, Unit.LAG_DAYS}, {Unit.PEOPLE, Unit.COUNT})  # "7 people" may be a count


UNLIKE = [pair for pair in permutations(Unit, 2) if set(pair) not in ALIKE and pair[0] in SAID_IN_NUMERALS]


@pytest.mark.parametrize(("said", "bound"), UNLIKE, ids=str)
def test_a_figure_is_not_traced_to_the_same_number_of_another_unit(said: Unit, bound: Unit) -> None:
    assert untraced(f"Total: {show(figure('7', said))}.", (figure("7", bound),), (), (), ()) != ()


def assert_whole(text: str, names: Sequence[str]) -> None:
    for numeral in untraced(text, FIGURES, DATES, LABELS, names):
        start, end = numeral.span
        assert 0 <= start < end <= len(text)
        assert numeral.text == text[start:end]


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_text_is_read_to_its_end(text: str, names: list[str]) -> None:
    assert_whole(text, names)


PIECES = st.sampled_from(
    ["1", "23", ",", ".", " ", "-", "−", "€", "EUR", "%", "h", "half", "one", "two", "hundred", "and", "of", "a", "no",
     "Q3", "October", "2026", "/", ":", "'", "½", "\u200b", "&#49;", "**", "<b>", "third", "x", "k", "(", "“", "in"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.lists(PIECES, max_size=25).map(" ".join))
def test_any_medley_of_numbers_is_read_to_its_end(text: str) -> None:
    assert_whole(text, NAMES)


@pytest.mark.parametrize("text", ["9" * 6000, "9," * 3000 + "9", "one " * 3000, "&#9" * 2000, "<a" * 3000, "-" * 6000])
def test_a_long_number_is_read_like_any_other(text: str) -> None:
    assert_whole(text, NAMES)
