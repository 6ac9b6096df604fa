"""The chat page without a browser: sign in, ask, and see what came of it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from ui.figures_view import words_table

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


def turned_to(page: AppTest, path: str) -> AppTest:
    """The page that has this address."""
    known = page._registered_pages  # noqa: SLF001 - there is no other way to a page that is no file of its own
    page._page_hash = next(key for key, one in known.items() if one.get("url_pathname") == path)  # noqa: SLF001
    return page.run()


def opened(page: AppTest, tab: str, key: str = "tab-0-0") -> AppTest:
    """The page with this tab of an answer open."""
    page.session_state[key] = tab
    return page.run()


LINK = re.compile(r"\[([^\]]*)\]\(#lead-[-\w]+ \"[^\"]*\"\)")


def button(page: AppTest, label: str) -> Button:
    """The button that says so."""
    return next(one for one in page.button if one.label.replace("\\", "") == label)


def words(page: AppTest) -> str:
    """Everything the page says, without the backslashes that keep names harmless and the links under numbers."""
    said = " ".join(one.value for one in (*page.markdown, *page.html)).replace("\\", "")
    return LINK.sub(r"\1", said)


def test_nobody_sees_anything_before_signing_in(page: AppTest) -> None:
    assert not page.exception
    assert not page.chat_input
    assert any("Who is asking" in one.label for one in page.selectbox)


def test_a_question_brings_sentence_badge_table_and_proof(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "utilization by team last quarter")
    assert not page.exception
    assert "Billable utilization, last quarter (Q3 2026)" in words(page)
    assert "Verified · two calculations agree on 9 cells" in words(page)
    assert [tab.label for tab in page.tabs] == ["Chart", "Table", "Proof", "Rows"]
    assert "Calculated once in pandas and once in SQL" in words(opened(page, "Proof"))
    assert "Total" in words(opened(page, "Table"))


def test_a_refusal_is_called_one_and_offers_what_may_be_asked(page: AppTest) -> None:
    page = asked(signed_in(page, ACCOUNT_MANAGER), "What is our margin on Northwind this year?")
    assert not page.exception
    assert "Not for your role" in words(page)
    assert "Margin needs cost access" in words(page)


def test_signing_out_forgets_what_was_said(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "utilization by team last quarter")
    button(page, "Sign out").click().run()
    assert "Billable utilization" not in words(page)
    assert not page.chat_input


def test_a_suggested_question_is_asked_by_a_click(page: AppTest) -> None:
    page = signed_in(page, ADMIN)
    page.button(key="example-0").click().run()
    assert not page.exception
    assert "Verified" in words(page)


def test_markup_in_a_question_stays_text(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "<b>hours</b> ![x](http://example.com/x.png) [y](http://example.com)")
    assert not page.exception
    shown = " ".join(one.value for one in page.markdown)
    assert "![x](" not in shown
    assert "<b>" not in shown


def test_what_is_missing_is_a_click_away_and_so_is_the_chat(page: AppTest) -> None:
    page = turned_to(signed_in(page, ADMIN), "data-health")
    assert not page.exception
    assert "Yuki Tanaka has no cost rate" in words(page)
    assert not page.chat_input
    assert turned_to(page, "").chat_input


def test_what_is_missing_tells_nobody_what_they_may_not_see(page: AppTest) -> None:
    page = turned_to(signed_in(page, ACCOUNT_MANAGER), "data-health")
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


def test_a_remark_that_asks_nothing_leaves_the_filter_where_it_is(page: AppTest) -> None:
    page = asked(signed_in(page, ADMIN), "hours for Northwind by person last month")

    page = asked(page, "ok thx")

    assert "Not measured here" not in words(page)
    assert page.button(key="filter-client")


def test_what_was_asked_is_shown_whole_and_nothing_of_it_is_live() -> None:
    shown = words_table(["Question", "Why"], [("hours <b>by</b> client", "asked back, nothing taken")])
    assert "<td>hours &lt;b&gt;by&lt;/b&gt; client</td><td>asked back, nothing taken</td>" in shown
    assert shown.count("<tr>") == 2
