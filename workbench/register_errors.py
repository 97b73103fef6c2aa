"""Refusals of the register: numbers, duplicates, days and the words a record cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.errors import Refused
from workbench.rules.dates import said


class IdNumberWrong(Refused):
    """What was typed cannot be an ID number; `because` says which part of it."""

    def __init__(self, because: str) -> None:
        super().__init__(
            f"身份证号有误：{because}。",
            next_step="请对照证件逐位核对；手头没有证件时可以先空着。",
        )


class IdNumberTaken(Refused):
    """Someone on the register has this ID number."""

    def __init__(self, whose: str) -> None:
        super().__init__(
            f"这个身份证号已经登记过：{whose}。", next_step="请打开现有记录，不要重复登记。"
        )


class NotTwoRecords(Refused):
    """A record cannot be compared with itself."""

    def __init__(self) -> None:
        super().__init__("这是同一条登记。", next_step="请选择两条不同的登记。")


class AlreadyJudged(Refused):
    """There is a verdict on these two records."""

    def __init__(self) -> None:
        super().__init__(
            "这两条登记已经有核对结论。", next_step="要改变结论，请先撤回原来的结论，再重新核对。"
        )


class DuplicateInUse(Refused):
    """A record cannot be set aside while something still rests on it."""

    def __init__(self, because: str) -> None:
        super().__init__(
            f"不能这样标为重复登记：{because}。", next_step="请先处理好它，或改为保留另一条。"
        )


class DoubtsOpen(Refused):
    """Something looks wrong that may be right; whoever has checked it can say so."""

    def __init__(self, doubts: Sequence[str]) -> None:
        self.doubts = tuple(doubts)
        super().__init__(
            f"保存前请核对：{'；'.join(doubts)}。",
            next_step="有误的请改正；核对无误的，请再保存一次。",
        )


class DayNotCome(Refused):
    """Something was said to have happened on a day still to come."""

    def __init__(self, field: str, day: date) -> None:
        super().__init__(f"{field}{said(day)}还没有到。", next_step="请核对日期。")


class DaysReversed(Refused):
    """The last day lies before the first."""

    def __init__(self, last: str, first: str) -> None:
        super().__init__(f"{last}早于{first}。", next_step="请核对这两个日期。")


class OptionsExclude(Refused):
    """An option that stands for none was chosen together with others."""

    def __init__(self, field: str, option: str) -> None:
        super().__init__(
            f"{field}选了“{option}”，不能同时选其他项。", next_step="请只留下符合情况的选项。"
        )


class OptionOfOldForm(Refused):
    """An option was chosen that the present form no longer has."""

    def __init__(self, field: str, option: str) -> None:
        super().__init__(
            f"{field}的“{option}”是2011年版表格才有的选项。",
            next_step="请另选一项，或注明按2011年版填写；不清楚时可以空着。",
        )


class GradeWithoutCard(Refused):
    """A grade of disability was given with something else than the card that states it."""

    def __init__(self) -> None:
        super().__init__(
            "只有持残疾人证的才填写残疾等级。", next_step="请去掉等级，或改选残疾人证。"
        )


class StaysOverlap(Refused):
    """Nobody is in two hospitals at once."""

    def __init__(self, hospital: str, admitted_on: date) -> None:
        super().__init__(
            f"与{said(admitted_on)}在{hospital}的住院时间重叠。",
            next_step="请核对入院和出院日期；转院的，请先填写前一次的出院日期。",
        )


class AlreadyDischarged(Refused):
    """The stay has ended."""

    def __init__(self, discharged_on: date) -> None:
        super().__init__(
            f"这次住院已于{said(discharged_on)}出院。", next_step="日期有误时，请更正这条住院记录。"
        )


class NoIncident(Refused):
    """Nothing happened, so there is nothing to record."""

    def __init__(self) -> None:
        super().__init__("“无”不是一次危险行为。", next_step="没有发生危险行为时不必登记。")


class NoGuardian(Refused):
    """Nobody is guardian on that day."""

    def __init__(self) -> None:
        super().__init__("当天没有在任的监护人。", next_step="请先登记监护人。")


class GuardianNotActing(Refused):
    """What only an acting guardian can do was recorded of someone who no longer is one."""

    def __init__(self, state: str) -> None:
        super().__init__(f"这名监护人当天{state}。", next_step="请选择在任的监护人。")


class GuardianInUse(Refused):
    """A guardian was to be taken back while records rest on them."""

    def __init__(self, records: Sequence[str]) -> None:
        super().__init__(
            f"这名监护人名下还有{'、'.join(records)}。",
            next_step="请先撤回这些记录，再撤回监护人；写错姓名的请用“更正”。",
        )


class NoDuties(Refused):
    """An agreement that was signed says to what."""

    def __init__(self) -> None:
        super().__init__("监护协议里还没有写明职责。", next_step="请至少选择一项监护职责。")
