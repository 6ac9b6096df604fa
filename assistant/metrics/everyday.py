"""How each metric is asked for in everyday words: examples from which the nearest metric to other words is found.

They are no synonyms: nothing is planned by one of them, they only say in which direction a metric lies.
"""

from collections.abc import Mapping

_ASKED = {
    "tracked_hours": """
        what has everybody been working on | how much time went into this client | where did all the time go
        | how long did we spend on that job | what kept the designers occupied | how much did the team work
    """,
    "billable_hours": """
        how much paid work did we do | time that clients pay for | how many hours can go on the invoice
    """,
    "billability": """
        what part of our time is paid for by clients | which fraction of the work earns money
        | how much of the week is chargeable
    """,
    "non_billable_hours": """
        client work nobody pays for | hours on customers that we could not charge | unpaid effort for clients
    """,
    "internal_hours": """
        time on our own stuff instead of customers | how much effort goes into internal projects and admin
        | in-house work that is not for clients
    """,
    "entry_lag_days": """
        how long do people wait before writing down their time | do folks log their work on the same day
        | delay between doing the work and entering it | who books their time too late
    """,
    "available_hours": """
        how much can the team take on in total | how many working hours do we have | how much manpower is there
    """,
    "billable_utilization": """
        how well are our people used | are the developers busy enough with paid work
        | is the team working to capacity on client jobs
    """,
    "overbooked_hours": """
        who has been given too much work | whose schedule is overfull | people booked on more than they can do
        | who is drowning in assignments | is anyone scheduled twice at the same time
    """,
    "overtime_hours": """
        who stays late | who works longer than they should | people working evenings and weekends
        | is anyone burning the midnight oil
    """,
    "fte": """
        how many full-time positions is that | staff counted as full-timers | size of the team in full-time equivalents
    """,
    "headcount": """
        how many people work here | how large is the team | number of employees | how many colleagues do we have
    """,
    "absence_days": """
        how many days were people away | who was ill the most | how many sick days were there | time off taken
    """,
    "absence_rate": """
        what share of the staff is missing on an average day | how big is the part of working time lost to leave
    """,
    "absence_spells": "how many times did somebody call in sick | number of separate leaves",
    "absence_frequency": "how often does each person fall ill | sick calls per head",
    "leave_balance_days": """
        how much vacation is left for her | unused days of holiday | how many days off may he still book
    """,
    "scheduled_hours": """
        what is everyone going to work on | what is in the diary for next week | assignments that are coming up
    """,
    "tentative_hours": "work that may or may not happen | provisional bookings | jobs that are only pencilled in",
    "scheduled_utilization": "how full is the schedule | how booked up are we | is the calendar full next month",
    "free_hours": """
        who has time for another job | who could take on more | is somebody available | spare time of the designers
        | can we fit in one more project
    """,
    "bench_hours": "people without work | who has nothing to do | staff sitting idle | who was not busy",
    "utilization_gap": "how far are people from their goals | who misses the target | distance from target",
    "plan_variance_hours": """
        did people work as scheduled | actual work compared with the bookings | was more done than planned
    """,
    "plan_error": "how good is our scheduling | how wrong were the bookings | did it go as planned",
    "missing_hours": """
        who has not filled in the timesheet | gaps in the timesheets | time that nobody wrote down
        | who forgot to record their work
    """,
    "missing_days": "days without any entry | on which days did people forget to log | empty timesheet days",
    "timesheet_completeness": "are the timesheets complete | how diligently do people fill in their sheets",
    "open_tasks": "what still has to be done | to-dos that are not finished | what is on the list",
    "overdue_tasks": "which to-dos are late | what should be done already | work behind its deadline",
    "blocked_tasks": "what is held up by something else | to-dos that cannot go on | what is waiting",
    "completed_tasks": "what got done | to-dos that were finished | how many things did we tick off",
    "on_time_rate": "do we meet our deadlines | how reliable are we | share of things delivered punctually",
    "milestones_due": "which deadlines are ahead | what has to be delivered soon | next big dates",
    "milestones_slipped": "which deadlines did we miss | deliveries that are behind | dates we did not keep",
    "estimate_accuracy": """
        how good are our estimates | do things take as long as we thought | how well do we guess effort
    """,
    "percent_complete": "how far are we with the project | progress of the job | how much of it is done",
    "hours_to_complete": "how much work remains on it | what is left to do | effort until it is finished",
    "hours_at_completion": "how many hours will it take in the end | total effort when the job is finished",
    "staleness_days": "which projects are asleep | jobs that nobody works on any more | what has been forgotten",
    "budget_total": "how much was agreed | size of the contract | what did the client order altogether",
    "budget_used": "how much of the money is gone | what has been consumed of the budget so far",
    "budget_used_percent": "which part of the budget is consumed | how much of the pie is eaten",
    "burn_index": """
        are we spending too fast | is the money going faster than the time | are we on pace with the budget
        | will this eat up its funds too early
    """,
    "burn_rate": "how much do we use up each week | weekly consumption of the budget",
    "budget_remaining": """
        how much money is there still for this job | what can we still spend | what is left over for the
        project
    """,
    "budget_hours_remaining": "how many hours can we still put in | sold hours that are left",
    "budget_runout_date": "when will it be used up | on what date is the money gone | how long will the funds last",
    "agreements_ending": "which contracts expire | what is up for renewal | which engagements stop soon",
    "backlog": "signed work that is still to be done | how much is sold and not delivered | order book",
    "forecast_used": "what will the project have consumed at the end | expected final use of the budget",
    "forecast_overrun": "will we go over | by how much do we expect to exceed it | which jobs will break their budget",
    "overserviced_hours": """
        where do we do more than was sold | clients who get more than they pay for | work given away
        | extra effort beyond the contract
    """,
    "overservicing_rate": "what share of our work is given away | how much do we overdeliver in percent",
    "pending_change_amount": "extra orders that are not approved yet | change requests waiting for the client's answer",
    "retainer_balance_hours": """
        what is left of the monthly hours | unused time of the retainer | prepaid hours remaining
    """,
    "revenue": """
        how much did we make | what did we earn from them | who brings in the most business | income of the
        agency
    """,
    "invoiced": "how much did we bill | what did we charge customers | bills sent out",
    "tax_charged": "sales tax on the invoices | how much VAT is on our bills",
    "collected": "how much money came in | what did customers pay us | payments received",
    "unbilled": """
        finished work that has not been charged | what still has to be put on an invoice | work we forgot to
        bill
    """,
    "receivables": "who owes us money | what have clients not paid | open bills | money we are waiting for",
    "overdue_receivables": """
        who is late with paying | bills past their date | slow payers | whom should we remind to pay
    """,
    "dso": "how quickly do clients pay | how long do we wait for our money | time until a bill is settled",
    "billing_lag_days": "how long until we send the bill | delay between the work and its invoice",
    "realization": """
        how much of the value of our time do we get to charge | what do we write off | discount we really give
    """,
    "agi": "income without what goes to suppliers | revenue after passing on outside costs",
    "average_billable_rate": """
        what do we get for an hour | how much is an hour of our work worth | effective price per hour
    """,
    "revenue_per_fte": "how much does each employee bring in | income per person",
    "labor_cost": "what do our people cost | money spent on staff | what are we paying for the work",
    "profit": """
        what is left at the end | do we make money on this | are we losing money | which clients pay off |
        what do we gain
    """,
    "margin": """
        how profitable is it | is it worth our while | which jobs are the juiciest | how much of the income do
        we keep
    """,
    "expense_cost": "what did we buy for the project | money spent on travel and software | purchases and outlays",
    "committed_expenses": "what have we ordered that is still to come | purchases on order",
    "cost": "what did we spend altogether | total outgoings | what does it cost us to run this",
    "confirmed_revenue": "income that is certain | what is already secured for next month | how much is in the bag",
    "weighted_pipeline": "what is likely to be sold | expected sales by probability",
    "projected_revenue": """
        how much will we make | what income do we expect | what is coming in next quarter | outlook for sales
    """,
    "forecast_profit": "how much will be left at the end of the year | expected gain",
    "pipeline_value": """
        deals we are working on | how much could we win | what is being negotiated | offers that are out
    """,
    "win_rate": """
        how often do we win | how many pitches are successful | share of offers that are accepted | are we
        good at selling
    """,
    "average_deal_size": "how large is a typical order | what is an average sale worth",
    "sales_cycle_days": "how long does it take to win a client | time until a deal is signed",
    "capacity_gap": """
        do we have enough people for what we may win | should we hire | will we run out of people | are we
        understaffed
    """,
}
_NOT_MEASURED = """
    how satisfied are customers | net promoter score | how happy are employees | employee engagement
    | what is the weather | tell me a joke | hello | who are you | write an email | translate this text | news
    and sports
    | money in the bank account | how long will our cash last | balance sheet assets and debts | loans and interest
    | income tax we have to pay | share price | website visitors and page views | clicks on an ad | marketing leads
    | followers on social media | conversion of a landing page | campaign results for the client | brand awareness
    | software bugs | server availability | customer support tickets | response time to messages | lines of code
    | sprint velocity and story points | number of meetings | number of phone calls | job applicants and interviews
    | people leaving the company | how many customers leave us | lifetime value of a customer | market share |
    competitors
    | salary of a person | pay gap | age of people | birthdays | skills and languages | training courses | office space
    | inventory and stock | emissions and energy | coffee and food | general knowledge about the world
    | what somebody said in a meeting | what was decided | how does this feature work | who is the contact person
"""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in text.split("|"))


EVERYDAY: Mapping[str, tuple[str, ...]] = {name: _phrases(text) for name, text in _ASKED.items()}
"""By metric, questions as people ask them."""

NOT_MEASURED = _phrases(_NOT_MEASURED)
"""What people also ask, and nothing here measures: what lies nearest to one of these is no metric."""
