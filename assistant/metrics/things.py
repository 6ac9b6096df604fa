"""How many there are: project_count, client_count, budgets_in_force, deals, invoices and tasks, each one counted once.

These definitions are ours: the glossary the others are written from counts people and tasks only.
"""

from collections.abc import Callable, Mapping

import pandas as pd

from assistant.figures import Unit
from assistant.metrics.budgets import BY_BUDGET, TIMES
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.invoices import receivables
from assistant.metrics.sales import BY_DEAL
from assistant.metrics.slices import known, known_rows, slices
from assistant.metrics.tasks import BY_TASK, READS_STATUS, as_of, still_open
from assistant.metrics.words import ALSO_CALLED

BY_PROJECT = ("project", "client", "project_manager", "account_manager", *OF_A_PROJECT)
BY_CLIENT = ("client", "account_manager")
BY_CLIENT_INVOICE = ("invoice", *BY_CLIENT)
RUNNING = ("planned", "active", "on_hold")
OURS = "reckon"
HOLD_ON_A_DAY = ("budgets_in_force", "unpaid_invoice_count", "overdue_invoice_count")
"""What can be told as of an earlier day, too."""
TITLES = {
    "project_count": "Number of projects",
    "client_count": "Number of clients",
    "invoice_count": "Number of invoices",
    "unpaid_invoice_count": "Number of unpaid invoices",
    "overdue_invoice_count": "Number of overdue invoices",
}

PROJECT = ("project_id", "client_id")
INVOICE = ("invoice_id", "number", "client_id", "status", "kind")


def _at_the_end(facts: MetricFacts, rows: pd.DataFrame) -> pd.DataFrame:
    """One for each row, on the last day asked about: what has no history is as it stands."""
    return slices(as_of(facts, rows), 1)


def project_count(facts: MetricFacts) -> pd.DataFrame:
    """Every project."""
    return _at_the_end(facts, known_rows(facts, "projects"))


def _running(facts: MetricFacts, *statuses: str) -> pd.DataFrame:
    rows = known_rows(facts, "projects")
    return rows[rows["status"].isin(statuses)]


def projects_starting(facts: MetricFacts) -> pd.DataFrame:
    """Projects on their first planned day."""
    rows = known(facts.frame("projects"), start_date="day")
    return slices(rows[rows["day"].notna()], 1)


def projects_ending(facts: MetricFacts) -> pd.DataFrame:
    """Projects on their last planned day."""
    rows = known(facts.frame("projects"), end_date="day")
    return slices(rows[rows["day"].notna()], 1)


def projects_without_budget(facts: MetricFacts) -> pd.DataFrame:
    """Projects for clients that are not over, and that no budget names."""
    rows = _running(facts, *RUNNING)
    with_one = set(known_rows(facts, "budgets")["project_id"])
    return _at_the_end(facts, rows[(rows["kind"] == "client") & ~rows["project_id"].isin(with_one)])


def projects_past_end(facts: MetricFacts) -> pd.DataFrame:
    """Projects that are not over, though their last planned day is."""
    rows = _running(facts, *RUNNING)
    day = pd.Timestamp(min(facts.asked.today, facts.asked.last_day))
    return _at_the_end(facts, rows[rows["end_date"] < day])


def client_count(facts: MetricFacts) -> pd.DataFrame:
    """Every client."""
    return _at_the_end(facts, known_rows(facts, "clients"))


def clients_with_active_projects(facts: MetricFacts) -> pd.DataFrame:
    """Clients with a project that is active."""
    rows, busy = known_rows(facts, "clients"), set(_running(facts, "active")["client_id"])
    return _at_the_end(facts, rows[rows["client_id"].isin(busy)])


def clients_without_projects(facts: MetricFacts) -> pd.DataFrame:
    """Clients with no project that is planned, active or on hold."""
    rows, busy = known_rows(facts, "clients"), set(_running(facts, *RUNNING)["client_id"])
    return _at_the_end(facts, rows[~rows["client_id"].isin(busy)])


def budgets_in_force(facts: MetricFacts) -> pd.DataFrame:
    """Every budget; which of them are open the calculation knows."""
    return _at_the_end(facts, known_rows(facts, "budgets"))


def deals_open(facts: MetricFacts) -> pd.DataFrame:
    """Deals nobody has decided: all of them to date, else on the day each is expected to close."""
    rows = known(facts.frame("deals"), expected_close="day")
    rows = rows[rows["status"] == "open"]
    rows = as_of(facts, rows) if facts.asked.to_date else rows
    return slices(rows[rows["day"].notna()], 1)


