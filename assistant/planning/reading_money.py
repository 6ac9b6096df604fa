"""The passes that read what is asked of money, in order: owed, net of tax, held against, paid, by the hour, over."""

from collections.abc import Callable

from assistant.planning import (
    reading_by_the_hour,
    reading_invoices_of,
    reading_net_of_tax,
    reading_one_above_another,
    reading_over_budget,
    reading_paying,
)
from assistant.planning.clauses import Clause

PASSES: tuple[Callable[[Clause], None], ...] = (
    reading_invoices_of.still_open,
    reading_net_of_tax.net_of_tax,
    reading_one_above_another.one_above_another,
    reading_paying.how_long,
    reading_by_the_hour.by_the_hour,
    reading_over_budget.by_how_much,
)
