"""The page of client summaries: a draft, its words to edit, its numbers with their source, approval and export."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import pandas as pd
import streamlit as st

from assistant.documents import review, web
from assistant.documents.formats import FORMATS
from assistant.documents.summaries import SUMMARY, Asked, Summary, finish, summarise
from assistant.errors import ReckonError
from assistant.outcome import Ended
from assistant.permissions.audit import record_export
from assistant.permissions.house import House
from assistant.permissions.view import View
from ui.plain import plain

KINDS = {SUMMARY: ("Project update", "last month"), "review": ("Quarterly review", "last quarter")}
"""What can be made for a client, and the period it is usually of."""
LANGUAGES = {"": "House language", "en": "English", "de": "Deutsch"}


def show(house: House, view: View, today: date) -> None:
    """Choose a client and a period; then the page, its sentences and what was done to it."""
    st.title("Client summary")
    clients = [one.label for one in view.named("client")]
    if not clients:
        st.markdown("There is no client among what you may see.")
        return
    first, second, third, fourth = st.columns([3, 2, 2, 2])
    client = first.selectbox("Client", clients)
    language = third.selectbox("Language", ["", "en", "de"], format_func=LANGUAGES.__getitem__)
    kind = fourth.selectbox("Document", list(KINDS), format_func=lambda one: KINDS[one][0]) or SUMMARY
    period = second.text_input("Period", KINDS[kind][1], key=f"period-{kind}")
    asked = Asked(client, period, view.viewer.email, today, language, kind)
    with st.spinner("Calculating twice …"):
        made = summarise(house, asked)
    if isinstance(made, Ended):
        st.info(plain(made.text))
        return
    _reviewed(house, made)


def _reviewed(house: House, made: Summary) -> None:
    standing = review.standing(house, made)
    summary = review.reviewed(made, standing)
    approved = standing.status == review.APPROVED
    st.badge("Approved" if approved else "Draft", color="green" if approved else "orange")
    for hint in summary.facts.hints:
        st.warning(plain(hint), icon=":material/visibility_off:")
    for one in review.moved(summary, standing):
        st.warning(plain(f"Changed since it was approved. {one}"), icon=":material/history:")
    page, words, before, done = st.tabs(["Page", "Words", "Since the period before", "History"])
    with page:
        st.iframe(web.preview(summary.outline, summary.style), alt=made.name)
        st.caption("Point at a number to see where it comes from; the exported file does not hold that.")
    with words:
        _words(house, made, summary, standing)
    with before:
        _since_before(made)
    with done:
        for thing in reversed(standing.history):
            st.markdown(
                f"{plain(thing.at[:16].replace('T', ' '))} · **{plain(thing.who or 'you')}** {plain(thing.what)}"
            )
        if not standing.history:
            st.markdown("Nothing was changed yet.")
    _hand_out(house, made, summary, approved=approved)


def _since_before(made: Summary) -> None:
    """What moved since the period before, as the client would be told."""
    moved = [(name, what, then, now) for name, what, then, now in review.since_before(made)]
    if not moved:
        st.markdown("There is nothing to compare with, or nothing moved.")
        return
    st.dataframe(
        pd.DataFrame(moved, columns=["Of", "What", "The period before", "Now"]),
        hide_index=True,
        width="stretch",
        column_config={name: st.column_config.TextColumn(alignment="right") for name in ("The period before", "Now")},
    )


def _words(house: House, made: Summary, summary: Summary, standing: review.Review) -> None:
    """Every sentence with its slots; a number cannot be typed, only moved."""
    may_stay = st.toggle(
        "Words in doubt may stay",
        help="A first name that a colleague bears too, or a word that may tell of the house, needs this.",
    )
    with st.form("note-form"):
        note = st.text_area("A note to the reader", standing.note, height=68)
        if st.form_submit_button("Keep the note"):
            _kept(partial(review.write_note, may_stay=may_stay), house, made, note)
    if house.settings.model.name and st.button("Word it in the tone of the house", icon=":material/auto_fix_high:"):
        _kept(review.reword, house, made)
    now = {one.place: one for one in review.lines(summary.outline)}
    for line in review.lines(made.outline):
        shown = now[line.place].text if line.place in now else line.text
        with st.form(f"line-{line.place}"):
            words = st.text_area(line.section or "Headline", shown.template, height=68)
            for name, slot in line.text.slots.items():
                said = slot if isinstance(slot, str) else f"{slot.say(made.words.locale)} · {slot.origin.spoken()}"
                st.caption(plain(f"{{{name}}}: {said}"))
            if st.form_submit_button("Keep these words"):
                _kept(partial(review.edit, may_stay=may_stay), house, made, line.place, words)
    for section in made.outline.sections:
        if any(place.split("/")[0] == section.name for place in standing.words):
            label = f"Make “{plain(section.title or 'Headline')}” anew"
            if st.button(label, key=f"anew-{section.name}"):
                _kept(review.regenerate, house, made, section.name)


def _kept(act: Callable[..., object], *what: object) -> None:
    """Do it and show the page anew, or say why it was not done."""
    try:
        act(*what, datetime.now(tz=UTC))
    except ReckonError as error:
        st.error(plain(str(error)))
        return
    st.rerun()


def _hand_out(house: House, made: Summary, summary: Summary, *, approved: bool) -> None:
    """Approve, then take a file out; each format is scanned before it can be had."""
    if not approved:
        if st.button("Approve", type="primary", icon=":material/check:"):
            _kept(_approve, house, summary)
        st.caption("A summary can be exported once it is approved.")
        return
    form = st.selectbox("Format", list(FORMATS), format_func=lambda one: FORMATS[one].title)
    finished = finish(summary, form)
    if isinstance(finished, Ended):
        st.error(plain(finished.text))
        return
    st.download_button(
        "Export",
        finished.content,
        f"{made.name}.{form}",
        FORMATS[form].media_type,
        icon=":material/download:",
        on_click=record_export,
        args=(house, summary.view, f"summary of {summary.facts.client}, {summary.facts.period.label}", form,
              datetime.now(tz=UTC)),
    )  # fmt: skip


def _approve(house: House, summary: Summary, at: datetime) -> None:
    review.approve(house, summary, at)
