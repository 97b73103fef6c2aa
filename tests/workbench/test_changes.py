"""What became known about a patient between two moments, said in sentences."""

from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import models
from data import register_codes as codes
from data.clinical_codes import Guardianship
from data.codes import RiskLevel, TaskOutcome, VisitForm
from data.facts import Fact
from data.models.events import Admission
from data.visit_codes import DangerousAct
from tests.builders import Clock, a_running_meeting, a_store, settle
from tests.workbench.register import (
    BURDEN,
    DIAGNOSED,
    FULL,
    GUARDIAN,
    HAPPENED,
    STAY,
    a_moment,
    fill,
)
from workbench.admissions import record_admission, record_discharge
from workbench.changes import SPEAKERS, TOLD_WITH_OTHERS, list_changes
from workbench.consents import Asked, record_consent
from workbench.diagnoses import record_diagnosis
from workbench.errors import NotFound
from workbench.events import (
    correct_incident,
    record_incident,
    record_life_event,
    withdraw_incident,
)
from workbench.flags import Flagged, record_flag
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.guardianship import Judged, record_capacity
from workbench.patients import change_patient, correct_patient, register_patient
from workbench.speaking import ChangeKind
from workbench.tasks import record_task_result
from workbench.visits import record_visit

DAY = date(2026, 11, 1)


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


@pytest.fixture
def since(patient, clock):
    return a_moment(clock)


def sentences(bench, patient, since, until=None):
    return [change.sentence for change in list_changes(bench, patient, since, until)]


def one(bench, patient, since):
    (change,) = list_changes(bench, patient, since)
    return change


def test_nothing_written_is_nothing_to_say(bench, patient, since):
    assert list_changes(bench, patient, since) == []
    with pytest.raises(NotFound):
        list_changes(bench, 99, since)


def test_a_person_is_introduced_with_all_that_is_known(bench, patient, clock):
    told = one(bench, patient, clock().replace(year=2025))
    assert (told.kind, told.on, told.subject) == (ChangeKind.NEW, bench.today(), "患者信息")
    assert told.sentence == (
        "2026年11月25日，患者信息：姓名为石䶮，性别为男，出生日期为1980年2月29日，"
        f"身份证号为{FULL.id_number}，曾用名为石小龙，档案编号为001-00007，"
        "诊断（登记时）为精神分裂症，电话为13900000000，民族为汉族，文化程度为初中，"
        "婚姻状况为离婚，就业情况为农民，户别为农村，常住类型为户籍，现住村（社区）为梧桐村3组，"
        "现住址为梧桐村3组17号，户籍村（社区）为柳溪村，户籍地址为柳溪村1组2号，"
        "共同居住者为父母、兄弟姐妹，经济状况为贫困，在当地贫困线标准以下，"
        "报告类型为六类病种登记，初次发病时间为2009年3月，"
        "医疗费用支付方式为新农合、其他，其他支付方式为村里补助，"
        "村（居）委会联系人为皮桂香，村（居）委会电话为99010003。"
    )


def test_a_correction_says_from_what_to_what_and_why(bench, patient, since):
    given = replace(FULL, phone="", former_name="石大龙")
    correct_patient(bench, patient, given, why="户口本为准")
    told = one(bench, patient, since)
    assert told.kind is ChangeKind.CORRECTED
    assert told.sentence == (
        "更正2026年11月25日的患者信息：曾用名由“石小龙”改为“石大龙”；"
        "电话由“13900000000”改为未知。理由：户口本为准。"
    )


def test_a_move_says_what_changed_from_its_day_on(bench, patient, since, clock):
    clock.move(days=10)
    change_patient(bench, patient, replace(FULL, village="柳溪村"), from_on=date(2026, 12, 1))
    told = one(bench, patient, since)
    assert (told.kind, told.on) == (ChangeKind.CHANGED, date(2026, 12, 1))
    assert told.sentence == (
        "自2026年12月1日起，患者信息变更：现住村（社区）由“梧桐村3组”改为“柳溪村”。"
    )


