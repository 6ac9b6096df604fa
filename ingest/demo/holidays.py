"""The public holidays of the three offices, by the rules of each country."""

from datetime import date, timedelta

from ingest.demo.frame import FIRST_DAY, LAST_HOLIDAY_YEAR
from ingest.demo.text_table import Row, table

EASTER_SUNDAY = {2025: date(2025, 4, 20), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28)}

# "+1" counts from Easter Sunday; on 24 and 31 December Vienna closes at noon.
RULES = table(
    "calendar when name fraction",
    """
Ljubljana | 01-01 | New Year's Day           | 1
Ljubljana | 01-02 | New Year's holiday       | 1
Ljubljana | 02-08 | Prešeren Day             | 1
Ljubljana | +1    | Easter Monday            | 1
Ljubljana | 04-27 | Day of Uprising          | 1
Ljubljana | 05-01 | Labour Day               | 1
Ljubljana | 05-02 | Labour Day holiday       | 1
Ljubljana | 06-25 | Statehood Day            | 1
Ljubljana | 08-15 | Assumption of Mary       | 1
Ljubljana | 10-31 | Reformation Day          | 1
Ljubljana | 11-01 | All Saints' Day          | 1
Ljubljana | 12-25 | Christmas Day            | 1
Ljubljana | 12-26 | Independence Day         | 1
Vienna    | 01-01 | Neujahr                  | 1
Vienna    | 01-06 | Heilige Drei Könige      | 1
Vienna    | +1    | Ostermontag              | 1
Vienna    | 05-01 | Staatsfeiertag           | 1
Vienna    | +39   | Christi Himmelfahrt      | 1
Vienna    | +50   | Pfingstmontag            | 1
Vienna    | +60   | Fronleichnam             | 1
Vienna    | 08-15 | Mariä Himmelfahrt        | 1
Vienna    | 10-26 | Nationalfeiertag         | 1
Vienna    | 11-01 | Allerheiligen            | 1
Vienna    | 12-08 | Mariä Empfängnis         | 1
Vienna    | 12-24 | Heiliger Abend           | 0.5
Vienna    | 12-25 | Christtag                | 1
Vienna    | 12-26 | Stefanitag               | 1
Vienna    | 12-31 | Silvester                | 0.5
London    | 01-01 | New Year's Day           | 1
London    | -2    | Good Friday              | 1
London    | +1    | Easter Monday            | 1
London    | 12-25 | Christmas Day            | 1
London    | 12-26 | Boxing Day               | 1
""",
)

# Bank holidays that move with the week, and the days given instead of a weekend.
BANK_HOLIDAYS = table(
    "calendar date name fraction",
    """
London | 2025-05-05 | Early May bank holiday       | 1
London | 2025-05-26 | Spring bank holiday          | 1
London | 2025-08-25 | Summer bank holiday          | 1
London | 2026-05-04 | Early May bank holiday       | 1
London | 2026-05-25 | Spring bank holiday          | 1
London | 2026-08-31 | Summer bank holiday          | 1
London | 2026-12-28 | Boxing Day (substitute day)  | 1
London | 2027-05-03 | Early May bank holiday       | 1
London | 2027-05-31 | Spring bank holiday          | 1
London | 2027-08-30 | Summer bank holiday          | 1
London | 2027-12-27 | Christmas Day (substitute)   | 1
London | 2027-12-28 | Boxing Day (substitute day)  | 1
""",
)


def holidays() -> list[Row]:
    """Every holiday of every office, from the first year of the demo to the last."""
    years = range(FIRST_DAY.year, LAST_HOLIDAY_YEAR + 1)
    by_rule = [
        {
            "calendar": rule["calendar"],
            "date": _day(rule["when"], year).isoformat(),
            "name": rule["name"],
            "fraction": rule["fraction"],
        }
        for rule in RULES
        for year in years
    ]
    return sorted(by_rule + BANK_HOLIDAYS, key=lambda row: (row["calendar"], row["date"]))


def _day(when: str, year: int) -> date:
    if when[0] in "+-":
        return EASTER_SUNDAY[year] + timedelta(days=int(when))
    return date.fromisoformat(f"{year}-{when}")
