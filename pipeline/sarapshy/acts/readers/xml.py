"""XML from strangers: no entities, no network, no depth without end, and names without their namespaces.

Word writes the transitional namespaces, some programs the strict ones; the local names are the same in both.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from sarapshy.errors import InputError

Element = Any  # lxml's stubs name a private class


def parse_xml(data: bytes, name: str) -> Element:
    """The root; a DOCTYPE is refused, for no office program writes one."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError("reading.damaged", name, format="xml", detail="DOCTYPE")
    return root


def local(element: Element) -> str:
    tag: str = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name, in whatever namespace."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *names: str) -> Element | None:
    """The element under the path of local names, None where a step is missing."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if local(found) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """A switch such as <w:vanish/>: there and not said to be off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")
