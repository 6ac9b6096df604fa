"""The chat in a real browser: what a person sees on a screen and on a phone."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright

ADMIN = "Marta Lindqvist"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SLOW = 60_000


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def address(demo_workspace: Path) -> Iterator[str]:
    """The address of a running chat over the demo agency."""
    port = free_port()
    environment = {**os.environ, "STREAMLIT_SERVER_HEADLESS": "true"}
    command = [sys.executable, "-m", "assistant", "chat", "-w", str(demo_workspace), "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until_up(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)
        with pytest.raises(ProcessLookupError):  # whoever ends the command has ended its server, too
            os.killpg(server.pid, 9)


def wait_until_up(health: str) -> None:
    """Ask for the server's health until it has some."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(health) as answer:  # noqa: S310 - our own server
            if answer.status == 200:
                return
        time.sleep(0.2)
    pytest.fail(f"The chat did not start within a minute: {health}")


@pytest.fixture
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in headless Chromium, as wide as the test says."""
    width = getattr(request, "param", 1440)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    assert chromium, "These tests need Chromium; make test installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser.new_context(viewport={"width": width, "height": 1000}).new_page()
        browser.close()


def signed_in(page: Page, address: str) -> Page:
    """The page after somebody who sees everything has signed in."""
    page.goto(address)
    who = page.get_by_label("Who is asking?")
    who.click(timeout=SLOW)
    who.press_sequentially(ADMIN)  # the list is long, and what does not match is not drawn
    page.get_by_role("option", name=ADMIN).click()
    page.get_by_role("button", name="Sign in").click()
    return page


def asked(page: Page, question: str) -> Locator:
    """The answer to a question, once it is there."""
    said = page.get_by_test_id("stChatMessage").count()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question, timeout=SLOW)
    box.press("Enter")
    answer = page.get_by_test_id("stChatMessage").nth(said + 1)
    expect(answer).to_contain_text("Verified", timeout=SLOW)
    return answer


@pytest.mark.parametrize("page", [1440, 390], indirect=True)
def test_sign_in_ask_and_see_a_verified_answer(page: Page, address: str) -> None:
    answer = asked(signed_in(page, address), "utilization by team last quarter")
    expect(answer).to_contain_text("Billable utilization, last quarter (Q3 2026)")
    expect(answer.locator("canvas, svg.marks").first).to_be_visible(timeout=SLOW)
    answer.get_by_role("tab", name="Rows").click()
    expect(answer).to_contain_text("rows", timeout=SLOW)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0


AT_ONCE = """
new MutationObserver((changes, watch) => {
  const link = document.querySelector('a[href^="#lead-"]');
  if (link) { watch.disconnect(); link.click(); }
}).observe(document.body, {childList: true, subtree: true});
"""
"""Clicks on the first number in the moment it appears, before anything can listen to it."""


def test_a_number_clicked_before_the_page_listens_opens_its_rows_all_the_same(page: Page, address: str) -> None:
    signed_in(page, address)
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=SLOW)
    page.evaluate(AT_ONCE)
    answer = asked(page, "utilization by team last quarter")
    expect(answer.get_by_role("tab", name="Rows")).to_have_attribute("aria-selected", "true", timeout=SLOW)
    assert "#lead" not in page.url


def test_a_number_opens_its_rows_and_a_page_loaded_again_keeps_what_was_said(page: Page, address: str) -> None:
    answer = asked(signed_in(page, address), "utilization by team last quarter")
    lead = answer.get_by_role("link", name="73.1 %").first
    lead.focus()
    lead.press("Enter")  # the keyboard does what a click does
    expect(answer.get_by_role("tab", name="Rows")).to_have_attribute("aria-selected", "true", timeout=SLOW)
    expect(answer.get_by_role("combobox").first).to_have_value("Development", timeout=SLOW)

    answer.page.get_by_role("button", name="Billable utilization by person").dblclick()
    expect(page.get_by_test_id("stChatMessage").nth(3)).to_contain_text("Verified", timeout=SLOW)
    expect(page.get_by_test_id("stChatMessage")).to_have_count(4)

    box = page.get_by_test_id("stChatInputTextArea")
    for place, question in ((4, "margin by client this year"), (6, "hours by client last month")):
        box.fill(question)
        box.press("Enter")
        # The second is asked while the first one is calculated: as soon as it is seen.
        expect(page.get_by_test_id("stChatMessage").nth(place)).to_contain_text(question, timeout=SLOW)
    expect(page.get_by_test_id("stChatMessage")).to_have_count(8, timeout=SLOW)
    expect(page.get_by_test_id("stChatMessage").nth(5)).to_contain_text("Margin, this year", timeout=SLOW)
    expect(page.get_by_test_id("stChatMessage").nth(7)).to_contain_text("Lumen Bank", timeout=SLOW)

    newest = page.get_by_test_id("stChatMessage").nth(7)
    newest.get_by_role("tab", name="Proof").click()
    changed = newest.get_by_label("Change the question and press Enter")
    changed.fill("hours by project last month", timeout=SLOW)
    changed.press("Enter")
    expect(page.get_by_test_id("stChatMessage").nth(9)).to_contain_text("Tracked hours", timeout=SLOW)

    page.reload()
    expect(page.get_by_test_id("stChatMessage")).to_have_count(10, timeout=SLOW)
    page.get_by_role("link", name="Glossary").click()
    expect(page.get_by_role("heading", name="Glossary")).to_be_visible(timeout=SLOW)
    page.go_back()
    expect(page.get_by_test_id("stChatMessage")).to_have_count(10, timeout=SLOW)

    other = page.context.new_page()
    expect(signed_in(other, address).get_by_text("What would you like to know")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Who is asking?")).to_be_visible(timeout=SLOW)
    page.reload()
    expect(page.get_by_label("Who is asking?")).to_be_visible(timeout=SLOW)
