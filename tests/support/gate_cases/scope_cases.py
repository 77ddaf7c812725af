"""What pull requests touch, where they put it, and how they came about."""

from builders import (
    STANDARD,
    a_comment,
    a_project,
    a_response,
    a_revision,
    comment_path,
    revision_path,
    standard_path,
)
from gate_cases.building import (
    BLOCKING,
    EARLIER,
    LINK,
    MODULE,
    OLD_ANSWER,
    OLD_PLACE,
    PLACE,
    PROGRAM,
    RESPONSE,
    SAID,
    WORKFLOW,
    Line,
    Thing,
)
from gate_cases.making import (
    DAY,
    LONG,
    OTHER,
    Case,
    another,
    at,
    changed_text,
    named,
    on,
    plain,
    raw,
    says,
)

SOUND = (
    Case("a sound comment in Russian", at(PLACE)),
    Case(
        "a sound comment in Kazakh",
        says("Қызмет көрсету мерзімін екі күнге дейін қысқартуды ұсынамын.", language="kk"),
    ),
    Case("on the whole text", at(PLACE, clause="whole")),
    Case("on something missing", at(PLACE, clause={"after": "term"})),
    Case("with a quotation", at(PLACE, quote="Услуга оказывается")),
    Case(
        "with a proposal and a name",
        at(
            PLACE,
            proposal="Два дня.",
            author={"kind": "individual", "foreign": "true", "name": "Образцова А. Б."},
        ),
    ),
    Case("in reply to another", at(PLACE, in_reply_to=EARLIER)),
    Case("of today", on(STANDARD, "2026-11-20")),
    Case("of tomorrow, as clocks differ", on(STANDARD, "2026-11-21")),
    Case("of the first day", on(STANDARD, "2026-11-09")),
    Case("with a link or two", says("См. https://adilet.zan.kz и https://egov.kz, пункт 3.")),
    Case(
        "with sums, dates, acts and hotlines",
        says(
            "По приказу № 832 от 31.05.2023 срок 5 (пять) дней, а сумма – 87 500 000 000 тенге; "
            "звонок на 8 800 080 77 77 и 1414 не помог. Было 12.05.2026, стало 15.11.2026."
        ),
    ),
    Case("with strong feelings", says("Почему так долго??? Это же одна отметка!!!")),
    Case(
        "with a picture that joins signs",
        says("Семья ждет три дня 👨\u200d👩\u200d👧 – это долго."),
    ),
    Case("with letters that need a joiner", says("Прошу и на фарси: می\u200cخواهم.")),
    Case("with a smaller sign", says("Если доход < 100 МРП, а детей > 3, нужно сократить.")),
    Case("with braces", says("Добавьте {имя} и [номер] в форму заявления, чтобы не ошибаться.")),
    Case("with a remark in the file", raw("# Мой комментарий\n" + plain())),
    Case("a firm with a Latin name", named("ТОО «ABC-Строй»", "legal-entity")),
    Case("a state body of another kind", named("Аппарат акима села «Үлгі»", "state-body")),
    Case("branch brought up to date", Line([at(PLACE), {"other.txt": "x"}], joined=("base+1",))),
    Case("two commits of one file", Line([says("Сначала так, и довольно коротко."), at(PLACE)])),
)

