"""Files as bytes, as signs and as YAML."""

from gate_cases.making import Case, plain, raw, says

BYTES = (
    Case("no bytes", raw(b""), "F:G07"),
    Case("one byte too many", raw(plain() + "#" * (32_769 - len(plain().encode()))), "F:G07"),
    Case("as many as may be", raw(plain() + "#" * (32_767 - len(plain().encode())) + "\n")),
    Case("a huge file", raw(b"#" * 20_000_000), "F:G07"),
    Case(
        "a pointer of LFS",
        raw(
            "version https://git-lfs.github.com/spec/v1\n"
            "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12\n"
        ),
        "F:G07",
    ),
    Case("no text", raw(b"\x89PNG\r\n\x1a\n" + bytes(range(64)) + bytes(range(128, 256))), "F:G08"),
    Case("a NUL", raw(plain().encode() + b"# \x00\n"), "F:G08"),
    Case("a byte order mark", raw("\ufeff" + plain()), "F:G08"),
    Case("UTF-16", raw(plain().encode("utf-16")), "F:G08"),
    Case("Windows-1251", raw(plain().encode("cp1251")), "F:G08"),
    Case("half a letter", raw(plain().encode() + b"# \xd0\n"), "F:G08"),
    Case("letters written too long", raw(plain().encode() + b"# \xc0\xaf\n"), "F:G08"),
    Case("half a pair", raw(plain().encode() + b"# \xed\xa0\x80\n"), "F:G08"),
    Case("line ends of Windows", raw(plain().replace("\n", "\r\n")), "W:G08"),
    Case("one line end of Windows", raw(plain().replace("\n", "\r\n", 1)), "W:G08"),
    Case(
        "line ends of Windows, and what else is wrong",
        raw(plain(text="Мало.", clause="nothing").replace("\n", "\r\n")),
        "F:F56 F:G15 W:G08",
    ),
    Case("no last line end", raw(plain().rstrip("\n")), "W:G08"),
    Case(
        "letters of two signs", says("Прошу сократить срок, мои\u0306 дядя ждал неделю."), "W:G08"
    ),
    Case("a bell", raw(plain() + "# \x07\n"), "F:G09"),
    Case(
        "a bell behind an escape",
        raw(plain(text=None) + 'text: "Прошу \\x07 сократить срок."\n'),
        "F:G09",
    ),
    Case("a lone carriage return", raw(plain() + "# a\rb\n"), "F:G09"),
    Case("a colour of a terminal", raw(plain() + "# \x1b[31m\n"), "F:G09"),
    Case("a next line sign", raw(plain() + "# a\x85b\n"), "F:G09"),
    Case("turned reading", says("Прошу \u202eкорс ьтитаркос срок оказания услуги."), "F:G09"),
    Case(
        "turned reading behind an escape",
        raw(plain(text=None) + 'text: "Прошу \\u2067сократить срок услуги."\n'),
        "F:G09",
    ),
    Case("a line separator", says("Прошу сократить срок.\u2028Спасибо за внимание."), "F:G09"),
    Case("no character", says("Прошу сократить срок\ufdd0 оказания услуги."), "F:G09"),
    Case("a sign without width", says("Прошу сокра\u200bтить срок оказания услуги."), "P:G09"),
    Case(
        "a sign without width behind an escape",
        raw(plain(text=None) + 'text: "Прошу сокра\\u200bтить срок."\n'),
        "P:G09",
    ),
    Case(
        "a joiner in a Russian word", says("Прошу сокра\u200dтить срок оказания услуги."), "P:G09"
    ),
    Case("a mark of direction", says("Прошу сократить срок\u200f оказания услуги."), "P:G09"),
    Case("words hidden in tags", says("Прошу сократить срок.\U000e0068\U000e0069"), "P:G09 P:G09"),
    Case("a sign for private use", says("Прошу сократить срок \ue000 оказания."), "P:G09"),
    Case("a sign that is not assigned", says("Прошу сократить срок \u0378 оказания."), "P:G09"),
    Case("a letter that prints nothing", says("Прошу сократить\u3164срок оказания."), "P:G09"),
    Case(
        "signs upon signs",
        says("Прошу" + "\u0301\u0302\u0303\u0304\u0305" * 3 + " сократить срок."),
        "P:G09",
    ),
    *(
        Case(f"hidden in {what}", says(f"Прошу сократить{signs} срок оказания."), "P:G09")
        for what, signs in {
            "a variation selector": "\ufe00",
            "a selector of the second plane": "\U000e0100",
            "a Khmer vowel": "\u17b4",
            "a Mongolian selector": "\u180b",
            "a selector between digits": " 1\ufe0f2",
            "a pile of Thai marks": " \u0e01" + "\u0e48" * 50,
            "a pile upon a composed letter": " й" + "\u0306" * 3,
        }.items()
    ),
    *(
        Case(f"seen, {what}", says(f"Прошу сократить срок {signs} оказания услуги."), "")
        for what, signs in {
            "a heart": "❤️",
            "a keycap": "1️⃣",
            "a family": "👨‍👩‍👧",
            "a flag": "🇰🇿",
            "a Vietnamese name": "Nguyễn Thị Ánh",
        }.items()
    ),
    Case("a soft hyphen", says("Прошу сокра\u00adтить срок оказания услуги."), "W:G09"),
)

