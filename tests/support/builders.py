"""Builders of small sound projects: every part has defaults that are right, a test names the rest.

A builder answers the plain tree of one file, as YAML would give it; `write_project` writes trees.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from talqy.project.yaml_write import dumped

Tree = dict[str, Any]
STANDARD = "birth-registration"
TODAY = "2026-11-20"
COMMENT = "k7m2p9qx4a"
OTHER_COMMENT = "b3c4d5e6f7"
MINISTRY = "ministry-justice"


def said(kk: str, ru: str = "") -> Tree:
    """Make a text in both languages."""
    return {"kk": kk, "ru": ru or kk}


def a_project(**changes: Any) -> Tree:
    """Make the settings of a project whose today is fixed."""
    return {
        "schema": "1",
        "name": said("Талқылау", "Обсуждение"),
        "languages": ["kk", "ru"],
        "rules": "kz-2023",
        "authorities": {
            MINISTRY: {
                "name": said("Әділет министрлігі", "Министерство юстиции"),
                "email": "talqy@justice.example",
            }
        },
        "forge": {"kind": "none"},
        "today": TODAY,
        **changes,
    }


def a_standard(standard: str = STANDARD, **changes: Any) -> Tree:
    """Make a standard that was reviewed and surveyed in time."""
    return {
        "schema": "1",
        "id": standard,
        "title": said("Тууды тіркеу", "Регистрация рождения"),
        "authority": MINISTRY,
        "provider": said("АХАТ бөлімі", "Отдел РАГС"),
        "life_event": "family",
        "reviewed": "2026-02-10",
        "surveys": [{"year": "2025", "answered": "10", "satisfied": "9"}],
        **changes,
    }


def a_clause(clause: str = "term", number: str | Tree = "2", **changes: Any) -> Tree:
    """Make a clause that says something in both languages."""
    text = said("Қызмет көрсетіледі.", "Услуга оказывается.")
    return {"id": clause, "number": number, "text": text, **changes}


def complete_clauses() -> list[Tree]:
    """Make clauses that set every row of the list of basic requirements."""
    covers = ["provider", "complaints", "disability", "other-requirements"]
    return [
        a_clause("general", "1", covers=covers),
        a_clause(
            "term",
            "2",
            facts={
                "channels": ["provider", "egov-portal"],
                "forms": ["paper"],
                "term": [{"amount": "3", "unit": "working-day"}],
                "fee": [{"free": "true"}],
                "result": [{"name": said("куәлік", "свидетельство"), "forms": ["paper"]}],
                "schedule": [
                    {"place": "provider", "days": ["monday"], "from": "09:00", "to": "18:00"}
                ],
            },
        ),
        a_clause(
            "documents",
            "3",
            facts={
                "documents": [
                    {"id": "form", "name": said("өтініш", "заявление"), "source": "applicant"}
                ],
                "refusal_grounds": [
                    {"ground": "false-data", "basis": said("19-1-бап", "статья 19-1")}
                ],
            },
        ),
    ]


def a_posting(channel: str, on: str) -> Tree:
    """Make one posting of a draft."""
    return {"channel": channel, "on": on, "url": f"https://example.kz/{channel}"}


def a_consultation(opens: str = "2026-11-09", closes: str = "2026-11-27", **changes: Any) -> Tree:
    """Make a discussion that is posted everywhere on its first day."""
    posted = [a_posting(channel, opens) for channel in ("internet", "egov", "print")]
    return {"opens": opens, "closes": closes, "posted": posted, **changes}


def a_report(on: str) -> Tree:
    """Make the notice of a report."""
    return {"on": on, "signed_by": said("Департамент", "Департамент")}


def an_adoption(on: str, in_force: str = "", **changes: Any) -> Tree:
    """Make the act that adopted a revision."""
    return {
        "on": on,
        "act": said("№ 7 бұйрық", "приказ № 7"),
        "in_force": in_force or on,
        **changes,
    }


def a_withdrawal(on: str) -> Tree:
    """Make a draft given up."""
    return {"on": on, "reason": said("Жоба қайтарылды.", "Проект отозван.")}


def an_extension(on: str, closes: str) -> Tree:
    """Make a later closing day."""
    return {"on": on, "closes": closes, "reason": said("Сұрау бойынша.", "По просьбам.")}


def a_revision(number: int = 1, **changes: Any) -> Tree:
    """Make a complete revision under discussion; `consultation=None` leaves a key out."""
    tree: Tree = {
        "schema": "1",
        "revision": str(number),
        "kind": "new" if number == 1 else "amendment",
        **({} if number == 1 else {"base": str(number - 1)}),
        "dated": "2026-11-02",
        "explanation": said("Жаңа жоба.", "Новый проект."),
        "consultation": a_consultation(),
        "clauses": complete_clauses(),
        **changes,
    }
    return {key: value for key, value in tree.items() if value is not None}


def an_adopted_revision(number: int = 1, **changes: Any) -> Tree:
    """Make a revision that went all the way in the summer of 2026."""
    changed: Tree = {
        "dated": "2026-06-01",
        "consultation": a_consultation("2026-06-02", "2026-06-19", report=a_report("2026-06-26")),
        "adopted": an_adoption("2026-07-01", "2026-07-10"),
        **changes,
    }
    return a_revision(number, **changed)


def a_settled_revision(**changes: Any) -> Tree:
    """Make a revision of the summer of 2024: its service is old enough to be asked about."""
    talk = a_consultation("2024-06-04", "2024-06-21", report=a_report("2024-06-28"))
    adopted = an_adoption("2024-07-01", "2024-07-10")
    return a_revision(
        1, **{"dated": "2024-06-03", "consultation": talk, "adopted": adopted, **changes}
    )


def drafts(*texts: Iterable[Tree], **changes: Any) -> list[Tree]:
    """Make revisions with these clauses, each from the one before; `changes` are the last one's."""
    made = [a_revision(number, clauses=list(text)) for number, text in enumerate(texts, 1)]
    return [*made[:-1], {**made[-1], **changes}]


