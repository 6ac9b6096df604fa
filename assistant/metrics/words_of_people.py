"""What people call the metrics of planning, capacity, timesheets, utilization and tasks."""

from collections.abc import Iterator, Mapping
from itertools import product

_WRITTEN = {
    "scheduled_hours": """
        did we plan | do we plan | we planned | scheduled | scheduled time | planned | planned hours | planned time |
        hours planned | hours scheduled | booked | booked hours | booked time | hours booked | bookings | booking |
        allocated | allocation | allocated hours | hours allocated | allocated time | planned work | booked work |
        scheduled work | confirmed bookings | confirmed hours | assigned hours | hours assigned | work scheduled | work
        planned | planned workload | resource plan | resource planning | staffing plan | scheduled workload | confirmed
        booked hours | committed hours | hours committed | hours on the schedule | hours in the plan | still booked |
        still planned | still scheduled
    """,
    "tentative_hours": """
        tentative | tentative time | tentative bookings | tentatively booked | tentatively booked hours |
        tentatively planned hours | tentatively scheduled hours | tentatively scheduled | tentatively planned |
        tentative work | soft bookings | soft booked | soft booked hours | pencilled in | penciled in | pencilled in
        hours | hours pencilled in | hours penciled in | provisional bookings | provisional hours | provisionally
        booked | provisionally booked hours | unconfirmed bookings | unconfirmed hours | unconfirmed booked hours |
        not yet confirmed bookings
    """,
    "free_hours": """
        left after bookings | left after bookings and leave | left after leave and bookings | free | free time | free
        capacity | remaining availability | remaining capacity | spare capacity | spare time | spare hours | capacity
        left | capacity remaining | unbooked hours | unbooked | unbooked time | unbooked capacity | unallocated hours |
        unallocated capacity | unallocated time | unallocated | unscheduled capacity | unscheduled hours | room | has
        room | have room | have some room | has some room | room left | has time | have time | has some time | have some
        time | has capacity | have capacity | has spare capacity | have spare capacity | has free capacity | have free
        capacity | has capacity left | have capacity left | has free time | have free time | bandwidth | has bandwidth |
        have bandwidth | slack | open capacity | capacity to spare | not fully booked | can take on work | can take on
        more work | can take on more | can take more work | could take on work | could take on more work | could take on
        more | time free | hours free | capacity free | is free | are free | free slots | room for work | room for more
        work | room for new work | room for another project | room for a new project | room for more | capacity for more
        work | capacity for new work | capacity for another project | capacity for a new project | time for more work |
        time for a new project | has availability | have availability | available | is available | are available | free
        people | hours still free | still free | how much room | how much capacity is left | how much capacity is free |
        how much time is free | free staff time | open hours | too little to do | has too little to do | have too little
        to do | not enough to do | needs work | need work | needs more work | need more work | short of work | little to
        do | underloaded | under loaded | has space | have space | got space | space left | space free | any space | has
        some space | have some space | space for more work | unsold capacity | has headroom | have headroom | free days
        | underbooked | under booked | not booked up | has a gap | have a gap | gaps in the schedule | gap in the
        schedule | gaps in the diary | gap in the diary | spare hands | has a free slot | have a free slot | has
        availability left | availability left | has room left | have room left | is not fully booked | are not fully
        booked | still has time | still has room | still has capacity | spare | is spare | are spare | going spare |
        under allocated | underallocated | under scheduled | underscheduled | spare people
    """,
    "weekend_hours": """
        weekend work | on weekends | at weekends | on the weekends | work on weekends | work at weekends | work weekends
        | working weekends | working on weekends | working at weekends | working on the weekend | working at the weekend
        | works weekends | works on weekends | worked weekends | worked on weekends | worked at weekends | worked on a
        weekend | worked on the weekend | weekend time | weekend working | hours on the weekend | tracked on weekends |
        logged on weekends | logged at weekends | work on saturdays and sundays | saturday and sunday work | saturday
        and sunday hours | work saturdays | work sundays | working saturdays | working sundays
    """,
    "free_hours_with_tentative": """
        free hours after tentative bookings | free once tentative work is confirmed | free hours once tentative work is
        confirmed
    """,
    "overbooked_hours_with_tentative": """
        overbooked once tentative work is confirmed | overbooked hours once tentative work is confirmed
    """,
    "bench_hours": """
        bench | on the bench | on bench | bench time | benched | idle | idle time | idle hours | idling | unused
        capacity | unused hours | unused time | unutilized hours | unutilized capacity | unutilized time | sitting
        idle | sitting on the bench | hours on the bench | time on the bench | downtime | nothing to do | has
        nothing to do | have nothing to do | without work | has no work | have no work | idle capacity | hours
        nobody used | wasted capacity
        | how big is the bench | how big is our bench | how big will our bench be | how big will the bench be | how
        large is our bench | how large will our bench be | size of the bench | size of our bench | bench size | how
        much bench | benchtime
        | sitting around | sits around | sit around | twiddling their thumbs | hanging around
    """,
    "overtime_hours": """
        overtime | extra hours | worked overtime | working overtime | work overtime | doing overtime | did overtime
        | hours of overtime | overworked | overwork | working too much | works too much | worked too much | worked
        more than available | worked more than their capacity | hours beyond capacity | worked beyond capacity |
        excess hours | long hours | working long hours | worked long hours | overtime worked | put in overtime |
        surplus hours worked | hours over the contract | worked more than contracted | worked over contract |
        worked more than they are contracted | worked more than they're contracted | working more than contracted
    """,
    "missing_hours": """
        not up to date with timesheets | not up to date with their timesheets | timesheets not up to date |
        holes in the timesheets | holes in timesheets | holes in their timesheets | holes in our timesheets | timesheet
        holes | holes in the timesheet | missing | missing time | missing timesheets | missing timesheet | timesheet gap
        | timesheet gaps | gaps in timesheets | gap in timesheets | gaps in the timesheets | untracked hours | untracked
        time | unlogged hours | unlogged time | hours not logged | time not logged | hours not tracked | time not
        tracked | hours not recorded | time not recorded | unrecorded hours | unrecorded time | incomplete timesheets |
        incomplete timesheet | timesheets incomplete | timesheet incomplete | timesheets not complete | missing entries
        | missing time entries | missing tracked hours | unreported hours | unreported time | hours unaccounted for |
        time unaccounted for | unaccounted hours | unaccounted time | timesheets missing | timesheets are missing |
        hours missing | time missing | hours are missing | time is missing | outstanding timesheets | owes hours | owe
        hours | hours owe | hours still owe | owe of hours | owes timesheets | owe timesheets | hours still to log |
        time still to log | unfilled timesheets | timesheet chase list | who to chase | timesheets outstanding |
        timesheets still outstanding | timesheet outstanding | timesheets are outstanding | hours are we short | hours
        is the team short | hours are people short | hours short are we | hours were we short | timesheets are still
        outstanding | tracking gap | hours short on timesheets | short on timesheets
    """,
    "missing_days": """
        days missing | untracked days | unlogged days | unrecorded days | empty days | blank days | days without
        time | days without hours | days without entries | days without time entries | days without an entry | days
        without timesheets | days with nothing logged | days with nothing tracked | days with no time | days with no
        hours | days with no entries | days not logged | days not tracked | days not recorded | missing timesheet
        days | days of missing timesheets | not logged | not tracked | not recorded | not filled in | nothing logged
        | nothing tracked | no time logged | no hours logged | no time tracked | no hours tracked | no time recorded
        | no hours recorded | logged nothing | tracked nothing | recorded nothing | logged no time | logged no hours
        | tracked no time | tracked no hours | forgot to log | forgot to log time | forgot to log hours | forgot to
        log their time | forgot to log their hours | forgot to track | forgot to track time | forgot to track their
        time | forgot their timesheet | forgot their timesheets | forgot timesheets | forgot to fill in timesheets |
        forgot to fill in their timesheet | forgot to fill in their timesheets | not submitted |
        timesheets not submitted |
        timesheet not submitted | unsubmitted timesheets | missing days of time | no timesheet | no timesheets | with no
        timesheet | with no timesheets | without a timesheet | without timesheets | without any timesheet | no timesheet
        yet | without a timesheet yet | no time entries | without time entries | without any time entries
    """,
    "timesheet_completeness": """
        timesheets up to date | timesheets are up to date | up to date with timesheets | up to date with their
        timesheets | up to date with her timesheets | up to date with his timesheets | up to date with the timesheets |
        up to date on timesheets |
        fill in their timesheets | fill in their timesheet | fill in timesheets | fill in their hours | fill in
        their
        time | filled in their hours | filled in their time | complete their timesheets | complete their timesheet |
        submit their timesheets | submit their timesheet | submit timesheets | submit their hours |
        filled in their timesheets | filled in their timesheet | filled in timesheets | submitted their timesheets |
        submitted timesheets | completed their timesheets |
        timesheets complete | complete timesheets | completeness | completeness of timesheets | completeness of the
        timesheets | timesheet compliance | timesheets compliance | compliance | compliance rate | timesheet
        compliance rate | timesheet completion | timesheet completion rate | completion of timesheets | timesheet
        coverage | how complete are timesheets | how complete are the timesheets | how complete are our timesheets |
        timesheets filled in | share of timesheets filled in | timesheet rate | timesheet discipline | tracking
        discipline | tracking completeness | time tracking completeness | time tracking compliance | tracking
        compliance | time tracking rate | share of available time tracked | share of available hours tracked |
        timesheet quality | timesheet status | are timesheets complete | are the timesheets complete | are our
        timesheets complete
    """,
    "total_utilization": """
        utilization of all hours | utilization with all hours | utilization by tracked hours | utilization of
        tracked hours | tracked utilization | time utilization | hours utilization | utilization including internal
        work | utilization including non billable work | utilization including non billable hours | tracked over
        available | tracked hours over available hours | tracked to available ratio | share of capacity tracked | how
        much of capacity used | how much of capacity use | how much of capacity tracked | share of capacity used
    """,
    "capacity_utilization": """
        utilization of contracted hours | utilization of gross capacity | utilization with leave not removed |
        utilization without removing leave | capacity utilization rate | tracked over contracted | tracked hours
        over contracted hours | harvest utilization | utilization as harvest counts it | utilization in harvest
    """,
    "gross_billable_utilization": """
        gross billable utilization rate | billable gross utilization | billable utilization of contracted hours |
        billable utilization of gross capacity | billable utilization with leave not removed | billable utilization
        without removing leave | billable over contracted | billable hours over contracted hours | billable share of
        contracted hours | billable capacity utilization
    """,
    "client_utilization": """
        client utilization rate | utilization on clients | utilization on client work | utilization on client
        projects | client work utilization | client project utilization | client time utilization | client hours
        share | client work share | share of client work | share of client time | share of client hours | share of
        time on client work | share of time on client projects | share of time on clients | share of time spent on
        clients | share of time spent on client work | share of hours on client projects | share of hours on client
        work | share of hours spent on client work | share of capacity on client work | share of capacity spent on
        clients | how much of our time is client work | how much of our time was client work | how much of our time
        goes to clients | how much of our time went to clients | client facing utilization | client facing share |
        client facing time share
    """,
    "scheduled_utilization": """
        planned utilization | booked utilization | forecast utilization | forecasted utilization | utilization forecast
        | forecast of utilization | projected utilization | utilization projection | future utilization | expected
        utilization | upcoming utilization | utilization planned | utilization scheduled | utilization outlook |
        utilization ahead | utilization to come | booking rate | booking level | booking ratio | share of capacity
        booked | how much of our capacity is booked | how much of our capacity is scheduled | how much of our capacity
        is planned | how much capacity is booked | how much of the capacity is booked | share booked | share of hours
        booked | share of time booked | how booked | how booked up | how fully booked | fully booked | how full is the
        schedule | how full is our schedule | how full are we | how full is the calendar | booked share of capacity |
        scheduled utilization rate | resource utilization forecast | allocation rate | allocation percentage |
        allocation percent | percent booked | percentage booked | percent allocated | how full | how full is | how full
        are | how full will | how booked out | how booked solid | fill rate | how heavily booked | capacity booked |
        share of capacity that is booked | booked capacity | how loaded | how committed | how sold out | maxed out |
        flat out | at capacity | at full capacity | at full stretch | fully loaded | fully allocated | fully scheduled |
        fully committed | fully planned | fully booked up | fully booked out | completely booked | totally booked |
        plate is full | plates are full | is full | 's full | are full | be full | completely full | sold out |
        booked solid | booked out | booked to capacity | at their limit | at its limit | capacity is sold | of our
        capacity is sold | percentage of our capacity is sold | share of our capacity is sold | how much of our capacity
        is sold | percentage of our capacity is booked | share of our capacity is booked | percentage of capacity is
        booked | percentage of capacity is sold | tight | tightest | how tight | how stretched | stretched
    """,
    "utilization_gap": """
        how far are we below utilization target | how far are we above utilization target | how far below target | how
        far above target | how far are we below target | miss their utilization target | miss their target | miss the
        target | miss the utilization target | miss target | missed their utilization target | missed their target |
        missed the target | missed the utilization target | missed target | fell short of target | fall short of target
        | falling short of target | falls short of target | short of target | fell short of goal | fall short of goal |
        falls short of goal | falling short of goal | short of goal | below goal | missed goal | missing goal | short of
        goal for billable work | fell short of goal for billable work | fell short of goal for billable hours | fell
        short of goal for chargeable work | fell short of target for chargeable work | fell short of target for billable
        work | fell short of target for billable hours | utilization target vs actual | actual vs target utilization |
        target vs actual utilization | utilization actual vs target | planned vs actual utilization | target against
        actual utilization | utilization target and actual | how far are we above target | how far below utilization
        target | utilization target gap | utilization target | utilization targets | utilization goal | utilization
        goals | target utilization | target | goal | goals | on target | gap to target | utilization gap to target |
        utilization versus target | billable utilization versus target | billable utilization vs target | billable
        utilization against target | billable utilization compared to target | utilization vs target | utilization
        against target | utilization against the target | utilization compared to target | utilization compared with
        target | utilization to target | utilization variance | below target | under target | above target | over target
        | below their target | above their target | below utilization target | above utilization target | missing the
        target | missing their target | meeting the target | meeting their target | meeting target | meet their target |
        hitting the target | hitting their target | hit their target | on track with utilization | underutilized | under
        utilized | overutilized | over utilized | underutilization | under utilization | overutilization | distance to
        target | how far from target | how far are we from target | off target | reach their target | reached their
        target | reaching their target
    """,
    "plan_variance_hours": """
        over the plan | over plan | above the plan | above plan | beyond the plan | exceed the plan
        | exceeded the plan |
        plan variance hours | variance to plan | variance from plan | variance from the plan | variance against plan
        | variance of tracked to plan | tracked vs plan | tracked versus plan | tracked against plan | tracked
        against the plan | tracked vs planned | tracked versus planned | tracked vs scheduled | tracked versus
        scheduled | tracked vs booked | tracked hours vs plan | tracked hours versus plan | tracked hours vs planned
        hours | tracked hours versus planned hours | tracked hours vs scheduled hours | tracked hours versus
        scheduled hours | tracked hours against scheduled hours | tracked hours against plan | tracked time vs plan
        | tracked time versus plan | tracked time against plan | tracked time against the plan | actual vs plan |
        actual versus plan | actual vs planned | actual versus planned | actual vs planned hours | actual versus
        planned hours | actual hours vs planned hours | actual hours versus planned hours | actuals vs plan |
        actuals versus plan | planned vs actual | planned versus actual | planned vs actual hours | planned versus
        actual hours | plan vs actual | plan versus actual | planned vs tracked | planned versus tracked | planned
        hours vs tracked hours | planned hours versus tracked hours | scheduled vs tracked | scheduled versus
        tracked | scheduled vs actual | scheduled versus actual | scheduled hours vs tracked hours | scheduled hours
        versus tracked hours | booked vs tracked | booked versus tracked | worked vs planned | worked versus planned
        | hours vs plan | hours versus plan | deviation from plan | deviation from the plan | off plan | on plan |
        according to plan | as planned | lining up with the plan | lining up with plan | line up with the plan |
        lines up with the plan | in line with the plan | in line with plan | tracked time lining up with the plan |
        tracked time in line with the plan | tracked hours lining up with the plan | match the plan | matches the
        plan | matching the plan | matching plan | keeping to the plan | sticking to the plan | following the plan |
        worked as planned | difference between plan and actual | difference between tracked and planned hours |
        difference between planned and tracked hours | difference between scheduled and tracked hours | difference
        between tracked and scheduled hours
        | planned hours vs actual hours | booked hours vs tracked hours | booked hours vs actual hours |
        scheduled hours vs actual hours | actual hours vs booked hours | actual hours vs scheduled hours |
        logged hours vs planned hours | planned hours vs logged hours | planned vs logged hours | booked vs
        actual hours | booked vs actual | planned hours versus actual hours | booked hours versus tracked hours
        | booked hours versus actual hours | scheduled hours versus actual hours | actual hours versus booked
        hours | actual hours versus scheduled hours | logged hours versus planned hours | planned hours versus
        logged hours | planned versus logged hours | booked versus actual hours | booked versus actual | planned
        hours against actual hours | booked hours against tracked hours | booked hours against actual hours |
        scheduled hours against actual hours | actual hours against booked hours | actual hours against
        scheduled hours | logged hours against planned hours | planned hours against logged hours | planned
        against logged hours | booked against actual hours | booked against actual
    """,
    "plan_error": """
        planning error | planning accuracy | plan accuracy | accuracy of planning | accuracy of our planning |
        accuracy of the plan | accuracy of plans | how accurate is our planning | how accurate is the planning | how
        accurate are our plans | how accurate is the plan | how accurate was the plan | how accurate was our
        planning | how good is our planning | how good was our planning | how reliable is our planning | how
        reliable are our plans | gross plan variance | absolute plan variance | absolute deviation from plan |
        scheduling accuracy | scheduling error | accuracy of scheduling | accuracy of bookings | booking accuracy |
        schedule accuracy | error of the plan | error in planning | planning quality | quality of planning
    """,
    "estimate_accuracy": """
        accuracy of estimates | accuracy of our estimates | estimate | estimated | estimation accuracy | estimating
        accuracy | estimation error | estimate error | actual vs estimate | actual versus estimate | actual vs
        estimated | actual versus estimated | tracked vs estimate | tracked versus estimate | tracked vs estimated |
        tracked versus estimated | tracked hours vs estimate | tracked hours versus estimate | hours vs estimate |
        hours versus estimate | estimate vs actual | estimate versus actual | estimated vs actual | estimated versus
        actual | estimated vs actual hours | estimated versus actual hours | estimated vs tracked | estimated versus
        tracked | tracked against estimate | tracked against estimates | how accurate are our estimates | how
        accurate are estimates | how accurate are the estimates | how accurate were our estimates | how accurate
        were the estimates | how good are our estimates | how good were our estimates | how well do we estimate |
        how well did we estimate | how reliable are our estimates | over estimate | over the estimate | quality of
        estimates | estimate quality | estimate to actual ratio |
        estimating | at estimating | their estimate | the estimate | their estimates
    """,
    "open_tasks": """
        task | open to dos | open to do | open tickets | tasks open | tasks are open | tasks are still open | tasks
        still open | tasks that are open | open issues | open items | open task count | number of open tasks | how
        many open tasks | how many tasks are open | how many tasks are still open | unfinished tasks | unfinished
        work items | tasks unfinished | outstanding tasks | tasks outstanding | tasks are outstanding | remaining
        tasks | tasks remaining | tasks left | tasks are left | tasks in progress | tasks are in progress | tasks to
        do | tasks not done | tasks are not done | tasks not finished | tasks not completed | pending tasks | tasks
        pending | active tasks | task list | task backlog | to do list | work items | number of
        tasks | task count
    """,
    "overdue_tasks": """
        tasks overdue | tasks are overdue | tasks that are overdue | tasks which are overdue | late tasks | tasks
        late | tasks are late | tasks running late | tasks are running late | tasks that are late | tasks past due |
        tasks are past due | past due tasks | tasks past their due date | tasks past the due date | tasks are past
        their due date | tasks beyond their due date | tasks behind schedule | tasks are behind schedule | delayed
        tasks | tasks delayed | tasks are delayed | overdue to dos | overdue to do | overdue tickets | overdue work
        items | number of overdue tasks | how many overdue tasks | how many tasks are overdue | how many tasks are
        late | overdue task count | missed tasks | tasks missed | tasks that missed their due date | tasks with a
        missed deadline | missed deadlines | deadlines missed | total overdue tasks
    """,
    "completed_tasks": """
        tasks completed | tasks were completed | tasks have been completed | tasks are completed | tasks that were
        completed | completed task count | number of completed tasks | number of tasks completed | how many tasks
        were completed | how many tasks have been completed | how many completed tasks | tasks done | tasks were
        done | tasks have been done | tasks are done | done tasks | finished tasks | tasks finished | tasks were
        finished | tasks have been finished | closed tasks | tasks closed | tasks were closed | closed tickets |
        tickets closed | completed to dos | completed tickets | task throughput | throughput | how many tasks were
        done | how many tasks did we complete | how many tasks did we finish | how many tasks did we close | tasks
        did we complete | tasks did we finish | tasks did we close | tasks we completed | tasks we finished | tasks
        delivered | delivered tasks | resolved tickets | tickets resolved
    """,
    "on_time_rate": """
        on time | on time delivery | on time delivery rate | on time completion | on time completion rate | on time
        percentage | on time percent | on time share | on time performance | share on time | share of tasks on time
        | share of tasks done on time | share of tasks completed on time | percentage of tasks on time | percentage
        of tasks done on time | percentage of tasks completed on time | percent of tasks on time | percent of tasks
        done on time | percent of tasks completed on time | tasks on time | tasks done on time | tasks completed on
        time | tasks finished on time | tasks delivered on time | done on time | completed on time | finished on
        time | delivered on time | finishing on time | delivering on time | do we deliver on time | do we finish on
        time | are we delivering on time | are tasks done on time | are tasks finished on time | punctuality | how
        punctual | how punctual are we | timely delivery | delivery on time | in time rate
        | finished tasks late | finish tasks late | completed tasks late | complete tasks late | delivered tasks late
        | deliver tasks late | closed tasks late | close tasks late | delivers tasks late | finishes tasks late
    """,
    "percent_complete": """
        percent completed | percentage complete | percentage completed | percent done | percentage done | complete
        percentage | completion percentage | completion percent | completion rate | completion | degree of
        completion | state of completion | progress | project progress | progress percentage | progress percent |
        task progress | how complete | how far along | how far along are we | how far along is it | how far | how
        far are we | how far is | how far are | how much is done | how much of the work is done | how much work is
        done | how much is complete | how much is completed | how much is finished | share of work done | share done
        | share complete | share completed | work completed percentage | work done percentage | percentage of work
        done | percent of work done | percentage of work completed | percent of work completed
    """,
    "hours_to_complete": """
        hours to finish | hours to go | hours still to do | hours left to do | remaining work | work remaining |
        work left | work left to do | remaining effort | effort remaining | effort left | effort to complete |
        effort to finish | remaining hours of work | remaining work hours | remaining task hours | hours of work
        left | hours of work remaining | hours of work to do | hours remaining on tasks | hours left on tasks |
        remaining hours on tasks | estimate to complete hours | estimated hours to complete | estimated hours to
        finish | estimated remaining hours | how much work is left | how much work remains | how much work is
        remaining | how much is left to do | how much is still to do | how much remains to be done | how many hours
        to complete | how many hours to finish | hours needed to finish | hours needed to complete | hours
        outstanding | work outstanding | outstanding work | work still to do | work to do
    """,
    "hours_at_completion": """
        hours at the end | total hours at completion | total hours at the end | projected hours | projected total
        hours | forecast total hours | expected total hours | expected hours at completion | estimated hours at
        completion | estimated total hours | estimate at completion hours | hours when finished | hours when done |
        hours once finished | hours once complete | projected hours at completion | forecast hours at completion |
        effort at completion | total effort at completion | final hours | hours in the end | how many hours in the
        end | how many hours at completion | how many hours will it take | how many hours will it take in total |
        how many hours will be needed | hours it will take
    """,
    "blocked_tasks": """
        blocked | tasks blocked | tasks are blocked | tasks that are blocked | blocked to dos | blocked tickets |
        blocked work | blocked work items | number of blocked tasks | how many blocked tasks | how many tasks are
        blocked | stuck tasks | tasks stuck | tasks are stuck | tasks waiting | tasks are waiting | waiting tasks |
        tasks waiting for others | tasks waiting for other tasks | tasks waiting on other tasks | tasks on hold by
        others | tasks held up | tasks are held up | held up tasks | dependent tasks | tasks with open dependencies |
        blocked by dependencies | task dependencies open | blocked by something else | blocked by other tasks |
        blocked by another task | blocked by others
    """,
    "milestones_due": """
        milestone | milestones are due | milestones that are due | due milestones | upcoming milestones | milestones
        coming up | milestones are coming up | milestones ahead | coming milestones | next milestones | planned
        milestones | milestones planned | scheduled milestones | milestones scheduled | deadlines | deadline |
        upcoming deadlines | deadlines coming up | deadlines due | number of milestones | number of milestones due |
        how many milestones | how many milestones are due | milestone count | milestone dates | due dates | project
        milestones | project deadlines | milestone plan | deliverables due | due deliverables | upcoming deliverables |
        deliverables coming up
    """,
    "milestones_slipped": """
        slipped milestones | milestones that slipped | milestones have slipped | milestones which slipped |
        milestones slipping | milestones are slipping | slipping milestones | missed milestones | milestones missed
        | milestones we missed | milestones were missed | milestones that were missed | late milestones | milestones
        late | milestones are late | overdue milestones | milestones overdue | milestones are overdue | delayed
        milestones | milestones delayed | milestones are delayed | milestones behind schedule | milestones are
        behind schedule | milestones not reached | milestones past due | milestones are past due | number of slipped
        milestones | how many milestones slipped | how many milestones have slipped | how many slipped milestones |
        slipped | slippage | milestone slippage | behind schedule
    """,
    "staleness_days": """
        staleness in days | stale | stale projects | projects are stale | projects that are stale | stale project |
        dormant | dormant projects | projects are dormant | inactive projects | projects are inactive | projects
        without activity | projects with no activity | no recent activity | without recent activity | how
        long has been without activity | how long has been quiet | been without activity | days without
        activity | days since last activity | days since the last activity | days since last entry | days since the
        last entry | days since the last time entry | days since anything happened | time since last activity | time
        since the last activity | last activity | quiet projects | projects gone quiet | gone quiet | gone stale |
        neglected projects | neglected | abandoned projects | sleeping projects | forgotten projects | untouched
        projects | projects nobody works on | projects nobody is working on | how stale | how long since anything
        happened | how long since the last activity | project staleness | days of silence | no
        activity lately | no activity recently | no activity of late | had no activity | been quiet | went quiet | gone
        cold | gone silent | been inactive | nothing has happened on | nothing happened on lately | not been touched |
        not touched lately | no movement lately | not moving
    """,
    "capacity_gap_confirmed": """
        capacity gap confirmed | capacity gap with confirmed work | capacity gap with confirmed work only | capacity
        gap without deals | capacity gap from confirmed work
    """,
    "capacity_gap_weighted": """
        capacity gap weighted | probability weighted capacity gap | capacity gap by probability | capacity gap with
        weighted deals | capacity gap with the weighted pipeline | expected capacity gap
    """,
    "capacity_gap": """
        capacity gaps | gap in capacity | gaps in capacity | gap of capacity | staffing gap | staffing gaps | resource
        gap | resource gaps | resourcing gap | resourcing gaps | capacity shortage | capacity shortfall | shortage of
        capacity | shortfall of capacity | shortage of people | short of people | short staffed | staff shortage |
        people shortage | resource shortage | staffing shortage | understaffed | hiring need | hiring needs | need to
        hire | do we need to hire | capacity demand | demand for people | demand for capacity | staffing demand |
        staffing need | staffing needs | resource demand | resource need | resource needs | capacity vs demand |
        capacity versus demand | demand vs capacity | demand versus capacity | capacity against demand | demand against
        capacity | enough capacity | enough people | have enough capacity | do we have enough capacity | do we have
        enough people | have we enough people | have we enough capacity | capacity for open deals | capacity for our
        deals | capacity for the pipeline | capacity for deals | capacity if all deals close | capacity gap if all deals
        close | capacity if we win everything | people for open deals | do we have capacity | do we have the capacity |
        do we have the people | do we have people | do we have people for | have enough people for | enough people for |
        can we staff the pipeline | can we staff it | staff everything | staff it all |
        staff them all | staff all the deals | staff all deals | staff all open deals |
        can we deliver the pipeline | hiring plan | who do we need to hire
        | whom do we need to hire | roles do we need to hire | roles should we hire | who should we hire | need to
        recruit | do we need to recruit | need more people | need more hands | short of hands | short on people | short
        on staff | more work than people | more work than capacity | more work than hours | more work than we can handle
        | more work than we can take | too much work for | too few people | not enough people | people we are short of |
        roles are we short of | roles will we be short of | roles we will be short of
    """,
    "non_billable_hours": """
        non billable | nonbillable | nonbillable hours | non billable time | nonbillable time | unbillable |
        unbillable hours | unbillable time | non chargeable | non chargeable hours | non chargeable time | hours not
        billable | time not billable | hours that are not billable | hours that were not billable | time that is not
        billable | time that was not billable | non billable client hours | non billable client time | non billable
        client work | non billable work | unbillable work | unbilled client work hours | not billable | hours we
        cannot bill | hours we can not bill | hours we could not bill | hours nobody pays for | unpaid hours | free
        of charge hours | hours for free | given away hours | hours given away | pro bono hours
    """,
    "pending_hours": """
        approvals | approvals outstanding | outstanding approvals | open approvals | pending approvals | approvals
        pending | timesheet approvals | time approvals | approval backlog | approvals backlog | hours pending | pending
        time | time pending | pending timesheets | pending time entries | hours pending approval | time pending approval
        | pending approval | hours awaiting approval | time awaiting approval | timesheets awaiting approval |
        timesheets need approval | timesheets to approve | hours waiting for approval | time waiting for approval |
        hours to approve | hours to be approved | time to approve | time to be approved | unapproved hours | unapproved
        time | unapproved timesheets | unapproved time entries | hours not approved | hours not yet approved | time not
        approved | time not yet approved | hours that are not approved | time that is not approved | hours logged but
        not approved | time logged but not approved | hours logged but not yet approved | logged but not approved |
        hours tracked but not approved | hours not approved yet | time not approved yet | time entries not approved |
        timesheets not approved | unapproved | not approved | not approved yet | not yet approved | timesheets not
        approved yet | timesheets not yet approved | timesheets nobody has approved | timesheets waiting for approval |
        entries waiting for approval | hours still to approve | timesheets to approve | submitted but not approved |
        submitted but not approved yet | submitted but not yet approved | submitted and not approved | submitted and not
        yet approved | submitted but unapproved | awaiting sign off | waiting for sign off | pending sign off | hours
        awaiting sign off | timesheets awaiting sign off | time to sign off | timesheets to sign off | timesheets
        pending | timesheets still pending
    """,
    "internal_hours": """
        internal | internal time | internal work | internal work hours | hours on internal work | hours on internal
        projects | time on internal work | time on internal projects | internal project hours | internal project
        time | overhead hours | overhead time | overhead work | internal effort | hours for internal projects |
        hours spent internally | spent on internal work | time was spent on internal work | hours were spent on
        internal work | spent on internal projects | time spent on internal work | hours spent on internal work |
        time spent internally | hours internally | own projects hours | admin time | admin hours | non client hours
        | non client time | non client work | time not spent on clients
    """,
    "recognized_hours": """
        recognized time | recognized billable hours | hours recognized | hours that are recognized | hours
        recognized as revenue | revenue hours | earned hours | hours earned | hours that earned revenue | hours that
        count for revenue | billable hours recognized
    """,
}  # fmt: skip

