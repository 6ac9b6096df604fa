"""The random agencies hold every kind of row, and are the same every time."""

from collections import Counter

from assistant.agency.tables import TABLES
from tests.random_agency import random_agency
from tests.random_agency_kinds import coverage
from tests.random_agency_together import together
from tests.random_agency_variants import DAYS


def test_thirty_agencies_hold_every_kind_of_row() -> None:
    found = Counter[str]()
    for seed in range(30):
        found.update(coverage(random_agency(seed)))
    assert [kind for kind, rows in found.items() if not rows] == []


def test_in_a_few_agencies_every_table_says_something_twice_and_leaves_blank_what_may_be() -> None:
    agencies = [random_agency(seed) for seed in range(8)]
    for name in DAYS:
        [key] = TABLES[name].key
        columns = [one for one in TABLES[name].columns if one.name != key]
        said = Counter(
            (seed, *(row[one.name] for one in columns))
            for seed, tables in enumerate(agencies)
            for row in tables[name].to_pylist()
        )
        assert max(said.values()) > 1, name
        never = {
            one.name
            for one in columns
            if not one.required and not any(tables[name].column(one.name).null_count for tables in agencies)
        }
        assert never == ({"currency"} if name in ("invoices", "payments") else set()), name


def test_agencies_side_by_side_hold_all_rows_of_each() -> None:
    both = together([random_agency(3), random_agency(4)])
    for name in ("people", "budgets", "time_entries", "tasks", "invoices"):
        assert both[name].num_rows == random_agency(3)[name].num_rows + random_agency(4)[name].num_rows
    projects = set(both["projects"].column("project_id").to_pylist())
    assert {row["project_id"] for row in both["time_entries"].to_pylist()} <= projects


def test_an_agency_is_the_same_whenever_its_seed_is() -> None:
    assert random_agency.__wrapped__(7) == random_agency.__wrapped__(7)
    assert random_agency(7)["time_entries"] != random_agency(8)["time_entries"]


def test_the_keys_of_every_table_are_unique() -> None:
    for name, table in random_agency(11).items():
        keys = [tuple(row[key] for key in TABLES[name].key) for row in table.to_pylist()]
        assert len(keys) == len(set(keys)), name
