"""Showing papers and saving them where the user asked, sealed ones as they were sealed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.files import write_whole
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet
from forms.amendment import AMENDMENT
from forms.communique import COMMUNIQUE
from forms.definition import Form
from forms.later_signatures import LATER_SIGNATURES
from forms.layout import lay_out
from forms.minutes import MINUTES
from forms.pages import Paper
from forms.stamp import Stamp
from forms.task_slip import TASK_SLIP
from forms.urging import URGING
from forms.writers.pdf import bind_pdf
from forms.writers.word import bind_word
from workbench.bench import Bench
from workbench.errors import CannotPrint, NotFound
from workbench.paperwork.catalogue import CATALOGUE, sort_of
from workbench.paperwork.drawing import (
    Sealing,
    blank_stamp,
    draw_pdf,
    draw_word,
    missing_in_words,
    stamp_of,
)
from workbench.paperwork.filling import fill, fill_blank
from workbench.paperwork.naming import names_of_subjects
from workbench.paperwork.sorts import Asked, PaperSort
from workbench.paperwork.standings import Standing, standings_of
from workbench.paperwork.subjects import Subject
from workbench.seals import Fixed, fixed, latest_seal
from workbench.states import any_meeting

WORD, PDF = ".docx", ".pdf"
MINUTES_CODE, LATER_CODE = MINUTES.code, LATER_SIGNATURES.code
COMMUNIQUE_CODE = COMMUNIQUE.code
AMENDMENT_CODE = AMENDMENT.code
TASK_SLIP_CODE, URGING_CODE = TASK_SLIP.code, URGING.code


@dataclass(frozen=True)
class Document:
    """A document on the screen: the very bytes that would be printed."""

    pdf: bytes
    sealed: bool
    missing: tuple[str, ...]


@dataclass(frozen=True)
class BoundDocument:
    """Several papers as one, how many pages each of them takes, and which lie on which side."""

    pdf: bytes
    pages: tuple[int, ...]
    missing: tuple[str, ...]
    sides: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class DocumentRow:
    """One paper that can be made for a meeting, by form and subject, and how far it has come.

    `named` is what the subject is called on screens; closing the meeting seals those `at_close`.
    """

    form: str
    title: str
    subject: Subject
    signed: bool
    sealed: bool
    half: bool
    named: str
    standing: Standing
    at_close: bool


@dataclass(frozen=True)
class FormRow:
    """One form the program knows; `blank` ones can be printed to be filled by pen."""

    code: str
    title: str
    about: str
    signed: bool
    blank: bool


@dataclass(frozen=True)
class _Source:
    sort: PaperSort
    answers: dict[str, object]
    stamp: Stamp
    seal: Fixed | None


def list_forms(bench: Bench) -> list[FormRow]:
    """Every form, in the order of a month."""
    with bench.asking("list_forms"):
        return [
            FormRow(s.form.code, s.form.title, s.about.label, s.signed, s.blank) for s in CATALOGUE
        ]


def list_documents(bench: Bench, meeting_id: int) -> list[DocumentRow]:
    """Every paper of a meeting: what there is something to write on, and all that was sealed."""
    with bench.asking("list_documents") as session:
        papers = _papers(session, any_meeting(session, meeting_id))
        named = names_of_subjects(session, {subject for _, subject, _ in papers}, bench.today())
        signed = {(sort.form.code, str(subject)): sort.signed for sort, subject, _ in papers}
        standings = standings_of(session, signed)
        return [
            _row(
                sort,
                subject,
                named[subject],
                standings[sort.form.code, str(subject)],
                at_close=at_close,
            )
            for sort, subject, at_close in papers
        ]


def preview_document(bench: Bench, form: str, subject: Subject) -> Document:
    """A paper as pages: the sealed ones where it is sealed, what the records say before. Slow."""
    with bench.asking("preview_document") as session:
        source = _source(bench, session, form, subject)
    if source.seal is not None and not source.seal.void:
        return Document(source.seal.pdf, True, ())
    printed = draw_pdf(source.sort.form, source.answers, source.stamp)
    return Document(printed.pdf, source.seal is not None, missing_in_words(printed.missing))


def preview_sheet(bench: Bench, sheet_id: int) -> Document:
    """A sheet as it was sealed; one that is void says so on every page. Slow."""
    with bench.asking("preview_sheet") as session:
        sheet = session.get(Sheet, sheet_id)
        if sheet is None:
            raise NotFound("这份签字件")
        kept = session.get_one(Seal, sheet.seal_id)
        source = _sealed(bench, session, _sort(kept.form), kept)
    if source.seal is not None and not source.seal.void:
        return Document(source.seal.pdf, True, ())
    return Document(draw_pdf(source.sort.form, source.answers, source.stamp).pdf, True, ())


def preview_blank(bench: Bench, form: str) -> Document:
    """A form to be filled by pen. Slow."""
    with bench.asking("preview_blank") as session:
        sort = _sort(form)
        answers = fill_blank(session, sort)
    printed = draw_pdf(sort.form, answers, blank_stamp(bench.unit, sort.form))
    return Document(printed.pdf, False, missing_in_words(printed.missing))


def document_name(bench: Bench, form: str, subject: Subject) -> str:
    """The name a paper is saved under, without ending and without anybody's name."""
    with bench.asking("document_name") as session:
        sort = _sort(form)
        seal = latest_seal(session, sort.form, str(subject))
        answers = (
            fixed(session, seal).answers
            if seal
            else fill(sort, Asked(session, subject, bench.today()))
        )
        return _name(sort, answers, bench.today().isoformat())


