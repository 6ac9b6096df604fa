"""Toggl Track: the detailed report.

Readings that are ours, besides those of every timesheet and of timed entries:

* Toggl exports an amount and no rate; the price of an hour is made of it. Where every amount is 0 or blank,
  prices are unknown.
* Without the column Billable, what has an amount is billable; if nothing has one, nobody knows.
* Toggl exports have no approval: what is tracked is submitted.
"""

from collections.abc import Mapping, Sequence

import pyarrow as pa

from assistant.errors import SourceError
from ingest.connector import Canonical, Reading
from ingest.connectors.flags import billable_or_priced
from ingest.connectors.headings import Columns, Shape
from ingest.connectors.timesheet import Work, canonical
from ingest.connectors.tracked import timed
from ingest.connectors.values import iso_days, order_of, plain_numbers
from ingest.reading import Sheet

TIME = Shape(
    report="Toggl's detailed report",
    names={
        "name": ("user", "member", "team member"),
        "email": ("email", "e-mail"),
        "client": ("client",),
        "project": ("project",),
        "task": ("task",),
        "note": ("description",),
        "billable": ("billable",),
        "date": ("start date",),
        "start": ("start time",),
        "end_date": ("end date", "stop date"),
        "end": ("end time", "stop time"),
        "duration": ("duration",),
        "tags": ("tags",),
        "rate": ("billable rate", "rate"),
        "amount": ("amount", "billable amount"),
        "cost_rate": ("labor cost rate", "labour cost rate"),
        "cost_amount": ("labor cost", "labour cost"),
    },
    needs=(("name", "email"), ("project",), ("date",), ("duration",)),
    telltale=("duration",),
    signs=("name", "email", "project", "note", "date", "start", "end_date", "end", "duration"),
)
SUMMARY = Shape(
    report="Toggl's summary report",
    names={
        "name": ("user", "member", "team member", "project", "client", "description", "task"),
        "duration": ("duration",),
        "date": ("start date", "date"),
    },
    needs=(("name",), ("duration",)),
    telltale=("duration",),
    signs=("name", "duration"),
)
_NUMBERS = ("rate", "amount", "cost_rate", "cost_amount")


class Toggl:
    """Toggl Track's export of time."""

    name = "toggl"
    title = "Toggl Track (detailed report)"
    how_to_export = (
        "Reports > Detailed, for the whole period and all members, Export > Download CSV; amounts come with it on paid "
        "plans."
    )

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:  # noqa: ARG002 - a Connector
        """How much the header is like that of the detailed report, or of a summary."""
        return max(TIME.likeness(header), _summary_likeness(header))

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """Entries of the detailed report; SourceError for a summary, which has none."""
        if TIME.likeness(sheet.header) < _summary_likeness(sheet.header):
            raise SourceError(
                f"{sheet.file} is Toggl's summary report, which does not say when anybody worked. Export "
                "Reports > Detailed instead."
            )
        return _time(TIME.columns(sheet, reading.columns), reading)


def _summary_likeness(header: Sequence[str]) -> float:
    """A short header with a duration and no day: what it adds up, each row says in its first columns."""
    names = {name.strip().casefold() for name in header}
    if names & {"start date", "date", "start time"}:
        return 0.0
    return SUMMARY.likeness(header)


def _time(columns: Columns, reading: Reading) -> Canonical:
    numbers = plain_numbers(columns, _NUMBERS, reading)
    nothing = columns.constant("")
    order = order_of(columns, ("date", "end_date"), reading)
    lasted = timed(columns, nothing, order.order)
    amount = numbers.get("amount", nothing)
    billable = billable_or_priced(columns, amount)
    work = Work(
        columns=columns,
        name=columns.text("name"),
        email=columns.text("email"),
        team=nothing,
        job_title=nothing,
        employment=nothing,
        client=columns.text("client"),
        project=columns.text("project"),
        code=nothing,
        date=iso_days(columns.text("date"), order.order),
        start=lasted.start,
        task=columns.text("task"),
        note=columns.text("note"),
        hours=lasted.hours,
        billed=lasted.hours,
        billable=billable.values,
        status=columns.constant("submitted"),
        rate=numbers.get("rate", nothing),
        amount=amount,
        cost_rate=numbers.get("cost_rate", nothing),
        cost_amount=numbers.get("cost_amount", nothing),
        currency=columns.currency_of(("rate", "amount", "cost_rate", "cost_amount")),
        created_at=nothing,
        fault=lasted.fault_or(billable.faults),
        is_work=pa.repeat(pa.scalar(value=True), len(columns.sheet)),
    )
    return canonical(work, reading, TIME.report, order, lasted.notices)
