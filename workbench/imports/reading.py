"""Reading a sheet without trusting it: a process of its own parses, this side only listens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.imports.errors import SheetUnreadable
from workbench.imports.parsing import MOST_BYTES, PASTED
from workbench.processes import Worker, WorkerEnded, module_command, run_apart


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
class Child(Worker):
    """The process that parses sheets."""

    command: tuple[str, ...] = module_command("workbench.imports.parsing")


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
    try:
        return run_apart(child, source, content)
    except WorkerEnded as end:
        raise SheetUnreadable(end.reason) from end


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
