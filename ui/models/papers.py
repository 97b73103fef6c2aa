"""A paper as the screen handles it: to be looked at, printed and saved, filled in or blank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench.bench import Bench
from workbench.paperwork.documents import (
    Document,
    bind_documents,
    document_name,
    preview_blank,
    preview_document,
    preview_documents,
    save_blank,
    save_document,
)
from workbench.paperwork.files import case_file_name, preview_case_file, save_case_file
from workbench.paperwork.pack import read_pack
from workbench.paperwork.recovery_sheet import recovery_page, save_recovery_page
from workbench.paperwork.subjects import About, Subject
from workbench.printing import ToPrint, pages_to_print, record_print, record_prints
from workbench.sealing import seal_document


@dataclass(frozen=True)
class Paper:
    """One paper. Looking, fetching pages and saving are slow; `record` keeps that it was printed.

    A blank form is not counted, since nobody's content went out.
    """

    title: str
    signed: bool
    look: Callable[[], Document]
    pages: Callable[[], ToPrint]
    name: Callable[[], str]
    save: Callable[[Path], None]
    record: Callable[[int, int], None] | None


def filled_paper(
    bench: Bench, title: str, form: str, subject: Subject, *, signed: bool = True
) -> Paper:
    """A paper about something in the records; a signed one is a draft until it is sealed."""
    return Paper(
        title,
        signed,
        look=partial(preview_document, bench, form, subject),
        pages=partial(_pages, bench, form, subject),
        name=partial(document_name, bench, form, subject),
        save=partial(save_document, bench, form, subject),
        record=partial(_record, bench, form, subject),
    )


def blank_paper(bench: Bench, form: str, title: str) -> Paper:
    """A form to be filled by pen."""
    return Paper(
        f"{title}（空白表）",
        signed=False,
        look=partial(preview_blank, bench, form),
        pages=lambda: ToPrint(preview_blank(bench, form).pdf, 0),
        name=lambda: f"空白表_{title}",
        save=partial(save_blank, bench, form),
        record=None,
    )


def visit_paper(bench: Bench, visit_id: int) -> Paper:
    """The record sheet of one visit, filled in."""
    return filled_paper(bench, "随访服务记录表", "SF", Subject(About.VISIT, visit_id))


def recovery_paper(bench: Bench, code: str) -> Paper:
    """The page with a recovery code that was just made; nobody keeps it but on paper."""
    return Paper(
        "恢复口令页",
        signed=False,
        look=partial(recovery_page, bench, code),
        pages=lambda: ToPrint(recovery_page(bench, code).pdf, 0),
        name=lambda: "恢复口令页",
        save=partial(save_recovery_page, bench, code),
        record=None,
    )


def case_file_paper(bench: Bench, case_id: int, number: str) -> Paper:
    """The whole file of a case; what is in it is signed elsewhere."""
    return Paper(
        f"个案档案·{number}",
        signed=False,
        look=partial(preview_case_file, bench, case_id),
        pages=lambda: ToPrint(preview_case_file(bench, case_id).pdf, 0),
        name=partial(case_file_name, bench, case_id),
        save=partial(save_case_file, bench, case_id),
        record=None,
    )


class PackRun:
    """The pack of one meeting on its way to the printer. Everything but `record` is slow."""

    def __init__(self, bench: Bench, meeting_id: int) -> None:
        self._bench, self._meeting_id = bench, meeting_id
        self._printed: tuple[tuple[str, Subject, int], ...] = ()

    def look(self) -> Document:
        """The pack as pages."""
        papers = read_pack(self._bench, self._meeting_id).papers
        drawn = preview_documents(self._bench, papers)
        self._printed = tuple(
            (form, subject, pages)
            for (form, subject), pages in zip(papers, drawn.pages, strict=True)
        )
        return Document(drawn.pdf, False, drawn.missing)

    def pages(self) -> ToPrint:
        """The same for the printer: what is signed at the table is sealed first."""
        for form, subject in read_pack(self._bench, self._meeting_id).to_seal:
            seal_document(self._bench, form, subject)
        return ToPrint(self.look().pdf, 0)

    def name(self) -> str:
        """What the file is called."""
        return read_pack(self._bench, self._meeting_id).title

    def save(self, target: Path) -> None:
        """Save the pack as one file."""
        papers = read_pack(self._bench, self._meeting_id).papers
        bind_documents(self._bench, papers, target)

    def record(self, pages: int, copies: int) -> None:
        """Keep that all of it was printed; single pages again are no new pack."""
        if pages == sum(part for *_, part in self._printed):
            record_prints(self._bench, self._printed, copies=copies)


def pack_paper(bench: Bench, title: str, meeting_id: int) -> Paper:
    """Everything that is handed out before a meeting, as one paper."""
    run = PackRun(bench, meeting_id)
    return Paper(
        title,
        signed=False,
        look=run.look,
        pages=run.pages,
        name=run.name,
        save=run.save,
        record=run.record,
    )


def _pages(bench: Bench, form: str, subject: Subject) -> ToPrint:
    """The sealed pages where the paper is sealed; a draft as it stands."""
    document = preview_document(bench, form, subject)
    if document.sealed:
        return pages_to_print(bench, form, subject)
    return ToPrint(document.pdf, 0)


def _record(bench: Bench, form: str, subject: Subject, pages: int, copies: int) -> None:
    record_print(bench, form, subject, pages=pages, copies=copies)
