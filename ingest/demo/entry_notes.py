"""What people write beside their time, by project and craft; phrases are parted by semicolons."""

# ruff: noqa: E501 - a row of a table is one line

from ingest.demo.text_table import table

_PROJECTS = table(
    "project craft phrases",
    """
NW-WEB    | design   | Homepage, second round; Category page with filters; Icons for the size guide; Mobile menu; Basket states; Colour contrast checks; Review with Priya from Northwind; Photo crops for the hiking range
NW-WEB    | dev      | Product import; Redirects from the old shop; Search with typos; Basket and vouchers; Page speed on the category list; Bugs from test day; Store finder map; Tracking after consent; Staging server
NW-WEB    | pm       | Weekly call with Northwind; Release plan; Ticket sorting; Budget check; Content deadlines with Priya; Go-live checklist
NW-WEB    | strategy | Shop analytics; Interviews with store staff; Content inventory; Tone of voice for product texts
NW-CARE   | design   | Banner for the spring sale; New teaser format; Landing page for backpacks; Newsletter header
NW-CARE   | dev      | Security updates; Broken image sizes; Voucher bug at checkout; Slow category page; Backup test; Cookie banner update
NW-CARE   | motion   | Looping header for the winter range; Short clip for the jacket launch; Captions for product clips
NW-CARE   | pm       | Monthly care report; Priorities with Priya; Hours left this month
NWL-APP   | design   | Sample list on small screens; Glove-friendly buttons; Empty states; Feedback from field team Tromsø; Icons for weather and soil; Photo annotations, extra round; Onboarding for new stations
NWL-APP   | dev      | Sync queue; Conflict cases; Photo upload in the background; Bluetooth scale, not in the scope; Crash on old tablets; Extra sensor types they asked for; Export columns for the lab; Login with station codes; Map tiles, first look
NWL-APP   | pm       | Call with Dr. Haugen; Scope talk: what was sold and what was not; Replanning the beta; Weekly status; Change request for offline maps; Notes after the station visit
ADR-BOOK  | design   | Date picker, keyboard use; Route picker with islands; Fare comparison; Vehicle form; Passenger step, short version; Prototype for the test in Split; Error messages with their service desk
ADR-BOOK  | dev      | Fare rules: children and residents; Seat inventory interface; Old booking system, odd answers; Load test; Timetable cache; Session handling; Vehicle lengths and surcharges; Workshop with their IT
ADR-BOOK  | pm       | Sprint planning; Call with Marin; Budget against sprint; Test plan; Vehicles and trailers: what it would take
ADR-BOOK  | strategy | Booking funnel numbers; User test in Split; Drop-off at the vehicle step; Findings for Marin
ADR-BOOK  | account  | Monthly review with Adria; Offer for the add-ons
ADR-SEO   | strategy | Harbour guide: Zadar; Harbour guide: Ancona; Winter timetable pages; Search report; Internal links; Texts for the night ferry; Keyword list for islands; Photo captions
ADR-SEO   | pm       | Editorial plan; Monthly report
ADR-SEO   | account  | Report call with Adria; Topics for next quarter
BWE-PORT  | design   | Bill page; Tariff switch flow; Form patterns; Usability test in Leeds; Moving house flow; Charts for usage; Large type mode
BWE-PORT  | dev      | Login with customer number; Meter readings; Payment plan; Interface to billing; Accessibility fixes; Test data; Deployment; Monitoring; Bugs from the pilot; Letters as PDF
BWE-PORT  | pm       | Steering group; Risk list; Test coordination; Release notes; Minutes; Planning of phase two
BWE-PORT  | strategy | Call centre listening; Letters rewritten in plain words; Survey of pilot customers; Measures of success
BWE-PORT  | account  | Steering group; Contract for phase two
BWE-DS    | design   | Button states; Form fields; Table patterns; Type scale; Tokens for colour; Component review with their team
BWE-DS    | motion   | Motion principles; Loading states; Transitions for drawers
KHZ-SHOP  | design   | Product pages for beans; Gift boxes; Checkout on the phone; Photo direction; Packaging colours on screen
KHZ-SHOP  | dev      | Theme; Shipping zones; Till connection; Tax on mixed baskets; Voucher codes; Printer for labels; Stock goes negative, found it; Order mails
KHZ-SHOP  | pm       | Weekly call with Frau Berger; Test orders; Handover plan; Training in the café
MER-PORT  | design   | Ward tablet layout; Result cards; Reading level of labels; Colour codes for results; Test with nurses
MER-PORT  | dev      | Appointment slots; Message threads; Result import; Audit trail; Time zones again; Consent screens; Load on Monday mornings; Penetration test findings
MER-PORT  | pm       | Call with Meridian, evening; Security review papers; Release plan; Vendor call with the lab system
MER-PORT  | strategy | Plain words for results; Patient interviews; Help texts; Letter templates
MER-PORT  | account  | Quarterly review with Meridian; Phase two ideas
MER-FILM  | motion   | Storyboard; Animatic; Character rigs; Scene two, night shift; Colour grading; Sound mix with the studio; Subtitles; Render and fixes; Version for the waiting room
MER-FILM  | strategy | Script; Interviews with three patients; Voice-over text; Spanish text check
MER-FILM  | pm       | Music licence; Schedule with the studio; Sign-off of scene one
TRI-GROW  | design   | Test variants for the boots page; Newsletter layout; Story page: hut to hut; Banner set; Size chart
TRI-GROW  | dev      | Filter speed; Newsletter form test; Tracking of returns; Product feed; Stock badge; A/B test setup; Bug on the gift card page
TRI-GROW  | strategy | Test ideas; Results of the June test; Audience notes
TRI-GROW  | pm       | Monthly plan with Maja; Test calendar; Retainer hours
FJP-BRAND | design   | Wordmark sketches; Type trials; Pattern from wood grain; Brand book pages; Labels and tags; Business cards; Presentation for the founders
FJP-BRAND | strategy | Brand interviews; Name of the outlet line; Tone of voice; Competitor shelf visit
FJP-BRAND | pm       | Call with Ingrid; Printer offers; Schedule for the brand book
FJP-CONF  | design   | Fabric picker; Legs and cushions; Price summary; Views on the phone; Loading of the model
FJP-CONF  | dev      | 3D model loading; Price calculation; Save and share; Fabric data import; Old phones; Order hand-off
FJP-CONF  | pm       | Call with Ingrid; Acceptance list; Fabric data from the supplier; Cap check
LUM-A11Y  | design   | Focus order; Contrast of charts; Error texts; Transfer form; Zoom at 400 percent
LUM-A11Y  | dev      | Screen reader pass; Heading levels; Form labels; Report entries; Live regions; Skip links
LUM-A11Y  | pm       | Finding list with the bank; Retest dates; Statement draft
LUM-A11Y  | strategy | Workshop for the content team; Plain language examples; Participants for the test
LUM-ONB   | design   | Start screen; Document camera frame; Progress steps; Joint account flow; Test with older customers; Empty and error states; Consent text layout
LUM-ONB   | dev      | Identity service; Camera capture; Retry after a lost call; Form validation; Signature step; Session limits; Video call quality; Bugs from the pilot branch
LUM-ONB   | strategy | Plain language for consent; Drop-off report; Interviews in two branches; Help texts for video calls
LUM-ONB   | pm       | Sprint planning; Compliance questions; Steering group; Test accounts; Release to the pilot branch; Minutes
LUM-ONB   | lead     | Steering group with the board member; Contract talk
SAL-CLUB  | design   | Club page; Reading list cards; Member card
SAL-CLUB  | dev      | Member area; Reading lists; Event calendar; Payment for membership; Mail after joining; Import of old members
SAL-CLUB  | strategy | Reader interviews; Club rules in plain words
SAL-CLUB  | pm       | Call with Saltmarsh; Open points before launch; Invoice question
HAL-SITE  | dev      | New grid for case studies; Image loading; Team page
HAL-SITE  | pm       | Case study texts; Photo session plan; Permissions from clients
HAL-NEW   | account  | Call with a prospect; Offer; Follow-up after the fair; Pitch deck; Numbers for the offer; Lunch with Alpine Rail; Forecast
HAL-NEW   | lead     | Pitch; Pipeline review; Partner call; Offer review
HAL-NEW   | strategy | Pitch research; Workshop for a prospect; Offer text
HAL-NEW   | design   | Pitch boards
""",
)

