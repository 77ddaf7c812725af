"""Ids of documents that a text names: what is called alike is the same document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from talqy.drafts.clause_places import Trees, placed
from talqy.drafts.new_ids import new_id
from talqy.model.codes import CodeLists


def with_document_ids(
    facts: Mapping[str, Any], clauses: Trees, codes: CodeLists, languages: Sequence[str]
) -> dict[str, Any]:
    """Return facts whose documents all have an id; `clauses` are those of the whole text."""
    documents = facts.get("documents")
    if not isinstance(documents, list):
        return dict(facts)
    known = dict(_known(clauses))
    taken = {*known.values(), *(str(one["id"]) for one in documents if one.get("id"))}
    found = []
    for one in documents:
        name = one.get("id")
        if not name:
            said = [words.casefold() for words in (one.get("name") or {}).values()]
            name = next((known[words] for words in said if words in known), "") or new_id(
                one.get("name") or {}, ("", ""), taken, codes, languages
            )
            taken.add(name)
        found.append({"id": name, **{key: value for key, value in one.items() if key != "id"}})
    return {**facts, "documents": found}


def _known(clauses: Trees) -> Iterator[tuple[str, str]]:
    for _, tree in placed(clauses):
        for one in (tree.get("facts") or {}).get("documents") or ():
            for words in one["name"].values():
                yield str(words).casefold(), str(one["id"])
