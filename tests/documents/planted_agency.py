"""An agency with a canary in every field that no client may read, and where each of them leads to when added up."""

from datetime import date
from pathlib import Path

from assistant.permissions.house import House
from tests.agency_notation import agency
from tests.permissions.test_non_interference_asked import house_of

TODAY = date(2025, 5, 10)

AGENCY = """
    people         person  name             email      team         job_title  calendar  start
                   ana     "Ana Quillon"    ana@x.co   Zanzibar     Designer   hr        2025-01-01
                   bo      "Bo Ravenscar"   bo@x.co    Kilimanjaro  Developer  at        2025-01-01
                   pia     "Pia Moor"       pia@x.co   Lead         Producer   hr        2025-01-01
    working_hours  person  valid_from  mon  tue  wed  thu  fri
                   ana     2025-01-01  8    8    8    8    8
                   bo      2025-01-01  8    8    8    8    8
    absences       person  start       end         category
                   ana     2025-04-07  2025-04-09  jaundice
    cost_rates     person  valid_from  hourly_cost
                   ana     2025-01-01  43.17
                   bo      2025-01-01  57.93
    bill_rates     valid_from  hourly_rate  person  job_title  project
                   2025-01-01  100          -       -          -
                   2025-01-01  131          bo      -          -
    clients        client  name             status  account_manager
                   acme    "Acme Works"     active  amy@x.co
                   zeta    "Quillfeather"   active  abe@x.co
    projects       project  name            client  kind      status  project_manager
                   site     "New site"      acme    client    active  pia@x.co
                   care     "Site care"     acme    client    active  pia@x.co
                   film     "Moonraker"     zeta    client    active  pia@x.co
                   inside   "Skunkworks"    -       internal  active  pia@x.co
    budgets        budget   project  name           type                hours  amount  currency  start       end
                   b-fix    site     "Site, fixed price"  fixed         40     5000    EUR       2025-03-01  2025-06-30
                   b-tm     site     "Extras"       time_and_materials  50     6000    EUR       2025-03-01  2025-06-30
                   b-ret    care     "Care retainer"  retainer          10     1000    EUR       2025-03-01  2025-12-31
                   b-film   film     "Snowdrift"    time_and_materials  200    42424   EUR       2025-03-01  2025-06-30
    services       service  budget  name          quantity  price
                   s-tm     b-tm    "Concept"     50        100
                   s-film   b-film  "Thunderclap" 10        90
    time_entries   entry  person  project  date        hours   billable_hours  status     budget  service  note
                   e1     ana     site     2025-04-02  23.11   23.11           approved   b-fix   -        "grumpbeetle"
                   e8     ana     site     2025-04-03  20.13   20.13           approved   b-fix   -        -
                   e9     ana     site     2025-04-04  10.13   10.13           approved   b-fix   -        -
                   e2     bo      site     2025-04-03  11.5    9.25            approved   b-tm    s-tm     "snaggle"
                   e3     bo      site     2025-04-04  7.79    7.79            submitted  b-tm    s-tm     "wobbegong"
                   e4     ana     care     2025-04-08  5.5     5.5               approved   b-ret   -        -
                   e5     ana     film     2025-04-10  23.71   23.71           approved   b-film  s-film   -
                   e6     bo      inside   2025-04-11  19.13   0               approved   -       -        -
                   e7     bo      site     2025-04-14  21.43   0               approved   b-tm    s-tm     "writeoff"
    expenses       project  date        category  vendor  amount  billable_amount  status  budget
                   site     2025-04-10  "catering"  "Fathom Studios" 3917.61  250              approved   b-tm
                   site     2025-04-11  "travel"    "Hollowgate"     777.77   888.88           committed  b-tm
    invoices       invoice  number     client  issued_on   due_on      net      tax  status  kind     project  budget
                   i1       INV-1      acme    2025-04-30  2025-05-30  1000     250  sent    invoice  care     b-ret
                   i2       DRAFT-77   acme    2025-04-30  2025-05-30  6543.21  0    draft   invoice  site     b-tm
                   i3       ZETA-9     zeta    2025-04-30  2025-05-30  8765.43  0    sent    invoice  film     b-film
    deals          deal    name         client  owner     stage  status  value    probability  expected_close
                   d-acme  "Marigold deal"  acme  amy@x.co  talk  open   86753    50           2025-06-30
    deal_roles     deal    job_title  hours
                   d-acme  Designer   617
    tasks          task   project  name              kind       status  due         done_on     estimate  client_visible
                   t1     site     "Design approved"       milestone  done    2025-04-15  2025-04-14  -         true
                   t2     site     "Launch"                milestone  open    2025-06-20  -           -         true
                   t3     site     "Placate chairman"  task       open    2025-04-20  -           13.73     false
                   t4     site     "Build pages"           task       done    2025-04-25  2025-04-24  20        true
    change_requests  project  title             requested_on  status    hours  amount   budget  decided_on
                   site     "Second language"   2025-04-05    approved  7      700      b-tm    2025-04-10
                   site     "Newsletter"        2025-04-28    pending   5      450      b-tm    -
                   site     "Gargoyle fountain" 2025-04-01    declined  99     9797.31  b-tm    2025-04-02
    exchange_rates date        currency  rate
                   2025-01-01  USD       0.9
    users          email     name         role             person
                   adm@x.co  "Ada Ito"    admin            -
                   fin@x.co  "Fin Gale"   finance          -
                   pia@x.co  "Pia Moor"   project_manager  pia
                   amy@x.co  "Amy Stone"  account_manager  -
                   abe@x.co  "Abe Marsh"  account_manager  -
                   coo@x.co  "Coo Lake"   coordinator      -
                   ana@x.co  "Ana Quillon"  member         ana
"""

WORDS = (
    "quillon", "ravenscar", "zanzibar", "kilimanjaro", "jaundice", "quillfeather", "moonraker", "skunkworks",
    "snowdrift", "thunderclap", "grumpbeetle", "snaggle", "wobbegong", "writeoff", "catering", "fathom", "hollowgate",
    "draft-77", "zeta-9", "marigold", "chairman", "gargoyle", "designer", "developer",
)  # fmt: skip

NUMBERS = (
    *(
        43.17,
        57.93,
        53.37,
        23.11,
        20.13,
        11.5,
        7.79,
        23.71,
        19.13,
        21.43,
        13.73,
        3917.61,
        777.77,
        888.88,
        6543.21,
        8765.43,
    ),
    *(86753, 42424, 617, 9797.31, 5450),
)
"""What is planted; the last is a fixed fee with the change that belongs to another budget."""


def planted(folder: Path, notation: str = AGENCY) -> House:
    """The agency, ingested."""
    return house_of(agency(notation), folder)
