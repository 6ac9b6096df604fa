"""By what a number can be broken down or filtered, and where each of these is found."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Dimension:
    """One way to break a number down.

    `key` is the id column of a slice it starts from, `reads` the tables and columns its value comes from,
    `noun` what a reader calls it, `also_called` the other words for it, `none` what a row without one is called.
    """

    name: str
    key: str
    reads: Mapping[str, tuple[str, ...]]
    noun: str
    also_called: tuple[str, ...] = ()
    none: str = ""


TIME = ("day", "week", "month", "quarter", "year")

OF_A_DAY = (*TIME, "weekday")
"""What a day belongs to: a stretch of time, or the Mondays of any."""

OF_A_PROJECT = ("status", "kind")
"""What a project is besides itself: whatever can be told by project can be told by these."""

_PROJECT_CLIENT = {"projects": ("project_id", "client_id")}

DIMENSIONS: Mapping[str, Dimension] = {
    one.name: one
    for one in (
        Dimension(
            "person",
            "person_id",
            {"people": ("person_id", "name")},
            "person",
            (
                "people",
                "persons",
                "employee",
                "employees",
                "staff",
                "consultant",
                "consultants",
                "team member",
                "team members",
                "head",
                "user",
                "users",
                "who",
                "name",
                "colleague",
                "colleagues",
                "fee earner",
                "timekeeper",
                "assignee",
                "assignees",
                "crew",
            ),
            "no person",
        ),
        Dimension(
            "team",
            "person_id",
            {
                "people": ("person_id", "team"),
                "assignments": ("person_id", "valid_from", "team"),
            },
            "team",
            (
                "teams",
                "department",
                "departments",
                "squad",
                "squads",
                "practice group",
                "practice area",
                "business unit",
            ),
            "no team",
        ),
        Dimension(
            "job_title",
            "person_id",
            {
                "people": ("person_id", "job_title"),
                "assignments": ("person_id", "valid_from", "job_title"),
            },
            "job title",
            (
                "job titles",
                "role",
                "roles",
                "position",
                "positions",
                "title",
                "discipline",
            ),
            "no job title",
        ),
        Dimension(
            "employment",
            "person_id",
            {"people": ("person_id", "employment")},
            "employment",
            ("employment type", "contract type"),
            "no employment",
        ),
        Dimension(
            "project",
            "project_id",
            {"projects": ("project_id", "name", "code")},
            "project",
            (
                "projects",
                "job",
                "jobs",
                "engagement",
                "engagements",
                "matter",
                "matters",
                "case",
                "assignment",
                "mandate",
            ),
            "no project",
        ),
        Dimension(
            "client",
            "project_id",
            {**_PROJECT_CLIENT, "clients": ("client_id", "name")},
            "client",
            ("clients", "customer", "customers", "account", "accounts"),
            "no client",
        ),
        Dimension(
            "project_manager",
            "project_id",
            {"projects": ("project_id", "project_manager")},
            "project manager",
            (
                "project managers",
                "pm",
                "pms",
                "project lead",
                "project leads",
                "engagement manager",
                "engagement partner",
                "matter manager",
                "matter partner",
                "matter owner",
                "case handler",
                "supervising partner",
                "responsible partner",
            ),
            "no project manager",
        ),
        Dimension(
            "account_manager",
            "project_id",
            {**_PROJECT_CLIENT, "clients": ("client_id", "account_manager")},
            "account manager",
            (
                "account managers",
                "am",
                "ams",
                "account lead",
                "client partner",
                "relationship partner",
                "relationship manager",
            ),
            "no account manager",
        ),
        Dimension(
            "status",
            "project_id",
            {"projects": ("project_id", "status")},
            "status",
            ("project status", "statuses", "status of the project", "status of projects", "project state"),
            "no project",
        ),
        Dimension(
            "kind",
            "project_id",
            {"projects": ("project_id", "kind")},
            "kind of project",
            (
                "kind",
                "kinds of project",
                "kinds of projects",
                "project kind",
                "project type",
                "type of project",
                "work type",
            ),
            "no project",
        ),
        Dimension(
            "budget",
            "budget_id",
            {"budgets": ("budget_id", "name", "project_id")},
            "budget",
            ("budgets", "agreement", "agreements", "contract", "contracts"),
            "no budget",
        ),
        Dimension(
            "budget_type",
            "budget_id",
            {"budgets": ("budget_id", "type")},
            "budget type",
            (
                "budget types",
                "contract type",
                "pricing model",
                "billing type",
                "type of budget",
                "types of budget",
                "kind of budget",
                "kinds of budget",
                "type of contract",
                "kind of contract",
            ),
            "no budget",
        ),
        Dimension(
            "service",
            "service_id",
            {"services": ("service_id", "name")},
            "service",
            ("services", "service line", "service lines", "activity"),
            "no service",
        ),
        Dimension(
            "category",
            "absence_id",
            {"absences": ("absence_id", "category")},
            "category",
            (
                "categories",
                "reason",
                "kind of leave",
                "leave type",
                "absence type",
                "type of absence",
            ),
            "no category",
        ),
        Dimension(
            "absence",
            "absence_id",
            {"absences": ("absence_id", "person_id", "start_date", "end_date"), "people": ("person_id", "name")},
            "leave spell",
            (),
            "no leave spell",
        ),
        Dimension(
            "vendor",
            "vendor",
            {},
            "vendor",
            ("vendors", "supplier", "suppliers"),
            "no vendor",
        ),
        Dimension(
            "deal",
            "deal_id",
            {"deals": ("deal_id", "name")},
            "deal",
            ("deals", "opportunity", "opportunities"),
            "no deal",
        ),
        Dimension(
            "stage",
            "deal_id",
            {"deals": ("deal_id", "stage")},
            "stage",
            ("stages", "deal stage"),
            "no stage",
        ),
        Dimension(
            "owner",
            "deal_id",
            {"deals": ("deal_id", "owner")},
            "owner",
            ("owners", "deal owner", "rep", "reps", "sales rep", "sales reps", "salesperson", "sales person", "seller"),
            "no owner",
        ),
        Dimension(
            "task",
            "task_id",
            {"tasks": ("task_id", "name", "project_id")},
            "task",
            ("tasks", "to do", "to dos", "ticket", "tickets"),
            "no task",
        ),
        Dimension(
            "invoice",
            "invoice_id",
            {"invoices": ("invoice_id", "number")},
            "invoice",
            ("invoices", "invoice number", "bill", "bills"),
            "no invoice",
        ),
        Dimension("ageing", "ageing", {}, "ageing bucket", ("ageing", "aging", "age bucket", "age", "days overdue")),
        Dimension("day", "day", {}, "day", ("days", "date", "dates", "daily")),
        Dimension("week", "day", {}, "week", ("weeks", "weekly", "calendar week", "calendar weeks")),
        Dimension("month", "day", {}, "month", ("months", "monthly", "calendar month", "calendar months")),
        Dimension("quarter", "day", {}, "quarter", ("quarters", "quarterly")),
        Dimension("year", "day", {}, "year", ("years", "yearly", "annually")),
        Dimension(
            "weekday",
            "day",
            {},
            "weekday",
            ("weekdays", "week day", "week days", "day of the week", "days of the week", "day of week", "days of week"),
        ),
    )
}