def test_what_replaces_something_says_what_it_replaces(bench, patient, clock):
    fill(bench, patient)
    since = a_moment(clock)
    record_diagnosis(bench, patient, replace(DIAGNOSED, from_on=DAY, words="双相障碍"))
    no = Asked(DAY, codes.ConsentAnswer.REFUSED, "石守田", date(2027, 5, 1))
    record_consent(bench, patient, no)
    record_flag(bench, patient, Flagged(DAY, codes.FlagKind.DISABILITY_CARD, False))
    record_flag(bench, patient, Flagged(DAY, codes.FlagKind.MINIMUM_LIVING, True))
    record_capacity(bench, patient, Judged(DAY, Guardianship.NONE, "父亲住院"))
    assert sentences(bench, patient, since) == [
        "自2026年11月1日起，诊断变更：诊断名称由“双相情感障碍，目前为躁狂发作”改为“双相障碍”。",
        (
            "自2026年11月1日起，知情同意变更：答复由“同意参加管理”改为“不同意参加管理”；"
            "下次询问日期由未知改为“2027年5月1日”。"
        ),
        "自2026年11月1日起，标志“残疾人证”变更：结论由“符合”改为“不符合”；等级由“二级”改为未知。",
        "2026年11月1日，标志“低保”：结论为符合。",
        (
            "自2026年11月1日起，监护能力变更：结论由“弱监护”改为“无监护”；"
            "依据由“年纪大，夜里顾不过来”改为“父亲住院”。"
        ),
    ]


def test_a_replaced_guardian_is_told_of_both(bench, patient, clock):
    name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    since = a_moment(clock)
    brother = GuardianParticulars("石守林", codes.Relation.SIBLING)
    name_guardian(bench, patient, brother, from_on=DAY)
    assert sentences(bench, patient, since) == [
        "自2026年11月1日起，监护人“石守田”变更：状态由“在任”改为“不再担任”。",
        "2026年11月1日，监护人“石守林”：状态为在任，与患者关系为兄弟姐妹。",
    ]


def test_events_are_told_and_what_becomes_of_them(bench, patient, clock):
    fill(bench, patient)
    since = a_moment(clock)
    stay = replace(STAY, admitted_on=DAY, discharged_on=None, reason="")
    key = record_admission(bench, patient, stay)
    middle = a_moment(clock)
    record_discharge(bench, key, discharged_on=date(2026, 11, 20))
    assert sentences(bench, patient, since, middle) == [
        "2026年11月1日，住院：医院为云栖县精神病院，住院原因为存在危害他人安全的危险。"
    ]
    assert sentences(bench, patient, middle) == [
        "更正2026年11月1日的住院：出院日期由未知改为“2026年11月20日”。理由：出院。"
    ]
    assert sentences(bench, patient, since) == [
        (
            "2026年11月1日，住院：医院为云栖县精神病院，出院日期为2026年11月20日，"
            "住院原因为存在危害他人安全的危险。"
        )
    ]


def test_several_corrections_are_one_and_what_came_to_nothing_is_not_told(bench, patient, clock):
    key = record_incident(bench, patient, HAPPENED)
    since = a_moment(clock)
    graver = replace(HAPPENED, kind=DangerousAct.GRAVE_OFFENCE, happened_on=date(2026, 9, 13))
    correct_incident(bench, key, replace(HAPPENED, place="集市东头"), why="问过摊主")
    correct_incident(bench, key, graver, why="派出所来函")
    gone = record_incident(bench, patient, replace(HAPPENED, words="另一件"))
    withdraw_incident(bench, gone, why="不是本人")
    assert sentences(bench, patient, since) == [
        (
            "更正2026年9月12日的危险行为“肇事”：日期由“2026年9月12日”改为“2026年9月13日”；"
            "类型由“肇事”改为“肇祸”。理由：问过摊主；派出所来函。"
        )
    ]
    later = a_moment(clock)
    withdraw_incident(bench, key, why="查无此事")
    told = one(bench, patient, later)
    assert (told.kind, told.on) == (ChangeKind.WITHDRAWN, date(2026, 9, 13))
    assert told.sentence.startswith("撤回2026年9月13日的危险行为“肇祸”：地点为梧桐村集市，")
    assert told.sentence.endswith("。理由：查无此事。")


def test_a_correction_undone_in_between_is_not_told(bench, patient, since):
    correct_patient(bench, patient, replace(FULL, phone="1"), why="抄错")
    correct_patient(bench, patient, FULL, why="原来是对的")
    assert list_changes(bench, patient, since) == []


def test_visits_cases_and_what_a_meeting_decided_are_told(bench, team, clock):
    patient = team.patients["GA0101"]
    record_visit(
        bench, patient, visited_on=DAY, form=VisitForm.HOME, level=RiskLevel.AT_HOME, words="在家"
    )
    meeting = a_running_meeting(bench, team)
    decision = settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE, reason="有打砸")
    record_task_result(bench, 1, outcome=TaskOutcome.NOT_CARRIED_OUT, note="民警出差")
    told = sentences(bench, patient, clock().replace(year=2025))
    assert decision == 1
    assert "2026年11月25日，个案管理“GA0101”：类型为高风险，个案管理员为穆青禾。" in told
    assert "2026年11月1日，随访：形式为家庭访视，危险性评估为2级，情况为在家。" in told
    assert "2026年11月25日，会上意见“亓文涛”：建议等级为3级，意见为近一月未接到警情。" in told
    assert "2026年11月25日，集体评估：等级为3级，病情分类为不稳定，变动理由为有打砸。" in told
    assert (
        "2026年11月25日，会议决定：种类为会议决定，内容为每周联合随访1次，责任人为亓文涛，"
        "完成时限为2026年12月23日。" in told
    )
    assert "2026年11月25日，任务结果“每周联合随访1次”：结果为未落实，说明为民警出差。" in told


