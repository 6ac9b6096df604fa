"""The planner that asks a language model which parts a question has; what it may propose is in `proposal.py`.

The model sees the question and the asker's vocabulary (the metrics they may ask for, the dimensions, and the names they
may see that the question could mean), and nothing else. What it proposes is read back by the embedded planner, must
keep every name and period that the question says, and is told what is wrong once. Where nothing comes of that, the
embedded planner plans the question itself. A plan of the model is authorised, calculated and verified like any other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from assistant import llm
from assistant.kept import Kept
from assistant.llm import Message, ModelError, Said
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, Learned, NoData, ToLookAfter, Unsupported
from assistant.planning import (
    agreement,
    closed_form,
    conversation,
    definitions,
    meaning,
    planner,
    replay,
    restated,
    teaching,
)
from assistant.planning.here import Here
from assistant.planning.proposal import ProposedPlan, ProposedQuery, as_words, is_meant, problems
from assistant.planning.questions import as_question
from assistant.planning.tokens import clean, key
from assistant.planning.vocabulary import NameWord, vocabulary_of
from assistant.query import Plan, Query, Question
from prompts import prompt

if TYPE_CHECKING:
    from assistant.metrics.definition import Metric
    from assistant.permissions.view import View

Planned = Plan | Clarification | NoData | Unsupported | Learned | ToLookAfter

ROUNDS = 2
"""The proposal, and one that is mended."""

CHOSEN = "A language model chose what to calculate; the numbers are calculated and verified as always."
NOT_CHOSEN = "The language model was not used for this: {reason}"

SAID_WHOLE = ("team", "job_title", "employment", "budget_type", "stage", "status", "category")
"""Dimensions whose few values are always in the vocabulary that is sent."""

MOST_NAMES = 60
NEAR_ONES = 40
"""So many metrics are sent, the nearest to the question: a longer list costs room that small models do not have."""

ALIKE = 80
"""How much a word of a name must be like a word of the question, in percent, for the name to be sent."""


PROPOSED: Kept[Plan | Clarification | None] = Kept(most=512, weigh=lambda _: 1)
"""What came of the model, by everything it depends on: the same is asked once."""


@dataclass(frozen=True)
class Sent:
    """What is sent for a question: the messages, and the shape of the form where only a part of it is shown."""

    messages: tuple[Message, ...]
    shape: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class _Asked:
    """A question as it is put to the model: what it leans on, what is sent, and what it is without a model."""

    here: Here
    before: str
    sent: Sent
    own: Planned

    @property
    def key(self) -> tuple[str, ...]:
        """All that a proposal, and what is made of it, depends on: the eyes, the data, the settings, the words sent."""
        view = self.here.view
        eyes = (repr(view.viewer), repr(view.role), repr(view.lessons))
        return (view.snapshot, *eyes, view.settings.model_dump_json(), repr(self.sent), repr(self.own))


def make_plan(question: Question, view: "View", catalogue: "Mapping[str, Metric]") -> Planned:
    """The model's plan of a question where it has one that holds, else the embedded planner's."""
    own = planner.make_plan(question, view, catalogue)
    here = surroundings(question, view, catalogue, own)
    if here is None:
        return own
    try:
        before = before_it(question, here)
        found = _asked_once(_Asked(here, before, sent_for(here, before), own))
    except ModelError as error:
        return _noted(own, NOT_CHOSEN.format(reason=error.why))
    return found or own


def surroundings(
    question: Question, view: "View", catalogue: "Mapping[str, Metric]", own: Planned | None = None
) -> Here | None:
    """What the model plans with; None for what only the embedded planner reads.

    Those are questions about notes or an earlier day, definitions side by side, and lessons in what a word means.
    """
    text = clean(conversation.chosen(question.text, question.after, view.settings.nouns))
    if not text or len(text) > planner.LONGEST or question.known_on or question.restated or definitions.asked(text):
        return None
    dated = (text, question.today, view.calendar)
    if restated.again(text, question.after) or restated.restated_in(*dated) or replay.replay_in(*dated):
        return None
    here = Here(text, question.today, view, vocabulary_of(view, catalogue))
    own = own or planner.make_plan(question, view, catalogue)
    if isinstance(own, Plan) and any(one.notes or one.restated or one.definitions for one in own.queries):
        return None
    if isinstance(own, Learned | ToLookAfter):
        return None
    here = here.saying(teaching.in_common_words(here))
    return None if question.after is None and agreement.is_settled(own, here) else here


def sent_for(here: Here, before: str) -> Sent:
    """Exactly what is sent for a question: instructions with the glossary, names as data, and the question.

    To a model with a small window goes less of it, and the names stand in the form.
    """
    window = here.view.settings.model.window
    if closed_form.is_small(window):
        return _in_brief(here, before, closed_form.metrics_for(window))
    instructions = prompt(
        "plan_question",
        today=here.today.isoformat(),
        metrics="\n".join(_described(_metrics(here, NEAR_ONES), here)),
        dimensions="\n".join(f"{one.name}: {one.noun}" for one in DIMENSIONS.values()),
    )
    data = json.dumps({"names": _names(here, SAID_WHOLE), "before": before or None}, ensure_ascii=False, indent=1)
    return Sent((Message("system", instructions), Message("user", data), Message("user", here.text)))


def _in_brief(here: Here, before: str, most: int) -> Sent:
    closed = closed_form.Closed(here, agreement.pieces_of(here), _metrics(here, most), _names(here, ()), before)
    instructions = prompt("plan_briefly", metrics="\n".join(_described(closed.metrics, here)))
    leaning = [Message("user", f"The question before it: {before}")] if before else []
    return Sent((Message("system", instructions), *leaning, Message("user", here.text)), closed.form())


def _asked_once(asked: _Asked) -> Plan | Clarification | None:
    key = asked.key
    if key in PROPOSED:
        return PROPOSED.get(key, lambda: _proposed(asked))
    # While the model is asked nothing is locked: nobody waits for another's question.
    found = _proposed(asked)
    return PROPOSED.get(key, lambda: found)


def _proposed(asked: _Asked) -> Plan | Clarification | None:
    """The plan that came of asking the model, mended once, or its reading to be confirmed; None where none holds."""
    here = asked.here
    said = list(asked.sent.messages)
    for _ in range(ROUNDS):
        answer = llm.ask_for(ProposedPlan, said, here.view.line, asked.sent.shape)
        if answer.value is not None and not answer.value.queries:
            return None
        queries, wrong = _checked(answer, asked)
        if not wrong:
            whole = answer.value is not None and not answer.value.not_measured
            return _taken(queries, asked, is_whole=whole)
        listed = "\n".join(f"* {one}" for one in wrong)
        said += [Message("assistant", answer.words), Message("user", prompt("repair_plan", problems=listed))]
    return None


def _taken(queries: list[Query], asked: _Asked, *, is_whole: bool) -> Plan | Clarification | None:
    """What comes of queries that leave nothing out: a plan, a reading to confirm, or nothing that is better.

    What a model itself says to be a part of the question, with more that is not measured, is never the plan.
    """
    own = asked.own
    if isinstance(own, Plan) and not agreement.is_by_meaning(own):
        # Every word was understood: what could not be planned stays so, and what was remarked stays said.
        return replace(own, queries=tuple(_noted_on(one, CHOSEN) for one in own.queries))
    # What lies very near by its meaning is not given up for what a model finds near.
    agrees = not isinstance(own, Plan) or [one.metrics for one in own.queries] == [one.metrics for one in queries]
    if is_whole and agrees and agreement.is_borne_out(queries, asked.own, asked.here, follows=bool(asked.before)):
        return Plan(tuple(replace(one, understood=CHOSEN) for one in queries))
    return None if isinstance(own, Plan) else agreement.offered(queries, own, asked.here)


def _noted_on(query: Query, note: str) -> Query:
    return replace(query, understood=f"{query.understood} {note}".strip())


def _checked(answer: Said[ProposedPlan], asked: _Asked) -> tuple[list[Query], list[str]]:
    """The queries of a proposal, and all that is wrong with it."""
    here = asked.here
    if answer.value is None:
        return [], [answer.fault]
    wrong = [one for proposed in answer.value.queries for one in problems(proposed, here)]
    if wrong:
        return [], wrong
    queries: list[Query] = []
    for proposed in answer.value.queries:
        found = _read_back(proposed, here)
        if isinstance(found, str):
            wrong.append(found)
        else:
            queries.append(found)
    return queries, wrong or list(agreement.left_out(queries, asked.own, here, follows=bool(asked.before)))


def _read_back(proposed: ProposedQuery, here: Here) -> Query | str:
    """The query the embedded planner reads from a proposal's words, or why it is none."""
    text = as_words(proposed, here)
    plan = planner.make_plan(Question(text, "", here.today), here.view, here.catalogue)
    if not isinstance(plan, Plan):
        return plan.text
    whole = len(plan.queries) == 1 and not plan.not_planned and not plan.queries[0].understood
    if not whole or not is_meant(proposed, plan.queries[0]):
        return f"This cannot be said in one table: {text}."
    return plan.queries[0]


