"""Invented data to try the program with: a dated script replayed through the ordinary commands.

Every person and event in it is made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from data.codes import (
    AbsenceReason,
    AgendaTier,
    CaseKind,
    MemberRole,
    RiskLevel,
    Sex,
    Stability,
    TaskOutcome,
    TeamKind,
    VisitForm,
)
from data.problems import FolderInUse
from workbench.accounts import Computer, create_store
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.bench import BEIJING, Bench
from workbench.cases import Entry, open_case_management
from workbench.closing import close_meeting
from workbench.decisions import continue_case, record_decision
from workbench.file_errors import in_words
from workbench.meetings import (
    plan_meeting,
    record_absence,
    start_meeting,
    write_meeting_notes,
)
from workbench.patients import Particulars, register_patient
from workbench.tasks import list_earlier_tasks, record_task_result
from workbench.teams import add_member, add_team
from workbench.visits import record_visit

UNIT = "云栖镇"
PASSWORD = "shili-kouling"  # noqa: S105 - of invented data, printed for whoever tries the program
_PLACE = "镇政府三楼会议室"

_MEMBERS = {
    "龚砚秋": (MemberRole.LEADER, "镇综治中心", "镇党委副书记"),
    "穆青禾": (MemberRole.PREVENTION, "镇卫生院", "精防医师"),
    "闻人澜": (MemberRole.PSYCHIATRIST, "县精神卫生中心", "主治医师"),
    "亓文涛": (MemberRole.POLICE, "镇派出所", "社区民警"),
    "皮桂香": (MemberRole.VILLAGE, "梧桐村", "村委会主任"),
    "佘秀芝": (MemberRole.DISABLED_FEDERATION, "镇残联", "理事长"),
    "阿依努尔·买买提": (MemberRole.CIVIL_AFFAIRS, "镇民政办", "民政员"),
}
_PATIENTS = {
    "YX0101": (
        Particulars("石䶮", Sex.MALE, date(1979, 5, 17), "梧桐村3组", "精神分裂症"),
        CaseKind.HIGH_RISK,
        RiskLevel.ANYWHERE,
    ),
    "YX0102": (
        Particulars("欧阳松柏", Sex.MALE, date(1968, 11, 2), "柳溪村1组", "双相障碍"),
        CaseKind.UNSTABLE,
        RiskLevel.AT_HOME,
    ),
    "YX0103": (
        Particulars("仇小满", Sex.FEMALE, date(1991, 8, 23), "梧桐村1组", "偏执性精神病"),
        CaseKind.UNSTABLE,
        RiskLevel.VERBAL,
    ),
}


@dataclass(frozen=True)
class Demo:
    """What was made, with the words needed to open it."""

    bench: Bench
    meetings: tuple[int, ...]
    recovery_code: str


class _Clock:
    """A clock that shows the moment the script has come to."""

    def __init__(self, start: datetime) -> None:
        self._moment = start

    def __call__(self) -> datetime:
        self._moment += timedelta(seconds=20)
        return self._moment

    def move_to(self, day: date, at: time) -> None:
        """Turn to a moment in the meeting room."""
        self._moment = datetime.combine(day, at, tzinfo=BEIJING).astimezone(UTC)


@dataclass(frozen=True)
class _Script:
    bench: Bench
    clock: _Clock
    team: int
    members: Mapping[str, int]
    cases: Mapping[str, int]

    def plan(self, held_on: date) -> tuple[int, dict[str, int]]:
        """Plan a meeting with the three cases; return it and its items by case number."""
        meeting = plan_meeting(
            self.bench,
            self.team,
            held_on=held_on,
            begins=time(14, 30),
            place=_PLACE,
            chair_id=self.members["龚砚秋"],
            recorder_id=self.members["穆青禾"],
        )
        items = {
            number: add_case_to_agenda(self.bench, meeting, case, tier=_tier(number), request_id="")
            for number, case in self.cases.items()
        }
        return meeting, items

    def say(self, item: int, name: str, words: str, **more: object) -> None:
        """Let a member speak."""
        record_opinion(self.bench, item, self.members[name], words=words, **more)  # type: ignore[arg-type]

    def decide(self, item: int, text: str, name: str, due_on: date) -> None:
        """Let the team decide."""
        record_decision(
            self.bench, item, text=text, implementer_id=self.members[name], due_on=due_on
        )


def make_demo(folder: Path, computer: Computer = lambda: None) -> Demo:
    """Make a store marked 示例 in an empty folder and hold its meetings; the last is only planned.

    The password is that of the demo; it is not bound to this computer, so that the folder can be
    carried about.
    """
    if folder.exists() and any(folder.iterdir()):
        with in_words():
            raise FolderInUse
    clock = _Clock(datetime(2026, 9, 1, 1, tzinfo=UTC))
    made = create_store(
        folder, unit=UNIT, password=PASSWORD, demo=True, now=clock, computer=computer
    )
    script = _set_up(made.bench, clock)
    meetings = (_first_meeting(script), _second_meeting(script), _planned_meeting(script))
    return Demo(made.bench, meetings, made.recovery_code)


def _tier(number: str) -> AgendaTier:
    return AgendaTier.ROUND if number == "YX0103" else AgendaTier.FOCUS


def _set_up(bench: Bench, clock: _Clock) -> _Script:
    name = f"{UNIT}个案管理小组"
    team = add_team(bench, name=name, kind=TeamKind.CASE_MANAGEMENT)
    members = {
        name: add_member(bench, team, name=name, role=role, unit=unit, post=post)
        for name, (role, unit, post) in _MEMBERS.items()
    }
    cases = {}
    for number, (particulars, kind, level) in _PATIENTS.items():
        patient = register_patient(bench, particulars)
        record_visit(
            bench,
            patient,
            visited_on=date(2026, 8, 26),
            form=VisitForm.HOME,
            level=level,
            words="入组前面访。",
        )
        entry = Entry(number, kind, members["穆青禾"])
        cases[number] = open_case_management(bench, patient, entry)
    return _Script(bench, clock, team, members, cases)


def _first_meeting(script: _Script) -> int:
    day = date(2026, 9, 23)
    script.clock.move_to(date(2026, 9, 18), time(9, 10))
    meeting, items = script.plan(day)
    script.clock.move_to(day, time(14, 31))
    start_meeting(script.bench, meeting)
    one, two, three = items["YX0101"], items["YX0102"], items["YX0103"]

    script.say(one, "穆青禾", "9月两次面访都见到本人，仍有被害想法，药盒清点少服6次。")
    script.say(one, "亓文涛", "9月8日因噪音在村口摔砸他人电动车，劝阻后离开，未伤人。")
    script.say(one, "皮桂香", "母亲年近七十，晚间督促服药有困难。")
    record_assessment(script.bench, one, level=RiskLevel.ANYWHERE, stability=Stability.UNSTABLE)
    script.decide(one, "每周联合随访1次", "亓文涛", date(2026, 10, 28))
    script.decide(one, "办理门诊慢特病药费补助", "佘秀芝", date(2026, 10, 16))

    script.say(two, "穆青禾", "规律服药，8月在家摔过碗盆，家人劝得住。")
    script.say(two, "闻人澜", "情绪仍有波动，建议复查血药浓度后再定剂量。")
    record_assessment(
        script.bench, two, level=RiskLevel.AT_HOME, stability=Stability.BASICALLY_STABLE
    )
    script.decide(two, "陪同到县精神卫生中心复查血药浓度", "穆青禾", date(2026, 10, 14))

    script.say(three, "皮桂香", "近一月没有与邻居争吵，能做家务。")
    record_assessment(
        script.bench, three, level=RiskLevel.VERBAL, stability=Stability.BASICALLY_STABLE
    )
    script.decide(three, "核实在外租住的地址", "亓文涛", date(2026, 10, 9))
    write_meeting_notes(
        script.bench,
        meeting,
        opening="主持人宣读保密要求，到会人员无异议。",
        other_matters="",
        closing="散会前宣读记录，无更正。",
        next_held_on=date(2026, 10, 28),
    )
    script.clock.move_to(day, time(16, 5))
    close_meeting(script.bench, meeting, ends=time(16, 5))
    return meeting


def _second_meeting(script: _Script) -> int:
    day = date(2026, 10, 28)
    script.clock.move_to(date(2026, 10, 23), time(9, 5))
    meeting, items = script.plan(day)
    matter = add_matter_to_agenda(script.bench, meeting, title="冬季用药和取暖安全排查")
    script.clock.move_to(day, time(14, 30))
    record_absence(script.bench, meeting, script.members["佘秀芝"], reason=AbsenceReason.TRAVEL)
    start_meeting(script.bench, meeting)
    _hear_about_tasks(script, meeting)
    _discuss_first_case(script, items["YX0101"])
    _discuss_second_case(script, items["YX0102"])
    continue_case(script.bench, items["YX0103"])
    script.decide(matter, "入户查看煤炉和药品存放，结果报镇综治中心", "皮桂香", date(2026, 11, 20))
    write_meeting_notes(
        script.bench,
        meeting,
        opening="主持人宣读保密要求（14:32），到会人员无异议。",
        other_matters="监护补贴第四季度认定11月底前完成，由民政办汇总。",
        closing="16:12宣读记录，更正1处：第1案随访间隔由“两周”改为“一周”。",
        next_held_on=date(2026, 11, 25),
    )
    script.clock.move_to(day, time(16, 20))
    close_meeting(script.bench, meeting, ends=time(16, 20))
    return meeting


def _hear_about_tasks(script: _Script, meeting: int) -> None:
    heard = {
        "每周联合随访1次": (TaskOutcome.DONE, "四次均见到本人"),
        "办理门诊慢特病药费补助": (TaskOutcome.NOT_CARRIED_OUT, "材料缺户口簿，改期11月6日"),
        "陪同到县精神卫生中心复查血药浓度": (TaskOutcome.DONE, "10月12日已复查"),
        "核实在外租住的地址": (TaskOutcome.NO_LONGER_NEEDED, "本人已退租回村居住"),
    }
    for task in list_earlier_tasks(script.bench, meeting):
        outcome, note = heard[task.title]
        record_task_result(script.bench, task.id, outcome=outcome, note=note, meeting_id=meeting)


def _discuss_first_case(script: _Script, item: int) -> None:
    high, upper = RiskLevel.PERSISTENT, RiskLevel.ANYWHERE
    script.say(item, "穆青禾", "10月断药9天后睡眠差、自语增多，自述嗜睡才停药。", level=high)
    script.say(item, "亓文涛", "10月19日持木棍砸坏邻居门窗，两次劝阻不停，已出警处置。", level=high)
    script.say(
        item,
        "闻人澜",
        "症状活跃，自知力缺失，口服药难以保证，应尽快评估长效针剂；先查肝功能、心电图、空腹血糖。",
        level=high,
    )
    script.say(
        item,
        "皮桂香",
        "母亲骨折后家里没有人能督促服药；本人平时不出门。",
        level=upper,
        dissent="建议维持3级，理由是本人平时不出门、有母亲照看。",
    )
    script.say(item, "佘秀芝", "药费补助缺户口簿，可先行垫付。", in_writing=True)
    record_assessment(
        script.bench,
        item,
        level=high,
        stability=Stability.UNSTABLE,
        reason="断药后症状加重，10月19日持续打砸、劝阻不停，监护力量不足。",
    )
    script.decide(item, "监护人陪同到县精神卫生中心评估长效针剂", "穆青禾", date(2026, 11, 4))
    script.decide(item, "每周联合随访1次", "亓文涛", date(2026, 11, 25))
    script.decide(item, "补签监护协议，明确委托照看人", "皮桂香", date(2026, 11, 11))
    script.decide(item, "申请临时救助", "阿依努尔·买买提", date(2026, 11, 18))


def _discuss_second_case(script: _Script, item: int) -> None:
    script.say(item, "穆青禾", "血药浓度达标，近一月无打砸，睡眠好转。", level=RiskLevel.VERBAL)
    script.say(item, "闻人澜", "同意降级，随访间隔不宜超过两周。", level=RiskLevel.VERBAL)
    record_assessment(
        script.bench,
        item,
        level=RiskLevel.VERBAL,
        stability=Stability.BASICALLY_STABLE,
        reason="连续28天无打砸行为，规律服药，血药浓度达标；临床等级待下次随访时重新评定。",
    )
    script.decide(item, "随访改为每两周1次，继续现方案", "穆青禾", date(2026, 11, 25))


def _planned_meeting(script: _Script) -> int:
    script.clock.move_to(date(2026, 11, 20), time(9, 0))
    meeting, _ = script.plan(date(2026, 11, 25))
    return meeting