def save_document(bench: Bench, form: str, subject: Subject, *targets: Path) -> None:
    """Save a paper as files, each Word or PDF as its ending says. Slow.

    The PDF of a sealed paper is the sealed one, byte for byte; Word is drawn again from the
    sealed answers.
    """
    require_endings(targets)
    with bench.preparing("save_document") as session:
        source = _source(bench, session, form, subject)
    contents = [(target, _content(source, target.suffix.lower())) for target in targets]
    with bench.doing("save_document") as work:
        for target, content in contents:
            write_whole(target, content)
        work.about(form=source.sort.form.code, about=str(subject), endings=_endings(targets))


def bind_documents(bench: Bench, papers: Sequence[tuple[str, Subject]], *targets: Path) -> None:
    """Save several papers as one file, in their order; halves share sheets of paper. Slow.

    Sealed papers are drawn again from what was sealed, with the same words, code and places.
    """
    require_endings(targets)
    with bench.preparing("bind_documents") as session:
        sources = [_source(bench, session, *paper) for paper in papers]
    parts = [(lay_out(s.sort.form, s.answers), s.stamp) for s in sources]
    title = sources[0].sort.form.title if sources else ""
    contents = [(target, _bound(parts, title, target.suffix.lower())) for target in targets]
    with bench.doing("bind_documents") as work:
        for target, content in contents:
            write_whole(target, content)
        forms = " ".join(sorted({source.sort.form.code for source in sources}))
        work.about(forms=forms, papers=len(papers), endings=_endings(targets))


def preview_documents(bench: Bench, papers: Sequence[tuple[str, Subject]]) -> BoundDocument:
    """Several papers as one, in their order, as they would be printed together. Slow."""
    with bench.asking("preview_documents") as session:
        sources = [_source(bench, session, *paper) for paper in papers]
    parts = [(lay_out(s.sort.form, s.answers), s.stamp) for s in sources]
    bound = bind_pdf(parts, sources[0].sort.form.title if sources else "")
    return BoundDocument(bound.pdf, bound.pages, missing_in_words(bound.missing), bound.sides)


def _bound(parts: list[tuple[Paper, Stamp]], title: str, ending: str) -> bytes:
    return bind_word(parts, title) if ending == WORD else bind_pdf(parts, title).pdf


