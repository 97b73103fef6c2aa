"""Run slow work off the screen's thread and bring the answer back to it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

TURN = 0.0005  # seconds that the worker may go on while the screen waits


def file_pool(parent: QObject) -> QThreadPool:
    """One thread for everything that touches the file or draws pages, so that work queues up."""
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(1)
    # To paint a list the screen asks a hundred times to go on, and each time waits this long for
    # the worker to let it: with what Python sets by itself a list took a quarter of a second.
    sys.setswitchinterval(TURN)
    return pool


class Job(QObject):
    """Lives on the screen's thread and owns the signals; the runnable only borrows them."""

    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        parent: QObject,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(parent)
        self._work, self._on_done, self._on_failed = work, done, failed
        self._wanted = True
        self._done.connect(self._finish)
        self._failed.connect(self._give_up)

    def start(self, pool: QThreadPool) -> Job:
        """Queue the work."""
        pool.start(_Runner(self._run, self._done.emit, self._failed.emit))
        return self

    def cancel(self) -> None:
        """Nobody waits any more: work not yet begun is left out, its answer is dropped."""
        self._wanted = False

    def _run(self) -> object:
        return self._work() if self._wanted else None

    @Slot(object)
    def _finish(self, answer: object) -> None:
        self.deleteLater()
        if self._wanted:
            self._on_done(answer)

    @Slot(object)
    def _give_up(self, problem: Exception) -> None:
        self.deleteLater()
        if self._wanted:
            self._on_failed(problem)


class Reading(QObject):
    """Reads beside the screen. Of several questions only the last one's answer is shown."""

    def __init__(
        self,
        parent: QObject,
        pool: QThreadPool,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(parent)
        self._pool, self._done, self._failed = pool, done, failed
        self._job: Job | None = None

    def ask(self, question: Callable[[], object]) -> None:
        """Ask; an earlier question that is still open is forgotten."""
        self.forget()
        self._job = Job(self, question, self._show, self._give_up).start(self._pool)

    def forget(self) -> None:
        """Nobody wants the answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, answer: object) -> None:
        self._job = None
        self._done(answer)

    def _give_up(self, problem: Exception) -> None:
        self._job = None
        self._failed(problem)


class _Runner(QRunnable):
    def __init__(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._work, self._done, self._failed = work, done, failed

    def run(self) -> None:
        try:
            answer = self._work()
        except Exception as problem:  # the screen knows what to say
            _tell(self._failed, problem)
        else:
            _tell(self._done, answer)


def _tell(listener: Callable[[Any], None], words: object) -> None:
    """Bring an answer back, unless the screen that asked has been cleared meanwhile."""
    with suppress(RuntimeError):
        listener(words)
