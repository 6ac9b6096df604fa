"""What the project exports of several systems come to: projects, and budgets where there is no doubt about them.

Such an export says what a system calls a budget or an estimate, and never whether the price is fixed. Where its
project is billable it is read as time and materials, which leaves revenue as it is without any budget. What is
agreed by task, person or month is not read: it would be another number. A project another source knows more of
keeps what that source says; what is no longer in the export stays.
"""

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from ingest.connector import Canonical, Reading, list_system
from ingest.connectors.headings import Columns, is_amount, name_key
from ingest.connectors.timesheet import one_of_each, project_ids
from ingest.delivery import Delivery, Replaces, with_lineage
from ingest.locale import each_distinct


@dataclass(frozen=True)
class Listed:
    """The rows of an export of projects, as text in one notation; blank = it does not say.

    `billed` says whether there is billable time on it. `budget_type` is blank where it has no budget, or one that
    is open to doubt (`doubtful`).
    """

    columns: Columns
    client: pa.Array
    project: pa.Array
    code: pa.Array
    status: pa.Array
    start_date: pa.Array
    end_date: pa.Array
    billed: pa.Array
    budget_type: pa.Array
    hours: pa.Array
    amount: pa.Array
    currency: pa.Array
    doubtful: pa.Array


def listed(rows: Listed, reading: Reading, report: str, date_order: str | None) -> Canonical:
    """The projects of the export, their clients, and their budgets."""
    sheet, system = rows.columns.sheet, list_system(reading.system)
    client = each_distinct(name_key, rows.client)
    project = pc.if_else(pc.equal(rows.project, ""), "", project_ids(rows.client, rows.project))
    is_client = pc.or_(pc.not_equal(client, ""), rows.billed)
    projects = {
        "project_id": project,
        "code": rows.code,
        "name": rows.project,
        "client_id": client,
        "kind": pc.if_else(is_client, "client", "internal"),
        "status": rows.status,
        "start_date": rows.start_date,
        "end_date": rows.end_date,
    }
    clients = {"client_id": client, "name": rows.client, "status": rows.columns.constant("active")}
    budgets = {
        "budget_id": pc.binary_join_element_wise("budget of ", project, ""),
        "project_id": project,
        "name": rows.columns.constant("Budget"),
        "type": rows.budget_type,
        "hours": rows.hours,
        "amount": rows.amount,
        "currency": rows.currency,
    }
    agreed = with_lineage(sheet, system, budgets).filter(pc.not_equal(rows.budget_type, ""))
    named = frozenset(text for text in project.to_pylist() if text)
    deliveries = (
        Delivery(system, "clients", one_of_each("client_id", with_lineage(sheet, system, clients)), Replaces.NOTHING,
                 derived=True),
        Delivery(system, "projects", with_lineage(sheet, system, projects), Replaces.NOTHING, derived=True),
        Delivery(system, "budgets", agreed, Replaces.ALL, of={"project_id": named}),
    )  # fmt: skip
    return Canonical(deliveries, _said(rows), report, sheet.header, date_order, system=reading.system)


def plain_hours(hours: pa.Array) -> pa.Array:
    """Hours that were agreed on; 0 is none."""
    return pc.if_else(is_amount(hours), hours, "")


def _said(rows: Listed) -> tuple[str, ...]:
    file = rows.columns.sheet.file
    found = []
    if pc.any(pc.equal(rows.budget_type, "time_and_materials")).as_py():
        found.append(
            f"{file} does not say which prices are fixed: the budgets of billable projects are read as time and "
            "materials. Write fixed fees and retainers into budgets.csv."
        )
    doubtful = pc.sum(rows.doubtful).as_py() or 0
    if doubtful:
        count = "1 budget was" if doubtful == 1 else f"{doubtful} budgets were"
        found.append(
            f"{file}: {count} not read, being agreed by task, person or month, or for a project without billable time. "
            "Write such budgets into budgets.csv."
        )
    return tuple(found)
