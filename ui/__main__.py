"""The desktop program: `python -m ui [--store DIR] [--demo]`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ui.icons import EMBLEM
from ui.main_window import MainWindow, default_demo_folder
from ui.messages import show_problem
from ui.preferences import Preferences
from ui.style import BenchStyle
from ui.theme import theme
from workbench.door import default_folder
from workbench.screen_fonts import screen_font_files

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the window and stay until it is closed."""
    asked = _parser().parse_args(arguments)
    folder = asked.store or (default_demo_folder() if asked.demo else default_folder())
    choose_input_method(os.environ)
    app = QApplication(sys.argv[:1])
    preferences = Preferences(folder)
    dress(app, preferences)
    window = MainWindow(
        folder=folder, demo_folder=folder if asked.demo else None, preferences=preferences
    )
    sys.excepthook = _speak_up(window)
    window.show()
    if asked.demo:
        window.open_demo()
    return app.exec()


def choose_input_method(variables: MutableMapping[str, str]) -> None:
    """Let Chinese be typed where the desktop names an input method that Qt came without.

    Qt would type nothing then; the newer fcitx answers as ibus too.
    """
    asked = variables.get("QT_IM_MODULES") or variables.get("QT_IM_MODULE", "")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforminputcontexts")
    if "fcitx" in asked and not any("fcitx" in path.name for path in plugins.glob("*")):
        variables["QT_IM_MODULES"] = f"{asked};ibus"


def dress(app: QApplication, preferences: Preferences) -> None:
    """Give the program its fonts, its style, its colours and its language."""
    app.setWindowIcon(QIcon(str(EMBLEM)))
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app.setStyle(BenchStyle())
    theme().load_fonts(screen_font_files())
    preferences.apply()
    app.styleHints().colorSchemeChanged.connect(lambda _: theme().follow_system())
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load("qtbase_zh_CN", folder):
        app.installTranslator(words)


def _parser() -> argparse.ArgumentParser:
    called = None if getattr(sys, "frozen", False) else "python -m ui"
    parser = argparse.ArgumentParser(called, description="个案会商工作台")
    parser.add_argument("--store", type=Path, metavar="DIR", help="数据文件夹")
    parser.add_argument("--demo", action="store_true", help="用示例数据")
    return parser


def _speak_up(window: MainWindow) -> Hook:
    """What happens to a fault that nobody caught: it is owned up to in front of the page."""

    def hook(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        show_problem(window, problem)

    return hook


if __name__ == "__main__":
    sys.exit(main())
