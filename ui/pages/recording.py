"""From fields to records: drafts while typing, use cases on confirming."""

from __future__ import annotations

from ui.models.choices import level_of, stability_of
from ui.models.entry import Entry, Said, restored_entry
from workbench.assessments import record_assessment, record_opinion
from workbench.bench import Bench
from workbench.decisions import record_decision
from workbench.drafts import discard_draft, read_draft, save_draft, subject_of
from workbench.errors import Refused
from workbench.live import ItemDetails

SCREEN = "live"


class NoLevelYet(Refused):
    """A case was confirmed before anybody chose a level."""

    def __init__(self) -> None:
        super().__init__(
            "这一例还没有选集体评估等级。",
            safe="填写的内容都在，没有丢失。",
            next_step="请按 Ctrl+0 到 Ctrl+5 选一个等级。",
        )


class NoDecisionYet(Refused):
    """An item was confirmed without any decision."""

    def __init__(self) -> None:
        super().__init__(
            "这一项还没有会议决定。",
            safe="填写的内容都在，没有丢失。",
            next_step="请按 F7 写明决定、责任人和时限；情况没有变化的个案可按 F9。",
        )


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
    """Record everything that differs from the records; refuse an item left without conclusion."""
    if item.tier != "matter" and entry.level is None:
        raise NoLevelYet
    record_said(bench, item, entry)
    record_rating(bench, item, entry)
    if entry.decision.text.strip():
        record_written_decision(bench, item, entry, request_id)
    elif not item.decisions:
        raise NoDecisionYet


def record_said(bench: Bench, item: ItemDetails, entry: Entry) -> None:
    """Record the lines of those members who said something else than is recorded."""
    for row in item.opinions:
        known = Said(row.words, None if row.level is None else int(row.level), row.dissent)
        said = entry.said.get(row.member_id, known)
        if said != known:
            record_opinion(
                bench,
                item.id,
                row.member_id,
                words=said.words,
                level=level_of(said.level),
                dissent=said.dissent,
                in_writing=not row.present,
            )


def record_rating(bench: Bench, item: ItemDetails, entry: Entry) -> None:
    """Record the agreed level where it is new or was changed."""
    level, stability = level_of(entry.level), stability_of(entry.stability)
    if item.tier == "matter" or level is None:
        return
    if (level, stability, entry.reason) != (item.level, item.stability, item.reason):
        record_assessment(bench, item.id, level=level, stability=stability, reason=entry.reason)


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
