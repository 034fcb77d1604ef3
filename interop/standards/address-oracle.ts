// Reads lists of addresses as PyPI does: with the `email.utils` of its own Python, which the machine's Python may be too
// old for. Takes a JSON list of texts from the file named first and writes the verdicts to the file named second.
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [asked = "", answered = ""] = process.argv.slice(2);
const python = await loadPyodide();
python.globals.set("texts", readFileSync(asked, "utf8"));
const verdicts: unknown = python.runPython(`
import email.utils, json, sys
assert sys.version_info >= (3, 14)
json.dumps([f"valid {email.utils.parseaddr(text)[1]}" for text in json.loads(texts)])
`);
writeFileSync(answered, String(verdicts));
