"""Words for the values of closed columns, as data: currencies, kinds of budgets, of projects and of leave."""

from collections.abc import Mapping

from assistant.planning.words import phrases

CURRENCIES: Mapping[str, tuple[str, ...]] = {
    "EUR": ("eur", "euro", "€"),
    "USD": ("usd", "dollar", "$", "us dollar"),
    "GBP": ("gbp", "pound", "£", "pounds sterling"),
    "CHF": ("chf", "franc", "swiss franc"),
}

VALUES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("budget_type", "fixed"): phrases("fixed price, fixed fee, fixed budget, fixed price budget, fixed bid"),
    ("budget_type", "time_and_materials"): phrases("""
        time and materials, time and material, time & materials, t&m, tm, t and m
    """),
    ("budget_type", "retainer"): ("retainer",),
    ("budget_type", "non_billable"): ("non billable budget", "non billable project", "unpaid project"),
    ("employment", "contractor"): ("contractor", "freelancer", "freelance", "external", "subcontractor"),
    ("employment", "employee"): ("permanent employee", "permanent staff", "permanent", "salaried"),
}
"""Words for the values of closed columns, beside the values themselves."""

STATUSES: Mapping[str, tuple[str, ...]] = {
    "planned": phrases("planned, upcoming, not started, not yet started, future"),
    "active": phrases("active, live, running, ongoing, current, in progress, open, in flight, underway, under way"),
    "on_hold": phrases("on hold, onhold, paused, halted, suspended, parked, on ice, stopped"),
    "done": phrases("done, completed, complete, finished, closed, delivered, ended, wrapped up"),
    "archived": phrases("archived, old"),
}
"""The status of a project, said beside its noun: "active projects", "projects on hold"."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "internal": phrases("internal, internal work, internal time, non client, non client work, in house, inhouse"),
    "client": phrases("""
        client work, client facing work, customer work, external work, client projects, client project,
        customer projects, customer project, external projects, external project, client facing projects
    """),
}
"""For whom a project is; "internal" beside the noun of a project, or after a word that leaves it out."""

LEAVE_KINDS: Mapping[str, tuple[str, ...]] = {
    "vacation": phrases("""
        vacation, holiday, annual leave, vacation day, paid vacation, holiday leave
    """),
    "sick": phrases("sick, sick leave, sickness, ill, illness, sick day, off sick, sick time, out sick"),
    "parental": phrases("parental leave, maternity, maternity leave, paternity, paternity leave, parental"),
    "unpaid": phrases("unpaid leave, unpaid time off"),
}
"""Why people are away, as people say it; which of them exist is the agency's own list of categories."""
