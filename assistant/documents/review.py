"""From draft to approved: words are edited, numbers stay bound, and whatever was done is kept with who and when.

A summary is made anew from the data each time; what people changed lies over it, sentence by sentence. A sentence is
addressed by its section and place ("risks/0/1"); in its words the numbers are slots, `{used} of {total}`, which may
be moved or left out, but never typed; nor is what a client may not read (`never_told`). An approval keeps the numbers
approved: where later data moves one, it says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from assistant.answers.trace import untraced
from assistant.documents import warmer
from assistant.documents.client_facts import Agreement, ClientFacts, Withheld, gather
from assistant.documents.never_told import Reader
from assistant.documents.numbers import Number
from assistant.documents.outline import (
    SLOT,
    Block,
    Bullets,
    Callout,
    Footnote,
    Outline,
    Paragraph,
    Section,
    Text,
    clean,
)
from assistant.documents.summaries import SUMMARY, Summary, forbidden_in
from assistant.errors import UsageError
from assistant.permissions import drafts
from assistant.permissions.house import House
from assistant.planning.dates import previous

MOST_LETTERS = 600
DRAFT, APPROVED = "draft", "approved"


@dataclass(frozen=True)
class Line:
    """One sentence that may be edited: where it stands, its words with slots, and the numbers in them."""

    place: str
    section: str
    text: Text


@dataclass(frozen=True)
class Done:
    """One thing somebody did to a summary."""

    at: str
    who: str
    what: str


@dataclass(frozen=True)
class Review:
    """Where a summary stands: what was changed, the note, whether it is approved, and by whom what was done.

    `words` maps places to words, `of` the same places to the sentence that was changed: where later data puts another
    one there, the change is not for it. `numbers` are those approved, by what they are of.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    of: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    status: str = DRAFT
    numbers: Mapping[str, str] = field(default_factory=dict)
    history: tuple[Done, ...] = ()


def standing(house: House, summary: Summary) -> Review:
    """What was done to this summary so far."""
    review = Review()
    for one in drafts.read(house, summary.view, summary.facts.client_id):
        if one.get("of") == _key(summary):
            review = _after(review, one)
    return review


def _after(review: Review, one: Mapping[str, Any]) -> Review:
    done = Done(str(one.get("at", "")), str(one.get("who", "")), _said(one))
    review = replace(review, history=(*review.history, done))
    match one.get("did"):
        case "edit":
            words = {**review.words, str(one["place"]): str(one["words"])}
            of = {**review.of, str(one["place"]): str(one.get("sentence", ""))}
            return replace(review, words=words, of=of, status=DRAFT, numbers={})
        case "reword":
            words, of = {**review.words, **one["words"]}, {**review.of, **one["sentences"]}
            return replace(review, words=words, of=of, status=DRAFT, numbers={})
        case "note":
            return replace(review, note=str(one["words"]), status=DRAFT, numbers={})
        case "regenerate":
            kept = {place: words for place, words in review.words.items() if place.split("/")[0] != one["section"]}
            return replace(review, words=kept, status=DRAFT, numbers={})
        case "approve":
            return replace(review, status=APPROVED, numbers=dict(one["numbers"]))
    return review


def _said(one: Mapping[str, Any]) -> str:
    may = "".join(f"; “{word}” may stay" for word in one.get("may_stay", ()))
    match one.get("did"):
        case "edit":
            return f"changed {one['place']} to: {one['words']}{may}"
        case "reword":
            count = len(one["words"])
            return f"had {count} sentence{'' if count == 1 else 's'} worded {one['tone']} by {one['model']}"
        case "note":
            return f"wrote a note: {one['words']}{may}" if one["words"] else "took the note out"
        case "regenerate":
            return f"made {one['section']} anew"
        case "approve":
            return "approved it"
    return str(one.get("did", ""))


def reviewed(summary: Summary, review: Review) -> Summary:
    """The summary with what people changed; a change whose numbers are gone is left out."""
    now = {one.place: sentence(one.text) for one in lines(summary.outline)}
    words = {place: said for place, said in review.words.items() if review.of.get(place) in ("", None, now.get(place))}
    sections = [_section(one, words) for one in summary.outline.sections]
    if review.note:
        note = Section("note", summary.words("note"), (Paragraph(Text(review.note)),))
        sections.insert(1, note)
    return replace(summary, outline=replace(summary.outline, sections=tuple(sections)))


