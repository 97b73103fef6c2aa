"""How well promises were kept."""

from __future__ import annotations


def share_done(done: int, due: int) -> str:
    """How much of what was due is done, in whole percent: 67%. Empty where nothing was due.

    Nothing is rounded up to all.
    """
    if not due:
        return ""
    nearest = (200 * done + due) // (2 * due)
    return f"{nearest if done == due else min(nearest, 99)}%"
