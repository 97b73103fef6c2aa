"""What became known of a patient since the last meeting, in the rows of the brief."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest

from workbench.assistance_speakers import ASSISTANCE_SPEAKERS
from workbench.changes import Change, FactKey, changes_between, key_of_fact
from workbench.history_speakers import HISTORY_SPEAKERS
from workbench.masking import with_numbers_masked
from workbench.medication_speakers import MEDICATION_SPEAKERS
from workbench.paperwork.recent import Span, recents_of
from workbench.register_speakers import REGISTER_SPEAKERS
from workbench.rules.dates import said
from workbench.speaking import ChangeKind
from workbench.visit_news import visit_news
from workbench.visit_speakers import VISIT_SPEAKERS
from workbench.visits import visits_until

LONGEST, MOST_CHANGES = 90, 8
# What became known of the patient; what the team said and decided stands in its minutes.
_NEWS = frozenset(
    speaker.subject
    for speaker in (
        *REGISTER_SPEAKERS,
        *HISTORY_SPEAKERS,
        *ASSISTANCE_SPEAKERS,
        *VISIT_SPEAKERS,
        *MEDICATION_SPEAKERS,
    )
)


@dataclass(frozen=True)
class Told:
    """One row: the day, what is new, and who says so."""

    on: date
    words: str
    source: str

    def answer(self) -> dict[str, object]:
        """The same as the form is handed it."""
        words = shortened(with_numbers_masked(self.words))
        return {"on": self.on.isoformat(), "words": words, "source": self.source}


def changes_answer(span: Span, since: datetime) -> dict[str, object]:
    """The latest of what was written after a moment; how many there are stands beside them."""
    told = changes_between(span.session, span.patient_id, since, span.at)
    changes = [each for each in told if each.subject in _NEWS and each.on <= span.until]
    rows = sorted(_rows(span, changes), key=lambda row: row.on, reverse=True)
    return {"rows": [row.answer() for row in rows[:MOST_CHANGES]], "all": len(rows)}


def shortened(words: str) -> str:
    """A sentence that is too long ends after a part of it."""
    if len(words) <= LONGEST:
        return words
    cut = max(words.rfind(sign, 0, LONGEST) for sign in "，；。、")
    return f"{words[: cut if cut > 0 else LONGEST]}……"


def _rows(span: Span, changes: Sequence[Change]) -> Iterator[Told]:
    """What happened is told as it stands now; of anything else, what was written about it."""
    told: dict[FactKey, list[Told]] = defaultdict(list)
    for record, row in (*_events(span), *_visits(span, {change.record for change in changes})):
        told[record].append(row)
    for change in changes:
        withdrawn = change.kind is ChangeKind.WITHDRAWN
        present = None if withdrawn else told.get(change.record)
        yield from present or [_in_a_sentence(change)]


def _events(span: Span) -> Iterator[tuple[FactKey, Told]]:
    for recent in recents_of(span):
        if recent.record is not None and span.holds(recent.on):
            yield recent.record, Told(recent.on, recent.words, recent.source or recent.topic.label)


def _visits(span: Span, written: set[FactKey]) -> Iterator[tuple[FactKey, Told]]:
    visits = visits_until(span.session, span.patient_id, span.until, span.at)
    for visit, before in zip_longest(visits, visits[1:]):
        if key_of_fact(visit) in written:
            words = visit_news(span.session, visit, before)
            source = "\u3000".join(filter(None, (visit.form.label, visit.doctor)))
            yield key_of_fact(visit), Told(visit.true_from, words, source)


def _in_a_sentence(change: Change) -> Told:
    words = change.sentence.removeprefix(f"{said(change.on)}，")
    title = words.removeprefix(f"{change.subject}：")
    return Told(change.on, title, f"{change.subject}（{change.kind.label}）")
