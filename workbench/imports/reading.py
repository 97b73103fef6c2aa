"""Reading a sheet without trusting it: a process of its own parses, this side only listens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Thread
from typing import IO

from workbench.imports.errors import SheetUnreadable
from workbench.imports.parsing import MOST_BYTES, PASTED

_ROOT = Path(__file__).resolve().parents[2]
_WITHHELD = ("CASE_WORKBENCH_", "PYTHON")


@dataclass(frozen=True)
class Number:
    """A cell that the sheet stores as a number, which keeps no more than fifteen digits."""

    value: float


Cell = str | Number | date | None


@dataclass(frozen=True)
class Row:
    """One row that holds something, under the number the sheet shows."""

    number: int
    cells: tuple[Cell, ...]

    def __getitem__(self, column: int) -> Cell:
        """The cell of a column; rows end at their last cell, so further ones are empty."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True)
class Spreadsheet:
    """What a file or pasted text holds: the first sheet that is shown and not empty."""

    rows: tuple[Row, ...]
    name: str = ""
    sheets: int = 1
    epoch: date = date(1899, 12, 30)


@dataclass(frozen=True)
class Child:
    """The process that parses, and what it is allowed before it is ended with all it started."""

    command: tuple[str, ...] = (sys.executable, "-P", "-m", "workbench.imports.parsing")
    seconds: float = 10
    most_output: int = 64 << 20


def read_spreadsheet(path: Path, child: Child | None = None) -> Spreadsheet:
    """Read a workbook or a text file; raise SheetUnreadable for whatever is wrong with it."""
    try:
        length = path.stat().st_size if path.is_file() else -1
    except OSError as error:
        raise SheetUnreadable("unreachable") from error
    if length < 0:
        raise SheetUnreadable("missing")
    if length > MOST_BYTES:
        raise SheetUnreadable("too_large")
    return _sheet(_run(child or Child(), str(path.resolve())))


def read_pasted(text: str, child: Child | None = None) -> Spreadsheet:
    """Read rows copied from a sheet, cells apart by tabs; raise SheetUnreadable likewise."""
    content = text.encode("utf-8", "replace")
    if len(content) > MOST_BYTES:
        raise SheetUnreadable("too_large")
    return _sheet(_run(child or Child(), PASTED, content))


def _run(child: Child, source: str, content: bytes = b"") -> bytes:
    """Let the process speak until it ends, its time is up, or it says too much."""
    ends = time.monotonic() + child.seconds
    try:
        process = _start(child, source)
    except OSError as error:
        raise SheetUnreadable("stopped") from error
    talk = _Talk(process, content, child.most_output)
    try:
        talk.wait_until(ends)
        code = process.wait(max(0.0, ends - time.monotonic()))
    except (TimeoutError, subprocess.TimeoutExpired) as error:
        raise SheetUnreadable("too_slow") from error
    finally:
        _end(process)
        talk.close()
    if len(talk.heard) > child.most_output:
        raise SheetUnreadable("too_large")
    if code not in (0, 2):
        raise SheetUnreadable("stopped")
    return talk.heard


def _start(child: Child, source: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module, its argument is a path
        [*child.command, source],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a parser's complaints may quote what it read
        env=_environment(os.environ),
        start_new_session=True,
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


def _sheet(said: bytes) -> Spreadsheet:
    """Understand what the process said; anything but its own language is a refusal."""
    try:
        lines = [json.loads(line) for line in said.splitlines()]
        if isinstance(lines[-1], dict) and "refused" in lines[-1]:
            raise SheetUnreadable(str(lines[-1]["refused"]))
        head, *rows, last = lines
        if last["end"] != len(rows):
            raise SheetUnreadable("stopped")
        return Spreadsheet(
            rows=tuple(_rows(rows)),
            name=str(head["sheet"]),
            sheets=int(head["sheets"]),
            epoch=date.fromisoformat(head["epoch"]),
        )
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise SheetUnreadable("stopped") from error


def _rows(lines: list[list[object]]) -> Iterator[Row]:
    for number, *cells in lines:
        if not isinstance(number, int):
            raise TypeError
        yield Row(number, tuple(_cell(cell) for cell in cells))


def _cell(said: object) -> Cell:
    match said:
        case None | str():
            return said
        case {"n": int() | float() as value}:
            return Number(float(value))
        case {"d": str() as day}:
            return date.fromisoformat(day)
    raise TypeError
