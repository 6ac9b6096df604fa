"""Kill real ingests at any moment, while another asks: `python -m tests.store.killing_anytime FOLDER [KILLS]`.

Beside `killing`, which stops at every step there is: here `reckon ingest` is a process of its own and knows of nothing,
and is killed after whatever time chance says, of an agency of twenty thousand entries. Between two states of the
files it goes back and forth; whoever asks may see one or the other. What was found out is printed as JSON.
"""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from assistant.store.snapshots import Workspace
from tests.ingest.files import write
from tests.store.killing import Asking, Found
from tests.store.steps import CHANGED, FIRST, files

KILLS = 120
MOST_WORDS = 2
ENTRIES = 20_000
SEED = 7


def grown(tables: dict[str, str], hours: int) -> dict[str, str]:
    """The agency with many entries of so many hours."""
    more = (f"x{place},p1,j1,2026-03-04,{hours},0,approved\n" for place in range(ENTRIES))
    return tables | {"time_entries": tables["time_entries"] + "".join(more)}


def started(root: Path) -> subprocess.Popen[bytes]:
    """An ingest as a user starts it."""
    command = [sys.executable, "-m", "assistant", "ingest", str(root / "source"), "-w", str(root / "workspace")]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def lay(root: Path, tables: dict[str, str]) -> None:
    """Put the files there that are to be ingested."""
    texts = dict(tables)
    (root / "source").mkdir(parents=True, exist_ok=True)
    (root / "source" / "workspace.toml").write_text(texts.pop("workspace"), encoding="utf-8")
    write(root / "source", texts)


def undisturbed(root: Path) -> tuple[str, float]:
    """The snapshot of an ingest that nobody kills, and how many seconds it took."""
    before = time.monotonic()
    running = started(root)
    _, said = running.communicate()
    assert running.returncode == 0, said.decode()
    return Workspace(root / "workspace").current().id, time.monotonic() - before


def main(root: Path, kills: int) -> Found:
    """Back and forth, killed on the way; in the end the files are those that belong to what is in force."""
    chance = random.Random(SEED)  # noqa: S311 - the same moments each time
    found, states = Found(), (grown(FIRST, 1), grown(CHANGED, 2))
    known: list[str] = []
    for state in (*states, states[0]):
        lay(root, state)
        made, lasted = undisturbed(root)
        known.append(made)
    whole, asking = files(root), Asking(found)
    seen = asking.see(root, known[0])
    for turn in range(kills):
        coming = known[(turn + 1) % 2]
        lay(root, states[(turn + 1) % 2])
        running = started(root)
        asking.see(root, seen, coming)
        time.sleep(chance.uniform(0.2, 1.0) * lasted)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        found.kills["killed" if running.returncode == -signal.SIGKILL else "was faster"] += 1
        seen = asking.see(root, seen, coming)
    lay(root, states[0])
    made, _ = undisturbed(root)
    left = {name for name in files(root) ^ whole if "manifests" not in name}
    if made != known[0] or left:
        found.faults.append(f"in the end {made} is in force and not {known[0]}; {sorted(left)} are too much or missing")
    asking.stop()
    return found


if __name__ == "__main__":
    outcome = main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > MOST_WORDS else KILLS)
    print(json.dumps(vars(outcome)))  # noqa: T201 - a person reads it
