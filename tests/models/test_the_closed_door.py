"""What a hostile or stupid model may propose: it is taken as it was asked, offered, or as if it had said nothing."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import pytest

from assistant import llm
from assistant.metrics.catalogue import METRICS
from assistant.outcome import Clarification
from assistant.planning import model_planner
from assistant.planning.proposal import ProposedPlan
from assistant.query import Plan, Question
from tests.models.scripted_server import Scripted, fails, says, serving
from tests.models.test_model_planner import MARGIN, ODD, ask, chosen, view_of
from tests.planning.an_agency import TODAY
from tests.planning.an_agency import ask as ask_embedded

if TYPE_CHECKING:
    from assistant.permissions.view import View

TAKEN, OFFERED, AS_BEFORE = "taken", "offered", "as without a model"

TOP = "the 3 most lucrative customers last quarter"
ABOVE = "how lucrative was each customer last quarter above 20 %"
BEFORE = "how lucrative was each customer last quarter compared with the year before"
NORTHWIND = "how lucrative was Northwind last quarter"


def northwind(**other: object) -> list[dict[str, Any]]:
    return [{"field": "client", "names": ["Northwind"], **other}]


ATTACKS: tuple[tuple[str, str, Mapping[str, Any], str], ...] = (
    ("as it was asked", ABOVE, {"limit": {"op": ">", "value": 20}}, TAKEN),
    ("another limit", ABOVE, {"limit": {"op": ">", "value": 30}}, AS_BEFORE),
    ("a limit the other way round", ABOVE, {"limit": {"op": "<", "value": 20}}, AS_BEFORE),
    ("a limit no longer one", ABOVE, {"limit": {"op": "=", "value": 20}}, AS_BEFORE),
    ("no limit", ABOVE, {}, AS_BEFORE),
    ("a limit of a number of rows", TOP, {"limit": {"op": ">", "value": 3}}, AS_BEFORE),
    ("a limit of its own", ODD, {"limit": {"op": ">", "value": 0}}, AS_BEFORE),
    ("a limit beyond numbers", ODD, {"limit": {"op": ">", "value": 1e308}}, AS_BEFORE),
    ("as many rows as asked", TOP, {"how_many": 3, "first": "highest"}, TAKEN),
    ("fewer rows", TOP, {"how_many": 2, "first": "highest"}, AS_BEFORE),
    ("all rows", TOP, {"how_many": 1000, "first": "highest"}, AS_BEFORE),
    ("the other end", TOP, {"how_many": 3, "first": "lowest"}, AS_BEFORE),
    ("one row of its own", ODD, {"how_many": 1}, AS_BEFORE),
    ("a comparison of its own", ODD, {"compared_with": "the year before"}, AS_BEFORE),
    ("no comparison", BEFORE, {}, AS_BEFORE),
    ("another comparison", BEFORE, {"compared_with": "the period before"}, AS_BEFORE),
    ("a reason nobody asked for", ODD, {"why": True}, AS_BEFORE),
    ("a client nobody named", ODD, {"where": northwind()}, AS_BEFORE),
    ("all others", NORTHWIND, {"by": [], "where": northwind(leave_out=True)}, AS_BEFORE),
    ("one of two", "how lucrative were Northwind and Acme last quarter", {"by": [], "where": northwind()}, AS_BEFORE),
    ("left out no more", ODD.replace("last", "except Northwind last"), {"where": northwind()}, AS_BEFORE),
    ("left out after its name", f"{ODD}, Northwind excluded", {"where": northwind()}, AS_BEFORE),
    ("no rows", ODD.replace("customer", "project of Northwind"), {"by": [], "where": northwind()}, AS_BEFORE),
    ("more rows", ODD, {"by": ["client", "month"]}, AS_BEFORE),
    ("other rows", ODD, {"by": ["project"]}, AS_BEFORE),
    ("more metrics", ODD, {"metrics": ["margin", "labor_cost"]}, AS_BEFORE),
    ("letters that look alike", NORTHWIND, {"where": [{"field": "client", "names": ["N\u043erthwind"]}]}, AS_BEFORE),
    ("letters nobody sees", ODD, {"metrics": ["mar\u200bgin"]}, AS_BEFORE),
    ("a synonym", ODD, {"metrics": ["profit margin"]}, AS_BEFORE),
    ("a period and what it is not", ODD, {"period": "last quarter (July to August 2026)"}, AS_BEFORE),
    ("a period and a number", ODD, {"period": "last quarter which is 12,000"}, AS_BEFORE),
    ("half a period", ODD, {"period": "2026-07-01 to 2026-08-31"}, AS_BEFORE),
    ("a period and more", ODD, {"period": "last quarter and revenue by person"}, AS_BEFORE),
    ("a field and more", ODD, {"where": [{"field": "client for client Northwind", "names": ["x"]}]}, AS_BEFORE),
    ("words of its own", ODD, {"understood": "Revenue was 12,000"}, AS_BEFORE),
    ("a metric farther off", ODD, {"metrics": ["delivery_margin"]}, OFFERED),
)


def came_of_it(question: str, server: Scripted) -> str:
    model_planner.PROPOSED.clear()  # the same question is asked of the model once
    own, found = ask_embedded(question), ask(question, view_of(server))
    if isinstance(found, Plan) and chosen(found.queries):
        return TAKEN
    return AS_BEFORE if found == own else OFFERED if isinstance(found, Clarification) else f"{found}"


def test_of_a_plan_only_what_the_question_says_is_taken() -> None:
    with serving(fails(500)) as server:
        found = {}
        for name, question, other, _ in ATTACKS:
            server.turns[:] = [says(queries=[{**MARGIN, **other}])]
            found[name] = came_of_it(question, server)

    assert found == {name: expected for name, _, _, expected in ATTACKS}


def test_more_tables_than_asked_for_and_a_part_that_is_said_to_be_missing_are_not_answered() -> None:
    with serving(says(queries=[MARGIN, {**MARGIN, "metrics": ["revenue"]}])) as server:
        assert came_of_it(ODD, server) == AS_BEFORE
        server.turns[:] = [says(queries=[MARGIN, MARGIN])]
        assert came_of_it(ODD, server) == AS_BEFORE
        server.turns[:] = [says(queries=[MARGIN], not_measured="how glad they were")]
        assert came_of_it(ODD, server) == OFFERED


SMALL: dict[str, Any] = {"window": 1500, "method": "named_function"}


def form_for(question: str, server: Scripted) -> dict[str, Any]:
    """One query of the form as a model with a small window is shown it, and all that is sent with it."""
    view = cast("View", view_of(server, **SMALL))
    here = model_planner.surroundings(Question(question, "", TODAY), view, METRICS)
    assert here is not None
    sent = model_planner.sent_for(here, "")
    whole = llm.request(view.settings.model, sent.messages, ProposedPlan, sent.shape)
    assert len(json.dumps(whole)) < 6000
    assert sent.shape is not None
    assert json.dumps(sent.shape["properties"]) in json.dumps(whole)
    form: dict[str, Any] = sent.shape["properties"]["queries"]["items"]["properties"]
    return form


def test_a_small_window_holds_no_more_than_the_question_could_mean() -> None:
    with serving(fails(500)) as server:
        said = form_for("utilization by team for Northwind last quarter", server)
        odd = form_for(ODDEST, server)

    assert set(said) == {"metrics", "by", "where", "period"}
    assert said["metrics"]["items"]["enum"] == ["billable_utilization"]
    assert said["by"]["items"]["enum"] == ["team"]
    assert said["period"]["enum"] == ["last quarter"]
    assert [one["properties"]["names"]["items"]["enum"] for one in said["where"]["items"]["anyOf"]] == [["Northwind"]]
    assert "margin" in odd["metrics"]["items"]["enum"]
    assert set(odd) >= {"metrics", "by", "period", "limit", "how_many"}


ODDEST = "how lucrative was each of the 3 customers last quarter"


def test_what_a_model_with_a_small_window_fills_in_is_taken_as_ever() -> None:
    with serving(says(queries=[MARGIN])) as server:
        plan = ask(ODD, view_of(server, **SMALL))

    assert isinstance(plan, Plan)
    assert chosen(plan.queries)
    assert len(server.bodies[0]) < 6000


@pytest.mark.parametrize("window", [0, 8000])
def test_a_large_window_is_sent_everything(window: int) -> None:
    with serving(says(queries=[MARGIN])) as server:
        ask(ODD, view_of(server, window=window))

    assert len(server.bodies[0]) > 9000
