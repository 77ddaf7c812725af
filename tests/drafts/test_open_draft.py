"""A text in preparation is edited clause by clause; what people wrote in its file stays."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import (
    STANDARD,
    a_clause,
    a_revision,
    an_adopted_revision,
    complete_clauses,
    revision_path,
    said,
    write_project,
)
from talqy.drafts.clause_places import ClausePlace
from talqy.drafts.open_draft import DraftEdit, OpenDraft, UnfitPlaceError, UnknownClauseError
from talqy.drafts.opened_import import NotPreparedError
from talqy.project.survey import survey
from talqy.project.write import carry_out
from talqy.project.yaml_read import parse

REASON = {"kk": "Себебі.", "ru": "Причина."}
UNWRITTEN = {"kk": "…", "ru": "…"}


def a_draft(folder: Path, **changes: Any) -> OpenDraft:
    """Open a draft of one text that is in force."""
    prepared = a_revision(2, consultation=None, **changes)
    write_project(folder, revisions=[an_adopted_revision(), prepared])
    return again(folder)


def again(folder: Path) -> OpenDraft:
    """Open the draft as it lies there."""
    return OpenDraft.opened(folder, survey(folder, is_checked=False).known, STANDARD, 2)


def done(draft: OpenDraft, edit: DraftEdit) -> Mapping[str, Any]:
    """Write what was planned, and answer the tree of the text."""
    assert not edit.problems
    carry_out(edit.steps, draft.root)
    tree = parse((draft.root / revision_path(2)).read_bytes(), "").tree
    assert isinstance(tree, dict)
    return tree


def test_a_changed_clause_gets_an_amendment_with_its_reason(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    edit = draft.changed("term", {"text": said("Жаңа мәтін.", "Новый текст.")}, REASON)
    tree = done(draft, edit)
    assert tree["clauses"][1]["text"] == {"kk": "Жаңа мәтін.", "ru": "Новый текст."}
    assert tree["clauses"][1]["facts"] == draft.clause("term")["facts"]
    assert tree["amendments"] == [{"clauses": ["term"], "reason": REASON}]


def test_an_amendment_that_nobody_wrote_into_goes_with_its_change(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    tree = done(draft, draft.changed("term", {"number": "2-1", "heading": said("Мерзім")}, {}))
    assert tree["amendments"] == [{"clauses": ["term"], "reason": UNWRITTEN}]
    draft = again(tmp_path)
    assert "amendments" not in done(draft, draft.changed("term", {"heading": {}}, {}))


def test_a_reason_that_a_person_wrote_stays(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    done(draft, draft.changed("term", {"heading": said("Мерзім")}, REASON))
    draft = again(tmp_path)
    tree = done(draft, draft.changed("term", {"heading": {}}, {}))
    assert tree["amendments"] == [{"clauses": ["term"], "reason": REASON}]


def test_remarks_of_people_stay(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    file = tmp_path / revision_path(2)
    text = file.read_text("utf-8").replace("  - id: documents", "  # look here\n  - id: documents")
    file.write_text(text.replace("clauses:\n", "# all of them\nclauses:\n", 1), "utf-8")
    draft = again(tmp_path)
    done(draft, draft.changed("term", {"text": said("Бір.", "Один.")}, {}))
    written = file.read_text("utf-8")
    assert "# all of them\nclauses:" in written
    assert "  # look here\n  - id: documents" in written


def test_a_fact_that_changes_leaves_the_lines_of_the_others(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    facts = {**draft.clause("term")["facts"], "term": [{"amount": 2, "unit": "working-day"}]}
    before = (tmp_path / revision_path(2)).read_text("utf-8")
    done(draft, draft.changed("term", {"facts": facts}, REASON))
    after = (tmp_path / revision_path(2)).read_text("utf-8")
    assert after.startswith(before.replace('amount: "3"', "amount: 2"))


def test_a_new_clause_has_an_id_that_nobody_had(tmp_path: Path) -> None:
    gone = [*complete_clauses(), a_clause("novoe-pravilo", "4")]
    write_project(
        tmp_path,
        revisions=[
            an_adopted_revision(1, clauses=gone),
            a_revision(2, consultation=None),
        ],
    )
    draft = again(tmp_path)
    new = {"heading": said("Жаңа ереже", "Новое правило"), "text": said("А.", "Б.")}
    edit = draft.added(new, ClausePlace("", "general"), REASON)
    tree = done(draft, edit)
    assert [one["id"] for one in tree["clauses"]][:2] == ["general", "novoe-pravilo-2"]
    assert edit.clause == "novoe-pravilo-2"
    assert [one["clauses"] for one in tree["amendments"]] == [
        ["novoe-pravilo-2"],
        ["novoe-pravilo"],
    ]
    assert tree["amendments"][0]["reason"] == REASON


def test_a_clause_that_is_taken_out_is_named_with_its_reason(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    tree = done(draft, draft.removed("documents", REASON))
    assert [one["id"] for one in tree["clauses"]] == ["general", "term"]
    assert tree["amendments"] == [{"clauses": ["documents"], "reason": REASON}]


def test_a_clause_of_this_draft_alone_goes_without_a_trace(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    edit = draft.added({"text": said("Артық.", "Лишнее.")}, ClausePlace("term", ""), REASON)
    done(draft, edit)
    draft = again(tmp_path)
    note = [{"clause": edit.clause, "note": said("Ескерту", "Пометка")}]
    done(draft, draft.with_value("parity", note))
    draft = again(tmp_path)
    tree = done(draft, draft.removed(edit.clause, {}))
    assert "parity" not in tree
    assert "amendments" not in tree
    assert "clauses" not in tree["clauses"][1]


def test_a_clause_moves_with_what_stands_in_it(tmp_path: Path) -> None:
    inner = a_clause("inner", "1)")
    clauses = [*complete_clauses()[:2], {**complete_clauses()[2], "clauses": [inner]}]
    write_project(
        tmp_path,
        revisions=[
            an_adopted_revision(1, clauses=clauses),
            a_revision(2, consultation=None, clauses=clauses),
        ],
    )
    draft = again(tmp_path)
    tree = done(draft, draft.moved("documents", ClausePlace("", "general")))
    assert [one["id"] for one in tree["clauses"]] == ["general", "documents", "term"]
    assert tree["clauses"][1]["clauses"][0]["id"] == "inner"
    assert "amendments" not in tree


@pytest.mark.parametrize("place", [("inner", ""), ("documents", ""), ("", "inner"), ("no", "")])
def test_a_clause_cannot_stand_in_itself_or_nowhere(tmp_path: Path, place: tuple[str, str]) -> None:
    clauses = [*complete_clauses()[:2], {**complete_clauses()[2], "clauses": [a_clause("inner")]}]
    draft = a_draft(tmp_path, clauses=clauses)
    with pytest.raises(UnfitPlaceError):
        draft.moved("documents", ClausePlace(*place))


def test_what_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    edit = draft.changed("term", {"facts": {"term": [{"amount": "x", "unit": "week"}]}}, {})
    assert not edit.steps
    assert {p.path[-2:] for p in edit.problems} == {(0, "amount"), (0, "unit")}


def test_the_last_clause_cannot_be_taken_out(tmp_path: Path) -> None:
    draft = a_draft(tmp_path, clauses=[a_clause()])
    edit = draft.removed("term", {})
    assert not edit.steps
    assert [p.path for p in edit.problems] == [("clauses",)]


def test_a_clause_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownClauseError):
        a_draft(tmp_path).changed("gone", {}, {})


def test_only_a_text_in_preparation_is_edited(tmp_path: Path) -> None:
    write_project(tmp_path)
    with pytest.raises(NotPreparedError):
        OpenDraft.opened(tmp_path, survey(tmp_path).known, STANDARD, 1)
    with pytest.raises(NotPreparedError):
        OpenDraft.opened(tmp_path, survey(tmp_path).known, STANDARD, 3)
    with pytest.raises(NotPreparedError):
        OpenDraft.opened(tmp_path, survey(tmp_path).known, "none", 1)


def test_the_draft_and_its_standard_say_something_else(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    edit = draft.about({"title": said("Атауы", "Название"), "gist": said("Тез.", "Быстрее.")})
    tree = done(draft, edit)
    assert tree["gist"] == {"kk": "Тез.", "ru": "Быстрее."}
    assert "Название" in (tmp_path / f"standards/{STANDARD}/standard.yaml").read_text("utf-8")


def test_an_amendment_is_written_and_taken_out(tmp_path: Path) -> None:
    draft = a_draft(tmp_path)
    done(draft, draft.changed("term", {"heading": said("Мерзім")}, {}))
    draft = again(tmp_path)
    new = {"clauses": ["term"], "reason": REASON, "audiences": ["recipient"], "comments": []}
    tree = done(draft, draft.reasoned([new]))
    assert tree["amendments"][0]["reason"] == REASON
    assert tree["amendments"][0]["audiences"] == ["recipient"]
    draft = again(tmp_path)
    done(draft, draft.reasoned([new, {"clauses": ["documents"], "reason": REASON}]))
    draft = again(tmp_path)
    other = {"clauses": ["documents"], "reason": REASON}
    tree = done(draft, draft.reasoned([{}, other]))
    assert [one["clauses"] for one in tree["amendments"]] == [["documents"]]
    with pytest.raises(UnfitPlaceError):
        again(tmp_path).reasoned([])
