"""What is no proper file, or no proper YAML: what is written, and what its author is told."""

from collections.abc import Callable
from pathlib import Path

import builders as b
from bad_files import COMMENT, STANDARD, Bad, content, swap


def _link(root: Path) -> None:
    b.write(root, "elsewhere.yaml", b.a_comment())
    (root / COMMENT).unlink()
    (root / COMMENT).symlink_to(root / "elsewhere.yaml")


def _link_to_folder(root: Path) -> None:
    (root / "comments/elsewhere").symlink_to(root / "standards")


def _twice(root: Path) -> None:
    b.write(root, "comments/README.md", "")
    b.write(root, "comments/readme.md", "")


def _remove(file: str) -> Callable[[Path], None]:
    return lambda root: (root / file).unlink()


BYTES = (
    content(
        "not UTF-8",
        COMMENT,
        "schema: 1\ntext: срок".encode("cp1251"),
        "2:7 F01",
        "the file is not written in UTF-8",
        "save it as “UTF-8” (without BOM)",
    ),
    content(
        "a byte order mark",
        STANDARD,
        b"\xef\xbb\xbfschema: 1\n",
        "1:1 F02",
        "the file begins with a byte order mark",
        "save it as “UTF-8”, not as “UTF-8 with BOM”",
    ),
    content(
        "ten million bytes",
        COMMENT,
        "a" * 10_000_000,
        "1:1 F03",
        "the file is too big: at most 1048576 bytes are read",
        "split the text into revisions or comments of ordinary size",
    ),
    Bad(
        "a link to a file",
        _link,
        "comments/birth-registration/r1/2026-11-10/k7m2p9qx4a.yaml:0:0 F04",
        "this is a link, not a file",
        "put the file itself here; links are not followed",
    ),
    Bad(
        "a link to a folder",
        _link_to_folder,
        "comments/elsewhere:0:0 F04",
        "this is a link, not a file",
        "put the file itself here; links are not followed",
    ),
    content(
        "a stray file in standards",
        "standards/notes.docx",
        "abc",
        "0:0 F05",
        "this file does not belong here",
        "move it, or delete it; nothing here is passed over in silence. "
        "Expected: standards/<id>/standard.yaml, revisions/r<N>.yaml, history.yaml, "
        "documents/<name>",
    ),
    content(
        "a stray file in comments",
        "comments/letter.txt",
        "abc",
        "0:0 F05",
        "this file does not belong here",
        "move it, or delete it; nothing here is passed over in silence. "
        "Expected: comments/<standard>/r<N>/<day>/<id>.yaml and <id>.response.yaml, "
        "<standard>/tags.yaml",
    ),
    content(
        "a comment in an unheard-of folder",
        f"comments/{b.STANDARD}/r1/x.yaml",
        "a: b",
        "1:1 F05",
        "this file does not belong here",
        "move it, or delete it; nothing here is passed over in silence. "
        "Expected: comments/<standard>/r<N>/<day>/<id>.yaml and <id>.response.yaml, "
        "<standard>/tags.yaml",
    ),
    Bad(
        "a standard without its file",
        _remove(STANDARD),
        "standards/birth-registration/standard.yaml:0:0 F06",
        "the file cannot be opened: there is no such file",
        "check the rights of the file",
    ),
    content(
        "a name that Windows has for a device",
        "site_templates/pages/kk/aux.md",
        "",
        "0:0 F07",
        "on Windows nothing can be called “aux.md”: who works there cannot fetch the project",
        "give it another name: no device such as CON, NUL or AUX, no dot or space at the end, "
        'none of the signs < > : " \\ | ? *',
    ),
    Bad(
        "two names that differ in capitals",
        _twice,
        "comments/readme.md:0:0 F08",
        "the name differs from comments/README.md in capitals or in the way of writing a letter "
        "alone",
        "rename one of the two: on Windows and macOS there is only one of them",
    ),
    Bad(
        "a name that is no UTF-8",
        lambda root: b.write(root, "site_templates/pages/kk/\udcff.pdf", "%PDF"),
        "site_templates/pages/kk/\udcff.pdf:0:0 F22",
        "the name is not written in UTF-8: on the site nothing can be called so",
        "give the file another name",
    ),
    Bad(
        "a folder with a capital",
        lambda root: b.write(root, "Comments/letter.txt", ""),
        "Comments:0:0 F09",
        "this folder must be called “comments”, to the letter: elsewhere nothing in it is read",
        "rename it with git: git mv",
    ),
)

