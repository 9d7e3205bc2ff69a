"""How an act is named to a reader: «Еңбек кодексі», «Приказ от 21.02.2012 № 57 «Об утверждении …»»."""

from __future__ import annotations

from sarapshy.acts.kinds import read_kinds, read_known_acts
from sarapshy.language.lexicon import read_lexicon
from sarapshy.messages import say
from sarapshy.references.registry import Entry

LONGEST = 140  # characters of a title


def cite(entry: Entry, language: str) -> str:
    """The name everybody knows, else kind, date, number and title as far as they are known."""
    name, spoken = entry.name, "kk" if language == "en" else language
    if name.key:
        known = next(one for one in read_known_acts() if one.key == name.key)
        before, _, noun = known.names[spoken][0].rpartition(" ")
        words = f"{before} {read_lexicon('across')['called'][spoken].get(noun, noun)}".strip()
        return words[:1].upper() + words[1:]
    kinds = read_kinds()
    kind = kinds[name.kind].names[language] if name.kind in kinds else say("across.act", language)
    day = say("across.of_day", language, day=f"{entry.date:%d.%m.%Y}") if entry.date else ""
    text = entry.text(spoken)
    title = (text.identity.title if text else None) or name.title
    parts = (kind, day, f"№ {name.number}" if name.number else "", f"«{cut(title)}»" if title else "")
    return " ".join(part for part in parts if part)


def cut(title: str) -> str:
    plain = " ".join(title.split()).strip('«»"')
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rpartition(" ")[0] + " …"


def cite_place(entry: Entry, path: str, language: str) -> str:
    """«Еңбек кодексі, 139-бап, 2-тармақ»."""
    return f"{cite(entry, language)}, {path}" if path else cite(entry, language)


def cite_address(address: str, language: str) -> str:
    """«art 139 pt 2» as it is cited: «139-бап, 2-тармақ»."""
    words, names = address.split(), read_lexicon("addresses")
    spoken = "kk" if language == "kk" else "ru"
    return ", ".join(
        names[kind][spoken].format(number=number) if kind in names else number
        for kind, number in zip(words[::2], words[1::2], strict=False)
    )
