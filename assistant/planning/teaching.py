"""Sentences that teach a word: "when we say mothership we mean Northwind", and those that take it back."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, Learned, Lesson, Teaches, Unsupported
from assistant.permissions.taught import may_teach_all
from assistant.planning import misunderstandings
from assistant.planning.dates import find_periods
from assistant.planning.grammar import candidates, found_periods
from assistant.planning.guarded import Guarded
from assistant.planning.here import Here
from assistant.planning.tokens import key, tokenize
from assistant.planning.vocabulary import (
    ClosedWord,
    DimensionWord,
    MetricWord,
    NameWord,
    Sense,
    Vocabulary,
)
from assistant.planning.words import Role
from assistant.planning.words_of_values import PERIOD_WORDS

_Q = "[\"'“”]?"
_WORD = rf"{_Q}(?P<said>[^\"“”]{{1,60}}?){_Q}"
_MEANING = rf"{_Q}(?P<means>[^\"“”]{{1,120}}?){_Q}"
_WHO = r"(?:we|i|people|they|you|the team|everyone|somebody|someone)"
_SAY = r"(?:say|says|ask for|asks for|write|writes|talk about)"
_IS = (
    r"(?:means|is short for|stands for|is a nickname for|is our nickname for|is our word for|is our name for"
    r"|is another word for|is another name for|is the same as|is what we call|=)"
)
_NO_QUESTION = r"(?!(?:what|which|who|how|why|when|where|does|do|did|is|are|that)\b)"
_BEFORE = r"(?:please )?(?:remember (?:that )?|note (?:that )?|from now on,? |learn (?:that )?)?"
_SHOW = r"(?:show|tell|break down|split|give)"
_METRIC, _ROWS = r"(?P<said>.{1,60}?)", r"(?P<means>.{1,40}?)"


def _sentences(*patterns: str) -> tuple[Guarded, ...]:
    return tuple(Guarded(f"{_BEFORE}{one}[.!]*", re.IGNORECASE) for one in patterns)


TEACHING = _sentences(
    rf"(?:when|if|whenever) {_WHO} {_SAY} {_WORD},? (?:{_WHO} )?(?:mean|means|it means|that means) {_MEANING}",
    rf"(?:by|with) {_WORD},? {_WHO} mean {_MEANING}",
    rf"(?:let us|let's|we|you can) (?:also )?call {_Q}(?P<means>.{{1,80}}?){_Q} {_Q}(?P<said>\S+){_Q}",
    rf"{_NO_QUESTION}{_WORD} {_IS} {_MEANING}",
)
"""As in "by room we mean free hours", "MS is short for Northwind"."""

BY_DEFAULT = _sentences(
    rf"(?:always )?{_SHOW}(?: me| us)? {_METRIC} (?:down )?by {_ROWS} (?:by default|unless (?:i|we) say otherwise)",
    rf"by default,? (?:{_SHOW} )?{_METRIC} (?:is |are |down )?(?:shown |told )?by {_ROWS}",
    rf"{_METRIC} (?:is|are) (?:shown |told |broken down )?by {_ROWS} by default",
)
"""As in "show utilization by team by default"."""

(FORGETTING,) = _sentences(
    rf"(?:forget|unlearn|unteach) (?:the word |the nickname |what {_WHO} mean by |that |what )?"
    rf"{_Q}(?P<said>[^\"“”]{{1,60}}?){_Q}(?: means.*)?"
)
(LISTING,) = _sentences(
    rf"(?:(?:what|which words) (?:have|did) {_WHO} (?:taught?|teach|told?|tell) you"
    r"|what have you (?:learned|learnt|been taught))\??"
)


def taught(here: Here) -> Learned | Clarification | Unsupported | None:
    """What a sentence teaches or takes back; None for a text that is about something else."""
    text = here.text.strip()
    if LISTING.fullmatch(text):
        return _listed(here)
    forgotten = FORGETTING.fullmatch(text)
    if forgotten and (lesson := _known(forgotten["said"], here)):
        return _forgotten(lesson, here)
    for pattern in BY_DEFAULT:
        if (found := pattern.fullmatch(text)) and (learned := _a_breakdown(found["said"], found["means"], here)):
            return learned
    found = next((one for one in (pattern.fullmatch(text) for pattern in TEACHING) if one), None)
    return _a_word(found["said"].strip(), found["means"].strip(), here) if found else None


def _a_word(said: str, means: str, here: Here) -> Learned | Clarification | Unsupported:
    """A word and what it is to mean, both looked up in what the teacher may see."""
    taken = _taken(said, here.vocabulary)
    if taken:
        return misunderstandings.taken_word(said, taken)
    found = tuple(meanings(means, here))
    if not found:
        return misunderstandings.no_such_meaning(means)
    if len(found) > 1:
        options = [f"When we say {said} we mean {DIMENSIONS[one.field].noun} {one.label}" for one in found]
        return misunderstandings.which_name(means, [one.label for one in found], options)
    lesson = _for_whom(replace(found[0], said=" ".join(said.casefold().split())), here)
    return Learned(f"From now on “{said}” means {lesson.label}{_whose(lesson)}.", lesson=lesson)


def meanings(means: str, here: Here) -> Iterator[Lesson]:
    """What words may mean: one visible name, a number, a breakdown, or a phrase of words everybody knows."""
    words = _bare(key(means))
    known = here.vocabulary
    noun = next((one for one in known.shared.senses.get(words[:1], ()) if isinstance(one, DimensionWord)), None)
    names = _names(words, known) or (_names(words[1:], known, noun.dimension) if noun else ())
    if names:
        yield from (Lesson("", Teaches.NAME, one.id, one.label, one.dimension) for one in names)
        return
    senses = known.shared.senses.get(words, ())
    for one in senses:
        if isinstance(one, MetricWord):
            yield Lesson("", Teaches.METRIC, one.metric, here.catalogue[one.metric].title.lower())
            return
        if isinstance(one, DimensionWord):
            yield Lesson("", Teaches.DIMENSION, one.dimension, DIMENSIONS[one.dimension].noun)
            return
    if words and is_common_knowledge(means, here):
        yield Lesson("", Teaches.PHRASE, " ".join(means.split()), f"“{means}”")


def is_common_knowledge(phrase: str, here: Here) -> bool:
    """Whether a phrase is made of words that mean the same to everybody: it holds no name, and nothing unknown."""
    tokens = tokenize(phrase)
    spans = list(candidates(tokens, range(len(tokens)), here.vocabulary))
    spans += found_periods(tokens, find_periods(phrase, here.today, here.calendar))
    named = {place for one in spans if one.one(NameWord) for place in one.places}
    shared = {place for one in spans if not one.one(NameWord) for place in one.places}
    counts = any(one.one(MetricWord) for one in spans)
    return counts and shared == set(range(len(tokens))) and not named - shared


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in ("the", "a", "an", "our", "my") else words


def _names(words: tuple[str, ...], known: Vocabulary, dimension: str = "") -> tuple[NameWord, ...]:
    """The visible things of that name: whole names before parts of them."""
    found = [one for one in known.names.senses.get(words, ()) if isinstance(one, NameWord)]
    found = [one for one in found if dimension in ("", one.dimension)]
    found = [one for one in found if one.is_whole] or found
    return tuple({(one.dimension, one.id): one for one in found}.values())


OF_PERIODS = frozenset({one for said in PERIOD_WORDS for one in key(said)} | set(key("last next this past ago now")))

VAGUE = (Role.AMBIGUOUS, Role.UNMEASURED)


def _taken(said: str, known: Vocabulary) -> str:
    """What a word means already, so that a lesson would hide it; blank where it is free or has no clear meaning."""
    words = key(said)
    if not words or any(not one[0].isalnum() for one in words):
        return "a sign"
    name = next((one for one in known.names.senses.get(words, ()) if isinstance(one, NameWord)), None)
    if name and name.label and not any(key(one.said) == words for one in known.lessons):
        return (
            f"{'the' if name.is_whole else 'a part of the'} name of a {DIMENSIONS[name.dimension].noun}, {name.label}"
        )
    if set(words) & OF_PERIODS and len(words) == 1:
        return "a word for a period"
    senses = [one for one in known.shared.senses.get(words, ()) if not _is_vague(one)]
    if senses and not any(key(one.said) == words for one in known.lessons):
        return _called(senses[0])
    return ""


def _is_vague(sense: Sense) -> bool:
    return isinstance(sense, ClosedWord) and sense.role in VAGUE


def _called(sense: Sense) -> str:
    if isinstance(sense, MetricWord):
        return sense.metric.replace("_", " ")
    return (
        DIMENSIONS[sense.dimension].noun if isinstance(sense, DimensionWord) else "a word of the questions themselves"
    )


def _a_breakdown(said: str, means: str, here: Here) -> Learned | Unsupported | None:
    """By what a metric is told where nothing is said; None where these are no metric and breakdown."""
    senses = here.vocabulary.shared.senses
    metric = next((one for one in senses.get(_bare(key(said)), ()) if isinstance(one, MetricWord)), None)
    rows = next((one for one in senses.get(_bare(key(means)), ()) if isinstance(one, DimensionWord)), None)
    if metric is None or rows is None:
        return None
    measured = here.catalogue[metric.metric]
    if rows.dimension not in measured.by:
        return misunderstandings.no_such_breakdown(measured, rows.dimension, ())
    label = f"by {DIMENSIONS[rows.dimension].noun}"
    lesson = _for_whom(Lesson(metric.metric, Teaches.BREAKDOWN, rows.dimension, label), here)
    return Learned(f"From now on {measured.title.lower()} is told {label} where nothing else is said.", lesson=lesson)


def _for_whom(lesson: Lesson, here: Here) -> Lesson:
    """For everybody from those who see everything, else for the teacher alone."""
    email = here.view.viewer.email
    return replace(lesson, by=email, for_whom="" if may_teach_all(here.view.grants) else email.casefold())


def _whose(lesson: Lesson) -> str:
    return " when you say it" if lesson.for_whom else ""


def _known(said: str, here: Here) -> Lesson | None:
    words = key(said)
    return next((one for one in here.view.lessons if key(one.said.replace("_", " ")) == words), None)


def _forgotten(lesson: Lesson, here: Here) -> Learned | Unsupported:
    if not lesson.for_whom and not may_teach_all(here.view.grants):
        return misunderstandings.not_yours_to_forget(lesson.said)
    return Learned(f"“{lesson.said}” no longer means {lesson.label}.", lesson=lesson, forgets=True)


def _listed(here: Here) -> Learned:
    known = [f"“{one.said.replace('_', ' ')}”: {one.label}" for one in here.view.lessons]
    return Learned(f"What I was taught: {'; '.join(known)}." if known else "Nobody has taught me a word yet.")


def in_common_words(here: Here) -> str:
    """The question with the phrases that people here have a word for, in the place of the word."""
    text = here.text
    for one in here.view.lessons:
        if one.teaches is Teaches.PHRASE:
            said = r"\s+".join(re.escape(word) for word in one.said.split())
            text = re.sub(rf"\b{said}\b", one.means.replace("\\", ""), text, flags=re.IGNORECASE)
    return text
