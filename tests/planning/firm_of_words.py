"""A firm whose people, teams, clients, projects and services are called by words that questions are made of."""

from collections.abc import Mapping

from tests.planning.an_agency import TABLES, FakeView

NAMES: Mapping[str, tuple[str, ...]] = {
    "person": (
        "Sunday Okoro",
        "June Park",
        "Frank Vale",
        "Rich Stone",
        "Grant Ames",
        "Sue Lane",
        "Mark Twist",
        "Will Short",
        "May Long",
        "Bill Free",
    ),
    "team": ("Support", "Sales", "Delivery", "Planning"),
    "job_title": ("Designer", "Reviewer"),
    "employment": ("employee", "contractor"),
    "client": (
        "Cash",
        "Free",
        "Open",
        "Best Month",
        "Overdue",
        "Target",
        "Total",
        "Average",
        "Budget Air",
        "Last Mile",
    ),
    "project": ("Health", "Pipeline", "Active", "Top 5", "Internal", "Forecast", "Next Quarter"),
    "budget": ("Scope", "Retainer"),
    "budget_type": ("fixed", "time_and_materials", "retainer"),
    "service": ("Scope", "Review", "Consulting"),
    "status": ("active", "done"),
    "kind": ("client", "internal"),
    "category": ("Sick leave", "Vacation"),
    "deal": ("Growth",),
    "stage": ("Proposal",),
}

FIRM = FakeView(
    names=NAMES,
    tables={
        **TABLES,
        "projects": {
            "project_id": ["project 1", "project 2"],
            "client_id": ["client 1", "client 2"],
            "code": ["HE-1", "PI-1"],
        },
        "budgets": {"budget_id": ["budget 1"], "project_id": ["project 1"], "end_date": [None]},
        "deals": {
            "deal_id": ["deal 1"],
            "name": ["Growth"],
            "client_id": ["client 1"],
            "status": ["open"],
            "expected_close": [None],
            "start_date": [None],
            "end_date": [None],
        },
    },
)
