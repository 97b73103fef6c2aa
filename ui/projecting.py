"""Lets the big screen follow the meeting page: the item in view, and every key that is typed."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, QTimer, Slot

from ui.background import Reading
from ui.desk import Desk
from ui.messages import show_problem
from ui.models.projected import projected
from ui.projector import Projector
from ui.widgets.buttons import Button
from workbench.bench import Bench
from workbench.live import ItemDetails
from workbench.projection import Veil, read_veil
from workbench.rules.agendas import USUAL_MINUTES

NAMES_PEOPLE = frozenset({"patient_details", "guardian_details", "member"})
SECOND = 1000


class Projecting(QObject):
    """Feeds the projector while the meeting page is in view, and lets it pause otherwise."""

    def __init__(self, bench: Bench, pool: QThreadPool, desk: Desk, projector: Projector) -> None:
        super().__init__(desk)
        self._bench, self._desk, self._projector = bench, desk, projector
        self._item: ItemDetails | None = None
        self._since: datetime = bench.now()
        self._veil: Veil | None = None
        self._reading = Reading(self, pool, self._take_veil, partial(show_problem, desk))
        self._ticking = QTimer(self)
        self._ticking.setInterval(SECOND)
        self._ticking.timeout.connect(self._tick)
        desk.live.item_shown.connect(self._take_item)
        desk.live.case.touched.connect(self._show)
        desk.turned.connect(self._show)
        desk.written.connect(self._note_written)
        projector.turned.connect(self._turn)
        projector.points_wanted.connect(self._show)
        projector.said.connect(desk.live.said)
        desk.live.header.add_right(Button.of(projector.project))
        self._turn()

    @Slot()
    def _turn(self) -> None:
        """Turned on or off: nothing is shown before it is known what has to be covered."""
        if self._projector.on:
            self._ticking.start()
            self._reading.ask(partial(read_veil, self._bench))
        else:
            self._ticking.stop()
            self._veil = None
        self._show()

    @Slot(object)
    def _take_item(self, item: ItemDetails | None) -> None:
        if (item.id if item else None) != (self._item.id if self._item else None):
            self._since = self._bench.now()
        self._item = item
        self._show()

    def _take_veil(self, veil: Veil) -> None:
        self._veil = veil
        self._show()

    @Slot(object)
    def _note_written(self, tables: frozenset[str]) -> None:
        if self._projector.on and tables & NAMES_PEOPLE:
            self._reading.ask(partial(read_veil, self._bench))

    @Slot()
    def _show(self) -> None:
        item = self._item if self._desk.in_meeting() else None
        self._projector.offer(item.meeting_id if item else None)
        if not self._projector.on:
            return
        if item is None or self._veil is None:
            self._projector.pause()
            return
        entry, with_points = self._desk.live.case.entry(), self._projector.points.isChecked()
        self._projector.show_item(projected(item, entry, self._veil, with_points=with_points))
        self._tick()

    @Slot()
    def _tick(self) -> None:
        if self._item is not None and self._desk.in_meeting():
            seconds = int((self._bench.now() - self._since).total_seconds())
            used = seconds / (60 * USUAL_MINUTES[self._item.tier])
            self._projector.show_time(f"{seconds // 60:02d}:{seconds % 60:02d}", used)
