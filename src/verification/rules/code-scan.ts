import type { Violation } from "../violation.ts";
import { listed, refused } from "./archive-judgement.ts";
import { unpackedPath } from "./archive-names.ts";

export type EncryptionTool = "PyArmor" | "SourceDefender";

/** Larger members are not searched (S-07). */
export const SCANNED_BYTES = 5 * 1024 * 1024;

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
export function isModule(name: string): boolean {
  if (!/\.py/i.test(name)) {
    return false;
  }
  const path = unpackedPath(name);
  return !name.endsWith("/") && /^\.*[^.].*\.pye?$/is.test(path.slice(path.lastIndexOf("/") + 1));
}

/** True for the members that are searched (S-07, W-07). */
export function isScanned(name: string, size: number): boolean {
  return size <= SCANNED_BYTES && isModule(name);
}

/** The tool a module was encrypted with, if it was. */
function findEncryptedCode(module: Buffer): EncryptionTool | undefined {
  if (module.includes(PYARMOR_BEGINNING) && PYARMOR.some((mark) => module.includes(mark))) {
    return "PyArmor";
  }
  return SOURCE_DEFENDER.every((mark) => module.includes(mark)) ? "SourceDefender" : undefined;
}

/** S-07, W-07. */
export function encryptedCode(rule: string, tool: EncryptionTool, members: readonly string[]): Violation {
  return refused(rule, "pypi", `${tool}-encrypted content is not allowed.`, {
    message: `Code encrypted by ${tool} is in ${listed(members)}.`,
    remedy: "Publish readable code; PyPI takes no encrypted modules.",
  });
}

/** Gathers a module's bytes and searches them when it has ended. */
export class CodeScan {
  #chunks: Buffer[] = [];

  chunk(bytes: Buffer): void {
    this.#chunks.push(Buffer.from(bytes));
  }

  /** To be called once. */
  result(): EncryptionTool | undefined {
    const [first, second] = this.#chunks;
    const module = first !== undefined && second === undefined ? first : Buffer.concat(this.#chunks);
    this.#chunks = [];
    return findEncryptedCode(module);
  }
}
