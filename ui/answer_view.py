"""One outcome on the page: the sentence, the chart, the table, the proof, the rows."""

from datetime import UTC, date, datetime
from functools import partial
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from assistant.answers.answer import Answer, Reply
from assistant.answers.leads import Lead
from assistant.answers.plan_words import plan_lines
from assistant.answers.rows import rows_under
from assistant.answers.sources import Under
from assistant.answers.table import label_of
from assistant.documents.answer_files import MEDIA_TYPES, Taken, content, name_of
from assistant.documents.formats import REPORT_FORMATS
from assistant.figures import Figure, show
from assistant.outcome import Clarification, Ended, SmallTalk
from assistant.permissions.audit import record_export
from assistant.permissions.house import House
from assistant.result import Key
from ui import figures_view, notes_view
from ui.leads_view import Sentences
from ui.plain import plain
from ui.session import ask_changed, asks_on, choose, pick

TITLES = {
    "answer": "Understood",
    "clarification": "Which one do you mean?",
    "refusal": "Not for your role",
    "withheld": "Withheld",
    "no_data": "Nothing to answer from",
    "unsupported": "Not measured here",
}
ICONS = {
    "answer": ":material/school:",
    "clarification": ":material/help:",
    "refusal": ":material/lock:",
    "withheld": ":material/gpp_maybe:",
    "no_data": ":material/search_off:",
    "unsupported": ":material/straighten:",
}
WHOLE = "The whole answer"


class Shown(NamedTuple):
    """An answer on the page: whose question it is, a key of its own, and how many replies the page has."""

    house: House
    question: str
    today: date
    key: str
    said: int


def show_reply(house: House, reply: Reply, place: int, said: int) -> None:
    """Everything a question came to; `place` keeps the widgets of several replies apart."""
    for number, outcome in enumerate(reply.outcomes):
        at = Shown(house, reply.question.text, reply.question.today, f"{place}-{number}", said)
        if isinstance(outcome, Ended):
            _show_ended(outcome, at)
        else:
            _show_answer(outcome, at)
            _questions(outcome.suggestions, at)


def _show_ended(ended: Ended, at: Shown) -> None:
    if not isinstance(ended, SmallTalk):
        st.markdown(f"##### {ICONS[ended.kind]} {TITLES[ended.kind]}")
    st.markdown(plain(ended.text))
    _questions(ended.options if isinstance(ended, Clarification) else ended.suggestions, at)


def _questions(questions: tuple[str, ...], at: Shown) -> None:
    """Complete questions to ask with a click."""
    if not questions:
        return
    with st.container(horizontal=True, gap="small"):
        for number, question in enumerate(questions):
            st.button(plain(question), key=f"ask-{at.key}-{number}", on_click=pick, args=(question, at.said))


@st.fragment
def _show_answer(answer: Answer, at: Shown) -> None:
    """An answer; what is opened or clicked in it draws it anew, and nothing else of the page."""
    if asks_on():
        st.rerun()
    if not answer.metrics:
        _show_quoted(answer, at)
        return
    _show_words(answer, at)
    notes_view.show_citations(answer)
    tabs = [name for name in TABS if _has(answer, name)]
    for name, tab in zip(tabs, st.tabs(tabs, key=f"tab-{at.key}", on_change="rerun"), strict=True):
        # Without a browser nothing is told of which tab is open, and all of them are drawn.
        if tab.open is not False:
            with tab:
                TABS[name](answer, at)


def _show_words(answer: Answer, at: Shown) -> None:
    """The sentences with their numbers to follow, whether they are verified, and what to know about them."""
    said = Sentences(answer, f"said-{at.key}")
    first, stop, rest = answer.text.partition(". ")
    with st.container(key=said.key):
        st.markdown(f"##### {said.marked(first + stop.strip())}")
        for line in rest.split("\n"):
            if line.strip():
                st.markdown(said.marked(line))
        cells = answer.verified.cells
        checked = f"{cells:,} cell{'' if cells == 1 else 's'}"
        st.badge(f"Verified · two calculations agree on {checked}", icon=":material/verified:", color="green")
        if answer.caveats:
            st.caption("  \n".join(f":material/info: {said.marked(one)}" for one in answer.caveats))
        said.listen(partial(_follow, answer, at))