def _closed(facts: MetricFacts, status: str) -> pd.DataFrame:
    rows = known(facts.frame("deals"), closed_on="day")
    return slices(rows[(rows["status"] == status) & rows["day"].notna()], 1)


def won_deals(facts: MetricFacts) -> pd.DataFrame:
    """Deals won, on the day they were."""
    return _closed(facts, "won")


def lost_deals(facts: MetricFacts) -> pd.DataFrame:
    """Deals lost, on the day they were."""
    return _closed(facts, "lost")


def new_deals(facts: MetricFacts) -> pd.DataFrame:
    """Deals on the day they came up, whatever became of them."""
    rows = known(facts.frame("deals"), created_on="day")
    return slices(rows[rows["day"].notna()], 1)


def invoice_count(facts: MetricFacts) -> pd.DataFrame:
    """Invoices by the day they were issued, those on several rows once; no drafts, void ones or credit notes."""
    rows = known(facts.frame("invoices"), issued_on="day")
    rows = rows[(rows["kind"] == "invoice") & ~rows["status"].isin(["draft", "void"]) & rows["day"].notna()]
    return slices(_once(rows), 1)


def _once(rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each client's invoice number: that of the lowest id."""
    rows = rows.assign(number=rows["number"].where(rows["number"].notna(), rows["invoice_id"]))
    return rows.sort_values("invoice_id").drop_duplicates(["client_id", "number"]).reset_index(drop=True)


def unpaid_invoice_count(facts: MetricFacts) -> pd.DataFrame:
    """Invoices on which something is owed on the last day asked about."""
    return _owed(facts, receivables(facts))


def overdue_invoice_count(facts: MetricFacts) -> pd.DataFrame:
    """Those of which the due day has passed."""
    owed = receivables(facts)
    return _owed(facts, owed[owed["ageing"] != "not due"])


def _owed(facts: MetricFacts, owed: pd.DataFrame) -> pd.DataFrame:
    """The invoices of these receivables with more than nothing left on any of their rows."""
    left = owed.groupby("invoice_id")["numerator"].sum()
    rows = known_rows(facts, "invoices")
    rows = rows[(rows["kind"] == "invoice") & rows["invoice_id"].isin(set(left[left > 0].index))]
    return _at_the_end(facts, _once(rows)[["invoice_id", "client_id"]])


def unassigned_tasks(facts: MetricFacts) -> pd.DataFrame:
    """Open tasks that nobody has."""
    rows = still_open(facts)
    return _at_the_end(facts, rows[rows["person_id"].isna()])


def tasks_without_estimate(facts: MetricFacts) -> pd.DataFrame:
    """Open tasks that nobody has estimated."""
    rows = still_open(facts)
    return _at_the_end(facts, rows[rows["estimate_hours"].isna()])


def tasks_without_due_date(facts: MetricFacts) -> pd.DataFrame:
    """Open tasks that are due on no day."""
    rows = still_open(facts)
    return _at_the_end(facts, rows[rows["due_date"].isna()])


Compute = Callable[[MetricFacts], pd.DataFrame]
Reads = Mapping[str, tuple[str, ...]]
PROJECTS: Reads = {"projects": (*PROJECT, "kind", "status")}


def _as_it_stands(name: str, meaning: str, compute: Compute, reads: Reads, by: tuple[str, ...]) -> Metric:
    """How many there are now."""
    return Metric(
        name=name,
        title=TITLES.get(name, name.replace("_", " ").capitalize()),
        meaning=meaning,
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.COUNT,
        scale=1,
        reads=reads,
        by=by,
        compute=compute,
        also_called=ALSO_CALLED[name],
        outlook=Outlook.STATE,
        follows=OURS,
        open_items=name == "budgets_in_force",
        only_now=name not in HOLD_ON_A_DAY,
        needs=(next(iter(reads)),),
    )


def _over_time(name: str, meaning: str, compute: Compute, reads: Reads, usual: str) -> Metric:
    """How many came about in the period."""
    table = next(iter(reads))
    ways = {"projects": BY_PROJECT, "deals": BY_DEAL, "invoices": BY_CLIENT_INVOICE}[table]
    ahead = name == "projects_ending"
    return Metric(
        name=name,
        title=TITLES.get(name, name.replace("_", " ").capitalize()),
        meaning=meaning,
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.COUNT,
        scale=1,
        reads=reads,
        by=tuple(dict.fromkeys((*ways, *TIMES))),
        compute=compute,
        also_called=ALSO_CALLED[name],
        outlook=Outlook.FORECAST if ahead else Outlook.STATE if name == "deals_open" else Outlook.ACTUAL,
        looks_forward=ahead or name == "projects_starting",
        usual_period=usual,
        follows=OURS,
        needs=(table,),
    )


_DEAL = ("deal_id", "client_id", "status")
_OWED: Reads = {
    "invoices": (*INVOICE, "issued_on", "due_on", "net", "tax", "currency", "project_id", "budget_id"),
    "payments": ("payment_id", "invoice_id", "paid_on", "amount", "currency"),
}
_CLIENTS: Reads = {"clients": ("client_id",)}
_CLIENTS_AT_WORK: Reads = {**_CLIENTS, "projects": (*PROJECT, "status")}
DEFINITIONS = (
    _as_it_stands(
        "project_count",
        "All projects there are, whatever their status, as it is now.",
        project_count,
        PROJECTS,
        BY_PROJECT,
    ),
    _over_time(
        "projects_starting",
        "Projects whose first planned day lies in the period.",
        projects_starting,
        {"projects": (*PROJECT, "start_date")},
        "this year",
    ),
    _over_time(
        "projects_ending",
        "Projects whose last planned day lies in the period.",
        projects_ending,
        {"projects": (*PROJECT, "end_date")},
        "this quarter",
    ),
    _as_it_stands(
        "projects_without_budget",
        "Projects for clients, planned, active or on hold, that have no budget.",
        projects_without_budget,
        {**PROJECTS, "budgets": ("budget_id", "project_id")},
        BY_PROJECT,
    ),
    _as_it_stands(
        "projects_past_end",
        "Projects planned, active or on hold whose last planned day lies before today.",
        projects_past_end,
        {"projects": (*PROJECT, "kind", "status", "end_date")},
        BY_PROJECT,
    ),
    _as_it_stands("client_count", "All clients there are.", client_count, _CLIENTS, BY_CLIENT),
    _as_it_stands(
        "clients_with_active_projects",
        "Clients with a project whose status is active now.",
        clients_with_active_projects,
        _CLIENTS_AT_WORK,
        BY_CLIENT,
    ),
    _as_it_stands(
        "clients_without_projects",
        "Clients with no project that is planned, active or on hold now.",
        clients_without_projects,
        _CLIENTS_AT_WORK,
        BY_CLIENT,
    ),
    _as_it_stands(
        "budgets_in_force",
        "Budgets started, not delivered and not ended by the date, of a project planned, active or on hold.",
        budgets_in_force,
        {"budgets": ("budget_id", "project_id")},
        BY_BUDGET,
    ),
    _over_time(
        "deals_open",
        "Deals that are neither won nor lost; with a period, those expected to close in it.",
        deals_open,
        {"deals": (*_DEAL, "expected_close")},
        "",
    ),
    _over_time("won_deals", "Deals won, by the day they were closed.", won_deals, {"deals": (*_DEAL, "closed_on")}, ""),
    _over_time(
        "lost_deals", "Deals lost, by the day they were closed.", lost_deals, {"deals": (*_DEAL, "closed_on")}, ""
    ),
    _over_time(
        "new_deals",
        "Deals by the day they came up, whatever became of them.",
        new_deals,
        {"deals": ("deal_id", "client_id", "created_on")},
        "",
    ),
    _over_time(
        "invoice_count",
        "Invoices issued in the period, a number once however it is split; no drafts, void ones or credit notes.",
        invoice_count,
        {"invoices": (*INVOICE, "issued_on")},
        "",
    ),
    _as_it_stands(
        "unpaid_invoice_count",
        "Invoices issued by the date on which something is still owed; a number counts once.",
        unpaid_invoice_count,
        _OWED,
        BY_CLIENT_INVOICE,
    ),
    _as_it_stands(
        "overdue_invoice_count",
        "Unpaid invoices whose due day lies before the date; a number counts once.",
        overdue_invoice_count,
        _OWED,
        BY_CLIENT_INVOICE,
    ),
    _as_it_stands(
        "tasks_without_estimate",
        "Open tasks without an estimate, as they are now.",
        tasks_without_estimate,
        {"tasks": (*READS_STATUS, "estimate_hours")},
        BY_TASK,
    ),
    _as_it_stands(
        "tasks_without_due_date",
        "Open tasks without a due date, as they are now.",
        tasks_without_due_date,
        {"tasks": (*READS_STATUS, "due_date")},
        BY_TASK,
    ),
    _as_it_stands(
        "unassigned_tasks",
        "Open tasks that nobody has, as they are now.",
        unassigned_tasks,
        {"tasks": READS_STATUS},
        tuple(one for one in BY_TASK if one not in ("person", "team", "job_title")),
    ),
)
