"""What a finding says of itself, and in which order findings come."""

from fractions import Fraction

from assistant.figures import Figure, Unit
from assistant.health.finding import Finding, Kind, Row, ranked

HOURS = Fraction(1000)
MONEY = {"EUR": Fraction(50_000), "USD": Fraction(100)}


def finding(kind: Kind, subject: str, effect: Figure | None = None, *rows: Row) -> Finding:
    return Finding(kind, subject, 1, effect, "", rows)


def hours(number: int) -> Figure:
    return Figure("hours", Fraction(number), Unit.HOURS)


def money(number: int, currency: str) -> Figure:
    return Figure("money", Fraction(number), Unit.MONEY, currency)


def test_hours_and_money_are_compared_by_their_share_of_all_there_is() -> None:
    a_tenth = finding(Kind.STALE_PROJECT, "a tenth of all hours", hours(100))
    half = finding(Kind.NO_EXCHANGE_RATE, "half of all dollars", money(50, "USD"))
    little = finding(Kind.INVOICE_BEFORE_PROJECT, "a fiftieth of all euros", money(1000, "EUR"))
    none = finding(Kind.FRESHNESS, "nothing moves")
    assert ranked([none, little, a_tenth, half], HOURS, MONEY) == (half, a_tenth, little, none)


def test_rows_in_quarantine_may_hold_anything_and_come_first() -> None:
    held = finding(Kind.QUARANTINE, "people.csv")
    assert ranked([finding(Kind.STALE_PROJECT, "all", hours(1000)), held], HOURS, MONEY)[0] == held


def test_what_moves_equally_comes_in_the_order_of_kinds_and_names() -> None:
    found = [
        finding(Kind.OVERDUE_TASKS, "A", hours(5)),
        finding(Kind.MISSING_TIMESHEETS, "Bo", hours(5)),
        finding(Kind.MISSING_TIMESHEETS, "Ana", hours(5)),
    ]
    assert [one.subject for one in ranked(found, HOURS, MONEY)] == ["Ana", "Bo", "A"]


def test_where_there_are_no_hours_at_all_nothing_is_divided_by_nothing() -> None:
    assert len(ranked([finding(Kind.STALE_PROJECT, "new", hours(5))], Fraction(0), {})) == 1


def test_rows_are_said_by_file_in_runs() -> None:
    rows = [Row("time_entries", "t.csv", number) for number in (4, 5, 6, 9)]
    assert finding(Kind.FRESHNESS, "", None, *rows).places == "t.csv rows 4-6, 9"
    assert finding(Kind.FRESHNESS, "", None, Row("people", "p.csv", 2)).places == "p.csv row 2"
    many = [Row("t", "t.csv", row) for row in range(2, 102, 2)]
    assert finding(Kind.FRESHNESS, "", None, *many).places.endswith(
        "rows 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 38 more"
    )
    assert finding(Kind.QUARANTINE, "", None, Row("people", "p.csv", None)).places == "p.csv"


def test_the_json_has_the_effect_in_its_unit_and_says_how_it_is_computed() -> None:
    found = finding(Kind.NO_EXCHANGE_RATE, "USD", money(50, "USD"), Row("invoices", "i.csv", 3)).to_json()
    assert found == {
        "kind": "no_exchange_rate",
        "subject": "USD",
        "count": 1,
        "effect": 50.0,
        "unit": "USD",
        "effect_is": "amounts left out of every sum in the base currency",
        "sentence": "",
        "rows": [{"table": "invoices", "file": "i.csv", "row": 3}],
    }
