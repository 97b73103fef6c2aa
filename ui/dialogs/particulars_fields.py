"""The fields that say who a person is, for whoever registers or corrects one."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.models.days import birthday_box, given_day
from ui.widgets.inputs import Choice, Field, LineBox
from ui.widgets.segmented import Segmented
from workbench.errors import EmptyField
from workbench.particulars import Particulars
from workbench.screen import (
    Economy,
    Education,
    Employment,
    Ethnicity,
    Household,
    Marriage,
    Residency,
    Sex,
)

Code = TypeVar("Code", bound=StrEnum)
UNKNOWN = "不详"
TEXTS = (
    ("name", "姓名", ""),
    ("former_name", "曾用名", ""),
    ("id_number", "身份证号", "18位，可不填"),
    ("phone", "联系电话", ""),
    ("village", "村组", "例如 幸福村3组"),
    ("address", "住址", ""),
    ("registered_village", "户籍村组", ""),
    ("registered_address", "户籍地址", ""),
    ("diagnosis", "诊断", "例如 精神分裂症"),
    ("file_number", "健康档案编号", ""),
    ("committee_contact", "村（居）委会联系人", ""),
    ("committee_phone", "联系人电话", ""),
)
CHOICES: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("ethnicity", "民族", Ethnicity),
    ("education", "文化程度", Education),
    ("marriage", "婚姻状况", Marriage),
    ("employment", "就业情况", Employment),
    ("household", "户别", Household),
    ("residency", "户籍类型", Residency),
    ("economy", "经济状况", Economy),
)


class ParticularsFields(QWidget):
    """Two columns of fields. What they do not ask stays as it was."""

    identity_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Particulars | None = None
        self._texts = {name: LineBox(title, hint) for name, title, hint in TEXTS}
        self._choices = {name: Choice(title, _offered(codes)) for name, title, codes in CHOICES}
        self.sex = Segmented("性别", [(each, each.label) for each in Sex])
        self.born_on = birthday_box("出生日期", UNKNOWN)
        for name in ("name", "id_number"):
            self._texts[name].textEdited.connect(self.identity_edited)
        self.born_on.textEdited.connect(self.identity_edited)
        self.sex.chosen.connect(self.identity_edited)
        self._lay_out()

    def show_particulars(self, known: Particulars) -> None:
        """Fill in what is known."""
        self._known = known
        for name, box in self._texts.items():
            box.setText(getattr(known, name) or "")
        for name, choice in self._choices.items():
            choice.show_value(getattr(known, name))
        self.sex.show_value(known.sex)
        self.born_on.show_day(known.born_on)

    def particulars(self) -> Particulars:
        """What the fields say; refuses when the sex is not chosen."""
        sex = next((each for each in Sex if each == self.sex.value()), None)
        if sex is None:
            raise EmptyField("性别")
        # By field name, which the checker cannot follow; each of them is text.
        said: dict[str, Any] = {name: box.text() for name, box in self._texts.items()}
        said["id_number"] = said["id_number"].strip() or None
        return replace(
            self._known or Particulars(said["name"], sex),
            **said,
            sex=sex,
            born_on=given_day(self.born_on),
            ethnicity=self._chosen("ethnicity", Ethnicity),
            education=self._chosen("education", Education),
            marriage=self._chosen("marriage", Marriage),
            employment=self._chosen("employment", Employment),
            household=self._chosen("household", Household),
            residency=self._chosen("residency", Residency),
            economy=self._chosen("economy", Economy),
        )

    def take_caret(self) -> None:
        """Let the keyboard in at the name."""
        self._texts["name"].setFocus()

    def _chosen(self, name: str, codes: type[Code]) -> Code | None:
        value = self._choices[name].value()
        return next((each for each in codes if each == value), None)

    def _lay_out(self) -> None:
        texts = list(self._texts.values())
        boxes: list[QWidget] = [texts[0], self.sex, texts[2], self.born_on, texts[1], *texts[3:]]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for number, box in enumerate([*boxes, *self._choices.values()]):
            grid.addWidget(Field(box.accessibleName(), box), number // 2, number % 2)


def _offered(codes: type[StrEnum]) -> list[tuple[object, str]]:
    return [(None, UNKNOWN), *((each, getattr(each, "label", "")) for each in codes)]
