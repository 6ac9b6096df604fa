"""The public holidays of the three offices, by the rules of each country."""

from datetime import date, timedelta

from ingest.demo.frame import FIRST_DAY, LAST_HOLIDAY_YEAR
from ingest.demo.text_table import Row, table

EASTER_SUNDAY = {2024: date(2024, 3, 31), 2025: date(2025, 4, 20), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28)}
RULES = table("holiday_rules")
BANK_HOLIDAYS = table("bank_holidays")


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
