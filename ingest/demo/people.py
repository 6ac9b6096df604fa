"""Who works at Harbour & Lane, when they work, and who may sign in."""

# ruff: noqa: E501 - a row of a table is one line

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ingest.demo.absences import ABSENCES, KEEPS_AVAILABILITY
from ingest.demo.frame import WHOLE_HOUR
from ingest.demo.holidays import holidays
from ingest.demo.text_table import Row, by, table

PEOPLE = table(
    "person_id name email team job_title employment calendar start_date end_date utilization_target",
    """
MAR | Marta Lindqvist     | marta.lindqvist   | Leadership      | Managing Director   | employee   | London    | 2017-03-01 |            | 10
FRI | Friedrich Öhlinger  | friedrich.ohlinger| Operations      | Finance Lead        | employee   | Vienna    | 2019-09-02 |            |
ANK | Ana Kovač           | ana.kovac         | Delivery        | Project Manager     | employee   | Ljubljana | 2020-01-13 |            | 50
JON | Jonas Weber         | jonas.weber       | Delivery        | Project Manager     | employee   | Vienna    | 2021-05-03 |            | 50
PET | Petra Žagar         | petra.zagar       | Delivery        | Project Coordinator | employee   | Ljubljana | 2022-10-03 |            | 25
ZOE | Zoë Okonkwo         | zoe.okonkwo       | Client Services | Account Manager     | employee   | London    | 2020-06-01 |            | 20
LUK | Luka Novak          | luka.novak        | Client Services | Account Manager     | employee   | Ljubljana | 2018-11-05 |            | 20
LIN | Linh Nguyễn         | linh.nguyen       | Design          | Senior Designer     | employee   | Vienna    | 2019-02-04 |            | 75
ANS | Ana Sørensen        | ana.sorensen      | Design          | Designer            | employee   | Vienna    | 2023-04-03 |            | 78
IBR | Ibrahim Yılmaz      | ibrahim.yilmaz    | Design          | Senior Designer     | employee   | Vienna    | 2021-08-16 |            | 75
YUK | Yuki Tanaka         | yuki.tanaka       | Design          | Motion Designer     | contractor | London    | 2026-03-03 |            |
TOM | Tomás Ferreira      | tomas.ferreira    | Development     | Senior Developer    | employee   | London    | 2018-04-09 |            | 75
MAY | May Adebayo         | may.adebayo       | Development     | Developer           | employee   | London    | 2023-09-04 |            | 78
KWA | Kwame Mensah        | kwame.mensah      | Development     | Junior Developer    | employee   | Ljubljana | 2024-02-05 | 2026-03-31 | 75
MAT | Mateja Šušteršič    | mateja.sustersic  | Development     | Junior Developer    | employee   | Ljubljana | 2026-02-02 |            | 70
OLE | Oleksandr Shevchuk  | oleksandr.shevchuk| Development     | Senior Developer    | contractor | Ljubljana | 2025-10-01 |            | 90
ELO | Élodie Marchand     | elodie.marchand   | Strategy        | Strategist          | employee   | London    | 2022-01-10 |            | 65
""",
)

# Vienna's collective agreement has 38.5 hours a week; London works 37.5, Ljubljana 40.
PATTERNS = table(
    "person_id valid_from mon tue wed thu fri week",
    """
MAR | 2017-03-01 | 7.5  | 7.5  | 7.5  | 7.5  | 7.5 |
FRI | 2019-09-02 | 7.75 | 7.75 | 7.75 | 7.75 | 7.5 |
ANK | 2020-01-13 | 8    | 8    | 8    | 8    | 8   |
JON | 2021-05-03 | 7.75 | 7.75 | 7.75 | 7.75 | 7.5 |
PET | 2022-10-03 | 6    | 6    | 6    | 6    | 6   |
ZOE | 2020-06-01 | 7.5  | 7.5  | 7.5  | 7.5  | 7.5 |
LUK | 2018-11-05 | 8    | 8    | 8    | 8    | 8   |
LIN | 2019-02-04 | 7.75 | 7.75 | 7.75 | 7.75 | 7.5 |
LIN | 2026-03-01 | 7.75 | 7.75 | 7.75 | 7.75 | 0   |
ANS | 2023-04-03 | 7.75 | 7.75 | 7.75 | 7.75 | 7.5 |
IBR | 2021-08-16 | 7.75 | 7.75 | 7.75 | 7.75 | 7.5 | A
IBR | 2021-08-16 | 7.75 | 7.75 | 7.75 | 0    | 0   | B
YUK | 2026-03-03 | 0    | 8    | 8    | 8    | 0   |
TOM | 2018-04-09 | 7.5  | 7.5  | 7.5  | 7.5  | 7.5 |
MAY | 2023-09-04 | 7.5  | 7.5  | 7.5  | 7.5  | 7.5 |
KWA | 2024-02-05 | 8    | 8    | 8    | 8    | 8   |
MAT | 2026-02-02 | 8    | 8    | 8    | 8    | 8   |
OLE | 2025-10-01 | 8    | 8    | 8    | 8    | 0   |
ELO | 2022-01-10 | 7.5  | 7.5  | 7.5  | 7.5  | 7.5 |
""",
)

# Only those who moved: between offices, teams or job titles.
ASSIGNMENTS = table(
    "person_id valid_from team job_title calendar",
    """
JON | 2021-05-03 | Delivery        | Project Manager     | London
JON | 2025-09-01 | Delivery        | Project Manager     | Vienna
PET | 2022-10-03 | Client Services | Account Assistant   | Ljubljana
PET | 2026-01-01 | Delivery        | Project Coordinator | Ljubljana
MAY | 2023-09-04 | Development     | Junior Developer    | London
MAY | 2025-09-01 | Development     | Developer           | London
""",
)

