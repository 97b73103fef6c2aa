"""Whose store it is, and the name its papers carry."""

from workbench.paper_settings import EVERY_FORM, PaperKey, list_paper_settings


def held(bench):
    return [(row.form, row.key, row.value) for row in list_paper_settings(bench)]


def test_papers_may_carry_another_name_than_the_unit(screen, bench, team):
    screen.do("go_settings")
    screen.open_line("设置的内容", "单位与例会")
    assert "没有另设，用小组名称" in screen.words()
    assert "印在签字页的二维码里" in screen.words()
    screen.do("set_paper_setting")
    screen.write("文书上的单位名称", "云栖" * 31)
    screen.click("用这个名称")
    assert "应为不超过60个字的名称" in screen.words()
    screen.named("文书上的单位名称").setText("云栖镇平安法治办公室")
    screen.click("用这个名称")
    assert held(bench) == [(EVERY_FORM, PaperKey.UNIT_NAME, "云栖镇平安法治办公室")]
    assert "云栖镇平安法治办公室" in screen.words()
    screen.do("set_paper_setting")
    screen.named("文书上的单位名称").setText("")
    screen.click("用这个名称")
    assert "没有另设，用小组名称" in screen.words()
