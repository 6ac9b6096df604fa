"""The chat page without a browser: sign in, ask, and see what came of it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "ui" / "app.py"
ADMIN = "marta.lindqvist@harbourlane.example"
ACCOUNT_MANAGER = "zoe.okonkwo@harbourlane.example"


@pytest.fixture
def page(demo_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page as it first opens."""
    monkeypatch.setenv("RECKON_WORKSPACE", str(demo_workspace))
    monkeypatch.setattr("sys.argv", ["app.py"])
    return AppTest.from_file(str(APP), default_timeout=60).run()


def signed_in(page: AppTest, email: str) -> AppTest:
    """The page after somebody has signed in."""
    page.selectbox(key="who").select(email)
    return page.button[0].click().run()


def asked(page: AppTest, question: str) -> AppTest:
    """The page after a question."""
    return page.chat_input[0].set_value(question).run()


def words(page: AppTest) -> str:
    """Everything the page says, without the backslashes that keep names harmless."""
    return " ".join(one.value for one in page.markdown).replace("\\", "")


def test_nobody_sees_anything_before_signing_in(page: AppTest) -> None:
    assert not page.exception
    assert not page.chat_input
    assert any("Who is asking" in one.label for one in page.selectbox)


def test_a_question_brings_sentence_badge_table_and_proof(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "utilization by team last quarter")
    assert not page.exception
    assert "Billable utilization, last quarter (Q3 2026)" in words(page)
    assert "Calculated once in pandas and once in SQL" in words(page)
    assert [tab.label for tab in page.tabs] == ["Chart", "Table", "Proof", "Rows"]
    assert "Total" in page.dataframe[0].value["Team"].to_list()


def test_a_refusal_is_called_one_and_offers_what_may_be_asked(page: AppTest) -> None:
    page = asked(signed_in(page, ACCOUNT_MANAGER), "What is our margin on Northwind this year?")
    assert not page.exception
    assert "Not for your role" in words(page)
    assert "Margin needs cost access" in words(page)


def test_signing_out_forgets_what_was_said(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "utilization by team last quarter")
    page.button[[one.label for one in page.button].index("Sign out")].click().run()
    assert "Billable utilization" not in words(page)
    assert not page.chat_input


def test_a_suggested_question_is_asked_by_a_click(page: AppTest) -> None:
    page = signed_in(page, ADMIN)
    page.button(key="example-0").click().run()
    assert not page.exception
    assert "Calculated once in pandas and once in SQL" in words(page)


def test_markup_in_a_question_stays_text(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "<b>hours</b> ![x](http://example.com/x.png) [y](http://example.com)")
    assert not page.exception
    shown = " ".join(one.value for one in page.markdown)
    assert "![x](" not in shown
    assert "<b>" not in shown


def test_what_is_missing_is_a_click_away_and_so_is_the_chat(page: AppTest) -> None:
    page = signed_in(page, ADMIN)
    page.button(key="check").click().run()
    assert not page.exception
    assert "Yuki Tanaka has no cost rate" in words(page)
    assert not page.chat_input
    page.button(key="check").click().run()
    assert page.chat_input


def test_what_is_missing_tells_nobody_what_they_may_not_see(page: AppTest) -> None:
    page = signed_in(page, ACCOUNT_MANAGER)
    page.button(key="check").click().run()
    assert "is active, but nothing has happened on it" in words(page)
    assert "cost rate" not in words(page)


def test_a_filter_is_a_chip_that_a_click_takes_away(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "hours for Northwind by person last month")
    chip = page.button(key="filter-client")
    assert "Northwind" in chip.label.replace("\\", "")

    page = chip.click().run()

    assert not page.exception
    assert "Tracked hours, last month (September 2026)" in words(page)
    assert not [one for one in page.button if one.key == "filter-client"]
