"""Numbers and dates as people write them in different countries."""

from decimal import Decimal

import pytest

from ingest.locale import (
    UndecidedError,
    date_order,
    decimal_hours,
    decimal_mark,
    evidence,
    iso_date,
    iso_timestamp,
    plain_amount,
    plain_number,
)


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["20,0", "2.000,0"], ","),
        (["1,234.50"], "."),
        (["7,5", "8"], ","),
        (["7.5", "8"], "."),
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["0,125"], ","),
        (["1,234"], "."),
        (["1\u202f234,5"], ","),
        (["7,5", "7.5"], "."),
        ([], "."),
    ],
)
def test_all_numbers_of_a_file_decide_its_decimal_mark(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark


@pytest.mark.parametrize(
    ("text", "mark", "plain"),
    [
        ("2.000,50", ",", "2000.50"),
        ("2,000.50", ".", "2000.50"),
        ("1'234.5", ".", "1234.5"),
        ("-1\u00a0234,5", ",", "-1234.5"),
        (",5", ",", ".5"),
        ("12,34.5", ".", "12,34.5"),
        ("7,5", ".", "7,5"),
        ("much", ",", "much"),
        ("(1,234.50)", ".", "-1234.50"),
        ("1.234,50-", ",", "-1234.50"),
        ("\u22127,5", ",", "-7.5"),
        ("", ",", ""),
    ],
)
def test_a_number_is_written_as_programs_do_or_left_alone(text: str, mark: str, plain: str) -> None:
    assert plain_number(text, mark) == plain


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2026-03-04"], "ymd"),
        (["04.03.2026"], "dmy"),
        (["04/03/2026", "25/03/2026"], "dmy"),
        (["04/03/2026", "03/25/2026"], "mdy"),
        (["2026-03-04", "04/03/2026"], "ymd"),
        (["04/03/2026", "25/03/2026", "31/31/2026"], "dmy"),
        (["03/04/26", "03/25/26"], "mdy"),
        (["04/03/2026 10:15", "25/03/2026 10:15"], "dmy"),
        (["4-Mar-2026", "45000", "20260304"], "ymd"),
        (["soon"], "ymd"),
        ([], "ymd"),
    ],
)
def test_a_column_of_dates_decides_its_order(texts: list[str], order: str) -> None:
    assert date_order(texts) == order


@pytest.mark.parametrize(
    "texts", [["04/03/2026"], ["25/03/2026", "03/25/2026"], ["26-10-31"], ["31-10-26"], ["4/3/2026 1:00 PM"]]
)
def test_a_column_that_cannot_decide_says_so(texts: list[str]) -> None:
    with pytest.raises(UndecidedError):
        date_order(texts)


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("4.3.2026", "dmy", "2026-03-04"),
        ("3/4/2026", "mdy", "2026-03-04"),
        ("2026-3-4", "ymd", "2026-03-04"),
        ("31.02.2026", "dmy", "31.02.2026"),
        ("4.3/2026", "dmy", "4.3/2026"),
        ("04.03.2026", "ymd", "04.03.2026"),
        ("04. 03. 2026", "dmy", "2026-03-04"),
        ("31-Oct-2026", "ymd", "2026-10-31"),
        ("31-Oct-26", "ymd", "2026-10-31"),
        ("31 October 2026", "ymd", "2026-10-31"),
        ("Oct 31, 2026", "ymd", "2026-10-31"),
        ("Saturday, October 31st, 2026", "ymd", "2026-10-31"),
        ("31. Oktober 2026", "ymd", "2026-10-31"),
        ("3. März 2026", "ymd", "2026-03-03"),
        ("1er août 2026", "ymd", "2026-08-01"),
        ("31 Fooember 2026", "ymd", "31 Fooember 2026"),
        ("2026/10/31", "dmy", "2026-10-31"),
        ("20261031", "mdy", "2026-10-31"),
        ("20261331", "mdy", "20261331"),
        ("2026-10-31T00:00:00", "ymd", "2026-10-31"),
        ("2026-10-31 17:30:00", "ymd", "2026-10-31"),
        ("2026-10-31T00:00:00Z", "ymd", "2026-10-31"),
        ("2026-10-31T23:30:00Z", "ymd", "2026-10-31T23:30:00Z"),
        ("46326", "dmy", "2026-10-31"),
        ("46326.0", "ymd", "2026-10-31"),
        ("12345", "ymd", "12345"),
        ("31.10.68", "dmy", "2068-10-31"),
        ("31.10.69", "dmy", "1969-10-31"),
    ],
)
def test_a_date_is_written_in_iso_order_or_left_alone(text: str, order: str, iso: str) -> None:
    assert iso_date(text, order) == iso


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("10/31/2026 5:30 PM", "mdy", "2026-10-31T17:30:00"),
        ("10/31/2026 12:05 am", "mdy", "2026-10-31T00:05:00"),
        ("31.10.2026 17:30", "dmy", "2026-10-31T17:30:00"),
        ("31 Oct 2026, 17:30:15", "ymd", "2026-10-31T17:30:15"),
        ("2026-10-31T17:30:00+02:00", "ymd", "2026-10-31T17:30:00+02:00"),
        ("46326.5", "ymd", "2026-10-31T12:00:00"),
        ("31.10.2026", "dmy", "2026-10-31"),
        ("31.10.2026 25:30", "dmy", "31.10.2026 25:30"),
        ("noon", "dmy", "noon"),
    ],
)
def test_a_time_is_written_in_iso_order_or_left_alone(text: str, order: str, iso: str) -> None:
    assert iso_timestamp(text, order) == iso


@pytest.mark.parametrize(
    ("text", "mark", "plain"),
    [
        ("€ 1.234,50", ",", ("1234.50", "€")),
        ("$2,850.00", ".", ("2850.00", "$")),
        ("1 234 EUR", ",", ("1234", "EUR")),
        ("-€5.00", ".", ("-5.00", "€")),
        ("€-5.00", ".", ("-5.00", "€")),
        ("(1.234,50 €)", ",", ("-1234.50", "€")),
        ("CHF 1'234.50", ".", ("1234.50", "CHF")),
        ("50.\u2013", ".", ("50", "")),
        ("12.50-", ".", ("-12.50", "")),
        ("(-5)", ".", ("(-5)", "")),
        ("EUR 5 USD", ".", ("EUR 5 USD", "")),
        ("5 hours", ".", ("5 hours", "")),
        ("free", ".", ("free", "")),
    ],
)
def test_an_amount_parts_from_the_currency_beside_it_or_is_left_alone(
    text: str, mark: str, plain: tuple[str, str]
) -> None:
    assert plain_amount(text, mark) == plain


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7:30", "7.5"),
        ("07:30:36", "7.51"),
        ("-1:30", "-1.5"),
        ("7h 30m", "7.5"),
        ("7h30", "7.5"),
        ("7.5h", "7.5"),
        ("7,5 Std.", "7.5"),
        ("450 min", "7.5"),
        ("PT7H30M", "7.5"),
        ("PT27000S", "7.5"),
        ("7.5", "7.5"),
        ("7:75", "7:75"),
        ("a day", "a day"),
        ("h", "h"),
    ],
)
def test_hours_are_decimals_or_left_alone(text: str, hours: str) -> None:
    assert decimal_hours(text, ".") == hours


def test_a_bound_or_a_kind_can_tell_what_a_mark_means() -> None:
    assert evidence(["1,234"]) is None
    assert evidence(["7,500"], most=Decimal(24)) == ","
    assert evidence(["1,085"], never_grouped=True) == ","
    assert evidence(["7,5", "7,25", "7.5"]) == ","
