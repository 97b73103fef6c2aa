"""Showing a meeting's papers and saving them where the user asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from data.files import write_whole
from data.models.meetings import Meeting
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
    with bench.asking("preview_minutes") as session:
        return _name(any_meeting(session, meeting_id))


def save_minutes(
    bench: Bench, meeting_id: int, folder: Path, endings: Sequence[str] = (WORD, PDF)
) -> list[Path]:
    """Save the minutes in a folder, as Word, PDF or both; return the files. Slow."""
    name = minutes_name(bench, meeting_id)
    targets = [folder / f"{name}{ending}" for ending in endings]
    for target in targets:
        save_minutes_as(bench, meeting_id, target)
    return targets


def save_minutes_as(bench: Bench, meeting_id: int, target: Path) -> None:
    """Save the minutes as one file, Word or PDF as its ending says. Slow.

    The PDF of a closed meeting is the sealed one, byte for byte; Word is drawn again from the
    sealed answers.
    """
    ending = target.suffix.lower()
    if ending not in (WORD, PDF):
        raise CannotPrint(target.suffix)
    with bench.preparing("save_minutes") as session:
        source = _source(bench, session, meeting_id)
    content = _content(source, ending)
    with bench.doing("save_minutes") as work:
        write_whole(target, content)
        work.about(meeting=meeting_id, form=MINUTES.code, ending=ending)


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


def _name(meeting: Meeting) -> str:
    return f"{meeting.held_on:%Y%m%d}_{MINUTES.title}_{title_of(meeting)}"
