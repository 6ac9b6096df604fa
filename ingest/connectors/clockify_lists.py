"""Clockify's export of projects."""

import pyarrow.compute as pc

from ingest.connector import Canonical, Reading
from ingest.connectors.flags import as_flags
from ingest.connectors.headings import Columns, Shape, is_amount
from ingest.connectors.project_list import Listed, listed, plain_hours
from ingest.connectors.values import plain_numbers

PROJECTS = Shape(
    report="Clockify's export of projects",
    names={
        "project": ("project", "projekt", "projet", "proyecto"),
        "client": ("client", "kunde", "cliente"),
        "status": ("status",),
        "visibility": ("visibility",),
        "billability": ("billability",),
        "tracked": ("tracked (h)",),
        "estimated": ("estimated (h)",),
        "remaining": ("remaining (h)",),
        "estimated_money": ("estimated",),
        "recurring": ("recurring estimate",),
        "billable": ("billable (h)",),
        "members": ("project members",),
    },
    needs=(("project",), ("billability",)),
    telltale=("billability", "tracked", "members"),
    signs=("project", "client", "status", "billability", "tracked", "estimated", "billable"),
)


def projects(columns: Columns, reading: Reading) -> Canonical:
    """A project a row; its estimate is its budget unless it begins anew every month."""
    numbers = plain_numbers(columns, ("estimated", "estimated_money", "billable"), reading)
    nothing = columns.constant("")
    hours = plain_hours(numbers.get("estimated", nothing))
    amount = plain_hours(numbers.get("estimated_money", nothing))
    billable = pc.fill_null(as_flags(columns, "billability").values, fill_value=False)
    estimated = pc.or_(pc.not_equal(hours, ""), pc.not_equal(amount, ""))
    once = pc.equal(columns.text("recurring"), "")
    agreed = pc.and_(estimated, once)
    archived = pc.equal(pc.utf8_lower(columns.text("status")), "archived")
    return listed(
        Listed(
            columns=columns,
            client=columns.text("client"),
            project=columns.text("project"),
            code=nothing,
            status=pc.if_else(archived, "archived", "active"),
            start_date=nothing,
            end_date=nothing,
            billed=is_amount(numbers.get("billable", nothing)),
            budget_type=pc.if_else(agreed, pc.if_else(billable, "time_and_materials", "non_billable"), ""),
            hours=hours,
            amount=amount,
            currency=columns.currency("estimated_money"),
            doubtful=pc.and_(estimated, pc.invert(once)),
        ),
        reading,
        PROJECTS.report,
        None,
    )
