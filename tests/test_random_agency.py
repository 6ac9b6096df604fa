"""The random agencies hold every kind of row, and are the same every time."""

from collections import Counter

from assistant.agency.tables import TABLES
from tests.random_agency import random_agency
from tests.random_agency_kinds import coverage


def test_thirty_agencies_hold_every_kind_of_row() -> None:
    found = Counter[str]()
    for seed in range(30):
        found.update(coverage(random_agency(seed)))
    assert [kind for kind, rows in found.items() if not rows] == []


def test_an_agency_is_the_same_whenever_its_seed_is() -> None:
    assert random_agency.__wrapped__(7) == random_agency.__wrapped__(7)
    assert random_agency(7)["time_entries"] != random_agency(8)["time_entries"]


def test_the_keys_of_every_table_are_unique() -> None:
    for name, table in random_agency(11).items():
        keys = [tuple(row[key] for key in TABLES[name].key) for row in table.to_pylist()]
        assert len(keys) == len(set(keys)), name
