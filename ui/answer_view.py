"""One outcome on the page: the sentence, the chart, the table, the proof, the rows."""

import re

import pandas as pd
import streamlit as st

from assistant.answers.answer import Answer, Outcome, Reply
from assistant.answers.rows import rows_under
from assistant.answers.sources import Under
from assistant.answers.table import label_of
from assistant.figures import Figure, Unit, show
from assistant.outcome import Clarification, Ended
from assistant.result import Key
from ui import notes_view
from ui.plain import plain
from ui.session import pick

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


def show_reply(reply: Reply, place: int) -> None:
    """Everything a question came to; `place` keeps the widgets of several replies apart."""
    for number, outcome in enumerate(reply.outcomes):
        show_outcome(outcome, f"{place}-{number}")


def show_outcome(outcome: Outcome, key: str) -> None:
    """An answer, or why there is none."""
    if isinstance(outcome, Ended):
        _show_ended(outcome, key)
    else:
        _show_answer(outcome, key)


def _show_ended(ended: Ended, key: str) -> None:
    st.markdown(f"{ICONS[ended.kind]} **{TITLES[ended.kind]}**")
    st.markdown(plain(ended.text))
    _questions(ended.options if isinstance(ended, Clarification) else ended.suggestions, key)


def _questions(questions: tuple[str, ...], key: str) -> None:
    for number, question in enumerate(questions):
        st.button(plain(question), key=f"ask-{key}-{number}", on_click=pick, args=(question,), type="secondary")


def _show_answer(answer: Answer, key: str) -> None:
    if not answer.metrics:
        notes_view.show_notes(answer)
        with st.expander("Table and plan"):
            _table(answer, key)
            st.code(_plan_text(answer), language="yaml", wrap_lines=True)
        return
    first, stop, rest = answer.text.partition(". ")
    st.markdown(f"##### {plain(first + stop.strip())}")
    if rest:
        st.markdown(plain(rest))
    cells = answer.verified.cells
    checked = f"{cells:,} cell{'' if cells == 1 else 's'}"
    st.badge(f"Verified · two calculations agree on {checked}", icon=":material/verified:", color="green")
    for caveat in answer.caveats:
        st.caption(f":material/info: {plain(caveat)}")
    notes_view.show_citations(answer)
    has_rows = answer.query.by or answer.query.why or answer.query.restated
    names = (
        (["Chart"] if answer.chart else [])
        + (["Table"] if has_rows else [])
        + (["Changed rows"] if answer.changed else [])
        + ["Proof", "Rows"]
    )
    for name, tab in zip(names, st.tabs(names), strict=True):
        with tab:
            TABS[name](answer, key)
    _questions(answer.suggestions, key)


def _chart(answer: Answer, key: str) -> None:
    st.vega_lite_chart(answer.chart, width="stretch", key=f"chart-{key}")


def _table(answer: Answer, key: str) -> None:
    rows = answer.table.shown(answer.locale)
    total = answer.table.shown_total(answer.locale)
    columns = [column.title for column in answer.table.columns]
    frame = pd.DataFrame([*rows, *([total] if total else [])], columns=columns)
    numbers = [one.title for one in answer.table.columns if one.kind == "metric" and one.unit is not Unit.HEALTH]
    right = {title: st.column_config.TextColumn(alignment="right") for title in numbers}
    st.dataframe(frame, hide_index=True, width="stretch", key=f"table-{key}", column_config=right)
    st.download_button(
        "Download as CSV",
        frame.map(_harmless).to_csv(index=False).encode("utf-8-sig"),
        file_name="answer.csv",
        mime="text/csv",
        key=f"csv-{key}",
        icon=":material/download:",
    )


def _changed(answer: Answer, key: str) -> None:
    """The rows that are others than they were known as."""
    del key
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
NEGATIVE = re.compile(r"-[^\W\d_]{0,3}[€$£]?\s?\d[\d., \u00a0]*(?:\s?(?:%|[A-Za-z]{1,12}(?: points)?))?")
"""Less than nothing, as we write it: -1,200.50, -€1,200, -3.5 %, -8.0 h."""

FORMULA_STARTS = ("=", "+", "@", "\t", "\r", "-")


def _harmless(cell: str) -> str:
    """A cell a spreadsheet cannot take for a formula; a negative number stays a number."""
    starts = cell.startswith(FORMULA_STARTS) and not NEGATIVE.fullmatch(cell)
    return f"'{cell}" if starts else cell


def _proof(answer: Answer, key: str) -> None:
    del key
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
    st.markdown(
        f"Calculated once in pandas and once in SQL ({proof['engine']}) over the rows you may see, with your filter "
        f"and breakdown: {proof['cells']} cells compared, largest difference {proof['largest_difference']}."
    )
    st.code(_plan_text(answer), language="yaml", wrap_lines=True)


def _said(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _shown(figure: Figure | None, answer: Answer) -> str:
    return "n/a" if figure is None else show(figure, answer.locale)


def _plan_text(answer: Answer) -> str:
    plan = answer.query.to_json()
    return "\n".join(f"{name}: {value}" for name, value in plan.items() if value not in (None, [], ""))


def _rows(answer: Answer, key: str) -> None:
    """The rows under the answer: of a group, of a part of a change, and in either period where two are compared."""
    part, earlier = "", False
    if len(answer.periods) > 1:
        left, right = st.columns(2)
        periods = list(enumerate(answer.periods))
        earlier = bool(left.selectbox("Period", periods, format_func=lambda one: one[1], key=f"period-{key}")[0])
        if answer.parts_of_change:
            parts = ["", *answer.parts_of_change]
            part = right.selectbox(
                "Part of the change", parts, format_func=lambda one: _said(one) or "All of it", key=f"part-{key}"
            )
    tables = [source.table for source in answer.under(Under(part=part, earlier=earlier))]
    if not tables:
        st.markdown("No source rows lie under this answer.")
        return
    left, right = st.columns(2)
    group = left.selectbox("Under", _groups(answer), format_func=lambda one: one[0], key=f"group-{key}")
    table = right.selectbox("Table", tables, format_func=_said, key=f"source-{key}")
    found = rows_under(answer, table, Under(group[1], part, earlier))
    st.dataframe(pd.DataFrame(list(found.cells), columns=list(found.columns)), hide_index=True, width="stretch")
    shown = len(found.cells)
    st.caption(f"{found.count:,} rows" if shown == found.count else f"The first {shown:,} of {found.count:,} rows")


def _groups(answer: Answer) -> list[tuple[str, Key | None]]:
    """The whole answer, and each row of its table."""
    view = answer.facts.authorised.view
    named: list[tuple[str, Key | None]] = [("The whole answer", None)]
    for row in answer.table.rows:
        if row.key:
            parts = zip(answer.query.by, row.key, strict=True)
            named.append((", ".join(label_of(name, part, view) for name, part in parts), row.key))
    # An explanation has several rows of one group, a row for each part.
    return list(dict.fromkeys(named))


TABS = {"Chart": _chart, "Table": _table, "Changed rows": _changed, "Proof": _proof, "Rows": _rows}
