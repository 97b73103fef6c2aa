"""The rules of the unit: read, tried out, changed and taken back from the settings."""

from tests.shipped import ship
from workbench.unit_rules import list_unit_rules

BASIC, RULE = "visit.interval.basic", "病情基本稳定的随访间隔"


def a_row(screen, words):
    return next(row for row in screen.rows("规则列表") if words in row)


def shown(screen):
    screen.do("go_settings")
    screen.open_line("设置的内容", "规则")
    screen.open_line("规则列表", RULE)


def test_a_value_is_changed_from_a_day_and_goes_back_to_what_ships(screen, bench, team):
    shown(screen)
    assert "执行“国家规范”，一直如此" in screen.words()
    assert a_row(screen, RULE) == f"{RULE}，1个月，规则档“国家规范”的默认值，单位可改"
    assert not screen.can("restore_unit_rule")
    screen.do("set_unit_rule")
    screen.named("改为多少").setValue(0)
    screen.write("依据", "2026年第5次例会决定")
    screen.click("按此执行")
    assert "应大于0" in screen.words()
    screen.named("改为多少").setValue(45)
    screen.pick("以什么计", "天")
    screen.click("按此执行")
    assert screen.dialog() is None
    changed = f"{RULE}，45天，本单位规定，2026年第5次例会决定·自2026-11-25起·随程序提供的是1个月"
    assert a_row(screen, RULE) == changed
    screen.do("restore_unit_rule")
    screen.day("从哪天起", bench.today().replace(month=12))
    screen.click("恢复")
    assert a_row(screen, RULE) == f"{changed}·自2026-12-25起改为1个月"


def test_a_value_is_tried_out_on_a_patient_and_a_made_up_case_before_it_is_kept(
    screen, bench, team
):
    shown(screen)
    before = list_unit_rules(bench)
    screen.do("try_rules_on_patient")
    screen.waits_for("欧阳**")
    screen.write("查找患者", "欧阳")
    screen.open_row("患者列表", 0)
    screen.named("改为多少").setValue(2)
    screen.waits_for("试算：2个月")
    assert "有1项回答不同" in screen.words()
    assert "2026年12月3日" in screen.words()
    assert "2027年1月3日" in screen.words()
    screen.click("假设的情况")
    screen.waits_for("改后的回答与现在相同")
    screen.pick("危险性等级", "2级")
    screen.pick("规则", "高风险个案的入组标准条数")
    screen.pick("服药依从性", "不服药")
    screen.named("改为多少").setValue(3)
    screen.waits_for("试算：3条")
    assert "高风险6条中符合2条" in screen.words()
    screen.named("改为多少").setValue(9)
    screen.waits_for("最多6条")
    screen.named("改为多少").setValue(3)
    screen.settle()
    assert list_unit_rules(bench) == before
    screen.click("照此修改…")
    assert screen.reads("改为多少") == "3"
    screen.write("依据", "例会决定")
    screen.click("按此执行")
    assert "3条，本单位规定，例会决定" in a_row(screen, "高风险个案的入组标准条数")


def test_another_profile_is_followed_and_its_updates_are_taken_one_by_one(
    screen, bench, monkeypatch
):
    shown(screen)
    assert not screen.can("take_rule_updates")
    screen.do("adopt_profile")
    screen.pick("规则档", "齐云山镇(2024)")
    screen.click("执行这个规则档")
    assert "执行“齐云山镇(2024)”，自2026-11-25起" in screen.words()
    ship(monkeypatch, "齐云山镇(2024)", BASIC, amount=2)
    ship(monkeypatch, "齐云山镇(2024)", "screen.full", amount=6)
    screen.do("refresh")
    assert "有2条规则随附的值变了" in screen.words()
    screen.do("take_rule_updates")
    screen.named("全面排查间隔：6个月").setChecked(False)
    screen.click("采用勾选的")
    assert f"{RULE}，2个月" in a_row(screen, RULE)
    assert "有1条规则随附的值变了" in screen.words()
    screen.do("take_rule_updates")
    screen.named("全面排查间隔：6个月").setChecked(False)
    screen.click("采用勾选的")
    assert "一条也没有勾选。" in screen.words()
