"""The files of a case: added in several ways, looked at, corrected, withdrawn and taken out."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.screens import spoken_name
from tests.workbench.files import REPORT, WORD, a_file, a_package, a_pdf, a_photo, a_scan, described
from workbench.attachments import add_attachment, list_attachments, withdraw_attachment
from workbench.screen import AttachmentKind

LIST = "附件列表"


@pytest.fixture
def page(team, screen):
    """The tab of a case without files."""
    return opened(screen)


def opened(screen):
    screen.settle()
    screen.do("find_case")
    screen.write("个案编号", "GA0101")
    screen.dialog().verb.click()
    screen.waits_for("GA0101·")
    screen.window.activateWindow()
    screen.do("show_attachments")
    return screen


@pytest.fixture
def disk(tmp_path):
    """Papers and pictures as they lie on the disk."""
    folder = tmp_path / "disk"
    folder.mkdir()
    for name, content in {
        "出院小结.pdf": a_pdf(3),
        "IMG_0830.jpg": a_photo(),
        "扫描.tif": a_scan(2),
        "复函.docx": a_package(),
        "坏的.png": b"\x89PNG\r\n\x1a\n",
    }.items():
        (folder / name).write_bytes(content)
    return folder


def drop(page, *paths):
    """Drag files onto the tab."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    ways = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
    for event in (QDragEnterEvent, QDropEvent):
        sent = event(QPoint(40, 40), *ways, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page.window.desk.case.attachments, sent)
    page.waits_until(lambda: page.dialog() is not None and "正在检查" not in page.words())
    page.settle()


def rows_of(bench, team):
    return list_attachments(bench, team.patients["GA0101"])


def keep(bench, team, file, given=REPORT):
    return add_attachment(bench, team.patients["GA0101"], file, given)


def pictured(page):
    page.waits_until(lambda: page.shows("附件的样子"))


def test_without_files_the_tab_says_what_would_stand_there_and_a_dropped_one_is_kept(
    bench, team, page, disk
):
    assert "还没有附件" in page.words()
    assert not page.can("save_attachment")
    drop(page, disk / "出院小结.pdf")
    assert "3页" in page.words()
    assert page.reads("标题") == "出院小结"
    page.dialog().verb.click()
    page.waits_for("还没有填写“种类”")
    assert rows_of(bench, team) == []
    page.pick("种类", "出院记录")
    page.day("材料上的日期", REPORT.on)
    page.dialog().verb.click()
    page.waits_for("已添加1份附件")
    page.settle()
    assert page.rows(LIST) == ["出院小结，出院记录，2026-11-03"]
    assert page.shows("附件1")
    pictured(page)
    assert "第1页，共3页" in page.words()


def test_of_several_files_each_is_kept_and_the_broken_one_is_named(bench, team, page, disk):
    drop(page, disk / "IMG_0830.jpg", disk / "坏的.png", disk / "扫描.tif")
    assert "“坏的.png”：这个文件没有添加" in page.words()
    assert "2个文件，共3页" in page.words()
    page.pick("种类", "照片")
    page.dialog().verb.click()
    page.waits_for("已添加2份附件")
    page.settle()
    assert {row.title for row in rows_of(bench, team)} == {"照片（1）", "照片（2）"}
    page.open_row(LIST, 1)
    pictured(page)


def test_a_copied_picture_and_chosen_files_come_in_by_key(bench, team, page, disk, monkeypatch):
    QGuiApplication.clipboard().clear()
    page.do("paste_attachment")
    assert "剪贴板里没有图片" in page.window.desk.toast.words()
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    QGuiApplication.clipboard().setImage(image)
    page.do("paste_attachment")
    page.waits_until(lambda: page.dialog().verb.isEnabled())
    assert page.reads("标题") == "粘贴的图片"
    page.dialog().reject()
    chosen = [str(disk / "复函.docx")], ""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    page.do("add_attachment")
    page.waits_until(lambda: page.dialog().verb.isEnabled())
    page.pick("种类", "来往函件")
    page.dialog().verb.click()
    page.waits_for("已添加1份附件")
    page.settle()
    assert "这类文件不能在这里看" in page.words()
    assert not page.can("view_attachment")
    assert page.can("save_attachment")


