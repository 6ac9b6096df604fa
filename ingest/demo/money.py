"""What was spent for projects, and what is aimed at."""

from ingest.demo.text_table import Row, table

SPENT = table("expenses")
TARGETS = table("targets")


def tables() -> dict[str, list[Row]]:
    """Every table of money that is no rate and no invoice, in the plain format."""
    expenses = sorted(SPENT, key=lambda row: row["date"])
    return {
        "expenses": [{"expense_id": f"X{number:03d}"} | row for number, row in enumerate(expenses, 1)],
        "targets": TARGETS,
    }
