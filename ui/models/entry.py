"""What stands in the fields of the meeting screen: typed, chosen, and not yet confirmed."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from workbench.live import ItemDetails


@dataclass(frozen=True)
class Line:
    """One member's line."""

    words: str = ""
    level: int | None = None
    dissent: str = ""


@dataclass(frozen=True)
class NewDecision:
    """The decision being written."""

    text: str = ""
    implementer_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Entry:
    """All fields of one item."""

    level: int | None = None
    stability: str | None = None
    reason: str = ""
    said: dict[int, Line] = field(default_factory=dict)
    decision: NewDecision = NewDecision()

    def payload(self) -> dict[str, object]:
        """The entry as a draft keeps it."""
        kept = asdict(self)
        kept["said"] = {str(key): asdict(said) for key, said in self.said.items()}
        kept["decision"]["due_on"] = str(self.decision.due_on or "")
        return kept


def recorded_entry(item: ItemDetails, usual_due: date | None) -> Entry:
    """What the fields say before anything is typed: what is recorded, else last time's rating."""
    level = item.level if item.level is not None else item.previous_level
    stability = item.stability or item.previous_stability
    return Entry(
        level=None if level is None else int(level),
        stability=str(stability.value) if stability else None,
        reason=item.reason,
        said={
            o.member_id: Line(o.words, None if o.level is None else int(o.level), o.dissent)
            for o in item.opinions
        },
        decision=NewDecision(due_on=usual_due),
    )


def restored_entry(payload: dict[str, Any], recorded: Entry) -> Entry:
    """A draft put back over what is recorded. Members who left the table are left out."""
    said = {
        key: Line(**payload.get("said", {}).get(str(key), asdict(known)))
        for key, known in recorded.said.items()
    }
    kept = payload.get("decision", {})
    due = str(kept.get("due_on", ""))
    decision = NewDecision(
        text=str(kept.get("text", "")),
        implementer_id=kept.get("implementer_id"),
        due_on=date.fromisoformat(due) if due else None,
    )
    return replace(
        recorded,
        level=payload.get("level", recorded.level),
        stability=payload.get("stability", recorded.stability),
        reason=str(payload.get("reason", "")),
        said=said,
        decision=decision,
    )
