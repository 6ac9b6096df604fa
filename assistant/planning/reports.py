"""The named reports: what each one asks, in one place, and how a question or a command asks for one.

A report is a fixed set of queries. Each goes the whole way of a question by itself, so that a section its reader may
not see is refused with its rule and the others stand. A period and filters hold for every section; a state is told
as it is at the period's end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from assistant.agency.periods import Period
from assistant.agency.tables import Sensitivity
from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric, Outlook, Through, Timing
from assistant.outcome import NoData, Unsupported
from assistant.permissions.policy import Scope
from assistant.planning import misunderstandings
from assistant.planning.dates import Outlook as Looks
from assistant.planning.dates import read_period
from assistant.planning.timing import as_read, unit_of
from assistant.query import Comparison, Filter, Order, Plan, Query, Threshold

if TYPE_CHECKING:
    from assistant.permissions.view import View

OVER_TIME = "over time"
"""A breakdown by weeks, months or quarters, as long as the period asks for."""

UNITS = {"day": "day", "week": "day", "month": "week", "quarter": "month", "year": "month"}
SOME = Threshold(Comparison.MORE, Fraction(0))
HIGH, LOW = Order.DESC, Order.ASC


@dataclass(frozen=True)
class Part:
    """One section: its table, and the order of its rows.

    `without_reasons` is the breakdown for those who may not see why somebody is absent; `when` the period where none
    is asked for, if it is not the report's or the metric's own; `some` leaves out the rows that come to nothing.
    """

    name: str
    title: str
    metrics: tuple[str, ...]
    by: tuple[str, ...]
    order: Order | None = None
    without_reasons: tuple[str, ...] = ()
    when: str = ""
    some: bool = False


@dataclass(frozen=True)
class Report:
    """A named report: its words, what it is about, the period where none is asked for, and its sections."""

    name: str
    title: str
    words: str
    lead: str
    parts: tuple[Part, ...]
    when: str = ""


REPORTS = (
    Report(
        "absence",
        "Absence",
        r"absences?|leave|time[ -]off",
        "absence days",
        (
            Part("people", "By person", ("absence_days", "absence_hours", "absence_rate"), ("person", "category"),
                 without_reasons=("person", "month")),
            Part("time", "Over time", ("absence_days", "absence_rate"), (OVER_TIME,)),
            Part("teams", "By team", ("absence_rate", "absence_days"), ("team",), HIGH),
        ),
        "last 6 months",
    ),
    Report(
        "utilization",
        "Utilization",
        r"utili[sz]ations?",
        "utilization",
        (
            Part("teams", "By team", ("billable_utilization",), ("team",), HIGH),
            Part("people", "By person", ("billable_utilization",), ("person",), HIGH),
            Part("time", "Over time", ("billable_utilization",), (OVER_TIME,)),
            Part("timesheets", "How complete the timesheets are", ("timesheet_completeness",), ("team",), LOW),
        ),
        "last month",
    ),
    Report(
        "budgets",
        "Budgets",
        r"budgets?",
        "budget used percent",
        (
            Part("money", "Used and left", ("budget_used_percent", "budget_total", "budget_used", "budget_remaining"),
                 ("budget",), HIGH),
            Part("hours", "Hours used and left", ("budget_hours_used_percent", "budget_hours_remaining"),
                 ("budget",), HIGH),
            Part("pace", "Pace", ("burn_index",), ("budget",), HIGH),
            Part("runout", "When they run out", ("budget_runout_date",), ("budget",), LOW),
            Part("scope", "Beyond the agreed scope", ("overserviced_hours",), ("budget",), HIGH, some=True),
            Part("ending", "Agreements that end", ("agreements_ending",), ("budget",), when="next 3 months"),
        ),
    ),
    Report(
        "projects",
        "Projects",
        r"projects?(?:\s+(?:status|health|portfolio))?|portfolio",
        "budget hours used percent",
        (
            Part("health", "Health", ("health",), ("project",)),
            Part("budget", "Budget used", ("budget_used_percent", "budget_remaining"), ("project",), HIGH),
            Part("pace", "Pace", ("burn_index",), ("project",), HIGH),
            Part("money", "Revenue and margin", ("revenue", "margin"), ("project",), HIGH),
            Part("milestones", "Milestones that slipped", ("milestones_slipped",), ("project",), HIGH, some=True),
            Part("tasks", "Overdue tasks", ("overdue_tasks",), ("project",), HIGH, some=True),
            Part("quiet", "Days without a sign of life", ("staleness_days",), ("project",), HIGH),
        ),
    ),
    Report(
        "pipeline",
        "Pipeline",
        r"pipeline|sales",
        "pipeline value",
        (
            Part("stages", "By stage", ("pipeline_value",), ("stage",), HIGH),
            Part("deals", "By deal", ("pipeline_value",), ("deal",), HIGH),
            Part("ahead", "Weighted, over the coming months", ("weighted_pipeline",), (OVER_TIME,),
                 when="next 6 months"),
            Part("won", "Won and lost", ("win_rate", "average_deal_size"), ("owner",), when="last 12 months"),
        ),
    ),
    Report(
        "capacity",
        "Capacity",
        r"capacity|availability",
        "free hours",
        (
            Part("teams", "By team", ("free_hours", "scheduled_hours", "scheduled_utilization"), ("team",), HIGH),
            Part("time", "Week by week", ("free_hours",), ("week",)),
            Part("people", "By person", ("free_hours",), ("person",), HIGH),
            Part("overbooked", "Overbooked", ("overbooked_hours",), ("person",), HIGH, some=True),
            Part("gap", "If deals close", ("capacity_gap",), ("job_title",), HIGH),
        ),
        "next quarter",
    ),
    Report(
        "receivables",
        "Receivables",
        r"(?:accounts[ -])?receivables?|a/?r|debtors?",
        "receivables",
        (
            Part("clients", "By client", ("receivables", "overdue_receivables"), ("client",), HIGH),
            Part("ageing", "By days past due", ("receivables",), ("ageing",)),
            Part("invoices", "Overdue invoices", ("overdue_receivables",), ("invoice",), HIGH, some=True),
            Part("pace", "How long clients take to pay", ("dso",), ("client",), HIGH),
            Part("flow", "Invoiced and collected", ("invoiced", "collected"), (OVER_TIME,), when="last 6 months"),
        ),
    ),
    Report(
        "timesheets",
        "Timesheets",
        r"time[ -]?sheets?",
        "timesheet completeness",
        (
            Part("teams", "By team", ("timesheet_completeness", "missing_hours"), ("team",), LOW),
            Part("people", "What is missing, by person", ("missing_hours", "missing_days"), ("person",), HIGH,
                 some=True),
            Part("time", "Over time", ("timesheet_completeness",), (OVER_TIME,)),
            Part("lag", "How late time is entered", ("entry_lag_days",), ("team",), HIGH),
        ),
        "last month",
    ),
)  # fmt: skip
"""Every report, in the order in which they are listed."""

BY_NAME = {one.name: one for one in REPORTS}

_POLITELY = (
    "please can could may i we you give show make create run prepare get have need want would like to me us a an the "
    "our my new full"
)
_ASKED = rf"^(?:(?:{'|'.join(_POLITELY.split())})\s+)*"
_NAMED = {
    one.name: re.compile(
        rf"{_ASKED}(?:(?P<before>.+?)\s+)??(?:(?:{one.words})\s+reports?|reports?\s+(?:on|of|about)\s+(?:the\s+|our\s+)?"
        rf"(?:{one.words}))\b[\s,:]*(?P<after>.*?)[\s?!.]*$",
        re.IGNORECASE,
    )
    for one in REPORTS
}


def asked(text: str) -> tuple[Report, str] | None:
    """The report a question asks for, and the question for its period and filters alone."""
    for one in REPORTS:
        found = _NAMED[one.name].match(text)
        if found and one.name != "absence":
            # "An absence report" has words of its own in the grammar, which make its first table.
            return one, " ".join(part for part in (found["before"], one.lead, found["after"]) if part)
    return None


@dataclass(frozen=True)
class Wanted:
    """What holds for every section: the period as said ("" for the usual one), the filters, and the days."""

    said: str
    where: tuple[Filter, ...]
    today: date
    known_on: date | None = None

    @property
    def knows_until(self) -> date:
        """The last day that has come for whoever answers."""
        return min(self.today, self.known_on or self.today)


def queries(report: Report, wanted: Wanted, view: "View") -> Iterator[tuple[Part, Query | NoData | Unsupported]]:
    """Each section with its query, or why it has none."""
    for part in report.parts:
        yield part, _query(report, part, wanted, view)


def _query(report: Report, part: Part, wanted: Wanted, view: "View") -> Query | NoData | Unsupported:
    metric = METRICS[part.metrics[0]]
    impossible = next((one.field for one in wanted.where if one.field not in metric.by), None)
    if impossible:
        return misunderstandings.no_such_breakdown(metric, impossible, ())
    period, phrase = _period(report, part, wanted, view)
    if period.start and period.start > wanted.knows_until and metric.through is not Through.END:
        return misunderstandings.not_yet_happened(metric, period.label, ())
    return Query(
        metrics=part.metrics,
        period=period,
        by=_by(part, period, view),
        where=wanted.where,
        having=SOME if part.some else None,
        order=part.order,
        period_said=phrase,
        known_on=wanted.known_on,
    )


def _period(report: Report, part: Part, wanted: Wanted, view: "View") -> tuple[Period, str]:
    """The period of one section, and the phrase it came from."""
    metric = METRICS[part.metrics[0]]
    phrase = wanted.said or part.when or report.when or metric.usual_period
    if not phrase and _is_state(metric):
        return Period(None, wanted.knows_until, "to date"), ""
    phrase, today = phrase or "last month", wanted.today if wanted.said else wanted.knows_until
    found = read_period(phrase, today, view.calendar, Looks(metric.outlook.value))
    return as_read(metric, found or Period(None, today, "to date")), phrase


def _is_state(metric: Metric) -> bool:
    return metric.timing is Timing.STATE or metric.outlook is Outlook.STATE


def _by(part: Part, period: Period, view: "View") -> tuple[str, ...]:
    hidden = view.grants[Sensitivity.HR].scope is Scope.NONE
    by = part.without_reasons if hidden and part.without_reasons else part.by
    unit = UNITS[unit_of(period)] if period.start else "month"
    return tuple(unit if one == OVER_TIME else one for one in by)


def in_words(report: Report, plan: Plan, view: "View", today: date) -> Plan:
    """The report's queries for the period and the filters of a plan for its leading number alone."""
    first = plan.queries[0]
    wanted = Wanted(first.period_said, first.where, today, first.known_on)
    made = [one for _, one in queries(report, wanted, view)]
    stopped = tuple(one for one in made if not isinstance(one, Query))
    return Plan(tuple(one for one in made if isinstance(one, Query)), (*stopped, *plan.not_planned))
