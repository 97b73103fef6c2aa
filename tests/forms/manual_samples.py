"""Answers of manuals to print."""

from __future__ import annotations


def manual(**others: object) -> dict[str, object]:
    """A manual with a few keys."""
    keys = [
        {"words": "维持原等级，下一例", "menu": "会议", "keys": "F9"},
        {"words": "确认并下一例", "menu": "会议", "keys": "Ctrl+Enter"},
    ]
    return {"unit": "云栖镇", "made_on": "2026-11-25", "keys": keys, **others}


def bursting_manual() -> dict[str, object]:
    """More keys than fit on a page, of a unit with a long name."""
    row = {
        "words": "其余的人都已签（已逐格看过）" * 2,
        "menu": "文书·登记签字",
        "keys": "Ctrl+Shift+PgDown",
    }
    return manual(unit="云栖镇严重精神障碍患者管理办公室" * 2, keys=[row] * 60)


def blank_manual() -> dict[str, object]:
    """Without keys."""
    return {}
