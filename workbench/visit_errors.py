"""Refusals of visits and medication; each lists everything that cannot stand, at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.errors import Refused
from workbench.rules.dates import said
from workbench.rules.visit_records import Problem

_TYPED = "填写的内容都在，没有丢失。"


class _HasProblems(Refused):
    """Something filled in cannot stand; `problems` names each item."""

    def __init__(self, what: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            f"{what}有{len(problems)}处不能保存：{'；'.join(p.words for p in problems)}。",
            safe=_TYPED,
            next_step="请改正后再保存；还不清楚的可以先空着。",
        )


class VisitHasProblems(_HasProblems):
    """A visit record contradicts itself or leaves out what an answer calls for."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("这次随访记录", problems)


class VisitIncomplete(Refused):
    """Questions that belong to every visit are still open; `items` names them."""

    def __init__(self, items: Sequence[str], titles: Sequence[str], *, optional: bool) -> None:
        self.items = tuple(items)
        otherwise = "；确实问不到的，可以选“空着记录”" if optional else ""
        super().__init__(
            f"还有{len(items)}处必填没有填：{'、'.join(titles)}。",
            safe=_TYPED,
            next_step=f"请补填{otherwise}。",
        )


class HistoryHasProblems(_HasProblems):
    """What is said to have been before cannot have been."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("既往史", problems)


class MedicationHasProblems(_HasProblems):
    """A medication line, an injection or a plan contradicts itself."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("这条用药记录", problems)


class NotLongActing(Refused):
    """Injections are recorded of long-acting medicines only."""

    def __init__(self) -> None:
        super().__init__(
            "这种药没有标为长效针剂，不能登记注射。",
            next_step="请先在用药记录里标明长效，或选择另一种药。",
        )


class AlreadyStopped(Refused):
    """The medicine is no longer taken."""

    def __init__(self, stopped_on: date) -> None:
        super().__init__(
            f"这种药已于{said(stopped_on)}停用。", next_step="日期有误时，请更正这条用药记录。"
        )


class InjectionsRecorded(Refused):
    """A medicine of which injections are recorded was taken."""

    def __init__(self) -> None:
        super().__init__(
            "这种药已经登记过注射，不能撤回。",
            next_step="停用的，请登记停用；登记错了的，请先撤回各次注射。",
        )
