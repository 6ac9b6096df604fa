"""Pieces of the patterns of those who run the house: days, rows and money, as they may stand in a question."""

END = r"(?=\W*$)"
UNITS = r"week|month|quarter|year"
MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
PERIOD = (
    rf"(?:(?:this|last|next|the last|the past) (?:\d+ )?(?:{UNITS})s?|ytd|year to date|q[1-4](?: \d{{4}})?|"
    rf"h[12](?: \d{{4}})?|20\d\d|(?:{MONTHS})(?: \d{{4}})?)"
)
WE = r"(?:we|i|they|our company|the (?:company|business|agency|firm|studio))"
ROWS = r"(?:clients?|customers?|accounts?|projects?|jobs?|engagements?|matters?|services?|teams?|budgets?|retainers?)"
COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
MONEY = (
    r"(?:revenue|turnover|income|sales|profit|(?:gross )?margin|utili[sz]ation|billable hours|billings?|invoiced|"
    r"invoicing)"
)
