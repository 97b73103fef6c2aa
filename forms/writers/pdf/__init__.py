"""Draw blocks as the PDF that is printed, signed and scanned."""

from forms.glyphs import Missing
from forms.writers.pdf.document import Printed, write_pdf
from forms.writers.pdf.pen import PlacedSlot

__all__ = ["Missing", "PlacedSlot", "Printed", "write_pdf"]
