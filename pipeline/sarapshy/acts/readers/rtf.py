r""".rtf: the paragraphs, rows and notes as the page shows them.

«Қ» is \u1178? or a byte of the font's code page; a paragraph ends with \par, a cell with \cell. A group in braces has its own
font and properties, and is something else than text where it begins with a word for that: {\info …}, {\footnote …}. Left
out are headers and footers, hidden (\v) and deleted text, instructions of fields, pictures, and every group of an unknown
kind that says it may be left out (\*). The number of a paragraph in a list stands before it, put there by the program that
wrote the file: {\listtext 12.\tab}.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sarapshy.acts.model import Source
from sarapshy.acts.readers.lines import write_lines, write_note
from sarapshy.acts.readers.rtf_letters import Letters, read_escapes
from sarapshy.acts.readers.rtf_story import Story
from sarapshy.errors import InputError

UNICODE = r"\\u(-?\d{1,5}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n])"  # with the usual one letter in its place
OTHERS = (
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<escapes>[0-9a-fA-F]{2}(?:[\r\n]*\\'[0-9a-fA-F]{2})*)"
    r"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
TOKEN = re.compile(OTHERS, re.DOTALL)
TOKEN_OR_RUN = re.compile(f"(?P<run>(?:{UNICODE.replace('(-', '(?:-')}|[ -\\[\\]-z|~])+)|{OTHERS}", re.DOTALL)
CODE = re.compile(UNICODE)
GROUP = re.compile(r"\\bin(\d{1,10}) ?|\\.|[{}]", re.DOTALL)
SURROGATE = re.compile("[\ud800-\udfff]")
SIGNS = {"tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–",
         "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
         "rdblquote": "”"}  # fmt: skip
ESCAPED = {"~": "\xa0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\"}
DROPPED = {"colortbl", "stylesheet", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
           "footerf", "pict", "nonshppict", "shppict", "fldinst", "shprslt", "sp", "nonesttables", "xe", "tc", "rxe",
           "listtable", "listoverridetable", "revtbl", "filetbl", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc",
           "aftncn", "annotation", "bkmkstart", "bkmkend", "objdata", "objclass", "objname", "mmathPict", "template",
           "pntxta", "pntxtb", "atnid", "atnauthor", "private"}  # fmt: skip
FORMULA_PROPERTIES = re.compile(r"m[a-zA-Z]+Pr$")
# Groups that may be left out by who does not know them, and are known here.
KEPT = {"cs", "footnote", "shpinst", "do", "dptxbxtext", "nesttableprops", "moMath", "moMathPara", "ud"}
STORIES = {"footnote", "shptxt", "dptxbxtext"}
DEEPEST = 20  # tables in cells of tables
DEEPEST_GROUP = 256


@dataclass(slots=True)
class State:
    """What a group has from the one around it, and may change for itself."""

    story: Story
    font: int = 0
    replaced: int = 1  # letters that stand after \u for programs that know no Unicode
    hidden: bool = False
    deleted: bool = False
    label: bool = False
    in_table: bool = False
    depth: int = 1  # of the table, where in_table
    row_depth: int = 1  # of the table whose rows are described

    def table_depth(self) -> int:
        return min(max(self.depth, 1), DEEPEST) if self.in_table else 0


def read(data: bytes, name: str) -> tuple[str, Source]:
    document = Document(data.decode("latin-1"), name)
    text = write_lines(_join_surrogates(paragraph) for paragraph in document.read())
    return text, Source("rtf", notes=(("reading.note_list_numbers", ()),) if document.lacks_numbers else ())


class Document:
    """``lacks_numbers``: there is a paragraph of a list before which no number stands."""

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self._letters = Letters(text)
        self._at = max(text.find("{\\rtf"), 0)
        self._state = State(Story())
        self._around: list[tuple[State, str]] = []  # with the kind of the group that is open
        self._kind = ""
        self._left = 0  # letters still to be passed over after \u
        self._starred = self._ended = False  # ended: nothing stands after a paragraph or row
        self._default_font = 0
        self._listed = self.lacks_numbers = False
        self._noted = 0

    def read(self) -> list[str]:
        body = self._state.story
        while self._at < len(self._text):
            pattern = TOKEN_OR_RUN if self._state.replaced == 1 and not self._left else TOKEN
            token = pattern.match(self._text, self._at)
            if token is None:  # a backslash at the very end
                break
            self._at = token.end()
            self._take(token)
            if not self._around:
                return body.finish()
        if len(self._around) > 1 or not self._ended:
            raise self._broken_off(body)
        return body.finish()

    def _broken_off(self, body: Story) -> InputError:
        lines = [line for line in body.finish() if line.strip()]
        last = " ".join(lines[-1].split())[-60:] if lines else "-"
        return InputError("reading.broken_off", self._name, format="rtf", last=last)

    def _take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        self._ended = kind is None and self._ended
        if kind == "run":
            self._starred = self._starred and token["run"].isspace()
            self._add(CODE.sub(_write_code, token["run"]))
        elif kind in ("word", "number"):
            starred, self._starred = self._starred, False
            number = token["number"]
            self._take_word(token["word"], None if number is None else int(number), starred)
        elif kind == "escapes":
            self._take_bytes(read_escapes(token["escapes"]))
        elif kind == "text":
            self._take_text(token["text"])
        elif kind == "brace":
            self._left = 0
            self._open_group() if token["brace"] == "{" else self._close_group()
        elif kind == "sign":
            self._take_sign(token["sign"])

    def _open_group(self) -> None:
        if len(self._around) > DEEPEST_GROUP:
            raise InputError("reading.damaged", self._name, format="rtf", detail="{" * 8 + "…")
        self._around.append((self._state, self._kind))
        self._state, self._kind = replace(self._state), ""

    def _close_group(self) -> None:
        if not self._around:
            return
        inner, kind = self._state, self._kind
        self._state, self._kind = self._around.pop()
        if kind == "footnote":
            self._noted += 1
            self._state.story.after.append(write_note(self._noted, inner.story.finish()))
        elif kind in STORIES:
            self._state.story.after.extend(inner.story.finish())

    def _take_sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        else:
            self._take_letter(ESCAPED.get(sign, ""))

    def _take_letter(self, letter: str) -> None:
        if self._left:
            self._left -= 1
        else:
            self._add(letter)

    def _take_text(self, text: str) -> None:
        if self._left:
            passed = min(self._left, len(text))
            self._left, text = self._left - passed, text[passed:]
        if text.isascii():
            self._add(text)
        else:
            self._add(self._letters.decode(text.encode("latin-1"), self._state.font))

    def _take_bytes(self, data: bytes) -> None:
        passed = min(self._left, len(data))
        self._left -= passed
        if data := data[passed:]:
            self._add(self._letters.decode(data, self._state.font))

    def _add(self, text: str) -> None:
        state = self._state
        if state.hidden or state.deleted or not text:
            return
        if state.label:
            if not state.story.words:
                state.story.label += text
        else:
            state.story.words.append(text)

    def _take_word(self, word: str, number: int | None, starred: bool) -> None:
        if word in DROPPED or (starred and word not in KEPT) or FORMULA_PROPERTIES.match(word):
            self._skip_group()
        elif word in STORIES:
            self._kind = word
            self._state = replace(self._state, story=Story(), label=False, in_table=False)
        elif word in SIGNS:
            self._take_letter(SIGNS[word])
        elif (handler := HANDLERS.get(word)) is not None:
            handler(self, number)

    def _skip_group(self) -> None:
        """To the brace that closes the group; bytes of a picture may look like braces."""
        self._at = self._find_end(self._at)

    def _find_end(self, at: int) -> int:
        depth = 1
        while found := GROUP.search(self._text, at):
            at = found.end()
            if found[1]:
                at += int(found[1])
            elif found[0] == "{":
                depth += 1
            elif found[0] == "}":
                depth -= 1
                if not depth:
                    return found.start()
        return len(self._text)

    def _end_paragraph(self, _: int | None = None) -> None:
        """A paragraph whose mark is deleted runs on into the next."""
        self._ended = True
        if not self._state.deleted:
            self._note_number()
            self._state.story.end_paragraph(self._state.table_depth())

    def _note_number(self) -> None:
        story = self._state.story
        self.lacks_numbers |= self._listed and not story.label and any(map(str.strip, story.words))

    def _end_cell(self, _: int | None) -> None:
        self._note_number()
        self._state.story.end_cell(1)

    def _end_nested_cell(self, _: int | None) -> None:
        self._note_number()
        self._state.story.end_cell(max(self._state.table_depth(), 2))

    def _end_row(self, _: int | None) -> None:
        self._ended = True
        self._state.story.end_row(1)

    def _end_nested_row(self, _: int | None) -> None:
        self._state.story.end_row(max(self._state.table_depth(), 2))

    def _begin_row(self, _: int | None) -> None:
        self._state.story.begin_row(self._state.row_depth)

    def _describe_nested(self, _: int | None) -> None:
        self._state.row_depth = max(self._state.table_depth(), 2)

    def _continue_cell(self, _: int | None) -> None:
        self._state.story.continue_cell(self._state.row_depth)

    def _add_edge(self, number: int | None) -> None:
        self._state.story.add_edge(self._state.row_depth, number or 0)

    def _reset_paragraph(self, _: int | None) -> None:
        self._state.in_table, self._state.depth = False, 1
        if not self._state.label:
            self._listed = False

    def _reset_letters(self, _: int | None) -> None:
        self._state.hidden = self._state.deleted = False
        self._state.font = self._default_font

    def _enter_table(self, _: int | None) -> None:
        self._state.in_table = True

    def _set_depth(self, number: int | None) -> None:
        self._state.depth = 1 if number is None else number
        self._state.in_table = self._state.depth > 0

    def _set_font(self, number: int | None) -> None:
        self._state.font = number or 0

    def _set_default_font(self, number: int | None) -> None:
        self._default_font = self._state.font = number or 0

    def _set_replaced(self, number: int | None) -> None:
        self._state.replaced = min(max(1 if number is None else number, 0), 100)

    def _set_hidden(self, number: int | None) -> None:
        self._state.hidden = number != 0

    def _set_deleted(self, number: int | None) -> None:
        self._state.deleted = number != 0

    def _set_label(self, _: int | None) -> None:
        self._state.label = True

    def _set_list(self, number: int | None) -> None:
        self._listed = bool(number)

    def _add_unicode(self, number: int | None) -> None:
        self._add(chr((number or 0) & 0xFFFF))
        self._left = self._state.replaced

    def _read_fonts(self, _: int | None) -> None:
        end = self._find_end(self._at)
        self._letters.read_fonts(self._text[self._at : end])
        self._at = end

    def _pass_bytes(self, number: int | None) -> None:
        self._at += max(number or 0, 0)

    def _pass_old_letters(self, _: int | None) -> None:
        r"""{\upr{old}{\*\ud{new}}}"""
        begin = self._text.find("{", self._at)
        self._at = self._find_end(begin + 1) + 1 if begin >= 0 else len(self._text)


HANDLERS: dict[str, Callable[[Document, int | None], None]] = {
    "par": Document._end_paragraph, "sect": Document._end_paragraph, "cell": Document._end_cell,
    "nestcell": Document._end_nested_cell, "row": Document._end_row, "nestrow": Document._end_nested_row,
    "trowd": Document._begin_row, "nesttableprops": Document._describe_nested, "clvmrg": Document._continue_cell,
    "clmrg": Document._continue_cell, "cellx": Document._add_edge, "pard": Document._reset_paragraph,
    "plain": Document._reset_letters, "intbl": Document._enter_table, "itap": Document._set_depth,
    "f": Document._set_font, "deff": Document._set_default_font, "uc": Document._set_replaced,
    "v": Document._set_hidden, "deleted": Document._set_deleted, "mvf": Document._set_deleted,
    "listtext": Document._set_label, "pntext": Document._set_label, "ls": Document._set_list,
    "u": Document._add_unicode, "fonttbl": Document._read_fonts, "bin": Document._pass_bytes,
    "upr": Document._pass_old_letters,
}  # fmt: skip


def _write_code(found: re.Match[str]) -> str:
    return chr(int(found[1]) & 0xFFFF)


def _join_surrogates(text: str) -> str:
    """A letter beyond 65,535 is written as two halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if SURROGATE.search(text) else text
