"""What surrounds the content of a page: head line, title, code, marks and foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from forms.blocks import Blank, Face, Line, Run, Title, Words
from forms.breaking import SetLine
from forms.pages import Page
from forms.stamp import Stamp
from forms.typefaces import TITLE_CHAIN
from forms.writers.pdf.code import SIZE, draw_code
from forms.writers.pdf.pen import INNER, Pen
from forms.writers.pdf.setting import CENTRE, Setting

HEAD_PITCH = 3.9
HEAD_RULE_DROP = 2.0
CODE_TOP = 13.4
QUIET = 4.0
CAPTION_DROP = 5.8
ABOVE_BASELINE, TITLE_BASELINE, BELOW_BASELINE = 19.9, 28.6, 35.2
CONTINUED_BASELINE, IDENTITY_BASELINE, IDENTITY_PITCH = 23.4, 30.4, 5.4
IDENTITY_WIDTH, IDENTITY_LINES = 140.0, 2
MARK = 4.0
ABOVE_DROP, TITLE_ABOVE, TITLE_DROP, BELOW_DROP, AFTER_TITLE = 3.4, 6.1, 6.0, 6.9, 4.1
BLANK_SIGN = "＿"
CLOSE, SECOND_LINE = 0.84, 1.8

HEAD, FOOT = Setting(9), Setting(8)
ABOVE, BELOW, IDENTITY = Setting(10.5), Setting(10), Setting(10.5)
TITLE, CONTINUED = Setting(18), Setting(14)


@dataclass(frozen=True)
class Furniture:
    """Draws everything on a page that is not content."""

    page: Page
    stamp: Stamp
    title: Title

    def draw(self, pen: Pen, number: int, pages: int) -> None:
        """Draw around page `number` of `pages`."""
        self._head(pen, number, pages)
        if self.page.coded and number == 1:
            self._title(pen)
        elif number > 1:
            self._continued(pen)
        if self.page.coded and self.stamp.sheet:
            payload = self.stamp.sheet.payload(number, self.stamp.digest)
            draw_code(pen, self.page.right - SIZE, CODE_TOP, payload)
            caption = HEAD.single((Words(self.stamp.sheet.caption(), Face.STRONG),))
            _right(pen, self.page.right, CODE_TOP + SIZE + CAPTION_DROP, caption, HEAD)
            half = MARK / 2
            pen.fill((x - half, y - half, MARK, MARK) for x, y in self.page.marks)
        self._foot(pen, number, pages)

    def _right_edge(self) -> float:
        coded = self.page.coded and self.stamp.sheet
        return self.page.right - SIZE - QUIET if coded else self.page.right

    def _head(self, pen: Pen, number: int, pages: int) -> None:
        numbers = HEAD.single(_form(f"第 {number} 页\u3000共 {pages} 页"))
        _right(pen, self._right_edge(), self.page.head, numbers, HEAD)
        room = self._right_edge() - numbers.width() - QUIET - self.page.left
        mark = (Words(f"【{self.stamp.mark}】", Face.STRONG),) if self.stamp.mark else ()
        lines = _at_most(2, (*mark, *_form(self.stamp.head)), room, HEAD)
        for index, line in enumerate(reversed(lines)):
            HEAD.write(pen, self.page.left, self.page.head - index * HEAD_PITCH, line)
        if not self.page.coded:
            y = self.page.head + HEAD_RULE_DROP
            pen.rule(self.page.left, y, self.page.right, y, INNER)

    def _title(self, pen: Pen) -> None:
        title = TITLE.single(_form(self.title.text), TITLE_CHAIN)
        above, below = self._lines(self.title.above, ABOVE), self._lines(self.title.below, BELOW)
        crowded = len(below) - 1  # a second line below makes all of them move closer
        for index, line in enumerate(reversed(above)):
            baseline = ABOVE_BASELINE - index * ABOVE.pitch * CLOSE - crowded
            self._centred(pen, baseline, line, ABOVE)
        self._centred(pen, TITLE_BASELINE - crowded, title, TITLE)
        for index, line in enumerate(below):
            baseline = BELOW_BASELINE - crowded * SECOND_LINE + index * BELOW.pitch * CLOSE
            self._centred(pen, baseline, line, BELOW)

    def _lines(self, line: Line, setting: Setting) -> list[SetLine]:
        """One line as a rule, two where the words need them beside the code."""
        room = self.page.frame - SIZE - QUIET
        return _at_most(2, line, room, setting) if line else [SetLine(())]

    def _centred(self, pen: Pen, baseline: float, line: SetLine, setting: Setting) -> None:
        middle = (self.page.left + self.page.right) / 2
        x = min(middle - line.width() / 2, self._right_edge() - line.width())
        setting.write(pen, max(self.page.left, x), baseline, line)

    def _continued(self, pen: Pen) -> None:
        """The title again, and whose the sheet is, as far as there is room above the body."""
        if self.page.body_top() < CONTINUED_BASELINE + IDENTITY_PITCH:
            return
        title = CONTINUED.single(_form(f"{self.title.text}（续）"), TITLE_CHAIN)
        CONTINUED.write(pen, self.page.left, CONTINUED_BASELINE, title)
        told = [(Words(line),) for line in self.stamp.identity]
        for number, line in enumerate(IDENTITY.set(told, IDENTITY_WIDTH)[:IDENTITY_LINES]):
            baseline = IDENTITY_BASELINE + number * IDENTITY_PITCH
            if baseline < self.page.body_top():
                IDENTITY.write(pen, self.page.left, baseline, line)

    def _foot(self, pen: Pen, number: int, pages: int) -> None:
        left, right, foot = self.page.left, self.page.right, self.page.foot
        pen.rule(left, self.page.foot_rule, right, self.page.foot_rule, INNER)
        FOOT.write(pen, left, foot, FOOT.single(_with_blanks(self.stamp.foot_left())))
        leaf = self.stamp.leaf_of(number)
        told = (self.stamp.foot_right(), leaf, f"第 {number}/{pages} 页")
        _right(pen, right, foot, FOOT.single(_form("\u3000".join(filter(None, told)))), FOOT)


@dataclass(frozen=True)
class SetTitle:
    """The title of a sheet without a code, which stands in the body between its two lines."""

    page: Page
    title: Title

    @property
    def height(self) -> float:
        """The lines there are, and the room below them."""
        above = TITLE_ABOVE if self.title.above else 0.0
        return above + TITLE_DROP + (BELOW_DROP if self.title.below else 0.0) + AFTER_TITLE

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines about the middle of the page."""
        if self.title.above:
            self._centred(pen, top + ABOVE_DROP, self.title.above, ABOVE)
            top += TITLE_ABOVE
        title = TITLE.single(_form(self.title.text), TITLE_CHAIN)
        x = (self.page.left + self.page.right - title.width()) / 2
        TITLE.write(pen, x, top + TITLE_DROP, title)
        self._centred(pen, top + TITLE_DROP + BELOW_DROP, self.title.below, BELOW)

    def split(self, room: float) -> None:
        """A title stays whole."""

    def _centred(self, pen: Pen, baseline: float, line: Line, setting: Setting) -> None:
        first = first_line(line, self.page.frame, setting)
        shift = (self.page.frame - first.width()) * CENTRE
        setting.write(pen, self.page.left + shift, baseline, first)


