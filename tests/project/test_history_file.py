"""The text of a history: it says what it should, and its lines stay, with people's remarks."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talqy.model.history import (
    History,
    RecordedComment,
    RecordedConsultation,
    RecordedRevision,
    RecordedTally,
)
from talqy.project.history_file import history_text
from talqy.project.validate import shaped
from talqy.project.yaml_read import parse
from talqy.project.yaml_write import LayoutError, dumped

DAYS = st.dates(date(1990, 1, 1), date(2190, 1, 1)).map(date.isoformat)
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
TEXTS = st.one_of(
    st.text(KAZAKH + " .,:;{}[]#&*!|>-«»\"'%@`\n\t\\", min_size=1, max_size=30),
    st.sampled_from(["no", "4.10", "~", "a } # b", "a\nb", "\n", " a ", "👩‍👧", "1\u00a05"]),
)
SPOKEN = st.fixed_dictionaries({"kk": TEXTS, "ru": TEXTS})
DIGESTS = st.text("0123456789abcdef", min_size=64, max_size=64).map("sha256:{}".format)
CLAUSES = st.sampled_from(["whole", "term", "1", "no", "1e3"])
TARGETS = st.one_of(CLAUSES, st.fixed_dictionaries({"after": CLAUSES}))
POSTINGS = st.fixed_dictionaries(
    {"channel": st.sampled_from(["internet", "egov", "print"]), "on": DAYS},
    optional={"url": TEXTS, "reference": SPOKEN},
)
EXTENSIONS = st.fixed_dictionaries({"on": DAYS, "closes": DAYS, "reason": SPOKEN})
CONSULTATIONS = st.fixed_dictionaries(
    {"opens": DAYS, "closes": DAYS},
    optional={
        "posted": st.lists(POSTINGS, max_size=2),
        "extended": st.lists(EXTENSIONS, max_size=2),
    },
).map(RecordedConsultation.model_validate)
OUTCOMES = st.sampled_from(["accepted", "rejected", "noted", "out-of-scope"])
TALLIES = st.fixed_dictionaries(
    {
        "received": st.integers(0, 9_999),
        "outcomes": st.dictionaries(OUTCOMES, st.integers(1, 99), max_size=3),
    }
).map(RecordedTally.model_validate)
FATES = st.one_of(
    st.fixed_dictionaries({"outcome": st.sampled_from(["rejected", "noted"])}),
    st.fixed_dictionaries(
        {
            "outcome": st.just("accepted"),
            "landed": st.builds(
                lambda clause: {"revision": 2, "clauses": [clause]}, st.sampled_from(["term", "1"])
            ),
        }
    ),
)


def a_comment(draw: st.DrawFn, number: int) -> RecordedComment:
    """Make the next comment of a standard, which may be answered already."""
    name = draw(st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=10, max_size=10))
    said = {"number": number, "id": name, "digest": draw(DIGESTS), "clause": draw(TARGETS)}
    return RecordedComment.model_validate({**said, **draw(st.one_of(st.just({}), FATES))})


def grown(draw: st.DrawFn, was: RecordedRevision, last: int) -> RecordedRevision:
    """Return what is recorded of a revision some time later."""
    kept = [
        RecordedComment.model_validate({**c.model_dump(mode="json"), **draw(FATES)})
        if draw(st.booleans())
        else c
        for c in was.comments
    ]
    count = draw(st.integers(0, 3))
    changes: dict[str, Any] = {
        "comments": (*kept, *(a_comment(draw, last + n) for n in range(1, count + 1)))
    }
    for key, values in (("consultation", CONSULTATIONS), ("tally", TALLIES)):
        if draw(st.booleans()):
            changes[key] = draw(values)
    return was.model_copy(update=changes)


@st.composite
def growing(draw: st.DrawFn) -> list[History]:
    """Make the records of a standard from its first day on, each grown from the one before."""
    standard = draw(st.sampled_from(["birth-registration", "no", "1e3", "2026"]))
    records = [History.model_validate({"schema": "1", "standard": standard})]
    for _ in range(draw(st.integers(1, 4))):
        entries: list[RecordedRevision] = []
        known = [*records[-1].revisions]
        last = sum(len(entry.comments) for entry in known)
        if not known or draw(st.booleans()):
            known.append(RecordedRevision(revision=len(known) + 1, digest=draw(DIGESTS)))
        for was in known:
            entries.append(grown(draw, was, last))
            last += len(entries[-1].comments) - len(was.comments)
        records.append(records[-1].model_copy(update={"revisions": tuple(entries)}))
    return records[1:]


def read(text: str) -> History | None:
    """Read a history as the tool does."""
    value, _ = shaped(History, parse(text.encode(), "standards/x/history.yaml").tree, "", {})
    return value


def settled(text: str, was: History, now: History) -> Iterator[str]:
    """Yield the lines of an old text that say nothing which has changed since."""
    revision, comment = -1, -1
    for line in text.splitlines():
        key = line.partition(":")[0].strip()
        if key == "- revision":
            revision, comment = revision + 1, -1
        if key in ("consultation", "tally"):
            before, after = (getattr(h.revisions[revision], key) for h in (was, now))
        elif line.startswith("      - {"):
            comment += 1
            before, after = (h.revisions[revision].comments[comment] for h in (was, now))
        else:
            before = after = None
        if before == after:
            yield line


def in_order(wanted: list[str], found: list[str]) -> bool:
    """Return whether all lines are found, in their order."""
    rest = iter(found)
    return all(line in rest for line in wanted)


@given(records=growing())
def test_a_growing_record_reads_back_and_its_lines_stay(records: list[History]) -> None:
    text = history_text(None, None, records[0])
    assert read(text) == records[0]
    for was, now in pairwise(records):
        new = history_text(text, was, now)
        assert read(new) == now
        assert in_order(list(settled(text, was, now)), new.splitlines())
        text = new


@given(record=growing().map(lambda records: records[-1]))
def test_every_comment_and_every_value_has_one_line(record: History) -> None:
    lines = history_text(None, None, record).splitlines()
    expected = 5
    for entry in record.revisions:
        expected += 2 + (entry.consultation is not None) + (entry.tally is not None)
        expected += bool(entry.comments) + len(entry.comments)
    assert len(lines) == expected


@given(records=growing())
def test_a_record_that_is_up_to_date_leaves_every_byte(records: list[History]) -> None:
    text = history_text(None, None, records[-1])
    assert history_text(text, records[-1], records[-1]) == text


REMARKS = st.sampled_from(["қараңыз {№ 7}", "see } and {", "a: b", "'", '"', "- x", "#"])


def remarked(data: st.DataObject, text: str) -> tuple[str, list[str]]:
    """Write remarks of a person into a history: on lines of their own, and at the end of lines."""
    lines, remarks = list[str](), list[str]()
    for line in text.splitlines():
        if data.draw(st.integers(0, 3)) == 0:
            remarks.append(f"# {len(remarks)} {data.draw(REMARKS)}")
            lines.append(data.draw(st.sampled_from(["", "  ", "        "])) + remarks[-1])
        end = ""
        if data.draw(st.integers(0, 3)) == 0 and not line.startswith("#"):
            remarks.append(f"# {len(remarks)} {data.draw(REMARKS)}")
            end = data.draw(st.sampled_from([" ", "   "])) + remarks[-1]
        lines.append(line + end)
    remarks.append("# at the end")
    return "\n".join([*lines, remarks[-1], ""]), remarks


@given(data=st.data(), records=growing())
def test_remarks_survive_where_they_stand(data: st.DataObject, records: list[History]) -> None:
    was, now = records[0], records[-1]
    text, remarks = remarked(data, history_text(None, None, was))
    new = history_text(text, was, now)
    assert read(new) == now
    assert in_order(list(settled(text, was, now)), new.splitlines())
    ends = [line for remark in remarks for line in new.splitlines() if line.endswith(remark)]
    assert in_order(ends, new.splitlines())
    assert len(ends) == len(remarks)
    beside = {
        line.partition(" digest:")[0]: line
        for line in text.splitlines()
        if line.lstrip().startswith("- {")
    }
    for start, line in beside.items():
        (kept,) = (found for found in new.splitlines() if found.startswith(f"{start} digest:"))
        assert kept.rpartition("}")[2] == line.rpartition("}")[2]


JUNK = st.sampled_from(
    ["", "\n", " ", "\t", "}", "{", "- ", ": ", "#", "'", "\r", "\x85", "\u2028", "\x0b", "no", "қ"]
)


@given(data=st.data(), records=growing())
def test_a_spoiled_text_is_refused_or_comes_out_right(
    data: st.DataObject, records: list[History]
) -> None:
    text = history_text(None, None, records[0])
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    spoiled = text[:start] + data.draw(JUNK) + text[end:]
    try:
        new = history_text(spoiled, records[0], records[-1])
    except LayoutError:
        return
    assert read(new) == records[-1]


RECORD = History.model_validate(
    {
        "schema": "1",
        "standard": "birth-registration",
        "revisions": [
            {
                "revision": 1,
                "digest": "sha256:1",
                "consultation": {"opens": "2026-11-09", "closes": "2026-11-27"},
                "tally": {"received": 1, "outcomes": {}},
                "comments": [
                    {"number": 1, "id": "k7m2p9qx4a", "digest": "sha256:2", "clause": "term"}
                ],
            }
        ],
    }
)
TEXT = history_text(None, None, RECORD)


def answered() -> History:
    """Return the record with its comment noted."""
    tree = RECORD.model_dump(mode="json", by_alias=True, exclude_none=True)
    tree["revisions"][0]["comments"][0]["outcome"] = "noted"
    tree["revisions"][0]["tally"]["outcomes"] = {"noted": 1}
    return History.model_validate(tree)


def in_blocks(text: str) -> str:
    """Write a history anew, as an editor's formatter does: a line for each key."""
    tree: Any = parse(text.encode(), "history.yaml").tree
    return dumped(tree)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("a: [", id="no YAML"),
        pytest.param(TEXT.replace("digest: sha256:1", "digested: sha256:1"), id="no history"),
        pytest.param(TEXT.rstrip("\n"), id="cut off at its end"),
        pytest.param(in_blocks(TEXT), id="a line for each key"),
        pytest.param(TEXT.replace(", clause: term", ",\n         clause: term"), id="broken line"),
        pytest.param(TEXT.replace("tally: {", "tally:\n      {"), id="below its key"),
        pytest.param(TEXT.replace("- {number", "-\n        {number"), id="below its dash"),
    ],
)
def test_a_broken_or_reformatted_text_is_refused(text: str) -> None:
    with pytest.raises(LayoutError, match=r"history\.yaml"):
        history_text(text, RECORD, answered())
