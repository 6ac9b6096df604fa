"""The chat started from the command: checked first, then a server of its own on this machine only."""

import signal
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from assistant.errors import UsageError
from assistant.permissions.house import House

LOCALHOST = "127.0.0.1"
USUAL_PORT = 8501


def start_chat(workspace: Path, port: int) -> int:
    """Run the Streamlit page as a process of its own, on localhost only; its exit status.

    Raises WorkspaceError where there is no data, UsageError where the port cannot be had.
    """
    House.open(workspace).users()
    _can_listen(workspace, port)
    page = files("ui") / "app.py"
    command = [
        sys.executable, "-m", "streamlit", "run", str(page),
        "--server.address", LOCALHOST, "--server.port", str(port),
        "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none", "--client.toolbarMode", "minimal",
        "--client.showErrorDetails", "none", "--client.showErrorLinks", "false",
        "--theme.light.primaryColor", "#0f766e", "--theme.dark.primaryColor", "#0e8a7f",
        "--", str(workspace.resolve()),
    ]  # fmt: skip
    with subprocess.Popen(command) as server:  # noqa: S603 - our own page, no shell
        # Whoever ends the command ends the server with it; Ctrl-C reaches both by itself.
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            return server.wait()
        except KeyboardInterrupt:
            return 0


def _can_listen(workspace: Path, port: int) -> None:
    """Try the port first, so that one that is taken is a sentence and no server's log."""
    with socket.socket() as tried:
        # As the server itself does: a port that was left a moment ago is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((LOCALHOST, port))
        except (OSError, OverflowError) as error:
            another = port + 1 if USUAL_PORT <= port < USUAL_PORT + 100 else USUAL_PORT
            raise UsageError(
                f"Port {port} of this machine cannot be had: another chat may be running on it. "
                f"Name another one: reckon chat -w {workspace} --port {another}"
            ) from error
