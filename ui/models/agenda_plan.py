"""How the agenda of a coming meeting looks, line by line and summed up."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.lists import Face
from workbench.agenda_plan import AgendaPlan, PlannedEntry
from workbench.rules.agendas import BY_HAND
from workbench.screen import AgendaReason, AgendaTier

# What somebody has to see to, besides talking about it.
CALLING = frozenset(
    {
        AgendaReason.OVERDUE_TASKS,
        AgendaReason.VISIT_OVERDUE,
        AgendaReason.LOST_CONTACT,
        AgendaReason.NOT_RATED,
        AgendaReason.PLAN_DUE,
    }
)
LATE = "临时加入"


def entry_face(entry: PlannedEntry) -> Face:
    """One entry: tick, name, level, its reasons as tags, and its minutes."""
    reasons = sorted(entry.reasons, key=lambda why: why.reason not in CALLING)
    tags = [(why.reason.label, why.reason in CALLING) for why in reasons]
    if _is_by_hand(entry):
        tags = [(BY_HAND, False)]
    return Face(
        entry.title,
        f"请会议决定：{entry.question}" if entry.question else "",
        right=f"{entry.minutes}分",
        chip=None if entry.level is None else int(entry.level),
        tags=((LATE, True), *tags) if entry.late else tuple(tags),
        ticked=entry.listed,
        wide=entry.tier is AgendaTier.MATTER,
    )


def _is_by_hand(entry: PlannedEntry) -> bool:
    return not entry.reasons and entry.tier is not AgendaTier.MATTER


def entry_spoken(entry: PlannedEntry) -> str:
    """The same in one sentence; what is off the agenda says so first."""
    parts = [
        entry.tier.label if entry.listed else "未列入",
        entry.title,
        entry.case_number,
        entry.level.label if entry.level is not None else "",
        LATE if entry.late else "",
        BY_HAND if _is_by_hand(entry) else "；".join(why.words for why in entry.reasons),
        f"请会议决定：{entry.question}" if entry.question else "",
        f"{entry.minutes}分",
    ]
    return "，".join(filter(None, parts))


def entry_lines(plan: AgendaPlan) -> list[PlannedEntry | Face]:
    """The entries under the headings of their tiers, each with how many and how long."""
    lines: list[PlannedEntry | Face] = []
    for tier in dict.fromkeys(entry.tier for entry in plan.entries):
        members = [entry for entry in plan.entries if entry.tier is tier]
        lines.append(Face(tier.label, _counted(tier, members), group=True))
        lines += members
    return lines


def sum_text(plan: AgendaPlan) -> str:
    """How long everything takes."""
    return f"预计 {_duration(plan.minutes)}"


def end_text(plan: AgendaPlan) -> tuple[str, bool]:
    """When that is over, against how long the team meets, and whether it is too long."""
    end = f"{plan.ends:%H:%M} 前散会"
    if plan.usual is None:
        return end, False
    over = plan.minutes - plan.usual
    if over > 0:
        return f"{end}，比平时的{plan.usual}分钟多{over}分钟", True
    return f"{end}，平时{plan.usual}分钟", False


def _counted(tier: AgendaTier, members: Sequence[PlannedEntry]) -> str:
    listed = [entry for entry in members if entry.listed]
    unit = "项" if tier is AgendaTier.MATTER else "例"
    minutes = {entry.minutes for entry in listed}
    each = f"每{unit}{minutes.pop()}分" if len(minutes) == 1 else ""
    total = f"共{sum(entry.minutes for entry in listed)}分" if listed else ""
    off = len(members) - len(listed)
    without = f"未列入{off}{unit}" if off else ""
    return "·".join(filter(None, (f"{len(listed)}{unit}", each, total, without)))


def _duration(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return "".join((f"{hours}小时" if hours else "", f"{rest}分" if rest or not hours else ""))
