"""How far a long import has come, and whether somebody wants it stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workbench.imports.errors import ImportStopped

T = TypeVar("T")
_PART = 500


@dataclass
class Pace:
    """Tells the share that is done in per cent; `stopped` is asked between two parts."""

    told: Callable[[int], None]
    stopped: Callable[[], bool]
    _whole: int = 0
    _done: int = 0

    def expect(self, rows: int) -> None:
        """Say how many rows there will be to write in all."""
        self._whole = rows

    def parts(self, rows: Sequence[T]) -> Iterator[Sequence[T]]:
        """Hand out rows some at a time; raises ImportStopped once nobody wants them any more."""
        for first in range(0, len(rows), _PART):
            self.require_wanted()
            part = rows[first : first + _PART]
            yield part
            self._done += len(part)
            self.told(min(100, self._done * 100 // max(self._whole, 1)))

    def require_wanted(self) -> None:
        """Stop here if somebody said so."""
        if self.stopped():
            raise ImportStopped
