"""What every test may lean on: property tests that try the same each time, and the demo agency, ingested."""

import fcntl
import gc
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from assistant.__main__ import BETWEEN_SWEEPS

# The same examples on every run, so that a failure is a change of the code.
# To look further: pytest --hypothesis-profile=explore
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile("same")

gc.set_threshold(BETWEEN_SWEEPS, 20, 50)  # as in the command, whose answers are timed

INGESTED_AT = datetime(2026, 10, 15, 8, tzinfo=UTC)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is made once for a module is made by one process, which takes all its tests, unless they say otherwise."""
    sharing = {one.module for one in items if isinstance(one, pytest.Function) and _shares(one)}
    for one in items:
        if isinstance(one, pytest.Function) and one.module in sharing and not one.get_closest_marker("xdist_group"):
            one.add_marker(pytest.mark.xdist_group(one.module.__name__))


def _shares(test: pytest.Function) -> bool:
    made = test._fixtureinfo.name2fixturedefs.values()  # noqa: SLF001 - pytest tells of them nowhere else
    return any(one[-1].scope == "module" for one in made)


@pytest.fixture(scope="session")
def demo_workspace(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demo agency, made and ingested once for all; a test that changes it takes a copy.

    Each process has its own: what is asked is put on record in the folder, and another's records are no business of it.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder, done = shared / "demo", shared / "demo.done"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make_demo(folder)
            done.touch()
    if shared == own:
        return folder
    shutil.copy(folder.with_suffix(".json"), own / "demo.json")
    return Path(shutil.copytree(folder, own / "demo"))


def make_demo(folder: Path) -> None:
    """Write the demo agency's files and ingest them, as `reckon demo` does; the report is left beside the folder."""
    # Imported here so that only the tests that look at the demo agency pay for it.
    from assistant.store.snapshots import Workspace  # noqa: PLC0415
    from ingest.demo import write_demo  # noqa: PLC0415
    from ingest.run import ingest  # noqa: PLC0415

    write_demo(folder)
    report = ingest(Workspace(folder), [folder], now=INGESTED_AT)
    folder.with_suffix(".json").write_text(json.dumps(report.to_json()), encoding="utf-8")
