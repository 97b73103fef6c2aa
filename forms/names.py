"""Keep people's names whole wherever they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from forms.blocks import Block, Cell, Emphasis, Group, Line, Row, Table, Text, Words

SPACE_IN_NAMES = "\u3000"
SHORTEST = 2


def keep_names_whole(blocks: Iterable[Block]) -> list[Block]:
    """The same blocks; a name that stands somewhere as a name is one in running text too."""
    given = list(blocks)
    names = {word.text.replace(SPACE_IN_NAMES, "") for word in _words(given) if word.whole}
    longest_first = sorted((n for n in names if len(n) >= SHORTEST), key=lambda n: (-len(n), n))
    if not longest_first:
        return given
    pattern = re.compile(f"({'|'.join(map(re.escape, longest_first))})")
    return [_block(block, pattern) for block in given]


def _words(blocks: Iterable[Block]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Table):
            for line in _lines(block):
                yield from (run for run in line if isinstance(run, Words))


def _lines(table: Table) -> Iterator[Line]:
    for row in (*table.head, *(row for group in table.groups for row in group.rows)):
        for cell in row.cells:
            yield from cell.lines


def _block(block: Block, names: re.Pattern[str]) -> Block:
    if isinstance(block, Emphasis):
        return replace(block, lines=tuple(_line(line, names) for line in block.lines))
    if isinstance(block, Text):
        return replace(block, paragraphs=tuple(_line(line, names) for line in block.paragraphs))
    if isinstance(block, Table):
        return replace(block, groups=tuple(_group(group, names) for group in block.groups))
    return block


def _group(group: Group, names: re.Pattern[str]) -> Group:
    return replace(group, rows=tuple(_row(row, names) for row in group.rows))


def _row(row: Row, names: re.Pattern[str]) -> Row:
    return replace(row, cells=tuple(_cell(cell, names) for cell in row.cells))


def _cell(cell: Cell, names: re.Pattern[str]) -> Cell:
    return replace(cell, lines=tuple(_line(line, names) for line in cell.lines))


def _line(line: Line, names: re.Pattern[str]) -> Line:
    found: Line = ()
    for run in line:
        if isinstance(run, Words) and not run.whole:
            parts = [part for part in names.split(run.text) if part] or [run.text]
            found += tuple(
                replace(run, text=part, whole=bool(names.fullmatch(part))) for part in parts
            )
        else:
            found += (run,)
    return found
