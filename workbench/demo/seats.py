"""Who sits on the teams, and where one hands over to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from data.codes import MemberRole


class Seat(Enum):
    """A place on the team; whoever holds it may change."""

    LEADER = auto()
    SAFETY = auto()
    CENTRE = auto()
    STATION = auto()
    PREVENTION = auto()
    PSYCHIATRIST = auto()
    POLICE = auto()
    CIVIL = auto()
    DISABLED = auto()
    VILLAGE = auto()
    SOCIAL = auto()


@dataclass(frozen=True)
class Member:
    """One person at one place. `first` is the meeting before which they came, 0 at the start.

    Who comes to a place that somebody has takes it over.
    """

    seat: Seat
    name: str
    role: MemberRole
    unit: str
    post: str
    first: int = 0


UNIT = "云栖街道"
CLINIC = "云栖街道社区卫生服务中心"
HOSPITAL = "澄湾区精神卫生中心"
DOCTOR = "闻人澜"
STATION = "云栖派出所"
_R = MemberRole

# The team of eleven that meets every month; two places change hands.
TEAM = (
    Member(Seat.LEADER, "龚砚秋", _R.LEADER, "云栖街道办事处", "组长，街道办事处副主任"),
    Member(Seat.SAFETY, "缪怀瑾", _R.POLITICS_LAW, "街道平安建设办公室", "副组长，主任"),
    Member(Seat.CENTRE, "靳松岩", _R.MEDICAL, CLINIC, "副组长，副主任"),
    Member(Seat.STATION, "郗振邦", _R.POLICE, STATION, "副组长，副所长"),
    Member(Seat.PREVENTION, "穆青禾", _R.PREVENTION, CLINIC, "精防医师"),
    Member(Seat.PSYCHIATRIST, DOCTOR, _R.PSYCHIATRIST, HOSPITAL, "主治医师"),
    Member(Seat.POLICE, "亓文涛", _R.POLICE, STATION, "社区民警"),
    Member(Seat.CIVIL, "阿依努尔·买买提", _R.CIVIL_AFFAIRS, "街道社会事务办公室", "民政专干"),
    Member(Seat.DISABLED, "佘秀芝", _R.DISABLED_FEDERATION, "街道残疾人联合会", "理事长"),
    Member(Seat.VILLAGE, "皮桂香", _R.VILLAGE, "梧桐里社区居委会", "主任"),
    Member(Seat.SOCIAL, "莘若水", _R.SOCIAL_WORKER, "澄心社会工作服务站", "社工"),
    Member(Seat.POLICE, "邬海峤", _R.POLICE, STATION, "社区民警", first=12),
    Member(Seat.SOCIAL, "蓝采薇", _R.SOCIAL_WORKER, "澄心社会工作服务站", "社工", first=18),
)
# The group that leads it and meets every quarter; its head of police changes.
LEADING = (
    Member(Seat.LEADER, "覃若谷", _R.LEADER, "云栖街道办事处", "组长，街道办事处主任"),
    Member(Seat.SAFETY, "缪怀瑾", _R.POLITICS_LAW, "街道平安建设办公室", "副组长，主任"),
    Member(Seat.STATION, "逄大川", _R.POLICE, STATION, "副组长，所长"),
    Member(Seat.CENTRE, "靳松岩", _R.MEDICAL, CLINIC, "副组长，副主任"),
    Member(Seat.PREVENTION, "穆青禾", _R.PREVENTION, CLINIC, "精防医师"),
    Member(Seat.CIVIL, "阿依努尔·买买提", _R.CIVIL_AFFAIRS, "街道社会事务办公室", "民政专干"),
    Member(Seat.DISABLED, "佘秀芝", _R.DISABLED_FEDERATION, "街道残疾人联合会", "理事长"),
    Member(Seat.STATION, "郗振邦", _R.POLICE, STATION, "副组长，副所长", first=13),
)
_HEAD = "社区居委会主任"
# The two communities with the most people on the register have a care team of their own.
VILLAGES = {
    "梧桐里社区": (
        Member(Seat.LEADER, "皮桂香", _R.LEADER, "梧桐里社区居委会", _HEAD),
        Member(Seat.PREVENTION, "穆青禾", _R.PREVENTION, CLINIC, "精防医师"),
        Member(Seat.VILLAGE, "简月华", _R.GRID, "梧桐里社区居委会", "网格员"),
        Member(Seat.POLICE, "亓文涛", _R.POLICE, STATION, "社区民警"),
        Member(Seat.CENTRE, "茹守拙", _R.MEDICAL, CLINIC, "家庭医师"),
        Member(Seat.CIVIL, "应天晴", _R.CIVIL_AFFAIRS, "梧桐里社区居委会", "民政委员"),
        Member(Seat.DISABLED, "钭立冬", _R.DISABLED_FEDERATION, "梧桐里社区残协", "专职委员"),
        Member(Seat.SOCIAL, "束广田", _R.VOLUNTEER, "梧桐里社区", "楼组长"),
        Member(Seat.SAFETY, "石守业", _R.FAMILY, "梧桐里社区", "家属代表"),
        Member(Seat.POLICE, "邬海峤", _R.POLICE, STATION, "社区民警", first=12),
    ),
    "柳溪社区": (
        Member(Seat.LEADER, "麻云岫", _R.LEADER, "柳溪社区居委会", _HEAD),
        Member(Seat.PREVENTION, "穆青禾", _R.PREVENTION, CLINIC, "精防医师"),
        Member(Seat.VILLAGE, "终南星", _R.GRID, "柳溪社区居委会", "网格员"),
        Member(Seat.CENTRE, "茹守拙", _R.MEDICAL, CLINIC, "家庭医师"),
        Member(Seat.DISABLED, "权素心", _R.DISABLED_FEDERATION, "柳溪社区残协", "专职委员"),
    ),
}