def lines(outline: Outline) -> Iterator[Line]:
    """Every sentence of a document that may be edited."""
    for section in outline.sections:
        for place, block in enumerate(section.blocks):
            if isinstance(block, Paragraph | Callout | Footnote):
                yield Line(f"{section.name}/{place}", section.title, block.text)
            elif isinstance(block, Bullets):
                for at, text in enumerate(block.items):
                    yield Line(f"{section.name}/{place}/{at}", section.title, text)


def sentence(text: Text) -> str:
    """What tells a sentence from others: its words and the names in it, whatever its numbers come to."""
    names = "; ".join(f"{name} = {slot}" for name, slot in text.slots.items() if isinstance(slot, str))
    return f"{text.template} ({names})" if names else text.template


def _section(section: Section, words: Mapping[str, str]) -> Section:
    blocks: list[Block] = []
    for place, block in enumerate(section.blocks):
        here = f"{section.name}/{place}"
        if isinstance(block, Paragraph | Callout | Footnote):
            blocks.append(replace(block, text=_with(block.text, words.get(here))))
        elif isinstance(block, Bullets):
            texts = [_with(one, words.get(f"{here}/{at}")) for at, one in enumerate(block.items)]
            kept = tuple(one for one in texts if one.template)
            blocks.append(replace(block, items=kept or block.items))
        else:
            blocks.append(block)
    return replace(section, blocks=tuple(blocks))


def _with(text: Text, words: str | None) -> Text:
    """The sentence in other words, as long as every slot they name is still there."""
    if words is None or not set(SLOT.findall(words)) <= set(text.slots):
        return text
    return replace(text, template=words)


def edit(  # noqa: PLR0913 - what is changed, to what, and by when
    house: House, summary: Summary, place: str, words: str, at: datetime, *, may_stay: bool = False
) -> None:
    """Change the words of one sentence.

    UsageError where they type a number, name a slot there is not, or hold what the client should not read; what only
    may be so is taken where `may_stay` says that it was looked at.
    """
    line = next((one for one in lines(summary.outline) if one.place == place), None)
    if line is None:
        known = ", ".join(one.place for one in lines(summary.outline))
        raise UsageError(f"There is no sentence {place} in this summary. There are: {known}.")
    words = clean(" ".join(words.split()))[:MOST_LETTERS]
    strange = sorted(set(SLOT.findall(words)) - set(line.text.slots))
    if strange:
        known = ", ".join(f"{{{one}}}" for one in line.text.slots) or "none"
        raise UsageError(f"There is no number {{{strange[0]}}} in {place}. Those there are: {known}.")
    _no_typed_numbers(summary, Text(words, line.text.slots))
    stays = _nothing_hidden(summary, words, may_stay=may_stay)
    _note(house, summary, {"did": "edit", "place": place, "words": words, "before": line.text.template,
                           "sentence": sentence(line.text), **stays}, at)  # fmt: skip


def write_note(house: House, summary: Summary, words: str, at: datetime, *, may_stay: bool = False) -> None:
    """A note to the reader, above everything else; empty words take it out. UsageError as for `edit`."""
    words = clean(" ".join(words.split()))[:MOST_LETTERS]
    _no_typed_numbers(summary, Text(words))
    stays = _nothing_hidden(summary, words, may_stay=may_stay)
    _note(house, summary, {"did": "note", "words": words, **stays}, at)


def reword(house: House, summary: Summary, at: datetime) -> int:
    """Have a model word the sentences in the tone of the house, those that people changed left alone; how many it did.

    UsageError where no model is set, ModelError where it does not answer.
    """
    model = house.settings.model
    if not model.name:
        raise UsageError('No language model is set. Name one in workspace.toml: [model] name = "…", base_url = "…".')
    tone = summary.style.tone
    changed = standing(house, summary).words
    open_lines = {one.place: one.text for one in lines(summary.outline) if one.place not in changed}
    made = warmer.all_reworded(iter(open_lines.items()), tone, summary.words.language, house.line)
    if made:
        of = {place: sentence(open_lines[place]) for place in made}
        _note(house, summary, {"did": "reword", "words": made, "sentences": of, "tone": tone, "model": model.name}, at)
    return len(made)


