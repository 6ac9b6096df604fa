"""What was said and written about the work: the stories of the demo, in people's words."""

BOOKING_FLOW_STATUS = """\
---
project: ADR-BOOK
client: Adria Ferries
date: 2026-10-12
kind: status
visibility: internal
author: Ana Kovač
---
# Booking flow, week 41: the budget goes faster than the calendar

We are ten weeks into a project of twenty-six. Roughly two fifths of the time is gone and about two thirds of
the money. Three reasons, as far as Tomás and I can see:

- The old booking system answers differently on weekends. The fare rules service took twice what we thought.
- Linh and Tomás have both worked more than planned, because Marin's team needed clickable answers every week.
- Vehicle lengths turned out to be a project of their own. They are not in the offer.

Marin knows about the vehicles: he asked for them as add-ons on 6 October, and the change request is open. He
does not know yet how the rest looks. Luka wants to talk to him before the November invoice goes out.

If nothing changes we run dry before Christmas, and the seat and cabin map has not even begun.
"""

FIELD_DATA_SCOPE = """\
---
project: NWL-APP
client: Northwind Labs
date: 2026-09-24
kind: meeting
visibility: internal
author: Ana Kovač
---
# Field data app: what was sold and what we are building

Present: Ana Kovač, Luka Novak, May Adebayo, Ana Sørensen, Mateja Šušteršič

- Sold: 640 hours for a fixed price, plus 40 for photo attachments. We passed that in the summer.
- May listed what came in by chat and mail: a Bluetooth scale, four more sensor types, a second export format,
  station codes at login. None of it has a change request.
- Because the price is fixed, most of this was logged as not billable. On the invoice everything looks calm.
- Luka: Dr. Haugen is happy and thinks all of it was included.

Decided: from now on nothing without a change request. Offline maps for two regions is the first, 60 hours,
sent today. The beta moves; 25 September cannot be held because the sync is not done.
"""

TRIGLAV_TEAM_CHANGE = """\
---
project: TRI-GROW
client: Triglav Outdoor
date: 2026-07-02
kind: decision
visibility: internal
author: Ana Kovač
---
# Growth retainer: who does the work from July

Kwame left at the end of March and we never found a junior for the retainer. Tomás has covered development since
April. From July Linh takes design from Ana Sørensen, who is needed on the patient portal.

Maja at Triglav is pleased: faster filters, better story pages. The fee stays at 7,600 euros a month and so do
the hours, more or less. What changes is who works them. Friedrich pointed out that an hour of Tomás or Linh
costs us more than twice an hour of Kwame, so we earn a good deal less on the same invoice.

To be looked at again in autumn: either a junior comes back to it, or the fee has to move at the renewal in April.
"""

NOVEMBER_STAFFING = """\
---
project: TRI-TRAIL
client: Triglav Outdoor
date: 2026-10-08
kind: meeting
visibility: internal
author: Petra Žagar
---
# Staffing in November

Present: Petra Žagar, Ana Kovač, Jonas Weber

Trail finder begins on 2 November and Linh was put on it for half the day until Christmas, because Ibrahim cannot
start the map prototype alone. She is also on the booking flow, on the growth retainer and on Northwind's care,
and she works four days a week since March. Her days in November add up to nearly ten hours.

Options we talked about: the booking flow hands its form screens to Ana Sørensen, or the trail prototype begins
two weeks later. No decision; Ana talks to Linh on Monday.

Everyone else looks full but possible.
"""

TARIFF_CALCULATOR_CAPACITY = """\
---
client: Brightwater Energy
date: 2026-10-13
kind: brief
visibility: internal
author: Zoë Okonkwo
---
# Tariff calculator: can we start on 16 November?

Brightwater want the calculator before the price change in March, so Helen Ashworth asked for a start in the middle
of November. The offer has 460 hours of senior development, 180 of senior design and 90 of project management.

Jonas looked at the plan with me. Until Christmas both senior developers are nearly full: Tomás on the booking flow
and the growth retainer, Oleksandr on the patient portal and account opening. From January it looks quite different,
Oleksandr has nothing confirmed then.

So the honest answer is January, or a freelancer for six weeks. Helen decides on 6 November; I would rather tell her
before that than after.
"""

