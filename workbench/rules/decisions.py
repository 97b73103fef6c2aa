"""Which cases may be continued with one key."""

from __future__ import annotations

from dataclasses import dataclass

from data.codes import RiskLevel

_TALK_FROM = RiskLevel.ANYWHERE


@dataclass(frozen=True)
class Obstacle:
    """Why a case has to be talked about: in a sentence, and in the few words beside a button."""

    words: str
    short: str


def obstacles_to_continuing(
    previous: RiskLevel | None, *, overdue_tasks: int, said: bool
) -> tuple[Obstacle, ...]:
    """Say why a case has to be talked about instead of continued; empty when it need not be."""
    found = []
    if previous is None:
        found.append(Obstacle("还没有评定过等级", "首次评定"))
    elif previous >= _TALK_FROM:
        words = f"上次评定为{previous.label}，3级及以上须逐例讨论"
        found.append(Obstacle(words, "3级以上须讨论"))
    if overdue_tasks:
        found.append(Obstacle(f"有{overdue_tasks}项逾期任务", "有逾期任务"))
    if said:
        found.append(Obstacle("已经记下了不同于上次的评定", "等级有变"))
    return tuple(found)
