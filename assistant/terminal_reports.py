"""Named reports and quarterly reviews from the command, on the screen or as a file."""

from datetime import datetime
from pathlib import Path

from rich.text import Text

from assistant.documents import reports
from assistant.documents.formats import REPORT_FORMATS, format_named
from assistant.documents.summaries import Asked
from assistant.outcome import Ended
from assistant.permissions.house import House
from assistant.terminal import CONSOLE, ERRORS, show_outcome
from assistant.terminal_documents import Steps, one_summary, summaries


def quarterly_review(house: House, asked: reports.Asked, forms: str, output: Path | None, at: datetime) -> int:
    """The quarterly review of one client, made and scanned as its summary is; slides where no format is named."""
    clients = list(asked.of.get("client", ()))
    period = asked.period or "last quarter"
    wanted = Asked("", period, asked.asked_as, asked.today, kind="review")
    form = forms or (output.suffix if output and output.suffix else "pptx")
    if len(clients) > 1:
        return summaries(house, wanted, clients, form, output, at)
    return one_summary(house, wanted, clients, form, output, at, Steps())


def named_report(house: House, asked: reports.Asked, form: str, output: Path | None, at: datetime) -> int:
    """A named report on the screen, or in a file where a format or a file is named; its exit status."""
    if asked.name.strip().lower() == reports.QUARTERLY:
        return quarterly_review(house, asked, form, output, at)
    kind = form or (output.suffix if output else "")
    wanted = format_named(kind, REPORT_FORMATS) if kind else None
    made = reports.make_report(house, asked, at)
    if isinstance(made, Ended):
        show_outcome(made, rows=False)
        return made.exit_status
    if wanted is None or not made.answers:
        _show_report(made)
        return made.exit_status
    path = output or Path(f"{made.name}.{wanted.name}")
    path = path / f"{made.name}.{wanted.name}" if path.is_dir() else path
    written = reports.export(house, made, wanted.name, path, at)
    CONSOLE.print(Text(f"{made.title}: {written}"))
    for one in made.sections:
        if isinstance(one.outcome, Ended):
            ERRORS.print(Text(f"  • {one.part.title}: {one.outcome.text}", style="yellow"))
    return 0


def _show_report(made: reports.Made) -> None:
    CONSOLE.print(Text(made.title, style="bold underline"))
    for one in made.sections:
        CONSOLE.print(Text(f"\n{one.part.title}", style="bold"))
        show_outcome(one.outcome, rows=False)
    CONSOLE.print(Text(f"\nData {made.view.snapshot}", style="dim"))
