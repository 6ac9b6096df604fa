"""Plant faults one after the other, write down what becomes of each, and list those that nobody noticed.

By default so many of each metric and shared file, the same on every run; `--all` plants every fault. A run that
was stopped goes on where it was; after a change of the code every fault meets the case first that noticed it before.
"""

import argparse
import json
import multiprocessing
import os
import resource
import signal
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from random import Random
from time import monotonic, process_time
from typing import TYPE_CHECKING

from tests.mutation.cases import HERE, Baseline, Place, baseline, engine_of_its_own
from tests.mutation.equivalent import Equivalent, listed, speaking_of_none
from tests.mutation.examples import OF_THE_SHELLS, examples_of, fails
from tests.mutation.results import WHAT_RUNS, Needs, Outcome, Results, stands_on
from tests.mutation.sites import Sites
from tests.mutation.trial import MOST, MOST_OF_EQUIVALENT, SHELLS, End, Fault, faults, tried

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

MOST_SECONDS = 300
"""How long one fault may keep a process busy, with all that is worked out for it for the first time."""
MOST_MEMORY = 8 * 2**30
"""A broken range of days may ask for all there is."""
RESULTS = HERE / "build" / "mutation.jsonl"
NO_EXAMPLE: Place = ("examples worked by hand", 0)
"""What stands for the case where the examples were tried after all cases."""
SURVIVORS = HERE / "tests" / "mutation" / "survivors.toml"


class Shared:
    """What every process has from the one that started it."""

    baseline: Baseline
    faults: list[Fault]
    equivalents: list[Equivalent]
    results: Results
    stands_on: str
    examples: bool
    cases: int


def prepare(wanted: argparse.Namespace) -> list[Equivalent]:
    """Make the cases and choose the faults; returns what the list of equivalent faults has too much."""
    Shared.stands_on = stands_on()
    Shared.examples = wanted.examples
    Shared.cases = wanted.cases
    Shared.results = Results.at(wanted.results)
    Shared.equivalents = listed()
    needs = Needs(wanted.results.with_suffix(".needs.json"), stands_on(WHAT_RUNS))
    Shared.baseline = baseline(range(wanted.seeds), wanted.questions, wanted.metrics, needs.known())
    if not wanted.metrics:
        needs.keep(Shared.baseline)
    every = faults(Shared.baseline)
    Shared.faults = chosen(every, wanted)
    return [] if wanted.metrics else speaking_of_none(Shared.equivalents, every)


def chosen(all_faults: Sequence[Fault], wanted: argparse.Namespace) -> list[Fault]:
    """All faults wanted, or so many of each owner: the same ones every time."""
    found = [one for one in all_faults if wanted.within in one.place and wanted.side in ("", one.side)]
    # In no order, so that what has been tried so far is a fair sample of all.
    Random(wanted.chance).shuffle(found)  # noqa: S311 - no secret
    if wanted.all:
        # Those of a file one after the other, for they meet the same cases; those of the shells, which meet most, last.
        return sorted(found, key=lambda one: (one.file in SHELLS, one.side == "pandas", one.file))
    places: Counter[str] = Counter()
    few = []
    for one in found:
        places[one.owner] += 1
        if places[one.owner] <= wanted.each:
            few.append(one)
    return few


def is_equivalent(fault: Fault) -> bool:
    """Whether it is said to change nothing."""
    return any(one.means(fault) for one in Shared.equivalents)


def is_settled(fault: Fault) -> bool:
    """Whether an earlier run tried it on the same code, and the list says of it what it said then."""
    known = Shared.results.known.get(fault.name)
    if known is None or known.stands_on != Shared.stands_on:
        return False
    if known.end is End.SURVIVED and Shared.examples and known.by != NO_EXAMPLE:
        return False
    return known.end not in (End.SURVIVED, End.EQUIVALENT) or is_equivalent(fault) == (known.end is End.EQUIVALENT)


