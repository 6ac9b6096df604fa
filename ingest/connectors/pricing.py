"""The price and the cost of an hour, from the rates and amounts beside each entry of a report.

A rate that is given stands. Where there is only an amount, the rate is the amount divided by the hours, in
ten-thousandths. Often that does not come out even: what is too much or too little is carried on to the next
entry, in the order of projects, people and days, so that each entry is right to the cent and so are their sums.
Zeros that were never filled in are unknown, not free: see `rate_of_billing` and `rate_of_cost`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from assistant.agency.units import MONEY_SCALE, SECONDS_PER_HOUR
from ingest.connectors.headings import is_amount
from ingest.connectors.values import half_up, money_text, seconds_lasted, ten_thousandths
from ingest.locale import distinct

_A_CENT = MONEY_SCALE // 100 * SECONDS_PER_HOUR
_HALF_A_HUNDREDTH_OF_AN_HOUR = 18
"""Seconds: some systems multiply hours that are already rounded to two decimals."""
_SOME_NAMES = 5


@dataclass(frozen=True)
class Priced:
    """A rate for each row (blank = unknown), and what was found on the way."""

    rates: pa.Array
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Given:
    """What the rows say: a rate, an amount, the hours that are counted, and in which order they are gone through.

    `counts` says of each row whether it has a price at all; None = nobody knows.
    """

    rate: pa.Array
    amount: pa.Array
    hours: pa.Array
    currency: pa.Array
    order: Sequence[int]
    counts: Sequence[bool | None]


def rate_of_billing(given: Given, file: str) -> Priced:
    """The price of an hour. Where every rate and amount in the file is 0, prices were never filled in."""
    blank = pc.if_else(pc.is_valid(given.rate), "", "")
    if not (distinct(given.rate) or distinct(given.amount)):
        return Priced(blank)
    if not _any_amount(given):
        return Priced(blank, (f"{file}: every billable rate is 0, so prices are taken for unknown, not for free.",))
    return _rates(given, file, "billable amount")


def rate_of_cost(given: Given, persons: pa.Array, names: pa.Array, file: str) -> Priced:
    """The cost of an hour. For someone whose cost is 0 in every row of the file it was never filled in."""
    filled = pc.or_(pc.not_equal(given.rate, ""), pc.not_equal(given.amount, ""))
    paid = persons.filter(pc.or_(is_amount(given.rate), is_amount(given.amount))).unique()
    free = pc.and_(filled, pc.invert(pc.is_in(persons, value_set=paid)))
    priced = _rates(given, file, "cost amount")
    if not pc.any(free).as_py():
        return priced
    of_free = pc.is_in(persons, value_set=persons.filter(free).unique())
    shown = _some(distinct(names.filter(of_free)))
    notice = f"{file}: a cost rate of 0 in every row is taken for unknown: {shown}."
    return Priced(pc.if_else(of_free, "", priced.rates), (*priced.notices, notice))


def _any_amount(given: Given) -> bool:
    return bool(pc.any(is_amount(given.rate)).as_py() or pc.any(is_amount(given.amount)).as_py())


def _some(names: set[str]) -> str:
    in_order = sorted(names)
    return ", ".join(in_order[:_SOME_NAMES]) + (" …" if len(in_order) > _SOME_NAMES else "")


def _rates(given: Given, file: str, what: str) -> Priced:
    """The rate of each row: as given, or else made of the amount."""
    rates = given.rate.to_pylist()
    amounts = [ten_thousandths(text) for text in given.amount.to_pylist()]
    seconds = [seconds_lasted(text) or 0 for text in given.hours.to_pylist()]
    made = {place: amounts[place] for place in range(len(rates)) if _is_made(rates[place], amounts[place])}
    made = {place: amount for place, amount in made.items() if given.counts[place] is not False}
    in_vain = sum(1 for place, amount in made.items() if amount and seconds[place] <= 0)
    kept = [place for place in given.order if place in made and seconds[place] > 0]
    currencies = given.currency.to_pylist()
    for place, rate in _carried(kept, amounts, seconds, currencies):
        rates[place] = money_text(rate)
    apart = sum(
        1
        for place, text in enumerate(given.rate.to_pylist())
        if place not in made and given.counts[place] and _contradicts(text, amounts[place], seconds[place])
    )
    return Priced(pa.array(rates, pa.string()), _doubts(file, what, apart, in_vain))


def _is_made(rate: str, amount: int | None) -> bool:
    """Whether the amount must tell the rate: there is none, or it is 0 beside an amount."""
    return amount is not None and (rate == "" or (amount > 0 and ten_thousandths(rate) == 0))


def _carried(
    places: Sequence[int], amounts: Sequence[int | None], seconds: Sequence[int], currencies: Sequence[str]
) -> list[tuple[int, int]]:
    """The rate of each place; what one loses to rounding, the next in its currency makes good."""
    owed: dict[str, int] = {}
    found = []
    for place in places:
        wanted = (amounts[place] or 0) * SECONDS_PER_HOUR + owed.get(currencies[place], 0)
        rate = max(0, half_up(wanted, seconds[place]))
        owed[currencies[place]] = wanted - rate * seconds[place]
        found.append((place, rate))
    return found


def _contradicts(rate: str, amount: int | None, seconds: int) -> bool:
    """Whether an amount is not the rate times the hours, even if either was rounded on the way."""
    price = ten_thousandths(rate)
    if price is None or amount is None:
        return False
    apart = abs(amount * SECONDS_PER_HOUR - price * seconds)
    return apart > _A_CENT + price * _HALF_A_HUNDREDTH_OF_AN_HOUR


def _doubts(file: str, what: str, apart: int, in_vain: int) -> tuple[str, ...]:
    found = []
    if apart:
        found.append(
            f"{file}: in {_rows(apart)} the {what} is not the rate times the hours; the rate and the hours are kept."
        )
    if in_vain:
        found.append(f"{file}: {_rows(in_vain)} with a {what} but no hours: an hour has no price there.")
    return tuple(found)


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"
