"""What the monthly meetings talked about besides the cases, and who could not come."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from data.codes import AbsenceReason
from workbench.demo.reading import Table, read_matter
from workbench.demo.seats import Seat
from workbench.demo.story import Matter

_S, _R = Seat, AbsenceReason
ABSENT = {
    2: {_S.PSYCHIATRIST: _R.DUTY},
    4: {_S.DISABLED: _R.TRAVEL},
    6: {_S.CENTRE: _R.DUTY, _S.CIVIL: _R.SICK},
    8: {_S.PSYCHIATRIST: _R.TRAVEL},
    10: {_S.STATION: _R.DUTY},
    11: {_S.SOCIAL: _R.SICK},
    13: {_S.SAFETY: _R.DUTY, _S.DISABLED: _R.TRAVEL},
    14: {_S.PSYCHIATRIST: _R.DUTY},
    16: {_S.STATION: _R.DUTY},
    17: {_S.CIVIL: _R.NOT_REACHED},
    19: {_S.VILLAGE: _R.SICK},
    20: {_S.PSYCHIATRIST: _R.DUTY},
    22: {_S.STATION: _R.DUTY, _S.CENTRE: _R.TRAVEL},
    24: {_S.DISABLED: _R.TRAVEL},
}
OPENINGS = ("主持人宣读保密要求，到会人员无异议。", "主持人宣读保密要求，核对到会人员和书面意见。")
OTHERS = {
    3: "监护补贴上季度已发放到位，未到账的1户由民政专干核对账号。",
    9: "年度体检名单由社区卫生服务中心下发，居委会协助通知。",
    14: "社区换届，两户的联系人由居委会重新登记。",
    19: "残疾人证到期的3人由残联通知换证。",
    23: "新版随访记录表下月起使用，旧表用完为止。",
}
CLOSINGS = (
    "散会前宣读记录，无更正。",
    "宣读记录，更正1处：一项任务的责任人。",
    "宣读记录，到会人员无补充。",
)
# What came of the work of the last meeting before the one to come asks for it.
DONE_BEFORE = {
    "查肝功能、心电图、空腹血糖": "三项已查，均正常",
    "药盒加装定时提醒": "已装好，试用三天",
}
_FILE = Path(__file__).parent / "agenda.toml"


def matters_at(meeting: int) -> tuple[Matter, ...]:
    """The matters of a monthly meeting, the last of which is still to come."""
    return tuple(read_matter(m) for m in _written() if m["meeting"] == meeting)


@cache
def _written() -> list[Table]:
    written: list[Table] = tomllib.loads(_FILE.read_text("utf-8"))["matter"]
    return written
