"""A small agency with two account managers and two project managers, and what those who work there see."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import pyarrow as pa

from assistant.agency import fingerprint
from assistant.permissions.house import view_of
from assistant.permissions.policy import Role, policy
from assistant.permissions.reach import Viewer
from assistant.permissions.view import View
from assistant.settings import Settings
from assistant.store.notes import SCHEMAS
from assistant.store.snapshots import QUARANTINE
from tests.agency_notation import Tables, agency

AGENCY = """
    people         person  name  email      team     job_title  calendar  start
                   ana     Ana   ana@x.co   Design   Designer   hr        2025-01-01
                   bo      Bo    bo@x.co    Build    Developer  at        2025-01-01
                   cy      Cy    cy@x.co    Build    Developer  at        2025-01-01
                   pia     Pia   pia@x.co   Lead     Producer   hr        2025-01-01
                   pat     Pat   pat@x.co   Lead     Producer   at        2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   ana     2025-01-01  8    8    8    8    8
                   bo      2025-01-01  8    8    8    8    8
                   cy      2025-01-01  8    8    8    8    8
    holidays       calendar  date        name
                   hr        2025-05-30  Statehood
                   at        2025-10-26  National
    absences       person  start       end         category
                   ana     2025-03-05  2025-03-05  sick
                   bo      2025-03-06  2025-03-06  vacation
                   cy      2025-03-07  2025-03-07  "Remote work"
    leave_allowances  person  year  days  category
                   ana     2025  25   vacation
    cost_rates     person  valid_from  hourly_cost
                   ana     2025-01-01  40
                   bo      2025-01-01  50
                   cy      2025-01-01  60
    bill_rates     valid_from  hourly_rate  person  job_title  project
                   2025-01-01  100          -       -          -
                   2025-01-01  110          -       Designer   -
                   2025-01-01  120          ana     -          -
                   2025-01-01  130          cy      -          -
                   2025-01-01  140          -       -          site
                   2025-01-01  150          -       -          film
    clients        client  name   status  account_manager
                   acme    Acme   active  amy@x.co
                   zeta    Zeta   active  abe@x.co
    projects       project  name      client  kind      project_manager
                   site     Site      acme    client    pia@x.co
                   shop     Shop      acme    client    pat@x.co
                   film     Film      zeta    client    pat@x.co
                   inside   Inside    -       internal  pia@x.co
    budgets        budget   project  name    type                 hours  amount  currency
                   b-site   site     Build   fixed                100    10000   EUR
                   b-shop   shop     Build   time_and_materials   50     5000    EUR
                   b-film   film     Shoot   retainer             20     2000    EUR
    services       service  budget  name    quantity  price
                   s-site   b-site  Design  50        100
                   s-film   b-film  Design  10        90
    time_entries   entry  person  project  date        hours  billable_rate  cost_rate  budget
                   e1     ana     site     2025-03-03  6      100            41         b-site
                   e2     ana     shop     2025-03-03  2      -              -          b-shop
                   e3     bo      film     2025-03-03  8      -              -          b-film
                   e4     cy      inside   2025-03-03  4      -              -          -
                   e5     bo      site     2025-03-04  8      -              -          b-site
    bookings       person  project  start       end         hours_per_day
                   ana     site     2025-04-01  2025-04-04  8
                   cy      film     2025-04-01  2025-04-04  8
    expenses       project  date        category  amount  billable_amount
                   site     2025-03-10  travel    100     120
                   film     2025-03-10  rental    900     990
    invoices       invoice  number  client  issued_on   net   status  kind     project  budget
                   i1       1       acme    2025-03-31  1000  sent    invoice  site     -
                   i2       2       acme    2025-03-31  2000  sent    invoice  -        b-shop
                   i3       3       acme    2025-03-31  3000  sent    invoice  -        -
                   i4       4       zeta    2025-03-31  4000  sent    invoice  film     -
    payments       payment  invoice  paid_on     amount  currency
                   p1       i1       2025-04-10  1000    EUR
                   p4       i4       2025-04-10  4000    EUR
    deals          deal    name       client  owner     stage  status  value  probability  expected_close
                   d-acme  "Acme 2"   acme    amy@x.co  talk   open    7000   50           2025-06-30
                   d-zeta  "Zeta 2"   zeta    abe@x.co  talk   open    8000   50           2025-06-30
                   d-new   "New one"  -       amy@x.co  talk   open    9000   10           2025-06-30
    deal_roles     deal    job_title  hours
                   d-acme  Designer   40
                   d-zeta  Developer  60
    tasks          task    project  name    kind  status
                   t-site  site     Draw    task  open
                   t-film  film     Light   task  open
    change_requests  project  title  requested_on  status    hours  amount
                   site     More   2025-03-01    approved  10     1000
                   film     Less   2025-03-01    pending   5      500
    targets        metric              scope         value
                   billable_utilization  all          0.75
                   margin              client:Acme    0.4
                   margin              client:Zeta    0.3
                   billable_utilization  team:Design  0.8
    exchange_rates  date        currency  rate
                   2025-01-01  USD       0.9
    users          email     name  role             person
                   adm@x.co  Ada   admin            -
                   fin@x.co  Fin   finance          -
                   pia@x.co  Pia   project_manager  -
                   pat@x.co  Pat   project_manager  -
                   amy@x.co  Amy   account_manager  -
                   abe@x.co  Abe   account_manager  -
                   coo@x.co  Coo   coordinator      -
                   ana@x.co  Ana   member           ana
