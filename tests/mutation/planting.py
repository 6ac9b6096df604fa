"""A fault put into the running code, and taken out again."""

import functools
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FunctionType

from assistant import verification, verification_engine
from assistant.metrics import reference
from assistant.metrics.reference import ReferenceSQL
from tests import agency_notation
from tests.mutation.cases import source
from tests.mutation.python_faults import PythonFault, broken


@contextmanager
def planted_python(fault: PythonFault) -> Iterator[None]:
    """The function with the fault in it, for whoever holds the function already."""
    function = _function(fault.module, fault.function)
    sound = function.__code__
    with _nothing_remembered():
        function.__code__ = _broken(fault)
        try:
            yield
        finally:
            function.__code__ = sound


@contextmanager
def planted_sql(file: str, text: str) -> Iterator[None]:
    """The reference with another text in one of its files."""
    sound = reference.load

    def load(metric: str) -> ReferenceSQL:
        found = sound(metric)
        views = tuple((name, text if file == f"views/{name}.sql" else old) for name, old in found.views)
        return ReferenceSQL(views, text if file == f"{metric}.sql" else found.select)

    with replaced(verification_engine, "load", load), replaced(agency_notation, "load", load):
        yield


@contextmanager
def planted_entry(name: str, key: str | None, value: object) -> Iterator[None]:
    """One of the shell's closed lists, or one entry of it, with another text."""
    if key is None:
        with replaced(verification, name, value):
            yield
        return
    entries = getattr(verification, name)
    sound = entries[key]
    entries[key] = value
    try:
        yield
    finally:
        entries[key] = sound


@contextmanager
def replaced(place: object, name: str, value: object) -> Iterator[None]:
    """An attribute with another value for a while."""
    sound = getattr(place, name)
    setattr(place, name, value)
    try:
        yield
    finally:
        setattr(place, name, sound)


@functools.lru_cache(maxsize=1)
def _broken(fault: PythonFault) -> CodeType:
    """Made once for all the cases a fault is tried on."""
    return broken(source(fault.module), fault)


def _function(file: str, qualname: str) -> FunctionType:
    """The function itself, under whatever decorates it."""
    found: object = importlib.import_module(file.removesuffix(".py").replace("/", "."))
    for name in qualname.split("."):
        found = vars(found)[name]
    while not isinstance(found, FunctionType):
        found = _under(found)
    return found


def _under(found: object) -> object:
    """What a property, a cached function or a method is made of."""
    for name in ("fget", "func", "__wrapped__", "__func__"):
        if getattr(found, name, None) is not None:
            return getattr(found, name)
    raise LookupError(f"There is no function in {found!r}.")


@contextmanager
def _nothing_remembered() -> Iterator[None]:
    """What was cached from sound code must not hide a fault, nor a fault outlive itself."""
    caches = _caches()
    for forget in caches:
        forget()
    try:
        yield
    finally:
        for forget in caches:
            forget()


def _caches() -> list[Callable[[], None]]:
    modules = [
        module
        for name, module in list(sys.modules.items())
        if name.startswith(("assistant.metrics", "assistant.calculation", "assistant.pieces", "assistant.verification"))
    ]
    return [
        one.cache_clear
        for module in modules
        for one in vars(module).values()
        # The texts of the reference are what they are, whatever is planted in Python.
        if isinstance(one, functools._lru_cache_wrapper) and one is not reference.load  # noqa: SLF001 - its only name
    ]
