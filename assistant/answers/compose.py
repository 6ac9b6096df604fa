"""From a verified result to an answer; what its reader cannot trace does not leave the house."""

from datetime import date

from assistant.answers.answer import Answer, Parts
from assistant.answers.bounds import Bounds, bounds
from assistant.answers.caveats import caveats
from assistant.answers.chart import draw
from assistant.answers.definitions import VALUE, arrange_definitions, side_by_side
from assistant.answers.derived import applies_to, name_of, shown_query
from assistant.answers.derived_words import derived_sentences
from assistant.answers.explain import CHANGE, arrange_parts, why
from assistant.answers.moved import arrange_moved, change_of, where_it_moved
from assistant.answers.notes_answer import beside, compose_notes
from assistant.answers.phrasing import REWORDED, reworded
from assistant.answers.picked_rows import picked
from assistant.answers.restated import ChangedRow, changed_rows, how_it_moved, restated
from assistant.answers.suggestions import suggest
from assistant.answers.table import Table, arrange
from assistant.answers.targets import against_targets, arrange_targets
from assistant.answers.trace import untraced
from assistant.answers.unconverted import known_only
from assistant.answers.wording import Writer, parts_of, sentences
from assistant.facts import Facts
from assistant.figures import Figure
from assistant.metrics.definition import Kind
from assistant.outcome import NoData, Withheld
from assistant.permissions.authorise import AuthorisedQuery
from assistant.picking import lead
from assistant.result import Cell, Explanation, Result
from assistant.verification import Verified


def compose(verified: Verified, authorised: AuthorisedQuery, facts: Facts) -> Answer | NoData | Withheld:
    """Say a verified result in words, table and chart, with its caveats and sources, and what the notes say of it."""
    if not verified.result.metrics:
        return compose_notes(verified, authorised, facts)
    told = _numbers(verified, authorised, facts)
    return beside(told, facts) if isinstance(told, Answer) else told


def _numbers(verified: Verified, authorised: AuthorisedQuery, facts: Facts) -> Answer | NoData | Withheld:
    """A result of metrics in words."""
    view = authorised.view
    result = known_only(verified.result, view.settings.base_currency)
    if isinstance(result, NoData):
        return result
    writer = Writer(view, facts.today, view.settings.locale)
    rows = changed_rows(result, facts)
    table, text, charted = _told(result, rows, writer)
    said = caveats(authorised, result, facts.today, writer.locale, hidden=any_hidden(result))
    within = _bounds(result, table, authorised, facts, writer.locale)
    figures = tuple(dict.fromkeys([*writer.figures, *said.figures, *(within.figures if within else ())]))
    careful = (*said.sentences, *((within.sentence,) if within else ()), *how_it_moved(result))
    writer.names.extend(said.names)
    writer.labels.extend([result.query.against.period.label] if result.query.against else [])
    ours, text = text, _in_other_words(text, figures, writer)
    careful = (*careful, REWORDED) if text != ours else careful
    because = (within.because,) if within else ()
    if _untraced(text, (*careful, *because), figures, writer, facts.today):
        return Withheld("The words of this answer held a number that leads to no figure, so they are withheld.")
    return Answer(
        query=shown_query(result),
        metrics=result.metrics,
        text=text,
        table=table,
        parts=_parts(result, table, authorised),
        bounds=within,
        chart=draw(table, charted),
        caveats=careful,
        suggestions=suggest(result, view, facts.today),
        figures=figures,
        changed=rows,
        locale=writer.locale,
        verified=verified,
        facts=facts,
    )


def _told(result: Result, rows: tuple[ChangedRow, ...], writer: Writer) -> tuple[Table, str, str]:
    """The table, the sentences and the column that is drawn: of reasons, of definitions, or of the numbers."""
    if result.explanation is not None:
        return _reasons(result, result.explanation, rows, writer)
    if result.query.definitions:
        return arrange_definitions(result, writer.view), side_by_side(result, writer), VALUE
    if result.aims is not None:
        held = arrange_targets(result, writer.view)
        return held, against_targets(result, held, writer), result.metrics[lead(result)].name
    table, first = arrange(result, writer.view), result.metrics[lead(result)]
    if result.query.derived is not None and applies_to(first):
        return table, derived_sentences(result, table, writer), name_of(first, result.query.derived)
    return table, picked(result, table, writer) or sentences(result, table, writer), first.name


def _reasons(result: Result, made: Explanation, rows: tuple[ChangedRow, ...], writer: Writer) -> tuple[Table, str, str]:
    """The same where a change is told: between two periods, or since what was known on an earlier day."""
    if result.earlier is not None and result.query.by:
        moved = arrange_moved(result, writer.view)
        said = restated(result, made, rows, writer, where_it_moved(result, moved, writer))
        return moved, said, change_of(result.metrics[lead(result)])
    reasons = arrange_parts(result, made, writer.view)
    if result.earlier is not None:
        return reasons, restated(result, made, rows, writer), CHANGE
    return reasons, why(result, made, reasons, writer), CHANGE


def _in_other_words(text: str, figures: tuple[Figure, ...], writer: Writer) -> str:
    """The sentences as a language model words them, where one is set to and the reader can trace what it says."""
    model = writer.view.settings.model
    found = reworded(text, writer, writer.view.line) if model.words_answers else text
    return text if _untraced(found, (), figures, writer, writer.today) else found


def _untraced(
    text: str, caveats_said: tuple[str, ...], figures: tuple[Figure, ...], writer: Writer, today: date
) -> bool:
    """Read the finished sentences as a stranger would, without the slots they were made from."""
    return any(
        untraced(finished, figures, (today,), writer.labels, writer.names, writer.locale)
        for finished in (text, *caveats_said)
    )


def _bounds(result: Result, table: Table, authorised: AuthorisedQuery, facts: Facts, locale: str) -> Bounds | None:
    """The bounds of the total shown, of the metric that was asked first."""
    if table.total is None or result.explanation is not None:
        return None
    return bounds(result, result.metrics[lead(result)], authorised, facts.today, locale)


def any_hidden(result: Result) -> bool:
    """Whether small groups were suppressed anywhere."""
    return any(cell.hidden for group in (*result.groups, result.total) for cell in (*group.cells, *group.before))


def _parts(result: Result, table: Table, authorised: AuthorisedQuery) -> Parts | None:
    metric = result.metrics[lead(result)]
    if metric.parts is None or metric.kind is Kind.PER_ITEM or result.explanation or result.query.definitions:
        return None

    def pair(cell: Cell) -> tuple[Figure | None, Figure | None]:
        return parts_of(metric, cell, authorised.view)

    place = lead(result)
    return Parts(
        *metric.parts,
        total=pair(result.total.cells[place]) if table.total is not None else (None, None),
        rows=tuple(pair(row.cells[place]) for row in table.rows),
    )
