"""The order in which rows are told that were picked from one end: "top 5 clients by revenue, lowest first"."""

from dataclasses import replace

from assistant.metrics.catalogue import METRICS
from assistant.planning import limits, places
from assistant.planning.parts import Parts
from assistant.planning.words import Role
from assistant.query import Order, Query


def told(query: Query, parts: Parts, asked: str) -> Query:
    """The query with the order said besides the end it picks from, where that is another one."""
    if not query.limit or query.order not in (Order.DESC, Order.ASC):
        return query
    if parts.mark(Role.BY_NAME):
        return replace(query, shown=Order.NAME)
    metric = METRICS[query.metrics[0]]
    sorts = [one for one in parts.rankings if one.sorts and not one.limit and one.said not in limits.SORTED]
    order = limits.first_of(sorts[0], asked, metric) if sorts else query.order
    return query if order is query.order else replace(query, shown=order)


def kept(new: Query, old: Query, piece: Parts) -> Query:
    """As in "lowest first" after a top five: the same five, from the other end; else as they were shown before."""
    new = places.kept(new, old)
    ranked = [one for one in piece.rankings if not one.is_default]
    if not old.limit or new.by != old.by or new.metrics[:1] != old.metrics[:1]:
        return new
    if not ranked:
        return replace(new, shown=old.shown)
    turned = all(one.sorts and not one.limit for one in ranked) and old.order in (Order.DESC, Order.ASC)
    if not turned or new.order not in (Order.DESC, Order.ASC):
        return new
    shown = None if new.order is old.order else new.order
    return replace(new, order=old.order, limit=old.limit, shown=shown)
