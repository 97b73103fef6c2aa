"""What the register knows of a person, their guardians, admissions, incidents and events."""

from __future__ import annotations

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create the tables. A step spells out its columns and never imports today's models."""
