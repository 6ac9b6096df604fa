"""What people call the metrics of agreements, invoices, costs and sales; `words` has those of all others."""

WRITTEN = {
    "budget_hours": """
        budgeted hours | hours budget | hours budgeted | budget in hours | sold hours | hours sold | agreed hours |
        hours agreed | contract hours budget | hours in the budget | hours in budget | total budget hours | total
        budgeted hours | estimated budget hours | hours of the budget | size of the budget in hours | hours we sold
        | hours we have sold | hours did we sell | hours have we sold
    """,
    "budget_hours_used": """
        used budget hours | budgeted hours used so far | budget hours spent | budget hours burned | hours used of
        the budget so far | hours burned | hours consumed | hours used so far | hours used on budgets | hours used
        on the budget | hours spent on the budget | hours used from the budget | budget hours consumed | hours of
        the budget used | hours of the budget spent | budget used in hours | hours used
    """,
    "budget_remaining": """
        left | remaining | remaining budget | budget left | left of the budget | left in the budget | budget remains
        | remaining of the budget | remaining in the budget | left on the budget | left over of the budget | budget
        left over | leftover budget | rest of the budget | budget balance | balance of the budget | unused budget |
        unspent budget | budget unspent | budget unused | available budget | budget available | money left | money
        left in the budget | money remaining | remaining money | open budget amount | budget still left | budget
        still available | budget is left | how much budget is left | how much budget do we have left | how much
        budget is remaining | how much budget remains | how much of the budget is left | how much of the budget
        remains | how much of the budget do we have left | how much is left of the budget | how much is left in the
        budget | how much money is left | how much money is left in the budget | how much is left to spend | still got
        to spend | still have to spend | have we still to spend | got left to spend | left to
        spend | budget to go | what is left of the budget | what's left of the budget | what is left in the budget |
        left over | budget headroom | budget variance | budget variances | remaining fee | fee left |
        have we got left | do we have left | we have left | is left | remaining amount |
        budget is left over | how much of the budget is left over |
        left in the pot | in the pot | left in the kitty | in the kitty
    """,
    "budget_hours_remaining": """
        remaining budget hours | hours remaining | remaining hours | hours left | budget hours left | hours left in
        the budget | hours left of the budget | left of the sold hours | sold hours left | remaining sold hours |
        hours left to spend | hours still left | hours still available in the budget | hours remaining in the budget
        | hours remaining of the budget | hours are left | how many hours are left | how many hours do we have left
        | hours do we have left | budgeted hours remaining | budgeted hours left | unused budget hours | hours
        balance | balance of hours
    """,
    "burn_rate": """
        weekly burn | weekly burn rate | burn per week | burn a week | weekly spend of the budget | budget burn rate
        | burn rate per week | burn rate a week | spend rate | spending rate | rate of spend | rate of burn | budget
        used per week | run rate of the budget | how much do we burn a week | how much do we burn per week | how
        much are we burning a week | how much are we burning per week | money burned a week | burn money
    """,
    "budget_runout_date": """
        runs dry | running dry | ran out |
        when do budgets run out | when does budget run out | when will budgets run out | when will budget run out |
        runout | run out | runs out | running out | run out date | runout date | run out of budget | runs out of
        budget | running out of budget | runs out of money | run out of money | run dry | budget run out | budget
        runout | budget runs out | budget run out date | when the budget runs out | when does the budget run out |
        when do the budgets run out | when will the budget run out | when will the budgets run out | when is the
        budget used up | when will the budget be used up | when is the budget gone | when will the budget be gone |
        when does the budget end at this pace | when do we run out of budget | when will we run out of budget | how
        long will the budget last | how long does the budget last | how long do the budgets last | how long will the
        budget hold | exhausted | exhaustion | exhaustion date | budget exhaustion | budget exhaustion date | budget
        exhausted | date the budget runs out | day the budget runs out | out of money | run out first | runs out
        first | run out of budget first | run out next | run out soonest
    """,
    "forecast_used": """
        forecast of budget used | forecast budget used | forecasted budget use | forecast budget use | forecast
        budget usage | expected budget use | expected budget usage | projected budget use | projected budget usage |
        projected budget used | budget use at the end | budget used at completion | budget forecast | forecast of
        the budget | budget used by the end | forecast spend | projected spend | expected spend | what will the
        budget have used | how much of the budget will we use | how much of the budget will be used | how much
        budget will we use | how much budget will be used | how much will we have used
    """,
    "forecast_overrun": """
        finish on budget | finish within budget | finishing on budget |
        forecast to overrun | expected to overrun | projected to overrun | likely to overrun | set to overrun |
        overrun | overruns | budget overrun | budget overruns | expected overrun | projected overrun | forecast
        budget overrun | overrun forecast | budget overrun forecast | forecast overruns | expected overruns |
        projected overruns | will overrun | going to overrun | run over | run over budget | run over its budget | run
        over their budget | overrun their budget | overrun the budget | overrun
        its budget | will go over budget | go over budget | going over budget | will exceed the budget | will exceed
        their budget | will be over budget | expected to go over budget | forecast to go over budget | projected to
        go over budget | at risk of going over budget | at risk of going over | at risk of exceeding their budget |
        in danger of going over budget | likely to go over budget | cost overrun | cost overruns | heading over budget |
        about to go over budget | overspend | overspending | overspent by the
        end | likely overrun | exceed its budget |
        overshoot | overshoots | overshooting | going to overshoot | will overshoot | overshoot the budget |
        overshoot their budget | overshoot its budget | blow the budget | blow its budget | blow their budget | bust
        the budget
    """,
    "overserviced_hours": """
        overserviced | overservicing | over servicing | over serviced | overservice | over service | scope creep |
        creep | over scope | out of scope | out of scope hours | out of scope work | beyond scope | hours beyond scope
        | hours out of scope | hours over scope | hours beyond the sold hours | hours beyond what was sold | hours over
        budget | unsold hours | work beyond scope | free work | overdelivered | over delivered | overdelivery | over
        delivery | overdelivered hours | overservicing hours | hours overserviced | hours we gave away | hours we give
        away | hours we give away for free | hours given away for free | work we give away | work we gave away | how
        much scope creep | hours more than sold | more hours than sold | more hours than we sold | beyond what was
        sold | beyond what we sold | more than what was sold | more than was sold | past what was sold
    """,
    "overservicing_rate": """
        overservice rate | overserviced share | share of overserviced hours | share of hours overserviced | share
        overserviced | overservicing percentage | overservicing percent | overservicing ratio | percent overserviced
        | percentage of overserviced hours | percentage of hours overserviced | scope creep rate | scope creep
        percentage | over servicing rate | how much of our time was overserviced | how much of the time was
        overserviced | how much of our work was overserviced
    """,
    "pending_change_amount": """
        scope changes pending | scope changes are pending | changes of scope pending | pending changes | pending
        change requests | pending change request | pending scope changes | pending scope change | change requests
        pending | changes pending | open change requests | open change request | open changes | change requests
        waiting | undecided change requests | undecided changes | unapproved change requests | unapproved changes |
        change requests pending approval |
        outstanding change requests | change requests awaiting approval | changes awaiting approval | value of
        pending changes | value of pending change requests | amount of pending changes | pending change order |
        pending change orders | change requests | change request | scope change | scope changes | change orders |
        change order | cr | pending cr | open cr |
        change orders pending | unapproved cr | outstanding cr | scope changes waiting for sign
        off | scope changes awaiting sign off | change requests waiting for sign off | change requests awaiting sign
        off | changes waiting for sign off | changes awaiting sign off | change requests waiting for approval |
        scope changes waiting for approval | changes waiting for approval | scope changes awaiting approval | change
        requests not yet approved | change requests not approved | change requests not signed off | change requests
        not yet signed off | unsigned change requests | unanswered change requests | change requests to be approved
        | change requests out for approval | change requests with the client | pending scope | scope pending | scope
        awaiting approval | scope waiting for approval | unapproved scope
    """,
    "approved_change_amount": """
        approved change requests | approved scope | approved scope changes | approved change orders | approved crs |
        approved change request | changes approved | change requests approved | change requests were approved |
        changes were approved | value of approved changes | value of approved change requests | amount of approved
        changes | extra scope | extra scope approved | additional scope | additional scope approved | agreed scope
        changes | accepted change requests | accepted changes | signed change requests | signed off changes | scope
        added | added scope | scope was added | scope has been added | scope we added | added to the scope | added
        to scope | scope increase | scope agreed on | scope agreed later | change requests signed off | scope
        changes approved | scope approved | scope approvals | scope did clients approve | clients approve | client
        approve | client approved | clients approved | changes accepted | change requests accepted
    """,
    "approved_change_hours": """
        hours of approved changes | hours of approved change requests | approved change requests in hours | approved
        changes in hours | hours added by changes | hours added by change requests | approved extra hours | extra hours
        approved | hours approved as changes
    """,
    "pending_change_count": """
        number of pending changes | number of pending change requests | number of change requests | change request
        count | pending change request count | count of change requests | count of pending change requests | number
        of open change requests
    """,
    "receivables_due": """
        invoices due | due invoices | invoices falling due | invoices fall due | invoices are due | invoices become
        due | invoices coming due | invoices that are due | invoices which are due | invoices to be paid | due to be
        paid | payments due | payments expected | expected payments | upcoming payments | payments fall due |
        expect payment | expect payments | expecting payment | expecting payments | expect to be paid |
        money due | receivables falling due | due receivables |
        payments coming in | money coming in | bills due | cash due | cash coming in | cash to come in | expected cash
        in | expected collections
    """,
    "pending_change_hours": """
        hours of pending changes | hours in pending changes | hours of pending change requests | hours in pending
        change requests | pending hours of change requests | pending changes in hours | pending change requests in
        hours | hours of open change requests | change request hours | hours of change requests
    """,
    "retainer_balance_hours": """
        retainer balance | retainer balances | balance of the retainer | balance of retainers | retainer position |
        retainer hours left | hours left on the retainer | hours left on retainers | hours left in the retainer |
        hours left of the retainer | retainer hours remaining | remaining retainer hours | retainer rollover |
        rollover | rollover hours | rolled over hours | rolled over | carried over hours | unused retainer hours |
        retainer hours balance | left on the retainer | left on retainers | left in the retainer | left of the
        retainer | retainer surplus | retainer deficit | overdrawn | in deficit | in overdraft
        | retainer usage left | unused hours on retainers | unused hours on the retainer | unused retainer time
        | retainers underused | retainers underutilised | retainers underutilized | retainers unused | retainers
        underspent | retainers not used up | retainers not fully used | underused retainers | underutilised retainers
        | underutilized retainers | underspent retainers | unused retainers | underserviced retainers | unused
        retainer allowance | retainer hours unused | hours unused on retainers | hours not used on retainers
    """,
    "agreements_ending": """
        contracts ending | contracts end | contracts that end | contracts which end | contract end | contract ends |
        contracts expiring | contracts expire | contracts that expire | expiring contracts | ending contracts |
        agreements end | agreements that end | agreements expiring | agreements expire | expiring agreements | ending
        agreements | agreement ends | budgets ending | budgets end | budgets that end | ending budgets | expiring
        budgets | budgets expire | budgets expiring | contracts up for renewal | contracts coming up for renewal |
        renewal dates | renewal date | agreements up for renewal | budgets up for renewal | up for renewal | coming up
        for renewal | due for renewal | renewal | renewals | renewals coming up | upcoming renewals | contracts running
        out | agreements running out | agreements run out |
        agreement runs out | contracts run out | contracts to renew | contracts are ending | contracts are
        expiring | budgets are ending | agreements are ending | contracts that are ending | contracts that are expiring
        | expire | expiring | up for extension | due for extension | to be renewed | need renewing | needs renewing |
        needs renewal | need renewal | come up for renewal | comes up for renewal | contracts coming to an end |
        contracts lapse | contracts lapsing
    """,
    "agreements_ending_value": """
        value of ending contracts | value of contracts ending | value of expiring contracts | value of ending
        agreements | value of agreements that end | value of contracts that end | value of expiring agreements |
        value of the contracts that end | value of the contracts ending | value of budgets ending | contract value
        ending | contract value expiring | contract value that ends | value up for renewal | renewal value | value
        of renewals | value of contracts up for renewal | value of upcoming renewals | revenue up for renewal |
        amount up for renewal | worth of contracts ending
        | value of everything expiring | value of everything that expires | value of everything ending | value of
        everything that ends | value of what expires | value of what is expiring | value of what ends
    """,
    "backlog": """
        order backlog | revenue backlog | work backlog | sold backlog | contract backlog | backlog of work | backlog
        value | backlog amount | backlog of orders | order book | orders on hand | work on hand | work on the books
        | unearned budget | unearned fees | sold but not yet earned | sold but not earned | sold and not yet
        delivered | sold but not delivered | sold work left | work we have sold but not delivered | remaining
        contract value | contract value left | contract value remaining | still to be earned | still to earn | left
        to earn | remaining revenue | revenue still to come from contracts
        | signed work | signed work left | signed work still to deliver | signed but not delivered | signed and not
        yet delivered | signed backlog | contracted backlog | contracted work left | signed work remaining | work in
        hand | sold work | work we have signed | signed contracts left | signed work to deliver | sold work remaining
        | sold work still to deliver | contracted work | revenue left to recognize | revenue left to earn | revenue
        left to recognise
    """,
    "invoiced": """
        invoices | invoices we issued | invoices we raised | bills we issued | invoices raised | bills raised |
        invoicing | billed | billings | billing | billed amount | amount billed | amount invoiced |
        invoiced amount | invoice amount | invoice total | invoice volume | invoice value | value of invoices | total
        invoiced | total billed | net invoiced | net invoices | invoice revenue | invoiced revenue | billed revenue |
        revenue invoiced | revenue billed | sent invoices | invoices sent | invoices issued | issued invoices |
        invoices we sent | invoices written | amount of invoices | sum of invoices | sales invoices | invoiced sales |
        invoiced net | client billings | charged | charged clients | billed to clients | invoiced to clients | we bill
        | did we bill | did we invoice | have we billed | have we invoiced | do we bill | do we invoice | did we
        charge | have we charged | we billed | we invoiced | we charged | was billed | was invoiced | were billed |
        were invoiced | got billed | got invoiced
    """,
    "tax_charged": """
        tax | taxes | vat | sales tax | gst | tax invoiced | tax on invoices | tax on the invoices | vat charged |
        vat invoiced | vat on invoices | vat billed | tax billed | tax amount | vat amount | output tax | output vat
        | tax collected | value added tax | tax did we charge | tax have we charged | vat did we charge | vat have
        we charged
    """,
    "collected": """
        collections | collection | collect | cash collected | cash did we collect | cash have we collected | cash we
        collected | cash received | cash in | cash inflow | cash receipts
        | receipts | money received | money collected | money in | payments | payment | payments received | received
        payments | incoming payments | payments in | amount received | amount collected | amount paid | paid | paid
        by clients | paid us | have paid | has paid | did pay | client payments | customer payments |
        received | received from clients | money came in | cash came in | came in | pay us
    """,
    "unbilled": """
        tied up in wip | underbilled | under billed | underinvoiced | under invoiced | tied up in unbilled work |
        wip | work in progress | unbilled revenue | unbilled amount | unbilled work | unbilled value | not yet billed |
        not billed | not yet invoiced | not invoiced | uninvoiced | uninvoiced revenue | uninvoiced work | to be
        invoiced | to invoice | still to invoice | still to be invoiced | still to bill | still to be billed | to be
        billed | left to invoice | left to bill | unbilled time value | accrued revenue | revenue not invoiced |
        revenue not yet invoiced | revenue not billed | revenue not yet billed | unbilled wip | wip balance | deferred
        revenue | deferred | deferred income | deferred fees | unearned revenue | unearned income | income in advance |
        billed in advance | invoiced in advance | ready to invoice | ready to bill | have we not billed | have we not
        billed yet | have we not invoiced | have we not invoiced yet | haven't we billed | haven't we invoiced | yet to
        bill | yet to invoice | unbilled fees | unbilled balance | unbilled time | can we bill | can we invoice | can i
        bill | can i invoice | could we bill | could we invoice | can be billed | can be invoiced | could be invoiced |
        ready for invoicing | ready for billing | do we have to invoice | have to invoice | have to bill | should we
        invoice | should we bill | need to invoice | need to bill | uninvoiced time | uninvoiced time and expenses |
        needs invoicing | need invoicing | needs billing | need billing | needs to be invoiced | needs to be billed |
        should be invoiced | should be billed | accrued income | revenue recognized but not invoiced | recognized but
        not invoiced | recognized but not yet invoiced | work done but not invoiced | work done but not yet invoiced |
        work done but not billed | work done but not yet billed | revenue earned but not invoiced | earned but not
        invoiced | earned but not billed | worked but not billed | worked but not invoiced | delivered but not invoiced
        | delivered but not billed | done but not billed | done but not invoiced | recognized but not billed | unbilled
        time and expenses | time and expenses not yet billed | time and expenses not yet invoiced | time and expenses
        not billed
    """,
    "receivables": """
        open bills | unpaid bills | tied up in unpaid invoices | tied up in open invoices | tied up in receivables |
        open amount | open amounts |
        gross receivables | gross receivables incl vat | gross receivables including vat | receivables including vat |
        receivables incl vat | receivables including tax | receivable | accounts receivable | ar | a r | open invoices
        | outstanding | outstanding invoices | outstanding amount | outstanding amounts | outstanding balance |
        outstanding receivables | open receivables | open items of clients | amount outstanding | amounts outstanding
        | invoices outstanding | invoices open | unpaid | unpaid invoices | unpaid amount | unpaid amounts | invoices
        unpaid | unsettled invoices | not yet paid | not paid yet | invoices not paid | invoices not yet paid |
        debtors | debtor balance | trade receivables | owe | owes | owed | owe us | owes us | owed to us | owed by
        clients | do clients owe us | do our clients owe us | money owed | money owed to us | due to us | awaiting
        payment | waiting for payment | invoices awaiting payment | receivables balance | still owed | still open |
        invoices that are open | invoices that are unpaid | invoices are unpaid | invoices are open | invoices are
        outstanding | who owes us money | who owes me money | who owes me | who owes us | who owe us money | owes me |
        owe me | owes me money | owe me money | owes us money | owe us money | ageing of receivables | aging of
        receivables | receivables ageing | receivables aging | ar aging | ar ageing | ageing report | aging report |
        aged receivables | aged debtors
    """,
    "overdue_receivables": """
        how much is overdue | how much money is overdue | how much do we have overdue | overdue invoices | invoices
        overdue | total overdue | overdue in total |
        overdue amount | overdue amounts | overdue payments | overdue payment | payments overdue | past due
        | past due invoices | past due receivables | past due amount | invoices past due | late invoices | late
        payments | late paying | paying late | pays late | pay late | late payers | amount overdue | overdue balance |
        overdue debtors | overdue receivable | overdue accounts | receivables overdue | receivables past due |
        invoices that are overdue | invoices are overdue | invoices that are late | invoices are late | invoices are
        past due | overdue money | money overdue | in arrears | arrears | late with payment | late with payments |
        late with paying | overdue bills | bills overdue | behind with payments | behind on payments
    """,
    "dso": """
        days sales outstanding | days of sales outstanding | day sales outstanding | debtor days | days receivable |
        days receivables outstanding | collection period | average collection period | how long do clients take to
        pay | how long until we get paid | how long until we are paid | how fast do clients pay | how quickly do
        clients pay | days to get paid | days until paid | time to get paid | payment days | payment
        time | payment times | average payment time | average days to pay | days to pay | time to pay
    """,
    "billable_expenses": """
        expenses to rebill | expenses to recharge | expenses to pass on | expenses we can rebill | expenses we can
        recharge | rebillable expenses | reimbursable expenses | rechargeable expenses | recharged expenses |
        chargeable expenses |
        expenses charged on | expenses charged to clients | expenses billed on | expenses passed on | recharges |
        rechargeables | pass through revenue | pass through income | billable expense | rebillable costs | rechargeable
        costs | expenses we can recharge | expenses we can bill
    """,
    "billing_lag_days": """
        billing lag | billing delay | invoicing lag | invoicing delay | invoice lag | invoice delay | lag of
        invoices | lag of billing | days to invoice | days to bill | days until invoiced | days until we invoice |
        days until we bill | time to invoice | time to bill | how long until we invoice | how long until we bill |
        how long does it take to invoice | how long does it take us to invoice | how long does it take to bill | how
        late do we invoice | how late do we bill | how quickly do we invoice | how quickly do we bill | how fast do
        we invoice | how fast do we bill | how soon do we invoice
    """,
    "realization": """
        realization rate | realisation | realisation rate | realized share | billing realization | realization
        percentage | realization percent | realization ratio | invoiced over billable value | invoiced vs billable
        value | invoiced against billable value | share of billable value invoiced | share of billable value billed
        | share of billable work invoiced | how much of our billable value was invoiced | how much of the billable
        value was invoiced | how much of our billable work was invoiced | how much of the billable work was invoiced
    """,
    "expense_cost": """
        expense | approved expenses | expenses approved | expenses cost | cost of expenses | costs of expenses |
        expenses spent | expense amount | expense total | expense costs | third party costs | third party cost |
        external costs | external cost | pass through costs | purchases | bought in costs | direct expenses | project
        expenses | money spent on expenses | spent on expenses | spending on expenses | expense spend | expense
        spending | out of pocket costs | out of pocket expenses | reimbursables | vendor costs | vendor cost | vendor
        spend | supplier costs | supplier spend | non labor costs | non labor cost | freelancer invoices | did we pay
        in expenses | did we pay out in expenses | pay out in expenses | paid out in expenses | have we paid out in
        expenses | expense claims | expense claim | claims for expenses | purchase costs | pass through expenses |
        disbursements | third party spend | third party expenses
    """,
    "cost": """
        costs | total cost | total costs | overall cost | overall costs | all costs | project cost | project costs |
        cost us | costs us | cost us all in | cost all in |
        all in cost | all in costs |
        full cost | cost of delivery | delivery cost | delivery costs | cost of projects | cost
        of the project | cost of the projects | cost of clients | cost of sales | cost of goods sold | direct cost |
        direct costs | labor and expenses | what did it cost | how much did it cost | how much does it cost | cost
        amount | total spend | total spending | did cost | did it cost | have cost | costing us | costing
    """,
    "invoiced_profit": """
        profit on invoices | profit by invoices | invoice profit | billed profit | profit on billings | invoiced
        less cost | invoiced minus cost | invoiced less costs | invoiced minus costs | billed minus cost | billed
        less cost | profit on an invoiced basis | profit on invoiced basis | cash basis profit | profit from
        invoices | profit on invoiced revenue
    """,
    "agi": """
        agency gross income | gross income | adjusted gross income | net revenue | net fee income | net fees | net
        income before labor | revenue after pass through | revenue net of expenses | revenue without expenses |
        revenue excluding expenses | revenue excluding billable expenses | revenue less billable expenses | gross
        income excluding pass through | revenue excluding pass through | revenue without pass through | revenue net of
        pass through | income excluding pass through | income net of pass through | fees excluding pass through |
        revenue less pass through | gross income excluding pass through costs | revenue excluding pass through costs |
        revenue net of pass through costs | revenue excluding third party costs | revenue less third party costs |
        revenue net of third party costs | revenue net of disbursements | revenue excluding disbursements | fee
        revenue | fee only revenue | revenue after expenses | own revenue
    """,
    "delivery_margin": """
        delivery margin percentage | delivery margin rate | delivery profit margin | delivery profitability | margin
        on delivery | margin of delivery | contribution margin | agi margin | margin on agi | gross margin on
        delivery | labor margin | margin after labor | margin on labor
    """,
    "average_billable_rate": """
        billable rate | billable rate per hour | hourly billable rate |
        average rate | average hourly rate | average hour rate | average bill rate | average billing rate | average
        realized rate | effective rate | effective hourly rate | effective bill rate | effective billing rate |
        effective billable rate | realized rate | realized hourly rate | realized bill rate | realised rate | hourly
        rate | rate per hour | rate an hour | revenue per hour | revenue per tracked hour | income per hour | earned
        per hour | fee per hour | blended rate | blended hourly rate | actual hourly rate | actual rate | abr | ehr |
        charge out rate | charged rate | rate did we achieve | rate do we achieve | rate we achieve | achieved rate |
        rate achieved | agi per hour | did we earn per hour | earning per hour | are we earning per hour | earning an
        hour | did we earn an hour | did we make per hour | what do we earn per hour | what do we earn an hour | how
        much do we earn per hour | how much do we earn an hour | earn per hour | earn an hour | make per hour | make
        an hour | per hour | bill rate | billing rate | average price per hour | average price of an hour | price per
        hour | rate we actually realise | rate we actually realize | rate we realise | rate we realize | rate we get |
        rate we really get | rate we actually get | rate we actually achieve
    """,
    "revenue_per_fte": """
        revenue per head | revenue per employee | revenue per person employed | revenue per full time equivalent |
        revenue per capita | revenue by fte | revenue for each fte | income per head | income per employee | income
        per fte | turnover per head | turnover per employee | turnover per fte | revenue per full time employee |
        revenue per staff | revenue per staff member | revenue an fte | revenue per team member | sales per head |
        sales per employee
    """,
    "pipeline_value": """
        value of the pipeline | unweighted pipeline | unweighted pipeline value | total pipeline | total pipeline
        value | value of open deals | value of deals | value of open opportunities | open deal value | open deals
        value | deal value | deals value | value of the open deals | gross pipeline | full pipeline | in the
        pipeline | in our pipeline | in the sales pipeline | pipeline worth | pipeline size | size of the pipeline |
        pipeline total | open pipeline | deals in the pipeline | how big is the pipeline | how big is our pipeline |
        how large is the pipeline | how much is in the pipeline | what is in the pipeline | what's in the pipeline |
        worth of the pipeline | expected to close | deals closing | closing | due to close
        | deals due to close | value of deals expected to close | value of deals closing | open opportunities value
        | in the funnel | in our funnel | in the sales funnel | what is in the funnel | value of the funnel | in play
        | deals in play | value in play | business in play | unsigned deals | open proposals | proposals out |
        proposals outstanding | value of open proposals | deals on the table | on the table
    """,
    "deal_cost": """
        deal cost | deal costs | cost of deals | costs of deals | cost of open deals | cost of the deals | cost of the
        open deals | cost of the pipeline | pipeline cost | estimated deal cost | estimated cost of open deals |
        estimated cost of the deals | estimated costs of deals | cost estimate of deals | cost to deliver the deals |
        cost of delivering the deals | proposal cost | proposal costs | cost of proposals | cost before signing
    """,
    "deal_profit": """
        deal profit | deal profits | profit of deals | profit of open deals | profit of the deals | profit of the open
        deals | profit of the pipeline | pipeline profit | profit in the pipeline | estimated deal profit | estimated
        profit of open deals | estimated profit of the deals | profit before signing | proposal profit | profit of
        proposals | profit we would make on deals | profit on open deals | profit on deals
    """,
    "deal_margin": """
        deal margin | deal margins | margin of deals | margins of deals | margin of open deals | margin of the deals |
        margin of the open deals | margin of the pipeline | pipeline margin | margin in the pipeline | estimated deal
        margin | estimated margin of open deals | estimated margin of the deals | margin on deals | margin on open
        deals | margin on the pipeline | margin before signing | proposal margin | margin of proposals | margin
        visibility
    """,
    "win_rate": """
        share of deals did we win | percentage of deals did we win | share of deals we win | share of deals we won |
        close rate | closing rate | hit rate | success rate | deal win rate | win ratio | win percentage | win
        percent | won rate | share of deals won | share of won deals | share won | percentage of deals won | percent
        of deals won | deals won rate | conversion rate | conversion | sales conversion | deal conversion | deal
        conversion rate | opportunity win rate | rate of won deals | how often do we win | how often did we win |
        wins and losses | won vs lost | won versus lost | sales success
        | proposal win rate | pitch win rate | bid win rate | tender win rate | win rate on proposals | win rate on
        pitches | win rate of proposals | hit rate on proposals | hit rate on pitches | hit rate of proposals |
        success rate of proposals | success rate on proposals | success rate on pitches | success rate of pitches |
        strike rate | wins vs losses | wins versus losses | won and lost | win loss ratio | win loss rate | win to
        loss ratio | closing ratio | proposals do we win | share of proposals won | percentage of proposals won |
        proposals won
    """,
    "average_deal_size": """
        deal size | average deal value | average deal | average value of deals | average value of won deals | mean
        deal size | mean deal value | average size of deals | average size of a deal | average value of a deal |
        size of deals | size of a deal | typical deal size | typical deal value | average order value | average
        contract value | average won deal | how big are our deals | how large are our deals |
        how big is a deal | how big is the average deal | how big is an average deal | average sale | how big is our
        average deal | how large is our average deal | how large is the average deal
        | average deal value we won | average value of the deals we won | average size of the deals we won | average
        value of deals we won | average size of deals we won | average value won | mean value won | average won deal
        size | average won deal value | average size of won deals | average size of won work | average size of a won
        deal | average deal we won | average ticket | average ticket size | average size of the deals won | average
        value of the deals won
    """,
    "won_value": """
        value of deals won | value of won deals | value of the deals won | value of the deals we won | value of deals
        we won | value we won | total value won | won value | won deal value | won deals value | won business | new
        business value | value of new business | new business in | worth of deals won | worth of won deals | order
        intake | orders won | orders received | value of orders won | bookings won | sales won | sales closed | value
        of deals closed | value of closed deals | value of the deals we closed | value of deals signed | value of
        deals we signed | value signed | amount won | how much business did we win | how much business have we won |
        how much new business did we win | how much new business have we won | how much work did we win | how much
        work have we won | how much did we win | how much have we won | how much did we sell | how much have we sold |
        how much did we close | how much have we closed | how much did we sign | how much have we signed | new
        business | did we sell | have we sold | we sold | total value of deals won | total value of won deals | value
        did we win
        | what did we sell | what have we sold | what we sold | what did we win in value
    """,
    "lost_value": """
        value of deals lost | value of lost deals | value of the deals lost | value of the deals we lost | value of
        deals we lost | value we lost | total value lost | lost deal value | lost deals value | lost business | worth
        of deals lost | worth of lost deals | how much business did we lose | how much business have we lost | how
        much work did we lose | how much new business did we lose | amount lost in deals
    """,
    "sales_cycle_days": """
        sales cycle | sales cycle length | length of the sales cycle | sales cycle time | sales cycle duration |
        average sales cycle | deal cycle | deal cycle time | days to close | days to win | days to close a deal |
        days to win a deal | time to close | time to win | time to close a deal | time to win a deal | how long does
        it take to close | how long does it take to close a deal | how long does it take us to close a deal | how
        long does it take to win a deal | how long does it take us to win a deal | how long do deals take | how long
        does a deal take | how long is the sales cycle | how long is our sales cycle | deal length | sales velocity
        | sales cycles | deal cycles | length of our sales cycles | days from lead to close    |
        time to signature | days to signature | how long we take to close deals | how long do we take to close a deal |
        how long we take to win deals | how long do we take to win a deal
    """,
    "planned_value": """
        pv | bcws | budgeted cost of work scheduled | planned value of work | value planned | scheduled value
    """,
    "earned_value": """
        ev | bcwp | budgeted cost of work performed | value earned | earned value analysis | eva | evm | earned
        value management
    """,
    "actual_cost": """
        acwp | actual cost of work performed | actual cost of work | actual costs | actual cost at prices
    """,
    "cost_variance": "cv | variance of cost | cost deviation | earned value minus actual cost",
    "schedule_variance": """
        sv | variance of schedule | schedule deviation | ahead of schedule | on schedule | earned value minus
        planned value
    """,
    "cpi": "cost performance index | cost index | cost performance | cost efficiency index",
    "spi": "schedule performance index | schedule index | schedule performance | schedule efficiency index",
    "estimate_at_completion": """
        eac | cost at completion | estimated cost at completion | forecast at completion | forecast cost at
        completion | estimate at the end
    """,
    "estimate_to_complete": """
        etc | cost to complete | estimated cost to complete | forecast to complete | cost to finish | still to be
        spent
    """,
    "variance_at_completion": "vac | variance at the end | completion variance",
}
