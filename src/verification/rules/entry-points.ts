import { decodeUtf8 } from "../../archive/zip-entry.ts";
import { pythonTrim, pythonTrimEnd, pythonTrimStart } from "../../standards/python-text.ts";

const SCRIPT_SECTIONS = ["console_scripts", "gui_scripts"];
const DEFAULTS = "DEFAULT";

/** Why an entry_points.txt is refused (W-28). */
export interface EntryPointsFault {
  /** What is wrong, as a sentence without its full stop. */
  readonly problem: string;
  /** False when the file is read as it should be and only a script's name is not allowed. */
  readonly unreadable: boolean;
}

interface Key {
  readonly section: string;
  readonly name: string;
  readonly line: number;
}

/** Script names of a few characters in an INI file with `=` as only delimiter, as Python's configparser reads it (W-28). */
export function entryPointsFault(bytes: Buffer): EntryPointsFault | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return { problem: "it is not UTF-8", unreadable: true };
  }
  if (text.startsWith("\ufeff")) {
    return { problem: "it begins with a byte order mark", unreadable: true };
  }
  const reading = readIni(text);
  if ("problem" in reading) {
    return { problem: reading.problem, unreadable: true };
  }
  const scripts = SCRIPT_SECTIONS.some((section) => reading.sections.has(section))
    ? [...SCRIPT_SECTIONS, DEFAULTS]
    : [];
  const bad = reading.keys.find(({ section, name }) => scripts.includes(section) && !/^[\p{L}\p{N}_.-]+$/u.test(name));
  return bad === undefined
    ? undefined
    : {
        problem: `the script name ${JSON.stringify(bad.name.slice(0, 100))} in line ${bad.line} holds other characters than letters, digits, and any of "_.-"`,
        unreadable: false,
      };
}

type IniReading =
  | { readonly sections: ReadonlySet<string>; readonly keys: readonly Key[] }
  | { readonly problem: string };

function readIni(text: string): IniReading {
  const sections = new Set<string>();
  const keys: Key[] = [];
  const seen = new Set<string>();
  let section: string | undefined;
  let indentation = Number.POSITIVE_INFINITY;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = pythonTrim(raw);
    const indented = raw.length - pythonTrimStart(raw).length;
    if (line === "" || line.startsWith("#") || line.startsWith(";") || indented > indentation) {
      continue;
    }
    const header = /^\[(.+)\]/s.exec(line)?.[1];
    if (header !== undefined) {
      if (sections.has(header) && header !== DEFAULTS) {
        return { problem: `line ${index + 1} opens the section ${JSON.stringify(header.slice(0, 100))} again` };
      }
      sections.add(header);
      section = header;
      indentation = Number.POSITIVE_INFINITY;
      continue;
    }
    const key = readKey(line, index + 1, section);
    if ("problem" in key) {
      return key;
    }
    const id = `${key.section}\n${key.name}`;
    if (seen.has(id)) {
      return { problem: `line ${index + 1} has a key for the second time` };
    }
    seen.add(id);
    keys.push(key);
    indentation = indented;
  }
  return { sections, keys };
}

function readKey(line: string, number: number, section: string | undefined): Key | { readonly problem: string } {
  if (section === undefined) {
    return { problem: `line ${number} stands before the first section` };
  }
  const at = line.indexOf("=");
  if (at < 1) {
    return { problem: `line ${number} is not of the form "name = value"` };
  }
  return { section, name: pythonTrimEnd(line.slice(0, at)), line: number };
}
