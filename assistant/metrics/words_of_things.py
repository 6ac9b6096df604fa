"""What people call the counts of projects, clients, budgets, deals, invoices and tasks, and of all that is booked."""

WRITTEN = {
    "project_count": "projects count | count of projects | how many projects are there",
    "projects_starting": """
        starting projects | projects starting | projects started | projects start | projects begin | projects
        beginning | projects began | projects kick off | projects kicked off | projects kicking off | projects that
        start | projects that started | project starts | projects launched
    """,
    "projects_ending": """
        ending projects | projects ending | projects ended | projects end | projects that end | projects finish |
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
    """,
}
