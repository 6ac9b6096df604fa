"""The `reckon` command: everything the chat can do, from a terminal."""

import gc
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.errors import UsageError
from assistant.options import (
    HERE,
    AsOption,
    JsonOption,
    PlannerOption,
    TodayOption,
    WorkspaceOption,
    a_day,
    a_planner,
    print_json,
    print_json_line,
    sentences_for_errors,
)
from assistant.spelled import spell_what_cannot_be_written
from assistant.teach import teach_app

if TYPE_CHECKING:
    from assistant.permissions.house import House
    from ingest.report import IngestReport


app = typer.Typer(
    name="reckon",
    help="Ask an agency's time, budget and revenue data in plain words; every number is calculated twice.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
users_app = typer.Typer(help="Who may sign in, and as what.", no_args_is_help=True)
app.add_typer(users_app, name="users")
app.add_typer(teach_app, name="teach")


def the_day(text: str, fixed: date | None) -> date:
    """The day of the question: as typed, else the workspace's fixed today, else the real one."""
    return a_day(text) if text else fixed or datetime.now().astimezone().date()


@app.command()
def demo(folder: Annotated[Path, typer.Argument(help="Where to make it.")] = Path("demo")) -> None:
    """Make the demo agency, from a fixed seed, in FOLDER and ingest it: as it stood on 1 September, then as it is."""
    from assistant.terminal import demo_made
    from ingest.demo import EARLIER, write_demo

    write_demo(folder, as_known_on=EARLIER)
    run_ingest(folder, [folder], {}, quiet=False)
    write_demo(folder)
    report = run_ingest(folder, [folder], {}, quiet=False)
    demo_made(folder, report)


@app.command()
def ingest(
    sources: Annotated[
        list[Path] | None, typer.Argument(help="Folders and export files; default: workspace.toml's.")
    ] = None,
    workspace: WorkspaceOption = HERE,
    settings: Annotated[list[str] | None, typer.Option("--set", help="A reading to settle, as KEY=VALUE.")] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Read SOURCES into the workspace; what breaks its contract goes to quarantine, nothing is lost."""
    from assistant.terminal import ingested

    overrides = dict(_pair(one) for one in settings or [])
    report = run_ingest(workspace, sources or [], overrides, quiet=as_json)
    print_json(report.to_json()) if as_json else ingested(report)
    if not report.ok:
        raise typer.Exit(1)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        message = f"“{text}” after --set is not a setting. Write it as KEY=VALUE, for example date_order=dmy."
        raise UsageError(message)
    return key.strip(), value.strip()


def run_ingest(folder: Path, sources: list[Path], overrides: dict[str, str], *, quiet: bool) -> "IngestReport":
    """Run the ingest jobs with a progress bar where somebody watches."""
    from assistant.terminal import progress_bar
    from ingest.run import ingest_folder

    with progress_bar(quiet=quiet) as progress:
        return ingest_folder(folder, sources, now=datetime.now(tz=UTC), progress=progress, overrides=overrides)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in plain words.")] = "",
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
    today: TodayOption = "",
    batch: Annotated[
        Path | None, typer.Option("--batch", help="A JSONL file of questions; one outcome per line.")
    ] = None,
    *,
    known_on: Annotated[
        str, typer.Option("--known-on", help="Answer from the data in force on that day (YYYY-MM-DD), as it was then.")
    ] = "",
    rows: Annotated[
        bool, typer.Option("--rows", help="Show the source rows under the answer and under each number in its words.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file to write the answer to as well.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="Of that file: csv, xlsx, png, html, pdf, docx, pptx or md; by its name.")
    ] = "",
    planner: PlannerOption = "",
    as_json: JsonOption = False,
) -> None:
    """Answer one QUESTION, or a whole file of them."""
    from assistant.ask import ask_on_record
    from assistant.permissions.house import House
    from assistant.query import Question
    from assistant.terminal import show_reply

    house = House.open(workspace)
    if batch is not None:
        raise typer.Exit(answer_batch(house, batch))
    if not question.strip():
        message = 'There is no question. Write one, for example: reckon ask "hours by client last month".'
        raise UsageError(message)
    then = a_day(known_on, "--known-on") if known_on else None
    day = the_day(today, house.settings.today)
    asked = Question(question, asked_as, day, known_on=then, planner=a_planner(planner))
    reply = ask_on_record(asked, house, datetime.now(tz=UTC))
    print_json(reply.to_json()) if as_json else show_reply(reply, rows=rows)
    if output or form:
        from assistant.terminal_documents import write_answer

        write_answer(house, reply, form, output, datetime.now(tz=UTC))
    raise typer.Exit(reply.exit_status)


@app.command()
def restated(
    question: Annotated[str, typer.Argument(help="The number, in plain words: revenue for Q3.")],
    since: Annotated[str, typer.Option("--since", help="The day (YYYY-MM-DD) of the answer to compare with.")],
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
    today: TodayOption = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """What changed since an answer to QUESTION: which rows, and how far each table moved the number."""
    from assistant.ask import ask_on_record
    from assistant.permissions.house import House
    from assistant.query import Question
    from assistant.terminal import show_reply

    house = House.open(workspace)
    day = the_day(today, house.settings.today)
    reply = ask_on_record(
        Question(question, asked_as, day, restated=a_day(since, "--since")), house, datetime.now(tz=UTC)
    )
    print_json(reply.to_json()) if as_json else show_reply(reply)
    raise typer.Exit(reply.exit_status)


@app.command()
def prompt(
    question: Annotated[str, typer.Argument(help="The question, in plain words.")] = "",
    *,
    sent: Annotated[bool, typer.Option("--sent", help="What was sent, where the settings keep it.")] = False,
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
    today: TodayOption = "",
) -> None:
    """Show exactly what a language model would be sent for a QUESTION, as JSON; nothing is sent.

    With --sent, show what it was sent until now, to the byte: kept with keeps_what_is_sent = true under [model].
    """
    from assistant.outcome import Refusal
    from assistant.permissions.house import House
    from assistant.query import Question
    from assistant.sent import what_is_sent, what_was_sent

    house = House.open(workspace)
    if sent:
        found = what_was_sent(house, asked_as)
        if isinstance(found, Refusal):
            raise UsageError(found.text)
        print_json(found)
        return
    if not question:
        raise UsageError("Name a QUESTION, or ask with --sent for what was sent until now.")
    print_json(what_is_sent(Question(question, asked_as, the_day(today, house.settings.today)), house))


def answer_batch(house: "House", path: Path) -> int:
    """One JSON outcome per line, written as soon as it is known; 0 when every line got one."""
    from assistant.batch import outcomes

    fallback = the_day("", house.settings.today)
    status = 0
    for line in outcomes(house, _lines(path), fallback, lambda: datetime.now(tz=UTC)):
        print_json_line(line)
        status = status or int("error" in line)
    return status


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            yield from (line for line in lines if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        message = (
            f"The batch file {path} cannot be read ({type(error).__name__}). Check the path; it must be UTF-8 JSONL."
        )
        raise UsageError(message) from error


@app.command()
def summary(
    *,
    client: Annotated[list[str] | None, typer.Option("--client", help="Whose; several if repeated.")] = None,
    period: Annotated[str, typer.Option("--period", help="Of when, in words.")] = "last month",
    forms: Annotated[str, typer.Option("--format", help="docx, pdf, pptx, html, md; several with commas.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; a folder for several.")] = None,
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
    today: TodayOption = "",
    language: Annotated[str, typer.Option("--language", help="en or de; the house's own by default.")] = "",
    edits: Annotated[list[str] | None, typer.Option("--edit", help="New words: PLACE=WORDS, slots kept.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="A note to the reader; empty takes it out.")] = None,
    may_stay: Annotated[
        bool, typer.Option("--may-stay", help="Words that were in doubt mean nothing of the house.")
    ] = False,
    anew: Annotated[list[str] | None, typer.Option("--regenerate", help="A section to make anew.")] = None,
    reword: Annotated[bool, typer.Option("--reword", help="Have the model word it in the house's tone.")] = False,
    approve: Annotated[bool, typer.Option("--approve", help="Approve it as it reads now.")] = False,
    show: Annotated[bool, typer.Option("--review", help="Show its sentences, numbers and history.")] = False,
    everyone: Annotated[bool, typer.Option("--all", help="Of every client you look after, into a folder.")] = False,
) -> None:
    """A page an account manager can send: one client, one period, in the client's language of budget and milestones."""
    from assistant.documents.summaries import Asked
    from assistant.permissions.house import House
    from assistant.terminal_documents import Steps, one_summary, summaries

    house = House.open(workspace)
    asked = Asked("", period, asked_as, the_day(today, house.settings.today), language)
    at = datetime.now(tz=UTC)
    clients = [one.label for one in house.view_for(asked_as).named("client")] if everyone else client or []
    if everyone or len(clients) > 1 or "," in forms:
        raise typer.Exit(summaries(house, asked, clients, forms, output, at))
    steps = Steps(tuple(edits or ()), note, tuple(anew or ()), approve, show, reword, may_stay)
    raise typer.Exit(one_summary(house, asked, clients, forms, output, at, steps))


@app.command()
def report(
    name: Annotated[
        str,
        typer.Argument(
            help="absence, utilization, budgets, projects, portfolio, status (of one project), pipeline, "
            "proposal (of one deal), capacity, receivables, timesheets; or qbr, a client's quarterly review."
        ),
    ],
    *,
    period: Annotated[
        str, typer.Option("--period", help="Of when, in words; the report's usual one if left out.")
    ] = "",
    client: Annotated[list[str] | None, typer.Option("--client", help="Only of this client; may be repeated.")] = None,
    project: Annotated[list[str] | None, typer.Option("--project", help="Only of this project.")] = None,
    team: Annotated[list[str] | None, typer.Option("--team", help="Only of this team.")] = None,
    person: Annotated[list[str] | None, typer.Option("--person", help="Only of this person.")] = None,
    deal: Annotated[list[str] | None, typer.Option("--deal", help="The deal of a proposal check.")] = None,
    form: Annotated[str, typer.Option("--format", help="md, html, xlsx, pdf, docx or pptx; text if left out.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to write.")] = None,
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
    today: TodayOption = "",
    known_on: Annotated[str, typer.Option("--known-on", help="From the data in force on that day.")] = "",
) -> None:
    """A named report: a fixed set of verified answers, as text or as a file; what a role may not see is left out."""
    from assistant.documents.reports import Asked
    from assistant.permissions.house import House
    from assistant.terminal_reports import named_report

    house = House.open(workspace)
    of = {"client": client, "project": project, "team": team, "person": person, "deal": deal}
    given = {dimension: names for dimension, names in of.items() if names}
    then = a_day(known_on, "--known-on") if known_on else None
    asked = Asked(name, period, given, asked_as, the_day(today, house.settings.today), then)
    raise typer.Exit(named_report(house, asked, form, output, datetime.now(tz=UTC)))


@app.command()
def chat(
    workspace: WorkspaceOption = HERE,
    port: Annotated[int, typer.Option("--port", help="The port on localhost.")] = 8501,
) -> None:
    """Start the chat in the browser, on localhost."""
    from assistant.terminal_chat import start_chat

    raise typer.Exit(start_chat(workspace, port))


@app.command()
def metrics(
    name: Annotated[str, typer.Argument(help="One metric; all of them when left out.")] = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """The glossary, generated from the definitions."""
    from assistant.metrics.glossary import entries
    from assistant.terminal import show_glossary

    found = entries(name)
    print_json(found[0] if name else found) if as_json else show_glossary(found)


@app.command()
def when(
    phrase: Annotated[str, typer.Argument(help="A period in words.")] = "",
    today: TodayOption = "",
    workspace: WorkspaceOption = HERE,
    batch: Annotated[Path | None, typer.Option("--batch", help="A JSONL file of phrases.")] = None,
) -> None:
    """The dates a PHRASE means, as JSON; null when it is no period, could be two, or is a time of day or a length.

    "last 6 weeks", "Q3 24", "since March", "YTD last year", "1-15 Sept", "w/c 5 Oct", "end of March", "FY26",
    "the two weeks before 5 October". What says no last day ("2024 or later") has null for its end.
    """
    from assistant.when import dates_of, settings_near

    settings = settings_near(workspace)
    fallback = the_day(today, settings.today)
    if batch is None:
        print_json(dates_of(phrase, fallback, settings.calendar))
        return
    for line in _lines(batch):
        try:
            asked = _phrase(line, batch)
            day = a_day(str(asked["today"])) if asked.get("today") else fallback
        except UsageError as error:
            print_json_line({"id": None, "error": str(error)})
            continue
        found = dates_of(str(asked.get("phrase", "")), day, settings.calendar)
        print_json_line({"id": asked.get("id"), "period": found, **(found or {})})


def _phrase(line: str, path: Path) -> dict[str, object]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        message = f"A line of {path} is not a JSON object. Each line has id, phrase and today: {line.strip()[:80]}"
        raise UsageError(message)
    return found


@users_app.command("list")
def list_users(workspace: WorkspaceOption = HERE, *, as_json: JsonOption = False) -> None:
    """Who may sign in, and as what."""
    from assistant.permissions.house import House
    from assistant.terminal import show_users

    people = [{"email": one.email, "name": one.name, "role": one.role} for one in House.open(workspace).users()]
    print_json(people) if as_json else show_users(people)


@app.command()
def questions(
    workspace: WorkspaceOption = HERE,
    asked_as: AsOption = "",
    *,
    failed: Annotated[bool, typer.Option("--failed", help="Only those that were not answered as hoped.")] = False,
    as_json: JsonOption = False,
) -> None:
    """The questions on record, newest last; for those who may see everything."""
    from assistant.failed import asked_questions
    from assistant.outcome import Refusal
    from assistant.permissions.house import House
    from assistant.terminal import show_ended, show_questions

    house = House.open(workspace)
    found = asked_questions(house, house.view_for(asked_as))
    if isinstance(found, Refusal):
        show_ended(found)
        raise typer.Exit(found.exit_status)
    listed = [one for one in found if one.failed or not failed]
    print_json([one.to_json() for one in listed]) if as_json else show_questions(listed)


@app.command()
def verify(workspace: WorkspaceOption = HERE, today: TodayOption = "", *, as_json: JsonOption = False) -> None:
    """Every metric, every breakdown: pandas against the reference SQL over the whole workspace."""
    from assistant.permissions.house import House
    from assistant.proof import prove
    from assistant.terminal import progress_bar, show_proof

    house = House.open(workspace)
    with progress_bar(quiet=as_json) as progress:
        proof = prove(house, the_day(today, house.settings.today), progress)
    print_json(proof.to_json()) if as_json else show_proof(proof)
    if not proof.agrees:
        raise typer.Exit(1)


@app.command()
def check(
    workspace: WorkspaceOption = HERE, asked_as: AsOption = "", today: TodayOption = "", *, as_json: JsonOption = False
) -> None:
    """What is wrong or missing in the data as the asker sees it, what would move most first, and the next step."""
    from assistant.health.check import check_on_record
    from assistant.permissions.house import House
    from assistant.terminal import show_findings

    house = House.open(workspace)
    day = the_day(today, house.settings.today)
    findings = check_on_record(house, house.view_for(asked_as), day, datetime.now(tz=UTC))
    print_json([one.to_json() for one in findings]) if as_json else show_findings(findings)


@app.command("eval")
def evaluate(
    suite: Annotated[str, typer.Argument(help="A suite of cases; all of them when left out.")] = "",
    *,
    repeats: Annotated[int, typer.Option(min=1, help="How often each is asked, to see whether all replies agree.")] = 1,
    against: Annotated[Path | None, typer.Option(help="An earlier run, kept with --json, to compare with.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the scorecard as one page to this file.")] = None,
    floor: Annotated[Path | None, typer.Option(help="A YAML file of floors instead of eval/floors.yaml.")] = None,
    planner: PlannerOption = "embedded",
    workspace: WorkspaceOption = HERE,
    as_json: JsonOption = False,
) -> None:
    """Ask questions whose right answers are known and print the scorecard; exit 1 below a floor.

    With --planner model, the language model is the one of the workspace's settings.
    """
    from assistant.terminal import progress_bar, show_evaluation
    from eval.notes import retrieval

    if suite == "notes":
        with progress_bar(quiet=as_json) as progress:
            found = retrieval(progress)
        print_json(found.to_json()) if as_json else sys.stdout.write(f"{found.text()}\n")
        return
    from eval.evaluation import Beside, evaluation, model_of
    from eval.run import Asked

    model = model_of(workspace) if a_planner(planner) == "model" else None
    with progress_bar(quiet=as_json) as progress:
        made = evaluation(Asked(suite, repeats, planner, model), Beside(against, floor), progress)
    if html:
        made.write_page(html, datetime.now(tz=UTC))
    print_json(made.to_json()) if as_json else show_evaluation(made)
    if made.missed:
        raise typer.Exit(1)


@app.command()
def sources(*, as_json: JsonOption = False) -> None:
    """The systems it can read, and how to get each export."""
    from assistant.terminal import show_sources
    from ingest.connectors import CONNECTORS

    known = [{"name": one.name, "title": one.title, "how_to_export": one.how_to_export} for one in CONNECTORS]
    print_json(known) if as_json else show_sources(known)


BETWEEN_SWEEPS = 500_000
"""After how many new objects the interpreter looks for garbage: a command makes many at once and soon ends, and
looking after every 700 of them takes a sixth of its time."""


def main() -> None:
    """Run the command."""
    gc.set_threshold(BETWEEN_SWEEPS, 20, 50)
    spell_what_cannot_be_written()
    debug = "--debug" in sys.argv
    sys.argv = [one for one in sys.argv if one != "--debug"]
    with sentences_for_errors(debug=debug):
        app()


if __name__ == "__main__":
    main()
