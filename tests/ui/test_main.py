"""Before the first window: an input method that works, and the emblem of the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo

from ui.__main__ import choose_input_method
from ui.icons import EMBLEM


@pytest.fixture
def plugins(tmp_path, monkeypatch):
    """Where Qt keeps its input methods; it came without fcitx."""
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libibusplatforminputcontextplugin.so").touch()
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    return folder


@pytest.mark.parametrize("name", ["QT_IM_MODULE", "QT_IM_MODULES"])
def test_where_fcitx_is_asked_for_and_missing_ibus_is_tried_too(plugins, name):
    variables = {name: "fcitx"}
    choose_input_method(variables)
    assert variables["QT_IM_MODULES"] == "fcitx;ibus"


def test_where_fcitx_was_installed_beside_qt_it_is_left_to_it(plugins):
    (plugins / "libfcitx5platforminputcontextplugin.so").touch()
    variables = {"QT_IM_MODULE": "fcitx"}
    choose_input_method(variables)
    assert variables == {"QT_IM_MODULE": "fcitx"}


@pytest.mark.parametrize("variables", [{}, {"QT_IM_MODULE": "ibus"}])
def test_any_other_desktop_is_left_as_it_is(plugins, variables):
    before = dict(variables)
    choose_input_method(variables)
    assert variables == before


def test_the_program_is_told_by_its_emblem(qapp):
    assert Path(EMBLEM).is_file()
    picture = qapp.windowIcon().pixmap(64, 64).toImage()
    assert picture.pixelColor(32, 6).alpha() == 255
    assert picture.pixelColor(0, 0).alpha() == 0
