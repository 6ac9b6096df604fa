"""The demo agency's frame: its days, and every number that decides how much of everything there is."""

from datetime import date

FIRST_DAY = date(2024, 4, 15)
"""Nothing was tracked before this day."""
TODAY = date(2026, 10, 15)

APPROVED_THROUGH = date(2026, 9, 30)
"""Months up to here are closed: their time is approved, but for what `gaps` names."""
SUBMITTED_THROUGH = date(2026, 10, 9)
"""Weeks up to here are handed in; later time is a draft."""

QUARTER_HOUR = 900
"""Seconds; time is tracked in quarters of an hour."""
WHOLE_HOUR = 3600

ENTRIES_A_DAY = {1: 48, 2: 39, 3: 11, 4: 2}
"""How many things someone works on in a day, with their weights."""
QUARTERS_OFF_THE_PATTERN = {-3: 4, -2: 9, -1: 18, 0: 40, 1: 19, 2: 8, 3: 2}
"""By how many quarter hours a worked day differs from the contract, with weights."""
ODDS_OF_A_FORGOTTEN_DAY = 0.011
ODDS_OF_REJECTED_TIME = 0.004
ODDS_OF_NO_NOTE = 0.13
ODDS_OF_A_PROJECT_NOTE = 0.7
ODDS_OF_A_MORNING_ENTRY = 0.45
"""How likely someone has already tracked something today."""

BILLABLE_PERCENT = {"time_and_materials": 95, "retainer": 92, "fixed": 89, "non_billable": 0}
"""How much of the time on a budget of that type is billable, unless BILLABLE_PERCENT_OF says otherwise."""
BILLABLE_PERCENT_OF = {"NWL-APP": 30}

LEAST_BOOKED_PERCENT = 8
"""Smaller shares of a day are not planned."""

CURRENCIES = ("GBP", "USD")
LAST_HOLIDAY_YEAR = 2027
