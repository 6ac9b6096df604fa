"""A practice of architects as its view shows it: names that are months, verbs, ranks, ordinary words and numbers."""

from collections.abc import Mapping

from tests.planning.an_agency import TABLES, FakeView

NAMES: Mapping[str, tuple[str, ...]] = {
    "person": (
        "Anna Nowak",
        "Anna Müller-Lüdenscheid",
        "May Wong",
        "April O'Neill",
        "Will Grant",
        "Mark Dupont",
        "Grant Mitchell",
        "Summer Day",
        "Łukasz Wiśniewski",
        "Željka Čović",
        "Jürgen Groß",
        "Seán D'Arcy",
        "June Sommer",
        "Bill Hourigan",
        "Faith Park",
        "Tue Hansen",
    ),
    "team": ("Studio", "Site", "Interiors", "Front Office"),
    "job_title": ("Partner", "Project Architect", "Site Supervisor", "Technologist"),
    "employment": ("employee", "contractor"),
    "client": (
        "Budget Air",
        "Target",
        "Target Foundation",
        "March & Sons",
        "Open House",
        "Last Mile",
        "Stadt Köln",
        "O'Brien's",
        "Next",
    ),
    "project": (
        "Lounge T1",
        "Phase 2",
        "2026 Rebrand",
        "Q3 Tower",
        "March Street 21",
        "Summer Pavilion",
        "Next Quarter",
        "Depot 7",
        "O'Brien's Bar & Grill",
        "Hala odlotów",
    ),
    "budget": ("Phase 2", "March Street 21"),
    "budget_type": ("fixed", "time_and_materials"),
    "status": ("active", "done"),
    "kind": ("client", "internal"),
    "category": ("Urlaub", "Krank"),
    "deal": ("Terminal 3", "Forecast House", "Budget Hotel"),
    "stage": ("Pitch", "Negotiation"),
}

PRACTICE = FakeView(
    names=NAMES,
    tables={
        **TABLES,
        "projects": {
            "project_id": ["project 2", "project 4", "project 5"],
            "client_id": ["client 1", "client 4", "client 4"],
            "code": ["BA-2", "MS-1", "MS-2"],
        },
        "budgets": {
            "budget_id": ["budget 1", "budget 2"],
            "project_id": ["project 2", "project 5"],
            "end_date": [None, None],
        },
        "deals": {
            "deal_id": ["deal 1", "deal 2", "deal 3"],
            "name": ["Terminal 3", "Forecast House", "Budget Hotel"],
            "client_id": ["client 1", "client 9", "client 8"],
            "status": ["open", "open", "open"],
            "expected_close": [None, None, None],
            "start_date": [None, None, None],
            "end_date": [None, None, None],
        },
    },
)
"""Phase 2 and March Street 21 have one budget each, called as they are."""
