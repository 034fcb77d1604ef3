import { startSigstore } from "../../../emulator/sigstore/sigstore-server.ts";
import { attest, type LogEntry, readEntry, statementFor } from "../attestations.ts";
import { bitFlipped, CHECKPOINT, ENTRY, PROOF, type Variant, type Workshop } from "./workshop.ts";

const UNREADABLE = "Unknown error while trying to verify included attestations: invalid transparency log entry";
const PROMISE = "invalid log entry: SET: invalid inclusion promise: keyring: invalid signature";
const PROMISED = `${ENTRY}.inclusionPromise.signedEntryTimestamp`;
const SIZE = "invalid log entry: inclusion proof has wrong size: expected ";
const ROOT = "invalid log entry: inclusion proof contains invalid root hash: ";
const BODY = `${ENTRY}.canonicalizedBody`;

/** The good attestation with another log entry. */
function withEntry(workshop: Workshop, entry: LogEntry | undefined): unknown {
  return workshop.changed(ENTRY, entry);
}

/** The good attestation with an entry that the log took without looking: the good one's body, changed. */
async function logged(workshop: Workshop, change: (body: string) => string): Promise<unknown> {
  const [good] = workshop.good.verification_material.transparency_entries;
  const body = Buffer.from(change(Buffer.from(good?.canonicalizedBody ?? "", "base64").toString("utf8")));
  const { uuid } = workshop.world.sigstore.appendToLog(body);
  return withEntry(workshop, await readEntry(workshop.world, uuid));
}

/** The attestation in a log that nobody trusts. */
async function inOtherLog(workshop: Workshop): Promise<unknown> {
  const sigstore = await startSigstore(workshop.world.github.origin);
  try {
    return [await attest({ ...workshop.world, sigstore }, workshop.signer, statementFor(workshop.file))];
  } finally {
    await sigstore.close();
  }
}

/** Log entries that are not of the shape they have to be of (rules ). */
export const ENTRY_SHAPE_VARIANTS: readonly Variant[] = [
  { name: "unknown key in the entry", reason: UNREADABLE, make: (at) => at.changed(`${ENTRY}.uuid`, "24296fb2") },
  { name: "unknown key in the proof", reason: UNREADABLE, make: (at) => at.changed(`${PROOF}.size`, "6") },
  { name: "no index", reason: UNREADABLE, make: (at) => at.changed(`${ENTRY}.logIndex`, undefined) },
  { name: "index that is a number", reason: UNREADABLE, make: (at) => at.changed(`${ENTRY}.logIndex`, 4) },
  { name: "negative index", reason: UNREADABLE, make: (at) => at.changed(`${ENTRY}.logIndex`, "-4") },
  { name: "no index in the proof", reason: UNREADABLE, make: (at) => at.changed(`${PROOF}.logIndex`, undefined) },
  { name: "index outside the tree", reason: UNREADABLE, make: (at) => at.changed(`${PROOF}.logIndex`, "5") },
  { name: "no hashes", reason: UNREADABLE, make: (at) => at.changed(`${PROOF}.hashes`, undefined) },
  { name: "no proof", reason: UNREADABLE, make: (at) => at.changed(PROOF, undefined) },
  { name: "no checkpoint", reason: UNREADABLE, make: (at) => at.changed(`${PROOF}.checkpoint`, undefined) },
  { name: "no body", reason: UNREADABLE, make: (at) => at.changed(BODY, undefined) },
  { name: "no kind", reason: UNREADABLE, make: (at) => at.changed(`${ENTRY}.kindVersion`, undefined) },
  { name: "no log", reason: UNREADABLE, make: (at) => at.changed(`${ENTRY}.logId`, undefined) },
  {
    name: "letter outside ASCII in a hash",
    reason: UNREADABLE,
    make: (at) => at.changed(`${PROOF}.hashes.0`, (old: string) => `${old.slice(0, 9)}\u00ff${old.slice(9)}`),
  },
  {
    name: "hexadecimal root",
    reason: "invalid log entry",
    make: (at) => at.changed(`${PROOF}.rootHash`, (old: string) => Buffer.from(old, "base64").toString("hex")),
  },
  {
    name: "no promise",
    reason: "Unknown error while trying to verify included attestations: bundle must contain an inclusion promise",
    make: (at) => at.changed(`${ENTRY}.inclusionPromise`, undefined),
  },
  {
    name: "no time",
    reason: "Verification failed: not enough sources of verified time",
    make: (at) => at.changed(`${ENTRY}.integratedTime`, undefined),
  },
  {
    name: "time zero",
    reason: "Verification failed: not enough sources of verified time",
    make: (at) => at.changed(`${ENTRY}.integratedTime`, "0"),
  },
  {
    name: "entry of kind intoto",
    reason: "Integrated time only supported for dsse/hashedrekord 0.0.1 types",
    make: (at) => at.changed(`${ENTRY}.kindVersion`, { kind: "intoto", version: "0.0.2" }),
  },
  {
    name: "entry of kind hashedrekord",
    reason: "Unsupported DSSE log entry type: hashedrekord/0.0.1",
    make: (at) => at.changed(`${ENTRY}.kindVersion.kind`, "hashedrekord"),
  },
  {
    name: "entry of an unknown version",
    reason: "Expected log entry version 0.0.1 - 0.0.2, got 0.0.3",
    make: (at) => at.changed(`${ENTRY}.kindVersion.version`, "0.0.3"),
  },
];

