"""read_xml.py DIRECTORY TABLE…: reads the XML file of every table with expat and prints every row as JSON: the name of the
table, and an object of its attributes, with an array for every child element of the same name."""

import json
import sys
import xml.etree.ElementTree as ElementTree

directory, *tables = sys.argv[1:]
for table in tables:
    for _, element in ElementTree.iterparse(f"{directory}/{table}.xml"):
        if element.tag != "{urn:shigoto-atlas:dataset}row":
            continue
        row = dict(element.attrib)
        for child in element:
            row.setdefault(child.tag.partition("}")[2], []).append(child.text or "")
        print(json.dumps([table, row], ensure_ascii=False))
        element.clear()
