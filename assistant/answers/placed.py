"""At which place those stand that are asked for by name: "Yes: Acme stands at place 2 of 16 (€51,791.86)."."""

from typing import TYPE_CHECKING

from assistant.answers.table import figure_of, label_of
from assistant.picking import lead
from assistant.query import Filter, Order
from assistant.result import Group, Result

if TYPE_CHECKING:
    from assistant.answers.wording import Writer


def places(asked: Filter, result: Result, writer: "Writer") -> str:
    """The place of each, and whether it is within the number that was asked for."""
    place, at = lead(result), result.query.by.index(asked.field)
    known = [one for one in result.groups if one.cells[place].value is not None and None not in one.key]
    found = {one.key[at]: one for one in known}
    return " ".join(
        _place(found[id_], known, result, writer) if id_ in found else f"{writer.name(name)}: none."
        for id_, name in zip(asked.ids, asked.names, strict=True)
    )


def _place(one: Group, known: list[Group], result: Result, writer: "Writer") -> str:
    query, at = result.query, lead(result)
    value, lowest = one.cells[at].value, query.order is Order.ASC
    values = [each.cells[at].value for each in known]
    if value is None:
        return ""
    before = sum(other < value if lowest else other > value for other in values if other is not None)
    name = writer.name(label_of(query.by[0], one.key[0], writer.view, result.metrics[at]))
    own = writer.number(figure_of(result.metrics[at], value, writer.view, (name,)))
    within = f"{'Yes' if before < query.limit else 'No'}: " if query.limit else ""
    stands = f"at place {writer.count('place', before + 1)} of {writer.count('placed', len(known))}"
    return f"{within}{name} stands {stands}{' from the lowest' if lowest else ''} ({own})."
