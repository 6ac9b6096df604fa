"""The scorecard as one page that needs nothing else: no script, no font, no network."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from importlib.resources import files

from eval.compare import Compared
from eval.floors import Missed
from eval.intervals import percent
from eval.score import Score
from eval.scorecard import Scorecard, Share

WORST_FIRST = ("wrong numbers", "leaks", "needless clarifications")
"""Shares that are best at nothing."""


def page(scorecard: Scorecard, missed: Sequence[Missed], compared: Compared | None, at: datetime) -> str:
    """The whole page."""
    style = (files("eval") / "page.css").read_text(encoding="utf-8")
    body = "\n".join(_parts(scorecard, missed, compared, at))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Evaluation</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _parts(scorecard: Scorecard, missed: Sequence[Missed], compared: Compared | None, at: datetime) -> Iterator[str]:
    asked = f"{len(scorecard.scores)} questions" + (
        f", {scorecard.repeats} times each" if scorecard.repeats > 1 else ""
    )
    yield f"<header><h1>Evaluation</h1><p>{asked}, {at:%d %B %Y, %H:%M} UTC</p></header>\n<main>"
    yield f'<section class="tiles">{"".join(map(_tile, scorecard.headline()))}</section>'
    yield _floors(missed)
    if compared:
        yield _compared(compared)
    yield _bars("By category", tuple(scorecard.by_category()))
    yield _bars("By scorer", tuple(scorecard.by_scorer()))
    yield _times(scorecard)
    yield _failed(tuple(scorecard.failed()))
    yield _all(scorecard.scores)
    yield "</main>"


def _tile(share: Share) -> str:
    low, high = share.interval
    is_worst = share.name in WORST_FIRST
    good = share.hits == 0 if is_worst else share.hits == share.tries
    return (
        f'<div class="tile {"good" if good else "bad"}"><h2>{escape(share.name.capitalize())}</h2>'
        f"<p class=value>{percent(share.value)}</p><p>{share.hits} of {share.tries}</p>"
        f"<p class=quiet>95&nbsp;%: {_unbroken(low)} to {_unbroken(high)}</p></div>"
    )


def _unbroken(share: float) -> str:
    return percent(share).replace(" ", "&nbsp;")


def _floors(missed: Sequence[Missed]) -> str:
    if not missed:
        return '<p class="note good">Every floor is reached.</p>'
    rows = "".join(f"<li>{escape(str(one))}</li>" for one in missed)
    return f'<section class="note bad"><h2>Below the floor</h2><ul>{rows}</ul></section>'


def _compared(compared: Compared) -> str:
    lists = "".join(
        f"<details open><summary>{title}: {len(names)}</summary><ul>"
        + "".join(f"<li>{escape(one)}</li>" for one in names)
        + "</ul></details>"
        for title, names in (
            ("Broken", compared.broken),
            ("Fixed", compared.fixed),
            ("Wrong as before", compared.still_wrong),
            ("New", compared.added),
            ("Gone", compared.gone),
        )
        if names
    )
    moved = f"{len(compared.fixed)} fixed, {len(compared.broken)} broken, {compared.unchanged} unchanged"
    same = f"{moved}: {len(compared.still_right)} right, {len(compared.still_wrong)} wrong"
    return f'<section class="compared"><h2>Against the earlier run</h2><p>{same}</p>{lists}</section>'


def _bars(title: str, shares: Sequence[Share]) -> str:
    """Each share as a bar, with its interval as a line over it."""
    rows = "".join(_bar(one) for one in shares)
    return f'<section><h2>{title}</h2><div class="bars">{rows}</div></section>'


def _bar(share: Share) -> str:
    low, high = (100 * one for one in share.interval)
    whisker = f"left:{low:.2f}%;width:{high - low:.2f}%"
    said = f"{share.hits} of {share.tries}, 95 %: {low:.1f} % to {high:.1f} %"
    return (
        f'<div class="bar" title="{said}"><span class="name">{escape(share.name)}</span>'
        f'<span class="track"><i style="width:{share.value * 100:.2f}%"></i><b style="{whisker}"></b></span>'
        f'<span class="figure">{percent(share.value)} <small>{share.hits}/{share.tries}</small></span></div>'
    )


def _times(scorecard: Scorecard) -> str:
    cells = "".join(
        f"<div><dt>{name.replace('_', ' ')}</dt><dd>{ms:.1f} ms</dd></div>" for name, ms in scorecard.times().items()
    )
    return f'<section><h2>Time</h2><dl class="times">{cells}</dl></section>'


def _failed(scores: Sequence[Score]) -> str:
    if not scores:
        return "<section><h2>What went wrong</h2><p>Nothing.</p></section>"
    rows = "".join(_failure(one) for one in scores)
    return f"<section><h2>What went wrong ({len(scores)})</h2>{rows}</section>"


def _failure(one: Score) -> str:
    problems = "".join(f"<li><b>{its.scorer}</b> {escape(its.text)}</li>" for its in one.problems)
    badge = "<em>wrong number</em>" if one.wrong_number else ""
    case = one.case
    return (
        f"<article><h3>{escape(case.wanted.question)} {badge}</h3>"
        f"<p class=quiet>{escape(case.suite)} / {escape(case.name)}, asked as {escape(case.asker.email)}</p>"
        f"<ul>{problems}</ul><p class=said>{escape(one.text)}</p></article>"
    )


def _all(scores: Sequence[Score]) -> str:
    rows = "".join(
        f'<tr class="{"good" if one.passed else "bad"}"><td>{"✓" if one.passed else "✗"}</td>'
        f"<td>{escape(one.case.wanted.question)}</td><td>{escape(one.outcome)}</td><td>{escape(one.text)}</td></tr>"
        for one in scores
    )
    head = "<tr><th></th><th>Question</th><th>Outcome</th><th>Reply</th></tr>"
    return f'<details><summary>Every question</summary><div class="wide"><table>{head}{rows}</table></div></details>'
