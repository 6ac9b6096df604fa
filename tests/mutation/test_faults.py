"""What is planted is one small change at a time, in what runs and nowhere else."""

from dataclasses import replace
from pathlib import Path

from assistant.metrics.reference import load
from tests.mutation import python_faults, sql_faults
from tests.mutation.cases import baseline, engine_of_its_own, source
from tests.mutation.equivalent import Equivalent, listed, speaking_of_none
from tests.mutation.python_faults import broken
from tests.mutation.results import Outcome, Results
from tests.mutation.run import chosen, reasons, report, survivors, wanted_of
from tests.mutation.sites import Sites
from tests.mutation.trial import End, faults, tried

SOURCE = '''
LIMIT = 3

def kept(values: list[int], most: int = LIMIT) -> list[int]:
    """Those of 1 or more, up to `most`."""
    return [one for one in values if 0 < one <= most]

class Till:
    def sum(self, paid: int, owed: int) -> int:
        return max(paid - owed, 0) if paid else 0
'''


def changes(source: str) -> list[tuple[str, str]]:
    return [(fault.function, fault.what) for fault in python_faults.faults_in(source, "till.py")]


def test_every_node_that_runs_is_broken_once_and_nothing_else_is() -> None:
    assert changes(SOURCE) == [
        ("kept", "0 becomes 1"),
        ("Till.sum", "both ways swapped"),
        ("Till.sum", "max becomes min"),
        ("Till.sum", "Sub becomes Add"),
        ("Till.sum", "0 becomes 1"),
        ("Till.sum", "0 becomes 1"),
    ]


def test_a_broken_function_does_something_else() -> None:
    [fault] = [one for one in python_faults.faults_in(SOURCE, "till.py") if one.what == "max becomes min"]

    def till(_self: object, _paid: int, _owed: int) -> int:
        return -1

    till.__code__ = broken(SOURCE, fault)
    assert till(None, 5, 3) == 0


def test_a_filter_and_a_fallback_are_dropped() -> None:
    source = "def known(rows):\n    return rows[rows.hours > 0].fillna(7)\n"
    assert [what for _, what in changes(source)] == [
        "fillna dropped",
        "filter dropped",
        "Gt becomes GtE",
        "0 becomes 1",
        "7 becomes 8",
    ]


def texts(sql: str) -> list[str]:
    return [fault.text for fault in sql_faults.faults_in(sql)]


def test_every_part_of_a_condition_is_broken() -> None:
    assert texts("SELECT a FROM t WHERE a < 1 AND b = (2)") == [
        "SELECT a FROM t WHERE TRUE AND b = (2)",
        "SELECT a FROM t WHERE a <= 1 AND b = (2)",
        "SELECT a FROM t WHERE a < 2 AND b = (2)",
        "SELECT a FROM t WHERE a < 1 ",
        "SELECT a FROM t WHERE a < 1 AND b <> (2)",
        "SELECT a FROM t WHERE a < 1 AND b = (3)",
    ]


def test_joins_fallbacks_and_signs_are_broken_and_stars_are_not() -> None:
    assert texts("SELECT t.*, coalesce(f(b, 0), 'fixed') * c FROM t LEFT JOIN u USING (x)") == [
        "SELECT t.*, coalesce(f(b, 0)) * c FROM t LEFT JOIN u USING (x)",
        "SELECT t.*, coalesce(f(b, 1), 'fixed') * c FROM t LEFT JOIN u USING (x)",
        "SELECT t.*, coalesce(f(b, 0), 'retainer') * c FROM t LEFT JOIN u USING (x)",
        "SELECT t.*, coalesce(f(b, 0), 'fixed') + c FROM t LEFT JOIN u USING (x)",
        "SELECT t.*, coalesce(f(b, 0), 'fixed') * c FROM t JOIN u USING (x)",
    ]


def test_comments_and_names_are_left_alone() -> None:
    assert texts("-- uses: a < b\nSELECT a AS first FROM t") == []


