"""Where one was on the desk, to go back and forth along it."""

from __future__ import annotations

from dataclasses import dataclass, replace

LONGEST = 50


@dataclass(frozen=True)
class Stop:
    """A page, and what it was about."""

    page: str
    subject: object = None


class Trail:
    """The pages one came through. Going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    def visit(self, stop: Stop) -> None:
        """Go somewhere. Another subject on the same page is another stop."""
        if self.here() == stop:
            return
        self._stops = [*self._stops[: self._at + 1], stop][-LONGEST:]
        self._at = len(self._stops) - 1

    def note(self, subject: object) -> None:
        """The page one is on has turned to something else by itself."""
        if self._stops:
            self._stops[self._at] = replace(self._stops[self._at], subject=subject)

    def here(self) -> Stop | None:
        """Where one is."""
        return self._stops[self._at] if self._stops else None

    def can_step(self, by: int) -> bool:
        """Whether there is a stop that way."""
        return 0 <= self._at + by < len(self._stops)

    def step(self, by: int) -> Stop | None:
        """Go back (-1) or forth (1), where there is a stop."""
        if not self.can_step(by):
            return None
        self._at += by
        return self._stops[self._at]

    def behind(self) -> list[Stop]:
        """Here and what one came through, the last first."""
        return self._stops[self._at :: -1] if self._stops else []
