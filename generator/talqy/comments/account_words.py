"""How the accounts of people in messengers and networks are written, for folded texts.

Programs that answer (…bot), bodies of the state and posts, groups and pages are no persons.
"""

import re

from talqy.comments.patterns import late

_OF_NO_PERSON = r"(?![\w.]*(?:gov|bot\b|minjust|minist|akimat|adilet|official|news|support))"
_HANDLE = late(
    r"\b(?:t|telegram)\.me/(?!\w*(?:bot|gov)\b)(?!\w*gov)[A-Za-z]\w{4,31}"
    r"|\b(?:t|telegram)\.me/(?:\+|joinchat/)\w{8,40}"
    r"|(?<![\w.@/])@(?!\w*bot\b)(?!\w*(?:gov|minjust|minist|akimat|adilet))"
    r"[A-Za-z]\w{4,31}\b(?!\.\w)",
    re.IGNORECASE | re.ASCII,
)
_DOT, _SLASH = r" ?\. ?", r" ?/ ?"
_PROFILES = (
    (
        rf"(?:vk|vkontakte){_DOT}(?:com|ru){_SLASH}(?!(?:wall|public|club|event|video|photo|album"
        rf"|feed|away|topic|doc|page|app|share)[\w-]*){_OF_NO_PERSON}(?:id\d{{3,12}}"
        r"|(?!id\b)[a-z][\w.]{4,31})"
    ),
    (
        rf"(?:instagram|threads){_DOT}(?:com|net){_SLASH}@?(?!(?:p|reels?|explore|tv|stories)/)"
        rf"{_OF_NO_PERSON}[a-z0-9_.]{{3,30}}"
    ),
    (
        rf"(?:facebook|fb){_DOT}(?:com|me){_SLASH}(?:profile\.php\?id=\d{{5,20}}|(?!groups|events"
        rf"|pages|share|watch|hashtag|login|help|public){_OF_NO_PERSON}[a-z][\w.]{{4,50}})"
    ),
    rf"ok{_DOT}ru{_SLASH}profile{_SLASH}\d{{5,20}}",
    rf"tiktok{_DOT}com{_SLASH}@{_OF_NO_PERSON}[\w.]{{2,24}}",
    (
        rf"(?:twitter|x){_DOT}com{_SLASH}(?!help|home|search|intent|hashtag|share|i/)"
        rf"{_OF_NO_PERSON}[a-z]\w{{3,15}}"
    ),
    rf"linkedin{_DOT}com{_SLASH}in{_SLASH}[\w-]{{3,60}}",
    rf"wa{_DOT}me{_SLASH}qr{_SLASH}\w{{6,20}}",
)
_PROFILE = late(
    rf"(?<![\w-])(?:{'|'.join(_PROFILES)})",
    re.IGNORECASE | re.ASCII,
)
# «Пишите в телегу: anna_prim85»: an account is known by a sign or a digit that words have not.
_NET_RU = (
    r"(?:телег[аеуи]|телеграм\w{0,3}|тг|инст[ауе]\w{0,6}|тикток\w{0,2}|скайп\w{0,2}|вконтакте|вк|фб"
    r"|фейсбук\w{0,2}|тредс|снапчат\w?|дискорд\w?|вайбер\w?|одноклассник\w{0,2})"
)
_NET = (
    rf"(?:{_NET_RU}|telegram|tg|instagram|insta|ig|tiktok|skype|vk|facebook|fb|threads|snapchat"
    r"|discord|viber|wechat)"
)
_MINE = (
    r"(?:(?:мой|моя|мои|я|ник|аккаунт|менің|найд[её]те|ищите|пишите|табасыз|жазыңыз)[^\w\n]{1,3})"
)
_SIGNED = r"(?=[A-Za-z0-9_.#]{0,30}[0-9_.#][A-Za-z0-9_])[A-Za-z][A-Za-z0-9_.#]{3,30}"
_NAMED = late(rf"\b(?:{_NET}[^\w\n]{{1,3}}|ok: ?){_MINE}?{_OF_NO_PERSON}{_SIGNED}", re.IGNORECASE)
# «Мой инстаграм aigulbeauty», «телега: ivanpetrov»: a bare Latin word, where the rest is Cyrillic.
_NO_ACCOUNT = (
    r"(?!(?:channel|chat|group|bot|direct|stories|reels|premium|desktop|messenger|online|android"
    r"|iphone|telegram|instagram|whatsapp|facebook|tiktok|kaspi|egov)\b)"
)
_BARE = late(
    rf"(?:\b(?:мо[йяеё]м?|менің) {_NET}\b[^\w\n]{{1,3}}|\bник\w? в {_NET}\b[^\w\n]{{1,3}}"
    rf"|\b{_NET} я [^\w\n]?|\b{_NET_RU}: ?){_OF_NO_PERSON}{_NO_ACCOUNT}[A-Za-z]{{5,30}}\b"
    rf"|\b{_NET}[^\w\n]{{0,2}}@(?!\w*bot\b)[^\W\d_]{{4,31}}\b",
    re.IGNORECASE,
)
_AHEAD = late(
    rf"(?<![\w@/])(?=[A-Za-z]\w{{2,41}} ){_OF_NO_PERSON}[A-Za-z]\w{{0,20}}_\w{{1,20}} (?:- )?"
    rf"(?:в|на) {_NET}\b",
    re.IGNORECASE,
)
ACCOUNTS = (_HANDLE, _PROFILE, _NAMED, _BARE, _AHEAD)
