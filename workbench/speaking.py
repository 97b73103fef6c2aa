"""How a fact is said in a sentence: when it is new, when it was corrected, when it was withdrawn.

Every table that should be heard of in "what changed" has a Speaker; `workbench.changes` lists
them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from data.codes import Labelled, RiskLevel
from data.facts import Fact
from workbench.rules.dates import said

F = TypeVar("F", bound=Fact)
UNKNOWN = "未知"
_STAMPS = {
    "id",
    "root_id",
    "revision",
    "patient_id",
    "true_from",
    "written_at",
    "written_by",
    "why",
    "withdrawn",
}
# Facts of a meeting are told by their words; none ever moves to another item.
AT_MEETING = {"item_id": "the agenda item it was written at, and stays at"}


class ChangeKind(Labelled):
    """What happened to a fact between two moments."""

    NEW = "new", "新增"
    CHANGED = "changed", "变更"
    CORRECTED = "corrected", "更正"
    WITHDRAWN = "withdrawn", "撤回"


@dataclass(frozen=True)
class Part(Generic[F]):
    """One thing a fact says: what it is called, how it reads, and from which columns it is read.

    A part that is hardly ever worth saying is told only when it changes.
    """

    label: str
    words: Callable[[Session, F], str]
    columns: tuple[str, ...]
    only_changes: bool = False


@dataclass(frozen=True)
class Speaker(Generic[F]):
    """How the facts of one table speak.

    `about` tells the facts of a table apart and stands in the title. `replaces` gives what two
    facts share when the later one replaces the earlier, such as the kind of a flag; a table
    without it holds events, each of which stands by itself. `silent` columns are told nowhere,
    each for the reason beside it.
    """

    table: type[F]
    subject: str
    parts: tuple[Part[F], ...]
    about: Part[F] | None = None
    replaces: Callable[[F], Hashable] | None = None
    silent: Mapping[str, str] = field(default_factory=dict)

    def told(self, session: Session, fact: F) -> str:
        """What a fact says, without its day."""
        return f"{self._title(session, fact)}：{self._all(session, fact)}"

    def new(self, session: Session, fact: F) -> str:
        """The sentence for a fact nobody knew of before."""
        return f"{said(fact.true_from)}，{self.told(session, fact)}。"

    def changed(self, session: Session, before: F, fact: F) -> str:
        """The sentence for a fact that takes the place of another from its day on."""
        differences = "；".join(self._differences(session, before, fact)) or "内容没有变化"
        title = self._title(session, fact)
        return f"自{said(fact.true_from)}起，{title}变更：{differences}。"

    def corrected(self, session: Session, before: F, fact: F, why: str) -> str:
        """The sentence for a correction; empty when it says the same as before."""
        differences = list(self._differences(session, before, fact))
        if before.true_from != fact.true_from:
            differences.insert(0, _moved(before.true_from, fact.true_from))
        if not differences:
            return ""
        what = f"{said(before.true_from)}的{self._title(session, before)}"
        return f"更正{what}：{'；'.join(differences)}。{_because(why)}"

    def withdrawn(self, session: Session, before: F, why: str) -> str:
        """The sentence for a fact that never held."""
        what = f"{said(before.true_from)}的{self._title(session, before)}"
        return f"撤回{what}：{self._all(session, before)}。{_because(why)}"

    def read(self, session: Session, fact: F) -> list[tuple[str, str]]:
        """Every part in its words, also those of which nothing is known."""
        return [(part.label, part.words(session, fact)) for part in self._every]

    def unspoken(self) -> set[str]:
        """The columns no part reads, but for the silent ones."""
        columns = {column.key for column in self.table.__mapper__.column_attrs}
        spoken = {column for part in self._every for column in part.columns}
        return columns - _STAMPS - spoken - self.silent.keys()

    @property
    def _every(self) -> tuple[Part[F], ...]:
        return (self.about, *self.parts) if self.about else self.parts

    def _title(self, session: Session, fact: F) -> str:
        words = self.about.words(session, fact) if self.about else ""
        return f"{self.subject}“{words}”" if words else self.subject

    def _all(self, session: Session, fact: F) -> str:
        parts = (part for part in self.parts if not part.only_changes)
        spoken = ((part.label, part.words(session, fact)) for part in parts)
        return "，".join(f"{label}为{words}" for label, words in spoken if words) or "没有写明内容"

    def _differences(self, session: Session, before: F, fact: F) -> Iterator[str]:
        for part in self._every:
            old, new = part.words(session, before), part.words(session, fact)
            if old != new:
                yield f"{part.label}由{_quoted(old)}改为{_quoted(new)}"
        if any(getattr(before, key) != getattr(fact, key) for key in self.unspoken()):
            yield "其他内容有改动"


def column(label: str, name: str) -> Part[Any]:
    """A part that reads one column as it is."""
    return Part(label, lambda _, fact: in_words(getattr(fact, name)), (name,))


def key(label: str, name: str, table: type[Any]) -> Part[Any]:
    """A part that reads the name of the row a column points at."""

    def words(session: Session, fact: Fact) -> str:
        row = session.get(table, getattr(fact, name)) if getattr(fact, name) else None
        return str(row.name) if row is not None else ""

    return Part(label, words, (name,))


def in_words(value: object) -> str:
    """A value as a sentence says it; empty when it is not known."""
    match value:
        case None | "":
            return ""
        case bool():
            return "是" if value else "否"
        case Labelled() | RiskLevel():
            return value.label
        case Enum():
            raise ValueError(type(value).__name__)
        case date():
            return said(value)
        case tuple():
            return "、".join(in_words(one) for one in value) or "无"
        case _:
            return str(value).removesuffix("。")


def _quoted(words: str) -> str:
    return f"“{words}”" if words else UNKNOWN


def _moved(before: date, after: date) -> str:
    return f"日期由“{said(before)}”改为“{said(after)}”"


def _because(why: str) -> str:
    return f"理由：{why}。" if why else ""
