"""Exact numbers, and how they are shown."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.agency.units import (
    MONEY_SCALE,
    SECONDS_PER_HOUR,
    SLICE_SCALE,
    english_in,
    hours_from,
    largest_remainder,
    rounded,
    scaled,
    show_date,
    show_day,
    show_days,
    show_hours,
    show_money,
    show_number,
    show_percent,
)


@pytest.mark.parametrize(
    ("text", "scale", "inside"),
    [
        ("7.5", SECONDS_PER_HOUR, 27_000),
        ("0.1", SECONDS_PER_HOUR, 360),
        ("0.00013888", SECONDS_PER_HOUR, 0),
        ("0.00013889", SECONDS_PER_HOUR, 1),
        ("0.00005", MONEY_SCALE, 1),
        ("-0.00005", MONEY_SCALE, -1),
        ("1e2", MONEY_SCALE, 1_000_000),
    ],
)
def test_decimal_text_is_rounded_half_up_once(text: str, scale: int, inside: int) -> None:
    assert scaled(text, scale) == inside


@pytest.mark.parametrize("text", ["", "seven", "1,5", "NaN", "Infinity", "1_000", " 1", "1e999"])
def test_what_is_no_number_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        scaled(text, MONEY_SCALE)


def test_a_number_that_does_not_fit_is_an_error() -> None:
    with pytest.raises(ValueError, match="is too large"):
        scaled("1e15", MONEY_SCALE)


def test_seconds_times_price_is_a_slice() -> None:
    assert scaled("1", SECONDS_PER_HOUR) * scaled("1", MONEY_SCALE) == SLICE_SCALE


def test_seconds_become_decimal_hours() -> None:
    assert hours_from(27_000) == Decimal("7.5")


def test_parts_shown_add_up_to_the_total_shown() -> None:
    thirds = [Decimal(100) / 3] * 3
    assert largest_remainder(thirds, Decimal(100), 2) == (
        Decimal("33.34"),
        Decimal("33.33"),
        Decimal("33.33"),
    )


@given(st.lists(st.decimals(-(10**9), 10**9, places=6), max_size=30), st.integers(0, 3))
def test_largest_remainder_always_adds_up(parts: list[Decimal], digits: int) -> None:
    total = sum(parts, Decimal(0))
    shown = largest_remainder(parts, total, digits)
    assert sum(shown, Decimal(0)) == rounded(total, digits)
    assert all(abs(one - part) <= Decimal(1).scaleb(-digits) for one, part in zip(shown, parts, strict=True))


def test_parts_of_something_else_are_an_error() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        largest_remainder([Decimal(1), Decimal(2)], Decimal(4), 2)


def test_what_people_read() -> None:
    assert show_hours(Decimal("1234.5"), "en") == "1,234.5 h"
    assert show_hours(Decimal(8), "en") == "8 h"
    assert show_money(Decimal("12340.5"), "EUR", "en") == "€12,340.50"
    assert show_money(Decimal("12340.5"), "JPY", "en") == "JP¥12,341"
    assert show_percent(Decimal("0.8125"), "en") == "81.3 %"
    assert show_percent(Decimal("0.8"), "en") == "80 %"
    assert show_days(Decimal(1), "en") == "1 day"
    assert show_days(Decimal("12.5"), "en") == "12.5 days"
    assert show_date(date(2026, 10, 9), "en") == "9 October 2026"


def test_other_countries_read_it_their_way() -> None:
    assert show_hours(Decimal("1234.5"), "de") == "1.234,5 h"
    assert show_money(Decimal("12340.5"), "EUR", "de-DE") == "12.340,50\xa0€"
    assert show_date(date(2026, 10, 9), "de") == "9. Oktober 2026"
    assert show_date(date(2026, 10, 9), "en_US") == "October 9, 2026"


def test_a_day_in_an_english_sentence_is_english_in_every_locale() -> None:
    said = [show_day(date(2026, 3, 9), locale) for locale in ("de", "fr", "hr", "en_US", "en")]
    assert said == ["9 March 2026", "9 March 2026", "9 March 2026", "March 9, 2026", "9 March 2026"]


@pytest.mark.parametrize("locale", ["de", "de_AT", "de-CH", "en_US", "fr"])
def test_a_page_in_english_keeps_the_numbers_of_the_house(locale: str) -> None:
    assert show_number(Decimal("1234.5"), english_in(locale), 2) == show_number(Decimal("1234.5"), locale, 2)
    assert not english_in(locale).startswith("de")
