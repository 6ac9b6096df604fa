"""What we measure of how clients pay: what is paid of what was sent, on time, late, credited or still a draft.

These definitions are ours: the glossary the others are written from counts what is owed and how long it takes in all.
"""

from typing import Any

import pandas as pd

from assistant.agency.units import SECONDS_PER_HOUR, SLICE_SCALE
from assistant.figures import Unit
from assistant.metrics.budgets import TIMES
from assistant.metrics.definition import Kind, Metric, MetricFacts, Outlook, Timing
from assistant.metrics.invoices import (
    BY_INVOICE,
    NAMES,
    READS_INVOICED,
    READS_PAYMENTS,
    READS_RECEIVABLES,
    issued,
    payments_on,
    receivables,
)
from assistant.metrics.lookup import mapped
from assistant.metrics.slices import known, known_rows, slices, together, whole
from assistant.metrics.tasks import as_of
from assistant.metrics.words import ALSO_CALLED

OURS = "reckon"
READS_ISSUED = {**READS_INVOICED, **READS_PAYMENTS}
READS_PAID = {"invoices": (*NAMES, "due_on", "status", "kind"), **READS_PAYMENTS}


def issued_open(facts: MetricFacts) -> pd.DataFrame:
    """Gross of the invoices issued that are not paid, less what was paid on them by today."""
    billed = issued(facts)
    billed = billed[billed["status"] == "sent"].reset_index(drop=True)
    paid = _paid_by_today(facts, billed)
    return together([slices(billed, billed["net"] + billed["tax"]), slices(paid, -paid["numerator"])])


def issued_paid_percent(facts: MetricFacts) -> pd.DataFrame:
    """What is paid of the invoices issued, whole where they are paid and else what came by today, over their gross."""
    billed = issued(facts)
    gross = billed["net"] + billed["tax"]
    in_part = _paid_by_today(facts, billed[billed["status"] == "sent"])
    return together(
        [slices(billed, gross.mask(billed["status"] == "sent", 0), gross), slices(in_part, in_part["numerator"])]
    )


def _paid_by_today(facts: MetricFacts, billed: pd.DataFrame) -> pd.DataFrame:
    """Payments that arrived by today on these invoices, on the day each invoice was issued."""
    paid = payments_on(facts)
    paid = paid[paid["day"] <= pd.Timestamp(facts.asked.today)].drop(columns="day")
    return paid.merge(billed[["invoice_id", "day"]], on="invoice_id")


def _of_due_invoices(facts: MetricFacts) -> pd.DataFrame:
    """Payments on invoices that say when they are due, on the day they came, with the days past that; no refunds."""
    rows = known(facts.frame("payments"), paid_on="day")
    billed = known_rows(facts, "invoices")
    counts = (billed["kind"] != "credit_note") & ~billed["status"].isin(["draft", "void"]) & billed["due_on"].notna()
    rows = rows.merge(billed.loc[counts, [*NAMES, "due_on"]], on="invoice_id")
    rows = rows[rows["amount"].fillna(0) > 0].reset_index(drop=True)
    late = (rows["day"] - rows["due_on"]).dt.days.astype("int64")
    return rows.assign(late=late, paid=whole(rows["amount"]) * SECONDS_PER_HOUR)


def paid_on_time(facts: MetricFacts) -> pd.DataFrame:
    """What was paid by the due day over all that was paid."""
    rows = _of_due_invoices(facts)
    return slices(rows, rows["paid"].where(rows["late"] <= 0, 0), rows["paid"])


def days_paid_late(facts: MetricFacts) -> pd.DataFrame:
    """Days from the due day to the payment, weighted by what was paid."""
    rows = _of_due_invoices(facts)
    return slices(rows, rows["paid"] * rows["late"], rows["paid"])


def days_past_due(facts: MetricFacts) -> pd.DataFrame:
    """Days that overdue invoices have been due on the last day asked about, weighted by what is owed on them."""
    billed = known_rows(facts, "invoices")
    billed = billed[(billed["kind"] != "credit_note") & billed["due_on"].notna()]
    days = (pd.Timestamp(facts.asked.last_day) - billed["due_on"]).dt.days.astype("int64")
    over = {name: late for name, late in zip(billed["invoice_id"], days, strict=True) if late > 0}
    owed = receivables(facts)
    owed = owed[owed["invoice_id"].isin(set(over))].reset_index(drop=True)
    late = mapped(owed["invoice_id"], over).astype("int64")
    return slices(owed, owed["numerator"] * late, owed["numerator"])


def credited(facts: MetricFacts) -> pd.DataFrame:
    """Net of credit notes on the day they were issued, whatever their sign."""
    rows = known(facts.frame("invoices"), issued_on="day")
    counts = (rows["kind"] == "credit_note") & ~rows["status"].isin(["draft", "void"])
    rows = rows[counts & rows["day"].notna() & rows["net"].notna()].reset_index(drop=True)
    return slices(rows, whole(rows["net"]).abs() * SECONDS_PER_HOUR)


