"""Files made to do harm: each is small, and each wants to become very large or never end."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from pathlib import Path

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROOT = (
    f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
_HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
_STRINGS = "<si><t>姓名</t></si><si><t>性别</t></si><si><t>郜长风</t></si><si><t>男</t></si>"
_WHO = '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row>'


def parts(*, rows=_HEADER + _WHO, strings=_STRINGS, before="", after="", doctype="", sheets=1):
    """The parts of a workbook that is good as long as nothing is changed."""
    listed = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, sheets + 1))
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}'
        f"</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": f'{doctype}<sst xmlns="{_MAIN}">{strings}</sst>',
    }


def packed(contents, *, extra=()):
    """Pack parts as a workbook file; `extra` are further names and contents."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in [*contents.items(), *extra]:
            package.writestr(name, content)
    return held.getvalue()


def good():
    """A workbook of one patient."""
    return packed(parts())


def _cells(addresses):
    return "".join(f'<row r="{r}"><c r="{c}{r}" t="s"><v>2</v></c></row>' for c, r in addresses)


def _merges(areas):
    listed = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"<mergeCells>{listed}</mergeCells>"


def _uneven(count):
    return "".join(
        f'<row r="{n}"><c r="{"ABCDEFGH"[n % 8]}{n}" t="s" s="{n % 7}"><v>0</v></c></row>'
        for n in range(1, count + 1)
    )


def _laughs():
    steps = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return parts(
        doctype=f'<!DOCTYPE sst [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">{steps}]>',
        strings=_STRINGS.replace("郜长风", "&j;"),
    )


def _lying(name, size):
    """A package whose directory says that a part is small."""
    content = packed(parts(strings=f"<si><t>{' ' * (64 << 20)}</t></si>"))
    place = content.rindex(name.encode()) - 46
    changed = bytearray(content)
    struct.pack_into("<I", changed, place + 24, size)
    return bytes(changed)


def _shared_entries():
    """Many entries of the directory that all point at the same packed bytes."""
    content = packed({**parts(), "xl/big.xml": "<a/>" + " " * (1 << 20)})
    end = content.rindex(b"PK\x05\x06")
    size, start = struct.unpack_from("<II", content, end + 12)
    entries = content[start : start + size]
    last = entries[entries.rindex(b"PK\x01\x02") :]
    many = entries + last * 1_500
    count = struct.pack("<HHHHIIH", 0, 0, 1_506, 1_506, len(many), start, 0)
    return content[:start] + many + b"PK\x05\x06" + count


def _rows_of(count, cell):
    return "".join(f"<row>{cell}</row>" for _ in range(count))


def _noise(length, seed, head=b""):
    return head + random.Random(seed).randbytes(length)


