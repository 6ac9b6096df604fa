"""What we measure from invoices and payments: billed, taxed, collected, owed, and what is not billed yet."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.billing import PRICED, revenue
from assistant.metrics.budgets import BY_BUDGET, TIMES
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.dimensions import OF_A_PROJECT
from assistant.metrics.lookup import mapped
from assistant.metrics.recognition import READS_REVENUE, valued
from assistant.metrics.slices import known, known_rows, slices, together, whole
from assistant.metrics.words import ALSO_CALLED
from assistant.metrics.worked import LOOKS_AT_JOB_TITLE, READS_ENTRIES, entries, with_price

NAMES = ("invoice_id", "client_id", "project_id", "budget_id")
READS_INVOICED = {"invoices": (*NAMES, "issued_on", "net", "tax", "currency", "status", "kind")}

READS_PAYMENTS = {"payments": ("payment_id", "invoice_id", "paid_on", "amount", "currency")}
READS_RECEIVABLES = {"invoices": (*READS_INVOICED["invoices"], "due_on"), **READS_PAYMENTS}
BY_INVOICE = (
    "client",
    "account_manager",
    "project",
    "project_manager",
    "budget",
    "budget_type",
    "invoice",
    *OF_A_PROJECT,
)
BUCKETS = ((90, "90+"), (60, "61-90"), (30, "31-60"), (0, "1-30"))
NOT_DUE = "not due"
DSO_MONTHS, DSO_DAYS = 3, 90


def issued(facts: MetricFacts) -> pd.DataFrame:
    """Invoices and credit notes that count (no drafts, none that are void), on their day; a credit note negative."""
    rows = known(facts.frame("invoices"), issued_on="day")
    rows = rows[~rows["status"].isin(["draft", "void"])].reset_index(drop=True)
    is_credit = rows["kind"] == "credit_note"
    amounts = {name: _signed(rows[name], is_credit) for name in ("net", "tax") if name in rows.columns}
    return rows.assign(**amounts)


def _signed(amounts: "pd.Series[Any]", is_credit: "pd.Series[bool]") -> "pd.Series[Any]":
    """Amounts as slices; those of a credit note negative, whatever their sign."""
    worth = whole(amounts) * SECONDS_PER_HOUR
    return worth.mask(is_credit, -worth.abs())


def invoiced(facts: MetricFacts) -> pd.DataFrame:
    """Net of invoices, on the day they were issued."""
    rows = issued(facts)
    return slices(rows, rows["net"])


def tax_charged(facts: MetricFacts) -> pd.DataFrame:
    """The tax on them."""
    rows = issued(facts)
    return slices(rows, rows["tax"])


def payments_on(facts: MetricFacts) -> pd.DataFrame:
    """Payments on their day, with what the invoice they name is for."""
    rows = known(facts.frame("payments"), paid_on="day")
    billed = known_rows(facts, "invoices")
    of = {name: dict(zip(billed["invoice_id"], billed[name], strict=True)) for name in NAMES[1:]}
    amounts = whole(rows["amount"]) * SECONDS_PER_HOUR
    return rows.assign(numerator=amounts, **{name: mapped(rows["invoice_id"], names) for name, names in of.items()})


def collected(facts: MetricFacts) -> pd.DataFrame:
    """Payments on the day they arrived, tax included."""
    rows = payments_on(facts)
    return slices(rows, rows["numerator"])


def unbilled(facts: MetricFacts) -> pd.DataFrame:
    """Revenue to date less what was invoiced."""
    billed = issued(facts)
    return together([revenue(facts), slices(billed, -billed["net"])])


def receivables(facts: MetricFacts) -> pd.DataFrame:
    """Gross of the invoices that are out, less what was paid on them, all on the day each was issued."""
    last = pd.Timestamp(facts.asked.last_day)
    billed = issued(facts)
    billed = billed[(billed["status"] == "sent") & (billed["day"] <= last)].reset_index(drop=True)
    billed = billed.assign(ageing=_ageing((last - billed["due_on"]).dt.days))
    paid = payments_on(facts)
    paid = paid[paid["day"] <= last].drop(columns="day")
    paid = paid.merge(billed[["invoice_id", "day", "ageing"]], on="invoice_id")
    return together([slices(billed, billed["net"] + billed["tax"]), slices(paid, -paid["numerator"])])


def _ageing(days_over: "pd.Series[Any]") -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    """Which bucket an invoice so many days past its due day is in."""
    past = [days_over > days for days, _ in BUCKETS]
    found = np.select(past, [name for _, name in BUCKETS], default=NOT_DUE)
    return found.astype("object")


def overdue_receivables(facts: MetricFacts) -> pd.DataFrame:
    """Those of which the due day has passed."""
    rows = receivables(facts)
    return rows[rows["ageing"] != NOT_DUE].reset_index(drop=True)


def receivables_due(facts: MetricFacts) -> pd.DataFrame:
    """Gross of the invoices that are out by today, less what was paid on them by then, on the day each is due."""
    today = pd.Timestamp(facts.asked.today)
    billed = issued(facts)
    out = (billed["status"] == "sent") & (billed["day"] <= today) & billed["due_on"].notna()
    billed = billed[out].reset_index(drop=True).drop(columns="day").rename(columns={"due_on": "day"})
    paid = payments_on(facts)
    paid = paid[paid["day"] <= today].drop(columns="day").merge(billed[["invoice_id", "day"]], on="invoice_id")
    return together([slices(billed, billed["net"] + billed["tax"]), slices(paid, -paid["numerator"])])


def dso(facts: MetricFacts) -> pd.DataFrame:
    """Receivables times 90 over what was invoiced, tax included, in the three complete months before."""
    owed = receivables(facts).drop(columns="ageing")
    first = _months_before(facts.asked.last_day, DSO_MONTHS)
    billed = issued(facts)
    end = pd.Timestamp(facts.asked.last_day.replace(day=1))
    billed = billed[(billed["day"] >= pd.Timestamp(first)) & (billed["day"] < end)]
    return together([slices(owed, owed["numerator"] * DSO_DAYS), slices(billed, 0, billed["net"] + billed["tax"])])


def _months_before(day: date, months: int) -> date:
    first = day.replace(day=1)
    for _ in range(months):
        first = (first - timedelta(days=1)).replace(day=1)
    return first


def billing_lag_days(facts: MetricFacts) -> pd.DataFrame:
    """Days from the last work on a budget to the invoice for it, weighted by the invoice's amount."""
    work = entries(facts)
    work = work[(work["tracked"] > 0) & work["budget_id"].notna()][["budget_id", "day"]].drop_duplicates()
    work = work.sort_values("day", kind="stable").rename(columns={"day": "worked"})
    billed = issued(facts)
    billed = billed[(billed["kind"] == "invoice") & billed["budget_id"].notna()].sort_values("day", kind="stable")
    rows = pd.merge_asof(billed, work, left_on="day", right_on="worked", by="budget_id", allow_exact_matches=False)
    rows = rows[rows["worked"].notna()]
    lag = (rows["day"] - rows["worked"]).dt.days.astype("int64")
    return slices(rows, rows["net"] * lag, rows["net"])


