"""Refusals: what the program tells a person who asked for something it will not do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

SAFE = "没有改动任何记录。"


class Refused(Exception):
    """Parent of every message meant for the user. Any other exception is a fault of ours.

    `message` says what happened, `safe` what is not lost, `next_step` what to do.
    """

    def __init__(self, message: str, *, next_step: str, safe: str = SAFE) -> None:
        super().__init__(message)
        self.message = message
        self.safe = safe
        self.next_step = next_step

    @property
    def code(self) -> str:
        """What the audit chain calls it."""
        return type(self).__name__


class NotPermitted(Refused):
    """The account may not do this."""

    def __init__(self) -> None:
        super().__init__("当前账户没有做这件事的权限。", next_step="请由组长或记录员登录后操作。")


class NotFound(Refused):
    """What was asked for is not in the store."""

    def __init__(self, what: str) -> None:
        super().__init__(f"没有找到{what}。", next_step="请回到列表重新选择。")


class EmptyField(Refused):
    """A field that must be filled is empty."""

    def __init__(self, field: str) -> None:
        super().__init__(f"还没有填写“{field}”。", next_step=f"请写明{field}后再保存。")


class NameTooLong(Refused):
    """A name is longer than any identity card allows."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"姓名有{length}个字，超过了50个字。", next_step="请核对是否把别的内容粘贴进来了。"
        )


class NumberTaken(Refused):
    """Another case has this number already."""

    def __init__(self, number: str) -> None:
        super().__init__(f"个案编号{number}已经用过。", next_step="请换一个编号。")


class AlreadyInManagement(Refused):
    """The patient has an open case."""

    def __init__(self, number: str) -> None:
        super().__init__(f"这名患者已在组，编号{number}。", next_step="请打开现有个案。")


class NotOnTeam(Refused):
    """A person was named who is not on the team on that day."""

    def __init__(self, part: str) -> None:
        super().__init__(f"{part}在会议当天不是这个小组的成员。", next_step="请从成员名单里另选。")


class TeamHasMet(Refused):
    """The kind of a team cannot change once there are meetings of it."""

    def __init__(self) -> None:
        super().__init__(
            "这个小组已经开过会或排了会议，类型不能再改。", next_step="请另建一个小组。"
        )


class MeetingNotInSession(Refused):
    """Something of the meeting itself was to be recorded before it began."""

    def __init__(self) -> None:
        super().__init__("会议还没有开始。", next_step="请先点“开始会议”。")


class MeetingAlreadyStarted(Refused):
    """A meeting can be started once."""

    def __init__(self) -> None:
        super().__init__("会议已经开始了。", next_step="请直接进入会议。")


class MeetingAlreadyClosed(Refused):
    """Someone tried to change a meeting that is sealed."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"{title}已经结束并封存，内容不能再改。",
            next_step="需要更正时，请在下次会议上作出新的决定。",
        )


class NoTeamYet(Refused):
    """A meeting was called of a team that has nobody on it."""

    def __init__(self, team: str) -> None:
        super().__init__(
            f"{team}还没有成员，开不了会。", next_step="请先在“设置”里登记小组和成员。"
        )


class NextMeetingPlanned(Refused):
    """The next meeting was to be planned although one is planned already."""

    def __init__(self, title: str, held_on: date) -> None:
        super().__init__(
            f"下次会议已经定了：{title}，{held_on.month}月{held_on.day}日。",
            next_step="请在会议列表里打开它。",
        )


class NothingToHandOut(Refused):
    """A meeting gave out nothing of the kind that was to be printed."""

    def __init__(self, message: str) -> None:
        super().__init__(message, next_step="没有要打印的，可以接着办下一件事。")


class EmptyAgenda(Refused):
    """A meeting without any item cannot start."""

    def __init__(self) -> None:
        super().__init__("议程还是空的。", next_step="请先把个案或其他事项列入议程。")


class AlreadyOnAgenda(Refused):
    """The case stands on this agenda."""

    def __init__(self, number: str) -> None:
        super().__init__(f"{number}已在这次会议的议程上。", next_step="请在议程里打开这一例。")


class AlreadyDiscussed(Refused):
    """An item about which something was recorded cannot leave the agenda."""

    def __init__(self) -> None:
        super().__init__(
            "这一项已经有发言、评估、决定或草稿，不能从议程中去掉。",
            next_step="如果这次不议，请用“暂缓议”并写明原因。",
        )


class NoRatingForMatters(Refused):
    """Only people are rated."""

    def __init__(self) -> None:
        super().__init__("其他事项不评定等级。", next_step="请直接写会议决定。")


class ReasonNeeded(Refused):
    """A rating was given that has to be explained in writing; `reasons` says why, one by one."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(
            f"{'；'.join(reasons)}，请写变动理由。", next_step="理由会印在会议记录和评估表上。"
        )