# Each with the reasons for which it may be refused; "read" where it is harmless once bounded.
BOMBS = {
    "one cell in the last corner": (
        lambda: packed(parts(rows=_HEADER + _cells([("XFD", 1048576)]))),
        {"too_many_rows"},
    ),
    "one cell far to the right": (
        lambda: packed(parts(rows=_HEADER + _cells([("XFD", 2)]))),
        {"too_many_columns"},
    ),
    "one cell beyond every sheet": (
        lambda: packed(parts(rows=_HEADER + _cells([("ZZZ", 9999999)]))),
        {"too_many_rows"},
    ),
    "a claimed size of the whole sheet": (
        lambda: packed(parts(before='<dimension ref="A1:XFD1048576"/>')),
        {"read"},
    ),
    "5,000 wide merges": (
        lambda: packed(parts(after=_merges(f"A{n}:XFD{n}" for n in range(1, 5_001)))),
        {"read"},
    ),
    "5,000 merges of everything": (
        lambda: packed(parts(after=_merges(["A1:XFD1048576"] * 5_000))),
        {"read"},
    ),
    "merges turned inside out": (
        lambda: packed(parts(after=_merges(["B9:A1", "A0:A0", "A1", "XFD1048577:A1"]))),
        {"read", "damaged"},
    ),
    "a zip bomb in the strings": (
        lambda: packed(parts(strings=f"<si><t>{' ' * (150 << 20)}</t></si>")),
        {"bomb"},
    ),
    "a zip bomb beside the sheet": (
        lambda: packed(parts(), extra=[("xl/media/image1.png", bytes(190 << 20))]),
        {"bomb"},
    ),
    "more than may be unpacked": (
        lambda: packed(parts(), extra=[(f"xl/media/{n}.bin", bytes(90 << 20)) for n in range(3)]),
        {"bomb"},
    ),
    "a part that is larger than it says": (
        lambda: _lying("xl/sharedStrings.xml", 2_000),
        {"damaged", "bomb", "long_cell", "too_large", "stopped"},
    ),
    "a part that is smaller than it says": (
        lambda: _lying("xl/worksheets/sheet1.xml", 3 << 30),
        {"bomb"},
    ),
    "entries that share their bytes": (_shared_entries, {"bomb"}),
    "a billion laughs": (lambda: packed(_laughs()), {"entities"}),
    "a billion laughs behind a long comment": (
        lambda: packed(
            {
                **_laughs(),
                "xl/sharedStrings.xml": "<!--"
                + "x" * 2_000_000
                + "-->"
                + _laughs()["xl/sharedStrings.xml"],
            }
        ),
        {"entities", "bomb"},
    ),
    "a file named from outside": (
        lambda: packed(
            parts(
                doctype='<!DOCTYPE sst [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
                strings=_STRINGS.replace("郜长风", "&a;"),
            )
        ),
        {"entities"},
    ),
    "20,000 entries": (
        lambda: packed(parts(), extra=[(f"xl/{n}.xml", "") for n in range(20_000)]),
        {"too_many_entries"},
    ),
    "10,000 sheets of one part": (lambda: packed(parts(sheets=10_000)), {"read", "too_slow"}),
    "no sheet at all": (lambda: packed(parts(sheets=0)), {"empty"}),
    "one long text in a million cells": (
        lambda: packed(
            parts(
                strings=f"<si><t>{'很长' * 15_000}</t></si>",
                rows=_rows_of(40_000, '<c t="s"><v>0</v></c>' * 25),
            )
        ),
        {"bomb", "too_large", "stopped", "too_slow"},
    ),
    "one long text in many cells of uneven rows": (
        lambda: packed(
            parts(
                strings=f"<si><t>{'很长' * 15_000}</t></si>",
                rows=_uneven(40_000),
            )
        ),
        {"too_large", "stopped", "too_slow"},
    ),
    "a text no cell may hold": (
        lambda: packed(parts(strings=_STRINGS.replace("郜长风", _noise(40_000, 5).hex()))),
        {"long_cell"},
    ),
    "rows without number, without end": (
        lambda: packed(parts(rows=_rows_of(3_000_000, ""))),
        {"bomb"},
    ),
    "60,000 rows": (
        lambda: packed(parts(rows=_cells(("A", n) for n in range(1, 60_001)))),
        {"too_many_rows"},
    ),
    "elements within elements": (
        lambda: packed(parts(rows="<row>" * 300_000)),
        {"read", "damaged", "empty", "stopped", "bomb"},
    ),
    "a reference to a string that is not there": (
        lambda: packed(parts(rows='<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')),
        {"damaged", "empty", "read"},
    ),
    "a reference that is no number": (
        lambda: packed(parts(rows='<row r="1"><c r="A1" t="s"><v>x</v></c></row>')),
        {"read", "damaged"},
    ),
    "numbers beyond all numbers": (
        lambda: packed(
            parts(
                rows=_HEADER + '<row r="2"><c r="A2"><v>1e999</v></c><c r="B2"><v>nan</v></c></row>'
            )
        ),
        {"read", "damaged"},
    ),
    "an address that is none": (
        lambda: packed(parts(rows='<row r="1"><c r="A0"><v>1</v></c><c r="1A"><v>1</v></c></row>')),
        {"read", "damaged", "empty"},
    ),
    "a workbook without its sheet": (
        lambda: packed({k: v for k, v in parts().items() if "sheet1" not in k}),
        {"damaged", "empty"},
    ),
    "a package that is no workbook": (
        lambda: packed({"[Content_Types].xml": _TYPES, "word/document.xml": "<a/>"}),
        {"not_a_sheet"},
    ),
    "a package that is locked": (
        lambda: good().replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
        ),
        {"locked"},
    ),
    "half a workbook": (lambda: good()[: len(good()) // 2], {"damaged"}),
    "a workbook without its end": (lambda: good()[:-30], {"damaged"}),
    "the first bytes of a workbook": (lambda: good()[:4], {"damaged"}),
    "noise that begins like a workbook": (
        lambda: _noise(100_000, 1, b"PK\x03\x04"),
        {"damaged"},
    ),
    "noise that begins like an old workbook": (
        lambda: _noise(100_000, 2, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        {"not_a_sheet"},
    ),
    "noise": (lambda: _noise(100_000, 3), {"not_text"}),
    "noise marked as text": (lambda: _noise(100_001, 4, b"\xff\xfe"), {"not_text"}),
    "nothing": (lambda: b"", {"empty"}),
    "white space": (lambda: b" \r\n\t" * 1_000, {"empty"}),
    "a text file of one line": (lambda: "姓名,".encode() * 3_000_000, {"too_large"}),
    "a text file of many columns": (lambda: b"x," * 1_000, {"too_many_columns"}),
    "a text file of many rows": (lambda: "姓名\n".encode() * 60_000, {"too_many_rows"}),
    "a quotation that never ends": (lambda: '姓名,性别\n"郜长风,男\n'.encode() * 9, {"quotes"}),
    "a long quotation that never ends": (
        lambda: '姓名,性别\n"郜长风'.encode() + "风\n".encode() * 90_000,
        {"long_cell"},
    ),
    "quotations within quotations": (lambda: '姓名\n"郜"长"风"\n'.encode(), {"quotes"}),
    "text with hidden characters": (lambda: "姓名,性别\n郜\0长风,男\n".encode(), {"not_text"}),
    "a text file larger than any list": (lambda: b"x\n" * (11 << 20), {"too_large"}),
}


def plant(folder: Path, name: str) -> Path:
    """Write one of them into a folder."""
    path = folder / "list.xlsx"
    path.write_bytes(BOMBS[name][0]())
    return path
