"""Reads "without VAT", "net of tax": money is told net by itself, but for what is owed and paid."""

from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark
from assistant.planning.passes import needs_asked
from assistant.planning.words import Role

TAX = "tax_charged"
WITH_TAX = frozenset({"receivables", "overdue_receivables", "receivables_due", "collected", "issued_open"})
"""What is told gross, and never without its tax."""

OF_A_FIRM = frozenset({"profit", "margin", "forecast_profit", "forecast_margin"})
"""Before tax, these are of the whole firm, which is not measured."""

LEAVING = frozenset({"without", "excluding", "excl", "exclusive", "ex", "net", "before", "less", "minus", "not"})
BETWEEN = frozenset({"of", "the", "any", "incl", "including", "."})


@needs_asked(TAX)
def net_of_tax(clause: Clause) -> None:
    """As in "invoiced last month without VAT": that is how it is told anyway."""
    found = clause.found
    tax = next((one for one in found.wanted if one.metric == TAX), None)
    others = [one for one in found.wanted if one.metric != TAX]
    leaving = _leaving(clause, tax.at) if tax else []
    if tax is None or not others or not leaving or any(one.metric in OF_A_FIRM for one in others):
        return
    clause.use(*leaving)
    found.wanted[:] = others
    gross = next((one for one in others if one.metric in WITH_TAX), None)
    if gross:
        said = f"{clause.said(gross.at)} without {clause.said(tax.at)}"
        found.marks.append(Mark(tax.at, Role.UNMEASURED, (gross.metric, "invoiced"), said))


def _leaving(clause: Clause, at: int) -> list[int]:
    """The spans that say it is left out: "without", "net of", "excl."."""
    places: list[int] = []
    for place in range(at - 1, -1, -1):
        words = set(clause.said(place).casefold().split())
        if words & LEAVING:
            is_asked = clause.found.wanted and any(one.at == place for one in clause.found.wanted)
            return places if is_asked else [place, *places]
        if not words <= BETWEEN:
            break
        places.append(place)
    return []
