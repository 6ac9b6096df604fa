"""How the permissions speak: one sentence for each rule, the same whoever says it."""

from collections.abc import Iterable, Mapping
from datetime import date

from assistant.agency.tables import Sensitivity
from assistant.permissions.policy import Own, Scope

ACCESS: Mapping[Sensitivity, str] = {
    **{one: one.value for one in Sensitivity},
    Sensitivity.HR: "HR",
}
"""What a class is called in "needs … access"."""


PLURALS = ("hours", "days", "tasks", "spells", "milestones", "receivables", "expenses")


WITHOUT_REASONS = "Why someone is absent is not shown."


def unknown_name(name: str) -> str:
    """What is said of a name that does not exist and, in the same words, of one outside the asker's scope."""
    return f"There is nothing called “{name}” among what you may see."


def not_known_yet(first: date | None) -> str:
    """A day before there was any data; `first` is the day from which on there is, if there is a history."""
    if first is None:
        return "There is no earlier state of this data, so nothing can be told as known on an earlier day."
    return f"There is no data of that day: the first came in on {first.isoformat()}. Ask as known on a later day."


def scope_note(scopes: Iterable[Scope], own: Own, nouns: Mapping[str, str]) -> str | None:
    """The caveat that an answer covers only the asker's part; None when it covers everything."""
    projects = f"Your own {plural('project', nouns)} only."
    clients = f"Your own {plural('client', nouns)} only."
    yourself = "Your own time only."
    of_own = {Own.PROJECTS: projects, Own.CLIENTS: clients, Own.SELF: yourself}[own]
    parts = {
        Scope.SELF: yourself,
        Scope.OWN: of_own,
        Scope.OWN_PROJECTS: projects,
        Scope.OWN_CLIENTS: clients,
    }
    said = dict.fromkeys(note for scope, note in parts.items() if scope in set(scopes))
    return yourself if yourself in said else " ".join(said) or None


def needs_notes() -> str:
    """A question about notes, of somebody who may see none."""
    return "Notes need notes access. Ask an administrator."


def only_internal(part: str) -> str:
    """The caveat that of internal notes only a part is looked in, of those for the client all."""
    rest = part.removeprefix("Your own ").removesuffix(" only.")
    return f"Internal notes of your own {rest} only." if rest else "Notes for clients only."


def needs_access(title: str, missing: Sensitivity, instead: str) -> str:
    """A kind of number the role may not see."""
    return f"{title} {needs(title)} {ACCESS[missing]} access. {you_can_see(instead)}".strip()


def not_for_clients(title: str) -> str:
    """A number, or a way to ask for one, that no client is told."""
    return f"{title} is not told to clients in this way."


def breakdown_needs_access(way: str, dimension: str, missing: Sensitivity, instead: str) -> str:
    """A breakdown or filter (the `way`) that tells what the role may not see."""
    return f"A {way} by {dimension} needs {ACCESS[missing]} access. {you_can_see(instead)}".strip()


def needs_whole_budgets(title: str, nouns: Mapping[str, str], instead: str) -> str:
    """A number over a whole budget, for someone who sees only their own part of it."""
    whole = f"all hours of a {noun('budget', nouns)}"
    return f"{title} {needs(title)} {whole}, and you see only your own. {you_can_see(instead)}".strip()


def needs_everyones_money(title: str, part: str, instead: str) -> str:
    """A number of money over everyone's hours, for someone who sees only a part of the money."""
    sets = "set" if is_plural(title) else "sets"
    yours = part.removesuffix(" only.").removeprefix("Your own ")
    rule = f"{title} {sets} money against everyone's hours, and you see the money of your own {yours} only."
    return f"{rule} {you_can_see(instead)}".strip()


def needs_everyones_time(title: str, instead: str) -> str:
    """A number that holds all time of people against their days, for someone who sees a part of that time."""
    looks = "look" if is_plural(title) else "looks"
    rule = f"{title} {looks} at the whole days of everybody involved, and you see a part of their work only."
    return f"{rule} {you_can_see(instead)}".strip()


def tells_single_people(title: str, how: str, allowed: Iterable[str]) -> str:
    """Cost in a form from which single people's rates could be read off."""
    return f"{title} {how} would tell what single people cost. You can see it by {listed(allowed)}."


def needs(title: str) -> str:
    """The verb as the title wants it: margin needs, available hours need."""
    return "need" if is_plural(title) else "needs"


def is_plural(title: str) -> bool:
    """Whether a title is of several things, such as hours or days."""
    return title.partition(",")[0].partition(" in ")[0].lower().endswith(PLURALS)


def you_can_see(instead: str) -> str:
    """The nearest thing that may be asked."""
    return f"You can see {instead}." if instead else ""


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: a, b and c."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def noun(name: str, nouns: Mapping[str, str]) -> str:
    """What this agency calls a thing: a film company's project is a production."""
    return nouns.get(name, name)


def plural(name: str, nouns: Mapping[str, str]) -> str:
    """Several of what `noun` names."""
    several = nouns.get(f"{name}s") or (nouns.get("people") if name == "person" else None)
    if several:
        return several
    if name == "person" and name not in nouns:
        return "people"
    one = noun(name, nouns)
    if one.endswith("y") and one[-2:-1] not in "aeiou":
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "z", "ch", "sh")) else f"{one}s"
