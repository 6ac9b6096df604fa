"""Reads which rows are asked for: names and their nouns, breakdowns, limits, rankings."""

from collections.abc import Iterator
from dataclasses import replace

from assistant.figures import Unit
from assistant.metrics.catalogue import METRICS
from assistant.metrics.dimensions import DIMENSIONS, TIME
from assistant.planning import reading_on_what, rows_of_elsewhere, words
from assistant.planning.clauses import Clause
from assistant.planning.limits import STATES
from assistant.planning.parts import Grouping, Mark, Ranking
from assistant.planning.reading_kinds import (
    are_those_with,
    is_a_column,
    is_one_called,
    is_the_one_with,
    people_called,
    ranked,
    rows_of,
    says_of_which,
)
from assistant.planning.tokens import is_plural, key
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord, NumberWord, PeriodWord
from assistant.planning.words import End, Role
from assistant.planning.words_measured import OF_DEALS

JOINING = (Role.AND, Role.OR)


def dimensions_at(clause: Clause, at: int | None) -> tuple[str, ...]:
    """The dimensions a span is a word for, each once."""
    return tuple(dict.fromkeys(one.dimension for one in clause.span(at).all(DimensionWord)))


def is_adverb(clause: Clause, at: int) -> bool:
    """Whether the word always asks for a breakdown: monthly, who, person-wise."""
    return any(one.is_adverb for one in clause.span(at).all(DimensionWord))


def is_name(clause: Clause, at: int | None) -> bool:
    """Whether the span is a name, or a word for a value of a closed column."""
    span = clause.span(at)
    return bool(span.one(NameWord) or span.role(Role.VALUE, Role.LEAVE_KIND))


def is_one(clause: Clause, at: int) -> bool:
    """Whether the noun stands in the singular."""
    return not is_plural(clause.last_token(at))


def nouns_of_names(clause: Clause) -> None:
    """As in "The Design team", "client Acme", "managed by Ana": the noun says which kind of name is meant."""
    for at, word in clause.roles(Role.MANAGED):
        name = clause.after(at)
        if is_name(clause, name) and name is not None:
            whose = dimensions_at(clause, clause.before(at))[:1]
            clients = word.value == "project_manager" and whose in (("client",), ("deal",))
            clause.said_to_be[name] = MANAGERS[whose[0]] if clients else str(word.value)
            clause.use(at, clause.before(at) if _says_only_of_which(clause, clause.before(at)) else None)
    for at, _ in clause.each(DimensionWord):
        if is_adverb(clause, at):
            continue
        _whose(clause, at)
        for beside in (at + 1, at - 1):
            if 0 <= beside < len(clause.spans) and _same_kind(clause, at, beside):
                clause.use(at)
                break
    for at, _ in clause.each(MetricWord):
        _noun_in_a_measure(clause, at)


def _noun_in_a_measure(clause: Clause, at: int) -> None:
    """As in "what did the Design team cost": the noun of a name begins the words for what is asked of it."""
    first, length = clause.first_token(at).word, len(clause.spans[at].places)
    kinds = (
        {one.dimension for one in clause.spans[at - 1].all(NameWord) if one.is_whole} if at and length > 1 else set()
    )
    said = next((one for one in kinds if DIMENSIONS[one].noun == first), "")
    if said:
        clause.said_to_be.setdefault(at - 1, said)


def _says_only_of_which(clause: Clause, noun: int | None) -> bool:
    """Whether the projects of "hours on projects managed by Ana" are no breakdown: something else is asked for."""
    measured = any(span.one(MetricWord) for place, span in enumerate(clause.spans) if place != noun)
    asked_by = clause.span(clause.before(noun)).role(Role.BY, Role.WHICH) if noun is not None else None
    return bool(dimensions_at(clause, noun)) and measured and not asked_by


MANAGERS = {"client": "account_manager", "project": "project_manager", "budget": "project_manager", "deal": "owner"}
"""Who is meant by "Zoë's clients"."""