_LACKING = ("has not", "have not", "did not")
_DOING = (
    "logged", "tracked", "recorded", "entered", "filled in", "submitted", "filled out", "handed in", "turned in",
    "log", "track", "record", "enter", "fill in", "submit", "fill out", "hand in", "turn in", "sent in", "send in",
    "handed over", "filed", "file",
)  # fmt: skip
_OF_WHAT = ("", "time", "hours", "any time", "any hours", "all time", "all hours", "timesheet", "time entries")


def _not_written_down() -> Iterator[str]:
    """As in "who has not logged any time": said of the days nothing was tracked on."""
    for lacking, doing, what in product(_LACKING, _DOING, _OF_WHAT):
        is_past = doing.split()[0].endswith(("ed", "sent"))
        if is_past != lacking.startswith("did"):
            yield " ".join(f"{lacking} {doing} {what}".split())
    for lacking, what in product(_LACKING, _OF_WHAT[1:]):
        yield f"{lacking} put in {what}"


BEHIND = tuple(
    f"{how} {on} {whose}{what}"
    for hows, whats in (
        (("behind", "late", "slow", "overdue", "short"), ("timesheet",)),
        (("behind", "late", "slow"), ("time tracking", "time entries")),
        (("late", "slow"), ("time", "hours")),
    )
    for how, on, whose, what in product(hows, ("on", "with"), ("", "my ", "his ", "her "), whats)
)
"""As in "who is behind on their timesheets", "am I late with my hours": what somebody has still to write down."""


WORDS_OF_PEOPLE: Mapping[str, tuple[str, ...]] = {
    name: (
        *(" ".join(one.split()) for one in words.split("|")),
        *(_not_written_down() if name == "missing_days" else BEHIND if name == "missing_hours" else ()),
    )
    for name, words in _WRITTEN.items()
}