YAML = (
    Case("no YAML", raw("Прошу сократить срок!\n\n: [\n"), "F:F10"),
    Case("an open quotation mark", raw(plain() + 'quote: "abc\n'), "F:F10"),
    Case("a tab ahead", raw(plain() + "\tquote: abc\n"), "F:F11"),
    Case("a key twice", raw(plain() + "kind: support\n"), "F:F12"),
    Case(
        "an anchor and its alias",
        raw(plain(text=None) + "text: &a Прошу сократить\nquote: *a\n"),
        "F:F13 F:F14",
    ),
    Case(
        "laughs by the billion",
        raw("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n"),
        "F:F13 F:F13 F:F13 F:F14 F:F14 F:F14 F:F14 F:F14 F:F14",
    ),
    Case("a key to merge", raw(plain() + "<<: {kind: support}\n"), "F:F31"),
    Case("a tag", raw(plain(text=None) + "text: !!python/object/apply:os.system [id]\n"), "F:F15"),
    Case("a tag of Python", raw("!!python/object:x {}\n"), "F:F15"),
    Case("two documents", raw(plain() + "---\n" + plain()), "F:F16"),
    Case("a directive", raw("%YAML 1.1\n---\n" + plain()), "F:F21"),
    Case("only remarks", raw("# Прошу сократить срок\n"), "F:F17"),
    Case("a list", raw("- a\n- b\n"), "F:F19"),
    Case("one text", raw("Прошу сократить срок\n"), "F:F19"),
    Case("a deep pit", raw("a: " + "[" * 5_000 + "\n"), "F:F18"),
    Case("a deep pit of braces", raw("a: " + "{a: " * 5_000 + "\n"), "F:F18"),
    Case("a deep pit of dashes", raw("a:\n" + "- " * 5_000 + "x\n"), "F:F18"),
    Case("a key that is a list", raw(plain() + "? [a, b]\n: c\n"), "F:F20"),
    Case("a merge conflict", raw("<<<<<<< HEAD\n" + plain() + "=======\n>>>>>>> x\n"), "F:F10"),
    Case("a page of HTML", raw("<!DOCTYPE html>\n<html><body>x</body></html>\n"), "F:F19"),
    Case(
        "JSON",
        raw('{"schema": "1", "id": "k7m2p9qx4a"}\n'),
        "F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30 F:F30",
    ),
    Case(
        "a thousand keys",
        raw("".join(f"k{n}: x\n" for n in range(1_000))),
        " ".join(["F:F30"] * 12 + ["F:F31"] * 1_000),
    ),
)
