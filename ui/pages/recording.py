"""From fields to records: drafts while typing, use cases on confirming."""

from __future__ import annotations

from ui.models.choices import level_of, stability_of
from ui.models.entry import Entry, Line, restored_entry
from workbench.assessments import Said
from workbench.bench import Bench
from workbench.confirming import Confirmed, confirm_item
from workbench.decisions import Deciding, record_decision
from workbench.drafts import discard_draft, read_draft, save_draft, subject_of
from workbench.errors import Refused
from workbench.live import ItemDetails

SCREEN = "live"


class SomethingTyped(Refused):
    """F9 was pressed although something was typed that it would throw away."""

    def __init__(self) -> None:
        super().__init__(
            "这一例已经改了等级或写了内容，不能直接维持。",
            safe="填写的内容都在，没有丢失。",
            next_step="请按 Ctrl+Enter 确认，或先把改动的内容清除。",
        )


class DraftKeeper:
    """Keeps what is typed about one item; forgets it once it is recorded or taken back."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._kept: Entry | None = None

    def restore(self, item: ItemDetails, recorded: Entry) -> Entry | None:
        """Bring back what was typed about an item and not confirmed."""
        draft = read_draft(self._bench, SCREEN, subject_of(item.meeting_id, item.id))
        found = None if draft is None else restored_entry(draft, recorded)
        self._kept = found or recorded
        return found

    def keep(self, item: ItemDetails, entry: Entry, recorded: Entry) -> bool:
        """Keep an entry, or drop the draft when it says nothing new. Tells whether it wrote."""
        if entry == self._kept:
            return False
        self._kept = entry
        if entry == recorded:
            self.drop(item)
        else:
            subject = subject_of(item.meeting_id, item.id)
            save_draft(self._bench, SCREEN, subject, entry.payload())
        return True

    def holds_more_than(self, recorded: Entry) -> bool:
        """Whether a draft is kept."""
        return self._kept is not None and self._kept != recorded

    def drop(self, item: ItemDetails) -> None:
        """Forget what was typed."""
        discard_draft(self._bench, SCREEN, subject_of(item.meeting_id, item.id))


def confirm_entry(bench: Bench, item: ItemDetails, entry: Entry, request_id: str) -> None:
    """Record everything that differs from the records, or nothing of it."""
    line = entry.decision
    deciding = Deciding(line.text, line.implementer_id, line.due_on) if line.text.strip() else None
    given = Confirmed(
        said=_said_anew(item, entry),
        level=level_of(entry.level),
        stability=stability_of(entry.stability),
        reason=entry.reason,
        deciding=deciding,
    )
    confirm_item(bench, item.id, given, request_id=request_id)


def _said_anew(item: ItemDetails, entry: Entry) -> dict[int, Said]:
    """The lines of those members who said something else than is recorded."""
    anew = {}
    for row in item.opinions:
        known = Line(row.words, None if row.level is None else int(row.level), row.dissent)
        line = entry.said.get(row.member_id, known)
        if line != known:
            in_writing = row.in_writing or not row.present
            anew[row.member_id] = Said(line.words, level_of(line.level), line.dissent, in_writing)
    return anew


def record_written_decision(bench: Bench, item: ItemDetails, entry: Entry, request_id: str) -> None:
    """Record the decision that stands in the line below the others."""
    record_decision(
        bench,
        item.id,
        text=entry.decision.text,
        implementer_id=entry.decision.implementer_id,
        due_on=entry.decision.due_on,
        request_id=request_id,
    )
