"""Renders a batch of descriptions as PyPI does.

Reads a JSON list of {"text", "markdown"} from the file named by the first argument, writes a JSON list of verdicts to
the file named by the second, in the same order: `renders`, `fails`, or `crashes` for what the index answers with 500.
"""

import io
import json
import sys

from docutils.parsers.rst import roles
from readme_renderer import markdown, rst


def verdict(description):
    # Roles that a text defines outlive it in docutils; every text is to be the first one.
    roles._roles.clear()
    try:
        if description["markdown"]:
            rendered = markdown.render(description["text"])
        else:
            rendered = rst.render(description["text"], stream=io.StringIO())
    except Exception:
        return "crashes"
    return "fails" if rendered is None else "renders"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        verdicts = [verdict(description) for description in json.load(file)]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(verdicts, file)
