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
from playwright.sync_api import Page, expect, sync_playwright

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
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, 15)
        server.wait(timeout=20)


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
        yield browser.new_page(viewport={"width": width, "height": 1000})
        browser.close()


@pytest.mark.parametrize("page", [1440, 390], indirect=True)
def test_sign_in_ask_and_see_a_verified_answer(page: Page, address: str) -> None:
    page.goto(address)
    who = page.get_by_label("Who is asking?")
    who.click(timeout=SLOW)
    who.press_sequentially(ADMIN)  # the list is long, and what does not match is not drawn
    page.get_by_role("option", name=ADMIN).click()
    page.get_by_role("button", name="Sign in").click()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill("utilization by team last quarter", timeout=SLOW)
    box.press("Enter")
    answer = page.get_by_test_id("stChatMessage").nth(1)
    expect(answer).to_contain_text("Billable utilization, last quarter (Q3 2026)", timeout=SLOW)
    expect(answer).to_contain_text("Verified")
    expect(answer.locator("canvas, svg.marks").first).to_be_visible(timeout=SLOW)
    answer.get_by_role("tab", name="Rows").click()
    expect(answer).to_contain_text("rows")
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
