"""A visit as it is opened for typing, and the draft that is kept of it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.bench import Bench
from workbench.drafts import (
    discard_draft,
    read_draft,
    read_draft_moment,
    save_draft,
    subject_of_visit,
)
from workbench.rules.visit_answers import VisitRecord
from workbench.rules.visit_filling import kept, restored
from workbench.rules.visit_questions import Filled
from workbench.visit_starting import VisitStart, read_visit_start
from workbench.visits import DRAFTS, correct_visit, record_visit

OWN_DAY, WHY = "own_day", "why"


@dataclass(frozen=True)
class Typed:
    """What stands in the fields. `own_day` says that a person chose the day of the next visit."""

    filled: Filled
    own_day: bool = False
    why: str = ""

    def payload(self) -> dict[str, object]:
        """The same as a draft keeps it."""
        return kept(self.filled) | {OWN_DAY: self.own_day, WHY: self.why}


@dataclass(frozen=True)
class Opened:
    """What a visit is begun with, and what was typed and not recorded the last time."""

    start: VisitStart
    draft: Typed | None
    typed_at: datetime | None


def open_visit(bench: Bench, patient_id: int, visit_id: int | None) -> Opened:
    """Read everything that is needed to go on typing."""
    start = read_visit_start(bench, patient_id, visit_id=visit_id)
    subject = subject_of_visit(patient_id, visit_id)
    payload = read_draft(bench, DRAFTS, subject)
    if payload is None:
        return Opened(start, None, None)
    return Opened(start, _typed(payload, start), read_draft_moment(bench, DRAFTS, subject))


def _typed(payload: Mapping[str, object], start: VisitStart) -> Typed:
    filled = restored(payload, start.filled)
    return Typed(filled, bool(payload.get(OWN_DAY)), str(payload.get(WHY) or ""))


def write_visit(
    bench: Bench, start: VisitStart, record: VisitRecord, why: str, request_id: str
) -> None:
    """Record what was typed, or correct with it what is recorded; its draft goes with it."""
    draft = subject_of_visit(start.patient_id, start.visit_id)
    if start.visit_id is not None:
        correct_visit(bench, start.visit_id, record, why=why, draft=draft)
        return
    record_visit(
        bench,
        start.patient_id,
        visited_on=record.visited_on,
        form=record.form,
        level=record.level,
        words=record.words,
        answers=record.answers,
        request_id=request_id,
        draft=draft,
    )


class VisitDraft:
    """Keeps what is typed about one visit, and nothing where nothing was typed."""

    def __init__(self, bench: Bench, patient_id: int, visit_id: int | None) -> None:
        self._bench = bench
        self._subject = subject_of_visit(patient_id, visit_id)
        self._untouched: dict[str, object] = {}
        self._kept: dict[str, object] = {}

    def begin(self, untouched: Typed, draft: Typed | None) -> None:
        """Say what the fields hold before anything is typed, and what was kept of them."""
        self._untouched = untouched.payload()
        self._kept = draft.payload() if draft else self._untouched

    def keep(self, typed: Typed) -> None:
        """Keep what is typed, or drop the draft once it says nothing new."""
        now = typed.payload()
        if now == self._kept:
            return
        if now == self._untouched:
            self.drop()
        else:
            save_draft(self._bench, DRAFTS, self._subject, now)
        self._kept = now

    def drop(self) -> None:
        """Forget what was typed."""
        discard_draft(self._bench, DRAFTS, self._subject)
        self._kept = self._untouched
