"""The values a unit may set for itself, as the rules are handed them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.codes import Labelled


class Unit(Labelled):
    """What a value counts."""

    DAYS = "days", "天"
    MONTHS = "months", "个月"
    WORKING_DAYS = "working_days", "个工作日"
    HOURS = "hours", "小时"
    CRITERIA = "criteria", "条"
    TIMES = "times", "次"
    PERCENT = "percent", "％"
    PER_TEN_THOUSAND = "per_ten_thousand", "／万"

    def fits(self, usual: Unit) -> bool:
        """Whether a value may be given in this unit: the usual one, or months instead of days."""
        return self is usual or {self, usual} == {Unit.DAYS, Unit.MONTHS}


class Standing(Labelled):
    """Whether the document a profile is named for says so, the program proposes it, or a unit."""

    STATED = "stated", "原文"
    DEFAULT = "default", "默认值"
    DECIDED = "decided", "单位规定"


@dataclass(frozen=True)
class RuleValue:
    """One interval, threshold, deadline or target, and the profile that supplied it."""

    key: str
    amount: int
    unit: Unit
    standing: Standing
    source: str
    profile: str

    @property
    def words(self) -> str:
        """The value as it is said, such as 3个月."""
        return f"{self.amount}{self.unit.label}"

    @property
    def basis(self) -> str:
        """Who supplied the value. A default never speaks as if a document said it."""
        match self.standing:
            case Standing.STATED:
                return f"规则档“{self.profile}”，{self.source}"
            case Standing.DEFAULT:
                return f"规则档“{self.profile}”的默认值，单位可改"
            case Standing.DECIDED:
                return f"{self.profile}规定，{self.source}"


@dataclass(frozen=True)
class Profile:
    """Every value that holds in a unit."""

    name: str
    rules: Mapping[str, RuleValue]

    def __getitem__(self, key: str) -> RuleValue:
        """The value under a key."""
        return self.rules[key]

    def overlaid(self, name: str, own: Mapping[str, RuleValue]) -> Profile:
        """This profile with another's own values laid over it; the others keep their supplier."""
        return Profile(name, {**self.rules, **own})


@dataclass(frozen=True)
class WorkingYear:
    """The official days off of one year, and the weekend days worked instead."""

    off: frozenset[date]
    worked: frozenset[date]
