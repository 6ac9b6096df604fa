"""The everyday words around metrics: those with several readings, and those for what is not measured yet."""

import re
from collections.abc import Mapping

from assistant.planning.words import phrases
from assistant.planning.words_of_values import TENTATIVE

TOGETHER: Mapping[str, tuple[str, ...]] = {
    "burn_index": ("budget_used_percent",),
    "burn_index_hours": ("budget_hours_used_percent",),
    "budget_remaining": ("budget_hours_remaining",),
    "agreements_ending": ("agreements_ending_value",),
    "pending_change_amount": ("pending_change_hours",),
    "approved_change_amount": ("approved_change_hours",),
    "plan_variance_hours": ("plan_error", "timesheet_completeness"),
    "missing_days": ("missing_hours",),
    "won_deals": ("win_rate",),
    "paid_on_time": ("days_paid_late",),
    "issued_paid_percent": ("issued_open",),
    "issued_open": ("issued_paid_percent",),
}
"""What stands beside a metric that is asked for in everyday words and not by its own name."""

SPENDING = ("cost", "expense_cost", "budget_used")
"""What "spent" can mean of a period."""

AMBIGUOUS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("non_billable_hours", "overserviced_hours"): phrases("""
        unpaid work, work unpaid, freebies, freebie, work for free, free of charge, given away for free, pro bono,
        give away, giving away, gave away, given away
    """),
    ("contracted_hours", "available_hours", "tracked_hours"): phrases("working hours, working time"),
    ("revenue", "won_value"): phrases("sales, sales volume, sales figures, sales numbers"),
    ("budget_remaining", "free_hours"): ("headroom",),
    ("weighted_pipeline", "pipeline_value"): phrases("""
        pipeline, sales pipeline, deal pipeline, open deals, open opportunities, funnel, sales funnel
    """),
    ("revenue", "profit"): phrases("""
        earnings, earn, are we making, are we earning, have we made, did we make, do we make, have we earned, did we
        earn, make money, money made, make the most money, bring the most money
    """),
    ("billability", "billable_utilization"): phrases("""
        billing efficiency, billable efficiency, efficiency, productivity, productive
    """),
    ("tracked_hours", "total_utilization"): phrases("busy, workload, load, how busy, how loaded, loaded, workloads"),
    ("profit", "agi"): phrases("""
        revenue minus expenses, revenue less expenses, revenue minus all expenses, income minus expenses, income less
        expenses, fees minus expenses, fees less expenses, revenue after all expenses
    """),
    ("deal_margin", "forecast_margin"): phrases("estimated margin, estimated margins"),
    ("deal_profit", "forecast_profit"): phrases("estimated profit, estimated profits"),
    ("revenue", "margin", "burn_index"): phrases("""
        performance, performing, perform, how are we doing, how am i doing, how did we do, going well, kpi
    """),
    SPENDING: phrases("money spent, spending on"),
    ("overdue_receivables", "overdue_tasks"): phrases("overdue, past due date"),
    ("receivables_due", "draft_invoices"): phrases("upcoming invoices, upcoming invoicing, upcoming bills"),
    ("budget_used_percent", "burn_index", "forecast_overrun"): phrases("""
        budget problem, budget problems, budget issue, budget issues, budget trouble, trouble with the budget
    """),
    ("missing_hours", "pending_hours"): phrases("""
        open timesheets, timesheets open, timesheets still open, timesheets are open, timesheets are still open
    """),
    ("overdue_tasks", "missing_hours", "overdue_receivables"): phrases("late, running late, too late"),
    ("missing_hours", "overdue_receivables"): phrases("""
        i have to chase, i need to chase, should i chase, we have to chase, we need to chase, should we chase,
        to be chased
    """),
    ("receivables_due", "milestones_due", "tasks_due"): phrases("due, falling due"),
    ("plan_variance_hours", "cost_variance", "schedule_variance"): phrases("variance, variances"),
    ("total_utilization", "gross_billable_utilization"): phrases("gross utilization"),
    ("pending_hours", "pending_change_amount", "pending_absence_days"): ("nobody has approved", "no one has approved"),
}
"""Words that have several readings whose numbers differ."""

