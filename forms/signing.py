"""The signature grid as both writers draw it: its columns, its words, who stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forms.blocks import Signer

NAME, INK, DATE = 29.0, 35.0, 21.0
COLUMNS = (NAME, INK, DATE)
HEAD_HEIGHT, ROW_HEIGHT = 6.6, 15.0
TITLES = ("角色 · 姓名", "签名（本人手写）", "日期")
DAY = "月\u3000 日"
SEAL = "（单位盖章）"
LATER = "补签"

Place = tuple[int, Signer | None]


def numbered_pairs(signers: Sequence[Signer]) -> Iterator[tuple[Place, Place]]:
    """Two people to a row, numbered down and then across. A place left over is for the seal."""
    numbered: list[Place] = list(enumerate(signers, 1))
    half = (len(numbered) + 1) // 2
    for index in range(half):
        beside = half + index
        yield numbered[index], numbered[beside] if beside < len(numbered) else (0, None)


def absence(signer: Signer) -> str:
    """What stands small in the room for ink of somebody who is not there."""
    return f"缺席（{signer.absent}）" if signer.absent else ""
