"""A process that builds the index of a workspace's notes, to be killed; forked from one that has loaded Chroma."""

import os
import random
import signal
import sys
import time
from pathlib import Path

from assistant.store.notes_index import open_index
from assistant.store.snapshots import Workspace


def main(folder: str, times: str, seed: str) -> None:
    """Begin to build so many times, each time killed at another moment; print how often it was killed in the midst."""
    import chromadb  # noqa: F401, PLC0415 - loaded once, before the forks

    chance = random.Random(int(seed))  # noqa: S311 - the same every time
    workspace = Workspace(Path(folder))
    snapshot = workspace.current()
    killed = 0
    for _ in range(int(times)):
        child = os.fork()
        if not child:
            index = Path(folder) / "index" / "current"
            index.unlink(missing_ok=True)
            open_index(workspace.path, snapshot)
            os._exit(0)
        time.sleep(chance.uniform(0.005, 0.35))
        os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    print(killed)  # noqa: T201 - for the test that started it


if __name__ == "__main__":
    main(*sys.argv[1:])
