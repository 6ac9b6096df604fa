"""A small agency in which something of every kind is wrong, for every role to find its part of."""

from functools import cache

import pyarrow as pa

from tests.agency_notation import Tables, agency
from tests.permissions.small_agency import AGENCY

UNTIDY = """
    people         person  name  email     team   job_title  calendar  start       end
                   dee     Dee   dee@x.co  Build  Developer  at        2025-01-01  2025-03-14
                   eli     Eli   eli@x.co  Build  Developer  at        2025-03-10  -
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   dee     2025-01-01  8    8    8    8    8
                   eli     2025-01-01  8    8    8    8    8
    clients        client  name  status  account_manager
                   orb     Orb   active  gone@x.co
    projects       project  name   client  kind      status    project_manager  start
                   old      Old    acme    client    archived  pia@x.co         2025-01-01
                   quiet    Quiet  acme    client    active    gone@x.co        2025-01-01
                   far      Far    orb     client    active    pat@x.co         2025-03-20
    budgets        budget   project  name    type                start       end         hours  amount  currency
                   b-one    quiet    First   fixed               2025-01-01  2025-06-30  30     3000    EUR
                   b-two    quiet    Second  time_and_materials  2025-02-01  -           10     1000    CHF
    time_entries   entry  person  project  date        hours  status     billable_rate  currency
                   u1     ana     site     2025-03-20  14     approved   100            EUR
                   u2     ana     shop     2025-03-20  12     approved   100            EUR
                   u3     bo      film     2025-05-02  3      approved   -              EUR
                   u4     dee     site     2025-03-17  5      submitted  -              EUR
                   u5     eli     site     2025-03-03  4      draft      -              EUR
                   u6     bo      old      2025-03-25  2      approved   -              EUR
                   u7     bo      quiet    2025-02-10  6      approved   -              EUR
    invoices       invoice  number  client  issued_on   net   status  kind     project  currency
                   i9       9       orb     2025-03-10  500   sent    invoice  far      EUR
                   i10      10      acme    2024-12-01  700   sent    invoice  quiet    USD
    deals          deal   name   client  owner      stage  status  value  currency
                   d-orb  "Orb"  orb     gone@x.co  talk   open    4000   EUR
    tasks          task    project  name    kind       status  due         remaining
                   t-late  site     Paint   task       open    2025-03-20  7
                   t-mark  film     Opened  milestone  open    2025-03-25  -
"""


@cache
def untidy() -> Tables:
    """The small agency and all that is wrong with it."""
    tidy, wrong = agency(AGENCY), agency(UNTIDY)
    return {name: pa.concat_tables([tidy[name], _below(wrong[name], tidy[name].num_rows)]) for name in tidy}


def _below(table: pa.Table, count: int) -> pa.Table:
    """The rows as they stand in the file below so many others."""
    place = table.schema.get_field_index("_row")
    rows = [number + count for number in table.column("_row").to_pylist()]
    return table.set_column(place, table.schema.field("_row"), pa.array(rows, table.schema.field("_row").type))
