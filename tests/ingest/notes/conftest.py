from collections.abc import Sequence
from typing import Any

import pytest

from ingest.notes import gathering
from tests.ingest.notes.folders import vectors


@pytest.fixture(autouse=True)
def embedded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were embedded, without the model."""
    seen: list[str] = []

    def embed(texts: Sequence[str]) -> Any:  # noqa: ANN401 - a matrix
        seen.extend(texts)
        return vectors(list(texts))

    monkeypatch.setattr(gathering.gather, "__defaults__", (embed,))
    return seen