def _whose(clause: Clause, noun: int) -> None:
    """As in "Zoë's clients": Zoë is named as the one who manages them."""
    name = noun - 2
    role = MANAGERS.get(dimensions_at(clause, noun)[0], "")
    if name < 0 or clause.first_token(noun - 1).text != "'s" or is_one(clause, noun):
        return
    if any(one.dimension == role for one in clause.spans[name].all(NameWord)):
        clause.said_to_be[name] = role


def _same_kind(clause: Clause, noun: int, name: int) -> bool:
    """Whether the noun is of a kind the name can be; if so, the name is of that kind."""
    kinds = {one.dimension for one in clause.spans[name].all(NameWord)}
    said = dimensions_at(clause, noun)
    if said == ("deal",) and "client" in kinds and is_one(clause, noun) and _asks_of_a_deal(clause):
        kinds.add("deal")  # the deal of a client
    shared = [one for one in said if one in kinds]
    if not shared or (clause.spans[noun].one(MetricWord) and _names_the_metric(clause, noun)):
        return False
    clause.said_to_be.setdefault(name, shared[0])
    return True


def _asks_of_a_deal(clause: Clause) -> bool:
    """Whether what is asked for is told of a deal: whether there are people for it, what it would cost and leave."""
    asked = [one.metric for span in clause.spans for one in span.all(MetricWord)]
    return any(one in OF_DEALS or one.startswith(("capacity_gap", "earliest_start", "deal_")) for one in asked)


def _names_the_metric(clause: Clause, at: int) -> bool:
    """Whether "budget" is what is asked for, as nothing else in the clause is."""
    return not any(span.one(MetricWord) for place, span in enumerate(clause.spans) if place != at)


def groupings(clause: Clause) -> None:
    """As in "By team and month", "which clients", "who", "monthly", "the top five projects"."""
    _in_total(clause)
    for at, _ in clause.roles(Role.BY):
        _by(clause, at)
    for at in _lists_what_is_counted(clause):
        counted = _counted_at(clause, clause.after(at))
        if not _is_told_otherwise(clause, clause.after(at)):
            clause.found.groupings.append(Grouping(at, (counted,), is_subject=True))
    for at, _ in clause.roles(Role.WHICH):
        _which(clause, at)
    if reading_on_what.asked(clause):
        clause.found.groupings.append(Grouping(0, ("project",), is_subject=True))
    for at in _who_names_a_thing(clause):
        clause.use(at)
    _asked_by_themselves(clause)
    ranked(clause)


def _asked_by_themselves(clause: Clause) -> None:
    for at, _ in clause.each(DimensionWord):
        if _is_anybody(clause, at) or says_of_which(clause, at):
            clause.use(at)
        elif is_adverb(clause, at) or _asks_by_itself(clause, at) or dimensions_at(clause, at) == ("ageing",):
            _group(clause, at, is_subject=True)
            if _is_of_a_mean(clause, at):
                clause.found.groupings[-1] = replace(clause.found.groupings[-1], is_each=True)


def _is_of_a_mean(clause: Clause, at: int) -> bool:
    """As in "average project margin": the mean is over these."""
    return clause.span(clause.before(at)).role(Role.AVERAGE) is not None and _qualifies_a_metric(clause, at)


def _who_names_a_thing(clause: Clause) -> Iterator[int]:
    """As in "who is our biggest client": clients are asked for, not people."""
    for at, _ in clause.each(DimensionWord):
        if clause.first_token(at).word != "who" or clause.tokens[clause.spans[at].last].word != "who":
            continue
        if at and clause.spans[at - 1].one(DimensionWord):  # the clients who owe us money
            yield at
            continue
        if _place_after(clause, at):
            continue
        noun = _named_by_who(clause, at)
        named = clause.free(noun) and dimensions_at(clause, noun) and not is_adverb(clause, noun or 0)
        if named and not clause.span(noun).one(MetricWord):
            yield at


