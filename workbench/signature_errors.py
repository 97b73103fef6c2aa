"""Refusals of signing: what stands in the way of marking, adding to or archiving sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.errors import Refused
from workbench.rules.dates import said


class SheetIsVoid(Refused):
    """Nobody signs a sheet whose content has changed since."""

    def __init__(self, caption: str) -> None:
        super().__init__(
            f"{caption}已作废，内容后来改过。", next_step="请打印新的一版签字，旧的一版留在档案里。"
        )


class SignedTooEarly(Refused):
    """Nobody can have signed before the sheet was there."""

    def __init__(self, sealed_on: date) -> None:
        super().__init__(
            f"签名日期早于封存日期{said(sealed_on)}。", next_step="请照纸上写的真实日期填写。"
        )


class SignedInFuture(Refused):
    """A day to come cannot stand beside a signature."""

    def __init__(self) -> None:
        super().__init__("签名日期晚于今天。", next_step="请照纸上写的真实日期填写。")


class LateNeedsDay(Refused):
    """A later signature carries the day it was really given."""

    def __init__(self) -> None:
        super().__init__("补签没有写日期。", next_step="请填写补签当天的真实日期，不倒签。")


class NoteNeeded(Refused):
    """A proxy and an absence each call for a word."""

    def __init__(self, what: str) -> None:
        super().__init__(f"还没有写明{what}。", next_step=f"请照纸上注明的填写{what}。")


class NobodyMissing(Refused):
    """A supplementary sheet is for those who have not signed, and there are none."""

    def __init__(self) -> None:
        super().__init__("这份签字件没有待签的人。", next_step="不需要补签页，可以归档。")


class StillUnsigned(Refused):
    """A meeting is archived once every place on its sheets is settled."""

    def __init__(self, waiting: Sequence[str]) -> None:
        super().__init__(
            f"还有签字没有落实：{'；'.join(waiting)}。",
            next_step="请逐份标明已签、补签、代签或缺席；缺人多时可打印补签页。",
        )


class AlreadyArchived(Refused):
    """What is archived stays as it is."""

    def __init__(self) -> None:
        super().__init__(
            "这次会议已经归档，签字情况不能再改。", next_step="如有更正，请另作说明存档。"
        )


class NotClosedYet(Refused):
    """Only a closed meeting has sheets to archive."""

    def __init__(self) -> None:
        super().__init__("会议还没有结束，不能归档。", next_step="请先结束会议并打印签字件。")


class NothingChanged(Refused):
    """A new version of a sheet needs new content."""

    def __init__(self) -> None:
        super().__init__(
            "内容和已经封存的一版相同。", next_step="请直接打印已封存的一版，不必另出新版。"
        )


class NotASignedPaper(Refused):
    """Only papers that are signed are sealed."""

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}”不是签字件，不需要封存。", next_step="可以直接打印。")


class SealedAtClose(Refused):
    """What a meeting still changes is sealed when it is closed, not before."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"《{title}》在结束会议时封存，会议还没有结束。",
            next_step="请先结束会议；会前需要纸样的，可以直接打印草稿。",
        )
