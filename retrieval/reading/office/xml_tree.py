"""XML as it comes in documents: no entity is expanded, no DTD is read, no address is opened."""

from __future__ import annotations

from lxml import etree

from retrieval.errors import FileDamaged


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of a document, with tags and attributes without their namespaces.

    name: the file, as an error names it
    Raises FileDamaged.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileDamaged(name, f"XML in it is damaged ({error}); save it anew") from error
    etree.strip_elements(root, etree.Entity, with_tail=False)
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
        for key, value in element.attrib.items():
            if key.startswith("{"):
                element.set(etree.QName(key).localname, value)
    return root
