"""Somebody new to the program, with invented data: how far is it to the first printed record?"""

from tests.demo import made_demo
from tests.ui.counting import Counting
from tests.ui.keyboard import Keyboard
from tests.ui.printers import OneFile
from ui.main_window import MainWindow
from ui.preferences import Preferences

AT_MOST = 25


def test_a_newcomer_prints_a_record_within_25_actions(qtbot, folder, tmp_path, tmp_path_factory):
    demo = made_demo(tmp_path_factory).copy_to(tmp_path / "demo")
    window = MainWindow(folder=folder, demo_folder=demo, preferences=Preferences(folder))
    new = Keyboard(qtbot, window)
    with Counting() as counting:
        new.pushes("想先看看？用示例数据试一试")
        new.waits_for("示例数据，人物均为虚构")
        new.waits_until(lambda: new.window.desk is not None)
        printed = OneFile(tmp_path / "out.pdf")
        new.window.desk.handing.printers = printed
        new.keys("Alt+Y")
        new.waits_until(lambda: new.here() == "会议列表")
        new.goes_down_to("归档")
        new.keys("Ctrl+D")
        new.waits_for("本次将打印")
        new.keys("Return")
        new.waits_until(lambda: new.dialog() is None)
    assert printed.sheets()
    assert 0 < counting.actions <= AT_MOST
    assert counting.actions >= new.actions
    window.close()
    new.waits_until(lambda: not window.isVisible())
