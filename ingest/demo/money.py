"""What was spent for projects, and what is aimed at."""

from ingest.demo.text_table import Row, table

SPENT = table(
    "project_id date category vendor status budget_id amount currency billable_amount",
    """
NW-WEB    | 2025-05-20 | Fonts         | Typotheque                | approved  |            | 420     | EUR |
NW-WEB    | 2025-06-12 | Travel        | Trainline                 | approved  |            | 186.4   | GBP | 186.4
NW-WEB    | 2025-07-22 | Photography   | Ravi Menon Photography    | approved  | NW-WEB-1   | 3400    | GBP | 3740
NW-WEB    | 2025-09-10 | Software      | Algolia                   | approved  | NW-WEB-1   | 640     | GBP | 640
FJP-BRAND | 2025-06-17 | Printing      | Gugler                    | approved  |            | 1280    | EUR | 1280
FJP-BRAND | 2025-09-02 | Travel        | ÖBB                       | approved  |            | 148.6   | EUR | 148.6
FJP-BRAND | 2025-10-14 | Printing      | Gugler                    | approved  |            | 2950    | EUR | 3245
BWE-PORT  | 2025-06-26 | Travel        | Trainline                 | approved  | BWE-PORT-1 | 212.8   | GBP | 212.8
BWE-PORT  | 2025-09-18 | User research | Testing Time              | approved  | BWE-PORT-1 | 1850    | EUR |
BWE-PORT  | 2026-02-12 | User research | Testing Time              | approved  | BWE-PORT-2 | 1920    | EUR |
BWE-PORT  | 2026-05-06 | Travel        | Hotel Leeds Quayside      | rejected  | BWE-PORT-2 | 338     | GBP |
KHZ-SHOP  | 2025-11-12 | Photography   | Studio Sternwarte         | approved  | KHZ-SHOP-1 | 1600    | EUR | 1600
KHZ-SHOP  | 2026-01-20 | Hardware      | Label printer, Conrad     | approved  | KHZ-SHOP-1 | 389.9   | EUR | 389.9
SAL-CLUB  | 2025-10-08 | Illustration  | Beatriz Caldeira          | approved  |            | 900     | GBP | 900
SAL-CLUB  | 2026-03-11 | Software      | Mailchimp                 | approved  |            | 130     | GBP |
FJP-CONF  | 2025-12-03 | 3D models     | Polygon Werkstatt         | approved  |            | 4200    | EUR | 4620
FJP-CONF  | 2026-04-15 | 3D models     | Polygon Werkstatt         | approved  |            | 1400    | EUR | 1540
MER-PORT  | 2025-12-09 | Security test | Redfern Security          | approved  |            | 5200    | USD | 5200
MER-PORT  | 2026-05-21 | Hosting       | Exoscale                  | approved  | MER-PORT-1 | 860     | EUR |
MER-PORT  | 2026-10-08 | Security test | Redfern Security          | committed |            | 5600    | USD | 5600
LUM-ONB   | 2026-01-27 | User research | Testing Time              | approved  |            | 1650    | EUR | 1650
LUM-ONB   | 2026-05-19 | Devices       | Mobile lab hire           | approved  |            | 720     | EUR | 720
LUM-ONB   | 2026-09-22 | User research | Testing Time              | approved  |            | 1700    | EUR | 1700
TRI-GROW  | 2026-02-18 | Software      | VWO                       | approved  |            | 290     | EUR |
TRI-GROW  | 2026-06-24 | Photography   | Nejc Bergant              | approved  |            | 850     | EUR |
MER-FILM  | 2026-05-12 | Voice-over    | Soho Voices               | approved  |            | 1450    | GBP |
MER-FILM  | 2026-07-08 | Music         | Score & Sons              | approved  |            | 2400    | USD |
MER-FILM  | 2026-09-17 | Sound studio  | Tonhof Wien               | approved  |            | 1980    | EUR |
MER-FILM  | 2026-10-12 | Voice-over    | Voces de Cádiz            | committed |            | 1200    | EUR | 1400
ADR-BOOK  | 2026-08-27 | User research | Split test room           | approved  |            | 640     | EUR | 640
ADR-BOOK  | 2026-09-15 | Travel        | Jadrolinija and bus       | approved  |            | 214.5   | EUR | 214.5
ADR-BOOK  | 2026-10-07 | Travel        | Taxi without receipt      | rejected  |            | 46      | EUR |
LUM-A11Y  | 2026-09-09 | User research | Participants of the test  | approved  | LUM-A11Y-1 | 800     | EUR |
ADR-SEO   | 2026-06-02 | Software      | Sistrix                   | approved  |            | 119     | EUR |
HAL-SITE  | 2026-07-02 | Photography   | Nejc Bergant              | approved  |            | 1100    | EUR |
HAL-NEW   | 2026-03-19 | Travel        | Fair in Milan             | approved  |            | 1340    | EUR |
HAL-INT   | 2026-09-30 | Training      | Conference tickets        | committed |            | 980     | EUR |
""",
)

# Ratios are fractions, as in the answers: 0.72 is 72 percent.
TARGETS = table(
    "metric scope start_date end_date value",
    """
billable_utilization   | all                       | 2025-04-01 | 2025-12-31 | 0.62
billable_utilization   | all                       | 2026-01-01 | 2026-12-31 | 0.64
billable_utilization   | team:Design               | 2026-01-01 | 2026-12-31 | 0.76
billable_utilization   | team:Development          | 2026-01-01 | 2026-12-31 | 0.78
margin                 | all                       | 2025-04-01 | 2026-12-31 | 0.18
margin                 | client:Triglav Outdoor    | 2025-05-01 |            | 0.45
timesheet_completeness | all                       | 2025-04-01 |            | 0.95
revenue                | all                       | 2026-07-01 | 2026-09-30 | 265000
revenue                | all                       | 2026-10-01 | 2026-12-31 | 280000
""",
)


def tables() -> dict[str, list[Row]]:
    """Every table of money that is no rate and no invoice, in the plain format."""
    expenses = sorted(SPENT, key=lambda row: row["date"])
    return {
        "expenses": [{"expense_id": f"X{number:03d}"} | row for number, row in enumerate(expenses, 1)],
        "targets": TARGETS,
    }
