"""Files that no program would write, made of sound ones of every form that is taken in.

What its form packs (a zip, an Outlook message) is taken apart, changed inside and packed again: so
the change gets past the packing, to the reader itself.
"""

import io
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

import word_files as w
from intakes import HEADS, ISO_HEADS, ROW, a_csv, a_docx, a_message, an_xlsx
from letters import FAREWELLS, PHONES, PROGRAMS, Letter
from mangling import changed, changed_tree, damaged
from outlook_files import attached, compound, packed, properties, text
from workbooks import SHEET_OF_ODS, an_ods

Parts = Mapping[str, bytes]
MOST = 200_000
OWN = ("Мерзім тым ұзақ, қысқарту қажет.", "Прошу исключить пункт 3 или «сократить» срок.")
RTF = rb"{\rtf1\ansi\ansicpg1251\fromhtml1{\*\htmltag64 <p>}\u1058?\'e5{\*\htmltag72 </p>}\par x}"
OF_MAIL = (
    *("\nFrom x\n", "\n\n", "\r\n", "> ", "\n--a--\n", "--b\n", "=?utf-8?b?", "?=", "=D0", "\x00"),
    *("Content-Type: multipart/mixed; boundary=b\n", "Content-Type: message/rfc822\n", "koi8-r"),
    *("Content-Transfer-Encoding: base64\n", "<div>", "</div>", "<blockquote>", "<!--", "&#x6a;"),
    *("<style>", "<s>", "С уважением,\n", "Құрметпен,\n", "-- \n", "От: я\n", "пишет:\n", "\ufffd"),
    *("\u202e", "\u200b", "+7 701 222 33 44", "Fri, 31 Feb 2026 99:99\n", "\t", "; ", "="),
)
OF_XML = (
    *(
        "<a>",
        "</a>",
        "<x:b/>",
        "&amp;",
        "&#0;",
        "&x;",
        "<!DOCTYPE x>",
        "<![CDATA[",
        "]]>",
        "<?x ?>",
    ),
    *("<w:p>", "</w:p>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:r>", "<w:t>", "</w:t>", "<w:del>"),
    *("<w:ins>", "<w:sdt>", "<w:txbxContent>", "<w:numPr/>", '<w:ilvl w:val="99"/>', "<w:br/>"),
    *("<row>", '<c r="A1" t="s"><v>9</v></c>', '<c r="XFD1048576"/>', "<f>A1</f>", "<is>", "<t>"),
    *('number-rows-repeated="9999"', "-1", "1e999", "99999999999", '"', "'", "ұ", "\u0301", "  "),
)
PLAIN = (
    *("", "0", "-1", "99999999999", "1e999", "a", "ұ\u0301", "  ", "true", "s", "str", "inlineStr"),
    *(
        "A1",
        "XFD1048576",
        "A1:B2",
        "rId1",
        "../../x.xml",
        "http://x.example/",
        "2026-13-45",
        "%1.%9",
    ),
    *("=1+1", "пункт 5", "preserve", "decimal", "9", "string", "float", "date", "x" * 5_000),
)
OF_TABLES = (
    *('"', '""', ",", ";", "\t", "\n", "\r", "\r\n", "\x00", "=1+1", "#REF!", "да", "?", "№"),
    *("2026-11-10", "31.02.2026", "10/11/26 25:00", "пункт 5", "subpoint", "\ufffd", "Ð¡", "Ã"),
    *("\ufeff", "текст;", "Замечание,", "\u202e", "Т", "sep=;\n", "'", " " * 9),
)
OF_STREAMS = (
    "\x00",
    "\\par",
    "{",
    "}",
    "\\bin9",
    "\\u-1?",
    "\\'e5",
    "<p>",
    "\uffff",
    "FW: ",
    "a\n",
)


@dataclass(frozen=True, slots=True)
class Form:
    """Files of one form: sound ones taken apart, how they are packed, and what is put into them."""

    name: str
    seeds: Sequence[Parts]
    pack: Callable[[Parts], bytes]
    pieces: Sequence[str]
    encodings: Sequence[str] = ("utf-8",)

    def files(self, seed: int) -> Iterator[bytes]:
        """Yield files without end: the same ones for the same seed."""
        drawn = random.Random(seed)  # noqa: S311 - the same every time
        while True:
            parts = dict(drawn.choice(self.seeds))
            for _ in range(drawn.randint(1, 5)):
                name = drawn.choice(list(parts))
                parts[name] = self._changed(parts[name], name, drawn)
            data = self.pack(parts)
            yield damaged(data, drawn) if data and drawn.random() < 0.1 else data

    def _changed(self, part: bytes, name: str, drawn: random.Random) -> bytes:
        if drawn.random() < 0.1 and part:
            return damaged(part, drawn)
        if name.endswith((".xml", ".rels")) and drawn.random() < 0.9:
            with suppress(etree.XMLSyntaxError):  # it was made unsound before
                return changed_tree(part, PLAIN, drawn)
        others = [seed[name] for seed in self.seeds if name in seed]
        encoding = drawn.choice(self.encodings)
        known = [other.decode(encoding, "replace") for other in (part, drawn.choice(others))]
        made = changed(known[0], known[1:], self.pieces, drawn)
        return made.encode(encoding, "replace")[:MOST]