"""

USERS = {
    "admin": Viewer("adm@x.co", "Ada", "admin"),
    "finance": Viewer("fin@x.co", "Fin", "finance"),
    "project_manager": Viewer("pia@x.co", "Pia", "project_manager", "pia"),
    "account_manager": Viewer("amy@x.co", "Amy", "account_manager"),
    "coordinator": Viewer("coo@x.co", "Coo", "coordinator"),
    "member": Viewer("ana@x.co", "Ana", "member", "ana"),
}
"""One user of each role: Pia manages Site and Inside, Amy manages Acme, Ana works on Site and Shop."""


@dataclass(frozen=True)
class InMemory:
    """Tables as the store would give them, and the rows that were held back."""

    tables: Mapping[str, pa.Table]
    held: pa.Table | None = None

    @property
    def version(self) -> str:
        return fingerprint.of_parts((name, self.fingerprint(name)) for name in sorted(self.tables))

    def fingerprint(self, table: str) -> str:
        return fingerprint.of_content(self._table(table))

    def column(self, table: str, name: str) -> pa.ChunkedArray:
        return self._table(table).column(name)

    def coded(self, table: str, name: str) -> pa.ChunkedArray:
        column = self.column(table, name)
        return column.dictionary_encode() if pa.types.is_string(column.type) else column

    def count(self, table: str) -> int:
        return int(self._table(table).num_rows)

    def _table(self, name: str) -> pa.Table:
        return self.tables[name] if name in self.tables else SCHEMAS[name].empty_table()

    def quarantine(self) -> pa.Table:
        return QUARANTINE.empty_table() if self.held is None else self.held


@cache
def small_agency() -> Tables:
    """The tables of the small agency."""
    return agency(AGENCY)


def view(
    role: str,
    tables: Tables | None = None,
    settings: Settings | None = None,
    *,
    as_role: Role | None = None,
    held: pa.Table | None = None,
) -> View:
    """What the user with `role` sees of the small agency, or of `tables`; `held` is in quarantine."""
    settings = settings or Settings()
    given = as_role or policy(settings.permissions).role(role)
    return view_of(InMemory(tables or small_agency(), held), replace(USERS[role], role=given.name), given, settings)


def ids(seen: View, table: str, *columns: str) -> list[str]:
    """The ids of the rows in which all these columns are visible."""
    key = seen.rows(table, columns).column(columns[0])
    return sorted(key.to_pylist())
