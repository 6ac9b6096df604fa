"""Deals that have to wait for somebody: of a job title that one person has, who is booked out at first."""

from datetime import date, timedelta
from random import Random

from tests.random_agency_plans import Row

HOUR = 3600
A_DAY = timedelta(days=1)
OPEN = ("planned", "active", "on_hold")


def add_overdue_projects(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Let some projects that are still open have had their last planned day."""
    for project in rows["projects"]:
        if project["status"] in OPEN and chance.randrange(4) == 0:
            last = today - timedelta(days=chance.randint(0, 20))
            project["end_date"] = max(last, project["start_date"] or last)


def add_waiting(chance: Random, rows: dict[str, list[Row]], today: date) -> None:
    """Add the person, what they are booked for, and deals that would fill what is left, one of them to the second."""
    title = f"Illustrator {chance.randrange(1000)}"
    booked_until = today + timedelta(days=chance.randint(8, 13))
    week = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), 8 * HOUR)
    rows["people"].append(
        {
            "person_id": "pwaiting",
            "name": "pwaiting",
            "email": "pwaiting@example.com",
            "job_title": title,
            "employment": "employee",
            "start_date": date(2020, 1, 1),
        }
    )
    rows["working_hours"].append({"person_id": "pwaiting", "valid_from": date(2020, 1, 1), **week})
    rows["bookings"].append(
        {
            "booking_id": "waiting",
            "person_id": "pwaiting",
            "project_id": rows["projects"][0]["project_id"],
            "start_date": today - 3 * A_DAY,
            "end_date": booked_until,
            "hours_per_day": 8 * HOUR,
            "tentative": False,
        }
    )
    # The week after is theirs: what each leaves of it decides when the others may begin.
    monday = booked_until + (7 - booked_until.weekday()) * A_DAY
    for number, (hours, days, probability) in enumerate(
        ((20, 5, 500_000), (chance.choice((24, 28, 30)), 5, 500_000), (chance.choice((8, 40)), 3, 1_000_000))
    ):
        begins = monday + 7 * (number == 0) * A_DAY
        rows["deals"].append(
            {
                "deal_id": f"waiting{number}",
                "name": f"waiting{number}",
                "stage": chance.choice(("Lead", "Offer")),
                "status": "open",
                "value": 50_000_000,
                "currency": "EUR",
                "probability": probability,
                "expected_close": today,
                "start_date": begins,
                "end_date": begins + (days - 1) * A_DAY,
            }
        )
        rows["deal_roles"].append({"deal_id": f"waiting{number}", "job_title": title, "hours": hours * HOUR})
