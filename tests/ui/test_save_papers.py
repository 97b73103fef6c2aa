"""Saving every paper of a meeting: one after the other, whole ones only, nothing written over."""

import pytest
from pypdf import PdfReader

from tests.builders import a_closed_meeting
from workbench.paperwork.batches import batches_of
from workbench.paperwork.documents import list_documents


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def asking(closed, screen, tmp_path):
    """The window asking where to save the papers of a closed meeting."""
    screen.settle()
    screen.do("open_documents")
    screen.do("save_all_documents")
    screen.named("存放位置").setText(str(tmp_path))
    return screen


def files(tmp_path):
    return sorted((tmp_path / "20261125_2026年第1次例会_文书").glob("*"))


def test_all_papers_lie_in_a_new_folder_in_their_order(bench, closed, asking, tmp_path):
    asking.dialog().verb.click()
    asking.waits_for("到文件夹“20261125_2026年第1次例会_文书”")
    wanted = batches_of(list_documents(bench, closed.id))
    names = [file.name for file in files(tmp_path)]
    assert [name[:2] for name in names] == [f"{n:02d}" for n in range(1, len(wanted) + 1)]
    assert all(PdfReader(file).pages for file in files(tmp_path))


def test_both_formats_can_be_asked_for(bench, closed, asking, tmp_path):
    asking.click("两种都要")
    asking.dialog().verb.click()
    asking.waits_for("份到文件夹“")
    endings = {file.suffix for file in files(tmp_path)}
    assert endings == {".pdf", ".docx"}


def test_stopping_leaves_what_was_written_whole(bench, closed, asking, tmp_path):
    dialog, of = asking.dialog(), len(batches_of(list_documents(bench, closed.id)))
    dialog.verb.click()
    asking.waits_for(f"正在保存第 2/{of} 份")
    dialog.cancel.click()
    asking.waits_for("已停止。已存好")
    written = files(tmp_path)
    assert 1 <= len(written) < of
    assert all(PdfReader(file).pages for file in written)
    assert asking.dialog() is dialog
    dialog.cancel.click()
    asking.settle()
    assert asking.dialog() is None


def test_a_place_that_cannot_be_written_is_refused_in_words(asking, tmp_path):
    (tmp_path / "文件").write_text("不是文件夹")
    asking.named("存放位置").setText(str(tmp_path / "文件"))
    asking.dialog().verb.click()
    asking.waits_for("没有存成：")
    assert asking.dialog().verb.isEnabled()
