"""Draw blocks as a Word document to be edited by hand, never signed."""

from forms.writers.word.document import write_word

__all__ = ["write_word"]
