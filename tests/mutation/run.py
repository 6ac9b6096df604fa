"""Plant faults in several processes, and list those that nobody noticed.

Without arguments a sample that takes about ten minutes on two cores; `--sample 1` plants every fault.
"""

import argparse
import multiprocessing
import resource
import sys
from collections import Counter
from collections.abc import Iterable
from random import Random

from tests.mutation.cases import Baseline, baseline, engine_of_its_own
from tests.mutation.trial import End, Fault, faults, tried

MOST_MEMORY = 8 * 2**30
"""A broken range of days may ask for all there is."""

Tried = tuple[str, str, End]


class Shared:
    """What every process has from the one that started it."""

    baseline: Baseline
    faults: list[Fault]


def prepare(wanted: argparse.Namespace) -> None:
    """Ask every question while nothing is broken, and choose the faults."""
    Shared.baseline = baseline(range(wanted.seeds), wanted.questions, wanted.metrics)
    Shared.faults = chosen(faults(Shared.baseline), wanted)


def chosen(all_faults: list[Fault], wanted: argparse.Namespace) -> list[Fault]:
    """A sample of the faults wanted, the same in every process and every time."""
    found = [one for one in all_faults if wanted.within in one.place and wanted.side in ("", one.side)]
    return Random(wanted.chance).sample(found, round(len(found) * wanted.sample))  # noqa: S311 - no secret


def try_every(part: int, parts: int) -> list[Tried]:
    """Plant every so-many-th fault, and say of each what became of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    mine = Shared.faults[part::parts]
    ends = []
    with engine_of_its_own() as engine:
        for place, fault in enumerate(mine, start=1):
            end = tried(fault, Shared.baseline, engine)
            print(f"{place}/{len(mine)} {end}: {fault}", file=sys.stderr, flush=True)  # noqa: T201 - how far it is
            ends.append((fault.owner, str(fault), end))
    return ends


def report(ends: Iterable[Tried]) -> str:
    """A row for each metric and shared file, then every fault that survived."""
    ends = sorted(ends)
    owners = sorted({owner for owner, _, _ in ends})
    rows = [f"{'':46}{'planted':>9}" + "".join(f"{end:>10}" for end in End)]
    for owner in [*owners, "in all"]:
        counted = Counter(end for whose, _, end in ends if owner in (whose, "in all"))
        numbers = "".join(f"{counted[end]:>10}" for end in End)
        rows.append(f"{owner:46}{counted.total():>9}{numbers}")
    survivors = [f"  {owner} · {fault}" for owner, fault, end in ends if end is End.SURVIVED]
    return "\n".join([*rows, "", "Survived:", *survivors])


def main() -> None:
    """Plant, try, and report."""
    arguments = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    arguments.add_argument("--sample", type=float, default=0.12, help="the part of all faults to plant")
    arguments.add_argument("--metrics", nargs="*", default=[], help="only faults these metrics run into")
    arguments.add_argument("--within", default="", help="only faults in files whose name contains this")
    arguments.add_argument("--side", choices=("pandas", "sql"), default="", help="only faults of one side")
    arguments.add_argument("--seeds", type=int, default=6, help="how many random agencies")
    arguments.add_argument("--questions", type=int, default=2, help="how many questions of each metric and agency")
    arguments.add_argument("--chance", type=int, default=1, help="another number, another sample")
    arguments.add_argument("--workers", type=int, default=2, help="how many processes")
    wanted = arguments.parse_args()
    prepare(wanted)
    with multiprocessing.get_context("fork").Pool(wanted.workers) as pool:
        parts = pool.starmap(try_every, [(part, wanted.workers) for part in range(wanted.workers)])
    print(report([one for part in parts for one in part]))  # noqa: T201 - the report
