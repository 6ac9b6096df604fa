"""No numeral of a finished text goes out that leads to nothing bound."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from assistant.answers.numerals import Kind, read_numerals
from assistant.answers.trace import untraced
from assistant.figures import Figure, Unit, adding_up, show, show_points


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


BAD_DIGITS = [
    "Tracked hours: 1,234.6 h.",  # one digit changed
    "Tracked hours: 1,334.5 h.",
    "Tracked hours: 1,234.50001 h.",
    "Tracked hours: 11,234.5 h.",
    "Tracked hours: 12,34.5 h.",  # not how thousands are grouped here
    "Tracked hours: 1.234,5 h.",
    "Tracked hours: 1 234.5 h.",
    "Tracked hours: 1'234.5 h.",
    "Tracked hours: 01,234.5 h.",
    "Tracked hours: 1234.5.",  # no unit
    "Tracked hours: 1,234.5 days.",  # another unit
    "Tracked hours: 1,234.5 %.",
    "Tracked hours: €1,234.50.",
    "Tracked hours: 1,234.5 minutes.",
    "It took 12 billable days.",
    "Tracked hours: 24 h.",  # 24 is a count
    "Tracked hours: 24 billable hours.",
    "Tracked hours: 24h.",
    "A 24-hour week.",
    "Tracked hours: -12 h.",  # another sign
    "Tracked hours: −12 h.",
    "Tracked hours: minus 12 h.",
    "Profit: €850.00.",
    "Profit: €-851.00.",
    "Profit: 850 EUR.",
    "Revenue: $12,340.50.",  # another currency
    "Revenue: US$12,340.50.",
    "Revenue: GBP 12,340.50.",
    "Revenue: 12,340.50 CHF.",
    "Revenue: 12,340.50 dollars.",
    "Revenue: €12,340.50 CHF.",
    "Revenue: €12,340.",  # fewer decimals than ours
    "Revenue: €12,341.",
    "Revenue: €12.3k.",
    "Revenue: €12 thousand.",
    "Revenue: 12,340.50.",
    "Utilization: 81 %.",
    "Utilization: 81.2 %.",  # half even, and half up is ours
    "Utilization: 81.3.",
    "Utilization: 0.8125.",
    "Utilization: 82.3 percent.",
    "Utilization: 812.5 ‰.",
    "The index is 1.2.",
    "The index is 1.23.",
    "11.4 people are employed.",
    "7 FTE are employed.",
    "8 people are employed.",
    "7 projects are late.",  # people, not projects
    "25 projects are late.",
    "3.0 projects are late.",
    "Up from 24 to 81.3 in points.",
]
BAD_FORMS = [
    "About 24 projects are late.",
    "Nearly 81.3 % was billable.",
    "Almost €12,340.50 is left.",
    "~24 projects are late.",
    "≈24 projects are late.",
    "24+ projects are late.",
    "24 or so projects are late.",
    "24-odd projects are late.",
    "Some 24 projects are late.",
    "Just over 81.3 % was billable.",
    "3-24 projects are late.",
    "3–24 projects are late.",
    "3k projects.",
    "1.2k hours.",
    "3m in revenue.",
    "24 million in revenue.",
    "€24bn.",
    "3 dozen.",
    "3x the budget.",
    "3× the budget.",
    "A 3-fold rise.",
    "3 times as much.",
    "1/3 of the hours.",
    "3/24 are late.",
    "3 in 24 are late.",
    "24/7 work.",
    "The 3rd of them.",
    "The 24th client.",
    "At 3 pm.",
    "At 3:24.",
    "In phase 3.",
    "In week 24.",
    "Phase III.",
    "Project v3 and #24.",
    "COVID-24 was 3x.",
]
BAD_WORDS = [
    "Nearly half of the hours were billable.",
    "Half of the hours were billable.",
    "Ana logged twice as much.",
    "Revenue doubled.",
    "Revenue tripled.",
    "Costs were halved.",
    "A threefold rise.",
    "It rose tenfold.",
    "An order of magnitude more.",
    "Three of five projects are late.",
    "Three out of five projects are late.",
    "One in four projects is late.",
    "A third of the projects are late.",
    "Two thirds of the projects are late.",
    "Three quarters of the projects are late.",
    "A quarter of the hours is missing.",
    "It fell by a quarter.",
    "Both projects are late.",
    "A single project is late.",
    "Twenty-five projects are late.",
    "Two hundred and four projects are late.",
    "About three projects are late.",
    "Minus three projects.",
    "Three hours are missing.",
    "Three percent is missing.",
    "Three million.",
    "Three times as many.",
    "A couple of projects are late.",
    "Dozens of projects are late.",
    "A dozen projects are late.",
    "A handful of projects are late.",
    "Several projects are late.",
    "A few projects are late.",
    "Hundreds of hours are missing.",
    "The majority of hours is billable.",
    "Most of the hours are billable.",
    "The third project is late.",
    "The second client.",
    "The first project is late.",
    "The twenty-first project is late.",
    "None of the projects are late.",
    "Zero projects are late.",
    "No hours were logged.",
    "There are no overdue tasks.",
    "One project is late.",
    "Only one is late.",
    "Every second project is late.",
    "We are halfway there.",
    "24 (percent) are late.",
    "24 km.",
    "€€12,340.50.",
    "Nearly\n81.3 % was billable.",
    "Minus\n12 h.",
    "A six-figure sum.",
    "Fifty-fifty.",
    "Twenty twenty-six.",
    "Twelve hours were logged.",
]
BAD_DATES = [
    "Through 9 October 2025.",
    "Through 10 October 2026.",
    "Through 9 November.",
    "Through 2026-10-08.",
    "Through 2026-10.",
    "Through 10/09/2026.",
    "Through 09.10.2026.",
    "In October 2026.",
    "In Oct '26.",
    "In 2026.",
    "In 2025.",
    "In Q2 2026.",
    "In Q3 2025.",
    "In Q3.",
    "In the last 7 months.",
    "In FY 2024/25.",
    "In FY26.",
    "In H1.",
    "In October 9 h were logged.",
]
BAD_DISGUISES = [
    "２４ projects are late.",  # noqa: RUF001 - full-width
    "٢٤ projects are late.",
    "२४ projects are late.",
    "\U0001d7d0\U0001d7d2 projects are late.",  # mathematical bold
    "²⁴ projects are late.",
    "②④ projects are late.",
    "二十四 projects are late.",
    "½ of the projects.",
    "3½ projects.",
    "Ⅲ projects are late.",
    "2\u200b4 projects are late.",  # hidden between the digits
    "2\u00ad4 projects are late.",
    "2\ufeff4 projects are late.",
    "2\x084 projects are late.",
    "1\u200d24 projects are late.",
    "&#50;4 projects are late.",
    "2&#52; projects are late.",
    "2&zwj;4 projects are late.",
    "&frac12; of the projects.",
    "1&#8239;024 projects are late.",
    "2**4** projects are late.",
    "2<b>4</b> projects are late.",
    "24 <b>%</b> are late.",
    "\u202e42\u202c projects are late.",
    "2\ufe0f\u20e34\ufe0f\u20e3 projects are late.",
    "twi\u200bce as much.",
    "ｈａｌｆ of the hours.",  # noqa: RUF001 - full-width
    "hаlf of the hours.",  # noqa: RUF001 - with a Cyrillic a
    "&#104;alf of the hours.",
    "Studio24 is late.",
    "Ana3 is late.",
    "l24 is late.",
    "24O is late.",
    "2e3 hours.",
    "💯 of them.",
    ".3 projects.",
    "0x18 projects.",
]
BAD_NAMES = [
    "In 42 hours were logged.",  # a project called 42
    "42 is late.",
    "40 hours were logged.",  # a project called "40 hours"
    "3 projects, and 40 hours.",
    "Studio 421 is late.",
    "Studio 42.5 h were logged.",
    "Studio 42 % of it.",
    "Studio 42-44 is late.",
    "studio 42 is late.",
    "AStudio 42 is late.",
    "B2B is late.",
    "Half of Half Moon.",
    "The year 2026.",
]


@pytest.mark.parametrize("text", BAD_DIGITS + BAD_FORMS + BAD_WORDS + BAD_DATES + BAD_DISGUISES + BAD_NAMES)
def test_what_nobody_computed_does_not_go_out(text: str) -> None:
    assert left(text)


GOOD = [
    "Tracked hours, last quarter (Q3 2026): 1,234.5 h.",
    "Tracked hours in Q3 2026: 1234.5 h.",
    "Tracked hours: 1,234.5 hours (and 1,234.50 h).",
    "Last 6 months: 1,234.5 billable hours.",
    "A 12-hour day; 12h; 12 h; 12.0 h; +12 h.",
    "12 hours, said again: 12 h.",
    "Revenue: €12,340.50; EUR 12,340.50; 12,340.50 EUR; € 12,340.5.",
    "Revenue (€12,340.50) and profit (-€850.00).",
    "Profit: −€850.00, €-850, -850.00 EUR, minus €850.",
    "Utilization: 81.3 % (1,234.5 h of 12 h).",
    "Utilization: 81.3% or 81.3 percent or 81.25 per cent.",
    "Up 81.3 percentage points.",
    "Between 50 % and 81.3 % once the missing hours are in.",
    "Index: 1.24, exactly 1.2372.",
    "12.5 days of absence, 12.5 working days, a 12.5-day leave.",
    "11.4 FTE and 7 people.",
    "Seven people, three projects, twenty-four clients.",
    "3 of 24 projects are late.",
    "Three of twenty-four projects are late.",
    "24 people and 3 people.",  # people that were counted
    "(highest 3 of 24)",
    "Highest: Ana Kovač (81.3 %); lowest: Studio 42 (50 %).",
    "Studio 42: 12 h; Studio 42's hours; in Studio 42.",
    "Studio 42 – 12 h.",
    "Studio 42 hours by person: 12 h.",
    "B2B Portal is late.",
    "Half Moon is late.",
    'Project “42” has 12 h; «42» too, and "42".',
    "Project “40 hours” has 12 h.",
    "Through 9 October 2026; through 9 October.",
    "Through 2026-10-09, Oct 9, October 9, 2026 and 9 Oct 2026.",
    "In FY 2025/26, Last Quarter (Q3 2026).",
    "More than 81.3 %, at least 24 projects, over 12 h, below 50 %.",
    "**81.3 %** of the hours, `24` projects, _3_ of them.",
    "- 24 projects\n- 12 h\n* 3 deals",
    "Total: 24; 3.",
    "The one that is late; that one, too; name one, or ask for all.",
    "An hour a day, once a quarter, last quarter, a quarter later.",
    "Seconds, minutes and hours of work; per second.",
    "Money before its first exchange rate; at first; your first month.",
    "3 people have no cost rate and are left out.",
    "Nothing was recorded. Nobody is free. Many, few, most, all and some.",
    "Someone phoned often; everyone, anyone; stone, weight, attend.",
    "It may march on; I am V; plan C; type X.",
    "n/a",
    "",
    "€ and %, Q and FY, + and -.",
    "€12,340.50 confirmed + €12,340.50 weighted.",
    "3 won deals; 24 open tasks; 3 time entries.",
    "EUR and CHF converted to EUR; all 24 of them.",
    "Billed at €12,340.50/h, or €12,340.50 per hour.",
]


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


UNITS = st.sampled_from(Unit)
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
def test_a_figure_is_not_traced_to_another(one: Figure, other: Figure) -> None:
    assume(show(one) != show(other) and one.number != other.number)
    assert untraced(f"Total: {show(one)}.", (other,), (), (), ()) != ()


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
