"""What firms that sell advice ask that is not measured, and the words of theirs that have several readings."""

from collections.abc import Mapping

from assistant.planning.words import phrases

AMBIGUOUS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("pending_change_amount", "approved_change_amount"): phrases("""
        variations, extras, additional services, change notices, compensation events
    """),
    ("expense_cost", "labor_cost"): phrases("subconsultants, sub consultants"),
}
"""Words of such firms that have several readings whose numbers differ."""

UNMEASURED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("dso", "unbilled", "receivables"): phrases("""
        lock up, lock up days, lockup, lockup days, total lock up, lock up period, days of lock up, work in
        progress days, wip days, wip lock up, days in wip, days of wip, wip turnover, debtor lock up, cash
        conversion cycle, cash conversion
    """),
    ("sales_cycle_days", "pipeline_value"): phrases("""
        oldest open deal, oldest open deals, oldest deal, oldest deals, age of our deals, age of open deals, age of the
        deals, deal age, how old are our deals, deals been open, stuck deals, stalled deals, deals are stuck, deals are
        stalled, deals that are stuck, deals stuck, stale deals, deals without activity
    """),
    ("unbilled", "billing_lag_days"): phrases("""
        wip by age, age of our wip, aged work in progress, ageing of work in progress, oldest wip, stale wip,
        wip older than, wip over 30 days, wip over 60 days, wip over 90 days, wip over 120 days, wip over 180
        days, wip over six months, unbilled time older than, unbilled work older than, aged unbilled time,
        ageing of unbilled time, wip provision, wip provisions, provision against wip
    """),
    ("realization", "unbilled"): phrases("""
        write off rate, wrote off, wrote down, wrote up, write up, write ups, written up, write ons, time
        written off, hours written off, fees written off, wip written off, wip write off, wip write offs, write
        off wip, bad debt provision, doubtful debts, provision for bad debts, provision for doubtful debts, bad
        debt written off, unrecoverable wip, irrecoverable wip, write downs of wip, time write offs
    """),
    ("realization", "average_billable_rate"): phrases("""
        standard value, standard rates, at standard rates, standard rate, standard rate value, value at standard
        rates, standard fees, time at standard, gross value of time, list rates, at list rates, at rack rates,
        rack rates, rack rate, leakage, fee leakage, billing leakage, courtesy discounts
    """),
    ("headcount", "billable_hours"): phrases("""
        leverage, leverage ratio, leverage model, partner leverage, staff leverage, gearing, gearing ratio,
        pyramid, staff pyramid, team pyramid, span of control, partner to associate ratio, partner to staff
        ratio, ratio of partners to associates, ratio of associates to partners, ratio of juniors to seniors,
        ratio of seniors to juniors, associates per partner, staff per partner
    """),
    ("revenue", "labor_cost"): phrases("""
        multiplier, multipliers, net multiplier, labour multiplier, labor multiplier, direct labour multiplier,
        direct labor multiplier, target multiplier, break even multiplier, salary multiple, multiple of salary,
        times salary
    """),
    ("profit", "revenue_per_fte"): phrases("""
        profit per partner, profits per partner, profit per equity partner, profits per equity partner, ppep,
        partner drawings, profit share of partners, partner profit share, partner capital, profit per lawyer,
        revenue per lawyer, revenue per partner
    """),
    ("revenue", "won_value"): phrases("""
        origination, originations, origination credit, origination credits, originating partner, originated
        fees, fees originated, referral, referrals, referral fees, cross selling, cross sell, cross sold
    """),
    ("collected", "receivables"): phrases("""
        client account balance, held on client account, client money, client monies, client funds, trust
        account, trust accounts, trust balance, trust balances, trust money, trust funds, iolta, escrow, money
        on account, monies on account, on account balance, funds on account, suspense account, held on account
    """),
    ("expense_cost", "unbilled"): phrases("""
        unbilled disbursements, unbilled disbursement, disbursements not yet billed, disbursements not billed,
        disbursements not yet recharged, disbursements to be billed, disbursements still to bill, disbursements
        to recharge, disbursements unbilled, disbursement wip, wip disbursements, unrecovered disbursements,
        disbursements written off, outstanding disbursements, disbursements outstanding, anticipated
        disbursements
    """),
    ("invoiced", "budget_total"): phrases("""
        percent billed, percentage billed, percent of fee billed, percentage of fee billed, percent fee billed,
        percent of the fee billed, percentage of the fee billed, percent of the fee invoiced, percentage of the
        fee invoiced, percent invoiced of the fee, share of the fee billed, share of the fee invoiced, how much
        of the fee is billed, how much of the fee is invoiced, how much of the fee have we billed, how much of
        the fee have we invoiced, how much of the fee has been billed, how much of the fee has been invoiced,
        retainage, retention held
    """),
    ("billable_hours", "billability"): phrases("""
        chargeable target, chargeable hours target, billable hours target, billable target, billing target,
        billing targets, fee target, fee targets, hours target, chargeable hours budget, budgeted chargeable
        hours
    """),
    ("internal_hours", "tracked_hours"): phrases("""
        business development time, business development hours, bd time, bd hours, cpd time, cpd hours, cpd,
        marketing time, study leave hours, know how time, knowledge management time, supervision time, practice
        development time
    """),
    ("tracked_hours",): phrases("""
        timesheet narratives, time narratives, narratives, narrative, time entry narratives, billing narratives
    """),
    ("scheduled_hours", "agreements_ending"): phrases(
        "secondments ending, secondments, secondment, secondees, secondee"
    ),
    ("capacity_gap", "overbooked_hours"): phrases("""
        resource requests, resource request, staffing requests, unfilled requests, unfilled roles, open resource
        requests, roles to fill, roles not filled, staffing requests not filled
    """),
    ("scheduled_hours", "free_hours"): phrases("""
        rolling off, roll off, rolls off, roll offs, rolls off a project, coming off a project, coming off
        projects
    """),
    ("invoiced", "draft_invoices"): phrases("""
        interim bills, final bills, interim bill, final bill, interim invoices, final invoices, final account
        bills, interim accounts, final accounts
    """),
    ("bench_hours",): phrases("""
        cost of people on the bench, cost of the beach, bench cost per month, cost of unassigned consultants
    """),
    ("revenue", "backlog"): phrases("annuity revenue, managed services revenue, run rate revenue"),
    ("profit", "cost"): phrases(
        "overhead rate, overhead multiplier, break even rate, break even, utilisation break even"
    ),
    ("open_tasks", "overdue_tasks"): phrases("""
        rfi, rfis, submittals, submittal, punch list, snags, snag list, limitation dates, court dates, hearing
        dates, filing deadlines
    """),
    ("revenue", "margin"): phrases("""
        conflict checks, conflicts of interest, independence checks, chargebacks
    """),
}
"""What such firms ask that is not measured yet, under the measured things that come nearest."""
