"""What search costs and finds: in the demonstration, and among many other standards.

    python tests/bench/search.py [--standards 1300]

The others have titles of their own, made of what is done and with what; their texts are those of
the demonstration with every twelfth word exchanged for one that no other text has, so that words
grow as they do with real texts. The judged queries of `tests/search` are asked in Chromium, each
of an engine that has loaded nothing: bytes are those of files compressed one by one, the scripts
included; times are from a key to the answer, with the processor slowed down four times.
"""

import gzip
import random
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice, product
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

import click
from playwright.sync_api import Page, sync_playwright

from discussions import ROOT
from searching import HONEST, SCRIPTS, Answer, asked
from talqy.language.edition import Edition, editions
from talqy.law.publication import public_part
from talqy.model.register import Record, Register
from talqy.model.revision import Clause
from talqy.model.standing import Assessment
from talqy.project.survey import survey
from talqy.search.index import index_files

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
<script src="search.js"></script>
"""
_TYPED = """async ([folder, word]) => {
  const engine = talqySearch(folder);
  const times = [];
  for (let at = 1; at <= word.length; at += 1) {
    const begun = performance.now();
    const { state, rows, read } = await engine.answer(word.slice(0, at));
    await Promise.all(rows.slice(0, 10).map((row) => engine.title(row.entry)));
    if (state !== "comments") {
      const opened = rows.slice(0, 3).filter((row) => engine.isStandard(row.entry));
      await Promise.all(opened.map((row) => engine.clauses(row.entry, read)));
    }
    times.push(performance.now() - begun);
  }
  return times;
}"""
_TYPED_WORDS = {"ru": "сколько стоит паспорт", "kk": "балабақша кезегі"}


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


def _made(standards: int) -> Iterator[tuple[Edition, dict[str, bytes], float]]:
    register, assessment = survey(ROOT, None).known
    public = public_part(register, assessment)
    for edition in editions(ROOT, many(public, standards), _for_all(assessment, standards)):
        begun = time.process_time()
        files = dict(index_files(edition, ()))
        yield edition, files, time.process_time() - begun


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


def _tell(language: str, answers: Sequence[Answer], times: Sequence[float], scripts: int) -> None:
    real = [one for one in answers if one.is_real]
    clauses = [one for one in real if one.query["clauses"]]
    none = [one for one in answers if not one.is_real]
    sizes = sorted(one.size + scripts for one in answers)
    click.echo(f"  right standard first: {_share([one.is_first for one in real])}")
    click.echo(f"  right clause among three: {_share([one.is_placed for one in clauses])}")
    click.echo(f"  no answer, and said so: {_share([one.state in HONEST for one in none])}")
    middle, ninth = sizes[len(sizes) // 2], sizes[len(sizes) * 9 // 10]
    click.echo(f"  first query: median {middle}, p90 {ninth}, most {sizes[-1]} bytes compressed")
    slow = sorted(times)
    word = _TYPED_WORDS[language]
    click.echo(f"  each key of “{word}”: median {slow[len(slow) // 2]:.0f}, most {slow[-1]:.0f} ms")


def _measured(
    page: Page, origin: str, folder: Path, language: str
) -> tuple[list[Answer], list[float]]:
    page.goto(f"{origin}/index.html")
    answers = asked(page, f"{language}/", folder / language, language)
    slower = page.context.new_cdp_session(page)
    slower.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = page.evaluate(_TYPED, [f"{language}/", _TYPED_WORDS[language]])
    slower.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return answers, times


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@click.command(help=__doc__)
@click.option("--standards", default=1300, show_default=True)
def main(standards: int) -> None:
    """Measure both collections."""
    scripts = sum(_packed((_THEME / name).read_bytes()) for name in SCRIPTS)
    click.echo(f"scripts: {scripts} bytes compressed")
    with TemporaryDirectory() as name, sync_playwright() as player:
        page = player.chromium.launch(executable_path=which("chromium")).new_page()
        for count in sorted({8, standards}):
            folder = Path(name) / str(count)
            for edition, files, seconds in _made(count):
                _written(folder, edition, files)
                _tell_of_files(edition, files, seconds)
                _tell(edition.code, *_served(page, folder, edition.code), scripts)


def _written(folder: Path, edition: Edition, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        file = folder / edition.code / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "index.html").write_text(_PAGE, "utf-8")
    (folder / "search.js").write_bytes((_THEME / SCRIPTS[0]).read_bytes())


def _tell_of_files(edition: Edition, files: dict[str, bytes], seconds: float) -> None:
    kinds = {kind: [it for name, it in files.items() if name.startswith(kind)] for kind in "wcdkt"}
    told = ", ".join(f"{k}/ {sum(map(_packed, it))} in {len(it)}" for k, it in kinds.items())
    count, core = len(edition.register.records), _packed(files["core.json"])
    click.echo(f"{count} standards, {edition.code}: {seconds:.2f} s of processor to make")
    click.echo(f"  bytes compressed: core {core}, {told}")


def _served(page: Page, folder: Path, language: str) -> tuple[list[Answer], list[float]]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{server.server_port}"
        measured = _measured(page, origin, folder, language)
        server.shutdown()
    return measured


def _packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


if __name__ == "__main__":
    main()
