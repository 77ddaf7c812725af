"""The files of the made-up corpus, printed by the emitter of the project."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import yaml

from corpus_clauses import Service
from corpus_lives import TODAY, Phase, posted
from corpus_speech import LANGUAGES, Said, Speech, begun, both, parts, phrase
from corpus_talks import MadeComment
from corpus_texts import Change, MadeText
from talqy.model import paths
from talqy.project.yaml_write import OneLine, dumped, style_of

_SITE = "https://{id}.gov.example"
_MONTHS = {code: tuple(line[at] for line in parts("months")) for at, code in enumerate(LANGUAGES)}
_EXPLAINED = 2
_SURVEYED = (2024, 2025)


def project_file(authorities: Sequence[tuple[str, Said]]) -> str:
    """Return the settings of the project."""
    tree: dict[str, Any] = {
        "schema": 1,
        "name": both("Стандарттар жобаларын талқылау", "Обсуждение проектов стандартов"),
        "languages": list(LANGUAGES),
        "timezone": "Asia/Almaty",
        "rules": "kz-2023",
        "calendar": {"closed": ["2027-01-04"], "open": []},
        "downloads": ["docx", "xlsx"],
        "fee_unit": {"name": "mci", "tenge": _TENGE},
        "demonstration": both(
            "Бұл – өлшеуге арналған жоба. Мәтіндер де, пікір білдірушілер де ойдан шығарылған.",
            "Это проект для измерений. И тексты, и авторы комментариев вымышлены.",
        ),
        "today": TODAY.isoformat(),
        "authorities": {name: _authority(name, said) for name, said in authorities},
        "forge": {"kind": "forgejo", "url": "https://forge.example/talqy/corpus", "branch": "main"},
    }
    return dumped(tree)


_TENGE = {"2021": 2917, "2022": 3063, "2023": 3450, "2024": 3692, "2025": 3932, "2026": 4325}


def _authority(name: str, said: Said) -> dict[str, Any]:
    return {
        "name": said,
        "url": _SITE.format(id=name),
        "address": both(
            "Астана қаласы, Мәңгілік Ел даңғылы, 8", "город Астана, проспект Мәңгілік Ел, 8"
        ),
        "email": f"talqylau@{name}.gov.example",
    }


class _Quick(yaml.CSafeDumper):
    """Lists stand where their keys do: so the emitter in C can print texts, in a tenth of time."""

    def ignore_aliases(self, _data: object) -> bool:
        """Return whether no alias is made."""
        return True


def _text(dumper: _Quick, text: str) -> yaml.ScalarNode:
    is_key = "_" in text and text.isidentifier()
    return dumper.represent_scalar(_STR, text, style=None if is_key else style_of(text) or None)


def _plain(dumper: _Quick, value: object) -> yaml.ScalarNode:
    return dumper.represent_scalar(_STR, str(value).lower())


_Quick.yaml_implicit_resolvers = {}
_STR = "tag:yaml.org,2002:str"
_Quick.add_representer(str, _text)
_Quick.add_representer(int, _plain)
_Quick.add_representer(bool, _plain)


def quickly(tree: dict[str, Any], schema: str) -> str:
    """Return the text of a large file."""
    printed: str = yaml.dump(
        tree, Dumper=_Quick, allow_unicode=True, sort_keys=False, width=1 << 26
    )
    return f"# yaml-language-server: $schema={schema}\n{printed}"


class Standard:
    """The files of one standard."""

    def __init__(self, service: Service, speech: Speech) -> None:
        """What is said besides the texts is drawn from the same speech."""
        self.service, self.speech = service, speech

    def itself(self) -> tuple[str, str]:
        """Return the file of the standard: place and text."""
        service, chance = self.service, self.speech.chance
        asked = [chance.randint(300, 2400) for _ in _SURVEYED]
        surveys = [
            OneLine(year=year, answered=n, satisfied=n * chance.randint(70, 95) // 100)
            for year, n in zip(_SURVEYED, asked, strict=True)
        ]
        tree = {
            "schema": 1,
            "id": service.id,
            "code": "",
            "title": service.title,
            "also": {code: [service.also[code]] for code in LANGUAGES},
            "authority": service.authority,
            "provider": service.authority_name,
            "life_event": service.life_event,
            "reviewed": date(2026, chance.randint(1, 9), chance.randint(1, 28)).isoformat(),
            "surveys": surveys,
        }
        return paths.standard_file(service.id), dumped(
            tree, "../../docs/formats/standard.schema.json"
        )

    def text(self, text: MadeText, phase: Phase, number: int) -> tuple[str, str]:
        """Return the file of one text."""
        tree: dict[str, Any] = {
            "schema": 1,
            "revision": number,
            "kind": text.kind,
            "base": number - 1 or None,
            "dated": (phase.opens).isoformat(),
            "explanation": self._explanation(),
            "gist": text.gist,
            "consultation": self._consultation(phase, number),
            "adopted": self._adopted(phase),
            "withdrawn": self._withdrawn(phase),
            "clauses": text.trees(self.service),
            "amendments": [_amendment(change) for change in text.changes],
        }
        tree = {key: value for key, value in tree.items() if value}
        schema = "../../../docs/formats/revision.schema.json"
        return paths.revision_file(self.service.id, number), quickly(tree, schema)

    def comment(self, one: MadeComment, revision: int) -> Iterator[tuple[str, str]]:
        """Yield the file of a comment, and of its answer."""
        folder = paths.comments_folder(self.service.id, revision, one.day.isoformat())
        tree = one.comment | {"author": OneLine(one.comment["author"])}
        yield f"{folder}/{one.id}.yaml", dumped(tree, f"{_FORMATS}/comment.schema.json")
        if one.answer:
            yield (
                f"{folder}/{one.id}.response.yaml",
                dumped(one.answer, f"{_FORMATS}/response.schema.json"),
            )

    def _explanation(self) -> Said:
        said = [self.speech.own(self.speech.because) for _ in range(_EXPLAINED)]
        opened = phrase("explanation", title=self.service.title)
        return {
            code: " ".join((opened[code], *(f"{begun(one[code])}." for one in said)))
            for code in LANGUAGES
        }

    def _consultation(self, phase: Phase, number: int) -> dict[str, Any]:
        found: dict[str, Any] = {
            "opens": phase.opens.isoformat(),
            "closes": phase.closes.isoformat(),
            "posted": [self._posting(channel, on, number) for channel, on in posted(phase)],
        }
        if phase.report:
            signed = both("Басқарма басшысы", "Руководитель управления")
            found["report"] = {"on": phase.report.isoformat(), "signed_by": signed}
        return found

    def _posting(self, channel: str, on: date, number: int) -> dict[str, Any]:
        if channel == "print":
            issue = on.timetuple().tm_yday
            place: dict[str, Any] = {
                "reference": both(
                    f"«Үлгі газеті», № {issue}, 2-бет", f"«Газета-образец», № {issue}, с. 2"
                )
            }
        else:
            site = _SITE.format(id=self.service.authority)
            host = "https://legalacts.egov.example" if channel == "egov" else f"{site}/drafts"
            place = {"url": f"{host}/{self.service.id}-r{number}"}
        return {"channel": channel, "on": on.isoformat(), **place}

    def _adopted(self, phase: Phase) -> dict[str, Any] | None:
        if not phase.adopted or not phase.in_force:
            return None
        on, number = phase.adopted, self.speech.chance.randint(1, 900)
        kk, ru = (_MONTHS[code][on.month - 1] for code in LANGUAGES)
        act = both(
            f"{on.year} жылғы {on.day} {kk} № {number} бұйрық",
            f"Приказ от {on.day} {ru} {on.year} года № {number}",
        )
        return {"on": on.isoformat(), "act": act, "in_force": phase.in_force.isoformat()}

    def _withdrawn(self, phase: Phase) -> dict[str, Any] | None:
        if not phase.withdrawn:
            return None
        said = self.speech.own(self.speech.because)
        reason = {code: f"{begun(said[code])}." for code in LANGUAGES}
        return {"on": phase.withdrawn.isoformat(), "reason": reason}


_FORMATS = "../../../../docs/formats"


def _amendment(change: Change) -> dict[str, Any]:
    found: dict[str, Any] = {"clauses": [change.clause], "reason": change.reason}
    return found | ({"comments": change.comments} if change.comments else {})
