"""`reckon chat` and `reckon demo` where they cannot do what is asked: one sentence each, and nothing is lost."""

import socket
from pathlib import Path

import pytest

from assistant.errors import UsageError, WorkspaceError
from assistant.terminal_chat import start_chat
from ingest.demo import write_demo


def test_a_chat_over_no_data_is_not_started(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="No data at"):
        start_chat(tmp_path, 8501)


def test_a_port_that_is_taken_is_a_sentence_with_another_port(demo_workspace: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"Port {port} of this machine cannot be had: .* --port \d+$"):
            start_chat(demo_workspace, port)


def test_the_demo_agency_replaces_nobody_elses_tables(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("person_id,name\np1,Ana\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds tables that are not the demo agency's \(people\.csv\)"):
        write_demo(tmp_path)
    assert (tmp_path / "people.csv").read_text(encoding="utf-8") == "person_id,name\np1,Ana\n"


def test_a_place_that_is_no_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"cannot be made in .* Name a folder that can be written to: reckon demo FOLDER"
    ):
        write_demo(tmp_path / "file")
