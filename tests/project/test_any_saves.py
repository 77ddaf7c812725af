"""Two save by turns, one of them from old pages: nothing that the other has set goes unasked."""

from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from repositories import a_repository, committed
from talqy.project.branches import CommitRole, commit_of, commit_on, content
from talqy.project.taken_in import put_onto
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import dumped
from text_edits import a_text, after, of_both, things

PATH = "standards/birth-registration/revisions/r1.yaml"
ROLE = CommitRole("talqy", "")
CHANCES = st.randoms(use_true_random=True)
FIELDS = list(product(("one", "two"), ("ru",)))
Said = dict[tuple[str, str], str]


def a_file(said: Said) -> bytes:
    clauses = [{"id": name, "text": {language: said[name, language]}} for name, language in FIELDS]
    return dumped({"schema": "1", "clauses": clauses}).encode()


class Saves:
    """A branch, what each commit says, and who has set each value last in it, as its step."""

    def __init__(self, root: Path) -> None:
        said = dict.fromkeys(FIELDS, "a")
        self.root = root
        self.line = [committed(root, {PATH: a_file(said)})]
        self.said = [said]
        self.set_by: list[dict[tuple[str, str], str]] = []

    def save(self, who: str, seen: int, changed: Said) -> None:
        """Save from a page made of one of the commits; what was not seen is still so, or asked."""
        files = {PATH: a_file({**self.said[seen], **changed})}
        base, tip = self.line[seen], self.line[-1]
        own = commit_on(self.root, base, files, "S", ROLE)
        onto = put_onto(self.root, (base, tip, own), files)
        if onto.differing:
            return
        made = commit_of(self.root, onto.tree, (tip,), "S", ROLE)
        now = self._read(made)
        self._assert_seen(seen, now, changed)
        new = {field for field in FIELDS if now[field] != self.said[-1][field]}
        self.line.append(made)
        self.said.append(now)
        self.set_by.append(dict.fromkeys(new, who))

    def _read(self, commit: str) -> Said:
        data = content(self.root, commit, PATH)
        assert data is not None
        tree: Any = parse(data, PATH).tree
        return {
            (one["id"], key): said for one in tree["clauses"] for key, said in one["text"].items()
        }

    def _assert_seen(self, seen: int, now: Said, changed: Said) -> None:
        for field in FIELDS:
            sets = [one[field] for one in self.set_by[seen:] if field in one]
            mine = changed.get(field, self.said[seen][field])
            if sets and sets[-1] == "B":
                assert now[field] == self.said[-1][field]
            elif not sets:
                assert now[field] == mine


@settings(
    max_examples=max(settings().max_examples // 2, 1),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=CHANCES)
def test_what_another_has_set_since_is_never_undone_unasked(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    saves = Saves(a_repository(tmp_path_factory.mktemp("saves")))
    for _ in range(chance.randint(4, 7)):
        tip = len(saves.line) - 1
        fields = chance.sample(FIELDS, chance.choice((1, 1, 2)))
        if chance.random() < 0.5:  # what somebody sets back is what old pages still have
            said = saves.said[0] if chance.random() < 0.6 else dict.fromkeys(FIELDS, "d")
            saves.save("B", tip, {one: said[one] for one in fields})
        else:
            saves.save(
                "A", chance.randint(0, tip // 2), {one: chance.choice("abc") for one in fields}
            )


def test_a_word_more_behind_what_another_has_undone_is_asked_about(tmp_path: Path) -> None:
    saves, field = Saves(a_repository(tmp_path)), FIELDS[0]
    for who, word in (("A", "b"), ("B", "a"), ("A", "b and more")):
        saves.save(who, 0 if who == "A" else 1, {field: word})
    assert [one[field] for one in saves.said] == ["a", "b", "a"]


@settings(
    max_examples=max(settings().max_examples // 5, 1),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=CHANCES)
def test_each_thing_of_a_text_is_there_as_a_page_and_what_came_since_have_it(
    tmp_path_factory: pytest.TempPathFactory, chance: Random
) -> None:
    root = a_repository(tmp_path_factory.mktemp("texts"))
    texts = [a_text(chance)]
    line = [committed(root, {PATH: dumped(texts[0])})]
    for number in range(3):
        seen = chance.randrange(len(line))
        own = after(texts[seen], chance, f"s{number}")
        files = {PATH: dumped(own).encode()}
        commits = (line[seen], line[-1], commit_on(root, line[seen], files, "S", ROLE))
        onto = put_onto(root, commits, files)
        if onto.differing:
            continue
        data = content(root, onto.tree, PATH)
        assert data is not None
        made: Any = parse(data, PATH).tree
        assert things(made) == of_both((texts[seen], texts[-1], own))
        texts.append(made)
        line.append(commit_of(root, onto.tree, (line[-1],), "S", ROLE))
