"""When a rating has to be explained in writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.codes import RiskLevel
from workbench.rules.truth import Truth, any_of

APART = 2


def reasons_wanted(
    agreed: RiskLevel,
    *,
    previous: RiskLevel | None,
    clinical: RiskLevel | None,
    opinions: Sequence[RiskLevel],
) -> tuple[str, ...]:
    """Say why a written reason is needed; empty when none is.

    A changed level needs one, so does a team rating below the last clinical one, and so do
    members whose ratings lie two or more levels apart.
    """
    found = []
    if previous is not None and agreed != previous:
        found.append(f"等级由{previous.label}改为{agreed.label}")
    if clinical is not None and agreed < clinical:
        found.append(f"集体评定{agreed.label}低于最近一次临床等级{clinical.label}")
    if opinions and max(opinions) - min(opinions) >= APART:
        found.append(f"各方意见相差{max(opinions) - min(opinions)}级")
    return tuple(found)


@dataclass(frozen=True)
class LevelAfterHarm:
    """Whether a rating is too low for what happened, and what nobody has said yet."""

    needs_reason: Truth
    because: str
    missing: tuple[str, ...]


def level_after_harm(
    level: RiskLevel, *, self_harm: Truth, suicide_attempt: Truth
) -> LevelAfterHarm:
    """Ask for level 4 or a written reason after self-harm or an attempted suicide.

    4级 includes 自伤、自杀 (严重精神障碍患者管理服务规范, 危险性评估); that a lower rating may
    stand with a written reason is a default of this program.
    """
    if level >= RiskLevel.PERSISTENT:
        return LevelAfterHarm(False, f"评定为{level.label}，不低于4级。", ())
    acts = {"自伤": self_harm, "自杀未遂": suicide_attempt}
    needs = any_of(*acts.values())
    if needs:
        happened = "、".join(act for act, answer in acts.items() if answer)
        return LevelAfterHarm(
            True, f"有{happened}，应至少评定为4级，评定为{level.label}须写明理由。", ()
        )
    missing = tuple(act for act, answer in acts.items() if answer is None)
    words = f"是否有{'、'.join(missing)}未知。" if missing else "没有自伤、自杀未遂。"
    return LevelAfterHarm(needs, words, missing)
