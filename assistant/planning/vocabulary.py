"""All that a question of this asker can be made of: metrics, breakdowns, closed words, and the names they may see."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.metrics.dimensions import DIMENSIONS, OF_A_PROJECT, TIME
from assistant.outcome import Lesson, Teaches
from assistant.permissions.authorise import may_ask
from assistant.planning import words, words_measured, words_of_firms, words_of_studios, words_of_values
from assistant.planning.dates_words import SAID, SEASONS
from assistant.planning.labels import JOINTS, parts_of, reads_as_text, without_suffix, written_otherwise
from assistant.planning.tokens import key
from assistant.planning.words import Role

if TYPE_CHECKING:
    from assistant.metrics.definition import Metric
    from assistant.permissions.reach import Viewer
    from assistant.permissions.view import View
    from assistant.planning.dates import Found

Key = tuple[str, ...]

NAMED = tuple(name for name in DIMENSIONS if name not in (*TIME, "absence"))
"""The dimensions whose values have names."""

SHARING = ("client", "project", "deal")
"""Those of which several have one name, though every one of its words is an ordinary one."""

SAID_IN_FULL = ("category", "vendor", "employment", "budget_type", "status", "kind")
"""Those whose values are said whole, or by words of their own: a part of them is too common a word."""

WEAK = frozenset(" ".join(key(one)) for one in words.WEAK)

COMMON = frozenset(
    key("""
    first second third next last final other another same new old big small good bad high low more less than then if
    when where while until after before during without within through over under up down off out only also just each
    both either neither some any no not one two three four five again still even ever never always often here there
    share status state phase part page plan work day week month quarter year test review call meeting for and the of on
    in to own
    """)
)
"""Words so common that one of them alone is never the name of something."""

SPELT_OUT = str.maketrans(
    {"ö": "oe", "ä": "ae", "ü": "ue", "Ö": "Oe", "Ä": "Ae", "Ü": "Ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"}
)
"""How names are typed on a keyboard that lacks their letters."""

APOSTROPHES = frozenset("'\u2018\u2019\u02bc`\u00b4")

ORDERED = frozenset(one for said in (*words.ORDERS, *words.MAKES, *words.POLITE) for one in key(said))
"""What is said to machines, and in so many texts that it is the name of none."""

OF_DATES = frozenset(one for said in SAID if said.isalpha() for one in key(said))
"""What periods are made of: "the remainder of Q4" is no retainer."""

HARDLY_IN_PART = ("task", "invoice")
"""Of these a single word of the name is hardly ever meant for the whole."""


@dataclass(frozen=True)
class MetricWord:
    """A word or phrase for a metric, as the vocabulary has it."""

    metric: str
    said: str
    is_weak: bool = False


@dataclass(frozen=True)
class DimensionWord:
    """A word for a dimension; an adverb (monthly, person-wise, who) always asks for the breakdown."""

    dimension: str
    is_adverb: bool = False


@dataclass(frozen=True)
class NameWord:
    """A visible name, or a part of it that is said for the whole."""

    dimension: str
    id: str
    label: str
    is_whole: bool = True


@dataclass(frozen=True)
class ClosedWord:
    """A word of the closed lists, and what it carries (which comparison, which end, which metrics)."""

    role: Role
    value: object = None
    said: str = ""


@dataclass(frozen=True)
class NumberWord:
    """A number, as written in digits or letters."""

    value: Fraction


@dataclass(frozen=True)
class PeriodWord:
    """A stretch of time found in the question."""

    found: "Found"


Sense = MetricWord | DimensionWord | NameWord | ClosedWord | NumberWord | PeriodWord


@dataclass(frozen=True)
class Phrases:
    """Word sequences with what they may mean, and all beginnings of these, so that a search can stop early."""

    senses: Mapping[Key, tuple[Sense, ...]]
    beginnings: frozenset[Key]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Key, Sense]]) -> "Phrases":
        """Collected from single pairs; the order of pairs is the order of senses."""
        senses: dict[Key, dict[Sense, None]] = {}
        for words_of_it, sense in pairs:
            if words_of_it:
                senses.setdefault(words_of_it, {})[sense] = None
        beginnings = frozenset(one[:length] for one in senses for length in range(1, len(one) + 1))
        return cls({one: tuple(found) for one, found in senses.items()}, beginnings)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words every asker shares, the names of one asker's view, and the metrics they may ask for at all.

    Each is like no other, so that what is read with it can be kept with it.
    """

    catalogue: Mapping[str, "Metric"]
    shared: Phrases
    names: Phrases
    labels: tuple[NameWord, ...]
    spoken_labels: Mapping[str, tuple[str, ...]]
    """Every label by its whole name and by each of its words, to find the nearest."""

    askable: tuple[str, ...]
    known: frozenset[str]
    of_names: frozenset[str]
    """Every single word by which something visible is called."""

    in_phrases: frozenset[str]
    """The words of which phrases of several are made."""

    first_names: Mapping[str, tuple[str, ...]]
    """Of every first name that is a word of ours or a time, whose it is."""

    correctable: tuple[str, ...]
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True)
class _Seen:
    """What a vocabulary depends on: two views of one snapshot and one viewer in one role see the same names."""

    snapshot: str
    viewer: "Viewer"
    nouns: tuple[tuple[str, str], ...]
    metrics: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    view: "View" = field(compare=False, repr=False)
    catalogue: Mapping[str, "Metric"] = field(compare=False, repr=False)


