"""Figures become words in one way, and numbers for programs in another."""

from fractions import Fraction

import pytest

from assistant.errors import MetricError
from assistant.figures import Figure, Unit, adding_up, show, show_points, to_json


def figure(value: str, unit: Unit, key: str = "value") -> Figure:
    return Figure(key, Fraction(value), unit, "EUR" if unit is Unit.MONEY else None)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1234.5", Unit.HOURS, "1,234.5 h"),
        ("40", Unit.HOURS, "40 h"),
        ("-7.755", Unit.HOURS, "-7.76 h"),
        ("12340.5", Unit.MONEY, "€12,340.50"),
        ("-0.005", Unit.MONEY, "-€0.01"),
        ("-0.0049", Unit.MONEY, "€0.00"),
        ("0.8125", Unit.PERCENT, "81.3 %"),
        ("0.8", Unit.PERCENT, "80 %"),
        ("1.235", Unit.INDEX, "1.24"),
        ("1", Unit.INDEX, "1.00"),
        ("12.5", Unit.DAYS, "12.5 days"),
        ("1", Unit.DAYS, "1 day"),
        ("2.5", Unit.LAG_DAYS, "2.5 days"),
        ("12", Unit.PEOPLE, "12 people"),
        ("1", Unit.PEOPLE, "1 person"),
        ("1234", Unit.COUNT, "1,234"),
        ("20698", Unit.DATE, "2 September 2026"),
    ],
)
def test_a_figure_is_said_in_its_unit_rounded_half_up(value: str, unit: Unit, words: str) -> None:
    assert show(figure(value, unit)) == words


def test_people_whose_key_says_fte_are_full_time_equivalents() -> None:
    assert show(figure("11.4", Unit.PEOPLE, "fte_before")) == "11.4 FTE"


def test_a_third_of_an_hour_is_said_in_two_decimals() -> None:
    assert show(figure("1/3", Unit.HOURS)) == "0.33 h"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "US$12,340.50"),
        ("en_US", "$12,340.50"),
        ("de", "12.340,50\xa0$"),
        ("fr", "12\u202f340,50\xa0$US"),
    ],
)
def test_money_is_said_as_the_locale_says_it(locale: str, words: str) -> None:
    assert show(Figure("revenue", Fraction("12340.5"), Unit.MONEY, "USD"), locale) == words


@pytest.mark.parametrize(
    ("currency", "value", "words"),
    [
        ("CHF", "12340.5", "CHF 12,340.50"),
        ("CHF", "-12340.5", "-CHF 12,340.50"),
        ("JPY", "12340.5", "JP¥12,341"),
        ("KWD", "1.2345", "KWD 1.235"),
    ],
)
def test_a_currency_has_its_own_decimals_and_its_letters_stand_apart(currency: str, value: str, words: str) -> None:
    assert show(Figure("revenue", Fraction(value), Unit.MONEY, currency)) == words


def test_hours_are_said_with_the_separators_of_the_locale() -> None:
    assert show(figure("1234.5", Unit.HOURS), "de") == "1.234,5 h"


def test_a_difference_of_percentages_can_be_said_in_points() -> None:
    assert show_points(figure("0.032", Unit.PERCENT)) == "3.2 percentage points"


@pytest.mark.parametrize(
    "key", ["margin_change", "change_in_margin", "utilization_gap", "margin_drift", "change_in_gap"]
)
def test_the_difference_of_two_shares_is_said_in_points_wherever_it_stands(key: str) -> None:
    assert show(Figure(key, Fraction(-1, 8), Unit.PERCENT)) == "-12.5 percentage points"
    assert show(Figure("revenue_change_percent", Fraction(-1, 8), Unit.PERCENT)) == "-12.5 %"


def test_no_invisible_mark_is_left_in_money() -> None:
    assert show(figure("-5", Unit.MONEY), "ar") == "-5.00\xa0€"


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("0.0000005", Unit.HOURS, 0.0),
        ("0.0000015", Unit.HOURS, 0.000002),
        ("2/3", Unit.MONEY, 0.666667),
        ("2/3", Unit.PERCENT, 0.6666666667),
        ("1.24", Unit.INDEX, 1.24),
        ("0.00000000005", Unit.PERCENT, 0.0),
        ("7/3", Unit.DAYS, 2.333333),
    ],
)
def test_json_is_rounded_half_even_to_6_decimals_and_ratios_to_10(value: str, unit: Unit, number: float) -> None:
    assert to_json(figure(value, unit)) == number


def test_a_day_is_iso_in_json() -> None:
    assert to_json(figure("20698", Unit.DATE)) == "2026-09-02"


@pytest.mark.parametrize("unit", [Unit.COUNT, Unit.PEOPLE])
def test_counts_and_heads_are_whole_numbers_in_json(unit: Unit) -> None:
    assert repr(to_json(figure("12", unit))) == "12"


def test_fte_is_a_ratio_in_json() -> None:
    assert repr(to_json(figure("12", Unit.PEOPLE, "fte"))) == "12.0"


def test_what_is_said_of_parts_adds_up_to_what_is_said_of_their_total() -> None:
    """
    exact      said
    0.333…     0.34
    0.333…     0.33
    0.333…     0.33
    total 1    1.00
    """
    parts = adding_up([figure("1/3", Unit.MONEY)] * 3, figure("1", Unit.MONEY))
    assert [show(part) for part in parts] == ["€0.34", "€0.33", "€0.33"]


def test_parts_that_were_rounded_to_add_up_keep_their_exact_value() -> None:
    parts = adding_up([figure("1/3", Unit.MONEY)] * 3, figure("1", Unit.MONEY))
    assert {part.value for part in parts} == {Fraction(1, 3)}


def test_shares_that_add_up_are_rounded_as_percentages() -> None:
    parts = adding_up([figure("1/3", Unit.PERCENT)] * 3, figure("1", Unit.PERCENT))
    assert [show(part) for part in parts] == ["33.4 %", "33.3 %", "33.3 %"]


def test_money_without_a_currency_is_a_fault() -> None:
    with pytest.raises(MetricError) as fault:
        Figure("revenue", Fraction(1), Unit.MONEY, None, ("Design", "2026-07"))
    assert str(fault.value) == ("The figure revenue (Design / 2026-07) is money without a currency; name its currency.")
