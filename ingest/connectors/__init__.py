"""The systems whose exports can be read: one file each, one line here."""

from ingest.connector import Connector
from ingest.connectors.harvest import Harvest
from ingest.connectors.plain import Plain

CONNECTORS: tuple[Connector, ...] = (Plain(), Harvest())
