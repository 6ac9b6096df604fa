"""The page of named reports: which one, of when and of what; then its page, and a file in any format."""

from datetime import UTC, date, datetime

import streamlit as st

from assistant.documents import reports, web
from assistant.documents.formats import REPORT_FORMATS
from assistant.documents.house_style import house_style
from assistant.documents.reports import FILTERS, Asked, Made, make_report, report_named, titles
from assistant.outcome import Ended
from assistant.permissions.audit import record_export
from assistant.permissions.house import House
from assistant.permissions.view import View
from ui.plain import plain
from ui.session import conversation

NARROWED = {one: one.capitalize() for one in FILTERS if one != "deal"}


def show(house: House, view: View, today: date) -> None:
    """Choose a report; then read it, and take it out."""
    st.title("Reports")
    first, second = st.columns([3, 2])
    names = list(titles())
    name = first.selectbox("Report", names, format_func=titles().__getitem__) or names[0]
    period = second.text_input("Period", placeholder="the report's usual one")
    report = report_named(name)
    of: dict[str, list[str]] = {}
    if report.of_one:
        known = [one.label for one in view.named(report.of_one)]
        chosen = st.selectbox(report.of_one.capitalize(), known, key=f"of-{report.of_one}")
        of = {report.of_one: [chosen]} if chosen else {}
    else:
        with st.expander("Only of some"):
            for dimension, title in NARROWED.items():
                chosen_ones = st.multiselect(title, [one.label for one in view.named(dimension)])
                of |= {dimension: chosen_ones} if chosen_ones else {}
    if st.button("Make the report", type="primary", icon=":material/summarize:"):
        with st.spinner("Calculating twice …"):
            asked = Asked(name, period, of, view.viewer.email, today)
            conversation().report = make_report(house, asked, datetime.now(tz=UTC))
    made = conversation().report
    if isinstance(made, Ended):
        st.info(plain(made.text))
    elif made is not None:
        _page(house, made)


def _page(house: House, made: Made) -> None:
    """The report as it reads in a browser, and as a file."""
    style, page = house_style(house.settings, house.workspace.path), reports.outline(made)
    st.iframe(web.preview(page, style), alt=made.title)
    form = st.selectbox("Format", list(REPORT_FORMATS), format_func=lambda one: REPORT_FORMATS[one].title)
    st.download_button(
        "Export",
        REPORT_FORMATS[form].render(page, style),
        f"{made.name}.{form}",
        REPORT_FORMATS[form].media_type,
        icon=":material/download:",
        on_click=record_export,
        args=(house, made.view, f"{made.report.name} report", form, datetime.now(tz=UTC)),
    )
