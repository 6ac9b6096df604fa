"""What law firms, accountants, consultancies, engineers and architects call the metrics."""

WRITTEN = {
    "tracked_hours": """
        hours charged to | hours posted to | time posted | hours posted | hours on file | time on file |
        recorded hours on file | hours on the clock
    """,
    "billable_hours": """
        chargeable hours recorded | chargeable time recorded | billable hours recorded | fee earning hours |
        fee earning time | client chargeable hours | client chargeable time
    """,
    "scheduled_hours": """
        staffing schedule | resourcing plan | hours staffed | staffed hours | resourced hours
    """,
    "budget_total": """
        total fee | fee total | fee amount | fee budget | fee estimate | fee proposal | fee quote | quoted fee
        | contract fee | project fee | proposed fee | fee agreed | fee cap | capped fee | engagement value |
        commission value | engagement fee | audit fee | original fee
    """,
    "budget_used": """
        fee used | fee spent | fee spent so far | fee used so far | fee burned | fee consumed | spent of the
        fee | used of the fee | fee expended
    """,
    "budget_used_percent": """
        fee burn | burn of the fee | percent of fee used | percentage of fee used | share of the fee used |
        percent of the fee used | percent of the fee spent | percentage of the fee spent | fee used percent |
        percent fee used | fee consumption | how much of the fee is used | how much of the fee have we used |
        how much of the fee is gone | how much of the fee have we spent | how much of the fee is spent | how
        much of the fee has been used | how much of the fee has been spent
    """,
    "budget_remaining": """
        fee remaining | fee is left | fee still left | fee to go | fee balance | balance of the fee | left of
        the fee | left in the fee | remaining of the fee | unspent fee | fee unspent | how much fee is left |
        how much fee do we have left | how much of the fee is left | fee headroom
    """,
    "burn_index": """
        eating the fee | eating the fee too fast | eating into the fee | eating into the fee too fast | eating
        through the fee | eating through the fee too fast | burning the fee | burning the fee too fast |
        burning fee | burning fee too fast | burning through the fee | burning through the fee too fast |
        burning through fee | going through the fee too fast | using up the fee too fast | spending the fee too
        fast
    """,
    "budget_runout_date": """
        fee run out | fee running out | run out of fee | running out of fee | out of fee | fee exhausted | run
        through the fee | when does the fee run out | when will the fee run out | when is the fee used up
    """,
    "forecast_overrun": """
        over run | over running | finish over budget | finishing over budget | end up over budget | ending up
        over budget | come in over budget | coming in over budget | land over budget | finish over the fee |
        end up over the fee | going to finish over budget | will finish over budget | overrun the fee | overrun
        their fee | overrun on the fee | fee overrun | cost overrun
    """,
    "overserviced_hours": """
        over the agreed scope | gone over the agreed scope | gone over scope | went over scope | gone beyond
        scope | gone beyond the agreed scope | beyond the agreed scope | outside the agreed scope | outside
        scope | exceeded scope | exceeded the scope | exceeded the agreed scope | hours over the fee | hours
        over the fee proposal | hours over the fee estimate | hours beyond the fee | hours above the fee
        proposal | hours over what was agreed | hours over the letter of engagement | hours outside the
        engagement letter | scope overrun | hours over proposal | hours over the quote | hours overrun |
        overrun hours | overrun in hours | hours have we overrun | hours we have overrun
    """,
    "pending_change_amount": """
        variation orders | pending variations | variations pending | unapproved variations | variations
        awaiting approval | variations awaiting client approval | variations awaiting sign off | variations
        waiting for approval | variations not yet approved | variations not yet agreed | variations outstanding
        | outstanding variations | open variations | submitted variations | unsigned variations | change orders
        awaiting approval | change orders awaiting client approval | change orders not yet approved | change
        orders not yet signed | unsigned change orders | unapproved change orders | open change orders |
        outstanding change orders | extras pending | pending extras | extras awaiting approval | extras not yet
        signed off | extras not signed off | extras not yet approved | extras not approved | unapproved extras
        | unsigned extras | additional services pending | pending additional services | compensation events
        pending | variations raised | variations submitted | extras submitted | scope changes waiting on |
        change requests waiting on | change orders waiting on | variations waiting on | changes waiting on |
        scope changes sitting with | change requests sitting with | variations sitting with | change orders
        with | variations with
    """,
    "approved_change_amount": """
        change orders agreed | agreed change orders | change orders signed | signed change orders | change
        orders approved | change orders accepted | change orders signed off | variations agreed | agreed
        variations | variations approved | approved variations | variations signed off | variations accepted |
        variations instructed | extras agreed | agreed extras | approved extras | extras approved | extras
        signed off | additional services approved | approved additional services | additional services agreed |
        fee uplifts
    """,
    "revenue": """
        earned fees | gross fees | fee turnover | fees recognised
    """,
    "invoiced": """
        fees billed | billed fees | fees invoiced | invoiced fees | fees rendered | fees charged to clients |
        fee notes | fee notes issued | fee notes sent | bills rendered | bills delivered | progress billings |
        progress claims | stage payments invoiced | did we bill in fees | billed in fees | fee billings
    """,
    "collected": """
        fees collected | collected fees | fees received | fees paid | fees paid to us | fees were paid | fee
        receipts | fees cashed | collections on fees
    """,
    "receivables": """
        fees outstanding | outstanding fees | unpaid fees | fees unpaid | fees owed | fees owing | fees not
        paid | fees not yet paid | fees still unpaid | fees due to us | bills raised but unpaid | bills raised
        but not paid | unpaid bills | bills unpaid | bills outstanding | outstanding bills | invoices raised
        but unpaid | invoices raised but not paid | invoiced but not collected | billed but not collected | bills
        delivered and unpaid | debtor book | debtors ledger | unpaid fee notes | outstanding fee notes | fee
        notes outstanding | fee notes unpaid | aged debt
    """,
    "overdue_receivables": """
        overdue fees | fees overdue | overdue fee notes | fee notes overdue | overdue clients | overdue customers
        | clients with overdue payments
    """,
    "unbilled": """
        work not yet billed | wip value | value of wip | value of our wip | wip position | wip outstanding |
        outstanding wip | work in hand unbilled | fees not yet billed | fees not billed | fees still to bill |
        fees to be billed | fees still to be billed | unbilled professional time | accrued fees | accrued fee
        income | time not yet billed | time not billed yet | recorded but not billed | recorded but unbilled |
        stock of wip | wip on the books | unbilled time are we sitting on | unbilled work are we sitting on |
        wip are we sitting on | wip are we carrying | wip do we carry | wip are we holding
    """,
    "realization": """
        recovery rate | recovery percentage | billing recovery | recoverability | time recovery | fee recovery
        | recovery on time | realisation on bills | recovery | average recovery | our recovery
    """,
    "average_billable_rate": """
        charge out rate achieved | achieved charge out rate | realised charge out rate | average charge out
        rate | average charge out rate achieved | average chargeable rate | chargeable rate achieved |
        recovered rate | average recovered rate | net hourly rate | hourly rate achieved | average hourly rate
        achieved | average rate achieved
    """,
    "billing_lag_days": """
        how long does it take us to bill after doing the work | take us to bill after doing the work | take us
        to bill | take us to invoice | take to bill after the work | days from work to bill | days from work to
        invoice | work to bill days | time from work to bill | time from work to invoice | time between work
        and bill | time between doing the work and billing it | lag between work and billing | lag between work
        and invoice | days between work and invoice | days between work and bill | billing turnaround | bill
        turnaround
    """,
    "agi": """
        fees after subconsultants | net fees after subconsultants | fees net of subconsultants | net fees net
        of subconsultants | fees less subconsultants | revenue less subconsultants | revenue after
        subconsultants | revenue net of subconsultants | fees excluding subconsultants | revenue excluding
        subconsultants | net fees after disbursements | fees after disbursements | fees less disbursements |
        fees excluding disbursements | fees net of disbursements | revenue less disbursements | revenue after
        disbursements | fees after third party costs | net operating revenue | net service fees
    """,
    "expense_cost": """
        subconsultant costs | subconsultant fees | subconsultant spend | cost of subconsultants | cost for
        subconsultants | spent on subconsultants | paid to subconsultants | pay subconsultants | sub consultant
        costs | sub consultant fees | cost of sub consultants | spend on subconsultants | counsel fees |
        counsel's fees | expert fees | court fees | search fees | filing fees | spent on disbursements |
        disbursement spend | disbursements incurred | disbursements paid | paid out in disbursements | cost of
        disbursements | out of pockets
    """,
    "billable_expenses": """
        disbursements recharged | recharged disbursements | rechargeable disbursements | disbursements
        recharged to clients | disbursements charged to clients | disbursements charged on | disbursements
        billed on | disbursements passed on | disbursements passed on to clients | recoverable disbursements |
        recovered disbursements | billable disbursements | disbursements we can recharge | disbursements we can
        bill | reimbursable disbursements | reimbursables passed through | reimbursables passed through to
        clients | reimbursables passed on | reimbursables billed | reimbursables recharged | expenses passed
        through to clients | expenses passed through
    """,
    "committed_expenses": """
        purchase orders committed but not invoiced | purchase orders not invoiced | purchase orders not yet
        invoiced | orders committed but not invoiced | committed but not invoiced | committed but not yet
        invoiced | ordered but not invoiced | ordered but not yet invoiced | committed purchase orders |
        committed subconsultant fees | committed disbursements
    """,
    "labor_cost": """
        fee earner cost | cost of fee earners | payroll cost of fee earners | salary cost of fee earners | cost
        of fee earner time | direct labour | direct labour cost | timesheet cost | timesheet costs
    """,
    "draft_invoices": """
        draft bills outstanding | proformas | pro formas | pre bills | prebills | draft fee notes | draft
        invoices outstanding | bills in draft | prebills outstanding | draft bills not yet sent | prebills not
        yet issued | prebills not issued | bills not yet issued | bills not issued | draft bills not yet issued
    """,
    "receivables_due": """
        fee notes due | fees due | fees falling due | bills falling due | cash expected | cash do we expect |
        cash we expect | cash should come in | how much will come in | how much is coming in
    """,
    "win_rate": """
        hit rate on bids | bid hit rate | tender success rate | proposal hit rate | bid success rate | pitches
        won vs lost | pitches won versus lost | pitches won and lost | bids won vs lost | bids won versus lost
        | bids won and lost | tenders won vs lost | tenders won and lost | proposals won vs lost | proposals
        won and lost | proposals won versus lost
    """,
    "won_deals": """
        bids won | won bids | bids we won | tenders won | won tenders | tenders we won | pitches won | pitches
        we won | won pitches | won proposals | mandates won | new mandates won | instructions won | new
        instructions won | engagements won | new engagements won
    """,
    "lost_deals": """
        bids lost | lost bids | bids we lost | tenders lost | lost tenders | tenders we lost | pitches lost |
        pitches we lost | lost pitches | proposals lost | proposals we lost | lost proposals
    """,
    "deals_open": """
        open bids | bids outstanding | outstanding bids | live bids | open tenders | tenders outstanding | live
        tenders | outstanding proposals | live proposals | open pitches | live pitches | pitches outstanding
    """,
    "pipeline_value": """
        pipeline of new instructions worth | pipeline of new work worth | pipeline of new instructions |
        pipeline of new work | pipeline of new mandates | pipeline of new engagements | value of open bids |
        value of outstanding proposals | value of outstanding bids | value of open tenders | value of tenders
        outstanding
    """,
    "missing_days": """
        put their time in | has not put their time in | have not put their time in | did not put their time in
        | has not put time in | have not put time in | has not put in their time | have not put in their time |
        not put their time in | has not put their hours in | have not put their hours in | has not posted time
        | have not posted time | has not posted their time | have not posted their time | has not posted | not
        recorded any time | unposted time
    """,
    "bench_hours": """
        on the beach | beach time | hours on the beach | between engagements | between assignments | unstaffed
        hours
    """,
    "free_hours": """
        hours unallocated
    """,
    "backlog": """
        backlog of signed work | secured work | work secured | secured fees | fees secured | fees in hand |
        committed work
    """,
    "agreements_ending": """
        letters of engagement expiring | next renewals
    """,
    "agreements_ending_value": """
        value of agreements up for renewal | next renewals with value | renewals with value | renewals with
        their value
    """,
    "projected_revenue": """
        fee forecast | forecast fees | forecast fee income | projected fees | projected fee income | expected
        fees | secured vs unsecured revenue | secured versus unsecured revenue | secured and unsecured revenue
        | secured vs unsecured fees | secured and unsecured fees
    """,
    "estimate_at_completion": """
        forecast final fee | final account forecast | outturn | forecast outturn | outturn forecast |
        anticipated final fee
    """,
    "percent_complete": """
        stage completion | physical percent complete | physical completion | percentage completion | percent
        completion
    """,
    "cost": """
        cost base
    """,
    "average_deal_size": """
        average size of engagement we win | average size of the engagements we win | average engagement size |
        average mandate size | average instruction size | average size of matter we win | average size of the
        work we win
    """,
    "non_billable_hours": """
        non recoverable | non recoverable hours | non recoverable time | irrecoverable time | irrecoverable
        hours | unrecoverable time | unrecoverable hours
    """,
    "won_value": """
        work won | new work won | value of work won | work won in value | value of new work won | fees won
    """,
    "milestones_slipped": """
        programme slippage | program slippage | schedule slippage | slippage | late deliverables | overdue
        deliverables | missed deliverables
    """,
    "projects_ending": """
        projects closing | projects close | projects to close
    """,
    "pending_absence_days": """
        unapproved leave requests | leave requests not approved | leave not yet approved
    """,
}