SCOPE = (
    Case("nothing", Line([{}]), "F:G02"),
    Case("no commit at all", Line([]), "F:G02"),
    Case("two comments", {**at(PLACE), comment_path(OTHER): another(OTHER)}, "F:G02"),
    Case(
        "three in a batch",
        {
            **at(PLACE),
            comment_path(OTHER): another(OTHER),
            comment_path("c3c4d5e6f7"): another("c3c4d5e6f7"),
        },
        "",
        "batch",
    ),
    Case(
        "four in a batch",
        {
            **at(PLACE),
            **{comment_path(name): another(name) for name in (OTHER, "c3c4d5e6f7", "d3c4d5e6f7")},
        },
        "F:G02",
        "batch",
    ),
    Case(
        "a batch with a fault",
        {**at(PLACE), comment_path(OTHER): another(OTHER, kind="x")},
        "F:F33",
        "batch",
    ),
    Case(
        "a batch that says the same",
        {**says(LONG), comment_path(OTHER): a_comment(OTHER, text=LONG)},
        "P:G23",
        "batch",
    ),
    Case("a comment is changed", {OLD_PLACE: a_comment(EARLIER, text=SAID + " Нет.")}, "F:G03"),
    Case("a comment is removed", {OLD_PLACE: None}, "F:G03"),
    Case(
        "a comment is renamed", {OLD_PLACE: None, PLACE: a_comment(text=SAID)}, "F:G02 F:G03 P:G23"
    ),
    Case("a comment becomes a link", {OLD_PLACE: Thing(b"../x", LINK)}, "F:G03 F:G03"),
    Case("a comment becomes a program", {OLD_PLACE: Thing(b"x", PROGRAM)}, "F:G03 F:G03"),
    Case("a link", {PLACE: Thing(b"../../../../standards/project.yaml", LINK)}, "F:G03"),
    Case("a link out of the project", {PLACE: Thing(b"/etc/passwd", LINK)}, "F:G03"),
    Case("another repository", {PLACE: Thing(b"", MODULE)}, "F:G03"),
    Case("a program", {PLACE: Thing(plain().encode(), PROGRAM)}, "F:G03"),
    Case("a comment and a removal", {**at(PLACE), OLD_ANSWER: None}, "F:G02 F:G03 F:G04"),
    Case("a forged response", {RESPONSE: a_response()}, "F:G04"),
    Case(
        "a forged response beside a comment", {**at(PLACE), RESPONSE: a_response()}, "F:G02 F:G04"
    ),
    Case(
        "a response with other letters", {RESPONSE.replace(".response", ".Response"): "x"}, "F:G04"
    ),
    Case(
        "a response is changed",
        {OLD_ANSWER: a_response(EARLIER, outcome="accepted")},
        "F:G03 F:G04",
    ),
    Case("a forged history", {f"standards/{STANDARD}/history.yaml": "schema: 1\n"}, "F:G04"),
    Case("the text under discussion", {revision_path(): changed_text()}, "F:G03 F:G04"),
    Case("a new text", {revision_path(2): a_revision(2)}, "F:G04"),
    Case("a new standard", {standard_path("mine"): "schema: 1\n"}, "F:G04"),
    Case("tags on comments", {f"comments/{STANDARD}/tags.yaml": "schema: 1\n"}, "F:G04"),
    Case(
        "the settings", {"standards/project.yaml": a_project(gate={"batch": "999"})}, "F:G03 F:G04"
    ),
    Case(
        "settings that let it in",
        {**at(PLACE), "standards/project.yaml": a_project(languages=["kk", "ru", "en"])},
        "F:G02 F:G03 F:G04",
    ),
    Case("a workflow is changed", {WORKFLOW: "on: pull_request_target\n"}, "F:G03 F:G04"),
    Case("a workflow is added", {".github/workflows/mine.yml": "on: push\n"}, "F:G04"),
    Case("a job of GitLab", {".gitlab-ci.yml": "x:\n  script: id\n"}, "F:G04"),
    Case("attributes at the top", {".gitattributes": "*.yaml filter=evil\n"}, "F:G04"),
    Case("attributes among comments", {"comments/.gitattributes": "* filter=evil\n"}, "F:G04"),
    Case("modules", {".gitmodules": '[submodule "x"]\n'}, "F:G04"),
    Case("the words of the site", {"site_templates/messages/ru.po": "x"}, "F:G04"),
    Case("mkdocs.yml", {"mkdocs.yml": "hooks: [evil.py]\n"}, "F:G04"),
    Case("code", {"generator/talqy/intake/gate.py": "import os\n"}, "F:G04"),
    Case("a note", {"README.md": "Привет\n"}, "F:G04"),
)

