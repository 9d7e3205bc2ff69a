"""Remarks as comments of a .docx: beside the very words, and nothing else in the document changed.

A comment is three marks in ``word/document.xml`` (where it begins, where it ends, that it is there) and its text in
``word/comments.xml``. Words that lie within a run make it two or three runs of the same look. All other parts of the
package go over byte for byte.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from itertools import count
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from sarapshy.acts.readers.archive import Parts, read_parts
from sarapshy.acts.readers.docx_places import Places, find_places
from sarapshy.acts.readers.xml import Element, attribute, child, local, parse_xml
from sarapshy.report.plain import fit_xml
from sarapshy.report.remarks import Author, Remark

INLINE = {"p", "hyperlink", "ins", "moveTo", "smartTag", "sdtContent", "customXml", "fldSimple", "dir", "bdo"}
NO_COMMENTS = ("txbxContent", "footnote", "endnote")  # Word takes none in text boxes and notes
STRICT_HOST = "//purl.oclc.org/"
STRICT, TRANSITIONAL = (
    "http://purl.oclc.org/ooxml/officeDocument",
    "http://schemas.openxmlformats.org/officeDocument/2006",
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
EMPTY_RELATIONS = f'<Relationships xmlns="{RELATIONS}"/>'.encode()
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CONTENT_TYPES = "[Content_Types].xml"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
TAGS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-US"}


class _Edge(NamedTuple):
    """Where a comment begins or ends: before or behind a letter. Sorted, edges are in the order of the document."""

    element: int
    offset: int
    begins: bool
    comment: int


def comment_docx(data: bytes, name: str, text: str, remarks: Sequence[Remark], author: Author) -> bytes:
    """The document with the remarks; ``text`` is the act's, as read from ``data``. InputError where it is of another."""
    if not remarks:
        return data
    parts = read_parts(data, name)
    places = find_places(parts, name, text)
    package = _Package(parts, places.part, places.root, name)
    first = package.first
    _place(places, remarks, first)
    word = _Word(package.comments)
    package.comments.extend(word.comment(number, each, author) for number, each in enumerate(remarks, first))
    return _repack(data, {places.part: _serialise(places.root), **package.changed()})


def _place(places: Places, remarks: Sequence[Remark], first: int) -> None:
    """From the last edge to the first, so that cutting a run moves none that is still to come."""
    word = _Word(places.root)
    edges = [edge for number, remark in enumerate(remarks, first) for edge in _find_edges(places, remark, number)]
    for edge in sorted(edges, reverse=True):
        _insert(places.elements[edge.element], edge.offset, word.begin(edge) if edge.begins else word.end(edge))


def _find_edges(places: Places, remark: Remark, number: int) -> Iterator[_Edge]:
    """Where none of the words can bear a comment (a note, a number that Word counts), the nearest letter does."""
    last = places.offsets[-1] + 1 if places.offsets else 0
    spans = ((remark.start, remark.end, 1), (0, remark.start, -1), (remark.end, last, 1))
    for start, end, step in spans:
        letters = places.between(start, end)[::step]
        held = (place for place in letters if _takes_comments(places.elements[place.element]))
        if first := next(held, None):
            final = first if (start, end) != (remark.start, remark.end) else max((first, *held))
            yield _Edge(first.element, first.start, True, number)
            yield _Edge(final.element, final.end, False, number)
            return


def _takes_comments(element: Element) -> bool:
    return not any(local(above) in NO_COMMENTS for above in element.iterancestors())


def _insert(element: Element, offset: int, marks: Sequence[Element]) -> None:
    """The marks stand where the offset parts the words: between two runs, one of which may be new."""
    holder = _find_holder(element)
    behind = offset > 0
    if holder is element.getparent() and _parts_run(element, offset):
        _cut(holder, element, offset)
        behind = True
    parent = holder.getparent()
    at = parent.index(holder) + int(behind)
    for number, mark in enumerate(marks):
        parent.insert(at + number, mark)


def _find_holder(element: Element) -> Element:
    """What stands in the paragraph and holds the element: its run, or a formula, which is not cut."""
    holder = element.getparent()
    while local(holder.getparent()) not in INLINE:
        holder = holder.getparent()
    return holder


def _parts_run(element: Element, offset: int) -> bool:
    """Whether a run has something on both sides: letters, or a tab or a break beside them."""
    if 0 < offset < len(element.text or ""):
        return True
    return any(local(each) != "rPr" for each in element.itersiblings(preceding=offset == 0))


