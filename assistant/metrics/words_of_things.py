"""What people call the counts of projects, clients, budgets, deals, invoices and tasks."""

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
        opportunities | closed won | closed won deals | new business won | deals that we won | deals closed won
    """,
    "lost_deals": """
        deals lost | deals we lost | deals have we lost | deals did we lose | lost opportunities | closed lost |
        closed lost deals | deals that we lost | deals do we lose
    """,
    "new_deals": """
        deals created | deals came in | deals came up | opportunities created | deals opened | opportunities came in
        | deals added
    """,
    "invoice_count": """
        number of invoices | invoice count | count of invoices | number of invoices issued | number of invoices sent
    """,
    "unpaid_invoice_count": "number of unpaid invoices | number of open invoices | unpaid invoice count",
    "overdue_invoice_count": "number of overdue invoices | overdue invoice count | count of overdue invoices",
    "unassigned_tasks": """
        unassigned task | tasks unassigned | tasks are unassigned | tasks without an assignee | tasks without
        assignee | tasks with no assignee | tasks that are unassigned | tasks nobody has | tasks without an owner |
        tasks with no owner | tasks not assigned | tasks are not assigned | tasks that are not assigned | tasks
        assigned to nobody | tasks assigned to no one | tasks have no assignee | tasks without anyone assigned |
        unowned tasks | open tasks without an assignee | open tasks with no assignee | open tasks unassigned
    """,
}
