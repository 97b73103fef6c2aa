"""From fields to records: drafts while typing, use cases on confirming."""

from __future__ import annotations

from datetime import date

from ui.models.choices import level_of, stability_of
from ui.models.conclusions import conclusion_typed, work_typed
from ui.models.entry import Entry, restored_entry
from workbench.assessments import Said
from workbench.at_table import at_table, talks
from workbench.bench import Bench
from workbench.confirming import Confirmed, confirm_item
from workbench.decisions import record_decision
from workbench.drafts import discard_draft, read_draft, save_draft, subject_of
from workbench.errors import Refused
from workbench.live import ItemDetails, OpinionRow
from workbench.rules.speakers import spoken

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
        found = None if draft is None else restored_entry(draft, recorded, item)
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


def confirm_entry(bench: Bench, item: ItemDetails, entry: Entry, on: date, request_id: str) -> None:
    """Record everything that differs from the records, or nothing of it."""
    said, rest = _told(item, entry)
    given = Confirmed(
        said=said,
        discussion=None if rest == item.discussion else rest,
        level=level_of(entry.level),
        stability=stability_of(entry.stability),
        reason=entry.reason,
        deciding=conclusion_typed(item, entry.decision, on),
    )
    confirm_item(bench, item.id, given, request_id=request_id)


def give_work(bench: Bench, item: ItemDetails, line: str, on: date, request_id: str) -> None:
    """Record the work that one line gives out; refuses one that leaves something open."""
    work = work_typed(item, line, on)
    record_decision(
        bench,
        item.id,
        text=work.text,
        implementer_id=work.implementer_id,
        due_on=work.due_on,
        request_id=request_id,
    )


def _told(item: ItemDetails, entry: Entry) -> tuple[dict[int, Said], str]:
    """What members said otherwise than is recorded, and what nobody in particular said."""
    talk = spoken(entry.discussion, at_table(item.opinions))
    anew = {}
    for row in item.opinions:
        said = _said(row, entry, talk.said.get(row.member_id, ""))
        if said != Said(row.words, row.level, row.dissent, said.in_writing):
            anew[row.member_id] = said
    return anew, talk.rest


def _said(row: OpinionRow, entry: Entry, words: str) -> Said:
    """What one member said at the table, or wrote beside it."""
    if not talks(row):
        words = "\n".join(filter(None, (entry.written.get(row.member_id, "").strip(), words)))
    return Said(
        words,
        level_of(entry.ratings.get(row.member_id)),
        entry.dissents.get(row.member_id, ""),
        row.in_writing or not row.present,
    )
