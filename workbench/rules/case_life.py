"""Which way a case can go from where it stands, and when its goals let it end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from data.casework_codes import Standing
from data.rule_values import Profile, RuleValue
from workbench.rules.truth import Truth, any_of


class Step(Enum):
    """What can happen to a case after its entry."""

    PAUSE = auto()
    RESUME = auto()
    REVISE = auto()
    EXIT = auto()


_LEADS_TO = {
    (Standing.RUNNING, Step.PAUSE): Standing.PAUSED,
    (Standing.PAUSED, Step.RESUME): Standing.RUNNING,
    (Standing.RUNNING, Step.REVISE): Standing.RUNNING,
    (Standing.PAUSED, Step.REVISE): Standing.PAUSED,
    (Standing.RUNNING, Step.EXIT): Standing.ENDED,
    (Standing.PAUSED, Step.EXIT): Standing.ENDED,
}


def after(standing: Standing, step: Step) -> Standing | None:
    """Where a step leads from a standing; None where it cannot be taken."""
    return _LEADS_TO.get((standing, step))


@dataclass(frozen=True)
class Review:
    """Whether the criteria of either kind were met on a day."""

    on: date
    high_risk: Truth
    unstable: Truth

    @property
    def clean(self) -> bool:
        """Whether it is known that no kind's criteria are met any more."""
        return any_of(self.high_risk, self.unstable) is False


@dataclass(frozen=True)
class GoalsCheck:
    """How many reviews in a row were clean, what is still in the way, and whose number counts."""

    clean: int
    obstacles: tuple[str, ...]
    used: RuleValue


def clean_in_a_row(reviews: Sequence[Review]) -> int:
    """Count the clean reviews up to the last one without a break; two on one day are one.

    An open review breaks the row: what is not known is not clean.
    """
    by_day: dict[date, bool] = {}
    for review in reviews:
        by_day[review.on] = by_day.get(review.on, True) and review.clean
    count = 0
    for day in sorted(by_day, reverse=True):
        if not by_day[day]:
            break
        count += 1
    return count


def check_goals(
    reviews: Sequence[Review], *, open_goals: int | None, profile: Profile
) -> GoalsCheck:
    """Say what keeps a case from ending because its goals are reached.

    No document says when a case ends. The number of reviews is a value a unit can change; no
    number of open goals means that there is no confirmed plan.
    """
    needed = profile["exit.clean_reviews"]
    clean = clean_in_a_row(reviews)
    obstacles = []
    if clean < needed.amount:
        so_far = f"最近连续{clean}次复核不再符合入组标准，未到{needed.words}"
        none_yet = f"还没有复核，或最近一次不能排除入组标准；须连续{needed.words}不再符合"
        obstacles.append(f"{so_far if clean else none_yet}（{needed.basis}）")
    if open_goals is None:
        obstacles.append("还没有经会议确认的干预计划")
    elif open_goals:
        obstacles.append(f"干预计划还有{open_goals}项目标没有达到")
    return GoalsCheck(clean, tuple(obstacles), needed)
