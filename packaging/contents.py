"""What the bundle holds: derived from the tree, so that a new file is never forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

NAME = "个案会商工作台"
COMMAND_LINE = "workbench"
PACKAGES = ("ui", "workbench", "forms", "data")
SAMPLES = PurePosixPath("tests/samples")
EMBLEM = PurePosixPath("ui/emblem.svg")

# Asked for by a library in passing; nothing here uses it.
LEFT_OUT_MODULES = (
    "tkinter", "unittest", "pydoc", "doctest", "test", "setuptools", "pip", "IPython", "pytest",
    "numpy", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtOpenGL", "sqlalchemy.testing", "alembic.testing",
)  # fmt: skip
# Plugins that would bring along a second window toolkit, a keyboard on the screen, or the network.
LEFT_OUT_PLUGINS = re.compile(
    r"/(libqgtk3|libqtvirtualkeyboardplugin|qtvirtualkeyboardplugin|libqpdf|qpdf)\."
    r"|/(qmltooling|qmllint|sqldrivers|tls|networkinformation|designer|egldeviceintegrations)/"
    r"|/wayland-graphics-integration-server/"
    r"|/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)\."
)
# Every system that is new enough for the rest has its own, and its graphics need no older one.
LEFT_TO_THE_SYSTEM = re.compile(r"^(libstdc\+\+|libgcc_s)\.so")
TRANSLATION = re.compile(r"/translations/(?!qtbase_zh_CN\.qm$)")


def modules(root: Path) -> list[str]:
    """Name every module of the program; some are only asked for by name."""
    found = (path.relative_to(root) for name in PACKAGES for path in (root / name).rglob("*.py"))
    dotted = (".".join(path.with_suffix("").parts) for path in found)
    return sorted(name.removesuffix(".__init__") for name in dotted)


def data_files(root: Path) -> list[tuple[str, str]]:
    """List what the packages read, and the oldest store to try upgrades on, with its folder."""
    own = (path for name in PACKAGES for path in (root / name).rglob("*") if _is_data(path))
    kept = [*own, *(path for path in oldest_sample(root).iterdir() if path.is_file())]
    return sorted((str(path), path.relative_to(root).parent.as_posix()) for path in kept)


def oldest_sample(root: Path) -> Path:
    """Find the store of the first version that was given out."""
    versions = [path for path in (root / SAMPLES).iterdir() if path.is_dir()]
    return min(versions, key=lambda path: [int(part) for part in path.name.split(".")])


def is_wanted(target: str) -> bool:
    """Tell whether a file that a library brought along stays in the bundle."""
    path = target.replace("\\", "/")
    return not (LEFT_TO_THE_SYSTEM.search(path) or TRANSLATION.search(path))


def left_out_plugins(environment: Path) -> Iterator[Path]:
    """Find the plugins in an environment that must not reach the bundle, nor what they ask for."""
    for plugins in environment.rglob("PySide6/**/plugins"):
        for path in plugins.rglob("*"):
            if path.is_file() and LEFT_OUT_PLUGINS.search(
                "/" + path.relative_to(plugins).as_posix()
            ):
                yield path


def kept(entries: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Keep what is wanted of a list of (target, source, kind)."""
    return (entry for entry in entries if is_wanted(entry[0]))


def _is_data(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".py", ".pyc") and "__pycache__" not in path.parts