def _show_quoted(answer: Answer, at: Shown) -> None:
    notes_view.show_notes(answer)
    with st.expander("Table and plan"):
        if answer.table.rows:
            _table(answer, at)
        _plan(answer)


def _has(answer: Answer, name: str) -> bool:
    """Whether there is anything to see under a tab."""
    query = answer.query
    return {
        "Chart": answer.chart is not None,
        "Table": bool(query.by or query.why or query.restated or len(answer.table.columns) > 1),
        "Changed rows": bool(answer.changed),
    }.get(name, True)


def _chart(answer: Answer, at: Shown) -> None:
    st.vega_lite_chart(answer.chart, width="stretch", key=f"chart-{at.key}")
    with st.container(horizontal=True):
        _download(answer, at, "png", "Picture", ":material/image:")


def _table(answer: Answer, at: Shown) -> None:
    figures_view.show_table(answer)
    with st.container(horizontal=True):
        _download(answer, at, "csv", "CSV", ":material/download:")
        _download(answer, at, "xlsx", "Excel", ":material/table_view:")
        with st.popover("Page", icon=":material/description:"):
            for form in ("pdf", "docx", "pptx", "html", "md"):
                _download(answer, at, form, REPORT_FORMATS[form].title, ":material/download:")


def _download(answer: Answer, at: Shown, form: str, label: str, icon: str) -> None:
    """A file of the answer, made when it is wanted."""
    what = Taken(at.question, at.today, (answer,))
    st.download_button(
        label,
        partial(_taken_out, at.house, what, form),
        file_name=name_of(what, form),
        mime=MEDIA_TYPES[form],
        key=f"take-{form}-{at.key}",
        icon=icon,
        on_click="ignore",
    )


def _taken_out(house: House, what: Taken, form: str) -> bytes:
    """The file's bytes, put on record as taken out."""
    made = content(house, what, form)
    record_export(house, what.answers[0].facts.authorised.view, what.question, form, datetime.now(tz=UTC))
    return made


def _changed(answer: Answer, at: Shown) -> None:
    """The rows that are others than they were known as."""
    del at
    rows = [one.to_json() for one in answer.changed[:MOST_CHANGED]]
    frame = pd.DataFrame(
        [[one["file"], one["row"], one["change"], _cells(one["was"]), _cells(one["is"])] for one in rows],
        columns=["File", "Row", "Change", "Was", "Is"],
    )
    st.dataframe(frame, hide_index=True, width="stretch")
    if len(answer.changed) > MOST_CHANGED:
        st.caption(f"The first {MOST_CHANGED:,} of {len(answer.changed):,} rows")


def _cells(cells: object) -> str:
    return ", ".join(f"{name} {value}" for name, value in cells.items()) if isinstance(cells, dict) else ""


MOST_CHANGED = 200


def _proof(answer: Answer, at: Shown) -> None:
    for metric in answer.metrics:
        st.markdown(f"**{plain(metric.title)}.** {plain(metric.meaning)}")
        if metric.follows:
            st.caption(f"As counted by {plain(metric.follows)}.")
    if answer.parts is not None:
        top, bottom = answer.parts.total
        left, right = st.columns(2)
        left.metric(_said(answer.parts.numerator), _shown(top, answer))
        right.metric(_said(answer.parts.denominator), _shown(bottom, answer))
    proof = answer.verified.to_json()
    cells = f"{proof['cells']:,} cell{'' if proof['cells'] == 1 else 's'}"
    st.markdown(
        f"Calculated once in pandas and once in SQL ({plain(str(proof['engine']))}) over the rows you may see, with "
        f"your filter and breakdown: {cells} compared, largest difference {proof['largest_difference']}."
    )
    _plan(answer)
    if at.question:
        key = f"changed-{at.key}"
        st.text_input(
            "Change the question and press Enter", at.question, key=key, on_change=ask_changed, args=(key, at.said)
        )


