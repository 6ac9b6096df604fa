"""Words that ask who is in a state, or on which side of a target, as data."""

from assistant.metrics.words_of_people import BEHIND
from assistant.planning.words import phrases

STATES_OF_PEOPLE = frozenset((*BEHIND, *phrases("""
    overbooked, over booked, over allocated, overallocated, double booked, overcommitted, over committed, over
    capacity, booked over capacity, overscheduled, over scheduled, absent, off, off work, away, on leave, on holiday,
    on vacation, on holidays, on pto,
    out of office, out of the office, ooo, not working, booked beyond capacity, booked above
    capacity, booked too much,
    overplanned, overassigned, booked more than available,
    free, is free, are free, available, is available, are available, still free, not fully booked, unbooked,
    unallocated,
    has space, have space, got space, any space, has some space, have some space, space left, underbooked,
    under booked, not booked up, has a gap, have a gap, has headroom, have headroom, has a free slot,
    have a free slot,
    has availability left, availability left, has room left, have room left, is not fully booked,
    are not fully booked,
    still has time, still has room, still has capacity, room, has room, have room, has some room, have some room,
    room left, has time, have time, has some
    time, have some time, has capacity, have capacity, has spare capacity, have spare capacity, has free capacity,
    have free capacity, has capacity left, have capacity left, has free time, have free time, has bandwidth, have
    bandwidth, has availability, have availability, can take on work, can take on more work, can take on more, can
    take more work, could take on work, could take on more work, could take on more,
    spare, is spare, are spare, going spare, under allocated,
    underallocated, under scheduled, underscheduled, sitting around, sits around, sit around, twiddling their thumbs,
    hanging around, bench, on the bench, on bench, benched, idle, idling, sitting idle, sitting on the bench,
    nothing to do, has nothing to do, have nothing to do, too little to do, has too little to do, have too little to do,
    not enough to do, needs work, need work, needs more work, need more work, short of work, little to do, underloaded,
    under loaded, too much to do, too much work, too much on their plate, too much on his plate, too much on her plate,
    a lot on their plate, without work, has no work, have no work,
    worked more than contracted, worked more than they are contracted, worked more than they're contracted,
    i have to chase, i need to chase, should i chase,
    we have to chase, we need to chase, should we chase, to be chased,
    overtime, worked overtime, working overtime, work overtime, doing overtime, did overtime, overworked, working too
    much, works too much, worked too much, worked more than available, worked beyond capacity, long hours, working
    long hours, worked long hours, put in overtime,
    missing, missing time, missing hours, missing timesheets, missing timesheet, incomplete timesheets,
    timesheets incomplete, timesheet incomplete, timesheets missing, timesheets are missing, owes hours, owe hours,
    owes timesheets, owe timesheets,
    owes time, owe time, owes us time, owe us time, who to chase,
    overserviced, over serviced, overservicing, over retainer, over the retainer,
    over scope, out of scope, beyond what was sold, beyond what we sold, more than what was sold, more than was sold,
    past what was sold, underused retainer, underutilised retainer, underutilized retainer, underspent retainer, unused
    retainer, underserviced retainer, run over, run over budget, overrun, will overrun, going to overrun,
    overrun their budget, overrun its budget, overrun the budget, will go over budget, go over budget, going over
    budget, will exceed the budget, will exceed their budget, will be over budget, expected to go over budget,
    forecast to go over budget, projected to go over budget, heading over budget, about to go over budget,
    overspending, paying late, pays late, pay late, late with payment, late with payments, late with paying,
    paid after the due date, paid after due date, paid too late, in
    arrears, late paying, late payments, late payers, owe, owes, owe us, owes us, owe us money, owes us money, owe me,
    owes me, owe me money, owes me money,
    at risk, in trouble, troubled, unhealthy, off track, red or amber,
    nothing logged, nothing tracked, logged nothing, tracked nothing, forgot to log, forgot to log time, forgot to
    log hours, forgot to track, forgot to track time, not logged, not tracked, not filled in, not submitted
""")))  # fmt: skip
"""Said of someone, these ask who is in that state at all."""


FULL = frozenset(phrases("""
    fully booked, fully booked up, fully booked out, fully allocated, fully scheduled, fully committed, fully planned,
    fully loaded, fully utilized, completely booked, totally booked, maxed out, flat out, at capacity, at full
    capacity, at full stretch, sold out, booked solid, booked out, booked to capacity, at their limit, at its limit,
    is full, are full, be full, completely full, full time, is full time, are full time, plate is full, plates are full,
    's full
"""))  # fmt: skip
"""Said of someone, these ask for those whose days are all taken."""

NOT_ALWAYS_ON_TIME = frozenset(phrases("""
    finished tasks late, finish tasks late, finishes tasks late, completed tasks late, complete tasks late, delivered
    tasks late, deliver tasks late, delivers tasks late, closed tasks late, close tasks late
"""))  # fmt: skip
"""Said of someone, these ask for those with any task that was not done on time."""

BELOW_TARGET = frozenset(phrases("""
    below target, under target, below their target, below utilization target, missing the target, missing their
    target, miss their utilization target, miss their target, miss the target, miss the utilization target, miss target,
    missed their utilization target, missed their target, missed the target, missed the utilization target,
    missed target, fell short of target, fall short of target, falling short of target, falls short of target, short of
    target, fell short of goal, fall short of goal, falls short of goal, falling short of goal, short of goal, below
    goal, missed goal, missing goal, short of goal for billable work, fell short of goal for billable work, fell short
    of goal for billable hours, fell short of goal for chargeable work, fell short of target for chargeable work, fell
    short of target for billable work, fell short of target for billable hours, underutilized, under utilized,
    underutilization, under utilization
"""))  # fmt: skip
ABOVE_TARGET = frozenset(phrases("""
    above target, over target, above their target, above utilization target, overutilized, over utilized,
    overutilization
"""))  # fmt: skip
"""Said of someone, these ask for those who lack hours to their target, or have more."""

AT_A_LOSS = frozenset(phrases("""
        lost money, losing money, lose money, loses money, made a loss, make a loss, making a loss, unprofitable,
        loss making, in the red, not profitable, bleeding money, bleeding cash, bleed money,
        cost us money, costs us money, costing us money, under water, underwater
    """))  # fmt: skip
"""Said of someone, these ask for a profit below nothing."""

PROFITABLE = frozenset(
    phrases("""
    profitability, profitable, how profitable, profitability rate, making money, making any money, making us money, make
    us money, makes us money, in the black, did we make money, do we make money, have we made money, did we make any
    money, do we make any money
""")
)
"""Words that ask for margin and profit alike."""

UNDERBILLED = frozenset(phrases("underbilled, under billed, underinvoiced, under invoiced"))
"""Said of work, these ask for what is earned and not billed."""

OVERDRAWN = frozenset(phrases("overdrawn, in deficit, in overdraft"))
"""Said of retainers, these ask for a balance below nothing."""

IN_PROFIT = frozenset(phrases("made a profit, make a profit, makes a profit, making a profit, turned a profit"))
"""Said of someone, these ask for a profit above nothing."""

HEALTHY = frozenset(phrases("healthy, on track"))
"""These ask for what raises no concern."""

ON_TARGET = frozenset(phrases("""
    on target, meeting the target, meeting their target, meeting target, hitting the target, hitting
    their target, hit their target, meet their target, reach their target, reached their target, reaching their target
"""))  # fmt: skip
"""These ask whether, or who, is at the target or above."""
