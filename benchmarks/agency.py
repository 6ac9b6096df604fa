"""An agency of two hundred people and four hundred projects, with as many time entries as asked.

Everything comes from one seed, so that two runs measure the same. More entries are smaller entries: the hours
worked, and so what they earn, stay in proportion to what is sold. `python -m benchmarks.agency FOLDER ENTRIES`.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv

from assistant.agency.tables import TABLES

SEED = 20261015
TODAY = date(2026, 10, 15)
FIRST_DAY = date(2024, 1, 1)
HALFWAY = date(2025, 7, 1)
LAST_DAY = date(2026, 12, 31)
PEOPLE, CLIENTS, PROJECTS, INTERNAL = 200, 80, 400, 20
BUDGETS = 2 * (PROJECTS - INTERNAL)
SERVICES_EACH = 3
BATCH = 1_000_000
HOURS_IN_ALL = 1_000_000
MOST_HOURS = 2
WITH_A_BUDGET, WITH_A_SERVICE, WITH_A_RATE = 0.9, 0.7, 0.1
BILLED_IN_FULL, BILLED_OR_NOT_AT_ALL = 0.8, 0.95
TEAMS = ("Design", "Build", "Strategy", "Content", "Data", "Delivery")
TITLES = ("Designer", "Developer", "Strategist", "Writer", "Analyst", "Producer")
NOTES = tuple(f"{verb} the {what}" for verb in ("Made", "Checked", "Changed", "Discussed") for what in TITLES + TEAMS)

SETTINGS = f"""\
base_currency = "EUR"
today = {TODAY.isoformat()}
"""

Row = Mapping[str, object]
Whole = npt.NDArray[np.int64]


def write_agency(folder: Path, entries: int) -> Path:
    """Write all files into `folder`, unless they are there."""
    done = folder / "entries.txt"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "workspace.toml").write_text(SETTINGS, encoding="utf-8")
        for name, rows in _tables(entries).items():
            _write(folder / f"{name}.csv", [_with_every_column(name, rows)])
        _write(folder / "time_entries.csv", _time_entries(entries))
        done.write_text(f"{entries}\n", encoding="ascii")
    return folder


def _write(path: Path, parts: Iterator[pa.Table] | Sequence[pa.Table]) -> None:
    options = csv.WriteOptions(quoting_style="none")
    rest = iter(parts)
    first = next(rest)
    with csv.CSVWriter(path, first.schema, write_options=options) as writer:
        writer.write_table(first)
        for part in rest:
            writer.write_table(part)


def _with_every_column(name: str, rows: Iterator[Row]) -> pa.Table:
    """The rows as text, with every column of the contract; what a row does not have is blank."""
    schema = pa.schema([(column, pa.string()) for column in TABLES[name].column_names])
    texts = [{column: str(value) for column, value in row.items() if value is not None} for row in rows]
    return pa.Table.from_pylist(texts, schema=schema)


def _tables(entries: int) -> dict[str, Iterator[Row]]:
    """All tables but the time entries."""
    return {
        "people": _people(),
        "working_hours": _working_hours(),
        "holidays": _holidays(),
        "absences": _absences(),
        "cost_rates": _cost_rates(),
        "bill_rates": _bill_rates(),
        "clients": ({"client_id": f"c{n}", "name": f"Client {n:02d}", "status": "active"} for n in range(CLIENTS)),
        "projects": _projects(),
        "budgets": _budgets(_hours_sold(entries)),
        "services": _services(_hours_sold(entries)),
        "exchange_rates": _exchange_rates(),
    }


def _people() -> Iterator[Row]:
    for n in range(PEOPLE):
        yield {
            "person_id": f"p{n}",
            "name": f"Person {n:03d}",
            "email": f"person{n}@agency.example",
            "team": TEAMS[n % len(TEAMS)],
            "job_title": TITLES[n % len(TITLES)],
            "employment": "contractor" if n % 9 == 0 else "employee",
            "calendar": ("SI", "AT", "UK")[n % 3],
            "start_date": FIRST_DAY,
        }


def _working_hours() -> Iterator[Row]:
    for n in range(PEOPLE):
        for valid_from in (FIRST_DAY, date(2025, 9, 1))[: 1 + n % 2]:
            week = dict.fromkeys(("mon", "tue", "wed", "thu"), 8)
            yield {"person_id": f"p{n}", "valid_from": valid_from, **week, "fri": 8 if valid_from == FIRST_DAY else 4}


def _holidays() -> Iterator[Row]:
    for calendar, day in (("SI", 8), ("AT", 15), ("UK", 22)):
        for month in range(36):
            when = date(FIRST_DAY.year + month // 12, month % 12 + 1, day)
            yield {"calendar": calendar, "date": when, "name": f"Holiday of {when:%B}"}


def _absences() -> Iterator[Row]:
    for n in range(PEOPLE):
        for number in range(15):
            start = FIRST_DAY + timedelta(days=(n * 7 + number * 67) % 1000)
            yield {
                "absence_id": f"a{n}-{number}",
                "person_id": f"p{n}",
                "start_date": start,
                "end_date": start + timedelta(days=(n + number) % 8),
                "status": "approved" if number % 7 else "pending",
                "category": ("vacation", "sick", "remote work")[number % 3],
            }


def _cost_rates() -> Iterator[Row]:
    for n in range(PEOPLE):
        for year in (2024, 2025, 2026):
            yield {"person_id": f"p{n}", "valid_from": date(year, 1, 1), "hourly_cost": 40 + n % 30 + year - 2024}


def _bill_rates() -> Iterator[Row]:
    for year in (2024, 2025, 2026):
        yield {"valid_from": date(year, 1, 1), "hourly_rate": 90 + year - 2024}
        for n, title in enumerate(TITLES):
            yield {"valid_from": date(year, 1, 1), "hourly_rate": 95 + 5 * n + year - 2024, "job_title": title}


def _is_internal(project: int) -> bool:
    return project >= PROJECTS - INTERNAL


def _projects() -> Iterator[Row]:
    for n in range(PROJECTS):
        yield {
            "project_id": f"j{n}",
            "code": f"J-{n:03d}",
            "name": f"Project {n:03d}",
            "client_id": None if _is_internal(n) else f"c{n % CLIENTS}",
            "kind": "internal" if _is_internal(n) else "client",
            "status": "active",
            "start_date": FIRST_DAY,
            "end_date": LAST_DAY,
        }


def _hours_sold(entries: int) -> int:
    """The hours sold in one budget: somewhat fewer than are worked."""
    return max(1, int(0.9 * entries * _mean_hours(entries) / BUDGETS))


TERMS: tuple[Row, ...] = (
    {"type": "fixed", "recognition": "by_hours"},
    {"type": "time_and_materials", "capped": True},
    {"type": "retainer", "overage_rate": 140, "rollover_cap_hours": 10},
    {"type": "fixed", "recognition": "straight_line"},
    {"type": "time_and_materials", "capped": False},
    {"type": "fixed", "recognition": "on_delivery"},
    {"type": "non_billable"},
)
CURRENCIES = ("EUR",) * 8 + ("USD", "GBP")


def _budgets(hours: int) -> Iterator[Row]:
    """Two for each client project, one after the other, of every type."""
    for n in range(BUDGETS):
        terms = TERMS[n % len(TERMS)]
        sold = max(1, hours // 18) if terms["type"] == "retainer" else hours
        is_first = n % 2 == 0
        yield {
            "budget_id": f"b{n}",
            "project_id": f"j{n // 2}",
            "name": f"Budget {n:03d}",
            "start_date": FIRST_DAY if is_first else HALFWAY,
            "end_date": HALFWAY - timedelta(days=1) if is_first else LAST_DAY,
            "hours": sold,
            "amount": sold * 110,
            "currency": CURRENCIES[n // 2 % len(CURRENCIES)],
            **terms,
            **({"delivered_on": HALFWAY} if is_first and terms.get("recognition") == "on_delivery" else {}),
        }


def _services(hours: int) -> Iterator[Row]:
    for n in range(BUDGETS * SERVICES_EACH):
        yield {
            "service_id": f"s{n}",
            "budget_id": f"b{n // SERVICES_EACH}",
            "name": f"Service {n:04d}",
            "quantity": max(1, hours // SERVICES_EACH),
            "billable": n % 11 != 0,
            "price": 90 + 10 * (n % 5),
            "discount_percent": 10 if n % 6 == 0 else None,
        }


def _exchange_rates() -> Iterator[Row]:
    for month in range(36):
        first = date(FIRST_DAY.year + month // 12, month % 12 + 1, 1)
        yield {"date": first, "currency": "USD", "rate": f"0.9{month % 10}"}
        yield {"date": first, "currency": "GBP", "rate": f"1.1{month % 10}"}


def _steps_of_hours(entries: int) -> list[float]:
    """How long an entry may be: eight lengths that come to the same hours in all, however many there are."""
    longest = min(MOST_HOURS, MOST_HOURS * HOURS_IN_ALL / entries)
    return [round(longest * eighth / 8, 4) for eighth in range(1, 9)]


def _mean_hours(entries: int) -> float:
    return sum(_steps_of_hours(entries)) / 8


def _time_entries(entries: int) -> Iterator[pa.Table]:
    """The entries in files' order: by day, as a system exports them."""
    random = np.random.default_rng(SEED)
    days = np.arange(np.datetime64(FIRST_DAY), np.datetime64(TODAY))
    workdays = days[np.is_busday(days)]
    for start in range(0, entries, BATCH):
        count = min(BATCH, entries - start)
        numbers = np.arange(start, start + count)
        yield _batch(random, numbers, workdays[numbers * len(workdays) // entries], _steps_of_hours(entries))


def _batch(random: np.random.Generator, numbers: Whole, days: npt.NDArray[Any], steps: list[float]) -> pa.Table:
    count = len(numbers)
    project = random.integers(0, PROJECTS, count)
    budget = project * 2 + (days >= np.datetime64(HALFWAY))
    luck = random.random(count)
    of_client = project < PROJECTS - INTERNAL
    named = of_client & (luck < WITH_A_BUDGET)
    length = random.integers(0, len(steps), count)
    billed = np.where(luck < BILLED_IN_FULL, length, np.where(luck < BILLED_OR_NOT_AT_ALL, len(steps), length // 2))
    rated = of_client & (random.random(count) < WITH_A_RATE)
    currencies = np.arange(PROJECTS) % len(CURRENCIES)
    return pa.table(
        {
            "entry_id": _ids("e", numbers),
            "person_id": _named("p", random.integers(0, PEOPLE, count), PEOPLE),
            "project_id": _named("j", project, PROJECTS),
            "date": pa.array(days),
            "hours": _taken([f"{one:g}" for one in steps], length),
            "billable_hours": _taken([*(f"{one:g}" for one in steps), "0"], billed),
            "status": _taken(["approved", "submitted", "draft", "rejected"], np.searchsorted([90, 98, 99], luck * 100)),
            "budget_id": _named("b", budget, BUDGETS, named),
            "service_id": _named(
                "s", budget * 3 + numbers % 3, BUDGETS * SERVICES_EACH, named & (luck < WITH_A_SERVICE)
            ),
            "created_at": pa.array((days + numbers % 6).astype("datetime64[s]")),
            "note": _taken(list(NOTES), numbers % len(NOTES)),
            "billable_rate": _taken(["95", "105", "120"], numbers % 3, rated),
            "currency": _taken(list(CURRENCIES), currencies[project], rated),
        }
    )


def _ids(letter: str, numbers: Whole) -> pa.Array:
    return pa.array(np.char.add(letter, numbers.astype(str)))


def _named(letter: str, numbers: Whole, count: int, where: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    return _taken([f"{letter}{n}" for n in range(count)], numbers, where)


def _taken(texts: list[str], places: npt.NDArray[Any], where: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    """The texts at these places; blank where they are not wanted."""
    inside = np.minimum(places, len(texts) - 1)
    return pa.array(texts).take(pa.array(inside, mask=None if where is None else ~where))


if __name__ == "__main__":
    write_agency(Path(sys.argv[1]), int(sys.argv[2]))
