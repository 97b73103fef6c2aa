"""The rules of a unit as lists and dialogs show them."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.lists import Face
from workbench.screen import Unit
from workbench.unit_rules import ProfileRow, UnitRuleRow

PARTS = {
    "入组与出组": ("entry", "exit"),
    "随访、失访与再次询问": ("visit", "lost", "consent", "check"),
    "会议与信息交换": ("meeting", "exchange"),
    "办理期限与排查": ("intake", "screen", "emergency"),
    "指标目标": ("target",),
}
SPANS = (Unit.DAYS, Unit.MONTHS)


def in_parts(rules: Sequence[UnitRuleRow]) -> list[UnitRuleRow | Face]:
    """The rules under headings; whatever no heading is known for comes last."""
    lines: list[UnitRuleRow | Face] = []
    told: set[str] = set()
    for part, subjects in PARTS.items():
        of_part = [rule for rule in rules if rule.key.partition(".")[0] in subjects]
        lines += [Face(part, f"{len(of_part)}条", group=True), *of_part] if of_part else []
        told |= {rule.key for rule in of_part}
    rest = [rule for rule in rules if rule.key not in told]
    return [*lines, Face("其他", f"{len(rest)}条", group=True), *rest] if rest else lines


def rule_face(rule: UnitRuleRow) -> Face:
    """The value at the right, and below by what it holds."""
    return Face(rule.title, rule_note(rule), right=rule.words, strong=rule.differs)


def rule_spoken(rule: UnitRuleRow) -> str:
    """The same as one sentence."""
    return f"{rule.title}，{rule.words}，{rule_note(rule)}"


def rule_note(rule: UnitRuleRow) -> str:
    """Who supplied the value, since when, what ships instead, and what is to come."""
    since = f"自{rule.applies_from}起" if rule.applies_from else ""
    shipped = f"随程序提供的是{rule.shipped}" if rule.differs else ""
    coming = rule.coming
    later = f"自{coming.applies_from}起改为{coming.words}" if coming else ""
    return "·".join(filter(None, (rule.basis, since, shipped, later)))


def profile_words(profiles: Sequence[ProfileRow]) -> str:
    """Which profile is followed since when, and which takes its place."""
    words: list[str] = []
    for row in profiles:
        if row.followed:
            since = f"自{row.since}起" if row.since else "一直如此"
            words.insert(0, f"执行“{row.name}”，{since}")
        if row.from_on:
            words.append(f"自{row.from_on}起改为“{row.name}”")
    return "；".join(words)


def counted_in(unit: Unit) -> list[tuple[object, str]]:
    """In what a value may be given that is usually counted in a unit."""
    return [(each, each.label) for each in (SPANS if unit in SPANS else (unit,))]
