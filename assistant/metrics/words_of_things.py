"""What people call the counts of projects, clients, budgets, deals, invoices and tasks, and of all that is booked."""

WRITTEN = {
    "project_count": "projects count | count of projects | how many projects are there",
    "projects_starting": """
        starting projects | projects starting | projects started | projects start | projects begin | projects
        beginning | projects began | projects kick off | projects kicked off | projects kicking off | projects that
        start | projects that started | project starts | projects launched
    """,
    "projects_ending": """
        ending projects | projects ending | projects ended | projects end | projects that end | projects that ended |
        projects finish |
        projects finishing | projects finished in | projects that finish | project ends | projects due to end |
        projects wrapping up | projects wrap up | projects coming to an end | projects are due | projects due |
        projects scheduled to end | projects that are ending | project end dates
    """,
    "projects_without_budget": """
        projects without a budget | projects without budget | projects without budgets | projects with no budget |
        projects with no budgets | projects that have no budget | projects have no budget | projects lacking a budget
        | projects missing a budget | projects without any budget | projects do not have a budget | projects don't
        have a budget | unbudgeted projects | project without a budget | project has no budget
    """,
    "projects_past_end": """
        past end projects | projects should have ended but are still active | projects that should have ended but are
        still active | projects should have ended already but are still active | projects should have ended but are
        still open | projects that should have ended | projects should have ended | projects should be
        over | projects that should be over | projects that should be finished | projects should be finished |
        projects that should have finished | projects should have finished | projects whose end date has
        passed | projects whose end date is over | projects whose end date is in the past | projects with an
        end date in the past | projects overdue to end | projects that have not been closed after their end
        date | projects not closed after their end date | projects that are past their end date and still open
        | projects past their end date that are still open | projects past their end date and still open |
        projects past their end that are still open | projects past their end date but still open | projects
        past their end date that are not closed | projects past their end date that are not done | projects
        past their end date | past their end date | past its end date | past the end date | past end date |
        projects past their end | projects past the end date | projects past end date |
        projects past their end dates | projects past their planned end | projects past their last day |
        projects past its end date | projects past their deadline | projects past their planned end date |
        projects are past their end date | projects are past their end | projects are past the end date |
        projects are past end date | projects are past their end dates | projects are past their planned end |
        projects are past their last day | projects are past its end date | projects are past their deadline |
        projects are past their planned end date | projects that are past their end date | projects that are
        past their end | projects that are past the end date | projects that are past end date | projects that
        are past their end dates | projects that are past their planned end | projects that are past their
        last day | projects that are past its end date | projects that are past their deadline | projects that
        are past their planned end date | projects beyond their end date | projects beyond their end |
        projects beyond the end date | projects beyond end date | projects beyond their end dates | projects
        beyond their planned end | projects beyond their last day | projects beyond its end date | projects
        beyond their deadline | projects beyond their planned end date | projects running past their end date
        | projects running past their end | projects running past the end date | projects running past end
        date | projects running past their end dates | projects running past their planned end | projects
        running past their last day | projects running past its end date | projects running past their
        deadline | projects running past their planned end date | projects that have passed their end date |
        projects that have passed their end | projects that have passed the end date | projects that have
        passed end date | projects that have passed their end dates | projects that have passed their planned
        end | projects that have passed their last day | projects that have passed its end date | projects
        that have passed their deadline | projects that have passed their planned end date | projects have
        passed their end date | projects have passed their end | projects have passed the end date | projects
        have passed end date | projects have passed their end dates | projects have passed their planned end |
        projects have passed their last day | projects have passed its end date | projects have passed their
        deadline | projects have passed their planned end date | projects still open past their end date |
        projects still open past their end | projects still open past the end date | projects still open past
        end date | projects still open past their end dates | projects still open past their planned end |
        projects still open past their last day | projects still open past its end date | projects still open
        past their deadline | projects still open past their planned end date | projects still running past
        their end date | projects still running past their end | projects still running past the end date |
        projects still running past end date | projects still running past their end dates | projects still
        running past their planned end | projects still running past their last day | projects still running
        past its end date | projects still running past their deadline | projects still running past their
        planned end date | projects open past their end date | projects open past their end | projects open
        past the end date | projects open past end date | projects open past their end dates | projects open
        past their planned end | projects open past their last day | projects open past its end date |
        projects open past their deadline | projects open past their planned end date | projects still open
        after their end date | projects still open after their end | projects still open after the end date |
        projects still open after end date | projects still open after their end dates | projects still open
        after their planned end | projects still open after their last day | projects still open after its end
        date | projects still open after their deadline | projects still open after their planned end date |
        projects still running after their end date | projects still running after their end | projects still
        running after the end date | projects still running after end date | projects still running after
        their end dates | projects still running after their planned end | projects still running after their
        last day | projects still running after its end date | projects still running after their deadline |
        projects still running after their planned end date | projects still active after their end date |
        projects still active after their end | projects still active after the end date | projects still
        active after end date | projects still active after their end dates | projects still active after
        their planned end | projects still active after their last day | projects still active after its end
        date | projects still active after their deadline | projects still active after their planned end date
        | project is past their end date | project is past their end | project is past the end date | project
        is past end date | project is past their end dates | project is past their planned end | project is
        past their last day | project is past its end date | project is past their deadline | project is past
        their planned end date
    """,
    "client_count": "client count | number of clients | count of clients | customer count | number of customers",
    "clients_with_active_projects": """
        clients with an active project | clients have active projects | clients with running projects
    """,
    "clients_without_projects": """
        clients without projects | clients without any projects | clients without a project | clients without any
        project | clients with no projects | clients with no project | clients with no active projects | clients
        without active projects | clients without an active project | clients with no active project | clients have
        no project | clients have no projects | clients have no active project | clients have no active projects |
        clients that have no projects | clients do not have a project | clients don't have a project | clients do not
        have any projects | clients don't have any projects | inactive clients | inactive customers | dormant clients
        | customers without projects | clients have no work
    """,
    "budgets_in_force": """
        budget count | number of budgets | count of budgets | number of agreements | number of contracts | running
        budgets | agreements in force | contracts in force | ongoing budgets
    """,
    "deals_open": """
        deals are open | deals are still open | deals still open | number of deals | deal count | count of deals |
        active deals | live deals | pending deals | deals pending | deals that are open | opportunities are open |
        number of open deals | number of opportunities
    """,
    "won_deals": """
        deals did we win | deals do we win | deals won | deals we won | deals have we won | deals won by | won
        opportunities | closed won | closed won deals | new business won | deals that we won | deals closed won |
        deals did we close | deals have we closed | deals we closed | deals we have closed | deals did we sign | deals
        have we signed | deals we signed | deals signed | deals did we land | deals have we landed | deals we landed |
        deals landed | new contracts signed | contracts did we sign | contracts have we signed | contracts signed |
        contracts we signed | deals did we bring in | deals were won | deals have been won | new wins | deals closed |
        closed deals | signed deals
    """,
    "lost_deals": """
        deals lost | deals we lost | deals have we lost | deals did we lose | lost opportunities | closed lost |
        closed lost deals | deals that we lost | deals do we lose
        | deals were lost | deals have been lost | deals got lost
    """,
    "new_deals": """
        deals created | deals came in | deals came up | opportunities created | deals opened | opportunities came in
        | deals added | new deals came in | new deals come in | new deals we got | new opportunities | fresh deals
        | new deals were created | new opportunities came in
    """,
    "invoice_count": """
        number of invoices | invoice count | count of invoices | number of invoices issued | number of invoices sent
    """,
    "unpaid_invoice_count": "number of unpaid invoices | number of open invoices | unpaid invoice count",
    "overdue_invoice_count": "number of overdue invoices | overdue invoice count | count of overdue invoices",
    "scheduled_hours_with_tentative": """
        scheduled including tentative | scheduled with tentative | scheduled incl tentative | scheduled including
        tentative bookings | scheduled with tentative bookings | scheduled including tentative work | scheduled plus
        tentative | scheduled and tentative together | booked including tentative | booked with tentative | booked
        incl tentative | booked including tentative bookings | booked with tentative bookings | booked including
        tentative work | booked plus tentative | booked and tentative together | planned including tentative |
        planned with tentative | planned incl tentative | planned including tentative bookings | planned with
        tentative bookings | planned including tentative work | planned plus tentative | planned and tentative
        together | scheduled hours including tentative | scheduled hours incl tentative | scheduled hours including
        tentative bookings | scheduled hours with tentative bookings | scheduled hours including tentative work |
        scheduled hours plus tentative | scheduled hours and tentative together | booked hours including tentative |
        booked hours with tentative | booked hours incl tentative | booked hours including tentative bookings |
        booked hours with tentative bookings | booked hours including tentative work | booked hours plus tentative |
        booked hours and tentative together | planned hours including tentative | planned hours with tentative |
        planned hours incl tentative | planned hours including tentative bookings | planned hours with tentative
        bookings | planned hours including tentative work | planned hours plus tentative | planned hours and
        tentative together | bookings including tentative | bookings with tentative | bookings incl tentative |
        bookings including tentative bookings | bookings with tentative bookings | bookings including tentative work
        | bookings plus tentative | bookings and tentative together | hours booked including tentative | hours booked
        with tentative | hours booked incl tentative | hours booked including tentative bookings | hours booked with
        tentative bookings | hours booked including tentative work | hours booked plus tentative | hours booked and
        tentative together | hours scheduled including tentative | hours scheduled with tentative | hours scheduled
        incl tentative | hours scheduled including tentative bookings | hours scheduled with tentative bookings |
        hours scheduled including tentative work | hours scheduled plus tentative | hours scheduled and tentative
        together | confirmed and tentative bookings | tentative and confirmed bookings | confirmed plus tentative
        hours | confirmed and tentative hours | all bookings tentative included | bookings tentative included |
        scheduled tentative included
    """,
    "tasks_due": """
        due tasks | tasks are due | tasks that are due | tasks falling due | tasks fall due | tasks coming due |
        tasks due
        soon | upcoming tasks | tasks coming up | tasks with a due date | open tasks due | tasks to be done
    """,
    "tasks_without_estimate": """
        tasks without an estimate | tasks without estimate | tasks without estimates | tasks with no estimate |
        tasks with no estimates | tasks have no estimate | tasks that have no estimate | tasks missing an estimate |
        tasks lacking an estimate | unestimated tasks | tasks not estimated | tasks not yet estimated | tasks are
        not estimated | tasks that are not estimated | tasks nobody estimated | tasks nobody has estimated | task
        without an estimate | tasks to be estimated | open tasks without an estimate | open tasks with no estimate |
        tasks don't have an estimate | tasks do not have an estimate
    """,
    "tasks_without_due_date": """
        tasks without a due date | tasks without due date | tasks without due dates | tasks without a deadline
        | tasks without deadlines | tasks without an end date | tasks with no due date | tasks with no due
        dates | tasks with no deadline | tasks with no deadlines | tasks have no due date | tasks have no due
        dates | tasks have no deadline | tasks have no deadlines | tasks that have no due date | tasks that
        have no due dates | tasks that have no deadline | tasks that have no deadlines | open tasks without a
        due date | open tasks without due date | open tasks without due dates | open tasks without a deadline
        | open tasks without deadlines | open tasks without an end date | open tasks with no due date | open
        tasks with no due dates | open tasks with no deadline | open tasks with no deadlines | tasks missing a
        due date | tasks missing due date | tasks missing due dates | tasks missing a deadline | tasks missing
        deadlines | tasks missing an end date | tasks lacking a due date | tasks lacking due date | tasks
        lacking due dates | tasks lacking a deadline | tasks lacking deadlines | tasks lacking an end date |
        task without a due date | task without due date | task without due dates | task without a deadline |
        task without deadlines | task without an end date | tasks do not have a due date | tasks do not have
        due date | tasks do not have due dates | tasks do not have a deadline | tasks do not have deadlines |
        tasks do not have an end date | tasks don't have a due date | tasks don't have due date | tasks don't
        have due dates | tasks don't have a deadline | tasks don't have deadlines | tasks don't have an end
        date | undated tasks | tasks without dates | tasks without a date | tasks with no date | tasks not
        dated | undated open tasks | tasks that are not dated | tasks are not dated
    """,
    "unassigned_tasks": """
        unassigned open task | unassigned open tasks |
        unassigned task | tasks unassigned | tasks are unassigned | tasks without an assignee | tasks without
        assignee | tasks with no assignee | tasks that are unassigned | tasks nobody has | tasks without an owner |
        tasks with no owner | tasks not assigned | tasks are not assigned | tasks that are not assigned | tasks
        assigned to nobody | tasks assigned to no one | tasks have no assignee | tasks without anyone assigned |
        unowned tasks | open tasks without an assignee | open tasks with no assignee | open tasks unassigned |
        tasks nobody is assigned to | tasks nobody owns | tasks nobody is working on | tasks no one is assigned to |
        tasks no one owns | tasks no one has | tasks with nobody assigned | tasks with no one assigned | tasks with
        nobody on them | tasks nobody picked up | tasks nobody has picked up | tasks that nobody has | tasks that
        nobody owns | tasks that no one owns | tasks nobody took
        | tasks have no owner | tasks with no one on them | tasks with nobody on it | tasks have nobody on them |
        tasks have nobody assigned | tasks have no one assigned | tasks have no one on them | tasks are without an owner
    """,
}