def _named_by_who(clause: Clause, at: int) -> int | None:
    """What stands behind "who are our five biggest", "who is our most profitable"."""
    first = clause.spans[at].last + 1
    is_said_to_be = first < len(clause.tokens) and clause.tokens[first].text.casefold() in COPULA
    noun, ranked = clause.after(at), False
    while noun is not None:
        span, following = clause.span(noun), clause.after(noun)
        measure = is_said_to_be and ranked and span.one(MetricWord) and dimensions_at(clause, following)
        if not (measure or span.role(Role.RANK, Role.MY, Role.OPEN) or span.one(NumberWord)):
            break
        noun, ranked = following, ranked or span.role(Role.RANK) is not None
    return noun


COPULA = frozenset({"is", "are", "was", "were", "'s"})


def _place_after(clause: Clause, at: int) -> bool:
    """As in "who on my team": those of it are asked for, and not teams."""
    following = clause.spans[at].last + 1
    return following < len(clause.tokens) and clause.tokens[following].word in PLACES


PLACES = frozenset({"on", "in", "from", "of", "at", "within"})
AUXILIARY = frozenset({"did", "do", "does", "were", "are", "was", "have", "has", "had", "can", "will"})


def _is_anybody(clause: Clause, at: int) -> bool:
    """The people of "how many hours did people log": nobody is told apart."""
    if clause.tokens[clause.spans[at].last].text.casefold() not in ("people", "staff") or _is_ranked(clause, at):
        return False
    asked = clause.first_token(0).word == "how" or any(one.is_subject for one in clause.found.groupings)
    counts = asked and clause.word_before(at) in AUXILIARY
    beside = (clause.span(step(at)).one(MetricWord) for step in (clause.before, clause.after))
    in_a_state = any(one and one.said in STATES for one in beside) and not counts  # "overbooked people by week"
    of_them = any(one.role(Role.LEAVE_KIND) for one in clause.spans) and clause.word_before(at) == "many"
    if clause.span(clause.before(at)).role(Role.BY, Role.WHICH, Role.AND) or in_a_state or of_them:
        return False
    broken_down = (
        dimensions_at(clause, clause.after(place))
        for place, span in enumerate(clause.spans)
        if place > at and span.role(Role.BY)
    )
    measured = any(span.one(MetricWord) or span.role(Role.AMBIGUOUS) for span in clause.spans)
    return counts or (measured and any(broken_down))


def _in_total(clause: Clause) -> None:
    """As in "in total and by client": a table of its own without a breakdown."""
    for at, span in enumerate(clause.spans) if clause.has(Role.IN_TOTAL) else ():
        joint = clause.spans[at + 1] if at + 2 < len(clause.spans) else None
        if span.role(Role.IN_TOTAL) and joint and joint.role(Role.AND) and clause.spans[at + 2].role(Role.BY):
            clause.use(at)
            clause.found.groupings.append(Grouping(at, ()))


def _group(clause: Clause, at: int, *, alternative: bool = False, is_subject: bool = False) -> None:
    clause.use(at)
    if clause.word_before(at) in ("these", "those"):
        clause.found.marks.append(Mark(at, Role.HE, "pointing", clause.word_before(at)))
    clause.found.groupings.append(Grouping(at, dimensions_at(clause, at), alternative, is_one(clause, at), is_subject))


def _by(clause: Clause, at: int) -> None:
    """What stands after "by": breakdowns, a metric to rank by, or a name."""
    each = bool(set(clause.said(at).casefold().split()) & EACH)
    noun = _noun_after(clause, at, each=each)
    if noun is None:
        return
    measured = dimensions_at(clause, noun) and clause.span(noun).one(MetricWord)
    if each and measured and clause.before(at) is None and _names_the_metric(clause, noun):
        clause.use(at)  # "every invoice over 20k": what is counted, and each of them
        clause.found.groupings.append(Grouping(noun, dimensions_at(clause, noun), is_subject=True))
    elif dimensions_at(clause, noun):
        clause.use(at)
        again = bool(clause.found.groupings) and clause.span(clause.before(at)).role(*JOINING) is not None
        again = again and not set(clause.said(at).casefold().split()) & PARTING
        _group(clause, noun, alternative=again and _two_tables(clause, noun))
        if each:
            clause.found.groupings[-1] = replace(clause.found.groupings[-1], is_each=True)
        _chain(clause, noun)
    elif rows := rows_of(clause, at, noun):
        clause.use(at)
        clause.found.groupings.append(Grouping(noun, (rows,), is_one=True, is_each=each))
        _chain(clause, noun)
    else:
        _by_another_word(clause, at, noun)


