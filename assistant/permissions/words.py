"""How the permissions speak: one sentence for each rule, the same whoever says it."""

from collections.abc import Iterable, Mapping

from assistant.agency.tables import Sensitivity
from assistant.permissions.policy import Own, Role, Scope


def unknown_name(name: str) -> str:
    """What is said of a name that does not exist and, in the same words, of one outside the asker's scope."""
    return f"There is nothing called “{name}” among what you may see."


def scope_note(role: Role, classes: Iterable[Sensitivity], nouns: Mapping[str, str]) -> str | None:
    """The caveat that an answer covers only the asker's part; None when it covers everything."""
    said = dict.fromkeys(_part(role.grants[one].scope, role.own, nouns) for one in sorted(classes))
    return " ".join(one for one in said if one) or None


def _part(scope: Scope, own: Own, nouns: Mapping[str, str]) -> str:
    projects = f"Your own {plural('project', nouns)} only."
    clients = f"Your own {plural('client', nouns)} only."
    yourself = "Your own time only."
    of_own = {Own.PROJECTS: projects, Own.CLIENTS: clients, Own.SELF: yourself}[own]
    return {
        Scope.OWN: of_own,
        Scope.OWN_CLIENTS: clients,
        Scope.OWN_PROJECTS: projects,
        Scope.SELF: yourself,
    }.get(scope, "")


def noun(name: str, nouns: Mapping[str, str]) -> str:
    """What this agency calls a thing: a film company's project is a production."""
    return nouns.get(name, name)


def plural(name: str, nouns: Mapping[str, str]) -> str:
    """Several of what `noun` names."""
    if f"{name}s" in nouns:
        return nouns[f"{name}s"]
    one = noun(name, nouns)
    if one.endswith("y") and one[-2:-1] not in "aeiou":
        return f"{one[:-1]}ies"
    return f"{one}es" if one.endswith(("s", "x", "z", "ch", "sh")) else f"{one}s"
