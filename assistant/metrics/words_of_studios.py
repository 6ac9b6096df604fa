"""What studios and shops call what is measured: film and post, events, PR, design, games, support, translation."""

WRITTEN = {
    "overserviced_hours": """
        overage | overages | overage hours | hours in overage | overburn | overburned | overburnt | over burn |
        overburn hours | over serve | overserve | over served | overserved | overserving | over serving |
        overserving hours | hours over the retainer | hours over retainer | over the retainer | over retainer |
        hours are blown | hours blown | blown hours | blew the hours | blown the hours | blown the retainer |
        blew the retainer | blew their hours | blown their hours | hours over the block | hours over allowance |
        hours over the allowance | over allowance | unbudgeted hours | over on hours | over on their hours |
        over on its hours
    """,
    "budget_hours_remaining": """
        block hours left | block hours remaining | block of hours left | blocks of hours left | blocks of hours
        remaining | left of the block | left in the block | left on the block | hours left in the block | hours left
        on the block | prepaid hours left | prepaid hours remaining | hours still in hand | bank of hours left |
        banked hours left | hours left in the bank | hours left in the bucket | bucket hours left | hours left over
    """,
    "estimate_at_completion_at_cost": """
        est final cost | estimate final cost | final cost estimate | anticipated final cost | est final costs
    """,
    "committed_expenses": """
        outstanding pos | pos outstanding | po outstanding | outstanding po | outstanding purchase orders | purchase
        orders outstanding | pos open | open po | live pos | po value outstanding | value of open pos | po commitments
    """,
    "expense_cost": """
        passthroughs | pass throughs | passthrough costs | passthrough expenses | passthrough spend | hard costs |
        hard cost | third parties | third party | 3rd party costs | 3rd party cost | 3rd party spend |
        3rd party expenses | outside costs | outside cost | outside spend | bought out costs |
        bought out cost | bought in services | job expenses | production expenses | third party bills
    """,
    "revenue": "gross revenue | gross revenues | earned fees | recognized fees",
    "agi": """
        fee income ex third party | income ex third party | revenue ex third party | revenue ex third parties | fees ex
        third party | income net of third party | fee income net of third party | revenue net of third party | revenue
        net of third parties | revenue ex pass through | revenue ex passthrough | revenue ex passthroughs | revenue
        excluding third party | revenue excluding third parties | fee income excluding third party | fee income
        excluding third parties | income excluding third party | fees excluding third party | revenue without third
        party | revenue excluding passthrough | revenue excluding passthroughs | revenue after third party costs |
        revenue after third parties
    """,
    "average_billable_rate": """
        hourly recovery | average hourly recovery | recovered rate | recovery per hour | achieved hourly rate | yield
        per hour | hourly yield | blended hourly yield
    """,
    "realization": """
        recovery rate | fee recovery | fee recovery rate | recovery percentage | recovery percent | recoverability |
        time recovery | recovery on time | rate card recovery
    """,
    "tentative_hours": """
        pencils | pencil bookings | pencil booking | pencil hours | pencilled hours | penciled hours | pencilled
        bookings | penciled bookings | pencilled time | pencilled | penciled | on pencil | first pencils | second
        pencils | on hold bookings | held bookings | soft holds | soft hold | hold bookings | holds and pencils |
        on option | options held
    """,
    "scheduled_hours": """
        confirmed crew | crew bookings | crew booked | studio bookings | confirmed time | firm bookings | firm hours |
        firmly booked
    """,
    "overdue_receivables": """
        invoices late | invoices running late | bills late | late bills | bills
        are late
    """,
    "milestones_due": "deliverables | next deliverables | deliverables next | delivery dates",
    "milestones_slipped": "late deliverables | overdue deliverables | deliverables overdue | deliverables late",
    "burn_index": "burning hot | running hot | runs hot | run hot | burning too hot | hot on budget",
    "billable_expenses": "rebillables | rechargeables | rebills | recharged costs | recharged expenses",
    "free_hours": "free hands | spare pair of hands | open slots in the diary",
    "overbooked_hours": """
        resourcing clash | resourcing clashes | resource clash | resource clashes | booking clash | booking clashes |
        scheduling clash | scheduling clashes | schedule clashes | double ups
    """,
    "agreements_ending": "next renewal | next renewals",
    "missing_hours": "owes time | owe time | owes us time | owe us time",
    "budget_hours": """
        hours allowance | monthly hours | retainer allowance | allowance hours | hours in the retainer |
        included hours | block hours | hours in the block | hours bought | prepaid hours
    """,
    "win_rate": "win rate pitches | pitch to win | pitch to win rate | pitch conversion",
    "open_tasks": """
        tickets open | live tickets | ticket backlog | ticket queue | issues open | unresolved tickets |
        tickets unresolved | support queue
    """,
    "completed_tasks": """
        tickets done | closed issues | issues closed | issues resolved | resolved issues | tickets we closed | tickets
        did we close | tickets have we closed | issues did we close
    """,
    "overdue_tasks": "tickets overdue | late tickets | overdue issues",
    "overtime_hours": "ot | ot hours | hours of ot | ot worked",
    "pending_change_amount": "variation orders | pending variations | variations pending | unapproved variations",
}
"""Each joins what the metric is called already."""
