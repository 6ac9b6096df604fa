"""What a workspace remembers of its exports: an order of dates, the columns, and nothing else is touched."""

from pathlib import Path

import pytest

from ingest.memory import with_order
from tests.ingest.exports import CLOCKIFY, TOGGL, clockify, export, toggl
from tests.ingest.files import load, rows

PAIR = Path(__file__).parent / "clockify" / "either_day_or_month.csv"
WRITTEN = """\
# ours
base_currency = "EUR"   # since 2019

[sources.clockify] # the team's
path = "exports/clockify.csv"

[nouns]
project = "production"
"""


def test_an_order_that_was_said_once_is_known_ever_after(tmp_path: Path) -> None:
    (tmp_path / "workspace.toml").write_text('# ours\nlocale = "en"', encoding="utf-8")
    assert load(tmp_path, PAIR).errors
    load(tmp_path, PAIR, overrides={"date_order": "dmy"})
    report = load(tmp_path, PAIR)
    assert not report.errors
    assert "either_day_or_month.csv: its dates are read as day/month/year, as was said for clockify." in report.notices
    assert [row["date"] for row in rows(tmp_path, "time_entries")] == ["2026-04-03"]
    text = (tmp_path / "workspace.toml").read_text(encoding="utf-8")
    assert text == '# ours\nlocale = "en"\n\n[sources.clockify]\ndate_order = "dmy"\n'


def test_dates_that_tell_their_order_are_believed_before_what_was_said_of_others(tmp_path: Path) -> None:
    load(tmp_path, PAIR, overrides={"date_order": "dmy"})
    other = export(tmp_path / "in" / "american.csv", CLOCKIFY, [clockify("09/30/2026"), clockify("09/04/2026")])
    report = load(tmp_path, other)
    assert {"2026-09-30", "2026-09-04"} <= {row["date"] for row in rows(tmp_path, "time_entries")}
    assert (
        "american.csv: its dates can only be month/day/year, though day/month/year was said for clockify."
        in report.notices
    )


def test_an_order_is_written_into_the_section_that_is_there() -> None:
    changed = with_order(WRITTEN, "clockify", "mdy")
    assert changed == WRITTEN.replace("the team's\n", 'the team\'s\ndate_order = "mdy"\n')
    assert with_order(changed, "clockify", "dmy") == changed.replace("mdy", "dmy")


@pytest.mark.parametrize(
    "text", ['sources = { clockify = { path = "x" } }\n', "not toml", 'note = """\n[sources.clockify]\n"""\n']
)
def test_what_cannot_be_written_without_touching_anything_else_is_not(text: str) -> None:
    assert with_order(text, "clockify", "dmy") is None


def test_a_changed_header_is_told(tmp_path: Path) -> None:
    load(tmp_path, export(tmp_path / "in" / "toggl.csv", TOGGL, [toggl("2026-09-01")]))
    fewer = [name for name in TOGGL if name not in ("Tags", "Task")]
    report = load(tmp_path, export(tmp_path / "in" / "later.csv", [*fewer, "Rate (EUR)"], [toggl("2026-10-01")]))
    assert (
        "later.csv: the columns of Toggl's detailed report have changed since the last one: new “Rate (EUR)”; "
        "gone “Task”, “Tags”."
    ) in report.notices


def test_a_field_with_a_name_of_one_s_own_is_read_where_it_is_told(tmp_path: Path) -> None:
    header = ["Matter" if name == "Project" else name for name in CLOCKIFY]
    source = export(tmp_path / "in" / "c.csv", header, [clockify() | {"Matter": "Kovač v. Bolt"}])
    assert "has no column “Project”" in load(tmp_path, source).errors[0]
    (tmp_path / "workspace.toml").write_text('[sources.clockify.columns]\nproject = "Matter"\n', encoding="utf-8")
    load(tmp_path, source)
    assert [row["name"] for row in rows(tmp_path, "projects")] == ["Kovač v. Bolt"]
