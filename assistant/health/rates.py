"""Hours without a price or a cost, money that cannot be converted, and invoices before there was a project."""

from collections.abc import Iterator

import pandas as pd

from assistant.health.finding import Finding, Kind, Row
from assistant.health.seen import Seen, counted, hours, money, rows_in
from assistant.metrics.slices import whole

DATED_MONEY = (
    ("invoices", "net", "issued_on"),
    ("payments", "amount", "paid_on"),
    ("expenses", "billable_amount", "date"),
)
MONEY_AS_OF_TODAY = (("budgets", "amount"), ("deals", "value"))
"""Amounts that are converted at the day of the answer, and so need any rate by then."""


def missing_bill_rates(seen: Seen) -> Iterator[Finding]:
    """Hours without a price, by project."""
    found = [_without_rate(seen, metric, ("project",)) for metric in ("revenue", "budget_used")]
    rows = pd.concat(found).groupby(["entry_id", "project_id", "person_id"])[["unknown"]].max().reset_index()
    for project, theirs in rows.groupby("project_id"):
        effect, name = hours("no_price", theirs["unknown"].sum()), seen.name("project", project)
        who = seen.names("person", theirs["person_id"])
        yield Finding(
            Kind.MISSING_BILL_RATE,
            name,
            len(theirs),
            effect,
            f"{seen.said(effect)} on {name} have no price ({who}), so revenue and budget used leave them out: "
            "add a rate to bill_rates, a price to the service, or a rate to the entries.",
            seen.rows_of("time_entries", theirs["entry_id"]),
        )


def missing_cost_rates(seen: Seen) -> Iterator[Finding]:
    """Hours without a cost, by person; only those who may see single people's cost learn who has none."""
    rows = _without_rate(seen, "labor_cost", ("person",))
    for person, theirs in rows.groupby("person_id"):
        effect, name = hours("no_cost", theirs["unknown"].sum()), seen.name("person", person)
        yield Finding(
            Kind.MISSING_COST_RATE,
            name,
            len(theirs),
            effect,
            f"{name} has no cost rate for {seen.said(effect)}, so cost, profit and margin leave them out: "
            f"add {name} to cost_rates.",
            seen.rows_of("time_entries", theirs["entry_id"]),
        )


def _without_rate(seen: Seen, metric: str, by: tuple[str, ...]) -> pd.DataFrame:
    """The entries whose hours a metric counts as unknown: entry_id, project_id, person_id, unknown (seconds)."""
    columns = ["entry_id", "project_id", "person_id", "unknown"]
    begins = seen.entries["date"].min()
    if pd.isna(begins):
        return pd.DataFrame(columns=columns)
    found = seen.slices(metric, begins.date(), seen.today, by)
    if found is None or found.empty:
        return pd.DataFrame(columns=columns)
    return found.loc[(found["unknown"] > 0) & found["entry_id"].notna(), columns]


def no_exchange_rate(seen: Seen) -> Iterator[Finding]:
    """Money in a currency on a day before its first exchange rate."""
    base = seen.view.settings.base_currency
    rates = seen.rows("exchange_rates", "date", "currency")
    first = rates.groupby("currency")["date"].min()
    lost: dict[str, list[tuple[int, Row]]] = {}
    for table, amount, day in _amounts(seen):
        for currency, rows in amount.groupby("currency"):
            begins = first.get(currency)
            early = rows if begins is None else rows[rows[day] < begins]
            if currency != base and len(early):
                values = whole(early["amount"]).abs()
                pairs = zip(values.to_list(), rows_in_order(table, early), strict=True)
                lost.setdefault(str(currency), []).extend(pairs)
    for currency, parts in sorted(lost.items()):
        effect = money("no_rate", sum(value for value, _ in parts), currency)
        yield Finding(
            Kind.NO_EXCHANGE_RATE,
            currency,
            len(parts),
            effect,
            f"{seen.said(effect)} in {counted(len(parts), 'row')} come before the first exchange rate of {currency} "
            f"and are left out of every sum in {base}: add an earlier rate to exchange_rates.",
            tuple(sorted(row for _, row in parts)),
        )


def _amounts(seen: Seen) -> Iterator[tuple[str, pd.DataFrame, str]]:
    """Every table of money with its amount, currency and the day it is converted at."""
    for table, amount, day in DATED_MONEY:
        rows = seen.rows(table, amount, "currency", day)
        yield table, rows[rows[amount].notna() & rows[day].notna()].rename(columns={amount: "amount"}), day
    for table, amount in MONEY_AS_OF_TODAY:
        rows = seen.rows(table, amount, "currency")
        yield table, rows[rows[amount].notna()].rename(columns={amount: "amount"}).assign(day=seen.now), "day"


def rows_in_order(table: str, frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame, as they stand."""
    return [Row(table, str(file), int(row)) for file, row in zip(frame["_file"], frame["_row"], strict=True)]


def invoices_before_projects(seen: Seen) -> Iterator[Finding]:
    """Invoices issued before the project they are for began."""
    invoices = seen.rows(
        "invoices", "invoice_id", "number", "project_id", "budget_id", "issued_on", "net", "currency", "status"
    )
    invoices = invoices[~invoices["status"].isin(["draft", "void"]) & invoices["net"].notna()]
    invoices = invoices.assign(project_id=_projects_of(seen, invoices))
    projects = seen.rows("projects", "project_id", "start_date")
    starts = dict(zip(projects["project_id"], projects["start_date"], strict=True))
    began = [starts.get(one, pd.NaT) for one in invoices["project_id"]]
    invoices = invoices.assign(begins=pd.Series(began, index=invoices.index, dtype="datetime64[s]"))
    early = invoices[invoices["issued_on"] < invoices["begins"]]
    for (project, currency), rows in early.groupby(["project_id", "currency"]):
        effect = money("early", whole(rows["net"]).abs().sum(), str(currency))
        name, numbers = seen.name("project", project), sorted(set(rows["number"].dropna()))
        begins, were = seen.day(rows["begins"].iloc[0]), "was" if len(rows) == 1 else "were"
        yield Finding(
            Kind.INVOICE_BEFORE_PROJECT,
            name,
            len(rows),
            effect,
            f"{counted(len(rows), 'invoice')} of {name} ({', '.join(numbers[:3])}), {seen.said(effect)}, "
            f"{were} issued before the project began on {begins}: "
            "correct the project's start, or what the invoice is for.",
            rows_in("invoices", rows),
        )


def _projects_of(seen: Seen, invoices: pd.DataFrame) -> "pd.Series[str]":
    """The project of each invoice: the one it names, else that of its budget."""
    budgets = seen.rows("budgets", "budget_id", "project_id")
    by_budget = dict(zip(budgets["budget_id"], budgets["project_id"], strict=True))
    pairs = zip(invoices["project_id"], invoices["budget_id"], strict=True)
    found = [project or by_budget.get(budget) for project, budget in pairs]
    return pd.Series(found, index=invoices.index, dtype="object")
