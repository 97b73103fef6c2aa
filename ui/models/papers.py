"""A paper as the screen handles it: to be looked at, printed and saved, filled in or blank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbench.bench import Bench
from workbench.paperwork.documents import (
    Document,
    document_name,
    preview_blank,
    preview_document,
    save_blank,
    save_document,
)
from workbench.paperwork.files import case_file_name, preview_case_file, save_case_file
from workbench.paperwork.recovery_sheet import recovery_page, save_recovery_page
from workbench.paperwork.subjects import About, Subject
from workbench.printing import ToPrint, pages_to_print, record_print


@dataclass(frozen=True)
class Paper:
    """One paper. Looking, fetching pages and saving are slow; `record` keeps what was printed.

    A blank form is not counted, since nobody's content went out. `settle` is asked just before
    pages go to the printer, for whatever must be fixed by then, and answers how they now look.
    Pages are numbered from nought.
    """

    title: str
    signed: bool
    look: Callable[[], Document]
    pages: Callable[[], ToPrint]
    name: Callable[[], str]
    save: Callable[[Path], None]
    record: Callable[[Sequence[int], int], None] | None
    settle: Callable[[Sequence[int]], ToPrint] | None = None


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


def _pages(bench: Bench, form: str, subject: Subject) -> ToPrint:
    """The sealed pages where the paper is sealed; a draft as it stands."""
    document = preview_document(bench, form, subject)
    if document.sealed:
        return pages_to_print(bench, form, subject)
    return ToPrint(document.pdf, 0)


def _record(bench: Bench, form: str, subject: Subject, numbers: Sequence[int], copies: int) -> None:
    record_print(bench, form, subject, pages=len(numbers), copies=copies)
