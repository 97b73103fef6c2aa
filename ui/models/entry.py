"""What stands in the fields of the meeting screen: typed, chosen, and not yet confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from workbench.at_table import at_table, talks
from workbench.live import ItemDetails, OpinionRow
from workbench.rules.assessments import reasons_wanted
from workbench.rules.speakers import Discussion, as_text
from workbench.screen import RiskLevel


@dataclass(frozen=True)
class Entry:
    """All fields of one item; what belongs to one member stands under their key.

    `published` says that the members' own ratings have been told to the table.
    """

    level: int | None = None
    stability: str | None = None
    reason: str = ""
    discussion: str = ""
    ratings: dict[int, int] = field(default_factory=dict)
    published: bool = False
    written: dict[int, str] = field(default_factory=dict)
    dissents: dict[int, str] = field(default_factory=dict)
    decision: str = ""
    task: str = ""

    def payload(self) -> dict[str, object]:
        """The entry as a draft keeps it."""
        kept = asdict(self)
        for name in ("ratings", "written", "dissents"):
            kept[name] = {str(key): value for key, value in kept[name].items()}
        return kept


def recorded_entry(item: ItemDetails) -> Entry:
    """What the fields say before anything is typed: what is recorded, else last time's rating."""
    level = item.level if item.level is not None else item.previous_level
    stability = item.stability or item.previous_stability
    ratings = {o.member_id: int(o.level) for o in item.opinions if o.level is not None}
    return Entry(
        level=None if level is None else int(level),
        stability=str(stability.value) if stability else None,
        reason=item.reason,
        discussion=_talk(item.opinions, item.discussion),
        ratings=ratings,
        published=bool(ratings),
        written={o.member_id: o.words for o in item.opinions if o.words and not talks(o)},
        dissents={o.member_id: o.dissent for o in item.opinions if o.dissent},
    )


def restored_entry(payload: dict[str, Any], recorded: Entry, item: ItemDetails) -> Entry:
    """A draft put back over what is recorded. Members who left the table are left out."""
    if "said" in payload:
        payload = _from_lines(payload, item)
    keys = {opinion.member_id for opinion in item.opinions}
    by_member = {
        name: {int(key): value for key, value in payload.get(name, {}).items() if int(key) in keys}
        for name in ("ratings", "written", "dissents")
    }
    return replace(
        recorded,
        level=payload.get("level", recorded.level),
        stability=payload.get("stability", recorded.stability),
        reason=str(payload.get("reason", "")),
        discussion=str(payload.get("discussion", "")),
        ratings=by_member["ratings"],
        published=bool(payload.get("published", False)),
        written=by_member["written"],
        dissents=by_member["dissents"],
        decision=str(payload.get("decision", "")),
        task=str(payload.get("task", "")),
    )


def reasons_typed(item: ItemDetails, entry: Entry, level: RiskLevel) -> tuple[str, ...]:
    """Why a level needs a written reason; the members' own ratings count once they are told."""
    told = entry.ratings.values() if entry.published else ()
    return reasons_wanted(
        level,
        previous=item.previous_level,
        clinical=item.clinical_level,
        opinions=[RiskLevel(rating) for rating in told],
    )


def why_not_continued(item: ItemDetails, entry: Entry, recorded: Entry) -> tuple[str, str]:
    """Why one key is not enough for an item: in the few words beside the key, and in full."""
    if item.case_id is None:
        return "", ""
    if entry.level != recorded.level:
        return "等级有变", "这一例改了等级"
    if entry != recorded:
        return "已写内容", "这一例已经写了内容"
    words = "；".join(obstacle.words for obstacle in item.obstacles)
    return (item.obstacles[0].short if item.obstacles else ""), words


def _talk(opinions: tuple[OpinionRow, ...], rest: str) -> str:
    said = {o.member_id: o.words for o in opinions if talks(o)}
    return as_text(Discussion(said, rest), at_table(opinions))


def _from_lines(payload: Mapping[str, Any], item: ItemDetails) -> dict[str, Any]:
    """A draft of earlier programs, which kept a line for each member."""
    lines = {int(key): line for key, line in payload["said"].items()}
    table = at_table(item.opinions)
    talking = {o.member_id for o in item.opinions if talks(o)}
    words = {key: str(line.get("words", "")) for key, line in lines.items()}
    said = {key: text for key, text in words.items() if key in talking}
    decision = payload.get("decision", {})
    return {
        **payload,
        "discussion": as_text(Discussion(said, item.discussion), table),
        "written": {key: text for key, text in words.items() if text and key not in talking},
        "ratings": {k: line["level"] for k, line in lines.items() if line.get("level") is not None},
        "dissents": {k: line["dissent"] for k, line in lines.items() if line.get("dissent")},
        "decision": decision.get("text", "") if isinstance(decision, dict) else "",
    }
