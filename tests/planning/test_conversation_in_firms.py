"""Follow-ups in the words of firms that sell advice: part of what was told, only some of its rows, the other basis."""

import pytest

from tests.planning.test_conversation import talk

Q3, SEPTEMBER, TO_DATE = "2026-07-01..2026-09-30", "2026-09-01..2026-09-30", "..2026-10-15"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("WIP by matter", "only the ones above 20k"), f"unbilled | project |  | {TO_DATE} | > 20000"),
        (("profit by matter last quarter", "only those running at a loss"), f"profit | project |  | {Q3} | < 0"),
        (("profit by matter last quarter", "just the unprofitable ones"), f"profit | project |  | {Q3} | < 0"),
        (
            ("hours by person last month", "only the Design ones"),
            f"tracked_hours | person | team = Design | {SEPTEMBER}",
        ),
        (
            ("chargeable hours by fee earner last month", "who is below 100 hours"),
            f"billable_hours | person |  | {SEPTEMBER} | < 100",
        ),
        (("cost last quarter", "how much of that was expenses"), f"expense_cost |  |  | {Q3}"),
        (
            ("hours booked to Apollo last month", "how much of that was chargeable"),
            f"billable_hours |  | project = Apollo | {SEPTEMBER}",
        ),
        (("receivables by client", "how much of that is overdue"), f"overdue_receivables | client |  | {TO_DATE}"),
        (
            ("how much fee is left on Apollo", "are we eating it too fast"),
            f"burn_index | budget | project = Apollo | {TO_DATE}",
        ),
        (
            ("EAC by project", "only Apollo", "at cost"),
            f"estimate_at_completion_at_cost | project | project = Apollo | {TO_DATE}",
        ),
        (("disbursements last quarter by matter", "recharged ones"), f"billable_expenses | project |  | {Q3}"),
        (("change orders pending by project", "and those agreed"), f"approved_change_amount | project |  | {TO_DATE}"),
        (("lock-up days", "ok then debtor days"), f"dso |  |  | {TO_DATE}"),
    ],
    ids=" / ".join,
)  # fmt: skip
def test_a_follow_up_keeps_what_was_asked_before(said: tuple[str, ...], expected: str) -> None:
    assert talk(*said) == (expected,)


def test_what_no_hours_can_be_is_no_limit_of_theirs() -> None:
    assert talk("hours by project last quarter", "only the unprofitable ones") == (
        "unsupported: I do not know what “ones” means here, and leaving it out could change the answer.",
    )
