"""The installation package for Debian and the desktops built on it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from contents import COMMAND_LINE, EMBLEM, NAME
from system import LIBRARIES, WINDOW_LIBRARIES, SetUpFailed, last_lines

PACKAGE = "case-conference-workbench"
INSTALLED = f"opt/{PACKAGE}"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "loongarch64": "loong64"}
ICON_SIDES = (48, 128, 256)
# More than one of nine takes twice the time for two hundredths of the size.
PACKED = ("--root-owner-group", "-Zxz", "-z1", "--build")
DESCRIPTION = f"""\
{NAME}
 乡镇（街道）个案管理小组的例会、评估、计划与签字。不上网，数据加密后只存在这台电脑上。
 卸载不会删除数据。"""
DESKTOP_ENTRY = f"""\
[Desktop Entry]
Type=Application
Version=1.0
Name={NAME}
GenericName=会议与个案管理
Comment=个案管理小组的例会、评估、计划与签字
Exec="/{INSTALLED}/{NAME}"
Icon={PACKAGE}
Terminal=false
Categories=Office;
Keywords=个案;例会;会商;会议记录;
StartupWMClass={NAME}
"""


def pack(folder: Path, target: Path, version: str) -> Path:
    """Pack the folder for this computer's kind of machine and give the package."""
    tree = target / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(folder, tree, target / "icon")
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    fields = control_fields(version, size_of(tree))
    control.write_text("".join(f"{name}: {value}\n" for name, value in fields.items()), "utf-8")
    package = target / f"{PACKAGE}_{version}_{fields['Architecture']}.deb"
    done = subprocess.run(
        ["dpkg-deb", *PACKED, str(tree), str(package)],  # noqa: S607 - a program of the system
        check=False, capture_output=True, text=True, errors="replace",
    )  # fmt: skip
    if done.returncode != 0:
        said = last_lines(done.stderr)
        raise SetUpFailed("安装包没有做成。", "请看下面的原因，解决后再运行一次。", said)
    return package


def lay_out(folder: Path, tree: Path, icons: Path) -> None:
    """Put the program, its entry in the menu and its emblem where a desktop looks for them."""
    shutil.copytree(folder, tree / INSTALLED, symlinks=True)
    _put(tree / "usr/share/applications" / f"{PACKAGE}.desktop", DESKTOP_ENTRY)
    themes = tree / "usr/share/icons/hicolor"
    emblem = (Path(__file__).parent.parent / EMBLEM).read_text("utf-8")
    _put(themes / "scalable/apps" / f"{PACKAGE}.svg", emblem)
    for side in ICON_SIDES:
        place = themes / f"{side}x{side}" / "apps" / f"{PACKAGE}.png"
        place.parent.mkdir(parents=True)
        shutil.copy(icons / f"{side}.png", place)
    link = tree / "usr/bin" / PACKAGE
    link.parent.mkdir(parents=True)
    link.symlink_to(f"/{INSTALLED}/{COMMAND_LINE}")
    _make_readable(tree)


def control_fields(version: str, size: int) -> Mapping[str, str]:
    """What the package says of itself; `size` in KiB."""
    return {
        "Package": PACKAGE,
        "Version": version,
        "Architecture": architecture(),
        "Maintainer": f"{NAME} <noreply@localhost>",
        "Installed-Size": str(size),
        "Depends": ", ".join(depends()),
        "Section": "misc",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }


def depends() -> list[str]:
    """Name the packages of the system it needs; those known by two names as either."""
    names = (" | ".join(part.packages) for part in (*LIBRARIES, *WINDOW_LIBRARIES))
    return [f"libc6 (>= {platform.libc_ver()[1]})", *dict.fromkeys(names)]


def architecture() -> str:
    """Name this kind of machine as Debian does."""
    return ARCHITECTURES.get(platform.machine(), platform.machine())


def size_of(tree: Path) -> int:
    """How much of a disk it takes, in KiB."""
    files = (path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) // 1024


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _make_readable(tree: Path) -> None:
    """Everybody may read what the administrator installs, whatever the builder's own habit is."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
