"""What search costs and finds: in the demonstration, and among many other standards.

    python tests/bench/search.py [--standards 1300]

The others have titles of their own, made of what is done and with what; their texts are those of
the demonstration with every twelfth word exchanged for one that no other text has, so that words
grow as they do with real texts. The judged queries of `tests/search` are asked in Chromium, each
of an engine that has loaded nothing: bytes are those of files compressed one by one, the scripts
included; times are from a key to the picture of the answer on the page of search, with the
processor slowed down four times: the first keys of some queries, and all keys once their files
are read. They say little while the machine does other work, so that the load is told.
"""

import gzip
import os
import random
import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice, product
from pathlib import Path
from shutil import copytree, which
from tempfile import TemporaryDirectory

import click
from playwright.sync_api import Browser, sync_playwright

from discussions import ROOT
from searching import SCRIPT, Answer, Key, asked, queries, typed
from talqy.language.edition import Edition, editions
from talqy.law.publication import public_part
from talqy.model import addresses
from talqy.model.register import Assessment, Record, Register
from talqy.model.revision import Clause
from talqy.project.survey import survey
from talqy.site.pages.search import pages
from talqy.site.search_files import SearchFiles, search_files
from talqy.site.sent_scripts import sent_scripts

_SEED = 20261120
_THEME = ROOT / "site_templates" / "theme"
_WORD = re.compile(r"[^\W\d_]{6,}")
_DEEDS = {
    "ru": (
        *(
            "Выдача лицензии на",
            "Регистрация",
            "Аккредитация",
            "Согласование",
            "Выдача справки про",
        ),
        *(
            "Учет",
            "Аттестация",
            "Выдача разрешения на",
            "Продление срока для",
            "Постановка в реестр",
        ),
        *("Прекращение", "Переоформление", "Выдача дубликата на", "Оценка", "Прием отчета про"),
        *("Назначение выплаты за", "Субсидирование", "Экспертиза", "Подтверждение", "Проверка"),
    ),
    "kk": (
        *("лицензия беру", "тіркеу", "аккредиттеу", "келісу", "анықтама беру", "есепке алу"),
        *("аттестаттау", "рұқсат беру", "мерзімін ұзарту", "тізілімге енгізу", "тоқтату"),
        *("қайта ресімдеу", "телнұсқа беру", "бағалау", "есеп қабылдау", "төлем тағайындау"),
        *("субсидиялау", "сараптау", "растау", "тексеру"),
    ),
}
_THINGS = 65
_SYLLABLES = {
    "ru": "бра вел гор дин жек зол кам лис мор нар пет рос сал тун фил хор цен шал яр кон мед тор",
    "kk": "бай гүл дәр жар зей қам лас мер нұр өте рас сәу тұз ұша шың ағы еңб кен мал сөз тай жол",
}
_PAGE = """<!doctype html><meta charset="utf-8"><title>bench</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="{style}">
<main>{content}</main>
"""
_TYPED_WORDS = {
    "ru": ("сколько стоит паспорт", "садик очередь", "пасорт", "отказ в пособии"),
    "kk": ("балабақша кезегі", "куалик жогалттым", "тұрғын үй көмегі", "мүгедектик"),
}
_TIMES_SLOWER = 4


@dataclass(frozen=True)
class Made:
    """The index of a language, and what its page of search holds."""

    index: SearchFiles
    page: str


@dataclass(frozen=True)
class NewWords:
    """Words that no text has, in a language; the same in each run."""

    language: str
    chance: random.Random

    def word(self) -> str:
        """Draw a word."""
        syllables = _SYLLABLES[self.language].split()
        return "".join(self.chance.choices(syllables, k=self.chance.randint(2, 3)))

    def in_place(self, text: str) -> str:
        """Exchange every twelfth long word of a text."""
        return _WORD.sub(lambda w: self.word() if self.chance.random() < 1 / 12 else w[0], text)


def many(register: Register, standards: int) -> Register:
    """Return a register with so many standards: those that there are, and others."""
    words = {code: NewWords(code, random.Random(f"{_SEED}{code}")) for code in _DEEDS}  # noqa: S311
    things = [
        {code: f"{known.word()} {known.word()}" for code, known in words.items()}
        for _ in range(_THINGS)
    ]
    titles = (
        {
            "ru": f"{_DEEDS['ru'][deed]} {thing['ru']}",
            "kk": f"{thing['kk'].capitalize()} {_DEEDS['kk'][deed]}",
        }
        for thing, deed in product(things, range(len(_DEEDS["ru"])))
    )
    known = register.records
    others = islice(titles, max(0, standards - len(known)))
    made = (
        _other(known[at % len(known)], f"other-{at}", title, words)
        for at, title in enumerate(others)
    )
    return replace(register, records=(*known, *made))


def _other(record: Record, name: str, title: dict[str, str], words: dict[str, NewWords]) -> Record:
    named = {"id": name, "title": title, "short_title": None, "also": None}
    text = record.revisions[-1]
    clauses = tuple(_clause(clause, words) for clause in text.clauses)
    return Record(
        standard=record.standard.model_copy(update=named),
        revisions=(*record.revisions[:-1], text.model_copy(update={"clauses": clauses})),
    )


