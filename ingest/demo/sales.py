"""What may be won, what was, and the work it would bring."""

from ingest.demo.people import email
from ingest.demo.text_table import Row, table

DEALS = table("deals")
DEAL_ROLES = table("deal_roles")


def tables() -> dict[str, list[Row]]:
    """Every table about sales, in the plain format."""
    return {"deals": [row | {"owner": email(row["owner"])} for row in DEALS], "deal_roles": DEAL_ROLES}
