"""What stands inside one cell: its lines, what is set at its edges, and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.blocks import Cell, Density, Face, Line, Role, Run, Words
from forms.writers.word.edges import DOTTED_LINES
from forms.writers.word.measures import PT, broken, height, high_enough, width
from forms.writers.word.runs import Shape, laid, paragraph, run, tab, tabs

PADDING = {Density.NORMAL: 1.0, Density.DENSE: 0.9, Density.FINE: 0.25}
SIDE, CLOSE_SIDE = 1.6, 0.9
OVER = 1.4  # what a line that is nearly too long may take of the white at its right
CORNER = Shape(9, 4.2)
PEN_PITCH = 8.0
VALUES = {Density.NORMAL: (10.5, 1.34), Density.DENSE: (10.0, 1.28), Density.FINE: (9.5, 1.26)}
SETTINGS = {
    Role.LABEL: (10.0, 1.34),
    Role.HEAD: (10.0, 1.34),
    Role.SUBJECT: (10.5, 1.34),
    Role.NOTE: (9.5, 1.34),
    Role.KEY: (12.0, 1.34),
    Role.LEVEL: (14.0, 1.2),
}
NAME_SIZES, SMALLEST_NAME = (12.0, 11.5, 11.0, 10.5), 9.0
NAME_LEADING = 1.1
MIDDLE_DOT = "·"
NAMED_ROLES = (Role.LABEL, Role.HEAD, Role.NOTE)
NOTHING: tuple[Line, ...] = ((),)


@dataclass(frozen=True)
class Room:
    """What a cell is given: its width and least height in mm, and how closely it is set."""

    width: float
    least: float = 0.0
    density: Density = Density.NORMAL
    keep_next: bool = False
    side: float = SIDE

    @property
    def inside(self) -> float:
        """The width between the paddings."""
        return self.width - 2 * self.side

    @property
    def left_for(self) -> float:
        """The least height between the paddings."""
        return self.least - 2 * PADDING[self.density]


def content(cell: Cell, room: Room) -> str:
    """The paragraphs of a cell, in the order they are read: corner, lines, aside, low."""
    room = replace(room, side=CLOSE_SIDE) if is_place_of(cell) else room
    shape = _shape(cell.role, room, "center" if cell.centred else "left")
    found = list(_above(cell, shape, room))
    used = _used(cell, shape, room)
    if cell.ruled:
        count = max(0, int((room.left_for - used - SIDE) // PEN_PITCH))
        lined = Shape(shape.size, PEN_PITCH, keep_next=room.keep_next, extra=DOTTED_LINES)
        found += [paragraph((), lined)] * count
        used += count * PEN_PITCH
    if cell.low:
        before = max(0.0, room.left_for - used) if found else 0.0
        found.append(paragraph(cell.low, replace(shape, align="right", before=before)))
    return "".join(found) or paragraph((), shape)


def text_height(cell: Cell, room: Room) -> float:
    """How high the words of a cell stand, as far as that can be known."""
    return _used(cell, _shape(cell.role, room, "left"), room)


def is_place_of(cell: Cell) -> bool:
    """Whether a cell names somebody in its middle, close to the rules so that it fits."""
    return cell.centred and _names_somebody(cell)


def role_shape(line: Line, shape: Shape, room: Room) -> Shape:
    """Somebody's role, smaller where it would not fit on one line."""
    fits = width(line, shape.size) <= room.inside
    return shape if fits else replace(shape, size=CORNER.size, pitch=CORNER.pitch)


def name_markup(name: Words, room: Room, align: str = "left") -> str:
    """A printed name beside ink, heavy: smaller by steps until it fits on one line or two."""
    heavy = replace(name, face=Face.STRONG)
    size = next((s for s in NAME_SIZES if width((name,), s) <= room.inside), NAME_SIZES[-1])
    pieces = [name.text]
    if width((name,), size) > room.inside:
        first, dot, rest = name.text.partition(MIDDLE_DOT)
        pieces = [first + dot, rest] if dot else pieces
        fits = all(width((Words(piece),), size) <= room.inside for piece in pieces)
        size = size if fits else SMALLEST_NAME
    shape = Shape(size, size * NAME_LEADING * PT, align=align, keep_next=room.keep_next)
    return "".join(paragraph((replace(heavy, text=piece),), shape) for piece in pieces)