def _clause(clause: Clause, words: dict[str, NewWords]) -> Clause:
    said = {code: words[code].in_place(text) for code, text in (clause.text or {}).items()}
    inner = tuple(_clause(one, words) for one in clause.clauses)
    return clause.model_copy(update={"text": said or None, "clauses": inner})


def _made(standards: int) -> Iterator[tuple[Edition, Made, float]]:
    register, assessment = survey(ROOT, None).known
    public = public_part(register, assessment)
    for edition in editions(ROOT, many(public, standards), _for_all(assessment, standards)):
        begun = time.process_time()
        made = search_files(edition, ())
        seconds = time.process_time() - begun
        yield edition, Made(made, next(pages(edition)).content), seconds


def _for_all(assessment: Assessment, standards: int) -> Assessment:
    """Let other standards stand where those stand that they were made of."""
    names = sorted({name for name, _ in assessment.standings})
    others = {
        (f"other-{at}", number): standing
        for at in range(standards)
        for (name, number), standing in assessment.standings.items()
        if name == names[at % len(names)]
    }
    return replace(assessment, standings={**others, **assessment.standings})


def _share(good: Sequence[bool]) -> str:
    return f"{sum(good)} of {len(good)}"


def _tell(answers: Sequence[Answer], scripts: int) -> None:
    real = [one for one in answers if one.is_real]
    clauses = [one for one in real if one.query["clauses"]]
    none = [one for one in answers if not one.is_real]
    sizes = sorted(one.size + scripts for one in answers)
    click.echo(f"  right standard first: {_share([one.is_first for one in real])}")
    click.echo(f"  right clause among three: {_share([one.is_placed for one in clauses])}")
    click.echo(f"  no answer, and said so: {_share([one.is_honest for one in none])}")
    click.echo(f"  has an answer, and is told so: {_share([not one.is_denied for one in real])}")
    middle, ninth = sizes[len(sizes) // 2], sizes[len(sizes) * 9 // 10]
    click.echo(f"  first query: median {middle}, p90 {ninth}, most {sizes[-1]} bytes compressed")


def _tell_of_keys(name: str, keys: Sequence[Key]) -> None:
    told = []
    for what in ("titles", "picture"):
        times = sorted(getattr(key, what) for key in keys)
        told.append(
            f"{what} median {times[len(times) // 2]:.0f}, p90 {times[len(times) * 9 // 10]:.0f}"
        )
    click.echo(f"  {name}, {len(keys)}: {'; '.join(told)} ms (load {os.getloadavg()[0]:.1f})")


def _measured(browser: Browser, address: str, language: str) -> tuple[list[Key], list[Key]]:
    """Type each query into a page of its own, twice: the second time its files are there."""
    early: list[Key] = []
    late: list[Key] = []
    for words in _TYPED_WORDS[language]:
        page = browser.new_page(viewport={"width": 375, "height": 667})
        page.goto(address)
        slower = page.context.new_cdp_session(page)
        slower.send("Emulation.setCPUThrottlingRate", {"rate": _TIMES_SLOWER})
        early.append(typed(page, words)[0])
        page.fill("#query", "")
        late += typed(page, words)
        page.close()
    return early, late


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@click.command(help=__doc__)
@click.option("--standards", default=1300, show_default=True)
def main(standards: int) -> None:
    """Measure both collections."""
    parts = {f"assets/{it.name}": it.read_text("utf-8") for it in (_THEME / "assets").glob("*.js")}
    sent = sent_scripts(parts)
    script = sent[SCRIPT]
    click.echo(f"scripts: {_packed(script.encode())} bytes compressed")
    with TemporaryDirectory() as name, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=which("chromium"))
        for count in sorted({8, standards}):
            folder = Path(name) / str(count)
            copytree(_THEME / "assets", folder / "assets")
            for address, it in sent.items():
                (folder / address).write_text(it, "utf-8")
            for edition, made, seconds in _made(count):
                _written(folder / edition.code, made)
                _tell_of_files(edition, made.index.files, seconds)
                _served(browser, folder, edition.code, made, _packed(script.encode()))


def _written(folder: Path, made: Made) -> None:
    for name, content in made.index.by_path().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    page = _PAGE.format(style="../../assets/talqy.css", content=made.page)
    (folder / addresses.SEARCH / "index.html").write_text(page, "utf-8")


def _tell_of_files(edition: Edition, files: Mapping[str, bytes], seconds: float) -> None:
    kinds = {kind: [it for name, it in files.items() if name.startswith(kind)] for kind in "wcdkt"}
    told = ", ".join(f"{k}/ {sum(map(_packed, it))} in {len(it)}" for k, it in kinds.items())
    count, core = len(edition.register.records), _packed(files["core.txt"])
    click.echo(f"{count} standards, {edition.code}: {seconds:.2f} s of processor to make")
    click.echo(f"  bytes compressed: core {core}, {told}")


def _served(browser: Browser, folder: Path, language: str, made: Made, scripts: int) -> None:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{language}/{addresses.SEARCH}"
        page = browser.new_page()
        page.goto(address)
        index = folder / language / addresses.SEARCH / made.index.folder
        _tell(asked(page, made.index.folder, index, folder / "assets", queries(language)), scripts)
        page.close()
        early, late = _measured(browser, address, language)
        _tell_of_keys("first keys", early)
        _tell_of_keys("keys once all is read", late)
        server.shutdown()


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


if __name__ == "__main__":
    main()
