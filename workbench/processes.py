"""Work on files nobody trusts, in a process of its own: this side only feeds and listens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import IO

_ROOT = Path(__file__).resolve().parents[1]
_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a console for it
_WITHHELD = ("CASE_WORKBENCH_", "PYTHON")

COMMAND_LINE = "workbench"  # the bundle's own program for the console, beside the one with windows
APART = "--apart"
MODULES_APART = ("workbench.imports.parsing", "workbench.filing.checking")


def module_command(module: str) -> tuple[str, ...]:
    """How a module of ours is started apart: by this Python, or by the bundle we are part of."""
    if not getattr(sys, "frozen", False):
        return (sys.executable, "-P", "-m", module)
    # A program with windows has no standard output on Windows; the one for the console has.
    ours = Path(sys.executable)
    return (str(ours.with_name(COMMAND_LINE + ours.suffix)), APART, module)


def run_named(arguments: Sequence[str]) -> int:
    """Inside the bundle, do what `module_command` asked for and give the exit code."""
    name, *rest = arguments
    if name not in MODULES_APART:
        return 2
    code: int = import_module(name).main(rest)
    return code


@dataclass(frozen=True)
class Worker:
    """A process, and what it is allowed before it is ended with all it started."""

    command: tuple[str, ...]
    seconds: float = 10
    most_output: int = 64 << 20


class WorkerEnded(Exception):
    """The process did not come to its own end; `reason` is the name of why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def run_apart(child: Worker, source: str, content: bytes = b"") -> bytes:
    """Let a process speak until it ends, its time is up, or it says too much; raise WorkerEnded."""
    ends = time.monotonic() + child.seconds
    try:
        process = _start(child, source)
    except OSError as error:
        raise WorkerEnded("stopped") from error
    talk = _Talk(process, content, child.most_output)
    try:
        talk.wait_until(ends)
        code = process.wait(max(0.0, ends - time.monotonic()))
    except (TimeoutError, subprocess.TimeoutExpired) as error:
        raise WorkerEnded("too_slow") from error
    finally:
        _end(process)
        talk.close()
    if len(talk.heard) > child.most_output:
        raise WorkerEnded("too_large")
    if code not in (0, 2):
        raise WorkerEnded("stopped")
    return talk.heard


def _start(child: Worker, source: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module, its argument is a path
        [*child.command, source],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a parser's complaints may quote what it read
        env=_environment(os.environ),
        start_new_session=True,
        creationflags=_UNSEEN,
    )


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Neither passwords nor settings of the interpreter go along."""
    kept = {name: value for name, value in ours.items() if not name.startswith(_WITHHELD)}
    return kept | {"PYTHONPATH": str(_ROOT), "RUST_BACKTRACE": "0"}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started; where there are no groups, the process alone.

    Once it was waited for, its number may be another's, so it is left alone.
    """
    if process.returncode is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@dataclass
class _Talk:
    """Feeds and hears a process at once, so that neither side waits for the other for ever."""

    process: subprocess.Popen[bytes]
    content: bytes
    most: int
    heard: bytes = b""
    _threads: list[Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._threads = [Thread(target=self._hear, daemon=True)]
        self._threads.append(Thread(target=self._feed, daemon=True))
        for thread in self._threads:
            thread.start()

    def wait_until(self, ends: float) -> None:
        """Wait until the process has said all; raise TimeoutError at the end of its time."""
        for thread in self._threads:
            thread.join(max(0.0, ends - time.monotonic()))
            if thread.is_alive() and len(self.heard) <= self.most:
                raise TimeoutError

    def close(self) -> None:
        """Let go of the ends; called once the process has ended."""
        for thread in self._threads:
            thread.join()
        self._ends()[1].close()

    def _hear(self) -> None:
        with suppress(OSError, ValueError):
            self.heard = self._ends()[1].read(self.most + 1)
        if len(self.heard) > self.most:
            _end(self.process)

    def _feed(self) -> None:
        with suppress(OSError), self._ends()[0] as end:
            end.write(self.content)

    def _ends(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process.stdin is None or self.process.stdout is None:
            raise ValueError("a process without pipes")
        return self.process.stdin, self.process.stdout
