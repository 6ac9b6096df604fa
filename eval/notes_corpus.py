"""A generated corpus of notes: facts that are asked about in other words, among many passages about much the same."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

SEED = 20261015
PROJECTS = {"LARK": "Larkspur intranet", "OSPR": "Osprey mobile app", "QUIN": "Quince catalogue"}
OTHERS = ("Birch portal", "Cobalt shop", "Dune website", "Ember campaign", "Fjord booking", "Granite archive")

FACTS: tuple[tuple[str, str], ...] = (
    ("The server moves to another data centre in the night of 4 June.", "when will the hosting be relocated"),
    ("Nobody at the customer has the password for the domain any more.", "lost access to the web address"),
    ("We give them fifteen percent off because the first invoice was late.", "why do they get a discount"),
    ("The photographer cancelled, so the pictures come three weeks later.", "delay of the images"),
    ("Their legal department wants every form reviewed before it goes live.", "lawyers must check the forms"),
    ("Two of the five languages were dropped to save money.", "which translations were cut from the budget"),
    ("The search finds nothing when somebody mistypes a product.", "spelling errors return no results"),
    ("Her deputy signs while she is on maternity leave.", "who approves during the absence of the manager"),
    ("Payment by invoice stays out of the first release.", "is buying on account part of the launch"),
    ("The old newsletter had forty thousand addresses, half of them dead.", "quality of the mailing list"),
    ("The competitor went public with the same idea last week.", "rival launched a similar product"),
    ("Training for the editors takes two mornings in September.", "teaching staff to use the system"),
    ("They want a button that calls the hotline at once.", "direct telephone link on the page"),
    (
        "The accessibility audit found contrast too low in the menu.",
        "navigation hard to read for the visually impaired",
    ),
    ("If the import fails again we type the data by hand.", "plan in case the data transfer breaks"),
    ("The board meets only once a quarter, next on 12 July.", "next session of the directors"),
    ("The intern who knew the database left without notes.", "undocumented knowledge is gone"),
    ("Customers abandon the basket at the shipping costs.", "shoppers leave because of delivery fees"),
    ("The backup has not run since the update in March.", "data is not being saved regularly"),
    ("Everyone liked the darker of the two logos.", "preferred version of the brand mark"),
)
FILLING = (
    "We went through the open points and moved three of them to next week.",
    "The customer thanked us for the quick answers of the last days.",
    "Design and development sit together on Tuesdays now.",
    "The estimate was sent, and nobody had questions about it.",
    "Testing goes on; most of what was found is small.",
    "The texts are with the agency that writes them.",
    "The demo went well, apart from the projector.",
    "Hours are a little above plan, which was to be expected at this point.",
    "The next call is shorter, as half of the team is at a fair.",
    "The list of pages was cut down once more.",
    "Feedback from the two pilot users is still missing.",
    "The staging system was slow all afternoon.",
)


def write(folder: Path) -> list[tuple[str, str, str, str]]:
    """Write the notes into `folder` and the projects beside it.

    The pairs: a question, the note that answers it, words of its passage, and the project the question is about.
    """
    chance = Random(SEED)  # noqa: S311 - the same every time
    lines = [f"{code},{code},{name},,internal,active,2026-01-01,,\n" for code, name in PROJECTS.items()]
    head = "project_id,code,name,client_id,kind,status,start_date,end_date,project_manager\n"
    (folder.parent / "projects.csv").write_text(head + "".join(lines), encoding="utf-8")
    pairs = []
    for number, (project, (fact, question)) in enumerate((one, other) for one in PROJECTS for other in FACTS):
        name = f"{number:03}-{project.lower()}.md"
        (folder / name).write_text(_note(project, fact, chance), encoding="utf-8")
        pairs.append((question, name, fact[:30], project))
    for number, text in enumerate(_others(chance)):
        (folder / f"other-{number:03}.md").write_text(text, encoding="utf-8")
    return pairs


def _note(project: str, fact: str, chance: Random) -> str:
    before, after, last = (" ".join(chance.sample(FILLING, 3)) for _ in range(3))
    head = f"---\nproject: {project}\n---\n# {PROJECTS[project]}, weekly"
    return f"{head}\n\n{before}\n\n{fact} {chance.choice(FILLING)}\n\n{after}\n\n## Next\n\n{last}\n"


def _others(chance: Random) -> Iterator[str]:
    for number in range(180):
        project = chance.choice(OTHERS)
        parts = [" ".join(chance.sample(FILLING, 3)) for _ in range(3)]
        yield f"# {project}, week {number % 52 + 1}\n\n" + "\n\n".join(parts) + "\n"