def vocabulary_of(view: "View", catalogue: Mapping[str, "Metric"]) -> Vocabulary:
    """The vocabulary of a view, made once per snapshot and viewer."""
    lessons = view.lessons
    kept: list[tuple[Mapping[str, Metric], tuple[Lesson, ...], Vocabulary]] = view.once(
        ("vocabulary", id(catalogue)), list
    )
    if not kept or kept[0][0] is not catalogue or kept[0][1] != lessons:
        nouns = tuple(view.settings.nouns.items())
        made = _made(_Seen(view.snapshot, view.viewer, nouns, tuple(catalogue), lessons, view, catalogue))
        kept[:] = [(catalogue, lessons, made)]  # with what was taught last: older ones are not asked for again
    return kept[0][2]


@lru_cache(maxsize=32)
def _made(seen: _Seen) -> Vocabulary:
    taught = [pair for one in seen.lessons for pair in taught_words(one, seen.catalogue)]
    labels = tuple(visible_names(seen.view))
    settled = {one for one, _ in taught} | {key(one.label) for one in labels if one.dimension == "category"}
    pairs = _without_vague([*taught, *shared_words(seen.catalogue), *house_words(seen.view)], settled)
    called = {key(one.label) for one in labels}
    pairs = [(said, one) for said, one in pairs if said[0] not in STANDING_IN or said[1:] not in called]
    shared = Phrases.of(pairs)
    names = Phrases.of(
        [
            *name_words(labels, shared),
            *codes(seen.view, labels),
            *addresses(seen.view, labels),
            *nicknames(seen.lessons, seen.view, labels),
            *short_forms(labels),
        ]
    )
    said = (said for said, senses in names.senses.items() if not _is_a_text(senses))
    spoken = {one for words_of_it in (*shared.senses, *said) for one in words_of_it}
    of_ours = {one for words_of_it in shared.senses for one in words_of_it}
    periods = {one for word in words_of_values.PERIOD_WORDS for one in key(word)}
    return Vocabulary(
        catalogue=seen.catalogue,
        shared=shared,
        names=names,
        labels=labels,
        spoken_labels=_by_words(labels),
        askable=tuple(one.name for one in seen.catalogue.values() if may_ask(one, seen.view)),
        known=frozenset(spoken | periods | OF_DATES | ORDERED),
        of_names=frozenset(one[0] for one in names.senses if len(one) == 1 and one[0].isalpha()),
        in_phrases=frozenset(word for said in shared.senses if len(said) > 1 for word in said),
        first_names=_first_names_among(of_ours | OF_DATES | COMMON | {*SEASONS}, labels),
        correctable=tuple(sorted(periods | _worth_correcting(pairs))),
        lessons=seen.lessons,
    )


STANDING_IN = frozenset({"in", "from"})
"""As in "in Float": where the data stand, unless something visible is called so."""