VAGUE = frozenset(phrases("""
    busy, workload, load, how busy, performance, performing, perform, how are we doing, how am i doing, how did we do,
    going well, kpi, kpis
"""))  # fmt: skip
"""Words that the measures named beside them explain: "how busy is the team (booked hours)"."""

BUSY = frozenset(phrases("busy, workload, load, how busy, how loaded, loaded, workloads"))
"""Words for how full somebody's days are."""

BUSY_SO_FAR = ("total_utilization", "tracked_hours")
BUSY_AHEAD = ("scheduled_utilization", "scheduled_hours")
"""What tells it of people, and of the work itself."""

RECURRING = phrases("""
    recurring, monthly recurring revenue, mrr, recurring revenue, arr, annual recurring revenue, recurring income
""")
"""What comes back every month, to which the revenue of retainers comes nearest."""

UNMEASURED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("tracked_hours", "billable_hours"): phrases("""
        billed hours, hours billed, time entry list
    """),
    ("available_hours", "overbooked_hours"): phrases("""
        placeholder, unassigned
    """),
    ("entry_lag_days", "tracked_hours"): ("unsubmitted",),
    ("on_time_rate", "overdue_tasks"): tuple(
        f"{task}{done} {late}"
        for task in ("tasks ", "tasks were ", "tasks that were ", "")
        for done in ("completed", "done", "finished", "closed")
        for late in ("late", "too late", "after the deadline", "after the due date", "after their due date")
    ),
    ("overserviced_hours", "labor_cost"): phrases("""
        cost of overservicing, overservicing cost, overservicing costs, cost of overservice, cost of over servicing,
        cost of overserviced hours, cost of scope creep
    """),
    ("bench_hours",): phrases(
        "bench cost, cost of the bench, cost of bench time, cost of bench, idle cost, bench costs"
    ),
    ("headcount", "billable_utilization"): phrases("""
        billable people, billable staff, billable heads, billable headcount, billable employees, chargeable people
    """),
    ("contracted_hours", "available_hours"): phrases("working days, workdays, business days, work days"),
    ("budget_hours_remaining", "hours_to_complete"): phrases("""
        person days left, man days left, person days remaining, days of work left, days of work remaining, days of work
        are left, person days are left, man days are left, person days do we have left, days left on the budget
    """),
    ("timesheet_completeness", "missing_days"): phrases("""
        streak, streaks, weeks in a row, days in a row, weeks running, consecutive weeks, consecutive days, weeks on the
        trot, days on the trot, weeks without a gap
    """),
    ("tracked_hours", "missing_days"): phrases("""
        number of time entries, how many time entries, number of entries, how many entries, count of time entries,
        count of entries, time entry count, hours per entry, hours per time entry, person days, man days, days
        worked, days of work, worked days, days logged, days tracked, day equivalents
    """),
    ("expense_cost",): phrases("expenses claimed, expense reimbursements"),
    ("overtime_hours",): phrases("""
        time in lieu, time off in lieu, toil, lieu days, lieu time, flex balance, flexitime balance, overtime balance,
        overtime account, overtime balances
    """),
    ("absence_days", "available_hours"): phrases("at the same time as, same time as"),
    ("absence_days",): phrases("""
        half day, half days, half day leave, half day leaves, half days off, half day off,
        back from leave, back from vacation, back from holiday, back from holidays, who is back, is back, back in the
        office, returns from leave, returning from leave, return from leave, comes back, coming back
    """),
    ("absence_days", "absence_spells"): phrases("""
        length of absence, length of absences, length of leave, length of a leave, length of sick leave, length of a
        sick leave, length of an absence, average length of leave, average absence length, days per absence, days per
        leave, days per spell, days per sick leave, duration of absence, duration of absences, duration of leave,
        duration of sick leave, bradford factor, bradford score, presenteeism
    """),
    ("absence_days", "labor_cost"): phrases("""
        cost of sick leave, cost of absence, cost of absences, cost of leave, cost of vacation, cost of sick days, cost
        of sickness, cost of holidays, sick pay, holiday pay, vacation pay, paid absence cost, absence cost, absence
        costs, sick leave cost, cost of time off, leave liability, holiday accrual cost, vacation liability
    """),
    ("pending_hours",): phrases("""
        in draft, still in draft, draft timesheets, draft hours, draft time, draft entries, rejected hours,
        rejected time, rejected timesheets, rejected entries, got rejected, were rejected, was rejected, rejected,
        approved hours, approved time, approved timesheets, hours approved, timesheets approved, time approved
    """),
    ("tracked_hours", "internal_hours"): phrases("""
        in meetings, into meetings, on meetings, meetings, meeting time, meeting hours, time in meetings, hours in
        meetings, time on meetings, hours on meetings, stand ups, standups, travel time, commuting, training time
    """),
    ("available_hours",): phrases("public holidays, public holiday, bank holidays, bank holiday, national holidays"),
    ("fte", "contracted_hours"): phrases("part timers, part timer, part time, part time staff, working part time"),
    ("leavers", "joiners", "headcount"): phrases("""
        turnover of staff, staff turnover, employee turnover, turnover of employees, attrition, attrition rate,
        turnover rate, staff turnover rate, fluctuation, staff retention, retention of staff, employee retention,
        tenure, length of service, seniority of staff
    """),
    ("pending_change_amount", "approved_change_amount"): phrases("""
        declined changes, declined change requests, changes declined, rejected changes, rejected change requests,
        changes rejected, change requests declined, change requests rejected
    """),
    ("lost_deals", "lost_value"): phrases("""
        lost reason, lost reasons, loss reason, loss reasons, reason lost, reasons lost, reasons for losing, reason
        for losing, reasons we lost, reasons we lose, reason we lost, reasons for loss, reasons for lost deals,
        reasons for losses, why do we lose, why did we lose, why have we lost, why are we losing, why we lose, why we
        lost, why do we keep losing, why were deals lost, who did we lose to, competitors we lost to, competitor,
        competitors, the competition, rivals
    """),
    ("win_rate",): phrases("""
        stage conversion, stage conversion rate, stage to stage conversion, conversion by stage, conversion rate by
        stage, conversion between stages, conversion per stage, proposal to won, from proposal to won, proposal to
        win, qualified to won, from qualified to won, conversion from proposal, conversion rate from proposal,
        conversion rate from qualified, conversion from qualified, funnel conversion, conversion through the funnel,
        drop off by stage, drop off rate, proposal to close, time in stage, days in stage, time spent in stage
    """),
    ("new_deals", "sales_cycle_days"): phrases("""
        age of deals, deal age, age of open deals, ageing of deals, aging of deals, deal ageing, deal aging, pipeline
        ageing, pipeline aging, ageing of the pipeline, aging of the pipeline, age of the pipeline, how old are
        deals, how old are our deals, how old are the deals, stale deals, stale opportunities, stuck deals, stuck
        opportunities, stalled deals, stalled opportunities, deals stuck, deals stalled
    """),
    ("weighted_pipeline", "pipeline_value"): phrases("""
        probability, probabilities, likelihood, chance of winning, chances of winning, odds, how likely, how probable,
        how sure, how certain, how confident, win probability, closing probability, most likely to close, most likely
        to be won, most likely to win, likeliest to close, least likely to close, most likely deals, likeliest deals,
        most probable deals
    """),
    ("hours_to_complete", "backlog"): phrases("""
        weeks of work, weeks of work left, months of work, months of work left, weeks of backlog, months of backlog,
        weeks worth of work, months worth of work, backlog in weeks, backlog in months, weeks of work are left, weeks
        of work do we have, weeks of work do we have left, months of work do we have, months of work do we have left,
        months of work are left, runway, how long does our work last, how long will our work last
    """),
    ("unbilled",): phrases("unbilled hours"),
    ("realization", "unbilled"): phrases("""
        write off, write offs, written off, write down, write downs, written down, bad debt, bad debts
    """),
    ("realization", "average_billable_rate"): phrases("""
        discount, discounts, discounted, discounting, discount given, discounts given, rebate, rebates
    """),
    ("committed_expenses", "expense_cost"): phrases("""
        expense claims awaiting approval, expenses to approve, pending expenses, pending expense claims, expense
        claims to approve, submitted expenses, unapproved expense claims, payables, accounts payable, owe suppliers,
        owe to suppliers, owe our suppliers, we owe suppliers, supplier invoices, unpaid supplier invoices, bills to
        pay, creditors, we owe, do we owe, do we still owe, money we owe, what we owe, we still owe
    """),
    ("revenue", "client_count"): phrases("""
        new clients, new customers, clients gained, clients won, won clients, clients did we win, clients we won
    """),
    ("clients_without_projects", "revenue"): phrases("""
        lost clients, lost customers, clients lost, churned clients, clients who left, clients that left, clients did
        we lose, clients we lost, clients have we lost
    """),
    ("revenue", "invoiced"): phrases("""
        currency, currencies, foreign currency, foreign currencies, exchange gains, exchange losses, currency effect
    """),
    ("labor_cost",): phrases("payroll, payrolls, payslips"),
    ("expense_cost", "labor_cost"): phrases("money paid out"),
    ("tax_charged",): phrases("""
        tax liability, vat liability, reclaim vat, reclaimable vat, vat can we reclaim, vat we can reclaim,
        input tax, input vat, vat return, tax return, corporate tax, income tax, wage tax,
        payroll tax, tax we owe, vat we owe, tax do we owe, vat do we owe, taxes do we owe, tax due, taxes due, vat due,
        vat payable, tax payable, owe in tax, owe in vat, owe the tax office, tax bill
    """),
    ("joiners",): phrases("time to hire, time to fill, cost per hire, cost of hiring, hiring cost, hiring costs"),
    ("non_billable_hours", "labor_cost"): phrases("""
        cost of non billable time, cost of non billable hours, cost of non billable work, cost of unbillable time, cost
        of unbillable hours, non billable cost, non billable costs, non billable time cost, cost of unbilled hours
    """),
    ("unbilled", "collected"): phrases("""
        prepayments, prepayment, deposits, advance payments, down payments, retentions, retention payments
    """),
    ("cost", "collected"): phrases("cash out, cash outflow, outflows, outgoings, payments out"),
    ("invoiced", "credited"): phrases("void invoices, voided invoices, cancelled invoices, canceled invoices"),
    ("expense_cost", "unbilled"): phrases("""
        unbilled expenses, uninvoiced expenses, expenses not yet billed, expenses not yet invoiced, expenses not
        billed, expenses not invoiced, expenses to be billed, expenses to bill, expenses to invoice, reimbursable
        expenses not yet billed, billable expenses not yet billed, billable expenses not yet invoiced, rebillable
        expenses not yet billed
    """),
    ("expense_cost", "billable_expenses"): phrases("""
        not passed on, not recharged, not rebilled, not charged on, non billable expenses, nonbillable expenses,
        unbillable expenses, billable vs non billable expenses, billable and non billable expenses
    """),
    ("estimate_accuracy", "plan_error"): phrases("""
        duration estimate, duration estimates, project duration, duration, how long do projects take, how long does
        project take, how long do projects last, how long do projects run, how long project takes
    """),
    ("receivables", "collected"): phrases("""
        payment schedule, payment plan, billing schedule, invoice schedule, payment terms
    """),
    ("invoiced", "average_billable_rate"): phrases("similar work, similar projects, comparable work, similar"),
    ("win_rate", "weighted_pipeline"): phrases("""
        acquisition cost, client acquisition cost, customer acquisition cost, cost of acquisition, cac, leads, lead,
        churn, churn rate, client churn, retention, client retention
    """),
    ("revenue", "profit"): phrases("""
        lifetime value, client lifetime value, customer lifetime value, ltv, clv, net assets, equity, share price,
        stock price, valuation, company value
    """),
    ("on_time_rate", "completed_tasks"): phrases("""
        cycle time, ticket cycle time, page views, page view, website traffic, traffic, visitors, clicks,
        velocity, sprint velocity, sprint, bugs, critical bugs, bug, story points
    """),
    ("revenue", "margin"): phrases("""
        industry, industries, sector, sectors, country, countries, region, regions, office, offices,
        nps, net promoter score, csat, client satisfaction, customer satisfaction, satisfaction, happiness, morale
    """),
    ("health", "receivables"): phrases("""
        happy, unhappy, happy with us, unhappy with us, satisfied, satisfied with us, dissatisfied, dissatisfied with
        us, pleased with us, content with us, angry with us, upset with us, annoyed with us, likely to leave, about to
        leave, at risk of leaving, going to leave us, how happy, how satisfied, people leave us, staff leave us,
        employees leave us, clients like us, customers like us
    """),
    ("joiners", "headcount"): phrases("""
        been here longest, been with us longest, been around longest, worked here longest, longest serving, tenure,
        seniority, length of service, years of service, work anniversary, work anniversaries, anniversary, anniversaries
    """),
    ("revenue",): (*RECURRING, *phrases("revenue goal, revenue target, target revenue, baseline revenue")),
    ("margin",): phrases("margin goal, margin target"),
    ("profit",): phrases("profit goal, profit target, target profit"),
    ("average_billable_rate", "revenue"): phrases(
        """
        rate, rates, price, prices, rate card, rate cards, price list
    """
    ),
    ("cost", "labor_cost", "expense_cost"): phrases("""
        overhead, overheads, salary, fixed costs, fixed monthly costs, monthly fixed costs, fixed running costs, running
        costs, fixed expenses, variable costs, operating costs, operating expenses, opex, salaries, pay, wages
    """),
    ("profit", "margin", "delivery_margin"): phrases("""
        roi, return on investment, payback, payback period,
        net profit, operating profit, ebit, ebitda, net margin, operating margin, profit and loss, p&l
    """),
    ("collected", "receivables"): phrases("""
        cash, cash flow, cashflow, cash position, cash in the bank, cash on hand, cash balance, money in the bank, bank
        balance, cash have in the bank, what is in the bank, what's in the bank, have in the bank, in our bank account
    """),
    ("weighted_pipeline", "projected_revenue"): phrases("forecast accuracy"),
    ("scheduled_hours", "free_hours"): phrases("how far in advance, how far ahead, bookings run out"),
    ("capacity_gap", "fte"): phrases("fte do we need, fte needed, fte will we need, need fte"),
    ("weekend_hours", "overtime_hours"): phrases("""
        worked on a holiday, worked on holidays, work on holidays, working on holidays, worked on public holidays, work
        on public holidays, worked on a public holiday, worked on a bank holiday, worked on bank holidays, public
        holidays, bank holidays, hours on holidays, hours on public holidays, hours on bank holidays, holiday work
    """),
    ("overtime_hours", "labor_cost"): phrases("""
        did overtime cost, did overtime cost us, overtime cost us, overtime cost, overtime costs, cost of overtime,
        costs of overtime, overtime pay, paid overtime, overtime rate, overtime rates, overtime premium
    """),
    ("weekend_hours", "labor_cost"): phrases("""
        weekend cost, weekend costs, cost of weekend work, cost of weekends, cost of weekend hours, cost of working
        weekends, weekend pay, weekend rate, weekend rates
    """),
    ("average_cost_rate", "labor_cost"): phrases("""
        highest paid, best paid, lowest paid, worst paid, is paid the most, are paid the most, gets paid the most
    """),
    ("average_billable_rate", "labor_cost"): phrases("day rate, day rates, daily rate, daily rates, day fee"),
    ("cost", "labor_cost"): phrases("cost per day, cost a day"),
    ("headcount",): phrases("""
        women, females, gender, genders, gender split, gender balance, gender pay gap, diversity, nationality,
        nationalities, average age, age of the team, age of our people, birthday, birthdays, most senior, least senior,
        most junior, seniority, longest serving, reports to, reporting line, reporting lines, line manager,
        line managers, team lead, team leads, team leader, team leaders, head of department, department head,
        department heads
    """),
    ("win_rate", "new_deals"): phrases("""
        bounce rate, open rate, email open rate, click rate, click through rate, conversion rate of the website, website
        conversion, website conversion rate, seo rankings, search rankings, keyword rankings, google rankings, market
        share, impressions, subscribers, page rank, engagement rate
    """),
    ("expense_cost", "cost"): phrases("""
        ad spend, advertising spend, media spend, cost per click, cost per lead, cpc, cpm, rent, rents, depreciation,
        amortization, capex, capital expenditure, insurance premium, insurance premiums, loan, loans, interest on our
        loan, dividend, dividends, electricity, energy use, energy consumption
    """),
    ("scheduled_utilization", "available_hours"): phrases("""
        desk occupancy, office occupancy, room occupancy, occupancy of the office, room utilization, machine
        utilization, machine capacity, cpu utilization, server utilization, utilization of the servers, disk capacity,
        disk space, parking
    """),
    (): phrases("""
        inflation, inflation rate, interest rate, interest rates, exchange rate, exchange rates, tax rate,
        tax rates, unemployment, carbon footprint, co2, emissions, server downtime, server load, latency, code coverage,
        test coverage, lines of code, commits, pull requests, world cup, driving licence, driving license,
        drivers license
    """),
    ("tracked_hours",): phrases("""
        how do i log, how can i log, how should i log, how do i enter, how can i enter, how do i record, how can i
        record, how do i submit, how can i submit, how do i book time, how do i book hours, how do i correct, how do
        i delete
    """),
}
"""What agencies ask that is not measured yet, under the measured things that come nearest.

A metric whose words these are takes them over as soon as it is in the catalogue.
"""

