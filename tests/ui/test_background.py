"""Slow work comes back to the screen's thread."""

from threading import Event

from PySide6.QtCore import QObject, QThread
from shiboken6 import delete, isValid

from ui.background import Job, Reading, file_pool


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


def test_an_answer_for_a_screen_that_is_gone_is_dropped(qtbot):
    keeper, asker, started, go_on = QObject(), QObject(), Event(), Event()
    pool = file_pool(keeper)

    def work():
        started.set()
        assert go_on.wait(10)
        return "too late"

    seen = []
    job = Job(asker, work, seen.append, seen.append).start(pool)
    assert started.wait(10)
    delete(asker)
    assert not isValid(job)
    go_on.set()
    pool.waitForDone()
    qtbot.wait(20)
    assert seen == []


def test_only_the_last_question_is_answered(qtbot):
    owner, seen = QObject(), []
    pool = file_pool(owner)
    reading = Reading(owner, pool, seen.append, seen.append)
    for number in range(5):
        reading.ask(lambda n=number: n)
    qtbot.waitUntil(lambda: bool(seen))
    pool.waitForDone()
    qtbot.wait(20)
    assert seen == [4]
