"""Reads at which place something stands: "where does Acme rank by margin", "is it one of our top three clients"."""

from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark, Ranking
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import End, Role

PLACES = frozenset({"place", "position", "rank", "spot"})
RANKING = PLACES | {"ranks", "ranked", "ranking", "stand", "stands", "come", "comes"}
ASKING = frozenset({"where", "how", "what", "which"})
WITHIN = frozenset({"among", "amongst", "one"})


@needs(NameWord)
@needs(RANKING)
def places(clause: Clause) -> None:
    """As in "where does Acme rank by revenue", "which position is Acme in by margin": its place among all others."""
    said = [clause.said(at).casefold() for at in range(len(clause.spans))]
    noun = next((at for at, one in enumerate(said) if not PLACES.isdisjoint(one.split())), None)
    ranks = any(not RANKING.isdisjoint(one.split()) for one in said)
    asks = clause.first_token(0).word in ASKING and noun in (0, 1)
    where = clause.first_token(0).word in ("where", "how") and ranks
    again = noun is not None and said[noun + 1 : noun + 2] == ["of"]  # as it is read back: "place of client Acme"
    if not (asks or where or again) or not clause.has(Role.SORT, Role.BY, Role.RANK):
        return
    if noun is not None and not clause.spans[noun].role(Role.SORT):
        clause.use(noun)
    clause.use(0 if asks or where else None)
    clause.found.marks.append(Mark(0, Role.PLACE, said=clause.said(0)))
    if not clause.has(Role.SORT, Role.RANK):
        clause.found.rankings.append(Ranking(0, End.HIGH, sorts=True))


@needs(WITHIN)
@needs(Role.RANK)
def within(clause: Clause) -> None:
    """As in "is Acme one of our top 3 clients", "among the top ten": in it, and no number or word of its own."""
    for at in range(len(clause.spans)):
        if clause.free(at) and clause.said(at).casefold() in WITHIN and _before_a_rank(clause, at):
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.PLACE, AMONG, clause.said(at)))


AMONG = "among"
"""Said of the first ones, however many these are: "one of our most profitable clients"."""


def _before_a_rank(clause: Clause, at: int) -> bool:
    named = any(clause.spans[place].one(NameWord) or dimensions_at(clause, place) for place in range(at))
    return named and any(one.role(Role.RANK) for one in clause.spans[at + 1 :])
