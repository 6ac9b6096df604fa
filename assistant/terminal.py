"""What the command shows in a terminal, drawn from the same values as the JSON."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table as Grid
from rich.text import Text

from assistant.outcome import Clarification, Ended, SmallTalk
from assistant.terminal_table import MOST_ROWS_SHOWN, drawn

if TYPE_CHECKING:
    from assistant.answers.answer import Answer, Outcome, Reply
    from assistant.failed import Asked
    from assistant.health.finding import Finding
    from assistant.outcome import Lesson
    from assistant.proof import Proof
    from eval.evaluation import Evaluation
    from ingest.report import IngestReport

CONSOLE = Console(highlight=False)
ERRORS = Console(stderr=True, highlight=False)
WORDS_FOR = {
    "answer": "Understood",
    "clarification": "Which one do you mean?",
    "refusal": "Not for your role",
    "withheld": "Withheld",
    "no_data": "Nothing to answer from",
    "unsupported": "Not measured here",
}
MOST_ROWS_LISTED = 12


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A bar on standard error where somebody watches, else a line for a wait; call it with (what, done, total)."""
    if quiet or not sys.stderr.isatty():
        yield _say_when_waiting
        return
    columns = (TextColumn("[bold]{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=ERRORS, transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def moved(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total)

        yield moved


def _say_when_waiting(what: str, done: int, total: int) -> None:  # noqa: ARG001 - it is called as a bar is
    if what.startswith("waiting"):
        ERRORS.print(Text(f"{what} …"))


def show_reply(reply: "Reply", *, rows: bool = False) -> None:
    """All outcomes of one question, one under the other."""
    for place, outcome in enumerate(reply.outcomes):
        if place:
            CONSOLE.print()
        show_outcome(outcome, rows=rows)


def show_outcome(outcome: "Outcome", *, rows: bool) -> None:
    """One outcome: an answer with its table and proof, or why there is none."""
    if isinstance(outcome, Ended):
        show_ended(outcome)
        return
    CONSOLE.print(Text(outcome.text, style="bold" if outcome.metrics else ""))
    for one in outcome.citations if outcome.metrics else ():
        CONSOLE.print(Text(f"  “{' '.join(one.marked.split())}” ({one.note}{f', {one.day}' if one.day else ''})"))
    if outcome.query.by or len(outcome.table.columns) > 1:
        CONSOLE.print(_grid(outcome))
    _show_changed(outcome)
    for caveat in outcome.caveats:
        CONSOLE.print(Text(f"  • {caveat}", style="yellow"))
    CONSOLE.print(Text(proof_line(outcome), style="dim"))
    if rows:
        _show_rows(outcome)


def proof_line(answer: "Answer") -> str:
    """The verified badge in words, and how many rows of which files it rests on."""
    cells = answer.verified.cells
    if not answer.metrics:
        return f"✓ quoted as written: {len(answer.citations)} sentence{'s' if len(answer.citations) != 1 else ''}."
    checked = f"{cells} cell{'s' if cells != 1 else ''}"
    return f"✓ verified: pandas and SQL agree on {checked}. Source rows: {answer.rests_on}."


def _show_rows(answer: "Answer") -> None:
    """The rows of each period, of each part of a change that is explained, and of each number of a row of its table."""
    from assistant.answers.leads import stretches  # noqa: PLC0415 - only whoever asks for rows pays for it

    for heading, found in answer.opened():
        if heading:
            CONSOLE.print(Text(f"  {heading}", style="bold dim"))
        for source in found:
            CONSOLE.print(Text(f"  {source.table}: {_shortened(source.spoken())}", style="dim"))
        if heading and not found:
            CONSOLE.print(Text("  no rows", style="dim"))
    for one in stretches(answer, answer.text):
        if one.lead and one.lead.under.key is not None:
            CONSOLE.print(Text(f"  {one.text} ({', '.join(one.lead.figure.where)})", style="bold dim"))
            for source in answer.under(one.lead.under):
                CONSOLE.print(Text(f"  {source.table}: {_shortened(source.spoken())}", style="dim"))


def _shortened(text: str) -> str:
    parts = text.split(", ")
    return text if len(parts) <= MOST_ROWS_LISTED else ", ".join([*parts[:MOST_ROWS_LISTED], "…"])


def _show_changed(answer: "Answer") -> None:
    """The rows that are others than they were known as, the first of them."""
    for one in answer.changed[:MOST_ROWS_LISTED]:
        CONSOLE.print(Text(f"  {one.spoken}"))
    if len(answer.changed) > MOST_ROWS_LISTED:
        CONSOLE.print(Text(f"  … {len(answer.changed) - MOST_ROWS_LISTED} more rows with --json", style="dim"))


def _grid(answer: "Answer") -> RenderableType:
    total = answer.table.shown_total(answer.locale)
    has_total = answer.query.by or answer.query.why or answer.query.restated
    return drawn(answer.table.columns, answer.table.shown(answer.locale), total if has_total else None, CONSOLE.width)


def show_ended(ended: Ended) -> None:
    """Why there is no answer, and what could be asked instead."""
    lead = "" if isinstance(ended, SmallTalk) else f"{WORDS_FOR[ended.kind]}: "
    CONSOLE.print(Text(lead, style="bold yellow") + Text(ended.text))
    offered = ended.options if isinstance(ended, Clarification) else ended.suggestions
    for number, option in enumerate(offered, 1):
        CONSOLE.print(Text(f"  {number}. {option}"))


def show_lessons(lessons: "Sequence[Lesson]") -> None:
    """Every word that was taught, what it means, and for whom."""
    if not lessons:
        CONSOLE.print("Nothing has been taught yet. Teach a word with: reckon teach add WORD MEANING")
    for one in lessons:
        word, whose = one.said.replace("_", " "), f" (for {one.for_whom})" if one.for_whom else ""
        CONSOLE.print(Text(word, style="bold") + Text(f": {one.label}{whose}"))


def show_questions(questions: "Sequence[Asked]") -> None:
    """Questions on record: who asked what, what came of it, and why it counts as failed."""
    grid = Grid(show_edge=False, pad_edge=False, header_style="bold")
    for title in ("asked", "by", "question", "outcome", "why it failed"):
        grid.add_column(title)
    for one in questions:
        cells = (one.at[:16].replace("T", " "), one.who, one.question, one.outcome, one.failed)
        grid.add_row(*(escape(cell) for cell in cells))
    CONSOLE.print(grid if questions else "There is none.")


def ingested(report: "IngestReport") -> None:
    """The summary of an ingest: a row a table, then errors and what would unlock what."""
    grid = Grid(show_edge=False, pad_edge=False, header_style="bold")
    counts = ("read", "new", "changed", "unchanged", "removed", "quarantined")
    grid.add_column("table")
    for name in counts:
        grid.add_column(name, justify="right")
    found = report.to_json()
    tables = found["tables"]
    if isinstance(tables, dict):
        for name, row in tables.items():
            grid.add_row(name, *(f"{row[one]:,}" if row[one] else "·" for one in counts))
    if tables:
        CONSOLE.print(grid)
    if report.notes.documents:
        CONSOLE.print(f"notes: {report.notes.documents:,} read, in {report.notes.chunks:,} passages")
    for held in report.quarantine[:MOST_ROWS_LISTED]:
        CONSOLE.print(Text(f"In quarantine: {held}", style="yellow"))
    if len(report.quarantine) > MOST_ROWS_LISTED:
        more = len(report.quarantine) - MOST_ROWS_LISTED
        CONSOLE.print(Text(f"… and {more} more: see them all with reckon ingest --json", style="yellow"))
    for line in report.sentences:
        CONSOLE.print(Text(line, style="dim"))
    for error in report.errors:
        ERRORS.print(Text(str(error), style="red"))
    made = f"Snapshot {report.snapshot}" if report.snapshot else "Nothing could be loaded, so there is no snapshot yet."
    CONSOLE.print(Text(made, style="dim"))


def demo_made(folder: Path, report: "IngestReport") -> None:
    """What was made, and what to do next."""
    ingested(report)
    CONSOLE.print(
        Text(f'\nThe demo agency is in {folder}. Ask it something:\n  reckon ask "utilization by team last quarter" '
             f"-w {folder} --as {DEMO_ADMIN}\n  reckon chat -w {folder}"),
        soft_wrap=True,
    )  # fmt: skip


DEMO_ADMIN = "marta.lindqvist@harbourlane.example"


def show_glossary(found: Sequence[Mapping[str, object]]) -> None:
    """The glossary, a chapter at a time with what each metric means; or one metric in full."""
    if len(found) == 1:
        _show_metric(found[0])
        return
    for section, entries in groupby(found, key=lambda entry: entry["section"]):
        CONSOLE.rule(Text(str(section), style="bold"), align="left")
        for entry in entries:
            _show_meaning(entry, most=4)
            CONSOLE.print()
    CONSOLE.print(Text(f"{len(found)} metrics. One in full: reckon metrics {found[0]['name']}", style="dim"))


def _show_metric(entry: Mapping[str, object]) -> None:
    _show_meaning(entry, most=None)
    _detail("counted", [f"{entry['counted']}, in {str(entry['unit']).replace('_', ' ')}"], None)
    _detail("by", [name.replace("_", " ") for name in _names(entry["by"])], None)
    _detail("needs access to", entry["classes"], None)


def _show_meaning(entry: Mapping[str, object], most: int | None) -> None:
    CONSOLE.print(Text(f"{entry['title']}", style="bold") + Text(f"  {entry['name']}", style="dim"))
    CONSOLE.print(Padding(Text(str(entry["meaning"])), (0, 0, 0, 2)))
    _detail("also called", entry["also_called"], most)
    _detail("as counted by", [entry["follows"]] if entry["follows"] else [], None)


def _names(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _detail(label: str, value: object, most: int | None) -> None:
    names = _names(value)
    if names:
        shown = ", ".join(names[:most]) + (" …" if most and len(names) > most else "")
        CONSOLE.print(Padding(Text(f"{label}: {shown}", style="dim"), (0, 0, 0, 2)))


def show_users(people: Sequence[Mapping[str, str]]) -> None:
    """Who may sign in."""
    grid = Grid(show_edge=False, pad_edge=False, header_style="bold")
    for name in ("email", "name", "role"):
        grid.add_column(name)
    for one in people:
        grid.add_row(one["email"], one["name"], one["role"])
    CONSOLE.print(grid)


def show_sources(known: Sequence[Mapping[str, str]]) -> None:
    """The systems that can be read."""
    for one in known:
        CONSOLE.print(Text(one["title"], style="bold") + Text(f"  {one['name']}", style="dim"))
        CONSOLE.print(Text(f"  {one['how_to_export']}\n"))


def show_findings(findings: "Sequence[Finding]") -> None:
    """What was found in the data, what would move most first, with the rows it is about."""
    if not findings:
        CONSOLE.print(Text("Nothing is wrong or missing in what you may see."))
    for number, one in enumerate(findings[:MOST_ROWS_SHOWN], 1):
        CONSOLE.print(Text(f"{number:3}. {one.sentence}"))
        CONSOLE.print(Text(f"     {_shortened(one.places)}", style="dim"))
    if len(findings) > MOST_ROWS_SHOWN:
        CONSOLE.print(Text(f"… {len(findings) - MOST_ROWS_SHOWN} more with --json", style="dim"))


def show_proof(proof: "Proof") -> None:
    """A row a metric: how many cells two implementations agree on."""
    grid = Grid(show_edge=False, pad_edge=False, header_style="bold")
    for name, side in (("metric", "left"), ("questions", "right"), ("cells", "right"), ("disagree", "right")):
        grid.add_column(name, justify="left" if side == "left" else "right")
    for row in proof.rows:
        grid.add_row(row.metric, f"{row.questions:,}", f"{row.cells:,}", f"{row.disagreements:,}")
    CONSOLE.print(grid)


def show_evaluation(made: "Evaluation") -> None:
    """The scorecard of the evaluation, as it prints itself."""
    CONSOLE.print(Text(made.text()))
