"""失访: when a patient counts as lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.rule_values import Profile
from workbench.rules.dates import plus, said
from workbench.rules.truth import Truth, any_of


@dataclass(frozen=True)
class Attempt:
    """One try to reach a patient."""

    on: date
    reached: bool


@dataclass(frozen=True)
class LostContact:
    """Whether a patient counts as lost, why, and what nobody has found out yet."""

    lost: Truth
    because: str
    missing: tuple[str, ...]


def lost_contact(
    attempts: Sequence[Attempt],
    *,
    on: date,
    profile: Profile,
    missing_person: Truth = None,
    whereabouts_unknown: Truth = None,
    family_refuses: Truth = None,
) -> LostContact:
    """Tell whether contact is lost: one known reason is enough.

    连续3次未访到 and 走失 are reasons of the visit record (失访原因). The tries and spans of a
    missed visit, an unknown whereabouts after moving or leaving for work, and a family that
    tells nothing are defaults of this program, not checked against a standard.
    """
    asked = {
        "是否走失": missing_person,
        "外出或迁居后是否下落不明": whereabouts_unknown,
        "家属是否拒绝告知去向": family_refuses,
    }
    in_vain = _in_vain(attempts, on=on, profile=profile)
    lost = any_of(*asked.values(), in_vain is not None)
    if lost:
        yes = [words.replace("是否", "") for words in asked if asked[words]]
        return LostContact(True, f"{'；'.join([*yes, *([in_vain] if in_vain else [])])}。", ())
    missing = tuple(words for words, answer in asked.items() if answer is None)
    open_too = f"；尚不清楚：{'、'.join(missing)}" if missing else ""
    return LostContact(lost, f"未达到连续未访到的条件{open_too}。", missing)


def _in_vain(attempts: Sequence[Attempt], *, on: date, profile: Profile) -> str | None:
    """Say since when nobody was reached, once there were enough tries and enough time passed."""
    window, span = profile["lost.retry_window"], profile["lost.span"]
    needed = profile["lost.min_retries"]
    reached = max((a.on for a in attempts if a.reached and a.on <= on), default=date.min)
    failed = sorted(a.on for a in attempts if reached < a.on <= on)
    if len(failed) < profile["lost.consecutive_misses"].amount:
        return None
    for first in failed:
        retries = sum(first < day <= plus(first, window) for day in failed)
        if retries >= needed.amount and on >= plus(first, span):
            return f"自{said(first)}起连续未访到，已满{span.words}（{span.basis}）"
    return None
