"""What pages, logs and editors obey is seen in texts and in commits; what people write is not."""

from talqy.comments.program_signs import commands, commands_in_commits

ANYWHERE = (
    "<%= system('id') %>",
    "<% for x in y %>",
    "<%@ page import='x' %>",
    "<%# remark %>",
    "Срок {{ config }} большой",
    "${{ secrets.TOKEN }}",
    "{% include 'x' %}",
    "##vso[task.setvariable variable=x]y",
    "Срок ##vso[task.complete result=Succeeded;] большой",
    "##[command]rm -rf /",
    "##[error]все отклонено",
    "Срок ##[group]мал",
    "##teamcity[buildStatus status='SUCCESS']",
    "::set-output name=x::y",
    "::set-env name=PATH::/tmp",
    "::stop-commands::abc",
    "::add-mask::x",
    "::error file=a.yaml,line=1,title=a:b::Отклонено",
    "::warning::x",
    "::group::x",
    "  ::debug::x",
    "::set-output",
    "%0A::error::x",
    "%0D::notice::x",
    "section_start:1560896352:name[collapsed=true]",
    "section_end:1560896352:name",
    "travis_fold:start:x",
    "\\e[31mкрасное",
    "\\x1b[2K",
    "\\033[1;31m",
    "\\u001b[0m",
    "^[[8m",
    "${jndi:ldap://x.example/a}",
    "<script>alert(1)</script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=x>",
    "<b onclick=alert(1)>",
    "<a href='x'>",
    "<form action=x>",
    "<style>*{display:none}</style>",
    "<meta http-equiv=refresh>",
    "<?php system('id');",
    "<![CDATA[x]]>",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "data:text/html,x",
)
IN_TEXTS_ALONE = (
    "--8<-- 'x'",
    "!!! note",
    "::: talqy.x",
    "<b>срок</b>",
    "<!-- x -->",
    "<term>x</term>",
)
IN_COMMITS_ALONE = ("Comment [skip ci]", "[ci skip]", "***NO_CI***", "skip-checks: true")
SOUND = (
    "<5 дней – так и напишите",
    "Срок < 5 дней, плата > 1 МРП",
    "10 % скидка, а не 5%",
    "скидка <10% для пенсионеров",
    "если доход <% от МЗП, указать точное число",
    "пункты {1}, {2} и {3}",
    "срок {пять} дней",
    "## Раздел 1",
    "## [раздел] 2",
    "#[5] пункт",
    "пункт 3 :: пункт 4",
    "Время::место",
    "Раздел: начало: 10:00, конец: 18:00",
    "раздел section 5: начало",
    "section_start в бланке напечатан по ошибке",
    "стоимость $(100) и ${100}",
    "путь \\033 и \\e",
    "^[ и ]^ – смайлики",
    "a < b > c",
    "<- сюда, -> туда",
    "цена <1000 тг>",
    "«<Ф.И.О.>» в бланке замените",
    "Data: 2026-11-10, java script курс",
    "скрипт очереди не работает",
    "Срочно!!!",
    "Почему??? Не ясно",
)
SOUND_IN_COMMITS = (
    "Comment on <birth-registration>",
    "Add comment\n\nSigned-off-by: Citizen <c@users.noreply.example>",
    "Merge branch 'main' into comment",
    "Comment: term <5 days, 10 % fee",
    "Комментарий к пункту 3 (срок)",
    "comments/birth-registration/r1: k7m2p9qx4a",
    "fix: a::b names",
    "Add comment #12 [k7m2p9qx4a]",
)


def seen(text: str) -> bool:
    return any(commands("a.yaml", ("text",), text))


def seen_in_commit(text: str) -> bool:
    return any(commands_in_commits("", (), text))


def test_what_a_program_obeys_is_seen_in_texts_and_in_commits() -> None:
    assert [row for row in (*ANYWHERE, *IN_TEXTS_ALONE) if not seen(row)] == []
    assert [row for row in (*ANYWHERE, *IN_COMMITS_ALONE) if not seen_in_commit(row)] == []


def test_one_command_is_named_once() -> None:
    twice = [row for row in ANYWHERE if len(list(commands_in_commits("", (), row))) > 1]
    assert twice == []


def test_what_people_write_is_no_command() -> None:
    assert [row for row in SOUND if seen(row)] == []
    both = (*SOUND, *SOUND_IN_COMMITS, *IN_TEXTS_ALONE)
    assert [row for row in both if seen_in_commit(row)] == []
