"""Follow-ups to rows picked by what they lack or how they moved, to shares of another number, and to reasons."""

import pytest

from assistant.outcome import Clarification
from assistant.query import Turn
from tests.planning.an_agency import ADMIN, ask
from tests.planning.test_conversation import talk

NOT_INVOICED = "= 0 & clients_with_active_projects > 0 none"
TALKS = {
    ("which clients did we not invoice last month", "and in August?"): (
        f"invoiced, clients_with_active_projects | client |  | 2026-08-01..2026-08-31 | {NOT_INVOICED}"
    ),
    ("which clients did we not invoice last month", "what about projects"): (
        "invoiced, project_count | project | status = active | 2026-09-01..2026-09-30 | = 0 & project_count > 0 none"
    ),
    ("which clients grew the most last quarter", "and last month?"): (
        "revenue | client |  | 2026-09-01..2026-09-30 | desc moved > | 2026-08-01..2026-08-31"
    ),
    ("which clients grew the most last quarter", "why?"): (
        "revenue | client |  | 2026-07-01..2026-09-30 | why | 2026-04-01..2026-06-30"
    ),
    ("invoiced as a share of revenue last quarter", "by client", "only Northwind"): (
        "invoiced, revenue | client | client = Northwind | 2026-07-01..2026-09-30 | ratio of revenue"
    ),
    ("average hours per person last month", "by team"): (
        "tracked_hours | person, team |  | 2026-09-01..2026-09-30 | average per person"
    ),
    ("projects over budget", "which ones are active?"): (
        "budget_used_percent | project | status = active | ..2026-10-15 | > 1"
    ),
    ("why did revenue drop last quarter", "which ones are active?"): (
        "revenue | project | status = active | 2026-07-01..2026-09-30"
    ),
    ("hours by person last week", "only billable"): "billable_hours | person |  | 2026-10-05..2026-10-11",
    ("revenue by client this year", "and margin", "sorted by margin"): (
        "margin | client |  | 2026-01-01..2026-12-31 | desc"
    ),
    ("is Apollo over budget", "by how much?"): "budget_used_percent |  | project = Apollo | ..2026-10-15 | > 1",
}


@pytest.mark.parametrize("said", TALKS, ids=" / ".join)
def test_a_follow_up_asks_it_again_of_what_it_names(said: tuple[str, ...]) -> None:
    assert talk(*said) == (TALKS[said],)


def test_a_ranking_after_a_reason_offers_whole_questions() -> None:
    reason = ask("why did revenue drop last quarter")
    offered = ask("top 5", ADMIN, Turn(reason))  # type: ignore[arg-type]

    assert isinstance(offered, Clarification)
    assert "Revenue by client last quarter compared with Q2 2026 top 5" in offered.options


def test_what_is_new_offers_questions_that_are_understood() -> None:
    offered = ask("what's new?")

    assert isinstance(offered, Clarification)
    assert len(offered.options) > 1
    for one in offered.options:
        assert not isinstance(ask(one), Clarification), one