def first_line(line: Line, room: float, setting: Setting) -> SetLine:
    """As much of a line as one line of type holds."""
    return _at_most(1, line, room, setting)[0] if line else SetLine(())


def _form(text: str) -> Line:
    return (Words(text, Face.FORM),)


def _with_blanks(text: str) -> Line:
    """Words of the form; blanks that were typed are ruled."""
    runs: list[Run] = []
    for number, part in enumerate(text.split(BLANK_SIGN)):
        runs += [Blank(1)] if number else []
        runs += [Words(part, Face.FORM)] if part else []
    return tuple(runs)


def _right(pen: Pen, edge: float, baseline: float, line: SetLine, setting: Setting) -> None:
    setting.write(pen, edge - line.width(), baseline, line)


def _at_most(count: int, line: Line, room: float, setting: Setting) -> list[SetLine]:
    """The first lines of a text; what does not fit ends in an ellipsis."""
    lines = setting.set((line,), room)
    if len(lines) <= count:
        return [replace(one, gap=0.0) for one in lines]
    dots = setting.single(_form("…")).letters
    kept = lines[count - 1].letters
    while kept and sum(letter.width for letter in (*kept, *dots)) > room:
        kept = kept[:-1]
    return [*(replace(one, gap=0.0) for one in lines[: count - 1]), SetLine((*kept, *dots))]
