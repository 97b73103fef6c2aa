"""Draw blocks as the PDF that is printed, signed and scanned."""

from forms.glyphs import Missing
from forms.writers.pdf.document import Bound, Printed, bind_pdf, write_pdf
from forms.writers.pdf.pen import PlacedSlot

__all__ = ["Bound", "Missing", "PlacedSlot", "Printed", "bind_pdf", "write_pdf"]
