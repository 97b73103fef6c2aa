"""What a sheet consists of, as lines of text that can be compared at a glance."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from forms.blocks import Blank, Box, Change, Group, Ink, Row, Squares, Table, Words

MARKS = {Change.NONE: "", Change.ADDED: "+", Change.REMOVED: "-"}


def outline(paper):
    """Every block of a paper, its words in order; the strip of every page at the end."""
    lines = [line for block in paper.blocks for line in _block(block)]
    if paper.strip:
        lines += ["Strip " + paper.strip.sentence, *_table(paper.strip.table)]
    return lines


def words_of(paper):
    """All words a reader of the sheet sees, in order, without spaces."""
    text = "".join(part for line in outline(paper) for part in line.split()[1:])
    return "".join(text.split())


def _block(block):
    if isinstance(block, Table):
        return _table(block)
    return [f"{type(block).__name__} {_said(block)}".rstrip()]


def _table(table):
    head = [f"  head {_cells(row)}" for row in table.head]
    return [f"Table {'·'.join(f'{w:g}' for w in table.widths)}", *head, *_groups(table.groups)]


def _groups(groups):
    for group in groups:
        if group.label:
            yield f"  group {_said(group.label.lines)}"
        yield from (f"  {'fills' if row.fills else 'row'} {_cells(row)}" for row in group.rows)


def _cells(row):
    return " | ".join(_cell(cell) for cell in row.cells)


def _cell(cell):
    parts = [_said(cell.corner), _said(cell.lines), _said(cell.aside), _said(cell.low)]
    flags = [
        f"#{cell.slot}" if cell.slot else "",
        "/" if cell.struck else "",
        "□" if cell.framed else "",
    ]
    return " ".join(filter(None, (*parts, *flags)))


def _said(value):
    match value:
        case Words():
            mark = MARKS[value.change]
            return f"{mark}{value.text}{mark}"
        case Blank():
            return "＿"
        case Box():
            return "☑" if value.ticked else "☐"
        case Squares():
            return "".join(f"[{sign or ' '}]" for sign in value.signs)
        case Ink():
            return f"<{value.key}>"
        case str():
            return value
        case tuple() | list():
            said = [_said(part) for part in value]
            runs = value and isinstance(value[0], Words | Blank | Box | Squares | Ink)
            return ("" if runs else " / ").join(part for part in said if part)
        case Group() | Row():
            return ""
        case _ if is_dataclass(value):
            said = (_said(getattr(value, f.name)) for f in fields(value))
            return " · ".join(part for part in said if part)
        case _:
            return ""
