"""What is said where a follow-up cannot be followed: the row, the other one or the filter it means is not known."""

from collections.abc import Sequence

from assistant.outcome import Clarification, Unsupported


def none_of_what_was_offered() -> Clarification:
    """As in "neither", said to what was offered to choose from."""
    return Clarification("Then please ask it in other words, with the full name of what you mean.")


def depends_on_which(options: Sequence[str]) -> Clarification:
    """A follow-up on a question of which it was asked back who, or what, is meant."""
    return Clarification("That depends on what is meant, so please choose first. Which one?", options=tuple(options))


def nothing_to_go_back_to() -> Unsupported:
    """As in "undo", after the first question of all."""
    return Unsupported("There is nothing before this to go back to.")


def no_such_filter() -> Unsupported:
    """As in "drop the second filter", where there are fewer."""
    return Unsupported("There are not so many filters: say which one by its name, or “without any filter”.")


def nothing_of_the_others(noun: str) -> Unsupported:
    """As in "and the others", where nothing was left out."""
    return Unsupported(f"Nothing was left out: every {noun} that has a number was told.")


def which_row(noun: str) -> Clarification:
    """As in "the second one", of rows whose places are not remembered."""
    return Clarification(f"Which {noun} do you mean? Please name it: I do not remember in which line each one stood.")


def which_other(noun: str) -> Clarification:
    """As in "the other one", where only one was talked about."""
    return Clarification(f"Which other {noun} do you mean? Please name it.")


def compare_what() -> Clarification:
    """As in "compare the two", where there are no two."""
    return Clarification("Which two should be compared? Please name both, or two periods.")
