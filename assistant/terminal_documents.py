"""Documents from the command: one summary or many, and what the house should know before it sends them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rich.text import Text

from assistant.documents.formats import format_named
from assistant.documents.summaries import Asked, Batch, export, make_batch, summarise
from assistant.errors import UsageError
from assistant.outcome import Ended
from assistant.permissions.house import House
from assistant.terminal import CONSOLE, ERRORS, progress_bar, show_outcome

USUAL = "docx"


def one_summary(
    house: House, asked: Asked, clients: Sequence[str], forms: str, output: Path | None, at: datetime
) -> int:
    """One summary into one file; its exit status."""
    if not clients:
        raise UsageError('There is no client. Name one, for example: reckon summary --client "Northwind".')
    made = summarise(house, replace(asked, client=clients[0]))
    if isinstance(made, Ended):
        show_outcome(made, rows=False)
        return made.exit_status
    form = format_named(forms or (output.suffix if output and output.suffix else USUAL)).name
    path = output or Path(f"{made.name}.{form}")
    if path.is_dir():
        path /= f"{made.name}.{form}"
    written = export(house, made, form, path, at)
    if isinstance(written, Ended):
        show_outcome(written, rows=False)
        return written.exit_status
    CONSOLE.print(Text(f"{made.facts.client}, {made.facts.period.label}: {written}"))
    for hint in made.facts.hints:
        ERRORS.print(Text(f"  • {hint}", style="yellow"))
    return 0


def summaries(house: House, asked: Asked, clients: Sequence[str], forms: str, output: Path | None, at: datetime) -> int:
    """Many summaries into a folder, with a bar where somebody watches; 0 when every one was made, else 1."""
    chosen = tuple(format_named(one).name for one in (forms or USUAL).split(",") if one.strip())
    folder = output or Path("summaries")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder for several summaries with -o.")
    failed = []
    written = 0
    with progress_bar(quiet=False) as moved:
        for one in make_batch(house, asked, Batch(tuple(clients), chosen, folder), at, moved):
            written += one.path is not None
            if one.path is None:
                failed.append(one)
    CONSOLE.print(Text(f"{written} of {len(clients) * len(chosen)} files in {folder}."))
    for one in failed:
        ERRORS.print(Text(f"  {one.client} ({one.form}): {one.problem}", style="yellow"))
    return 1 if failed or not clients else 0
