"""Sentences whose numbers can be followed: a click on one opens the rows it was counted from."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from assistant.answers.answer import Answer
from assistant.answers.leads import Lead, stretches
from ui.plain import plain
from ui.session import followed

JS = """
export default function ({ data, setTriggerValue }) {
  const said = document.querySelector(`.st-key-${data}`);
  if (!said) return;
  const start = `#lead-${data}-`;
  const tell = (address) => setTriggerValue("lead", Number(address.slice(start.length)));
  const follow = (event) => {
    const link = event.target.closest(`a[href^="${start}"]`);
    if (!link || !said.contains(link)) return;
    event.preventDefault();
    event.stopPropagation();
    tell(link.getAttribute("href"));
  };
  said.addEventListener("click", follow, true);
  if (location.hash.startsWith(start)) {
    const address = location.hash;
    history.replaceState(history.state, "", location.pathname + location.search);
    tell(address);
  }
  return () => said.removeEventListener("click", follow, true);
}
"""
"""Takes the clicks on numbers of one answer; it reads no text and writes none.

A click before it listens is an ordinary link's and stands in the address: it is taken from there.
"""

HINT = "Show the rows under this number"
LONGEST_ON_A_LINE = 24


class Sentences:
    """The sentences in the container called `key`, their numbers as links, and what a click on one of these does."""

    def __init__(self, answer: Answer, key: str) -> None:
        self.answer = answer
        self.key = key
        self.leads: list[Lead] = []

    def marked(self, text: str) -> str:
        """`text` as Markdown: words harmless, numbers as links."""
        made = []
        for one in stretches(self.answer, text):
            if one.lead is None:
                made.append(plain(one.text))
            else:
                made.append(f'[{plain(_together(one.text))}](#lead-{self.key}-{len(self.leads)} "{HINT}")')
                self.leads.append(one.lead)
        return "".join(made)

    def listen(self, follow: Callable[[Lead], None]) -> None:
        """Call `follow` with the lead of the number that is clicked, within the container called `self.key`."""
        if self.leads:
            listener = st.components.v2.component("reckon_leads", js=JS)
            place = f"clicks-{self.key}"
            listener(data=self.key, key=place, on_lead_change=partial(_follow, place, self.leads, follow))


def _together(figure: str) -> str:
    """A number and its unit stay on one line; a figure that is words may go over several."""
    return figure.replace(" ", "\u00a0") if len(figure) <= LONGEST_ON_A_LINE else figure


def _follow(key: str, leads: list[Lead], follow: Callable[[Lead], None]) -> None:
    number = followed(key)
    if number is not None and 0 <= number < len(leads):
        follow(leads[number])
