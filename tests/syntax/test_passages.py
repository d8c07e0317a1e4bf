"""Passages: which text, which quotations and which citations a body gives."""

import pytest

from chronology.problems import Problems
from chronology.syntax.addresses import slug
from chronology.syntax.citations import read_citations
from chronology.syntax.locators import Locator, LocatorFault, read_paragraphs
from chronology.syntax.passages import Passage
from chronology.syntax.prose import Prose, read_prose
from chronology.syntax.records import Record


def read(text: str, *, is_event: bool = True) -> Prose:
    """Return the text as prose; it has no fault."""
    problems = Problems()
    prose = read_prose(Record("x.md", problems, body=text), is_event=is_event)
    assert list(map(str, problems)) == []
    return prose


def faults(text: str) -> list[str]:
    """Return what is wrong with an event's text, each with its line and column."""
    problems = Problems()
    read_prose(Record("x.md", problems, body=text), is_event=True)
    return sorted(str(problem).removeprefix("x.md:") for problem in problems)


def cited(passage: Passage) -> str:
    """Return the citations as Pandoc writes them, without brackets."""
    return "; ".join(
        f"{f'{c.voice}, in ' if c.voice else ''}@{c.source}{list(c.locator.paragraphs) or ''}"
        for c in passage.citations
    )


