"""Reads which rows come first and how many of them: "top five", "the three lowest", "sorted by"."""

from assistant.planning.clauses import Clause
from assistant.planning.parts import Ranking
from assistant.planning.vocabulary import NumberWord, PeriodWord
from assistant.planning.words import End, Role


def rankings(clause: Clause) -> None:
    """As in "Top five", "highest", "the three lowest", "sorted by", and their number."""
    for at, word in clause.roles(Role.RANK, Role.SORT):
        end = word.value
        if not isinstance(end, End):
            continue
        number = next((one for one in (clause.after(at), clause.before(at)) if _is_count(clause, one)), None)
        number = _number_before_noun(clause) if number is None else number
        count = clause.span(number).one(NumberWord)
        limit = int(count.value) if count else None
        clause.use(at, number)
        if limit is None and word.role is Role.RANK:
            limit = one_of_them(clause)
        clause.found.rankings.append(Ranking(at, end, limit, said=clause.said(at).casefold()))


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


def one_of_them(clause: Clause) -> int | None:
    """One row for "which client has the highest …", all of them for "which clients" and "who"."""
    subjects = [one for one in clause.found.groupings if one.is_subject]
    words = {clause.said(one.at).casefold() for one in subjects}
    return 1 if subjects and all(one.is_one for one in subjects) and not words & {"who", "whom"} else None
