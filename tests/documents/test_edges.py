"""Clients of every kind get a page one would send."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assistant.documents.formats import FORMATS
from assistant.documents.outline import Bars
from assistant.documents.scan import Finished
from assistant.documents.summaries import Asked, Summary, finish, summarise
from assistant.permissions.house import House
from tests.agency_notation import agency
from tests.permissions.test_non_interference_asked import house_of

LONG = "The Royal Anglo-Croatian Society for Maritime Heritage & Arts"
MANY = 12
PROJECTS = "\n".join(
    f'                   p-m{one}  "Work {one}"  many  client  active  2025-01-01  2025-12-31  ana@x.co'
    for one in range(MANY)
)
BUDGETS = "\n".join(
    f'                   b-m{one}  p-m{one}  "Deal {one}"  {kind}  50  {5000 + one}  EUR  2025-01-01  2025-12-31'
    for one, kind in zip(range(MANY), ("time_and_materials", "fixed", "retainer") * MANY, strict=False)
)
AGENCY = f"""
    people         person  name   email     job_title  start
                   ana     Ana    ana@x.co  Designer   2025-01-01
    bill_rates     valid_from  hourly_rate  currency
                   2025-01-01  100          EUR
    clients        client  name        status  account_manager
                   idle    "Idle Inn"  active  amy@x.co
                   new     "New Leaf"  active  amy@x.co
                   over    "Overrun"   active  amy@x.co
                   shut    "Shut Shop" ended   amy@x.co
                   tri     "{LONG}"    active  amy@x.co
                   wait    "Waiting"   active  amy@x.co
                   many    "Many"      active  amy@x.co
    projects       project  name            client  kind    status  start       end         project_manager
                   p-new    "First steps"   new     client  active  2025-04-07  2025-08-31  ana@x.co
                   p-over   "Wild ride"     over    client  active  2025-01-01  2025-08-31  ana@x.co
                   p-shut   "Old work"      shut    client  done    2025-01-01  2025-03-31  ana@x.co
                   p-tri    "World tour"    tri     client  active  2025-01-01  2025-12-31  ana@x.co
                   p-wait   "Long wait"     wait    client  on_hold 2025-01-01  2025-12-31  ana@x.co
{PROJECTS}
    budgets        budget  project  name          type                hours  amount  currency  start       end
                   b-new   p-new    "Start"       time_and_materials  50     5000    EUR       2025-04-07  2025-08-31
                   b-over  p-over   "Ride"        time_and_materials  10     1000    EUR       2025-01-01  2025-08-31
                   b-fix   p-over   "Tour"        fixed               10     1000    EUR       2025-01-01  2025-08-31
                   b-shut  p-shut   "Old fee"     fixed               10     1000    EUR       2025-01-01  2025-03-31
                   b-eur   p-tri    "Europe"      time_and_materials  50     5000    EUR       2025-01-01  2025-12-31
                   b-usd   p-tri    "America"     time_and_materials  50     5000    USD       2025-01-01  2025-12-31
                   b-jpy   p-tri    "Japan"       fixed               50     500000  JPY       2025-01-01  2025-12-31
                   b-wait  p-wait   "Waits"       time_and_materials  50     5000    EUR       2025-01-01  2025-12-31
{BUDGETS}
    services       service  budget  name    quantity  price
                   s-usd    b-usd   Concept 50        110.05
    time_entries   entry  person  project  date        hours  status    budget  service
                   e1     ana     p-new    2025-04-08  6      approved  b-new   -
                   e2     ana     p-over   2025-04-08  15     approved  b-over  -
                   e3     ana     p-over   2025-04-09  20     approved  b-fix   -
                   e4     ana     p-shut   2025-03-09  10     approved  b-shut  -
                   e5     ana     p-tri    2025-04-10  1.5    approved  b-eur   -
                   e6     ana     p-tri    2025-04-10  3      approved  b-usd   s-usd
                   e7     ana     p-tri    2025-04-11  10     approved  b-jpy   -
    invoices       invoice  number  client  issued_on   due_on      net   tax  currency  status  kind
                   i1       A-1     tri     2025-04-10  2025-04-24  1000  0    USD       sent    invoice
    exchange_rates date        currency  rate
                   2025-01-01  USD       0.9
                   2025-01-01  JPY       0.006
    users          email     name         role
                   amy@x.co  "Amy Stone"  account_manager
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return house_of(agency(AGENCY), tmp_path_factory.mktemp("edges") / "house")


@pytest.mark.parametrize(
    ("client", "told", "never"),
    [
        ("Idle Inn", ["No work under way", "Nothing was planned or invoiced in April 2025."], ["Budget", "On track"]),
        ("New Leaf", ["The work began in April 2025.", "| €5,000.00 | €600.00 | €4,400.00 | 12 % |"], []),
        (
            "Overrun",
            [
                "At risk",
                "Ride has used €1,500.00 of the €1,000.00 agreed.",
                "| €1,000.00 | €1,500.00 | -€500.00 | 150 % |",
                "| Tour (fixed price) | €1,000.00 | €1,000.00 |",
            ],
            ["20 h", "€2,000", "as agreed"],
        ),
        ("Shut Shop", ["Completed", "The work is finished", "| Old fee (fixed price) | €1,000.00 | €1,000.00 |"], []),
        (
            LONG,
            [
                "| Europe (time and materials) | €5,000.00 | €150.00 | €4,850.00 | 3 % |",
                "| America (time and materials) | US$5,000.00 | US$330.15 | US$4,669.85 | 6.6 % |",
                "| Japan (fixed price) | JP¥500,000 | JP¥100,000 |",
                "Open invoices: US$1,000.00 including tax, of which US$1,000.00 is past its date.",
            ],
            [],
        ),
        ("Waiting", ["Blocked", "The work on Long wait is on hold."], ["as agreed"]),
        ("Many", ["“Work 0”, “Work 1”, “Work 10”, “Work 11” and others", "Deal 7 (fixed price)"], ["“Work 2”"]),
    ],
)
def test_a_client_of_any_kind_gets_a_page(client: str, told: list[str], never: list[str], house: House) -> None:
    made = summarise(house, Asked(client, "April 2025", "amy@x.co", date(2025, 5, 10), "en"))
    assert isinstance(made, Summary)
    said = ""
    for form in FORMATS:
        finished = finish(made, form)
        assert isinstance(finished, Finished), finished.text
        said = finished.content.decode() if form == "md" else said

    assert not [one for one in told if one not in said], said
    assert not [one for one in never if one in said], said


def test_twelve_projects_of_one_client_stand_on_one_page_and_no_drawing_is_of_some_of_them(house: House) -> None:
    made = summarise(house, Asked("Many", "April 2025", "amy@x.co", date(2025, 5, 10), "en"))
    assert isinstance(made, Summary)
    pdf = finish(made, "pdf")
    assert isinstance(pdf, Finished)

    assert len(PdfReader(BytesIO(pdf.content)).pages) == 1
    assert not [one for one in made.outline.blocks if isinstance(one, Bars)]


def test_a_period_that_has_not_begun_or_is_none_is_told(house: House) -> None:
    asked = Asked("Overrun", "next month", "amy@x.co", date(2025, 5, 10), "en")
    later, never = summarise(house, asked), summarise(house, Asked("Overrun", "blue", "amy@x.co", asked.today))

    assert "has not begun yet" in getattr(later, "text", "")
    assert "“blue” is no period" in getattr(never, "text", "")
