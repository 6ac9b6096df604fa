"""Harvest's exports of projects and of clients."""

import pyarrow as pa
import pyarrow.compute as pc

from ingest.connector import Canonical, Reading, list_system
from ingest.connectors.headings import Columns, Shape, is_amount, name_key
from ingest.connectors.project_list import Listed, listed, plain_hours
from ingest.connectors.values import iso_days, order_of, plain_numbers
from ingest.delivery import Delivery, Replaces, with_lineage
from ingest.locale import each_distinct

PROJECTS = Shape(
    report="Harvest's export of projects",
    names={
        "client": ("client",),
        "project": ("project",),
        "code": ("project code",),
        "start": ("start date",),
        "end": ("end date",),
        "notes": ("project notes",),
        "total": ("total hours",),
        "billable": ("billable hours",),
        "billable_amount": ("billable amount",),
        "by": ("budget by",),
        "budget": ("budget",),
        "spent": ("budget spent",),
        "remaining": ("budget remaining",),
    },
    needs=(("project",), ("client",), ("by",), ("budget",), ("billable",)),
    telltale=("by", "notes"),
    signs=("client", "project", "by", "budget", "spent", "remaining", "total", "billable"),
)
CLIENTS = Shape(
    report="Harvest's export of clients",
    names={"name": ("client name",), "address": ("address",)},
    needs=(("name",), ("address",)),
    telltale=("name",),
    signs=("name", "address"),
)
_IN_HOURS = ("hours", "project hours", "total project hours")
_IN_MONEY = ("fees", "project fees", "total project fees", "amount")


def clients(columns: Columns, reading: Reading) -> Canonical:
    """A client a row; Harvest's export has those that are active."""
    sheet, system = columns.sheet, list_system(reading.system)
    name = columns.text("name")
    rows = {"client_id": each_distinct(name_key, name), "name": name, "status": columns.constant("active")}
    delivery = Delivery(system, "clients", with_lineage(sheet, system, rows), Replaces.NOTHING, derived=True)
    return Canonical((delivery,), (), CLIENTS.report, sheet.header, system=reading.system)


def projects(columns: Columns, reading: Reading) -> Canonical:
    """A project a row, and its budget where that is agreed for the project as a whole."""
    numbers = plain_numbers(columns, ("total", "billable", "budget"), reading)
    order = order_of(columns, ("start", "end"), reading)
    by = pc.utf8_lower(columns.text("by"))
    billed = is_amount(numbers["billable"])
    budget = plain_hours(numbers["budget"])
    agreed = pc.and_(pc.not_equal(budget, ""), pc.and_(billed, _is_one_of(by, (*_IN_HOURS, *_IN_MONEY))))
    return listed(
        Listed(
            columns=columns,
            client=columns.text("client"),
            project=columns.text("project"),
            code=columns.text("code"),
            status=columns.constant("active"),
            start_date=iso_days(columns.text("start"), order.order),
            end_date=iso_days(columns.text("end"), order.order),
            billed=billed,
            budget_type=pc.if_else(agreed, "time_and_materials", ""),
            hours=pc.if_else(_is_one_of(by, _IN_HOURS), budget, ""),
            amount=pc.if_else(_is_one_of(by, _IN_MONEY), budget, ""),
            currency=columns.constant(""),
            doubtful=pc.and_(pc.not_equal(budget, ""), pc.invert(agreed)),
        ),
        reading,
        PROJECTS.report,
        order.order if order.from_outside else None,
    )


def _is_one_of(texts: pa.Array, words: tuple[str, ...]) -> pa.Array:
    return pc.is_in(texts, value_set=pa.array(words))