_OWED = {
    **dict.fromkeys(("invoice", "bill"), ("client", "invoice")),
    **dict.fromkeys(("who", "payer", "debtor"), ("client",)),
    **dict.fromkeys(("ageing", "aging", "aged"), ("ageing",)),
}
_ISSUED = dict.fromkeys(("issued", "sent"), ("client", "invoice"))
_COUNTED = {
    "projects_starting": {"project": ("project",)},
    "projects_ending": {"project": ("project",)},
    "projects_without_budget": {"project": ("project",)},
    "projects_past_end": {"project": ("project",)},
    "clients_with_active_projects": {"client": ("client",), "customer": ("client",)},
    "clients_without_projects": {"client": ("client",), "customer": ("client",)},
    "deals_open": {"deal": ("deal",), "opportunity": ("deal",)},
    "won_deals": {"deal": ("deal",), "opportunity": ("deal",)},
    "lost_deals": {"deal": ("deal",), "opportunity": ("deal",)},
    "new_deals": {"deal": ("deal",), "opportunity": ("deal",)},
    "unassigned_tasks": {"task": ("task",)},
    "tasks_without_estimate": {"task": ("task",)},
    "tasks_without_due_date": {"task": ("task",)},
    "tasks_due": {"task": ("task",)},
}
"""What is told one by one, unless it is asked how many there are."""

