"""The canaries of an agency of several clients, over each of them; a larger one is run by hand."""

from pathlib import Path

from tests.documents.leak_matrix import ASKED, Planted, planted, run


def test_no_canary_of_any_client_is_in_any_others_documents(tmp_path: Path) -> None:
    clients = (Planted(0), Planted(1), Planted(2))
    looked = run(planted(clients, tmp_path), clients[:2], ("account_manager",), ("md", "docx"), (ASKED[0], ASKED[-1]))

    assert looked.told == ()
    assert looked.files == 2 * 2 * 2
    assert looked.canaries > 500
