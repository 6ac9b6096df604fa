"""The page of data health: what to look after, what would move most first."""

from collections import Counter
from csv import writer
from datetime import UTC, date, datetime
from io import StringIO

import streamlit as st

from assistant.documents.answer_files import harmless
from assistant.health.check import check_on_record
from assistant.health.finding import Finding
from assistant.permissions.house import House
from assistant.permissions.view import View
from ui.plain import plain

MOST_SHOWN = 100


def show(house: House, view: View, today: date) -> None:
    """Every finding as a sentence, with the rows it is about; of one kind only, where that is chosen."""
    st.title("Data health")
    with st.spinner("Looking over the data …"):
        findings = check_on_record(house, view, today, datetime.now(tz=UTC))
    if not findings:
        st.markdown("Nothing is wrong or missing in what you may see.")
        return
    st.markdown("What would move most comes first: hours, or money, as a share of all that you may see.")
    counted = Counter(one.kind for one in findings)
    kinds = st.pills(
        "Only of some kinds",
        list(counted),
        selection_mode="multi",
        format_func=lambda one: f"{one.value.replace('_', ' ').capitalize()} ({counted[one]})",
        key="kinds",
    )
    chosen = [one for one in findings if not kinds or one.kind in kinds]
    for number, one in enumerate(chosen[:MOST_SHOWN], 1):
        with st.container(border=True, gap="xxsmall"):
            st.markdown(f"**{number}.** {plain(one.sentence)}")
            st.caption(plain(one.places))
    if len(chosen) > MOST_SHOWN:
        st.caption(f"The first {MOST_SHOWN} of {len(chosen):,}; the list holds them all.")
    st.download_button(
        "Take out the list",
        _listed(chosen).encode("utf-8-sig"),
        file_name="data health.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def _listed(findings: list[Finding]) -> str:
    """The findings as CSV."""
    lines = StringIO()
    rows = writer(lines)
    rows.writerow(["Kind", "What to look after", "Where"])
    for one in findings:
        rows.writerow([one.kind.value.replace("_", " "), harmless(one.sentence), harmless(one.places)])
    return lines.getvalue()