ALLOWANCES = table(
    "person_id category days_2025 days_2026",
    """
MAR | Vacation | 28 | 28
FRI | Vacation | 25 | 25
ANK | Vacation | 26 | 27
JON | Vacation | 25 | 25
PET | Vacation | 24 | 24
ZOE | Vacation | 25 | 25
LUK | Vacation | 28 | 28
LIN | Vacation | 25 | 21
ANS | Vacation | 25 | 25
IBR | Vacation | 20 | 20
TOM | Vacation | 26 | 26
MAY | Vacation | 25 | 25
KWA | Vacation | 22 | 6
MAT | Vacation |    | 20.5
ELO | Vacation | 25 | 25
ANS | Training | 3  | 3
TOM | Training | 3  | 3
MAT | Training |    | 5
""",
)

ROLES = {
    "MAR": "admin",
    "FRI": "finance",
    "ANK": "project_manager",
    "JON": "project_manager",
    "ZOE": "account_manager",
    "LUK": "account_manager",
    "PET": "coordinator",
    **dict.fromkeys(("LIN", "ANS", "IBR", "TOM", "MAY", "MAT", "ELO"), "member"),
}
"""What people are when they sign in; contractors and leavers do not."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def email(person_id: str) -> str:
    """The address of someone who works here."""
    return _address(by(PEOPLE, "person_id")[person_id])


def tables() -> dict[str, list[Row]]:
    """Every table about people, in the plain format."""
    return {
        "people": [row | {"email": _address(row)} for row in PEOPLE],
        "working_hours": [row | {"sat": "0", "sun": "0"} for row in PATTERNS],
        "holidays": holidays(),
        "absences": ABSENCES,
        "assignments": ASSIGNMENTS,
        "leave_allowances": _allowances(),
        "users": [_user(row) for row in PEOPLE if row["person_id"] in ROLES],
    }


def _address(person: Row) -> str:
    return f"{person['email']}@harbourlane.example"


def _allowances() -> list[Row]:
    return [
        {
            "person_id": row["person_id"],
            "year": year,
            "days": row[f"days_{year}"],
            "category": row["category"],
        }
        for row in ALLOWANCES
        for year in ("2025", "2026")
        if row[f"days_{year}"]
    ]


def _user(person: Row) -> Row:
    person_id = person["person_id"]
    return {
        "email": _address(person),
        "name": person["name"],
        "role": ROLES[person_id],
        "person_id": person_id,
    }


@dataclass(frozen=True)
class Roster:
    """Who is here on which day, and for how long; hours are seconds."""

    contracts: dict[str, tuple[date, date]]
    free: dict[tuple[str, date], Decimal]
    leave: dict[tuple[str, date], int | None]

    def pattern(self, person_id: str, day: date) -> int:
        """The hours of the contract on `day`, holidays still inside."""
        first, last = self.contracts[person_id]
        if not first <= day <= last:
            return 0
        letter = "A" if day.isocalendar().week % 2 else "B"
        mine = [row for row in _PATTERNS_OF[person_id] if row["valid_from"] <= day.isoformat()]
        newest = max(row["valid_from"] for row in mine)
        in_force = (row for row in mine if row["valid_from"] == newest and row["week"] in ("", letter))
        row = next(in_force)
        return int(Decimal(row.get(WEEKDAYS[day.weekday()], "0")) * WHOLE_HOUR)

    def available(self, person_id: str, day: date) -> int:
        """The hours left to work on `day`, after holidays and approved leave."""
        hours = self.pattern(person_id, day)
        if not hours:
            return 0
        hours = int(hours * (1 - self.free.get((office(person_id, day), day), Decimal(0))))
        away = self.leave.get((person_id, day), 0)
        return 0 if away is None else max(0, hours - away)


def roster() -> Roster:
    """Put together what decides whether someone works on a day."""
    contracts = {
        row["person_id"]: (
            date.fromisoformat(row["start_date"]),
            date.fromisoformat(row["end_date"] or "9999-12-31"),
        )
        for row in PEOPLE
    }
    free = {(row["calendar"], date.fromisoformat(row["date"])): Decimal(row["fraction"]) for row in holidays()}
    return Roster(contracts, free, _leave())


def office(person_id: str, day: date) -> str:
    """The holiday calendar someone keeps on `day`."""
    moves = [row for row in ASSIGNMENTS if row["person_id"] == person_id]
    begun = [row["calendar"] for row in moves if row["valid_from"] <= day.isoformat()]
    return begun[-1] if begun else _CALENDAR_OF[person_id]


def _leave() -> dict[tuple[str, date], int | None]:
    """How many hours of each day approved leave takes; None for the whole day."""
    taken: dict[tuple[str, date], int | None] = {}
    for row in ABSENCES:
        if row["status"] != "approved" or row["category"] in KEEPS_AVAILABILITY:
            continue
        first, last = date.fromisoformat(row["start_date"]), date.fromisoformat(row["end_date"])
        hours = int(Decimal(row["hours_per_day"]) * WHOLE_HOUR) if row["hours_per_day"] else None
        for offset in range((last - first).days + 1):
            taken[row["person_id"], first + timedelta(days=offset)] = hours
    return taken


_CALENDAR_OF = {row["person_id"]: row["calendar"] for row in PEOPLE}
_PATTERNS_OF: dict[str, list[Row]] = defaultdict(list)
for _row in PATTERNS:
    _PATTERNS_OF[_row["person_id"]].append(_row)
