"""The kinds of parts, of relations and of fields that a Word file from a stranger may have.

What is not listed is not taken: so nothing has to be known of what programs will think of next.
"""

_OPEN = "application/vnd.openxmlformats-"
_WORD = f"{_OPEN}officedocument.wordprocessingml."
_DRAWN = f"{_OPEN}officedocument.drawingml."

RELATIONS_TYPE = f"{_OPEN}package.relationships+xml"
MAIN_TYPE = f"{_WORD}document.main+xml"
XML_TYPES = frozenset(
    {
        "application/xml",
        RELATIONS_TYPE,
        MAIN_TYPE,
        f"{_OPEN}package.core-properties+xml",
        *(
            f"{_OPEN}officedocument.{name}+xml"
            for name in (
                "custom-properties",
                "customxmlproperties",
                "extended-properties",
                "theme",
                "themeoverride",
            )
        ),
        *(
            f"{_WORD}{name}+xml"
            for name in (
                "comments",
                "commentsextended",
                "commentsextensible",
                "commentsids",
                "document.glossary",
                "endnotes",
                "fonttable",
                "footer",
                "footnotes",
                "header",
                "numbering",
                "people",
                "settings",
                "styles",
                "websettings",
            )
        ),
        *(
            f"{_DRAWN}{name}+xml"
            for name in (
                "chart",
                "chartshapes",
                "diagramcolors",
                "diagramdata",
                "diagramlayout",
                "diagramstyle",
            )
        ),
        "application/vnd.ms-office.chartcolorstyle+xml",
        "application/vnd.ms-office.chartstyle+xml",
        "application/vnd.ms-office.classificationlabels+xml",
        "application/vnd.ms-office.drawingml.diagramdrawing+xml",
        "application/vnd.ms-word.styleswitheffects+xml",
    }
)
"""Types of parts that are XML, in small letters."""

_TIFF = (b"II*\0", b"MM\0*")
PICTURE_TYPES = {
    "image/bmp": (b"BM",),
    "image/emf": (b"\1\0\0\0",),
    "image/gif": (b"GIF8",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/tiff": _TIFF,
    "image/wmf": (b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0"),
    "image/x-emf": (b"\1\0\0\0",),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0"),
}
"""Types of pictures, and how the bytes of each begin."""

_LETTERS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
FONT_TYPES = {
    "application/x-font": ("", _LETTERS),
    "application/x-font-ttf": ("", _LETTERS),
    "font/ttf": ("", _LETTERS),
    # These two are written so that no program takes them for letters but Office.
    f"{_OPEN}officedocument.obfuscatedfont": (".odttf", (b"",)),
    "application/x-fontdata": (".fntdata", (b"",)),
}
"""Types of letters that come along: how their names end, and how their bytes begin."""

_OFFICE = (
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officedocument/relationships/",
)
HYPERLINKS = frozenset(f"{office}hyperlink" for office in _OFFICE)
"""Relations that only a person follows."""
CLICKED = frozenset({("hyperlink", "id"), ("hlinkclick", "id")})
"""Elements and attributes that name such a relation for a reader to click; nothing else may."""
MAIN_RELATIONS = frozenset(f"{office}officedocument" for office in _OFFICE)
_RELATIONS = [
    "chart",
    "chartusershapes",
    "comments",
    "custom-properties",
    "customproperties",
    "customxml",
    "customxmlprops",
    "diagramcolors",
    "diagramdata",
    "diagramlayout",
    "diagramquickstyle",
    "endnotes",
    "extended-properties",
    "extendedproperties",
    "font",
    "fonttable",
    "footer",
    "footnotes",
    "glossarydocument",
    "header",
    "hyperlink",
    "image",
    "numbering",
    "officedocument",
    "settings",
    "styles",
    "theme",
    "themeoverride",
    "websettings",
]
RELATIONS = frozenset(
    {
        *(f"{office}{name}" for office in _OFFICE for name in _RELATIONS),
        f"{_OFFICE[0]}metadata/core-properties",
        *(
            f"http://schemas.openxmlformats.org/package/2006/relationships/metadata/{name}"
            for name in ("core-properties", "thumbnail")
        ),
        *(
            f"http://schemas.microsoft.com/office/{name}"
            for name in (
                "2007/relationships/diagramdrawing",
                "2007/relationships/styleswitheffects",
                "2011/relationships/chartcolorstyle",
                "2011/relationships/chartstyle",
                "2011/relationships/commentsextended",
                "2011/relationships/people",
                "2016/09/relationships/commentsids",
                "2018/08/relationships/commentsextensible",
                "2020/02/relationships/classificationlabels",
            )
        ),
    }
)
"""Types of relations, in small letters."""

FIELDS = frozenset(
    [
        "=",
        "ADDIN",
        "ADVANCE",
        "AUTHOR",
        "AUTONUM",
        "AUTONUMLGL",
        "AUTONUMOUT",
        "BIBLIOGRAPHY",
        "CITATION",
        "COMMENTS",
        "CREATEDATE",
        "DATE",
        "DOCPROPERTY",
        "DOCVARIABLE",
        "EDITTIME",
        "EQ",
        "FILENAME",
        "FILESIZE",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "FORMTEXT",
        "HYPERLINK",
        "INDEX",
        "INFO",
        "KEYWORDS",
        "LASTSAVEDBY",
        "LISTNUM",
        "MERGEFIELD",
        "MERGEREC",
        "MERGESEQ",
        "NOTEREF",
        "NUMCHARS",
        "NUMPAGES",
        "NUMWORDS",
        "PAGE",
        "PAGEREF",
        "PRINTDATE",
        "REF",
        "REVNUM",
        "SAVEDATE",
        "SECTION",
        "SECTIONPAGES",
        "SEQ",
        "SHAPE",
        "STYLEREF",
        "SUBJECT",
        "SYMBOL",
        "TA",
        "TC",
        "TEMPLATE",
        "TIME",
        "TITLE",
        "TOA",
        "TOC",
        "USERADDRESS",
        "USERINITIALS",
        "USERNAME",
        "XE",
    ]
)
"""Names of fields that take what they say from the document itself, or from its reader's clock."""

ELEMENTS = frozenset(
    {
        "altchunk",
        "attachedschema",
        "attachedtemplate",
        "control",
        "frameset",
        "mailmerge",
        "movie",
        "ocx",
        "oleobject",
        "savethroughxslt",
        "schemalibrary",
        "subdoc",
        "webvideopr",
    }
)
"""Elements that bring what the relations do not tell of; none of them is taken."""
FETCHING = frozenset({"althref", "src"})
"""Attributes by which old drawings name a picture past the relations."""
PICTURES = frozenset({"fill", "imagedata", "stroke"})
"""Elements of old drawings of which `href` names a picture too."""
