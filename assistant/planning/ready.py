"""What a server does once, before anybody asks: no question waits for a pattern that is looked for the first time."""

from assistant.planning.guarded import compile_all
from assistant.planning.rewriting import IN_ORDER


def get_ready() -> None:
    """Compile every pattern there is; each would else be compiled for the first question that may hold it."""
    compile_all()
    for one in IN_ORDER:
        _ = one.put
