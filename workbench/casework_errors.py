"""Refusals about intake, the life of a case, plans and remarks."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import Refused


class CaseEnded(Refused):
    """A case that has ended is history."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"个案{number}已经出组，不能再改。",
            next_step="患者再次入组时会另开一个个案，以前的记录都保留。",
        )


class CaseAlreadyPaused(Refused):
    """A paused case cannot be paused again."""

    def __init__(self, number: str) -> None:
        super().__init__(f"个案{number}已经暂停。", next_step="如要重新开始，请先恢复管理。")


class CaseNotPaused(Refused):
    """Only a paused case can be resumed."""

    def __init__(self, number: str) -> None:
        super().__init__(f"个案{number}没有暂停，不用恢复。", next_step="请核对个案编号。")


class DayNotPossible(Refused):
    """A day was given on which this cannot have happened."""

    def __init__(self, because: str) -> None:
        super().__init__(f"日期不对：{because}。", next_step="请核对日期。")


class NothingChanges(Refused):
    """A change was asked for that leaves everything as it is."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}和现在一样，没有变化。", next_step="请核对后再选。")


class NotAboutThis(Refused):
    """The agenda item named is about someone or something else."""

    def __init__(self, what: str) -> None:
        super().__init__(f"这一项议程说的不是{what}。", next_step="请在议程里打开对应的一项。")


class NotYetReached(Refused):
    """A case cannot end because of its goals while something stands in the way."""

    def __init__(self, obstacles: Sequence[str]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(
            f"还不能以“目标达到”出组：{'；'.join(obstacles)}。",
            next_step="请补齐复核和计划结果，或按实际情况选择其他出组原因。",
        )


class ManagedAllTheSame(Refused):
    """A case cannot end because consent was withdrawn while something stands in the way."""

    def __init__(self, obstacles: Sequence[str]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(
            f"还不能以“撤回知情同意”出组：{'；'.join(obstacles)}。",
            next_step="请核对报告类型和知情同意的答复，或按实际情况选择其他出组原因。",
        )


class EvidenceMissing(Refused):
    """A criterion was called met without saying what shows it, and since when."""

    def __init__(self, criteria: Sequence[str]) -> None:
        super().__init__(
            f"还没有写依据和日期：{'、'.join(criteria)}。",
            next_step="请写明依据和依据日期，或改为“未知”。",
        )


class EntryNeedsReason(Refused):
    """A kind of case was chosen that the criteria do not propose."""

    def __init__(self, because: str) -> None:
        super().__init__(f"{because}，需要写明理由。", next_step="请写明人工入组或改变类型的理由。")


class IntakeAlreadyDecided(Refused):
    """An intake was already taken in or turned down."""

    def __init__(self, outcome: str) -> None:
        super().__init__(
            f"这份入组评估已经有结论：{outcome}。", next_step="情况有变化时请另做一份入组评估。"
        )


class AlreadyProposed(Refused):
    """The patient stands on this agenda."""

    def __init__(self) -> None:
        super().__init__("这名患者已在这次会议的议程上。", next_step="请在议程里打开这一项。")


class PlanIsConfirmed(Refused):
    """A confirmed version never changes."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"第{number}次干预计划已经会议确认，内容不能再改。", next_step="请起草下一次计划。"
        )


class PlanDraftOpen(Refused):
    """A version is still being written."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"第{number}次干预计划还没有经会议确认。", next_step="请先修改、确认或作废这份计划。"
        )


class PlanNotReady(Refused):
    """A version cannot be confirmed yet."""

    def __init__(self, obstacles: Sequence[str]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(
            f"这份计划还不能确认：{'；'.join(obstacles)}。", next_step="请逐条补齐后再确认。"
        )


class AreaNotInPlan(Refused):
    """A line was put into an area this kind of plan does not have."""

    def __init__(self, area: str, kind: str) -> None:
        super().__init__(f"{kind}计划没有“{area}”这个领域。", next_step="请从列出的领域里选。")


class NotOnThisAgenda(Refused):
    """A meeting can only confirm what stands on its agenda."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"个案{number}不在这次会议的议程上。", next_step="请先把这个个案列入议程。"
        )


class AnnotationAnswered(Refused):
    """A remark is answered once."""

    def __init__(self, outcome: str) -> None:
        super().__init__(
            f"这条批注已经处理：{outcome}。", next_step="如有新的意见，请精神科医师另写批注。"
        )
