"""A discussion of hostile people, over and reported: for pages, files and figures."""

from builders import (
    MINISTRY,
    Tree,
    a_comment,
    a_project,
    a_response,
    a_revision,
    an_adopted_revision,
    complete_clauses,
    said,
)

HOSTILE = (
    '=HYPERLINK("https://evil.example";"x")',
    "+7 701",
    "-1+1",
    "@SUM(A1)",
    "<script>alert(1)</script> </td></table> ]]> &amp; {{ 7*7 }}",
    "</w:t></w:r><w:b/> _x0041_",
)


def hostile_parts() -> dict[str, object]:
    comments, responses = [], []
    for place, text in enumerate(HOSTILE):
        name = f"a00000000{place}"
        comments.append(
            a_comment(
                name,
                received="2026-06-10",
                text=text,
                quote=text,
                proposal=text,
                author={"kind": "individual", "name": text},
            )
        )
        reason = said(f"{text} – заңға сай емес", f"{text} – вразрез с законом")
        answer = {"reason": reason, "decided": {"by": MINISTRY, "on": "2026-06-24"}}
        responses.append(a_response(name, outcome="rejected", **answer))
    comments += [
        a_comment("b000000000", received="2026-06-22", text="Кешіктім."),
        a_comment("c000000000", received="2026-06-11", text="Жасырын сөз.", author=named("Аты")),
    ]
    asked = said("Автордың хаты бойынша қайтарылды.", "Отозвано по письму автора.")
    gone = {
        "outcome": "withdrawn",
        "decided": {"by": MINISTRY, "on": "2026-06-24"},
        "reason": asked,
    }
    responses.append(a_response("c000000000", **gone))
    first, *others = complete_clauses()
    changed = {**first, "text": said("Өзге мәтін.", "Другой текст.")}
    reason = {"clauses": ["general"], "reason": said("Түсінікті болу үшін.", "Для ясности.")}
    return {
        "project": a_project(downloads=["docx", "xlsx"]),
        "revisions": [
            an_adopted_revision(clauses=complete_clauses()),
            a_revision(2, clauses=[changed, *others], amendments=[reason]),
        ],
        "comments": comments,
        "responses": responses,
    }


def named(name: str) -> Tree:
    return {"kind": "individual", "name": name}
