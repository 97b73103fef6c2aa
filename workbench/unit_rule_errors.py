"""Refusals about the values a unit decides for itself."""

from __future__ import annotations

from workbench.errors import Refused


class RuleValueImpossible(Refused):
    """A value was given that no unit can work by."""

    def __init__(self, title: str, because: str) -> None:
        super().__init__(f"“{title}”的数值不对：{because}。", next_step="请核对文件后重新填写。")