# text | of each passage: what a reader sees / its quotations / its citations / its tail
PASSAGES = [
    ("One [@a, para. 3].", [("One", [], "@a[3]", ".")]),
    ("One [@a, para. 3]", [("One", [], "@a[3]", "")]),
    ("One. [@a, para. 3]", [("One.", [], "@a[3]", "")]),
    ("One [@a].", [("One", [], "@a", ".")]),
    ("One [@a, paras. 2, 5-7].", [("One", [], "@a[2, 5, 6, 7]", ".")]),
    ("One [@a, paras. 2, 5–7].", [("One", [], "@a[2, 5, 6, 7]", ".")]),
    ("One [@a-b_c, para. 1; @d, para. 4].", [("One", [], "@a-b_c[1]; @d[4]", ".")]),
    ("One [A, B & C, in @a, para. 8].", [("One", [], "A, B & C, in @a[8]", ".")]),
    ("One [Б, in @a].", [("One", [], "Б, in @a", ".")]),
    (
        "One [@a, para. 1], two [@b, para. 2]; and three\n[@c, para. 3]!",
        [
            ("One", [], "@a[1]", ","),
            ("two", [], "@b[2]", ";"),
            ("and three", [], "@c[3]", "!"),
        ],
    ),
    ("(One [@a, para. 1]).", [("(One", [], "@a[1]", ").")]),
    (
        "One [@a, para. 1]… two [@a, para. 2]?!",
        [("One", [], "@a[1]", "…"), ("two", [], "@a[2]", "?!")],
    ),
    ("One\n[@a,\n  para. 3]", [("One", [], "@a[3]", "")]),
    ("One [the\nkeeper, in @a, para. 3]", [("One", [], "the keeper, in @a[3]", "")]),
    (
        "He said “one two” [@a, para. 1].",
        [("He said “one two”", ["one two"], "@a[1]", ".")],
    ),
    (
        'He said "one two" [@a, para. 1].',
        [("He said “one two”", ["one two"], "@a[1]", ".")],
    ),
    ("“One\ntwo” [@a, para. 1]", [("“One two”", ["One two"], "@a[1]", "")]),
    (
        "“one” and “two” [@a, para. 1]",
        [("“one” and “two”", ["one", "two"], "@a[1]", "")],
    ),
    ("“one ‘two’” [@a, para. 1]", [("“one ‘two’”", ["one ‘two’"], "@a[1]", "")]),
    ("“one 'two'” [@a, para. 1]", [("“one ‘two’”", ["one 'two'"], "@a[1]", "")]),
    ("“a *b*” [@a, para. 1]", [("“a b”", ["a *b*"], "@a[1]", "")]),
    (
        "“one” [@a, para. 1], “two” [@b, para. 2]",
        [("“one”", ["one"], "@a[1]", ","), ("“two”", ["two"], "@b[2]", "")],
    ),
    (
        "the keeper's lamp, '90 [@a, para. 1]",
        [("the keeper’s lamp, ‘90", [], "@a[1]", "")],
    ),
    (
        r"\[no citation\] \@x \“x [@a, para. 1]",
        [("[no citation] @x “x", [], "@a[1]", "")],
    ),
    (r"\*not\* 1\. a list [@a, para. 1]", [("*not* 1. a list", [], "@a[1]", "")]),
    (r"\# no heading [@a, para. 1]", [("# no heading", [], "@a[1]", "")]),
    (
        "`[@b] “x” <b>` is code [@a, para. 1]",
        [("[@b] “x” <b> is code", [], "@a[1]", "")],
    ),
    (
        "A line of\n`code`\nalone [@a, para. 1]",
        [("A line of code alone", [], "@a[1]", "")],
    ),
    ("mail a@b.example [@a, para. 1]", [("mail a@b.example", [], "@a[1]", "")]),
    ("1 < 2 & 3 > 2, < b> [@a, para. 1]", [("1 < 2 & 3 > 2, < b>", [], "@a[1]", "")]),
    ("&amp; &lt;b&gt; [@a, para. 1]", [("& <b>", [], "@a[1]", "")]),
    (
        "{{ x }} {% y %} {# z #} [@a, para. 1]",
        [("{{ x }} {% y %} {# z #}", [], "@a[1]", "")],
    ),
    (
        "منارة [@a, para. 1], Свет 🕯️ [@b]",
        [("منارة", [], "@a[1]", ","), ("Свет 🕯️", [], "@b", "")],
    ),
    ("[x](2022-y.md), “z” [@a, para. 1]", [("x, “z”", ["z"], "@a[1]", "")]),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_passages(text: str, expected: list[tuple[str, list[str], str, str]]) -> None:
    """A passage is the text up to its citation; punctuation after it belongs to neither."""
    found = [
        (p.text, [q.text for q in p.quotations], cited(p), p.tail)
        for p in read(text).passages()
    ]
    assert found == expected


# text | HTML of its only passage
HTML = [
    ("*one* **two** `three`", "<em>one</em> <strong>two</strong> <code>three</code>"),
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("`<b>`", "<code>&lt;b&gt;</code>"),
    (r"\<b\>", "&lt;b&gt;"),
    ("[x](2022-y.md)", '<a href="site:events/2022-y.html">x</a>'),
    ("[x](bce-0044-y.md#z)", '<a href="site:events/bce-0044-y.html#z">x</a>'),
    ("[x](../seeds/y.md)", '<a href="site:sources/y.html">x</a>'),
    ("[x](_method.md)", '<a href="site:method.html">x</a>'),
    ("[x](_introduction.md)", '<a href="site:index.html">x</a>'),
    ("[x](sources/index.html)", '<a href="site:sources/index.html">x</a>'),
    ("[x](mailto:a@b.example)", '<a href="mailto:a@b.example">x</a>'),
    (
        "[x](https://a.example/?b=1&c=2)",
        '<a rel="noopener noreferrer" href="https://a.example/?b=1&amp;c=2">x</a>',
    ),
]


@pytest.mark.parametrize(("text", "html"), HTML)
def test_html_of_passages(text: str, html: str) -> None:
    """Markdown within a line, and nothing that its author did not mean."""
    (passage,) = read(f"{text} [@a, para. 1]").passages()
    assert passage.html == html


# text | line, column and the beginning of each fault
FAULTS = [
    ("One.", ["1:1: text without citation: 'One.'"]),
    ("One [@a].\n\nTwo.", ["3:1: text without citation: 'Two.'"]),
    ("One [@a]. Two", ["1:11: text after the last citation: 'Two'"]),
    ("One [@a] [@b]", ["1:10: no text stands before this citation"]),
    ("- One [@a]\n- Two", ["2:3: text without citation: 'Two'"]),
    ("One [@a, para. 1", ["1:6: this citation is left open"]),
    (
        "One [@a, para. 1 and two [@b].",
        ["1:6: this citation is left open, no ']' follows"],
    ),
    ("One @a.", ["1:5: a citation stands in brackets"]),
    (
        "One [a, para. 1].",
        ["1:5: citation 'a, para. 1' cannot be read; write [@id"],
    ),
    (
        "One [a, para. 1] two [@b].",
        ["1:5: citation 'a, para. 1' cannot be read"],
    ),
    (
        "One [B, in a, paras. 1-2].",
        ["1:5: citation 'B, in a, paras. 1-2' cannot be read"],
    ),
    ("One [@a;].", ["1:5: citation '[@a;]' cannot be read"]),
    ("One [@a para. 1]", ["1:5: citation '@a para. 1' cannot be read"]),
    ("One [@a; B]", ["1:5: citation 'B' cannot be read"]),
    ("“One [@a]", ["1:1: this quotation is not closed before its citation"]),
    ("One” [@a]", ["1:4: this ” closes no quotation"]),
    ("“One “two” three [@a]", ["1:6: a quotation within a quotation"]),
    ("<b>One [@a]", ["1:1: raw HTML is not taken: '<b>'"]),
    ("[x](javascript:y) [@a]", ["1:5: 'javascript:y' cannot be linked to"]),
    ("[x](2022-y.md) and [z]() [@a]", ["1:24: '' cannot be linked to"]),
    (
        '[x](https://a.example/ "t") [@a]',
        ["1:5: 'https://a.example/ \"t\"' cannot be linked to"],
    ),
    (
        "[x](https://a.example/a b) [@a]",
        ["1:5: 'https://a.example/a b' cannot be linked to"],
    ),
    ("![x](y.png) [@a]", ["1:1: an image is not taken: '![x]'"]),
    ("One [x][y] [@a]", ["1:5: a reference is not taken: '[x][y]'"]),
    (
        "## Accounts differ: x [@a]\n\n- One [@a]\n- Two [@a]",
        ["1:24: a heading takes no citation"],
    ),
    (
        "## Accounts differ: “x”\n\n- One [@a]\n- Two [@a]",
        ["1:21: a quotation stands only where"],
    ),
    ("", ["1:1: the text is missing"]),
    ("Über “Ωμ [@a]", ["1:6: this quotation is not closed before its citation"]),
    (
        "One [@a].\n\n    Two.\n\nThree [@a].",
        ["3:1: indented text", "3:5: text without citation"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_faults_stand_where_the_editor_finds_them(
    text: str, expected: list[str]
) -> None:
    """Line and column are of the very spot, counted in characters."""
    found = faults(text)
    assert len(found) == len(expected), found
    assert [
        fault[: len(start)] for fault, start in zip(found, expected, strict=True)
    ] == expected


def test_blocks_keep_their_kind() -> None:
    """Paragraphs, lists and steps; items that follow each other are one list."""
    text = "A [@a].\nB [@a].\n\n- C [@a]\n- D\n  [@a]\n\n1. E [@a]\n2) F [@a]\n\nG [@a]"
    blocks = read(text).blocks
    texts = [
        [[passage.text for passage in item] for item in block.items] for block in blocks
    ]
    assert [block.shape for block in blocks] == [
        "paragraph",
        "list",
        "steps",
        "paragraph",
    ]
    assert texts == [[["A", "B"]], [["C"], ["D"]], [["E"], ["F"]], [["G"]]]


# the dates with which accounts begin | whether they cannot all be true
CLASHES = [
    (["2024-21", "2024-05", ""], False),
    (["2023-07-11", "2023-07-12"], True),
    (["by 2022-06", "2022-07"], True),
    (["by about spring 2024", "Winter 2025?"], True),
    (["[..1302]", "by 1303"], False),
    (["2022-06/..", "2021"], True),
    (["", ""], False),
]


@pytest.mark.parametrize(("dates", "clash"), CLASHES)
def test_accounts_begin_with_their_own_dates(dates: list[str], clash: bool) -> None:
    """Where the dates share no day, they cannot all be true."""
    items = "".join(
        f"- {f'{date}: ' if date else ''}So it was [@a].\n" for date in dates
    )
    (difference,) = read(
        f"X [@a].\n\n## Accounts differ: *when* & why\n\n{items}"
    ).differences
    assert (difference.about, difference.id) == (
        "<em>when</em> &amp; why",
        "differ-when-why",
    )
    assert [bool(account.date) for account in difference.accounts] == [
        bool(d) for d in dates
    ]
    assert [a.passages[0].text for a in difference.accounts] == ["So it was"] * len(
        dates
    )
    assert difference.clash is clash


def test_what_only_looks_like_a_date_is_text() -> None:
    """An account may hold a colon."""
    items = (
        "- By his own account: no [@a].\n- “Note: no” [@a].\n"
        "- [x](https://a.example/): no [@a]."
    )
    (difference,) = read(f"## Accounts differ: why\n\n{items}").differences
    assert [(a.date, a.passages[0].text) for a in difference.accounts] == [
        (None, "By his own account: no"),
        (None, "“Note: no”"),
        (None, "x: no"),
    ]


# text | its paragraphs, or the beginning of what is wrong
PARAGRAPHS = [
    ("3", [3]),
    ("2, 5-7", [2, 5, 6, 7]),
    ("1-2,4", [1, 2, 4]),
    ("1–3", [1, 2, 3]),
    ("9999", [9999]),
    ("0", "paragraphs must be counted from 1 and rise"),
    ("2, 2", "paragraphs must be counted from 1 and rise"),
    ("3-2", "paragraphs must be counted from 1 and rise"),
    ("5, 4", "paragraphs must be counted from 1 and rise"),
    ("", "'' is not a paragraph"),
    ("a", "'a' is not a paragraph"),
    ("1-", "'1-' is not a paragraph"),
    ("-1", "'-1' is not a paragraph"),
    ("10000", "'10000' is not a paragraph"),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text: str, expected: list[int] | str) -> None:
    """They are counted from 1, and rise."""
    if isinstance(expected, list):
        assert list(read_paragraphs(text)) == expected
    else:
        with pytest.raises(LocatorFault, match="^" + expected):
            list(read_paragraphs(text))


def test_paragraphs_in_runs() -> None:
    """A run is what readers are shown as ¶5–7."""
    assert Locator((2, 5, 6, 7, 9)).runs == [(2, 2), (5, 7), (9, 9)]
    assert Locator().runs == []


def test_brackets_of_a_citation_may_be_left_off() -> None:
    """A slip's `see` may be written without them."""
    assert [*read_citations("[@a, para. 1; @b]")] == [
        *read_citations("@a, para. 1; @b")
    ]


SLUGS = [
    ("Fire & “olive wood”", "fire-olive-wood"),
    ("Café Müller's", "cafe-mullers"),
    ("  A -- b  ", "a-b"),
    ("منارة", ""),
    ("!", ""),
]


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_slugs(text: str, expected: str) -> None:
    """An address is of a-z, 0-9 and hyphens."""
    assert slug(text) == expected
