"""What each action is called where a person reads it, and the group it belongs to."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "reference" / "action_words.toml"


@cache
def action_groups() -> dict[str, dict[str, str]]:
    """Every group by its name: its actions, each with its words."""
    return tomllib.loads(_TABLE.read_text("utf-8"))


@cache
def action_words() -> dict[str, str]:
    """The words of every action."""
    return {action: words for group in action_groups().values() for action, words in group.items()}
