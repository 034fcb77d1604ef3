export const id = 701;
export const ids = [701];
export const modules = {

/***/ 1701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyRelease: () => (/* binding */ verifyRelease)
});

// EXTERNAL MODULE: ./lib/pool.js
var lib_pool = __webpack_require__(4057);
// EXTERNAL MODULE: ./lib/quote.js
var quote = __webpack_require__(7211);
// EXTERNAL MODULE: ./lib/standards/project-name.js
var project_name = __webpack_require__(5735);
// EXTERNAL MODULE: ./lib/archive/archive-error.js
var archive_error = __webpack_require__(6507);
// EXTERNAL MODULE: ./lib/archive/byte-source.js
var byte_source = __webpack_require__(450);
;// CONCATENATED MODULE: ./lib/verification/description/markdown.js
const BLANK = /^[ \t\n\r]*$/u;
/** A link reference definition on one line, in its plainest form. */
const DEFINITION = /^ {0,3}\[(?!\^)[ \t]*[^[\]\\\s][^[\]\\]{0,900}\]:[ \t]*[^\s<>()"'\\]+(?:[ \t]+(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\)))?[ \t]*$/u;
/** Longer texts that begin as a definition does are not gone through. */
const LONGEST_TEXT = 1024 * 1024;
const REMEDY = "Fill the description, or leave it out.";
/**
 * Judges Markdown (index rule M-12): it fails when nothing is left, which is so for white space, a byte order mark
 * and link reference definitions. Everything else renders.
 */
function judgeMarkdown(source) {
    const whole = source.replace(/^\ufeff/u, "");
    if (BLANK.test(whole)) {
        return verdict("fails", "nothing is left of it when it is rendered");
    }
    if (!mayBeginDefinition(whole)) {
        return { verdict: "renders" };
    }
    if (whole.length > LONGEST_TEXT) {
        return MAYBE;
    }
    const text = whole.replace(/\r\n?/gu, "\n");
    const lines = text.split("\n").filter((line) => !BLANK.test(line));
    if (lines.every((line) => DEFINITION.test(line))) {
        return verdict("fails", "it has link definitions only, which are not shown");
    }
    return mayBeDefinitions(text) ? MAYBE : { verdict: "renders" };
}
const MAYBE = verdict("undecided", "it may have link definitions only, which are not shown");
function verdict(kind, message) {
    return { verdict: kind, message, line: undefined, offender: "", remedy: REMEDY };
}
/** Whether the first line that is not blank begins as a definition does, or is indented as code is. */
function mayBeginDefinition(text) {
    const first = text.search(/[^ \t\n\r]/u);
    const indent = text.slice(Math.max(text.lastIndexOf("\n", first), text.lastIndexOf("\r", first)) + 1, first);
    return text.charAt(first) === "[" || indent.length > 3 || indent.includes("\t");
}
/** Whether every block begins as a definition of a link or footnote does, or is indented and may belong to one. */
function mayBeDefinitions(text) {
    return text
        .split(/\n[ \t]*(?=\n)/u)
        .filter((block) => !BLANK.test(block))
        .map((block) => block.replace(/^\n+/u, ""))
        .every((block) => (/^ {0,3}\[/u.test(block) && block.includes("]:")) || /^(?: {4}|\t| {1,3}\t)/u.test(block));
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/characters.js
/** Characters of the inline markup recognition rules (reStructuredText specification, "Inline markup recognition rules"). */
/** What ends a line in Python's `splitlines`. */
const LINE_BREAKS = "\\n\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
/** White space in the sense of Python's `\s`. */
const SPACE = "\\t-\\r\\x1c-\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** Control characters that docutils treats in ways of its own, or uses itself. */
const CONTROLS = "\\0\\x1c-\\x1f";
const OPENERS = /[\p{Ps}\p{Pi}\p{Pf}"'<]/u;
const CLOSERS = /[\p{Pe}\p{Pi}\p{Pf}"'>‚„\\.,;!?]/u;
const DELIMITERS = /[-/:]|(?![§¶])[\u{a1}-\u{10ffff}]/u;
const PUNCTUATION = /[\p{Pd}\p{Po}]/u;
// Blocks of which every release of the Unicode data says the same; elsewhere docutils has its own, older list.
const SETTLED = /[\u{20}-\u{bf}\u{2010}-\u{2027}\u{2030}-\u{205e}\u{3001}-\u{301f}\u{ff01}-\u{ff65}]/u;
const ANY_PUNCTUATION = /\p{P}/u;
const WHITE = new RegExp(`[${SPACE}]`, "u");
const PAIRS = new Map([
    ['"', '"'],
    ["'", "'"],
    ["(", ")"],
    ["[", "]"],
    ["{", "}"],
    ["<", ">"],
    ["«", "»"],
    ["»", "«»"],
    ["‘", "’‚"],
    ["’", "‘’"],
    ["‚", "‘’"],
    ["“", "”„"],
    ["”", "“”"],
    ["„", "“”"],
    ["‹", "›"],
    ["›", "‹›"],
    ["‛", "‚"],
    ["‟", "„"],
    ["［", "］"],
    ["｛", "｝"],
    ["〝", "〟"],
    ["（", "）"],
]);
function isSpace(character) {
    return WHITE.test(character);
}
/** Whether inline markup may begin behind this character; the empty string is the start of the text. */
function mayPrecede(character) {
    return character === "" || isSpace(character) || OPENERS.test(character) || isDelimiter(character);
}
/** Whether inline markup may end before this character; the empty string is the end of the text. */
function mayFollow(character) {
    return (character === "" || character === "\0" || isSpace(character) || CLOSERS.test(character) || isDelimiter(character));
}
function isDelimiter(character) {
    return DELIMITERS.test(character) && (character < "\x80" || PUNCTUATION.test(character));
}
/** Whether two characters quote what stands between them. */
function arePair(opening, closing) {
    const pair = PAIRS.get(opening);
    if (pair !== undefined) {
        return closing !== "" && pair.includes(closing);
    }
    return /\p{Ps}/u.test(opening) && opening.charCodeAt(0) + 1 === closing.charCodeAt(0);
}
/** Whether docutils' list of punctuation may say something else than ours about this character. */
function isUnsettled(character) {
    return character > "\u{bf}" && !SETTLED.test(character) && ANY_PUNCTUATION.test(character);
}
const SIMPLE_NAME = /^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*$/u;
/** A reference name that needs no backquotes. */
function isSimpleName(text) {
    return SIMPLE_NAME.test(text);
}
const WIDE = /[\u{1100}-\u{115f}\u{2e80}-\u{2ffb}\u{2ff0}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{a4cf}\u{a960}-\u{a97c}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6b}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]/u;
const PLAIN = /^[\u{20}-\u{2ff}\u{370}-\u{3ff}\u{400}-\u{482}\u{2010}-\u{2027}]*$/u;
/** Smallest and greatest number of columns a title may be counted as. */
function columnRange(text) {
    if (PLAIN.test(text)) {
        return [text.length, text.length];
    }
    let least = 0;
    let most = 0;
    for (const character of text) {
        const [low, high] = widthRange(character);
        least += low;
        most += high;
    }
    return [least, most];
}
function widthRange(character) {
    if (/[\u{300}-\u{36f}]/u.test(character)) {
        return [0, 0];
    }
    if (/\p{M}|\u{200d}/u.test(character)) {
        return [0, 1];
    }
    if (/\p{Emoji_Presentation}/u.test(character)) {
        return [/[\u{1f1e6}-\u{1f1ff}\u{1fa70}-\u{1faff}\u{1f6d0}-\u{1f6ff}]/u.test(character) ? 1 : 2, 2];
    }
    return WIDE.test(character) ? [2, 2] : [1, character > "\u{ffff}" ? 2 : 1];
}
const SPACES = new RegExp(`[${SPACE}]+`, "u");
/** A reference name as it is compared: lower case, white space runs as one space. */
function normalName(text) {
    return text
        .toLowerCase()
        .split(SPACES)
        .filter((part) => part !== "")
        .join(" ");
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/fault.js
/** The first thing in a reStructuredText document that stops docutils, or that cannot be decided here. */
class Fault extends Error {
    verdict;
    /** Counted from 1; undefined when the whole text is meant. */
    line;
    /** The text at fault, empty when there is none to show. */
    offender;
    remedy;
    constructor(verdict, message, at) {
        super(message);
        this.verdict = verdict;
        this.line = at.line;
        this.offender = at.offender ?? "";
        this.remedy = at.remedy;
    }
}
/** A construct that stops the rendering. */
function failure(message, line, offender, remedy) {
    return new Fault("fails", message, { line, offender, remedy });
}
/** A construct whose effect depends on what only docutils knows. */
function doubt(message, line, offender = "") {
    return new Fault("undecided", message, {
        line,
        offender,
        remedy: "Check the description with `twine check`, or simplify this part of it.",
    });
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/lines.js


const TAB = 8;
// What Python takes for the end of a line and for white space; JavaScript differs in some control characters.
const LINE_END = new RegExp(`\\r\\n|[${LINE_BREAKS}]`, "u");
/** Longer lines stop docutils (`line_length_limit`). */
const LONGEST_LINE = 10_000;
/** The text as docutils takes it in: lines without trailing white space, tabs expanded to columns of 8. */
function splitLines(text) {
    const lines = withPythonSpace(text).split(LINE_END);
    if (lines.at(-1) === "") {
        lines.pop();
    }
    const long = lines.findIndex((line) => line.length > LONGEST_LINE && [...line].length > LONGEST_LINE);
    if (long !== -1) {
        throw failure("a line is longer than 10000 characters", long + 1, "", "Break the line.");
    }
    return { text: lines.map((line) => expandTabs(line.trimEnd())), first: 1 };
}
/** With characters for which Python and JavaScript agree on what white space is: a byte order mark is none there. */
function withPythonSpace(text) {
    return text.replace(/[\v\f]/gu, " ").replaceAll("\ufeff", "\ue000");
}
function expandTabs(line) {
    if (!line.includes("\t")) {
        return line;
    }
    let column = 0;
    return line
        .split("\t")
        .map((part, index, parts) => {
        column += [...part].length;
        const fill = index === parts.length - 1 ? 0 : TAB - (column % TAB);
        column += fill;
        return part + " ".repeat(fill);
    })
        .join("");
}
function isBlank(line) {
    return line === undefined || line.trim() === "";
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
function lines_slice(lines, from, to = lines.text.length) {
    return { text: lines.text.slice(from, to), first: lines.first + from };
}
function withoutBlankTop(lines) {
    const top = lines.text.findIndex((line) => !isBlank(line));
    return lines_slice(lines, top === -1 ? lines.text.length : top);
}
function withoutBlankEnd(lines) {
    return lines_slice(lines, 0, lines.text.findLastIndex((line) => !isBlank(line)) + 1);
}
/** The indented block that begins at `start`. */
function indentedBlock(lines, start, shape = {}) {
    const firstIndent = shape.firstIndent ?? shape.indent;
    const from = firstIndent === undefined ? start : start + 1;
    const { end, blankFinish, indent } = blockEnd(lines.text, start, from, shape);
    const cut = shape.keepIndent === true ? 0 : indent;
    const text = lines.text
        .slice(start, end)
        .map((line, index) => (index === 0 && firstIndent !== undefined ? line.slice(firstIndent) : line.slice(cut)));
    const block = { text, first: lines.first + start };
    return { lines: shape.keepTop === true ? block : withoutBlankTop(block), end, blankFinish, indent };
}
function blockEnd(text, start, from, shape) {
    let indent = shape.indent ?? Number.POSITIVE_INFINITY;
    let end = from;
    let blankFinish = true;
    for (; end < text.length; end += 1) {
        const line = text[end] ?? "";
        if (isBlank(line)) {
            if (shape.untilBlank === true) {
                break;
            }
            continue;
        }
        if (!line.startsWith(" ") || (shape.indent !== undefined && line.slice(0, shape.indent).trim() !== "")) {
            blankFinish = end > start && isBlank(text[end - 1]);
            break;
        }
        indent = shape.indent ?? Math.min(indent, indentOf(line));
    }
    return { end, blankFinish, indent: Number.isFinite(indent) ? indent : 0 };
}
/** Index of the first blank line at or behind `start`. */
function textEnd(lines, start) {
    let end = start;
    while (end < lines.text.length && !isBlank(lines.text[end])) {
        end += 1;
    }
    return end;
}
/** Index of the first indented line between two places, undefined when all are flush left. */
function firstIndented(lines, from, to) {
    const found = lines.text.slice(from, to).findIndex((line) => line.startsWith(" "));
    return found === -1 ? undefined : from + found;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/parser.js
/** Adds the message that docutils leaves where a name is given again. */
function noteRepeatedName(reader, notes, before, line) {
    if (notes.repeatedNames > before) {
        reader.nodes.push({ kind: "message", line, children: [] });
    }
}
function lineNumber(reader, at = reader.at) {
    return reader.lines.first + at;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/patterns.js
const SEQUENCE = "[0-9]+|[a-z]|[A-Z]|[ivxlcdm]+|[IVXLCDM]+|#";
const OPTION_ARGUMENT = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${OPTION_ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${OPTION_ARGUMENT})?)`;
/** How the first line of each construct looks (reStructuredText specification, "Body Elements"). */
const MARKERS = {
    indent: /^ +/u,
    bullet: /^[-+*\u2022\u2023\u2043](?: +|$)/u,
    enumerator: new RegExp(`^(?:\\((?:${SEQUENCE})\\)|(?:${SEQUENCE})[.)])(?: +|$)`, "u"),
    field: /^:(?![: ])(?:[^:\\]|\\.|:(?!(?:[ `]|$)))*(?<! ):(?: +|$)/u,
    option: new RegExp(`^${OPTION}(?:, ${OPTION})*(?: {2,}| ?$)`, "u"),
    doctest: /^>>>(?: +|$)/u,
    lineBlock: /^\|(?: +|$)/u,
    gridTable: /^\+-[-+]+-\+ *$/u,
    simpleTable: /^=+(?: +=+)+ *$/u,
    explicit: /^\.\.(?: +|$)/u,
    anonymous: /^__(?: +|$)/u,
    line: /^([!-/:-@[-`{-~])\1* *$/u,
};
const SPECIAL = Object.entries(MARKERS).flatMap(([name, pattern]) => (name === "indent" ? [] : [pattern]));
/** Whether a line begins something else than text. */
function isMarked(line) {
    return SPECIAL.some((pattern) => pattern.test(line));
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/lists.js




/** A construct is followed by a line that does not belong to it. */
function endsWithoutBlankLine(what, reader) {
    return failure(`a ${what} ends without a blank line`, lineNumber(reader), reader.lines.text[reader.at] ?? "", "Put a blank line before it, or indent it as far as the text above.");
}
/** The body of a list item whose marker is `width` columns wide. */
function itemBlock(reader, at, width) {
    const line = reader.lines.text[at] ?? "";
    const block = line.length > width
        ? indentedBlock(reader.lines, at, { indent: width })
        : indentedBlock(reader.lines, at, { firstIndent: width });
    return block;
}
function skipBlank(reader) {
    while (reader.at < reader.lines.text.length && isBlank(reader.lines.text[reader.at])) {
        reader.at += 1;
    }
}
function bulletList(reader, parser) {
    const bullet = (reader.lines.text[reader.at] ?? "").charAt(0);
    const items = [];
    const line = lineNumber(reader);
    let blankFinish = true;
    for (;;) {
        const text = reader.lines.text[reader.at] ?? "";
        const marker = text.startsWith(bullet) ? MARKERS.bullet.exec(text) : null;
        if (marker === null) {
            break;
        }
        const block = itemBlock(reader, reader.at, marker[0].length);
        const children = parser.blocks(block.lines, reader.depth + 1);
        items.push({ kind: "item", line: lineNumber(reader), children });
        reader.at = block.end;
        blankFinish = block.blankFinish;
        skipBlank(reader);
    }
    reader.nodes.push({ kind: "list", line, children: items, text: "bullet" });
    if (!blankFinish) {
        throw endsWithoutBlankLine("bullet list", reader);
    }
    return true;
}
const ATTRIBUTION = /^(?:---?(?!-)|\u2014) *(?=[^ \n])/u;
function blockQuote(reader, parser) {
    const { lines, end, blankFinish } = indentedBlock(reader.lines, reader.at);
    for (const node of readQuotes(lines, reader.depth, parser)) {
        reader.nodes.push(node);
    }
    reader.at = end;
    if (!blankFinish) {
        throw endsWithoutBlankLine("block quote", reader);
    }
    return true;
}
/** The quotations of a block: each one ends with its attribution. */
function readQuotes(lines, depth, parser) {
    const nodes = [];
    for (let from = 0; from < lines.text.length;) {
        const attribution = findAttribution(lines, from);
        const quoted = lines_slice(lines, from, attribution?.from);
        const children = parser.blocks(quoted, depth + 1);
        const source = attribution === undefined ? [] : [{ kind: "block", line: lines.first + attribution.from, children: [] }];
        nodes.push({ kind: "quote", line: quoted.first, children: [...children, ...source] });
        if (attribution === undefined) {
            break;
        }
        const text = lines.text.slice(attribution.from, attribution.to).map((part) => part.trimStart());
        parser.inline(text.join("\n").replace(ATTRIBUTION, ""), lines.first + attribution.from);
        from = attribution.to;
        while (from < lines.text.length && isBlank(lines.text[from])) {
            from += 1;
        }
    }
    return nodes;
}
/** Lines behind a blank one that begin with dashes and are indented alike name the source of a quotation. */
function findAttribution(lines, start) {
    let seen = false;
    for (let at = start; at < lines.text.length; at += 1) {
        const line = lines.text[at] ?? "";
        if (isBlank(line)) {
            continue;
        }
        if (seen && isBlank(lines.text[at - 1]) && ATTRIBUTION.test(line)) {
            const to = textEnd(lines, at);
            const indents = new Set(lines.text.slice(at + 1, to).map(indentOf));
            if (indents.size <= 1) {
                return { from: at, to };
            }
        }
        seen = true;
    }
    return undefined;
}
/** An interactive session: everything up to the next blank line is literal. */
function doctest(reader) {
    reader.nodes.push({ kind: "literal", line: lineNumber(reader), children: [] });
    reader.at = textEnd(reader.lines, reader.at);
    return true;
}
function lineBlock(reader, parser) {
    const line = lineNumber(reader);
    for (;;) {
        const marker = MARKERS.lineBlock.exec(reader.lines.text[reader.at] ?? "");
        if (marker === null) {
            throw endsWithoutBlankLine("line block", reader);
        }
        const shape = { firstIndent: marker[0].length, untilBlank: true };
        const block = indentedBlock(reader.lines, reader.at, shape);
        parser.inline(block.lines.text.join("\n"), block.lines.first);
        reader.at = block.end;
        if (isBlank(reader.lines.text[reader.at])) {
            break;
        }
    }
    reader.nodes.push({ kind: "block", line, children: [] });
    return true;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/enumerated-list.js




const SEQUENCES = [
    ["arabic", /^[0-9]+$/u],
    ["loweralpha", /^[a-z]$/u],
    ["upperalpha", /^[A-Z]$/u],
    ["lowerroman", /^[ivxlcdm]+$/u],
    ["upperroman", /^[IVXLCDM]+$/u],
];
const ROMAN = [
    ["M", 1000],
    ["CM", 900],
    ["D", 500],
    ["CD", 400],
    ["C", 100],
    ["XC", 90],
    ["L", 50],
    ["XL", 40],
    ["X", 10],
    ["IX", 9],
    ["V", 5],
    ["IV", 4],
    ["I", 1],
];
/** A numbered list; false when the line behind shows that the number is the beginning of a sentence. */
function enumeratedList(reader, parser) {
    const first = enumeratorAt(reader, undefined);
    if (first === undefined || !isItem(reader, first)) {
        return false;
    }
    const items = [];
    const line = lineNumber(reader);
    let automatic = first.sequence === "#";
    let blankFinish = true;
    for (let item = first, last = 0; item !== undefined;) {
        const block = itemBlock(reader, reader.at, item.width);
        items.push({ kind: "item", line: lineNumber(reader), children: parser.blocks(block.lines, reader.depth + 1) });
        last = items.length === 1 ? (item.ordinal ?? 0) : last + 1;
        reader.at = block.end;
        blankFinish = block.blankFinish;
        skipBlank(reader);
        item = nextItem(reader, first, last, automatic);
        automatic ||= item?.sequence === "#";
    }
    reader.nodes.push({ kind: "list", line, children: items, text: "enumerated" });
    if (first.ordinal !== 1) {
        reader.nodes.push({ kind: "message", line, children: [] });
    }
    if (!blankFinish) {
        throw endsWithoutBlankLine("numbered list", reader);
    }
    return true;
}
function nextItem(reader, first, last, automatic) {
    const next = enumeratorAt(reader, first.sequence);
    if (next === undefined || next.opening !== first.opening || next.closing !== first.closing) {
        return undefined;
    }
    const follows = next.sequence === "#" || (next.sequence === first.sequence && !automatic && next.ordinal === last + 1);
    return follows && isItem(reader, next) ? next : undefined;
}
function enumeratorAt(reader, expected) {
    const marker = MARKERS.enumerator.exec(reader.lines.text[reader.at] ?? "")?.[0];
    if (marker === undefined || MARKERS.bullet.test(marker)) {
        return undefined;
    }
    const label = marker.trimEnd();
    const opening = label.startsWith("(") ? "(" : "";
    const text = label.slice(opening.length, -1);
    const sequence = sequenceOf(text, expected);
    return { opening, closing: label.slice(-1), sequence, ordinal: ordinalOf(text, sequence), width: marker.length };
}
function sequenceOf(text, expected) {
    if (text === "#") {
        return "#";
    }
    if (expected !== undefined && SEQUENCES.some(([name, pattern]) => name === expected && pattern.test(text))) {
        return expected;
    }
    if (expected === undefined && text.toLowerCase() === "i") {
        return text === "i" ? "lowerroman" : "upperroman";
    }
    return SEQUENCES.find(([, pattern]) => pattern.test(text))?.[0] ?? "#";
}
function ordinalOf(text, sequence) {
    switch (sequence) {
        case "#":
            return 1;
        case "arabic":
            return Number(text);
        case "loweralpha":
        case "upperalpha":
            return text.toLowerCase().charCodeAt(0) - 96;
        default:
            return romanNumber(text.toUpperCase());
    }
}
function romanNumber(text) {
    let rest = text;
    let value = 0;
    for (const [letters, worth] of ROMAN) {
        while (rest.startsWith(letters)) {
            rest = rest.slice(letters.length);
            value += worth;
        }
    }
    return rest === "" && value < 5000 && toRoman(value) === text ? value : undefined;
}
function toRoman(value) {
    let rest = value;
    let text = "";
    for (const [letters, worth] of ROMAN) {
        while (rest >= worth) {
            text += letters;
            rest -= worth;
        }
    }
    return text;
}
/** The line behind an enumerator is blank, indented, or the next item of the list. */
function isItem(reader, { opening, closing, sequence, ordinal }) {
    const next = reader.lines.text[reader.at + 1];
    if (ordinal === undefined) {
        return false;
    }
    if (next === undefined || isBlank(next) || next.charAt(0).trim() === "") {
        return true;
    }
    const label = labelOf(ordinal + 1, sequence);
    if (label === undefined) {
        return false;
    }
    return next.startsWith(`${opening}${label}${closing} `) || next.startsWith(`${opening}#${closing} `);
}
function labelOf(ordinal, sequence) {
    switch (sequence) {
        case "#":
            return "#";
        case "arabic":
            return String(ordinal);
        case "loweralpha":
        case "upperalpha": {
            const letter = String.fromCharCode(ordinal + 96);
            return ordinal > 26 ? undefined : sequence === "loweralpha" ? letter : letter.toUpperCase();
        }
        default:
            return ordinal > 4999 ? undefined : sequence === "lowerroman" ? toRoman(ordinal).toLowerCase() : toRoman(ordinal);
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/directive-faults.js


/** A directive that is used otherwise than docutils wants it. */
function directiveFault(call, what) {
    return failure(`the directive ${JSON.stringify(call.name)} ${what}`, call.line, `${call.name}:: ${call.argument.text.join(" ")}`.trim(), "Use it as docutils documents it, or remove it.");
}
function needContent(call) {
    if (call.content.text.every(isBlank)) {
        throw directiveFault(call, "has no content; indent what belongs to it and put a blank line before");
    }
}
/** The text of an argument that is read as inline markup. */
function inlineText(argument, parser) {
    return parser.inline(argument.text.join("\n").trim(), argument.first).text;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/csv.js
/** Where a quoted value ends, and what it is; undefined when it has no end. */
function quotedValue(text, from) {
    const parts = [];
    let at = from + 1;
    for (;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1) {
            return undefined;
        }
        parts.push(text.slice(at, quote));
        if (text[quote + 1] !== '"') {
            return { value: parts.join('"'), end: quote + 1 };
        }
        at = quote + 2;
    }
}
/**
 * Reads comma-separated values as Python's `csv` does when it is strict and skips spaces behind commas.
 *
 * @param text - lines, each one ended.
 * @returns the rows, or what is wrong with the text.
 */
function csvRows(text, delimiter) {
    const rows = [[]];
    const stop = new RegExp(`[\\n${delimiter.replace(/[\\\]^-]/gu, "\\$&")}]`, "gu");
    for (let at = 0; at < text.length;) {
        while (text[at] === " " && delimiter !== " ") {
            at += 1;
        }
        let value;
        if (text[at] === '"') {
            const quoted = quotedValue(text, at);
            if (quoted === undefined) {
                return "a quoted value does not end";
            }
            value = quoted.value;
            at = quoted.end;
            if (at < text.length && text[at] !== "\n" && text[at] !== delimiter) {
                return "text follows a quoted value";
            }
        }
        else {
            stop.lastIndex = at;
            const end = stop.exec(text)?.index ?? text.length;
            value = text.slice(at, end);
            at = end;
        }
        rows.at(-1)?.push(value);
        if (text[at] === "\n" && at + 1 < text.length) {
            rows.push([]);
        }
        at += 1;
    }
    return rows;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/directive-tables.js




function add(call, reader, columns, children) {
    checkWidths(call, columns);
    reader.nodes.push({ kind: "table", line: call.line, children, text: String(columns) });
}
/** Given widths are as many as there are columns. */
function checkWidths(call, columns) {
    const widths = call.options.get("widths") ?? "auto";
    if (widths === "auto" || widths === "grid") {
        return;
    }
    const given = widths.split(widths.includes(",") ? "," : /\s+/u).length;
    if (given !== columns) {
        throw directiveFault(call, `has ${given} widths for ${columns} columns`);
    }
}
/** The `table` directive: a title for a table in plain markup. */
function wrappedTable(call, reader, parser) {
    needContent(call);
    inlineText(call.argument, parser);
    const nodes = parser.blocks(call.content, reader.depth + 1);
    const [table] = nodes;
    if (nodes.length !== 1 || table?.kind !== "table") {
        throw directiveFault(call, "takes exactly one table");
    }
    add(call, reader, Number(table.text), table.children);
}
/** The `list-table` directive: a list of lists, which all have the same length. */
function listTable(call, reader, parser) {
    needContent(call);
    inlineText(call.argument, parser);
    const nodes = parser.blocks(call.content, reader.depth + 1);
    const [list] = nodes;
    if (nodes.length !== 1 || !isBulletList(list)) {
        throw directiveFault(call, "takes exactly one bullet list");
    }
    const rows = list.children.map(({ children }) => {
        const [row] = children;
        if (children.length !== 1 || !isBulletList(row)) {
            throw directiveFault(call, "takes a bullet list whose items are bullet lists");
        }
        return row.children;
    });
    const columns = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== columns)) {
        throw directiveFault(call, "has rows of different lengths");
    }
    checkBody(call, rows.length, columns);
    add(call, reader, columns, rows.flat());
}
function isBulletList(node) {
    return node?.kind === "list" && node.text === "bullet";
}
/** Headings may not use up the whole table. */
function checkBody(call, rows, columns) {
    const heading = Number((call.options.get("header-rows") ?? "0").replaceAll("_", ""));
    const stub = Number((call.options.get("stub-columns") ?? "0").replaceAll("_", ""));
    if (rows < heading || (rows === heading && heading > 0) || (stub > 0 && columns <= stub)) {
        throw directiveFault(call, "has no rows or columns besides its headings");
    }
}
/** The `csv-table` directive: comma-separated values, each one a body of its own. */
function csvTable(call, reader, parser) {
    if (call.options.has("file") || call.options.has("url")) {
        throw directiveFault(call, "may not read files or addresses on PyPI");
    }
    needContent(call);
    if (["quote", "escape", "keepspace"].some((option) => call.options.has(option))) {
        throw doubt("a CSV table is written in an unusual way", call.line, call.name);
    }
    inlineText(call.argument, parser);
    const given = call.options.get("delim") ?? ",";
    const delimiter = given === "tab" ? "\t" : given === "space" ? " " : given;
    const header = rowsOf(call, call.options.get("header") ?? "", delimiter);
    const rows = rowsOf(call, call.content.text.map((line) => `${line}\n`).join(""), delimiter);
    checkBody(call, rows.length, longest(rows));
    const all = [...header, ...rows];
    const cells = all.flat().map((cell) => {
        const lines = splitLines(cell);
        const children = lines.text.every(isBlank)
            ? []
            : parser.blocks({ text: lines.text, first: call.content.first }, reader.depth + 1);
        return { kind: "item", line: call.line, children };
    });
    add(call, reader, longest(all), cells);
}
function rowsOf(call, text, delimiter) {
    if (text.trim() === "") {
        return [];
    }
    const rows = csvRows(text, delimiter);
    if (typeof rows === "string") {
        throw directiveFault(call, `has CSV data in which ${rows}`);
    }
    return rows;
}
function longest(rows) {
    return rows.reduce((most, { length }) => Math.max(most, length), 0);
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/inline-reference.js

const ADDRESS = /^[a-z][a-z0-9.+-]*:\S/iu;
/**
 * Notes a reference in backquotes, with or without an address or alias in angle brackets.
 *
 * @returns its text.
 */
function phraseReference(inside, suffix, line, notes) {
    const embedded = embeddedTarget(inside);
    if (embedded === undefined) {
        const text = plain(inside);
        const use = { name: normalName(text), line };
        (suffix === "__" ? notes.anonymousReferences : notes.references).push(use);
        return text;
    }
    const { alias, address } = embedded;
    const text = plain(embedded.text) === "" ? (alias ?? address ?? "") : plain(embedded.text);
    if (alias !== undefined) {
        notes.references.push({ name: alias, line });
    }
    if (suffix === "_") {
        notes.inlineTargets += 1;
        if (alias !== undefined) {
            notes.aliases.push({ name: normalName(text), line, alias });
        }
        notes.nameImplicitly(normalName(text), { line, alias, address });
    }
    return text;
}
function plain(text) {
    return text.replace(/\0[ \n]?/gu, "");
}
function embeddedTarget(inside) {
    const opening = inside.lastIndexOf("<");
    if (opening === -1 || !inside.endsWith(">")) {
        return undefined;
    }
    let start = opening;
    while (inside.charAt(start - 1) === "\0") {
        start = inside.lastIndexOf("<", start - 1);
        if (start === -1) {
            return undefined;
        }
    }
    let from = start;
    while (from > 0 && " \n".includes(inside.charAt(from - 1))) {
        from -= 1;
    }
    const target = inside.slice(start + 1, -1);
    if ((from === start && start > 0) || !isTarget(target)) {
        return undefined;
    }
    const text = inside.slice(0, from);
    const isAlias = target.endsWith("_") && !target.endsWith("\0_") && !ADDRESS.test(target);
    return isAlias
        ? { text, alias: normalName(plain(target.slice(0, -1))), address: undefined }
        : { text, alias: undefined, address: plain(target).replace(/\s+/gu, "") };
}
/** Something, without white space at its ends, in which angle brackets are escaped. */
function isTarget(text) {
    return text !== "" && text.trim() === text && !/[<>\0]/u.test(text.replace(/\0[\s\S]/gu, "")) && !text.endsWith("\0");
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/inline-scan.js

/**
 * The end-string that belongs to a start-string. Only the first possible one counts, and it has to leave something
 * between the two.
 */
function endOf(text, from, mark) {
    for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
        const ahead = at === from ? "" : text.charAt(at - 1);
        if (ahead !== "" && (isSpace(ahead) || (ahead === "\0" && mark !== "``"))) {
            continue;
        }
        const suffix = mark === "|" ? longestSuffix(text, at + 1) : "";
        const to = at + mark.length + (suffix?.length ?? 0);
        if (suffix !== undefined && mayFollow(text.charAt(to))) {
            return at === from ? undefined : { from: at, to, suffix };
        }
    }
    return undefined;
}
/** The longest run of at most two underscores after which markup may end. */
function longestSuffix(text, at) {
    return ["__", "_", ""].find((suffix) => text.startsWith(suffix, at) && mayFollow(text.charAt(at + suffix.length)));
}
/** The end of interpreted text or of a phrase reference, with the role or the underscores behind it. */
function endOfInterpreted(text, from) {
    for (let at = text.indexOf("`", from); at !== -1; at = text.indexOf("`", at + 1)) {
        if (at > from && !mayEndInterpreted(text, from, at)) {
            continue;
        }
        const role = roleBehind(text, at + 1);
        const afterRole = at + 1 + (role === undefined ? 0 : role.length + 2);
        const end = interpretedEnd(text, at, role, afterRole) ?? interpretedEnd(text, at, undefined, at + 1);
        if (end !== undefined) {
            return at === from ? undefined : end;
        }
    }
    return undefined;
}
/** White space and backslash before the end-string keep it from being one, unless they are escaped themselves. */
function mayEndInterpreted(text, from, at) {
    const ahead = text.charAt(at - 1);
    return !(isSpace(ahead) || ahead === "\0") || (at - 2 >= from && text.charAt(at - 2) === "\0");
}
function interpretedEnd(text, at, role, behind) {
    const reference = longestSuffix(text, behind);
    return reference === undefined
        ? undefined
        : { from: at, to: behind + reference.length, suffix: reference, role, reference };
}
const ROLE_BEHIND = /:([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*):/uy;
function roleBehind(text, at) {
    ROLE_BEHIND.lastIndex = at;
    return ROLE_BEHIND.exec(text)?.[1];
}
/** The role before a backquote: of `:a:b:` the longest that can be one. */
function roleBefore(text, least, backquote) {
    if (text.charAt(backquote - 1) !== ":" || backquote - 1 < least) {
        return undefined;
    }
    let best;
    for (let at = backquote - 2; at >= least && /[\p{L}\p{N}\-._+:]/u.test(text.charAt(at)); at -= 1) {
        if (text[at] !== ":" || !mayPrecede(at === least ? "" : text.charAt(at - 1))) {
            continue;
        }
        const name = text.slice(at + 1, backquote - 1);
        best = isSimpleName(name) ? name : best;
    }
    return best;
}
/** The simple name that ends before an underscore, the longest that begins where markup may begin. */
function nameBefore(text, least, end) {
    let start = end;
    while (start > least && isNameCharacter(text, start - 1, end)) {
        start -= 1;
    }
    while (start < end && !mayBeginName(text, least, start)) {
        start += 1;
    }
    return start < end ? text.slice(start, end) : undefined;
}
function isNameCharacter(text, at, end) {
    const character = text.charAt(at);
    if (/[\p{L}\p{N}\p{Cs}]/u.test(character)) {
        return true;
    }
    return /[-._+:]/u.test(character) && at + 1 < end && /[\p{L}\p{N}\p{Cs}]/u.test(text.charAt(at + 1));
}
function mayBeginName(text, least, at) {
    return /[\p{L}\p{N}\p{Cs}]/u.test(text.charAt(at)) && mayPrecede(at === least ? "" : text.charAt(at - 1));
}
const FOOTNOTE = /\[([0-9]+|#|\*|#?[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)\]_/uy;
/** The label of a footnote or citation reference. */
function footnoteAt(text, index) {
    FOOTNOTE.lastIndex = index;
    const found = FOOTNOTE.exec(text);
    return found !== null && mayFollow(text.charAt(FOOTNOTE.lastIndex)) ? found[1] : undefined;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/roles.js

/** Names of the roles of docutils (its documentation of interpreted text roles), with the role each one stands for. */
const ROLES = new Map([
    ["ab", "abbreviation"],
    ["abbreviation", "abbreviation"],
    ["ac", "acronym"],
    ["acronym", "acronym"],
    ["code", "code"],
    ["emphasis", "emphasis"],
    ["literal", "literal"],
    ["math", "math"],
    ["pep", "pep"],
    ["pep-reference", "pep"],
    ["raw", "raw"],
    ["rfc", "rfc"],
    ["rfc-reference", "rfc"],
    ["strong", "strong"],
    ["sub", "subscript"],
    ["subscript", "subscript"],
    ["sup", "superscript"],
    ["superscript", "superscript"],
    ["t", "title-reference"],
    ["title", "title-reference"],
    ["title-reference", "title-reference"],
]);
/** Roles that exist by name only: docutils has no implementation of them. */
const UNIMPLEMENTED = new Set([
    "anonymous-reference",
    "citation-reference",
    "footnote-reference",
    "i",
    "index",
    "named-reference",
    "restructuredtext-unimplemented-role",
    "substitution-reference",
    "target",
    "uri",
    "uri-reference",
    "url",
]);
const PLAIN_MARKUP = "PyPI knows the roles of docutils only, none of Sphinx. Use plain markup, for example ``literal`` or a link.";
/** The role a name stands for; a role of the document's own when it defined one. */
function findRole(name, line, notes) {
    const lower = name.toLowerCase();
    const known = notes.roles.get(lower) ?? ROLES.get(lower);
    if (known !== undefined) {
        return known;
    }
    if (UNIMPLEMENTED.has(lower)) {
        return "unimplemented";
    }
    throw failure(`the role ${JSON.stringify(name)} is unknown to docutils`, line, `:${name}:`, PLAIN_MARKUP);
}
/**
 * Applies a role to its text.
 *
 * @returns the text as it is shown.
 */
function useRole(name, text, line, notes) {
    const role = name === undefined ? notes.defaultRole : findRole(name, line, notes);
    switch (role) {
        case "unimplemented":
            throw failure(`docutils does not implement the role ${JSON.stringify(name ?? "")}`, line, text, PLAIN_MARKUP);
        case "raw":
            throw failure("raw text is switched off on PyPI", line, text, "Remove the raw role.");
        case "pep":
            return checkedNumber("PEP", text, line, 0, 9999);
        case "rfc":
            return checkedNumber("RFC", text, line, 1, Number.POSITIVE_INFINITY);
        case "doubtful":
            throw doubt("a role highlights a language that may be unknown", line, text);
        default:
            return text;
    }
}
function checkedNumber(what, text, line, least, most) {
    const [digits = ""] = (/<([^<>]*)>$/u.exec(text)?.[1] ?? text).split("#");
    if (/^[0-9]+$/u.test(digits) && Number(digits) >= least && Number(digits) <= most) {
        return `${what} ${Number(digits)}`;
    }
    if (/^[\s+\-0-9_\p{Nd}]*$/u.test(digits) && digits.trim() !== "") {
        throw doubt(`a ${what} number is spelled unusually`, line, text);
    }
    throw failure(`this is no number of a ${what}`, line, text, `Give the number of the ${what} alone.`);
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/inline.js





const MARK = /[*`|_[]/gu;
/** As names in messages and remedies. */
const NAMES = {
    "**": "strong",
    "*": "emphasis",
    "``": "literal",
    "`": "interpreted text",
    "|": "substitution",
};
/** Backslashes become NUL before what they escape, which no rule takes for markup. */
function escaped(text) {
    return text.replaceAll("\0", "").replace(/\\([\s\S]?)/gu, "\0$1");
}
/** Text as it is shown: escaped white space is gone, other escaped characters stay. */
function unescaped(text) {
    return text.replace(/\0[ \n]?/gu, "");
}
/**
 * Reads inline markup and notes what it refers to.
 *
 * @throws Fault at the first thing that stops docutils.
 */
function readInline(source, line, notes) {
    const run = { text: escaped(source), notes, plain: [], at: 0, marked: false, counted: { at: 0, line } };
    MARK.lastIndex = 0;
    let from = 0;
    for (;;) {
        MARK.lastIndex = from;
        const mark = MARK.exec(run.text);
        if (mark === null) {
            break;
        }
        from = Math.max(readMark(run, mark.index), mark.index + 1);
    }
    run.plain.push(unescaped(run.text.slice(run.at)));
    return { text: run.plain.join(""), marked: run.marked };
}
/** Reads the markup at a special character, if it is any; returns where to go on. */
function readMark(run, index) {
    const { text } = run;
    switch (text[index]) {
        case "*":
            return readSpan(run, index, text[index + 1] === "*" ? "**" : "*");
        case "|":
            return text[index + 1] === "|" ? index + 1 : readSpan(run, index, "|");
        case "`":
            return text[index + 1] === "`" ? readSpan(run, index, "``") : readInterpreted(run, index);
        case "[":
            return readFootnote(run, index);
        default:
            return readUnderscore(run, index);
    }
}
function before(run, index) {
    return index <= run.at ? "" : run.text.charAt(index - 1);
}
/** Whether a start-string may stand here; what is behind it is read on as text when it may not. */
function starts(run, index, length) {
    const behind = run.text.charAt(index + length);
    const ahead = before(run, index);
    if (isUnsettled(ahead) || isUnsettled(behind)) {
        throw doubt("markup stands beside unusual punctuation", lineAt(run, index), excerpt(run.text, index));
    }
    if (!mayPrecede(ahead) || (behind !== "" && isSpace(behind))) {
        return false;
    }
    return ahead === "" || !(behind === "" || arePair(ahead, behind));
}
function readSpan(run, index, mark) {
    if (!starts(run, index, mark.length)) {
        return index + mark.length;
    }
    const end = endOf(run.text, index + mark.length, mark);
    if (end === undefined) {
        throw unclosed(run, index, NAMES[mark], mark);
    }
    const inside = run.text.slice(index + mark.length, end.from);
    if (mark === "|") {
        run.notes.substitutionUses.push({ name: normalSpace(unescaped(inside)), line: lineAt(run, index) });
        noteReference(run, index, end.suffix, normalName(unescaped(inside)));
    }
    return done(run, index, end.to, mark === "``" ? inside.replaceAll("\0", "\\") : unescaped(inside));
}
function normalSpace(text) {
    return text
        .split(/\s+/u)
        .filter((part) => part !== "")
        .join(" ");
}
function noteReference(run, index, suffix, name) {
    const use = { name, line: lineAt(run, index) };
    if (suffix === "__") {
        run.notes.anonymousReferences.push(use);
    }
    else if (suffix === "_") {
        run.notes.references.push(use);
    }
}
function readInterpreted(run, index) {
    const prefix = roleBefore(run.text, run.at, index);
    const start = index - (prefix === undefined ? 0 : prefix.length + 2);
    // Behind a role quotation marks are not looked at.
    const behind = run.text.charAt(index + 1);
    const begins = prefix === undefined ? starts(run, index, 1) : behind === "" || !isSpace(behind);
    if (!begins) {
        return index + 1;
    }
    const end = endOfInterpreted(run.text, index + 1);
    if (end === undefined) {
        throw unclosed(run, index, "interpreted text or a reference", "`");
    }
    const inside = run.text.slice(index + 1, end.from);
    return done(run, start, end.to, interpretedText(run, start, inside, prefix, end));
}
function interpretedText(run, start, inside, prefix, end) {
    const line = lineAt(run, start);
    const role = prefix ?? end.role;
    const shown = excerpt(run.text, start);
    if (role !== undefined && end.reference !== "") {
        throw failure("interpreted text has a role and is a reference too", line, shown, "Remove the role or the underscore.");
    }
    if (prefix !== undefined && end.role !== undefined) {
        throw failure("interpreted text has a role before it and one behind", line, shown, "Remove one of the two roles.");
    }
    if (end.reference !== "") {
        return phraseReference(inside, end.reference, line, run.notes);
    }
    return useRole(role, unescaped(inside), line, run.notes);
}
function readFootnote(run, index) {
    const label = mayPrecede(before(run, index)) ? footnoteAt(run.text, index) : undefined;
    if (label === undefined) {
        return index + 1;
    }
    const line = lineAt(run, index);
    if (label === "*") {
        run.notes.symbolFootnoteReferences.push(line);
    }
    else if (label.startsWith("#")) {
        run.notes.autoFootnoteReferences.push({ name: normalName(label.slice(1)), line });
    }
    else {
        run.notes.references.push({ name: normalName(label), line });
    }
    return done(run, index, index + label.length + 3, label);
}
/** An inline target, a reference by its name alone, or nothing. */
function readUnderscore(run, index) {
    const { text } = run;
    if (text[index + 1] === "`" && text[index - 1] !== "_" && mayPrecede(before(run, index)) && starts(run, index, 2)) {
        return readInlineTarget(run, index);
    }
    const suffix = text[index + 1] === "_" ? "__" : "_";
    if (!mayFollow(text.charAt(index + suffix.length))) {
        return text[index + 1] === "_" && text[index + 2] === "`" ? index + 1 : index + suffix.length;
    }
    const name = nameBefore(text, run.at, index);
    if (name === undefined || !isSimpleName(name)) {
        return index + 1;
    }
    noteReference(run, index, suffix, normalName(name));
    return done(run, index - name.length, index + suffix.length, name);
}
function readInlineTarget(run, index) {
    const end = endOf(run.text, index + 2, "`");
    if (end === undefined) {
        throw unclosed(run, index, "inline target", "`");
    }
    const text = unescaped(run.text.slice(index + 2, end.from));
    run.notes.inlineTargets += 1;
    run.notes.nameExplicitly(normalName(text), { line: lineAt(run, index) });
    return done(run, index, end.to, text);
}
function done(run, from, to, shown) {
    run.plain.push(unescaped(run.text.slice(run.at, from)), shown);
    run.at = to;
    run.marked = true;
    return to;
}
function unclosed(run, index, what, mark) {
    return failure(`${what} begins and does not end`, lineAt(run, index), excerpt(run.text, index), `Close it with ${mark}, or put a backslash before the character that is meant as text.`);
}
function lineAt({ text, counted }, index) {
    for (; counted.at < index; counted.at += 1) {
        counted.line += text[counted.at] === "\n" ? 1 : 0;
    }
    for (; counted.at > index; counted.at -= 1) {
        counted.line -= text[counted.at - 1] === "\n" ? 1 : 0;
    }
    return counted.line;
}
function excerpt(text, index) {
    return text
        .slice(index, index + 60)
        .replace(/\n[\s\S]*/u, "")
        .replaceAll("\0", "\\");
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/marked-lists.js





/** The name between the colons of a field marker: escaped colons and colons inside of words belong to it. */
function fieldName(marker) {
    return marker.trimEnd().slice(1, -1);
}
function fieldList(reader, parser) {
    const fields = [];
    const line = lineNumber(reader);
    let blankFinish = true;
    for (;;) {
        const marker = MARKERS.field.exec(reader.lines.text[reader.at] ?? "");
        if (marker === null) {
            break;
        }
        const { lines, end, ...block } = indentedBlock(reader.lines, reader.at, { firstIndent: marker[0].length });
        const name = fieldName(marker[0]);
        parser.inline(name, lineNumber(reader));
        fields.push({
            kind: "field",
            line: lineNumber(reader),
            children: parser.blocks(lines, reader.depth + 1),
            text: unescaped(escaped(name)),
        });
        reader.at = end;
        blankFinish = block.blankFinish;
        skipBlank(reader);
    }
    reader.nodes.push({ kind: "field-list", line, children: fields });
    if (!blankFinish) {
        throw endsWithoutBlankLine("field list", reader);
    }
    return true;
}
/** Command line options with their descriptions; text when the first has no description. */
function optionList(reader, parser) {
    const line = lineNumber(reader);
    const items = [];
    let blankFinish = true;
    for (;;) {
        const marker = MARKERS.option.exec(reader.lines.text[reader.at] ?? "");
        if (marker === null) {
            break;
        }
        const block = indentedBlock(reader.lines, reader.at, { firstIndent: marker[0].length });
        if (block.lines.text.every(isBlank)) {
            if (items.length === 0) {
                return false;
            }
            break;
        }
        items.push({
            kind: "item",
            line: lineNumber(reader),
            children: parser.blocks(block.lines, reader.depth + 1),
        });
        reader.at = block.end;
        blankFinish = block.blankFinish;
        skipBlank(reader);
    }
    reader.nodes.push({ kind: "block", line, children: items });
    if (!blankFinish) {
        throw endsWithoutBlankLine("option list", reader);
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/meta.js




/** The fields of a `meta` directive: a name, then attributes as `name=value`. */
function readMeta(call) {
    const { content } = call;
    for (let at = 0; at < content.text.length;) {
        const text = content.text[at] ?? "";
        if (isBlank(text)) {
            at += 1;
            continue;
        }
        const marker = MARKERS.field.exec(text);
        if (marker === null) {
            throw directiveFault(call, "has a line that is no field");
        }
        const block = indentedBlock(content, at, { firstIndent: marker[0].length });
        const attributes = fieldName(marker[0]).split(/\s+/u).slice(1);
        // Without a value the field is left out, whatever it says.
        if (!block.lines.text.every(isBlank) && attributes.some((attribute) => !/[^=]=[^=]/u.test(attribute))) {
            throw directiveFault(call, "has an attribute without a value");
        }
        at = block.end;
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/option-values.js

const MEASURE = /^(?:[0-9]*\.[0-9]*|[0-9]+) *(?:em|ex|ch|rem|vw|vh|vmin|vmax|cm|mm|Q|in|pc|pt|px)?$/u;
const PERCENTAGE = /^(?:[0-9]*\.[0-9]*|[0-9]+) *%$/u;
const INTEGER = /^[+-]?[0-9]+(?:_[0-9]+)*$/u;
const SIDES = ["left", "center", "right"];
const POSITIONS = [...SIDES, "top", "middle", "bottom"];
/** Whether docutils takes a value for an option, given without surrounding white space. */
function isOptionValue(kind, value, line) {
    switch (kind) {
        case "any":
            return true;
        case "required":
            return value !== "";
        case "flag":
            return value === "";
        case "class":
            return value !== "" && areClassNames(value, line);
        case "count":
            return isInteger(value, line) && Number(value.replaceAll("_", "")) >= 0;
        case "percentage":
            return isInteger(withoutPercent(value), line) && !/^-0*[1-9]/u.test(value);
        case "integer":
            return isInteger(value, line);
        case "optional-integer":
            return value === "" || isInteger(value, line);
        default:
            return isListedValue(kind, value, line);
    }
}
function isListedValue(kind, value, line) {
    switch (kind) {
        case "length":
            return isMeasure(value);
        case "length-or-percentage":
            return isMeasure(value) || PERCENTAGE.test(value);
        case "figure-width":
            return value.toLowerCase() === "image" || isMeasure(value) || PERCENTAGE.test(value);
        case "position":
            return POSITIONS.includes(value.toLowerCase());
        case "side":
            return SIDES.includes(value.toLowerCase());
        case "backlinks":
            return ["top", "entry", "none"].includes(value.toLowerCase());
        case "loading":
            return isLoading(value.toLowerCase(), line);
        case "widths":
            return value === "auto" || areWidths(value, line);
        case "widths-or-grid":
            return value === "auto" || value === "grid" || areWidths(value, line);
        case "encoding":
            return isEncoding(value, line);
        case "delimiter":
            return value === "tab" || value === "space" || isCharacter(value, line);
        default:
            return isCharacter(value, line);
    }
}
function isMeasure(value) {
    return MEASURE.test(value) && /[0-9]/u.test(value);
}
function withoutPercent(value) {
    let end = value.length;
    while (end > 0 && " %".includes(value.charAt(end - 1))) {
        end -= 1;
    }
    return value.slice(0, end);
}
/** Python's `int()` takes digits of every script. */
function isInteger(value, line) {
    if (/[^\u{20}-\u{7e}]/u.test(value)) {
        throw doubt("a number is not written in ASCII digits", line, value);
    }
    return INTEGER.test(value.trim());
}
function areWidths(value, line) {
    const widths = value.split(value.includes(",") ? "," : /\s+/u);
    return widths.every((width) => isInteger(width, line) && Number(width.replaceAll("_", "")) > 0);
}
/** An embedded image is read on the server, of which nothing is known here. */
function isLoading(value, line) {
    if (value === "embed") {
        throw doubt("an image is to be embedded", line, value);
    }
    return ["link", "lazy"].includes(value);
}
function isEncoding(value, line) {
    if (/^(?:utf-?8|ascii|latin-?1)$/iu.test(value)) {
        return true;
    }
    throw doubt("an encoding may be unknown", line, value);
}
function isCharacter(value, line) {
    if (value.length === 1 && value >= "!" && value <= "~") {
        return true;
    }
    throw doubt("the value of an option is unusual", line, value);
}
/** Class names need a letter from which their identifier can begin. */
function areClassNames(value, line) {
    return value
        .split(/\s+/u)
        .filter((name) => name !== "")
        .every((name) => {
        const letter = /[a-z]/iu.test(name.normalize("NFKD"));
        if (!letter && /[^\u{20}-\u{7e}]/u.test(name)) {
            throw doubt("a class name has no ASCII letter", line, name);
        }
        return letter;
    });
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/directive-options.js






const directive_options_REMEDY = "Use the options docutils documents for it; those that Sphinx adds are unknown to PyPI.";
/** The options of a directive: a field list without blank lines. */
function readOptions(name, form, lines) {
    return readFields(lines, form.options, `the directive ${JSON.stringify(name)}`);
}
/**
 * Reads fields as options.
 *
 * @throws Fault when one is unknown, given twice, or has a value that does not fit.
 */
function readFields(lines, known, owner) {
    const options = new Map();
    for (let at = 0; at < lines.text.length;) {
        const line = lines.first + at;
        const text = lines.text[at] ?? "";
        const marker = MARKERS.field.exec(text);
        if (marker === null) {
            throw failure(`${owner} has a line among its options that is none`, line, text, directive_options_REMEDY);
        }
        const block = indentedBlock(lines, at, { firstIndent: marker[0].length });
        const option = unescaped(escaped(fieldName(marker[0]))).toLowerCase();
        const kind = known.get(option);
        if (kind === undefined) {
            checkName(option, line);
            throw failure(`${owner} has no option ${JSON.stringify(option)}`, line, text, directive_options_REMEDY);
        }
        if (options.has(option)) {
            throw failure(`${owner} has the option ${JSON.stringify(option)} twice`, line, text, directive_options_REMEDY);
        }
        const value = block.lines.text
            .filter((part) => !isBlank(part))
            .join("\n")
            .trim();
        if (!isOptionValue(kind, value, line)) {
            throw failure(`the option ${JSON.stringify(option)} of ${owner} has an unfit value`, line, text, directive_options_REMEDY);
        }
        options.set(option, value);
        at = block.end;
    }
    return options;
}
/** Names are read with inline markup first, which may change them. */
function checkName(option, line) {
    if (/[*`|[\]\\]|_(?![\p{L}\p{N}])/u.test(option)) {
        throw doubt("the name of an option has markup in it", line, option);
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/role-definition.js





const SIMPLE = "[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*";
const role_definition_DEFINITION = new RegExp(`^(${SIMPLE})\\s*(?:\\(\\s*(${SIMPLE})\\s*\\)\\s*)?$`, "u");
const LANGUAGES = new Set("bash,c,c++,console,cpp,css,diff,go,html,ini,java,javascript,js,json,latex,none,py,python,python3,rst,ruby,rust,sh,shell,sql,tex,text,toml,xml,yaml".split(","));
/** `.. role:: name(base)` with its options: the name is known from here on. */
function defineRole(call, notes) {
    const [first = ""] = call.content.text;
    const [, name, base] = role_definition_DEFINITION.exec(first) ?? [];
    if (name === undefined) {
        throw directiveFault(call, "needs the name of a role, with the one it is made of in parentheses");
    }
    const role = base === undefined ? "generic" : findRole(base, call.line, notes);
    const kinds = optionKinds(role, base !== undefined && notes.roles.has(base.toLowerCase()));
    const options = readFields(optionLines(call), kinds, `the role ${JSON.stringify(name)}`);
    if (!areClassNames(name, call.line)) {
        throw directiveFault(call, "gives a name of which no class name can be made");
    }
    const language = (options.get("language") ?? "").toLowerCase();
    const certain = language === "" || LANGUAGES.has(language);
    notes.roles.set(name.toLowerCase(), certain ? role : "doubtful");
}
function optionLines(call) {
    const gap = isBlank(call.content.text[1]) ? 2 : 1;
    const rest = lines_slice(call.content, gap);
    const blank = rest.text.findIndex(isBlank);
    const end = blank === -1 ? rest.text.length : blank;
    if (!rest.text.slice(end).every(isBlank)) {
        throw directiveFault(call, "takes no content");
    }
    return lines_slice(rest, 0, end);
}
function optionKinds(role, derived) {
    const kinds = new Map([["class", "class"]]);
    if (role === "raw") {
        kinds.set("format", "any");
    }
    else if (role === "code" || derived) {
        kinds.set("language", "any");
    }
    return kinds;
}
/** `.. default-role:: name`; without a name back to the usual one. */
function setDefaultRole(call, notes) {
    const [name] = call.words;
    notes.defaultRole = name === undefined ? "title-reference" : findRole(name, call.line, notes);
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/substitution-content.js


/** The text of a `replace` directive. */
function readReplacement(call, depth, parser) {
    const nodes = parser.blocks(call.content, depth + 1).filter(({ kind }) => kind !== "message");
    if (nodes.length !== 1 || nodes[0]?.kind !== "paragraph") {
        throw directiveFault(call, "takes a single paragraph");
    }
}
const CODE = /^(?:(?:0x|x|\\x|U\+?|\\u)([0-9a-f]+)|&#x([0-9a-f]+);|([0-9]+))$/iu;
/** The characters of a `unicode` directive, given by their numbers; what is no number is text. */
function readCharacters(call) {
    const [text = ""] = call.argument.text.join("\n").split(/(?:^|[ \n])\.\. /u);
    for (const word of text.split(/\s+/u)) {
        const [, hexadecimal, entity, decimal] = CODE.exec(word) ?? [];
        const hex = hexadecimal ?? entity;
        const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
        if (code > 0x10_ff_ff) {
            throw directiveFault(call, `has a number that is no character: ${JSON.stringify(word)}`);
        }
        if (code >= 0xd8_00 && code <= 0xdf_ff) {
            throw doubt("a substitution is half a character", call.line, word);
        }
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/targets.js





/** `.. _name: address`, from behind the underscore. Returns whether a blank line follows. */
function readTarget(reader, parser, width) {
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, untilBlank: true, keepIndent: true });
    const line = lineNumber(reader);
    const { name, rest } = splitName(block.lines, reader.lines.text[reader.at] ?? "");
    const { alias, address } = destination(rest);
    const note = { line, alias, address };
    const before = parser.notes.repeatedNames;
    parser.notes.nameExplicitly(name, note);
    noteRepeatedName(reader, parser.notes, before, line);
    if (alias !== undefined) {
        parser.notes.aliases.push({ name, line, alias });
    }
    addNode(reader, line, rest);
    reader.at = block.end;
    return block.blankFinish;
}
/** `__ address` and `.. __: address`. */
function readAnonymousTarget(reader, parser, width) {
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, untilBlank: true });
    const line = lineNumber(reader);
    const rest = block.lines.text.map(escaped);
    const { alias, address } = destination(rest);
    parser.notes.anonymousTargets.push({ line, alias, address, explicit: true, ambiguous: false });
    if (alias !== undefined) {
        parser.notes.aliases.push({ name: "", line, alias });
    }
    addNode(reader, line, rest);
    reader.at = block.end;
    return block.blankFinish;
}
function addNode(reader, line, rest) {
    const kind = rest.every((part) => part.trim() === "") ? "anchor" : "target";
    reader.nodes.push({ kind, line, children: [] });
}
/** More are not searched for the end of a name. */
const MOST_NAME_LINES = 20;
const QUOTED_NAME = /^`(?![ `])([\s\S]+?)(?<![ \0])` ?:(?: +|$)/u;
const NAME = /^(?![ _`])([\s\S]+?)(?<![ \0]) ?(?<!\0)(?<!(?<!\0):):(?: +|$)/u;
/** The name before the colon, which may go over several lines, and what stands behind it. */
function splitName(lines, whole) {
    const parts = lines.text.map(escaped);
    let text = "";
    for (const [index, part] of parts.entries()) {
        text += part;
        const found = (text.startsWith("`") ? QUOTED_NAME : NAME).exec(text);
        if (found !== null) {
            const behind = text.slice(found[0].length);
            return { name: normalName(unescaped(found[1] ?? "")), rest: [behind, ...parts.slice(index + 1)] };
        }
        if (index === MOST_NAME_LINES) {
            throw doubt("the name of a hyperlink target is very long", lines.first, whole);
        }
    }
    throw failure("this is no well-formed hyperlink target", lines.first, whole, "Write `.. _name: address`, with backquotes around a name that has a colon in it.");
}
const PHRASE = /^`(?! )([\s\S]+?)(?<![\s\0])`_$/u;
/** Where a target leads: to another one when it ends as a reference does, else to an address. */
function destination(rest) {
    const text = rest
        .map((part) => part.trim())
        .join(" ")
        .trim();
    if (rest.at(-1)?.trim().endsWith("_") === true) {
        const phrase = PHRASE.exec(text)?.[1] ?? (isSimpleName(text.slice(0, -1)) ? text.slice(0, -1) : undefined);
        if (phrase !== undefined) {
            return { alias: normalName(unescaped(phrase)), address: undefined };
        }
    }
    const address = unescaped(text.replace(/(?<!\0)\s+/gu, ""));
    return { alias: undefined, address: address === "" ? undefined : address };
}
/** A footnote or citation, from its label on. Returns whether a blank line follows. */
function readNote(reader, parser, label, width) {
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: width });
    const line = lineNumber(reader);
    if (label === "#") {
        parser.notes.unnamedAutoFootnotes.push(line);
    }
    else if (label === "*") {
        parser.notes.symbolFootnotes += 1;
    }
    else if (label.startsWith("#")) {
        parser.notes.nameExplicitly(normalName(label.slice(1)), { line });
        parser.notes.namedAutoFootnotes.push({ name: normalName(label.slice(1)), line });
    }
    else {
        parser.notes.nameExplicitly(normalName(label), { line });
    }
    const children = parser.blocks(block.lines, reader.depth + 1);
    if (block.lines.text.every(isBlank)) {
        throw failure("a footnote or citation has no text", line, `[${label}]`, "Write its text behind the label.");
    }
    reader.nodes.push({ kind: "block", line, children });
    reader.at = block.end;
    return block.blankFinish;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/directive-content.js











const RUNS = {
    admonition,
    "titled-admonition": admonition,
    boxed,
    class: classes,
    code: (call, reader) => literal(call, reader),
    compound: admonition,
    container,
    contents,
    "csv-table": csvTable,
    date: (call, reader) => inlineOnly(call, reader),
    "default-role": (call, _reader, parser) => {
        setDefaultRole(call, parser.notes);
    },
    disabled: (call) => {
        throw directiveFault(call, "is switched off on PyPI");
    },
    figure,
    hidden: (call, reader, parser) => {
        needContent(call);
        parser.blocks(call.content, reader.depth + 1);
    },
    image: directive_content_image,
    "line-block": directive_content_lineBlock,
    "list-table": listTable,
    literal: (call, reader) => literal(call, reader),
    meta: (call) => {
        needContent(call);
        readMeta(call);
    },
    nothing: () => { },
    pending: (call, reader) => directive_content_add(call, reader, "invisible"),
    "parsed-literal": (call, reader, parser) => {
        needContent(call);
        parser.inline(call.content.text.join("\n"), call.content.first);
        directive_content_add(call, reader, "block");
    },
    quotation: (call, reader, parser) => {
        needContent(call);
        directive_content_add(call, reader, "block", readQuotes(call.content, reader.depth, parser));
    },
    replace: (call, reader, parser) => {
        inlineOnly(call, reader);
        needContent(call);
        readReplacement(call, reader.depth, parser);
    },
    role: (call, _reader, parser) => {
        defineRole(call, parser.notes);
    },
    rubric: (call, reader, parser) => {
        inlineText(call.argument, parser);
        directive_content_add(call, reader, "block");
    },
    table: wrappedTable,
    unicode: (call, reader) => {
        inlineOnly(call, reader);
        readCharacters(call);
    },
    unreportable: (call, reader) => directive_content_add(call, reader, "message"),
};
/** Checks what a directive is used on, and adds what it becomes. */
function runDirective(form, call, reader, parser) {
    RUNS[form.run](call, reader, parser);
    for (const option of ["name", "figname"]) {
        const name = normalName(call.options.get(option) ?? "");
        if (name !== "") {
            parser.notes.nameExplicitly(name, { line: call.line });
        }
    }
}
function directive_content_add(call, reader, kind, children = []) {
    reader.nodes.push({ kind, line: call.line, children });
}
function inlineOnly(call, reader) {
    if (call.substitution === undefined) {
        throw directiveFault(call, "can be used in a substitution definition only");
    }
    directive_content_add(call, reader, "inline");
}
function body(lines, reader, parser) {
    return parser.blocks(lines, reader.depth + 1);
}
function literal(call, reader) {
    needContent(call);
    directive_content_add(call, reader, "literal");
}
function admonition(call, reader, parser) {
    needContent(call);
    inlineText(call.argument, parser);
    directive_content_add(call, reader, "block", body(call.content, reader, parser));
}
/** Topics, sidebars and tables of contents stand in the document, in a section or in a sidebar. */
function checkPlace(call, reader) {
    if (reader.sections === undefined && (reader.mayBox !== true || call.name === "sidebar")) {
        throw directiveFault(call, "may not be used inside of another construct");
    }
}
function boxed(call, reader, parser) {
    checkPlace(call, reader);
    needContent(call);
    inlineText(call.argument, parser);
    const subtitle = call.options.get("subtitle");
    if (subtitle !== undefined && call.words.length === 0) {
        throw directiveFault(call, "has a subtitle and no title");
    }
    parser.inline(subtitle ?? "", call.line);
    directive_content_add(call, reader, "block", parser.blocks(call.content, reader.depth + 1, call.name === "sidebar"));
}
function checkClasses(call) {
    if (call.words.length > 0 && !areClassNames(call.words.join(" "), call.line)) {
        throw directiveFault(call, "has an argument of which no class name can be made");
    }
}
/** Without content the class is for what follows, which is looked for when the document is complete. */
function classes(call, reader, parser) {
    checkClasses(call);
    if (call.content.text.every(isBlank)) {
        directive_content_add(call, reader, "class");
    }
    else {
        for (const node of body(call.content, reader, parser)) {
            reader.nodes.push(node);
        }
    }
}
function container(call, reader, parser) {
    needContent(call);
    checkClasses(call);
    directive_content_add(call, reader, "block", body(call.content, reader, parser));
}
function contents(call, reader, parser) {
    checkPlace(call, reader);
    const title = inlineText(call.argument, parser);
    if (title !== "" || !call.options.has("local")) {
        parser.notes.nameImplicitly(normalName(title === "" ? "Contents" : title), { line: call.line });
    }
    directive_content_add(call, reader, "contents");
}
function directive_content_lineBlock(call, reader, parser) {
    needContent(call);
    for (const [index, text] of call.content.text.entries()) {
        parser.inline(text.trim(), call.content.first + index);
    }
    directive_content_add(call, reader, "block");
}
const IN_TEXT = ["top", "middle", "bottom"];
function directive_content_image(call, reader, parser) {
    const align = call.options.get("align")?.toLowerCase();
    if (align !== undefined && IN_TEXT.includes(align) !== (call.substitution !== undefined)) {
        throw directiveFault(call, `cannot be aligned ${JSON.stringify(align)} here`);
    }
    noteTarget(call, parser);
    directive_content_add(call, reader, call.substitution === undefined ? "image" : "inline");
}
/** An image may be a link to a named target. */
function noteTarget(call, parser) {
    const target = call.options.get("target");
    const { alias } = destination((target ?? "").split("\n"));
    if (alias !== undefined) {
        parser.notes.references.push({ name: alias, line: call.line });
    }
}
const BEFORE_CAPTION = new Set(["target", "anchor", "class"]);
function figure(call, reader, parser) {
    noteTarget(call, parser);
    const children = body(call.content, reader, parser);
    const caption = children.find(({ kind }) => !BEFORE_CAPTION.has(kind));
    if (caption?.kind === "message" || caption?.kind === "invisible") {
        throw doubt("a figure may have no caption", call.line, call.words.join(" "));
    }
    const fits = caption === undefined || caption.kind === "paragraph" || isEmptyComment(caption);
    if (!fits) {
        throw directiveFault(call, "has a caption that is neither a paragraph nor an empty comment");
    }
    directive_content_add(call, reader, "block", children);
}
function isEmptyComment({ kind, text }) {
    return kind === "comment" && text !== "comment";
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/directive-table.js
const COMMON = { class: "class", name: "any" };
const IMAGE = {
    alt: "any",
    height: "length",
    width: "length-or-percentage",
    scale: "percentage",
    target: "required",
    loading: "loading",
    ...COMMON,
};
const TABLE = { ...COMMON, align: "side", width: "length-or-percentage" };
const ROWS = { "header-rows": "count", "stub-columns": "count" };
const NONE = { least: 0, most: 0, spaces: false, content: false };
const CONTENT = { ...NONE, content: true };
const TITLED = { ...CONTENT, least: 1, most: 1, spaces: true };
const MAYBE_TITLED = { ...TITLED, least: 0 };
const ARGUMENT = { ...TITLED, content: false };
function directive_table_form(shape, run, options) {
    return { ...shape, run, takesOptions: options !== undefined, options: new Map(Object.entries(options ?? {})) };
}
function named(names, entry) {
    return names.map((name) => [name, entry]);
}
const CSV = {
    ...TABLE,
    ...ROWS,
    widths: "widths",
    header: "any",
    file: "required",
    url: "required",
    encoding: "encoding",
    delim: "delimiter",
    keepspace: "flag",
    quote: "character",
    escape: "character",
};
/** The directives of docutils, by name. */
const DIRECTIVES = new Map([
    ...named(["attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"], directive_table_form(CONTENT, "admonition", COMMON)),
    ...named(["admonition"], directive_table_form(TITLED, "titled-admonition", COMMON)),
    ...named(["topic"], directive_table_form(TITLED, "boxed", COMMON)),
    ...named(["sidebar"], directive_table_form(MAYBE_TITLED, "boxed", { ...COMMON, subtitle: "required" })),
    ...named(["class", "rst-class"], directive_table_form(TITLED, "class")),
    ...named(["code", "code-block", "sourcecode"], directive_table_form({ ...CONTENT, most: 1 }, "code", { ...COMMON, "number-lines": "optional-integer" })),
    ...named(["math"], directive_table_form(CONTENT, "literal", COMMON)),
    ...named(["compound"], directive_table_form(CONTENT, "compound", COMMON)),
    ...named(["container"], directive_table_form(MAYBE_TITLED, "container", { name: "any" })),
    ...named(["contents"], directive_table_form({ ...ARGUMENT, least: 0 }, "contents", {
        depth: "count",
        local: "flag",
        backlinks: "backlinks",
        class: "class",
    })),
    ...named(["csv-table"], directive_table_form(MAYBE_TITLED, "csv-table", CSV)),
    ...named(["list-table"], directive_table_form(MAYBE_TITLED, "list-table", { ...TABLE, ...ROWS, widths: "widths" })),
    ...named(["table"], directive_table_form(MAYBE_TITLED, "table", { ...TABLE, widths: "widths-or-grid" })),
    ...named(["date"], directive_table_form(CONTENT, "date")),
    ...named(["default-role"], directive_table_form({ ...NONE, most: 1 }, "default-role")),
    ...named(["include", "raw"], directive_table_form({ ...TITLED, least: 0 }, "disabled")),
    ...named(["image"], directive_table_form(ARGUMENT, "image", { ...IMAGE, align: "position" })),
    ...named(["figure"], directive_table_form(TITLED, "figure", { ...IMAGE, align: "side", figwidth: "figure-width", figclass: "class", figname: "any" })),
    ...named(["footer", "header"], directive_table_form(CONTENT, "hidden")),
    ...named(["title"], directive_table_form(ARGUMENT, "nothing")),
    ...named(["sectnum", "section-numbering"], directive_table_form(NONE, "pending", { depth: "integer", start: "integer", prefix: "required", suffix: "required" })),
    ...named(["target-notes"], directive_table_form(NONE, "pending", { class: "class" })),
    ...named(["line-block"], directive_table_form(CONTENT, "line-block", COMMON)),
    ...named(["parsed-literal"], directive_table_form(CONTENT, "parsed-literal", COMMON)),
    ...named(["epigraph", "highlights", "pull-quote"], directive_table_form(CONTENT, "quotation")),
    ...named(["meta"], directive_table_form(CONTENT, "meta")),
    ...named(["replace"], directive_table_form(CONTENT, "replace")),
    ...named(["role"], directive_table_form(CONTENT, "role")),
    ...named(["rubric"], directive_table_form(ARGUMENT, "rubric", COMMON)),
    ...named(["unicode"], directive_table_form(ARGUMENT, "unicode", { trim: "flag", ltrim: "flag", rtrim: "flag" })),
    ...named(["restructuredtext-test-directive"], directive_table_form(MAYBE_TITLED, "unreportable", { option: "required" })),
]);

;// CONCATENATED MODULE: ./lib/verification/description/rst/directive.js







/**
 * A directive, from behind its two colons. Returns whether a blank line follows.
 *
 * @param substitution - name of the substitution it defines.
 * @throws Fault when docutils does not know it, or knows it otherwise.
 */
function readDirective(reader, parser, name, width, substitution) {
    const line = lineNumber(reader);
    const form = DIRECTIVES.get(name.toLowerCase());
    if (form === undefined) {
        throw failure(`the directive ${JSON.stringify(name)} is unknown to docutils`, line, reader.lines.text[reader.at] ?? "", "PyPI knows the directives of docutils only, none of Sphinx. Remove it, or say it with plain markup.");
    }
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, keepTop: true });
    reader.at = block.end;
    const parts = split(withoutFirstBlank(withoutBlankEnd(block.lines)), form);
    const call = {
        name: name.toLowerCase(),
        line,
        substitution,
        options: readOptions(name, form, parts.options),
        words: checkArguments(name, form, parts.argument, line),
        argument: parts.argument,
        content: parts.content,
    };
    if (!form.content && !call.content.text.every(isBlank)) {
        throw misuse(name, line, "takes no content", call.content.text[0] ?? "");
    }
    runDirective(form, call, reader, parser);
    return block.blankFinish;
}
function misuse(name, line, what, offender) {
    return failure(`the directive ${JSON.stringify(name)} ${what}`, line, offender, "Use the directive as docutils documents it; options and arguments that Sphinx adds are unknown to PyPI.");
}
/** Arguments and options may begin on the line behind the name. */
function withoutFirstBlank(lines) {
    return lines.text.length > 0 && isBlank(lines.text[0]) ? lines_slice(lines, 1) : lines;
}
/** Arguments and options go up to the first blank line; what follows is the content. */
function split(lines, form) {
    const none = lines_slice(lines, 0, 0);
    if (form.most === 0 && form.options.size === 0 && !form.takesOptions) {
        return { argument: none, options: none, content: withoutBlankTop(lines) };
    }
    const blank = lines.text.findIndex(isBlank);
    const end = blank === -1 ? lines.text.length : blank;
    const field = lines.text.slice(0, end).findIndex((text) => form.takesOptions && MARKERS.field.test(text));
    const options = field === -1 ? none : lines_slice(lines, field, end);
    const argument = lines_slice(lines, 0, field === -1 ? end : field);
    if (form.most === 0 && argument.text.length > 0) {
        const content = [...argument.text, ...lines.text.slice(end)];
        return { argument: none, options, content: withoutBlankTop({ text: content, first: lines.first }) };
    }
    return { argument, options, content: withoutBlankTop(lines_slice(lines, Math.min(end + 1, lines.text.length))) };
}
function checkArguments(name, form, argument, line) {
    const words = argument.text
        .join("\n")
        .split(/\s+/u)
        .filter((word) => word !== "");
    if (words.length < form.least) {
        throw misuse(name, line, `needs ${form.least === 1 ? "an argument" : "arguments"}`, name);
    }
    if (words.length > form.most && !form.spaces) {
        throw misuse(name, line, `takes ${form.most} argument and has ${words.length}`, argument.text.join(" "));
    }
    return words;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/substitution.js





const substitution_NAME = /^(?! )([\s\S]+?)(?<![ \0])\|(?: +|$)/u;
const EMBEDDED = /^([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*) ?::(?: +|$)/u;
/** `.. |name| directive:: …`, from behind the first bar. Returns whether a blank line follows. */
function readSubstitution(reader, parser, width) {
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, keepIndent: true });
    const line = lineNumber(reader);
    const { name, body } = substitution_splitName(block, reader.lines.text[reader.at] ?? "");
    const uses = readDefinition(name, body, line, reader, parser);
    substitution_define(name, line, uses, parser.notes);
    reader.nodes.push({ kind: "invisible", line, children: [] });
    reader.at = block.end;
    return block.blankFinish;
}
function substitution_splitName({ lines }, whole) {
    let text = "";
    for (const [index, part] of lines.text.entries()) {
        text += index === 0 ? escaped(part.trimEnd()) : ` ${escaped(part.trim())}`;
        const found = substitution_NAME.exec(text);
        if (found !== null) {
            const rest = escaped(index === 0 ? part.trimEnd() : part.trim());
            const behind = rest.slice(Math.max(0, rest.length - (text.length - found[0].length)));
            const first = text.length === found[0].length ? "" : behind.replaceAll("\0", "\\");
            const body = { text: [first, ...lines.text.slice(index + 1)], first: lines.first + index };
            return { name: found[1] ?? "", body };
        }
        if (text.length > 4000) {
            break;
        }
    }
    throw failure("this is no well-formed substitution definition", lines.first, whole, "Write `.. |name| replace:: text`, or another directive that gives inline content.");
}
function readDefinition(name, body, line, reader, parser) {
    const from = body.text[0] === "" ? 1 : 0;
    const first = body.text[from] ?? "";
    if (body.text.every(isBlank)) {
        throw failure("a substitution definition is empty", line, `|${name}|`, "Put a directive behind the name, for example `replace:: text`.");
    }
    const directive = EMBEDDED.exec(first.trimStart());
    if (directive === null) {
        throw invalid(name, line);
    }
    const { notes } = parser;
    const before = { ...counts(notes), uses: notes.substitutionUses.length };
    const nodes = [];
    const text = [first.trimStart(), ...body.text.slice(from + 1)];
    const inner = {
        lines: { text, first: body.first + from },
        depth: reader.depth + 1,
        sections: undefined,
        at: 0,
        nodes,
    };
    readDirective(inner, parser, directive[1] ?? "", directive[0].length, name);
    const rest = text.slice(inner.at).some((part) => !isBlank(part));
    if (rest || nodes.length === 0 || nodes.some(({ kind }) => kind !== "inline")) {
        throw invalid(name, line);
    }
    checkContent(before, counts(notes), name, line);
    return notes.substitutionUses.slice(before.uses);
}
function invalid(name, line) {
    return failure("a substitution definition has no inline content", line, `|${name}|`, "Use one of the directives replace, image, unicode or date behind the name.");
}
function counts(notes) {
    return {
        anonymous: notes.anonymousReferences.length,
        footnotes: notes.autoFootnoteReferences.length + notes.symbolFootnoteReferences.length,
        targets: notes.inlineTargets,
    };
}
function checkContent(before, after, name, line) {
    if (after.anonymous > before.anonymous || after.footnotes > before.footnotes || after.targets > before.targets) {
        throw failure("a substitution definition contains an anonymous or footnote reference, or a target", line, `|${name}|`, "Take it out of the definition.");
    }
}
function substitution_define(name, line, uses, notes) {
    const normal = name.split(/\s+/u).join(" ");
    if (notes.substitutions.has(normal)) {
        throw failure("a substitution is defined twice", line, `|${name}|`, "Remove one of the definitions.");
    }
    notes.substitutions.set(normal, { name: normal, line, uses });
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/explicit.js







const explicit_SIMPLE = "[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*";
const NOTE = new RegExp(`^\\.\\. +\\[([0-9]+|#|#${explicit_SIMPLE}|\\*|${explicit_SIMPLE})\\](?: +|$)`, "u");
const ANONYMOUS_TARGET = /^\.\. +__:(?: +|$)/u;
const TARGET = /^\.\. +_(?![ ]|$)/u;
const SUBSTITUTION = /^\.\. +\|(?![ ]|$)/u;
const DIRECTIVE = new RegExp(`^\\.\\. +(${explicit_SIMPLE}) ?::(?: +|$)`, "u");
/** Runs of constructs that begin with `..` or `__`; between them no blank line is needed, behind the last it is. */
function explicitMarkup(reader, parser) {
    for (;;) {
        const blankFinish = readOne(reader, parser);
        if (blankFinish) {
            return true;
        }
        const next = reader.lines.text[reader.at] ?? "";
        if (!MARKERS.explicit.test(next) && !MARKERS.anonymous.test(next)) {
            throw endsWithoutBlankLine("construct that begins with ..", reader);
        }
    }
}
/** Returns whether a blank line follows. */
function readOne(reader, parser) {
    const line = reader.lines.text[reader.at] ?? "";
    const anonymous = MARKERS.anonymous.exec(line) ?? ANONYMOUS_TARGET.exec(line);
    if (anonymous !== null) {
        return readAnonymousTarget(reader, parser, anonymous[0].length);
    }
    const note = NOTE.exec(line);
    if (note !== null) {
        return readNote(reader, parser, note[1] ?? "", note[0].length);
    }
    const target = TARGET.exec(line);
    if (target !== null) {
        return readTarget(reader, parser, target[0].length);
    }
    const substitution = SUBSTITUTION.exec(line);
    if (substitution !== null) {
        return readSubstitution(reader, parser, substitution[0].length);
    }
    const directive = DIRECTIVE.exec(line);
    if (directive !== null) {
        return readDirective(reader, parser, directive[1] ?? "", directive[0].length);
    }
    return readComment(reader, line);
}
/** A comment goes as far as it is indented; `..` alone before a blank line is an empty one. */
function readComment(reader, line) {
    const node = { kind: "comment", line: lineNumber(reader), children: [] };
    const marker = MARKERS.explicit.exec(line)?.[0].length ?? line.length;
    if (line.length <= marker && isBlank(reader.lines.text[reader.at + 1])) {
        reader.at += 1;
        reader.nodes.push(node);
        return true;
    }
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: marker });
    reader.at = block.end;
    reader.nodes.push({ ...node, text: withoutBlankEnd(block.lines).text.length === 0 ? "" : "comment" });
    return block.blankFinish;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/sections.js

const sections_REMEDY = "Use the title styles in the order in which they first appear, without leaving out a level.";
/** Follows the levels of titles: a style gets its level where it is first met. */
class SectionTree {
    styles = [];
    /** Where nodes go: the document first, then the open section of each level. */
    levels;
    reader;
    constructor(reader) {
        this.reader = reader;
        this.levels = [reader.nodes];
    }
    /** The reader whose nodes go into the section that is open. */
    follow(reader) {
        this.reader = reader;
    }
    open(style, node) {
        const current = this.levels.length - 1;
        let level = this.styles.indexOf(style) + 1;
        if (level === 0) {
            level = current + 1;
            if (current !== this.styles.length) {
                throw failure("a title has a new style in the middle of the levels", node.line, node.text ?? "", sections_REMEDY);
            }
            this.styles.push(style);
        }
        if (level > current + 1) {
            throw failure("a title skips a level", node.line, node.text ?? "", sections_REMEDY);
        }
        this.levels.length = level;
        this.levels.at(-1)?.push(node);
        this.levels.push(node.children);
        this.reader.nodes = node.children;
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/cells.js


function malformed(what, line, offender) {
    return failure(`a table is malformed: ${what}`, line, offender, "Align the borders and the text of the table.");
}
/** A rectangle of text, without the indent that all its lines have. */
function rectangle(lines, top, left, bottom, right) {
    const text = lines.text.slice(top, bottom).map((line) => line.slice(left, right).trimEnd());
    const indent = text.reduce((least, line) => (isBlank(line) ? least : Math.min(least, indentOf(line))), right);
    return {
        text: text.map((line) => line.slice(indent)),
        first: lines.first + top,
    };
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/grid-cells.js



const HEAD_BORDER = /^\+=[=+]+=\+ *$/u;
/** Steps along borders before a table counts as too intricate. */
const PATIENCE = 2_000_000;
const MOST_CELLS = 100_000;
/**
 * The cells of a grid table, found by following the borders from corner to corner.
 *
 * @throws Fault when the borders do not meet.
 */
function cellsOfGrid(lines) {
    const rows = withoutHeadBorder(lines);
    const bottom = rows.length - 1;
    const right = (rows[0] ?? "").length - 1;
    const grid = {
        lines,
        rows,
        done: new Array(right + 1).fill(-1),
        columns: new Set([0]),
        steps: 0,
        cells: 0,
    };
    const cells = [];
    const corners = new CornerQueue();
    for (let corner = corners.take(); corner !== undefined; corner = corners.take()) {
        const [top, left] = corner;
        if (top === bottom || left === right || top <= (grid.done[left] ?? -1)) {
            continue;
        }
        const found = findCell(grid, top, left);
        if (found !== undefined) {
            grid.cells += 1;
            grid.done.fill(found.bottom - 1, left, found.right);
            for (const column of [left, found.right, ...found.columns]) {
                grid.columns.add(column);
            }
            cells.push(rectangle(lines, top + 1, left + 1, found.bottom, found.right));
            corners.add(top, found.right);
            corners.add(found.bottom, left);
        }
    }
    if (grid.done.slice(0, right).some((last) => last !== bottom - 1)) {
        throw malformed("the borders of its cells do not meet", lines.first, lines.text[0] ?? "");
    }
    return { columns: grid.columns.size - 1, cells: cells.filter(({ text }) => !text.every(isBlank)) };
}
/** Corners from the top and from the left, each one once. */
class CornerQueue {
    /** The columns of each row, from the right. */
    waiting = [[0]];
    row = 0;
    add(row, column) {
        const columns = this.waiting[row] ?? [];
        this.waiting[row] = columns;
        const place = columns.findLastIndex((other) => other >= column);
        if (columns[place] !== column) {
            columns.splice(place + 1, 0, column);
        }
    }
    take() {
        for (; this.row < this.waiting.length; this.row += 1) {
            const column = this.waiting[this.row]?.pop();
            if (column !== undefined) {
                return [this.row, column];
            }
        }
        return undefined;
    }
}
function withoutHeadBorder(lines) {
    const borders = lines.text.flatMap((line, index) => (HEAD_BORDER.test(line) ? [index] : []));
    const [border] = borders;
    if (border === undefined) {
        return lines.text;
    }
    if (borders.length > 1) {
        throw malformed("it has two header borders", lines.first + (borders[1] ?? 0), lines.text[borders[1] ?? 0] ?? "");
    }
    if (border === 0 || border === lines.text.length - 1) {
        throw malformed("its header border is the first or last line", lines.first + border, lines.text[border] ?? "");
    }
    return lines.text.map((line, index) => (index === border ? line.replaceAll("=", "-") : line));
}
function step(grid) {
    grid.steps += 1;
    if (grid.steps > PATIENCE || grid.cells > MOST_CELLS) {
        throw doubt("a table is too intricate to be followed", grid.lines.first, grid.lines.text[0] ?? "");
    }
}
/** To the right along the top border, then down, back, and up again to where it began. */
function findCell(grid, top, left) {
    const line = grid.rows[top] ?? "";
    if (line[left] !== "+") {
        return undefined;
    }
    const columns = [];
    for (let right = left + 1; right < line.length; right += 1) {
        step(grid);
        if (line[right] === "+") {
            const found = goDown(grid, top, left, right);
            if (found !== undefined) {
                return { ...found, columns: [...found.columns, ...columns] };
            }
            columns.push(right);
        }
        else if (line[right] !== "-") {
            return undefined;
        }
    }
    return undefined;
}
function goDown(grid, top, left, right) {
    for (let bottom = top + 1; bottom < grid.rows.length; bottom += 1) {
        step(grid);
        const character = grid.rows[bottom]?.[right];
        if (character === "+") {
            const found = goBack(grid, top, left, bottom, right);
            if (found !== undefined) {
                return found;
            }
        }
        else if (character !== "|") {
            return undefined;
        }
    }
    return undefined;
}
function goBack(grid, top, left, bottom, right) {
    const line = grid.rows[bottom] ?? "";
    const columns = [];
    for (let at = right - 1; at > left; at -= 1) {
        step(grid);
        if (line[at] === "+") {
            columns.push(at);
        }
        else if (line[at] !== "-") {
            return undefined;
        }
    }
    return line[left] === "+" ? goUp(grid, top, left, { bottom, right, columns }) : undefined;
}
function goUp(grid, top, left, corner) {
    for (let at = corner.bottom - 1; at > top; at -= 1) {
        step(grid);
        const character = grid.rows[at]?.[left];
        if (character !== "+" && character !== "|") {
            return undefined;
        }
    }
    return corner;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/simple-cells.js



/** Rows may be far shorter than the border that makes them as many cells as it has columns. */
const simple_cells_MOST_CELLS = 100_000;
const simple_cells_HEAD_BORDER = /^=[ =]*$/u;
const SPAN_BORDER = /^-[ -]*$/u;
/**
 * The cells of a simple table, whose columns are those of its top border.
 *
 * @throws Fault when text stands between the columns, or a span does not fit them.
 */
function cellsOfSimpleTable(whole) {
    const text = whole.text.map((line) => (simple_cells_HEAD_BORDER.test(line) ? line.replaceAll("=", "-") : line));
    const lines = { text, first: whole.first };
    const spans = spansOf(text[0] ?? "");
    const columns = { spans, width: spans.at(-1)?.[1] ?? 0 };
    const [start = 0, end = 0] = spans[0] ?? [];
    if (spans.length * text.length > simple_cells_MOST_CELLS) {
        throw doubt("a table has more cells than can be followed here", whole.first, whole.text[0] ?? "");
    }
    const cells = [];
    let from = 1;
    let seen = false;
    for (let at = 1; at < text.length; at += 1) {
        const line = text[at] ?? "";
        if (SPAN_BORDER.test(line)) {
            cells.push(...cellsOfRow(lines_slice(lines, from, at), columns, { line, number: lines.first + at }));
            from = at + 1;
            seen = false;
        }
        else if (!isBlank(line.slice(start, end))) {
            if (seen && at !== from) {
                cells.push(...cellsOfRow(lines_slice(lines, from, at), columns));
            }
            from = at;
            seen = true;
        }
        else if (!seen) {
            from = at + 1;
        }
    }
    return { columns: spans.length, cells: cells.filter(({ text: cell }) => !cell.every(isBlank)) };
}
function spansOf(line) {
    return [...line.matchAll(/-+/gu)].map((run) => [run.index, run.index + run[0].length]);
}
function cellsOfRow(lines, columns, border) {
    const spans = border === undefined ? [...columns.spans] : spansOfBorder(columns, border);
    checkText(lines, spans, columns);
    if (border !== undefined) {
        checkSpans(spans, columns, border);
    }
    return spans.map(([start, end]) => rectangle(lines, 0, start, lines.text.length, end));
}
/** The last column of a row goes as far as the table does. */
function spansOfBorder(columns, { line, number }) {
    const spans = spansOf(line);
    const last = spans.at(-1);
    if (last === undefined || last[1] !== columns.width) {
        throw malformed("a column span is incomplete", number, line);
    }
    spans[spans.length - 1] = [last[0], columns.spans.at(-1)?.[1] ?? last[1]];
    return spans;
}
/** No text between columns; text that goes beyond the last one makes it wider. */
function checkText(lines, spans, columns) {
    for (const [index, [start, end]] of [...spans].entries()) {
        const next = spans[index + 1]?.[0];
        for (const [offset, line] of lines.text.entries()) {
            if (next !== undefined && !isBlank(line.slice(end, next))) {
                throw malformed("text stands between its columns", lines.first + offset, line);
            }
            if (next === undefined && !isBlank(line.slice(end))) {
                widen(spans, columns, start, line.trimEnd().length);
            }
        }
    }
}
function widen(spans, columns, start, end) {
    const [first = 0, last = 0] = columns.spans.at(-1) ?? [];
    spans[spans.length - 1] = [start, Math.max(last, end)];
    columns.spans[columns.spans.length - 1] = [first, Math.max(last, end)];
}
function checkSpans(spans, columns, { line, number }) {
    let at = 0;
    for (const [start, end] of spans) {
        if (columns.spans[at]?.[0] !== start) {
            throw malformed("a column span does not begin or end with a column", number, line);
        }
        while (at < columns.spans.length && columns.spans[at]?.[1] !== end) {
            at += 1;
        }
        if (at === columns.spans.length) {
            throw malformed("a column span does not begin or end with a column", number, line);
        }
        at += 1;
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/tables.js







const ODD_WIDTH = /[^\u{20}-\u{2ff}\u{370}-\u{3ff}\u{400}-\u{482}\u{2010}-\u{2027}]/u;
function gridTable(reader, parser) {
    const { lines, end, blankFinish } = isolateGrid(reader);
    const table = cellsOfGrid(lines);
    finish(reader, parser, table, { end, blankFinish });
    return true;
}
function simpleTable(reader, parser) {
    const end = simpleTableEnd(reader);
    const lines = lines_slice(reader.lines, reader.at, end);
    if (lines.text.some((line) => ODD_WIDTH.test(line))) {
        throw oddWidths(lines);
    }
    const table = cellsOfSimpleTable(lines);
    finish(reader, parser, table, { end, blankFinish: isBlank(reader.lines.text[end]) });
    return true;
}
/** Columns are counted as they are shown, which cannot be followed for wide and combining characters. */
function oddWidths(lines) {
    return doubt("a table has characters that are not one column wide", lines.first, lines.text[0] ?? "");
}
function finish(reader, parser, { columns, cells }, { end, blankFinish }) {
    const line = lineNumber(reader);
    const children = cells.map((cell) => ({
        kind: "item",
        line: cell.first,
        children: parser.blocks(cell, reader.depth + 1),
    }));
    reader.at = end;
    reader.nodes.push({ kind: "table", line, children, text: String(columns) });
    if (!blankFinish) {
        throw failure("no blank line follows a table", lineNumber(reader), reader.lines.text[end] ?? "", "Add one.");
    }
}
/** The lines of a grid table: up to a blank line, or to one that does not begin with a border. */
function isolateGrid(reader) {
    const start = reader.at;
    const first = lineNumber(reader);
    const source = reader.lines.text.slice(start, textEnd(reader.lines, start));
    const indented = source.findIndex((line) => line.startsWith(" "));
    if (indented !== -1) {
        throw malformed("a line is indented", first + indented, source[indented] ?? "");
    }
    let height = source.findIndex((line) => !/^[+|]/u.test(line));
    let blankFinish = height === -1;
    height = height === -1 ? source.length : height;
    if (!MARKERS.gridTable.test(source[height - 1] ?? "")) {
        const bottom = source.slice(0, height - 1).findLastIndex((line) => MARKERS.gridTable.test(line));
        if (bottom < 2) {
            throw malformed("it has no bottom border", first, source[0] ?? "");
        }
        height = bottom + 1;
        blankFinish = false;
    }
    const text = source.slice(0, height);
    const width = text[0]?.length ?? 0;
    if (text.some((line) => ODD_WIDTH.test(line))) {
        throw oddWidths({ text, first });
    }
    const odd = text.findIndex((line) => line.length !== width || !/[+|]$/u.test(line));
    if (odd !== -1) {
        throw malformed("its lines are not equally long", first + odd, text[odd] ?? "");
    }
    return { lines: { text, first }, end: start + height, blankFinish };
}
const BORDER = /^=[ =]*$/u;
function simpleTableEnd(reader) {
    const { text } = reader.lines;
    const length = (text[reader.at] ?? "").length;
    let borders = 0;
    for (let at = reader.at + 1; at < text.length; at += 1) {
        const line = text[at] ?? "";
        if (!BORDER.test(line)) {
            continue;
        }
        if (line.trim().length !== length) {
            throw malformed("its borders are not equally long", lineNumber(reader, at), line);
        }
        borders += 1;
        if (borders === 2 || isBlank(text[at + 1])) {
            return at + 1;
        }
    }
    throw malformed("it has no bottom border, or no blank line behind it", lineNumber(reader), text[reader.at] ?? "");
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/titles.js





/** Shorter lines of punctuation may be text. */
const SHORTEST_CERTAIN = 4;
const TOO_SHORT = "Make the line at least as long as the title; wide characters count as two columns.";
/** A line of text over a line of punctuation; false when the latter is so short that both are text. */
function underlinedTitle(reader, parser) {
    const title = reader.lines.text[reader.at] ?? "";
    const underline = reader.lines.text[reader.at + 1] ?? "";
    const line = lineNumber(reader);
    if (isTooShort(title, underline, line)) {
        if (underline.length < SHORTEST_CERTAIN) {
            return false;
        }
        throw failure("the line under a title is shorter than the title", line + 1, title, TOO_SHORT);
    }
    if (reader.sections === undefined) {
        throw unexpectedTitle(line, title);
    }
    reader.at += 2;
    openSection(reader, parser, title, underline.charAt(0), line);
    return true;
}
/** A title with lines above and below, a transition, or text when the line is short. */
function overlineOrTransition(reader, parser) {
    const overline = reader.lines.text[reader.at] ?? "";
    const short = overline.length < SHORTEST_CERTAIN;
    const title = reader.lines.text[reader.at + 1];
    if (reader.sections === undefined) {
        if (short) {
            if (overline !== "::") {
                reader.nodes.push({ kind: "message", line: lineNumber(reader), children: [] });
            }
            return false;
        }
        throw unexpectedTitle(lineNumber(reader), overline);
    }
    if (isBlank(title)) {
        if (!short) {
            reader.nodes.push({ kind: "transition", line: lineNumber(reader), children: [], text: overline });
            reader.at += 1;
        }
        return !short;
    }
    const fault = overlinedFault(overline, title ?? "", reader.lines.text[reader.at + 2], lineNumber(reader));
    if (fault !== undefined) {
        if (short) {
            reader.nodes.push({ kind: "message", line: lineNumber(reader), children: [] });
            return false;
        }
        throw fault;
    }
    const line = lineNumber(reader) + 1;
    reader.at += 3;
    openSection(reader, parser, (title ?? "").trimStart(), overline.charAt(0).repeat(2), line);
    return true;
}
function overlinedFault(overline, title, underline, line) {
    const remedy = "Put equal lines above and below the title, or a blank line behind a transition.";
    if (MARKERS.line.test(title)) {
        return failure("two lines of punctuation follow one another", line, overline, remedy);
    }
    if (underline === undefined || !MARKERS.line.test(underline)) {
        return failure("a title has a line above and none below", line, title, remedy);
    }
    if (overline !== underline) {
        return failure("the lines above and below a title differ", line, title, remedy);
    }
    return isTooShort(title, overline, line)
        ? failure("the lines around a title are shorter than the title", line, title, TOO_SHORT)
        : undefined;
}
function isTooShort(title, underline, line) {
    const [least, most] = columnRange(title);
    if (least <= underline.length && most > underline.length) {
        throw doubt("the line under a title may be too short", line + 1, title);
    }
    return least > underline.length;
}
function unexpectedTitle(line, offender) {
    return failure("a section title or transition stands inside of another construct", line, offender, "Remove the indentation, or the line of punctuation.");
}
function openSection(reader, parser, title, style, line) {
    const { text } = parser.inline(title, line);
    const children = [];
    reader.sections?.open(style, { kind: "section", line, children, text: title });
    const before = parser.notes.repeatedNames;
    parser.notes.nameImplicitly(normalName(text), { line });
    noteRepeatedName(reader, parser.notes, before, line);
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/text.js






/** What begins with a line of ordinary text: a paragraph, a title, a definition list. */
function textBlock(reader, parser) {
    const next = reader.lines.text[reader.at + 1];
    if (isBlank(next)) {
        paragraph(reader, parser, reader.at + 1);
    }
    else if (next?.startsWith(" ") === true) {
        definitionList(reader, parser);
    }
    else if (!(next !== undefined && MARKERS.line.test(next) && underlinedTitle(reader, parser))) {
        longParagraph(reader, parser);
    }
}
function longParagraph(reader, parser) {
    const end = textEnd(reader.lines, reader.at);
    const indented = firstIndented(reader.lines, reader.at + 1, end);
    if (indented !== undefined) {
        throw failure("a line is indented in the middle of a paragraph", lineNumber(reader, indented), reader.lines.text[indented] ?? "", "Put a blank line before it, or align it with the lines above.");
    }
    paragraph(reader, parser, end);
}
const LITERAL_MARK = /(?<!\\)(?:\\\\)*::$/u;
function paragraph(reader, parser, end) {
    const line = lineNumber(reader);
    const source = reader.lines.text.slice(reader.at, end).join("\n").trimEnd();
    const literal = LITERAL_MARK.test(source);
    const text = literal ? withoutLiteralMark(source) : source;
    if (text !== undefined) {
        const before = parser.notes.repeatedNames;
        const shown = parser.inline(text, line).text;
        reader.nodes.push({ kind: "paragraph", line, children: [], text: shown });
        noteRepeatedName(reader, parser.notes, before, line);
    }
    reader.at = end;
    if (literal) {
        literalBlock(reader);
    }
}
/** The paragraph before a literal block: `::` alone is no paragraph, and behind a space it is not shown. */
function withoutLiteralMark(source) {
    if (source === "::") {
        return undefined;
    }
    return /[ \n]/u.test(source.charAt(source.length - 3)) ? source.slice(0, -3).trimEnd() : source.slice(0, -1);
}
function literalBlock(reader) {
    const start = reader.at;
    const line = lineNumber(reader, start - 1);
    let at = start;
    while (at < reader.lines.text.length && isBlank(reader.lines.text[at])) {
        at += 1;
    }
    const first = reader.lines.text[at];
    if (first === undefined) {
        throw noLiteralBlock(line, reader.lines.text[start - 1] ?? "");
    }
    if (!first.startsWith(" ")) {
        quotedLiteral(reader, at, line);
        return;
    }
    const { end, blankFinish } = indentedBlock(reader.lines, at);
    reader.at = end;
    reader.nodes.push({ kind: "literal", line: lineNumber(reader, at), children: [] });
    if (!blankFinish) {
        throw endsWithoutBlankLine("literal block", reader);
    }
}
function noLiteralBlock(line, offender) {
    return failure("a paragraph ends with :: and no literal block follows", line, offender, "Indent the block that follows, or end the paragraph with one colon.");
}
const QUOTE = /^[!-/:-@[-`{-~]/u;
/** A literal block whose lines all begin with the same punctuation instead of being indented. */
function quotedLiteral(reader, at, line) {
    const mark = QUOTE.exec(reader.lines.text[at] ?? "")?.[0];
    if (mark === undefined) {
        throw noLiteralBlock(line, reader.lines.text[line - reader.lines.first] ?? "");
    }
    const end = textEnd(reader.lines, at);
    const odd = reader.lines.text.slice(at, end).findIndex((text) => !text.startsWith(mark));
    if (odd !== -1) {
        throw failure("a quoted literal block has a line that begins differently", lineNumber(reader, at + odd), reader.lines.text[at + odd] ?? "", "Begin all its lines with the same character, or put a blank line behind it.");
    }
    reader.nodes.push({ kind: "literal", line: lineNumber(reader, at), children: [] });
    reader.at = end;
}
function definitionList(reader, parser) {
    const items = [];
    const line = lineNumber(reader);
    let blankFinish = true;
    let at = reader.at;
    for (;;) {
        parser.inline(reader.lines.text[at] ?? "", lineNumber(reader, at));
        const block = indentedBlock(reader.lines, at + 1);
        items.push({
            kind: "item",
            line: lineNumber(reader, at),
            children: parser.blocks(withoutBlankEnd(block.lines), reader.depth + 1),
        });
        reader.at = block.end;
        blankFinish = block.blankFinish;
        at = block.end;
        const term = reader.lines.text[at];
        const body = reader.lines.text[at + 1];
        if (term === undefined || isMarked(term) || isBlank(body) || body?.startsWith(" ") !== true) {
            break;
        }
    }
    reader.nodes.push({ kind: "definition-list", line, children: items });
    if (!blankFinish) {
        throw endsWithoutBlankLine("definition list", reader);
    }
}
/** The inline markup of all lines of a block, as one text. */
function inlineOf(reader, parser, from, to) {
    const part = slice(reader.lines, from, to);
    parser.inline(part.text.join("\n"), part.first);
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/body.js













/** Deeper nesting is left to docutils, which runs into the recursion limit of Python some time. */
const DEEPEST = 40;
/** In the order in which they are recognised. */
const CONSTRUCTS = [
    [MARKERS.indent, blockQuote],
    [MARKERS.bullet, bulletList],
    [MARKERS.enumerator, enumeratedList],
    [MARKERS.field, fieldList],
    [MARKERS.option, optionList],
    [MARKERS.doctest, doctest],
    [MARKERS.lineBlock, lineBlock],
    [MARKERS.gridTable, gridTable],
    [MARKERS.simpleTable, simpleTable],
    [MARKERS.explicit, explicitMarkup],
    [MARKERS.anonymous, explicitMarkup],
    [MARKERS.line, overlineOrTransition],
];
/**
 * Parses a whole document.
 *
 * @returns its top level nodes.
 * @throws Fault at the first thing that stops docutils.
 */
function parseDocument(lines, notes) {
    const parser = makeParser(notes);
    const root = [];
    const reader = { lines, depth: 0, sections: undefined, at: 0, nodes: root };
    const sections = new SectionTree(reader);
    read({ ...reader, sections }, parser, sections);
    return root;
}
function makeParser(notes) {
    const parser = {
        notes,
        inline: (text, line) => readInline(text, line, notes),
        blocks: (lines, depth, mayBox = false) => {
            if (depth > DEEPEST) {
                throw doubt("the markup is nested too deeply to be followed", lines.first, lines.text[0] ?? "");
            }
            const nodes = [];
            read({ lines, depth, sections: undefined, mayBox, at: 0, nodes }, parser);
            return nodes;
        },
    };
    return parser;
}
function read(reader, parser, sections) {
    if (sections instanceof SectionTree) {
        sections.follow(reader);
    }
    while (reader.at < reader.lines.text.length) {
        const line = reader.lines.text[reader.at] ?? "";
        if (isBlank(line)) {
            reader.at += 1;
        }
        else {
            readConstruct(reader, parser, line);
        }
    }
}
function readConstruct(reader, parser, line) {
    const before = reader.at;
    const construct = CONSTRUCTS.find(([pattern]) => pattern.test(line));
    if (construct?.[1](reader, parser) !== true) {
        textBlock(reader, parser);
    }
    if (reader.at <= before) {
        throw doubt("the markup could not be followed", lineNumber(reader), line);
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/structure.js

/** Nodes of which nothing is shown, or not where they stand. */
const UNSEEN = new Set([
    "comment",
    "target",
    "anchor",
    "invisible",
    "message",
    "class",
    "contents",
]);
const WITHOUT_CONTENTS = new Set([...UNSEEN].filter((kind) => kind !== "contents"));
/** Between two transitions these are nothing. */
const NO_SEPARATOR = new Set(["comment"]);
/**
 * Checks what is decided by the place of things in the whole document.
 *
 * @throws Fault at a transition or a `class` directive that has nothing beside it.
 */
function checkStructure(nodes) {
    try {
        checkTransitions(nodes, true, UNSEEN);
    }
    catch (error) {
        // A table of contents takes a place when there are sections for it, which depends on its options.
        if (!(error instanceof Fault) || !hasSections(nodes)) {
            throw error;
        }
        checkTransitions(nodes, true, WITHOUT_CONTENTS);
        throw doubt("a transition may have no more than a table of contents beside it", error.line, error.offender);
    }
    structure_checkClasses(nodes, false);
}
function transitionFault(node, what) {
    return failure(`a transition ${what}`, node.line, node.text ?? "", "Remove the line of punctuation, or put text before and behind it.");
}
/** What stands before a title moves behind it when the title becomes that of the document. */
function checkSection(section, moved, last, unseen) {
    try {
        checkTransitions(section.children, last, unseen);
    }
    catch (error) {
        if (error instanceof Fault && moved) {
            throw doubt("a transition may stand at the start of the document", error.line, error.offender);
        }
        throw error;
    }
}
function hasSections(nodes) {
    return nodes.some(({ kind }) => kind === "section");
}
/** Transitions stand neither first nor last, nor beside one another. */
function checkTransitions(nodes, last, unseen) {
    const end = nodes.findLastIndex(({ kind }) => kind === "message" || !(kind === "transition" || unseen.has(kind)));
    let moved = false;
    let seen = false;
    let previous;
    for (const [index, node] of nodes.entries()) {
        if (node.kind === "transition") {
            if (!seen) {
                throw transitionFault(node, "stands at the start of the document or of a section");
            }
            if (previous?.kind === "transition") {
                throw transitionFault(node, "follows another one");
            }
            if (last && index > end) {
                throw transitionFault(node, "stands at the end of the document");
            }
        }
        else if (node.kind === "section") {
            checkSection(node, moved, last && index === nodes.length - 1, unseen);
        }
        moved ||= node.kind === "message";
        seen ||= node.kind === "message" || !unseen.has(node.kind);
        previous = NO_SEPARATOR.has(node.kind) ? previous : node;
    }
}
/** A `class` directive without content is for the next thing that can be seen, further out if need be. */
function structure_checkClasses(nodes, followed) {
    let behind = followed;
    for (const node of nodes.toReversed()) {
        if (node.kind === "class" && !behind) {
            throw failure('nothing follows the directive "class"', node.line, "class::", "Put a blank line behind it and what it is for, or remove it.");
        }
        structure_checkClasses(node.children, behind);
        behind ||= !UNSEEN.has(node.kind);
    }
}
/**
 * What is shown of a document. Releases of readme_renderer before 46 take a single title, and a single title under
 * it, for the title of the document, which they do not show.
 */
function remainsOf(nodes) {
    const seen = nodes.filter(({ kind }) => kind === "anchor" || !UNSEEN.has(kind));
    if (seen.length === 0) {
        return "nothing";
    }
    if (seen.every(({ kind }) => kind === "anchor")) {
        return nodes.at(-1)?.kind === "anchor" ? "something" : "anchors";
    }
    return isTitle(seen, 2) ? "titles" : "something";
}
function isTitle(nodes, levels) {
    const [section, ...others] = nodes;
    if (section?.kind !== "section" || others.length > 0 || levels === 0) {
        return false;
    }
    const seen = section.children.filter(({ kind }) => kind === "anchor" || !UNSEEN.has(kind));
    return seen.length === 0 || isTitle(seen, levels - 1);
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/docinfo.js



const SINGLE = new Set("author,organization,contact,address,version,revision,status,date,copyright".split(","));
const TOPICS = new Set(["abstract", "dedication"]);
const docinfo_REMEDY = "Give the field a single paragraph, or begin the description with something else than a field list.";
/**
 * Checks a field list at the start of a document, whose fields are read as bibliographic data.
 *
 * Behind a title it is read so by readme_renderer before 46 only, so faults there are doubts.
 */
function checkDocinfo(nodes) {
    const list = firstSeen(nodes);
    if (list?.kind === "field-list") {
        checkFields(list.children, failure);
        return;
    }
    const inner = titleBody(nodes);
    const behind = inner === undefined ? undefined : firstSeen(inner);
    if (behind?.kind === "field-list") {
        checkFields(behind.children, (message, line, offender) => doubt(message, line, offender));
    }
}
function firstSeen(nodes) {
    return nodes.find(({ kind }) => !UNSEEN.has(kind));
}
/** What follows the title of a document, and its subtitle. */
function titleBody(nodes) {
    const [section, ...others] = nodes.filter(({ kind }) => !UNSEEN.has(kind));
    if (section?.kind !== "section" || others.length > 0) {
        return undefined;
    }
    return titleBody(section.children) ?? section.children;
}
function checkFields(fields, complain) {
    const topics = new Set();
    for (const field of fields) {
        const name = normalName(field.text ?? "");
        const what = fieldFault(name, field, topics);
        if (what !== undefined) {
            throw complain(`the bibliographic field ${JSON.stringify(field.text ?? "")} ${what}`, field.line, name, docinfo_REMEDY);
        }
        topics.add(name);
    }
}
function fieldFault(name, field, topics) {
    const { children } = field;
    if (!SINGLE.has(name) && !TOPICS.has(name) && name !== "authors") {
        return undefined;
    }
    if (children.length === 0) {
        return "is empty";
    }
    if (TOPICS.has(name)) {
        return topics.has(name) ? "is given twice" : undefined;
    }
    if (name === "authors") {
        return areAuthors(children) ? undefined : "is neither paragraphs nor a list of names";
    }
    const [only] = children;
    if (only?.kind === "list" && only.text === "enumerated") {
        return children.some(({ kind }, index) => index > 0 && kind !== "message")
            ? "is not a single paragraph"
            : numberFault(field, only);
    }
    return children.length === 1 && only?.kind === "paragraph" ? undefined : "is not a single paragraph";
}
/** What looks like a numbered list of one item (`1.`) is taken for text after all. */
function numberFault(field, { children }) {
    const [item, ...others] = children;
    if (others.length > 0 || (item?.children.length ?? 0) > 1) {
        throw doubt("a bibliographic field begins with a numbered list", field.line, field.text);
    }
}
function areAuthors(children) {
    if (children.every(({ kind }) => kind === "paragraph")) {
        return true;
    }
    const [list, ...others] = children;
    return (list?.kind === "list" &&
        list.text === "bullet" &&
        others.length === 0 &&
        list.children.every((item) => item.children.length === 1 && item.children[0]?.kind === "paragraph"));
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/document.js

/** What is remembered over the whole document: names, references, roles. Filled while parsing, resolved at the end. */
class DocumentNotes {
    targets = new Map();
    references = [];
    anonymousReferences = [];
    /** Footnote references `[#name]_`; an empty name is `[#]_`. */
    autoFootnoteReferences = [];
    symbolFootnoteReferences = [];
    substitutionUses = [];
    substitutions = new Map();
    anonymousTargets = [];
    roles = new Map();
    namedAutoFootnotes = [];
    unnamedAutoFootnotes = [];
    symbolFootnotes = 0;
    /** How often a name was given a second time without harm: docutils leaves a message of its own in the text. */
    repeatedNames = 0;
    /** How many targets were given in running text. */
    inlineTargets = 0;
    defaultRole = "title-reference";
    /** Targets with an alias that bear a name which was taken: they are resolved all the same. */
    aliases = [];
    /** A name given on purpose: hyperlink targets, footnotes, citations, `:name:` options. */
    nameExplicitly(name, target) {
        const known = this.targets.get(name);
        if (known?.explicit === true) {
            if (!leadsToTheSame(known, target)) {
                throw failure("two targets have the same name", target.line, name, "Rename one of the targets, footnotes or citations, or remove it.");
            }
            this.repeatedNames += 1;
        }
        else {
            this.repeatedNames += known === undefined ? 0 : 1;
            this.targets.set(name, { ...target, explicit: true, ambiguous: false });
        }
    }
    /** A name that comes with something else: section titles and embedded addresses. */
    nameImplicitly(name, target) {
        const known = this.targets.get(name);
        if (known === undefined) {
            this.targets.set(name, { ...target, explicit: false, ambiguous: false });
        }
        else {
            this.repeatedNames += 1;
            const harmless = known.explicit || leadsToTheSame(known, target);
            this.targets.set(name, harmless ? known : { ...known, ambiguous: true });
        }
    }
}
function leadsToTheSame(known, target) {
    if (target.address !== undefined) {
        return known.address === target.address;
    }
    return target.alias !== undefined && known.alias === target.alias;
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/references.js

/**
 * Checks at the end of the document that everything referred to exists.
 *
 * @throws Fault at the first thing that stops docutils.
 */
function checkReferences(notes) {
    checkSubstitutions(notes);
    numberFootnotes(notes);
    checkFootnotes(notes);
    checkAnonymous(notes);
    checkAliases(notes);
    for (const use of notes.references) {
        checkUse(use, notes);
    }
}
function checkSubstitutions(notes) {
    const folded = new Map([...notes.substitutions.values()].map((each) => [each.name.toLowerCase(), each]));
    const find = ({ name }) => notes.substitutions.get(name) ?? folded.get(name.toLowerCase());
    for (const use of notes.substitutionUses) {
        if (find(use) === undefined) {
            throw failure("a substitution is used and not defined", use.line, `|${use.name}|`, "Define it with `.. |name| replace:: text`, or escape the bars with a backslash.");
        }
    }
    const settled = new Set();
    for (const use of notes.substitutionUses) {
        followSubstitution(use, find, settled);
    }
}
/** Depth first without recursion: a definition that leads back to itself stops docutils. */
function followSubstitution(use, find, settled) {
    const open = new Set();
    const stack = [use];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        if ("leave" in next) {
            open.delete(next.leave);
            settled.add(next.leave);
            continue;
        }
        const definition = find(next);
        if (definition === undefined || settled.has(definition.name)) {
            continue;
        }
        if (open.has(definition.name)) {
            throw failure("substitutions are defined by one another", next.line, `|${next.name}|`, "Write out one of them.");
        }
        open.add(definition.name);
        stack.push({ leave: definition.name });
        for (const inner of definition.uses) {
            stack.push(inner);
        }
    }
}
/** Footnotes without a name get the free numbers, which are names then. */
function numberFootnotes(notes) {
    let number = 1;
    const take = () => {
        while (notes.targets.has(String(number))) {
            number += 1;
        }
        number += 1;
        return String(number - 1);
    };
    const named = notes.namedAutoFootnotes.map(({ line }) => ({ line, unnamed: false }));
    const unnamed = notes.unnamedAutoFootnotes.map((line) => ({ line, unnamed: true }));
    for (const footnote of [...named, ...unnamed].sort((left, right) => left.line - right.line)) {
        const label = take();
        if (footnote.unnamed) {
            notes.targets.set(label, { line: footnote.line, explicit: true, ambiguous: false });
        }
    }
}
function checkFootnotes(notes) {
    const names = new Set(notes.namedAutoFootnotes.map(({ name }) => name));
    const open = notes.autoFootnoteReferences.filter(({ name }) => name === "" || !names.has(name));
    const excess = open[notes.unnamedAutoFootnotes.length];
    if (excess !== undefined) {
        const shown = `[#${excess.name}]_`;
        throw failure("there are more numbered footnote references than footnotes", excess.line, shown, `Add a footnote \`.. [#${excess.name}] text\`.`);
    }
    const symbol = notes.symbolFootnoteReferences[notes.symbolFootnotes];
    if (symbol !== undefined) {
        throw failure("there are more symbol footnote references than footnotes", symbol, "[*]_", "Add a footnote `.. [*] text`.");
    }
}
function checkAnonymous({ anonymousReferences, anonymousTargets }) {
    if (anonymousReferences.length !== anonymousTargets.length) {
        const first = anonymousReferences[anonymousTargets.length] ?? anonymousTargets[anonymousReferences.length];
        throw failure(`${anonymousReferences.length} anonymous references meet ${anonymousTargets.length} anonymous targets`, first?.line, first !== undefined && "name" in first ? `${first.name}__` : "__", "Give each reference with two underscores its target `__ address`, in the same order.");
    }
}
/** Targets that stand for other targets, over any number of steps. */
function checkAliases(notes) {
    const settled = new Set();
    for (const { name, line, alias } of notes.aliases) {
        const seen = new Set([name]);
        for (let next = alias; next !== undefined && !settled.has(next);) {
            if (seen.has(next)) {
                throw failure("targets stand for one another", line, next, "Give one of them an address.");
            }
            seen.add(next);
            const target = notes.targets.get(next);
            if (target === undefined) {
                throw failure("a target stands for one that does not exist", line, next, "Define it, or correct the name.");
            }
            if (target.ambiguous) {
                throw failure("a target stands for a name that several have", line, next, "Rename one of them.");
            }
            next = target.alias;
        }
        for (const each of seen) {
            settled.add(each);
        }
    }
}
function checkUse(use, notes) {
    const target = notes.targets.get(use.name);
    if (target === undefined) {
        throw failure("a reference has no target", use.line, use.name, "Define the target with `.. _name: address`, or escape the underscore with a backslash when it is text.");
    }
    if (target.ambiguous) {
        throw failure("a reference has more than one target", use.line, use.name, "Rename one of the targets or titles.");
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/rst/judge-rst.js








const FILL = "Write a text below the title, or set the content type to the one the description is written in.";
const ODD_CONTROL = new RegExp(`[${CONTROLS}]`, "u");
/** What is kept of longer ones takes more memory than a run should; docutils itself takes minutes for one. */
const judge_rst_LONGEST_TEXT = 512 * 1024;
/**
 * Looks for what keeps docutils 0.23 from rendering a text the way PyPI asks it to: without files, without raw
 * content, stopping at the first warning (index rule M-11).
 *
 * @returns the first fault found, undefined when the text renders.
 */
function findFault(text) {
    if (text.length > judge_rst_LONGEST_TEXT) {
        return doubt(`it has ${text.length} characters, too many to be followed here`, undefined);
    }
    if (ODD_CONTROL.test(text)) {
        return doubt("it contains control characters", undefined);
    }
    try {
        const notes = new DocumentNotes();
        const nodes = parseDocument(splitLines(text), notes);
        checkDocinfo(nodes);
        checkReferences(notes);
        checkStructure(nodes);
        const remains = remainsOf(nodes);
        if (remains === "nothing") {
            return new Fault("fails", "nothing is left of it when it is rendered", { remedy: FILL });
        }
        return remains === "something"
            ? undefined
            : new Fault("undecided", `it consists of ${remains}, which the renderer may not show`, { remedy: FILL });
    }
    catch (error) {
        if (error instanceof Fault) {
            return error;
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/verification/description/judge-description.js


const RENDERS = { verdict: "renders" };
/**
 * Judges a description as PyPI does before it takes a file (index rules M-11, M-12, M-13): reStructuredText, which
 * is also what a description without content type is taken for, Markdown, or plain text, which never fails.
 *
 * @param contentType - the field Description-Content-Type, parameters included; judged elsewhere itself (M-08).
 */
function judgeDescription(description, contentType) {
    // An empty description is not rendered at all (M-13).
    if (description === "") {
        return RENDERS;
    }
    switch (mediaType(contentType ?? "")) {
        case "text/x-rst":
            return judgeRst(description);
        case "text/markdown":
            return judgeMarkdown(description);
        default:
            return RENDERS;
    }
}
/** A value such as `text/markdown, text/plain`, which is no content type, is read as plain text (M-13). */
function mediaType(contentType) {
    const [type = ""] = contentType.split(";");
    return contentType === "" ? "text/x-rst" : type.trim().toLowerCase();
}
function judgeRst(description) {
    const fault = findFault(description);
    if (fault === undefined) {
        return RENDERS;
    }
    const { verdict, message, line, offender, remedy } = fault;
    return { verdict, message, line, offender, remedy };
}

;// CONCATENATED MODULE: ./lib/verification/rules/description.js


/**
 * M-11 to M-13: whether the description renders, by the fields of the upload form.
 * What cannot be decided without the renderer itself is a warning, never a refusal.
 */
function descriptionViolations(fields) {
    const [description = ""] = fields.get("description") ?? [];
    const [contentType = ""] = fields.get("description_content_type") ?? [];
    const judged = judgeDescription(description, contentType === "" ? undefined : contentType);
    if (judged.verdict === "renders") {
        return [];
    }
    const { verdict, message, line, offender, remedy } = judged;
    const where = line === undefined ? "" : ` (line ${line}${offender === "" ? "" : `: ${(0,quote/* quote */.h)(offender, 80)}`})`;
    const markdown = /^\s*text\/markdown/i.test(contentType);
    const shared = { rule: markdown ? "M-12" : "M-11", scope: "pypi", remedy };
    return verdict === "fails"
        ? [
            {
                ...shared,
                effect: "reject",
                text: refusal(contentType),
                message: `The description does not render: ${message}${where}.`,
            },
        ]
        : [{ ...shared, effect: "accept", message: `The description may not render: ${message}${where}.` }];
}
function refusal(contentType) {
    return contentType === ""
        ? "The description failed to render in the default format of reStructuredText."
        : `The description failed to render for '${contentType}'.`;
}

// EXTERNAL MODULE: ./lib/standards/python-repr.js
var python_repr = __webpack_require__(9796);
// EXTERNAL MODULE: ./lib/standards/version.js
var standards_version = __webpack_require__(4842);
// EXTERNAL MODULE: ./lib/verification/rules/metadata-violation.js
var metadata_violation = __webpack_require__(1124);
;// CONCATENATED MODULE: ./lib/verification/rules/filename-sdist.js




const REBUILD = "Build the source distribution again with a current build back end (PEP 625) instead of renaming it";
/** F-05 to F-08: one violation at most, since each explains the next. */
function sdistFilenameViolations({ filename, name, version, }) {
    const stem = filename.replace(/\.(tar\.gz|zip)$/, "");
    const at = stem.lastIndexOf("-");
    const fileVersion = stem.slice(at + 1);
    if (at < 0 || (0,standards_version/* parseVersion */.ot)(fileVersion) === undefined) {
        const message = "The name of the source distribution is not of the form {name}-{version}.tar.gz with a version of PEP 440.";
        return [
            (0,metadata_violation/* refusal */.x5)("F-05", "any", `Invalid source distribution filename: ${filename}`, { message, remedy: `${REBUILD}.` }),
        ];
    }
    const expectedName = (0,project_name/* escapeProjectName */.O2)(name);
    if ((0,project_name/* normalizeProjectName */.yz)(stem.slice(0, at)) !== (0,project_name/* normalizeProjectName */.yz)(name) && !isHyphenatedPostRelease(stem, name)) {
        const text = `Start filename for ${(0,python_repr/* pythonRepr */.U)(name)} with ${(0,python_repr/* pythonRepr */.U)(expectedName)}.`;
        const message = `The file name does not begin with ${(0,metadata_violation/* shown */.SP)(expectedName)}, but the metadata names the project ${(0,metadata_violation/* shown */.SP)(name)}.`;
        return [(0,metadata_violation/* refusal */.x5)("F-06", "any", text, { message, remedy: `${REBUILD}.` })];
    }
    return exactNameViolations(filename, fileVersion, expectedName, version);
}
/** `name-1.0-1`: split once more, so that the more telling message follows (F-06). */
function isHyphenatedPostRelease(stem, name) {
    const parts = stem.split("-");
    const version = parts.length < 3 ? undefined : (0,standards_version/* parseVersion */.ot)(parts.slice(-2).join("-"));
    return (version?.post !== undefined && (0,project_name/* normalizeProjectName */.yz)(parts.slice(0, -2).join("-")) === (0,project_name/* normalizeProjectName */.yz)(name));
}
/** F-07; a .zip never passes it (F-08). A version that is none is M-04's business. */
function exactNameViolations(filename, fileVersion, expectedName, version) {
    const normalized = (0,standards_version/* normalizeVersion */.Qj)(version);
    const expected = `${expectedName}-${normalized}.tar.gz`;
    if (normalized === undefined || filename === expected) {
        return [];
    }
    const zip = filename.endsWith(".zip");
    const otherVersion = !(0,standards_version/* versionsEqual */.At)(fileVersion, version) && !filename.includes(`-${version}.`);
    const message = otherVersion
        ? `The file name has the version ${(0,metadata_violation/* shown */.SP)(fileVersion)}, the metadata ${(0,metadata_violation/* shown */.SP)(version)}.`
        : zip
            ? "PyPI takes no source distributions that are .zip archives."
            : `The file name is not the one that name and version of the metadata give, ${(0,metadata_violation/* shown */.SP)(expected)}.`;
    const text = `Filename ${(0,python_repr/* pythonRepr */.U)(filename)} is invalid, should be ${(0,python_repr/* pythonRepr */.U)(expected)}.`;
    return [
        (0,metadata_violation/* refusal */.x5)(zip && !otherVersion ? "F-08" : "F-07", otherVersion ? "any" : "pypi", text, {
            message,
            remedy: `${REBUILD}, so that it is called ${expected}.`,
        }),
    ];
}

;// CONCATENATED MODULE: ./lib/standards/platform-tags.js
/** Judges one platform tag, in lower case, by the table "Platform tags" of F-14. */
function judgePlatformTag(tag) {
    if (FIXED.has(tag) || /^pyemscripten_\d+_\d+_wasm32/.test(tag)) {
        return "accepted";
    }
    const family = FAMILIES.find(({ pattern }) => pattern.test(tag));
    const [, major = "", minor = "", architecture = ""] = family?.pattern.exec(tag) ?? [];
    return family?.judge({ major, minor, architecture }) ?? "refused";
}
const FIXED = new Set([
    "any",
    "win32",
    "win_arm64",
    "win_amd64",
    "win_ia64",
    "linux_armv6l",
    "linux_armv7l",
    "manylinux1_x86_64",
    "manylinux1_i686",
    "manylinux2010_x86_64",
    "manylinux2010_i686",
    ...["x86_64", "i686", "aarch64", "armv7l", "ppc64", "ppc64le", "s390x"].map((arch) => `manylinux2014_${arch}`),
]);
const MACOS_ARCHITECTURES = new Set("ppc ppc64 i386 x86_64 arm64 intel fat fat3 fat64 universal universal2".split(" "));
/** From 11 on only the minor version 0. */
const MACOS_MAJORS = new Set(["11", "12", "13", "14", "15", "26"]);
const NEWEST_MACOS = 26;
const MUSLLINUX_ARCHITECTURES = "x86_64 i686 aarch64 armv7l ppc64le s390x riscv64".split(" ");
// Those for iOS and Emscripten have no end anchor: text behind the match passes.
const FAMILIES = [
    { pattern: /^macosx_(\d+)_(\d+)_(.*)/s, judge: judgeMacos },
    { pattern: /^manylinux_(\d+)_(\d+)_(.*)/s, judge: architectures("ppc64", ...MUSLLINUX_ARCHITECTURES) },
    { pattern: /^musllinux_(\d+)_(\d+)_(.*)/s, judge: architectures(...MUSLLINUX_ARCHITECTURES) },
    { pattern: /^ios_(\d+)_(\d+)_(.*)_(?:iphoneos|iphonesimulator)/s, judge: architectures("arm64", "x86_64") },
    { pattern: /^android_(\d+)()_(.*)/s, judge: architectures("armeabi_v7a", "arm64_v8a", "x86", "x86_64") },
];
/** PyPI learns new major versions of macOS one by one. */
function judgeMacos({ major, minor, architecture }) {
    if (!MACOS_ARCHITECTURES.has(architecture)) {
        return "refused";
    }
    if (major === "10" || (MACOS_MAJORS.has(major) && minor === "0")) {
        return "accepted";
    }
    return Number(major) > NEWEST_MACOS && minor === "0" ? "unknown" : "refused";
}
/** Architectures have been added to these over the years, so another one is not refused for certain. */
function architectures(...known) {
    const accepted = new Set(known);
    return ({ architecture }) => (accepted.has(architecture) ? "accepted" : "unknown");
}

;// CONCATENATED MODULE: ./lib/verification/rules/filename-wheel.js





const filename_wheel_REBUILD = "Build the wheel again with a current build back end instead of renaming it.";
/** F-10 to F-17, in the index's order: form, platforms, project, spelling, version. */
function wheelFilenameViolations(file) {
    const stem = file.filename.replace(/\.whl$/, "");
    const parts = stem.split("-");
    if (parts.length !== 5 && parts.length !== 6) {
        const message = `The name of the wheel has ${parts.length} parts; it must be {name}-{version}(-{build})?-{python}-{abi}-{platform}.whl.`;
        const text = `Invalid wheel filename (wrong number of parts): ${(0,python_repr/* pythonRepr */.U)(stem)}`;
        return [(0,metadata_violation/* refusal */.x5)("F-10", "any", text, { message, remedy: filename_wheel_REBUILD })];
    }
    const form = formViolations(stem, parts);
    return [
        ...form,
        ...platformViolations(file.filename, parts.at(-1) ?? ""),
        ...(form.some(({ rule }) => rule === "F-11") ? [] : projectViolations(file, parts[0] ?? "")),
        ...versionViolations(file.version, parts[1] ?? ""),
    ];
}
/** F-11 to F-13. */
function formViolations(stem, parts) {
    const shownStem = (0,python_repr/* pythonRepr */.U)(stem);
    const [name = "", version = "", build = ""] = parts;
    const violations = [];
    // What \w is in Python: marks are not among it.
    if (name.includes("__") || !/^[\p{L}\p{N}._]*\n?$/u.test(name)) {
        const message = `${(0,metadata_violation/* shown */.SP)(name)} cannot be the name of a project in the name of a wheel.`;
        violations.push((0,metadata_violation/* refusal */.x5)("F-11", "any", `Invalid project name: ${shownStem}`, { message, remedy: filename_wheel_REBUILD }));
    }
    if ((0,standards_version/* parseVersion */.ot)(version) === undefined) {
        const message = `${(0,metadata_violation/* shown */.SP)(version)} in the name of the wheel is no version of PEP 440.`;
        const text = `Invalid wheel filename (invalid version): ${shownStem}`;
        violations.push((0,metadata_violation/* refusal */.x5)("F-12", "any", text, { message, remedy: filename_wheel_REBUILD }));
    }
    if (parts.length === 6 && !/^[0-9]/.test(build)) {
        const message = `The build tag ${(0,metadata_violation/* shown */.SP)(build)} in the name of the wheel does not begin with a digit.`;
        violations.push((0,metadata_violation/* refusal */.x5)("F-13", "any", `Invalid build number: ${build} in ${shownStem}`, { message, remedy: filename_wheel_REBUILD }));
    }
    return violations;
}
/** F-14. */
function platformViolations(filename, platforms) {
    return platforms
        .toLowerCase()
        .split(".")
        .flatMap((tag) => {
        const verdict = judgePlatformTag(tag);
        const text = `Binary wheel '${filename}' has an unsupported platform tag '${tag}'.`;
        if (verdict === "accepted") {
            return [];
        }
        const remedy = platformRemedy(tag);
        return verdict === "refused"
            ? [(0,metadata_violation/* refusal */.x5)("F-14", "pypi", text, { message: `PyPI takes no wheels for the platform ${(0,metadata_violation/* shown */.SP)(tag)}.`, remedy })]
            : [
                (0,metadata_violation/* datedRefusal */.pw)("F-14", text, {
                    message: `PyPI is not known to take wheels for the platform ${(0,metadata_violation/* shown */.SP)(tag)}.`,
                    remedy,
                }),
            ];
    });
}
function platformRemedy(tag) {
    if (tag.startsWith("linux_")) {
        return "Repair the wheel with auditwheel, which gives it a manylinux or musllinux tag, or build with cibuildwheel.";
    }
    const [, major] = /^macosx_(\d+)_\d+_/.exec(tag) ?? [];
    return major !== undefined && Number(major) > 10
        ? `From macOS 11 on the minor version is 0: build with MACOSX_DEPLOYMENT_TARGET=${major}.0.`
        : "Build the wheel for a platform that PyPI knows.";
}
/** F-15 and F-16. */
function projectViolations({ filename, name }, namePart) {
    const expected = (0,project_name/* escapeProjectName */.O2)(name);
    if ((0,project_name/* normalizeProjectName */.yz)(namePart) !== (0,project_name/* normalizeProjectName */.yz)(name)) {
        const text = `Start filename for ${(0,python_repr/* pythonRepr */.U)(name)} with ${(0,python_repr/* pythonRepr */.U)(expected)}.`;
        const message = `The file name does not begin with ${(0,metadata_violation/* shown */.SP)(expected)}, but the metadata names the project ${(0,metadata_violation/* shown */.SP)(name)}.`;
        return [(0,metadata_violation/* refusal */.x5)("F-15", "any", text, { message, remedy: filename_wheel_REBUILD })];
    }
    if (namePart === expected) {
        return [];
    }
    const text = `Filename ${(0,python_repr/* pythonRepr */.U)(filename)} should contain the normalized project name ${(0,python_repr/* pythonRepr */.U)(expected)}, not ${(0,python_repr/* pythonRepr */.U)(namePart)}.`;
    const message = `The file name has the project name as ${(0,metadata_violation/* shown */.SP)(namePart)}; PyPI takes it as ${(0,metadata_violation/* shown */.SP)(expected)} only.`;
    return [(0,metadata_violation/* refusal */.x5)("F-16", "pypi", text, { message, remedy: filename_wheel_REBUILD })];
}
/** F-17; versions that are none are the business of F-12 and M-04. */
function versionViolations(version, versionPart) {
    const wanted = (0,standards_version/* normalizeVersion */.Qj)(version);
    const found = (0,standards_version/* normalizeVersion */.Qj)(versionPart);
    if (wanted === undefined || found === undefined || (0,standards_version/* versionsEqual */.At)(version, versionPart)) {
        return [];
    }
    const text = `Version in filename should be ${(0,python_repr/* pythonRepr */.U)(wanted)} not ${(0,python_repr/* pythonRepr */.U)(found)}.`;
    const message = `The file name has the version ${(0,metadata_violation/* shown */.SP)(versionPart)}, the metadata ${(0,metadata_violation/* shown */.SP)(version)}.`;
    return [(0,metadata_violation/* refusal */.x5)("F-17", "any", text, { message, remedy: filename_wheel_REBUILD })];
}
const PYTHON_TAG = /^(?:py|cp|pp|ip|jy|graalpy|pyston)\d/i;
const ABI_TAG = /^(?:none|abi3t?|cp\d+\w*|pp\d+\w*|pypy\d+\w*|graalpy\d+\w*|ip\d+\w*|jy\d+\w*)$/i;
/** F-19: tags no index looks at, and with which no installer takes the wheel. */
function wheelTagViolations(filename) {
    const parts = filename.replace(/\.whl$/, "").split("-");
    if (parts.length !== 5 && parts.length !== 6) {
        return [];
    }
    const [python = "", abi = ""] = parts.slice(-3);
    const odd = [
        ...python.split(".").filter((tag) => !PYTHON_TAG.test(tag)),
        ...abi.split(".").filter((tag) => !ABI_TAG.test(tag)),
    ];
    return odd.map((tag) => ({
        rule: "F-19",
        effect: "accept",
        scope: "any",
        message: `The tag ${(0,metadata_violation/* shown */.SP)(tag)} in the name of the wheel is none of a Python that is known; no installer may take the wheel.`,
        remedy: filename_wheel_REBUILD,
    }));
}

;// CONCATENATED MODULE: ./lib/verification/rules/filename.js



const EXTENSIONS = { sdist: [".tar.gz", ".zip"], bdist_wheel: [".whl"] };
const LONGEST_NAME_BYTES = 255;
const LONGEST_WHEEL_BYTES = LONGEST_NAME_BYTES - ".metadata".length;
const filename_REBUILD = "Build the file again with a current build back end instead of renaming it.";
/** F-01 to F-19, in the order in which the index looks; what a name that cannot be split leaves open is not judged. */
function filenameViolations(file) {
    const first = [...extensionViolations(file), ...storedNameViolations(file.filename)];
    if (first.some(({ effect }) => effect === "reject")) {
        return first;
    }
    if (file.filetype === "sdist") {
        return [...first, ...sdistFilenameViolations(file)];
    }
    const parts = wheelPartsViolations(file.filename);
    return [
        ...first,
        ...(parts.length > 0 ? parts : wheelFilenameViolations(file)),
        ...metadataNameViolations(file.filename),
        ...wheelTagViolations(file.filename),
    ];
}
/** F-01 to F-04: judged before the bytes are. */
function extensionViolations({ filename, filetype, }) {
    const violations = [];
    if (Array.from(filename).some(isControl)) {
        const text = "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.";
        violations.push((0,metadata_violation/* refusal */.x5)("F-01", "any", text, { message: "The file name holds a control character.", remedy: filename_REBUILD }));
    }
    if (/[/\\]/.test(filename)) {
        const text = "Cannot upload a file with '/' or '\\' in the name.";
        violations.push((0,metadata_violation/* refusal */.x5)("F-02", "any", text, { message: "The file name holds a path separator.", remedy: filename_REBUILD }));
    }
    const extension = /.+?(\.(?:tar\.gz|zip|whl))\n?$/i.exec(filename)?.[1];
    if (extension === undefined) {
        const text = "Invalid file extension: Use .tar.gz, .whl or .zip extension.";
        const message = "The file is neither a .tar.gz nor a .whl.";
        return [
            ...violations,
            (0,metadata_violation/* refusal */.x5)("F-03", "any", text, { message, remedy: "Publish sdists (.tar.gz) and wheels (.whl) only." }),
        ];
    }
    const allowed = EXTENSIONS[filetype];
    if (!allowed.includes(extension)) {
        const text = `Invalid file extension: Extension ${extension} is invalid for filetype ${filetype}.`;
        const message = `The extension ${(0,metadata_violation/* shown */.SP)(extension)} is none of a ${filetype === "sdist" ? "source distribution" : "wheel"}; case counts.`;
        violations.push((0,metadata_violation/* refusal */.x5)("F-04", "any", text, { message, remedy: filename_REBUILD }));
    }
    return violations;
}
function isControl(character) {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 || code === 0x7f;
}
/** F-09: what the index asks before it opens a wheel. */
function wheelPartsViolations(filename) {
    if (filename.split("-").length > 2) {
        return [];
    }
    const text = "Invalid distribution file. Unable to parse name and version from wheel filename";
    return [
        (0,metadata_violation/* refusal */.x5)("F-09", "any", text, {
            message: "The name of the wheel is not of the form {name}-{version}(-{build})?-{python}-{abi}-{platform}.whl.",
            remedy: filename_REBUILD,
        }),
    ];
}
/** F-18 for all files: no file system takes longer names. */
function storedNameViolations(filename) {
    const bytes = Buffer.byteLength(filename);
    if (bytes <= LONGEST_NAME_BYTES) {
        return [];
    }
    const message = `The file name has ${bytes} bytes; no file system takes more than ${LONGEST_NAME_BYTES}, and PyPI answers with a server error.`;
    return [{ rule: "F-18", effect: "server-error", scope: "any", message, remedy: SHORTEN }];
}
const SHORTEN = "Shorten the name of the project, the version or the tags.";
/** F-18 for wheels: their METADATA is stored beside them under a longer name. */
function metadataNameViolations(filename) {
    const bytes = Buffer.byteLength(filename);
    if (bytes <= LONGEST_WHEEL_BYTES || bytes > LONGEST_NAME_BYTES) {
        return [];
    }
    const message = `The name of the wheel has ${bytes} bytes; PyPI takes ${LONGEST_WHEEL_BYTES}.`;
    return [(0,metadata_violation/* refusal */.x5)("F-18", "pypi", `Filename is too long: '${filename}'`, { message, remedy: SHORTEN })];
}

// EXTERNAL MODULE: ./lib/standards/core-metadata.js + 1 modules
var core_metadata = __webpack_require__(4534);
;// CONCATENATED MODULE: ./lib/standards/data/classifier-list.js
// Written by scripts/data/lists.py, in the form that front-coding.ts reads.
/** Release of trove-classifiers the list is from. */
const CLASSIFIER_LIST_VERSION = "2026.9.21.13";
/** Every classifier, deprecated ones included. */
const CLASSIFIER_LIST = `
00Development Status :: 1 - Planning|0m2 - Pre-Alpha|0m3 - Alpha|0m4 - Beta|0m5 - Production/Stable|0m6 - Mature|
0m7 - Inactive|00Environment :: Console|0m :: Curses|0qFramebuffer|0qNewt|0qsvgalib|0gygwin (MS Windows)|0fGPU|
0i :: NVIDIA CUDA|0x :: 1.0|131|120.0|141|142|121|13.0|141|142|143|144|145|146|147|148|122|13 :: 12.0|1a1|1a2|1a3|
1a4|1a5|1a6|123|112.0|131|132|133|113.0|131|132|114.0|131|132|115.0|135|116.0|135|117.0|135|118.0|119.0|131|132|
0fHandhelds/PDA's|0fMacOS X|0m :: Aqua|0qCarbon|0rocoa|0fNo Input/Output (Daemon)|0fOpenStack|0gther Environment|
0fPlugins|0fWeb Environment|0u :: Buffet|0yMozilla|0yToscaWidgets|0iAssembly|0q :: Emscripten|0uWASI|
0gin32 (MS Windows)|0fX11 Applications|0v :: GTK|10nome|0zKDE|0zQt|00Framework :: AWS CDK|0k :: 1|0o2|0eiiDA|
0ensible|0fyIO|0epache Airflow|0r :: Provider|0esyncIO|0dBEAT|0eFG|0eob|0fttle|0euildout|0l :: Extension|0pRecipe|
0dCastleCMS|0m :: Theme|0eelery|0ehandler|0ferryPy|0eubicWeb|0dDash|0ftasette|0ejango|0j :: 1|0o.10|0q1|0p4|0p5|0p6|
0p7|0p8|0p9|0n2|0o.0|0p1|0p2|0n3|0o.0|0p1|0p2|0n4|0o.0|0p1|0p2|0n5|0o.0|0p1|0p2|0n6|0o.0|0p1|0kCMS|0n :: 3.10|0u1|
0t4|0t5|0t6|0t7|0t8|0t9|0r4.0|0t1|0t2|0r5.0|0t1|0dFastAPI|0elake8|0gsk|0dHatch|0eypothesis|0dIDLE|0ePython|
0envenTree|0dJupyter|0k :: JupyterLab|0y :: 1|122|123|124|12Extensions|1c :: Mime Renderers|1gPrebuilt|1gThemes|
0dKedro|0dLektor|0eitestar|0l :: 1|0p2|0p3|0dMasonite|0ftplotlib|0ekDocs|0dNengo|0dOdoo|0h :: 10.0|0m1.0|0m2.0|
0m3.0|0m4.0|0m5.0|0m6.0|0m7.0|0m8.0|0m9.0|0l20.0|0l8.0|0l9.0|0epenTelemetry|0q :: Distros|0uExporters|
0uInstrumentations|0fps|0dPaste|0eelican|0k :: Plugins|0oThemes|0elone|0i :: 3.2|0o3|0m4.0|0o1|0o2|0o3|0m5.0|0o1|
0o2|0o3|0m6.0|0o1|0o2|0o3|0mAddon|0mCore|0mDistribution|0mTheme|0eySimpleGUI|0o :: 4|0s5|0fcsou|0fdantic|0l :: 1|
0p2|0flons|0fodide|0framid|0ftest|0dReview Board|0eobot Framework|0s :: Library|0wTool|0dScrapy|0eetuptools Plugin|
0ephinx|0j :: Domain|0nExtension|0nTheme|0dTrac|0fio|0fyton|0eurboGears|0n :: Applications|0rWidgets|0ewisted|
0dWagtail|0k :: 1|0o2|0o3|0o4|0o5|0o6|0o7|0o8|0dZODB|0eope|0h :: 2|0l3|0l4|0l5|0l6|0h2|0h3|0daiohttp|0dcocotb|
0dnapari|0dtox|00Intended Audience :: Customer Service|0lDevelopers|0lEducation|0mnd Users/Desktop|
0lFinancial and Insurance Industry|0lHealthcare Industry|0lInformation Technology|0lLegal Industry|0lManufacturing|
0lOther Audience|0lReligion|0lScience/Research|0mystem Administrators|0lTelecommunications Industry|
00License :: Aladdin Free Public License (AFPL)|0bCC0 1.0 Universal (CC0 1.0) Public Domain Dedication|
0ceCILL-B Free Software License Agreement (CECILL-B)|0iC Free Software License Agreement (CECILL-C)|0bDFSG approved|
0bEiffel Forum License (EFL)|0bFree For Educational Use|0kHome Use|0gTo Use But Restricted|0gfor non-commercial use|
0fly Distributable|0fware|0bGUST Font License 1.0|0t2006-09-30|0bNetscape Public License (NPL)|
0cokia Open Source License (NOKOS)|0bOSI Approved|0n :: Academic Free License (AFL)|0spache Software License|
0tple Public Source License|0srtistic License|0sttribution Assurance License|0rBSD License|
0slue Oak Model License (BlueOak-1.0.0)|0soost Software License 1.0 (BSL-1.0)|
0rCEA CNRS Inria Logiciel Libre License, version 2.1 (CeCILL-2.1)|0sMU License (MIT-CMU)|
0sommon Development and Distribution License 1.0 (CDDL-1.0)|0yPublic License|0rEclipse Public License 1.0 (EPL-1.0)|
1e2.0 (EPL-2.0)|0sducational Community License, Version 2.0 (ECL-2.0)|0siffel Forum License|
0suropean Union Public Licence 1.0 (EUPL 1.0)|1n1 (EUPL 1.1)|1n2 (EUPL 1.2)|0rGNU Affero General Public License v3|
1r or later (AGPLv3+)|0vFree Documentation License (FDL)|0vGeneral Public License (GPL)|1iv2 (GPLv2)|
1lor later (GPLv2+)|1j3 (GPLv3)|1lor later (GPLv3+)|0vLesser General Public License v2 (LGPLv2)|
1sor later (LGPLv2+)|1q3 (LGPLv3)|1sor later (LGPLv3+)|0wibrary or Lesser General Public License (LGPL)|
0rHistorical Permission Notice and Disclaimer (HPND)|0rIBM Public License|0sSC License (ISCL)|
0sntel Open Source License|0rJabber Open Source License|0rMIT License|0vNo Attribution License (MIT-0)|
0uRE Collaborative Virtual Workspace License (CVW)|0sirOS License (MirOS)|0sotosoto License|
0tzilla Public License 1.0 (MPL)|1g1 (MPL 1.1)|1e2.0 (MPL 2.0)|0sulan Permissive Software License v2 (MulanPSL-2.0)|
0rNASA Open Source Agreement v1.3 (NASA-1.3)|0sethack General Public License|0sokia Open Source License|
0rOpen Group Test Suite License|0wSoftware License 3.0 (OSL-3.0)|0rPostgreSQL License|
0sython License (CNRI Python License)|0ySoftware Foundation License|0rQt Public License (QPL)|
0rRicoh Source Code Public License|0rSIL Open Font License 1.1 (OFL-1.1)|0sleepycat License|
0sun Industry Standards Source License (SISSL)|0vPublic License|0rThe Unlicense (Unlicense)|
0rUniversal Permissive License (UPL)|0yity of Illinois/NCSA Open Source License|0rVovida Software License 1.0|
0rW3C License|0rX.Net License|0rZero-Clause BSD (0BSD)|0sope Public License|0rzlib/libpng License|
0cther/Proprietary License|0bPublic Domain|0bRepoze Public License|00Natural Language :: Afrikaans|0lrabic|0mmenian|
0kBasque|0lengali|0losnian|0lulgarian|0kCantonese|0mtalan|0r (Valencian)|0lhinese (Simplified)|0tTraditional)|
0lroatian|0lzech|0kDanish|0lutch|0kEnglish|0lsperanto|0mtonian|0kFinnish|0lrench|0kGalician|0leorgian|0mrman|0lreek|
0kHebrew|0lindi|0lungarian|0kIcelandic|0lndonesian|0lrish|0ltalian|0kJapanese|0mvanese|0kKorean|0kLatin|0nvian|
0lithuanian|0kMacedonian|0mlay|0mrathi|0kNepali|0lorwegian|0kPanjabi|0lersian|0lolish|0mrtuguese|0u (Brazilian)|
0kRomanian|0lussian|0kSerbian|0llovak|0oenian|0lpanish|0lwedish|0kTamil|0lelugu|0lhai|0libetan|0lurkish|0kUkrainian|
0onian|0lrdu|0kVietnamese|0kYiddish|00Operating System :: Android|0kBeOS|0kMacOS|0p :: MacOS 9|0zX|0licrosoft|
0t :: MS-DOS|0xWindows|14 :: Windows 10|1h1|1g3.1 or Earlier|1g7|1g8|1h.1|1g95/98/2000|1gCE|1gNT/2000|1gServer 2003|
1q8|1gVista|1gXP|0kOS Independent|0m/2|0lther OS|0kPDA Systems|0lOSIX|0p :: AIX|0tBSD|0w :: BSD/OS|10FreeBSD|
10NetBSD|10OpenBSD|0tGNU Hurd|0tHP-UX|0tIRIX|0tLinux|0tOther|0tSCO|0uunOS/Solaris|0lalmOS|0kRISC OS|0kUnix|0kiOS|
00Programming Language :: APL|0pSP|0pda|0pssembly|0pwk|0oBasic|0oC|0p#|0p++|0pold Fusion|0python|0oD|0pelphi/Kylix|
0pylan|0oEiffel|0pmacs-Lisp|0prlang|0puler|0qphoria|0oF#|0porth|0sran|0oGo|0oHaskell|0py|0oJava|0sScript|0oKotlin|
0oLisp|0pogo|0pua|0oML|0podula|0oOCaml|0pbject Pascal|0uive C|0pther|0t Scripting Engines|0oPHP|0pL/SQL|0pROGRESS|
0pascal|0perl|0pike|0pliant|0prolog|0python|0u :: 2|0z :: Only|0z.3|104|105|106|107|0y3|0z :: Only|0z.0|101|110|111|
112|113|114|115|116|102|103|104|105|106|107|108|109|0yFree Threading|1c :: 1 - Unstable|1g2 - Beta|1g3 - Stable|
1g4 - Resilient|0yImplementation|1c :: CPython|1gGraalPy|1gIronPython|1gJython|1gMicroPython|1gPyPy|1gStackless|0oR|
0pEBOL|0pexx|0puby|0qst|0oSQL|0pcheme|0pimula|0pmalltalk|0oTcl|0oUnix Shell|0oVisual Basic|0oXBasic|0oYACC|0oZig|
0pope|00Topic :: Adaptive Technologies|0artistic Software|09Communications|0n :: BBS|0rChat|
0v :: AOL Instant Messenger|0zICQ|10nternet Relay Chat|0zUnix Talk|0sonferencing|0rEmail|0w :: Address Book|
10Email Clients (MUA)|10Filters|10Mail Transport Agents|14ing List Servers|10Post-Office|1b :: IMAP|1fPOP3|0rFIDO|
0sax|0sile Sharing|13 :: Gnutella|17Napster|0rHam Radio|0rInternet Phone|0rTelephony|0rUsenet News|09Database|
0h :: Database Engines/Servers|0lFront-Ends|0aesktop Environment|0s :: File Managers|0wGNUstep|0xnome|
0wK Desktop Environment (KDE)|1n :: Themes|0wPicoGUI|13 :: Applications|17Themes|0wScreen Savers|0wWindow Managers|
1b :: Afterstep|1o :: Themes|1gpplets|1fBlackbox|1n :: Themes|1fCTWM|1j :: Themes|1fEnlightenment|1s :: Epplets|
1wThemes DR15|266|267|1fFVWM|1j :: Themes|1gluxbox|1m :: Themes|1fIceWM|1k :: Themes|1fMetaCity|1n :: Themes|
1fOroborus|1n :: Themes|1fSawfish|1m :: Themes 0.30|1xpre-0.30|1fWaimea|1l :: Themes|1gindow Maker|1r :: Applets|
1vThemes|1fXFCE|1j :: Themes|0aocumentation|0m :: Sphinx|09Education|0i :: Computer Aided Instruction (CAI)|
0mTesting|09File Formats|0l :: JSON|0t :: JSON Schema|09Games/Entertainment|0s :: Arcade|0wBoard Games|
0wFirst Person Shooters|0xortune Cookies|0wMulti-User Dungeons (MUD)|0wPuzzle Games|0wReal Time Strategy|
0xole-Playing|0wSide-Scrolling/Arcade Games|0ymulation|0wTurn Based Strategy|09Home Automation|09Internet|
0h :: File Transfer Protocol (FTP)|0nnger|0lLog Analysis|0lName Service (DNS)|0lProxy Servers|0lWAP|0mWW/HTTP|
0t :: Browsers|0xDynamic Content|1c :: CGI Tools/Libraries|1hontent Management System|1gMessage Boards|1gNews/Diary|
1gPage Counters|1gWiki|0xHTTP Servers|0xIndexing/Search|0xSession|0yite Management|1c :: Link Checking|0xWSGI|
11 :: Application|15Middleware|15Server|0lXMPP|0lZ39.50|09Multimedia|0j :: Graphics|0v :: 3D Modeling|12Rendering|
0zCapture|16 :: Digital Camera|1aScanners|1creen Capture|0zEditors|16 :: Raster-Based|1aVector-Based|
0zGraphics Conversion|0zPresentation|0zViewers|0nSound/Audio|0y :: Analysis|12CD Audio|1a :: CD Playing|1hRipping|
1hWriting|13apture/Recording|13onversion|12Editors|12MIDI|13ixers|12Players|19 :: MP3|12Sound Synthesis|13peech|
0nVideo|0s :: Capture|0xonversion|0wDisplay|0wNon-Linear Editor|09Office/Business|0o :: Financial|11 :: Accounting|
15Investment|15Point-Of-Sale|15Spreadsheet|0sGroupware|0sNews/Diary|0sOffice Suites|0sScheduling|
0ather/Nonlisted Topic|09Printing|09Religion|09Scientific/Engineering|0v :: Artificial Intelligence|1aLife|
10stronomy|10tmospheric Science|0zBio-Informatics|0zChemistry|0zElectronic Design Automation (EDA)|0zGIS|
0zHuman Machine Interfaces|10ydrology|0zImage Processing|15Recognition|10nformation Analysis|11strument Drivers|
1h :: IVI Conformant|11terface Engine/Protocol Translator|0zMathematics|10edical Science Apps.|0zOceanography|
0zPhysics|0zQuantum Computing|0zVisualization|0aecurity|0h :: Cryptography|0aociology|0i :: Genealogy|0mHistory|
0bftware Development|0t :: Assemblers|0xBug Tracking|0zild Tools|0xCode Generators|0zmpilers|0xDebuggers|
0yisassemblers|0yocumentation|0xEmbedded Systems|1d :: Controller Area Network (CAN)|2a :: CANopen|2eJ1939|
0xInternationalization|12preters|0xLibraries|16 :: Application Frameworks|1aJava Libraries|1aPHP Classes|
1berl Modules|1bike Modules|1bython Modules|1aRuby Modules|1aTcl Extensions|1apygame|0yocalization|
0xObject Brokering|1d :: CORBA|0xPre-processors|0xQuality Assurance|0xTesting|14 :: Acceptance|18BDD|18Mocking|
18Traffic Generation|18Unit|0xUser Interfaces|0xVersion Control|1c :: Bazaar|1gCVS|1gGit|1gMercurial|1gRCS|1gSCCS|
0xWidget Sets|0aystem|0f :: Archiving|0s :: Backup|0wCompression|0wMirroring|0wPackaging|0jBenchmark|0koot|
0n :: Init|0jClustering|0konsole Fonts|0jDistributed Computing|0jEmulators|0jFilesystems|0jHardware|
0r :: Hardware Drivers|0vMainframes|0vSymmetric Multi-processing|0vUniversal Serial Bus (USB)|1l :: Audio|
1u/Video (AV)|1pCommunications Device Class (CDC)|1pDiagnostic Device|1pHub|1rman Interface Device (HID)|
1pMass Storage|1qiscellaneous|1pPrinter|1pSmart Card|1pVendor|1qideo (UVC)|1pWireless Controller|
0jInstallation/Setup|0jLogging|0jMonitoring|0jNetworking|0t :: Firewalls|0xMonitoring|17 :: Hardware Watchdog|
0xTime Synchronization|0jOperating System|0z Kernels|17 :: BSD|1bGNU Hurd|1bLinux|0jPower (UPS)|0jRecovery Tools|
0jShells|0koftware Distribution|0kystem Shells|0ps Administration|15 :: Authentication/Directory|1x :: LDAP|21NIS|
09Terminals|0i :: Serial|0mTelnet|0orminal Emulators/X Terminals|0bxt Editors|0l :: Documentation|0pEmacs|
0pIntegrated Development Environments (IDE)|0pText Processing|0pWord Processors|0eProcessing|0o :: Filters|0tonts|
0sGeneral|0sIndexing|0sLinguistic|0sMarkup|0y :: HTML|12LaTeX|12Markdown|12SGML|12VRML|12XML|12reStructuredText|
09Utilities|01yping :: Stubs Only|0aTyped
`;
/** Deprecated classifiers and what replaces them. */
const DEPRECATED_CLASSIFIERS = {
    "Framework :: Django CMS :: 4.2": ["Framework :: Django CMS :: 5.0"],
    "License :: OSI Approved :: Intel Open Source License": [],
    "License :: OSI Approved :: Jabber Open Source License": [],
    "License :: OSI Approved :: MITRE Collaborative Virtual Workspace License (CVW)": [],
    "License :: OSI Approved :: Sun Industry Standards Source License (SISSL)": [],
    "License :: OSI Approved :: X.Net License": [],
    "Natural Language :: Ukranian": ["Natural Language :: Ukrainian"],
    "Topic :: Communications :: Chat :: AOL Instant Messenger": [],
};

// EXTERNAL MODULE: ./lib/standards/data/front-coding.js
var front_coding = __webpack_require__(3587);
;// CONCATENATED MODULE: ./lib/standards/classifiers.js


let known;
/** Every trove classifier at the time of the list, deprecated ones included. */
function knownClassifiers() {
    known ??= new Set((0,front_coding/* frontDecoded */.O)(CLASSIFIER_LIST));
    return known;
}
/** What replaces a deprecated classifier, possibly nothing; undefined for one that is not deprecated. */
function classifierReplacements(classifier) {
    return Object.hasOwn(DEPRECATED_CLASSIFIERS, classifier) ? DEPRECATED_CLASSIFIERS[classifier] : undefined;
}
let byFolded;
/** The classifier that the text means but for case and white space, if there is one. */
function classifierLike(text) {
    byFolded ??= new Map([...knownClassifiers()].map((classifier) => [folded(classifier), classifier]));
    return byFolded.get(folded(text));
}
function folded(classifier) {
    return classifier.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, "");
}
let groups;
/** What stands before the first ` :: ` of the classifiers. */
function classifierGroups() {
    groups ??= new Set([...knownClassifiers()].map((classifier) => classifier.split(" :: ")[0] ?? ""));
    return groups;
}

;// CONCATENATED MODULE: ./lib/verification/rules/classifier.js




/** M-15, then M-16, each sorted. Duplicates are accepted. */
function classifierViolations(values) {
    const classifiers = [...new Set(values.get("classifier") ?? [])].sort(byCodePoints);
    return (0,metadata_violation/* inField */.K$)("classifier", 3, [
        ...classifiers.filter((classifier) => !knownClassifiers().has(classifier)).map(unknownClassifier),
        ...classifiers.flatMap(deprecatedClassifier),
    ]);
}
function byCodePoints(left, right) {
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
/**
 * Groups in which no new classifiers appear: the states of development are seven, licences are expressions now (PEP 639).
 * What is unknown there is wrong; elsewhere it may be newer than the list, such as the next version of Python.
 */
const CLOSED = ["Development Status", "License"];
function unknownClassifier(classifier) {
    const text = `${(0,python_repr/* pythonRepr */.U)(classifier)} is not a valid classifier.`;
    const [group = ""] = classifier.split(" :: ");
    if (group === "Private") {
        const message = `The classifier ${(0,metadata_violation/* shown */.SP)(classifier)} keeps PyPI from taking the file, as it is meant to.`;
        return (0,metadata_violation/* refusal */.x5)("M-15", "pypi", text, { message, remedy: "Remove it if the project is to be published." });
    }
    const like = classifierLike(classifier);
    if (like !== undefined) {
        const message = `The classifier ${(0,metadata_violation/* shown */.SP)(classifier)} is spelt wrongly; case and spaces count.`;
        return (0,metadata_violation/* refusal */.x5)("M-15", "pypi", text, { message, remedy: `Write ${(0,metadata_violation/* shown */.SP)(like)}.` });
    }
    const remedy = "Use one of https://pypi.org/classifiers/ or remove it.";
    if (!classifierGroups().has(group) || CLOSED.includes(group)) {
        return (0,metadata_violation/* refusal */.x5)("M-15", "pypi", text, { message: `There is no classifier ${(0,metadata_violation/* shown */.SP)(classifier)}.`, remedy });
    }
    const message = `The classifier ${(0,metadata_violation/* shown */.SP)(classifier)} is not on the list of ${CLASSIFIER_LIST_VERSION}; PyPI refuses it unless it has been added since.`;
    return (0,metadata_violation/* datedRefusal */.pw)("M-15", text, { message, remedy });
}
function deprecatedClassifier(classifier) {
    const replacements = classifierReplacements(classifier);
    if (replacements === undefined) {
        return [];
    }
    const message = `The classifier ${(0,metadata_violation/* shown */.SP)(classifier)} is deprecated; PyPI takes no file with it.`;
    if (replacements.length === 0) {
        const text = `The classifier ${(0,python_repr/* pythonRepr */.U)(classifier)} has been deprecated.`;
        return [(0,metadata_violation/* refusal */.x5)("M-16", "pypi", text, { message, remedy: "Remove it." })];
    }
    const text = `The classifier ${(0,python_repr/* pythonRepr */.U)(classifier)} has been deprecated, use one of ${(0,python_repr/* pythonReprList */.S)(replacements)} instead.`;
    return [(0,metadata_violation/* refusal */.x5)("M-16", "pypi", text, { message, remedy: `Use ${replacements.map(metadata_violation/* shown */.SP).join(" or ")}.` })];
}

;// CONCATENATED MODULE: ./lib/standards/address-scanner.js
const SPECIALS = '()<>@,:;."[]';
const ATOM_ENDS = `${SPECIALS} \t\r\n`;
/** Within a display name a dot is no end. */
const PHRASE_ENDS = ATOM_ENDS.replace(".", "");
/** Reads the pieces of an address header (RFC 5322) as leniently as Python's `email` package. */
class AddressScanner {
    #text;
    position = 0;
    constructor(text) {
        this.#text = text;
    }
    get atEnd() {
        return this.position >= this.#text.length;
    }
    /** The next character; the empty text at the end. */
    get next() {
        return this.#text.charAt(this.position);
    }
    get isSpecial() {
        return this.next !== "" && SPECIALS.includes(this.next);
    }
    take(character) {
        const found = this.next === character;
        this.position += found ? 1 : 0;
        return found;
    }
    /** Passes over white space and comments; the blanks passed over are the result. */
    skipSpace() {
        let blanks = "";
        for (;;) {
            if (this.take("(")) {
                this.#skipComment();
            }
            else if (this.next !== "" && " \t\r\n".includes(this.next)) {
                blanks += /[ \t]/.test(this.next) ? this.next : "";
                this.position += 1;
            }
            else {
                return blanks;
            }
        }
    }
    /** The words of a display name. */
    readPhrase() {
        const words = [];
        for (;;) {
            this.skipSpace();
            if (this.take('"')) {
                words.push(this.#readDelimited('"'));
            }
            else if (this.atEnd || PHRASE_ENDS.includes(this.next)) {
                return words;
            }
            else {
                words.push(this.#readAtom(PHRASE_ENDS));
            }
        }
    }
    /** An address; the empty text when its domain cannot be read. */
    readAddress() {
        const local = this.#readLocal();
        if (!this.take("@")) {
            return local;
        }
        this.skipSpace();
        const domain = this.readDomain();
        return domain === "" ? "" : `${local}@${domain}`;
    }
    /** A domain; the empty text when a second `@` follows. */
    readDomain() {
        let domain = "";
        for (;;) {
            if (this.take("(")) {
                this.#skipComment();
            }
            else if (this.take("[")) {
                domain += `[${this.#readDelimited("]")}]`;
            }
            else if (this.take(".")) {
                domain += ".";
            }
            else if (this.next === "@") {
                return "";
            }
            else if (!this.take(" ") && !this.take("\t")) {
                if (this.atEnd || ATOM_ENDS.includes(this.next)) {
                    return domain;
                }
                domain += this.#readAtom(ATOM_ENDS);
            }
        }
    }
    /** White space between words stays, but not around dots and at the end. */
    #readLocal() {
        const pieces = [];
        this.skipSpace();
        while (!this.atEnd) {
            const dot = this.take(".");
            if (dot || (this.next !== '"' && ATOM_ENDS.includes(this.next))) {
                if (pieces.at(-1)?.trim() === "") {
                    pieces.pop();
                }
                if (!dot) {
                    break;
                }
                pieces.push(".");
            }
            else {
                pieces.push(this.take('"') ? requoted(this.#readDelimited('"')) : this.#readAtom(ATOM_ENDS));
            }
            const blanks = this.skipSpace();
            if (!dot && blanks !== "") {
                pieces.push(blanks);
            }
        }
        return pieces.join("");
    }
    #readAtom(ends) {
        const start = this.position;
        while (!this.atEnd && !ends.includes(this.next)) {
            this.position += 1;
        }
        return this.#text.slice(start, this.position);
    }
    /** Up to the end character or a carriage return, escapes resolved. */
    #readDelimited(end) {
        let content = "";
        while (!this.atEnd && !this.take(end) && !this.take("\r")) {
            this.take("\\");
            content += this.next;
            this.position += 1;
        }
        return content;
    }
    /** Behind the opening bracket. A carriage return ends a comment, too. */
    #skipComment() {
        let depth = 1;
        while (!this.atEnd && depth > 0) {
            if (this.take("(")) {
                depth += 1;
            }
            else if (this.take(")") || this.take("\r")) {
                depth -= 1;
            }
            else {
                this.take("\\");
                this.position += 1;
            }
        }
    }
}
function requoted(content) {
    return `"${content.replace(/["\\]/g, "\\$&")}"`;
}

;// CONCATENATED MODULE: ./lib/standards/address-list.js

/**
 * The one address of a header value, without its display name, as Python's strict parser finds it. Undefined when there
 * is none, more than one, or something the parser does not understand (M-14: such values are not judged).
 */
function singleAddress(value) {
    if (!hasBalancedComments(value)) {
        return undefined;
    }
    const [address, ...others] = readAddresses(value);
    // A bracket is left over where a domain literal was.
    return address === undefined || address === "" || others.length > 0 || address.includes("[") ? undefined : address;
}
/** Brackets outside quoted names have to be in pairs. */
function hasBalancedComments(value) {
    let depth = 0;
    for (const character of withoutQuoted(value).replace(/\\./gsu, "")) {
        depth += character === "(" ? 1 : character === ")" ? -1 : 0;
        if (depth < 0) {
            return false;
        }
    }
    return depth === 0;
}
function withoutQuoted(value) {
    const quotes = [...value.matchAll(/\\.|"/gsu)].filter(([found]) => found === '"').map(({ index }) => index);
    let kept = "";
    let from = 0;
    for (let pair = 0; pair + 1 < quotes.length; pair += 2) {
        kept += value.slice(from, quotes[pair]);
        from = (quotes[pair + 1] ?? 0) + 1;
    }
    return kept + value.slice(from);
}
/** More are never asked for, and groups within groups would hand on all of theirs again and again. */
const MOST_KEPT = 2;
/** The first addresses; an empty text for each that cannot be read. */
function readAddresses(value) {
    const scanner = new AddressScanner(value);
    const addresses = [];
    while (!scanner.atEnd && addresses.length < MOST_KEPT) {
        const found = readAddress(scanner, 0);
        addresses.push(...(found.length > 0 ? found : [""]));
    }
    return addresses;
}
/** Groups within groups at which Python gives up. */
const address_list_DEEPEST = 300;
function readAddress(scanner, depth) {
    scanner.skipSpace();
    const start = scanner.position;
    const words = scanner.readPhrase();
    scanner.skipSpace();
    const addresses = readBehindPhrase(scanner, { start, words, depth });
    scanner.skipSpace();
    scanner.take(",");
    return addresses;
}
function readBehindPhrase(scanner, { start, words, depth }) {
    if (scanner.next === "." || scanner.next === "@") {
        scanner.position = start;
        return [scanner.readAddress()];
    }
    if (scanner.take(":")) {
        return depth < address_list_DEEPEST ? readGroup(scanner, depth + 1) : [];
    }
    if (scanner.take("<")) {
        return [readRoute(scanner)];
    }
    const [first] = words;
    if (first === undefined && scanner.isSpecial) {
        scanner.position += 1;
    }
    return first === undefined ? [] : [first];
}
/** `name: a, b;` */
function readGroup(scanner, depth) {
    const members = [];
    while (!scanner.atEnd) {
        scanner.skipSpace();
        if (scanner.take(";")) {
            break;
        }
        members.push(...readAddress(scanner, depth).slice(0, MOST_KEPT - members.length));
    }
    return members;
}
/** What is behind `<`: the address, before it possibly the way to it (`@host:`). */
function readRoute(scanner) {
    let route = false;
    scanner.skipSpace();
    while (!scanner.atEnd) {
        if (route) {
            scanner.readDomain();
            route = false;
        }
        else if (scanner.take(">")) {
            return "";
        }
        else if (scanner.take("@")) {
            route = true;
        }
        else if (!scanner.take(":")) {
            const address = scanner.readAddress();
            scanner.position += 1;
            return address;
        }
        scanner.skipSpace();
    }
    return "";
}

;// CONCATENATED MODULE: ./lib/standards/email-address.js
/** The length of an address, in bytes of UTF-8 (RFC 5321). */
const LONGEST_ADDRESS = 254;
const LONGEST_DOMAIN = 253;
const LONGEST_LABEL = 63;
/** Top-level domains for special use, under which no mail can be delivered. */
const SPECIAL_DOMAINS = ["arpa", "invalid", "local", "localhost", "onion", "test"];
const LOCAL_PART = /^[a-zA-Z0-9_!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[a-zA-Z0-9_!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u;
/**
 * Why mail cannot be sent to an address, as part of a sentence that begins with "it"; undefined when it can (M-14). No
 * name is looked up. Quoted local parts and addresses in brackets are refused.
 */
function emailFault(address) {
    const at = address.indexOf("@");
    if (at < 0) {
        return "it has no @-sign.";
    }
    const local = address.slice(0, at);
    const domain = address.slice(at + 1);
    return localFault(local) ?? domainFault(domain) ?? lengthFault(local, domain);
}
function localFault(local) {
    if (local === "") {
        return "it has nothing before the @-sign.";
    }
    // Some characters become others in the normal form, in which the address is used.
    if (LOCAL_PART.test(local) && LOCAL_PART.test(local.normalize("NFC"))) {
        return unsafeFault(local);
    }
    return /^\.|\.$|\.\./.test(local)
        ? "it has a misplaced period before the @-sign."
        : "it has a character before the @-sign that is not allowed there.";
}
/** White space, control characters and the like, and a combining character that would change the one before. */
function unsafeFault(text) {
    return /[^\p{L}\p{N}\p{P}\p{S}\p{M}]|^\p{M}/u.test(text) ? "it has a character that is not safe." : undefined;
}
function domainFault(domain) {
    if (domain === "") {
        return "it has nothing behind the @-sign.";
    }
    if (/[^a-zA-Z0-9.\-\u0080-\u{10ffff}]/u.test(domain) || unsafeFault(domain) !== undefined) {
        return "it has a character behind the @-sign that no domain has.";
    }
    const ascii = asciiDomain(domain);
    const labels = ascii?.split(".") ?? [];
    if (ascii === undefined || labels.some((label) => !isLabel(label)) || ascii.length > LONGEST_DOMAIN) {
        return "what follows the @-sign is no domain name.";
    }
    if (labels.length < 2) {
        return "the domain behind the @-sign has no period.";
    }
    if (!/[a-z]$/.test(ascii)) {
        return "the domain behind the @-sign does not end in a letter.";
    }
    return SPECIAL_DOMAINS.includes(labels.at(-1) ?? "") ? "the domain behind the @-sign is a reserved one." : undefined;
}
function isLabel(label) {
    const punycode = label.startsWith("xn--");
    return (/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label) &&
        label.length <= LONGEST_LABEL &&
        (punycode ? asciiDomain(label) !== undefined : label.slice(2, 4) !== "--"));
}
const NOT_IN_DOMAINS = /[^\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}.\-\u00b7\u0375\u05f3\u05f4\u30fb]/u;
const MISPLACED_HYPHEN = /^-|-$|^(?!xn)..--/u;
/** The domain in lower-case ASCII (IDNA); undefined when it has none. */
function asciiDomain(domain) {
    const lower = domain.toLowerCase();
    if (/^[a-z0-9.-]*$/.test(lower) && !/(?:^|\.)xn--/.test(lower)) {
        return lower;
    }
    // UTS 46 maps and keeps symbols; IDNA 2008 has letters and digits only (RFC 5892).
    const mapped = domain
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\u3002\uff61]/g, ".");
    if (NOT_IN_DOMAINS.test(mapped) || mapped.split(".").some((label) => MISPLACED_HYPHEN.test(label))) {
        return undefined;
    }
    // The platform's own implementation of UTS 46, which only URLs give access to.
    const url = URL.parse(`http://${mapped}`);
    return url === null || /[^a-z0-9.-]/.test(url.hostname) ? undefined : url.hostname;
}
function lengthFault(local, domain) {
    const forms = [`${local}@${domain}`, `${local.normalize("NFC")}@${asciiDomain(domain) ?? ""}`];
    return forms.some((form) => new TextEncoder().encode(form).length > LONGEST_ADDRESS) ? "it is too long." : undefined;
}

;// CONCATENATED MODULE: ./lib/verification/rules/email.js




/** M-14, for Author-email and Maintainer-email. Only a value that is exactly one address is judged. */
function emailViolations(values) {
    return ["author-email", "maintainer-email"].flatMap((field) => {
        const value = values.get(field)?.[0];
        const address = value === undefined ? undefined : singleAddress(value);
        const fault = address === undefined ? undefined : emailFault(address);
        if (address === undefined || fault === undefined) {
            return [];
        }
        const finding = (0,metadata_violation/* refusal */.x5)("M-14", "pypi", `${(0,python_repr/* pythonRepr */.U)(address)} is not a valid email address: ${fault}`, {
            message: `The address ${(0,metadata_violation/* shown */.SP)(address)} in ${field} is none that PyPI takes: ${fault}`,
            remedy: "Write 'Name <user@host.tld>'; a name without an address belongs into the author's or maintainer's name.",
        });
        return (0,metadata_violation/* inField */.K$)(field, 3, [finding]);
    });
}

;// CONCATENATED MODULE: ./lib/standards/data/spdx-list.js
// Written by scripts/data/lists.py, in the form that front-coding.ts reads.
/** Release of the SPDX licence list. */
const SPDX_LIST_VERSION = "3.27.0";
/** Identifiers of licences, deprecated ones included. */
const SPDX_LICENSES = `
000BSD|003D-Slicer-1.0|00AAL|01DSL|01FL-1.1|062|042.0|061|043.0|01GPL-1.0|08-only|0ar-later|053.0|08-only|0ar-later|
01MD-newlib|03PLPA|02L|03-glslang|02PAS|01NTLR-PD|08-fallback|01PAFML|02L-1.0|02SL-1.0|071|072|052.0|
01SWF-Digital-Assets-1.0|0m1|01bstyles|01daCore-doc|02obe-2006|06Display-PostScript|06Glyph|06Utopia|01fmparse|
01laddin|01pache-1.0|091|072.0|02p-s2p|01rphic-1999|02tistic-1.0|0c-Perl|0dcl8|092.0|09dist|01spell-RU|
00BSD-1-Clause|042-Clause|0c-Darwin|0dFreeBSD|0dNetBSD|0dPatent|0dViews|0dfirst-lines|0dpkgconf-disclaimer|
043-Clause|0c-Attribution|0dClear|0dHP|0dLBNL|0dModification|0dNo-Military-License|0gNuclear-License|0v-2014|
0oWarranty|0dOpen-MPI|0dSun|0dacpica|0dflex|044-Clause|0c-Shortened|0dUC|05.3RENO|07TAHOE|
04Advertising-Acknowledgement|05ttribution-HPND-disclaimer|04Inferno-Nettverk|04Protection|04Source-Code|
0bbeginning-file|05ystemics|0d-W3Works|02L-1.0|01USL-1.1|01aekmuk|02hyph|02rr|01eerware|01itTorrent-1.0|0d1|
03stream-Charter|0aVera|01lueOak-1.0.0|01oehm-GC|08-without-fee|02rceux|01rian-Gladman-2-Clause|0e3-Clause|
00C-UDA-1.0|01AL-1.0|07-Combined-Work-Exception|02TOSL-1.1|01C-BY-1.0|062.0|085|09-AU|063.0|09-AT|0bU|0aDE|0aIGO|
0aNL|0aUS|064.0|06NC-1.0|092.0|0b5|093.0|0c-DE|094.0|09ND-1.0|0c2.0|0e5|0c3.0|0f-DE|0gIGO|0c4.0|09SA-1.0|0c2.0|
0f-DE|0gFR|0gUK|0e5|0c3.0|0f-DE|0gIGO|0c4.0|07D-1.0|092.0|0b5|093.0|0c-DE|094.0|06SA-1.0|092.0|0c-UK|0b1-JP|0b5|
093.0|0c-AT|0dDE|0dIGO|094.0|03PDDC|05M-1.0|03SA-1.0|020-1.0|01DDL-1.0|071|02L-1.0|03A-Permissive-1.0|0g2.0|
05Sharing-1.0|01ECILL-1.0|091|072.0|091|07B|07C|02RN-OHL-1.1|0b2|09P-2.0|09S-2.0|09W-2.0|01FITSIO|01MU-Mach|
08-nodoc|01NRI-Jython|05Python|0b-GPL-Compatible|01OIL-1.0|01PAL-1.0|02L-1.0|02OL-1.02|01UA-OPL-1.0|01aldera|
07-no-preamble|02tharon|01lArtistic|02ips|01ommunity-Spec-1.0|02ndor-1.1|02rnell-Lossless-JPEG|01ronyx|03ssword|
02yptoSwift|03stalStacker|01ube|00D-FSL-1.0|01EC-3-Clause|01L-DE-BY-2.0|06ZERO-2.0|01OC|01RL-1.0|061|01SDP|
01ocBook-DTD|08Schema|09tylesheet|08XML|02tseqn|00ECL-1.0|042.0|01FL-1.0|042.0|01PICS|02L-1.0|042.0|01UDatagrid|
02PL-1.0|071|072|01lastic-2.0|01ntessa|01rlPL-1.1|01urosym|00FBM|01DK-AAC|01SFAP|05-no-warranty-disclaimer|03UL|
05LR|07SD|07WD|02L-1.1-ALv2|08MIT|01TL|01air|01erguson-Twofish|01rameworx-1.0|02eeBSD-DOC|04Image|01uruseth|
00GCR-docs|01D|01FDL-1.1|08-invariants-only|0lr-later|09no-invariants-only|0or-later|09only|0ar-later|072|
08-invariants-only|0lr-later|09no-invariants-only|0or-later|09only|0ar-later|073|08-invariants-only|0lr-later|
09no-invariants-only|0or-later|09only|0ar-later|01L2PS|02WTPL|01PL-1.0|07+|07-only|09r-later|042.0|07+|07-only|
09r-later|08with-GCC-exception|0dautoconf-exception|0dbison-exception|0dclasspath-exception|0dfont-exception|043.0|
07+|07-only|09r-later|08with-GCC-exception|0dautoconf-exception|01ame-Programming-Gems|01iftware|01lide|02ulxe|
01raphics-Gems|01utmann|00HDF5|01IDAPI|01P-1986|069|02ND|04-DEC|05Fenneberg-Livingston|05INRIA-IMAG|06ntel|
05Kevlin-Henney|05MIT-disclaimer|06arkus-Kuhn|05Netrek|05Pbmplus|05UC|07-export-US|05doc|08-sell|05export-US|
0e-acknowledgement|0fmodify|0b2-US|05merchantability-variant|05sell-MIT-disclaimer-xserver|0aregexpr|0avariant|
0h-MIT-disclaimer|0w-rev|01TMLTIDY|01askellReport|01ippocratic-2.1|00IBM-pibs|01CU|01EC-Code-Components-EULA|01JG|
03-short|01PA|02L-1.0|01SC|03-Veillard|01mageMagick|02lib2|01nfo-ZIP|02ner-Net-2.0|03oSetup|02tel|05-ACPI|
04rbase-1.0|00JPL-image|02NIC|01SON|01am|02sPer-2.0|00Kastrup|02zlib|01nuth-CTAN|00LAL-1.2|063|01GPL-2.0|08+|
08-only|0ar-later|071|08+|08-only|0ar-later|053.0|08+|08-only|0ar-later|04LR|01OOP|01PD-document|02L-1.0|072|
02PL-1.0|071|072|073a|08c|01ZMA-SDK-9.11-to-9.20|0b22|01atex2e|07-translated-notice|01eptonica|01iLiQ-P-1.1|06R-1.1|
07plus-1.1|02bpng|02nux-OpenIB|06man-pages-1-para|0gcopyleft|0o-2-para|0pvar|01ucida-Bitmap-Fonts|00MIPS|02T|03-0|
04CMU|05lick|04Festival|04Khronos-old|04Modern-Variant|04Wu|04advertising|04enna|04feh|04open-group|04testregex|
03NFA|01MIXware|01PEG-SSG|02L-1.0|061|042.0|07-no-copyleft-exception|01S-LPL|03PL|03RL|01TLL|01ackerras-3-Clause|
0i-acknowledgment|02keIndex|02rtin-Birgmeier|01cPhee-slideshow|01inpack|02rOS|01otosoto|01ulanPSL-1.0|092.0|03tics|
02p|00NAIST-2003|02SA-1.3|01BPL-1.0|01CBI-PD|02GL-UK-2.0|02L|02SA|01GPL|01ICTA-1.0|02ST-PD|07-fallback|05Software|
01LOD-1.0|052.0|02PL|01OSL|01PL-1.0|061|02OSL-3.0|01RL|01TIA-PD|02P|03-0|01aumen|01et-SNMP|03CDF|02wsletr|01okia|
02web|01unit|00O-UDA-1.0|01AR|01CCT-PL|02LC-2.0|01DC-By-1.0|02bL-1.0|01FFIS|02L-1.0|07-RFN|08no-RFN|061|07-RFN|
08no-RFN|01GC-1.0|02DL-Taiwan-1.0|02L-Canada-2.0|04UK-1.0|072.0|073.0|02TSL|01LDAP-1.1|082|083|084|062.0|09.1|081|
082|09.1|0a2|083|084|085|086|087|088|02FL-1.3|01ML|01PL-1.0|04UK-3.0|02UBL-1.0|01SET-PL-2.1|02L-1.0|061|042.0|061|
043.0|01penPBS-2.3|04SSL|07-standalone|04Vision|00PADL|01DDL-1.0|01HP-3.0|071|01PL|01SF-2.0|01arity-6.0.0|077.0.0|
01ixar|01lexus|01olyForm-Noncommercial-1.0.0|09Small-Business-1.0.0|02stgreSQL|01ython-2.0|0a.1|00QPL-1.0|
07-INRIA-2004|01hull|00RHeCos-1.1|01PL-1.1|065|02SL-1.0|01SA-MD|02CPL|01disc|01uby|04-pty|00SAX-PD|06-2.0|01CEA|
01GI-B-1.0|081|062.0|04OpenGL|02P4|01HL-0.5|071|01ISSL|05-1.2|01L|01MAIL-GPL|02LNJ|02PPL|01NIA|01OFA|01PL-1.0|
01SH-OpenSSH|04short|02Leay-standalone|02PL-1.0|01UL-1.0|01WL|01axpath|01chemeReport|01endmail|08-8.23|
09Open-Source-1.1|01imPL-2.0|01leepycat|01oundex|01pencer-86|0894|099|01tandardML-NJ|01ugarCRM-1.1.3|02n-PPP|
07-2000|03Pro|01ymlinks|00TAPR-OHL-1.0|01CL|02P-wrappers|01GPPL-1.0|01Mate|01ORQUE-1.1|02SL|01PDL|02L-1.0|01TWL|
02YP0|01U-Berlin-1.0|0a2.0|01ermReadKey|01hirdEye|01rustedQSL|00UCAR|02L-1.0|01Mich-Merit|01PL-1.0|01RT-RLE|
01buntu-font-1.0|01nicode-3.0|08DFS-2015|0f6|08TOU|03xCrypt|02license|09-libtelnet|0dwhirlpool|00VOSTROM|01SL-1.0|
01im|00W3C|03-19980720|0420150513|01TFPL|01atcom-1.0|01idget-Workshop|01suipa|00X11|
03-distribute-modifications-variant|04swapped|01Free86-1.1|01Skat|01debug-1.03|01erox|01fig|01net|00YPL-1.0|061|
00ZPL-1.1|042.0|061|01ed|02eff|02nd-2.0|01imbra-1.3|094|01lib|00any-OSI|07-perl-modules|00bcrypt-Solar-Designer|
01lessing|01zip2-1.0.5|0a6|00check-cvs|05mk|01opyleft-next-0.3.0|0i1|01url|01ve-tou|00diffmark|01toa|01vipdfm|
00eCos-2.0|01Genix|01talab-2.0|00fwlw|00gSOAP-1.3b|01eneric-xts|01nuplot|01tkbook|00hdparm|00iMatix|00jove|
00libpng-1.6.35|072.0|03selinux-1.0|03tiff|03util-David-Nugent|01sof|00magaz|02ilprio|02n2html|01etamail|
01pi-permissive|03ch2|02lus|00ngrep|00pkgconf|01nmstitch|01sfrag|02utils|01ython-ldap|00radvd|00snprintf|
01oftSurfer|01sh-keyscan|01wrule|00threeparttable|00ulem|00w3m|01wl|01xWindows|00xinetd|01keyboard-config-Zinoviev|
01lock|01pp|01zoom|00zlib-acknowledgement
`;
/** Identifiers of exceptions, for the word behind WITH. */
const SPDX_EXCEPTIONS = `
00389-exception|00Asterisk-exception|09linking-protocols-exception|01utoconf-exception-2.0|0j3.0|0jgeneric|0q-3.0|
0jmacro|00Bison-exception-1.24|0g2.2|01ootloader-exception|00CGAL-linking-exception|01LISP-exception-2.0|
01lasspath-exception-2.0|00DigiRule-FOSS-exception|04a-Qt-LGPL-exception-1.1|00FLTK-exception|
01awkes-Runtime-exception|01ont-exception-2.0|00GCC-exception-2.0|0h-note|0e3.1|01NAT-exception|
02OME-examples-exception|02U-compiler-exception|01PL-3.0-389-ds-base-exception|08interface-exception|
08linking-exception|0gsource-exception|04CC-1.0|01Streamer-exception-2005|0n8|01msh-exception|
00Independent-modules-exception|00KiCad-libraries-exception|00LGPL-3.0-linking-exception|01LGPL|02VM-exception|
01ZMA-exception|01ibtool-exception|02nux-syscall-note|00Nokia-Qt-exception-1.1|00OCCT-exception-1.0|
02aml-LGPL-linking-exception|01penJDK-assembly-exception-1.0|00PCRE2-exception|01S-or-PDF-font-exception-20170817|
00QPL-1.0-INRIA-2004-exception|01t-GPL-exception-1.0|03LGPL-exception-1.1|01wt-exception-1.0|
00RRDtool-FLOSS-exception-2.0|00SANE-exception|01HL-2.0|061|01WI-exception|01wift-exception|00Texinfo-exception|
00UBDL-exception|01niversal-FOSS-exception-1.0|00WxWindows-exception-3.1|00cryptsetup-OpenSSL-exception|
00eCos-exception-2.0|01rlang-otp-linking-exception|00fmt-exception|01reertos-exception-2.0|00gnu-javamail-exception|
00harbour-exception|00i2p-gpl-java-exception|00libpri-OpenH323-exception|00mif-exception|01xml-exception|
00openvpn-openssl-exception|00polyparse-exception|00romic-exception|00stunnel-exception|00u-boot-exception-2.0|
00vsftpd-openssl-exception|00x11vnc-openssl-exception
`;

// EXTERNAL MODULE: ./lib/standards/python-text.js
var python_text = __webpack_require__(2440);
;// CONCATENATED MODULE: ./lib/standards/license-expression.js



let identifiers;
function spdx() {
    identifiers ??= { licenses: lowered(SPDX_LICENSES), exceptions: lowered(SPDX_EXCEPTIONS) };
    return identifiers;
}
function lowered(list) {
    return new Set((0,front_coding/* frontDecoded */.O)(list).map((identifier) => identifier.toLowerCase()));
}
const OPERATORS = new Set(["or", "and", "with"]);
/** Judges a licence expression; case does not count. */
function judgeLicenseExpression(text) {
    const tokens = (0,python_text/* pythonWords */.IX)(text.replace(/[()]/g, " $& ").toLowerCase());
    const named = new Set(tokens);
    if (!isWellFormed(tokens)) {
        return { kind: "malformed" };
    }
    for (const [index, token] of tokens.entries()) {
        if (!OPERATORS.has(token) && token !== "(" && token !== ")") {
            const verdict = judgeIdentifier(token, tokens[index - 1] === "with", named);
            if (verdict.kind !== "valid") {
                return verdict;
            }
        }
    }
    return { kind: "valid" };
}
/** As many brackets within brackets as Python's own parser, to which `packaging` leaves the form, takes. */
const license_expression_DEEPEST = 200;
/** Operands and operators in turn, brackets in pairs. `WITH` is an operator like the others as far as the form goes. */
function isWellFormed(tokens) {
    let depth = 0;
    let operandExpected = true;
    for (const token of tokens) {
        const opensOrIsOperand = token === "(" || !(token === ")" || OPERATORS.has(token));
        if (opensOrIsOperand !== operandExpected) {
            return false;
        }
        depth += token === "(" ? 1 : token === ")" ? -1 : 0;
        if (depth < 0 || depth > license_expression_DEEPEST) {
            return false;
        }
        operandExpected = token === "(" || OPERATORS.has(token);
    }
    return depth === 0 && !operandExpected;
}
function judgeIdentifier(token, exception, named) {
    if (exception) {
        return spdx().exceptions.has(token) ? { kind: "valid" } : unknown(token, true);
    }
    const plain = token.replace(/\+$/, "");
    if (!plain.startsWith("licenseref-")) {
        return spdx().licenses.has(plain) ? { kind: "valid" } : unknown(token, false);
    }
    if (!/^[a-z0-9.-]*$/.test(plain)) {
        return { kind: "malformed" };
    }
    // With a plus sign it is looked up without, where it stands only if the expression names it that way, too.
    return { kind: named.has(plain) ? "valid" : "unhandled" };
}
/** Only what the SPDX specification lets an identifier be can be one of a later list. */
function unknown(token, exception) {
    const possible = /^[a-z0-9.-]+\+?$/.test(token) && !/^(?:none|noassertion|documentref-.*)$/.test(token);
    return possible ? { kind: "unknown", identifier: token, exception } : { kind: "malformed" };
}

;// CONCATENATED MODULE: ./lib/standards/license-path.js
/**
 * Why a License-File path is none (PEP 639, M-30), in the order in which an index looks: `..` anywhere, a `*`, absolute in
 * the POSIX or the Windows sense, or other than its normal form with forward slashes. Undefined when it is one.
 */
function licensePathFault(path) {
    if (path.includes("..")) {
        return "parent-directory";
    }
    if (path.includes("*")) {
        return "pattern";
    }
    if (path.startsWith("/") || /^(?:.:[\\/]|\\[\\/])/su.test(path)) {
        return "absolute";
    }
    return normalizedLicensePath(path) === path ? undefined : "not-normalised";
}
/** A relative path as Windows reads it, written with forward slashes: what M-30 compares with. */
function normalizedLicensePath(path) {
    const [drive = ""] = /^[^\\]:/u.exec(path) ?? [];
    const parts = path
        .slice(drive.length)
        .split(/[\\/]/)
        .filter((part) => part !== "" && part !== ".");
    const root = drive === "" && /^[\\/]/.test(path) ? "/" : "";
    // What would now look like a drive keeps the dot that says it is none.
    const dot = drive === "" && root === "" && /^.:/su.test(parts[0] ?? "") ? "./" : "";
    return `${drive}${root}${dot}${parts.join("/")}` || ".";
}

;// CONCATENATED MODULE: ./lib/verification/rules/metadata-braces.js

/**
 * M-35: the text about a bad value is made with Python's format(), in which the value's own braces count. Gives what
 * happens instead of the finding when they are not doubled; `{field}` alone means something there.
 */
function withBraces(value, finding) {
    const rest = value.replace(/\{\{|\}\}|\{field\}/g, "");
    if (!/[{}]/.test(rest)) {
        return finding;
    }
    const message = `${finding.message} Because of the braces in ${(0,metadata_violation/* shown */.SP)(value)}, PyPI answers with a server error instead of saying so.`;
    return { ...(0,metadata_violation/* failure */.V2)("M-35", message, finding.remedy), scope: finding.scope };
}

;// CONCATENATED MODULE: ./lib/verification/rules/license.js






const USE_SPDX = "Use identifiers of https://spdx.org/licenses/, or LicenseRef- and a name for a licence of your own.";
/** What people write instead; none of these will ever be an identifier. */
const MEANT = new Map(Object.entries({
    apache: "Apache-2.0",
    apache2: "Apache-2.0",
    "apache-2": "Apache-2.0",
    bsd: "BSD-3-Clause (or BSD-2-Clause)",
    gpl: "GPL-3.0-or-later (or GPL-3.0-only)",
    gplv2: "GPL-2.0-or-later (or GPL-2.0-only)",
    gplv3: "GPL-3.0-or-later (or GPL-3.0-only)",
    "gpl-3": "GPL-3.0-or-later (or GPL-3.0-only)",
    lgpl: "LGPL-3.0-or-later (or LGPL-3.0-only)",
    lgplv3: "LGPL-3.0-or-later (or LGPL-3.0-only)",
    mpl: "MPL-2.0",
    mpl2: "MPL-2.0",
    commercial: "LicenseRef-Commercial",
    proprietary: "LicenseRef-Proprietary",
    "public-domain": "LicenseRef-Public-Domain",
}));
/** M-28. An identifier that is merely not on the list may be on a later one. */
function licenseExpressionFindings([value = ""]) {
    const verdict = judgeLicenseExpression(value);
    const text = `${(0,python_repr/* pythonRepr */.U)(value)} is invalid for 'license-expression'.`;
    switch (verdict.kind) {
        case "valid":
            return [];
        case "malformed": {
            const message = `License-Expression ${(0,metadata_violation/* shown */.SP)(value)} is no SPDX licence expression.`;
            return [withBraces(value, (0,metadata_violation/* refusal */.x5)("M-28", "any", text, { message, remedy: USE_SPDX }))];
        }
        case "unhandled": {
            const message = `PyPI answers a plus sign behind a LicenseRef- with a server error: ${(0,metadata_violation/* shown */.SP)(value)}.`;
            return [(0,metadata_violation/* failure */.V2)("M-28", message, "Leave the plus sign out.")];
        }
        case "unknown":
            return [withBraces(value, unknownIdentifier(text, verdict))];
    }
}
function unknownIdentifier(text, unknown) {
    const { identifier, exception } = unknown;
    const meant = exception ? undefined : MEANT.get(identifier.replace(/\+$/, ""));
    if (meant !== undefined) {
        const message = `License-Expression names ${(0,metadata_violation/* shown */.SP)(identifier)}, which is no SPDX identifier.`;
        return (0,metadata_violation/* refusal */.x5)("M-28", "any", text, { message, remedy: `Use ${meant}.` });
    }
    const what = exception ? "exception" : "licence";
    const message = `License-Expression names the ${what} ${(0,metadata_violation/* shown */.SP)(identifier)}, which version ${SPDX_LIST_VERSION} of the SPDX list does not have; PyPI refuses it unless it has a newer list.`;
    return (0,metadata_violation/* datedRefusal */.pw)("M-28", text, { message, remedy: USE_SPDX });
}
const PATH_FAULTS = {
    "parent-directory": ["parent directory indicators are not allowed", "holds '..'"],
    pattern: ["paths must be resolved", "holds '*'"],
    absolute: ["paths must be relative", "is absolute"],
    "not-normalised": ["paths must use '/' delimiter", "is not in its normal form with '/' between"],
};
/** M-30. */
function licenseFileFindings(values) {
    return values.flatMap((value) => {
        const fault = licensePathFault(value);
        if (fault === undefined) {
            return [];
        }
        const [reason, what] = PATH_FAULTS[fault];
        const finding = (0,metadata_violation/* refusal */.x5)("M-30", "any", `${(0,python_repr/* pythonRepr */.U)(value)} is invalid for 'license-file', ${reason}.`, {
            message: `The path ${(0,metadata_violation/* shown */.SP)(value)} in License-File ${what}.`,
            remedy: fault === "not-normalised"
                ? `Write it as ${(0,metadata_violation/* shown */.SP)(normalizedLicensePath(value))}.`
                : "Name licence files by their relative paths inside the project, with '/' between.",
        });
        return [withBraces(value, finding)];
    });
}
/** M-29. A licence classifier beside an expression is not refused. */
function licenseFieldViolations(values) {
    if (!values.has("license") || !values.has("license-expression")) {
        return [];
    }
    const text = "License is deprecated when License-Expression is present. Only License-Expression should be present.";
    const finding = (0,metadata_violation/* refusal */.x5)("M-29", "pypi", text, {
        message: "The metadata has both License and License-Expression; PyPI takes one of them.",
        remedy: "Keep the licence expression only.",
    });
    return (0,metadata_violation/* inField */.K$)("license", 3, [finding]);
}

;// CONCATENATED MODULE: ./lib/standards/requirement-tokens.js
/** Why a text is no dependency specifier. Never leaves the parser. */
class RequirementFault extends Error {
    name = "RequirementFault";
    kind;
    constructor(kind) {
        super(kind);
        this.kind = kind;
    }
}
const BLANKS = /[ \t]+/y;
/** Reads a dependency specifier piece by piece. */
class RequirementTokens {
    #text;
    #position = 0;
    constructor(text) {
        this.#text = text;
    }
    /** The text that the sticky pattern matches here, which is passed over; undefined when it does not match. */
    read(pattern) {
        pattern.lastIndex = this.#position;
        const found = pattern.exec(this.#text)?.[0];
        this.#position += found?.length ?? 0;
        return found;
    }
    /** As `read`; throws when the pattern does not match. */
    expect(pattern) {
        const found = this.read(pattern);
        if (found === undefined) {
            throw new RequirementFault("invalid");
        }
        return found;
    }
    /** Passes over this character if it is the next one. */
    take(character) {
        const found = this.#text[this.#position] === character;
        this.#position += found ? 1 : 0;
        return found;
    }
    /** Spaces and tabs only; line ends are not white space here. True when there were any. */
    skipBlanks() {
        return this.read(BLANKS) !== undefined;
    }
    /** One line feed at the very end does not count, as for `$` in Python. */
    atEnd() {
        const rest = this.#text.length - this.#position;
        return rest === 0 || (rest === 1 && this.#text.endsWith("\n"));
    }
}

;// CONCATENATED MODULE: ./lib/standards/requirement-marker.js

const COMBINATION = /\b(?:or|and)\b/y;
const CONTAINMENT = /\bin\b/y;
const NEGATION = /\bnot\b/y;
const OPERATOR = /===|==|~=|!=|<=|>=|<|>/y;
const STRING = /'[^']*'|"[^"]*"/y;
const VARIABLE = /\b(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;
/** Brackets within brackets at which Python's parser gives up. */
const requirement_marker_DEEPEST = 450;
/** Reads the condition behind the semicolon of a dependency specifier. */
function readMarker(tokens, depth = 0) {
    if (depth > requirement_marker_DEEPEST) {
        throw new RequirementFault("unhandled");
    }
    readAtom(tokens, depth);
    while (tokens.read(COMBINATION) !== undefined) {
        readAtom(tokens, depth);
    }
}
function readAtom(tokens, depth) {
    tokens.skipBlanks();
    if (tokens.take("(")) {
        readMarker(tokens, depth + 1);
        tokens.skipBlanks();
        if (!tokens.take(")")) {
            throw new RequirementFault("invalid");
        }
    }
    else {
        readOperand(tokens);
        tokens.skipBlanks();
        readOperator(tokens);
        tokens.skipBlanks();
        readOperand(tokens);
    }
    tokens.skipBlanks();
}
function readOperator(tokens) {
    if (tokens.read(CONTAINMENT) !== undefined) {
        return;
    }
    if (tokens.read(NEGATION) === undefined) {
        tokens.expect(OPERATOR);
        return;
    }
    if (!tokens.skipBlanks()) {
        throw new RequirementFault("invalid");
    }
    tokens.expect(CONTAINMENT);
}
function readOperand(tokens) {
    if (tokens.read(VARIABLE) !== undefined) {
        return;
    }
    // The text is read as a literal of Python, and nobody expects that to fail.
    if (!isPythonLiteral(tokens.expect(STRING).slice(1, -1))) {
        throw new RequirementFault("unhandled");
    }
}
/** Whether the text can stand between the quotes of a Python string: no line end, no broken escape sequence. */
function isPythonLiteral(content) {
    const plain = content
        .replace(/\\(?:\r\n|[^xuUN])/g, "")
        .replace(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}|N\{[^{}]+\})/g, "");
    return !/[\\\r\n]/.test(plain);
}

;// CONCATENATED MODULE: ./lib/standards/version-specifier.js

const version_specifier_SPACE = `[${python_text/* PYTHON_SPACE */._X}]*`;
const EPOCH = "v?(?:[0-9]+!)?";
const PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
const POST = "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
const DEV = "(?:[-_.]?dev[-_.]?[0-9]*)?";
const LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";
/**
 * One version specifier, as a pattern source for the flag `i`, without white space around it. Which part a version may
 * have depends on the operator: a prefix match and a local part only behind `==` and `!=`, two release numbers behind `~=`.
 */
const SPECIFIER_PATTERN = [
    `===${version_specifier_SPACE}[^${python_text/* PYTHON_SPACE */._X};)]*`,
    `(?:==|!=)${version_specifier_SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})`,
    `~=${version_specifier_SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)+${PRE}${POST}${DEV}`,
    `(?:<=|>=|<|>)${version_specifier_SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*${PRE}${POST}${DEV}`,
].join("|");
const SPECIFIER = new RegExp(`^(?:${SPECIFIER_PATTERN})$`, "i");
/**
 * Whether the text is a comma-separated list of version specifiers (https://packaging.python.org/en/latest/specifications/version-specifiers/),
 * as Requires-Python takes it (M-24). Empty items are skipped, so the empty text is one.
 */
function isSpecifierSet(text) {
    return text
        .split(",")
        .map(python_text/* pythonTrim */.PE)
        .every((item) => item === "" || SPECIFIER.test(item));
}

;// CONCATENATED MODULE: ./lib/standards/requirement.js



const requirement_NAME = /\b[a-zA-Z0-9][a-zA-Z0-9._-]*\b/y;
const URL_TEXT = /[^ \t]+/y;
const requirement_SPECIFIER = new RegExp(SPECIFIER_PATTERN, "iy");
/** Reads a dependency specifier (PEP 508) by the grammar that Python's `packaging` has for it (M-21, M-23). */
function parseRequirement(text) {
    const tokens = new RequirementTokens(text);
    try {
        return readRequirement(tokens);
    }
    catch (error) {
        if (error instanceof RequirementFault) {
            return error.kind;
        }
        throw error;
    }
}
function readRequirement(tokens) {
    tokens.skipBlanks();
    const name = tokens.expect(requirement_NAME);
    tokens.skipBlanks();
    readExtras(tokens);
    tokens.skipBlanks();
    if (tokens.take("@")) {
        return { name, url: readReference(tokens) };
    }
    const specifier = readSpecifiers(tokens);
    tokens.skipBlanks();
    if (!tokens.atEnd()) {
        readCondition(tokens);
    }
    // Arbitrary equality takes a comma for text, the set of specifiers does not.
    if (!isSpecifierSet(specifier)) {
        throw new RequirementFault("unhandled");
    }
    return { name, url: undefined };
}
function readExtras(tokens) {
    if (!tokens.take("[")) {
        return;
    }
    tokens.skipBlanks();
    if (tokens.read(requirement_NAME) !== undefined) {
        tokens.skipBlanks();
        while (tokens.take(",")) {
            tokens.skipBlanks();
            tokens.expect(requirement_NAME);
            tokens.skipBlanks();
        }
    }
    if (!tokens.take("]")) {
        throw new RequirementFault("invalid");
    }
}
/** What is behind the `@`. */
function readReference(tokens) {
    tokens.skipBlanks();
    const url = tokens.expect(URL_TEXT);
    if (!tokens.atEnd() && !tokens.skipBlanks()) {
        throw new RequirementFault("invalid");
    }
    if (!tokens.atEnd()) {
        readCondition(tokens);
    }
    return url;
}
/** The specifiers with their commas, possibly none. */
function readSpecifiers(tokens) {
    const bracketed = tokens.take("(");
    tokens.skipBlanks();
    let specifiers = "";
    for (let item = tokens.read(requirement_SPECIFIER); item !== undefined; item = tokens.read(requirement_SPECIFIER)) {
        specifiers += item;
        tokens.skipBlanks();
        if (!tokens.take(",")) {
            break;
        }
        specifiers += ",";
        tokens.skipBlanks();
    }
    tokens.skipBlanks();
    if (bracketed && !tokens.take(")")) {
        throw new RequirementFault("invalid");
    }
    return specifiers;
}
function readCondition(tokens) {
    if (!tokens.take(";")) {
        throw new RequirementFault("invalid");
    }
    readMarker(tokens);
    tokens.skipBlanks();
    if (!tokens.atEnd()) {
        throw new RequirementFault("invalid");
    }
}

;// CONCATENATED MODULE: ./lib/verification/rules/metadata-dependencies.js






const CORRECT_REQUIREMENT = "Write it as in 'name[extra]>=1.0,<2; python_version < \"3.12\"' (PEP 508) and build again.";
/** M-21. */
function requirementFindings(values) {
    return values.flatMap((value) => {
        const reading = parseRequirement(value);
        if (reading === "invalid") {
            const finding = (0,metadata_violation/* refusal */.x5)("M-21", "any", `${(0,python_repr/* pythonRepr */.U)(value)} is invalid for 'requires-dist'.`, {
                message: `Requires-Dist ${(0,metadata_violation/* shown */.SP)(value)} is no dependency specifier.`,
                remedy: CORRECT_REQUIREMENT,
            });
            return [withBraces(value, finding)];
        }
        return reading === "unhandled" ? [unhandled("M-21", "Requires-Dist", value)] : [];
    });
}
function unhandled(rule, header, value) {
    const message = `${header} ${(0,metadata_violation/* shown */.SP)(value)} cannot be read; PyPI answers with a server error.`;
    return (0,metadata_violation/* failure */.V2)(rule, message, CORRECT_REQUIREMENT);
}
/** M-24. */
function pythonFindings(values) {
    return values
        .filter((value) => !isSpecifierSet(value))
        .map((value) => withBraces(value, (0,metadata_violation/* refusal */.x5)("M-24", "any", `${(0,python_repr/* pythonRepr */.U)(value)} is invalid for 'requires-python'.`, {
        message: `Requires-Python ${(0,metadata_violation/* shown */.SP)(value)} is no list of version specifiers.`,
        remedy: "Write it as in '>=3.9' or '>=3.9,<4', with commas between, and build again.",
    })));
}
/** M-25. */
function extraFindings(values) {
    return values
        .filter((value) => !(0,project_name/* isProjectName */.jD)(value))
        .map((value) => withBraces(value, (0,metadata_violation/* refusal */.x5)("M-25", "any", `${(0,python_repr/* pythonRepr */.U)(value)} is invalid for 'provides-extra'.`, {
        message: `Provides-Extra ${(0,metadata_violation/* shown */.SP)(value)} is no name of an extra.`,
        remedy: "Name the extra with ASCII letters, digits, '-', '_' and '.', a letter or digit at both ends.",
    })));
}
/** M-22 and M-23: no addresses; the two old fields are not parsed before. */
function dependencyViolations(values) {
    return [
        ...(0,metadata_violation/* inField */.K$)("requires-dist", 3, (values.get("requires-dist") ?? []).flatMap((value) => addressFindings("M-22", value, value))),
        ...["provides-dist", "obsoletes-dist"].flatMap((field) => (0,metadata_violation/* inField */.K$)(field, 3, (values.get(field) ?? []).flatMap((value) => oldRequirementFindings(field, value)))),
    ];
}
function addressFindings(rule, value, shownByIndex) {
    const reading = parseRequirement(value);
    if (typeof reading === "string" || reading.url === undefined) {
        return [];
    }
    const finding = (0,metadata_violation/* refusal */.x5)(rule, "pypi", `Can't have direct dependency: ${shownByIndex}.`, {
        message: `The dependency ${(0,metadata_violation/* shown */.SP)(value)} is an address; PyPI takes no file with such a dependency, in whichever extra.`,
        remedy: `Depend on a released version of ${reading.name}, or move the address into a dependency group or a requirements file.`,
    });
    return [finding];
}
/** The index's text about a syntax error has several lines (H-22). */
function oldRequirementFindings(field, value) {
    const reading = parseRequirement(value);
    if (reading === "unhandled") {
        return [unhandled("M-23", field, value)];
    }
    if (reading !== "invalid") {
        return addressFindings("M-23", value, (0,python_repr/* pythonRepr */.U)(value));
    }
    const text = `${(0,python_repr/* pythonRepr */.U)(value)} is invalid: not a dependency specifier\n    ${value}\n    ^.`;
    const message = `The value ${(0,metadata_violation/* shown */.SP)(value)} of ${field} is no dependency specifier.`;
    return [(0,metadata_violation/* refusal */.x5)("M-23", "pypi", text, { message, remedy: "Correct or remove the field; hardly anything reads it." })];
}

;// CONCATENATED MODULE: ./lib/standards/content-type.js

/** Type and parameters of a content type (RFC 2045). Reads everything somehow; RFC 2231 extensions are left out. */
function parseContentType(value) {
    const at = value.indexOf(";");
    const head = (0,python_text/* pythonTrim */.PE)(at < 0 ? value : value.slice(0, at)).toLowerCase();
    const byName = new Map();
    for (const parameter of at < 0 ? [] : splitParameters(value.slice(at + 1)).map(withoutComments)) {
        const [, name = "", equals, text = ""] = /^([^=]*)(=)?(.*)$/s.exec(parameter) ?? [];
        const content = equals === undefined ? "" : parameterValue(text.trim());
        const key = name.trim();
        // The first of one spelling counts, but the last of all spellings that differ in case.
        if (/^[^\s*'%"()]+$/.test(key) && content !== undefined && !byName.has(key)) {
            byName.set(key, content);
        }
    }
    const parameters = new Map([...byName].map(([name, content]) => [name.toLowerCase(), content]));
    return { type: head.split("/").length === 2 ? head : "text/plain", parameters };
}
/** Splits at semicolons outside quotes. */
function splitParameters(text) {
    return text.match(/(?:"(?:\\.|[^"\\])*"?|[^;"])+/gs) ?? [];
}
/** A comment that is left open reaches to the end. */
function withoutComments(parameter) {
    return parameter.includes('"') ? parameter : parameter.replace(/\([^()]*\)?/g, "");
}
/** Undefined for what is no value. */
function parameterValue(text) {
    const [, quoted] = /^"((?:\\.|[^"\\])*)/s.exec(text) ?? [];
    if (quoted !== undefined) {
        return quoted.replace(/\\(.)/gs, "$1");
    }
    const token = /^[^\s()<>@,;:\\"/[\]?=*'%]+/.exec(text)?.[0];
    return token === undefined || /[*'%]/.test(text.charAt(token.length)) ? undefined : token;
}

// EXTERNAL MODULE: ./lib/standards/metadata-draft.js
var metadata_draft = __webpack_require__(9448);
;// CONCATENATED MODULE: ./lib/verification/rules/metadata-description.js






const LONGEST_SUMMARY = 512;
/** M-06: line feeds only; a lone carriage return passes. */
function summaryFindings([summary = ""]) {
    if (!summary.includes("\n")) {
        return [];
    }
    const message = "Summary has several lines; it may have one only.";
    return [(0,metadata_violation/* refusal */.x5)("M-06", "any", "'summary' must be a single line.", { message, remedy: metadata_draft/* CORRECT */.Xt })];
}
/** M-07, in code points. */
function summaryLengthViolations(values) {
    const length = [...(values.get("summary")?.[0] ?? "")].length;
    if (length <= LONGEST_SUMMARY) {
        return [];
    }
    const finding = (0,metadata_violation/* refusal */.x5)("M-07", "pypi", `'summary' field must be ${LONGEST_SUMMARY} characters or less.`, {
        message: `Summary has ${length} characters; PyPI takes ${LONGEST_SUMMARY}.`,
        remedy: "Shorten the project's description line; more text belongs into the readme.",
    });
    return (0,metadata_violation/* inField */.K$)("summary", 3, [finding]);
}
const TYPES = ["text/plain", "text/x-rst", "text/markdown"];
const VARIANTS = ["GFM", "CommonMark"];
const FIELD = "'description-content-type'";
/** M-08 to M-10. */
function contentTypeFindings([value = ""]) {
    if ((0,python_text/* isSeveralPythonLines */.El)(value)) {
        const message = "There is a line end inside Description-Content-Type, which PyPI answers with a server error.";
        return [(0,metadata_violation/* failure */.V2)("M-08", message, metadata_draft/* CORRECT */.Xt)];
    }
    const { type, parameters } = parseContentType(value);
    const finding = typeFinding(value, type) ??
        charsetFinding(parameters.get("charset")) ??
        variantFinding(type, parameters.get("variant"));
    return finding === undefined ? [] : [finding];
}
function typeFinding(value, type) {
    if (TYPES.includes(type) && value.toLowerCase().includes(type)) {
        return undefined;
    }
    const text = `${FIELD} must be one of ${(0,python_repr/* pythonReprList */.S)(TYPES)}, not ${(0,python_repr/* pythonRepr */.U)(value)}.`;
    const finding = (0,metadata_violation/* refusal */.x5)("M-08", "pypi", text, {
        message: `Description-Content-Type ${(0,metadata_violation/* shown */.SP)(value)} is none that PyPI can render.`,
        remedy: `Use one of ${TYPES.join(", ")}.`,
    });
    return withBraces(value, finding);
}
function charsetFinding(charset = "UTF-8") {
    if (charset === "UTF-8") {
        return undefined;
    }
    const text = `${FIELD} can only specify the UTF-8 charset, not ${(0,python_repr/* pythonRepr */.U)(charset)}.`;
    const message = `Description-Content-Type names the charset ${(0,metadata_violation/* shown */.SP)(charset)}; PyPI takes UTF-8 only, in upper case.`;
    const say = { message, remedy: "Write charset=UTF-8 or leave it out." };
    // From release 26.3 on the library takes lower case as well; PyPI will when it has that release.
    return charset.toUpperCase() === "UTF-8"
        ? (0,metadata_violation/* datedRefusal */.pw)("M-09", text, say)
        : withBraces(charset, (0,metadata_violation/* refusal */.x5)("M-09", "pypi", text, say));
}
function variantFinding(type, variant = "GFM") {
    if (type !== "text/markdown" || VARIANTS.includes(variant)) {
        return undefined;
    }
    const text = `valid Markdown variants for ${FIELD} are ${(0,python_repr/* pythonReprList */.S)(VARIANTS)}, not ${(0,python_repr/* pythonRepr */.U)(variant)}.`;
    const message = `Description-Content-Type names the Markdown variant ${(0,metadata_violation/* shown */.SP)(variant)}, which PyPI does not know.`;
    const remedy = "Write variant=GFM or variant=CommonMark, or leave it out.";
    return withBraces(variant, (0,metadata_violation/* refusal */.x5)("M-10", "pypi", text, { message, remedy }));
}

// EXTERNAL MODULE: ./lib/standards/metadata-version.js
var metadata_version = __webpack_require__(2980);
;// CONCATENATED MODULE: ./lib/verification/rules/metadata-version.js






/** Whether a metadata version is newer than what these rules know: of the form, and of the same major version. */
function isNewerMetadata(declared) {
    return declared !== undefined && /^2\.[0-9]{1,4}$/.test(declared) && (0,metadata_version/* precedes */.yN)(metadata_version/* NEWEST_METADATA_VERSION */.ez, declared);
}
/** M-01. A newer minor version than known is no reason to stop: the index may have learned it since. */
function metadataVersionFindings(declared) {
    if (declared !== undefined && metadata_version/* METADATA_VERSIONS */.mi.includes(declared)) {
        return [];
    }
    const text = `${declared === undefined ? "None" : (0,python_repr/* pythonRepr */.U)(declared)} is not a valid metadata version.`;
    if (declared === undefined) {
        return [(0,metadata_violation/* refusal */.x5)("M-01", "any", text, { message: "The metadata has no Metadata-Version.", remedy: metadata_draft/* REBUILD */.UR })];
    }
    if (isNewerMetadata(declared)) {
        const message = `Metadata-Version ${declared} is newer than ${metadata_version/* NEWEST_METADATA_VERSION */.ez}, the newest known to this check; PyPI may not take it yet.`;
        return [(0,metadata_violation/* datedRefusal */.pw)("M-01", text, { message, remedy: "If the upload is refused, build with an older back end." })];
    }
    const scope = declared === "2.0" ? "pypi" : "any";
    const message = declared === "2.0"
        ? "Metadata-Version 2.0 was withdrawn; PyPI refuses it."
        : `Metadata-Version ${(0,metadata_violation/* shown */.SP)(declared)} does not exist.`;
    return [withBraces(declared, (0,metadata_violation/* refusal */.x5)("M-01", scope, text, { message, remedy: metadata_draft/* REBUILD */.UR }))];
}
const DEPRECATED = new Set(["home-page", "download-url", "requires", "provides", "obsoletes"]);
/** M-02: a field that the declared metadata version does not have yet. Deprecated fields are never too new. */
function agedFieldFinding(field, since, declared) {
    if (declared === undefined ||
        !metadata_version/* METADATA_VERSIONS */.mi.includes(declared) ||
        DEPRECATED.has(field) ||
        !(0,metadata_version/* precedes */.yN)(declared, since)) {
        return undefined;
    }
    return (0,metadata_violation/* refusal */.x5)("M-02", "pypi", `${field} introduced in metadata version ${since}, not ${declared}.`, {
        message: `The field ${field} came with metadata version ${since}, but the file declares ${declared}.`,
        remedy: metadata_draft/* REBUILD */.UR,
    });
}
/** M-04. */
function versionFindings(version) {
    if (version === undefined) {
        const message = "The metadata has no Version.";
        return [(0,metadata_violation/* refusal */.x5)("M-04", "any", "'version' is a required field.", { message, remedy: metadata_draft/* CORRECT */.Xt })];
    }
    if ((0,standards_version/* parseVersion */.ot)(version) !== undefined) {
        return [];
    }
    const finding = (0,metadata_violation/* refusal */.x5)("M-04", "any", `${(0,python_repr/* pythonRepr */.U)(version)} is invalid for 'version'.`, {
        message: `Version ${(0,metadata_violation/* shown */.SP)(version)} is no version of PEP 440.`,
        remedy: "Use a version such as 1.2.3, 1.2.3rc1, 1.2.3.post1 or 1.2.3.dev4.",
    });
    return [withBraces(version, finding)];
}
/** M-05: local versions are for private indexes. */
function localVersionViolations(values) {
    const version = values.get("version")?.[0] ?? "";
    const local = (0,standards_version/* parseVersion */.ot)(version)?.local;
    if (local === undefined) {
        return [];
    }
    const normalized = (0,standards_version/* normalizeVersion */.Qj)(version) ?? version;
    const finding = (0,metadata_violation/* refusal */.x5)("M-05", "pypi", `The use of local versions in ${(0,python_repr/* pythonRepr */.U)(normalized)} is not allowed.`, {
        message: `Version ${(0,metadata_violation/* shown */.SP)(version)} has the local part ${(0,metadata_violation/* shown */.SP)(`+${local}`)}, with which PyPI takes no file.`,
        remedy: `Publish as ${normalized.slice(0, normalized.indexOf("+"))}: build from a tag, or, with setuptools-scm, with local_scheme = "no-local-version".`,
    });
    return (0,metadata_violation/* inField */.K$)("version", 3, [finding]);
}

;// CONCATENATED MODULE: ./lib/verification/rules/metadata-dynamic.js






const NEVER_DYNAMIC = ["name", "version", "metadata-version"];
const FIELDS = new Set(core_metadata/* METADATA_FIELDS */.A.map(({ header }) => header.toLowerCase()));
/** M-26 and M-27, but for `Dynamic` itself. Metadata newer than known may have fields that are not known either. */
function dynamicFindings(values, declared) {
    return values.flatMap((value) => {
        const name = value.toLowerCase();
        if (NEVER_DYNAMIC.includes(name)) {
            const text = `${(0,python_repr/* pythonRepr */.U)(name)} is not allowed as a dynamic field.`;
            const message = `Dynamic names ${(0,metadata_violation/* shown */.SP)(value)}, which cannot change between source and wheel.`;
            return [(0,metadata_violation/* refusal */.x5)("M-26", "any", text, { message, remedy: metadata_draft/* REBUILD */.UR })];
        }
        if (FIELDS.has(name)) {
            return [];
        }
        const text = `${(0,python_repr/* pythonRepr */.U)(name)} is not a valid dynamic field.`;
        const say = { message: `Dynamic names ${(0,metadata_violation/* shown */.SP)(value)}, which is no field of core metadata.`, remedy: metadata_draft/* REBUILD */.UR };
        return [
            isNewerMetadata(declared) ? (0,metadata_violation/* datedRefusal */.pw)("M-27", text, say) : withBraces(name, (0,metadata_violation/* refusal */.x5)("M-27", "any", text, say)),
        ];
    });
}
/** The rest of M-27, which the index judges itself. */
function dynamicViolations(values) {
    if (!(values.get("dynamic") ?? []).some((value) => value.toLowerCase() === "dynamic")) {
        return [];
    }
    const finding = (0,metadata_violation/* refusal */.x5)("M-27", "pypi", "Dynamic field 'dynamic' is not a valid dynamic field.", {
        message: "Dynamic names itself.",
        remedy: metadata_draft/* REBUILD */.UR,
    });
    return (0,metadata_violation/* inField */.K$)("dynamic", 3, [finding]);
}

;// CONCATENATED MODULE: ./lib/standards/import-name.js

/** Words that no Python module can be called. The soft keywords (`match`, `type`) are not among them. */
const KEYWORDS = new Set("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(" "));
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
/** Why the text is no Import-Name: dotted identifiers, behind a semicolon only `private` (PEP 794, M-31). Undefined when it is. */
function importNameFault(value) {
    const at = value.indexOf(";");
    const name = (0,python_text/* pythonTrimEnd */.a_)(at < 0 ? value : value.slice(0, at));
    for (const part of name.split(".")) {
        if (!IDENTIFIER.test(part)) {
            return { kind: "identifier", name, part };
        }
        if (KEYWORDS.has(part)) {
            return { kind: "keyword", name, part };
        }
    }
    return at >= 0 && (0,python_text/* pythonTrimStart */.BM)(value.slice(at + 1)) !== "private" ? { kind: "option" } : undefined;
}

;// CONCATENATED MODULE: ./lib/verification/rules/metadata-import-names.js




/** M-31, for Import-Name and Import-Namespace. */
function importNameFindings(values, field) {
    return values.flatMap((value) => {
        const fault = importNameFault(value);
        if (fault === undefined) {
            return [];
        }
        const named = fault.kind === "option" ? value : fault.name;
        const text = `${(0,python_repr/* pythonRepr */.U)(named)} is invalid for ${(0,python_repr/* pythonRepr */.U)(field)}; ${reason(fault)}.`;
        const finding = (0,metadata_violation/* refusal */.x5)("M-31", "any", text, {
            message: `The value ${(0,metadata_violation/* shown */.SP)(value)} of ${field} is no name that Python can import.`,
            remedy: "Write it as in 'package.module' or '_package; private' and build again.",
        });
        return [withBraces(named, finding)];
    });
}
function reason(fault) {
    switch (fault.kind) {
        case "identifier":
            return `${(0,python_repr/* pythonRepr */.U)(fault.part)} is not a valid identifier`;
        case "keyword":
            return `${(0,python_repr/* pythonRepr */.U)(fault.part)} is a keyword`;
        case "option":
            return "the only valid option is 'private'";
    }
}

;// CONCATENATED MODULE: ./lib/verification/rules/metadata-repeated.js




/** M-32: a field that may stand there once, several times. */
function repeatedFieldViolations(values) {
    return core_metadata/* METADATA_FIELDS */.A.filter(({ header, multiple }) => !multiple && (values.get(header.toLowerCase())?.length ?? 0) > 1).flatMap(({ header, field }) => (0,metadata_violation/* inField */.K$)(field, 1, [
        (0,metadata_violation/* refusal */.x5)("M-32", "any", `${(0,python_repr/* pythonRepr */.U)(field)} has invalid data.`, {
            message: `${header} stands there several times; it may have one value only.`,
            remedy: metadata_draft/* CORRECT */.Xt,
        }),
    ]));
}

// EXTERNAL MODULE: ./lib/verification/rules/project-name.js + 2 modules
var rules_project_name = __webpack_require__(9110);
;// CONCATENATED MODULE: ./lib/standards/web-address.js
const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^\\/?#]*))?([^?#]*)(?:\?([^#]*))?/;
const HIGHEST_PORT = 65_535;
/**
 * Whether PyPI takes the text for an http(s) address: the weak check of M-17. There has to be a scheme, path and query
 * have no square brackets, a port is at most 65535; a host is not required, and an authority that cannot be taken apart
 * is not judged at all.
 */
function isWebAddress(value) {
    const [, scheme = "", authority = "", path = "", query = ""] = PARTS.exec(value) ?? [];
    if (!["http", "https"].includes(scheme.toLowerCase()) || /[[\]]/.test(withoutDotSegments(path) + query)) {
        return false;
    }
    const port = portOf(authority);
    return port === undefined || port <= HIGHEST_PORT;
}
/** What `..` takes back is not judged (RFC 3986, 5.2.4). */
function withoutDotSegments(path) {
    const segments = [];
    for (const segment of path.split("/")) {
        if (segment === "..") {
            segments.pop();
        }
        else {
            segments.push(segment);
        }
    }
    return segments.join("/");
}
// RFC 3986, 3.2. The registered name is greedy: digits go to the port only behind a colon.
const AUTHORITY = /^(?:(?:[A-Za-z0-9._~\-!$&'()*+,;=:]|%[0-9A-Fa-f]{2})+@)?((?:[A-Za-z0-9._~\-!$&'()*+,;=]|%[0-9A-Fa-f]{2})*|\[[^\]]*\]):?([0-9]{1,5})?\n?$/;
function portOf(authority) {
    const [, host = "", digits] = AUTHORITY.exec(authority) ?? [];
    return digits !== undefined && isHost(host) ? Number(digits) : undefined;
}
function isHost(host) {
    if (host.startsWith("[")) {
        const literal = host.slice(1, -1);
        return /^v[0-9A-Fa-f]+\.[A-Za-z0-9._~\-!$&'()*+,;=:]+$/.test(literal) || isIpv6(literal);
    }
    return !IPV4_FORM.test(host) || isIpv4(host);
}
const IPV4_FORM = /^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$/;
function isIpv4(host) {
    return host.split(".").every((byte) => Number(byte) <= 255);
}
function isIpv6(literal) {
    const [address = "", ...zone] = literal.split("%");
    if (zone.length > 0 && !/^%(?:25)?(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+$/.test(`%${zone.join("%")}`)) {
        return false;
    }
    const halves = address.split("::");
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    const last = groups.at(-1) ?? "";
    // Four bytes in decimal count for two groups, at the very end only.
    const decimal = IPV4_FORM.test(last) && !address.endsWith("::");
    const length = groups.length + (decimal ? 1 : 0);
    const hexadecimal = decimal ? groups.slice(0, -1) : groups;
    return (hexadecimal.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) &&
        ((halves.length === 1 && length === 8) || (halves.length === 2 && length <= 7)));
}

;// CONCATENATED MODULE: ./lib/verification/rules/url.js





const url_LONGEST_LABEL = 32;
const USE_ADDRESS = "Give an absolute http or https address.";
/** A value is split at its first comma; without one it is all label. */
function splitProjectUrl(value) {
    const at = value.indexOf(",");
    return at < 0
        ? { label: (0,python_text/* pythonTrim */.PE)(value), url: "" }
        : { label: (0,python_text/* pythonTrim */.PE)(value.slice(0, at)), url: (0,python_text/* pythonTrim */.PE)(value.slice(at + 1)) };
}
/** M-20: stage 1, with the form's name of the field. */
function projectUrlLabelViolations(values) {
    const labels = (values.get("project-url") ?? []).map((value) => splitProjectUrl(value).label);
    const seen = new Set();
    const twice = labels.find((label) => seen.size === seen.add(label).size);
    if (twice === undefined) {
        return [];
    }
    const finding = (0,metadata_violation/* refusal */.x5)("M-20", "pypi", "'project_urls' has invalid data.", {
        message: `Two Project-URL have the label ${(0,metadata_violation/* shown */.SP)(twice)}.`,
        remedy: `Give each address a label of its own. ${metadata_draft/* CORRECT */.Xt}`,
    });
    return (0,metadata_violation/* inField */.K$)("project_urls", 1, [finding]);
}
/** M-17 to M-19. */
function urlViolations(values) {
    return [
        ...["home-page", "download-url"].flatMap((field) => {
            const value = values.get(field)?.[0];
            return value === undefined ? [] : (0,metadata_violation/* inField */.K$)(field, 3, url_addressFindings("M-17", field, value));
        }),
        ...(0,metadata_violation/* inField */.K$)("project-url", 3, (values.get("project-url") ?? []).flatMap(projectUrlFindings)),
    ];
}
function url_addressFindings(rule, field, value) {
    if (isWebAddress(value)) {
        return [];
    }
    const message = `The address ${(0,metadata_violation/* shown */.SP)(value)} in ${field} is no http or https address.`;
    return [(0,metadata_violation/* refusal */.x5)(rule, "pypi", `${(0,python_repr/* pythonRepr */.U)(value)} is not a valid url.`, { message, remedy: USE_ADDRESS })];
}
function projectUrlFindings(value) {
    const { label, url } = splitProjectUrl(value);
    if (label === "") {
        const message = `Project-URL ${(0,metadata_violation/* shown */.SP)(value)} has no label.`;
        const remedy = "Write it as 'label, https://…'.";
        return [(0,metadata_violation/* refusal */.x5)("M-18", "pypi", "Must have a label.", { message, remedy })];
    }
    const length = [...label].length;
    if (length > url_LONGEST_LABEL) {
        const text = `${(0,python_repr/* pythonRepr */.U)(label)} must be ${url_LONGEST_LABEL} characters or less.`;
        const message = `The label ${(0,metadata_violation/* shown */.SP)(label)} of a Project-URL has ${length} characters; PyPI takes ${url_LONGEST_LABEL}.`;
        return [(0,metadata_violation/* refusal */.x5)("M-18", "pypi", text, { message, remedy: "Shorten the label." })];
    }
    if (url === "") {
        const message = `Project-URL ${(0,metadata_violation/* shown */.SP)(value)} has no address behind its label.`;
        return [(0,metadata_violation/* refusal */.x5)("M-19", "pypi", "Must have a URL.", { message, remedy: USE_ADDRESS })];
    }
    return url_addressFindings("M-19", "project-url", url);
}

;// CONCATENATED MODULE: ./lib/verification/rules/metadata.js













const LIBRARY_CHECKS = {
    summary: summaryFindings,
    "description-content-type": contentTypeFindings,
    "requires-dist": requirementFindings,
    "requires-python": pythonFindings,
    "provides-extra": extraFindings,
    "license-expression": licenseExpressionFindings,
    "license-file": licenseFileFindings,
    "import-name": importNameFindings,
    "import-namespace": importNameFindings,
};
/** The index's own checks, after those that any reader of metadata makes. */
const INDEX_CHECKS = [
    localVersionViolations,
    summaryLengthViolations,
    emailViolations,
    classifierViolations,
    urlViolations,
    dependencyViolations,
    dynamicViolations,
    licenseFieldViolations,
];
/**
 * Every rule of group M that the fields of an upload form break, but for the rendering of the description (M-11 to M-13).
 *
 * All three stages of M-34 are judged, whatever the one before found: stage 1, then stage 2 in the order of the fields,
 * then stage 3.
 *
 * @param fields Values in order, under the names of the upload form; empty ones count as absent.
 */
function metadataViolations(fields) {
    const values = presentValues(fields);
    return [
        ...repeatedFieldViolations(values),
        ...projectUrlLabelViolations(values),
        ...libraryViolations(values),
        ...INDEX_CHECKS.flatMap((check) => check(values)),
    ];
}
/** H-12: a field whose only value is empty counts as not sent. */
function presentValues(fields) {
    const values = new Map();
    for (const { header, field } of core_metadata/* METADATA_FIELDS */.A) {
        const sent = fields.get(field);
        if (sent !== undefined && sent.length > 0 && !(sent.length === 1 && sent[0] === "")) {
            values.set(header.toLowerCase(), sent);
        }
    }
    return values;
}
function libraryViolations(values) {
    const declared = values.get("metadata-version")?.[0];
    const name = (0,rules_project_name/* nameFinding */.jE)(values.get("name")?.[0]);
    return [
        ...(0,metadata_violation/* inField */.K$)("metadata-version", 2, metadataVersionFindings(declared)),
        ...(0,metadata_violation/* inField */.K$)("name", 2, name === undefined ? [] : [name]),
        ...(0,metadata_violation/* inField */.K$)("version", 2, versionFindings(values.get("version")?.[0])),
        ...core_metadata/* METADATA_FIELDS */.A.flatMap(({ header, since }) => {
            const field = header.toLowerCase();
            const sent = values.get(field);
            return sent === undefined ? [] : (0,metadata_violation/* inField */.K$)(field, 2, fieldFindings(field, sent, since, declared));
        }),
    ];
}
function fieldFindings(field, sent, since, declared) {
    const aged = agedFieldFinding(field, since, declared);
    if (aged !== undefined) {
        return [aged];
    }
    return field === "dynamic" ? dynamicFindings(sent, declared) : (LIBRARY_CHECKS[field]?.(sent, field) ?? []);
}

// EXTERNAL MODULE: ./lib/archive/gzip.js
var gzip = __webpack_require__(8048);
// EXTERNAL MODULE: ./lib/archive/limits.js
var limits = __webpack_require__(2476);
// EXTERNAL MODULE: ./lib/archive/tar.js + 1 modules
var tar = __webpack_require__(2391);
// EXTERNAL MODULE: ./lib/archive/tar-header.js
var tar_header = __webpack_require__(4551);
;// CONCATENATED MODULE: ./lib/archive/tar-kind.js



/** First bytes of what Python's tarfile inflates besides gzip: bzip2, xz, Zstandard. */
const OTHER_COMPRESSIONS = ["BZh", "\u00fd7zXZ\u0000", "\u0028\u00b5\u002f\u00fd"];
/**
 * True for a tar archive without compression, or compressed otherwise than by
 * gzip; the latter is told by its first bytes, nothing is inflated (S-03).
 */
async function isForeignTar(source) {
    const head = await source.read(0, tar_header/* TAR_BLOCK_BYTES */.E_);
    const text = head.toString("latin1", 0, 8);
    return (OTHER_COMPRESSIONS.some((magic) => text.startsWith(magic)) ||
        (head.length === tar_header/* TAR_BLOCK_BYTES */.E_ && (0,tar_header/* readTarHeader */.RO)(Buffer.from(head)) !== undefined));
}
/** True when Python's tarfile takes the file for a tar archive under any compression (S-01, W-05). */
async function isTar(source) {
    const parser = new tar/* TarParser */.J(() => undefined);
    const end = await (0,gzip/* readGzip */.H)(source, (chunk) => {
        parser.push(chunk);
        return !parser.recognized && !parser.done;
    });
    return end === "not-gzip" ? isForeignTar(source) : parser.recognized;
}

// EXTERNAL MODULE: ./lib/archive/zip-directory.js
var zip_directory = __webpack_require__(7007);
;// CONCATENATED MODULE: ./lib/verification/rules/archive-judgement.js

const archive_judgement_REBUILD = "Build the distribution again with a current build back end, and compare the SHA-256 of the file with that of the build: it may have been cut or altered on the way.";
/** A refusal of the archive; the index begins all of these texts alike. */
function refused(rule, scope, reason, wording) {
    return { rule, effect: "reject", scope, text: `Invalid distribution file. ${reason}`, ...wording };
}
/** Something the index fails on. */
function archive_judgement_unhandled(rule, scope, wording) {
    return { rule, effect: "server-error", scope, ...wording };
}
/** Something the index takes without a word: a caution, whatever the index. */
function taken(rule, wording) {
    return { rule, effect: "accept", scope: "any", ...wording };
}
/** Something the index takes, of which tools read different things, whatever the index. */
function ambiguous(rule, wording) {
    return { rule, effect: "ambiguous", scope: "any", ...wording };
}
/** A refusal of what is in the file, with the whole text of the index. */
function refusedContent(rule, scope, text, wording) {
    return { rule, effect: "reject", scope, text, ...wording };
}
/** S-08, W-25. */
function missingLicense(rule, filename, license, path) {
    return refusedContent(rule, "pypi", `License-File ${license} does not exist in distribution file ${filename} at ${path}`, {
        message: `The metadata name the licence file ${(0,quote/* quote */.h)(license)}, but the archive has no ${(0,quote/* quote */.h)(path)}.`,
        remedy: "Put the file into the distribution, or correct license-files in the project's metadata.",
    });
}
const SHOWN = 3;
/** `"a", "b", "c" and 7 more` */
function listed(names) {
    const shown = names
        .slice(0, SHOWN)
        .map((name) => (0,quote/* quote */.h)(name))
        .join(", ");
    return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}

// EXTERNAL MODULE: ./lib/archive/zip-entry.js
var zip_entry = __webpack_require__(6360);
;// CONCATENATED MODULE: ./lib/verification/rules/archive-zip.js




const BOMB_BYTES = 67_108_864;
const BOMB_RATIO = 50;
/** Python reads zip archives up to version 6.3. */
const NEWEST_VERSION = 63;
/** Opens a zip archive and judges it as a whole: W-01 to W-05 and S-01. No `zip` when it cannot be read. */
async function openZip(source) {
    const violations = [];
    try {
        const place = await (0,zip_directory/* findZipDirectory */._4)(source);
        if (await isTar(source)) {
            violations.push(zipAndTar("W-05"));
        }
        const entries = await (0,zip_directory/* readZipDirectory */.x5)(source, place);
        const total = entries.reduce((sum, { size }) => sum + size, 0);
        const bomb = total > BOMB_BYTES && total > BOMB_RATIO * source.size;
        violations.push(...archive_zip_versionViolations(entries), ...(bomb ? [bombViolation(total)] : []), ...methodViolations(entries));
        return { zip: { source, place, entries, bomb }, violations };
    }
    catch (error) {
        violations.push(openingViolation(error));
        return { zip: undefined, violations };
    }
}
/** S-01, W-05. */
function zipAndTar(rule) {
    return refused(rule, "pypi", "File is both a zip and a tar file", {
        message: "The file is a zip archive and a tar archive at the same time.",
        remedy: "Build the distribution again; look for data put in front of the archive or behind it.",
    });
}
function openingViolation(error) {
    if (error instanceof zip_directory/* NotZip */.RS) {
        return refused("W-01", "any", "File is not a zipfile", {
            message: `The file is not a zip archive: ${error.message}.`,
            remedy: archive_judgement_REBUILD,
        });
    }
    if (error instanceof zip_entry/* ZipUnreadable */.ZB) {
        return refused("W-02", "any", "None", {
            message: `The central directory of the zip archive cannot be read: ${error.message}.`,
            remedy: archive_judgement_REBUILD,
        });
    }
    if (error instanceof zip_directory/* ZipTooLarge */.hI) {
        return taken("W-31", {
            message: `The archive ${error.message}; its members were not checked.`,
            remedy: "Split the project into several distributions.",
        });
    }
    throw error;
}
function archive_zip_versionViolations(entries) {
    const names = entries.filter(({ versionNeeded }) => versionNeeded > NEWEST_VERSION).map(({ name }) => name);
    return names.length === 0
        ? []
        : [
            archive_judgement_unhandled("W-30", "any", {
                message: `A version of the zip format above 6.3 is demanded by ${listed(names)}.`,
                remedy: archive_judgement_REBUILD,
            }),
        ];
}
function bombViolation(total) {
    return refused("W-03", "pypi", `File exceeds compression ratio of ${BOMB_RATIO}`, {
        message: `The members are ${total} bytes without compression: more than 64 MiB and more than ${BOMB_RATIO} times the size of the file.`,
        remedy: "Leave large constant data out, or make them when the package is used.",
    });
}
function methodViolations(entries) {
    const names = entries.filter(({ method }) => method !== zip_entry/* STORED */.SD && method !== zip_entry/* DEFLATED */.aE).map(({ name }) => name);
    return names.length === 0
        ? []
        : [
            refused("W-04", "pypi", "File does not use a supported compression type", {
                message: `Neither stored nor deflated: ${listed(names)}.`,
                remedy: "Write the archive with deflate as its only compression.",
            }),
        ];
}

;// CONCATENATED MODULE: ./lib/verification/rules/archive-names.js

const PARENT = /(?:^|[/\\])\.\.(?:[/\\]|$)/;
/** Without any of these a name is its own path. */
const DETOUR = /\\|\/\/|(?:^|\/)\.\.?(?:\/|$)/;
/** True for a name that leads out of the folder an archive is unpacked into. */
function leadsOutside(name) {
    return name.startsWith("/") || /^[a-zA-Z]:/.test(name) || PARENT.test(name);
}
/**
 * The path that a name stands for once it is unpacked, whatever the system: the same for `a/b`, `./a//b` and `a\\b`;
 * it begins with `..` where it leads out. In linear time, which node's `normalize` does not keep.
 */
function unpackedPath(name) {
    if (!DETOUR.test(name)) {
        return name.endsWith("/") ? name.slice(0, -1) : name;
    }
    const parts = [];
    for (const part of name.split(/[/\\]+/)) {
        if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") {
            parts.pop();
        }
        else if (part !== "." && part !== "") {
            parts.push(part);
        }
    }
    return parts.join("/");
}
/** Members of a wheel whose names tools read differently, so that one may stand for another (W-31). */
function ambiguousNames(entries) {
    const renamed = entries.filter(({ name, ownName }) => name !== ownName).map(({ ownName }) => ownName);
    const shared = sharing(new Set(entries.map(({ name }) => name)), unpackedPath);
    const told = [
        [
            renamed,
            "Members that some tools know by another name (NUL in it, or a Unicode path that differs)",
            "Remove that.",
        ],
        [shared, "Several names of members stand for one path, so that one replaces the other", "Keep one of them."],
    ];
    return told
        .filter(([members]) => members.length > 0)
        .map(([members, what, remedy]) => ambiguous("W-31", { message: `${what}: ${listed(members)}.`, remedy }));
}
/** What the index does not look at in the names of a wheel's members, but tools that unpack do (W-31). */
function nameViolations(names) {
    const outside = names.filter(leadsOutside);
    const backslashes = names.filter((name) => name.includes("\\"));
    const told = [
        [
            outside,
            "Names of members that lead out of the wheel; installers refuse them",
            "Put every file below the top of the wheel, under a relative name.",
        ],
        [backslashes, "Names of members with a backslash, which not all systems read alike", "Write names with slashes."],
        [
            sameButForCase(names),
            "Names of members that differ only in case or in the form of accents; on some systems one replaces the other",
            "Rename one of each.",
        ],
    ];
    return told
        .filter(([members]) => members.length > 0)
        .map(([members, what, remedy]) => taken("W-31", { message: `${what}: ${listed(members)}.`, remedy }));
}
function sameButForCase(names) {
    return sharing(new Set(names), (name) => name.normalize("NFC").toLowerCase());
}
/** The names that share their key with another one; little is held for the others. */
function sharing(names, keyOf) {
    const first = new Map();
    const found = new Set();
    for (const name of names) {
        const key = keyOf(name);
        const other = first.get(key);
        if (other === undefined) {
            first.set(key, name);
        }
        else {
            found.add(other).add(name);
        }
    }
    return [...found];
}

;// CONCATENATED MODULE: ./lib/verification/rules/code-scan.js


/** Larger members are not searched (S-07). */
const SCANNED_BYTES = 5 * 1024 * 1024;
/** What all marks of PyArmor begin with: most modules are searched for this alone. */
const PYARMOR_BEGINNING = "__pyarmor_";
/** Any of these marks PyArmor (S-07). */
const PYARMOR = [
    "__pyarmor__(__name__, __file__,",
    "__pyarmor_enter__",
    "__pyarmor_exit__",
    "__pyarmor_assert__",
    "__pyarmor_bcc__",
];
/** Both together mark SourceDefender (S-07). */
const SOURCE_DEFENDER = ["---BEGIN PYE FILE---", "---END PYE FILE---"];
/** True for what the index takes for a module, and reads whole whatever its size: by the suffix as Python's pathlib sees it. */
function isModule(name) {
    if (!/\.py/i.test(name)) {
        return false;
    }
    const path = unpackedPath(name);
    return !name.endsWith("/") && /^\.*[^.].*\.pye?$/is.test(path.slice(path.lastIndexOf("/") + 1));
}
/** True for the members that are searched (S-07, W-07). */
function isScanned(name, size) {
    return size <= SCANNED_BYTES && isModule(name);
}
/** S-07, W-07. */
function encryptedCode(rule, tool, members) {
    return refused(rule, "pypi", `${tool}-encrypted content is not allowed.`, {
        message: `Code encrypted by ${tool} is in ${listed(members)}.`,
        remedy: "Publish readable code; PyPI takes no encrypted modules.",
    });
}
/** No mark is longer. */
const LONGEST_MARK = Math.max(...[...PYARMOR, ...SOURCE_DEFENDER].map(({ length }) => length));
/** Searches a module piece by piece, whatever its size: of what has been seen only the last bytes are held. */
class CodeScan {
    #end = Buffer.alloc(0);
    #pyarmor = false;
    #defender = new Set();
    chunk(bytes) {
        if (this.#end.length > 0) {
            this.#search(Buffer.concat([this.#end, bytes.subarray(0, LONGEST_MARK)]));
        }
        this.#search(bytes);
        const end = bytes.length < LONGEST_MARK ? Buffer.concat([this.#end, bytes]) : bytes;
        this.#end = Buffer.from(end.subarray(Math.max(0, end.length - LONGEST_MARK)));
    }
    /** The tool the module was encrypted with, if it was. */
    result() {
        if (this.#pyarmor) {
            return "PyArmor";
        }
        return this.#defender.size === SOURCE_DEFENDER.length ? "SourceDefender" : undefined;
    }
    #search(bytes) {
        this.#pyarmor ||= bytes.includes(PYARMOR_BEGINNING) && PYARMOR.some((mark) => bytes.includes(mark));
        for (const mark of SOURCE_DEFENDER) {
            if (!this.#defender.has(mark) && bytes.includes(mark)) {
                this.#defender.add(mark);
            }
        }
    }
}

;// CONCATENATED MODULE: ./lib/verification/rules/sdist-members.js




const LINK_TYPES = ["1", "2"];
const DEVICE_TYPES = ["3", "4", "6"];
const FILE_TYPES = ["0", "7", "S"];
/** Sees every member of a source archive go by and remembers what the rules ask for. */
class SdistMembers {
    names = new Set();
    /** More members, or longer names, than are held in memory. */
    tooMany = false;
    #sparse = [];
    #outside = [];
    #links = [];
    #devices = [];
    #duplicates = [];
    /** By their paths once unpacked, in lower case, which some systems do not tell apart. */
    #pkgInfos = new Set();
    #pkgInfoTwins = [];
    #linkTree = new LinkTree();
    #throughLinks = [];
    #encrypted = new Map();
    #nameBytes = 0;
    #count = 0;
    enter(member) {
        const { name, type } = member;
        this.#nameBytes += name.length;
        this.#count += 1;
        this.tooMany ||= this.#count > limits/* MAX_MEMBERS */.dw || this.#nameBytes > limits/* MAX_NAME_BYTES */.pg;
        if (this.tooMany) {
            return undefined;
        }
        this.#place(member);
        const marks = [
            [member.sparse, this.#sparse],
            [leadsOutside(name), this.#outside],
            [LINK_TYPES.includes(type) && linksOutside(member), this.#links],
            [DEVICE_TYPES.includes(type), this.#devices],
            [this.names.has(name) && type !== "5", this.#duplicates],
        ];
        for (const [applies, names] of marks) {
            if (applies) {
                names.push(name);
            }
        }
        this.names.add(name);
        return FILE_TYPES.includes(type) && member.size > 0 && isScanned(name, member.size) ? this.#scan(name) : undefined;
    }
    /** Where the member lands when the archive is unpacked. */
    #place({ name, type }) {
        const path = unpackedPath(name);
        const folded = path.toLowerCase();
        if (folded.endsWith("/pkg-info")) {
            const seen = this.#pkgInfos.has(folded);
            (seen ? this.#pkgInfoTwins : []).push(name);
            this.#pkgInfos.add(folded);
        }
        if (this.#linkTree.meets(path)) {
            this.#throughLinks.push(name);
        }
        if (LINK_TYPES.includes(type)) {
            this.#linkTree.add(path);
        }
    }
    #scan(name) {
        const scan = new CodeScan();
        return {
            chunk: (bytes) => scan.chunk(bytes),
            end: () => {
                const tool = scan.result();
                if (tool !== undefined) {
                    const names = this.#encrypted.get(tool) ?? [];
                    names.push(name);
                    this.#encrypted.set(tool, names);
                }
            },
        };
    }
    /** S-04. */
    sparseViolations() {
        const shown = this.#sparse;
        return shown.length === 0
            ? []
            : [
                refused("S-04", "pypi", "tar archive not accepted: Sparse members are not allowed.", {
                    message: `Sparse: ${listed(shown)}.`,
                    remedy: "Create the archive without support for sparse files (GNU tar: no -S).",
                }),
            ];
    }
    /** S-07. */
    codeViolations() {
        return [...this.#encrypted].map(([tool, shown]) => encryptedCode("S-07", tool, shown));
    }
    /** What one tool unpacks is not what another one reads (S-09). */
    ambiguities() {
        const told = [
            [
                this.#pkgInfoTwins,
                "PKG-INFO is there more than once, and the last one replaces the others when it is unpacked",
            ],
            [this.#throughLinks, "Members that replace a link, or lie below one, and so land in its target"],
        ];
        return told
            .filter(([shown]) => shown.length > 0)
            .map(([shown, what]) => ambiguous("S-09", { message: `${what}: ${listed(shown)}.`, remedy: archive_judgement_REBUILD }));
    }
    /** S-09. */
    cautions() {
        const told = [
            [this.#outside, "Names that lead out of the archive", "Use relative names without `..`."],
            [
                this.#links,
                "Links to the outside of the archive, which pip refuses",
                "Add the files instead of links to them.",
            ],
            [this.#devices, "Device nodes or pipes, which pip refuses", "Leave them out."],
            [this.#duplicates, "There twice, so that tools may disagree about the content", "Add every file once."],
        ];
        return told
            .filter(([shown]) => shown.length > 0)
            .map(([shown, what, remedy]) => taken("S-09", { message: `${what}: ${listed(shown)}.`, remedy }));
    }
}
/** A symbolic link starts where it lies, a hard link at the top. */
function linksOutside({ type, name, linkName }) {
    const target = unpackedPath(type === "2" ? `${name}/../${linkName}` : linkName);
    return linkName.startsWith("/") || target === ".." || target.startsWith("../");
}
/** Paths of links; finds those among the parents of a path in time linear in its length. */
class LinkTree {
    #root = { below: new Map(), link: false };
    add(path) {
        let node = this.#root;
        for (const part of path.split("/")) {
            const next = node.below.get(part) ?? { below: new Map(), link: false };
            node.below.set(part, next);
            node = next;
        }
        node.link = true;
    }
    /** True for the path of a link, and for a path that leads through one. */
    meets(path) {
        let node = this.#root;
        for (const part of this.#root.below.size === 0 ? [] : path.split("/")) {
            node = node.below.get(part);
            if (node === undefined || node.link) {
                return node?.link === true;
            }
        }
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/verification/rules/sdist-tree.js


/** Judges the names of all members, directories too, as they are in the archive. */
function judgeTree(names) {
    const absolute = [...names].filter((name) => name.startsWith("/"));
    if (absolute.length > 0 && absolute.length < names.size) {
        const message = `Some members have absolute names (${(0,quote/* quote */.h)(absolute[0] ?? "")}), on which PyPI fails.`;
        return {
            root: undefined,
            violations: [archive_judgement_unhandled("S-10", "any", { message, remedy: "Use relative names for all members." })],
        };
    }
    const root = commonPath(names, absolute.length > 0);
    if (root === "" || root === "." || root === "/") {
        const problem = refused("S-05", "any", "Incorrect number of top-level directories in sdist", {
            message: names.size === 0 ? "The archive is empty." : "The members do not lie in one top directory.",
            remedy: "Put everything into one directory {name}-{version}, and do not add `.` itself to the archive.",
        });
        return { root: undefined, violations: [problem] };
    }
    const wanted = `${root}/PKG-INFO`;
    return { root, violations: names.has(wanted) ? [] : [missingPkgInfo(names, root, wanted)] };
}
function missingPkgInfo(names, root, wanted) {
    const dotted = names.has(`./${wanted}`);
    return refused("S-06", dotted ? "pypi" : "any", `PKG-INFO not found at ${wanted}`, {
        message: dotted
            ? "All names begin with `./`; PyPI looks for PKG-INFO without it."
            : `The archive has no ${(0,quote/* quote */.h)(wanted)}, where ${(0,quote/* quote */.h)(root)} is the longest path that all names share.`,
        remedy: dotted ? "Archive the directory by its name, not as `./` and the name." : archive_judgement_REBUILD,
    });
}
/** The longest common path, without `.` parts and doubled slashes. */
function commonPath(names, absolute) {
    let shared;
    for (const name of names) {
        const parts = name.split("/").filter((part) => part !== "" && part !== ".");
        const previous = shared ?? parts;
        const different = previous.findIndex((part, index) => part !== parts[index]);
        shared = different < 0 ? previous : previous.slice(0, different);
    }
    return `${absolute ? "/" : ""}${(shared ?? []).join("/")}`;
}
/** S-08. */
function licenseViolations(sdist, root, names) {
    return sdist.licenseFiles
        .map((license) => ({ license, path: `${root}/${license}` }))
        .filter(({ path }) => !names.has(path))
        .map(({ license, path }) => missingLicense("S-08", sdist.filename, license, path));
}

;// CONCATENATED MODULE: ./lib/verification/rules/archive-damage.js


/** What is wrong with members taken one by one: W-07, W-30, and the part of W-02 that shows in reading. */
function memberViolations(members, readBy) {
    const found = new Map();
    for (const facts of members) {
        const problem = problemOf(facts);
        if (problem !== undefined) {
            const names = found.get(problem) ?? [];
            names.push(facts.entry.name);
            found.set(problem, names);
        }
    }
    return [...found].map(([problem, names]) => violationOf(problem, names, readBy));
}
function problemOf({ reading, tool }) {
    switch (reading.state) {
        case "elsewhere":
        case "overlapping":
            return "misplaced";
        case "damaged":
            return "damaged";
        case "encrypted":
            return "encrypted";
        case "other-method":
            // W-04 has said so.
            return undefined;
        case "intact":
            return tool;
    }
}
const TOLD = {
    misplaced: (names) => `The zip archive does not have these members where its directory says: ${names}.`,
    damaged: (names) => `Damaged, since data and checksum do not agree: ${names}. No installer can unpack the wheel.`,
    encrypted: (names) => `Encrypted, so that no installer can read them: ${names}.`,
};
function violationOf(problem, names, readBy) {
    if (problem === "PyArmor" || problem === "SourceDefender") {
        return encryptedCode("W-07", problem, names);
    }
    const wording = { message: TOLD[problem](listed(names)), remedy: archive_judgement_REBUILD };
    const rule = problem === "misplaced" ? "W-02" : "W-30";
    if (readBy === "nobody") {
        return taken(rule, wording);
    }
    const refuses = readBy === "archive-stage" && problem !== "encrypted";
    return refuses ? refused(rule, "any", "None", wording) : archive_judgement_unhandled(rule, "any", wording);
}
/** What directory and data say differently without Python minding: W-15, W-31. */
function disagreements(members) {
    const intact = members.filter(({ reading }) => reading.state === "intact");
    const names = (test) => intact.filter(test).map(({ entry }) => entry.name);
    const length = names(({ reading }) => reading.length !== "as-stated");
    const method = names(({ entry, reading }) => reading.local?.method !== entry.method);
    // With a data descriptor (W-10) the checksum in front of the data is not filled in.
    const crc = names(({ entry, reading: { local } }) => (local?.flags ?? 0) % 16 < 8 && local?.crc !== entry.crc);
    const told = [
        [length, "W-15", "Longer or shorter than the archive says"],
        [
            method,
            "W-31",
            "Compressed by one method according to the directory, by another according to the header in front",
        ],
        [crc, "W-31", "With one checksum in the directory, another in the header in front"],
    ];
    return told
        .filter(([members]) => members.length > 0)
        .map(([members, rule, what]) => taken(rule, {
        message: `${what}: ${listed(members)}. Installers may refuse the wheel.`,
        remedy: archive_judgement_REBUILD,
    }));
}

;// CONCATENATED MODULE: ./lib/archive/zip-local-header.js

/** A record that breaks a rule of the walk. */
class FramingFault extends Error {
    name = "FramingFault";
    rule;
    reason;
    constructor(rule, reason) {
        super(reason);
        this.rule = rule;
        this.reason = reason;
    }
}
const LOCAL_HEADER_BYTES = 30;
const MARKER = 0xffffffff;
const ZIP64 = 0x0001;
const UNICODE_PATH = 0x7075;
/** Length of the whole header, whose first 30 bytes are given. */
function localHeaderLength(fixed) {
    return LOCAL_HEADER_BYTES + fixed.readUInt16LE(26) + fixed.readUInt16LE(28);
}
/** Throws {@link FramingFault}. */
function readLocalHeader(header) {
    const nameEnd = LOCAL_HEADER_BYTES + header.readUInt16LE(26);
    const rawName = header.subarray(LOCAL_HEADER_BYTES, nameEnd);
    checkCharacters(rawName);
    const name = decodeName(rawName, "Filename not unicode");
    const stated = { compressedSize: header.readUInt32LE(18), size: header.readUInt32LE(22) };
    return {
        name,
        rawName: rawName.toString("latin1"),
        ...readLocalExtra(header.subarray(nameEnd), stated, header.readUInt16LE(8)),
    };
}
/** W-16 to W-20. */
function readLocalExtra(extra, stated, method) {
    let sizes = stated;
    const seen = new Set();
    for (let at = 0; at < extra.length;) {
        if (at + 4 > extra.length || at + 4 + extra.readUInt16LE(at + 2) > extra.length) {
            throw new FramingFault("W-16", "Malformed zip file");
        }
        const id = extra.readUInt16LE(at);
        const data = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
        if ((id === ZIP64 || id === UNICODE_PATH) && seen.has(id)) {
            throw new FramingFault("W-18", "Invalid duplicate extra in local file");
        }
        seen.add(id);
        if (id === ZIP64) {
            sizes = readZip64Sizes(data, stated, method);
        }
        else if (id === UNICODE_PATH && data.length > 5) {
            const name = data.subarray(5);
            checkCharacters(name);
            decodeName(name, "Filename not valid UTF-8");
        }
        at += 4 + data.length;
    }
    return sizes;
}
/** W-17. */
function readZip64Sizes(data, stated, method) {
    const malformed = new FramingFault("W-17", "Malformed zip file");
    if (![0, 8, 16, 24, 28].includes(data.length)) {
        throw malformed;
    }
    if (data.length === 0) {
        if (stated.compressedSize === MARKER || stated.size === MARKER) {
            throw malformed;
        }
        return stated;
    }
    const first = Number(data.readBigUInt64LE(0));
    const size = stated.size === MARKER ? first : stated.size;
    if (data.length > 8) {
        return { compressedSize: Number(data.readBigUInt64LE(8)), size };
    }
    if (method !== zip_entry/* STORED */.SD) {
        throw malformed;
    }
    // The one value stands for both sizes, marked or not.
    return { compressedSize: first, size };
}
/** W-19. */
function checkCharacters(name) {
    if (name.some((byte) => byte < 0x20 || byte === 0x7f)) {
        throw new FramingFault("W-19", "Invalid character in filename");
    }
}
/** W-20. */
function decodeName(name, reason) {
    const text = (0,zip_entry/* decodeUtf8 */._6)(name);
    if (text === undefined) {
        throw new FramingFault("W-20", reason);
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/archive/zip-walk.js

/** Above this many faults the rest says nothing new. */
const MAX_FAULTS = 1000;
const DATA_DESCRIPTOR_FLAG = 0x8;
/**
 * Reads the archive from byte 0 as a gapless sequence of records, as the index
 * does (W-08). The index stops at the first fault, which is the first of the
 * result; the walk goes on at the next place the directory knows.
 */
async function walkZip(source, archive) {
    const walk = new Walk(source, archive.entries, archive.place);
    await walk.run();
    return walk.faults;
}
class Walk {
    faults = [];
    #source;
    #byName;
    /** Places of the members and of the directory, in order. */
    #places;
    #byPlace;
    /** Names of local headers as they are written, one character a byte, and whether the directory has had them. */
    #names = new Map();
    #at = 0;
    #placesPassed = 0;
    #directoryStart;
    #directoryEnd = 0;
    #count = 0;
    #wide;
    #locatorSeen = false;
    /** Part of the archive was jumped over: what the end record says cannot be compared any more. */
    #jumped = false;
    constructor(source, entries, place) {
        this.#source = source;
        this.#byName = new Map(entries.map((entry) => [entry.ownName, entry]));
        this.#byPlace = new Map(entries.map((entry) => [entry.offset, entry]));
        this.#places = [...this.#byPlace.keys(), place.directoryStart].sort((left, right) => left - right);
    }
    async run() {
        for (let going = true; going && this.faults.length < MAX_FAULTS;) {
            const member = this.#byPlace.get(this.#at);
            try {
                going = await this.#readRecord();
            }
            catch (error) {
                if (!(error instanceof FramingFault)) {
                    throw error;
                }
                this.#report(error, member?.name);
                going = this.#jump(member);
            }
        }
    }
    #report({ rule, reason }, member) {
        this.faults.push({ rule, reason, member });
    }
    /** Goes on at the next member or the directory; false when there is none. */
    #jump(member) {
        if (member !== undefined) {
            this.#names.set(member.rawName, this.#names.get(member.rawName) ?? false);
        }
        this.#jumped = true;
        while ((this.#places[this.#placesPassed] ?? Number.POSITIVE_INFINITY) <= this.#at) {
            this.#placesPassed += 1;
        }
        const next = this.#places[this.#placesPassed];
        this.#at = next ?? this.#at;
        return next !== undefined;
    }
    /** False at the end of the archive. */
    async #readRecord() {
        const signature = (await this.#bytes(4)).readUInt32LE(0);
        if (signature === 0x04034b50) {
            await this.#readLocal();
        }
        else if (signature === 0x02014b50) {
            await this.#readCentral();
        }
        else if (signature === 0x06064b50) {
            await this.#readEnd64();
        }
        else if (signature === 0x07064b50) {
            await this.#bytes(20);
            this.#locatorSeen = true;
            this.#at += 20;
        }
        else if (signature === 0x06054b50) {
            await this.#readEnd();
            return false;
        }
        else {
            throw new FramingFault("W-09", "Unknown record signature");
        }
        return true;
    }
    /** The next bytes, without moving on. */
    async #bytes(length) {
        const bytes = await this.#source.read(this.#at, this.#at + length);
        if (bytes.length < length) {
            throw new FramingFault("W-23", "Malformed zip file");
        }
        return bytes;
    }
    async #readLocal() {
        const fixed = await this.#bytes(LOCAL_HEADER_BYTES);
        if ((fixed.readUInt16LE(6) & DATA_DESCRIPTOR_FLAG) !== 0) {
            throw new FramingFault("W-10", "ZIP contains a data descriptor");
        }
        const header = await this.#bytes(localHeaderLength(fixed));
        const { name, rawName, compressedSize, size } = readLocalHeader(header);
        const next = this.#at + header.length + compressedSize;
        const entry = this.#byName.get(name);
        if (entry === undefined) {
            this.#report(new FramingFault("W-13", "Filename not in central directory"), name);
            this.#at = next;
            return;
        }
        if (compressedSize !== entry.compressedSize) {
            throw new FramingFault("W-15", "Mis-matched data size");
        }
        if (size !== entry.size) {
            throw new FramingFault("W-15", "Mis-matched file size");
        }
        const seen = this.#names.get(rawName);
        if (seen !== undefined) {
            this.#report(new FramingFault("W-12", "Duplicate filename in local headers"), name);
        }
        // The directory's own string takes no more memory.
        this.#names.set(rawName === entry.rawName ? entry.rawName : rawName, seen ?? false);
        this.#at = next;
    }
    async #readCentral() {
        const fixed = await this.#bytes(46);
        const nameEnd = 46 + fixed.readUInt16LE(28);
        const comment = fixed.readUInt16LE(32);
        const header = await this.#bytes(nameEnd + fixed.readUInt16LE(30) + comment);
        this.#judgeCentral(header.subarray(46, nameEnd), comment > 0);
        this.#directoryStart ??= this.#at;
        this.#count += 1;
        this.#at += header.length;
        this.#directoryEnd = this.#at;
    }
    #judgeCentral(rawName, commented) {
        const name = bytesOf(rawName);
        try {
            if (commented) {
                throw new FramingFault("W-21", "Comment in central directory");
            }
            checkCharacters(rawName);
            if (this.#names.get(name) === true) {
                throw new FramingFault("W-12", "Duplicate filename in central directory");
            }
            if (!this.#names.has(name)) {
                throw new FramingFault("W-14", "Missing filename in local headers");
            }
        }
        catch (error) {
            if (!(error instanceof FramingFault)) {
                throw error;
            }
            this.#report(error, rawName.toString("utf8"));
        }
        if (this.#names.has(name)) {
            this.#names.set(name, true);
        }
    }
    async #readEnd64() {
        const record = await this.#bytes(56);
        const size = Number(record.readBigUInt64LE(4));
        if (size !== 44) {
            this.#report(new FramingFault("W-23", "ZIP64 extensible data not allowed"), undefined);
        }
        const count = Number(record.readBigUInt64LE(24));
        if (count !== Number(record.readBigUInt64LE(32))) {
            this.#report(new FramingFault("W-23", "Malformed zip file"), undefined);
        }
        this.#wide = { count, size: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
        this.#at += Math.max(56, 12 + size);
    }
    async #readEnd() {
        const record = await this.#bytes(22);
        const stated = this.#statedDirectory(record);
        const start = this.#directoryStart ?? this.#at;
        const end = this.#at + 22 + record.readUInt16LE(20);
        if (!this.#jumped) {
            if (stated.count !== this.#count) {
                throw new FramingFault("W-22", "Mismatched central directory records");
            }
            if (stated.offset !== start) {
                throw new FramingFault("W-22", "Mismatched central directory offset");
            }
            if (stated.size !== Math.max(0, this.#directoryEnd - start)) {
                throw new FramingFault("W-22", "Mismatched central directory size");
            }
        }
        // The index calls a comment that is cut the same.
        if (end !== this.#source.size) {
            throw new FramingFault("W-11", "Trailing data");
        }
    }
    /** W-22, W-23. */
    #statedDirectory(record) {
        if (record.readUInt16LE(8) !== record.readUInt16LE(10)) {
            throw new FramingFault("W-22", "Malformed zip file");
        }
        if (this.#wide !== undefined && !this.#locatorSeen) {
            throw new FramingFault("W-23", "Malformed zip file");
        }
        return this.#locatorSeen && this.#wide !== undefined
            ? this.#wide
            : { count: record.readUInt16LE(10), size: record.readUInt32LE(12), offset: record.readUInt32LE(16) };
    }
}
function bytesOf(rawName) {
    return rawName.toString("latin1");
}

;// CONCATENATED MODULE: ./lib/verification/rules/archive-framing.js


const STANDARD_WRITER = "Write the archive with a standard zip writer, such as Python's zipfile, in one go.";
const ONCE = "Write every member once, and do not change the finished archive.";
const INSIDE = "The records of the zip archive contradict each other";
const pypi = (message, remedy = STANDARD_WRITER) => ({ scope: "pypi", message, remedy });
const any = (message, remedy = STANDARD_WRITER) => ({ scope: "any", message, remedy });
const WORDINGS = {
    "Unknown record signature": pypi("The zip archive holds bytes that belong to none of its records, in front of a member, between two, or before the directory", "Leave out what was put in front of the archive, and padding between members."),
    "ZIP contains a data descriptor": pypi("Sizes stand behind the data (general purpose bit 3), as streaming writers put them", "Write the wheel to a seekable file instead of a pipe, so that sizes stand in front of the data."),
    "Trailing data": pypi("There are bytes behind the end of the zip archive", "Remove what follows the archive."),
    "Duplicate filename in local headers": any("A member is there twice", ONCE),
    "Duplicate filename in central directory": any("The directory lists a member twice", ONCE),
    "Filename not in central directory": any("A member is not in the archive's directory by this name", "Write the archive anew instead of deleting members from it; mark names outside of ASCII as UTF-8 (bit 11)."),
    "Missing filename in local headers": any("The directory lists a member that is not in front of it", ONCE),
    "Mis-matched data size": any(`${INSIDE}: compressed size`),
    "Mis-matched file size": any(`${INSIDE}: uncompressed size`),
    "Malformed zip file": any("A record of the zip archive is malformed: cut, padded, or with impossible numbers"),
    "Invalid duplicate extra in local file": any("A ZIP64 or Unicode path field is there twice"),
    "Invalid character in filename": pypi("A member's name holds a control character", "Rename the member."),
    "Filename not unicode": pypi("A member's name is not UTF-8", "Use UTF-8 names with flag bit 11."),
    "Filename not valid UTF-8": pypi("The Unicode path of a member is not UTF-8", "Use UTF-8 names with flag bit 11."),
    "Comment in central directory": pypi("A member has a comment", "Remove comments of members."),
    "Mismatched central directory records": any(`${INSIDE}: number of members`),
    "Mismatched central directory offset": any(`${INSIDE}: place of the directory`),
    "Mismatched central directory size": any(`${INSIDE}: size of the directory`),
    "ZIP64 extensible data not allowed": pypi("The ZIP64 end record holds extensible data"),
};
/** W-08 to W-23: one violation a kind of fault, the index's first one first. */
async function framingViolations(zip) {
    const faults = await walkZip(zip.source, zip);
    const kinds = Map.groupBy(faults, ({ rule, reason }) => `${rule} ${reason}`);
    return [...kinds.values()].flatMap(([first, ...more]) => {
        if (first === undefined) {
            return [];
        }
        const { scope, message, remedy } = WORDINGS[first.reason];
        const members = [first, ...more].flatMap(({ member }) => member ?? []);
        const where = members.length === 0 ? "" : `: ${listed(members)}`;
        return refused(first.rule, scope, `ZIP archive not accepted: ${first.reason}.`, {
            message: `${message}${where}.`,
            remedy,
        });
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/archive/zip-member.js
var zip_member = __webpack_require__(4376);
;// CONCATENATED MODULE: ./lib/verification/rules/archive-members.js




/** Members read at the same time: while one is inflated in the thread pool another is hashed. */
const MEMBERS_AT_ONCE = 3;
/**
 * Reads every member once, in the order in which they lie in the file; the
 * result has the directory's order. Undefined where the whole is a bomb (W-03)
 * or above our own bound.
 *
 * @param algorithmOf name of the hash wanted of a member, if one is.
 */
async function readMembers(zip, algorithmOf) {
    const total = zip.entries.reduce((sum, { size }) => sum + size, 0);
    if (zip.bomb || total > limits/* MAX_INFLATED_BYTES */.Bx + zip.source.size) {
        return undefined;
    }
    const order = zip.entries
        .map((entry, index) => ({ entry, index }))
        .sort((left, right) => left.entry.offset - right.entry.offset);
    const facts = new Array(order.length);
    let next = 0;
    const work = async () => {
        for (let turn = next++; turn < order.length; turn = next++) {
            const item = order[turn];
            if (item !== undefined) {
                const boundary = order[turn + 1]?.entry.offset ?? zip.place.directoryStart;
                facts[item.index] = await archive_members_readOne(zip, item.entry, boundary, algorithmOf(item.entry.name));
            }
        }
    };
    await Promise.all(Array.from({ length: MEMBERS_AT_ONCE }, work));
    return facts;
}
async function archive_members_readOne(zip, entry, boundary, algorithm) {
    const hash = algorithm === undefined ? undefined : (0,external_node_crypto_.createHash)(algorithm);
    const scan = isScanned(entry.name, entry.size) ? new CodeScan() : undefined;
    const reading = await (0,zip_member/* readMember */.h)(zip.source, entry, boundary, (chunk) => {
        hash?.update(chunk);
        scan?.chunk(chunk);
    });
    const intact = reading.state === "intact";
    return {
        entry,
        reading,
        tool: intact ? scan?.result() : undefined,
        digest: intact ? hash?.digest("base64url") : undefined,
    };
}
/** One member in memory; undefined when it is larger than `limit` or cannot be read. */
async function readWhole(zip, entry, limit) {
    if (entry.size > limit) {
        return undefined;
    }
    const whole = Buffer.alloc(entry.size);
    let filled = 0;
    const { state } = await (0,zip_member/* readMember */.h)(zip.source, entry, boundaryOf(zip, entry), (chunk) => {
        filled += chunk.copy(whole, filled);
    });
    return state === "intact" ? whole.subarray(0, filled) : undefined;
}
/** Where the next member or the directory begins. */
function boundaryOf(zip, entry) {
    return zip.entries.reduce((nearest, { offset }) => (offset > entry.offset && offset < nearest ? offset : nearest), zip.place.directoryStart);
}

;// CONCATENATED MODULE: ./lib/verification/rules/sdist-zip.js






/** A source archive in `.zip`. None passes (F-08), but the index looks inside before it says so. */
async function judgeZipSdist(sdist) {
    const { zip, violations } = await openZip(sdist.source);
    if (zip === undefined) {
        return { archive: violations, content: [] };
    }
    const names = new Set(zip.entries.map(({ name }) => name));
    const tree = judgeTree(names);
    const members = (await readMembers(zip, () => undefined)) ?? [];
    const read = members.filter(({ entry }) => isModule(entry.name));
    return {
        archive: [
            ...violations,
            ...tree.violations,
            ...memberViolations(read, "archive-stage"),
            ...(await framingViolations(zip)),
        ],
        content: tree.root === undefined ? [] : licenseViolations(sdist, tree.root, names),
    };
}

;// CONCATENATED MODULE: ./lib/verification/rules/sdist.js











/**
 * Judges a source distribution by all rules of group S; a name in `.zip` is read as the index reads it (F-08). The
 * archive is inflated once, in constant memory and up to a bound.
 */
async function judgeSdist(sdist) {
    if (sdist.filename.endsWith(".zip")) {
        return judgeZipSdist(sdist);
    }
    const { source } = sdist;
    const members = new SdistMembers();
    const parser = new tar/* TarParser */.J((member) => members.enter(member));
    const end = await (0,gzip/* readGzip */.H)(source, (chunk) => {
        parser.push(chunk);
        // Behind the end of the archive only the checksum is of interest.
        return !members.tooMany && !parser.tooLarge && !parser.tooDeep;
    });
    if (await isNoTar(source, end, parser)) {
        return { archive: [notTar(end)], content: [] };
    }
    const both = (await isZip(source)) ? [zipAndTar("S-01")] : [];
    const fault = readingFault(end, parser);
    if (fault !== undefined) {
        return { archive: [...both, fault], content: [] };
    }
    if (parser.tooLarge) {
        return { archive: both, content: [endless()] };
    }
    if (members.tooMany || (end === "too-large" && !parser.done)) {
        return { archive: both, content: [unchecked(), ...members.ambiguities()] };
    }
    const { root, violations } = judgeTree(members.names);
    return {
        archive: [...both, ...members.sparseViolations(), ...violations, ...members.codeViolations()],
        content: [
            ...(root === undefined ? [] : licenseViolations(sdist, root, members.names)),
            ...(root === undefined ? [] : topViolations(sdist.filename, root)),
            ...members.ambiguities(),
            ...wholeAmbiguities(end, parser),
            ...members.cautions(),
            ...endViolations(end, parser),
        ],
    };
}
async function isZip(source) {
    try {
        await (0,zip_directory/* findZipDirectory */._4)(source);
        return true;
    }
    catch (error) {
        if (error instanceof zip_directory/* NotZip */.RS) {
            return false;
        }
        throw error;
    }
}
/** S-02; a stream cut in front of the first member is another matter (S-03). */
async function isNoTar(source, end, parser) {
    if (end === "not-gzip") {
        return !(await isForeignTar(source));
    }
    if (parser.recognized || parser.tooLarge || parser.tooDeep) {
        return false;
    }
    return !isCutAtStart(end, parser) || (await endsWithHeader(source));
}
function isCutAtStart(end, parser) {
    return end === "cut" && !parser.recognized && !parser.done;
}
/** Far more than a gzip header takes. */
const HEAD_BYTES = 64 * 1024;
/** True when nothing but a gzip header is there. */
async function endsWithHeader(source) {
    return source.size <= ((0,gzip/* gzipHeaderLength */.i)(await source.read(0, HEAD_BYTES)) ?? 0);
}
function notTar(end) {
    return refused("S-02", "any", "File is not a tarfile", {
        message: end === "not-gzip"
            ? "The file is neither gzip-compressed nor a tar archive."
            : "What is compressed is not a tar archive.",
        remedy: archive_judgement_REBUILD,
    });
}
/** S-03. */
function readingFault(end, parser) {
    if (isCutAtStart(end, parser)) {
        return archive_judgement_unhandled("S-03", "any", { message: "The file is cut off shortly behind its beginning.", remedy: archive_judgement_REBUILD });
    }
    if (parser.tooDeep) {
        const message = `More than ${limits/* MAX_TAR_EXTENSIONS */.sb} long names or pax headers stand in front of one member.`;
        return archive_judgement_unhandled("S-03", "any", { message, remedy: archive_judgement_REBUILD });
    }
    const damaged = (problem) => refused("S-03", "any", "None", { message: `${problem}.`, remedy: archive_judgement_REBUILD });
    if (end === "not-gzip") {
        return damaged("The file is a tar archive, but not compressed by gzip");
    }
    if (parser.damaged) {
        return damaged("The tar archive announces a member that does not follow");
    }
    if (parser.done || end === "too-large" || end === "stopped") {
        return undefined;
    }
    if (end === "complete" || end === "padded") {
        return parser.cut ? damaged("The tar archive ends inside a member") : undefined;
    }
    return damaged(end === "cut" ? "The file is cut off" : "The compressed data are damaged");
}
/** S-09. */
function topViolations(filename, root) {
    const expected = filename.replace(/\.(tar\.gz|zip)$/, "");
    return root === expected
        ? []
        : [
            taken("S-09", {
                message: `The top directory is ${(0,quote/* quote */.h)(root)} instead of ${(0,quote/* quote */.h)(expected)} (PEP 625).`,
                remedy: "Build the source distribution again with a current build back end instead of renaming it.",
            }),
        ];
}
/** What tools read differently in the archive as a whole (S-09). */
function wholeAmbiguities(end, { globalNames, followed }) {
    const global = "A global pax header gives names or sizes to all members, which some tools believe and others do not.";
    const behind = "Members follow what ends the archive for PyPI and pip, which some tools unpack.";
    const zeros = "Zeros stand between two gzip streams; PyPI and pip read on behind them, some tools do not.";
    const told = [
        [globalNames, global],
        [followed, behind],
        [end === "padded", zeros],
    ];
    return told.filter(([applies]) => applies).map(([, message]) => ambiguous("S-09", { message, remedy: archive_judgement_REBUILD }));
}
/** A name or pax header that is not held in memory hides what it says. */
function endless() {
    const message = "A name or pax header takes more than 1 MiB, which this action does not read.";
    return ambiguous("S-09", { message, remedy: archive_judgement_REBUILD });
}
/** What comes behind the end of the tar archive, where the index does not look (S-03). */
function endViolations(end, parser) {
    const problems = {
        cut: "The file ends before the compressed data do",
        invalid: "The compressed data are damaged behind the end of the archive",
        "wrong-checksum": "The checksum of the compressed data is wrong",
        "trailing-data": "Something follows the compressed data",
    };
    const problem = problems[end] ?? (parser.endedByGarbage ? "The tar archive ends in something that is no member" : "");
    return problem === ""
        ? []
        : [
            taken("S-03", {
                message: `${problem}; PyPI does not notice, tools that unpack may.`,
                remedy: archive_judgement_REBUILD,
            }),
        ];
}
function unchecked() {
    return taken("S-09", {
        message: "The archive holds more than this action reads, and was not checked to its end.",
        remedy: "Leave large or many files out of the source distribution.",
    });
}

;// CONCATENATED MODULE: ./lib/verification/rules/record.js



/** Python's csv reads no longer field (W-24). */
const LONGEST_FIELD = 131_072;
/** Reads RECORD as Python's csv reads the lines of splitlines(); undefined when it is not UTF-8 or no such values (W-24). */
function readRecord(bytes) {
    const text = (0,zip_entry/* decodeUtf8 */._6)(bytes);
    if (text === undefined) {
        return undefined;
    }
    let blankLine = false;
    const lines = [];
    for (const row of rows(text)) {
        if (row.some(({ length }) => length > LONGEST_FIELD)) {
            return undefined;
        }
        if (lines.length > limits/* MAX_MEMBERS */.dw) {
            return { lines, blankLine, tooLong: true };
        }
        if (row.length === 0) {
            blankLine = true;
        }
        else {
            lines.push(readLine(row));
        }
    }
    return { lines, blankLine, tooLong: false };
}
function readLine([path = "", hash = "", size = ""]) {
    const equals = hash.indexOf("=");
    return {
        // By a pattern: replaceAll leaves a string in thousands of pieces.
        path: path.replace(/\\/g, "/"),
        hash: equals < 1 || equals === hash.length - 1
            ? undefined
            : { algorithm: hash.slice(0, equals), digest: hash.slice(equals + 1) },
        size: /^[0-9]{1,15}$/.test(size) ? Number(size) : undefined,
    };
}
/** Rows of fields, none for an empty line. */
function* rows(text) {
    const reader = new RowReader();
    for (const line of (0,python_text/* pythonLines */._t)(text)) {
        const row = reader.take(line);
        if (row !== undefined) {
            yield row;
        }
    }
    yield* reader.end();
}
/** A field in quotes may hold commas and, doubled, quotes, and goes on in the next line when it was not closed. */
class RowReader {
    #row = [];
    #field = "";
    #open = false;
    /** The row that ends with this line; undefined when it goes on. */
    take(line) {
        if (line === "" && !this.#open) {
            return [];
        }
        for (let at = 0; at <= line.length;) {
            at = this.#takeField(line, at);
        }
        if (this.#open) {
            return this.#field.length > LONGEST_FIELD ? [this.#field] : undefined;
        }
        const row = this.#row;
        this.#row = [];
        return row;
    }
    /** What was begun and not closed. */
    end() {
        return this.#open ? [[...this.#row, this.#field]] : [];
    }
    /** Place behind the comma that ends the field, or behind the line. */
    #takeField(line, start) {
        let at = start;
        if (!this.#open && line[at] === '"') {
            this.#open = true;
            at += 1;
        }
        if (this.#open) {
            at = this.#takeQuoted(line, at);
        }
        const comma = this.#open ? -1 : line.indexOf(",", at);
        const end = comma < 0 ? line.length : comma;
        if (!this.#open) {
            this.#row.push(this.#field + line.slice(at, end));
            this.#field = "";
        }
        return end + 1;
    }
    /** Place behind the quote that closes the field, or behind the line. */
    #takeQuoted(line, start) {
        for (let at = start;;) {
            const quote = line.indexOf('"', at);
            if (quote < 0) {
                this.#field += line.slice(at);
                return line.length;
            }
            this.#field += line.slice(at, quote);
            if (line[quote + 1] !== '"') {
                this.#open = false;
                return quote + 1;
            }
            this.#field += '"';
            at = quote + 2;
        }
    }
}

;// CONCATENATED MODULE: ./lib/verification/rules/entry-points.js


const SCRIPT_SECTIONS = ["console_scripts", "gui_scripts"];
const DEFAULTS = "DEFAULT";
/** Script names of a few characters in an INI file with `=` as only delimiter, as Python's configparser reads it (W-28). */
function entryPointsFault(bytes) {
    const text = (0,zip_entry/* decodeUtf8 */._6)(bytes);
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
function readIni(text) {
    const sections = new Set();
    const keys = [];
    const seen = new Set();
    let section;
    let indentation = Number.POSITIVE_INFINITY;
    for (const [index, raw] of text.split("\n").entries()) {
        const line = (0,python_text/* pythonTrim */.PE)(raw);
        const indented = raw.length - (0,python_text/* pythonTrimStart */.BM)(raw).length;
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
function readKey(line, number, section) {
    if (section === undefined) {
        return { problem: `line ${number} stands before the first section` };
    }
    const at = line.indexOf("=");
    if (at < 1) {
        return { problem: `line ${number} is not of the form "name = value"` };
    }
    return { section, name: (0,python_text/* pythonTrimEnd */.a_)(line.slice(0, at)), line: number };
}

;// CONCATENATED MODULE: ./lib/verification/rules/wheel-content.js






/** Names of the members the index reads at this stage. */
function readForContent(distInfo, licenseFiles) {
    return [
        ...licenseFiles.map((license) => `${distInfo}/licenses/${license}`),
        ...["RECORD", "entry_points.txt", "METADATA"].map((name) => `${distInfo}/${name}`),
    ];
}
/** W-25, W-24, W-27, W-28, W-29, in this order, the index's own, and the part of W-30 that comes with reading. */
async function contentViolations(wheel, licenseFiles) {
    const { filename, distInfo, members } = wheel;
    const licenses = licenseFiles.flatMap((license) => {
        const path = `${distInfo}/licenses/${license}`;
        return presence(members.get(path), missingLicense("W-25", filename, license, path));
    });
    return [
        ...licenses,
        ...recordViolations(wheel),
        ...(await entryPointViolations(wheel)),
        ...presence(members.get(`${distInfo}/METADATA`), required(wheel, "W-29", "METADATA")),
    ];
}
function presence(facts, missing) {
    return facts === undefined ? [missing] : memberViolations([{ ...facts, tool: undefined }], "content-stage");
}
function required({ filename, distInfo }, rule, name) {
    const path = `${distInfo}/${name}`;
    return refusedContent(rule, "any", `Wheel '${filename}' does not contain the required ${name} file: ${path}`, {
        message: `The wheel has no ${(0,quote/* quote */.h)(path)}, or none that can be read.`,
        remedy: archive_judgement_REBUILD,
    });
}
/** W-24, W-27. */
function recordViolations(wheel) {
    const facts = wheel.members.get(`${wheel.distInfo}/RECORD`);
    const missing = required(wheel, "W-24", "RECORD");
    const damage = presence(facts, missing);
    if (damage.length > 0 || facts === undefined || facts.entry.size > limits/* MAX_RECORD_BYTES */.xR) {
        return damage;
    }
    if (wheel.record === undefined) {
        return [missing];
    }
    return wheel.record.blankLine
        ? [
            archive_judgement_unhandled("W-27", "pypi", {
                message: "RECORD has an empty line, on which PyPI fails.",
                remedy: "Remove the empty line; `wheel unpack` and `wheel pack` write RECORD anew.",
            }),
        ]
        : [];
}
/** W-28. */
async function entryPointViolations({ filename, distInfo, members, zip }) {
    const facts = members.get(`${distInfo}/entry_points.txt`);
    if (facts === undefined) {
        return [];
    }
    const bytes = await readWhole(zip, facts.entry, limits/* MAX_LISTING_BYTES */.qH);
    if (bytes === undefined) {
        const damage = presence(facts, required({ filename, distInfo, members, zip, record: undefined }, "W-28", ""));
        return damage.length > 0 ? damage : [wheel_content_unchecked("entry_points.txt")];
    }
    const fault = entryPointsFault(bytes);
    if (fault === undefined) {
        return [];
    }
    const text = `Wheel '${filename}' has invalid entry points defined in the entry_points.txt file`;
    return [
        refusedContent("W-28", fault.unreadable ? "any" : "pypi", text, {
            message: `entry_points.txt: ${fault.problem}.`,
            remedy: 'Correct the entry points of the project: "name = module:function" below [console_scripts].',
        }),
    ];
}
/** A member too large to be looked at. */
function wheel_content_unchecked(what) {
    return taken("W-31", {
        message: `${what} is larger than this action reads and was not checked.`,
        remedy: "Make it smaller.",
    });
}

;// CONCATENATED MODULE: ./lib/verification/rules/wheel-file.js


/** Compressed tag sets stand for far fewer. */
const MAX_TAGS = 1000;
const wheel_file_REBUILD = "Build the wheel again instead of renaming it or changing its inside (`wheel tags` changes both).";
/** The file WHEEL, which the index never opens, against the file name (W-31, F-19). */
function wheelFileViolations(filename, bytes) {
    const headers = readHeaders(bytes.toString("utf8"));
    return [...formatViolations(headers), ...tagViolations(filename, headers)];
}
function formatViolations(headers) {
    const version = headers.get("wheel-version")?.[0];
    const major = /^([0-9]+)\.[0-9]+$/.exec(version ?? "")?.[1];
    if (major === "1") {
        return [];
    }
    const problem = version === undefined
        ? "WHEEL does not state the version of the wheel format (Wheel-Version)"
        : `WHEEL states the version ${(0,quote/* quote */.h)(version)} of the wheel format; 1.0 is the only one there is`;
    return [taken("W-31", { message: `${problem}. Installers refuse the wheel.`, remedy: wheel_file_REBUILD })];
}
function tagViolations(filename, headers) {
    const parts = filename.replace(/\.whl$/, "").split("-");
    if (parts.length !== 5 && parts.length !== 6) {
        return [];
    }
    const named = expandTags(parts.slice(-3));
    const stated = new Set();
    for (const tag of (headers.get("tag") ?? []).slice(0, MAX_TAGS)) {
        for (const single of stated.size > MAX_TAGS ? [] : expandTags(tag.split("-"))) {
            stated.add(single);
        }
    }
    const build = parts.length === 6 ? parts[2] : undefined;
    const statedBuild = headers.get("build")?.[0];
    const problems = [];
    if (named.length !== stated.size || !named.every((tag) => stated.has(tag))) {
        const told = stated.size === 0 ? "none" : [...stated].slice(0, 5).join(", ");
        problems.push(`WHEEL states other tags (${(0,quote/* quote */.h)(told, 200)}) than the file name`);
    }
    if (statedBuild !== undefined && statedBuild !== build) {
        problems.push(`WHEEL states the build ${(0,quote/* quote */.h)(statedBuild)}, the file name ${(0,quote/* quote */.h)(build ?? "none")}`);
    }
    return problems.map((problem) => taken("F-19", { message: `${problem}.`, remedy: wheel_file_REBUILD }));
}
/** Single tags of a compressed set (PEP 425), each once. */
function expandTags(parts) {
    const [pythons = [], abis = [], platforms = []] = parts.map((part) => part.split("."));
    if (parts.length !== 3 || pythons.length * abis.length * platforms.length > MAX_TAGS) {
        return [parts.join("-")];
    }
    const tags = pythons.flatMap((python) => abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`.toLowerCase())));
    return [...new Set(tags)];
}
function readHeaders(text) {
    const headers = new Map();
    for (const line of text.split(/\r?\n/)) {
        const [, name, value] = /^([A-Za-z-]+):(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) {
            const values = headers.get(name.toLowerCase()) ?? [];
            values.push(value.trim());
            headers.set(name.toLowerCase(), values);
        }
    }
    return headers;
}

;// CONCATENATED MODULE: ./lib/verification/rules/wheel-record.js

/** Hashes RECORD may use and Node can compute; others are not compared. */
const ALGORITHMS = ["sha256", "sha384", "sha512"];
const wheel_record_REBUILD = "Build the wheel again, or let `wheel unpack` and `wheel pack` write RECORD anew.";
/** RECORD by path, with the hash to compute of each member. */
class RecordIndex {
    #lines;
    constructor(record) {
        this.#lines = new Map((record?.lines ?? []).map((line) => [line.path, line]));
    }
    algorithmOf(name) {
        const algorithm = this.#lines.get(name)?.hash?.algorithm;
        return algorithm !== undefined && ALGORITHMS.includes(algorithm) ? algorithm : undefined;
    }
    /** RECORD against names, sizes and hashes of the members (W-26). */
    violations(distInfo, members) {
        const files = members.filter(({ entry }) => !entry.name.endsWith("/"));
        const signatures = [`${distInfo}/RECORD.jws`, `${distInfo}/RECORD.p7s`];
        const names = new Set(files.map(({ entry }) => entry.name).filter((name) => !signatures.includes(name)));
        const unlisted = [...names].filter((name) => !this.#lines.has(name));
        const absent = [...this.#lines.keys()].filter((path) => !names.has(path));
        return [
            ...mailed("RECORD does not list", unlisted),
            ...mailed("RECORD lists what the wheel does not hold", absent),
            ...this.#contentViolations(distInfo, files),
        ];
    }
    #contentViolations(distInfo, files) {
        const wrong = [];
        const unhashed = [];
        for (const { entry, reading, digest } of files) {
            const line = this.#lines.get(entry.name);
            if (line === undefined || entry.name === `${distInfo}/RECORD`) {
                continue;
            }
            if (line.hash === undefined) {
                unhashed.push(entry.name);
            }
            const otherHash = digest !== undefined && line.hash?.digest.replace(/(?<!=)=+$/, "") !== digest;
            const otherSize = line.size !== undefined && reading.state === "intact" && line.size !== entry.size;
            if (otherHash || otherSize) {
                wrong.push(entry.name);
            }
        }
        return [
            ...cautioned("RECORD has another hash or size than the member; installers that verify RECORD refuse it", wrong),
            ...cautioned("RECORD has no hash of", unhashed),
        ];
    }
}
function mailed(what, names) {
    const message = `${what}: ${listed(names)}. PyPI mails about this and means to refuse it one day.`;
    return names.length === 0 ? [] : [{ rule: "W-26", effect: "mail", scope: "any", message, remedy: wheel_record_REBUILD }];
}
function cautioned(what, names) {
    return names.length === 0 ? [] : [taken("W-26", { message: `${what}: ${listed(names)}.`, remedy: wheel_record_REBUILD })];
}

;// CONCATENATED MODULE: ./lib/verification/rules/wheel.js














/**
 * Judges a wheel by all rules of group W that its file can break, and F-09 and F-19. Every member is read once, in
 * constant memory.
 */
async function judgeWheel(wheel) {
    const { zip, violations } = await openZip(wheel.source);
    if (zip === undefined) {
        return { archive: violations, content: [] };
    }
    const parts = wheelPartsViolations(wheel.filename);
    if (parts.length > 0) {
        return { archive: [...violations, ...parts, ...(await framingViolations(zip))], content: [] };
    }
    const [name = "", version = ""] = wheel.filename.split("-");
    const distInfo = `${name}-${version}.dist-info`;
    const { archive, content } = await judgeInside(wheel, zip, distInfo);
    return { archive: [...violations, ...archive], content };
}
async function judgeInside(wheel, zip, distInfo) {
    const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
    const wheelEntry = byName.get(`${distInfo}/WHEEL`);
    const recordEntry = byName.get(`${distInfo}/RECORD`);
    const wheelFile = wheelEntry === undefined ? undefined : await readWhole(zip, wheelEntry, limits/* MAX_LISTING_BYTES */.qH);
    const recordFile = recordEntry === undefined ? undefined : await readWhole(zip, recordEntry, limits/* MAX_RECORD_BYTES */.xR);
    const record = recordFile === undefined ? undefined : readRecord(recordFile);
    const index = new RecordIndex(record);
    const members = await readMembers(zip, (name) => index.algorithmOf(name));
    const missing = wheelEntry === undefined ? [missingWheel(zip, distInfo)] : [];
    const framing = await framingViolations(zip);
    if (members === undefined) {
        return { archive: [...missing, ...framing], content: [wheel_content_unchecked("The wheel")] };
    }
    const stages = byStage(members, distInfo, wheel.licenseFiles);
    const content = { filename: wheel.filename, distInfo, zip, members: wheel_named(members), record };
    return {
        archive: [...missing, ...memberViolations(stages.archive, "archive-stage"), ...framing],
        content: [
            ...(await contentViolations(content, wheel.licenseFiles)),
            ...recordComparison(record, recordEntry, () => index.violations(distInfo, members)),
            ...(wheelFile === undefined ? [] : wheelFileViolations(wheel.filename, wheelFile)),
            ...((wheelEntry?.size ?? 0) > limits/* MAX_LISTING_BYTES */.qH ? [wheel_content_unchecked("WHEEL")] : []),
            ...foreignDistInfo(zip, distInfo),
            ...ambiguousNames(zip.entries),
            ...nameViolations(zip.entries.map(({ name }) => name)),
            ...memberViolations(stages.nobody, "nobody"),
            ...disagreements(members),
        ],
    };
}
function wheel_named(members) {
    return new Map(members.map((facts) => [facts.entry.name, facts]));
}
/** Members by the stage at which the index reads them: WHEEL and modules first, in this order. */
function byStage(members, distInfo, licenseFiles) {
    const later = new Set(readForContent(distInfo, licenseFiles));
    const wheelFile = `${distInfo}/WHEEL`;
    const isRead = ({ entry }) => isModule(entry.name);
    return {
        archive: [...members.filter(({ entry }) => entry.name === wheelFile).slice(-1), ...members.filter(isRead)],
        nobody: members.filter((facts) => !isRead(facts) && facts.entry.name !== wheelFile && !later.has(facts.entry.name)),
    };
}
function recordComparison(record, entry, compare) {
    if (record?.tooLong ?? (entry?.size ?? 0) > limits/* MAX_RECORD_BYTES */.xR) {
        return [wheel_content_unchecked("RECORD")];
    }
    return record === undefined ? [] : compare();
}
/** W-06. */
function missingWheel(zip, distInfo) {
    const path = `${distInfo}/WHEEL`;
    const other = zip.entries.find(({ name }) => /^[^/]+\.dist-info\/WHEEL$/.test(name))?.name;
    const instead = other === undefined ? "" : `, but ${(0,quote/* quote */.h)(other)}`;
    return refused("W-06", other === undefined ? "any" : "pypi", `WHEEL not found at ${path}`, {
        message: `The wheel has no ${(0,quote/* quote */.h)(path)}${instead}.`,
        remedy: "Build the wheel again instead of renaming it: the folder has name and version of the file name.",
    });
}
/** W-31. */
function foreignDistInfo(zip, distInfo) {
    const folders = zip.entries.map(({ name }) => /^([^/]+\.dist-info)\//.exec(name)?.[1] ?? distInfo);
    const others = [...new Set(folders)].filter((folder) => folder !== distInfo);
    return others.length === 0
        ? []
        : [
            taken("W-31", {
                message: `Beside ${(0,quote/* quote */.h)(distInfo)} the wheel holds ${listed(others)}. Installers refuse a second one.`,
                remedy: "Keep the metadata of other distributions out of the wheel.",
            }),
        ];
}

;// CONCATENATED MODULE: ./lib/verification/judge.js







/** Everything that the rules of the index find in one distribution: its name, its metadata, its description, its archive. */
async function judgeDistribution(distribution) {
    const { kind, path, filename, metadata } = distribution;
    const { name, version, fields } = metadata;
    const archive = { path, filename, licenseFiles: fields.get("license_file") ?? [] };
    const judgement = await judgeArchive(archive);
    const found = [
        ...filenameViolations({ filename, filetype: kind === "wheel" ? "bdist_wheel" : "sdist", name, version }),
        ...metadataViolations(fields),
        ...descriptionViolations(fields),
        ...judgement.archive,
        ...judgement.content,
    ];
    // A rule that both a name and an archive break (F-09, F-19) is told once.
    return [...new Map(found.map((violation) => [`${violation.rule} ${violation.message}`, violation])).values()];
}
/**
 * Judges an archive by the rules of group W or S.
 *
 * @throws PublishError `distribution-invalid` when the file system does not let the file be read.
 */
async function judgeArchive({ path, ...archive }) {
    const wheel = archive.filename.endsWith(".whl");
    let source;
    try {
        source = await (0,byte_source/* openFileSource */.S)(path);
        return await (wheel ? judgeWheel : judgeSdist)({ ...archive, source });
    }
    catch (error) {
        throw (0,archive_error/* asArchiveError */.TL)(path, wheel ? "wheel" : "source distribution", error);
    }
    finally {
        await source?.close();
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/verification/rules/release-metadata.js



/** Other rules' business (P-18, P-24), or different by nature between sdist and wheel. */
const NOT_COMPARED = ["metadata_version", "name", "version", "dynamic"];
/** From here on a source distribution says which of its fields are not final (PEP 643). */
const RELIABLE_SINCE = "2.2";
/**
 * Headers of the fields in which two files of a release differ, in the order of the specification. The order of the values
 * of one field, indentation and line ends do not count, nor how back ends space and quote dependencies, nor what one of
 * the two leaves open: fields it declares dynamic, or those an older source distribution does not have.
 */
function metadataDifferences(left, right) {
    const open = new Set([...NOT_COMPARED, ...openFields(left), ...openFields(right)]);
    return core_metadata/* METADATA_FIELDS */.A.filter(({ field }) => !open.has(field) && differ(left.metadata, right.metadata, field)).map(({ header }) => header);
}
function openFields({ kind, metadata }) {
    const dynamic = new Set((metadata.fields.get("dynamic") ?? []).map((header) => header.toLowerCase()));
    const unreliable = kind === "sdist" && (0,metadata_version/* precedes */.yN)(metadata.metadataVersion, RELIABLE_SINCE);
    return core_metadata/* METADATA_FIELDS */.A.filter(({ field, header }) => dynamic.has(header.toLowerCase()) || (unreliable && !metadata.fields.has(field))).map(({ field }) => field);
}
/** Values longer than this are compared to the letter: the lines of a crafted one would take a gigabyte. */
const LONGEST_COMPARED = 1024 * 1024;
/** Most are the same to the letter. */
function differ(left, right, field) {
    const [ours, theirs] = [left, right].map(({ fields }) => fields.get(field) ?? []);
    if ((0,external_node_util_.isDeepStrictEqual)(ours, theirs)) {
        return false;
    }
    const long = [ours, theirs].some((values) => values?.some(({ length }) => length > LONGEST_COMPARED));
    return long || comparable(left, field) !== comparable(right, field);
}
/** A description that was folded into a header is indented. */
function comparable({ fields }, field) {
    const values = (fields.get(field) ?? []).map((value) => value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .join("\n")
        .trim());
    if (field === "requires_dist") {
        return JSON.stringify(values.map((value) => value.replace(/\s/g, "").replaceAll("'", '"')).sort());
    }
    return JSON.stringify(values.sort());
}

;// CONCATENATED MODULE: ./lib/verification/rules/release.js





const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const USUAL_FILE_MIB = 100;
const HIGHEST_FILE_GIB = 1;
const USUAL_PROJECT_GIB = 10;
const ONE_SPELLING = "Build all distributions of a release from the same sources in one go.";
/** Rules about the files of one run taken together: F-20, P-16 to P-18, P-23, P-24, M-37. */
function releaseViolations(files) {
    const projects = grouped(files, ({ metadata }) => (0,project_name/* normalizeProjectName */.yz)(metadata.name));
    const releases = projects.flatMap((project) => grouped(project, ({ metadata }) => (0,standards_version/* versionKey */._5)(metadata.version) ?? ""));
    return [
        ...grouped(files, ({ filename }) => filename).flatMap(sameNameViolations),
        ...grouped(files.filter(({ sha256 }) => sha256 !== undefined), ({ sha256 }) => sha256 ?? "").flatMap(sameBytesViolations),
        ...files.flatMap(fileSizeViolations),
        ...projects.flatMap(projectSizeViolations),
        ...projects.flatMap((project) => spellingViolations(project, "P-18", "project name", formName)),
        ...releases.flatMap((release) => spellingViolations(release, "P-24", "version", ({ metadata }) => metadata.version)),
        ...releases.flatMap(sdistViolations),
        ...releases.flatMap(release_metadataViolations),
    ];
}
function grouped(files, key) {
    return [...Map.groupBy(files, key).values()];
}
function inFile({ filename }, finding) {
    return { ...finding, filename };
}
function accepted(rule, message, remedy) {
    return { rule, effect: "accept", scope: "pypi", message, remedy };
}
/** The spelling that is sent; the one in the metadata may differ in `-` and `_`. */
function formName({ metadata }) {
    return metadata.fields.get("name")?.[0] ?? metadata.name;
}
function sameNameViolations([, ...others]) {
    const message = "Another file of this run has the same name; an index stores one of them.";
    const text = "File already exists";
    return others.map((file) => inFile(file, (0,metadata_violation/* refusal */.x5)("F-20", "any", text, { message, remedy: "Remove one of them." })));
}
function sameBytesViolations([first, ...others]) {
    return others
        .filter(({ filename }) => filename !== first?.filename)
        .map((file) => {
        const message = `It has the same bytes as ${(0,metadata_violation/* shown */.SP)(first?.filename ?? "")}; PyPI stores them once.`;
        const text = `File already exists (${(0,python_repr/* pythonRepr */.U)(file.filename)}`;
        return inFile(file, (0,metadata_violation/* refusal */.x5)("F-20", "pypi", text, { message, remedy: "Remove one of the two." }));
    });
}
/** P-16: PyPI raises the usual limit for projects that ask, up to the highest. */
function fileSizeViolations(file) {
    const { size } = file;
    if (size <= USUAL_FILE_MIB * MIB) {
        return [];
    }
    const has = `The file has ${size} bytes`;
    if (size > HIGHEST_FILE_GIB * GIB) {
        const text = `File too large. Limit for project ${(0,python_repr/* pythonRepr */.U)(formName(file))} is`;
        const message = `${has}; PyPI takes ${HIGHEST_FILE_GIB * GIB} bytes at most, and ${USUAL_FILE_MIB * MIB} usually.`;
        return [inFile(file, (0,metadata_violation/* refusal */.x5)("P-16", "pypi", text, { message, remedy: "Make the file smaller." }))];
    }
    const message = `${has}; PyPI takes ${USUAL_FILE_MIB * MIB} bytes unless the limit of the project has been raised.`;
    return [inFile(file, accepted("P-16", message, "Make the file smaller, or ask PyPI for a higher limit."))];
}
/** P-17, for what is in this run alone. */
function projectSizeViolations(project) {
    const [first] = project;
    const total = project.reduce((sum, { size }) => sum + size, 0);
    if (first === undefined || total <= USUAL_PROJECT_GIB * GIB) {
        return [];
    }
    const message = `The ${project.length} files of ${formName(first)} have ${total} bytes together; a project on PyPI has ${USUAL_PROJECT_GIB * GIB} in all unless its limit has been raised.`;
    return [inFile(first, accepted("P-17", message, "Make the files smaller, or ask PyPI for a higher limit."))];
}
/** P-18, P-24: the index keeps the spelling of one of the files and shows it for all. */
function spellingViolations(files, rule, what, spelling) {
    const [[first, [firstFile]] = ["", []], ...others] = [...Map.groupBy(files, spelling)];
    return others.flatMap(([other, [file]]) => {
        const message = `It spells the ${what} ${(0,metadata_violation/* shown */.SP)(other)}, ${(0,metadata_violation/* shown */.SP)(firstFile?.filename ?? "")} spells it ${(0,metadata_violation/* shown */.SP)(first)}.`;
        return file === undefined ? [] : [inFile(file, accepted(rule, message, ONE_SPELLING))];
    });
}
/** P-23: an index takes one source distribution a release, however the version is spelt (P-24). */
function sdistViolations(release) {
    const [first, ...others] = release.filter(({ kind }) => kind === "sdist");
    return others.map((file) => {
        const { name, version } = file.metadata;
        const message = `It is a second source distribution of ${name} ${version}, beside ${(0,metadata_violation/* shown */.SP)(first?.filename ?? "")}; an index takes one.`;
        const say = { message, remedy: "Remove one of them before publishing." };
        return inFile(file, (0,metadata_violation/* refusal */.x5)("P-23", "any", "Only one sdist may be uploaded per release.", say));
    });
}
/** M-37: the index shows the metadata of the file that comes first for all. */
function release_metadataViolations([first, ...others]) {
    return others.flatMap((file) => {
        const fields = first === undefined ? [] : metadataDifferences(first, file);
        if (first === undefined || fields.length === 0) {
            return [];
        }
        const message = `Its metadata differs from that of ${(0,metadata_violation/* shown */.SP)(first.filename)} in ${fields.join(", ")}; PyPI shows what the file uploaded first says.`;
        return [inFile(file, accepted("M-37", message, ONE_SPELLING))];
    });
}

// EXTERNAL MODULE: ./lib/distribution/digests.js + 2 modules
var digests = __webpack_require__(5688);
;// CONCATENATED MODULE: ./lib/verification/twins.js



/** Holds what differs between any two builds: a zip directory with its checksums, the trailer of a gzip stream. */
const END_BYTES = 64 * 1024;
/**
 * Hashes, for rule F-20, the files that may hold the same bytes: those that share size and end. Wheels of one release
 * often share their size, and hashing them all would take as long as the rest of the verification.
 */
async function withHashesOfTwins(distributions, pool) {
    const bySize = Map.groupBy(distributions, ({ size }) => size);
    const sameSize = distributions.filter(({ size }) => (bySize.get(size)?.length ?? 0) > 1);
    const ends = new Map();
    await Promise.all(sameSize.map((each) => pool.run(async () => ends.set(each, await hashOfEnd(each)))));
    const byEnd = Map.groupBy(sameSize, (each) => `${each.size} ${ends.get(each)}`);
    const twins = new Set([...byEnd.values()].filter((group) => group.length > 1).flat());
    return Promise.all(distributions.map((each) => twins.has(each) ? pool.run(async () => ({ ...each, sha256: (await (0,digests/* computeDigests */.Dw)(each)).sha256 })) : each));
}
async function hashOfEnd({ path, size }) {
    const source = await (0,byte_source/* openFileSource */.S)(path);
    try {
        return (0,external_node_crypto_.createHash)("sha256")
            .update(await source.read(size - END_BYTES, size))
            .digest("base64");
    }
    finally {
        await source.close();
    }
}

// EXTERNAL MODULE: ./lib/verification/verification-error.js
var verification_error = __webpack_require__(7527);
;// CONCATENATED MODULE: ./lib/verification/verify-release.js







const verified = Symbol("verified");
/** Archives are read at this many places at once; more only makes the disk seek. */
const FILES_AT_ONCE = 4;
/**
 * Judges all distributions of a run by the rules of the index that can be decided from
 * the files alone, and all of them together.
 *
 * @throws VerificationError with every error of all files, when there is one.
 */
async function verifyRelease(verification) {
    const { distributions, strictness } = verification;
    const judged = strictness === "form-only" ? [] : await judgeAll(verification);
    const all = [...(await withRules(verification)), ...judged];
    const errors = all.filter(({ severity }) => severity === "error");
    if (errors.length > 0) {
        throw new verification_error/* VerificationError */.m(errors);
    }
    return {
        [verified]: true,
        distributions: inOrder(distributions),
        warnings: all.filter(({ severity }) => severity === "warning"),
    };
}
/** What else is wrong with a file that could not be read; the words of a broken rule stand for the reader's. */
async function withRules({ findings, strictness }) {
    const explained = findings.map(async (found) => {
        if (found.path === undefined || strictness === "form-only") {
            return [found];
        }
        const file = { path: found.path, filename: found.filename, licenseFiles: [] };
        const violations = await judgeArchive(file)
            .then(({ archive, content }) => [...archive, ...content])
            .catch(() => []);
        const errors = violations
            .flatMap((violation) => finding(found.filename, violation, strictness))
            .filter(({ severity }) => severity === "error");
        return found.damaged === true && errors.length > 0 ? errors : [found, ...errors];
    });
    return (await Promise.all(explained)).flat();
}
async function judgeAll({ distributions, strictness, signal }) {
    const pool = new lib_pool/* Pool */.b(FILES_AT_ONCE);
    const single = await Promise.all(distributions.map((distribution) => pool.run(async () => {
        signal?.throwIfAborted();
        const violations = await judgeDistribution(distribution);
        return violations.flatMap((violation) => finding(distribution.filename, violation, strictness));
    })));
    const together = releaseViolations(await withHashesOfTwins(distributions, pool));
    return [...single.flat(), ...together.flatMap((violation) => finding(violation.filename, violation, strictness))];
}
function finding(filename, violation, strictness) {
    if (violation.scope === "pypi" && strictness !== "pypi") {
        return [];
    }
    // What the index takes is never refused here, however odd it is.
    const refuses = violation.effect === "reject" || violation.effect === "server-error";
    const severity = refuses ? "error" : "warning";
    const { rule, message, remedy } = violation;
    return [{ filename, rule, severity, message: `${(0,quote/* quote */.h)(filename, 255)}: ${message}`, remedy }];
}
function inOrder(distributions) {
    return distributions
        .map((distribution) => ({ distribution, key: sortKey(distribution) }))
        .sort((left, right) => compare(left.key, right.key))
        .map(({ distribution }) => distribution);
}
function sortKey({ metadata, kind, filename }) {
    return [(0,project_name/* normalizeProjectName */.yz)(metadata.name), kind === "wheel" ? "0" : "1", filename];
}
function compare(left, right) {
    const different = left.findIndex((part, index) => part !== right[index]);
    return different === -1 ? 0 : (left[different] ?? "") < (right[different] ?? "") ? -1 : 1;
}


/***/ })

};