YAML = (
    content(
        "a bracket left open",
        STANDARD,
        "schema: 1\nid: [a, b\ncode: x\n",
        "3:5 F10",
        "this is not valid YAML: what stands in brackets does not end",
        "a comma or a closing bracket is missing",
    ),
    content(
        "a colon inside a text",
        STANDARD,
        "schema: 1\ntitle: a: b\n",
        "2:9 F10",
        "this is not valid YAML: a colon with a space behind it stands inside of a text without "
        "quotation marks",
        'write: title: "a: b"',
    ),
    content(
        "a merge conflict",
        COMMENT,
        "schema: 1\n<<<<<<< HEAD\nid: a\n=======\nid: b\n",
        "2:1 F10",
        "this is not valid YAML: “<<<<<<<” found",
        "a merge conflict was left in the file; keep one of the two sides",
    ),
    content(
        "an invisible byte",
        COMMENT,
        "schema: 1\ntext: аб\x07b\n",
        "2:9 F10",
        "this is not valid YAML: there is a sign that cannot be seen",
        "the file holds an invisible control character",
    ),
    content(
        "a tab ahead",
        STANDARD,
        "schema: 1\ntitle:\n\tkk: a\n",
        "3:1 F11",
        "a tab stands in front of the line",
        "put two spaces for each level instead",
    ),
    swap(
        "a key twice",
        COMMENT,
        "channel: web\n",
        "channel: web\nkind: change\n",
        "10:1 F12",
        "the key “kind” stands here again; it is in line 7 already",
        "keep one of the two",
    ),
    swap(
        "an anchor",
        COMMENT,
        "kind: change",
        "kind: &k change",
        "7:7 F13",
        "an anchor (&k) is not allowed",
        "write the text out where it is needed",
    ),
    swap(
        "an alias",
        COMMENT,
        "kind: change",
        "kind: *k",
        "7:7 F14",
        "an alias (*k) is not allowed",
        "write the text out where it is needed",
    ),
    swap(
        "a tag",
        COMMENT,
        "kind: change",
        "kind: !!str change",
        "7:7 F15",
        "a tag (!!str) is not allowed",
        "delete it; if the text begins with “!”, put it into quotation marks",
    ),
    swap(
        "two documents",
        COMMENT,
        "kind: change",
        "kind: change\n---\nkind: change",
        "8:1 F16",
        "a second document begins here (---)",
        "keep one document a file",
    ),
    content(
        "an empty file",
        COMMENT,
        "",
        "1:1 F17",
        "the file is empty",
        "fill it in, or delete it",
    ),
    content(
        "nothing but a remark",
        COMMENT,
        "# later\n",
        "1:1 F17",
        "the file is empty",
        "fill it in, or delete it",
    ),
    content(
        "1,000 lists in one another",
        COMMENT,
        "text: " + "[" * 1_000,
        "1:30 F18",
        "the file is nested deeper than 24 levels",
        "bring the levels down",
    ),
    content(
        "100,000 lists in one another",
        COMMENT,
        "text: " + "[" * 100_000,
        "1:30 F18",
        "the file is nested deeper than 24 levels",
        "bring the levels down",
    ),
    content(
        "100,000 dashes",
        COMMENT,
        "text:\n  " + "- " * 100_000,
        "2:49 F18",
        "the file is nested deeper than 24 levels",
        "bring the levels down",
    ),
    content(
        "1,000 levels",
        COMMENT,
        "".join(" " * n + "a:\n" for n in range(1_000)),
        "25:25 F18",
        "the file is nested deeper than 24 levels",
        "bring the levels down",
    ),
    content(
        "a list",
        COMMENT,
        "- a\n- b\n",
        "1:1 F19",
        "the file must consist of “key: value” lines",
        "see docs/formats for an example",
    ),
    content(
        "one word",
        COMMENT,
        "hello",
        "1:1 F19",
        "the file must consist of “key: value” lines",
        "see docs/formats for an example",
    ),
    content(
        "a list as a key",
        COMMENT,
        "schema: 1\n? [a, b]\n: c\n",
        "2:3 F20",
        "a key must be one plain word",
        "write “key: value”",
    ),
    content(
        "a directive",
        COMMENT,
        "%YAML 1.1\n---\nschema: 1\n",
        "1:1 F21",
        "a YAML directive (%…) is not allowed",
        "delete the line",
    ),
)
