"""A member whose telephone or part changes, or who leaves. Earlier rows stay as they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.dialogs.team_members import ROLES
from ui.models.choices import role_of
from ui.models.days import day_box, needed_day
from ui.models.teams import called, successor_words
from ui.widgets.inputs import Choice, Field, LineBox
from workbench.bench import Bench
from workbench.team_duties import MemberDuties, change_member_role
from workbench.teams import end_membership, record_phone

NEW_PART = "原来的角色到前一天为止，以前的记录和签字表不变。管理的个案和电话跟着本人走。"


class _MemberDialog(CommandDialog):
    def __init__(
        self, bench: Bench, member: MemberDuties, title: str, words: str, parent: QWidget
    ) -> None:
        super().__init__(bench, title, f"{called(member)}。{words}", title, parent)
        self._member = member
        self.day = day_box("从哪天起", bench.today)
        self.day.show_day(bench.today())


class PhoneDialog(_MemberDialog):
    """Asks for the new numbers and from when they hold."""

    def __init__(self, bench: Bench, member: MemberDuties, parent: QWidget) -> None:
        super().__init__(bench, member, "改电话", "原来的号码留有记录。", parent)
        self.phone, self.other_phone = LineBox("电话"), LineBox("另一个电话")
        self.phone.setText(member.phone)
        self.other_phone.setText(member.other_phone)
        self.fields.addWidget(Field("电话", self.phone))
        self.fields.addWidget(Field("另一个电话", self.other_phone, "可以不填"))
        self.fields.addWidget(Field("从哪天起", self.day))
        self.phone.setFocus()
        self.phone.selectAll()

    def _carry_out(self) -> object:
        record_phone(
            self._bench,
            self._member.id,
            phone=self.phone.text(),
            other_phone=self.other_phone.text(),
            from_on=needed_day(self.day),
        )
        return self._member.id


class ChangeRoleDialog(_MemberDialog):
    """Asks for the new part; it is a new membership."""

    def __init__(self, bench: Bench, member: MemberDuties, parent: QWidget) -> None:
        super().__init__(bench, member, "换角色", NEW_PART, parent)
        self.role = Choice("角色", ROLES)
        self.role.show_value(member.role)
        self.unit, self.post = LineBox("单位"), LineBox("职务")
        self.unit.setText(member.unit)
        self.post.setText(member.post)
        self.fields.addWidget(Field("角色", self.role))
        self.fields.addWidget(Field("单位", self.unit))
        self.fields.addWidget(Field("职务", self.post, "可以不填"))
        self.fields.addWidget(Field("从哪天起", self.day))
        self.role.setFocus()

    def _carry_out(self) -> object:
        return change_member_role(
            self._bench,
            self._member.id,
            role=role_of(self.role.value()) or self._member.role,
            unit=self.unit.text(),
            post=self.post.text(),
            from_on=needed_day(self.day),
            request_id=self._request_id,
        )


class LeaveTeamDialog(_MemberDialog):
    """Asks for the last day, and names first what waits for a successor."""

    def __init__(self, bench: Bench, member: MemberDuties, parent: QWidget) -> None:
        words = "这一天以后不再列入签到和签字；以前的记录和签字表不变。"
        super().__init__(bench, member, "离开小组", words, parent)
        self.day.setAccessibleName("最后一天")
        self.fields.addWidget(Field("最后一天", self.day))
        self.banner.say(successor_words(member))
        self.day.setFocus()

    def _carry_out(self) -> object:
        day = needed_day(self.day)
        end_membership(self._bench, self._member.id, until_on=day)
        return self._member.id
