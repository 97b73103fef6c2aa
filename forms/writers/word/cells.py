"""What stands inside one cell: its lines, what is set at its edges, and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.blocks import Cell, Density, Face, Line, Role, Run, Words
from forms.writers.word.edges import DOTTED_LINES
from forms.writers.word.measures import PT, height, width
from forms.writers.word.runs import Shape, high_enough, laid, paragraph, run, tab, tabs

PADDING = {Density.NORMAL: 1.0, Density.DENSE: 0.9, Density.FINE: 0.25}
SIDE, CLOSE_SIDE = 1.6, 0.9
CORNER = Shape(9, 4.2)
LOW = Shape(10, 4.73, align="right")
PEN_PITCH = 8.0
LEADING = {Density.NORMAL: 1.34, Density.DENSE: 1.28, Density.FINE: 1.26}
VALUE_SIZES = {Density.NORMAL: 10.5, Density.DENSE: 10.0, Density.FINE: 9.5}
FORM_SIZES = {Density.NORMAL: 10.0, Density.DENSE: 10.0, Density.FINE: 9.5}
SIZES = {Role.NOTE: 9.5, Role.KEY: 12.0, Role.LEVEL: 14.0, Role.SUBJECT: 10.5}
NAME_SIZES, SMALLEST_NAME = (12.0, 11.5, 11.0, 10.5), 9.0
NAME_LEADING, CLOSE_LEADING = 1.28, 1.1
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
    shape = _shape(cell, room)
    found = list(_above(cell, shape, room))
    used = _used(cell, shape, room)
    if cell.ruled:
        count = max(0, int((room.left_for - used - SIDE) // PEN_PITCH))
        lined = Shape(shape.size, PEN_PITCH, keep_next=room.keep_next, extra=DOTTED_LINES)
        found += [paragraph((), lined)] * count
        used += count * PEN_PITCH
    if cell.low:
        before = max(0.0, room.left_for - used) if found else 0.0
        found.append(paragraph(cell.low, replace(LOW, before=before, keep_next=room.keep_next)))
    return "".join(found) or paragraph((), shape)


def is_place_of(cell: Cell) -> bool:
    """Whether a cell names somebody under a role, close to the rules so that it fits."""
    return _name_below(cell) is not None


def role_shape(line: Line, shape: Shape, room: Room) -> Shape:
    """Somebody's role, smaller where it would not fit on one line."""
    fits = width(line, shape.size) <= room.inside
    return shape if fits else replace(CORNER, align=shape.align, keep_next=shape.keep_next)


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
    pitch = size * (NAME_LEADING if len(pieces) == 1 else CLOSE_LEADING) * PT
    shape = Shape(size, pitch, align=align, keep_next=room.keep_next)
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
    *first, last = [tuple(_heavier(part, cell.role) for part in line) for line in cell.lines]
    if name := _name_below(cell):
        yield from (paragraph(line, role_shape(line, shape, room)) for line in first)
        yield name_markup(name, room, shape.align)
        return
    yield from (paragraph(line, shape) for line in first)
    if not cell.aside:
        yield paragraph(last, _smaller(shape) if first and cell.role is Role.LEVEL else shape)
    elif _fits_beside(last, cell.aside, shape.size, room.inside):
        yield _with_aside(last, cell.aside, shape, room.inside)
    else:
        yield paragraph(last, shape)
        yield paragraph(cell.aside, replace(shape, align="right"))


def _with_aside(line: Line, aside: Line, shape: Shape, inside: float) -> str:
    left, right = ("".join(run(part, shape.size) for part in half) for half in (line, aside))
    high = high_enough((*line, *aside), shape)
    return laid(left + tab(shape.size) + right, replace(high, extra=tabs(("right", inside))))


def _fits_beside(line: Line, aside: Line, size: float, inside: float) -> bool:
    """Whether the last line leaves room for the aside and a character between them."""
    taken = width(line, size) % inside
    return taken + width(aside, size) + size * PT <= inside


def _used(cell: Cell, shape: Shape, room: Room) -> float:
    """How high everything above the low line stands."""
    used = CORNER.pitch if cell.corner else 0.0
    if cell.lines != NOTHING:
        used += sum(height(line, shape.size, shape.pitch, room.inside) for line in cell.lines)
    return used + (LOW.pitch if cell.low else 0.0)


def _shape(cell: Cell, room: Room) -> Shape:
    said = cell.role in (Role.VALUE, Role.SUBJECT)
    size = SIZES.get(cell.role, (VALUE_SIZES if said else FORM_SIZES)[room.density])
    leading = LEADING[room.density]
    align = "center" if cell.centred else "left"
    return Shape(size, size * leading * PT, align=align, keep_next=room.keep_next)


def _name_below(cell: Cell) -> Words | None:
    """The name that stands alone on the last line, under somebody's role."""
    *above, last = cell.lines
    if above and cell.role in NAMED_ROLES and len(last) == 1:
        only = last[0]
        return only if isinstance(only, Words) and only.whole else None
    return None


def _smaller(shape: Shape) -> Shape:
    return replace(shape, size=SIZES[Role.NOTE], pitch=SIZES[Role.NOTE] * 1.34 * PT)


def _heavier(part: Run, role: Role) -> Run:
    if not isinstance(part, Words):
        return part
    filled_in = role in (Role.KEY, Role.LEVEL) and part.face is Face.VALUE
    return replace(part, face=Face.STRONG) if role is Role.HEAD or filled_in else part