def try_every(mine: Sequence[Fault], place: "Synchronized[int]") -> None:
    """Plant one fault after the other, and write down what became of it; `place` tells which of them it is at."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    began, started_by = monotonic(), os.getppid()
    with engine_of_its_own() as engine:
        sites = Sites(engine)
        for done, fault in enumerate(mine, start=1):
            if os.getppid() != started_by:
                return  # Whoever started it was stopped.
            place.value = done - 1
            # Whoever computes for longer is stopped, wherever it is: the engine listens to no signal.
            resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + MOST_SECONDS, resource.RLIM_INFINITY))
            outcome = try_one(fault, sites)
            Shared.results.add(outcome)
            left = (monotonic() - began) / done * (len(mine) - done) / 60
            said = f"{done}/{len(mine)}, {left:.0f} min left, {outcome.end}: {fault}"
            print(said, file=sys.stderr, flush=True)  # noqa: T201 - how far it is


def try_one(fault: Fault, sites: Sites) -> Outcome:
    """What becomes of one fault."""
    known = Shared.results.known.get(fault.name)
    equal = is_equivalent(fault)
    end, by = _by_cases(fault, known, sites, MOST_OF_EQUIVALENT if equal else Shared.cases)
    if end is End.SURVIVED and equal:
        end = End.EQUIVALENT
    elif end is End.SURVIVED and Shared.examples:
        places = OF_THE_SHELLS if fault.owner in SHELLS.values() else examples_of(fault.metrics)
        end, by = (End.BY_HAND if fails(fault.plant, places) else End.SURVIVED), NO_EXAMPLE
    return Outcome(fault.name, fault.owner, str(fault), end, by, Shared.stands_on)


def _by_cases(fault: Fault, known: Outcome | None, sites: Sites, most: int) -> tuple[End, Place | None]:
    """What the cases say, unless they said it of the same code already."""
    if known and known.stands_on == Shared.stands_on and known.end is End.SURVIVED:
        return End.SURVIVED, None
    first = known.by if known and known.by != NO_EXAMPLE else None
    return tried(fault, Shared.baseline, sites, first, most)


def report(ends: Iterable[Outcome]) -> str:
    """A row for each metric and shared file, every fault that survived, and the score."""
    ends = sorted(ends, key=lambda one: (one.owner, one.said))
    rows = [f"{'':46}{'planted':>9}" + "".join(f"{end:>12}" for end in End)]
    for owner in [*sorted({one.owner for one in ends}), "in all"]:
        counted = Counter(one.end for one in ends if owner in (one.owner, "in all"))
        numbers = "".join(f"{counted[end]:>12}" for end in End)
        rows.append(f"{owner:46}{counted.total():>9}{numbers}")
    survivors = [f"  {one.owner} · {one.said}" for one in ends if one.end is End.SURVIVED]
    return "\n".join([*rows, "", "Survived:", *(survivors or ["  none"]), "", score(ends)])


def score(ends: Sequence[Outcome]) -> str:
    """How many of the faults that change an answer were noticed."""
    counted = Counter(one.end for one in ends)
    real = counted.total() - counted[End.EQUIVALENT]
    noticed = real - counted[End.SURVIVED]
    percent = f"{100 * noticed / real:.1f} %" if real else "nothing"
    return f"Noticed: {noticed} of {real} ({percent}); {counted[End.EQUIVALENT]} more change no answer."


def survivors(survived: Sequence[Fault], ends: Sequence[Outcome], planted: int, why: Mapping[str, str]) -> str:
    """The faults nobody noticed that were looked into, as the file that lists them, and how many others there are."""
    looked_into = [one for one in survived if one.name in why]
    lines = [
        "# Planted faults that nobody noticed, each with the reason, as far as they were looked into: `why` is written",
        "# by hand, and kept by `python -m tests.mutation --all --list`; `--report` names the others, too.",
        f"# Tried: {len(ends)} of {planted} faults. {score(ends)} Survivors not looked into yet:",
        f"# {len(survived) - len(looked_into)}.",
    ]
    for fault in sorted(looked_into, key=lambda one: (one.file, one.line, one.what, one.number)):
        # Basic strings of TOML are written as JSON writes them.
        pairs: dict[str, object] = {"file": fault.file, "line": fault.line, "what": fault.what, "number": fault.number}
        written = (f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in pairs.items())
        lines += ["", "[[fault]]", *written, f"why = {json.dumps(why[fault.name], ensure_ascii=False)}"]
    return "\n".join(lines) + "\n"


def reasons(path: Path) -> dict[str, str]:
    """Why faults survive, by their names, as far as somebody has written it into the list."""
    listed_now = tomllib.loads(path.read_text(encoding="utf-8")).get("fault", []) if path.exists() else []
    return {
        f"{one['file']} | {one['line']} | {one['what']} | {one['number']}": one["why"]
        for one in listed_now
        if "why" in one
    }


def told(too_much: Iterable[Equivalent], noticed: Iterable[Outcome]) -> str:
    """What is wrong with the list of equivalent faults."""
    gone = [f"  {one.file}: no fault `{one.what}` in `{one.line}`" for one in too_much]
    seen = [f"  {one.said} is noticed by {one.by}" for one in noticed]
    return "\n".join(["", "To be taken off the list of equivalent faults:", *gone, *seen]) if gone or seen else ""


def wanted_of(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--all", action="store_true", help="plant every fault")
    parser.add_argument("--each", type=int, default=4, help="how many faults of each metric and shared file")
    parser.add_argument("--chance", type=int, default=1, help="another number, other faults")
    parser.add_argument("--metrics", nargs="*", default=[], help="only faults these metrics run into")
    parser.add_argument("--within", default="", help="only faults in files whose name contains this")
    parser.add_argument("--side", choices=("pandas", "sql"), default="", help="only faults of one side")
    parser.add_argument(
        "--seeds", type=int, default=8, help="how many agencies: four of random ones, rare cases, the rest lacks tables"
    )
    parser.add_argument("--questions", type=int, default=3, help="how many questions of each metric and agency")
    parser.add_argument("--cases", type=int, default=MOST, help="how many cases a fault has to survive")
    parser.add_argument(
        "--examples",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="hold the examples worked by hand against what both calculations let pass",
    )
    parser.add_argument("--report", action="store_true", help="plant nothing; tell what is known of all so far")
    parser.add_argument("--list", action="store_true", help=f"write those with a reason into {SURVIVORS.name}")
    parser.add_argument("--workers", type=int, default=1, help="how many processes")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where what becomes of each is written down")
    return parser.parse_args(arguments)


def main() -> None:
    """Plant, try, and report; the exit status is 1 if a fault survived or the list of equivalent ones is wrong."""
    wanted = wanted_of()
    too_much = prepare(wanted)
    if not wanted.report:
        try_all(wanted.workers)
    known = Results.at(wanted.results).known
    tried_so_far = [one for one in Shared.faults if one.name in known]
    ends = [_as_listed(fault, known[fault.name]) for fault in tried_so_far]
    noticed = [end for one, end in zip(tried_so_far, ends, strict=True) if is_equivalent(one) and end.by is not None]
    survived = [one for one, end in zip(tried_so_far, ends, strict=True) if end.end is End.SURVIVED]
    print(report(ends) + told(too_much, noticed))  # noqa: T201 - the report
    if wanted.list:
        SURVIVORS.write_text(survivors(survived, ends, len(Shared.faults), reasons(SURVIVORS)), encoding="utf-8")
    sys.exit(bool(too_much or noticed or survived))


def _as_listed(fault: Fault, outcome: Outcome) -> Outcome:
    """What became of a fault, as the list of equivalent ones says it now: it may have been listed since."""
    is_listed = is_equivalent(fault) and outcome.end is End.SURVIVED
    return replace(outcome, end=End.EQUIVALENT, by=None) if is_listed else outcome


@dataclass
class Worker:
    """A process with faults of its own; one that dies of a fault is followed by one that goes on after it."""

    faults: Sequence[Fault]
    process: ForkProcess = field(init=False)
    place: "Synchronized[int]" = field(init=False)

    def __post_init__(self) -> None:
        """Begin."""
        fork = multiprocessing.get_context("fork")
        self.place = fork.Value("i", 0)
        self.process = fork.Process(target=try_every, args=(self.faults, self.place))
        self.process.start()

    def next(self) -> "Worker | None":
        """Who goes on with what is left, if this one came to no good end."""
        self.process.join()
        if self.process.exitcode == 0:
            return None
        fault, *left = self.faults[self.place.value :]
        end = End.ENDLESS if self.process.exitcode == -signal.SIGXCPU else End.CRASHED
        Shared.results.add(Outcome(fault.name, fault.owner, str(fault), end, None, Shared.stands_on))
        return Worker(left) if left else None


def _turn(fault: Fault) -> int:
    known = Shared.results.known.get(fault.name)
    return 1 if known is None else 0 if known.end is End.SURVIVED else 2


def try_all(workers: int) -> None:
    """Try every fault chosen that is not settled yet, in one process or in several.

    First those that survived the last time, then those never tried, then those the code has changed beneath.
    """
    left = sorted((one for one in Shared.faults if not is_settled(one)), key=_turn)
    running = [Worker(left[part::workers]) for part in range(workers) if left[part::workers]]
    while running:
        ended = wait([one.process.sentinel for one in running])
        follow = [one.next() if one.process.sentinel in ended else one for one in running]
        running = [one for one in follow if one is not None]
