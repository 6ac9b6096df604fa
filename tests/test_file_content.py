"""What stands in a file is told as it is now, whatever was done to the file and however fast."""

import os
import time
from pathlib import Path

import pytest

from assistant.file_content import SETTLED, content_of


def long_ago(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file have been written long before now."""
    later = time.time_ns() + 2 * SETTLED
    monkeypatch.setattr("assistant.file_content.time.time_ns", lambda: later)


def test_a_file_that_stands_for_long_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long_ago(monkeypatch)
    path = tmp_path / "a.toml"
    path.write_bytes(b"one")
    assert content_of(path) is content_of(path)


def test_a_change_of_the_same_size_with_its_time_set_back_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(monkeypatch)
    path = tmp_path / "a.toml"
    path.write_bytes(b"one")
    before = path.stat()
    assert content_of(path) == b"one"
    time.sleep(0.05)
    path.write_bytes(b"two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert content_of(path) == b"two"


def test_writes_that_follow_each_other_at_once_are_each_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for number in range(1000):
        path.write_bytes(b"%03d" % number)
        assert content_of(path) == b"%03d" % number


def test_another_file_in_its_place_is_seen_and_one_that_is_gone_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago(monkeypatch)
    path, other = tmp_path / "a.toml", tmp_path / "b.toml"
    path.write_bytes(b"one")
    other.write_bytes(b"two")
    assert content_of(path) == b"one"
    other.replace(path)
    assert content_of(path) == b"two"
    path.unlink()
    with pytest.raises(FileNotFoundError):
        content_of(path)
