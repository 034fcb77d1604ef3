const PARTS = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^\\/?#]*))?([^?#]*)(?:\?([^#]*))?/;
const HIGHEST_PORT = 65_535;

/**
 * Whether PyPI takes the text for an http(s) address: the weak check of M-17. There has to be a scheme, path and query
 * have no square brackets, a port is at most 65535; a host is not required, and an authority that cannot be taken apart
 * is not judged at all.
 */
export function isWebAddress(value: string): boolean {
  const [, scheme = "", authority = "", path = "", query = ""] = PARTS.exec(value) ?? [];
  if (!["http", "https"].includes(scheme.toLowerCase()) || /[[\]]/.test(withoutDotSegments(path) + query)) {
    return false;
  }
  const port = portOf(authority);
  return port === undefined || port <= HIGHEST_PORT;
}

/** What `..` takes back is not judged (RFC 3986, 5.2.4). */
function withoutDotSegments(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      segments.pop();
    } else {
      segments.push(segment);
    }
  }
  return segments.join("/");
}

// RFC 3986, 3.2. The registered name is greedy: digits go to the port only behind a colon.
const AUTHORITY =
  /^(?:(?:[A-Za-z0-9._~\-!$&'()*+,;=:]|%[0-9A-Fa-f]{2})+@)?((?:[A-Za-z0-9._~\-!$&'()*+,;=]|%[0-9A-Fa-f]{2})*|\[[^\]]*\]):?([0-9]{1,5})?\n?$/;

function portOf(authority: string): number | undefined {
  const [, host = "", digits] = AUTHORITY.exec(authority) ?? [];
  return digits !== undefined && isHost(host) ? Number(digits) : undefined;
}

function isHost(host: string): boolean {
  if (host.startsWith("[")) {
    const literal = host.slice(1, -1);
    return /^v[0-9A-Fa-f]+\.[A-Za-z0-9._~\-!$&'()*+,;=:]+$/.test(literal) || isIpv6(literal);
  }
  return !IPV4_FORM.test(host) || isIpv4(host);
}

const IPV4_FORM = /^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$/;

function isIpv4(host: string): boolean {
  return host.split(".").every((byte) => Number(byte) <= 255);
}

function isIpv6(literal: string): boolean {
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
  return (
    hexadecimal.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) &&
    ((halves.length === 1 && length === 8) || (halves.length === 2 && length <= 7))
  );
}
