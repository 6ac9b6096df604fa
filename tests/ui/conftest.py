"""The pages without a browser: what they are built of is looked for once, and not again for each that is opened."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner


@pytest.fixture(scope="session", autouse=True)
def _components_found_once() -> Iterator[None]:
    """Streamlit reads what every installed package says of itself, to find components: the same for every page."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
