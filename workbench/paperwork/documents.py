"""Showing a meeting's papers and saving them where the user asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from data.files import write_whole
from forms.minutes import MINUTES
from forms.stamp import Stamp
from workbench.bench import Bench
from workbench.errors import CannotPrint
from workbench.paperwork.drawing import (
    Sealing,
    draw_pdf,
    draw_word,
    missing_in_words,
    stamp_of,
)
from workbench.paperwork.minutes import minutes_answers
from workbench.signatures import Fixed, fixed, latest_seal
from workbench.states import any_meeting, title_of

WORD, PDF = ".docx", ".pdf"


@dataclass(frozen=True)
class Document:
    """A document on the screen: the very bytes that would be printed."""

    pdf: bytes
    sealed: bool
    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Source:
    answers: dict[str, object]
    stamp: Stamp
    seal: Fixed | None


def preview_minutes(bench: Bench, meeting_id: int) -> Document:
    """The minutes as pages: the sealed ones once the meeting is closed, a draft before. Slow."""
    with bench.asking("preview_minutes") as session:
        source = _source(bench, session, meeting_id)
    if source.seal is not None:
        return Document(source.seal.pdf, True, ())
    printed = draw_pdf(MINUTES, source.answers, source.stamp)
    return Document(printed.pdf, False, missing_in_words(printed.missing))


def minutes_name(bench: Bench, meeting_id: int) -> str:
    """The name the minutes are saved under, without ending and without anybody's name."""
    with bench.asking("minutes_name") as session:
        meeting = any_meeting(session, meeting_id)
        return f"{meeting.held_on:%Y%m%d}_{MINUTES.title}_{title_of(meeting)}"


def save_minutes(bench: Bench, meeting_id: int, *targets: Path) -> None:
    """Save the minutes as files, each Word or PDF as its ending says. Slow.

    The PDF of a closed meeting is the sealed one, byte for byte; Word is drawn again from the
    sealed answers.
    """
    for target in targets:
        if target.suffix.lower() not in (WORD, PDF):
            raise CannotPrint(target.suffix)
    with bench.preparing("save_minutes") as session:
        source = _source(bench, session, meeting_id)
    contents = [(target, _content(source, target.suffix.lower())) for target in targets]
    with bench.doing("save_minutes") as work:
        for target, content in contents:
            write_whole(target, content)
        endings = " ".join(sorted({target.suffix.lower() for target in targets}))
        work.about(meeting=meeting_id, form=MINUTES.code, endings=endings)


def _content(source: _Source, ending: str) -> bytes:
    if ending == WORD:
        return draw_word(MINUTES, source.answers, source.stamp)
    if source.seal is not None:
        return source.seal.pdf
    return draw_pdf(MINUTES, source.answers, source.stamp).pdf


def _source(bench: Bench, session: Session, meeting_id: int) -> _Source:
    meeting = any_meeting(session, meeting_id)
    seal = latest_seal(session, meeting_id, MINUTES)
    if seal is None:
        answers = minutes_answers(session, meeting)
        return _Source(answers, stamp_of(bench, meeting, answers, None), None)
    kept = fixed(session, seal)
    sealing = Sealing(kept.version, kept.sheet, kept.audit_head, kept.sealed_at)
    stamp = stamp_of(bench, meeting, kept.answers, sealing)
    return _Source(kept.answers, stamp, kept)