def _cut(run: Element, element: Element, offset: int) -> None:
    """What stands behind the offset goes into a run of its own, of the same look."""
    rest = run.makeelement(run.tag, run.attrib)
    properties = child(run, "rPr")
    if properties is not None:
        rest.append(deepcopy(properties))
    moved = list(element.itersiblings())
    words = element.text or ""
    if offset == 0:
        moved.insert(0, element)
    elif offset < len(words):
        moved.insert(0, deepcopy(element))
        _set_words(moved[0], words[offset:])
        _set_words(element, words[:offset])
    rest.extend(moved)
    run.addnext(rest)


def _set_words(element: Element, words: str) -> None:
    element.text, element.tail = words, None
    if words != words.strip():
        element.set(SPACE, "preserve")


class _Word:
    """Elements in the namespace of the document, which is one of two."""

    def __init__(self, root: Element) -> None:
        self._namespace = root.tag.partition("}")[0] + "}"
        self._make = root.makeelement

    def element(self, tag: str, **attributes: str) -> Element:
        return self._make(self._namespace + tag, {self._namespace + key: value for key, value in attributes.items()})

    def begin(self, edge: _Edge) -> list[Element]:
        return [self.element("commentRangeStart", id=str(edge.comment))]

    def end(self, edge: _Edge) -> list[Element]:
        run = self.element("r")
        run.append(self.element("commentReference", id=str(edge.comment)))
        return [self.element("commentRangeEnd", id=str(edge.comment)), run]

    def comment(self, number: int, remark: Remark, author: Author) -> Element:
        at = author.at.strftime("%Y-%m-%dT%H:%M:%SZ")
        comment = self.element("comment", id=str(number), author=author.name, initials=author.initials, date=at)
        for place, text in enumerate(remark.paragraphs):
            comment.append(self._paragraph(text, TAGS[author.language], bold=place == 0))
        return comment

    def _paragraph(self, text: str, tag: str, bold: bool) -> Element:
        paragraph, run, look = self.element("p"), self.element("r"), self.element("rPr")
        if bold:
            look.append(self.element("b"))
            paragraph.append(self.element("r"))
            paragraph[0].append(self.element("annotationRef"))
        look.extend([self.element("sz", val="20"), self.element("lang", val=tag)])
        words = self.element("t")
        _set_words(words, fit_xml(text))
        run.extend([look, words])
        paragraph.append(run)
        return paragraph


class _Package:
    """The parts that tell of comments: their own, the relations of the main part, the list of types."""

    def __init__(self, parts: Parts, main: str, root: Element, name: str) -> None:
        folder, stem = posixpath.split(main)
        self._strict = STRICT_HOST in root.tag
        self._relations_part = f"{folder}/_rels/{stem}.rels"
        self._relations = parse_xml(parts.read(self._relations_part) or EMPTY_RELATIONS, name)
        self._types = parse_xml(parts.read(CONTENT_TYPES) or b"", name)
        related = (each for each in self._relations if (attribute(each, "Type") or "").endswith("/comments"))
        target = next((attribute(each, "Target") for each in related), None)
        self.part = posixpath.normpath(posixpath.join("/", folder, target or "comments.xml")).lstrip("/")
        known = parts.read(self.part) if target else None
        namespace = root.tag.partition("}")[0].lstrip("{")
        empty = etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace})
        self.comments = parse_xml(known, name) if known else empty
        if target is None:
            self._announce(folder)

    @property
    def first(self) -> int:
        """The first free number."""
        numbers = [attribute(each, "id") or "" for each in self.comments]
        return 1 + max((int(number) for number in numbers if number.isdecimal()), default=-1)

    def _announce(self, folder: str) -> None:
        taken = {attribute(each, "Id") for each in self._relations}
        free = next(name for number in count(1) if (name := f"rIdRemarks{number}") not in taken)
        kind = (STRICT if self._strict else TRANSITIONAL) + "/relationships/comments"
        etree.SubElement(self._relations, f"{{{RELATIONS}}}Relationship", Id=free, Type=kind, Target="comments.xml")
        etree.SubElement(self._types, f"{{{TYPES}}}Override", PartName=f"/{self.part}", ContentType=COMMENTS_TYPE)

    def changed(self) -> dict[str, bytes]:
        return {
            self.part: _serialise(self.comments),
            self._relations_part: _serialise(self._relations),
            CONTENT_TYPES: _serialise(self._types),
        }


def _serialise(root: Element) -> bytes:
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def _repack(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The package in its order, with the parts that changed; a new part comes last."""
    packed, left = BytesIO(), dict(changed)
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, left.pop(info.filename) if info.filename in left else old.read(info))
        for part, content in left.items():
            new.writestr(part, content)
    return packed.getvalue()