/** Log entries that prove nothing, or something else (rules ). */
export const LOG_VARIANTS: readonly Variant[] = [
  { name: "promise with a bit turned over", reason: PROMISE, make: (at) => at.changed(PROMISED, bitFlipped) },
  {
    name: "another time than was promised",
    reason: PROMISE,
    make: (at) => at.changed(`${ENTRY}.integratedTime`, later),
  },
  { name: "another index than was promised", reason: PROMISE, make: (at) => at.changed(`${ENTRY}.logIndex`, "3") },
  { name: "hash with a bit turned over", reason: ROOT, make: (at) => at.changed(`${PROOF}.hashes.0`, bitFlipped) },
  { name: "one hash too few", reason: `${SIZE}1, got 0`, make: (at) => at.changed(`${PROOF}.hashes`, []) },
  {
    name: "one hash too many",
    reason: `${SIZE}1, got 2`,
    make: (at) => at.changed(`${PROOF}.hashes`, (old: string[]) => [...old, ...old]),
  },
  { name: "another index in the proof", reason: SIZE, make: (at) => at.changed(`${PROOF}.logIndex`, "2") },
  { name: "another tree size", reason: SIZE, make: (at) => at.changed(`${PROOF}.treeSize`, "6") },
  { name: "another root", reason: ROOT, make: (at) => at.changed(`${PROOF}.rootHash`, bitFlipped) },
  {
    name: "body with other white space",
    reason: ROOT,
    make: (at) =>
      at.changed(BODY, (old: string) =>
        Buffer.concat([Buffer.from(old, "base64"), Buffer.from(" ")]).toString("base64"),
      ),
  },
  {
    name: "checkpoint of another state of the log",
    reason: "invalid log entry: ('Inclusion proof contains invalid root hash signature: ', ",
    make: async (at) => {
      const later = await attest(at.world, at.signer, statementFor(at.file, { predicate: {} }));
      const [entry] = later.verification_material.transparency_entries;
      return at.changed(CHECKPOINT, entry?.inclusionProof.checkpoint.envelope);
    },
  },
  {
    name: "checkpoint with another size",
    reason: "invalid log entry: checkpoint: invalid signature: keyring: invalid signature",
    make: (at) => at.changed(CHECKPOINT, (old: string) => old.replace("\n5\n", "\n6\n")),
  },
  {
    name: "checkpoint of another origin",
    reason: "invalid log entry: checkpoint: invalid signature: keyring: invalid signature",
    make: (at) => at.changed(CHECKPOINT, (old: string) => `x${old}`),
  },
  {
    name: "checkpoint without signature",
    reason: "invalid log entry: malformed Note: must contain at least one signature",
    make: (at) => at.changed(CHECKPOINT, (old: string) => `${old.split("\n\n")[0]}\n\n`),
  },
  {
    name: "checkpoint without line feed at its end",
    reason: "invalid log entry: malformed Note: data section must end with newline",
    make: (at) => at.changed(CHECKPOINT, (old: string) => old.trimEnd()),
  },
  {
    name: "checkpoint with something behind its last line feed",
    reason: "invalid log entry: malformed Note: data section must end with newline",
    make: (at) => at.changed(CHECKPOINT, (old: string) => `${old} `),
  },
  {
    name: "checkpoint signed by another log",
    reason: "invalid log entry: checkpoint: Signature not found for log ID ",
    make: (at) => at.changed(CHECKPOINT, (old: string) => old.replace(/(\u2014 \S+ )..../, "$1AAAA")),
  },
  {
    name: "checkpoint that is no signed note",
    reason: "invalid log entry: note must contain one blank line, delineating the text from the signature block",
    make: (at) => at.changed(CHECKPOINT, "5"),
  },
  { name: "entry of a log that nobody knows", reason: "invalid log entry: checkpoint: ", make: inOtherLog },
  {
    name: "name of a log that nobody knows",
    reason: "invalid log entry: checkpoint: Signature not found for log ID ",
    make: (at) => at.changed(`${ENTRY}.logId.keyId`, Buffer.alloc(32, 7).toString("base64")),
  },
  {
    name: "entry of an earlier statement",
    reason: "log entry payload hash does not match bundle",
    make: async (at) => withEntry(at, await readEntry(at.world, at.world.sigstore.entries[0]?.uuid ?? "")),
  },
  {
    name: "logged certificate in one line",
    reason: "log entry signatures do not match bundle",
    make: (at) => logged(at, (body) => body.replace(/"verifier":"([^"]+)"/, oneLine)),
  },
  {
    name: "logged body without hash of the envelope",
    reason: "invalid DSSE log entry: ",
    make: (at) => logged(at, (body) => body.replace(/"envelopeHash":\{[^}]*\},/, "")),
  },
  {
    name: "logged hash of another kind",
    reason: "invalid DSSE log entry: ",
    make: (at) =>
      logged(at, (body) => body.replace('"payloadHash":{"algorithm":"sha256"', '"payloadHash":{"algorithm":"sha512"')),
  },
  {
    name: "logged with a second signature",
    reason: "log entry signatures do not match bundle",
    make: (at) => logged(at, (body) => body.replace(/"signatures":\[(.*)\]/, '"signatures":[$1,$1]')),
  },
  {
    name: "logged body that is no JSON",
    reason: "invalid DSSE log entry: ",
    make: (at) => logged(at, () => "dsse"),
  },
];

function later(seconds: string): string {
  return String(Number(seconds) + 1);
}

function oneLine(_whole: string, verifier: string): string {
  const [, begin = "", base64 = "", end = ""] =
    /^(-+[^-]+-+)(.*?)(-+[^-]+-+)\n$/s.exec(Buffer.from(verifier, "base64").toString("utf8")) ?? [];
  const text = `${begin}\n${base64.replaceAll("\n", "")}\n${end}\n`;
  return `"verifier":"${Buffer.from(text).toString("base64")}"`;
}
