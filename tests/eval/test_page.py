"""The page of a run stands alone and takes nothing from a case as markup."""

from datetime import UTC, datetime

from eval.compare import Compared
from eval.page import page
from eval.score import Problem
from eval.scorecard import Scorecard
from tests.eval.test_scoring import RIGHT, WRONG_NUMBER, scored

AT = datetime(2026, 10, 15, 8, tzinfo=UTC)


def test_the_page_shows_the_wrong_numbers_first_and_needs_nothing_else() -> None:
    made = page(Scorecard((RIGHT, WRONG_NUMBER)), (), None, AT)

    assert made.index("Wrong numbers") < made.index("Right, in scope")
    assert "wrong?" in made
    assert "Every floor is reached" in made
    assert not any(outside in made for outside in ("http:", "https:", "<script", "@import", "url("))


def test_the_page_says_what_was_fixed_broken_unchanged_new_and_gone() -> None:
    against = Compared(("t/a",), ("t/b",), ("t/c", "t/d"), ("t/e",), ("t/f",), ("t/g",))
    made = page(Scorecard((RIGHT,)), (), against, AT)

    assert "3 unchanged: 2 right, 1 wrong" in made
    for title, name in (("Broken: 1", "t/b"), ("Fixed: 1", "t/a"), ("Wrong as before: 1", "t/e"), ("Gone: 1", "t/g")):
        assert title in made
        assert f"<li>{name}</li>" in made


def test_what_a_case_says_is_no_markup() -> None:
    made = page(Scorecard((scored("<b>x</b>", Problem("plan", "<i>y</i>")),)), (), None, AT)

    assert "<b>x</b>" not in made
    assert "&lt;i&gt;y&lt;/i&gt;" in made