def draft_invoices(facts: MetricFacts) -> pd.DataFrame:
    """Net of the invoices and credit notes that are drafts, the latter negative, as they stand."""
    rows = known_rows(facts, "invoices")
    rows = rows[(rows["status"] == "draft") & rows["net"].notna()].reset_index(drop=True)
    return slices(as_of(facts, rows), _signed(rows))


def _signed(rows: pd.DataFrame) -> "pd.Series[Any]":
    worth = whole(rows["net"]) * SECONDS_PER_HOUR
    return worth.mask(rows["kind"] == "credit_note", -worth.abs())


DEFINITIONS = (
    Metric(
        name="issued_paid_percent",
        title="Paid share of invoices issued",
        meaning=(
            "What is paid by today of the invoices issued in the period, over their gross: one that is marked paid is "
            "paid in full, of any other count its payments; credit notes negative."
        ),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_ISSUED,
        by=(*BY_INVOICE, *TIMES),
        compute=issued_paid_percent,
        also_called=ALSO_CALLED["issued_paid_percent"],
        parts=("paid", "gross of the invoices"),
        parts_units=(Unit.MONEY, Unit.MONEY),
        converts=True,
        follows=OURS,
        needs=("invoices",),
    ),
    Metric(
        name="issued_open",
        title="Still open of invoices issued",
        meaning=(
            "Gross of the invoices issued in the period that are sent and not paid, less what was paid on them by "
            "today; credit notes reduce it."
        ),
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_ISSUED,
        by=(*BY_INVOICE, *TIMES),
        compute=issued_open,
        also_called=ALSO_CALLED["issued_open"],
        said="still open",
        follows=OURS,
        needs=("invoices",),
    ),
    Metric(
        name="paid_on_time",
        title="Paid on time",
        meaning="What was paid by the day its invoice was due, over all that was paid in the period.",
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.PERCENT,
        scale=SLICE_SCALE,
        reads=READS_PAID,
        by=(*BY_INVOICE, *TIMES),
        compute=paid_on_time,
        also_called=ALSO_CALLED["paid_on_time"],
        parts=("paid on time", "paid"),
        parts_units=(Unit.MONEY, Unit.MONEY),
        converts=True,
        follows=OURS,
        needs=("payments",),
    ),
    Metric(
        name="days_paid_late",
        title="Days paid late",
        meaning=(
            "Days from the day an invoice was due to the day it was paid, weighted by the amounts paid in the period; "
            "below 0 what was paid early."
        ),
        kind=Kind.RATIO,
        timing=Timing.FLOW,
        unit=Unit.LAG_DAYS,
        scale=SLICE_SCALE,
        reads=READS_PAID,
        by=(*BY_INVOICE, *TIMES),
        compute=days_paid_late,
        also_called=ALSO_CALLED["days_paid_late"],
        converts=True,
        follows=OURS,
        needs=("payments",),
    ),
    Metric(
        name="days_past_due",
        title="Days past due",
        meaning="Days that overdue invoices have been due by the date, weighted by what is owed on them.",
        kind=Kind.RATIO,
        timing=Timing.STATE,
        unit=Unit.LAG_DAYS,
        scale=SLICE_SCALE,
        reads=READS_RECEIVABLES,
        by=(*BY_INVOICE, "ageing"),
        compute=days_past_due,
        also_called=ALSO_CALLED["days_past_due"],
        outlook=Outlook.STATE,
        own_day=True,
        converts=True,
        follows=OURS,
        needs=("invoices",),
    ),
    Metric(
        name="credited",
        title="Credited",
        meaning="Net of the credit notes issued in the period, drafts and void ones left out.",
        kind=Kind.SUM,
        timing=Timing.FLOW,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads=READS_INVOICED,
        by=(*BY_INVOICE, *TIMES),
        compute=credited,
        also_called=ALSO_CALLED["credited"],
        follows=OURS,
        needs=("invoices",),
    ),
    Metric(
        name="draft_invoices",
        title="Draft invoices",
        meaning="Net of the invoices that are drafts now, credit notes negative; they are in no other number.",
        kind=Kind.SUM,
        timing=Timing.STATE,
        unit=Unit.MONEY,
        scale=SLICE_SCALE,
        reads={"invoices": (*NAMES, "net", "currency", "status", "kind")},
        by=BY_INVOICE,
        compute=draft_invoices,
        also_called=ALSO_CALLED["draft_invoices"],
        outlook=Outlook.STATE,
        only_now=True,
        follows=OURS,
        needs=("invoices",),
    ),
)
