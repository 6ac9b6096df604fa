"""Follow-ups that point back: at the days that were talked about, at one of several measures, at two periods."""

import pytest

from tests.planning.test_conversation import talk

Q3, SEPTEMBER = "2026-07-01..2026-09-30", "2026-09-01..2026-09-30"
WHO = "clarification: Who is “it”? Please name the person, client or project."


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("who is free next week", "who is on leave then"), "absence_days | person |  | 2026-10-19..2026-10-25 | > 0"),
        (
            ("labour cost by team this year", "last year too"),
            "labor_cost | team |  | 2026-01-01..2026-12-31 |  | 2025-01-01..2025-12-31",
        ),
        (("revenue, cost and profit by client last quarter", "drop cost"), f"revenue, profit | client |  | {Q3}"),
        (
            ("margin in August", "and in September?", "why did it drop"),
            f"margin |  |  | {SEPTEMBER} | why | 2026-08-01..2026-08-31",
        ),
        (
            ("revenue of Acme 2025", "2024", "the difference"),
            "revenue |  | client = Acme Corp | 2025-01-01..2025-12-31 |  | 2024-01-01..2024-12-31",
        ),
        (
            ("hours of Ben last month", "and May Chen", "both by project"),
            f"tracked_hours | person, project | person = Ben Okafor + May Chen | {SEPTEMBER}",
        ),
        (
            ("hours by project for Ben last month", "billable only"),
            f"billable_hours | project | person = Ben Okafor | {SEPTEMBER}",
        ),
        (("health of projects", "which are red"), "health | project |  | ..2026-10-15 | >= 64"),
        (("health of projects", "which are red", "why"), "health | project |  | ..2026-10-15 | >= 64"),
        (("win rate by owner this year", "how many deals is that"), "win_rate | owner |  | 2026-01-01..2026-12-31"),
        (("deals won this year", "total value"), "won_value | deal |  | 2026-01-01..2026-12-31"),
        (("deals won this year", "the biggest one"), "won_value | deal |  | 2026-01-01..2026-12-31 | desc 1"),
        (
            ("who has not logged time last week", "only Design", "how many hours are missing"),
            "missing_hours | person | team = Design | 2026-10-05..2026-10-11",
        ),
        (("margin by client last quarter", "only Acme", "back to the earlier one"), f"margin | client |  | {Q3}"),
        (("projects over budget", "who worked on it"), WHO),
        (("utilization by team last month", "the lowest one", "who is in it"), WHO),
        (
            ("how much did we bill in September", "how much of it is paid"),
            f"issued_paid_percent |  |  | {SEPTEMBER}",
        ),
    ],
    ids=" / ".join,
)  # fmt: skip
def test_a_follow_up_points_back(said: tuple[str, ...], expected: str) -> None:
    assert talk(*said) == (expected,)


@pytest.mark.parametrize(
    "own",
    [
        "who is free next week",
        "how many deals are open",
        "which projects are red",
        "revenue in usd",
        "which deals did we win in Q3",
    ],
)
def test_a_question_that_points_nowhere_begins_anew(own: str) -> None:
    assert talk("hours by person last month", own) == talk(own)
