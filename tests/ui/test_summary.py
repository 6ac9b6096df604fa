"""The page of client summaries without a browser."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.test_chat import ACCOUNT_MANAGER, APP, signed_in, turned_to, words


def button(page: AppTest, label: str) -> None:
    next(one for one in page.button if one.label == label).click()


def test_a_summary_is_drafted_edited_approved_and_then_exported(
    demo_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECKON_WORKSPACE", str(shutil.copytree(demo_workspace, tmp_path / "house")))
    monkeypatch.setattr("sys.argv", ["app.py"])
    page = signed_in(AppTest.from_file(str(APP), default_timeout=120).run(), ACCOUNT_MANAGER)

    page = turned_to(page, "summaries")
    assert not page.exception
    assert [one.label for one in page.selectbox][:2] == ["Client", "Language"]

    page.text_area[0].set_value("We used 53 hours.")
    button(page, "Keep the note")
    page.run()
    assert "is a number that was typed" in " ".join(one.value for one in page.error)

    page.text_area[0].set_value("We look forward to the release.")
    button(page, "Keep the note")
    page.run()
    assert "wrote a note: We look forward to the release." in words(page)

    button(page, "Approve")
    page.run()
    assert not page.exception
    assert "approved it" in words(page)


def test_a_report_is_made_read_and_taken_out(demo_workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECKON_WORKSPACE", str(demo_workspace))
    monkeypatch.setattr("sys.argv", ["app.py"])
    page = signed_in(AppTest.from_file(str(APP), default_timeout=120).run(), ACCOUNT_MANAGER)

    page = turned_to(page, "reports")
    page.selectbox[0].select("receivables")
    page.run()
    button(page, "Make the report")
    page.run()

    assert not page.exception
    assert "Format" in [one.label for one in page.selectbox]
    assert turned_to(page, "").chat_input
