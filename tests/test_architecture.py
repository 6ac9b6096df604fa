"""The house keeps its shape: who may import whom, one door to the data, short rooms, clocks at the edges."""

import ast
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("assistant", "ingest", "prompts", "ui", "eval")

# What answers "which day is it?", as it is written in code.
CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.localtime"}

# Each takes a tenth of a second or more to import.
HEAVY = {"pandas", "pyarrow", "duckdb", "streamlit", "altair", "chromadb", "openai", "langchain_openai"}

# One import that each contract forbids: the module that would say it, and what it would say.
FORBIDDEN = {
    "layers": ("assistant/planning/upward.py", "import assistant.answers"),
    "one-door": ("assistant/answers/side_door.py", "import assistant.store"),
    "agency": ("assistant/agency/upward.py", "import assistant.settings"),
    "ingest": ("ingest/curious.py", "import assistant.metrics"),
    "ui": ("ui/deciding_view.py", "import assistant.planning"),
    "eval": ("eval/shortcut.py", "import assistant.planning"),
    "streamlit": ("eval/page.py", "import streamlit"),
    "language-model": ("assistant/planning/chatty.py", "import openai"),
}


def modules() -> Iterator[Path]:
    """Every Python file of ours but the tests."""
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def lint_imports(folder: Path, contract: str = "") -> subprocess.CompletedProcess[str]:
    """Check the import contracts, or one of them, of the packages in `folder`."""
    only = f"limit_to_contracts=({contract!r},), " if contract else ""
    words = f"import importlinter.cli as c, sys; sys.exit(c.lint_imports({only}no_cache=True))"
    command = [sys.executable, "-c", words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def contracts() -> list[dict[str, object]]:
    """The import contracts of pyproject.toml."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    found: list[dict[str, object]] = tool["importlinter"]["contracts"]
    return found


def layers() -> list[str]:
    """The modules that have a place in the layers, from high to low."""
    written = next(one["layers"] for one in contracts() if one["id"] == "layers")
    assert isinstance(written, list)
    return [module.strip(" ()") for line in written for module in line.replace(":", "|").split("|")]


def test_every_import_contract_is_kept() -> None:
    check = lint_imports(ROOT)

    assert check.returncode == 0, check.stdout


@pytest.mark.parametrize("contract", [str(one["id"]) for one in contracts()])
def test_a_forbidden_import_breaks_its_contract(contract: str, tmp_path: Path) -> None:
    for module in modules():
        place = tmp_path / module.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "assistant" / "settings.py").touch()
    path, line = FORBIDDEN[contract]
    (tmp_path / path).write_text(f"{line}\n", encoding="utf-8")

    assert "1 broken" in lint_imports(tmp_path, contract).stdout


def test_every_module_has_its_layer() -> None:
    ours = {path.stem for path in (ROOT / "assistant").iterdir() if path.suffix == ".py" or path.is_dir()}
    placed = {module.removeprefix("assistant.") for module in layers()}

    assert ours - placed == {"__init__", "__pycache__"} & ours


def test_nothing_reads_the_clock_but_the_edges() -> None:
    reading = {
        path.relative_to(ROOT).as_posix()
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in CLOCKS
    }

    assert {path for path in reading if not path.startswith("ui/")} <= {
        "assistant/__main__.py",
        "assistant/llm.py",  # the edge to a model's server, whose budget is of the real day
        "assistant/options.py",
        "assistant/teach.py",
    }


def test_the_command_starts_without_anything_heavy() -> None:
    words = "import sys, assistant.__main__; print(*sys.modules)"
    check = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)

    assert HEAVY.isdisjoint(check.stdout.split())


def test_no_room_is_too_long() -> None:
    """A file has at most 500 lines and a function at most 60."""
    too_long = []
    for path in modules():
        text = path.read_text(encoding="utf-8")
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
        spans = [(node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions]
        too_long += [f"{path.relative_to(ROOT)}: {name}" for name, lines in spans if lines > 60]
        too_long += [f"{path.relative_to(ROOT)}"] * (text.count("\n") > 500)

    assert too_long == []
