"""Lets the big screen follow the meeting page: the item in view, and every key that is typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Slot

from ui.background import Reading
from ui.desk import Desk
from ui.messages import show_problem
from ui.models.projected import projected
from ui.projector import Projector
from ui.widgets.buttons import Button
from workbench.bench import Bench
from workbench.live import ItemDetails
from workbench.projection import Veil, read_veil

NAMES_PEOPLE = frozenset({"patient_details", "guardian_details", "member"})


class Projecting(QObject):
    """Feeds the projector while the meeting page is in view, and lets it pause otherwise."""

    def __init__(self, bench: Bench, pool: QThreadPool, desk: Desk, projector: Projector) -> None:
        super().__init__(desk)
        self._bench, self._desk, self._projector = bench, desk, projector
        self._item: ItemDetails | None = None
        self._veil: Veil | None = None
        self._reading = Reading(self, pool, self._take_veil, partial(show_problem, desk))
        desk.live.item_shown.connect(self._take_item)
        for typed in (desk.live.case, desk.live.side):
            typed.touched.connect(self._show)
        desk.live.header.clock.told.connect(projector.show_time)
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
            self._reading.ask(partial(read_veil, self._bench))
        else:
            self._veil = None
        self._show()

    @Slot(object)
    def _take_item(self, item: ItemDetails | None) -> None:
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
        entry, with_points = self._desk.live.entry(), self._projector.points.isChecked()
        self._projector.show_item(projected(item, entry, self._veil, with_points=with_points))
        self._desk.live.header.clock.tick()
