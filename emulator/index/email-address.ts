/**
 * The addresses of a header value, without their display names; an empty list
 * for what the strict parser does not understand. Rule M-14 judges a list of
 * exactly one.
 */
export function parseEmailList(value: string): string[] {
  const items = splitList(value);
  if (items === undefined) {
    return [];
  }
  const addresses = items.map(addressOf);
  return addresses.includes(undefined) ? [] : addresses.filter((address) => address !== undefined);
}

/** Splits at commas outside quotes, brackets and comments; undefined when one of them stays open. */
function splitList(value: string): string[] | undefined {
  const items: string[] = [];
  let item = "";
  let quoted = false;
  let depth = 0;
  for (const character of value) {
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && "<(".includes(character)) {
      depth += 1;
    } else if (!quoted && ">)".includes(character)) {
      depth -= 1;
    }
    if (character === "," && !quoted && depth === 0) {
      items.push(item);
      item = "";
    } else {
      item += character;
    }
  }
  return quoted || depth !== 0 ? undefined : [...items, item].filter((each) => each.trim() !== "");
}

function addressOf(item: string): string | undefined {
  const bracketed = /^[^<>]*<([^<>]*)>\s*$/s.exec(item);
  if (bracketed !== null) {
    return bracketed[1]?.trim() ?? "";
  }
  return /[<>]/.test(item) ? undefined : item.trim();
}

const SPECIAL_DOMAINS = ["arpa", "invalid", "local", "localhost", "onion", "test"];

/** Why a single address is refused (rule M-14), or undefined. */
export function emailFault(address: string): string | undefined {
  const at = address.lastIndexOf("@");
  if (at < 0) {
    return "it has no @-sign.";
  }
  return localFault(address.slice(0, at)) ?? domainFault(address.slice(at + 1));
}

function localFault(local: string): string | undefined {
  if (local === "" || /[\s"@(),:;<>[\]\\]/.test(local)) {
    return "the part before the @-sign holds characters that are not allowed.";
  }
  return /^\.|\.$|\.\./.test(local) ? "the part before the @-sign has a misplaced period." : undefined;
}

function domainFault(domain: string): string | undefined {
  const labels = domain.toLowerCase().split(".");
  if (labels.length < 2) {
    return "the part after the @-sign has no period.";
  }
  if (labels.some((label) => !/^[\p{L}\p{N}\p{M}]([\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u.test(label))) {
    return "the part after the @-sign is no domain name.";
  }
  if (!/\p{L}$/u.test(domain)) {
    return "the part after the @-sign does not end in a letter.";
  }
  return SPECIAL_DOMAINS.includes(labels.at(-1) ?? "") ? "the part after the @-sign is a reserved name." : undefined;
}
