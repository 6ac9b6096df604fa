"""Short follow-ups that lean on the tables before: two side by side, a column more, a filter less, which of them."""

import pytest

from tests.planning.test_conversation import talk

SEPTEMBER = "2026-09-01..2026-09-30"
BEN_AND_DORA = f"billable_utilization | person | person = Ben Okafor + Dora Lindqvist | {SEPTEMBER}"
QUARTER = "2026-07-01..2026-09-30"
YEAR = "2026-01-01..2026-12-31"

TALKS = {
    ("tickets closed last week by client", "and still open"): "open_tasks | client |  | ..2026-10-11",
    ("tickets closed last week by client", "overdue ones"): "overdue_tasks | client |  | ..2026-10-11",
    ("util design team oct", "and dev"): "billable_utilization |  | team = Development | 2026-10-01..2026-10-31",
    ("profit by project last month", "only fixed fee ones"): f"profit | project | budget_type = fixed | {SEPTEMBER}",
    ("revenue by client last quarter", "top 5 by profit"): f"profit | client |  | {QUARTER} | desc 5",
    ("debtors over 90", "and over 60"): "receivables | client | ageing = 61-90 + 90+ | ..2026-10-15",
    ("retainer burn northwind oct", "and hours left?", "vs last month", "who logged them"): (
        "tracked_hours | person | budget_type = retainer, client = Northwind | 2026-10-01..2026-10-31"
    ),
    ("free hours nov by person", "incl pencils"): "free_hours_with_tentative | person |  | 2026-11-01..2026-11-30",
    ("utilization of Ben last month", "and Dora?", "compare the two"): BEN_AND_DORA,
    ("utilization of Ben last month", "and Dora?", "for both"): BEN_AND_DORA,
    ("hours for Acme and Globex client last month", "compare them"): (
        f"tracked_hours | client | client = Acme Corp + Globex | {SEPTEMBER}"
    ),
    ("revenue in June", "August?", "compare the two"): (
        "revenue |  |  | 2026-08-01..2026-08-31 |  | 2026-06-01..2026-06-30"
    ),
    ("utilization of Ben last month", "and Dora?", "and the other one?"): (
        f"billable_utilization |  | person = Ben Okafor | {SEPTEMBER}"
    ),
    ("revenue by client this year", "top 3", "add profit"): f"revenue, profit | client |  | {YEAR} | desc 3",
    ("revenue by client this year", "with cost as well"): f"revenue, cost | client |  | {YEAR}",
    ("agi by client this year", "vs revenue"): f"agi, revenue | client |  | {YEAR}",
    ("revenue of Acme this year", "add Northwind"): f"revenue |  | client = Acme Corp + Northwind | {YEAR}",
    ("revenue by client this year", "remove Northwind", "add Northwind"): f"revenue | client |  | {YEAR}",
    ("hours by team last month", "add person"): f"tracked_hours | team, person |  | {SEPTEMBER}",
    ("revenue by client last quarter", "add the quarter before"): (
        f"revenue | client |  | {QUARTER} |  | 2026-04-01..2026-06-30"
    ),
    ("margin by client last quarter", "which of them are shrinking?"): (
        f"margin | client |  | {QUARTER} | asc moved < | 2026-04-01..2026-06-30"
    ),
    ("profit by client last quarter", "which are negative?"): f"profit | client |  | {QUARTER} | < 0",
    ("hours by person last month", "which of them are in Design?"): (
        f"tracked_hours | person | team = Design | {SEPTEMBER}"
    ),
    ("hours by person last month", "who of them is over 100?"): f"tracked_hours | person |  | {SEPTEMBER} | > 100",
    ("utilization by team last quarter", "which is the lowest?"): (
        f"billable_utilization | team |  | {QUARTER} | asc 1"
    ),
    ("backlog", "the biggest 5 clients"): "backlog | client |  | ..2026-10-15 | desc 5",
    ("backlog", "which clients?"): "backlog | client |  | ..2026-10-15",
    ("hours for Ben last month", "exclude him"): f"tracked_hours |  | person ≠ Ben Okafor | {SEPTEMBER}",
    ("hours for Ben and Dora last month", "drop Ben"): f"tracked_hours |  | person = Dora Lindqvist | {SEPTEMBER}",
    ("hours for Acme by month this year", "forget the client"): f"tracked_hours | month |  | {YEAR}",
    ("hours for Acme by month this year", "forget Acme"): f"tracked_hours | month |  | {YEAR}",
    ("hours by client last month", "over 10", "forget that"): f"tracked_hours | client |  | {SEPTEMBER}",
    ("revenue of Acme this year", "for all clients"): f"revenue | client |  | {YEAR}",
    ("revenue of Acme this year", "and overall?"): f"revenue |  |  | {YEAR}",
    ("hours of Ben last month", "who is above 150?"): f"tracked_hours | person |  | {SEPTEMBER} | > 150",
    ("which projects are over budget", "and Ana Kovač's projects?"): (
        "budget_used_percent | project | project_manager = Ana Kovač | ..2026-10-15 | > 1"
    ),
    ("profit by project this year", "the worst five", "who manages them?"): (
        f"profit | project, project_manager |  | {YEAR} | asc 5"
    ),
    ("which deals close this month", "what are they worth in total"): "pipeline_value |  |  | 2026-10-01..2026-10-31",
    ("which agreements end this year", "what are they worth"): (
        "agreements_ending, agreements_ending_value | budget |  | 2026-01-01..2026-12-31"
    ),
    ("pending change requests", "and what are they worth?"): (
        "pending_change_amount, pending_change_hours |  |  | ..2026-10-15"
    ),
    ("which projects are active", "what are they worth"): "budget_total | project | status = active | ..2026-10-15",
    ("budget left on Apollo", "who is on it"): f"tracked_hours | person | project = Apollo | {SEPTEMBER}",
    ("hours on Apollo by person last month", "is it over budget?"): (
        "budget_used_percent |  | project = Apollo | ..2026-09-30 | > 1"
    ),
    ("revenue in August compared with June", "what changed?"): (
        "revenue |  |  | 2026-08-01..2026-08-31 | why | 2026-06-01..2026-06-30"
    ),
    ("projected revenue next quarter by client", "only confirmed"): (
        "confirmed_revenue | client |  | 2027-01-01..2027-03-31"
    ),
    ("cost last month", "split labour and expenses"): f"labor_cost, expense_cost |  |  | {SEPTEMBER}",
    ("overserviced hours by client this year", "as a share of tracked"): f"overservicing_rate | client |  | {YEAR}",
    ("invoiced last quarter by client", "what is still open?"): "receivables | client |  | ..2026-10-15",
    ("revenue of Acme this year", "so what's the margin?"): f"margin |  | client = Acme Corp | {YEAR}",
    (
        "burn index of Apollo",
        "how many hours are left?",
    ): "budget_hours_remaining | budget | project = Apollo | ..2026-10-15",
    ("hours for Acme this month", "what is our utilization?"): f"billable_utilization |  |  | {SEPTEMBER}",
    ("win rate by owner last month", "only Ana Kovač"): f"win_rate | owner | owner = Ana Kovač | {SEPTEMBER}",
    ("hours by project last month", "sort by name"): f"tracked_hours | project |  | {SEPTEMBER} | name",
    ("hours by project last month", "plot it"): f"tracked_hours | project |  | {SEPTEMBER}",
    ("scheduled utilization of Design next month", "and development"): (
        "scheduled_utilization |  | team = Development | 2026-11-01..2026-11-30"
    ),
    ("hours by team last month", "break Development down by person"): (
        f"tracked_hours | person | team = Development | {SEPTEMBER}"
    ),
    ("hours by client last week", "same for the week before"): "tracked_hours | client |  | 2026-09-28..2026-10-04",
    ("profit in September", "and the year before"): "profit |  |  | 2025-09-01..2025-09-30",
    ("profit in September", "and the quarter before?"): "profit |  |  | 2026-04-01..2026-06-30",
    ("receivables by client", "older than 60 days"): "receivables | client | ageing = 61-90 + 90+ | ..2026-10-15",
    ("hours of Acme and Northwind by month this year", "separately"): (
        f"tracked_hours | month, client | client = Acme Corp + Northwind | {YEAR}"
    ),
    ("what share of revenue comes from retainers this year", "by month"): (
        f"revenue | month, budget_type |  | {YEAR} | share of retainer"
    ),
    ("what share of revenue comes from retainers this year", "by client"): (
        f"revenue | client | budget_type = retainer | {YEAR}"
    ),
    ("who logged more than 40 hours last week but less than 30 billable", "and the week before?"): (
        "tracked_hours, billable_hours | person |  | 2026-09-28..2026-10-04 | > 40 & billable_hours < 30"
    ),
    ("utilization of Ben last month", "and Dora?", "compare the two", "by week"): (
        f"billable_utilization | week, person | person = Ben Okafor + Dora Lindqvist | {SEPTEMBER}"
    ),
    ("revenue by client this year", "top 3", "which of them are shrinking?"): (
        f"revenue | client |  | {YEAR} | desc 3 | 2025-01-01..2025-10-14"
    ),
    ("is Design more utilised than Development this quarter",): (
        "billable_utilization | team | team = Design + Development | 2026-10-01..2026-12-31"
    ),
}


