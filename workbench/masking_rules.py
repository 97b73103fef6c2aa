"""What a unit decided about masking: digits of numbers shown, minutes until names are hidden."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.masking import MaskingRule
from workbench.bench import Bench
from workbench.errors import Refused

MOST_FIRST, MOST_LAST = 6, 4
LONGEST = 60


@dataclass(frozen=True)
class Masking:
    """Signs of an ID number shown at each end, and minutes after which names are hidden again."""

    first: int = 3
    last: int = 4
    minutes: int = 10


class MaskingImpossible(Refused):
    """More of a number was to be shown than hides anything, or names for ever."""

    def __init__(self) -> None:
        super().__init__(
            "遮名不能这样设置。",
            next_step=f"证件号前面最多显示{MOST_FIRST}位、后面最多{MOST_LAST}位，"
            f"姓名显示1到{LONGEST}分钟。",
        )


def set_masking(bench: Bench, masking: Masking) -> None:
    """Decide it for every screen and list; papers keep the first three and last four signs."""
    with bench.doing("set_masking") as work:
        ends = 0 <= masking.first <= MOST_FIRST and 0 <= masking.last <= MOST_LAST
        if not ends or not 1 <= masking.minutes <= LONGEST:
            raise MaskingImpossible
        rule = MaskingRule(
            **asdict(masking), written_at=work.written.at, written_by=work.written.by
        )
        work.session.add(rule)
        work.about(**asdict(masking))


def read_masking(bench: Bench, at: datetime | None = None) -> Masking:
    """What holds, as known at a moment."""
    with bench.asking("read_masking") as session:
        return masking_in(session, at)


def masking_in(session: Session, at: datetime | None = None) -> Masking:
    """The same in a session that is open already."""
    query = select(MaskingRule).order_by(MaskingRule.id.desc()).limit(1)
    if at is not None:
        query = query.where(MaskingRule.written_at <= at)
    row = session.scalars(query).first()
    return Masking(row.first, row.last, row.minutes) if row else Masking()
