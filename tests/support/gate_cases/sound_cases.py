"""What scrupulous people and clerks send: with programs of every kind, and always in good faith."""

from builders import (
    a_comment,
    a_consultation,
    a_revision,
    an_extension,
    comment_path,
    revision_path,
)
from gate_cases.building import PLACE, Line, Repository
from gate_cases.commit_cases import crafted
from gate_cases.making import OTHER, Case, another, at, named, on, plain, raw, says

# As GitHub signs what is written in its own editor: a key of a forge, and base 64 in lines.
SIGNED = (
    b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n"
    b" wsFcBAABCAAQBQJnQ1c7CRC1aQ7uu5UhlAAAz2UQAGY3m1X0y8Zf3rI9o5Wc7pTq\n"
    b" 1bKe2hSd4vNf6gLj8kMn0pQr2sTu4vWx6yZa8bCd0eFg2hIj4kLm6nOp8qRs0tUv\n"
    b" 2wXy4zAb6cDe8fGh0iJk2lMn4oPq6rSt8uVw0xYz2aBc4dEf6gHi8jKl0mNo2pQr\n"
    b" =Ab3d\n -----END PGP SIGNATURE-----"
)
SIGNED_BY_SSH = (
    b"\ngpgsig -----BEGIN SSH SIGNATURE-----\n"
    b" U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgb8Zf3rI9o5Wc7pTq1bKe2hSd4v\n"
    b" AAAAA2dpdAAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gtZWQyNTUxOQAAAEDq8Rs0tUv2wX\n"
    b" -----END SSH SIGNATURE-----"
)


def by(name: str, email: str, message: str) -> Line:
    """Put a sound comment into a commit as a forge or a program writes it."""
    return Line([at(PLACE)], name=name, email=email, message=message)


def extended(made: Repository) -> tuple[str, str]:
    """Send a comment after the first closing day, and before the later one."""
    talk = a_consultation(
        "2026-10-26", "2026-11-13", extended=[an_extension("2026-11-12", "2026-11-27")]
    )
    text = a_revision(consultation=talk, dated="2026-09-01")
    base = made.commit({revision_path(1, "considered"): text}, (made.base,))
    change = on("considered", "2026-11-17")
    return base, made.commit(change, (base,))


def updated_twice(made: Repository) -> tuple[str, str]:
    """Press “Update branch” two times, while others are merged."""
    first = made.commit({comment_path(OTHER): another(OTHER)}, (made.base,))
    second = made.commit({comment_path("c3c4d5e6f7"): another("c3c4d5e6f7")}, (first,))
    head = made.line(Line([at(PLACE)]))
    for now in (first, second):
        tree = made.git("merge-tree", "--write-tree", head, now)
        message = "Merge branch 'main' into comment-k7m2p9qx4a"
        head = made.commit_tree(tree, (head, now), Line((), message=message))
    return second, head


def renamed_once(made: Repository) -> tuple[str, str]:
    """Choose the wrong day first, and move the file."""
    wrong = comment_path(day="2026-11-11")
    return made.base, made.line(Line([{wrong: a_comment()}, {wrong: None, **at(PLACE)}]))