def a_saying(clause: str, kk: str, ru: str = "", **changes: Any) -> Tree:
    """Make a clause with this text."""
    return a_clause(clause, text=said(kk, ru), **changes)


def a_comment(comment: str = COMMENT, **changes: Any) -> Tree:
    """Make a timely comment of one person on one clause."""
    tree: Tree = {
        "schema": "1",
        "id": comment,
        "standard": STANDARD,
        "revision": "1",
        "clause": "term",
        "language": "ru",
        "kind": "change",
        "received": "2026-11-10",
        "channel": "web",
        "author": {"kind": "individual"},
        "text": "Срок можно сократить до двух дней.",
        "consent": "1",
        **changes,
    }
    return {key: value for key, value in tree.items() if value is not None}


def a_response(comment: str = COMMENT, **changes: Any) -> Tree:
    """Make an answer that takes note."""
    return {
        "schema": "1",
        "comment": comment,
        "outcome": "noted",
        "reason": said(
            "Пікір қаралып, назарға алынды: мерзім заңда белгіленген.",
            "Мнение рассмотрено и учтено: срок установлен законом.",
        ),
        "decided": {"by": MINISTRY, "on": "2026-11-16"},
        **changes,
    }


def standard_path(standard: str = STANDARD) -> str:
    """Say where a standard lies."""
    return f"standards/{standard}/standard.yaml"


def revision_path(number: int = 1, standard: str = STANDARD) -> str:
    """Say where a revision lies."""
    return f"standards/{standard}/revisions/r{number}.yaml"


def comment_path(comment: str = COMMENT, day: str = "2026-11-10", number: int = 1) -> str:
    """Say where a comment lies."""
    return f"comments/{STANDARD}/r{number}/{day}/{comment}.yaml"


def response_path(comment: str = COMMENT, day: str = "2026-11-10", number: int = 1) -> str:
    """Say where a response lies."""
    return f"comments/{STANDARD}/r{number}/{day}/{comment}.response.yaml"


def a_file_of(tree: Tree) -> tuple[str, Tree]:
    """Return the place of a comment or a response of the first revision, from what it says."""
    if "comment" in tree:
        return response_path(tree["comment"]), tree
    return comment_path(tree["id"], tree["received"], int(tree["revision"])), tree


def write(folder: Path, file: str, content: Tree | str | bytes) -> Path:
    """Write one file: a tree as YAML, text in UTF-8, bytes as they are."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else dumped(content)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path


def write_project(  # noqa: PLR0913
    folder: Path,
    *,
    project: Tree | str | None = None,
    standard: Tree | str | None = None,
    revisions: Iterable[Tree] | None = None,
    comments: Iterable[Tree] = (),
    responses: Iterable[Tree] = (),
    files: Mapping[str, Tree | str | bytes] | None = None,
) -> Path:
    """Write a project of one standard; what is not named is sound, `files` are written last."""
    write(folder, "standards/project.yaml", a_project() if project is None else project)
    write(folder, standard_path(), a_standard() if standard is None else standard)
    for tree in [a_revision()] if revisions is None else revisions:
        write(folder, revision_path(int(tree["revision"])), tree)
    heard = {tree["id"]: tree for tree in comments}
    for tree in heard.values():
        write(folder, *a_file_of(tree))
    for tree in responses:
        comment = heard[tree["comment"]]
        place = (comment["id"], comment["received"], int(comment["revision"]))
        write(folder, response_path(*place), tree)
    for file, content in (files or {}).items():
        write(folder, file, content)
    return folder
