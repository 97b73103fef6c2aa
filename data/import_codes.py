"""Codes of imports: what a list is of, and what one of its rows did."""

from __future__ import annotations

from data.codes import Labelled


class ImportKind(Labelled):
    """What the rows of a list are."""

    PATIENTS = "patients", "患者"
    MEMBERS = "members", "小组成员"


class RowEffect(Labelled):
    """What one imported row did to the records."""

    ENTERED = "entered", "新增"
    CHANGED = "changed", "更新"
