"""Reads which end comes first, and how many: "top five", "highest", "the last 3 invoices", "sorted by"."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import TIME
from assistant.planning.by_day import BY_A_DAY_TO_COME, ONE, SEVERAL
from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark, Ranking
from assistant.planning.passes import needs
from assistant.planning.timing import DATED
from assistant.planning.tokens import is_plural
from assistant.planning.vocabulary import DimensionWord, MetricWord, NumberWord, PeriodWord
from assistant.planning.words import End, Role
from assistant.planning.words_of_ranks import FIRST_DAYS, LAST_DAYS

ENDS_OF_TIME = {"first": End.LOW, "last": End.HIGH, "next": End.LOW}
"""Ranks only right before what is ranked, as in "the last 3 invoices"; else they are of a period, or unknown."""


@needs(Role.RANK, Role.SORT, ENDS_OF_TIME)
def rankings(clause: Clause) -> None:
    """As in "Top five", "highest", "the three lowest", "sorted by", and their number."""
    ranks = [(at, word.value, word.role is Role.RANK) for at, word in clause.roles(Role.RANK, Role.SORT)]
    ranks += [(at, end, True) for at, end in _ends_of_time(clause)]
    for at, end, is_rank in sorted(ranks, key=lambda one: one[0]):
        if not isinstance(end, End):
            continue
        number = next((one for one in (clause.after(at), clause.before(at)) if _is_count(clause, one)), None)
        number = _number_before_noun(clause) if number is None else number
        count = clause.span(number).one(NumberWord)
        limit = int(count.value) if count else None
        clause.use(at, number)
        if limit is None and is_rank:
            limit = 1 if _is_one_that_is_counted(clause, at) else one_of_them(clause)
        ranking = Ranking(at, end, limit, said=clause.said(at).casefold(), sorts=not is_rank)
        clause.found.rankings.append(_for_longest(clause, ranking) if is_rank else ranking)


def _ends_of_time(clause: Clause) -> Iterator[tuple[int, End]]:
    for at, span in enumerate(clause.spans):
        said = clause.said(at).casefold()
        if said in ENDS_OF_TIME and not span.senses and clause.free(at) and _is_of_things(clause, at):
            yield at, ENDS_OF_TIME[said]


def _is_of_things(clause: Clause, at: int) -> bool:
    following = clause.span(clause.after(at))
    if not following.places or following.role(Role.BREAK):  # "which deal did we win last"
        return clause.first_token(0).word in ("who", "which", "what", "when")
    number = following.one(NumberWord)
    if number is None and clause.said(at).casefold() == "next":  # "the next deadline" is all that are soon
        return False
    following = clause.span(clause.after(clause.after(at))) if number else following
    return bool(following.one(MetricWord) or following.one(DimensionWord) or following.role(Role.OPEN, Role.AMBIGUOUS))


def by_a_day(clause: Clause) -> bool:
    """Whether rows are ranked by a day, so that it is told with each."""
    return any(one.said in LAST_DAYS | FIRST_DAYS for one in clause.found.rankings)


SOONEST = frozenset({"soonest", "earliest"})


@needs(SOONEST)
def soonest(clause: Clause) -> None:
    """As in "which agreement ends first": what has a day is told by its day, and not by how much there is of it."""
    found = clause.found
    asked = [one for one in found.rankings if one.said in SOONEST]
    dated = [one for one in found.wanted if one.metric in DATED]
    if not asked or not dated or any(one.metric in BY_A_DAY_TO_COME and one.at > asked[0].at for one in dated):
        return  # "the earliest deadline" is one of them
    found.rankings[:] = [one for one in found.rankings if one not in asked]
    found.marks.append(Mark(asked[0].at, Role.WHEN, said=asked[0].said))


def superlative(clause: Clause, at: int) -> None:
    """As in "the five busiest people": a word for a measure that asks for its highest, and how many of them."""
    before = clause.before(at)
    number = before if _is_count(clause, before) else _number_before_noun(clause)
    count = clause.span(number).one(NumberWord)
    clause.use(number)
    clause.found.rankings.append(Ranking(at, End.HIGH, int(count.value) if count else one_of_them(clause)))


def _is_count(clause: Clause, at: int | None) -> bool:
    number = clause.span(at).one(NumberWord)
    return bool(
        clause.free(at)
        and number
        and number.value.denominator == 1
        and number.value > 0
        and not clause.span(at).role(Role.PERCENT)
        and not clause.span(at).one(PeriodWord)
    )


def _number_before_noun(clause: Clause) -> int | None:
    """The three of "which three projects had the lowest margin"."""
    nouns = [clause.before(one.at) for one in clause.found.groupings]
    return next((one for one in nouns if _is_count(clause, one)), None)


RECORDS = {
    **dict.fromkeys(("invoice", "bill"), "invoice"),
    **dict.fromkeys(("deal", "opportunity"), "deal"),
    **dict.fromkeys(("task", "milestone"), "task"),
}


def _record_behind(clause: Clause, at: int) -> tuple[str, int] | None:
    """The kind of record that a phrase for a measure behind a rank counts, and where: "largest unpaid invoice"."""
    noun = clause.after(at)
    span = clause.span(noun)
    if noun is None or not (span.one(MetricWord) or span.role(Role.AMBIGUOUS)):
        return None
    record = RECORDS.get(clause.last_token(noun).word)
    return (record, noun) if record else None


def _is_one_that_is_counted(clause: Clause, at: int) -> bool:
    """As in "largest unpaid invoice": one of them; of each client where it is said "by client"."""
    found = _record_behind(clause, at)
    if found is None or is_plural(clause.last_token(found[1])):
        return False
    record, noun = found
    metric = clause.span(noun).one(MetricWord)
    rows = clause.found.groupings
    if not rows:
        return True
    told = metric is None or record in METRICS[metric.metric].by
    if not told or any(record in one.dimensions or set(one.dimensions) & set(TIME) for one in rows):
        return False
    rows[:] = [one if one.is_subject else replace(one, is_each=True) for one in rows]
    rows.append(Grouping(max(noun, *(one.at for one in rows)), (record,)))
    return True


def _for_longest(clause: Clause, ranking: Ranking) -> Ranking:
    """As in "most overdue invoice": that which has been so for longest, and not the one with the highest amount."""
    found = _record_behind(clause, ranking.at) if ranking.said in MOST else None
    if found is None or clause.found.groupings or not clause.said(found[1]).casefold().startswith("overdue"):
        return ranking
    limit = ranking.limit or (SEVERAL if is_plural(clause.last_token(found[1])) else ONE)
    return replace(ranking, end=End.LOW, said="oldest", limit=limit)


MOST = frozenset({"most", "the most"})


def one_of_them(clause: Clause) -> int | None:
    """One row for "which client has the highest …", all of them for "which clients" and "who"."""
    subjects = [one for one in clause.found.groupings if one.is_subject]
    words = {clause.said(one.at).casefold() for one in subjects}
    return 1 if subjects and all(one.is_one for one in subjects) and not words & {"who", "whom"} else None