def _plan(answer: Answer) -> None:
    """How the question was understood."""
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in plan_lines(answer))
    snapshot = answer.facts.authorised.view.snapshot
    st.html(f'<dl class="plan">{lines}<dt>Data</dt><dd>{escape(snapshot)}</dd></dl>')


def _said(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _shown(figure: Figure | None, answer: Answer) -> str:
    return "n/a" if figure is None else show(figure, answer.locale)


def _rows(answer: Answer, at: Shown) -> None:
    """The rows under the answer: of a group, of a part of a change, and in either period where two are compared."""
    groups, compared, explained = _groups(answer), len(answer.periods) > 1, answer.parts_of_change
    places = iter(st.columns([3, 2, *([2] if compared else []), *([3] if explained else [])]))
    group = next(places).selectbox("Rows under", list(groups), key=f"group-{at.key}")
    second = next(places)
    period = next(places).selectbox("Period", answer.periods, key=f"period-{at.key}") if compared else ""
    parts = ["", *explained]
    part = (
        next(places).selectbox("Part of the change", parts, format_func=_part, key=f"part-{at.key}")
        if explained
        else ""
    )
    earlier = compared and period != answer.periods[0]
    tables = [source.table for source in answer.under(Under(part=part, earlier=earlier))]
    if not tables:
        st.markdown("No source rows lie under this answer.")
        return
    table = second.selectbox("Table", tables, format_func=_said, key=f"source-{at.key}")
    found = rows_under(answer, table, Under(groups[group], part, earlier))
    frame = pd.DataFrame(list(found.cells), columns=[_said(one) for one in found.columns])
    right = {_said(one): st.column_config.TextColumn(alignment="right") for one in found.numbers}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=right)
    shown = len(found.cells)
    every = f"{found.count:,} row{'' if found.count == 1 else 's'}"
    st.caption(every if shown == found.count else f"The first {shown:,} of {every}")


def _groups(answer: Answer) -> dict[str, Key | None]:
    """The whole answer, and each row of its table, by what it is called."""
    view = answer.facts.authorised.view
    named: dict[str, Key | None] = {WHOLE: None}
    for row in answer.table.rows:
        if row.key:
            parts = zip(answer.query.by, row.key, strict=True)
            label = ", ".join(label_of(name, part, view) for name, part in parts)
            # An explanation has several rows of one group, a row for each part; two people may have one name.
            alike = label in named and named[label] != row.key
            named[f"{label} ({', '.join(filter(None, row.key))})" if alike else label] = row.key
    return named


def _part(name: str) -> str:
    return _said(name) or "All of it"


def _follow(answer: Answer, at: Shown, lead: Lead) -> None:
    """Open the rows under a number."""
    tables = [source.table for source in answer.under(Under(part=lead.under.part, earlier=lead.under.earlier))]
    group = next((name for name, key in _groups(answer).items() if key == lead.under.key), WHOLE)
    first = next((one for one in lead.tables if one in tables), tables[0] if tables else "")
    chosen = {f"tab-{at.key}": "Rows", f"group-{at.key}": group}
    if first:
        chosen[f"source-{at.key}"] = first
    if len(answer.periods) > 1:
        chosen[f"period-{at.key}"] = answer.periods[int(lead.under.earlier)]
    if answer.parts_of_change:
        chosen[f"part-{at.key}"] = lead.under.part
    choose(**chosen)


TABS = {"Chart": _chart, "Table": _table, "Changed rows": _changed, "Proof": _proof, "Rows": _rows}