PLACES = (
    *(
        Case(f"at {path!r:.70}", {path: plain()}, "F:G04")
        for path in (
            f"Comments/{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD.upper()}/r1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/R1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r01/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r0/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/2026-11-1/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/10.11.2026/k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/2026-11-10 /k7m2p9qx4a.yaml",
            f"comments/{STANDARD}/r1/k7m2p9qx4a.yaml",
            f"{DAY}/K7M2P9QX4A.yaml",
            f"{DAY}/k7m2p9qx4a.YAML",
            f"{DAY}/k7m2p9qx4a.yml",
            f"{DAY}/k7m2p9qx4a.yaml.",
            f"{DAY}/k7m2p9qx4a.yaml ",
            f"{DAY}/k7m2p9qx4a.yaml\n",
            f"{DAY}/k7m2p9qx4a.yaml~",
            f"{DAY}/.k7m2p9qx4a.yaml",
            f"{DAY}/k7m2p9qx4.yaml",
            f"{DAY}/k7m2p9qx4ab.yaml",
            f"{DAY}/k7m2p9qxil.yaml",
            f"{DAY}/k7m2p9qx4а.yaml",  # the last letter is Cyrillic
            f"{DAY}/ｋ7m2p9qx4a.yaml",
            f"{DAY}/k7m2p9qx4\u200ba.yaml",
            f"{DAY}/\u202ek7m2p9qx4a.yaml",
            f"{DAY}/$(touch hacked).yaml",
            f"{DAY}/`id`;id|id.yaml",
            f"{DAY}/--upload-pack=x.yaml",
            f"{DAY}/new\nline.yaml",
            f"{DAY}/::set-output name=x::y.yaml",
            f"{DAY}/{'a' * 200}.yaml",
            f"{DAY}/a/k7m2p9qx4a.yaml",
            f"{DAY}/ivan@example.kz.yaml",
            f"comments/{STANDARD}/r1/2026\u201311\u201310/k7m2p9qx4a.yaml",
            f"comments/{'a' * 81}/r1/2026-11-10/k7m2p9qx4a.yaml",
            f"comments /{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
            f"a/comments/{STANDARD}/r1/2026-11-10/k7m2p9qx4a.yaml",
            "::error file=x::y",
            "-rf",
        )
    ),
    Case("at a name that is no text", {f"{DAY}/".encode() + b"\xff\xfe.yaml": plain()}, "F:G04"),
    Case(
        "in place of all comments",
        {"comments": plain()},
        "F:G02 F:G03 F:G03 F:G03 F:G03 F:G04 F:G04 F:G04 F:G04",
    ),
    Case(
        "beside an old name in capitals",
        {f"{DAY}/aaaaaaaaaa.yaml": a_comment("aaaaaaaaaa")},
        "F:G05",
    ),
    Case(
        "where a file is in the way",
        {f"{BLOCKING}/k7m2p9qx4a.yaml": a_comment(received="2026-11-12"), BLOCKING: None},
        "F:G02 F:G03 F:G04 F:G05",
    ),
    Case("at a day that is none", on(STANDARD, "2026-13-45"), "F:F34"),
    Case("at the right day, saying another", {PLACE: a_comment(received="2026-11-11")}, "F:F50"),
    Case("at the right id, saying another", {PLACE: a_comment(OTHER)}, "F:F50"),
    Case("at the right standard, saying another", {PLACE: a_comment(standard="quiet")}, "F:F50"),
    Case("at the right revision, saying another", {PLACE: a_comment(revision="2")}, "F:F50"),
    Case(
        "with an id that is taken",
        {comment_path(EARLIER, "2026-11-13"): a_comment(EARLIER, received="2026-11-13")},
        "F:F52",
    ),
)

COMMITS = (
    Case("twenty commits", Line([{**says(f"{LONG}{n}")} for n in range(19)] + [at(PLACE)])),
    Case(
        "thirty commits", Line([{**says(f"{LONG}{n}")} for n in range(29)] + [at(PLACE)]), "F:G06"
    ),
    Case("a merge of something else", Line([at(PLACE), {}], joined=("orphan",)), "F:G06"),
    Case("a merge of a line of its own", Line([at(PLACE), {}], joined=("aside",)), "F:G06"),
    Case(
        "something added and taken out",
        Line([{**at(PLACE), "evil.yml": "x"}, {"evil.yml": None}]),
        "P:G06",
    ),
    Case(
        "a text changed and changed back",
        Line([{WORKFLOW: "x"}, {**at(PLACE), WORKFLOW: "on: pull_request\n"}]),
        "P:G06",
    ),
    Case("an address of one's own", Line([at(PLACE)], email="ivan@example.kz"), "W:G06"),
    Case(
        "an address that is no address", Line([at(PLACE)], email="::set-output\tname=x::y"), "W:G06"
    ),
)
