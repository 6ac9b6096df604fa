"""Reads employees as a kind of people where it is said so: "employees only", "employees vs contractors"."""

from collections.abc import Sequence

from assistant.planning.clauses import Clause
from assistant.planning.parts import Grouping, Mark, Named
from assistant.planning.passes import needs
from assistant.planning.reading_rows import dimensions_at
from assistant.planning.vocabulary import DimensionWord, MetricWord, NameWord
from assistant.planning.words import Role

EMPLOYEE, OWN = "employee", "own"
ONLY = frozenset({"only", "just", "solely", "exclusively"})
BOTH = frozenset({"contractor"})
"""What is employed otherwise, beside which employees are the others."""


CONTRACTORS = frozenset({"contractor", "freelancer", "freelance", "subcontractor"})
SAYING_SO = frozenset({EMPLOYEE, OWN})


@needs(SAYING_SO)
def employees(clause: Clause) -> None:
    """Employees beside contractors, or alone, are those with an employment; else they are everybody."""
    if not any(one.word in SAYING_SO for one in clause.tokens):
        return
    contractors = [
        at for at, span in enumerate(clause.spans) if _is_employed_otherwise(clause, at, span.role(Role.VALUE))
    ]
    found = [at for at in range(len(clause.spans)) if _is_the_noun(clause, at)]
    apart = any(token.word in CONTRACTORS for token in clause.tokens)
    kept = [at for at in found if apart and not _tells_apart(clause, at, contractors)]
    kept += [at for at in found if at not in kept and (_is_only(clause, at) or _are_left_out(clause, at))]
    kept += [at for at in range(len(clause.spans)) if at not in kept and _are_our_own(clause, at)]
    for at in kept:
        negated = clause.span(clause.before(at)).role(Role.NOT) is not None
        is_by = clause.span(clause.before(at)).role(Role.BY) is not None
        clause.use(at, clause.before(at) if negated or is_by else None)
        reading = NameWord("employment", EMPLOYEE, EMPLOYEE)
        clause.found.named.append(
            Named(at, clause.said(at), clause.place_in_text(at), (reading,), negated=negated, dimension="employment")
        )
    for at, span in clause.each(MetricWord):
        if apart and any(EMPLOYEE in one.said.split() for one in span.all(MetricWord)):
            reading = NameWord("employment", EMPLOYEE, EMPLOYEE)
            place = clause.place_in_text(at)
            clause.found.named.append(Named(at, clause.said(at), place, (reading,), dimension="employment"))
    if kept and contractors:
        _beside_each_other(clause, kept[0], contractors[0])


def _is_the_noun(clause: Clause, at: int) -> bool:
    """Whether "employees" stands there, by itself."""
    span = clause.spans[at]
    return len(span.places) == 1 and clause.first_token(at).word == EMPLOYEE and "person" in dimensions_at(clause, at)


def _are_our_own(clause: Clause, at: int) -> bool:
    """As in "our own people": those who are employed here."""
    own = at - 1
    if own < 1 or "person" not in dimensions_at(clause, at) or clause.said(own).casefold() != OWN:
        return False
    if clause.word_before(own) not in ("our", "my", "your"):
        return False
    clause.use(own)
    return True


def _is_employed_otherwise(clause: Clause, at: int, value: object) -> bool:
    means = getattr(value, "value", None)
    names = {one.id for one in clause.spans[at].all(NameWord) if one.dimension == "employment"}
    return (isinstance(means, tuple) and means[0] == "employment" and means[1] in BOTH) or bool(names & BOTH)


def _is_only(clause: Clause, at: int) -> bool:
    """As in "employees only", "only employees"."""
    first, last = clause.spans[at].first, clause.spans[at].last
    after = clause.tokens[last + 1].word if last + 1 < len(clause.tokens) else ""
    of_a_name = clause.span(clause.before(at)).role(Role.BY) is not None  # "by employee only Acme"
    return bool({clause.tokens[first - 1].word if first else "", "" if of_a_name else after} & ONLY)


def _tells_apart(clause: Clause, at: int, others: Sequence[int]) -> bool:
    """As in "hours of contractors by employee": a row for each of them; in "by employees and contractors" for both."""
    is_by = clause.span(clause.before(at)).role(Role.BY) is not None
    joints = (clause.span(step(at)).role(Role.AND, Role.OR, Role.VERSUS) for step in (clause.before, clause.after))
    return is_by and bool(others) and not any(joints)


def _are_left_out(clause: Clause, at: int) -> bool:
    """As in "headcount without employees": after a measure; "projects without employees" lack them."""
    denied = clause.before(at)
    noun = clause.before(denied) if denied is not None else None
    told_by = clause.span(clause.before(noun)).role(Role.BY) if noun is not None else None
    lack = clause.span(noun).one(DimensionWord) is not None and not told_by
    return clause.span(denied).role(Role.NOT) is not None and not lack


def _beside_each_other(clause: Clause, one: int, other: int) -> None:
    """As in "employees vs contractors": a row for each, and no filter."""
    first, last = sorted((one, other))
    joints = [at for at in range(first + 1, last) if clause.spans[at].role(Role.VERSUS, Role.AND, Role.OR)]
    if joints:
        clause.use(*joints)
        clause.found.marks.append(Mark(joints[0], Role.COMPARE, "names", "employment"))
        clause.found.groupings.append(Grouping(joints[0], ("employment",)))
