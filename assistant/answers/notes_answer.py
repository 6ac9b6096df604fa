"""What the notes say, in words: how much was found, and the sentences themselves, quoted, with day and file.

Our own words hold counts and days only, and are read for numbers like any answer; what is quoted is data, and was
looked up in its note once more before it came here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.agency.units import show_day
from assistant.answers.answer import Answer
from assistant.answers.citations import Citation, cited
from assistant.answers.summing_up import NOT_SUMMED_UP, SUMMED_UP, Borne, summed_up
from assistant.answers.table import Column, Table, TableRow
from assistant.answers.trace import untraced
from assistant.answers.wording import Writer
from assistant.excerpts import Excerpt, Excerpts
from assistant.facts import Facts
from assistant.notes.text import readable
from assistant.outcome import NoData, Withheld
from assistant.permissions.authorise import AuthorisedQuery
from assistant.permissions.words import plural
from assistant.query import LookFor, Notes, Query
from assistant.verification import Verified

LONGEST_QUOTE = 320
"""Letters of a quote in the sentence of an answer; the whole of it is beside it."""

MOST_NAMES = 4
"""More clients or projects than these are counted and not named: those that somebody manages."""

FOUND_NOUNS = {
    LookFor.PASSAGES: ("passage", "passages"),
    LookFor.DECISIONS: ("decision", "decisions"),
    LookFor.ACTIONS: ("action", "actions"),
    LookFor.RISKS: ("risk", "risks"),
    LookFor.DATES: ("sentence with a date", "sentences with dates"),
    LookFor.MEETINGS: ("note", "notes"),
    LookFor.LAST_TIME: ("note", "notes"),
}
COLUMNS = {
    LookFor.ACTIONS: (("action", "Action"), ("owner", "Owner"), ("due", "Due"), ("state", "State")),
    LookFor.DECISIONS: (("decision", "Decision"),),
    LookFor.RISKS: (("risk", "Risk"),),
    LookFor.DATES: (("sentence", "Sentence"),),
}
SENTENCE = (("sentence", "Sentence"),)
OF_THE_NOTE = (("date", "Date"), ("title", "Title"), ("note", "Note"))
GUESSED = "Where a project, client, date or kind is guessed from a note's path or title, it is marked so."


@dataclass
class _Text:
    """Words of ours and quotes, in order; `own` are ours alone, with a gap where something is quoted."""

    parts: list[tuple[str, bool]] = field(default_factory=list)

    def say(self, words: str) -> None:
        """Words of ours."""
        self.parts.append((words, False))

    def quote(self, words: str) -> None:
        """Words out of a note, or a name."""
        self.parts.append((words, True))

    @property
    def whole(self) -> str:
        """All of it."""
        return "".join(one for one, _ in self.parts)

    @property
    def own(self) -> str:
        """Ours alone."""
        return "".join("…" if quoted else one for one, quoted in self.parts)


def compose_notes(verified: Verified, authorised: AuthorisedQuery, facts: Facts) -> Answer | NoData | Withheld:
    """The answer to a question about notes alone; that there is nothing, where nothing speaks of it."""
    query, found = authorised.query, facts.excerpts
    if not found.found:
        return NoData(nothing(query))
    writer = Writer(authorised.view, facts.today, authorised.view.settings.locale)
    text = _Text()
    _headline(text, query, found, writer)
    summary = in_short(query, found, writer)
    for sentence in summary:
        text.say("\n")
        text.quote(f"{sentence.text} {sentence.marks}")
    told_by = query.notes.told_by if query.notes else ""
    for place, one in enumerate(found.found, 1):
        if told_by and (place == 1 or one.under != found.found[place - 2].under):
            text.say("\n")
            text.quote(one.under or f"No {told_by}")
            text.say(":")
        text.say("\n• ")
        text.quote(f"[{place}] " if summary else "")
        _line(text, one, facts.today, writer)
    if untraced(text.own, writer.figures, (facts.today,), writer.labels, writer.names, writer.locale):
        return Withheld("The words of this answer held a number that leads to no figure, so they are withheld.")
    return Answer(
        query=query,
        metrics=(),
        text=text.whole,
        table=_table(query, found, facts.today, writer),
        parts=None,
        bounds=None,
        chart=None,
        caveats=(*authorised.notes, *_careful(query, found, summary, writer)),
        suggestions=(),
        figures=tuple(dict.fromkeys(writer.figures)),
        changed=(),
        locale=writer.locale,
        verified=verified,
        citations=tuple(cited(one) for one in found.found),
        summary=summary,
        facts=facts,
    )


def in_short(query: Query, found: Excerpts, writer: Writer) -> tuple[Borne, ...]:
    """What a language model makes of the quotes, where the settings let it read them and the quotes bear it out."""
    model = writer.view.settings.model
    if not model.sums_up_notes or not model.name:
        return ()
    return summed_up(looked_for(query, writer), found.found, writer.view.line)


def looked_for(query: Query, writer: Writer) -> str:
    """What is told a language model of the question: as it was understood, without how much was found."""
    text = _Text()
    text.say(FOUND_NOUNS[query.notes.look_for if query.notes else LookFor.PASSAGES][1])
    _about(text, query, Writer(writer.view, writer.today, writer.locale))
    return text.whole


def _careful(query: Query, found: Excerpts, summary: tuple[Borne, ...], writer: Writer) -> Iterator[str]:
    """What a reader should know of the quotes and of the sentences above them."""
    if query.understood:
        yield query.understood
    if any(one.guessed for one in found.notes):
        yield GUESSED
    model = writer.view.settings.model
    if model.sums_up_notes and model.name:
        yield SUMMED_UP if summary else NOT_SUMMED_UP


def beside(answer: Answer, facts: Facts) -> Answer:
    """An answer in numbers, with what the notes of its time say of it; the numbers stay as they are."""
    found = facts.excerpts.found
    if not found:
        return answer
    citations: tuple[Citation, ...] = tuple(cited(one) for one in found)
    speak = "One passage of the notes speaks of it." if len(found) == 1 else "The notes speak of it, too."
    return replace(answer, text=f"{answer.text} {speak}", citations=citations)


def nothing(query: Query) -> str:
    """That nothing was found, and of what."""
    asked = query.notes
    about = f" about “{asked.topic}”" if asked and asked.topic else ""
    kind = ""
    if asked and asked.look_for in COLUMNS:
        kind = f" {FOUND_NOUNS[asked.look_for][1]}"
    names = " and ".join(name for one in query.where if not one.negated for name in one.names)
    whom = f" on {names}" if names else ""
    mine = ""
    if asked and asked.person_said:
        mine = f" {'for' if asked.look_for is LookFor.ACTIONS else 'by or with'} {asked.person_said}"
    days = f" in {query.period.label}" if query.period_said else ""
    due = f" due {asked.due.label}" if asked and asked.due else ""
    kind = f" overdue{kind}" if asked and asked.overdue else kind
    said = f"{kind or ' anything'}{about}{whom}{mine}{due}{days}"
    if asked and asked.look_for is LookFor.LAST_TIME:
        return f"There is no meeting and no mail with a day to it in the notes you may see{about}{whom}{mine}{days}."
    if kind:
        return f"There is nothing in the notes you may see: no{said}."
    return f"There is nothing in the notes you may see{said.removeprefix(' anything')}."


def _headline(text: _Text, query: Query, found: Excerpts, writer: Writer) -> None:
    asked = query.notes or Notes()
    if not found.as_asked:
        lacking = "say what the client said" if asked.by_client else f"mark a {FOUND_NOUNS[asked.look_for][0]}"
        text.say(f"The notes do not {lacking}")
        _about(text, replace(query, notes=replace(asked, by_client=False)), writer)
        text.say("; what they say of it:")
        return
    if asked.look_for is LookFor.LAST_TIME:
        _last_time(text, query, found, writer)
        return
    one, several = FOUND_NOUNS[asked.look_for]
    total = len(found.notes) if asked.look_for is LookFor.MEETINGS else found.total
    shown = len(found.notes) if asked.look_for is LookFor.MEETINGS else len(found.found)
    is_open = asked.open_only and asked.look_for in (LookFor.ACTIONS, LookFor.DECISIONS)
    open_ = "overdue " if asked.overdue else "open " if is_open else ""
    count = writer.count("found", total)
    text.say(f"{count} {open_}{one if total == 1 else several}")
    _about(text, query, writer)
    if total > shown:
        which = "first" if asked.due else "newest" if asked.look_for is not LookFor.PASSAGES else "best"
        text.say(f", the {which} {writer.count('shown', shown)}")
    text.say(":")


def _last_time(text: _Text, query: Query, found: Excerpts, writer: Writer) -> None:
    newest = found.notes[0]
    text.say("The last note of a meeting or mail")
    _about(text, query, writer)
    text.say(f" is of {writer.label(show_day(newest.date, writer.locale))}:" if newest.date else " has no date:")


def _about(text: _Text, query: Query, writer: Writer) -> None:
    """What was looked for, as it was understood."""
    asked = query.notes
    if asked and asked.topic:
        text.say(" about ")
        text.quote(f"“{asked.topic}”")
    for one in query.where:
        text.say(" without " if one.negated else " on ")
        if len(one.names) > MOST_NAMES:
            text.say(f"{writer.count('named', len(one.names))} {plural(one.field, writer.view.settings.nouns)}")
        else:
            text.quote(" and ".join(one.names))
    if asked and asked.person_said:
        text.say(" for " if asked.look_for is LookFor.ACTIONS else " by or with ")
        text.quote(asked.person_said)
    if asked and asked.kinds:
        text.say(f" of the kind {' or '.join(asked.kinds)}")
    if asked and asked.by_client:
        text.say(" in the client's words")
    if asked and asked.due:
        text.say(f" due {writer.period(asked.due)}")
    if asked and asked.told_by:
        text.say(f" by {asked.told_by}")
    if query.period_said:
        text.say(f", {writer.period(query.period)}")


def _line(text: _Text, one: Excerpt, today: date, writer: Writer) -> None:
    """One sentence, quoted, with its note's day, title and path."""
    note, stated = one.note, one.statement
    if stated is not None and stated.owner:
        text.quote(stated.owner)
        text.say(", ")
    if stated is not None and stated.due and stated.state:
        text.say("due ")
        if one.due:
            text.say(writer.label(show_day(one.due, writer.locale)))
        else:
            text.quote(stated.due)
        text.say(", ")
    if stated is not None and stated.state:
        text.say(f"{_state(one, today)}: ")
    text.quote(f"“{_short(_unboxed(one.quote))}”")
    text.say(" (")
    text.quote(note.title)
    day = writer.label(show_day(note.date, writer.locale)) if note.date else "no date"
    text.say(f", {day}, ")
    text.quote(note.note_id)
    text.say(")")


