"""Slow work comes back to the screen's thread."""

from PySide6.QtCore import QObject, QThread

from ui.background import Job, file_pool


def test_answers_and_failures_return_to_the_screen(qtbot):
    owner, seen = QObject(), []
    pool, here = file_pool(owner), QThread.currentThread()

    def note(answer):
        seen.append((answer, QThread.currentThread() is here))

    def note_type(problem):
        note(type(problem))

    Job(owner, lambda: 42, note, note).start(pool)
    Job(owner, lambda: 1 / 0, note, note_type).start(pool)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(42, True), (ZeroDivisionError, True)]
    pool.waitForDone()


def test_work_on_the_file_queues_up(qtbot):
    owner, seen = QObject(), []
    pool = file_pool(owner)
    for number in range(5):
        Job(owner, lambda n=number: n, seen.append, seen.append).start(pool)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert seen == [0, 1, 2, 3, 4]
    pool.waitForDone()


def test_a_cancelled_answer_is_dropped(qtbot):
    owner, seen = QObject(), []
    pool = file_pool(owner)
    Job(owner, lambda: "unwanted", seen.append, seen.append).start(pool).cancel()
    Job(owner, lambda: "wanted", seen.append, seen.append).start(pool)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["wanted"]
    pool.waitForDone()
