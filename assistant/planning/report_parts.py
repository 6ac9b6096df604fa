"""What the named reports hold: each one's sections, what they ask, and what a reader is told at a glance."""

from dataclasses import dataclass
from fractions import Fraction

from assistant.query import Comparison, LookFor, Order, Threshold

OVER_TIME = "over time"
"""A breakdown by weeks, months or quarters, as long as the period asks for."""

SOME = Threshold(Comparison.MORE, Fraction(0))
TOO_FAST = Threshold(Comparison.MORE, Fraction(115, 100))
HIGH, LOW = Order.DESC, Order.ASC

TO_DATE = "to date"
"""As everything stands, whatever the period of the report."""

ITS_OWN = "its own days"
"""The days of what a report is narrowed to: from the beginning of a deal's work to its end."""


FOR_THE_DEAL = ("deal", "job_title")
"""A deal, and the people whose work it needs."""


@dataclass(frozen=True)
class Part:
    """One section: its table, and the order of its rows.

    `without_reasons` is the breakdown for those who may not see why somebody is absent; `when` the period where none
    is asked for, if it is not the report's or the metric's own; `some` leaves out the rows that come to nothing.
    `glance` makes it one of the key figures on top, told beside the period before where it is `compared`. `look_for`
    quotes the notes instead. `only` are the filters that hold for it, where not all do; `drawn` whether it has a chart.
    `verdict` is what a key figure says where any row is left, and where none is.
    """

    name: str
    title: str
    metrics: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    order: Order | None = None
    without_reasons: tuple[str, ...] = ()
    when: str = ""
    some: bool = False
    glance: bool = False
    compared: bool = False
    having: Threshold | None = None
    limit: int | None = None
    look_for: LookFor | None = None
    only: tuple[str, ...] | None = None
    drawn: bool = True
    verdict: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Report:
    """A named report: its words, what it is about, the period where none is asked for, and its sections.

    `of_one` is what it is always of one of ("project"); `lead` is what a question asks for in its stead to find its
    period and filters, "" where it is asked for from the command and the page of reports only.
    """

    name: str
    title: str
    words: str
    lead: str
    parts: tuple[Part, ...]
    when: str = ""
    of_one: str = ""


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
            Part("ending", "Agreements that end", ("agreements_ending",), ("day", "budget"), when="next 3 months",
                 drawn=False),
        ),
    ),
    Report(
        "projects",
        "Projects",
        r"projects?(?:\s+(?:status|health))?",
        "budget hours used percent",
        (
            Part("health", "Health", ("health",), ("project",)),
            Part("budget", "Budget used", ("budget_used_percent", "budget_remaining"), ("project",), HIGH),
            Part("pace", "Pace", ("burn_index",), ("project",), HIGH),
            Part("money", "Revenue and margin", ("revenue", "margin"), ("project",), HIGH),
            Part("milestones", "Milestones that slipped", ("milestones_slipped",), ("project",), HIGH, some=True,
                 drawn=False),
            Part("tasks", "Overdue tasks", ("overdue_tasks",), ("project",), HIGH, some=True),
            Part("quiet", "Days without a sign of life", ("staleness_days",), ("project",), HIGH),
        ),
    ),
    Report(
        "portfolio",
        "Portfolio",
        r"(?:project\s+)?portfolios?|monthly(?:\s+portfolio)?",
        "revenue",
        (
            Part("revenue", "Revenue", ("revenue",), glance=True, compared=True),
            Part("profit", "Profit", ("profit",), glance=True, compared=True),
            Part("margin", "Margin", ("margin",), glance=True, compared=True),
            Part("utilization", "Utilization", ("billable_utilization",), glance=True, compared=True),
            Part("invoiced", "Invoiced", ("invoiced",), glance=True, compared=True),
            Part("overdue", "Overdue receivables", ("overdue_receivables",), glance=True),
            Part("backlog", "Backlog", ("backlog",), glance=True),
            Part("ahead", "Projected, next quarter", ("projected_revenue",), glance=True, when="next quarter"),
            Part("health", "Where the projects stand", ("health",), ("project",)),
            Part("clients", "Revenue and margin by client", ("revenue", "profit", "margin"), ("client",), HIGH),
            Part("months", "The last six months", ("revenue", "profit", "margin"), ("month",), when="last 6 months"),
            Part("pace", "Budgets that burn too fast", ("burn_index",), ("budget",), HIGH, having=TOO_FAST),
            Part("scope", "Work beyond what was sold", ("overserviced_hours",), ("budget",), HIGH, some=True),
            Part("milestones", "Milestones that slipped", ("milestones_slipped",), ("project",), HIGH, some=True,
                 drawn=False),
            Part("teams", "Utilization by team", ("billable_utilization",), ("team",), HIGH),
            Part("room", "Room in the coming quarter", ("free_hours", "scheduled_utilization"), ("team",), HIGH,
                 when="next quarter"),
            Part("pipeline", "Pipeline by stage", ("pipeline_value",), ("stage",), HIGH, when=TO_DATE),
            Part("receivables", "Receivables by days past due", ("receivables",), ("ageing",)),
            Part("ending", "Agreements that end", ("agreements_ending",), ("day", "budget"), when="next 3 months",
                 drawn=False),
        ),
        "last month",
    ),
    Report(
        "status",
        "Project status",
        r"(?:internal\s+)?(?:project\s+)?status",
        "",
        (
            Part("standing", "Health", ("health",), ("project",), glance=True),
            Part("share", "Budget used", ("budget_used_percent",), glance=True),
            Part("left", "Budget left", ("budget_remaining",), glance=True),
            Part("done", "Work complete", ("percent_complete",), glance=True),
            Part("revenue", "Revenue", ("revenue",), glance=True, compared=True),
            Part("cost", "Cost", ("cost",), glance=True, compared=True),
            Part("margin", "Margin", ("margin",), glance=True, compared=True),
            Part("late", "Overdue tasks", ("overdue_tasks",), glance=True),
            Part("budget", "Budget", ("budget_total", "budget_used", "budget_remaining", "budget_used_percent"),
                 ("budget",)),
            Part("hours", "Hours sold and used", ("budget_hours", "budget_hours_used", "budget_hours_used_percent"),
                 ("budget",)),
            Part("pace", "Pace", ("burn_index",), ("budget",), HIGH),
            Part("forecast", "At the end, as booked", ("forecast_used", "forecast_overrun"), ("budget",)),
            Part("runout", "When the budget runs out", ("budget_runout_date",), ("budget",)),
            Part("scope", "Work beyond what was sold", ("overserviced_hours",), ("budget",), HIGH, some=True),
            Part("months", "Revenue, cost and margin by month", ("revenue", "cost", "margin"), ("month",),
                 when="last 6 months"),
            Part("end", "Margin at completion", ("forecast_profit", "forecast_margin"), ("project",)),
            Part("plan", "Worked against planned", ("plan_variance_hours",), ("week",), when="last 8 weeks"),
            Part("people", "Who worked on it", ("tracked_hours", "billable_hours"), ("person",), HIGH),
            Part("milestones", "Milestones ahead", ("milestones_due",), ("day", "task"), when="next 90 days", some=True,
                 drawn=False),
            Part("slipped", "Milestones that slipped", ("milestones_slipped",), ("day", "task"), some=True,
                 drawn=False),
            Part("tasks", "Overdue tasks, one by one", ("overdue_tasks",), ("task",), some=True, drawn=False),
            Part("waiting", "Changes that wait for a decision", ("pending_change_amount",), ("budget",), some=True),
            Part("risks", "Risks in the notes", look_for=LookFor.RISKS),
            Part("decisions", "Decided lately", look_for=LookFor.DECISIONS),
            Part("actions", "Still to do, from the notes", look_for=LookFor.ACTIONS),
        ),
        of_one="project",
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
            # A quarter's sum hides a clash of two weeks.
            Part("clashes", "Weeks in which people would be short", ("capacity_gap",), ("job_title", "week"), HIGH,
                 some=True, drawn=False),
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
    Report(
        "proposal",
        "Proposal check",
        r"proposal(?:\s+check)?|deal\s+check",
        "",
        (
            Part("value", "Worth", ("pipeline_value",), glance=True, when=TO_DATE, only=("deal",)),
            Part("weighted", "Weighted", ("weighted_pipeline",), glance=True, when=ITS_OWN, only=("deal",)),
            Part("cost", "Estimated cost", ("deal_cost",), glance=True, when=TO_DATE, only=("deal",)),
            Part("left", "Estimated margin", ("deal_margin",), glance=True, when=TO_DATE, only=("deal",)),
            Part("fits", "Capacity, if it is won", ("capacity_gap",), ("job_title", "week"), HIGH, when=ITS_OWN,
                 some=True, only=FOR_THE_DEAL, glance=True, verdict=("short in some weeks", "it fits")),
            Part("costs", "What its work would cost", ("deal_cost",), ("job_title",), HIGH, when=TO_DATE,
                 only=("deal",)),
            Part("margin_made", "What it would leave", ("deal_profit", "deal_margin"), ("deal",), when=TO_DATE,
                 only=("deal",), drawn=False),
            Part("clashes", "Weeks in which people would be short", ("capacity_gap",), ("job_title", "week"), HIGH,
                 when=ITS_OWN, some=True, only=FOR_THE_DEAL, drawn=False),
            Part("titles", "Capacity by the job titles it needs", ("capacity_gap",), ("job_title",), HIGH,
                 when=ITS_OWN, only=FOR_THE_DEAL),
            Part("weeks", "Capacity week by week", ("capacity_gap",), ("week",), when=ITS_OWN, only=FOR_THE_DEAL),
            Part("feasible", "Who is booked already", ("scheduled_utilization", "free_hours"), ("team",), HIGH,
                 when=ITS_OWN, only=()),
            Part("overbooked", "Who is overbooked", ("overbooked_hours",), ("person",), HIGH, when=ITS_OWN, some=True,
                 only=()),
            Part("estimates", "How well estimates held", ("estimate_accuracy",), ("project",), HIGH,
                 when="last 12 months", only=("client",)),
            Part("scope", "Work beyond what was sold, for this client", ("overservicing_rate",), ("budget",), HIGH,
                 when="last 12 months", only=("client",), some=True),
            Part("margin", "Margin on this client's work", ("revenue", "margin"), ("project",), HIGH,
                 when="last 12 months", only=("client",)),
            Part("house", "Margin of the house, to compare with", ("margin",), ("quarter",), when="last 12 months",
                 only=()),
            Part("pays", "How this client pays", ("overdue_receivables", "receivables"), ("client",), when=TO_DATE,
                 only=("client",)),
        ),
        of_one="deal",
    ),
)  # fmt: skip
"""Every report, in the order in which they are listed."""

BY_NAME = {one.name: one for one in REPORTS}