def _first_names_among(said: Collection[str], labels: Iterable[NameWord]) -> dict[str, tuple[str, ...]]:
    """Whose first names some words are."""
    found: dict[str, dict[str, None]] = {}
    for one in labels:
        whole = key(one.label) if one.dimension == "person" else ()
        if len(whole) > 1 and whole[0] in said:
            found.setdefault(whole[0], {})[one.label] = None
    return {word: tuple(whose) for word, whose in found.items()}


def _is_a_text(senses: Iterable[Sense]) -> bool:
    """Whether words are only those of sentences that stand where names should: no slip is one of theirs."""
    return all(isinstance(one, NameWord) and reads_as_text(one.label) for one in senses)


def _by_words(labels: Iterable[NameWord]) -> dict[str, tuple[str, ...]]:
    whole: dict[str, dict[str, None]] = {}
    part: dict[str, dict[str, None]] = {}
    for one in labels:
        said = key(one.label)
        whole.setdefault(" ".join(said), {})[one.label] = None
        for word in said if one.dimension not in HARDLY_IN_PART and not reads_as_text(one.label) else ():
            if word not in COMMON:
                part.setdefault(word, {})[one.label] = None
    return {said: tuple(found) for said, found in (part | whole).items()}


def _worth_correcting(pairs: Iterable[tuple[Key, Sense]]) -> set[str]:
    """The words whose misspelling is put right: those of metrics, breakdowns and closed words, never of names."""
    return {one for words_of_it, _ in pairs for one in words_of_it if one.isalpha()}


def shared_words(catalogue: Mapping[str, "Metric"]) -> Iterator[tuple[Key, Sense]]:
    """Metrics before everything else, so that a metric takes over the words it was missing under."""
    measured: set[Key] = set()
    for metric in catalogue.values():
        for said in (metric.title, metric.name.replace("_", " "), *metric.also_called):
            measured.add(key(said))
            yield key(said), MetricWord(metric.name, " ".join(key(said)), " ".join(key(said)) in WEAK)
    for name, adjectives in words.ADJECTIVES.items():
        yield from ((key(one), MetricWord(name, one)) for one in adjectives if name in catalogue)
    for name, verbs in words.VERBS.items():
        yield from ((key(one), MetricWord(name, one, is_weak=True)) for one in verbs if name in catalogue)
    yield from dimension_words()
    for words_of_it, sense in closed_words(catalogue):
        if not (words_of_it in measured and sense.role in (Role.UNMEASURED, Role.AMBIGUOUS)):
            yield words_of_it, sense
    for word, value in words.NUMBERS.items():
        yield key(word), NumberWord(Fraction(value))
    for word, parts in words.FRACTIONS.items():
        yield key(word), NumberWord(Fraction(*parts))


def dimension_words() -> Iterator[tuple[Key, Sense]]:
    """Every noun of every dimension, and the adverbs made of it."""
    adverbs = {"who", "daily", "weekly", "monthly", "quarterly", "yearly", "annually"}
    adverbs |= {one for asked in words.ASKING_FOR.values() for one in asked}
    for one in DIMENSIONS.values():
        for noun in {
            one.noun: None,
            **dict.fromkeys(one.also_called),
            **dict.fromkeys(words.ASKING_FOR.get(one.name, ())),
        }:
            if noun == "name":  # "by client name" is by client; a name alone says nothing
                continue
            yield key(noun), DimensionWord(one.name, noun in adverbs)
        for adverb in (f"{one.noun} level", f"by {one.noun} name"):
            yield key(adverb), DimensionWord(one.name, is_adverb=True)
        for noun in (one.noun, *one.also_called):
            yield key(f"{noun} wise"), DimensionWord(one.name, is_adverb=True)
            if key(noun) != ("task",):  # in "open tasks by task" the first belongs to what is asked for
                yield key(f"{noun} by {noun}"), DimensionWord(one.name, is_adverb=True)


