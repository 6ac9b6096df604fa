"""What is shipped is whole: the lock is anyone's, and the wheel works away from its source tree."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("assistant", "ingest", "prompts", "ui", "eval")
UV = Path(sys.executable).parent / "uv"

# One worker of a parallel run takes all tests of the wheel, so that it is built and installed once.
wheel_test = pytest.mark.xdist_group("wheel")

IMPORT_ALL = f"""
import importlib, pathlib, pkgutil, sys
for top in {PACKAGES}:
    package = importlib.import_module(top)
    assert pathlib.Path(package.__file__).is_relative_to(sys.prefix), package.__file__
    for found in pkgutil.walk_packages(package.__path__, top + "."):
        if found.ispkg:
            importlib.import_module(found.name)
"""

RENDER_ALL = """
import prompts
for name in prompts.names():
    fields = prompts.load(name).fields
    assert prompts.prompt(name, **dict.fromkeys(fields, "words")).strip(), name
print(*prompts.names())
"""

READ_ALL_SQL = """
from importlib.resources import files
def read(folder):
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from read(entry)
        elif entry.name.endswith(".sql"):
            assert "select" in entry.read_text(encoding="utf-8").lower(), entry
            yield entry.name
print(*sorted(read(files("assistant") / "metrics" / "reference")))
"""


def toml(path: str) -> dict[str, Any]:
    """A TOML file of the project."""
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, away from the source tree and from this environment."""
    outer = {"PYTHONPATH", "VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT"}
    inner = {name: value for name, value in os.environ.items() if name not in outer}
    done = subprocess.run(command, cwd=cwd, env=inner, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source tree."""
    folder = tmp_path_factory.mktemp("wheel")
    run(UV, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of a fresh environment that holds the wheel and the locked packages it runs with."""
    folder = tmp_path_factory.mktemp("installed")
    locked, environment = folder / "locked.txt", folder / "environment"
    export = (UV, "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project")
    locked.write_text(run(*export, "--project", ROOT, cwd=folder), encoding="utf-8")
    run(UV, "venv", "--quiet", "--python", sys.executable, environment, cwd=folder)
    install = (UV, "pip", "install", "--quiet", "--no-deps", "--python", environment)
    run(*install, "--requirement", locked, cwd=folder)
    run(*install, wheel, cwd=folder)
    return environment / "bin"


def test_the_lock_names_public_registries_only() -> None:
    packages = toml("uv.lock")["package"]

    assert {tuple(one["source"].values()) for one in packages} == {(".",), ("https://pypi.org/simple",)}
    files = [file["url"] for one in packages for file in (*one.get("wheels", ()), one.get("sdist")) if file is not None]
    assert all(url.startswith("https://files.pythonhosted.org/") for url in files)


def test_the_lock_is_made_from_these_dependencies() -> None:
    asked = toml("pyproject.toml")
    locked = next(one for one in toml("uv.lock")["package"] if one["name"] == asked["project"]["name"])

    runtime = [one["name"] + one["specifier"] for one in locked["metadata"]["requires-dist"] if "marker" not in one]
    dev = [one["name"] + one["specifier"] for one in locked["metadata"]["requires-dev"]["dev"]]
    assert runtime == asked["project"]["dependencies"]
    assert dev == asked["dependency-groups"]["dev"]


def test_make_installs_the_locked_uv() -> None:
    locked = next(one["version"] for one in toml("uv.lock")["package"] if one["name"] == "uv")

    assert f"UV_VERSION := {locked}\n" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    project = toml("pyproject.toml")
    everything = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    rows = [line.split("|")[1] for line in readme.splitlines() if line.startswith("| `")]
    explained = {name for row in rows for name in row.split("`")[1::2]}
    assert {one.split(">")[0].split("=")[0] for one in everything} <= explained


@wheel_test
def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    source = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert shipped == source


@wheel_test
def test_every_package_imports_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    run(installed / "python", "-c", IMPORT_ALL, cwd=tmp_path)


@wheel_test
def test_every_prompt_renders_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    source = sorted(path.stem for path in (ROOT / "prompts").glob("*.md"))

    assert run(installed / "python", "-c", RENDER_ALL, cwd=tmp_path).split() == source


@wheel_test
def test_every_reference_query_is_read_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    source = sorted(path.name for path in (ROOT / "assistant" / "metrics" / "reference").rglob("*.sql"))

    assert run(installed / "python", "-c", READ_ALL_SQL, cwd=tmp_path).split() == source


@wheel_test
def test_the_local_model_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    words = "from assistant.embedding import embed; print(*embed(['hours by client']).shape)"

    assert run(installed / "python", "-c", words, cwd=tmp_path).split() == ["1", "384"]


AS = ("--as", "marta.lindqvist@harbourlane.example")


@wheel_test
def test_the_command_makes_the_demo_and_answers_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert "demo" in run(installed / "reckon", "--help", cwd=tmp_path)

    run(installed / "reckon", "demo", "agency", cwd=tmp_path)
    answer = run(installed / "reckon", "ask", "billable hours last month", "-w", "agency", *AS, cwd=tmp_path)

    assert "illable hours" in answer