def test_a_file_is_corrected_withdrawn_with_a_reason_and_put_back(bench, team, page):
    keep(bench, team, a_file(suffix=".docx", pages=None), described(note="县医院"))
    keep(bench, team, a_file("别的", suffix=".docx", pages=None), described(title="复印件"))
    page.settle()
    page.open_row(LIST, 1)
    assert "县医院" in page.words()
    page.do("correct_attachment")
    page.pick("种类", "诊断证明")
    page.dialog().verb.click()
    page.waits_for("更正理由")
    assert rows_of(bench, team)[1].kind is AttachmentKind.DISCHARGE
    page.write("更正理由", "看错了")
    page.dialog().verb.click()
    page.waits_for("已更正附件")
    page.settle()
    assert page.rows(LIST)[1].startswith("出院小结，诊断证明")
    page.do("withdraw_attachment")
    page.write("撤回理由", "别人的")
    page.dialog().verb.click()
    page.waits_for("已撤下，可以恢复")
    page.settle()
    assert page.rows(LIST)[1].endswith("已撤下，别人的")
    assert page.shows("附件1")
    assert not page.can("withdraw_attachment")
    page.open_row(LIST, 1)
    page.do("restore_attachment")
    assert page.shows("附件2")


def test_as_of_a_day_the_tab_shows_what_was_there_then_and_changes_nothing(
    bench, team, clock, screen
):
    key, day = keep(bench, team, a_file(suffix=".docx", pages=None)), bench.today()
    clock.move(days=3)
    keep(bench, team, a_file("别的", suffix=".docx", pages=None))
    withdraw_attachment(bench, key, why="别人的")
    page = opened(screen)
    assert len(page.rows(LIST)) == 2
    page.day("查看当时", day)
    page.settle()
    assert page.rows(LIST) == ["出院小结，出院记录，2026-11-03"]
    for name in ("add_attachment", "withdraw_attachment", "correct_attachment"):
        assert not page.can(name)


def test_a_clear_copy_says_first_that_it_leaves_the_safe(bench, team, page, tmp_path, monkeypatch):
    keep(bench, team, a_file(suffix=".docx", pages=None))
    page.settle()
    target = tmp_path / "copy.docx"
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *words: asked.append(words) or (str(target), "")
    )
    page.do("save_attachment")
    assert "另存出去的文件不再加密" in page.words()
    page.dialog().verb.click()
    page.waits_for("已另存：copy.docx")
    assert target.read_bytes() == WORD.encode()
    assert asked[0][2].endswith("20261103_出院记录_GA0101.docx")


def test_a_paper_is_read_page_by_page_as_large_as_one_needs(bench, team, page, disk):
    drop(page, disk / "出院小结.pdf")
    page.pick("种类", "出院记录")
    page.dialog().verb.click()
    page.waits_for("已添加1份附件")
    page.settle()
    page.window.activateWindow()
    page.named(LIST).setFocus()
    page.settle()
    page.press(Qt.Key.Key_Return)
    reader = page.dialog()
    page.waits_until(reader.view.has_picture)
    assert "第1/3页" in page.words()
    for button, words in ((reader.on, "第2/3页"), (reader.on, "第3/3页"), (reader.back, "第2/3页")):
        button.click()
        page.waits_for(words)
        page.waits_until(reader.view.has_picture)
    wide = reader.view.minimumWidth()
    reader.larger.click()
    page.waits_until(lambda: reader.view.minimumWidth() > wide)
    assert reader.minimumSizeHint().height() <= 470
    for control in page.controls():
        if not control.objectName().startswith("qt_"):
            assert spoken_name(control), f"{control!r} has no name"
    reader.reject()
    page.window.resize(940, 470)
    page.settle()
    assert (page.window.width(), page.window.height()) == (940, 470)


def test_a_file_that_is_gone_is_said_to_be_gone(bench, team, page):
    keep(bench, team, a_file())
    (path,) = [p for p in (bench.store.folder / "attachments").iterdir() if p.is_file()]
    path.unlink()
    page.settle()
    page.waits_for("这份附件的文件不见了")
