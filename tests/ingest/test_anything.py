"""Whatever stands in a file: a report and no exception, and every row read is accounted for."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.report import IngestReport
from tests.ingest.files import AGENCY, current, load, write

HEADER = "entry_id,person_id,project_id,date,hours,billable_hours,status,currency,created_at,note"
NASTY = st.sampled_from(
    ["", " ", "e1", "p1", "p9", "j1", "j2", "2026-03-02", "02.03.2026", "3/4/2026", "7.5", "7,5", "1.234,5", "-1", "99",
     "1e99", "NaN", "approved", "maybe", "EUR", "Euro", "€", "2026-03-02T10:00:00Z", '"', "'", "=1+1", "\u202e", "true"]
) | st.text(st.characters(exclude_characters='"\r\n\0', exclude_categories=["Cs"]), max_size=6)  # fmt: skip


def loaded(content: bytes) -> IngestReport:
    """What an ingest of an agency says whose time entries are `content`; and of the same again."""
    with TemporaryDirectory() as folder:
        source = write(Path(folder) / "in", AGENCY)
        (source / "time_entries.csv").write_bytes(content)
        first = load(Path(folder) / "w", source)
        again = load(Path(folder) / "w", source)
        assert again.snapshot == first.snapshot
        assert_balanced(first)
        assert_balanced(again)
    return first


def assert_balanced(report: IngestReport) -> None:
    """Every row read is new, changed, unchanged, there twice or in quarantine."""
    for counts in report.tables.values():
        parts = (counts.new, counts.changed, counts.unchanged, counts.quarantined, counts.duplicates)
        assert counts.read == sum(parts)


@settings(max_examples=25)
@given(st.binary(max_size=300))
@example(b"\xff\xfea\0")
@example(b'"')
@example(b"\xef\xbb\xbf")
def test_any_bytes_give_a_report(content: bytes) -> None:
    loaded(content)


@settings(max_examples=30)
@given(st.lists(st.lists(NASTY, min_size=8, max_size=12), min_size=1, max_size=8))
def test_any_cells_give_a_report_in_which_every_row_is_accounted_for(rows: list[list[str]]) -> None:
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    loaded("\n".join([HEADER, *quoted, ""]).encode())


ENTRY = st.tuples(
    st.sampled_from(["e1", "e2", "e3"]), st.sampled_from(["p1", "p2", "p9"]), st.sampled_from(["j1", "j2"]),
    st.just("2026-03-02"), st.sampled_from(["1", "2", "25"]), st.just("1"), st.sampled_from(["approved", "maybe"]),
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.lists(ENTRY, max_size=6), min_size=2, max_size=4))
def test_any_series_of_exports_ends_as_its_last_one_alone(exports: list[list[tuple[str, ...]]]) -> None:
    """The rows are those of a fresh ingest of the last export, whatever came before it."""
    with TemporaryDirectory() as folder:
        for number, entries in enumerate(exports):
            lines = [HEADER.partition(",currency")[0], *(",".join(entry) for entry in entries), ""]
            source = write(Path(folder) / "in", AGENCY | {"time_entries": "\n".join(lines)})
            assert_balanced(load(Path(folder) / "w", source))
            if number == len(exports) - 1:
                load(Path(folder) / "fresh", source)
        assert entry_rows(Path(folder) / "w") == entry_rows(Path(folder) / "fresh")


def entry_rows(workspace: Path) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Entries and quarantine, without the ids of ingests."""
    snapshot = current(workspace)
    entries = snapshot.table("time_entries").drop_columns(["_ingest"]).to_pylist()
    return entries, snapshot.quarantine().drop_columns(["ingest"]).to_pylist()
