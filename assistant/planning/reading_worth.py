"""Reads what deals are worth, where how many there are is asked beside it or not at all."""

from dataclasses import replace

from assistant.planning.clauses import Clause
from assistant.planning.words import Role

WORTH = {"won_deals": "won_value", "lost_deals": "lost_value", "deals_open": "pipeline_value"}
"""What these are worth, and what tells how many there are."""


def worth(clause: Clause) -> None:
    """As in "what are the deals we lost worth": an amount, and their number where that is asked for, too."""
    found = clause.found
    said = any(token.word == "worth" for token in clause.tokens)
    many = any(True for _ in clause.roles(Role.HOW_MANY))
    for one in [one for one in found.wanted if said and one.metric in WORTH]:
        amount = replace(one, metric=WORTH[one.metric], said=WORTH[one.metric].replace("_", " "))
        at = found.wanted.index(one)
        found.wanted[at : at + 1] = [one, amount] if many else [amount]
