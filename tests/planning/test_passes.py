"""A pass of reading that is passed over would have found nothing."""

from dataclasses import replace
from functools import lru_cache

import pytest

from assistant.planning.clauses import Clause
from assistant.planning.passes import InOrder
from tests.planning.an_agency import become
from tests.planning.tables import HERE, cases

EVERY = 5
"""Every fifth question of the tables has something for nearly every pass."""


@lru_cache(maxsize=1)
def questions() -> tuple[str, ...]:
    said = [one for path in sorted(HERE.glob("*understood*.txt")) for one in cases(path.name)]
    return tuple(said[::EVERY])


def test_a_pass_that_is_passed_over_has_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    missed: list[str] = []

    by_signs = InOrder.read

    def one_by_one(passes: InOrder, clause: Clause) -> None:
        for one in passes.passes:
            read: list[Clause] = []
            by_signs(InOrder([replace(one, read=read.append)]), clause)
            before = _all_of(clause)
            one.read(clause)
            if not read and _all_of(clause) != before:
                missed.append(f"{one.read.__name__}: {clause.text}")

    monkeypatch.setattr(InOrder, "read", one_by_one)
    for text in questions():
        become(text)

    assert missed == []


def _all_of(clause: Clause) -> tuple[object, ...]:
    return repr(clause.found), frozenset(clause.used), dict(clause.said_to_be), tuple(clause.spans)