OF_PEOPLE = (
    Case("signed by the forge", crafted(SIGNED, b"Create k7m2p9qx4a.yaml\n")),
    Case("signed with a key of one's own", crafted(SIGNED_BY_SSH, b"Comment\n")),
    Case("of the editor of GitHub, without a last line end", raw(plain().rstrip("\n")), "W:G08"),
    Case("of the notepad of Windows", raw(plain().replace("\n", "\r\n")), "W:G08"),
    Case(
        "of an older notepad, with its mark", raw("\ufeff" + plain().replace("\n", "\r\n")), "F:G08"
    ),
    Case("with spaces at the ends of lines", raw(plain().replace("\n", "  \n"))),
    Case("with blank lines at the end", raw(plain() + "\n\n")),
    Case("with a line of dashes ahead", raw("---\n" + plain())),
    Case("with the end of a document", raw(plain() + "...\n")),
    Case("with numbers that are not in marks", raw(plain().replace('"1"', "1"))),
    Case("as JSON would have it", raw(plain().replace("clause: term", '"clause": "term"'))),
    Case(
        "in a block of lines",
        raw(plain(text=None) + "text: |\n  Прошу сократить срок.\n\n  Спасибо.\n"),
    ),
    Case(
        "in a folded block",
        raw(plain(text=None) + "text: >-\n  Прошу сократить срок\n  до двух дней.\n"),
    ),
    Case(
        "in both languages",
        says("Мерзімін екі күнге дейін қысқартуды сұраймын. / Прошу сократить срок до двух дней."),
    ),
    Case(
        "of a Kazakh who quotes Russian",
        says(
            "«Услуга оказывается» деген сөйлемге мерзімін нақты көрсетуді ұсынамын.", language="kk"
        ),
    ),
    Case(
        "with a word of English",
        says("Прошу добавить оплату через Apple Pay и Google Pay в приложении eGov Mobile."),
    ),
    Case(
        "with the name of a ministry in the text",
        says("Прошу Министерство юстиции ответить, почему срок не сократили до двух дней."),
    ),
    Case(
        "with articles and points",
        says("В подпункте 2) пункта 3 статьи 19-1 Закона от 15.04.2013 № 88-V срок указан иначе."),
    ),
    Case("with sums", says("Плата выросла с 1 966 до 2 163 тенге (0,5 МРП), а льгота – 50 %.")),
    Case(
        "with hours",
        says("Прием с 09:00 до 18:30, обед с 13:00 до 14:30; прошу работать до 20:00 по средам."),
    ),
    Case(
        "with a row of signs",
        says("Прошу:\n1) сократить срок;\n2) убрать справку;\n3) отвечать по СМС."),
    ),
    Case("with a star and a dash", says("* Срок – 2 дня.\n- Плата – нет.\n# Очередь – по записи.")),
    Case("of somebody with an initial", named("А. Ә. Үлгібаева")),
    Case("of somebody whose name has a dash", named("Нұр-Сұлтан Әбу Али оглы Римский-Корсаков")),
    Case(
        "of a foreigner",
        at(PLACE, author={"kind": "individual", "foreign": "true", "name": "Jürgen O’Neil-Šimić"}),
    ),
    Case("of somebody who writes from right to left", named("محمد العربي")),
    Case("of an entrepreneur", named("ИП «Үлгі-Сервис 2020»", "entrepreneur")),
    Case("of a school", named("КГУ «Школа-гимназия № 12»", "legal-entity")),
    Case("of an akimat of a region", named("Аппарат акима Бурлинского района", "state-body")),
    Case("moved to the right day", renamed_once, "P:G06"),
    Case("brought up to date two times", updated_twice),
    Case("in a discussion that was extended", extended),
    Case(
        "merged by a program of updates",
        by(
            "dependabot[bot]",
            "49699333+dependabot[bot]@users.noreply.github.com",
            "Merge branch 'main' into patch-1",
        ),
    ),
    Case(
        "with a message in Kazakh",
        by(
            "Айгүл",
            "1+a@users.noreply.github.com",
            "Пікір: 2-тармақтың мерзімі туралы\n\nМерзімін қысқарту керек.",
        ),
    ),
    Case(
        "as a suggestion that was taken",
        by(
            "ivan",
            "2+i@users.noreply.github.com",
            "Apply suggestions from code review\n\n"
            "Co-authored-by: Asel <3+asel@users.noreply.github.com>",
        ),
    ),
    Case(
        "squashed by GitLab",
        by(
            "asel",
            "7-asel@users.noreply.gitlab.com",
            "Comment\n\n\nSee merge request ministry/talqy!12",
        ),
    ),
    Case(
        "with a number of an issue",
        by("asel", "7-asel@users.noreply.gitlab.com", "Comment on term (#12)"),
    ),
    Case(
        "with a day of the calendar",
        by("asel", "7-asel@users.noreply.gitlab.com", "Comment of 2026-11-10 12:30:15 +0500"),
    ),
)
