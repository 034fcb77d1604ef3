import { changedAt } from "../../__tests__/builders/attestation-variants/workshop.ts";
import type { Attestation } from "../../__tests__/builders/attestations.ts";
import { mutated, type Random } from "../standards/random.ts";

const STRANGE_VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  1,
  -1,
  "",
  "0",
  "1",
  "18446744073709551616",
  [],
  {},
];
const BASE64 = /^[A-Za-z0-9+/]{8,}={0,2}$/;

export interface RandomChange {
  /** Where, and to what, in short. */
  readonly name: string;
  readonly attestation: unknown;
}

/** The attestation with one thing in it changed, anywhere. */
export function randomlyChanged(random: Random, attestation: Attestation): RandomChange {
  const path = random.pick(pathsIn(attestation));
  let name = path.join(".");
  const change = (old: unknown): unknown => {
    const value = anotherValue(random, old);
    name += `: ${JSON.stringify(old)?.slice(0, 60)} -> ${JSON.stringify(value)?.slice(0, 60)}`;
    return value;
  };
  return { attestation: changedAt(attestation, path, change), name };
}

function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return members.flatMap(([key, member]) => [[...path, key], ...pathsIn(member, [...path, key])]);
}

function anotherValue(random: Random, old: unknown): unknown {
  if (typeof old !== "string" || random.once(6)) {
    return STRANGE_VALUES[random.below(STRANGE_VALUES.length)];
  }
  if (/^\d+$/.test(old)) {
    return String(Number(old) + 1 - random.below(3));
  }
  if (!BASE64.test(old) || random.once(4)) {
    return mutated(random, old);
  }
  const bytes = Buffer.from(old, "base64");
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes.toString("base64");
}