@pytest.mark.parametrize("speaker", SPEAKERS, ids=lambda found: found.table.__tablename__)
def test_every_column_is_told_or_silent_for_a_reason(speaker):
    assert speaker.unspoken() == set()
    columns = {column.key for column in speaker.table.__mapper__.column_attrs}
    assert speaker.silent.keys() <= columns
    assert all(len(why.split()) > 3 for why in speaker.silent.values())


def test_every_table_of_facts_is_told_or_told_with_others():
    for module in iter_modules(models.__path__):
        import_module(f"{models.__name__}.{module.name}")
    facts = {fact for fact in Fact.__subclasses__() if fact.__module__.startswith("data.models.")}
    speaking = {speaker.table for speaker in SPEAKERS}
    assert speaking.isdisjoint(TOLD_WITH_OTHERS)
    assert speaking | TOLD_WITH_OTHERS.keys() == facts
    assert all(len(why.split()) > 3 for why in TOLD_WITH_OTHERS.values())


def test_what_no_part_reads_is_found_out():
    """A speaker that forgot a column is caught, and one that says why it is silent is not."""
    stays = next(speaker for speaker in SPEAKERS if speaker.table is Admission)
    forgetful = replace(stays, parts=stays.parts[1:])
    assert forgetful.unspoken() == {"hospital"}
    assert replace(forgetful, silent={"hospital": "never"}).unspoken() == set()


def test_a_task_reported_at_a_meeting_names_it(bench, team, clock):
    meeting = a_running_meeting(bench, team)
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE, reason="有打砸")
    since = a_moment(clock)
    record_task_result(bench, 1, outcome=TaskOutcome.DONE, meeting_id=meeting.id)
    assert sentences(bench, team.patients["GA0101"], since) == [
        "2026年11月25日，任务结果“每周联合随访1次”：结果为已办，汇报会议为2026年11月25日例会。"
    ]


def test_no_table_speaks_twice():
    tables = [speaker.table for speaker in SPEAKERS]
    assert len(tables) == len(set(tables))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    clock = Clock(datetime(2026, 11, 25, 6, 30, tzinfo=UTC))
    bench = a_store(tmp_path_factory.mktemp("changes") / "store", clock)
    yield bench
    bench.close()


STEPS = st.lists(st.sampled_from(["enter", "correct", "withdraw"]), min_size=1, max_size=5)


@settings(max_examples=25)
@given(steps=STEPS, cut=st.integers(0, 5))
def test_what_is_told_is_the_difference_between_what_was_known(store, steps, cut):
    """However often something is written, the two ends alone decide what is told."""
    patient = register_patient(store, replace(FULL, id_number=None, born_on=None))
    keys, moments, known = [], [a_moment(store.now)], [{}]
    for place, step in enumerate(steps):
        state = dict(known[-1])
        words = replace(HAPPENED, words=f"第{place}次")
        if step == "enter" or not state:
            keys.append(record_incident(store, patient, words))
            state[keys[-1]] = words.words
        elif step == "correct":
            key = max(state)
            correct_incident(store, key, words, why="更正")
            state[key] = words.words
        else:
            gone = max(state)
            withdraw_incident(store, gone, why="撤回")
            del state[gone]
        moments.append(a_moment(store.now))
        known.append(state)
    start = min(cut, len(steps))
    told = list_changes(store, patient, moments[start], moments[-1])
    before, after = known[start], known[-1]
    kinds = sorted(change.kind for change in told)
    right = [ChangeKind.NEW for key in after.keys() - before.keys()]
    right += [ChangeKind.WITHDRAWN for key in before.keys() - after.keys()]
    both = before.keys() & after.keys()
    right += [ChangeKind.CORRECTED for key in both if before[key] != after[key]]
    assert kinds == sorted(right)


def test_a_burden_is_told_by_its_kind(bench, patient, since):
    record_life_event(bench, patient, BURDEN)
    assert sentences(bench, patient, since) == [
        "2026年10月1日，生活事件“重大或持续性应激性生活事件”：有这种情况为是，情况为父亲住院。"
    ]
