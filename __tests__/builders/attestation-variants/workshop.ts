import { generateKeyPairSync } from "node:crypto";
import type { JobOptions } from "../../../emulator/github/job-options.ts";
import type { CertificateAuthority, Malpractice } from "../../../emulator/sigstore/certificate-authority.ts";
import type { World } from "../../../emulator/world.ts";
import { type Attestation, type AttestedFile, attest, makeSigner, type Signer, statementFor } from "../attestations.ts";

/** One way to do it wrong, and what is said to it. */
export interface Variant {
  readonly name: string;
  /** A part of the index's answer. */
  readonly reason: string;
  /** The value of the field `attestations`; a text is sent as it is, everything else as JSON. */
  make(workshop: Workshop): Promise<unknown> | unknown;
}

/** Path of the log entry in an attestation. */
export const ENTRY = "verification_material.transparency_entries.0";
export const PROOF = `${ENTRY}.inclusionProof`;
export const CHECKPOINT = `${PROOF}.checkpoint.envelope`;

/** Job of the publisher that the index knows. */
export const PUBLISHER_JOB: JobOptions = { repository: "octo-org/sample", workflow: "release.yml" };

const WORKFLOW_ISSUER = "https://token.actions.githubusercontent.com";
const LIFETIME_SECONDS = 600;

/** Everything a forger needs: a running world, a file, a good signer, and a clock. */
export class Workshop {
  readonly world: World;
  readonly file: AttestedFile;
  readonly signer: Signer;
  readonly #good: Attestation;
  readonly #setClock: (offsetSeconds: number) => void;

  private constructor(
    world: World,
    file: AttestedFile,
    signer: Signer,
    good: Attestation,
    setClock: (offsetSeconds: number) => void,
  ) {
    this.world = world;
    this.file = file;
    this.signer = signer;
    this.#good = good;
    this.#setClock = setClock;
  }

  /** @param setClock Moves the clock of the world away from the real one. */
  static async open(world: World, file: AttestedFile, setClock: (offsetSeconds: number) => void): Promise<Workshop> {
    const signer = await makeSigner(world, PUBLISHER_JOB);
    for (const number of [1, 2, 3, 4]) {
      await attest(world, signer, statementFor({ ...file, filename: `other-${number}.0.tar.gz` }));
    }
    const good = await attest(world, signer, statementFor(file));
    return new Workshop(world, file, signer, good, setClock);
  }

  /** An attestation with nothing wrong: the fifth entry of its log. */
  get good(): Attestation {
    return structuredClone(this.#good);
  }

  /** The good one with the value at a path changed; `undefined` removes it. */
  changed(path: string, change: unknown): unknown {
    return [changedAt(this.good, path.split("."), change)];
  }

  /** A signed and logged statement about the file, with members changed. */
  async stating(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    return [await attest(this.world, this.signer, statementFor(this.file, change))];
  }

  /** A signed and logged statement about the file, with its subject changed. */
  about(change: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { filename, sha256 } = this.file;
    return this.stating({ subject: [{ name: filename, digest: { sha256 }, ...change }] });
  }

  /** The file attested by somebody else. */
  async signedBy(signer: Signer): Promise<unknown> {
    return [await attest(this.world, signer, statementFor(this.file))];
  }

  /** A signer whose certificate the authority should not have issued so. */
  async strangeSigner(malpractice: Malpractice, authority?: CertificateAuthority): Promise<Signer> {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await this.world.github.identityToken(PUBLISHER_JOB, { audience: "sigstore" });
    const request = {
      claims: this.world.github.issued.at(-1)?.claims ?? {},
      issuer: WORKFLOW_ISSUER,
      publicKey: publicKey.export({ type: "spki", format: "der" }),
      // A little ago, so that entries made before are within its time.
      notBefore: Date.now() - 60_000,
      lifetimeSeconds: LIFETIME_SECONDS,
    };
    const [certificate] = await (authority ?? (await this.world.sigstore.authority())).issue(request, malpractice);
    return { privateKey, certificate: certificate ?? Buffer.alloc(0) };
  }

  /** Does something while the clock of the world is wrong. */
  async atTime<T>(offsetSeconds: number, action: () => Promise<T>): Promise<T> {
    this.#setClock(offsetSeconds);
    try {
      return await action();
    } finally {
      this.#setClock(0);
    }
  }
}

/** A copy with the value at a path changed, by a function of the old one or to what is given. */
export function changedAt(value: unknown, path: readonly string[], change: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return typeof change === "function" ? change(value) : change;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? changedAt(item, rest, change) : item));
  }
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const old = members.find(([name]) => name === key)?.[1];
  return { ...Object.fromEntries(members), [key]: changedAt(old, rest, change) };
}

/** Base64 with one bit of one byte turned over. */
export function bitFlipped(base64: unknown): string {
  const bytes = Buffer.from(String(base64), "base64");
  const at = bytes.length - 3;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString("base64");
}
