"""What was worked out is kept in memory for the next question, within bounds; nothing of it is ever written down."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import RLock
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(eq=False)
class Kept(Generic[T]):
    """Values by key up to a weight in all; the one used longest ago is forgotten first.

    The last few (`fewest`) stay whatever they weigh: one question looks at more than one of them.

    A key must name everything the value depends on: the data and the eyes that look at it first of all.
    `forget` is told of every value that goes.
    """

    most: int
    weigh: Callable[[T], int]
    forget: Callable[[T], None] = lambda _: None
    fewest: int = 3
    lock: RLock = field(default_factory=RLock, repr=False)
    _values: OrderedDict[Hashable, T] = field(default_factory=OrderedDict, repr=False)
    _weight: int = 0

    def __contains__(self, key: Hashable) -> bool:
        """Whether something is kept under `key`."""
        return key in self._values

    def clear(self) -> None:
        """Forget everything."""
        with self.lock:
            for value in self._values.values():
                self.forget(value)
            self._values.clear()
            self._weight = 0

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value kept under `key`, made and kept now if there is none."""
        with self.lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            value = make()
            self._values[key] = value
            self._weight += self.weigh(value)
            while self._weight > self.most and len(self._values) > self.fewest:
                _, old = self._values.popitem(last=False)
                self._weight -= self.weigh(old)
                self.forget(old)
            return value
