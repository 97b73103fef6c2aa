"""Several papers on their way to the printer as one: sealed at the last moment, counted by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from ui.models.papers import Paper
from workbench.bench import Bench
from workbench.paperwork.documents import (
    BoundDocument,
    Document,
    bind_documents,
    preview_documents,
)
from workbench.paperwork.handouts import read_department_copies, read_slips
from workbench.paperwork.pack import Pack, read_pack
from workbench.paperwork.subjects import Subject
from workbench.printing import ToPrint, record_prints
from workbench.sealing import seal_document


class Run:
    """Everything but `record` is slow. Looking seals nothing: only what is printed is fixed."""

    def __init__(self, bench: Bench, read: Callable[[], Pack]) -> None:
        self._bench, self._read = bench, read
        self._pack: Pack | None = None
        self._drawn: BoundDocument | None = None

    def look(self) -> Document:
        """The papers as pages, those to be signed as drafts until they are printed."""
        self._pack = self._read()
        self._drawn = preview_documents(self._bench, self._pack.papers)
        return Document(self._drawn.pdf, False, self._drawn.missing)

    def pages(self) -> ToPrint:
        """The same, for counting and choosing."""
        return ToPrint(self.look().pdf, 0)

    def settle(self, numbers: Sequence[int]) -> ToPrint:
        """Seal what is to be signed on these pages, and draw everything as it now is."""
        wanted = self._on(numbers)
        to_seal = self._pack.to_seal if self._pack else ()
        for paper in to_seal:
            if paper in wanted:
                seal_document(self._bench, *paper)
        return self.pages()

    def name(self) -> str:
        """What the file is called."""
        return self._read().title

    def save(self, target: Path) -> None:
        """Save all of it as one file."""
        bind_documents(self._bench, self._read().papers, target)

    def record(self, numbers: Sequence[int], copies: int) -> None:
        """Keep of every paper how many of its pages were printed."""
        counted = self._on(numbers)
        printed = [(*paper, pages) for paper, pages in counted.items()]
        if printed:
            record_prints(self._bench, printed, copies=copies)

    def _on(self, numbers: Sequence[int]) -> Counter[tuple[str, Subject]]:
        """Which papers lie on these sides of paper, each with how many of its pages."""
        if self._pack is None or self._drawn is None:
            return Counter()
        sides, papers = self._drawn.sides, self._pack.papers
        return Counter(
            papers[place] for number in numbers if number < len(sides) for place in sides[number]
        )


def pack_paper(bench: Bench, title: str, meeting_id: int) -> Paper:
    """Everything that is handed out before a meeting, as one paper."""
    return _paper(title, Run(bench, lambda: read_pack(bench, meeting_id)))


def slips_paper(bench: Bench, title: str, meeting_id: int) -> Paper:
    """The slips of all tasks that a meeting gave, as one paper."""
    return _paper(title, Run(bench, lambda: read_slips(bench, meeting_id)))


def department_copies_paper(bench: Bench, title: str, meeting_id: int) -> Paper:
    """For each department what concerns it of a meeting, as one paper."""
    return _paper(title, Run(bench, lambda: read_department_copies(bench, meeting_id)))


def _paper(title: str, run: Run) -> Paper:
    return Paper(
        title,
        signed=False,
        look=run.look,
        pages=run.pages,
        name=run.name,
        save=run.save,
        record=run.record,
        settle=run.settle,
    )
