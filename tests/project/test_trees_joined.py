"""Two lines of work put together: of no file does what one has changed come into another place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from repositories import a_repository, committed
from talqy.project.branches import CommitRole, commit_of, commit_on, content, tree_with
from talqy.project.keeps import Keeps
from talqy.project.taken_in import tree_taking_in, whole_files
from talqy.project.trees_joined import joined_trees
from talqy.project.yaml_read import parse

PROJECT = "standards/project.yaml"
R2, R3 = (f"standards/birth-registration/revisions/r{number}.yaml" for number in (2, 3))
ROLE = CommitRole("talqy", "")
LINES = "".join(f"    line{number}: the same for all\n" for number in range(6))


def offices(*names: str, more: str = "") -> str:
    """Return a file of offices, all with the same lines; `more` is a line of that for guardians."""
    rows = (f"  {one}:\n{LINES}{more if one == 'guardians' else ''}" for one in names)
    return f"schema: 1\nauthorities:\n{''.join(rows)}end: x\n"


def listed(*names: str, more: str = "") -> str:
    """Return the same as a list of things that have an id each."""
    rows = (f"  - id: {one}\n{LINES}{more if one == 'guardians' else ''}" for one in names)
    return f"schema: 1\nsurveys:\n{''.join(rows)}end: x\n"


def sides(
    root: Path, was: Mapping[str, str], *changed: Mapping[str, str | None]
) -> tuple[str, ...]:
    """Commit files, and what two have made of them."""
    start = committed(a_repository(root), was)
    made = [
        {path: None if text is None else text.encode() for path, text in one.items()}
        for one in changed
    ]
    return tuple(commit_on(root, start, one, "S", ROLE) for one in made)


def tree_of(root: Path, tree: str, path: str = PROJECT) -> Any:
    data = content(root, tree, path)
    return None if data is None else parse(data, path).tree


@pytest.mark.parametrize("made", [offices, listed])
@pytest.mark.parametrize("keeps", list(Keeps))
def test_a_line_of_one_thing_never_comes_into_another_that_has_the_same(
    tmp_path: Path, made: Any, keeps: Keeps
) -> None:
    more = "    more: x\n"
    was, moved = made("parents", "guardians"), made("guardians", "parents")
    changed, wanted = (
        made(*names, more=more) for names in (("parents", "guardians"), ("guardians", "parents"))
    )
    own, other = sides(tmp_path, {PROJECT: was}, {PROJECT: moved}, {PROJECT: changed})
    for one, two in ((own, other), (other, own)):
        merged = joined_trees(tmp_path, two, one)
        assert merged.conflicts or tree_of(tmp_path, merged.tree) == parse(wanted.encode(), "").tree
        if not whole_files(tmp_path, one, two):
            tree = tree_taking_in(tmp_path, one, two, keeps)
            assert tree_of(tmp_path, tree) == parse(wanted.encode(), "").tree


def test_what_one_changes_in_a_text_never_comes_into_a_new_one_of_the_other(tmp_path: Path) -> None:
    """Git takes a text that is gone, and one that is new and like it, for one with a new name."""
    text = "schema: 1\nrevision: {}\n" + "".join(f"key{one}: words of it\n" for one in range(30))
    own, other = sides(
        tmp_path,
        {R2: text.format(2)},
        {R2: None, R3: text.format(3)},
        {R2: text.format(2).replace("key9: words", "key9: other words")},
    )
    merged = joined_trees(tmp_path, other, own)
    assert merged.conflicts == (R2,)
    assert tree_of(tmp_path, merged.tree, R3) == parse(text.format(3).encode(), "").tree


def clauses(*names: str) -> str:
    """Return a text of these clauses."""
    rows = (
        f"  - id: {one}\n    number: x\n    text:\n      kk: {one} бір\n      ru: {one} один\n"
        for one in names
    )
    return f"schema: 1\nclauses:\n{''.join(rows)}"


@pytest.mark.parametrize("at", range(1, 5))
@pytest.mark.parametrize("made", [clauses, listed])
def test_what_one_took_out_and_the_other_moved_does_not_come_back_in_silence(
    tmp_path: Path, made: Any, at: int
) -> None:
    """Git's lines are the other's file then, to the byte: it had been trusted for that."""
    names = ["parents", "term", "fee", "papers", "complaints"]
    left = names[1:]
    moved = [*left[:at], "parents", *left[at:]]
    path = R3 if made is clauses else PROJECT
    own, other = sides(tmp_path, {path: made(*names)}, {path: made(*left)}, {path: made(*moved)})
    for one, two in ((own, other), (other, own)):
        merged = joined_trees(tmp_path, one, two)
        data = content(tmp_path, merged.tree, path)
        assert merged.conflicts or (data and b"parents" not in data)


PAPERS = (
    "1) заявление;",
    "2) удостоверение;",
    "3) справка;",
    "4) квитанция;",
    "5) фото.",
    "6) диск.",
)


def papers(*lines: str) -> str:
    """Return a text of one clause that lists papers."""
    said = "".join(f"        {one}\n" for one in ("Следующие:", *lines))
    return f"schema: 1\nclauses:\n  - id: papers\n    text:\n      ru: |-\n{said}"


def put(lines: tuple[str, ...], line: str, at: int) -> tuple[str, ...]:
    """Return lines with one of them at another place."""
    left = [one for one in lines if one != line]
    return (*left[:at], line, *left[at:])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (put(PAPERS, PAPERS[2], 0), put(PAPERS, PAPERS[2], 5)),
        (put(PAPERS, "0) диплом;", 0), put(PAPERS, "0) диплом;", 5)),
        (tuple(one for one in PAPERS if one != PAPERS[2]), put(PAPERS, PAPERS[2], 5)),
    ],
    ids=["moved by both", "put in by both", "taken out and moved"],
)
def test_a_line_stands_as_often_as_both_say(
    tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    own, other = sides(tmp_path, {R3: papers(*PAPERS)}, {R3: papers(*first)}, {R3: papers(*second)})
    for one, two in ((own, other), (other, own)):
        assert joined_trees(tmp_path, one, two).conflicts == (R3,)
        for keeps in Keeps:
            tree = tree_taking_in(tmp_path, one, two, keeps)
            stays = {own: first, other: second}[one if keeps is Keeps.OWN else two]
            assert tree_of(tmp_path, tree, R3) == parse(papers(*stays).encode(), "").tree


def test_lines_that_two_have_put_in_and_taken_out_elsewhere_are_joined(tmp_path: Path) -> None:
    first, second = put(PAPERS, "7) диплом;", 6), PAPERS[1:]
    own, other = sides(tmp_path, {R3: papers(*PAPERS)}, {R3: papers(*first)}, {R3: papers(*second)})
    merged = joined_trees(tmp_path, own, other)
    wanted = papers(*first[1:])
    assert tree_of(tmp_path, merged.tree, R3) == parse(wanted.encode(), "").tree
    assert not merged.conflicts


def postings(*channels: str, url: str = "https://a.example.kz/") -> str:
    """Return a text that was posted in some channels."""
    rows = "".join(f"    - {{channel: {one}, on: 2026-11-20, url: {url}}}\n" for one in channels)
    posted = f"  posted:\n{rows}" if rows else ""
    return f"schema: 1\nconsultation:\n  opens: 2026-11-20\n{posted}{clauses('term')[10:]}"


@pytest.mark.parametrize("before", [(), ("print",)])
def test_two_postings_of_two_channels_are_both_there(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    own, other = sides(
        tmp_path,
        {R3: postings(*before)},
        {R3: postings(*before, "internet")},
        {R3: postings(*before, "egov")},
    )
    merged = joined_trees(tmp_path, own, other)
    wanted = postings(*before, "internet", "egov")
    assert not merged.conflicts
    assert tree_of(tmp_path, merged.tree, R3) == parse(wanted.encode(), "").tree


def test_two_postings_of_one_channel_are_two_versions(tmp_path: Path) -> None:
    own, other = sides(
        tmp_path,
        {R3: postings()},
        {R3: postings("egov")},
        {R3: postings("egov", url="https://b.example.kz/")},
    )
    assert joined_trees(tmp_path, own, other).conflicts == (R3,)


def test_where_two_bases_differ_in_one_place_both_versions_are_shown(tmp_path: Path) -> None:
    def made(onto: str, term: str, *others: str) -> str:
        text = clauses("fee", "term").replace("term один", term).encode()
        tree = tree_with(tmp_path, onto, {R3: text})
        return commit_of(tmp_path, tree, (onto, *others), "S", ROLE)

    start = committed(a_repository(tmp_path), {R3: clauses("fee", "term")})
    first, second = made(start, "1"), made(start, "2")
    one, two = made(first, "1", second), made(second, "2", first)
    assert joined_trees(tmp_path, one, two).conflicts == (R3,)


@pytest.mark.parametrize("swap", [True, False])
def test_what_was_set_back_stays_so_where_two_lines_have_met_twice(
    tmp_path: Path, *, swap: bool
) -> None:
    """An older save was merged by hand, while the work took in the main branch and went on."""

    def said(term: str, fee: str) -> dict[str, bytes]:
        rows = (("term", term), ("fee", fee))
        lines = (f"  - id: {one}\n    text:\n      ru: {words}\n" for one, words in rows)
        return {R3: f"schema: 1\nclauses:\n{''.join(lines)}".encode()}

    main = committed(a_repository(tmp_path), {R3: said("x", "0")[R3].decode()})
    sent = commit_on(tmp_path, main, said("y", "0"), "Sent", ROLE)
    later = commit_on(tmp_path, main, said("x", "1"), "Later", ROLE)
    back = commit_on(tmp_path, sent, said("x", "0"), "Set back", ROLE)
    own = commit_of(tmp_path, tree_with(tmp_path, later, said("x", "1")), (later, back), "", ROLE)
    old = commit_of(tmp_path, tree_with(tmp_path, later, said("y", "2")), (later, sent), "", ROLE)
    merged = joined_trees(tmp_path, *((own, old) if swap else (old, own)))
    wanted = parse(said("x", "2")[R3], "").tree
    assert merged.conflicts or tree_of(tmp_path, merged.tree, R3) == wanted


def test_a_remark_goes_with_the_clause_that_goes(tmp_path: Path) -> None:
    text = clauses("general", "term", "fee").replace("- id: term", "- id: term  # asked twice")
    changed = text.replace("general один", "general два")
    left = text.partition("  - id: term")[0] + "  - id: fee" + text.partition("  - id: fee")[2]
    own, other = sides(tmp_path, {R3: text}, {R3: left}, {R3: changed})
    for one, two in ((own, other), (other, own)):
        merged = joined_trees(tmp_path, one, two)
        wanted = left.replace("general один", "general два")
        assert not merged.conflicts
        assert tree_of(tmp_path, merged.tree, R3) == parse(wanted.encode(), "").tree