_BOX = re.compile(r"^\s*\[[ xX]\]\s+")


def _unboxed(quote: str) -> str:
    """A sentence without the box to tick in front of it: its state is told beside it."""
    return _BOX.sub("", readable(quote))


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return plain if len(plain) <= LONGEST_QUOTE else f"{plain[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def _state(one: Excerpt, today: date) -> str:
    """Open, overdue, done or dropped; blank for what is no action."""
    return "overdue" if one.is_overdue(today) else one.statement.state if one.statement else ""


def _table(query: Query, found: Excerpts, today: date, writer: Writer) -> Table:
    """The sentences as rows, with who, by when and in which state, where they are actions."""
    look_for = query.notes.look_for if query.notes else LookFor.PASSAGES
    own = COLUMNS.get(look_for, SENTENCE)
    told_by = query.notes.told_by if query.notes else ""
    # Whose an action is stands in a column of its own anyway.
    under = ((told_by, told_by.capitalize()),) if told_by and told_by not in dict(own) else ()
    columns = tuple(Column(name, "dimension", title) for name, title in (*under, *own, *OF_THE_NOTE))
    cells = ((*((one.under,) if under else ()), *_cells(one, len(own), today, writer)) for one in found.found)
    rows = tuple(TableRow((), one, (), ()) for one in cells)
    return Table(columns, rows, None, found.total)


def _cells(one: Excerpt, own: int, today: date, writer: Writer) -> Iterator[str]:
    yield " ".join(_unboxed(one.quote).split())
    if own > 1:
        stated = one.statement
        due = show_day(one.due, writer.locale) if one.due else stated.due if stated else ""
        yield from ((stated.owner if stated else "", due, _state(one, today)))
    yield show_day(one.note.date, writer.locale) if one.note.date else ""
    yield one.note.title
    yield one.note.note_id
