"""The whole visit record, medication lines and the plan for those who do not take theirs."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
