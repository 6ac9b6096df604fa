"""Everything a question is looked through for, compiled before anybody asks."""

from assistant.planning import guarded
from assistant.planning.rewriting import IN_ORDER


def compile_all() -> None:
    """Compile every pattern there is; each would else be compiled for the first question that may hold it."""
    guarded.compile_all()
    for one in IN_ORDER:
        _ = one.put
