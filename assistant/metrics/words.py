"""What people call each metric: the only home of synonyms; planner, prompts, pages and evaluation read them here."""

from collections.abc import Mapping

from assistant.metrics import (
    words_of_firms,
    words_of_leave,
    words_of_money,
    words_of_paying,
    words_of_studios,
    words_of_the_end,
    words_of_things,
)
from assistant.metrics.words_of_people import WORDS_OF_PEOPLE

_WRITTEN = {
    "tracked_hours": """
        hours | time | tracked | actual | tracked time | time tracked | hours tracked | worked | hours worked |
        worked hours
        | worked time | time worked | logged | logged hours | hours logged | time logged | logged time | hours spent
        | time spent | spent hours | spent time | actual hours | hours recorded | recorded hours | recorded time |
        time recorded | hours reported | reported hours | reported time | hours clocked | clocked hours | clocked
        time | clocked | hours put in | time put in | put in hours | total hours | total time | time entries | time
        entry | timesheet | timesheet hours | time report | hours report | effort | person hours
        | man hours | labor hours | labour hours | labor time | working time | attendance | attendance time |
        amount of work | busiest | most active | time eaters | time sinks | time hogs | time
        guzzlers | time drains
    """,
    "billable_hours": """
        billable time | hours billable | time billable | chargeable hours | chargeable time | billables | billable
        work | chargeable work | client billable hours | hours that are billable | hours that were billable | hours
        we can bill | hours we can charge
    """,
    "available_hours": """
        capacity | available time | net capacity | availability | hours available | time available | working
        capacity | capacity hours | capacity in hours | net available hours | net availability | hours of capacity |
        staff capacity | people capacity | resource capacity | available capacity | cap
    """,
    "contracted_hours": """
        gross capacity | contract hours | contractual hours | contracted time | contracted capacity | hours under
        contract | hours in contracts | gross hours | standard hours | nominal hours
    """,
    "billability": """
        billable share | share billable | share of billable hours | share of billable time | share of hours that are
        billable | share of hours that is billable | share of hours billable | share of time billable | share of our
        hours that was billable | share of hours that was billable | share of hours that were billable | share of
        time that is billable | share of time that was billable | share of work that is billable | share of work
        that was billable | share of tracked time that is billable | share of tracked hours that is billable |
        billable ratio | billable percentage | billable percent | percent billable | percentage billable |
        percentage of billable hours | percent of billable hours | percentage of hours that are billable | percent
        of hours billable | percentage of hours billable | percent of time billable | percentage of time billable |
        billable hours percentage | billable hours percent | billable proportion | proportion of billable hours |
        billability rate | chargeability | chargeable share | chargeability rate | how billable | billable mix |
        billable to tracked ratio | billable hours ratio | billable hours share | how much of our time is billable |
        how much of our time was billable | how much of the time is billable | how much of the time was billable |
        how much of our work is billable | how much of our work was billable | how much of the work was billable |
        how much time was billable
    """,
    "billable_utilization": """
        utilization | utilization rate | billable utilization rate | utilization percentage | utilization percent |
        utilization level | utilization report | utilization figure | utilized | fully utilized | how utilized |
        util | billable util | staff utilization | resource utilization | utilization of capacity | capacity
        utilization billable | how much of our capacity is billable | how much of our capacity was billable | how
        much of the capacity is billable | share of capacity that is billable | share of capacity billed | billable
        share of capacity
    """,
    "overbooked_hours": """
        overbooked | overbooking | overbookings | hours overbooked | over booked | over allocation | overallocation
        | over allocated | overallocated | over allocated hours | overallocated hours | double booked | double
        booking | overcommitted | over committed | over capacity | overcapacity | booked over capacity | booked
        beyond capacity | booked above capacity | booked more than available | booked more than they are available |
        booked too much | overscheduled | over scheduled | overplanned | overassigned | too much to do | too much work |
        too much on their plate | too much on his plate | too much on her plate | a lot on their plate
    """,
    "fte": """
        fte count | full time equivalent | fulltime equivalent | number of fte | full time staff equivalent | full
        time equivalents | full time | is full time | are full time
    """,
    "absence_hours": """
        hours of absence | hours off | leave hours | hours of leave | hours absent | absent hours | absence in hours
        | time off in hours | leave in hours | hours away | hours on leave | hours of time off | time off hours |
        hours lost to absence | hours lost to leave | how many absence hours | number of absence hours | how many
        leave hours | number of leave hours
    """,
    "absence_days": """
        absence | absent | days of absence | days absent | days off | day off | time off | leave | leave days | days
        of leave | days on leave | on leave | on holiday | on vacation | on holidays | on pto | leave taken | time off
        taken |
        days away | away | off | off work | not working | out of office | out of the office | ooo | absence in days |
        working days missed | days missed | days out | absent days | leaves | approved time off |
        approved leave | approved absence | approved absences | approved vacation | approved holidays |
        how many absence days | number of absence days | how many leave days | number of leave days
    """,
    "absence_rate": """
        lost time rate | absenteeism | absenteeism rate | rate of absence | absence percentage | absence percent |
        absence ratio | absence quota | absence share | leave rate | absent rate | share of time absent | share of
        contracted time absent | share of hours absent | time off rate | capacity lost to leave | capacity lost to
        absence | capacity was lost to leave | capacity did we lose to leave | capacity do we lose to leave
    """,
    "entry_lag_days": """
        tracks time late | track time late | tracking time late |
        logs time late | log time late | logging time late | logs late | logs hours late | log hours late |
        enters time
        late | enter time late | enters hours late | fills in timesheets late | late with logging |
        how late do people enter their hours | how late do people enter hours | how late do people enter their time |
        how
        late do people log their hours | how late do people log their time | how late people enter their hours |
        books late | book late | books time late | book time late | books hours late | books their time late | books
        their hours late | enters late | enter late | submits late | submit late | submits timesheets late | submits
        their timesheets late | logs their time late | logs their hours late | enters their time late | late
        logging |
        entry lag | entry delay | timesheet lag | timesheet delay | time entry lag | time entry delay | timesheet
        entry lag | timesheet entry delay | logging delay | logging lag | late timesheets | late time entries | late
        time entry | lateness of timesheets | lateness of time entries | delay of timesheets | delay in time entry |
        delay in logging time | delay in timesheets | timesheet lateness | timesheet timeliness | how late are
        timesheets | how late are timesheets entered | how late are timesheets filled in | how late are timesheets
        submitted | how late are time entries | how late are hours entered | how late are hours logged | how late is
        time entered | how late is time logged | how late is time recorded | how late do people log time | how late
        do people log hours | how late do we log time | how late do people enter time | how late do people enter
        timesheets | how late do people fill in timesheets | how late does time get entered | how late does time get
        logged | how quickly is time logged | how quickly is time entered | how quickly do people log time | how
        quickly are timesheets entered | how soon is time logged | how soon is time entered | how soon do people log
        time | how long does it take to log time | how many days late are timesheets | how many days late is time
        entered | days late logging time | latest with timesheets | latest to log time |
        logs time latest | log time latest |
        logs hours latest | logs latest | enters time latest | enters hours latest
    """,
    "budget_total": """
        budget | total budget | budget amount | budget value | budget size | contract value | contract amount |
        contracted amount | contracted value | agreed budget | agreed amount | agreed value | agreed fee | budgeted
        amount | budget sold | sold budget | sold amount | sold value | amount sold | value sold | order value |
        order amount | sow value | sow amount | project value | how big is the budget | how large is the budget |
        size of the budget | value of the contract | money budget | budget cap
    """,
    "budget_used": """
        spent | spend | spending | burned | did we burn | have we burned | have we burnt |
        budget spent | spent budget | used budget | budget burned | burned budget |
        budget consumed | consumed budget | budget spend | amount used | amount spent | amount burned | amount of budget
        used | used so far | spent so far | burned so far | used of the budget | used from the budget | spent of the
        budget | spent from the budget | spent on the budget | value of work done | value of the work done | budget
        used amount | budget eaten
    """,
    "budget_used_percent": """
        closest to budget | nearest to budget | closest to its budget | closest to their budget |
        budget used percentage | percent of budget used | percentage of budget used | share of budget used | percent
        of the budget spent | percentage of the budget spent | share of the budget spent | percent of the budget
        burned | percentage of the budget burned | share of the budget burned | budget usage | budget utilization |
        budget consumption | budget progress | budget percent | budget percentage | percent of budget | percentage
        of budget | share of budget | burn | budget burn percentage | burn percent | burn percentage | how much
        of the
        budget is used | how much of the budget is spent | how much of the budget is burned | how much of the budget
        is gone | how much of the budget was used | how much of the budget was spent | how much of the budget has
        been used | how much of the budget has been spent | how much of the budget has been burned | how much of the
        budget have we used | how much of the budget have we spent | how much of the budget have we burned | how
        much of the budget did we use | how much of the budget did we spend | how much budget is used | how much
        budget is spent | how much budget is gone | how much budget have we used | how much budget have we spent |
        how much budget has been used | how much budget did we use | how much budget did we spend | how far through
        the budget | how far into the budget | how far are we into the budget | how far are we through the budget |
        budget used up | used up budget | used up | how much of budget is used | how much of budget is spent |
        how much
        of budget is gone | how much of budget is burned | how much of budget has been used | how much of budget has
        been spent
    """,
    "budget_hours_used_percent": """
        hours used percent | hours used percentage | budget hours percent | percent of budget
        hours | percent of budget hours used | percentage of budget hours used | share of budget hours used |
        percent of hours used | percentage of hours used | share of hours used | share of sold hours used | percent
        of sold hours used | percentage of sold hours used | sold hours used | budgeted hours used | percent of
        budgeted hours used | percentage of budgeted hours used | hours budget used | used hours budget | hours
        budget usage | hours used of the budget | hours used against budget | hours used vs budget | hours used
        versus budget | hours against budget | hours vs budget | hours versus budget | tracked hours against budget
        | tracked vs budget | how much of the hours budget is used | how much of the hours are used | how much of
        the sold hours are used | how much of the sold hours is used | how much of the budgeted hours is used
    """,
    "burn_index": """
        pace | budget pace | budget burn | burn pace | burn speed | budget speed | burning | burning too fast
        | burning so fast | burning so quickly | burning that fast
        | burning too quickly | burning budget | burning the budget | burning budget too fast | burning budget too
        quickly | burning the budget too fast | burning the budget too quickly | burning through | burning through
        budget | burning through the budget | burning through the budget too fast | burning through the budget too
        quickly | burn through the budget too fast | burn through the budget too quickly | burning fast | burning
        money too fast | burning cash too fast | spending pace | spending speed | spending too fast | spending too
        quickly | spending the budget too fast | spending the budget too quickly | using up the budget too fast |
        using up the budget too quickly | using the budget too fast | using the budget too quickly | eating through
        the budget | eating through the budget too fast | going through the budget too fast | going through the
        budget too quickly | ahead of budget | on pace | budget health | budget status | budget check | too fast |
        too quickly | burn status | on budget | within budget | in budget |
        burn against elapsed time | budget used vs elapsed time | budget used against elapsed time |
        budget used versus elapsed time | budget vs elapsed time | budget vs time elapsed |
        burn against time | burn vs time | burn versus time | burn against time passed |
        burn against time elapsed | burn against the time passed | burn against the calendar | burn vs elapsed time
        | burn versus elapsed time | burn vs time elapsed | burn vs time passed | burn compared to time | burn
        compared with time passed | budget used against time passed | budget used against time elapsed | budget used
        vs time elapsed | budget used vs time passed | budget burn against time | faster than the calendar | faster
        than time passes | faster than planned | burning faster than planned | burning faster than the calendar |
        burning faster than time | ahead of the calendar | burning too quick | burning quick
    """,
    "burn_index_hours": """
        burn index in hours | hours burn index | pace in hours | burn in hours | hours pace | hours burn | burning
        hours | burning hours too fast | burning hours too quickly | burning through hours | burning through hours
        too fast | burning through hours too quickly | burning through the sold hours | burning through the hours
        too fast | hours going too fast
    """,
    "revenue": """
        recognized revenue | income | turnover | top line | earned revenue | revenue earned | earned | earned income
        | total fees earned
        | total revenue | revenue recognized | recognized income | fee income | fees earned | fees | billed value |
        billable value | billable amount | billable revenue | value of billable hours | value of billable time |
        generated revenue | revenue generated | revenue made | actual revenue | bring in | brought
        in | brings in | did we turn over | turned over | turn over | have we turned over
    """,
    "labor_cost": """
        labour | labor |
        labor costs | staff cost | personnel cost | people cost | payroll cost | wage cost | salary cost | team
        cost |
        wage bill | wages bill | salary bill | payroll bill | staff bill | employee cost | time cost | cost of labor
        | cost of time | cost of hours | cost of the hours | cost of people | cost of staff | cost of our people |
        cost of the team | cost of the time | cost of work | cost of the work | internal cost of time | delivery
        labor cost | labor expense | labor spend
    """,
    "average_cost_rate": """
        cost rate | average hourly cost | average hourly cost rate | average cost per hour | average cost of an hour |
        average labor cost per hour | labor cost per hour | labor cost an hour | hourly labor cost | cost per hour |
        cost an hour | cost of an hour | costs per hour | cost per tracked hour | hourly cost | hourly cost rate |
        blended cost rate | internal hourly rate | internal hourly cost | does an hour cost us | does an hour cost |
        an hour cost us
    """,
    "profit": """
        lost money | losing money | in the red | lose money | loses money | made a loss | make a loss | making a loss |
        unprofitable | loss making | not profitable | bleeding money | bleeding cash | bleed money | cost us money |
        costs us money | costing us money | under water | underwater |
        did we net | have we netted | netted | do we net |
        profits | gross profit | gp | profit amount | profit made | bottom line | revenue minus cost | revenue less cost
        | money left after cost | made a profit | make a profit | makes a profit | making a profit | turned a profit |
        profit earned | surplus
    """,
    "margin": """
        profit margin | gross margin | gross profit margin | margin percentage | margin percent | margin rate |
        margin level | profit percentage | profit percent | profit rate | profit share of revenue | return on
        revenue | profitability | profitable | how profitable | profitability rate | making money | making any
        money |
        making us money | make us money | makes us money | in the black | did we make money | do we
        make money | have we made money | did we make any money | do we make any money
    """,
    "confirmed_revenue": """
        already sold | sold already | already contracted | already signed | contracted revenue | booked revenue |
        committed revenue | secured revenue | signed revenue | scheduled
        revenue | planned revenue | sold revenue | locked in revenue | revenue under contract | revenue on the books
        | confirmed income | confirmed forecast | revenue from confirmed work | revenue from signed work | revenue
        confirmed | revenue booked | revenue secured | revenue already signed
        | locked in | revenue locked in | revenue is locked in | is locked in | guaranteed revenue | in the bag |
        revenue in the bag | already in the bag | revenue from signed contracts | revenue from signed projects |
        revenue from signed deals | revenue from existing contracts | revenue from existing projects | revenue from
        contracts | revenue we have signed | signed income | contracted income | firm revenue | firm bookings revenue
    """,
    "weighted_pipeline": """
        weighted pipeline value | pipeline weighted | weighted deals | weighted deal value | weighted sales |
        weighted opportunities | weighted sales pipeline | probability weighted pipeline | probability weighted
        deals | pipeline by probability | weighted forecast | pipeline revenue | pipeline forecast | expected
        pipeline | expected revenue from deals | revenue from pipeline | revenue from the pipeline | revenue
        expected from deals | revenue expected from the pipeline
    """,
    "projected_revenue": """
        forecasting | are we forecasting | revenue are we forecasting | revenue do we project | do we project | are
        we projecting | going to bill | going to invoice | will we bill | will we invoice | will bill | will invoice |
        will be billed | will be invoiced | expect to bill | expect to invoice | plan to bill | plan to invoice |
        revenue forecast | forecast revenue | forecasted revenue | forecast of revenue | expected revenue | revenue
        expected | revenue projection | projection of revenue | projections of revenue | revenue outlook | outlook
        of revenue | revenue projected | projected income | projected sales | projected turnover | expected income |
        expected turnover | income forecast | turnover forecast | predicted revenue | estimated revenue |
        anticipated revenue | future revenue | upcoming revenue | sales forecast | forecast | projection | total
        forecast | revenue we expect | revenue we can expect | revenue do we expect | revenue can we expect |
        revenue should we expect | much will we make | much will we earn | much are we going to make | much are we
        going to earn | much do we expect to make
        | revenue including pipeline | revenue including the pipeline | revenue incl pipeline | revenue with pipeline
        | revenue with the pipeline | revenue plus pipeline | forecast including pipeline | forecast including the
        pipeline | forecast including weighted pipeline | forecast including the weighted pipeline | forecast incl
        pipeline | forecast with pipeline | forecast with the pipeline | forecast with weighted pipeline | revenue
        including weighted pipeline | revenue including the weighted pipeline | confirmed plus pipeline | confirmed
        and pipeline | confirmed plus weighted pipeline | confirmed vs pipeline | confirmed versus pipeline |
        confirmed revenue vs pipeline | confirmed revenue plus pipeline
    """,
}


def _listed(written: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(" ".join(one.split()) for one in words.split("|")) for name, words in written.items()}


_COMMON: Mapping[str, tuple[str, ...]] = {
    **_listed({
        **_WRITTEN,
        **words_of_leave.WRITTEN,
        **words_of_money.WRITTEN,
        **words_of_paying.WRITTEN,
        **words_of_the_end.WRITTEN,
        **words_of_things.WRITTEN,
    }),
    **WORDS_OF_PEOPLE,
}  # fmt: skip
_OF_TRADES = (_listed(words_of_studios.WRITTEN), _listed(words_of_firms.WRITTEN))

ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    name: tuple(dict.fromkeys((*_COMMON.get(name, ()), *(one for trade in _OF_TRADES for one in trade.get(name, ())))))
    for name in {**_COMMON, **_OF_TRADES[0], **_OF_TRADES[1]}
}
