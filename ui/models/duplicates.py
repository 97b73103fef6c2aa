"""How two records that look alike stand in a list."""

from __future__ import annotations

from ui.widgets.lists import Face
from workbench.resemblances import PairRow
from workbench.screen import Verdict


def pair_face(row: PairRow) -> Face:
    """Who and who, why they may be one, and what was found."""
    return Face(
        row.who[0],
        "·".join(filter(None, (f"与{row.who[1]}", "、".join(row.alike), row.why))),
        right=row.verdict.label if row.verdict else "待核对",
        done=row.verdict is not None,
        attention=row.verdict is None,
    )


def pair_spoken(row: PairRow) -> str:
    """The same in one sentence."""
    found = row.verdict.label if row.verdict else "待核对"
    said = (f"{row.who[0]}与{row.who[1]}", "、".join(row.alike), found, row.why)
    return "，".join(filter(None, said))


def verdict_words(row: PairRow) -> str:
    """What was found, and which of the two stands for both."""
    if row.verdict is None:
        return "请逐项核对，写明理由，再定结论。两条登记的内容都不会被改动。"
    if row.verdict is Verdict.DIFFERENT:
        return f"已核对：不是同一人。理由：{row.why}。"
    kept = row.who[0 if row.set_aside == row.pair[1] else 1]
    return f"已核对：重复登记，保留{kept}，另一条收起。理由：{row.why}。"
