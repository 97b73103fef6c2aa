"""Answers of recovery pages to print."""

from __future__ import annotations


def recovery_sheet(**others: object) -> dict[str, object]:
    """An ordinary page. The code opens nothing."""
    return {
        "unit": "云栖镇",
        "made_on": "2026-11-25",
        "code": "22WW22-33MM33-44HH44-55GG55-66RR66-77KK77",
        "store": "K7QF",
        "custody": [],
        **others,
    }


def bursting_recovery_sheet() -> dict[str, object]:
    """A page of a unit with a long name that changed hands often."""
    kept = {"on": "2026-11-25", "name": "阿依努尔·买买提", "signature": None, "note": "换人"}
    custody = [{**kept, "place": "云栖镇卫生院财务室保险柜第二层"} for _ in range(30)]
    return recovery_sheet(unit="云栖镇严重精神障碍患者管理办公室" * 2, custody=custody)


def blank_recovery_sheet() -> dict[str, object]:
    """The same to be filled by pen."""
    return {}