def taught_words(lesson: Lesson, catalogue: Mapping[str, "Metric"]) -> Iterator[tuple[Key, Sense]]:
    """What the people here call a metric or a breakdown."""
    if lesson.teaches is Teaches.METRIC and lesson.means in catalogue:
        yield key(lesson.said), MetricWord(lesson.means, lesson.said)
    if lesson.teaches is Teaches.DIMENSION and lesson.means in DIMENSIONS:
        yield key(lesson.said), DimensionWord(lesson.means)


def nicknames(lessons: Iterable[Lesson], view: "View", labels: Iterable[NameWord]) -> Iterator[tuple[Key, Sense]]:
    """What the people here call a client or a project; a real name is never hidden by a nickname."""
    real = {key(one.label) for one in labels}
    for one in lessons:
        if one.teaches is Teaches.NAME and key(one.said) not in real:
            yield key(one.said), NameWord(one.field, one.means, view.label(one.field, one.means))


SHORT_FORMS = {"dev": ("development", "developer"), "ops": ("operations",), "mktg": ("marketing",)}


def short_forms(labels: Collection[NameWord]) -> Iterator[tuple[Key, Sense]]:
    """As in "dev": the team that is called Development, or beside another job title that of a developer."""
    for said, meant in SHORT_FORMS.items():
        teams = [one for one in labels if one.dimension == "team" and key(one.label)[-1:] == key(meant[0])]
        titles = [one for one in labels if one.dimension == "job_title" and key(one.label) in [key(it) for it in meant]]
        if not any(key(one.label) == (said,) for one in labels):
            yield from ((key(said), one) for one in teams)
            yield from ((key(said), replace(one, is_whole=not teams)) for one in titles)


def _without_vague(pairs: Iterable[tuple[Key, Sense]], settled: Collection[Key]) -> list[tuple[Key, Sense]]:
    """Without the many meanings of a word that the people here have settled, or keep their money or leave under."""
    vague = (Role.AMBIGUOUS, Role.UNMEASURED)
    return [
        (said, one)
        for said, one in pairs
        if not (said in settled and isinstance(one, ClosedWord) and one.role in vague)
    ]


def house_words(view: "View") -> Iterator[tuple[Key, Sense]]:
    """What this house calls its things: a film company's project is a production."""
    for name, noun in view.settings.nouns.items():
        if name.removesuffix("s") in DIMENSIONS:
            yield key(noun), DimensionWord(name.removesuffix("s"))


def closed_words(catalogue: Mapping[str, "Metric"]) -> Iterator[tuple[Key, ClosedWord]]:
    """The closed lists, each phrase with its role and what it carries."""
    for role, phrases in words.SENSES.items():
        yield from ((key(one) or (one,), ClosedWord(role, said=one)) for one in phrases)
    for role, lists in (
        (Role.RANK, words.RANKS),
        (Role.SORT, words.SORTS),
        (Role.LIMIT, words.LIMITS),
        (Role.LIMIT_AFTER, words.LIMITS_AFTER),
        (Role.BEFORE, words.BEFORE),
        (Role.MANAGED, words.MANAGED),
        (Role.CURRENCY, words_of_values.CURRENCIES),
        (Role.VALUE, words_of_values.VALUES),
        (Role.LEAVE_KIND, words_of_values.LEAVE_KINDS),
        (Role.UNIT, words_of_values.UNITS),
        (Role.BY_NAME, words_of_values.IN_ORDER),
        (Role.STATUS, words_of_values.STATUSES),
        (Role.KIND, words_of_values.KINDS),
    ):
        for value, phrases in lists.items():
            yield from ((key(one), ClosedWord(role, value, one)) for one in phrases)
    yield from ((key(one), ClosedWord(Role.YEAR_BEFORE, said=one)) for one in words.YEAR_BEFORE)
    yield from ((key(one), ClosedWord(Role.MAKE, said=one)) for one in words.MAKES)
    for role, readings in (
        (Role.AMBIGUOUS, words_measured.AMBIGUOUS),
        (Role.AMBIGUOUS, words_of_firms.AMBIGUOUS),
        (Role.UNMEASURED, words_measured.UNMEASURED),
        (Role.UNMEASURED, words_of_studios.UNMEASURED),
        (Role.UNMEASURED, words_of_firms.UNMEASURED),
    ):
        for metrics, phrases in readings.items():
            near = tuple(one for one in metrics if one in catalogue)
            yield from ((key(one), ClosedWord(role, near, one)) for one in phrases)


