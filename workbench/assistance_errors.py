"""Refusals about the subsidy for guarding, other help, and the village team of a patient."""

from __future__ import annotations

from workbench.errors import Refused


class SumImpossible(Refused):
    """A sum of money is missing or nothing."""

    def __init__(self, field: str) -> None:
        super().__init__(f"“{field}”应是大于0的金额。", next_step="请按元填写，最多两位小数。")


class NoSubsidy(Refused):
    """Something was proposed about a subsidy that nobody applied for or receives."""

    def __init__(self) -> None:
        super().__init__("这名患者没有正在申请或享受的监护补贴。", next_step="请先登记监护补贴。")


class ProposalOpen(Refused):
    """The same was proposed and waits for a meeting."""

    def __init__(self, step: str) -> None:
        super().__init__(f"已经有一条“{step}”的建议等待会议决定。", next_step="请打开那条建议。")


class ProposalDecided(Refused):
    """A meeting has decided about the proposal."""

    def __init__(self, outcome: str) -> None:
        super().__init__(
            f"这条建议已经有会议决定：{outcome}。", next_step="情况有变化时请另提一条建议。"
        )


class SubsidyStandsApart(Refused):
    """The subsidy for guarding has a record of its own."""

    def __init__(self) -> None:
        super().__init__("监护补贴有单独的登记。", next_step="请在“监护补贴”里登记。")


class NotVillageTeam(Refused):
    """Only a village team looks after single patients."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}”不是关爱帮扶小组。", next_step="请选择村（社区）的关爱帮扶小组。"
        )


class NotMemberThen(Refused):
    """The person named was on no team on that day."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}当天不是小组成员。", next_step="请另选责任人，或核对日期。")
