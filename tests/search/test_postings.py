"""Words stand in files of a bounded size, in order, each with where it stands."""

from index_reading import read
from talqy.search.packed import packed
from talqy.search.postings import AUTHORITY, MOST_BYTES, TEXT, TITLE, Words, best_places, cut


def lines_of(words: Words, standards: int) -> dict[str, str]:
    return dict(words.lines(standards))


def test_a_line_names_the_entries_and_the_best_place_in_each() -> None:
    words = Words()
    places = ((TEXT, "паспорт"), (TITLE, "Паспорт"), (AUTHORITY, "паспорт"))
    words.add(0, best_places(places))
    words.add(1, best_places([(TEXT, "паспорт")]))
    words.add(40, best_places([(TEXT, "паспорт")]))
    assert lines_of(words, 100) == {"паспорт": "TX13X"}


def test_a_word_of_most_texts_is_told_in_short_unless_it_names_one() -> None:
    words = Words()
    for entry in range(5):
        title = "мерзімі" if entry == 2 else ""
        words.add(entry, best_places([(TEXT, "қызмет мерзімі"), (TITLE, title)]))
    assert lines_of(words, 5) == {"кизмет": "*", "мерзими": "XXTXX"}


def test_files_are_in_order_and_bounded_and_begin_as_they_are_said_to() -> None:
    words, texts = Words(), [list[tuple[str, str]]() for _ in range(7)]
    for number in range(4000):
        begin = "".join(chr(ord("а") + (number * step) % 31) for step in (1, 7, 13))
        texts[number % 7].append((TEXT, f"{begin}{'абв'[number % 3] * (number % 40)}"))
    for entry, those in enumerate(texts):
        words.add(entry, best_places(those))
    begins, files = cut(words.lines(7))
    assert len(begins) == len(files) > 1
    held = [[*read(file)] for file in files]
    assert [word for file in held for word in file] == sorted(words.places)
    assert max(len(packed(file)) for file in files) <= MOST_BYTES
    for number, (begin, file) in enumerate(zip(begins, held, strict=True)):
        assert file[0].startswith(begin)
        assert number == 0 or held[number - 1][-1] < begin


def test_a_word_stands_as_what_it_does_not_share_with_the_one_before() -> None:
    told = [
        ("жол", "X"),
        ("жолак", "1T"),
        ("жом", "*"),
        ("куалик" * 9, "2X"),
        ("куалик" * 9 + "к", "X"),
    ]
    _, [file] = cut(told)
    assert file[0].startswith("0жол 3ак 2м 0куалик")
    assert [*read(file).items()] == told


def test_a_number_with_its_unit_tells_where_it_stands_though_most_texts_have_one() -> None:
    """Else a standard is found by «14 дней» that has no such number."""
    words = Words()
    for entry in range(4):
        words.add(entry, best_places([(TEXT, "14 (он төрт) күн")]))
    words.add(4, best_places([(TEXT, "күн")]))
    assert lines_of(words, 5) == {"14": "*", "14_кун": "XXXX", "кун": "*"}


def test_nothing_makes_no_files() -> None:
    assert cut(()) == ([], [])