def codes(view: "View", labels: Iterable[NameWord]) -> Iterator[tuple[Key, Sense]]:
    """The codes of projects, by which people call them, too; a code IN is no name, as "in" is said everywhere."""
    projects = {one.id: one for one in labels if one.dimension == "project"}
    for row in view.rows("projects", ("project_id", "code")).to_pylist():
        code = key(row["code"] or "")
        if code and set(code) - COMMON - EVERYWHERE and row["project_id"] in projects:
            yield code, projects[row["project_id"]]


EVERYWHERE = frozenset(key("a an as at be by do from is it or our us we with who how vs per hours time revenue cost"))
"""More words that are said in nearly every question, and so are no code of a project."""


def addresses(view: "View", labels: Iterable[NameWord]) -> Iterator[tuple[Key, Sense]]:
    """The e-mail addresses of people, by which they can be named, too, and their names as in "max.moser"."""
    people = {one.id: one for one in labels if one.dimension == "person"}
    for row in view.rows("people", ("person_id", "email")).to_pylist() if people else ():
        if row["email"] and row["person_id"] in people:
            yield key(row["email"]), people[row["person_id"]]
    for one in people.values():
        yield from ((key(".".join(said)), one) for said in spellings(one.label) if len(said) == len(("first", "last")))


def visible_names(view: "View") -> Iterator[NameWord]:
    """Every name the asker may see, dimension by dimension."""
    for dimension in NAMED:
        for one in view.named(dimension):
            yield NameWord(dimension, one.id, one.label)


def name_words(labels: Iterable[NameWord], shared: Phrases) -> Iterator[tuple[Key, Sense]]:
    """Whole names, and those parts of names that are not words of the language of questions themselves.

    Of people every part counts: Will and May are first names, too.
    """
    labels = tuple(labels)
    real = {key(one.label) for one in labels}
    for one in labels:
        if one.dimension in OF_A_PROJECT:  # "Client" begins no name: they have words of their own
            continue
        if "@" in one.id:
            yield key(one.id), one
        for whole in spellings(one.label):
            if whole in real and whole != key(one.label):  # it is what another is called
                continue
            yield whole, one
            in_part = NameWord(one.dimension, one.id, one.label, is_whole=False)
            yield from ((part, in_part) for part in _said_in_part(one, whole, shared))
        shared_name = key(without_suffix(one.label)) if one.dimension in SHARING else ()
        if len(shared_name) > 1 and shared_name != key(one.label):  # "Phase 2" of two clients is called so of both
            yield shared_name, NameWord(one.dimension, one.id, one.label, is_whole=False)


def spellings(label: str) -> tuple[Key, ...]:
    """A name as it is written, with the letters a keyboard may lack spelt out, and without its apostrophes."""
    said = [label]
    said += [] if label.isascii() else [label.translate(SPELT_OUT)]
    said += ["".join(one for one in label if one not in APOSTROPHES)] if APOSTROPHES & set(label) else []
    said += written_otherwise(label)
    return tuple(dict.fromkeys(key(one) for one in said))


def _said_in_part(name: NameWord, whole: Key, shared: Phrases) -> Iterator[Key]:
    """The parts of a name that are said for the whole of it; of somebody also "Anna M."."""

    def is_language(word: str) -> bool:
        return (word,) in shared.senses or word in COMMON or word.isdigit()

    def carries_nothing(word: str) -> bool:
        return word in ORDERED or is_language(word)

    for part in parts_of(name.label, whole, carries_nothing) if name.dimension not in SAID_IN_FULL else ():
        # One word of a task's name is hardly ever meant for the task.
        is_enough = len(part) > 1 or name.dimension not in HARDLY_IN_PART
        if is_enough and (name.dimension == "person" or not all(map(is_language, part))):
            yield part
    if name.dimension == "person" and len(whole) > 1 and whole[0].isalpha():
        if whole[0] in JOINTS:  # An, At and To are first names, too
            yield (whole[0],)
        yield from ((whole[0], one[0]) for one in whole[1:] if one.isalpha())