def standing(cell: Cell) -> str:
    """Where the content of a cell stands between top and bottom."""
    if cell.corner or cell.ruled or (cell.low and cell.lines != NOTHING):
        return "top"
    return "bottom" if cell.low else "center"


def _above(cell: Cell, shape: Shape, room: Room) -> Iterator[str]:
    if cell.corner:
        yield paragraph(cell.corner, replace(CORNER, keep_next=room.keep_next))
    if cell.lines == NOTHING and not cell.aside:
        return
    lines = [tuple(_heavier(part, cell.role) for part in line) for line in cell.lines]
    named = _names_somebody(cell)
    for number, line in enumerate(lines):
        if number == len(lines) - 1 and cell.aside:
            yield _with_aside(line, cell.aside, shape, room.inside)
        elif named:
            yield _place(line, shape, room)
        elif number and cell.role is Role.LEVEL:
            yield paragraph(line, _shape(Role.NOTE, room, shape.align))
        else:
            yield _said(line, shape, room.inside)


def _said(line: Line, shape: Shape, inside: float) -> str:
    """A paragraph of the cell. Where one line is meant to be enough, it is."""
    if width(line, shape.size) < inside - OVER:
        return paragraph(line, shape)
    count = len(broken(line, shape.size, inside))
    over = OVER if count == 1 and shape.align == "left" else 0.0
    runs = "".join(run(part, shape.size) for part in line)
    pitch = high_enough(line, shape.pitch, count)
    return laid(runs, replace(shape, pitch=pitch, over=over))


def _place(line: Line, shape: Shape, room: Room) -> str:
    """Somebody's name, or what else stands around it."""
    name = _only_name(line)
    return (
        name_markup(name, room, shape.align)
        if name
        else paragraph(line, role_shape(line, shape, room))
    )


def _with_aside(line: Line, aside: Line, shape: Shape, inside: float) -> str:
    """A line with words at its right, or below it where its end leaves them no room."""
    lines = broken(line, shape.size, inside)
    free = inside - (lines[-1].width() if lines else 0.0) - width(aside, shape.size)
    if free < shape.size * PT:
        return _said(line, shape, inside) + paragraph(aside, replace(shape, align="right"))
    left, right = ("".join(run(part, shape.size) for part in half) for half in (line, aside))
    pitch = high_enough((*line, *aside), shape.pitch, len(lines))
    stops = tabs(("right", inside))
    return laid(left + tab(shape.size) + right, replace(shape, pitch=pitch, extra=stops))


def _used(cell: Cell, shape: Shape, room: Room) -> float:
    """How high everything above the low line stands."""
    used = CORNER.pitch if cell.corner else 0.0
    if cell.lines != NOTHING:
        used += sum(height(line, shape.size, shape.pitch, room.inside) for line in cell.lines)
    return used + (height(cell.low, shape.size, shape.pitch, room.inside) if cell.low else 0.0)


def _shape(role: Role, room: Room, align: str) -> Shape:
    size, leading = SETTINGS.get(role) or VALUES[room.density]
    return Shape(size, size * leading * PT, align=align, keep_next=room.keep_next)


def _names_somebody(cell: Cell) -> bool:
    """Whether a name stands alone on one of several lines, as what people look for."""
    several = len(cell.lines) > 1 and cell.role in NAMED_ROLES
    return several and any(map(_only_name, cell.lines))


def _only_name(line: Line) -> Words | None:
    only = line[0] if len(line) == 1 else None
    return only if isinstance(only, Words) and only.whole else None


def _heavier(part: Run, role: Role) -> Run:
    if not isinstance(part, Words):
        return part
    filled_in = role in (Role.KEY, Role.LEVEL) and part.face is Face.VALUE
    return replace(part, face=Face.STRONG) if role is Role.HEAD or filled_in else part