class DecisionNeedsImplementer(Refused):
    """Every decision names the one person who carries it out."""

    def __init__(self) -> None:
        super().__init__("这条决定还没有责任人。", next_step="请从小组成员里选一位责任人。")


class DecisionNeedsDueDate(Refused):
    """Every decision says by when."""

    def __init__(self) -> None:
        super().__init__("这条决定还没有完成时限。", next_step="请写明完成日期。")


class DueBeforeMeeting(Refused):
    """A decision cannot be due before it was made."""

    def __init__(self) -> None:
        super().__init__("完成时限早于会议日期。", next_step="请核对日期。")


class DecisionCarriedOut(Refused):
    """A decision that opened or ended a case, or confirmed a plan, cannot be taken back alone."""

    def __init__(self) -> None:
        super().__init__(
            "这条决定已经办理入组、出组或计划确认，不能单独撤回。",
            next_step="需要改变时，请在会上另作决定。",
        )


class LevelMissing(Refused):
    """A case was confirmed before anybody chose a level."""

    def __init__(self) -> None:
        super().__init__(
            "这一例还没有选集体评估等级。",
            safe="填写的内容都在，没有丢失。",
            next_step="请按 Ctrl+0 到 Ctrl+5 选一个等级。",
        )


class DecisionMissing(Refused):
    """An item was confirmed without any decision."""

    def __init__(self) -> None:
        super().__init__(
            "这一项还没有会议决定。",
            safe="填写的内容都在，没有丢失。",
            next_step="请在“会议决定”里写一句，要交办的事按 F7；情况没有变化的个案可按 F9。",
        )


class CannotContinue(Refused):
    """F9 was pressed on a case that has to be talked about."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(
            f"这一例不能直接“维持原等级”：{'；'.join(reasons)}。",
            next_step="请写明讨论要点和决定后，再确认并转下一例。",
        )


class NoNextMeeting(Refused):
    """Continuing a case is due at the next meeting, which must have a day."""

    def __init__(self) -> None:
        super().__init__("还没有定下次会议的日期。", next_step="请先在会议信息里填下次会议日期。")


class UndecidedItems(Refused):
    """A meeting cannot close while an item has no conclusion."""

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__(
            f"还有{len(items)}项没有结论：{'、'.join(items)}。",
            next_step="请逐项评定并写明决定，或写明原因暂缓议。",
        )


class OpenDrafts(Refused):
    """A meeting cannot close while something typed is not yet recorded."""

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__(
            f"还有没确认的草稿：{'、'.join(items)}。",
            safe="草稿都还在，没有丢失。",
            next_step="请打开这些项，确认或清除后再结束会议。",
        )


class EndsBeforeBeginning(Refused):
    """A meeting cannot end before it began."""

    def __init__(self) -> None:
        super().__init__("散会时间早于开会时间。", next_step="请核对散会时间。")


class ChangedMeanwhile(Refused):
    """Something was recorded while the minutes were being drawn up."""

    def __init__(self) -> None:
        super().__init__("整理会议记录时又有新的内容写入。", next_step="请再点一次“结束会议”。")


class CannotPrint(Refused):
    """A document was asked for in a form that does not exist."""

    def __init__(self, suffix: str) -> None:
        super().__init__(
            f"不能存成“{suffix}”格式的文件。", next_step="请选择 Word（.docx）或 PDF（.pdf）。"
        )


class PasswordTooShort(Refused):
    """A password must be long enough to be worth its name."""

    def __init__(self, least: int) -> None:
        super().__init__(f"口令少于{least}个字符。", next_step="请换一个长一些、自己记得住的口令。")


class PasswordsDiffer(Refused):
    """What was typed the second time is not what was typed first."""

    def __init__(self) -> None:
        super().__init__(
            "两次输入的口令不一样。", safe="口令还没有改动。", next_step="请再输一遍。"
        )
