"""Every check over one asker's view, the findings that would move most first."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from assistant.health import files, notes, rates, timesheets, work
from assistant.health.finding import Finding, ranked
from assistant.health.seen import Seen
from assistant.permissions.audit import record
from assistant.permissions.house import House
from assistant.permissions.view import View

CHECKS: tuple[Callable[[Seen], Iterator[Finding]], ...] = (
    files.quarantined_rows,
    timesheets.missing_timesheets,
    timesheets.over_24_hours,
    timesheets.later_than_today,
    timesheets.outside_contract,
    timesheets.unapproved_time,
    rates.missing_bill_rates,
    rates.missing_cost_rates,
    rates.no_exchange_rate,
    rates.invoices_before_projects,
    work.stale_projects,
    notes.stale_notes,
    work.overdue_tasks,
    work.time_on_archived_projects,
    work.budgets_without_end,
    work.two_budgets_at_once,
    work.unknown_owners,
    files.freshness,
)


def check(view: View, today: date) -> tuple[Finding, ...]:
    """What is wrong or missing in what this asker may see, on that day."""
    seen = Seen(view, today)
    findings = [one for find in CHECKS for one in find(seen)]
    return ranked(findings, seen.all_hours, seen.all_money)


def check_on_record(house: House, view: View, today: date, at: datetime) -> tuple[Finding, ...]:
    """What the edges call: look, and write to the audit log that somebody looked before showing it."""
    findings = check(view, today)
    record(house, view, {"question": "reckon check", "outcome": "answer"}, at)
    return findings
