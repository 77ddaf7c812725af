"""How often the judge stops the scrupulous: sound texts, and what it says of them.

    python tests/bench/alarms.py

Most of the texts were not written by who wrote the rules: the comments, answers and clauses of the
demonstration, and what another hand wrote before it had read a rule. `sound_texts.txt` was written
beside the rules. An alarm is what must be mended or needs a person.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from talqy.comments.content import personal
from talqy.comments.doors import Door
from talqy.comments.judge import judge_texts, weighed
from talqy.comments.name_shape import shape_of_name
from talqy.comments.names import impersonation, official_names
from talqy.comments.no_comment import no_answer
from talqy.comments.official_voice import official_voice
from talqy.comments.personal import keys_in
from talqy.comments.public_data import PublicData
from talqy.comments.signs import signs_of_text
from talqy.model.comment import Author
from talqy.model.problem import Level, Problem
from talqy.model.problem import Path as Where
from talqy.model.register import Record, Register
from talqy.project.load import read_project

ROOT = Path(__file__).parents[2]
WRITTEN = {"written": "sound_texts.txt", "written by another": "sound_texts_by_another_hand.txt"}
HOSTS = frozenset({"justice.gov.example", "gov.kz", "egov.kz", "zan.kz"})
PUBLISHED = ("8 (7172) 74-02-02", "talqylau@justice.gov.example")


@dataclass(frozen=True, slots=True)
class Sound:
    """One sound text: whose hand it is of, where it is said, and who says it."""

    hand: str
    text: str
    door: Door = Door.SINGLE
    author: Author | None = None
    public: Collection[str] = frozenset()


def sound_texts() -> Iterator[Sound]:
    """Yield all sound texts."""
    register = _demonstration()
    for record in register.records:
        yield from _of_the_demonstration(register, record)
    for hand, name in WRITTEN.items():
        yield from _written(hand, Path(__file__).with_name(name))


def _demonstration() -> Register:
    register = read_project(ROOT).register
    assert register
    return register


def _of_the_demonstration(register: Register, record: Record) -> Iterator[Sound]:
    """Yield comments, answers, and the clauses in which there are digits, each once."""
    public = {r.revision: PublicData(register, record.id, r.revision) for r in record.revisions}
    for comment in record.comments:
        known = public[comment.revision]
        yield Sound("comments", comment.text, author=comment.author, public=known)
        if answer := record.response_to(comment.id):
            for reason in answer.reason.values():
                yield Sound("answers", reason, Door.ANSWER, public=known)
    clauses = {
        text: revision.revision
        for revision in record.revisions
        for clause in revision.walk()
        for text in (clause.text or {}).values()
        if any(map(str.isdecimal, text))
    }
    for text, number in clauses.items():
        yield Sound("clauses", text, public=public[number])


def _written(hand: str, file: Path) -> Iterator[Sound]:
    public = keys_in(PUBLISHED)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, kind, name, text = (part.strip() for part in line.split("|", 3))
            author = Author.model_validate({"kind": kind, **({"name": name} if name else {})})
            yield Sound(hand, text, author=author, public=public)


def said_of(sound: Sound, officials: tuple[str, ...]) -> list[Problem]:
    """Return what is said of a text at its door."""
    where: Where = ("text",)
    if sound.door is Door.ANSWER:
        said = [*personal("", where, sound.text, sound.public), *no_answer("", where, sound.text)]
        return weighed(said, sound.door)
    found = [*signs_of_text("", where, sound.text)]
    leaves = [(where, sound.text)]
    kind = sound.author.kind if sound.author else None
    found += official_voice("", where, sound.text, kind)
    if sound.author:
        leaves += [(("author", "name"), sound.author.name)] if sound.author.name else []
        found += impersonation("", sound.author, officials)
        found += shape_of_name("", sound.author)
    return weighed([*found, *judge_texts("", leaves, sound.public, HOSTS)], sound.door)


def counted() -> tuple[Counter[str], list[tuple[Sound, Problem]]]:
    """Return how many texts there are of each hand, and all alarms with their texts."""
    officials = tuple(official_names(_demonstration().project))
    texts = list(sound_texts())
    alarms = [
        (sound, problem)
        for sound in texts
        for problem in said_of(sound, officials)
        if problem.level is not Level.WARNING
    ]
    return Counter(sound.hand for sound in texts), alarms


@click.command()
def main() -> None:
    """Judge all sound texts, and print each alarm and their share."""
    texts, alarms = counted()
    for sound, problem in alarms:
        click.echo(f"{problem.code} {problem.level}: {problem.said()}: {sound.text[:200]!r}")
    for hand, count in texts.items():
        click.echo(f"{hand}: {count}")
    stopped = len({id(sound) for sound, _ in alarms})
    total = texts.total()
    click.echo(f"sound texts: {total}; stopped: {stopped} ({stopped / total:.2%})")


if __name__ == "__main__":
    main()
