"""Deals that chance seldom makes: of a single day, of no day, of nobody, of the very last day that fits."""

from datetime import date, timedelta

import numpy as np

from tests.random_agency_plans import Row, Value

HOUR = 3600
A_DAY = timedelta(days=1)
LAST = 60
"""How many days from today the last day lies that is asked about."""


def add_deals(rows: dict[str, list[Row]], today: date) -> None:
    """Add them, and somebody of a job title of his own who has room on one day of a week only from then on."""
    rows["people"].append({
        "person_id": "room", "name": "room", "employment": "employee", "start_date": date(2020, 1, 1),
        "job_title": "Planner", "email": "room@example.com",
    })  # fmt: skip
    week = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 8 * HOUR)
    rows["working_hours"].append({"person_id": "room", "valid_from": date(2020, 1, 1), **week})
    rows["cost_rates"].append(
        {"person_id": "room", "valid_from": date(2020, 1, 1), "hourly_cost": 512_345, "currency": "EUR"}
    )
    tuesday = today + (8 - today.weekday()) % 7 * A_DAY
    rows["assignments"].append({"person_id": "room", "valid_from": tuesday, "job_title": "Strategist"})
    soon: Row = {"expected_close": today + 2 * A_DAY}
    _deal(rows, "as new", {"Strategist": 32 * HOUR}, start_date=tuesday, end_date=tuesday + 3 * A_DAY)
    _deal(rows, "one day", {"Planner": 7201}, start_date=tuesday - A_DAY, end_date=tuesday - A_DAY)
    _deal(rows, "no chance known", {"Planner": 2000 * HOUR}, start_date=today, probability=None)
    _deal(rows, "no day", {"Planner": 36_001}, value=5_000_000)
    _deal(rows, "no worth", {"Planner": HOUR}, value=None, expected_close=today + 3 * A_DAY)
    _deal(rows, "a second a day", {"Writer": 5}, start_date=tuesday - A_DAY, end_date=tuesday + 3 * A_DAY, **soon)
    _deal(rows, "a second in all", {"Writer": 1}, start_date=tuesday - A_DAY, end_date=tuesday + 3 * A_DAY, **soon)
    _deal(rows, "opened again", {}, closed_on=today - 20 * A_DAY, expected_close=today)
    # Of a stage of their own: one that fits, and others that need nobody.
    of_their_own: Row = {
        "stage": "Talks",
        "owner": "talks@example.com",
        "start_date": today,
        "end_date": today + 9 * A_DAY,
        "expected_close": today,
    }
    _deal(rows, "needs few", {"Writer": HOUR}, **of_their_own)
    _deal(rows, "needs nobody", {"Writer": 0}, **of_their_own)
    _deal(rows, "finds nobody", {"Astronaut": HOUR}, **of_their_own | {"stage": "Search"})
    _deal(rows, "asks nobody", {}, **of_their_own)
    _deal(rows, "twice as dear", {"Writer": HOUR, "Copywriter": HOUR}, expected_close=today - A_DAY)
    rows["people"].append(rows["people"][-1] | {"person_id": "curator", "name": "curator", "job_title": "Curator"})
    rows["working_hours"].append({"person_id": "curator", "valid_from": date(2020, 1, 1), **week})
    _deal(rows, "a second too much", {"Curator": 16 * HOUR + 1}, start_date=today, end_date=today + A_DAY)
    # As long as all that is asked about, and a day longer.
    end = today + LAST * A_DAY
    weekdays = int(np.busday_count(today, end + A_DAY))
    for name, length in (("as long", weekdays), ("too long", weekdays + 1)):
        last = np.busday_offset(today, length - 1, roll="forward").astype(date)
        _deal(rows, name, {"Writer": HOUR}, start_date=today, end_date=last, stage=name, probability=0)
    _deal(rows, "as long as it takes", {"Writer": HOUR}, start_date=today, end_date=today + A_DAY, stage="too long")


def _deal(rows: dict[str, list[Row]], deal: str, roles: dict[str, int], **values: Value) -> None:
    always: Row = {
        "status": "open", "stage": "Lead", "value": 12_345_678, "currency": "EUR", "probability": 500_000,
        "client_id": "c", "owner": "am@example.com",
    }  # fmt: skip
    rows.setdefault("deals", []).append({"deal_id": deal, "name": deal, **always, **values})
    rows.setdefault("deal_roles", []).extend(
        {"deal_id": deal, "job_title": title, "hours": hours} for title, hours in roles.items()
    )
