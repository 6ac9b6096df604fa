"""Reads limits of another measure: "hours by project with less than 20k left" are hours, of projects with so little.

What is limited says which rows are meant. Of the same days as what is asked it stands beside it; otherwise it is a
condition of its own (`conditions`), as what is left stands today and hours are of a month.
"""

from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.planning.clauses import Clause
from assistant.planning.limits import PICKING
from assistant.planning.parts import Bound, Grouping, Mark, Wanted
from assistant.planning.passes import needs, needs_asked
from assistant.planning.reading_having import Had
from assistant.planning.words import Role
from assistant.query import Comparison

LEADING = frozenset({"with", "where", "whose", "having"})
JOINING = (Role.AND, Role.OR, Role.VERSUS, Role.BREAK)


@needs(LEADING)
def limited_beside(clause: Clause) -> None:
    """Takes the limited measure and its limit out of what is asked, and says of which rows that is."""
    found = clause.found
    if len(found.bounds) != 1 or len(found.wanted) <= 1 or not clause.says(LEADING):
        return
    [bound] = found.bounds
    led = max((at for at in range(bound.at) if _leads(clause, at)), default=None)
    rows = next((one for one in reversed(found.groupings) if led is not None and one.at < led), None)
    if led is None or rows is None or bound.of or bound.counted or bound.share_of:
        return
    asked = [one for one in found.wanted if one.at < led]
    if any(one.said in PICKING or one.metric == "burn_index" for one in asked):  # "burning too fast with …": both pick
        return
    limited = _limited([one for one in found.wanted if one.at > led])
    if limited is None or not _are_apart(asked, limited, rows) or _joined(clause, led):
        return
    share = _as_a_share(limited, bound)
    if _of_the_same_days(asked, share):
        found.bounds[:] = [replace(bound, of=share)]
    else:
        found.bounds[:] = []
        said = clause.text[clause.place_in_text(led)[0] :]
        had = Had(share, rows.dimensions[0], bounds=(replace(bound, at=limited.at),))
        found.marks.append(Mark(limited.at, Role.OF_SUCH, had, said))
    found.wanted[:] = asked
    clause.use(led)


def _leads(clause: Clause, at: int) -> bool:
    return clause.first_token(at).text.casefold() in LEADING


def _limited(behind: list[Wanted]) -> Wanted | None:
    """The one measure behind "with"; of "budget left" it is what is left."""
    rest = [one for one in behind if one.metric != "budget_total"] or behind
    return rest[0] if len(rest) == 1 and rest[0].metric in METRICS else None


def _as_a_share(limited: Wanted, bound: Bound) -> str:
    """As in "with over 80 % used": the share of it."""
    return f"{limited.metric}_percent" if bound.percent and f"{limited.metric}_percent" in METRICS else limited.metric


def _are_apart(asked: list[Wanted], limited: Wanted, rows: Grouping) -> bool:
    """Whether something else is asked of rows that the limited measure is told of, in the unit of the limit."""
    metrics = [METRICS[one.metric] for one in asked if one.metric in METRICS and not one.weak]
    other = METRICS[limited.metric]
    told = rows.dimensions[:1] and rows.dimensions[0] in other.by
    in_unit = other.unit in (Unit.MONEY, Unit.PERCENT, Unit.INDEX, Unit.HOURS, Unit.DAYS, Unit.COUNT)
    differ = bool(metrics) and len(metrics) == len(asked) and all(one.name != other.name for one in metrics)
    return bool(told and in_unit and differ and all(rows.dimensions[0] in one.by for one in metrics))


def _joined(clause: Clause, led: int) -> bool:
    """As in "revenue by client and clients with …": two things are asked for."""
    ends = len(clause.spans) - (clause.spans[-1].role(Role.BREAK) is not None)  # its question mark joins nothing
    return any(clause.spans[at].role(*JOINING) for at in range(led, ends))


def _of_the_same_days(asked: list[Wanted], limited: str) -> bool:
    other = METRICS[limited]
    return all(
        METRICS[one.metric].timing is other.timing and METRICS[one.metric].outlook is other.outlook for one in asked
    )


WHOSE = frozenset({"her", "his", "their", "its"})
SIDES = {Comparison.MORE: "above utilization target", Comparison.LESS: "below utilization target"}


@needs(Role.HE)
@needs_asked("utilization_gap")
def beside_their_target(clause: Clause) -> None:
    """As in "is Ana above her utilization target": on which side of it, whosever it is said to be."""
    for one in [one for one in clause.found.wanted if one.metric == "utilization_gap" and one.said.endswith("target")]:
        whose = one.at - 1
        at = next((place for place in (whose - 1, whose - 2) if clause.span(place).role(Role.LIMIT)), None)
        limit = clause.span(at).role(Role.LIMIT)
        if (
            clause.word_before(one.at) in WHOSE
            and limit
            and isinstance(limit.value, Comparison)
            and limit.value in SIDES
        ):
            clause.use(at, whose)
            place = clause.found.wanted.index(one)
            clause.found.wanted[place] = replace(one, said=SIDES[limit.value])