SHOWN = re.compile(r"\W*(?:please |can you |could you )*(?:show|list|give me|display|which|what)\b", re.IGNORECASE)
ONE_BY_ONE = {
    name: {"task": ("task",), "milestone": ("task",), "deadline": ("task",), "blocked": ("task",)}
    for name in (
        "open_tasks",
        "blocked_tasks",
        "completed_tasks",
        "overdue_tasks",
        "milestones_due",
        "milestones_slipped",
    )
}
"""What is a list where it is asked to be shown, and a number where it is only named."""

_EATEN = dict.fromkeys(("eater", "sink", "hog", "guzzler", "drain"), ("project",))
LISTED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "tracked_hours": _EATEN,
    "receivables": _OWED,
    "receivables_due": _OWED,
    "overdue_receivables": {**_OWED, "client": ("client",), "customer": ("client",)},
    "invoiced": _ISSUED,
    "joiners": {"who": ("person",)},
    "leavers": {"who": ("person",)},
    "credited": {"note": ("client", "invoice")},
    "draft_invoices": {"invoice": ("client", "invoice"), "draft": ("client", "invoice"), "bill": ("client", "invoice")},
    **_COUNTED,
}
"""Which rows the words for a metric ask for by themselves: those for "overdue invoices" are invoices."""

