"""The `reckon teach` commands: words of one's own, as they are taught in the chat."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from assistant.options import HERE, AsOption, JsonOption, WorkspaceOption, print_json

teach_app = typer.Typer(
    help="Words of your own: list them, add one, take one back. Saying it in the chat does the same.",
    no_args_is_help=True,
)


@teach_app.command("list")
def list_lessons(workspace: WorkspaceOption = HERE, asked_as: AsOption = "", *, as_json: JsonOption = False) -> None:
    """What the people here mean by words of their own, as far as the asker may see it."""
    from assistant.permissions.house import House
    from assistant.terminal import show_lessons

    known = House.open(workspace).view_for(asked_as).lessons
    print_json([one.to_json() for one in known]) if as_json else show_lessons(known)


@teach_app.command("add")
def add_lesson(
    word: Annotated[str, typer.Argument(help="The word or nickname.")],
    meaning: Annotated[str, typer.Argument(help="A name, a number, a breakdown, or a phrase of a question.")],
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
) -> None:
    """Teach that WORD means MEANING: for everybody, where the teacher sees everything, else for the teacher."""
    said(f"when we say {word} we mean {meaning}", workspace, asked_as)


@teach_app.command("by-default")
def teach_breakdown(
    metric: Annotated[str, typer.Argument(help="What is told.")],
    breakdown: Annotated[str, typer.Argument(help="By what, where nothing else is said.")],
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
) -> None:
    """Teach that METRIC is told by BREAKDOWN where a question names none."""
    said(f"show {metric} by {breakdown} by default", workspace, asked_as)


@teach_app.command("remove")
def remove_lesson(
    word: Annotated[str, typer.Argument(help="The word to forget.")],
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
) -> None:
    """Forget what WORD means."""
    said(f"forget {word}", workspace, asked_as)


def said(sentence: str, workspace: Path, asked_as: str) -> None:
    """Say a sentence as the chat would, and show what came of it."""
    from assistant.ask import ask_on_record
    from assistant.permissions.house import House
    from assistant.query import Question
    from assistant.terminal import show_reply

    house = House.open(workspace)
    asked = Question(sentence, asked_as, house.settings.today or datetime.now().astimezone().date())
    reply = ask_on_record(asked, house, datetime.now(tz=UTC))
    show_reply(reply)
    raise typer.Exit(reply.exit_status)
