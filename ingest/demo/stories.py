"""What the demo agency tells, as of 15 October 2026: each story once, each figure counted from the files by a test.

| story | who asks | what they see |
|---|---|---|
| a budget burns too fast | Ana Kovač, project manager | Booking flow redesign for Adria Ferries: 80,518.00 of 128,000 euros after 53 of 130 working days, burn index 1.54 |
| a margin disappears quietly | Friedrich Öhlinger, finance | Triglav's growth retainer, 7,600 euros a month and as many hours as ever; since a junior left in March seniors do the work. Margin in the first three quarters of 2026: 58.7 %, 34.0 % and 18.1 % |
| scope creeps on a fixed fee | Ana Kovač | Field data app for Northwind Labs: 961.00 hours tracked on 680 sold, 415.00 of them billable, a change request pending |
| a person is overbooked | Petra Žagar, coordinator | Linh Nguyễn, on four days a week: 34.00 hours in November above what she has |
| a deal does not fit | Zoë Okonkwo, account manager | The tariff calculator for Brightwater Energy needs 41.3 hours a week of senior development from 16 November; 22.00 are free in its first week and 88.25 in a week of January |
| timesheets are missing | Petra Žagar | since 28 September Élodie Marchand 10 days and 75 hours, Stefan Moser 5 days and 38.5 hours |
| an invoice is late | Friedrich Öhlinger | Saltmarsh Books: HL-2026-082, 6,082.20 pounds, 133 days past due |
| a renewal is near | Zoë Okonkwo | Northwind's website care ends on 30 November; the deal for 2027 is open: 76,800 pounds, 80 % likely |
| a cost is unknown | Marta Lindqvist, director | Yuki Tanaka has no cost rate, so what the launch film costs is not known |
| a project is forgotten | Petra Žagar | Audio guide for Castellan Museums: active, and nobody has touched it since 7 August |
| a deal slips | Luka Novak, account manager | Triglav's Shop migration was to close on 30 September and is still open |
| a mistake was credited | Friedrich Öhlinger | Lumen Bank: CN-2026-001 over 1,428.00 euros |
| a retainer is overdrawn | Daniela Krstić, project manager | Hotel Lipa's site support is 91.00 hours behind at the end of September |
| a week was never approved | Petra Žagar | 39.75 hours of Bor Kranjc, week 38, still submitted though September is closed |
"""

# ruff: noqa: E501 - a row of a table is one line
