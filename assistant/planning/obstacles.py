"""What keeps a piece of a question from being planned; each check gives the words for it, or None."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from assistant.embedding import is_a_word
from assistant.metrics.dimensions import DIMENSIONS
from assistant.outcome import Clarification, NoData, Unsupported
from assistant.permissions import words
from assistant.planning import (
    aims,
    each_expense,
    lacking,
    misunderstandings,
    money_meant,
    names,
    passed_over,
    plans,
    sizes,
    somebody,
    unmeasured,
    why,
    words_measured,
)
from assistant.planning.dates import Outlook, find_periods, impossible_periods
from assistant.planning.examples import allowed, examples, instead
from assistant.planning.here import Here
from assistant.planning.limits import is_no_share
from assistant.planning.parts import Grouping, Mark, Named, Parts, Unknown, Wanted
from assistant.planning.passed_over import Check
from assistant.planning.rewriting import without_its_table
from assistant.planning.spelling import likely, offered
from assistant.planning.tokens import key, normal
from assistant.planning.vocabulary import NameWord
from assistant.planning.words import Role
from assistant.planning.words_of_studios import WORK
from assistant.planning.words_of_values import CURRENCIES

Stopped = Clarification | NoData | Unsupported

OFFERED = 3
"""How many questions or measures are offered instead."""


def narrowed(piece: Parts, here: Here) -> Parts:
    """As in "overdue invoices": of the readings of a word the only one that can be told by what is asked for."""
    mark = piece.mark(Role.AMBIGUOUS)
    if mark is None:
        return each_expense.of_a_kind(_spending(piece, here), here)
    is_vague = mark.said.casefold() in words_measured.VAGUE
    named = {one.metric for one in piece.wanted}
    if piece.wanted and (is_vague or named & set(_metric_names(mark))):
        deals = _says_deals(mark) and bool(piece.bounds)  # "open deals over 50k closing this quarter"
        each = (Grouping(mark.at, ("deal",), is_subject=True),) if deals else ()
        rows = piece.groupings or each
        return replace(piece, marks=tuple(one for one in piece.marks if one is not mark), groupings=rows)
    if piece.wanted and _says_deals(mark) and named <= OF_DEALS:
        rows = piece.groupings or (Grouping(mark.at, ("deal",), is_subject=True),)
        return replace(piece, marks=tuple(one for one in piece.marks if one is not mark), groupings=rows)
    if piece.wanted:
        return money_meant.owed_and_overdue(mark, piece)
    if _is_a_deal_ranked(mark, piece, here):
        each = (Grouping(mark.at, ("deal",), is_one=True, is_subject=True),)
        own = any("deal" in one.dimensions for one in piece.groupings)
        rows = (*piece.groupings, *each) if piece.bounds and not own else piece.groupings or each
        return replace(_taken_for(("pipeline_value",), mark, piece), groupings=rows)
    meant = _meant(mark, piece, here)
    if meant == DUE[:1] and piece.mark(Role.WHEN):  # "when is the money from Acme due"
        piece = replace(piece, groupings=money_meant.day_by_day(piece.groupings, mark.at))
    return money_meant.which_are_overdue(_taken_for(meant, mark, piece)) if meant else piece


def _is_a_deal_ranked(mark: Mark, piece: Parts, here: Here) -> bool:
    """As in "our biggest open deal": deals are as big as their value, whatever their chances."""
    if piece.bounds and _says_deals(mark) and all(one.currency or is_no_share(one) for one in piece.bounds):
        return "pipeline_value" in here.catalogue  # "open deals over 50k closing this quarter"
    if piece.bounds:  # "pipeline over 50k"
        return "pipeline" in mark.said.casefold().split() and not piece.groupings and not piece.rankings
    ranked = any(not one.is_default for one in piece.rankings)
    return _says_deals(mark) and ranked and "pipeline_value" in here.catalogue


OF_DEALS = frozenset({*words_measured.OF_DEALS, *words_measured.OF_DEALS.values(), "average_deal_size"})
"""What "open deals" are only the rows of: "open deals with a margin below 20 %"."""


def _says_deals(mark: Mark) -> bool:
    return bool({"deal", "deals", "opportunity", "opportunities"} & set(mark.said.casefold().split()))


def _taken_for(metrics: Iterable[str], mark: Mark, piece: Parts) -> Parts:
    """The piece with a word of several readings taken for one of them, or for all of some that go together."""
    wanted = tuple(Wanted(mark.at, one, mark.said.casefold()) for one in metrics)
    return replace(piece, wanted=wanted, marks=tuple(one for one in piece.marks if one is not mark))


def _meant(mark: Mark, piece: Parts, here: Here) -> tuple[str, ...]:
    """What a word of several readings means beside what it is said of; nothing where that leaves it open."""
    if _metric_names(mark) == DUE and (due := _due(piece, here)):
        return due
    if mark.said.casefold() in words_measured.BUSY:
        return (_how_busy(piece, here),)
    if mark.said.casefold() in words_measured.VAGUE and _of_some_work(piece):
        return tuple(one for one in OF_SOME_WORK if one in here.vocabulary.askable)
    asked = [one.dimensions for one in piece.groupings]
    asked += [tuple(name.dimension for name in one.readings) for one in piece.named if one.readings]
    readings = _metric_names(mark)
    if set(readings) == money_meant.MADE and not (piece.bounds or any(not one.is_default for one in piece.rankings)):
        return tuple(one for one in readings if one in here.vocabulary.askable)
    settled = money_meant.earned_or_open(mark, piece)
    if settled:
        return tuple(one for one in (settled,) if one in here.vocabulary.askable)
    fitting = [one for one in readings if all(set(names_) & set(here.catalogue[one].by) for names_ in asked)]
    return tuple(fitting) if len(fitting) == 1 and len(readings) > 1 else ()


def _due(piece: Parts, here: Here) -> tuple[str, ...]:
    """What is due, where it is said to be money, tasks or milestones."""
    if HOW_MUCH.search(here.text) and DUE[0] in here.vocabulary.askable:
        return DUE[:1]
    if not any(one.dimensions[:1] == ("task",) for one in piece.groupings):
        return ()
    said = here.text.casefold()
    return tuple(one for one, noun in ((DUE[1], "milestone"), (DUE[2], "task")) if noun in said)


DUE = ("receivables_due", "milestones_due", "tasks_due")
HOW_MUCH = re.compile(r"\b(?:how much|what amount|money|cash|payments?|invoices?)\b", re.IGNORECASE)
"""Said of what is due, these are of money."""

OF_SOME_WORK = ("burn_index", "margin")
"""What is told of a client, a project or a budget where it is asked how it is doing."""


HALF_A_YEAR = timedelta(days=182)
"""So far ahead "in December" is the December to come: "how busy are we in September" in October is of the last one."""

_IS_NOW = re.compile(r"\b(?:is|are|am|will|going to)\b|'(?:s|re|m|ll)\b", re.IGNORECASE)
"""As in "how busy are we in December": the one to come."""


def _how_busy(piece: Parts, here: Here) -> str:
    """People are as busy as their days are full; work has no days to fill, only hours that go into it."""
    asked = [set(one.dimensions) for one in piece.groupings if one.dimensions] + _kinds(piece)
    found = (
        find_periods(here.nameless, here.today, here.calendar, Outlook.FORECAST)
        if _IS_NOW.search(here.nameless)
        else ()
    )
    begins = piece.main.period.start if piece.main else None
    said = [one.period.start for one in found if piece.main and one.span == piece.main.span]
    soon = here.knows_until + HALF_A_YEAR
    is_ahead = (begins is not None and begins >= here.knows_until) or any(
        one is not None and here.knows_until <= one < soon for one in said
    )
    of_people, of_work = words_measured.BUSY_AHEAD if is_ahead else words_measured.BUSY_SO_FAR
    full = of_people in here.catalogue and all(one & set(here.catalogue[of_people].by) for one in asked)
    return of_people if full else of_work


def _kinds(piece: Parts) -> list[set[str]]:
    """What each name in a piece can be the name of; where it is the whole of one, no part of another."""
    kinds = []
    for named in piece.named:
        whole = {one.dimension for one in named.readings if one.is_whole}
        kinds.append(whole or {one.dimension for one in named.readings})
    return kinds


def _of_some_work(piece: Parts) -> bool:
    """Whether one client, project or budget is named, and nothing else."""
    kinds = _kinds(replace(piece, named=tuple(one for one in piece.named if not one.negated)))
    return bool(kinds) and all(one & {"client", "project", "budget"} for one in kinds) and not piece.groupings


def _spending(piece: Parts, here: Here) -> Parts:
    """What "spent" means where only one of its readings can be told by what is asked for."""
    readings = words_measured.SPENDING
    asked = [one.dimensions for one in piece.groupings if one.dimensions]
    asked += [tuple(one) for one in _kinds(piece) if one]
    is_open = piece.main and piece.main.kind not in plans.UP_TO
    spent = [one for one in piece.wanted if one.weak and one.metric == "budget_used"]
    in_hours = any(one.unit == "hours" or one.in_hours for one in piece.bounds)
    if len(spent) == len(piece.wanted) == 1 and in_hours and spent[0].said not in USING:
        return replace(piece, wanted=(replace(spent[0], metric="tracked_hours", weak=False),))  # it is time
    if len(spent) != 1 or not (is_open or asked) or spent[0].said in USING:
        return piece
    fitting = [one for one in readings if all(set(names_) & set(here.catalogue[one].by) for names_ in asked)]
    fitting = [readings[0]] if _on_ourselves(piece) else fitting
    # Where the asker may see none of them, the only one that fits is refused by name.
    fitting = [one for one in fitting if one in here.vocabulary.askable] or fitting
    if len(fitting) != 1:
        return piece
    wanted = tuple(replace(one, metric=fitting[0], weak=False) if one in spent else one for one in piece.wanted)
    return replace(piece, wanted=wanted)


def _on_ourselves(piece: Parts) -> bool:
    """As in "spend on internal work": nobody has agreed on a budget for it, so that it is what it costs."""
    kinds = [one.readings for one in piece.named if not one.negated]
    return any(word.dimension == "kind" and word.id == "internal" for readings in kinds for word in readings)


USING = frozenset({"use", "used", "using"})
"""Said of a budget; "which fonts does Acme use" asks for no money."""


def first_obstacle(piece: Parts, here: Here) -> Stopped | None:
    """What in a piece is not understood, not measured or not said."""
    found = (check(piece, here) for check, signs in CHECKS if piece.may_be(signs))
    return next((one for one in found if one), None)


def _an_order(piece: Parts, here: Here) -> Stopped | None:
    mark = piece.mark(Role.ORDER)
    return misunderstandings.an_order(mark.said, examples(here)) if mark else None


def _a_reason(piece: Parts, here: Here) -> Stopped | None:
    """Why something is so that is nothing measured; of what is measured, the plan asks why it changed."""
    lacking = piece.mark(Role.WHY) and not piece.wanted and not piece.mark(Role.AMBIGUOUS, Role.UNMEASURED)
    return misunderstandings.a_reason_of_nothing(why.examples(here)) if lacking else None


def _a_what_if(piece: Parts, here: Here) -> Stopped | None:
    return misunderstandings.a_what_if(examples(here)) if piece.mark(Role.WHAT_IF) else None


def _a_meaning(piece: Parts, here: Here) -> Stopped | None:
    """As in "What does burn index mean", "revenue and invoiced": the glossary says it of each."""
    if not piece.mark(Role.MEANING) or not piece.wanted:
        return None
    asked = dict.fromkeys(one.metric for one in piece.wanted if not one.weak) or {piece.wanted[0].metric: None}
    return misunderstandings.a_meaning([here.catalogue[one] for one in asked], examples(here))


def _not_measured(piece: Parts, here: Here) -> Stopped | None:
    mark = piece.mark(Role.UNMEASURED)
    if mark is None:
        return None
    if mark.value == "breakdown" and piece.wanted:
        metric = here.catalogue[piece.wanted[0].metric]
        return misunderstandings.no_breakdown_called(mark.said, metric, instead(metric, here, mark.said))
    near = [here.catalogue[_seen(one, here)] for one in _metric_names(mark)]
    may = [one.name for one in near if one.name in here.vocabulary.askable]
    # Where none of them can be told of what is named, they are told of all: what is said to be near is offered.
    forms = [replace(piece, marks=(), wanted=()), Parts()]
    if mark.said.casefold() in words_measured.RECURRING:
        forms.insert(0, _on_retainers(forms[0]))
    asked = next((found for form in forms if (found := plans.instead_of(form, may, here)[:OFFERED])), [])
    asked += _in_the_notes(mark, piece) if may else []
    return unmeasured.not_measured(mark.said, near, asked or examples(here))


def _on_retainers(piece: Parts) -> Parts:
    """The same of retainers alone."""
    reading = NameWord("budget_type", "retainer", "retainer")
    return replace(piece, named=(*piece.named, Named(0, "retainers", (0, 0), (reading,), dimension="budget_type")))


def _seen(name: str, here: Here) -> str:
    """The fullest form of a metric that this asker may ask."""
    forms = (name, *here.catalogue[name].narrower)
    return next((one for one in forms if one in here.vocabulary.askable), name)


FELT = "health"
"""What comes nearest to how somebody feels about us, which else only notes tell."""


def _in_the_notes(mark: Mark, piece: Parts) -> list[str]:
    """As in "is Acme happy": what was written down about them."""
    clients = [
        word.label for one in piece.named for word in one.readings if word.dimension == "client" and word.is_whole
    ]
    felt = FELT in _metric_names(mark)
    return [f"What do the notes say about {one}?" for one in dict.fromkeys(clients)] if felt else []


def _metric_names(mark: Mark) -> tuple[str, ...]:
    return mark.value if isinstance(mark.value, tuple) else ()


def _not_understood(piece: Parts, here: Here) -> Stopped | None:
    """An unknown name, a noun without its name, or another word that means nothing here."""
    if not piece.unknown:
        return None
    slip = likely(normal(piece.unknown[0].text), here.vocabulary)
    if not (piece.wanted or piece.unknown[0].is_name or slip):
        return None
    said = piece.unknown[0]
    for start, end in impossible_periods(here.nameless, here.today, here.calendar):
        if any(start < one.span[1] and one.span[0] < end for one in piece.unknown):
            return misunderstandings.no_such_day(here.text[start:end])
    if said.is_name or _is_a_currency(said) or is_work(said):
        return _no_such_thing(said, piece, here)
    if said.noun:
        each = _each(said, here) if len(piece.unknown) == 1 else []
        return misunderstandings.which_one(DIMENSIONS[said.noun].noun, each)
    contrasted = said.text.casefold() in lacking.BUT_NOT and {one.metric for one in piece.wanted} <= lacking.OF_DAYS
    near = () if contrasted else offered(normal(said.text), here.vocabulary)
    return lacking.of_which(here) if contrasted else _a_strange_word(said, list(near), here)


def is_work(said: Unknown) -> bool:
    """As in "edit hours", "hours on the shoot": a kind of work, which some houses have a service or a team for."""
    return said.text.islower() and all(one in WORK for one in said.text.split())


def _of_all_work(piece: Parts, here: Here) -> list[str]:
    """The same question of all work, told apart by what work is told apart by here."""
    of_all = replace(piece, unknown=())
    rows = [replace(of_all, groupings=(Grouping(0, (one,)),)) for one in ("service", "person")]
    return (plans.said_otherwise(rows, here) or list(examples(here)))[:OFFERED]


def _is_a_currency(said: Unknown) -> bool:
    """As in "revenue in PLN": a code of a currency, in capitals."""
    from babel.numbers import list_currencies  # noqa: PLC0415 - only a word that means nothing pays for it

    words_in = [one.casefold() for one in said.text.split()]
    named = {word for several in CURRENCIES.values() for word in several if len(word) > 1}
    return (said.text.isupper() and said.text in list_currencies()) or any(
        one in named or one.removesuffix("s") in named for one in words_in
    )


_BY = re.compile(r"\b(?:by|per)\s+(?:the |our |each )?$", re.IGNORECASE)


def _no_such_thing(said: Unknown, piece: Parts, here: Here) -> Stopped:
    """A name that is nothing visible, a currency that is not told in, or as in "revenue by industry" no breakdown."""
    if _is_a_currency(said):
        return misunderstandings.in_one_currency(said.text, here.view.settings.base_currency, examples(here))
    if is_work(said) and not names.nearest(said.text, here, NEARLY_THE_SAME):
        return misunderstandings.no_such_work(said.text, _of_all_work(piece, here))
    found = names.unknown(said, here)
    is_one = piece.wanted and said.text.islower() and _BY.search(here.text[: said.span[0]])
    # "Phase" is a word of its own, and no slip of a task called "Phase one live".
    if not is_one or (isinstance(found, Clarification) and not is_a_word(said.text)):
        return found
    metric = here.catalogue[piece.wanted[0].metric]
    return misunderstandings.no_breakdown_called(said.text, metric, instead(metric, here, said.text))


QUESTION_WORDS = frozenset(
    {"which", "when", "by when", "on which day", "on what date", "whose", "in which", "on which"}
)
SHORTEST_NAME = 4
NEARLY_THE_SAME = 0.85
"""How alike a word in small letters must be to a name to be offered as it."""


def _a_strange_word(said: Unknown, slip: list[str], here: Here) -> Stopped:
    """A number that limits nothing, or a word that means nothing here, with the nearest that do."""
    said = _with_its_denial(said, here)
    if _AN_AMOUNT.fullmatch(said.text):
        return misunderstandings.above_or_below(said.text, _either_side(said, here), examples(here))
    elsewhere = without_its_table(here.text)
    if elsewhere:
        return misunderstandings.not_understood(said.text, [elsewhere], examples(here))
    if said.text.casefold() in QUESTION_WORDS:
        return misunderstandings.not_told_so(said.text, examples(here))
    if len(said.text) < SHORTEST_NAME:  # "by" is no slip of a name that has it in it
        return misunderstandings.not_understood(
            said.text, [here.instead(said.span, one) for one in slip], examples(here)
        )
    # "Less" is a word of its own, and not the beginning of "Money lessons"; any is written large where it comes first.
    is_plain = (said.text.islower() or said.span[0] == 0) and is_a_word(said.text)
    near_names = names.nearest(said.text, here, NEARLY_THE_SAME if said.text.islower() else names.NEAR)
    near = [*slip, *(() if is_plain else near_names)][:OFFERED]
    return misunderstandings.not_understood(said.text, [here.instead(said.span, one) for one in near], examples(here))


def _with_its_denial(said: Unknown, here: Here) -> Unknown:
    """As in "we can't", of which no half is a word by itself."""
    return replace(said, text=f"{said.text}n't") if here.text[said.span[1] :].startswith("n't") else said


_AN_AMOUNT = re.compile(r"[€$£]?\s?\d[\d.,]*\s?(?:%|k|m|h|€|percent)?", re.IGNORECASE)
_LEADS_TO_IT = re.compile(r"\b(?:at|with|of|around|about|reaching|on)\s+(?:a |an |the )?$", re.IGNORECASE)


def _either_side(said: Unknown, here: Here) -> list[str]:
    """The question for what is above, and for what is below an amount: "clients with 30 % margin" says neither."""
    start, end = said.span
    lead = _LEADS_TO_IT.search(here.text[:start])
    ranked = re.search(r"\b(?:top|bottom|best|worst|first|last)\s+$", here.text[:start], re.IGNORECASE)
    if _per_cent_or_money(said.text) and not ranked:
        whole = (lead.start() if lead else start, end)
        return [here.instead(whole, f"{side} {said.text}") for side in ("above", "below")]
    return []


def _per_cent_or_money(text: str) -> bool:
    return any(sign in text for sign in "%€$£") or text.casefold().endswith("percent")


def _each(said: Unknown, here: Here) -> list[str]:
    """The question for each of them, "each project" in the place of "the project"."""
    start, end = said.span
    before = here.text[:start].removesuffix("the ").removesuffix("this ").removesuffix("that ")
    return [] if said.noun in TIMES else [here.instead((len(before), end), f"each {DIMENSIONS[said.noun].noun}")]


TIMES = ("day", "week", "month", "quarter", "year")


def _ambiguous(piece: Parts, here: Here) -> Stopped | None:
    mark = piece.mark(Role.AMBIGUOUS)
    if mark is None:
        return None
    askable = tuple(one for one in _metric_names(mark) if one in here.vocabulary.askable)
    names_of_all = askable or _metric_names(mark)
    metrics = [here.catalogue[one] for one in names_of_all]
    options = plans.instead_of(piece, names_of_all, here)
    if not options:
        return misunderstandings.not_understood(mark.said, (), examples(here))
    return misunderstandings.which_metric(mark.said, metrics, options)


def _place(mark: Mark, here: Here) -> tuple[int, int]:
    at = here.text.casefold().find(mark.said.casefold())
    return at, at + len(mark.said)


def _somebody(piece: Parts, _: Here) -> Stopped | None:
    """As in "He" or "these", with nobody else in the question they could stand for."""
    marks = [one for one in piece.marks if one.role is Role.HE]
    known = any(not one.leave for one in piece.named) or piece.groupings
    wanting = [one for one in marks if one.value == "pointing" or not known or _is_a_stranger(one, piece)]
    return misunderstandings.who_is_meant(wanting[0].said) if wanting else None


def _is_a_stranger(mark: Mark, piece: Parts) -> bool:
    """As in "what is he working on", where nobody is named, nor asked for: the rows of a table are not him."""
    told = {name for one in piece.groupings for name in one.dimensions}
    return mark.said.casefold() in somebody.ONE_PERSON and not piece.named and not told & set(names.PEOPLE)


def _open_only(piece: Parts, here: Here) -> Stopped | None:
    """As in "Active projects": only metrics that leave finished budgets out by themselves know them."""
    mark = piece.mark(Role.OPEN)
    if mark is None or all(here.catalogue[one.metric].open_items for one in piece.wanted):
        return None
    without = " ".join(here.instead(_place(mark, here), "").split())
    senses = here.vocabulary.names.senses.get(key(mark.said), ())
    called = [one for one in senses if isinstance(one, NameWord) and one.is_whole]
    said = [here.instead(_place(mark, here), f"{DIMENSIONS[one.dimension].noun} {one.label}") for one in called]
    return misunderstandings.not_understood(mark.said, [*said, without][:OFFERED], examples(here))


def nothing_asked(piece: Parts, here: Here) -> Stopped | None:
    """A question that names nothing that is measured."""
    if piece.wanted:
        return None
    measured = list(allowed(here))
    if piece.mark(Role.HOW_MANY) and piece.groupings:
        return misunderstandings.not_counted(plural(piece.groupings[0].dimensions[0], here), examples(here))
    options = plans.instead_of(piece, [one.name for one in measured], here)[:OFFERED]
    if piece.named and not options:
        tried = (names.filters(piece, names.Asked(one, here)) for one in measured)
        unclear = next((one for one in tried if isinstance(one, Clarification)), None)
        if unclear:
            return unclear
    if piece.named:
        first = piece.named[0]
        of_projects = all(one.dimension in ("status", "kind") for one in first.readings)
        return misunderstandings.what_about(f"{first.text} projects" if of_projects else first.text, options)
    if not piece.unknown and (piece.rankings or piece.bounds or piece.groupings or piece.stretches):
        return misunderstandings.which_measure(options)
    return unmeasured.nothing_measured(measured[:OFFERED], examples(here))


def plural(dimension: str, here: Here) -> str:
    """Several of what a dimension tells apart."""
    return words.plural(DIMENSIONS[dimension].noun, here.view.settings.nouns)


CHECKS: tuple[Check, ...] = (
    (_an_order, frozenset({Role.ORDER})),
    (_a_reason, frozenset({Role.WHY})),
    (_a_what_if, frozenset({Role.WHAT_IF})),
    (_a_meaning, frozenset({Role.MEANING})),
    (_not_measured, frozenset({Role.UNMEASURED})),
    (_not_understood, frozenset({"unknown"})),
    (_ambiguous, frozenset({Role.AMBIGUOUS})),
    (aims.which_target, frozenset({"wanted"})),
    (sizes.unsaid, frozenset({"rankings"})),
    (_somebody, frozenset({Role.HE})),
    (_open_only, frozenset({Role.OPEN})),
    (nothing_asked, None),
    *passed_over.CHECKS,
)
