"""When a rating has to be explained in writing."""

from __future__ import annotations

from collections.abc import Sequence

from data.codes import RiskLevel

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
