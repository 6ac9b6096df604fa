"""The stories of the demo agency: each is in the files once, counted from them, and told in stories.py."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from ingest.demo.frame import TODAY
from tests.ingest.demo_agency import (
    HERE,
    Demo,
    booked,
    days,
    free_hours,
    labor_cost,
    name_of,
    told,
    total,
    weekdays,
    worked,
)

YESTERDAY = TODAY - timedelta(days=1)
QUARTERS = (("2026-01-01", "2026-03-31"), ("2026-04-01", "2026-06-30"), ("2026-07-01", "2026-09-30"))


def test_the_booking_flow_burns_too_fast(demo: Demo) -> None:
    prices = {"TOM": 146, "ELO": 130, "LIN": 140, "MAY": 116, "ANK": 116, "LUK": 102}
    used = sum(
        (Decimal(row["billable_hours"]) * prices[row["person_id"]] for row in worked(demo, "ADR-BOOK")), Decimal(0)
    )
    spent = [row for row in demo["expenses"] if row["project_id"] == "ADR-BOOK" and row["status"] == "approved"]
    used += total(spent, "billable_amount")
    start, end = date(2026, 8, 3), date(2027, 1, 29)
    elapsed, planned = weekdays(start, YESTERDAY), weekdays(start, end)
    index = used / 128000 / (Decimal(elapsed) / planned)
    assert index > Decimal("1.4")
    assert told(f"{used:,.2f} of 128,000 euros")
    assert told(f"after {elapsed} of {planned} working days")
    assert told(f"burn index {index:.2f}")


def test_the_margin_of_the_growth_retainer_disappears(demo: Demo) -> None:
    margins, hours = [], []
    for first, last in QUARTERS:
        mine = worked(demo, "TRI-GROW", first, last)
        spent = [row for row in demo["expenses"] if row["project_id"] == "TRI-GROW" and first <= row["date"] <= last]
        cost = labor_cost(demo, mine) + total(spent, "amount")
        margins.append(1 - cost / (3 * 7600))
        hours.append(total(mine, "hours"))
    before, then, now = margins
    assert before > then > now
    assert now < before / 2
    assert max(hours) < min(hours) * Decimal("1.2"), "the work did not grow; who does it changed"
    assert told(f"{before:.1%}, {then:.1%} and {now:.1%}".replace("%", " %"))


def test_the_scope_of_the_field_data_app_creeps(demo: Demo) -> None:
    mine = worked(demo, "NWL-APP")
    tracked, billable = total(mine, "hours"), total(mine, "billable_hours")
    sold = 640 + 40
    assert tracked > sold * Decimal("1.25")
    assert billable < sold * Decimal("0.85")
    assert told(f"{tracked:.2f} hours tracked on {sold} sold")
    assert told(f"{billable:.2f} of them billable")
    pending = [
        row["title"] for row in demo["change_requests"] if (row["project_id"], row["status"]) == ("NWL-APP", "pending")
    ]
    assert pending == ["Offline maps for two regions"]


def test_one_person_is_overbooked_next_month(demo: Demo) -> None:
    over: dict[str, float] = defaultdict(float)
    for person in demo["people"]:
        person_id = person["person_id"]
        for day, planned in booked(demo, person_id).items():
            beyond = planned - HERE.available(person_id, day) / 3600
            if (day.year, day.month) == (2026, 11) and beyond > 0:
                over[person["name"]] += beyond
    assert list(over) == ["Linh Nguyễn"]
    assert told(f"{over['Linh Nguyễn']:.2f} hours in November")


def test_one_deal_does_not_fit_the_capacity_before_january(demo: Demo) -> None:
    deal = next(row for row in demo["deals"] if row["name"] == "Tariff calculator")
    first, last = date.fromisoformat(deal["start_date"]), date.fromisoformat(deal["end_date"])
    roles = {row["job_title"]: float(row["hours"]) for row in demo["deal_roles"] if row["deal_id"] == deal["deal_id"]}
    needed = roles["Senior Developer"] / weekdays(first, last) * 5
    november = free_hours(demo, "Senior Developer", date(2026, 11, 16), date(2026, 11, 22))
    january = free_hours(demo, "Senior Developer", date(2027, 1, 18), date(2027, 1, 24))
    assert november < needed < january
    assert told(f"{needed:.1f} hours a week of senior development")
    assert told(f"{november:.2f} are free in its first week and {january:.2f} in a week of January")


def test_two_people_have_not_written_down_their_days(demo: Demo) -> None:
    tracked = {(row["person_id"], row["date"]) for row in demo["time_entries"]}
    missing: dict[str, list[date]] = {}
    for person in demo["people"]:
        mine = person["person_id"]
        missing[mine] = [
            day
            for day in days(date(2026, 9, 28), YESTERDAY)
            if HERE.available(mine, day) and (mine, day.isoformat()) not in tracked
        ]
    assert {name_of(demo, one) for one, gaps in missing.items() if len(gaps) > 2} == {"Élodie Marchand", "Stefan Moser"}
    for who, name in (("ELO", "Élodie Marchand"), ("STE", "Stefan Moser")):
        hours = sum(HERE.available(who, day) for day in missing[who]) / 3600
        assert told(f"{name} {len(missing[who])} days and {hours:g} hours")


def test_one_invoice_is_very_late(demo: Demo) -> None:
    late = [
        row
        for row in demo["invoices"]
        if (row["status"], row["kind"]) == ("sent", "invoice") and (TODAY - date.fromisoformat(row["due_on"])).days > 60
    ]
    assert [row["project_id"] for row in late] == ["SAL-CLUB"]
    gross = total(late, "net") + total(late, "tax")
    past = (TODAY - date.fromisoformat(late[0]["due_on"])).days
    assert told(f"{late[0]['number']}, {gross:,.2f} pounds, {past} days past due")


def test_one_retainer_ends_next_month_and_its_renewal_is_open(demo: Demo) -> None:
    ending = [
        row["budget_id"]
        for row in demo["budgets"]
        if row["type"] == "retainer" and row["end_date"].startswith("2026-11")
    ]
    assert ending == ["NW-CARE-1"]
    renewal = next(row for row in demo["deals"] if row["name"] == "Website care 2027")
    assert renewal["status"] == "open"
    assert told("ends on 30 November")
    assert told(f"{Decimal(renewal['value']):,} pounds, {renewal['probability']} % likely")


def test_exactly_one_person_has_no_cost_rate(demo: Demo) -> None:
    known = {row["person_id"] for row in demo["cost_rates"]}
    assert [row["name"] for row in demo["people"] if row["person_id"] not in known] == ["Yuki Tanaka"]
    assert told("Yuki Tanaka has no cost rate")


def test_one_active_project_was_not_touched_for_two_months(demo: Demo) -> None:
    touched: dict[str, str] = {}
    for row in demo["time_entries"]:
        touched[row["project_id"]] = max(row["date"], touched.get(row["project_id"], ""))
    for row in demo["tasks"]:
        touched[row["project_id"]] = max(row["done_on"], touched.get(row["project_id"], ""))
    quiet = [
        row["name"]
        for row in demo["projects"]
        if row["status"] == "active" and touched[row["project_id"]] < (TODAY - timedelta(days=60)).isoformat()
    ]
    assert quiet == ["Audio guide"]
    assert told(f"since {int(touched['CAS-GUIDE'][8:])} August")


def test_one_open_deal_is_past_its_date(demo: Demo) -> None:
    late = [
        row["name"] for row in demo["deals"] if row["status"] == "open" and row["expected_close"] < TODAY.isoformat()
    ]
    assert late == ["Shop migration"]
    assert told("Shop migration was to close on 30 September")


def test_one_client_got_a_credit_note(demo: Demo) -> None:
    clients = {row["client_id"]: row["name"] for row in demo["clients"]}
    credited = [row for row in demo["invoices"] if row["kind"] == "credit_note"]
    assert [clients[row["client_id"]] for row in credited] == ["Lumen Bank"]
    assert told(f"{credited[0]['number']} over {Decimal(credited[0]['net']):,.2f} euros")


def test_one_retainer_has_a_negative_balance(demo: Demo) -> None:
    balances = {row["budget_id"]: retainer_balance(demo, row) for row in demo["budgets"] if row["type"] == "retainer"}
    assert [name for name, balance in balances.items() if balance < 0] == ["HLI-CARE-1"]
    assert told(f"{-balances['HLI-CARE-1']:.2f} hours behind")


def retainer_balance(demo: Demo, budget: dict[str, str]) -> Decimal:
    """What is left at the end of September: surplus carried up to the cap, excess billed where it has a rate."""
    by_month: dict[str, Decimal] = defaultdict(Decimal)
    for row in worked(demo, budget["project_id"]):
        by_month[row["date"][:7]] += Decimal(row["hours"])
    balance = Decimal(0)
    for month in sorted({f"{day:%Y-%m}" for day in days(date.fromisoformat(budget["start_date"]), date(2026, 9, 30))}):
        carried = min(balance, Decimal(budget["rollover_cap_hours"] or 999_999))
        balance = carried + Decimal(budget["hours"]) - by_month[month]
        if budget["overage_rate"]:
            balance = max(balance, Decimal(0))
    return balance


def test_one_week_of_a_closed_month_is_not_approved(demo: Demo) -> None:
    left = [row for row in demo["time_entries"] if row["date"] <= "2026-09-30" and row["status"] == "submitted"]
    assert {row["person_id"] for row in left} == {"BOR"}
    assert {date.fromisoformat(row["date"]).isocalendar().week for row in left} == {38}
    assert told(f"{total(left, 'hours'):g} hours of Bor Kranjc")
