"""Followers are told as long as they live, and hold nothing alive."""

import gc
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import delete

from ui.followers import Followers, focus_moves


class Listener(QObject):
    def __init__(self, heard, parent=None):
        super().__init__(parent)
        self._heard = heard

    def hear(self):
        self._heard.append(self.objectName())


@pytest.fixture
def heard():
    return []


def a_listener(heard, name, parent=None):
    listener = Listener(heard, parent)
    listener.setObjectName(name)
    return listener


def test_everybody_is_told_in_the_order_in_which_they_came(heard):
    followers, two = Followers(), [a_listener(heard, name) for name in ("first", "second")]
    for listener in two:
        followers.connect(listener.hear)
    followers.emit()
    assert heard == ["first", "second"]


def test_one_that_ended_with_its_window_is_not_told(heard, qapp):
    followers, window = Followers(), QWidget()
    kept = a_listener(heard, "inside", window)
    followers.connect(kept.hear)
    delete(window)
    followers.emit()
    assert heard == []


def test_one_that_ends_another_is_the_last_that_is_told(heard):
    followers, second = Followers(), a_listener(heard, "second")

    class Ending(QObject):
        def hear(self):
            delete(second)

    first = Ending()
    followers.connect(first.hear)
    followers.connect(second.hear)
    followers.emit()
    assert heard == []


def test_nobody_is_held_alive_by_following(heard):
    followers, listener = Followers(), a_listener(heard, "gone")
    gone = ref(listener)
    followers.connect(listener.hear)
    del listener
    gc.collect()
    followers.emit()
    assert (gone(), heard) == (None, [])


@pytest.mark.parametrize("given", [len, lambda: None, Listener.hear])
def test_only_the_method_of_an_object_that_ends_can_follow(given):
    with pytest.raises(TypeError):
        Followers().connect(given)


def test_a_move_of_the_keyboard_is_told_to_every_window(heard, qtbot):
    window, listener = QWidget(), a_listener(heard, "moved")
    qtbot.addWidget(window)
    fields = [QLineEdit(window) for _ in range(2)]
    window.show()
    qtbot.waitExposed(window)
    focus_moves().connect(listener.hear)
    for field in fields:
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
    assert heard.count("moved") >= 2
