"""Signs of other scripts that look like a letter of ours: data of Unicode (UTS 39, confusables).

Taken from the tables of `confusable-homoglyphs` 3.3.1 (MIT), which are those of Unicode: all
letters of one sign that are confusable with a letter of the Kazakh, Russian or English alphabet,
by the letter that `names.looks` folds that one to. Letters that fold to it anyway are left out,
and small Greek ones: a word of Greek letters is read by their sound.
"""

SHAPES = {
    "d": "ԁᎠᏧᑯᗞᗪꓒꓓ",
    "f": "ſϜքᖴẝꓝꞘꞙꬵ𐊇𐊥𐔥𑢢𑣂𝟊",
    "g": "ƍɡԌցᏀᏳᶃꓖ",
    "j": "ͿЈјᎫᒍꓙꞲ",
    "l": "ᏞᒪⳐꓡ𐐛𐔦𑢣𑢲𖼖",
    "q": "ԛգզⵕ",
    "s": "ƽЅѕՏᏕᏚꓢꜱꮪ𐊖𐐠𐑈𑣁𖼺",
    "v": "ѴѵᏙᐯᴠⴸꓦꛟꮩ𐔝𑜆𑢠𑣀𖼈𝛎𝜈𝝂𝝼𝞶",
    "w": "ɯѡԜԝաᎳᏔᴡꓪꮃ𑜊𑜎𑜏",
    "z": "ΖᏃᴢꓜꮓ𑢩𑣄𝚭𝛧𝜡𝝛𝞕",
    "а": "ɑᎪᗅꓮ𐊠𖽀",
    "б": "ᏮⳒ𑣕",
    "в": "ƄʙᏏᏴᏼᑲᖯᗷꓐꞴ𐊂𐊡𐌁",
    "г": "ƦᎡᎱᏒᒥᖇᴦⲄⲅꓣꭇꭈꮁ𐒴𖼇𖼵",
    "е": "ҽᎬⴹꓰꬲ𐊆𑢦𑢮",
    "з": "ƷȜɜӠᴈⳌꝪꞫ𑣊𖼻",
    "и": "ʋͶՍսሀᑌᴎᴜꓴꚡꞟꭎꭒ𐐥𐑍𐓎𐓶𑢸𑣘𖽂𝛖𝜐𝝊𝞄𝞾",
    "й": "Ѝѝ",
    "к": "ĸᏦᛕᴋⲔⲕꓗꮶ𐔘",
    "л": "Ʌᐱᴫⴷꓥꛎ𐊍𐒰𖼽",
    "м": "ʍϺᎷᗰᛖᴍⲘꓟꮇ𐊰𐌑",
    "н": "ʜհᎻᏂᕼⲎꓧꮋ𐋏",
    "о": "ՕօଠഠဝჿዐᴏᴑⲞⲟⵔꓳꬽ𐊒𐊫𐐄𐐬𐓂𐓪𐔖𑢵𑣈𑣗𝛔𝜎𝝈𝞂𝞼",
    "п": "ΝոռᴨⲚⲠꓠꛛ𐔓𝚴𝛮𝜨𝝢𝞜",
    "р": "ᏢᑭⲢⲣꓑ𐊕",
    "с": "ϹᏟᴄⲤⲥꓚꮯ𐊢𐌂𐐕𐐽𐔜",
    "т": "ᎢᴛⲦꓔꭲ𐊗𐊱𐌕𑢼𖼊",
    "у": "ɣʏყᎩᎽᶌỿℽⲨꓬꭚ𐊲𑢤𑣜𖽃𝛄𝛾𝜸𝝲𝞬",
    "ф": "ɸՓቀⲪⲫ𐊳",
    "х": "ᕁᕽᚷⲬⵝꓫꞳ𐊐𐊴𐌗𐔧",
    "ш": "Ⲽⲽ",
    "ь": "ƅꮟ",
    "я": "ᴙ",
    "і": "ƖǀɩɪӀӏᎥᛁℓⲒⵏꓲꙇꭵｌ𐊊𐌉𑣃𖼨𝐥𝑙𝒍𝓁𝓵𝔩𝕝𝖑𝗅𝗹𝘭𝙡𝚕",
    "ә": "Əǝə",
}
"""Signs by the letter that they look like."""