def regenerate(house: House, summary: Summary, section: str, at: datetime) -> None:
    """Forget what was changed in one section."""
    known = [one.name for one in summary.outline.sections]
    if section not in known:
        raise UsageError(f"There is no section {section} in this summary. There are: {', '.join(known)}.")
    _note(house, summary, {"did": "regenerate", "section": section}, at)


def approve(house: House, summary: Summary, at: datetime) -> None:
    """Approve the summary as it reads now, with the numbers in it."""
    _note(house, summary, {"did": "approve", "numbers": _numbers(summary)}, at)


def moved(summary: Summary, review: Review) -> tuple[str, ...]:
    """What has changed in the numbers since they were approved, one sentence each."""
    if review.status != APPROVED:
        return ()
    now = _numbers(summary)
    return tuple(
        f"{name}: {before} when it was approved, {now.get(name, 'gone')} now."
        for name, before in review.numbers.items()
        if now.get(name) != before
    )


def since_before(summary: Summary) -> tuple[tuple[str, str, str, str], ...]:
    """What moved since the period before; nothing where there is none to compare with."""
    period = previous(summary.facts.period, summary.view.calendar)
    try:
        before = gather(summary.view, summary.facts.client_id, period, summary.asked.today)
    except Withheld:
        return ()
    return against(summary.facts, before, summary.words.locale)


def against(now: ClientFacts, before: ClientFacts, locale: str) -> tuple[tuple[str, str, str, str], ...]:
    """What moved since an earlier period: the agreement, what of it, then and now."""
    earlier = {one.budget_id: one for one in before.agreements}
    found = []
    for one in now.agreements:
        for what, number, then in _pairs(one, earlier.get(one.budget_id)):
            if number is not None and (then is None or then.figure.value != number.figure.value):
                found.append((one.name, what, then.say(locale) if then else "–", number.say(locale)))
    return tuple(found)


def _pairs(now: Agreement, before: Agreement | None) -> Iterator[tuple[str, Number | None, Number | None]]:
    for what in ("total", "used", "remaining", "earned", "balance"):
        yield what, getattr(now, what), getattr(before, what) if before else None


def _no_typed_numbers(summary: Summary, text: Text) -> None:
    """Read the words as a stranger would: a number that was typed leads nowhere."""
    allowed = forbidden_in(summary)
    finished = text.plain(summary.words.locale)
    figures = tuple(one.figure for one in text.numbers)
    names = tuple(one for one in allowed.allowed if one in finished)
    plain = finished.replace(" Std.", " h")
    loose = untraced(plain, figures, (), allowed.labels, names, summary.words.locale)
    if loose:
        raise UsageError(
            f"“{loose[0].text}” is a number that was typed. Numbers stay bound to their source: use the slots of the "
            f"sentence, such as {{used}}, or leave it out."
        )


class DoubtError(UsageError):
    """Words that may tell the client what it should not read: whoever wrote them says whether they may stay."""


def _nothing_hidden(summary: Summary, words: str, *, may_stay: bool) -> dict[str, list[str]]:
    """Read the words for what a client should not read; what was in doubt and may stay, for the record."""
    said = Reader(forbidden_in(summary)).read(words)
    if said and said[0].is_sure:
        raise UsageError(said[0].told)
    if said and not may_stay:
        raise DoubtError(said[0].told)
    return {"may_stay": [one.words for one in said]} if said else {}


def _numbers(summary: Summary) -> dict[str, str]:
    """Every number of the summary by what it is of, exactly."""
    found: dict[str, str] = {}
    for one in summary.outline.numbers:
        figure = one.figure
        of = " / ".join(figure.where) or " / ".join(one.origin.rows) or "all"
        name = f"{one.origin.counted_as.replace('_', ' ')}, {of}"
        found[name] = one.say(summary.words.locale)
    return found


def _key(summary: Summary) -> str:
    period = summary.facts.period
    kind = "" if summary.asked.kind == SUMMARY else f"{summary.asked.kind} "
    return f"{kind}{summary.facts.client_id} {period.start} {summary.words.language}"


def _note(house: House, summary: Summary, what: Mapping[str, Any], at: datetime) -> None:
    of = {"of": _key(summary), "client": summary.facts.client, "period": summary.facts.period.label}
    drafts.note(house, summary.view, summary.facts.client_id, {**of, **what}, at)
