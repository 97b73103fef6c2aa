"""The field on the screen for each kind of answer: what it says, and how it is kept as a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from ui.dialogs.entries.asks import TODAY, Ask, How, Offer
from ui.models.days import NOTATIONS, CannotRead, day_box
from ui.widgets.day_box import WRITTEN
from ui.widgets.inputs import Choice, LineBox, TextBox
from ui.widgets.segmented import Segmented
from ui.widgets.ticks import Ticks
from workbench.bench import Bench
from workbench.errors import EmptyField
from workbench.rules.money import read_sum, said_sum
from workbench.rules.rough_days import RoughDay, rough_day_typed

SIDE_BY_SIDE = 4
LETTERS = 13
_NOTATIONS = {
    How.DAY: NOTATIONS,
    How.ROUGH_DAY: "可以写成 2010、2010-04 或 2010-04-01。",
    How.NUMBER: "请只写整数，例如 12。",
    How.SUM: "请按元填写，最多两位小数，例如 2400。",
}


class Box(QObject):
    """One field. `changed` is said when a person changes it."""

    changed = Signal()

    def __init__(self, ask: Ask, widget: QWidget) -> None:
        super().__init__(widget)
        self.ask, self.widget = ask, widget

    def value(self) -> object:
        """What the record is told; refuses an empty field that must be filled."""
        found = self._said()
        if found in (None, "", ()):
            if self.ask.required:
                raise EmptyField(self.ask.label)
            return self.ask.nothing
        return found

    def show(self, value: object) -> None:
        """Fill in what a record says."""
        raise NotImplementedError

    def kept(self) -> object:
        """What a draft keeps of it."""
        raise NotImplementedError

    def show_kept(self, kept: object) -> None:
        """Bring back what a draft kept."""
        raise NotImplementedError

    def words(self) -> str:
        """What it says, for a short report."""
        return ""

    def has_nothing_to_offer(self) -> bool:
        """Whether it asks to choose and there is nothing to choose from."""
        return False

    def _said(self) -> object:
        raise NotImplementedError


class TypedBox(Box):
    """A line, read as words, a day, a number or a sum."""

    def __init__(
        self,
        ask: Ask,
        line: LineBox,
        read: Callable[[str], object | None],
        say: Callable[[object], str],
    ) -> None:
        super().__init__(ask, line)
        self._line, self._read, self._say = line, read, say
        line.textChanged.connect(self.changed)
        if ask.suggested is not None:
            _complete(line, ask.suggested())

    def show(self, value: object) -> None:
        self._line.setText("" if value is None else self._say(value))

    def kept(self) -> object:
        return self._line.text()

    def show_kept(self, kept: object) -> None:
        self._line.setText(str(kept))

    def words(self) -> str:
        return self._line.text().strip()

    def _said(self) -> object:
        typed = self._line.text().strip()
        found = self._read(typed) if typed else None
        if typed and found is None:
            raise CannotRead(self.ask.label, typed, _NOTATIONS[self.ask.how])
        return found


class WordsBox(Box):
    """Some sentences."""

    def __init__(self, ask: Ask, box: TextBox) -> None:
        super().__init__(ask, box)
        self._box = box
        box.textChanged.connect(self.changed)

    def show(self, value: object) -> None:
        self._box.setPlainText(str(value or ""))

    def kept(self) -> object:
        return self._box.toPlainText()

    def show_kept(self, kept: object) -> None:
        self.show(kept)

    def _said(self) -> object:
        return self._box.toPlainText().strip()


class ChosenBox(Box):
    """One of several answers, side by side where they are few and short."""

    def __init__(self, ask: Ask, box: Segmented | Choice, offers: Iterable[Offer]) -> None:
        super().__init__(ask, box)
        self._box, self._texts = box, dict(offers)
        if isinstance(box, Segmented):
            box.chosen.connect(lambda _: self.changed.emit())
        else:
            box.activated.connect(lambda _: self.changed.emit())

    def show(self, value: object) -> None:
        self._box.show_value(value)

    def kept(self) -> object:
        return self._box.value()

    def show_kept(self, kept: object) -> None:
        self._box.show_value(kept)

    def words(self) -> str:
        value = self._box.value()
        return "" if value is None else self._texts.get(value, "")

    def has_nothing_to_offer(self) -> bool:
        return not self._texts

    def _said(self) -> object:
        """The offered value itself: a draft brings back only what is equal to it."""
        return self._box.value()


class TickedBox(Box):
    """Any number of answers."""

    def __init__(self, ask: Ask, box: Ticks) -> None:
        super().__init__(ask, box)
        self._box = box
        box.ticked.connect(self.changed)

    def show(self, value: object) -> None:
        self._box.show_values(value if isinstance(value, tuple | list) else ())

    def kept(self) -> object:
        return list(self._box.values())

    def show_kept(self, kept: object) -> None:
        self.show(kept)

    def _said(self) -> object:
        return self._box.values()


def box_for(ask: Ask, bench: Bench, patient_id: int) -> Box:
    """The field for what is asked, with what stands in it at first."""
    box = _box(ask, bench, patient_id)
    if ask.start is not None:
        box.show(bench.today() if ask.start is TODAY else ask.start)
    return box


def _box(ask: Ask, bench: Bench, patient_id: int) -> Box:
    match ask.how:
        case How.TEXT:
            return WordsBox(ask, TextBox(ask.label, ask.hint, lines=3))
        case How.ONE:
            return _chosen(ask, ask.offered(bench, patient_id))
        case How.SEVERAL:
            return TickedBox(ask, Ticks(ask.label, ask.offered(bench, patient_id), many=True))
        case How.DAY:
            hint = ask.hint or WRITTEN
            box = day_box(ask.label, bench.today, ahead=ask.ahead, hint=hint)
            return TypedBox(ask, box, box.read, _iso)
        case How.ROUGH_DAY:
            return TypedBox(ask, LineBox(ask.label, ask.hint), rough_day_typed, _rough)
        case How.NUMBER:
            return TypedBox(ask, LineBox(ask.label, ask.hint), _whole, str)
        case How.SUM:
            return TypedBox(ask, LineBox(ask.label, ask.hint), read_sum, _sum)
        case How.LINE:
            return TypedBox(ask, LineBox(ask.label, ask.hint), str, str)


def _chosen(ask: Ask, offers: list[Offer]) -> Box:
    letters = sum(len(text) for _, text in offers)
    optional = not ask.required and None not in [value for value, _ in offers]
    if 1 < len(offers) <= SIDE_BY_SIDE and letters <= LETTERS and not optional:
        return ChosenBox(ask, Segmented(ask.label, offers), offers)
    first = [(None, "请选择" if ask.required else "不填")]
    if ask.required and len(offers) == 1:
        first = []  # nothing to choose between
    return ChosenBox(ask, Choice(ask.label, [*first, *offers]), offers)


def _complete(line: LineBox, words: Iterable[str]) -> None:
    completer = QCompleter(list(words), line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    line.setCompleter(completer)


def _whole(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() else None


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else ""


def _rough(value: object) -> str:
    return value.words if isinstance(value, RoughDay) else ""


def _sum(value: object) -> str:
    return said_sum(value).removesuffix("元") if isinstance(value, int) else ""
