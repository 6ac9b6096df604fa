"""How long a client's summary takes in each format: `python -m benchmarks.documents [--times K]`.

Over the demo agency: as a command that has to start (next to Python importing pandas and DuckDB and doing nothing), and
in a process that stays, drafted anew, drawn and scanned each time.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from benchmarks.processes import middle, run

FORMS = ("pdf", "docx", "pptx", "html", "md")
CLIENT, PERIOD, WHO = "Lumen Bank", "last month", "zoe.okonkwo@harbourlane.example"
BARE = ("timeit", "-n", "1", "-r", "1", "-s", "import pandas, duckdb", "pass")


def cold(workspace: Path, form: str, times: int) -> tuple[float, float]:
    """Wall and processor seconds of `reckon summary`, the medians."""
    output = workspace / f"measured.{form}"
    ran = [
        run("assistant", "summary", "--client", CLIENT, "--period", PERIOD, "-o", output, "-w", workspace, "--as", WHO)
        for _ in range(times)
    ]
    return middle(ran, lambda one: one.seconds), middle(ran, lambda one: one.processor)


def warm(workspace: Path, form: str, times: int) -> tuple[float, float]:
    """The same of a process that has made one before."""
    from assistant.documents.summaries import Asked, Summary, finish, summarise  # noqa: PLC0415 - not what starts others
    from assistant.permissions.house import House  # noqa: PLC0415 - as above

    house = House.open(workspace)
    today = house.settings.today
    if today is None:
        raise ValueError("The demo agency has no day of its own. Make it anew.")
    asked = Asked(CLIENT, PERIOD, WHO, today)
    seconds, processor = [], []
    for _ in range(times + 1):
        start, used = perf_counter(), process_time()
        made = summarise(house, asked)
        if isinstance(made, Summary):
            finish(made, form)
        seconds.append(perf_counter() - start)
        processor.append(process_time() - used)
    return median(seconds[1:]), median(processor[1:])


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("--times", type=int, default=3, help="how often each is measured; medians are shown")
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory(prefix="reckon-documents-") as folder:
        workspace = Path(folder) / "demo"
        run("assistant", "demo", workspace)
        bare = [run(*BARE) for _ in range(times)]
        least = middle(bare, lambda one: one.processor)
        lines = [
            f"importing pandas and DuckDB: {middle(bare, lambda one: one.seconds):.2f} s ({least:.2f} s of a core)"
        ]
        for form in FORMS:
            wall, processor = cold(workspace, form, times)
            again, used = warm(workspace, form, times)
            lines.append(
                f"{form}: {wall:.2f} s ({processor:.2f} s of a core, {processor / least:.1f} times as much); in a "
                f"process that stays {again:.2f} s ({used:.2f} s of a core)"
            )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