def _by_another_word(clause: Clause, at: int, noun: int) -> None:
    """What stands after "by" and is no noun of ours: rows of elsewhere, a metric to rank by, or a name."""
    if strange := rows_of_elsewhere.standing(clause, noun):
        rows_of_elsewhere.told(clause, at, strange)
    elif clause.span(noun).one(MetricWord) and clause.said(at).casefold().startswith("by"):
        clause.use(at)
        clause.found.rankings.append(Ranking(at, End.HIGH, is_default=True))
    elif clause.span(noun).one(MetricWord) and clause.said(at).casefold() in ("per", "for each", "for every"):
        clause.use(at)
        clause.found.marks.append(Mark(at, Role.RATIO, said=clause.said(at)))
    elif is_name(clause, noun) or clause.said(at).casefold() == "across":
        clause.use(at)
    elif clause.span(noun).role(Role.UNMEASURED) and any(True for _ in clause.each(MetricWord)):
        clause.use(at, noun)
        clause.found.marks.append(Mark(at, Role.UNMEASURED, "breakdown", clause.said(noun)))


EACH = frozenset({"per", "each", "every", "a", "an"})
PARTING = frozenset({"grouped", "group", "split", "broken", "break", "sliced", "divided"})
"""As in "by project, grouped by client": of what is told already, and no table of its own."""


def _noun_after(clause: Clause, at: int, *, each: bool) -> int | None:
    noun = clause.after(at)
    if clause.span(noun).role(Role.RANK, Role.MY):  # "by my clients"
        noun = clause.after(noun)
    while each and _says_of_which(clause, noun):  # "for every active project"
        noun = clause.after(noun)
    return noun


def _says_of_which(clause: Clause, at: int | None) -> bool:
    """Whether it only says which of them are meant: "every active project", "per T&M budget", "per Acme project"."""
    value, following = clause.span(at).role(Role.VALUE), clause.after(at)
    named = is_name(clause, at) and at not in clause.said_to_be and not clause.span(following).one(MetricWord)
    if value or named:
        return bool(dimensions_at(clause, following)) and clause.free(following)
    return clause.span(at).role(Role.OPEN, Role.STATUS, Role.KIND) is not None


def _two_tables(clause: Clause, noun: int) -> bool:
    """As in "By person and by team" are two tables; "by team and by month" is one."""
    earlier = clause.found.groupings[-1].dimensions
    return not earlier or (earlier[0] not in TIME and dimensions_at(clause, noun)[0] not in TIME)


def _chain(clause: Clause, noun: int) -> None:
    """As in "… and month", "… or team" after a breakdown."""
    joint = clause.after(noun)
    following = clause.after(joint)
    while following is not None and clause.span(joint).role(*JOINING) and clause.free(following):
        if not dimensions_at(clause, following) or is_adverb(clause, following):
            return
        either = clause.span(joint).role(Role.OR) is not None or clause.said(joint or 0) == "/"
        clause.use(joint)
        _group(clause, following, alternative=either)
        joint = clause.after(following)
        following = clause.after(joint)


BETWEEN = 3
"""How many words may stand between "which" and its noun: "which three active projects"."""


def _which(clause: Clause, at: int) -> None:
    noun = clause.after(at)
    for _ in range(BETWEEN):
        if noun is None or dimensions_at(clause, noun):
            break
        span = clause.span(noun)
        if not (
            span.role(Role.RANK, Role.OPEN, Role.MY, Role.STATUS, Role.KIND)
            or span.one(NumberWord)
            or is_name(clause, noun)
        ):
            break
        noun = clause.after(noun)
    if noun is not None and dimensions_at(clause, noun) and clause.free(noun):
        clause.use(at)
        if manager := _whose_are_asked_for(clause, at, noun):
            clause.found.groupings.append(Grouping(at, (manager,), is_subject=True))
            if any(span.role(Role.RANK) for span in clause.spans):  # who comes first is one of them
                clause.use(noun)
                return
        _group(clause, noun, is_subject=True)
        _chain(clause, noun)
    else:
        _which_otherwise(clause, at, noun)