def _one(parts: Parts) -> bytes:
    return parts[""]


def _zipped(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def unzipped(data: bytes) -> Parts:
    """Return the parts of a zip."""
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _letters() -> list[bytes]:
    letters = [
        Letter(OWN, FAREWELLS[at % len(FAREWELLS)], PHONES[at % len(PHONES)])
        for at in range(len(PROGRAMS))
    ]
    return [made(one).as_bytes() for made, one in zip(PROGRAMS.values(), letters, strict=True)]


def _boxes() -> list[bytes]:
    letters = _letters()
    return [b"".join(b"From x\n" + one + b"\n\n" for one in letters[at:][:3]) for at in range(9)]


def _messages() -> list[Parts]:
    words = [dict([text("0037", "Мнение"), text("1000", own)]) for own in OWN]
    page = {"__substg1.0_10090102": packed(RTF)}
    fixed = {"__properties_version1.0": properties({0x3FDE: (65001).to_bytes(8, "little")}, 32)}
    heads = dict([text("007D", "Received: from a; Thu, 12 Nov 2026 01:00:00 +0500\r\n")])
    return [fixed | words[0], fixed | page | heads, {**fixed, **words[1], **attached(0, "a.pdf")}]


def _documents() -> list[bytes]:
    numbered = w.definition(1, w.level(0, "%1."), w.level(1, "%1.%2")) + w.a_list(1, 1)
    cells = [w.cell(w.paragraph(w.run(words))) for words in ("2", *OWN)]
    body = (
        w.paragraph(w.put_in(OWN[0]), w.taken_out("нет"), w.box("в рамке")),
        w.item(OWN[1]),
        w.item("вложенный", level=1),
        w.control(w.paragraph(w.run("в поле"))),
        w.paragraph(w.field("PAGE", "7"), w.run("скрыто", "<w:vanish/>")),
        w.table(w.row(*cells), w.row(*cells)),
    )
    return [
        a_docx(HEADS, ROW),
        a_docx(ISO_HEADS, ("", "", "2", "", "te", "Текст", "", "")),
        w.a_word("".join(body), numbering=numbered),
    ]


def _tables() -> list[bytes]:
    rows = (HEADS, ROW, ("", "5", 'Два "слова"\nи ещё', "", "", ""))
    ways = [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1251")]
    return [
        a_csv(*rows, delimiter=one).decode().encode(encoding, "replace") for one, encoding in ways
    ]


def _sheets() -> list[bytes]:
    return [an_xlsx(HEADS, ROW, ROW), an_xlsx(("Отметка", "Ваше замечание"), (46_000.5, OWN[0]))]


def _open_sheet() -> bytes:
    cell = (
        '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'.format
    )
    rows = (f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in (HEADS, ROW))
    empty = SHEET_OF_ODS.format(rows=1, columns=1)
    return an_ods(empty.replace("<table:table-row ", f"{''.join(rows)}<table:table-row ", 1))


def forms(xls: Sequence[bytes] = ()) -> dict[str, Form]:
    """Return the forms by their endings; no library writes `xls`, so its seeds are handed in."""
    packed_ones = {
        "xlsx": _sheets(),
        "ods": [_open_sheet()],
        "docx": _documents(),
    }
    plain = {
        "eml": ([*_letters(), a_message(OWN[0]).as_bytes()], OF_MAIL),
        "mbox": (_boxes(), OF_MAIL),
        "csv": (_tables(), OF_TABLES),
        "xls": (xls, OF_TABLES),
    }
    found = [
        Form(name, [{"": data} for data in seeds], _one, pieces, ("utf-8", "latin-1"))
        for name, (seeds, pieces) in plain.items()
        if seeds
    ]
    found += [
        Form(name, [unzipped(data) for data in seeds], _zipped, OF_XML)
        for name, seeds in packed_ones.items()
    ]
    found += [Form("msg", _messages(), compound, OF_STREAMS, ("utf-16-le", "latin-1"))]
    return {form.name: form for form in found}
