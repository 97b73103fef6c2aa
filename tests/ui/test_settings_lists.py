"""Ready sentences in the settings: written, put in order, archived and brought back."""

from PySide6.QtCore import Qt

from workbench.phrases import list_phrases

LIST = "常用语列表"
CALM, PILLS, VISIT = "近一个月情绪平稳。", "家属督促服药。", "下月联合走访一次。"


def test_phrases_are_written_moved_archived_and_brought_back(screen, bench):
    screen.do("go_settings")
    screen.open_line("设置的内容", "常用语")
    assert "还没有常用语" in screen.words()
    assert not screen.can("archive_phrase")
    for words in (CALM, PILLS, VISIT):
        screen.do("add_phrase")
        screen.write("常用语", words)
        screen.click("保存常用语")
    assert screen.rows(LIST) == [CALM, PILLS, VISIT]
    assert not screen.can("move_phrase_down")  # the new one, the last, is in hand
    screen.do("move_phrase_up")
    screen.do("move_phrase_up")
    assert screen.rows(LIST) == [VISIT, CALM, PILLS]
    assert not screen.can("move_phrase_up")
    screen.do("archive_phrase")
    assert screen.rows(LIST) == [CALM, PILLS, f"{VISIT}，停用"]
    screen.open_line(LIST, VISIT)
    screen.do("restore_phrase")
    screen.open_line(LIST, PILLS)
    screen.do("change_phrase")
    assert screen.reads("常用语") == PILLS
    screen.named("常用语").setText(CALM)
    screen.press(Qt.Key.Key_Return)
    assert "已经有这条常用语。" in screen.words()
    screen.named("常用语").setText("家属每天看着服药。")
    screen.press(Qt.Key.Key_Return)
    assert [row.words for row in list_phrases(bench)] == [CALM, "家属每天看着服药。", VISIT]