def realization(facts: MetricFacts) -> pd.DataFrame:
    """What was invoiced over billable hours at their price, of the budgets invoiced in the period."""
    asked = facts.asked
    billed = issued(facts)
    billed = billed[billed["budget_id"].notna() & (billed["day"] <= pd.Timestamp(asked.last_day))]
    in_period = billed if asked.to_date else billed[billed["day"] >= pd.Timestamp(asked.first_day)]
    rows = entries(facts, approved_only=asked.approval_required)
    rows = rows[rows["budget_id"].isin(set(in_period["budget_id"]))].reset_index(drop=True)
    worth = valued(with_price(facts, rows))
    return together([slices(in_period, in_period["net"]), slices(worth, 0, worth["numerator"])])


READS_REALIZATION = {
    **{name: READS_REVENUE[name] for name in ("time_entries", "budgets", "services", "projects", "bill_rates")},
    **READS_INVOICED,
}
NOT_BY_TIME = "Realization needs whole periods: ask for each one, or by budget, project or client."
DEFINITIONS = (
    Metric(
        name="invoiced",
        title="Invoiced",
        meaning="Net of the invoices issued in the period, drafts and void ones left out, credit notes negative.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_INVOICED,
        by=(*BY_INVOICE, *TIMES),
        compute=invoiced,
        also_called=ALSO_CALLED["invoiced"],
        needs=("invoices",),
    ),
    Metric(
        name="tax_charged",
        title="Tax charged",
        meaning="Tax of the invoices issued in the period, drafts and void ones left out, credit notes negative.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_INVOICED,
        by=(*BY_INVOICE, *TIMES),
        compute=tax_charged,
        also_called=ALSO_CALLED["tax_charged"],
        said="tax",
        needs=("invoices",),
    ),
    Metric(
        name="collected",
        title="Collected",
        meaning="Payments by the day they arrived, tax included.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={"invoices": NAMES, **READS_PAYMENTS},
        by=(*BY_INVOICE, *TIMES),
        compute=collected,
        also_called=ALSO_CALLED["collected"],
        needs=("payments",),
    ),
    Metric(
        name="unbilled",
        title="Unbilled",
        meaning=(
            "Revenue recognized to date less what was invoiced to date: work in progress; below 0 it is deferred."
        ),
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={**READS_REVENUE, **READS_INVOICED},
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=unbilled,
        also_called=ALSO_CALLED["unbilled"],
        outlook=Outlook.STATE,
        own_day=True,
        whole_item=True,
        needs=(*PRICED, "invoices"),
    ),
    Metric(
        name="receivables",
        title="Receivables",
        meaning=(
            "Gross of the invoices that are sent and not paid, issued by the date, less payments by then; "
            "credit notes reduce it."
        ),
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_RECEIVABLES,
        by=(*BY_INVOICE, "ageing"),
        compute=receivables,
        also_called=ALSO_CALLED["receivables"],
        outlook=Outlook.STATE,
        own_day=True,
        needs=("invoices",),
    ),
    Metric(
        name="receivables_due",
        title="Receivables due",
        meaning=(
            "Gross of the invoices that are sent and not paid, less payments so far, by the day each is due; "
            "credit notes reduce it, and what names no due day is left out."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_RECEIVABLES,
        by=(*BY_INVOICE, *TIMES),
        compute=receivables_due,
        also_called=ALSO_CALLED["receivables_due"],
        outlook=Outlook.FORECAST,
        needs=("invoices",),
    ),
    Metric(
        name="overdue_receivables",
        title="Overdue receivables",
        meaning="Receivables whose due day lies before the date; what is due on it is not overdue.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_RECEIVABLES,
        by=(*BY_INVOICE, "ageing"),
        compute=overdue_receivables,
        also_called=ALSO_CALLED["overdue_receivables"],
        outlook=Outlook.STATE,
        said="overdue",
        own_day=True,
        needs=("invoices",),
    ),
    Metric(
        name="dso",
        title="Days sales outstanding",
        meaning=("Receivables over what was invoiced, tax included, a day in the last 3 complete months (of 90 days)."),
        kind=Kind.RATIO,
        timing=Timing.STATE,
        unit=Unit.DAYS,
        scale=SLICE_SCALE,
        reads=READS_RECEIVABLES,
        by=("client", "account_manager"),
        compute=dso,
        also_called=ALSO_CALLED["dso"],
        outlook=Outlook.STATE,
        own_day=True,
        converts=True,
        follows="Deltek",
        needs=("invoices",),
    ),
    Metric(
        name="billing_lag_days",
        title="Billing lag",
        meaning=("Days from the last work on a budget to the invoice that names it, weighted by the amounts invoiced."),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.LAG_DAYS,
        scale=SLICE_SCALE,
        reads={**READS_ENTRIES, **READS_INVOICED},
        by=(*BY_INVOICE, *TIMES),
        compute=billing_lag_days,
        also_called=ALSO_CALLED["billing_lag_days"],
        converts=True,
        whole_item=True,
        needs=("invoices", "time_entries"),
    ),
    Metric(
        name="realization",
        title="Realization",
        meaning="What was invoiced in the period over billable hours at their price, of the budgets invoiced in it.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_REALIZATION,
        looks_at=LOOKS_AT_JOB_TITLE,
        by=BY_BUDGET,
        compute=realization,
        also_called=ALSO_CALLED["realization"],
        of_whole_period=True,
        parts=("invoiced", "billable_value"),
        converts=True,
        whole_item=True,
        not_by=NOT_BY_TIME,
        follows="BigTime",
        needs=("invoices", "time_entries"),
    ),
)
