"""Harvest: the detailed time report, and the exports of projects and clients.

Columns come and go with the account's rights and settings, so they are found by name. What Harvest does not
say stays unknown. Readings that are ours, besides those of every timesheet:

* Harvest prints a cost rate of 0 for a person who has none. A person whose cost is 0 in every row of a file has
  an unknown cost, not a free hour; an agency that means 0 says so in cost_rates.csv. Likewise, if every billable
  rate in a file is 0, prices were never filled in.
* Without the column Billable?, what has an amount is billable; if nothing has one, nobody knows.
* With rounding switched on, `Hours Rounded` is what is billed, `Hours` what was worked.
"""

import re
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.units import SECONDS_PER_HOUR
from ingest.connector import Canonical, Reading
from ingest.connectors.flags import as_flags, billable_or_priced
from ingest.connectors.harvest_lists import CLIENTS, PROJECTS, clients, projects
from ingest.connectors.headings import Columns, Shape, joined
from ingest.connectors.timesheet import Work, canonical
from ingest.connectors.values import iso_days, order_of, plain_numbers, seconds_lasted
from ingest.locale import each_distinct
from ingest.reading import Sheet

TIME = Shape(
    report="Harvest's detailed time report",
    names={
        "date": ("date",),
        "client": ("client",),
        "project": ("project",),
        "code": ("project code",),
        "task": ("task",),
        "note": ("notes",),
        "hours": ("hours",),
        "billed": ("hours rounded", "rounded hours"),
        "billable": ("billable?", "billable"),
        "approved": ("approved?", "approved"),
        "first": ("first name",),
        "last": ("last name",),
        "team": ("department", "departments"),
        "job_title": ("roles", "role"),
        "employee": ("employee?", "employee"),
        "rate": ("billable rate",),
        "amount": ("billable amount",),
        "cost_rate": ("cost rate",),
        "cost_amount": ("cost amount",),
        "currency": ("currency",),
    },
    needs=(("date",), ("project",), ("hours",), ("first",), ("last",)),
    telltale=("first", "last"),
    signs=("date", "project", "hours", "first", "last", "client", "task", "note", "billable"),
)
_NUMBERS = ("hours", "billed", "rate", "amount", "cost_rate", "cost_amount")
_CURRENCY = re.compile(r".* - ([A-Z]{3})")


class Harvest:
    """Harvest's exports."""

    name = "harvest"
    title = "Harvest (detailed time report; projects; clients)"
    how_to_export = (
        "Reports > Time > Detailed report > Export > CSV, for all clients, projects and people; rates come with it for "
        "administrators. Also read: Projects > Export and Manage > Clients > Export."
    )

    def recognises(self, header: Sequence[str], sample: Sequence[Mapping[str, str]]) -> float:  # noqa: ARG002 - a Connector
        """How much the header is like that of one of the exports."""
        return max(TIME.likeness(header), PROJECTS.likeness(header), CLIENTS.likeness(header))

    def to_canonical(self, sheet: Sheet, reading: Reading) -> Canonical:
        """Read the sheet as the export it is most like."""
        shape = max((TIME, PROJECTS, CLIENTS), key=lambda one: one.likeness(sheet.header))
        columns = shape.columns(sheet, reading.columns)
        if shape is PROJECTS:
            return projects(columns, reading)
        if shape is CLIENTS:
            return clients(columns, reading)
        return _time(columns, reading)


def _time(columns: Columns, reading: Reading) -> Canonical:
    numbers = plain_numbers(columns, _NUMBERS, reading)
    order = order_of(columns, ("date",), reading)
    nothing = columns.constant("")
    amount = numbers.get("amount", nothing)
    billable = billable_or_priced(columns, amount)
    approved = as_flags(columns, "approved")
    hours = numbers["hours"]
    rounded = numbers.get("billed", hours)
    work = Work(
        columns=columns,
        name=joined(" ", columns.text("first"), columns.text("last")),
        email=nothing,
        team=columns.text("team"),
        job_title=columns.text("job_title"),
        employment=_employment(columns),
        client=columns.text("client"),
        project=columns.text("project"),
        code=columns.text("code"),
        date=iso_days(columns.text("date"), order.order),
        start=nothing,
        task=columns.text("task"),
        note=columns.text("note"),
        hours=hours,
        billed=pc.if_else(pc.equal(rounded, ""), hours, rounded),
        billable=billable.values,
        status=pc.if_else(pc.fill_null(approved.values, fill_value=False), "approved", "submitted"),
        rate=numbers.get("rate", nothing),
        amount=amount,
        cost_rate=numbers.get("cost_rate", nothing),
        cost_amount=numbers.get("cost_amount", nothing),
        currency=each_distinct(_currency_code, columns.text("currency")),
        created_at=nothing,
        fault=billable.faults,
        is_work=pa.repeat(pa.scalar(value=True), len(columns.sheet)),
    )
    return canonical(work, reading, TIME.report, order, _rounded_up(work))


def _rounded_up(work: Work) -> tuple[str, ...]:
    """Why more can be billable than was worked: Harvest bills rounded hours, and both numbers are kept."""
    counts = pc.fill_null(work.billable, fill_value=False)
    pairs = zip(work.hours.filter(counts).to_pylist(), work.billed.filter(counts).to_pylist(), strict=True)
    seconds = [(seconds_lasted(hours) or 0, seconds_lasted(billed) or 0) for hours, billed in pairs]
    worked, billed = (sum(side) for side in zip(*seconds, strict=True)) if seconds else (0, 0)
    if billed <= worked:
        return ()
    both = (
        f"{billed / SECONDS_PER_HOUR:.2f} h are billed of {worked / SECONDS_PER_HOUR:.2f} h worked, as Harvest rounds"
    )
    return (f"{work.columns.sheet.file}: {both}; both are kept, so a billable share can be above 100 %.",)


def _employment(columns: Columns) -> pa.Array:
    employee = as_flags(columns, "employee").values
    return pc.fill_null(pc.if_else(employee, "employee", "contractor"), "")


def _currency_code(text: str) -> str:
    found = _CURRENCY.fullmatch(text)
    return found[1] if found else text
