"""Names that several share, and what tells them apart: "Strategy (Apollo)" is called Strategy, and not Apollo."""

from collections.abc import Sequence

from assistant.planning.labels import without_suffix
from assistant.planning.parts import Named
from assistant.planning.tokens import key
from assistant.planning.vocabulary import NameWord


def not_only_within(named: Named, readings: tuple[NameWord, ...]) -> tuple[NameWord, ...]:
    """As in "Q3 Campaign hours": the project, and no service that is told from others of its name by that project."""
    said = set(key(named.text))
    parts = [one for one in readings if one.dimension in ("service", "budget", "task") and not one.is_whole]
    within = [one for one in parts if not said <= set(key(without_suffix(one.label)))]
    return tuple(one for one in readings if one not in within) or readings


def is_one_service(readings: Sequence[NameWord]) -> bool:
    """Whether all are services of one name, in the budgets that have it."""
    services = {without_suffix(one.label).casefold() for one in readings if one.dimension == "service"}
    return len(services) == 1 and all(one.dimension == "service" for one in readings)
