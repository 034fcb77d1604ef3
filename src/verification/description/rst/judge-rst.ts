import { parseDocument } from "./body.ts";
import { CONTROLS } from "./characters.ts";
import { checkDocinfo } from "./docinfo.ts";
import { DocumentNotes } from "./document.ts";
import { doubt, Fault } from "./fault.ts";
import { splitLines } from "./lines.ts";
import { checkReferences } from "./references.ts";
import { checkStructure, remainsOf } from "./structure.ts";

const FILL = "Write a text below the title, or set the content type to the one the description is written in.";

const ODD_CONTROL = new RegExp(`[${CONTROLS}]`, "u");

/** What is kept of longer ones takes more memory than a run should; docutils itself takes minutes for one. */
const LONGEST_TEXT = 512 * 1024;

/**
 * Looks for what keeps docutils 0.23 from rendering a text the way PyPI asks it to: without files, without raw
 * content, stopping at the first warning (index rule M-11).
 *
 * @returns the first fault found, undefined when the text renders.
 */
export function findFault(text: string): Fault | undefined {
  if (text.length > LONGEST_TEXT) {
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
  } catch (error) {
    if (error instanceof Fault) {
      return error;
    }
    throw error;
  }
}
