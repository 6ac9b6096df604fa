"""The systems whose exports can be read: one file each, one line here; what several share stands beside them.

headings.py     columns by name        timesheet.py     entries, and who and what is named in them
values.py       days, clocks, numbers  tracked.py       entries with a start and an end
flags.py        yes and no             pricing.py       the price and the cost of an hour
project_list.py exports of projects
"""

from ingest.connector import Connector
from ingest.connectors.clockify import Clockify
from ingest.connectors.harvest import Harvest
from ingest.connectors.plain import Plain
from ingest.connectors.toggl import Toggl

CONNECTORS: tuple[Connector, ...] = (Plain(), Harvest(), Clockify(), Toggl())
