"""Numbers and dates as people write them in different countries."""

import pytest

from ingest.locale import UndecidedError, date_order, decimal_mark, iso_date, plain_number


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
        (["soon"], "ymd"),
        ([], "ymd"),
    ],
)
def test_a_column_of_dates_decides_its_order(texts: list[str], order: str) -> None:
    assert date_order(texts) == order


@pytest.mark.parametrize("texts", [["04/03/2026"], ["25/03/2026", "03/25/2026"]])
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
    ],
)
def test_a_date_is_written_in_iso_order_or_left_alone(text: str, order: str, iso: str) -> None:
    assert iso_date(text, order) == iso