_CRAFTS = table(
    "setting craft phrases",
    """
client   | design   | Design review; Feedback from the client; Handover to development; Sketches; Files tidied up; Alignment with dev
client   | dev      | Code review; Pairing with May; Bug fixing; Tests; Refactoring; Deployment; Call with their IT
client   | pm       | Status mail; Planning; Client call; Minutes; Alignment with the team; Estimates
client   | strategy | Research; Notes from interviews; Workshop preparation; Client call; Text edits
client   | motion   | Edit; Feedback round; Exports; Call with the client
client   | account  | Client call; Client lunch; Offer details; Contract questions
client   | lead     | Client meeting; Escalation call
client   | finance  | Invoice questions
internal | design   | Team meeting; Design critique; Portfolio; Learning: prototyping; One-to-one
internal | dev      | Team meeting; Tooling; Learning: accessibility; One-to-one; Laptop set up anew; Studio wifi
internal | pm       | Capacity planning; Team meeting; Timesheet check; Retro; One-to-ones; Onboarding of a new colleague; Holiday calendar
internal | strategy | Team meeting; Reading group; Learning: analytics; Newsletter of the studio; One-to-one
internal | motion   | Team meeting; Reel; Render machine
internal | account  | Team meeting; CRM tidied up; Weekly numbers; Mails
internal | lead     | Management meeting; Hiring interviews; Year plan; Bank appointment; One-to-ones
internal | finance  | Invoices; Payroll; Month end; VAT return; Bank matching; Travel costs; Talk with the auditor; Reminders
""",
)


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in text.split(";"))


OF_PROJECTS = {(row["project"], row["craft"]): _phrases(row["phrases"]) for row in _PROJECTS}
OF_CRAFTS = {(row["setting"], row["craft"]): _phrases(row["phrases"]) for row in _CRAFTS}
