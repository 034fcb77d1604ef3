/** The length of an address, in bytes of UTF-8 (RFC 5321). */
const LONGEST_ADDRESS = 254;
const LONGEST_DOMAIN = 253;
const LONGEST_LABEL = 63;
/** Top-level domains for special use, under which no mail can be delivered. */
const SPECIAL_DOMAINS = ["arpa", "invalid", "local", "localhost", "onion", "test"];

const LOCAL_PART =
  /^[a-zA-Z0-9_!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+(?:\.[a-zA-Z0-9_!#$%&'*+\-/=?^`{|}~\u0080-\u{10ffff}]+)*$/u;

/**
 * Why mail cannot be sent to an address, as part of a sentence that begins with "it"; undefined when it can (M-14). No
 * name is looked up. Quoted local parts and addresses in brackets are refused.
 */
export function emailFault(address: string): string | undefined {
  const at = address.indexOf("@");
  if (at < 0) {
    return "it has no @-sign.";
  }
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  return localFault(local) ?? domainFault(domain) ?? lengthFault(local, domain);
}

function localFault(local: string): string | undefined {
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
function unsafeFault(text: string): string | undefined {
  return /[^\p{L}\p{N}\p{P}\p{S}\p{M}]|^\p{M}/u.test(text) ? "it has a character that is not safe." : undefined;
}

function domainFault(domain: string): string | undefined {
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

function isLabel(label: string): boolean {
  const punycode = label.startsWith("xn--");
  return (
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(label) &&
    label.length <= LONGEST_LABEL &&
    (punycode ? asciiDomain(label) !== undefined : label.slice(2, 4) !== "--")
  );
}

const NOT_IN_DOMAINS = /[^\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}.\-\u00b7\u0375\u05f3\u05f4\u30fb]/u;
const MISPLACED_HYPHEN = /^-|-$|^(?!xn)..--/u;

/** The domain in lower-case ASCII (IDNA); undefined when it has none. */
function asciiDomain(domain: string): string | undefined {
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

function lengthFault(local: string, domain: string): string | undefined {
  const forms = [`${local}@${domain}`, `${local.normalize("NFC")}@${asciiDomain(domain) ?? ""}`];
  return forms.some((form) => new TextEncoder().encode(form).length > LONGEST_ADDRESS) ? "it is too long." : undefined;
}
