"""The settings: what was done, who may do it, how papers come out, and the backups."""

from tests.builders import NAMES
from tests.ui.screens import Screen, spoken_name
from ui.main_window import MainWindow
from ui.pages.settings_papers import EVERY
from ui.theme import Mode, theme
from workbench.account_list import add_account, list_accounts
from workbench.accounts import create_store
from workbench.audit_list import AuditFilter, list_audit
from workbench.masking_rules import Masking, read_masking
from workbench.paper_settings import list_paper_settings
from workbench.screen import AccountKind

PASSWORD, SECOND = "云栖口令一二三四", "医师口令五六七八"


def at(screen, part):
    screen.do("go_settings")
    screen.window.desk.settings.show_part(part)
    screen.settle()
    return screen


def test_what_was_done_is_listed_narrowed_checked_and_taken_out(bench, team, screen, tmp_path):
    at(screen, "操作记录")
    everything = screen.rows("操作记录")
    assert any("登记患者" in row and "石*" in row for row in everything)
    assert not [name for name in (*NAMES, "石䶮") if any(name in row for row in everything)]
    screen.pick("种类", "备份")
    assert "没有符合条件的记录" in screen.words()
    screen.pick("种类", "所有种类")
    assert screen.rows("操作记录") == everything
    screen.window.desk.settings.part().export_to(tmp_path / "记录.csv")
    screen.settle()
    assert len((tmp_path / "记录.csv").read_text("utf-8-sig").splitlines()) == len(everything) + 1
    assert f"已导出{len(everything)}条操作记录" in screen.words()
    screen.do("verify_store")
    screen.waits_for("五项都完好")
    assert "审计链" in screen.words()


def test_every_part_fits_a_small_screen_at_one_and_a_half_and_names_its_controls(screen):
    theme().show(Mode.LIGHT, 150)
    screen.do("go_settings")
    for part in screen.window.desk.settings.parts:
        screen.window.desk.settings.show_part(part.title)
        screen.settle()
        assert screen.window.minimumSizeHint().height() <= 470, part.title
        controls = [c for c in screen.controls() if c.objectName() != "qt_spinbox_lineedit"]
        assert not [control for control in controls if not spoken_name(control)]


def test_an_account_is_added_and_asked_for_at_the_door(qtbot, tmp_path):
    here = {"computer": lambda: None}
    bench = create_store(tmp_path / "store", unit="云栖镇", password=PASSWORD, **here).bench
    add_account(
        bench,
        name="闻人医师",
        kind=AccountKind.PSYCHIATRIST,
        administers=False,
        password=SECOND,
        **here,
    )
    bench.close()
    door = Screen(qtbot, MainWindow(folder=tmp_path / "store"))
    door.pick("账户", "闻人医师")
    door.write("口令", SECOND)
    door.click("打开")
    door.waits_until(lambda: door.window.desk is not None)
    at(door, "账户与权限")
    assert door.rows("账户")[1] == "闻人医师，精神科医师，正在使用"
    door.do("add_account")
    door.write("名称", "别人")
    for box in ("新口令", "再输一遍新口令"):
        door.write(box, SECOND)
    door.click("添加账户")
    door.waits_for("没有做这件事的权限")
    door.dialog().close()
    at(door, "操作记录")
    assert "没有做这件事的权限" in door.words()
    door.window.close()
    door.waits_until(lambda: not door.window.isVisible())


def test_accounts_are_added_and_closed_where_one_may(bench, screen):
    at(screen, "账户与权限")
    assert "打开的是同一份加密数据" in screen.words()
    screen.do("archive_account")
    screen.click("停用")
    assert "这是最后一个能管理的账户" in screen.words()
    screen.dialog().close()
    screen.do("add_account")
    screen.write("名称", "闻人医师")
    screen.write("新口令", SECOND)
    screen.write("再输一遍新口令", PASSWORD)
    screen.click("添加账户")
    assert "两次输入的口令不一样" in screen.words()
    screen.named("再输一遍新口令").clear()
    screen.write("再输一遍新口令", SECOND)
    screen.click("添加账户")
    screen.waits_for("已添加账户")
    assert [row.name for row in list_accounts(bench)] == ["记录员", "闻人医师"]
    screen.open_line("账户", "闻人医师")
    screen.do("archive_account")
    screen.click("停用")
    assert screen.rows("账户")[1].endswith("已停用")


def test_papers_are_set_for_all_and_for_one_and_set_back(bench, screen):
    at(screen, "文书与签字")
    screen.open_line("文书设置", "单位名称")
    screen.do("set_paper_setting")
    screen.click("在这里定")
    screen.write("单位名称", "云栖镇卫生院")
    screen.click("保存")
    assert any("云栖镇卫生院，已另定" in row for row in screen.rows("文书设置"))
    screen.pick("文书", "个案会议记录")
    assert any("按所有文书的设置" in row for row in screen.rows("文书设置"))
    screen.open_line("文书设置", "签字角色")
    screen.do("set_paper_setting")
    screen.click("在这里定")
    screen.click("保存")
    assert "“签字角色”不能这样设置" in screen.words()
    screen.dialog().close()
    screen.pick("文书", EVERY)
    screen.open_line("文书设置", "单位名称")
    screen.do("set_paper_setting")
    screen.click("按文书规定")
    screen.click("保存")
    assert list_paper_settings(bench) == []


def test_a_blank_form_is_one_step_away_from_its_settings(screen):
    at(screen, "文书与签字")
    assert not screen.can("preview_blank")
    screen.pick("文书", "个案会议记录")
    screen.do("preview_blank")
    screen.waits_for("个案会议记录（空白表）")


def test_backups_are_made_checked_and_put_into_another_folder(screen, tmp_path):
    at(screen, "备份与恢复")
    assert "还没有备份" in screen.words()
    screen.do("back_up")
    screen.waits_until(lambda: screen.shows("备份列表"))
    assert "手动备份" in screen.rows("备份列表")[0]
    screen.do("check_backup")
    screen.waits_for("这份备份完好")
    assert screen.rows("备份列表")[0].endswith("核对过，完好")
    kept = screen.window.desk.settings.part().kept
    kept.restore_to(tmp_path / "恢复")
    screen.waits_for("现在打开的数据没有变化")
    assert (tmp_path / "恢复" / "workbench.db").is_file()
    kept.restore_to(tmp_path / "恢复")
    screen.waits_for("请换一个空的文件夹")


def test_how_much_is_masked_is_set_for_all_and_names_are_hidden_again(
    bench, team, screen, monkeypatch
):
    monkeypatch.setattr("ui.pages.patients.MILLISECONDS", 20)  # minutes that pass quickly
    at(screen, "遮名")
    screen.named("证件号前面显示几位").setValue(6)
    screen.named("姓名显示几分钟").setValue(1)
    assert "990101********1234" in screen.words()
    screen.do("set_masking")
    assert read_masking(bench) == Masking(6, 4, 1)
    screen.do("go_patients")
    screen.window.desk.patients.select(team.patients["GA0101"])
    screen.waits_for("石*")
    screen.do("unmask")
    assert "1分钟后自动遮名" in screen.words()
    screen.waits_until(lambda: "石䶮" not in screen.words())
    assert list_audit(bench, AuditFilter())[0].words == "显示姓名"