def save_blank(bench: Bench, form: str, *targets: Path) -> None:
    """Save a form to be filled by pen. Slow."""
    require_endings(targets)
    with bench.preparing("save_blank") as session:
        sort = _sort(form)
        answers = fill_blank(session, sort)
    stamp = blank_stamp(bench.unit, sort.form)
    contents = [(target, _drawn(sort.form, answers, stamp, target)) for target in targets]
    with bench.doing("save_blank") as work:
        for target, content in contents:
            write_whole(target, content)
        work.about(form=sort.form.code, endings=_endings(targets))


def _drawn(form: Form, answers: dict[str, object], stamp: Stamp, target: Path) -> bytes:
    if target.suffix.lower() == WORD:
        return draw_word(form, answers, stamp)
    return draw_pdf(form, answers, stamp).pdf


def _content(source: _Source, ending: str) -> bytes:
    if ending == WORD:
        return draw_word(source.sort.form, source.answers, source.stamp)
    if source.seal is not None and not source.seal.void:
        return source.seal.pdf
    return draw_pdf(source.sort.form, source.answers, source.stamp).pdf


def _source(bench: Bench, session: Session, form: str, subject: Subject) -> _Source:
    sort = _sort(form)
    seal = latest_seal(session, sort.form, str(subject))
    if seal is None:
        answers = fill(sort, Asked(session, subject, bench.today()))
        stamp = stamp_of(bench, sort, answers, None)
        return _Source(sort, answers, stamp, None)
    return _sealed(bench, session, sort, seal)


def _sealed(bench: Bench, session: Session, sort: PaperSort, seal: Seal) -> _Source:
    kept = fixed(session, seal)
    sealing = Sealing(kept.version, kept.sheet, kept.audit_head, kept.sealed_at, kept.void)
    stamp = stamp_of(bench, sort, kept.answers, sealing)
    return _Source(sort, kept.answers, stamp, kept)


def _papers(session: Session, meeting: Meeting) -> list[tuple[PaperSort, Subject, bool]]:
    """In the order of the catalogue, each with whether closing the meeting will seal it.

    What was sealed stays although nothing calls for it any more.
    """
    query = select(Seal.form, Seal.subject).where(Seal.meeting_id == meeting.id).order_by(Seal.id)
    sealed: dict[str, list[Subject]] = defaultdict(list)
    for form, subject in session.execute(query):
        sealed[form].append(Subject.read(subject))
    found = []
    for sort in CATALOGUE:
        closing = set(sort.at_close(session, meeting)) if meeting.closed_at is None else set()
        called = [*sort.among(session, meeting), *sealed[sort.form.code]]
        found += [(sort, subject, subject in closing) for subject in dict.fromkeys(called)]
    return found


def _row(
    sort: PaperSort, subject: Subject, named: str, standing: Standing, *, at_close: bool
) -> DocumentRow:
    form = sort.form
    return DocumentRow(
        form.code,
        form.title,
        subject,
        sort.signed,
        sealed=standing.version > 0,
        half=form.page.half,
        named=named,
        standing=standing,
        at_close=at_close,
    )


def _sort(form: str) -> PaperSort:
    sort = sort_of(form)
    if sort is None:
        raise NotFound(f"编号为“{form}”的文书")
    return sort


def _name(sort: PaperSort, answers: dict[str, object], today: str) -> str:
    day = answers.get("held_on") or answers.get("day") or today
    about = sort.case(answers) or answers.get("meeting") or ""
    parts = (str(day).replace("-", ""), sort.form.title, str(about))
    return "_".join(part for part in parts if part).replace("／", "")


def require_endings(targets: Iterable[Path]) -> None:
    """Refuse files that are neither Word nor PDF."""
    for target in targets:
        if target.suffix.lower() not in (WORD, PDF):
            raise CannotPrint(target.suffix)


def _endings(targets: Iterable[Path]) -> str:
    return " ".join(sorted({target.suffix.lower() for target in targets}))
