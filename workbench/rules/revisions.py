"""What kind of change each line of a plan has gone through since the version before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.codes import Labelled
from workbench.rules.plans import Line

# Only these may differ in a line that was merely put off.
_DAYS = ("start_on", "due_on")
_TEXTS = ("area", "problem", "goal", "measure", "responsible", "partner", "frequency")


class Revision(Labelled):
    """What became of one line."""

    ADDED = "added", "新增"
    CHANGED = "changed", "修改"
    POSTPONED = "postponed", "延期"
    REMOVED = "removed", "去掉"
    SAME = "same", "继续"


@dataclass(frozen=True)
class Revised:
    """One line in both versions; one of them is missing where it was added or removed."""

    revision: Revision
    before: Line | None
    after: Line | None

    @property
    def line(self) -> Line:
        """The line as it reads now, or as it read last."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a line stands in at least one version")
        return found


def revisions(before: Sequence[Line], after: Sequence[Line]) -> tuple[Revised, ...]:
    """Every line of both versions, those of the new one in their order, then those taken out."""
    old = {line.key: line for line in before}
    kept = {line.key for line in after}
    return (
        *(Revised(_revision(old.get(line.key), line), old.get(line.key), line) for line in after),
        *(Revised(Revision.REMOVED, line, None) for line in before if line.key not in kept),
    )


def _revision(before: Line | None, after: Line) -> Revision:
    if before is None:
        return Revision.ADDED
    if any(getattr(before, name) != getattr(after, name) for name in _TEXTS):
        return Revision.CHANGED
    if before.due_on and after.due_on and before.due_on < after.due_on:
        return Revision.POSTPONED
    moved = any(getattr(before, name) != getattr(after, name) for name in _DAYS)
    return Revision.CHANGED if moved else Revision.SAME
