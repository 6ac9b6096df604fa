"""What was agreed: clients, projects, budgets, their lines, and the changes asked for since."""

from ingest.demo.people import email
from ingest.demo.tasks import TASKS
from ingest.demo.text_table import Row, by, table

CLIENTS = table("clients")
PROJECTS = table("projects")
BUDGETS = table("budgets")
SERVICES = table("services")
CHANGES = table("changes")

CLIENT_OF = {row["project_id"]: row["client_id"] for row in PROJECTS}
KIND_OF = {row["project_id"]: row["kind"] for row in PROJECTS}
START_OF = {row["project_id"]: row["start_date"] for row in PROJECTS}
BUDGET = by(BUDGETS, "budget_id")
SERVICE = by(SERVICES, "service_id")


def tables() -> dict[str, list[Row]]:
    """Every table about what was agreed and what is to be done, in the plain format."""
    return {
        "clients": [row | {"account_manager": email(row["account_manager"])} for row in CLIENTS],
        "projects": [
            row | {"code": row["project_id"], "project_manager": email(row["project_manager"])} for row in PROJECTS
        ],
        "budgets": BUDGETS,
        "services": SERVICES,
        "tasks": TASKS,
        "change_requests": [{"change_id": f"CR{number:02d}"} | row for number, row in enumerate(CHANGES, 1)],
    }
