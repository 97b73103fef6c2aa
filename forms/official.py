"""Official papers as both writers set them: their grid, and the words of their last lines."""

from __future__ import annotations

from forms.blocks import Chapter, Imprint

LINES = 22
PITCH = 225 / LINES  # mm from line to line
SIZE = 15.75  # the type of which 28 characters fill a line
SMALLER = 14.0


def imprint_words(imprint: Imprint) -> tuple[str, str, str]:
    """Who gets the paper, who printed it, and when."""
    sent_to = f"分送：{imprint.sent_to}" if imprint.sent_to else ""
    return sent_to, imprint.issuer, f"{imprint.day}印发" if imprint.day else ""


def is_second_order(chapter: Chapter) -> bool:
    """Whether a head stands below another, as （一） stands below 一、."""
    return chapter.text.startswith("（")
