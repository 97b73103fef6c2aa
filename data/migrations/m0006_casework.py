"""Intake, the life of a case, plans, annotations, and what a task needs."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
