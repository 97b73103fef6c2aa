"""Read canonical answers: text, numbers, lists and mappings, all of which may be missing."""

from __future__ import annotations

from collections.abc import Mapping

Answers = Mapping[str, object]


def text_of(answers: Answers, key: str) -> str:
    """The text under a key; empty when there is none."""
    value = answers.get(key)
    return value.strip() if isinstance(value, str) else ""


def number_of(answers: Answers, key: str) -> int | None:
    """The number under a key, if it is known."""
    value = answers.get(key)
    return value if isinstance(value, int) else None


def names_of(answers: Answers, key: str) -> list[str]:
    """The texts listed under a key."""
    value = answers.get(key)
    return [name for name in value if isinstance(name, str)] if isinstance(value, list) else []


def rows_of(answers: Answers, key: str) -> list[Answers]:
    """The mappings listed under a key."""
    value = answers.get(key)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def part_of(answers: Answers, key: str) -> Answers:
    """The mapping under a key; empty when there is none."""
    value = answers.get(key)
    return value if isinstance(value, Mapping) else {}
