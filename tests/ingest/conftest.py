"""The demo agency as its files have it, read once."""

from pathlib import Path

import pytest

from tests.ingest.demo_agency import Demo, read_demo


@pytest.fixture(scope="session")
def demo(demo_workspace: Path) -> Demo:
    return read_demo(demo_workspace)
