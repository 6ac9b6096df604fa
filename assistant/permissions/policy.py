"""The matrix of who may see what, as data: for every role and sensitivity class, how far it reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from assistant.agency.tables import Sensitivity
from assistant.errors import UsageError


class Scope(StrEnum):
    """How far a role reaches in one class."""

    ALL = "all"
    OWN = "own"
    """Of the projects a project manager manages, of the clients an account manager manages."""
    OWN_CLIENTS = "own clients"
    """Of every client with at least one own project."""
    OWN_PROJECTS = "own projects"
    """Of the projects oneself tracked time or is booked on."""
    NAMES = "names"
    """Only who worked or is planned on own work, by name."""
    SELF = "self"
    NONE = "none"


class Own(StrEnum):
    """What the word "own" means for a role."""

    PROJECTS = "managed projects"
    CLIENTS = "managed clients"
    SELF = "self"


@dataclass(frozen=True)
class Grant:
    """How far a role reaches in one class, and in what form.

    `in_sums`: readable for a calculation, but released only by project, client and month or coarser, and
    never for a small group. `others_in_outline`: beyond the scope only the outline of a row is visible.
    """

    scope: Scope
    in_sums: bool = False
    others_in_outline: bool = False


GRANTS: Mapping[str, Grant] = MappingProxyType(
    {
        **{scope.value: Grant(scope) for scope in Scope},
        "own, in sums": Grant(Scope.OWN, in_sums=True),
        "all, in sums": Grant(Scope.ALL, in_sums=True),
        "own clients, others in outline": Grant(Scope.OWN_CLIENTS, others_in_outline=True),
    }
)
"""Every entry the matrix may have, by the words it is written in, here and in `workspace.toml`."""

T = TypeVar("T")

NOTES_INTERNAL = "notes internal"
NOTES_CLIENT = "notes client"

MATRIX: Mapping[str, Mapping[str, str]] = {
    "admin": {
        "own": "self",
        "delivery": "all",
        "time": "all",
        "people": "all",
        "hr": "all",
        "price": "all",
        "cost": "all",
        "sales": "all",
        "notes internal": "all",
        "notes client": "all",
    },
    "finance": {
        "own": "self",
        "delivery": "all",
        "time": "all",
        "people": "all",
        "hr": "none",
        "price": "all",
        "cost": "all",
        "sales": "all",
        "notes internal": "all",
        "notes client": "all",
    },
    "project_manager": {
        "own": "managed projects",
        "delivery": "all",
        "time": "all",
        "people": "all",
        "hr": "none",
        "price": "own",
        "cost": "own, in sums",
        "sales": "own clients, others in outline",
        "notes internal": "own",
        "notes client": "all",
    },
    "account_manager": {
        "own": "managed clients",
        "delivery": "own",
        "time": "own",
        "people": "names",
        "hr": "none",
        "price": "own",
        "cost": "none",
        "sales": "own",
        "notes internal": "own",
        "notes client": "own",
    },
    "coordinator": {
        "own": "self",
        "delivery": "all",
        "time": "all",
        "people": "all",
        "hr": "none",
        "price": "none",
        "cost": "none",
        "sales": "none",
        "notes internal": "all",
        "notes client": "all",
    },
    "member": {
        "own": "self",
        "delivery": "own projects",
        "time": "self",
        "people": "self",
        "hr": "self",
        "price": "none",
        "cost": "none",
        "sales": "none",
        "notes internal": "own projects",
        "notes client": "own projects",
    },
}
"""The matrix in force where the workspace's settings say nothing else."""

CLASSES = tuple(one for one in MATRIX["admin"] if one != "own")
NOTHING: Mapping[str, str] = {"own": "self", **dict.fromkeys(CLASSES, "none")}
"""What a new role may see until its rows say otherwise."""


@dataclass(frozen=True)
class Role:
    """One column of the matrix: what `own` means, and a grant for each class."""

    name: str
    own: Own
    by_class: Mapping[str, Grant]

    @cached_property
    def grants(self) -> Mapping[Sensitivity, Grant]:
        """The grants by class of column; for notes, that of internal ones."""
        return {one: self.by_class[_row(one)] for one in Sensitivity}

    def notes(self, visibility: str) -> Grant:
        """The grant for notes that are `internal` or visible to the `client`."""
        return self.by_class[NOTES_CLIENT if visibility == "client" else NOTES_INTERNAL]


@dataclass(frozen=True)
class Policy:
    """Every role by name."""

    roles: Mapping[str, Role]

    def role(self, name: str) -> Role:
        """The role called `name`; UsageError when there is none."""
        if name not in self.roles:
            raise UsageError(
                f"There is no role “{name}” in the permissions; there are {', '.join(sorted(self.roles))}. "
                f"Give the user one of these with: reckon users role EMAIL ROLE"
            )
        return self.roles[name]


def policy(changes: Mapping[str, object] | None = None) -> Policy:
    """The matrix with the workspace's changes; a role that is not in it begins with nothing."""
    given = {name: _rows(name, rows) for name, rows in (changes or {}).items()}
    names = [*MATRIX, *(name for name in given if name not in MATRIX)]
    written = {name: {**MATRIX.get(name, NOTHING), **given.get(name, {})} for name in names}
    return Policy(MappingProxyType({name: _role(name, rows) for name, rows in written.items()}))


def _rows(role: str, rows: object) -> dict[str, str]:
    if not isinstance(rows, Mapping):
        raise UsageError(
            f"The permissions of {role} in workspace.toml are not a table. "
            f'Write [permissions.{role}] and below it a line such as price = "own".'
        )
    return {str(key).replace("_", " "): str(words).replace("_", " ") for key, words in rows.items()}


def _role(name: str, rows: Mapping[str, str]) -> Role:
    for key in rows:
        if key not in NOTHING:
            raise UsageError(
                f"The permissions of {name} in workspace.toml name “{key}”, which is no class of data. "
                f"Use one of: {', '.join(NOTHING)}."
            )
    own = _one_of(rows["own"], {one.value: one for one in Own}, name, "own")
    by_class = {key: _one_of(rows[key], GRANTS, name, key) for key in CLASSES}
    return Role(name, own, MappingProxyType(by_class))


def _one_of(words: str, known: Mapping[str, T], role: str, key: str) -> T:
    if words not in known:
        raise UsageError(
            f"The permissions of {role} in workspace.toml give “{words}” for {key}, which is no scope. "
            f"Use one of: {'; '.join(known)}."
        )
    return known[words]


def _row(sensitivity: Sensitivity) -> str:
    return NOTES_INTERNAL if sensitivity is Sensitivity.NOTES else sensitivity.value
