"""Documents from the command: one summary or many, and what the house should know before it sends them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from rich.text import Text

from assistant.answers.answer import Reply
from assistant.documents import answer_files, review
from assistant.documents.formats import format_named
from assistant.documents.summaries import Asked, Batch, Summary, export, make_batch, summarise
from assistant.errors import UsageError
from assistant.outcome import Ended
from assistant.permissions.house import House
from assistant.terminal import CONSOLE, ERRORS, progress_bar, show_outcome

USUAL = "docx"


@dataclass(frozen=True)
class Steps:
    """What is done to a summary before it is written: edits as PLACE=WORDS, a note, sections made anew, approval."""

    edits: tuple[str, ...] = ()
    note: str | None = None
    anew: tuple[str, ...] = ()
    approve: bool = False
    show: bool = False
    reword: bool = False
    may_stay: bool = False
    """Whether words in doubt were looked at and may stay."""

    @property
    def only(self) -> bool:
        """Whether it is only looked at or worked on, and no file is wanted unless one is named."""
        return self.show or self.approve or self.note is not None or self.reword or bool(self.edits or self.anew)


def one_summary(
    house: House, asked: Asked, clients: Sequence[str], forms: str, output: Path | None, at: datetime, steps: Steps
) -> int:
    """One summary: worked on as asked, then into one file; its exit status."""
    if not clients:
        raise UsageError('There is no client. Name one, for example: reckon summary --client "Northwind".')
    made = summarise(house, replace(asked, client=clients[0]))
    if isinstance(made, Ended):
        show_outcome(made, rows=False)
        return made.exit_status
    _work(house, made, steps, at)
    standing = review.standing(house, made)
    finished = review.reviewed(made, standing)
    _tell(finished, standing)
    if steps.show:
        _show(made, finished, standing)
    if steps.only and output is None:
        return 0
    return _written(house, finished, forms, output, at)


def _written(house: House, made: Summary, forms: str, output: Path | None, at: datetime) -> int:
    form = format_named(forms or (output.suffix if output and output.suffix else USUAL)).name
    path = output or Path(f"{made.name}.{form}")
    if path.is_dir():
        path /= f"{made.name}.{form}"
    written = export(house, made, form, path, at)
    if isinstance(written, Ended):
        show_outcome(written, rows=False)
        return written.exit_status
    CONSOLE.print(Text(f"{made.facts.client}, {made.facts.period.label}: {written}"))
    return 0


def _work(house: House, made: Summary, steps: Steps, at: datetime) -> None:
    for section in steps.anew:
        review.regenerate(house, made, section, at)
    if steps.reword:
        count = review.reword(house, made, at)
        CONSOLE.print(Text(f"{count} sentences were worded anew; every number stayed bound. See them with --review."))
    for one in steps.edits:
        place, equals, words = one.partition("=")
        if not equals:
            raise UsageError(f"“{one}” after --edit is no edit. Write it as PLACE=WORDS; see the places with --review.")
        with _doubts():
            review.edit(house, made, place.strip(), words, at, may_stay=steps.may_stay)
    if steps.note is not None:
        with _doubts():
            review.write_note(house, made, steps.note, at, may_stay=steps.may_stay)
    if steps.approve:
        review.approve(house, review.reviewed(made, review.standing(house, made)), at)


@contextmanager
def _doubts() -> Iterator[None]:
    """What is in doubt names the option that settles it."""
    try:
        yield
    except review.DoubtError as doubt:
        raise UsageError(f"{doubt} From the command that is --may-stay.") from doubt


def _tell(made: Summary, standing: review.Review) -> None:
    """What the house should know before it sends this."""
    for hint in made.facts.hints:
        ERRORS.print(Text(f"  • {hint}", style="yellow"))
    for one in review.moved(made, standing):
        ERRORS.print(Text(f"  • Changed since it was approved. {one}", style="yellow"))


def _show(made: Summary, finished: Summary, standing: review.Review) -> None:
    """Every sentence with its place and the source of its numbers, what moved since the period before, the history."""
    CONSOLE.print(Text(f"{made.facts.client}, {made.facts.period.label}: {standing.status}", style="bold"))
    now = {one.place: one.text for one in review.lines(finished.outline)}
    for line in review.lines(made.outline):
        text = now.get(line.place, line.text)
        CONSOLE.print(Text(f"{line.place}  ", style="dim") + Text(text.template))
        for name, slot in line.text.slots.items():
            said = slot if isinstance(slot, str) else f"{slot.say(made.words.locale)} · {slot.origin.spoken()}"
            CONSOLE.print(Text(f"    {{{name}}}: {said}", style="dim"))
    for name, what, then, since in review.since_before(made):
        CONSOLE.print(Text(f"Since the period before: {name}, {what}: {then} → {since}"))
    for one in standing.history:
        CONSOLE.print(Text(f"{one.at[:16]}  {one.who or 'you'} {one.what}", style="dim"))


def summaries(house: House, asked: Asked, clients: Sequence[str], forms: str, output: Path | None, at: datetime) -> int:
    """Many summaries into a folder, with a bar where somebody watches; 0 when every one was made, else 1."""
    chosen = tuple(format_named(one).name for one in (forms or USUAL).split(",") if one.strip())
    folder = output or Path("summaries")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder for several summaries with -o.")

    def laid_over(summary: Summary) -> Summary:
        return review.reviewed(summary, review.standing(house, summary))

    failed = []
    written = 0
    with progress_bar(quiet=False) as moved:
        for one in make_batch(house, asked, Batch(tuple(clients), chosen, folder, laid_over), at, moved):
            written += one.path is not None
            if one.path is None:
                failed.append(one)
    CONSOLE.print(Text(f"{written} of {len(clients) * len(chosen)} files in {folder}."))
    for one in failed:
        ERRORS.print(Text(f"  {one.client} ({one.form}): {one.problem}", style="yellow"))
    return 1 if failed or not clients else 0


def write_answer(house: House, reply: Reply, form: str, output: Path | None, at: datetime) -> None:
    """The answer as a file, where there is one; where it stands goes to standard error, beside what is printed."""
    if reply.exit_status == 0:
        kind = form or (output.suffix if output else "")
        written = answer_files.export(house, reply, kind or "csv", output or Path(), at)
        ERRORS.print(Text(f"Written to {written}"))
