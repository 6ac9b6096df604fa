"""Many words for one thing as one word, so that only what is said counts when meaning is compared, and not how.

Examples and questions are put so before the local model of meaning reads them. Nothing else is: what is put so is
never shown, and a word that is put wrongly only makes a text a little less near to its like.
"""

import re
from collections.abc import Mapping
from functools import cache

_PLAIN = {
    "money": """
        dosh, dough, cash, bucks, quid, moolah, bread, bacon, funds, euro, euros, dollars, pounds, loot, cent, cents,
        pennies
    """,
    "a lot of money": "a fortune, an arm and a leg, a bomb, a packet, big bucks",
    "invoice": "bill, account rendered, fee note, note of fees",
    "invoices": "bills, fee notes, notes of fees, billings",
    "invoiced": "billed, charged, stung",
    "clients": "customers, accounts, buyers, patrons",
    "client": "customer, buyer, patron, studio",
    "suppliers": "vendors, third parties, subcontractors, contractors, freelancers, externals",
    "supplier": "vendor, third party, subcontractor, freelancer",
    "projects": "jobs, gigs, engagements, productions, matters, shows, assignments for clients, mandates, cases",
    "project": "job, gig, engagement, production, matter, show, mandate",
    "tasks": "to-dos, to dos, todos, chores, tickets, items, action items, action points, errands, cards",
    "task": "to-do, to do item, todo, chore, ticket, item, action item, errand",
    "budget": "pot, purse, kitty, tin, piggy bank, coffers, pie, cake, wallet",
    "budgets": "pots, purses, kitties",
    "deals": """
        tenders, pitches, bids, prospects, opportunities, leads, enquiries, inquiries, chances, proposals, offers,
        quotes
    """,
    "deal": "tender, pitch, bid, prospect, opportunity, lead, enquiry, inquiry, proposal",
    "sales": "sellers, salespeople, sales people, new business",
    "won": "bagged, landed, snapped up, clinched, reeled in, nailed",
    "win": "bag, land, clinch, reel in, snap up",
    "lost to others": "snatched, slipped through our fingers, slipped away, got away, fell through",
    "used up": """
        eaten, eaten up, eaten through, gobbled, gobbled up, munched, munched through, swallowed, devoured, soaked up,
        chewed up, chewed through, burned, burnt, burned through, burnt through, torched, consumed, guzzled, sucked up,
        gone through, got through, chomped, drained, depleted, exhausted
    """,
    "use up": """
        eat, eat up, eat through, gobble, gobble up, munch, swallow, devour, soak up, chew up, chew through, burn,
        burn through, consume, guzzle, suck up, go through, get through, chomp, drain
    """,
    "using up": """
        eating, eating up, eating through, gobbling, gobbling up, munching, munching through, swallowing, devouring,
        soaking up, chewing up, chewing through, burning, burning through, consuming, guzzling, sucking up, going
        through, getting through, chomping, draining
    """,
    "pay": "cough up, fork out, fork over, shell out, stump up, settle up, foot, part with, lay out",
    "paid": "coughed up, forked out, forked over, shelled out, stumped up, settled up, footed, laid out, transferred",
    "paying": "coughing up, forking out, forking over, shelling out, stumping up, footing, settling up",
    "work": "toil, slog, graft, labour, labor, sweat, elbow grease, grind, drudgery, slave away",
    "worked": "toiled, slogged, grafted, laboured, slaved, slaved away, sweated, plugged away",
    "working": "toiling, slogging, grafting, labouring, slaving, slaving away, grinding, plugging away",
    "people": "folks, folk, guys, souls, noses, mouths, bodies, lads, colleagues, staff, employees, hands, crew",
    "person": "colleague, employee, soul",
    "team": "squad, department, unit, gang",
    "teams": "squads, departments, units",
    "vacation": "holiday, holidays, vacations, time off, days off, pto, annual leave, leave",
    "sick": "ill, unwell, poorly, under the weather",
    "illness": "sickness, ailment",
    "absent": "away, off, out of office, out of the office, missing from work, not in",
    "profit": "gain, bottom line, surplus, net result",
    "profitable": "lucrative, juicy, worthwhile, worth our while, worth it, remunerative",
    "profitability": "lucrativeness, return, returns",
    "loss": "losses, out of pocket, in the red",
    "revenue": "takings, turnover, earnings, income, top line, haul, proceeds",
    "signed": "inked, sealed, put to paper",
    "contract": "agreement, statement of work, sow, paper",
    "contracts": "agreements, statements of work, sows, papers",
    "renew": "re-up, prolong, extend, re-sign, sign again",
    "renewal": "prolongation, extension, signing again, re-upping",
    "extras": "add-ons, addons, additions, additional orders, extra orders, change orders, change requests, variations",
    "promised dates": "deadlines, landmark dates, big dates, key dates, big moments, gates, checkpoints",
    "calendar": "diary, roster, rota, resource plan, resourcing plan, resourcing calendar",
    "calendars": "diaries, rosters, rotas",
    "timesheet": "timecard, time card, sheet, hour sheet",
    "timesheets": "timecards, time cards, sheets, hour sheets",
    "chargeable": "billable, fee earning, fee-earning, invoiceable, for a fee, paid for by clients, client-paid",
    "goal": "target, quota, objective, mark",
    "goals": "targets, quotas, objectives",
    "estimates": "guesses, guesstimates, guesswork",
    "estimate": "guess, guesstimate",
    "finished": """
        wrapped, wrapped up, put to bed, in the can, over the line, done and dusted, ticked off, completed, closed
    """,
    "finish": "wrap, wrap up, tick off, complete, close out, conclude, get over the line",
    "late": "behind, tardy, delayed, past due, overdue, belated",
    "start": "kick off, kick-off, get off the ground, get going, commence, begin, get under way",
    "starting": "kicking off, getting off the ground, getting going, commencing, beginning",
    "started": "kicked off, got off the ground, commenced, began, begun",
    "free": "spare, unoccupied, elbow room, breathing space, wiggle room, leeway, slack, going spare",
    "idle": "twiddling their thumbs, kicking their heels, sitting around, without anything to do, at a loose end",
    "too busy": """
        swamped, snowed under, drowning, overloaded, overworked, overstretched, stretched too thin, bursting at the
        seams, up to their ears, over-committed, chock-a-block, chockablock
    """,
    "not active": "asleep, dormant, gone quiet, silent, in limbo, cobwebs, gathering dust, off the radar, on ice",
    "blocked": "gridlocked, jammed, stuck, held up, stalled",
    "probability": "odds, likelihood, chance of success",
    "pipeline": "funnel",
    "certain": "nailed down, locked in, a dead cert, dead cert, guaranteed, secured, safe, in the bag",
    "uncertain": "up in the air, pencilled in, penciled in, provisional, maybe, maybes, on hold, iffy, soft",
    "share": "slice, chunk, portion, fraction, proportion, cut, part, percentage",
    "wages": "salaries, wage, payroll, pay packets, wage tab",
    "approved": "signed off, okayed, ok'd, green-lit, greenlit, given the thumbs up",
    "approval": "sign-off, okay, thumbs up, green light, a yes, signature of the boss",
    "free of charge": "on the house, gratis, for nothing, for free, pro bono, freebie, freebies, charity",
    "slow": "sluggish, dragging their feet, dilly-dally, dithering",
    "vat": "gst, sales tax, value added tax, taxman",
}
"""By the plain word, what else people say for it."""


@cache
def _table() -> tuple["re.Pattern[str]", Mapping[str, str]]:
    meant = {" ".join(one.split()): plain for plain, words in _PLAIN.items() for one in words.split(",")}
    longest_first = sorted(meant, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])"), meant


def in_plain_words(text: str) -> str:
    """A text in small letters, with each of these words as its plain one."""
    pattern, meant = _table()
    return pattern.sub(lambda found: meant[found[0]], text.lower())
