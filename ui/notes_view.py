"""What notes say, on the page: each passage as a card, the sentence that answers marked, its day and file below it."""

from html import escape

import streamlit as st

from assistant.agency.units import show_day
from assistant.answers.answer import Answer
from assistant.answers.citations import Citation
from ui.plain import plain

STYLE = """<style>
.said {border-left: 3px solid #0f766e; padding: .25rem 0 .25rem .85rem; margin: 0 0 .35rem 0}
.said p {margin: 0 0 .4rem 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5}
.said mark {background: rgba(250, 204, 21, .38); color: inherit; padding: .05em .15em; border-radius: .2em}
.said .around {opacity: .72}
.said .where {font-size: .82rem; opacity: .8; margin: 0; white-space: normal}
</style>"""
"""How a passage looks; its text is escaped and never read as HTML or Markdown."""


def show_notes(answer: Answer) -> None:
    """An answer out of notes alone."""
    headline = answer.text.split("\n")[0].rstrip(":")
    st.markdown(f"##### {plain(headline)}")
    sentences = len(answer.citations)
    quoted = f"{sentences} sentence{'' if sentences == 1 else 's'}"
    st.badge(f"Quoted as written · {quoted}", icon=":material/format_quote:", color="green")
    for one in answer.summary:
        st.markdown(plain(f"{one.text} {one.marks}"))
    for caveat in answer.caveats:
        st.caption(f":material/info: {plain(caveat)}")
    show_citations(answer)


def show_citations(answer: Answer) -> None:
    """Every passage an answer quotes."""
    if answer.citations:
        places = range(1, len(answer.citations) + 1) if answer.summary else [0] * len(answer.citations)
        cards = (card(one, answer.locale, place) for place, one in zip(places, answer.citations, strict=True))
        st.html(STYLE + "".join(cards))


def card(one: Citation, locale: str, place: int = 0) -> str:
    """A passage as HTML in which nothing of the note is live, with its place where sentences lead to it."""
    before, marked, after = (escape(part) for part in (one.before, one.marked, one.after))
    day = show_day(one.day, locale) if one.day else "no date"
    guessed = f" · guessed: {', '.join(one.guessed)}" if one.guessed else ""
    heading = f" · {one.heading}" if one.heading else ""
    speaker = f" · {one.speaker}" if one.speaker else ""
    number = f"[{place}] " if place else ""
    where = escape(f"{number}{one.title}{heading}{speaker} · {day} · {one.note}{guessed}")
    return (
        f'<div class="said"><p><span class="around">{before}</span><mark>{marked}</mark>'
        f'<span class="around">{after}</span></p><p class="where">{where}</p></div>'
    )
