"""The embedded planner: covers a question with known words and plans it, or says why it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.metrics.catalogue import METRICS
from assistant.metrics.definition import Metric
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.planning import (
    accounted_for,
    against_a_mean,
    against_all_rows,
    against_the_rest,
    ages,
    aims,
    asides,
    besides,
    billed_ahead,
    by_day,
    called_alike,
    changing,
    conversation,
    courtesy,
    data_health,
    definitions,
    documents,
    first_names,
    house_nouns,
    in_so_many,
    in_turns,
    joined,
    lacking,
    last_worked,
    leaning,
    likelihood,
    looking_ahead,
    making_up,
    mended,
    merging,
    misunderstandings,
    mixed_in,
    names_kept,
    news,
    next_of_them,
    notes,
    notes_open,
    of_those,
    overview,
    paraphrase,
    passed_over,
    plans,
    pointing,
    prices,
    purposes,
    records,
    replay,
    reports,
    restated,
    scales,
    second_opinion,
    side_by_side,
    sizes,
    small_letters,
    somebody,
    staying,
    supposing,
    teaching,
    things,
    titles,
    told_by,
    unanswered,
    unmeasured,
    when_first,
    why,
)
from assistant.planning.clauses import clauses_of
from assistant.planning.dates import Found, find_periods_and_to_come
from assistant.planning.examples import QUESTIONS, allowed, examples
from assistant.planning.grammar import cover
from assistant.planning.here import Here
from assistant.planning.obstacles import first_obstacle, narrowed
from assistant.planning.parts import Parts
from assistant.planning.reading import read
from assistant.planning.report_parts import Report
from assistant.planning.rewriting import in_full, with_apostrophes
from assistant.planning.segments import segments
from assistant.planning.spelling import corrected, put_right
from assistant.planning.tokens import Token, clean, tokenize
from assistant.planning.vocabulary import vocabulary_of
from assistant.planning.words import Role
from assistant.query import Plan, Query, Question

if TYPE_CHECKING:
    from assistant.permissions.view import View

Stopped = Clarification | NoData | Unsupported
Said = Learned | ToLookAfter

MOST_FIRST = 5
LONGEST = 1000
"""A question has at most so many letters; longer texts are not questions."""


def make_plan(question: Question, view: "View", catalogue: Mapping[str, Metric] = METRICS) -> Plan | Stopped | Said:
    """What a question asks for, in closed form: every word was understood, or the outcome says which was not."""
    text = _text_of(question, view)
    made = _planned(question, text, view, catalogue)
    here = as_written(question, view, catalogue)

    def again(said: str) -> Plan | Stopped | Said:
        return make_plan(replace(question, text=said, word_for_word=True), view, catalogue)

    if question.word_for_word or len(text) > LONGEST:
        return made
    made = pointing.told(made, question, here, lambda one: make_plan(one, view, catalogue))
    return called_alike.told(made, here, again, question.after.plan if question.after else None)


def as_written(question: Question, view: "View", catalogue: Mapping[str, Metric]) -> Here:
    """A question as it was asked, before any of its words is read."""
    return Here(_text_of(question, view), question.today, view, vocabulary_of(view, catalogue), question.known_on)


def _text_of(question: Question, view: "View") -> str:
    """The words of a question, or those that were offered and are chosen, without what is only said for politeness."""
    chosen = conversation.chosen(question.text, question.after, view.settings.nouns)
    return _without_courtesy(chosen)


@lru_cache(maxsize=64)
def _without_courtesy(text: str) -> str:
    """What is left of a text; it is asked for again where a plan is held against what was written."""
    return courtesy.without(with_apostrophes(clean(text)))


def _planned(question: Question, text: str, view: "View", catalogue: Mapping[str, Metric]) -> Plan | Stopped | Said:
    """What a question asks for as its words are read, whatever else something is called by them."""
    then = _of_an_earlier_day(text, question, view, catalogue) if len(text) <= LONGEST else None
    if then:
        return then
    if question.known_on and question.known_on > question.today:
        return misunderstandings.still_to_come(replay.said(question.known_on))
    seen = view.as_known_on(question.known_on) if question.known_on else view
    if isinstance(seen, NoData):
        return seen
    here = Here(text, question.today, seen, vocabulary_of(seen, catalogue), question.known_on)
    if len(text) <= LONGEST:
        text = names_kept.out_of_quotes(text, here.vocabulary)
        text = first_names.in_full(here.saying(text)).text
        which = first_names.which(here.saying(text))
        text = house_nouns.in_common_nouns(text, here.vocabulary, seen.settings.nouns)
        text = mixed_in.in_english(house_nouns.told_by_common_nouns(text, here.vocabulary), here)
        text = when_first.at_the_end(here.saying(text), question.after)
        replied = unanswered.meant(
            text, question, here, lambda one: make_plan(one, view, catalogue), lambda said: _parts_of(said, here)
        )
        leaning_on = leaning.in_known_words(text, question.after, here, lambda said: _parts_of(said, here))
        takes_away = asides.takes_away(leaning_on)
        leant = leaning_on if takes_away else names_kept.with_names_of(text, leaning_on, here.vocabulary)
        text, here = leant, here if leaning_on == text else here.saying(leant)
        remark = which or replied or asides.meant(text, question.after) or _of_the_tables(text, question, here)
        remark = remark or _behind_a_remark(text, question, view, catalogue)
        if remark:
            return remark
    to_look_after = None if question.known_on else data_health.asked(here.saying(text).nameless)
    if to_look_after:
        return to_look_after
    first = news.asked(here) or notes_open.told(here) if len(text) <= LONGEST else None

    noted = first or notes.asked(question, here) if len(text) <= LONGEST else None
    noted = overview.worries(here, noted, lambda said: _rest(said, question, here)) or noted
    made = noted or notes_open.instead(_read(question, here.saying(text)), here)
    heard = accounted_for.told(made, here.saying(text)) if isinstance(made, Plan) else made
    as_read = question if question.text == text else replace(question, text=text)
    turned = in_turns.instead(heard, as_read, lambda one: make_plan(one, view, catalogue))
    told = made if turned is heard else turned
    return told if is_whole(told) else _put_right(told, as_read, view, catalogue)


def is_whole(told: Plan | Stopped | Said) -> bool:
    """Whether nothing of a question was left out, asked back for, or only looked for in the notes."""
    if isinstance(told, Plan):
        return not told.not_planned and not any(one.notes for one in told.queries)
    return not isinstance(told, Stopped)


def _put_right(
    told: Plan | Stopped | Said, question: Question, view: "View", catalogue: Mapping[str, Metric]
) -> Plan | Stopped | Said:
    """What a question asks for with its mistyped words put right, where that is a plan of all of it."""
    text, note = put_right(question.text, vocabulary_of(view, catalogue)) if len(question.text) <= LONGEST else ("", "")
    again = make_plan(replace(question, text=text), view, catalogue) if note else told
    return mended.told(again, note) if isinstance(again, Plan) and not again.not_planned else told


def _behind_a_remark(
    text: str, question: Question, view: "View", catalogue: Mapping[str, Metric]
) -> Plan | Stopped | Said | None:
    """As in "forget the filter, by team": a remark about the answer before, and what is asked of what it leaves."""
    found = asides.before_the_rest(text, question.after)
    if found is None:
        return None
    rest, after = found
    return make_plan(replace(question, text=rest, after=after), view, catalogue)


def _read(question: Question, here: Here) -> Plan | Stopped | Said:
    """The plan of a question about what is known in the view it is read with."""
    if len(here.text) > LONGEST:
        return misunderstandings.too_long(examples(here))
    in_a_form = _in_a_form(question, here)
    if in_a_form is not None:
        return in_a_form
    here = here.saying(staying.in_charge(here.text, question.after, here.catalogue))
    here = here.saying(conversation.stepped(here.text, question.after, here.calendar))
    here = here.saying(conversation.of_those(here.text, question.after))
    here = small_letters.with_whose(small_letters.written_as_names(here))
    here = here.saying(teaching.in_common_words(here))
    right = names_kept.kept(here.text, here.whole_names, lambda said: corrected(said, here.vocabulary))
    here = here.saying(right)
    here = here.saying(of_those.its_people(here.saying(of_those.while_it_runs(here))))
    text, supposed = supposing.taken(here)
    here = here.saying(text)
    text, reach = making_up.taken(here)
    here = here.saying(text)
    here = here.saying(names_kept.kept(here.text, here.whole_names, in_full))
    here = here.saying(next_of_them.written_out(here, lambda said: _parts_of(said, here)))
    text, rest = against_the_rest.taken(here)
    here = here.saying(text)
    text, held = against_all_rows.taken(here)
    here = here.saying(text)
    text, mean = against_a_mean.taken(here)
    here = here.saying(text)

    def beside(made: Plan | Stopped) -> Plan | Stopped:
        made = against_the_rest.told(made, rest, here)
        return against_all_rows.told(against_a_mean.told(made, mean, here), held, here)

    text, age = ages.taken(here)
    text, note = mended.mended(here.saying(text))
    here = here.saying(text)
    tokens, periods = tokenize(here.text), find_periods_and_to_come(here.nameless, here.today, here.calendar)
    unclear = somebody.month_or_somebody(tokens, periods, question.after, here)
    if unclear:
        one = unclear.options[0] if isinstance(unclear, Clarification) and len(unclear.options) == 1 else None
        settled = make_plan(replace(question, text=one), here.view, here.catalogue) if one else unclear
        return settled if isinstance(settled, Said) else beside(settled)
    pieces = pieces_of(tokens, periods, here)
    anew = question.after is not None and any(in_so_many.asks_anew(one, here) for one in pieces)
    planned = None if anew else conversation.continued(pieces, question.after, here)
    if planned is None:
        each = paraphrase.not_of_several([plan(piece, here) for piece in pieces], pieces, here)
        nobody = somebody.unclear_whom(pieces, each)
        planned = [nobody] if nobody else joined.told(pieces, each, here)
    either = any(one.mark(Role.OR) for one in pieces)
    together = merging.merged(planned, apart=merging.each_asked(here.nameless), either=either)
    made = supposing.told(outcome(together, here), supposed, here)
    made = making_up.told(ages.told(made, age, here), reach, here)
    made = beside(made)
    return notes.beside(mended.told(made, note), here) if isinstance(made, Plan) else made


def _in_a_form(question: Question, here: Here) -> Plan | Stopped | Said | None:
    """A document to send, definitions side by side, a lesson, or a named report; None for other questions."""
    document = documents.asked(here)
    if document is not None:
        return document
    compared = definitions.asked(here.text)
    if compared is not None:
        rest = _rest(compared.rest, question, here)
        return definitions.side_by_side(rest, compared, question.after, here) if isinstance(rest, Plan) else rest
    spelt = here.saying(corrected(here.text, here.vocabulary))
    beside = None if question.after else overview.held_against(spelt, lambda text: _rest(text, question, here))
    if beside is not None:
        return beside
    for asked in (overview.asked, last_worked.asked, told_by.asked):
        instead = asked(spelt, lambda text: _rest(text, question, here))
        if instead is not None:
            return instead
    lesson = teaching.taught(here)
    if lesson is not None:
        return lesson
    report = reports.asked(here.text) if reports.asked(here.nameless) else None
    return _report(*report, question, here) if report else None


def _rest(text: str, question: Question, here: Here) -> Plan | Stopped | Said:
    """The plan of what is left of a question when the words for its form are taken out."""
    return make_plan(replace(question, text=text), here.view, here.catalogue)


def _parts_of(said: str, here: Here) -> tuple[Parts, ...]:
    """What some words say, read by themselves."""
    here = here.saying(said)
    here = here.saying(names_kept.kept(said, here.whole_names, in_full))
    return pieces_of(tokenize(here.text), find_periods_and_to_come(here.nameless, here.today, here.calendar), here)


def _of_the_tables(text: str, question: Question, here: Here) -> Plan | Stopped | None:
    """What a follow-up makes of the tables before it as they stand."""
    return side_by_side.meant(text, question.after, here, lambda said: _parts_of(said, here))


def _report(report: Report, rest: str, question: Question, here: Here) -> Plan | Stopped | Said | None:
    """The plan of a named report; None where a table of its own is asked for ("utilization report by team")."""
    lead = _rest(rest, question, here)
    if not isinstance(lead, Plan):
        return lead
    first = lead.queries[0]
    if reports.OF_MINE.search(rest):
        first = replace(first, by=())
    return None if first.by or first.having or first.limit else reports.in_words(report, lead, here.view, here.today)


def _of_an_earlier_day(
    text: str, question: Question, view: "View", catalogue: Mapping[str, Metric]
) -> Plan | Stopped | Said | None:
    """The plan of a question about what was known on an earlier day, or what changed since; None for others."""
    again = restated.again(text, question.after)
    if again:
        return again
    if question.restated:
        rest = replace(question, restated=None)
        return _restated(replay.Replay(question.restated, replay.said(question.restated), text), rest, view, catalogue)
    since = restated.restated_in(text, question.today, view.calendar)
    if since:
        return _restated(since, question, view, catalogue)
    found = replay.replay_in(text, question.today, view.calendar)
    return _as_known(found, question, view, catalogue) if found else None


def _as_known(
    found: replay.Replay, question: Question, view: "View", catalogue: Mapping[str, Metric]
) -> Plan | Stopped | Said:
    """The plan of what is left of a question that names the day it is to be answered as known on."""
    if found.day is None:
        return misunderstandings.no_such_day(found.said)
    if found.day > question.today:
        return misunderstandings.still_to_come(replay.said(found.day))
    day = found.day if found.day < question.today else None
    before = question.after.plan if question.after else None
    if replay.NOTHING_BUT.match(found.rest) and before:
        return replay.of_the_same(before, day)
    # What was offered to choose from has been chosen by now.
    after = replace(question.after, options=()) if question.after else None
    planned = make_plan(replace(question, text=found.rest, known_on=day, after=after), view, catalogue)
    if day is None:
        return planned
    if isinstance(planned, Plan):
        return replace(planned, not_planned=tuple(replay.asked_back(day, one) for one in planned.not_planned))
    return replay.asked_back(day, planned)


def _restated(
    found: replay.Replay, question: Question, view: "View", catalogue: Mapping[str, Metric]
) -> Plan | Stopped | Said:
    """The plan of what is left of a question that asks what changed since an answer on an earlier day."""
    if found.day is None or found.day >= question.today:
        return misunderstandings.nothing_since(found.said)
    planned = make_plan(replace(question, text=found.rest), view, catalogue)
    if not isinstance(planned, Plan):
        return planned
    told = [one for query in planned.queries for one in restated.since(query, found.day)]
    queries = tuple(one for one in told if isinstance(one, Query))
    stopped = [one for one in told if not isinstance(one, Query)]
    return Plan(queries, (*stopped, *planned.not_planned)) if queries else stopped[0]


def first_questions(view: "View") -> tuple[str, ...]:
    """Complete questions somebody could begin with, each one this asker may ask."""
    here = Here("", date.min, view, vocabulary_of(view, METRICS))
    return tuple(QUESTIONS[one.name] for one in allowed(here))[:MOST_FIRST]


def pieces_of(tokens: Sequence[Token], periods: Sequence[Found], here: Here) -> tuple[Parts, ...]:
    """Everything the question says, one thing asked for in each piece."""
    found: list[Parts] = []
    for clause in clauses_of(here.text, tokens, cover(tokens, here.vocabulary, periods)):
        parts = besides.over_at_the_end(things.asked(clause, read(clause)))
        for piece in somebody.told_of_alike(segments(clause, besides.worked_of_sold(parts, parts))):
            same = somebody.of_the_same(found[-1], piece) if found else piece
            both = aims.beside_a_target(found[-1], same) if found else None
            if both:
                found[-1] = both
            else:
                found.append(besides.of_the_same(found[-1], same, clause.whole, here) if found else same)
    return tuple(besides.until_the_end(found, here))


def plan(piece: Parts, here: Here) -> Sequence[Query | Stopped]:
    """The queries of one piece, or what keeps it from being planned."""
    piece = titles.of_managers(piece, here) if piece.groupings else piece
    piece = titles.for_a_deal(piece) if len(piece.named) > 1 else piece
    piece = looking_ahead.heard(in_so_many.heard(records.told(piece, here), here), here)
    heard = lacking.heard(changing.measured(things.bare(why.of_who_is_away(piece, here)), here), here)
    heard, note = overview.ranked(heard, here)
    piece, target = aims.prepared(sizes.told(_along_its_scale(narrowed(heard, here), here), here), here)
    piece, purpose = purposes.taken(piece, here)
    likely = likelihood.told(piece, here)
    if likely is not None:
        return likely
    piece, ahead = billed_ahead.taken(piece, here)
    stopped = first_obstacle(piece, here)
    planned = paraphrase.planned(piece, stopped, here) if stopped else _by_the_grammar(piece, here)
    planned = _refused_first(planned, piece, here)
    planned = why.beside_the_number(planned, piece, here, lambda one: plans.plan_piece(one, here))
    planned = billed_ahead.told(planned, ahead)
    return purposes.told(overview.said(aims.told(planned, target, here), note), purpose, here)


def _along_its_scale(piece: Parts, here: Here) -> Parts:
    """The piece with what fits its rank: a price, a span of time, or a day; a percentage of people is of their days."""
    if piece.bounds and all(one.metric == "headcount" for one in piece.wanted):
        piece = scales.of_full_days(piece)
    return by_day.told(scales.told(prices.told(piece, here), here), here) if piece.rankings or piece.unknown else piece


def _refused_first(planned: Sequence[Query | Stopped], piece: Parts, here: Here) -> Sequence[Query | Stopped]:
    """As in "utilization of the Design team" for somebody who may ask it of nobody: that is said, and not which team.

    What is asked for stays alone, so that the refusal tells nothing of the names.
    """
    of_people = any("person" in here.catalogue[one.metric].by for one in piece.wanted if one.metric in here.catalogue)
    forms = [
        name
        for one in piece.wanted
        if one.metric in here.catalogue
        for name in (one.metric, *here.catalogue[one.metric].narrower)
    ]
    if not forms or not of_people or any(isinstance(one, Query) for one in planned):
        return planned
    if any(one in here.vocabulary.askable for one in forms) or piece.mark(*paraphrase.SETTLED):
        return planned
    alone = plans.plan_piece(Parts(wanted=piece.wanted), here)
    return [one for one in alone if isinstance(one, Query)] or planned


def _by_the_grammar(piece: Parts, here: Here) -> Sequence[Query | Stopped]:
    """The queries of a piece that is understood, unless its words clearly mean something else."""
    doubt = paraphrase.doubted(piece, here)
    if doubt:
        return [doubt]
    made = passed_over.with_nothing_else(plans.plan_piece(piece, here), piece, here)
    return second_opinion.on(piece, paraphrase.instead(piece, made, here), here)


def outcome(planned: Sequence[Query | Stopped], here: Here) -> Plan | Stopped:
    """The plan, with what could not be planned beside it; an early end where nothing could."""
    queries = tuple(looking_ahead.noted(titles.noted(one, here), here) for one in planned if isinstance(one, Query))
    stopped = tuple(one for one in planned if not isinstance(one, Query))
    if queries:
        return Plan(queries, stopped)
    nothing = unmeasured.nothing_measured(list(allowed(here))[:3], examples(here))
    return stopped[0] if stopped else nothing
