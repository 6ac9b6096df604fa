"""What a language model was asked is counted in the workspace, for all its processes, one day at a time."""

from datetime import date
from pathlib import Path

import pytest

from assistant.llm import BudgetError, Line
from assistant.permissions.model_use import ModelUse
from assistant.settings import Model
from assistant.store.snapshots import Workspace

TODAY, TOMORROW = date(2026, 10, 15), date(2026, 10, 16)


def model(**told: object) -> Model:
    return Model.model_validate({"base_url": "http://127.0.0.1:9/v1", "name": "m", **told})


def test_two_processes_of_a_workspace_share_the_calls_of_a_day(tmp_path: Path) -> None:
    first, second = (Line(model(calls_a_day=3), ModelUse(Workspace(tmp_path))) for _ in range(2))
    first.reserve(TODAY)
    second.reserve(TODAY)
    first.reserve(TODAY)

    with pytest.raises(BudgetError, match="asked 3 times"):
        second.reserve(TODAY)
    second.reserve(TOMORROW)


def test_another_workspace_has_a_budget_of_its_own(tmp_path: Path) -> None:
    here, there = (Line(model(calls_a_day=1), ModelUse(Workspace(tmp_path / one))) for one in ("here", "there"))
    here.reserve(TODAY)
    there.reserve(TODAY)

    with pytest.raises(BudgetError):
        here.reserve(TODAY)


def test_tokens_are_counted_and_another_model_has_its_own(tmp_path: Path) -> None:
    use = ModelUse(Workspace(tmp_path))
    use.add(model(), TODAY, tokens=900)
    use.add(model(), TODAY, tokens=100)

    assert use.spent(model(), TODAY) == (0, 1000)
    assert use.spent(model(name="other"), TODAY) == (0, 0)
    with pytest.raises(BudgetError):
        Line(model(tokens_a_day=1000), use).reserve(TODAY)
    Line(model(tokens_a_day=0, calls_a_day=0), use).reserve(TODAY)


def test_a_line_that_is_no_count_is_passed_over(tmp_path: Path) -> None:
    use = ModelUse(Workspace(tmp_path))
    use.add(model(), TODAY, calls=1, tokens=7)
    [file] = (tmp_path / "records").iterdir()
    file.write_text(file.read_text() + '{"to": "http://127.0.0.1:9/v1", "model": "m", "calls": "many"}\n{"calls"')

    assert use.spent(model(), TODAY) == (1, 7)
