"""Reads cost by its two kinds: "cost split into people and expenses", "staff vs suppliers this year"."""

from assistant.planning.clauses import Clause
from assistant.planning.parts import Wanted
from assistant.planning.passes import needs_asked
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.tokens import key
from assistant.planning.words import Role

COSTS = frozenset({"cost", "labor_cost", "expense_cost", "budget_used"})
PEOPLE = frozenset({"people", "staff", "labour", "labor", "wages", "salaries", "employees", "time"})
LABOR_AND_EXPENSES = " ".join(key("labor and expenses"))
BOUGHT = frozenset({"expenses", "suppliers", "vendors", "purchases", "third parties"})


@needs_asked(COSTS)
def people_and_expenses(clause: Clause) -> None:
    """The people on one side of a joint and what was bought on the other are the two parts of cost, and no rows."""
    found = clause.found
    if not found.wanted or not {one.metric for one in found.wanted} <= COSTS:
        return
    split = [at for at, _ in clause.roles(Role.SHARE)]
    whole = next((one for one in found.wanted if one.said == LABOR_AND_EXPENSES), None)
    if split and whole:
        found.wanted[:] = [Wanted(whole.at, "labor_cost", "labor cost"), Wanted(whole.at, "expense_cost", "expenses")]
        clause.use(*split)
        return
    for at, _ in list(clause.roles(Role.AND, Role.VERSUS, Role.OR)):
        sides = clause.before(at), clause.after(at)
        said = [clause.said(one).casefold() if one is not None else "" for one in sides]
        people = next((one for one, word in zip(sides, said, strict=True) if word in PEOPLE), None)
        bought = next((one for one, word in zip(sides, said, strict=True) if word in BOUGHT), None)
        if people is None or bought is None or _is_told_by(clause, people) or _is_told_by(clause, bought):
            continue
        found.wanted[:] = [Wanted(people, "labor_cost", "labor cost"), Wanted(bought, "expense_cost", "expenses")]
        found.groupings[:] = [one for one in found.groupings if one.at not in (people, bought)]
        clause.use(people, bought, *split)
        return


def _is_told_by(clause: Clause, at: int) -> bool:
    """As in "cost by people and expenses": rows are asked for."""
    return bool(dimensions_at(clause, at)) and clause.span(at - 1).role(Role.BY) is not None
