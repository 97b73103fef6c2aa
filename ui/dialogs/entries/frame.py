"""The dialog every quick entry is written in, and corrected in; what is typed is never lost."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.dialogs.command import CommandDialog
from ui.dialogs.entries.form import EntryForm
from ui.dialogs.entries.kind import EntryKind
from ui.followers import focus_moves
from ui.keeping import KeepSoon
from ui.models.person import Person
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.inputs import Field, LineBox
from ui.widgets.notices import Banner
from workbench.bench import Bench
from workbench.drafts import discard_draft, read_draft, save_draft
from workbench.errors import Refused
from workbench.records import read_record
from workbench.words import required

SCREEN = "entry"
REASON = "更正理由"  # in a draft too, where no field is called so
KEPT = "上次填到一半的内容还在这里，没有记入。"
CORRECTING = "改的是写错的内容，原来的内容和更正理由都会留下。"


class EntryDialog(CommandDialog):
    """Asks what the kind asks. Esc keeps what was typed and asks nothing."""

    keys = "Ctrl+Enter"  # Enter alone begins a new line where sentences are typed

    def __init__(
        self,
        bench: Bench,
        kind: EntryKind,
        person: Person,
        parent: QWidget,
        *,
        corrects: int | None = None,
        about: object = None,
    ) -> None:
        title = f"更正：{kind.title}" if corrects else f"记一条：{kind.title}"
        verb = "保存更正" if corrects else "记入"
        super().__init__(bench, title, _explained(bench, kind, person, corrects), verb, parent)
        self.setObjectName("entry_dialog")
        self._room = parent.window().height()
        self._kind, self._person, self._corrects = kind, person, corrects
        self._known: object = None
        self._followed: object = None
        if kind.record is not None and corrects:
            self._known = read_record(bench, kind.record, corrects)
        asks = kind.asks_of_correction() if corrects else kind.asks
        self.form = EntryForm(asks, bench, person.patient_id)
        self.why = LineBox(REASON, "例如 日期抄错")
        self._set_up()
        self._begin(about)

    def told(self) -> str:
        """What was done, for the report."""
        done = "已更正" if self._corrects else self._kind.told
        words = self.form.words()
        return f"{done}{self._kind.title}：{words}" if words else f"{done}{self._kind.title}"

    def done(self, result: int) -> None:
        """Keep what was typed, or forget it once it is written down."""
        self._soon.stop()
        if result == QDialog.DialogCode.Accepted:
            self._drop()
        else:
            self._keep()
        super().done(result)

    def refuse(self, words: str) -> None:
        """Say in place why not; the fields stay in sight."""
        super().refuse(words)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as what is asked, and no taller than the window behind."""
        self._take_room()
        super().showEvent(event)

    def _set_up(self) -> None:
        self._notice = Banner()
        again = Button("清空重填")
        again.setAutoDefault(False)
        again.clicked.connect(self._start_again)
        self._notice.add_way_out(again)
        self.fields.addWidget(self._notice)
        absent = Banner()
        absent.say("" if self._corrects else self.form.absent())
        self.fields.addWidget(absent)
        self.fields.addWidget(self.form)
        if self._corrects:
            self.fields.addWidget(Field(REASON, self.why, "必填"))
        self.fields.addStretch(1)
        self.setMinimumWidth(theme().px(600))
        self._soon = KeepSoon(self)
        self._soon.timeout.connect(self._keep)
        self.form.unfolded.connect(self._fit)

    def _begin(self, about: object) -> None:
        self._begun = self._first(about)
        draft = read_draft(self._bench, SCREEN, self._subject())
        if draft is not None and about is not None and draft.get(self._kind.about) != about:
            draft = None  # half typed about another medicine or stay than the one just chosen
        self._kept = draft
        if draft is not None:
            self._show(draft)
            self._notice.say(KEPT)
        self.form.edited.connect(self._follow)
        self.form.edited.connect(self._soon.touch)
        self.why.textChanged.connect(self._soon.touch)
        focus_moves().connect(self._keep_on_leaving)
        self.form.take_caret()

    def _first(self, about: object) -> dict[str, object]:
        """What stands there before anybody typed."""
        if self._known is not None:
            self.form.show_values(self._kind.values(self._known))
        if about is not None:
            self.form.show_values({self._kind.about: about})
        self._follow()
        return self._typed()

    @Slot()
    def _follow(self) -> None:
        """Fill in what follows from what the entry is about."""
        about = self.form.said(self._kind.about)
        if self._kind.follows is not None and about != self._followed and not self._corrects:
            self._followed = about
            person = self._person.patient_id
            self.form.fill_gaps(self._kind.follows(self._bench, person, about))

    def _carry_out(self) -> object:
        values = self.form.values()
        kind = self._kind
        if self._corrects and kind.correct is not None:
            why = required(REASON, self.why.text())
            return kind.correct(self._bench, self._corrects, self._known, values, why)
        return kind.write(self._bench, self._person.patient_id, values, self._request_id)

    def _turn_down(self, refusal: Refused) -> None:
        super()._turn_down(refusal)
        if REASON in refusal.message:
            self.why.setFocus()
        else:
            self.form.point_at(refusal)

    def _subject(self) -> str:
        if self._corrects:
            return f"{self._kind.name}/{self._corrects}"
        return f"{subjects_of(self._person)}{self._kind.name}"

    def _typed(self) -> dict[str, object]:
        return {**self.form.kept(), REASON: self.why.text()}

    def _show(self, typed: dict[str, object]) -> None:
        self.form.show_kept(typed)
        self.why.setText(str(typed.get(REASON, "")))

    @Slot()
    def _keep(self) -> None:
        """Keep what was typed where it says more than what stood there at first."""
        typed = self._typed()
        if typed == self._begun:
            self._drop()
        elif typed != self._kept:
            save_draft(self._bench, SCREEN, self._subject(), typed)
            self._kept = typed

    def _drop(self) -> None:
        if self._kept is not None:
            discard_draft(self._bench, SCREEN, self._subject())
            self._kept = None

    @Slot()
    def _keep_on_leaving(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self._keep()

    @Slot()
    def _start_again(self) -> None:
        self._show(self._begun)
        self._drop()
        self._notice.say("")
        self.form.take_caret()

    @Slot()
    def _fit(self) -> None:
        QTimer.singleShot(0, self, self._take_room)

    def _take_room(self) -> None:
        """Qt alone would leave a third of the screen empty and let the fields scroll."""
        width, least = max(self.width(), self.minimumWidth()), self.minimumSizeHint().height()
        layout = self.layout()
        wanted = layout.totalHeightForWidth(width) if layout else 0
        tall = max(wanted, self.sizeHint().height()) + self.folded_height(width)
        self.resize(width, max(min(tall, self._room), least))


def subjects_of(person: Person) -> str:
    """What the drafts about a person begin with, before the name of the kind."""
    return f"patient/{person.patient_id}/"


def _explained(bench: Bench, kind: EntryKind, person: Person, corrects: int | None) -> str:
    hint = "" if kind.hint is None or corrects else kind.hint(bench, person.patient_id)
    what = CORRECTING if corrects else hint
    return "　".join(filter(None, (person.called, what)))
