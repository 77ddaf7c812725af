"""What texts are called at the desk: a law in force by its act, a draft as long as it is one."""

from desks import ADesk
from talqy.project.yaml_read import parse

R1 = "standards/birth-registration/revisions/r1.yaml"


def test_the_text_in_force_is_named_by_its_act(desk: ADesk) -> None:
    """Its day is that of the act, never the one on which its draft was made."""
    file = desk.works.main().root / R1
    tree = parse(file.read_bytes(), "").tree
    assert isinstance(tree, dict)
    act = tree["adopted"]["act"]["ru"]
    page = desk.get("/ru/drafts/").partition("Действующий текст")[2]
    assert f"({act})" in page.partition("</p>")[0]


def test_a_text_under_discussion_stands_among_the_drafts(desk: ADesk) -> None:
    """With its stage; what is adopted is called a draft no more."""
    page = desk.get("/ru/drafts/")
    drafts = [part.partition("</ul>")[0] for part in page.split('<ul class="drafts">')[1:]]
    (one,) = [part for part in drafts if "/ru/s/birth-registration/r2/" in part]
    assert "Обсуждение открыто" in one
    assert page.count('"/ru/s/birth-registration/r2/"') == 1
    assert "<h1>Редакция" in desk.get("/ru/s/birth-registration/r1/")
    assert "<h1>Проект" in desk.get("/ru/s/birth-registration/r2/")
