"""The process that tries a file out: it comes in on standard input, and goes out fit to be kept.

It runs apart because whoever made the file may mean harm: a picture is measured before it is
decoded and then decoded whole, a PDF is opened and its first page drawn. The process knows
nothing of the store and may not write files. It answers with one line of JSON, {"pages": number
or null, "size": bytes} followed by the bytes, or {"refused": reason} alone.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Sequence

from PIL import Image, ImageOps, TiffImagePlugin, UnidentifiedImageError

from workbench.filing import jpeg, png
from workbench.filing.limits import (
    LONGEST_SIDE,
    MOST_BYTES,
    MOST_FRAMES,
    MOST_PAGES,
    MOST_PIXELS,
    PACKAGES,
    PDF,
    PICTURES,
)
from workbench.imports.packages import Unfit, require_bounded
from workbench.imports.parsing import limit_self

DRAWN_WIDTH = 600
_ORIENTATION = 0x0112

Fit = tuple[bytes, int | None]


def main(arguments: Sequence[str]) -> int:
    """Try out what comes in as a file of this ending; 0 where it may be kept, 2 where not."""
    try:
        _load_libraries()
        limit_self()
        content, pages = fit(sys.stdin.buffer.read(MOST_BYTES + 1), arguments[0])
        _say({"pages": pages, "size": len(content)}, content)
    except Unfit as refusal:
        _say({"refused": refusal.reason})
    except MemoryError:
        _say({"refused": "too_large"})
    except BaseException:  # whatever a decoder raises
        _say({"refused": "damaged"})
    else:
        return 0
    return 2


def fit(content: bytes, suffix: str) -> Fit:
    """The bytes as they are to be kept, and how many pages they are."""
    if not content:
        raise Unfit("empty")
    if len(content) > MOST_BYTES:
        raise Unfit("too_large")
    if suffix == PDF:
        return content, _pages_of_pdf(content)
    if suffix in PACKAGES:
        return _package(content, PACKAGES[suffix]), None
    kept, pages = _picture(content, PICTURES[suffix])
    if len(kept) > MOST_BYTES:
        raise Unfit("too_large")
    return kept, pages


def _pages_of_pdf(content: bytes) -> int:
    import pypdfium2

    if b"%PDF-" not in content[:1024]:
        raise Unfit("wrong_suffix")
    if b"%%EOF" not in content[-2048:]:
        raise Unfit("cut")
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Unfit("locked" if "password" in str(error).lower() else "damaged") from error
    pages = len(document)
    if not 0 < pages <= MOST_PAGES:
        raise Unfit("too_many_pages" if pages else "damaged")
    if any(side > LONGEST_SIDE for n in range(pages) for side in document.get_page_size(n)):
        raise Unfit("too_large")
    first = document[0]
    first.render(scale=DRAWN_WIDTH / max(first.get_width(), first.get_height(), 1))
    return pages


def _package(content: bytes, main_part: str) -> bytes:
    """Office papers are kept as they are; only whether one is what it says is looked at."""
    if not content.startswith(b"PK"):
        raise Unfit("locked" if content.startswith(b"\xd0\xcf\x11\xe0") else "wrong_suffix")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            require_bounded(package.infolist(), len(content))
            if main_part not in package.namelist():
                raise Unfit("wrong_suffix")
    except zipfile.BadZipFile as error:
        raise Unfit("cut") from error
    return content


def _picture(content: bytes, sort: str) -> Fit:
    try:
        image = Image.open(io.BytesIO(content), formats=(sort,))
    except UnidentifiedImageError as error:
        raise Unfit("damaged" if _starts_like(content, sort) else "wrong_suffix") from error
    with image:
        _require_small(image)
        if sort == "TIFF":
            return _frames(image)
        strip = jpeg.without_traces if sort == "JPEG" else png.without_traces
        strip(content)  # says that something is cut before a decoder stumbles over it
        orientation = int(image.getexif().get(_ORIENTATION, 1))
    kept = strip(content, orientation)
    with Image.open(io.BytesIO(kept), formats=(sort,)) as image:
        _decode(image)
    return kept, 1


def _starts_like(content: bytes, sort: str) -> bool:
    starts = {"JPEG": (b"\xff\xd8",), "PNG": (b"\x89PNG",), "TIFF": (b"II*\0", b"MM\0*")}
    return content.startswith(starts[sort])


def _frames(image: Image.Image) -> Fit:
    """A TIFF keeps its notes among the picture's own tags, so it is written anew, losing no dot."""
    written, count = io.BytesIO(), int(getattr(image, "n_frames", 1))
    if count > MOST_FRAMES:
        raise Unfit("too_many_pages")
    with TiffImagePlugin.AppendingTiffWriter(written) as writer:
        for number in range(count):
            image.seek(number)
            _require_small(image)
            _decode(image)
            _bare(image).save(writer, format="TIFF", compression="tiff_adobe_deflate")
            writer.newFrame()
            if written.tell() > MOST_BYTES:
                raise Unfit("too_large")
    return written.getvalue(), count


def _bare(image: Image.Image) -> Image.Image:
    """One page the right way up, with its dots and its resolution and nothing else."""
    turned = ImageOps.exif_transpose(image)
    bare = Image.new(turned.mode, turned.size)
    bare.paste(turned)
    if turned.palette is not None:
        bare.putpalette(turned.palette)
    return bare


def _require_small(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Unfit("too_many_pixels")


def _decode(image: Image.Image) -> None:
    try:
        image.load()
    except OSError as error:
        raise Unfit("cut" if "truncated" in str(error) else "damaged") from error


def _load_libraries() -> None:
    """Before the cap: what the program itself takes is not what the file takes."""
    import pypdfium2  # noqa: F401

    Image.MAX_IMAGE_PIXELS = None  # measured here, before decoding and in our own words
    Image.preinit()


def _say(line: object, content: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
