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
    ("employment", "employee"): phrases("""
        permanent employee, permanent staff, permanent, salaried, perm, permie, staffer, perm staff
    """),
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
        vacation, holiday, annual leave, vacation day, paid vacation, holiday leave, pto, pto day, paid time off
    """),
    "sick": phrases("sick, sick leave, sickness, ill, illness, sick day, off sick, sick time, out sick"),
    "parental": phrases("parental leave, maternity, maternity leave, paternity, paternity leave, parental"),
    "unpaid": phrases("unpaid leave, unpaid time off"),
    "remote": phrases("""
        remote work, remote, home office, remotely, working remotely, work remotely, works remotely, worked remotely,
        remote working, working from home, work from home, works from home, worked from home, from home, wfh
    """),
}
"""Why people are away, as people say it; which of them exist is the agency's own list of categories."""

IN_ORDER: Mapping[str, tuple[str, ...]] = {
    "name": phrases("""
        sorted by name, sort by name, ordered by name, order by name, sorted alphabetically, sort alphabetically,
        ordered alphabetically, alphabetically, in alphabetical order, alphabetical order, by alphabet, a to z
    """),
}
"""Rows told by their names, and not by how much of something they have."""

TENTATIVE, CONFIRMED = "tentative", "confirmed"
"""With what is only pencilled in, or without it, as everything is told where nothing is said."""

UNITS: Mapping[str, tuple[str, ...]] = {
    "hours": phrases("in hours, as hours, in terms of hours"),
    "money": phrases("in money, in value, as money, in terms of money, in euros, in euro"),
    "days": phrases("in days, as days, in terms of days"),
    TENTATIVE: phrases("""
        including tentative, incl tentative, include tentative, with tentative, plus tentative, counting tentative,
        tentative included, including tentative bookings, including tentative work, including tentative hours, with
        tentative bookings, with tentative work, with tentative hours, plus tentative work, plus tentative bookings,
        including pencils, including pencilled, with pencils, plus pencils, pencils included, including holds, with
        holds, plus holds, holds included,
        counting tentative work, counting tentative bookings, tentative bookings included, tentative work included, if
        tentative work is confirmed, if tentative bookings are confirmed, including what is tentative, and
        tentative work
    """),
    CONFIRMED: phrases("""
        without tentative, excluding tentative, excl tentative, not tentative, no tentative, without tentative bookings,
        without tentative work, without tentative hours, excluding tentative bookings, excluding tentative work,
        confirmed
        only, only confirmed, confirmed bookings only, only confirmed bookings, leaving out tentative work, not counting
        tentative work, ignoring tentative work, ignoring tentative bookings
    """),
}
"""In what something is to be told that is counted in several units, or with and without tentative work."""

PERIOD_WORDS = phrases("""
    january, february, march, april, june, july, august, september, october, november, december, monday,
    tuesday, wednesday, thursday, friday, saturday, sunday, yesterday, today, tomorrow, quarter, month, week,
    year, previous, current, fiscal, calendar, weekend, since, until, between, through, before, after,
    fortnight, trailing, commencing, twelve
""")
"""Words of periods whose misspelling is put right before dates are read."""
