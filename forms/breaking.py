"""Break a paragraph into lines as Chinese printing asks: no mark at the wrong end, names whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from forms.blocks import Blank, Box, Change, Ink, Squares

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕〗”’…—·％‰℃,.;:?!)]}%")
NEVER_LAST = frozenset("（《〈「『【〔〖“‘([{￥$☐")
OVERHANGING = frozenset("，。、；：？！）》〉」』】〕〗”’")
UNITS = frozenset("年月日天次级岁例项人个分周时米份号组版元页期")
INSIDE_WORDS = frozenset("-/._@:*+#")
WIDE_SPACE = "\u3000"
SPACES = frozenset(f" \u2002\u2003{WIDE_SPACE}")
NO_BREAK_SPACE = "\u00a0"
MOST_STRETCH = 0.12  # em in each gap
OVERHANG = 0.5  # em of a closing mark
ROUNDING = 1e-6


@dataclass(frozen=True)
class Letter:
    """One character as it will be drawn. Letters of one `unit` stay together, as in a name.

    Without a sign it is what is `drawn` in its place.
    """

    sign: str
    width: float
    font: str = ""
    unit: int = 0
    drawn: Blank | Box | Squares | Ink | None = None
    change: Change = Change.NONE


@dataclass(frozen=True)
class SetLine:
    """One line of letters, with the room added in each gap that may grow."""

    letters: tuple[Letter, ...]
    gap: float = 0.0

    def placed(self) -> Iterator[tuple[float, Letter]]:
        """Every letter with its distance from the start of the line."""
        x = 0.0
        for number, letter in enumerate(self.letters):
            if number and _may_grow(self.letters[number - 1], letter):
                x += self.gap
            yield x, letter
            x += letter.width

    def width(self) -> float:
        """How wide the line is set, without spaces at its end."""
        return _width(_trimmed(self.letters))


Atom = tuple[Letter, ...]


def set_lines(letters: Sequence[Letter], width: float, em: float) -> list[SetLine]:
    """The lines of one paragraph. The last is ragged, the others are stretched a little."""
    filled = _fill(_narrow_atoms(letters, width), width, em)
    _keep_the_last_company(filled, width)
    lines = [_trimmed([letter for atom in atoms for letter in atom]) for atoms in filled]
    return [
        SetLine(tuple(line), _gap(line, width, em) if number < len(lines) - 1 else 0.0)
        for number, line in enumerate(lines)
    ]


def _fill(atoms: Iterable[Atom], width: float, em: float) -> list[list[Atom]]:
    lines: list[list[Atom]] = [[]]
    used = 0.0
    for atom in atoms:
        if lines[-1] and used + _least_room(atom, em) > width + ROUNDING:
            lines.append([])
            used = 0.0
        lines[-1].append(atom)
        used += _width(atom)
    return lines


def _least_room(atom: Atom, em: float) -> float:
    """What an atom needs at the end of a line, where spaces vanish and closing marks overhang."""
    letters = _trimmed(atom)
    hanging = bool(letters) and letters[-1].sign in OVERHANGING
    return _width(letters) - (OVERHANG * em if hanging else 0.0)


def _width(letters: Iterable[Letter]) -> float:
    return sum(letter.width for letter in letters)


def _keep_the_last_company(lines: list[list[Atom]], width: float) -> None:
    """A last line of one character pulls a second one down."""
    if len(lines) < 2 or len(lines[-2]) < 2 or not _is_lonely(lines[-1]):
        return
    moved = lines[-2][-1]
    if sum(map(_width, (moved, *lines[-1]))) <= width:
        lines[-1].insert(0, lines[-2].pop())


def _is_lonely(atoms: Sequence[Atom]) -> bool:
    seen = [letter for atom in atoms for letter in atom if letter.sign not in SPACES]
    return sum(letter.sign not in NEVER_FIRST for letter in seen) <= 1


def _gap(letters: Sequence[Letter], width: float, em: float) -> float:
    """How much each gap grows so that the line is full; nothing when that would be too much."""
    gaps = sum(_may_grow(one, other) for one, other in pairwise(letters))
    missing = width - _width(letters)
    if missing <= 0 or not gaps or missing / gaps > MOST_STRETCH * em:
        return 0.0
    return missing / gaps


def _may_grow(one: Letter, other: Letter) -> bool:
    if WIDE_SPACE in (one.sign, other.sign) or not (one.sign and other.sign):
        return False
    return not (_in_word(one) and _in_word(other))


def _trimmed(letters: Sequence[Letter]) -> list[Letter]:
    end = len(letters)
    while end and letters[end - 1].sign in SPACES:
        end -= 1
    return list(letters[:end])


def _narrow_atoms(letters: Sequence[Letter], width: float) -> Iterator[Atom]:
    """What stays together, broken where it must be because no line could hold it."""
    for atom in _atoms(letters):
        if _width(_trimmed(atom)) <= width + ROUNDING:
            yield atom
        else:
            yield from _pieces(atom, width)


def _atoms(letters: Sequence[Letter]) -> Iterator[Atom]:
    held: list[Letter] = []
    for letter in letters:
        if held and not _belong(held[-1], letter):
            yield tuple(held)
            held = []
        held.append(letter)
    if held:
        yield tuple(held)


def _pieces(atom: Atom, width: float) -> Iterator[Atom]:
    start = 0
    while start < len(atom):
        end = _end_of_piece(atom, start, width)
        yield atom[start:end]
        start = end


def _end_of_piece(atom: Atom, start: int, width: float) -> int:
    end, used = start, 0.0
    while end < len(atom) and (end == start or used + atom[end].width <= width + ROUNDING):
        used += atom[end].width
        end += 1
    if end == len(atom):
        return end
    places = range(end, start, -1)
    after_dot = (place for place in places if atom[place - 1].sign == "·")
    allowed = (place for place in places if not _marks_forbid(atom[place - 1], atom[place]))
    return next(after_dot, None) or next(allowed, None) or end


def _belong(one: Letter, other: Letter) -> bool:
    """No line may end between these two."""
    return (
        _marks_forbid(one, other)
        or (one.unit != 0 and one.unit == other.unit)
        or (_in_word(one) and _in_word(other))
        or ((one.sign.isdigit() or not one.sign) and other.sign in UNITS)
        or (one.sign == "▲" and other.sign.isdigit())
    )


def _marks_forbid(one: Letter, other: Letter) -> bool:
    return (
        other.sign in NEVER_FIRST
        or other.sign in SPACES
        or one.sign in NEVER_LAST
        or NO_BREAK_SPACE in (one.sign, other.sign)
    )


def _in_word(letter: Letter) -> bool:
    return letter.sign.isascii() and (letter.sign.isalnum() or letter.sign in INSIDE_WORDS)
