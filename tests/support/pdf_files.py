"""PDF files of printed lines, made by hand: each letter is half as wide as it is high."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, LEFT, TOP = 595, 842, 70, 780
_LETTER = 0.5


@dataclass(frozen=True, slots=True)
class Printed:
    """Words at a place of a page, in points from the left and from below."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = 12
    is_bold: bool = False


def a_pdf(*pages: Sequence[Printed], picture: tuple[float, float] | None = None) -> bytes:
    """Return a file of pages; a picture of a size, in points, may stand on each of them."""
    signs = {sign for page in pages for line in page for sign in line.text}
    fonts = [_font(name, first) for name, first in (("Serif", 10), ("Serif-Bold", 20))]
    kids = " ".join(f"{100 + 2 * at} 0 R" for at in range(len(pages)))
    objects = {
        1: "<</Type /Catalog /Pages 2 0 R>>",
        2: f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>",
        3: _stream(_letters(signs)),
        4: _stream("\xff", "/Type /XObject /Subtype /Image /Width 1 /Height 1 "
                   "/ColorSpace /DeviceGray /BitsPerComponent 8"),
        **fonts[0], **fonts[1],
    }  # fmt: skip
    for at, page in enumerate(pages):
        drawn = f"q {picture[0]} 0 0 {picture[1]} 50 50 cm /P Do Q\n" if picture else ""
        objects[100 + 2 * at] = (
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Contents {101 + 2 * at} 0 R "
            "/Resources <</Font <</F1 10 0 R /F2 20 0 R>> /XObject <</P 4 0 R>>>>>>"
        )
        objects[101 + 2 * at] = _stream(drawn + "".join(map(_shown, page)))
    return _packed(objects)


def printed(text: str, letters: int = 60, indent: int = 0) -> Iterator[str]:
    """Yield words as lines of so many letters at most; the first one is shorter by its indent."""
    line, room = "", letters - indent
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line, room = word, letters
        else:
            line = f"{line} {word}".strip()
    yield line


def a_page(lines: Iterable[tuple[float, str]], *, size: float = 12) -> list[Printed]:
    """Return lines below each other, each so far from the left edge; an empty one leaves room."""
    return [
        Printed(text, LEFT + left, TOP - at * size * 1.5, size)
        for at, (left, text) in enumerate(lines)
        if text
    ]


def _shown(line: Printed) -> str:
    codes = line.text.encode("utf-16-be").hex()
    font = "F2" if line.is_bold else "F1"
    return f"BT /{font} {line.size} Tf {line.x} {line.y} Td <{codes}> Tj ET\n"


def _font(name: str, first: int) -> dict[int, str]:
    return {
        first: f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{first + 1} 0 R] /ToUnicode 3 0 R>>",
        first + 1: f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo "
        "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/DW {int(1000 * _LETTER)} /FontDescriptor {first + 2} 0 R>>",
        first + 2: f"<</Type /FontDescriptor /FontName /{name} /Flags 4 /Ascent 800 /Descent -200 "
        "/CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 500 800]>>",
    }  # fmt: skip


def _letters(signs: Iterable[str]) -> str:
    """Return which letter each code stands for; those of U+E000 stand for none."""
    codes = sorted(sign.encode("utf-16-be").hex() for sign in signs if sign != "\ue000")
    lines = "\n".join(f"<{code}> <{code}>" for code in codes)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}\nendbfchar endcmap end end"
    )


def _stream(text: str, more: str = "") -> str:
    return f"<<{more} /Length {len(text)}>>\nstream\n{text}\nendstream"


def _packed(objects: dict[int, str]) -> bytes:
    body, places = b"%PDF-1.4\n", {}
    for number, said in objects.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n{said}\nendobj\n".encode("latin-1")
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    trailer = f"<</Root 1 0 R /Size {max(objects) + 1}>>"
    end = (
        f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(body)}\n%%EOF"
    )
    return body + end.encode()
