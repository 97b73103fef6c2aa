"""Which cases may be continued with one key."""

from __future__ import annotations

from data.codes import RiskLevel

_TALK_FROM = RiskLevel.ANYWHERE


def obstacles_to_continuing(
    previous: RiskLevel | None, *, overdue_tasks: int, said: bool
) -> tuple[str, ...]:
    """Say why a case has to be talked about instead of continued; empty when it need not be."""
    found = []
    if previous is None:
        found.append("还没有评定过等级")
    elif previous >= _TALK_FROM:
        found.append(f"上次评定为{previous.label}，3级及以上须逐例讨论")
    if overdue_tasks:
        found.append(f"有{overdue_tasks}项逾期任务")
    if said:
        found.append("已经记下了不同于上次的评定")
    return tuple(found)
