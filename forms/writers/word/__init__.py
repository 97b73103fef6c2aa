"""Draw papers as a Word document to be edited by hand, never signed."""

from forms.writers.word.document import bind_word, write_word

__all__ = ["bind_word", "write_word"]
