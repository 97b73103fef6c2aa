"""What surrounds the content of an A4 page: head line, title, code, marks and foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from forms.blocks import Face, Line, Title, Words
from forms.breaking import SetLine
from forms.stamp import Stamp
from forms.typefaces import TITLE_CHAIN
from forms.writers.pdf.code import SIZE, draw_code
from forms.writers.pdf.pen import INNER, Pen
from forms.writers.pdf.setting import Setting, letters

LEFT, RIGHT = 25.0, 195.0
BODY_TOP, BODY_BOTTOM = 41.0, 277.0
HEAD_BASELINE, HEAD_PITCH = 13.4, 3.9
CODE_TOP = 13.4
QUIET = 4.0
CAPTION_DROP = 5.8
ABOVE_BASELINE, TITLE_BASELINE, BELOW_BASELINE = 19.9, 28.6, 35.2
CONTINUED_BASELINE, IDENTITY_BASELINE, IDENTITY_PITCH = 23.4, 30.4, 5.4
IDENTITY_WIDTH, IDENTITY_LINES = 140.0, 2
FOOT_RULE, FOOT_BASELINE = 280.6, 284.8
MARKS = ((10.0, 10.0), (200.0, 10.0), (10.0, 287.0), (200.0, 287.0))
MARK = 4.0

HEAD, FOOT = Setting(9), Setting(8)
ABOVE, BELOW, IDENTITY = Setting(10.5), Setting(10), Setting(10.5)
TITLE_SIZE, CONTINUED_SIZE = 18.0, 14.0


@dataclass(frozen=True)
class Furniture:
    """Draws everything on a page that is not content."""

    stamp: Stamp
    title: Title

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """Draw around page `page` of `pages`."""
        self._head(pen, page, pages)
        if page == 1:
            self._title(pen)
        else:
            self._continued(pen)
        if self.stamp.sheet:
            payload = self.stamp.sheet.payload(page, self.stamp.digest)
            draw_code(pen, RIGHT - SIZE, CODE_TOP, payload)
            caption = HEAD.single((Words(self.stamp.sheet.caption(), Face.STRONG),))
            _right(pen, RIGHT, CODE_TOP + SIZE + CAPTION_DROP, caption, HEAD)
            half = MARK / 2
            pen.fill((x - half, y - half, MARK, MARK) for x, y in MARKS)
        self._foot(pen, page, pages)

    def _right_edge(self) -> float:
        return RIGHT - SIZE - QUIET if self.stamp.sheet else RIGHT

    def _head(self, pen: Pen, page: int, pages: int) -> None:
        numbers = HEAD.single(_form(f"第 {page} 页\u3000共 {pages} 页"))
        _right(pen, self._right_edge(), HEAD_BASELINE, numbers, HEAD)
        room = self._right_edge() - numbers.width() - QUIET - LEFT
        mark = (Words(f"【{self.stamp.mark}】", Face.STRONG),) if self.stamp.mark else ()
        lines = _at_most(2, (*mark, *_form(self.stamp.head)), room, HEAD)
        for number, line in enumerate(reversed(lines)):
            pen.text(LEFT, HEAD_BASELINE - number * HEAD_PITCH, line, HEAD.size)

    def _title(self, pen: Pen) -> None:
        title = SetLine(tuple(letters(_form(self.title.text), TITLE_SIZE, TITLE_CHAIN)))
        self._centred(pen, ABOVE_BASELINE, _first(self.title.above, ABOVE), ABOVE.size)
        self._centred(pen, TITLE_BASELINE, title, TITLE_SIZE)
        self._centred(pen, BELOW_BASELINE, _first(self.title.below, BELOW), BELOW.size)

    def _centred(self, pen: Pen, baseline: float, line: SetLine, size: float) -> None:
        middle = (LEFT + RIGHT) / 2
        x = min(middle - line.width() / 2, self._right_edge() - line.width())
        pen.text(max(LEFT, x), baseline, line, size)

    def _continued(self, pen: Pen) -> None:
        runs = _form(f"{self.title.text}（续）")
        title = SetLine(tuple(letters(runs, CONTINUED_SIZE, TITLE_CHAIN)))
        pen.text(LEFT, CONTINUED_BASELINE, title, CONTINUED_SIZE)
        told = [(Words(line),) for line in self.stamp.identity]
        lines = IDENTITY.set(told, IDENTITY_WIDTH)[:IDENTITY_LINES]
        for number, line in enumerate(lines):
            pen.text(LEFT, IDENTITY_BASELINE + number * IDENTITY_PITCH, line, IDENTITY.size)

    def _foot(self, pen: Pen, page: int, pages: int) -> None:
        pen.rule(LEFT, FOOT_RULE, RIGHT, FOOT_RULE, INNER)
        pen.text(LEFT, FOOT_BASELINE, FOOT.single(_form(self.stamp.foot_left())), FOOT.size)
        told = "\u3000".join(filter(None, (self.stamp.foot_right(), f"第 {page}/{pages} 页")))
        _right(pen, RIGHT, FOOT_BASELINE, FOOT.single(_form(told)), FOOT)


def _form(text: str) -> Line:
    return (Words(text, Face.FORM),)


def _right(pen: Pen, edge: float, baseline: float, line: SetLine, setting: Setting) -> None:
    pen.text(edge - line.width(), baseline, line, setting.size)


def _first(line: Line, setting: Setting) -> SetLine:
    room = RIGHT - LEFT - SIZE - QUIET
    return _at_most(1, line, room, setting)[0] if line else SetLine(())


def _at_most(count: int, line: Line, room: float, setting: Setting) -> list[SetLine]:
    """The first lines of a text; what does not fit ends in an ellipsis."""
    lines = setting.set((line,), room)
    if len(lines) <= count:
        return [replace(one, gap=0.0) for one in lines]
    dots = tuple(letters(_form("…"), setting.size))
    kept = lines[count - 1].letters
    while kept and sum(letter.width for letter in (*kept, *dots)) > room:
        kept = kept[:-1]
    return [*(replace(one, gap=0.0) for one in lines[: count - 1]), SetLine((*kept, *dots))]
