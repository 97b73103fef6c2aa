"""Sending pages to a printer: drawn beside the screen, painted one by one, stopped at any time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QRectF, QThreadPool, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ui.background import Job
from ui.models.pdf_pages import POINTS_PER_INCH, PageSize, page_in_grey
from workbench.errors import Refused
from workbench.rules.printing import with_white_backs

MOST_DOTS = 300  # finer than this no office printer shows, and a page takes four times the memory


class PrinterSilent(Refused):
    """The printer did not take the pages."""

    def __init__(self) -> None:
        super().__init__(
            "打印机没有响应。",
            safe="文书没有丢失。",
            next_step="请检查打印机的电源和纸张，再点“打印”；也可以先存为PDF。",
        )


class Printers:
    """The printers of this computer."""

    def names(self) -> list[str]:
        """All of them, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        names = QPrinterInfo.availablePrinterNames()
        return sorted(names, key=lambda name: name != usual)

    def open(self, name: str) -> QPrinter:
        """Get ready to print on one of them."""
        found = QPrinterInfo.printerInfo(name)
        return QPrinter(found, QPrinter.PrinterMode.HighResolution)


@dataclass(frozen=True)
class Wanted:
    """What is to come out: which pages from nought, how many times, on both sides or on one."""

    numbers: tuple[int, ...]
    copies: int = 1
    duplex: bool = True
    starts: tuple[int, ...] = ()


class Printout(QObject):
    """Pages on their way to a printer, of which one at a time is in memory."""

    advanced = Signal(int, int)
    finished = Signal()
    failed = Signal(object)

    def __init__(
        self,
        parent: QObject,
        pool: QThreadPool,
        printer: QPrinter,
        pdf: bytes,
        sizes: Sequence[PageSize],
    ) -> None:
        super().__init__(parent)
        self._pool, self._printer, self._pdf, self._sizes = pool, printer, pdf, sizes
        self._painter = QPainter()
        self._run: list[int | None] = []
        self._next = 0
        self._job: Job | None = None

    def start(self, wanted: Wanted) -> None:
        """Set the printer up and send the first page."""
        self._prepare(wanted)
        self._run = _run(wanted, self._printer.supportsMultipleCopies())
        self._go_on()

    def stop(self) -> None:
        """Send nothing more. What the printer already holds may still come out."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _prepare(self, wanted: Wanted) -> None:
        printer, first = self._printer, self._sizes[wanted.numbers[0]]
        if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            printer.setResolution(MOST_DOTS)
        printer.setFullPage(True)  # places to sign lie where they were measured, to the millimetre
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        printer.setDuplex(_sides(first) if wanted.duplex else QPrinter.DuplexMode.DuplexNone)
        printer.setPageOrientation(_orientation(first))
        if printer.supportsMultipleCopies():
            printer.setCopyCount(wanted.copies)
            printer.setCollateCopies(True)

    def _go_on(self) -> None:
        if self._next == len(self._run):
            self._finish()
            return
        number = self._run[self._next]
        self.advanced.emit(self._next + 1, len(self._run))
        dots = min(self._printer.resolution(), MOST_DOTS)
        work = partial(_drawn, self._pdf, number, dots)
        self._job = Job(self, work, self._paint, self._fail).start(self._pool)

    def _paint(self, picture: QImage | None) -> None:
        self._job = None
        if not self._turn_page():
            self._fail(PrinterSilent())
            return
        number = self._run[self._next]
        if picture is not None and number is not None:
            self._painter.drawImage(self._place(self._sizes[number]), picture)
        self._next += 1
        self._go_on()

    def _fail(self, problem: Exception) -> None:
        self._job = None
        self.stop()
        self.failed.emit(problem)

    def _turn_page(self) -> bool:
        """Begin the first page, or the next one the way it lies."""
        number = self._run[self._next]
        if number is not None:
            self._printer.setPageOrientation(_orientation(self._sizes[number]))
        if not self._painter.isActive():
            return self._painter.begin(self._printer)
        return self._printer.newPage()

    def _place(self, size: PageSize) -> QRectF:
        dots = self._printer.resolution() / POINTS_PER_INCH
        return QRectF(0, 0, size.width * dots, size.height * dots)

    def _finish(self) -> None:
        if self._painter.end() and self._printer.printerState() != QPrinter.PrinterState.Error:
            self.finished.emit()
        else:
            self.failed.emit(PrinterSilent())


def _run(wanted: Wanted, printer_copies: bool) -> list[int | None]:
    """The pages one after the other; a white back where the next copy needs a sheet of its own."""
    once = with_white_backs(wanted.numbers, duplex=wanted.duplex, starts=wanted.starts)
    if printer_copies or wanted.copies == 1:
        return once
    padded = [*once, None] if wanted.duplex and len(once) % 2 else once
    return [*padded * (wanted.copies - 1), *once]


def _drawn(pdf: bytes, number: int | None, dots: int) -> QImage | None:
    return None if number is None else page_in_grey(pdf, number, dots)


def _orientation(size: PageSize) -> QPageLayout.Orientation:
    lying = size.width > size.height
    return QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait


def _sides(size: PageSize) -> QPrinter.DuplexMode:
    lying = size.width > size.height
    return QPrinter.DuplexMode.DuplexShortSide if lying else QPrinter.DuplexMode.DuplexLongSide
