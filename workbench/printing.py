"""Handing a paper to the printer: the very pages, which of them, and that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.models.papers import PrintRun
from data.models.signatures import Seal
from forms.writers.pdf.joining import join_pdfs, pages_of_pdf
from workbench.bench import Bench, Work
from workbench.errors import NotFound, Refused
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.drawing import Sealing, draw_pdf, stamp_of
from workbench.paperwork.sorts import PaperSort
from workbench.paperwork.subjects import Subject
from workbench.rules.printing import chosen_pages
from workbench.seals import Fixed, fixed, latest_seal

MOST_COPIES = 99


class PagesUnclear(Refused):
    """The range of pages cannot be read, or names one that is not there."""

    def __init__(self, text: str, pages: int) -> None:
        super().__init__(
            f"页码范围“{text}”不对，这份文书共{pages}页。",
            next_step="请写成1-3,5这样的形式；空着表示全部打印。",
        )


class CopiesUnclear(Refused):
    """So many copies are not printed in one go."""

    def __init__(self) -> None:
        super().__init__("份数不对。", next_step=f"请填写1到{MOST_COPIES}之间的份数。")


@dataclass(frozen=True)
class ToPrint:
    """The pages for the printer; `reprint` counts from the second time on.

    `starts` are the pages on which a paper begins that needs a sheet of its own.
    """

    pdf: bytes
    reprint: int
    starts: tuple[int, ...] = (0,)


def pages_to_print(bench: Bench, form: str, subject: Subject) -> ToPrint:
    """A sealed paper as it goes to the printer. Slow.

    The first time these are the sealed pages byte for byte, later the same with 重印 in the foot.
    """
    with bench.asking("pages_to_print") as session:
        sealed = _sealed(session, form, subject)
    return _pages(bench, *sealed)


def sheets_to_print(bench: Bench, papers: Sequence[tuple[str, Subject]]) -> ToPrint:
    """Several sealed papers as they go to the printer together, each as it would alone. Slow."""
    with bench.asking("sheets_to_print") as session:
        sealed = [_sealed(session, form, subject) for form, subject in papers]
    runs = [_pages(bench, *each) for each in sealed]
    starts = [0]
    for run in runs[:-1]:
        starts.append(starts[-1] + pages_of_pdf(run.pdf))
    pdf = join_pdfs([run.pdf for run in runs])
    return ToPrint(pdf, max((run.reprint for run in runs), default=0), tuple(starts))


def _sealed(session: Session, form: str, subject: Subject) -> tuple[PaperSort, Fixed, int]:
    sort = sort_of(form)
    seal = latest_seal(session, sort.form, str(subject)) if sort else None
    if sort is None or seal is None:
        raise NotFound("已封存的这份文书")
    return sort, fixed(session, seal), _times(session, seal)


def _pages(bench: Bench, sort: PaperSort, kept: Fixed, times: int) -> ToPrint:
    if not times and not kept.void:
        return ToPrint(kept.pdf, 0)
    sealing = Sealing(
        kept.version, kept.sheet, kept.audit_head, kept.sealed_at, kept.void, reprint=times
    )
    stamp = stamp_of(bench, sort, kept.answers, sealing)
    return ToPrint(draw_pdf(sort.form, kept.answers, stamp).pdf, times)


def require_range(text: str, pages: int) -> tuple[int, ...]:
    """The pages a person asked for, or a refusal in words."""
    found = chosen_pages(text, pages)
    if found is None:
        raise PagesUnclear(text, pages)
    return found


def record_print(bench: Bench, form: str, subject: Subject, *, pages: int, copies: int) -> None:
    """Keep that pages went to a printer; a paper that was sealed counts its reprints from this."""
    with bench.doing("record_print") as work:
        _keep_run(work, form, subject, pages, copies)
        work.about(form=form, about=str(subject), pages=pages, copies=copies)


def record_prints(
    bench: Bench, printed: Sequence[tuple[str, Subject, int]], *, copies: int
) -> None:
    """Keep that several papers went to a printer together, each with how many pages it took."""
    with bench.doing("record_prints") as work:
        for form, subject, pages in printed:
            _keep_run(work, form, subject, pages, copies)
        forms = " ".join(sorted({form for form, _, _ in printed}))
        work.about(forms=forms, pages=sum(pages for *_, pages in printed), copies=copies)


def _keep_run(work: Work, form: str, subject: Subject, pages: int, copies: int) -> None:
    sort = sort_of(form)
    if sort is None:
        raise NotFound(f"编号为“{form}”的文书")
    if not 1 <= copies <= MOST_COPIES:
        raise CopiesUnclear
    seal = latest_seal(work.session, sort.form, str(subject))
    work.session.add(
        PrintRun(
            seal_id=seal.id if seal else None,
            form=form,
            subject=str(subject),
            pages=pages,
            copies=copies,
            printed_at=work.written.at,
            printed_by=work.written.by,
        )
    )


def _times(session: Session, seal: Seal) -> int:
    count = select(func.count(PrintRun.id)).where(PrintRun.seal_id == seal.id)
    return session.scalar(count) or 0
