"""When an item of the agenda needs nothing more."""

from __future__ import annotations

from collections.abc import Collection

from data.codes import AgendaTier, DecisionKind


def is_settled(tier: AgendaTier, *, rated: bool, decided: Collection[DecisionKind]) -> bool:
    """A case needs a rating and a decision, a matter a decision; deferring counts for both."""
    if DecisionKind.DEFER in decided:
        return True
    return bool(decided) and (rated or tier is AgendaTier.MATTER)
