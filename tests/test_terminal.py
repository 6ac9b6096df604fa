"""What a terminal shows where there is little to show."""

import pytest

from assistant.terminal import ingested, progress_bar
from ingest.report import IngestReport


def test_an_ingest_that_loads_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    ingested(IngestReport({}, errors=("nowhere does not exist.",)))
    shown = capsys.readouterr()
    assert shown.out.splitlines()[-1] == "Nothing could be loaded, so there is no snapshot yet."
    assert "None" not in shown.out + shown.err


def test_where_nobody_watches_a_bar_a_wait_is_still_said(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar(quiet=True) as tell:
        tell("people.csv", 0, 3)
        tell("waiting for another ingest", 0, 1)
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "waiting for another ingest …\n")