def _which_otherwise(clause: Clause, at: int, noun: int | None) -> None:
    """What stands after "which" and is no noun of ours: people by their kind, rows of elsewhere, what is counted."""
    people = people_called(clause, clause.after(at))
    one_of_them = is_one_called(clause, at)
    strange = rows_of_elsewhere.asked_for(clause, noun)
    if row := rows_of_elsewhere.in_a_phrase(clause, noun):
        clause.use(at)
        clause.found.groupings.append(Grouping(at, (row,), is_subject=True))
    elif strange:
        rows_of_elsewhere.told(clause, at, strange)
    elif people is not None or one_of_them:
        clause.use(at)
        clause.found.groupings.append(Grouping(at, ("person",), is_one=one_of_them, is_subject=True))
    elif records := _records_at(clause, noun):
        clause.use(at)
        clause.found.groupings += [Grouping(at, (one,), is_subject=True) for one in records]
    elif clause.said(at).casefold() == "what are the" or _counted_at(clause, noun) or is_name(clause, clause.after(at)):
        clause.use(at)


def _whose_are_asked_for(clause: Clause, at: int, noun: int) -> str:
    """As in "whose projects are over budget": who manages them; in "clients whose projects are" the noun before has."""
    begins = at == 0 or clause.span(at - 1).role(Role.AND, Role.BREAK)
    asked = clause.said(at).casefold() == "whose" and begins and not is_one(clause, noun)
    return MANAGERS.get(dimensions_at(clause, noun)[0], "") if asked else ""


def _records_at(clause: Clause, at: int | None) -> tuple[str, ...]:
    """As in "which payments came in": the records of a measure, which its word names as several things."""
    metric = clause.span(at).one(MetricWord)
    named = at is not None and metric is not None and is_plural(clause.last_token(at))
    return RECORDS.get(metric.metric, ()) if named and metric else ()


RECORDS = {"collected": ("client", "invoice"), "credited": ("client", "invoice"), "expense_cost": ("vendor",)}


def _counted_at(clause: Clause, at: int | None) -> str:
    """What a metric that stands here counts: tasks of "overdue tasks", projects of "stale projects"."""
    metric = clause.span(at).one(MetricWord)
    return words.COUNTED.get(metric.metric, "") if metric else ""


def _lists_what_is_counted(clause: Clause) -> Iterator[int]:
    """As in "which tasks are overdue", "what milestones are due", "list the open tasks"."""
    for at in range(len(clause.spans) - 1):
        lists = clause.span(at).role(Role.WHICH) or clause.first_token(at).word in LISTING
        if not lists or not clause.free(at) or clause.span(at).role(Role.CONTINUE):
            continue
        metric = clause.span(clause.after(at)).one(MetricWord)
        if _counted_at(clause, clause.after(at)) and not (metric and "owe" in metric.said):
            yield at


LISTING = frozenset({"what", "list"})


def _is_told_otherwise(clause: Clause, at: int | None) -> bool:
    """As in "what are the receivables by account manager": an amount has the rows that are asked for, and no others."""
    asked = clause.span(at).one(MetricWord)
    if asked is None or METRICS[asked.metric].unit in (Unit.COUNT, Unit.PEOPLE):
        return False
    row = DIMENSIONS[words.COUNTED[asked.metric]]
    if {said for noun in (row.noun, *row.also_called) for said in key(noun)} & set(asked.said.split()):
        return False  # "overdue invoices by client" are invoices
    by = (place for place, span in enumerate(clause.spans) if span.role(Role.BY))
    return any(dimensions_at(clause, clause.after(place)) for place in by)