def outcome(said: str, end: End, stands_on: str = "now") -> Outcome:
    return Outcome(f"name of {said}", "fte", said, end, ("fte", 3) if end is End.WITHHELD else None, stands_on)


def test_what_is_planted_on_either_side_is_noticed_and_what_changes_no_slice_is_not() -> None:
    small = baseline([3], 1, ["headcount"])
    every = faults(small)
    [select] = [one for one in every if one.what == ">= becomes >" and "headcount.sql" in one.file][:1]
    [compute] = [one for one in every if one.line == "return slices(employed_days(facts, last, last), 1)"][:1]
    sound = replace(select, sql=("headcount.sql", load("headcount").select))
    with engine_of_its_own() as engine:
        sites = Sites(engine)
        assert [tried(one, small, sites)[0] for one in (select, compute, sound)] == [
            End.WITHHELD,
            End.WITHHELD,
            End.SURVIVED,
        ]


def test_the_report_counts_by_owner_lists_what_survived_and_scores() -> None:
    said = report(
        [
            outcome("a:1 f: 0 becomes 1", End.WITHHELD),
            outcome("a:2 f: Lt becomes LtE", End.SURVIVED),
            outcome("a:3 f: fillna dropped", End.EQUIVALENT),
        ]
    )
    assert said.splitlines()[1].split() == ["fte", "3", "1", "0", "0", "0", "1", "1"]
    assert "Survived:\n  fte · a:2 f: Lt becomes LtE\n" in said
    assert said.endswith("Noticed: 1 of 2 (50.0 %); 1 more change no answer.")


def test_survivors_that_were_looked_into_are_listed_with_the_reasons_written_by_hand(tmp_path: Path) -> None:
    [fault, other] = [one for one in faults(baseline([0], 1, ["fte"])) if one.file.endswith("fte.sql")][:2]
    path = tmp_path / "survivors.toml"
    path.write_text(survivors([fault], [], 2, {fault.name: "“Nobody” looks."}), encoding="utf-8")
    assert reasons(path) == {fault.name: "“Nobody” looks."}
    again = survivors([other, fault], [], 2, reasons(path))
    assert again.count("[[fault]]") == 1
    assert again.count('why = "“Nobody” looks."') == 1
    assert "not looked into yet:\n# 1." in again


def test_a_run_that_was_stopped_knows_what_it_had_tried(tmp_path: Path) -> None:
    first, torn = outcome("one", End.WITHHELD), outcome("two", End.SURVIVED)
    written = Results.at(tmp_path / "build" / "mutation.jsonl")
    written.add(first)
    written.path.write_text(written.path.read_text() + torn.line()[:-9])
    assert Results.at(written.path).known == {first.fault: first}


def test_a_fault_that_is_said_to_change_nothing_is_one_there_is() -> None:
    [fault] = [one for one in faults(baseline([0], 1, ["fte"])) if one.file.endswith("fte.sql")][:1]
    said = Equivalent(fault.file, fault.line, fault.what, "because")
    moved = Equivalent(fault.file, "SELECT another", fault.what, "because")
    assert said.means(fault)
    assert speaking_of_none([said, moved], [fault]) == [moved]


def test_the_faults_said_to_change_nothing_stand_in_lines_there_are() -> None:
    for one in listed():
        lines = [line.strip() for line in source(one.file).splitlines()]
        assert one.line in lines, one
        assert one.reason, one


def test_every_so_many_of_an_owner_are_the_same_each_time() -> None:
    all_faults = [fault for fault in faults(baseline([0], 1, ["fte"])) if fault.side == "sql"]
    few = chosen(all_faults, wanted_of(["--each", "2"]))
    assert few == chosen(all_faults, wanted_of(["--each", "2"]))
    assert {one.owner for one in few} == {one.owner for one in all_faults}
    assert len(few) <= 2 * len({one.owner for one in all_faults})
    assert {one.name for one in chosen(all_faults, wanted_of(["--all"]))} == {one.name for one in all_faults}