TIMESHEETS_IN_OCTOBER = """\
---
project: HAL-INT
date: 2026-10-14
kind: status
visibility: internal
author: Petra Žagar
---
# Timesheets, first half of October

September is closed. For October nearly everybody is up to date, with a forgotten day here and there.

Élodie has nothing at all since 1 October. She was in the workshops at Lumen Bank and on the winter timetable pages,
so the work was done, it is only not written down. I asked on the 7th and again yesterday. She says Friday.

Until then search and content looks as if nobody had touched it this month, and our utilization looks worse than it is.
"""

SALTMARSH_INVOICE = """\
---
project: SAL-CLUB
client: Saltmarsh Books
date: 2026-09-16
kind: email
visibility: internal
author: Friedrich Öhlinger
---
Subject: Saltmarsh Books, last invoice of the reading club

Dear Zoë,

the invoice from 5 May is still open. It was due on 4 June; I have sent three reminders, and the last two were not
answered. Before that they always paid after about four weeks.

You said they were unhappy that the launch slipped by a few days. Is there something in it that we should settle
before I go further? I would prefer a phone call to a lawyer, for an amount of this size.

Best wishes
Friedrich
"""

CARE_RENEWAL = """\
---
project: NW-CARE
client: Northwind
date: 2026-10-05
kind: meeting
visibility: client
author: Zoë Okonkwo
---
# Website care: looking at 2027

Present: Priya Nair (Northwind), Zoë Okonkwo, Jonas Weber

- The agreement ends on 30 November. Northwind would like to go on and wants a decision by 16 November.
- What worked: quick help around the spring sale, the faster checkout on slow phones.
- For 2027 Priya expects more campaign pages. We propose a somewhat larger monthly package.
- Open: whether motion clips are part of it, or are ordered one by one.

Next: Zoë sends the proposal by 19 October; Priya takes it to her budget round on 9 November.
"""

BOOKING_FLOW_UPDATE = """\
---
project: ADR-BOOK
client: Adria Ferries
date: 2026-10-09
kind: status
visibility: client
author: Luka Novak
---
# Booking flow redesign: update for Adria Ferries, 9 October

**Done.** The date and route picker is finished and was tested in Split with eleven travellers. Nine of them found
their ferry without help; the islands were the difficult part and are now grouped by harbour.

**In work.** Passenger and vehicle steps, to be shown on 23 October. The fare rules are a week behind, because the
booking system answers differently on weekends.

**Next.** Seat and cabin map from 19 October. The pilot on the Ancona line is planned for 15 December.

**From your side.** We are waiting for the decision on vehicles, trailers and pets as add-ons, and for a contact who
knows the cabin numbers of the two older ships.
"""

SHOP_HANDOVER = """\
---
project: KHZ-SHOP
client: Kaffeehaus Zentral
date: 2026-02-13
kind: decision
visibility: client
author: Ana Kovač
---
# Online shop: handed over

The shop was accepted today by Frau Berger, two weeks before the agreed date. The till and the stock are connected,
the label printer works, and three people in the café have been trained.

Agreed: small repairs are covered by the warranty until 31 August. Subscriptions for roasted beans were declined in
December and are not part of the shop. New wishes go through Luka Novak.
"""

NOTES = {
    "2026-02-13-online-shop-handed-over.md": SHOP_HANDOVER,
    "2026-07-02-growth-retainer-team.md": TRIGLAV_TEAM_CHANGE,
    "2026-09-16-saltmarsh-open-invoice.md": SALTMARSH_INVOICE,
    "2026-09-24-field-data-app-scope.md": FIELD_DATA_SCOPE,
    "2026-10-05-website-care-renewal.md": CARE_RENEWAL,
    "2026-10-08-staffing-in-november.md": NOVEMBER_STAFFING,
    "2026-10-09-booking-flow-client-update.md": BOOKING_FLOW_UPDATE,
    "2026-10-12-booking-flow-budget.md": BOOKING_FLOW_STATUS,
    "2026-10-13-tariff-calculator-capacity.md": TARIFF_CALCULATOR_CAPACITY,
    "2026-10-14-timesheets-in-october.md": TIMESHEETS_IN_OCTOBER,
}