COUNTED_BY_THEIR_ROWS = frozenset({"credited", "draft_invoices"})
"""What is listed where it is asked how many there are, as nothing else counts them."""

ROWS_OF: Mapping[str, tuple[str, ...]] = {"capacity_gap": ("job_title", "week")}
"""Which rows a metric has by itself where it is asked for in everyday words: a sum would net who is short of time
against who has too much of it."""

OF_DEALS: Mapping[str, str] = {
    **dict.fromkeys(("margin", "forecast_margin", "margin_sold", "delivery_margin"), "deal_margin"),
    **dict.fromkeys(("profit", "forecast_profit"), "deal_profit"),
    **dict.fromkeys(
        ("cost", "labor_cost", "estimate_at_completion", "estimate_at_completion_at_cost", "estimate_to_complete"),
        "deal_cost",
    ),
}
"""What is meant of a deal: before it is signed there is nothing but an estimate."""

_HOURS = {
    "absence_days": "absence_hours",
    "missing_days": "missing_hours",
    "budget_total": "budget_hours",
    "budget_used": "budget_hours_used",
    "budget_used_percent": "budget_hours_used_percent",
    "budget_remaining": "budget_hours_remaining",
    "burn_index": "burn_index_hours",
    "pending_change_amount": "pending_change_hours",
    "approved_change_amount": "approved_change_hours",
    "billability": "billable_hours",
    "billable_utilization": "billable_hours",
    "scheduled_utilization": "scheduled_hours",
    "revenue": "recognized_hours",
}
IN_UNITS: Mapping[str, Mapping[str, str]] = {
    "hours": _HOURS,
    "money": {
        "budget_hours": "budget_total",
        "budget_hours_used": "budget_used",
        "budget_hours_used_percent": "budget_used_percent",
        "budget_hours_remaining": "budget_remaining",
        "burn_index_hours": "burn_index",
        "pending_change_hours": "pending_change_amount",
        "approved_change_hours": "approved_change_amount",
        "margin": "profit",
        "forecast_margin": "forecast_profit",
        "deal_margin": "deal_profit",
    },
    "days": {"absence_hours": "absence_days", "missing_hours": "missing_days"},
    TENTATIVE: {
        "free_hours": "free_hours_with_tentative",
        "overbooked_hours": "overbooked_hours_with_tentative",
        "scheduled_hours": "scheduled_hours_with_tentative",
    },
}
"""What is meant where something is asked for in another unit."""

AS_AN_AMOUNT: Mapping[str, str] = {
    "margin": "profit",
    "deal_margin": "deal_profit",
    "forecast_margin": "forecast_profit",
    "won_deals": "won_value",
    "lost_deals": "lost_value",
    "deals_open": "pipeline_value",
}
"""What is meant where a share or a count is compared with money: "deals with a margin above 50k", "won over 50k"."""

AS_A_SHARE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("budget_used", "budget_total"), ("budget_used_percent",)),
    "budget_hours_used": ("budget_hours_used_percent",),
    "profit": ("margin",),
    "billable_hours": ("billability", "billable_utilization"),
    "scheduled_hours": ("scheduled_utilization",),
    **dict.fromkeys(("absence_days", "absence_hours"), ("absence_rate",)),
    "overserviced_hours": ("overservicing_rate",),
    "timesheet": ("timesheet_completeness",),
}
"""What is meant where an amount is compared with a percent: "projects more than 80 % used"."""
