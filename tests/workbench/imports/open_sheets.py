"""OpenDocument sheets for tests, written part by part so that they may lie."""

import zipfile

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
# As office programs end a sheet: the rest of it is empty, to the last row and column.
REST = (
    '<table:table-row table:number-rows-repeated="1048573">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def cell(words, **more):
    """A cell that holds words; `more` says how often it is repeated or how far it reaches."""
    said = "".join(f' table:number-{k.replace("_", "-")}="{v}"' for k, v in more.items())
    kind = f'office:value-type="string"{said}'
    return f"<table:table-cell {kind}><text:p>{words}</text:p></table:table-cell>"


def day(value):
    """A cell that holds a day."""
    return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'


def row(*cells, times=1):
    """A row of cells."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def open_sheet(path, *rows, doctype=""):
    """Save rows as an OpenDocument sheet."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {_NAMES}>'
        '<office:body><office:spreadsheet><table:table table:name="名册">'
        f"{''.join(rows)}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    return path
