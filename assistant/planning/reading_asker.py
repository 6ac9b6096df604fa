"""Reads where whoever asks is meant: my team, my clients, I."""

from assistant.planning import rows_of_elsewhere
from assistant.planning.clauses import Clause
from assistant.planning.parts import Mark
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at, is_one
from assistant.planning.vocabulary import MetricWord
from assistant.planning.words import Role


@needs(Role.MY, Role.ME)
def own(clause: Clause) -> None:
    """As in "My team", "my clients", "I": the asker."""
    for at, word in clause.roles(Role.MY):
        noun = clause.after(at)
        in_a_phrase = rows_of_elsewhere.in_a_phrase(clause, noun)
        dimensions = dimensions_at(clause, noun) or ((in_a_phrase,) if in_a_phrase else ())
        if dimensions and dimensions[0] == "team" and noun is not None and is_one(clause, noun):
            clause.use(at, noun)
            clause.found.marks.append(Mark(at, Role.MY, "team", clause.said(noun)))
        elif dimensions and dimensions[0] in ("project", "client", "budget", "deal") and not _are_hours(clause, noun):
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.MY, dimensions[0], clause.said(at)))
        else:
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.ME, said=word.said))
    for at, word in clause.roles(Role.ME):
        if clause.first_token(at).word == "i" and clause.word_before(at) == "am" and at:
            clause.use(at - 1)  # no account manager
        if clause.first_token(at).word == "me" and clause.word_before(at) not in BEFORE_ME:
            clause.use(at)
        elif _acts(clause, at):
            clause.use(at)
            clause.found.marks.append(Mark(at, Role.ME, said=word.said))


def _are_hours(clause: Clause, noun: int | None) -> bool:
    """As in "my project hours", which are mine, by project."""
    following = None if noun is None else clause.span(noun + 1).one(MetricWord)
    one = noun is not None and is_one(clause, noun)
    return one and following is not None and following.metric == "tracked_hours"


BEFORE_ME = frozenset({"for", "of", "by", "from", "on", "about", "with"})
BEFORE_I = frozenset({"did", "do", "have", "had", "am", "was", "will", "should"})


def _acts(clause: Clause, at: int) -> bool:
    """Whether "I" is somebody who works: "did I log", "hours I tracked"; in "I wonder" nobody does."""
    if clause.first_token(at).word != "i":
        return True
    following = clause.span(clause.after(at))
    return clause.word_before(at) in BEFORE_I or following.one(MetricWord) is not None
