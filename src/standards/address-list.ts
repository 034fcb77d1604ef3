import { AddressScanner } from "./address-scanner.ts";

/**
 * The one address of a header value, without its display name, as Python's strict parser finds it. Undefined when there
 * is none, more than one, or something the parser does not understand (M-14: such values are not judged).
 */
export function singleAddress(value: string): string | undefined {
  if (!hasBalancedComments(value)) {
    return undefined;
  }
  const [address, ...others] = readAddresses(value);
  // A bracket is left over where a domain literal was.
  return address === undefined || address === "" || others.length > 0 || address.includes("[") ? undefined : address;
}

/** Brackets outside quoted names have to be in pairs. */
function hasBalancedComments(value: string): boolean {
  let depth = 0;
  for (const character of withoutQuoted(value).replace(/\\./gsu, "")) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth === 0;
}

function withoutQuoted(value: string): string {
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
function readAddresses(value: string): string[] {
  const scanner = new AddressScanner(value);
  const addresses: string[] = [];
  while (!scanner.atEnd && addresses.length < MOST_KEPT) {
    const found = readAddress(scanner, 0);
    addresses.push(...(found.length > 0 ? found : [""]));
  }
  return addresses;
}

/** Groups within groups at which Python gives up. */
const DEEPEST = 300;

function readAddress(scanner: AddressScanner, depth: number): string[] {
  scanner.skipSpace();
  const start = scanner.position;
  const words = scanner.readPhrase();
  scanner.skipSpace();
  const addresses = readBehindPhrase(scanner, { start, words, depth });
  scanner.skipSpace();
  scanner.take(",");
  return addresses;
}

interface Phrase {
  readonly start: number;
  readonly words: readonly string[];
  readonly depth: number;
}

function readBehindPhrase(scanner: AddressScanner, { start, words, depth }: Phrase): string[] {
  if (scanner.next === "." || scanner.next === "@") {
    scanner.position = start;
    return [scanner.readAddress()];
  }
  if (scanner.take(":")) {
    return depth < DEEPEST ? readGroup(scanner, depth + 1) : [];
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
function readGroup(scanner: AddressScanner, depth: number): string[] {
  const members: string[] = [];
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
function readRoute(scanner: AddressScanner): string {
  let route = false;
  scanner.skipSpace();
  while (!scanner.atEnd) {
    if (route) {
      scanner.readDomain();
      route = false;
    } else if (scanner.take(">")) {
      return "";
    } else if (scanner.take("@")) {
      route = true;
    } else if (!scanner.take(":")) {
      const address = scanner.readAddress();
      scanner.position += 1;
      return address;
    }
    scanner.skipSpace();
  }
  return "";
}
