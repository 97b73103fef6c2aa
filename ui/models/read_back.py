"""How what is read back before closing looks in its list, and how it is read aloud."""

from __future__ import annotations

from datetime import date

from ui.widgets.lists import Face
from ui.widgets.reading_list import Passage
from workbench.read_back import Gap, ReadBack, ReadDecision, ReadItem

TO_MEND = "去处理"
ON_ONE_LINE = 24


class Fold:
    """The items of which nothing changed, as one line or with everybody's name."""

    def __init__(self, items: tuple[ReadItem, ...], *, unfolded: bool) -> None:
        self.items, self.unfolded = items, unfolded

    def names(self) -> str:
        """Who they are."""
        return "、".join(item.name for item in self.items)


Line = Gap | ReadItem | Fold


def passages(back: ReadBack, *, unfolded: bool = False) -> list[Line | Face]:
    """Gaps first, then what changed, then everything else in one line."""
    lines: list[Line | Face] = []
    if back.gaps:
        lines += [Face("还差这些", f"{len(back.gaps)}处", group=True), *back.gaps]
    told = [item for item in back.changed if item.decisions or item.deferred]
    cases = [item for item in told if item.tier != "matter"]
    matters = [item for item in told if item.tier == "matter"]
    for title, unit, rows in (("逐例核对", "例", cases), ("其他事项", "项", matters)):
        if rows:
            lines += [Face(title, f"{len(rows)}{unit}", group=True), *rows]
    if back.unchanged:
        lines += [Face("没有变化", group=True), Fold(back.unchanged, unfolded=unfolded)]
    return lines


def line_face(line: Line) -> Face:
    """One row as it is shown."""
    if isinstance(line, Gap):
        short = len(line.words) <= ON_ONE_LINE
        return Passage(
            line.title,
            beside=line.words if short else "",
            right=TO_MEND,
            leads=True,
            attention=True,
            lines=() if short else (("", line.words),),
        )
    if isinstance(line, Fold):
        return _fold_face(line)
    return Passage(
        line.name,
        lead=f"{line.position:02d}",
        beside=line.number,
        before=None if line.before is None or line.before == line.level else int(line.before),
        chip=None if line.level is None else int(line.level),
        right="等级不变" if line.level is not None and line.before == line.level else "",
        lines=tuple(_lines(line)),
    )


def line_spoken(line: Line) -> str:
    """The same in one sentence."""
    if isinstance(line, Gap):
        return f"{line.title}，{line.words}，{TO_MEND}"
    if isinstance(line, Fold):
        return f"维持原等级和原计划{len(line.items)}例：{line.names()}"
    parts = [f"第{line.position}项", line.name, line.number, _levels_spoken(line)]
    parts += [f"{label}：{words}" for label, words in _lines(line)]
    return "，".join(filter(None, parts))


def _fold_face(fold: Fold) -> Passage:
    title = f"维持原等级和原计划{len(fold.items)}例"
    if fold.unfolded:
        return Passage(title, right="收起", leads=True, lines=(("", fold.names()),))
    return Passage(title, beside=fold.names(), right="展开名单", leads=True)


def _levels_spoken(item: ReadItem) -> str:
    if item.level is None:
        return ""
    if item.before is None or item.before == item.level:
        return item.level.label
    return f"由{item.before.label}改为{item.level.label}"


def _lines(item: ReadItem) -> list[tuple[str, str]]:
    lines = [("理由", item.reason)] if item.reason else []
    lines += [("决定", decision_text(decision)) for decision in item.decisions]
    if item.deferred:
        lines.append(("暂缓议", item.deferred))
    if item.reserved:
        lines.append(("保留", f"有{item.reserved}人保留意见"))
    return lines


def decision_text(decision: ReadDecision) -> str:
    """What, who and by when in one sentence."""
    told = "，".join(filter(None, (decision.who, _by(decision.due_on))))
    return f"{decision.text}（{told}）" if told else decision.text


def _by(day: date | None) -> str:
    return f"{day.month}月{day.day}日前" if day else ""
