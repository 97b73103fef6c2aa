"""How a recovery code is shown, and which of its groups are asked back."""

from __future__ import annotations

import secrets

ASKED_BACK = 2


def in_two_lines(code: str) -> str:
    """A long code is easier to copy from two shorter lines."""
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:])


def groups_to_ask(code: str) -> list[int]:
    """Which groups, counted from 1, are to be typed back: nobody knows them beforehand."""
    numbers = range(1, len(code.split("-")) + 1)
    return sorted(secrets.SystemRandom().sample(numbers, ASKED_BACK))


def is_group(code: str, number: int, typed: str) -> bool:
    """Whether this is that group, whatever the case and the spaces around it."""
    return "".join(typed.split()).upper() == code.split("-")[number - 1].upper()