@pytest.mark.parametrize("said", TALKS, ids=" / ".join)
def test_a_short_follow_up_changes_just_that(said: tuple[str, ...]) -> None:
    assert talk(*said) == (TALKS[said],)


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("hours by client last month", "the second one", "clarification: Which client do you mean?"),
        ("revenue of Acme last month", "and the other one?", "clarification: Which other client do you mean?"),
        ("revenue last month", "compare the two", "clarification: Which two should be compared?"),
        ("revenue last month", "add a task for Ben", "unsupported: I answer questions and change nothing"),
        ("hours by person last month", "log 2 hours", "unsupported: I answer questions and change nothing"),
        (
            "hours by person last month",
            "in days instead",
            "unsupported: Tracked hours cannot be told in days",
        ),
        ("hours by person last month", "hm, interesting", "unsupported: Good. Ask whatever else"),
        ("hours by person last month", "ok thx", "unsupported: Good. Ask whatever else"),
    ],
)
def test_what_is_not_known_is_asked_and_never_guessed(first: str, then: str, told: str) -> None:
    [said] = talk(first, then)
    assert said.startswith(told)


@pytest.mark.parametrize(
    "said",
    [
        ("hours for Ben in August", "which clients are in the red this year?"),
        ("hours for Ben in August", "who is the busiest?"),
        ("hours for Ben in August", "the biggest deals this year"),
        ("hours for Ben in August", "what changed in revenue last month?"),
        ("hours for Ben in August", "revenue and profit by client last month"),
        ("hours for Ben in August", "top 5 clients by revenue this year"),
    ],
    ids=" / ".join,
)
def test_a_question_of_its_own_begins_anew(said: tuple[str, ...]) -> None:
    assert talk(*said) == talk(said[-1])
