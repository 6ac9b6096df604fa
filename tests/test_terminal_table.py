"""A table in a terminal: whose figures they are can be read at any width."""

from rich.console import Console

from assistant.answers.table import Column
from assistant.terminal_table import drawn


def shown(columns: list[Column], rows: list[list[str]], total: list[str] | None, width: int) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(drawn(columns, rows, total, width))
    return captured.get()


PROJECT = Column("project", "dimension", "Project")
HEALTH = Column("health", "metric", "Health")
USED = Column("budget_used", "metric", "Budget used")
LEFT = Column("budget_remaining", "metric", "Budget remaining")
LONG = "red: burning ahead of time, milestones overdue, budget forecast to be overrun, timesheets incomplete"


def test_names_stay_whole_beside_a_long_reason() -> None:
    text = shown([PROJECT, HEALTH], [["Booking flow redesign", LONG], ["Audio guide", "green"]], None, 60)

    assert "Booking flow redesign │ red: burning" in text
    assert "Audio guide" in text
    assert " ".join(text.replace("│", " ").split()).endswith("Audio guide green")
    assert all(len(line) <= 60 for line in text.splitlines())


def test_figures_are_never_cut_and_titles_are_wrapped_over_them() -> None:
    rows = [["Web", "€1,234,567.89", "-€12.00"]]
    text = shown([PROJECT, USED, LEFT], rows, ["Total", "€1,234,567.89", "-€12.00"], 60)

    assert text.count("€1,234,567.89") == 2
    assert "…" not in text
    assert text.splitlines()[0].split() == ["┃", "┃", "Budget"]


def test_a_table_too_wide_for_the_terminal_is_told_row_by_row() -> None:
    columns = [PROJECT, *(Column(f"m{number}", "metric", f"Measure{number}") for number in range(6))]
    rows = [[f"Project {number}", *("€1,234,567.89",) * 6] for number in range(50)]
    text = shown(columns, rows, ["", *("€61,728,394.50",) * 6], 40)

    assert "Project 39\n  Measure0: €1,234,567.89\n" in text
    assert "… 10 more with --json\nTotal\n  Measure0: €61,728,394.50\n" in text
