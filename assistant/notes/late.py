"""Patterns that are compiled when they are first used: who asks for a number waits for none that only notes need."""

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """A pattern that is not compiled yet."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._said = (pattern, flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._said)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        return getattr(self._compiled, name)


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at the first use; an error in the pattern is raised then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
