"""How this person likes the screen. Kept beside the store; holds nothing about anybody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.theme import SCALES, Mode, theme
from workbench.door import store_exists

FILE_NAME = "screen.ini"


class Preferences:
    """Font size, theme and window place, remembered between starts."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kept: dict[str, object] = {}
        self._file = (
            QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat) if folder else None
        )

    def apply(self) -> None:
        """Take over the remembered theme and font size."""
        mode, scale = str(self._read("mode", "system")), str(self._read("scale", "100"))
        known_mode = mode if mode in set(Mode) else Mode.SYSTEM
        known_scale = int(scale) if scale in map(str, SCALES) else 100
        theme().show(Mode(known_mode), known_scale)

    def set_mode(self, mode: Mode) -> None:
        """Change to light, dark or what the system says."""
        self._write("mode", mode.value)
        theme().show(mode, theme().scale)

    def set_scale(self, scale: int) -> None:
        """Change the font size."""
        self._write("scale", str(scale))
        theme().show(theme().mode, scale)

    def geometry(self) -> QByteArray:
        """Where the window last stood."""
        place = self._read("geometry", QByteArray())
        return place if isinstance(place, QByteArray) else QByteArray()

    def keep_geometry(self, place: QByteArray) -> None:
        """Remember where the window stands."""
        self._write("geometry", place)

    def backup_place(self) -> Path | None:
        """Where a second copy goes at closing; it is this computer that knows the folder."""
        place = str(self._read("backup_place", ""))
        return Path(place) if place else None

    def keep_backup_place(self, place: Path | None) -> None:
        """Remember that folder, or that there is none any more."""
        self._write("backup_place", str(place) if place else "")

    def _read(self, key: str, default: object) -> object:
        known = self._file.value(key, default) if self._file else default
        return self._kept.get(key, known)

    def _write(self, key: str, value: object) -> None:
        self._kept[key] = value
        if self._file and self._folder and store_exists(self._folder):
            self._file.setValue(key, value)  # a new store wants its folder empty
