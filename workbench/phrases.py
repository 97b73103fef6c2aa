"""常用语: the sentences a unit says again and again, in the order in which they are offered."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.models.phrases import Phrase
from workbench.bench import Bench
from workbench.errors import NotFound, Refused
from workbench.words import required

LONGEST = 200


class PhraseTooLong(Refused):
    """A phrase is longer than anybody picks from a list."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"常用语有{length}个字，最多{LONGEST}个字。", next_step="请分成几条，或写短一些。"
        )


class PhraseKnown(Refused):
    """The same words stand on the list already, offered or archived."""

    def __init__(self, *, archived: bool) -> None:
        if archived:
            super().__init__("这条常用语已经停用。", next_step="请在停用的里面恢复它。")
        else:
            super().__init__("已经有这条常用语。", next_step="请直接使用，或写一条不同的。")


@dataclass(frozen=True)
class PhraseRow:
    """One phrase; an archived one is not offered."""

    id: int
    words: str
    archived: bool


def list_phrases(bench: Bench, *, archived: bool = False) -> list[PhraseRow]:
    """The phrases in their order; `archived` adds after them those no longer offered."""
    with bench.asking("list_phrases") as session:
        rows = [PhraseRow(p.id, p.words, p.archived_at is not None) for p in _all(session)]
        return [row for row in rows if archived or not row.archived]


def add_phrase(bench: Bench, words: str, *, request_id: str = "") -> int:
    """Put a phrase at the end of the list; return its key."""
    with bench.doing("add_phrase", request_id) as work:
        if work.answer is not None:
            return work.answer
        phrase = Phrase(words=_new(work.session, words), position=_end(work.session))
        work.session.add(phrase)
        work.session.flush()
        return work.answers(phrase.id)


def change_phrase(bench: Bench, phrase_id: int, words: str) -> None:
    """Word a phrase otherwise; texts in which it was used stay as they are."""
    with bench.doing("change_phrase") as work:
        phrase = _any(work.session, phrase_id)
        phrase.words = _new(work.session, words, phrase_id)
        work.about(phrase=phrase_id)


def move_phrase(bench: Bench, phrase_id: int, by: int) -> None:
    """Move an offered phrase up (below 0) or down the list; at its ends it stays."""
    with bench.doing("move_phrase") as work:
        offered = [p for p in _all(work.session) if p.archived_at is None]
        phrase = _any(work.session, phrase_id)
        if phrase not in offered:
            raise NotFound("这条常用语")
        offered.remove(phrase)
        place = max(_place(work.session, phrase) + by, 0)
        offered.insert(place, phrase)
        for position, each in enumerate(offered):
            each.position = position
        work.about(phrase=phrase_id)


def archive_phrase(bench: Bench, phrase_id: int) -> None:
    """Offer a phrase no longer; it can be brought back."""
    with bench.doing("archive_phrase") as work:
        phrase = _any(work.session, phrase_id)
        phrase.archived_at = phrase.archived_at or work.written.at
        work.about(phrase=phrase_id)


def restore_phrase(bench: Bench, phrase_id: int) -> None:
    """Offer an archived phrase again, at the end of the list."""
    with bench.doing("restore_phrase") as work:
        phrase = _any(work.session, phrase_id)
        phrase.position, phrase.archived_at = _end(work.session), None
        work.about(phrase=phrase_id)


def _all(session: Session) -> list[Phrase]:
    query = select(Phrase).order_by(Phrase.archived_at.is_not(None), Phrase.position, Phrase.id)
    return list(session.scalars(query))


def _place(session: Session, phrase: Phrase) -> int:
    return [each.id for each in _all(session)].index(phrase.id)


def _end(session: Session) -> int:
    last = session.scalar(select(func.max(Phrase.position)))
    return 0 if last is None else last + 1


def _any(session: Session, phrase_id: int) -> Phrase:
    phrase = session.get(Phrase, phrase_id)
    if phrase is None:
        raise NotFound("这条常用语")
    return phrase


def _new(session: Session, typed: str, phrase_id: int = 0) -> str:
    """The cleaned words, on one line; refused when too long or on the list already."""
    words = " ".join(required("常用语", typed).split("\n"))
    if len(words) > LONGEST:
        raise PhraseTooLong(len(words))
    for other in _all(session):
        if other.words == words and other.id != phrase_id:
            raise PhraseKnown(archived=other.archived_at is not None)
    return words