SINGLING = frozenset({"any", "a", "my"})
"""Words that make a question of a single noun: "is any project over budget", "the margin of my project"."""


def _asks_by_itself(clause: Clause, at: int) -> bool:
    """Whether a noun asks for a breakdown with no "by": ranked, plural, or right before a metric."""
    dimensions, span = dimensions_at(clause, at), clause.spans[at]
    if _is_ranked(clause, at) or clause.word_before(at) == "what" or is_the_one_with(clause, at):
        return True
    if _is_a_keyword(clause, at):
        return True
    if set(dimensions) & set(TIME):
        # As in "is anyone overbooked any week this month", or in "months with utilization under 60 %".
        return clause.word_before(at) == "any" or are_those_with(clause, at)
    if span.one(MetricWord):
        return not is_one(clause, at) and _is_about_others(clause, at) and not _is_one_of_several(clause, at)
    return not is_one(clause, at) or _is_any(clause, at) or _qualifies_a_metric(clause, at) or is_a_column(clause, at)


def _is_any(clause: Clause, at: int) -> bool:
    """As in "any project", "any fixed fee job"."""
    kind = at - 1
    while kind > 0 and clause.spans[kind].role(Role.VALUE, Role.STATUS, Role.KIND, Role.OPEN):
        kind -= 1
    return clause.word_before(kind + 1) in SINGLING


def _is_a_keyword(clause: Clause, at: int) -> bool:
    """As in "margin client Q2", "overtime team last month": a bare noun among things that are asked for."""
    if at == 0 or clause.spans[at].one(MetricWord) or is_adverb(clause, at):
        return False
    following = at + 2 if clause.said(min(at + 1, len(clause.spans) - 1)).casefold() in ("in", "for", "of") else at + 1
    before, after = clause.spans[at - 1], clause.spans[following] if following < len(clause.spans) else None
    asked = any(span.one(MetricWord) or span.role(Role.AMBIGUOUS) for span in clause.spans)
    beside = any((before.one(MetricWord), before.one(PeriodWord), before.role(Role.AMBIGUOUS), _is_grouped(clause, at)))
    if after is None:
        return beside and asked
    ends = any((after.one(PeriodWord), after.one(DimensionWord), after.one(NameWord), after.role(Role.BREAK)))
    return beside and asked and ends


def _is_grouped(clause: Clause, at: int) -> bool:
    """Whether the noun before it has been read as a breakdown, too."""
    return clause.spans[at - 1].one(DimensionWord) is not None and at - 1 in clause.used


def _is_ranked(clause: Clause, at: int) -> bool:
    """As in "Best client", "top five clients", "three clients have the highest"."""
    before = clause.before(at)
    ranks = any(span.role(Role.RANK) for span in clause.spans)
    metric = clause.span(before).one(MetricWord)
    superlative = metric is not None and metric.said in words.SUPERLATIVES
    superlative = superlative or (metric is not None and clause.span(clause.before(before)).role(Role.RANK) is not None)
    return bool(superlative or clause.span(before).role(Role.RANK) or (clause.span(before).one(NumberWord) and ranks))


def _qualifies_a_metric(clause: Clause, at: int) -> bool:
    """As in "Client hours", "project budget": a noun right before a metric."""
    following = clause.spans[at + 1] if at + 1 < len(clause.spans) else None
    return following is not None and following.one(MetricWord) is not None


def _is_about_others(clause: Clause, at: int) -> bool:
    """Whether "budgets" are the rows and not the metric: another metric is asked for."""
    others = (span for place, span in enumerate(clause.spans) if place != at)
    return any(span.one(MetricWord) or span.role(Role.OVER_BUDGET, Role.IS_OK) for span in others)


def _is_one_of_several(clause: Clause, at: int) -> bool:
    """As in "revenue and invoices by client", "invoices and payments": both are asked for."""
    return any(
        clause.span(step(at)).role(Role.AND) and clause.span(step(step(at))).one(MetricWord)
        for step in (clause.before, clause.after)
    )
