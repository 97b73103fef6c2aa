"""A meeting in session on the screen, and what tests ask of it."""

from PySide6.QtCore import Qt

from workbench.live import read_item
from workbench.screen import AbsenceReason, RiskLevel, VisitForm

SHOWN = "民警 亓：近一月未接到警情。"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
POLICE = "民警 亓*涛"
ABSENCE = AbsenceReason.SICK
HOME = {"form": VisitForm.HOME, "level": RiskLevel.ANYWHERE}


def item_of(live, number):
    return read_item(live.bench, live.meeting.items[number])


def decide(live, text="每周联合随访1次 @民警 12-20"):
    live.write("会议决定", text)


def said_at(live, number="GA0101", name="亓文涛"):
    return next(o for o in item_of(live, number).opinions if o.name == name)
