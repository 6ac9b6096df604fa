"""The passes that read what is asked of money, in order: owed, lost, without tax, held against, paid, hourly, over."""

from collections.abc import Callable

from assistant.planning import (
    reading_by_the_hour,
    reading_cost_kinds,
    reading_invoices_of,
    reading_losing,
    reading_net_of_tax,
    reading_one_above_another,
    reading_over_budget,
    reading_paying,
)
from assistant.planning.clauses import Clause

PASSES: tuple[Callable[[Clause], None], ...] = (
    reading_invoices_of.draft_of_something,
    reading_invoices_of.still_open,
    reading_losing.money_lost,
    reading_net_of_tax.net_of_tax,
    reading_one_above_another.one_above_another,
    reading_paying.how_long,
    reading_paying.will_pay,
    reading_paying.when_they_pay,
    reading_paying.late_in_a_time,
    reading_paying.share_paid_late,
    reading_cost_kinds.people_and_expenses,
    reading_by_the_hour.by_the_hour,
    reading_over_budget.by_how_much,
    reading_over_budget.cost_over_budget,
    reading_over_budget.burned,
    reading_over_budget.how_much_is_left,
)
