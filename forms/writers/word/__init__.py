"""Draw papers as a Word document to be edited by hand, never signed.

The library that writes Word is slow to load: it comes with the first paper that is drawn.
"""

from collections.abc import Sequence

from forms.pages import Paper
from forms.stamp import Stamp

__all__ = ["bind_word", "write_word"]


def write_word(paper: Paper, stamp: Stamp) -> bytes:
    """Draw a paper as a draft to edit, with the stamp in header and footer."""
    from forms.writers.word import document

    return document.write_word(paper, stamp)


def bind_word(parts: Sequence[tuple[Paper, Stamp]], title: str) -> bytes:
    """Draw papers one after another, each on pages of its own that are counted by themselves."""
    from forms.writers.word import document

    return document.bind_word(parts, title)
