"""Who works at Harbour & Lane, what they are, and who may sign in."""

from datetime import date

from ingest.demo.absences import ABSENCES
from ingest.demo.holidays import holidays
from ingest.demo.text_table import Row, by, grouped, table

DOMAIN = "harbourlane.example"
"""Where everybody who works here gets mail."""

PEOPLE = table("people")
PATTERNS = table("patterns")
ASSIGNMENTS = table("assignments")
ALLOWANCES = table("allowances")
ALLOWANCE_YEARS = ("2024", "2025", "2026")


def email(person_id: str) -> str:
    """The address of someone who works here."""
    return _address(_PERSON[person_id])


def job_title(person_id: str, day: date) -> str:
    """What someone was on `day`."""
    return _then(person_id, day)["job_title"]


def office(person_id: str, day: date) -> str:
    """The holiday calendar someone keeps on `day`."""
    return _then(person_id, day)["calendar"]


def tables() -> dict[str, list[Row]]:
    """Every table about people, in the plain format."""
    return {
        "people": [row | {"email": _address(row)} for row in PEOPLE],
        "working_hours": [row | {"sat": "0", "sun": "0"} for row in PATTERNS],
        "holidays": holidays(),
        "absences": ABSENCES,
        "assignments": ASSIGNMENTS,
        "leave_allowances": _allowances(),
        "users": [row | {"email": _address(row)} for row in PEOPLE if row["role"]],
    }


def _address(person: Row) -> str:
    return f"{person['email']}@{DOMAIN}"


def _allowances() -> list[Row]:
    return [
        {"person_id": row["person_id"], "year": year, "days": row[f"days_{year}"], "category": row["category"]}
        for row in ALLOWANCES
        for year in ALLOWANCE_YEARS
        if row[f"days_{year}"]
    ]


def _then(person_id: str, day: date) -> Row:
    begun = [row for row in _MOVES_OF[person_id,] if row["valid_from"] <= day.isoformat()]
    return begun[-1] if begun else _PERSON[person_id]


_PERSON = by(PEOPLE, "person_id")
_MOVES_OF = grouped(ASSIGNMENTS, "person_id")
