"""What is planted is one small change at a time, in what runs and nowhere else."""

from tests.mutation import python_faults, sql_faults
from tests.mutation.python_faults import broken
from tests.mutation.run import report
from tests.mutation.trial import End

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


def test_the_report_counts_by_owner_and_lists_what_survived() -> None:
    said = report([("fte", "a:1 f: 0 becomes 1", End.WITHHELD), ("fte", "a:2 f: Lt becomes LtE", End.SURVIVED)])
    assert said.splitlines()[1].split() == ["fte", "2", "1", "0", "0", "1"]
    assert said.endswith("Survived:\n  fte · a:2 f: Lt becomes LtE")
