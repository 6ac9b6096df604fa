"""The everyday words around metrics: those with several readings, and those for what is not measured yet."""

from collections.abc import Mapping

from assistant.planning.words import phrases

TOGETHER: Mapping[str, tuple[str, ...]] = {
    "burn_index": ("budget_used_percent",),
    "burn_index_hours": ("budget_hours_used_percent",),
}
"""What stands beside a metric that is asked for in everyday words and not by its own name."""

PROFITABLE = frozenset({"profitability", "profitable", "how profitable", "profitability rate"})
"""Words that ask for margin and profit alike."""

AMBIGUOUS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("contracted_hours", "available_hours", "tracked_hours"): phrases("working hours, working time"),
    ("revenue", "weighted_pipeline"): phrases("sales, sales volume"),
    ("weighted_pipeline", "pipeline_value"): phrases("""
        pipeline, sales pipeline, deal pipeline, open deals, open opportunities
    """),
    ("revenue", "profit"): phrases("""
        earnings, earn, have we made, did we make, do we make, have we earned, did we earn, make money,
        money made, make the most money, bring the most money
    """),
    ("billability", "billable_utilization"): phrases("""
        billable rate, billing efficiency, billable efficiency, efficiency, productivity, productive
    """),
    ("tracked_hours", "billable_utilization"): phrases("busy, workload, load, how busy"),
    ("revenue", "margin", "burn_index"): phrases("""
        performance, performing, perform, how are we doing, how am i doing, how did we do, going well, kpi
    """),
    ("budget_used", "labor_cost"): phrases("money spent, spending on"),
}
"""Words that have several readings whose numbers differ."""

UNMEASURED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("tracked_hours", "billable_hours"): phrases("""
        non billable, nonbillable, unbillable, non billable hours, non billable time, non chargeable, internal
        hours, internal time, overhead hours, overhead time, overtime, overtime hours, recognized hours, billed
        hours, hours billed, client hours share, time entry list, overworked, planned vs actual, tracked vs
        plan, plan variance, plan error, lining up with the plan, in line with the plan, tasks, task, estimate,
        estimates, estimate accuracy, estimated
    """),
    ("available_hours", "overbooked_hours"): phrases("""
        free, free hours, free time, free capacity, idle, bench, on the bench, bench hours, bench time,
        scheduled, scheduled hours, scheduled time, planned, planned hours, booked, booked hours, booked time,
        bookings, booking, allocated, allocation, allocated hours, tentative, tentative hours, placeholder,
        capacity gap, unassigned, remaining capacity, remaining availability, spare capacity, spare time, have
        time, has time
    """),
    ("entry_lag_days", "tracked_hours"): phrases("""
        missing hours, missing time, missing timesheets, missing timesheet, timesheet gap, incomplete
        timesheets, timesheet completeness, timesheet compliance, compliance, missing days, has not logged, have
        not logged, did not log, not logged, not tracked, has not tracked, have not tracked, did not track, not
        submitted, has not submitted, have not submitted, not filled in, forgot to log, unsubmitted, missing
    """),
    ("billable_utilization", "billability"): phrases("""
        total utilization, capacity utilization, gross utilization, gross billable utilization, client
        utilization, scheduled utilization, utilization gap, utilization target, target, targets, goal, goals,
        on target, underutilized, overutilized, planned utilization, forecast utilization, utilization forecast,
        projected utilization
    """),
    ("fte",): phrases("""
        people work here,
        headcount, head count, employee count, staff count, number of people, number of employees, turnover of
        staff, attrition, team size
    """),
    ("absence_days",): phrases("""
        leave balance, days left, vacation left, leave left, remaining leave, remaining vacation, leave
        allowance, vacation balance, holiday balance, absence spells, absence frequency, spells, pending
        absence, pending leave
    """),
    ("budget_used_percent", "budget_used", "burn_index"): phrases("""
        budget hours, budgeted hours, hours budget, hours budgeted, sold hours, hours sold,
        budget remaining, remaining budget, budget left, left of the budget, left in the budget, budget remains,
        remaining, left over, left, burn rate, runout, run out, runs out, running out, run out of budget,
        exhausted, exhaustion, overrun, overruns, forecast used, forecast overrun, scope creep, over scope, out
        of scope, overserviced, overservicing, over servicing, overserviced hours, pending changes, change
        request, change requests, scope change, retainer balance, retainer position, rollover, budget variance,
        budget variances, variance, at risk, health, healthy, behind schedule, on schedule, percent complete,
        progress, completion, milestone, milestones, deadline, deadlines, due, blocked, earned value, planned
        value, cpi, spi, estimate at completion, deliverable
    """),
    ("revenue",): phrases("""
        invoiced, invoice, invoices, invoicing, billed, billing, bill, unbilled, uninvoiced, wip, work in
        progress, unbilled time, unbilled hours, unbilled work, collected, collect, payment, payments, paid,
        unpaid, owe, owes, owed, outstanding, tax, vat, receivable, receivables, overdue, dso, days sales
        outstanding, billing lag, backlog, agi, agency gross income, net revenue, average billable rate, average
        rate, revenue per hour, per hour, rate per hour, profit per hour, effective rate, effective hourly rate,
        hourly rate, realized rate, realization, rate, rates, bill rate, revenue per fte, revenue per head,
        revenue per employee, revenue goal, revenue target, baseline revenue, write off, write offs, deferred
        revenue, deferred, average revenue, price, prices, discount
    """),
    ("labor_cost", "profit", "margin"): phrases("""
        cost, costs, total cost, project cost, cost us, expense, expenses, expense cost, spend by category,
        vendor, vendors, purchase order, purchase orders, cost rate, cost rates, overhead, overheads, net
        profit, operating profit, ebit, ebitda, net margin, operating margin, contribution margin, delivery
        margin, invoiced profit, forecast margin, forecast profit, projected margin, projected profit, margin
        forecast, profit forecast, margin drift, expected margin, expected profit, profit and loss, p&l, cash,
        cash flow, cashflow, cash position, salary, salaries, pay, wages, burn money
    """),
    ("weighted_pipeline", "projected_revenue"): phrases("""
        pipeline value, unweighted pipeline, win rate, deal size, average deal size, sales cycle, won deals,
        lost deals, close rate, conversion, conversion rate, won, lost, closing, expected to close, forecast
        accuracy
    """),
}
"""What agencies ask that is not measured yet, under the measured things that come nearest.

A metric whose words these are takes them over as soon as it is in the catalogue.
"""

AS_A_SHARE: Mapping[str, tuple[str, ...]] = {
    "budget_used": ("budget_used_percent",),
    "profit": ("margin",),
    "billable_hours": ("billability", "billable_utilization"),
    "absence_days": ("absence_rate",),
    "absence_hours": ("absence_rate",),
}
"""What is meant where an amount is compared with a percent: "projects more than 80 % used"."""
