"""A project of a country's size, made from a seed: texts, discussions, answers and their record.

    python tests/bench/corpus.py FOLDER [--standards 96] [--comments 20000] [--seed 20261120]

Sizes are drawn from what the demonstration has, counted anew at each run: so median and spread are
those of real texts, whatever their number. No two standards share a sentence of more than six
words, but for phrases of the law; what profits from copies gains nothing here. Services, places and
sentences are put together from `corpus_words.yaml` and `corpus_sentences.yaml`; the record is made
by the code that `talqy merge` runs. The same seed makes the same bytes.

With --comments, one closed discussion has so many of them.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile, copytree

import click

from corpus_clauses import Service
from corpus_figures import Counts, beside, counts_of
from corpus_files import Standard, project_file
from corpus_lives import TODAY, Phase, lives, phases
from corpus_speech import LANGUAGES, Speech, begun, both, parts
from corpus_talks import Discussion, Talk
from corpus_texts import MadeText, first_text, next_text, repealed
from discussions import ROOT
from talqy.model import paths
from talqy.model.register import Register
from talqy.project.history_file import merge_plan
from talqy.project.load import read_project
from talqy.project.survey import assess

SEED = 20261120
_HALF = 0.5


def services(chance: random.Random) -> list[Service]:
    """Return all services that the words allow, shuffled: what is done, to what, by whom."""
    bodies = authorities()
    found = []
    for family, deed, kk, ru in parts("deeds"):
        for name, event, *words in parts(family):
            gap = dict(zip(LANGUAGES, words[:2], strict=True))
            title = both(begun(kk.format(**gap)), ru.format(**gap))
            body, named = chance.choice(bodies)
            also = dict(zip(LANGUAGES, words[2:], strict=True))
            found.append(Service(f"{deed}-{name}", title, event, also, body, named))
    chance.shuffle(found)
    return found


def authorities() -> list[tuple[str, dict[str, str]]]:
    """Return all authorities: id and name."""
    found = [(f"ministry-{name}", both(kk, ru)) for name, kk, ru in parts("ministries")]
    for kind, of_kk, of_ru in parts("bodies"):
        found += [
            (f"{kind}-{name}", both(of_kk.format(kk=kk), of_ru.format(ru=ru)))
            for name, kk, ru in parts("regions")
        ]
    return found


def a_corpus(folder: Path, standards: int, comments: int = 0, seed: int = SEED) -> Counts:
    """Make a project in a folder; return the counts of the demonstration, its model."""
    chance = random.Random(seed)  # noqa: S311
    model = counts_of(_read(ROOT))
    copytree(ROOT / "site_templates/pages", folder / "site_templates/pages")
    (folder / "site_templates/theme").mkdir()
    copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    _write(folder, paths.PROJECT, project_file(authorities()))
    owners: dict[str, str] = {}
    every = services(chance)
    if standards > len(every):
        raise click.UsageError(f"there are words for {len(every)} standards")
    large = comments
    for service, role in zip(every[:standards], lives(chance, standards), strict=False):
        speech = Speech(random.Random(f"{seed} {service.id}"), service.id, owners)  # noqa: S311
        count = large if role == "answered" else 0
        large = 0 if count else large
        for path, text in _standard(service, role, speech, model, count):
            _write(folder, path, text)
    _record(folder)
    return model


def _standard(
    service: Service, role: str, speech: Speech, model: Counts, comments: int
) -> Iterator[tuple[str, str]]:
    """Yield the files of one standard, but for its record."""
    count = speech.chance.choice(model["texts of a standard"])
    days = phases(speech.chance, role, count)
    texts = _texts(service, role, speech, model, count)
    files = Standard(service, speech)
    yield files.itself()
    for number, (text, phase) in enumerate(zip(texts, days, strict=True), start=1):
        later = texts[number].changes if number < count else []
        talk = _talk(service, number, phase)
        held = []
        if talk:
            discussion = Discussion(talk, text, speech, model, later)
            size = (
                comments
                if comments and number == count
                else speech.chance.choice(model["comments on a text"])
            )
            held = discussion.hold(size)
        yield from (file for one in held for file in files.comment(one, number))
    for number, (text, phase) in enumerate(zip(texts, days, strict=True), start=1):
        yield files.text(text, phase, number)


def _texts(
    service: Service, role: str, speech: Speech, model: Counts, count: int
) -> list[MadeText]:
    texts = [first_text(speech, service, model)]
    while len(texts) < count:
        ends = role == "repealed" and len(texts) == count - 1
        texts.append(repealed(texts[-1]) if ends else next_text(texts[-1], speech, service, model))
    return texts


def _talk(service: Service, number: int, phase: Phase) -> Talk | None:
    """Return the discussion of a text, as far as it has got; none before it opens."""
    if phase.opens > TODAY:
        return None
    last = min(TODAY, phase.closes)
    if phase.report:
        return Talk(service, number, phase.opens, last, (phase.closes, phase.report))
    if phase.closes < TODAY:
        return Talk(service, number, phase.opens, last, (phase.closes, TODAY), _HALF)
    return Talk(service, number, phase.opens, last)


def _read(folder: Path) -> Register:
    register = read_project(folder).register
    if register is None:
        raise SystemExit(f"{folder} cannot be read")
    return register


def _record(folder: Path) -> None:
    """Write the record of every standard, as `talqy merge --all` does."""
    register = _read(folder)
    assessment = assess(register, TODAY)
    for record in register.records:
        step = merge_plan(record, assessment, None).step
        if step:
            _write(folder, step.path, step.text)


def _write(folder: Path, path: str, text: str) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--standards", default=96, show_default=True, help="How many standards.")
@click.option("--comments", default=0, help="How many comments one discussion has besides.")
@click.option("--seed", default=SEED, show_default=True)
def main(folder: Path, standards: int, comments: int, seed: int) -> None:
    """Make a project in FOLDER, and print its sizes beside those of the demonstration."""
    model = a_corpus(folder, standards, comments, seed)
    click.echo(beside(counts_of(_read(folder)), model))


if __name__ == "__main__":
    main()
