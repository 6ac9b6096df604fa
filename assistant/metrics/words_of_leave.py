"""What people call the metrics of who is there, who comes and goes, and who is away."""

WRITTEN = {
    "headcount": """
        head count | heads | number of people | number of employees | number of staff | employee count | staff
        count | people count | count of people | people employed | employees employed | number of heads | team
        size | size of the team | company size | size of the company | how big is the team | how big is our team
        | how large is the team | how large is our team | how many people do we have | how many people have we |
        how many people are there | how many people work here | how many people are employed | how many people
        do we employ | how many people are we | how many employees do we have | how many employees are there |
        how many employees have we | how many staff do we have | how many of us are there | how many are we |
        how many heads do we have | people work here | people on staff | people on the payroll | people under
        contract | workforce size | staff size | staffing level
    """,
    "joiners": """
        joiner | new joiner | new joiners | new hire | new hires | hires | hired | new starter | new starters |
        starters | newcomers | new employees | new staff | new people | new colleagues | new team members | new
        recruits | recruits | joined | people joined | people who joined | joined us | who joined | who joined
        us | who has joined | who has joined us | who started | who has started | who is new | who are the new
        ones | who did we hire | who have we hired | people hired | people we hired | people did we hire |
        people have we hired | people do we hire | did we hire | have we hired | people started | people who
        started | started working here | onboarded
    """,
    "leavers": """
        leaver | who left | who left us | who has left | who has left us | who have left | who is leaving | who
        is leaving us | who leaves | who leaves us | people left us | people have left | people who left |
        people who have left | people leaving | people who are leaving | people are leaving | employees who left
        | employees leaving | staff leaving | staff who left | left the company | left the agency | left the
        firm | left the business | leaving the company | leaving the agency | leaving the firm | departures |
        resignations | exits | offboarded | quit | quits | have quit | has quit | people quit | resigned | have
        resigned | people resigned | handed in their notice
    """,
    "absence_spells": """
        spells | spells of absence | number of absences | absence count | count of absences | how many absences
        | number of leaves | leave count | absence cases | cases of absence | number of absence spells | absence
        episodes | episodes of absence | number of times absent | number of leaves taken | how many leaves | how
        many spells of absence | how many absence spells | sickness spells | times away | separate absences
    """,
    "absence_frequency": """
        how often were people absent | how often were people off | how often did people take leave | frequency
        of absence | spells per person | absences a head | number of absences per person |
        absence spells per person | spells of absence per person | spells per head | spells per employee | spell
        frequency | leave frequency | frequency of leave | how often are people absent | how often are people
        off | how often are people away | how often do people take leave | how often do people take time off |
        how frequently are people absent | frequency rate | frequency of absence spells
    """,
    "leave_balance_days": """
        leave outstanding | outstanding leave | leave still outstanding | leave is still outstanding | leave is
        outstanding | vacation still outstanding | outstanding vacation | outstanding holiday |
        days does have left | days do have left | days have left | untaken | still untaken | vacation still
        untaken | leave still untaken | holiday still untaken | holidays still untaken | untaken leave | untaken
        vacation | leave untaken | vacation untaken | leave not taken yet | vacation not taken yet | leave not
        yet taken | vacation not yet taken | days left | days to take | days still to take | days left to take |
        days still left | leave accrual | vacation accrual | accrued leave | accrued vacation | accrued holiday
        | holiday accrual | pto accrual | vacation left | vacation days left | leave left | leave days left |
        holiday left | holidays left | holiday days left | holiday balance | remaining leave | remaining leave
        days | remaining vacation | remaining vacation days | remaining holiday | remaining holidays | remaining
        holiday days | remaining days off | days off left | days off remaining | vacation balance | leave
        allowance | vacation allowance | holiday allowance | leave entitlement | vacation entitlement | holiday
        entitlement | allowance left | remaining allowance | pto balance | pto left | pto days left | pto
        remaining | remaining pto | leave remaining | leave days remaining | vacation remaining | vacation days
        remaining | unused vacation | unused vacation days | unused leave | unused leave days | unused holiday |
        unused holidays | unused days off | annual leave left | annual leave balance | remaining annual leave |
        annual leave remaining | time off balance | time off left | time off remaining | remaining time off |
        days of leave left | days of vacation left | days of holiday left | days of annual leave left | leave
        still to take | vacation still to take | days off to take | balance of leave | leave balances | leave
        credit | leave days to take | holidays to take | vacation days to take
    """,
    "pending_absence_days": """
        pending absences | absence pending | pending leave | leave pending | pending leave days | pending
        absence days | pending days off | pending time off | pending vacation | pending holidays | leave
        awaiting approval | leave waiting for approval | leave to approve | leave to be approved | unapproved
        leave | unapproved absence | absence awaiting approval | absences awaiting approval | absences to
        approve | leave requests | open leave requests | pending leave requests | vacation requests | requested
        leave | requested time off | time off requests | holiday requests | absence requests | pending holiday
        requests | pending vacation requests | leave requests waiting for approval | holiday requests waiting
        for approval | vacation requests waiting for approval | leave requests still waiting for approval |
        holiday requests still waiting for approval | vacation requests still waiting for approval | leave
        requests awaiting approval | holiday requests awaiting approval | vacation requests awaiting approval |
        leave requests to approve | holiday requests to approve | vacation requests to approve | leave not
        approved yet | leave not yet approved | vacation not yet approved | vacation not approved yet | holidays
        not yet approved | holidays not approved yet | holidays to approve | vacation to approve |
        time off requests waiting for approval | time off requests awaiting approval | time off requests to approve |
        time off waiting for approval | time off to approve | pto requests | pto to approve | pto requests to approve
    """,
}