def before_it(question: Question, here: Here) -> str:
    """The question before as a complete one, where this asker may still ask it."""
    earlier = question.after.plan if question.after else None
    texts = [as_question(one, here) for one in earlier.queries if one.metrics and not one.notes] if earlier else []
    plans = [planner.make_plan(Question(one, "", here.today), here.view, here.catalogue) for one in texts]
    return "; ".join(text for text, plan in zip(texts, plans, strict=True) if isinstance(plan, Plan))


def _metrics(here: Here, most: int) -> tuple[str, ...]:
    """Those that the question could mean: near its words, or asked for in words of the glossary; all, where none is."""
    askable = here.vocabulary.askable
    if not here.view.settings.paraphrases:
        return askable
    near = {one.metric for one in meaning.nearest(here.bare, askable)[:most]} | agreement.named_metrics(here)
    return tuple(one for one in askable if one in near)


def _described(metrics: Sequence[str], here: Here) -> Iterator[str]:
    for name in metrics:
        metric = here.catalogue[name]
        yield f"{name}: {metric.title}. {metric.meaning}"


def _names(here: Here, whole: Sequence[str]) -> dict[str, list[str]]:
    """The visible names that the question could mean, by dimension, and all of the dimensions that are `whole`."""
    words = set(key(here.text))
    said = {one for one in words if (one,) not in here.vocabulary.shared.senses}
    sent = [one for one in here.vocabulary.labels if one.dimension in whole or _could_be_meant(one, words, said)]
    by_dimension: dict[str, list[str]] = {}
    for one in sent:
        by_dimension.setdefault(one.dimension, []).append(one.label)
    return {dimension: labels[:MOST_NAMES] for dimension, labels in by_dimension.items()}


def _could_be_meant(name: NameWord, words: set[str], said: set[str]) -> bool:
    """Whether all of its words are in the question, or one of them that is no word of ours, or one like it."""
    label = key(name.label)
    return set(label) <= words or any(fuzz.ratio(one, word) >= ALIKE for one in label for word in said)


def _noted(planned: Planned, note: str) -> Planned:
    if not isinstance(planned, Plan):
        return planned
    return replace(planned, queries=tuple(replace(one, understood=one.understood or note) for one in planned.queries))
