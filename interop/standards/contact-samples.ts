import type { Random } from "./random.ts";
import type { Sampler } from "./samples.ts";

function domain(random: Random): string {
  const label = (): string =>
    random.pick([
      "example",
      "a",
      "foo-bar",
      "b1",
      "mail",
      "münchen",
      "EXAMPLE",
      "-x",
      "x-",
      "a--b",
      "xn--mnchen-3ya",
      "a_b",
      "",
    ]);
  const top = random.pick(["com", "org", "de", "test", "local", "onion", "c0", "123", "中国", "COM", "x".repeat(64)]);
  return `${random.several(() => (random.once(6) ? label() : random.pick(["example", "pypi", "mail"])), 1, 3, ".")}.${top}`;
}

function email(random: Random): string {
  const local = (): string =>
    random.pick([
      "john",
      "a",
      "first.last",
      "x+tag",
      "o'neil",
      "é",
      "a..b",
      ".a",
      "a.",
      "a b",
      '"a b"',
      "{x}",
      "",
      "a".repeat(70),
    ]);
  return `${random.once(3) ? local() : "someone"}@${random.once(8) ? random.pick(["localhost", "[1.2.3.4]", "", "a@b.org"]) : domain(random)}`;
}

function addressList(random: Random): string {
  const display = (): string =>
    random.pick(["John Doe", "J. Doe", '"Doe, John"', "Doe (comment)", "José", '"a\\"b"', "(x", "Team:", "a@b", ""]);
  const entry = (): string => {
    const address = random.once(12) ? "" : email(random);
    return random.pick([
      address,
      `${display()} <${address}>`,
      `${display()}<${address}>`,
      display(),
      `${address} (${display()})`,
      `<${address}`,
      `<@route.org:${address}>`,
      `Team: ${address};`,
    ]);
  };
  return random.several(entry, 1, random.once(3) ? 3 : 1, random.pick([", ", ",", "; ", " "]));
}

function url(random: Random): string {
  const scheme = random.pick([
    "https://",
    "http://",
    "HTTPS://",
    "http:",
    "https:/",
    "irc://",
    "",
    "//",
    "git+https://",
    " https://",
  ]);
  const user = random.once(8) ? random.pick(["user@", "u:p@", "@", "a@b@", "ü@"]) : "";
  const host = random.pick([
    "example.com",
    "EXAMPLE.com",
    "127.0.0.1",
    "999.1.1.1",
    "[::1]",
    "[::1%eth0]",
    "[v1.x]",
    "[1:2]",
    "exa mple",
    "é",
    "",
  ]);
  const port = random.once(3) ? `:${random.pick(["80", "65535", "65536", "99999", "100000", "abc", ""])}` : "";
  const path = random.several(
    () => random.pick(["/", "a", "b c", "[x]", "%41", "%", "%zz", "{y}", "..", ".", "é", ":", "@"]),
    0,
    4,
  );
  const query = random.once(3) ? `?${random.pick(["a=b", "[", "a?b", "é", "%"])}` : "";
  const fragment = random.once(4) ? `#${random.pick(["x", "[x]", "a#b", "\n"])}` : "";
  return `${scheme}${user}${host}${port}${path}${query}${fragment}`;
}

/** Addresses of people and of pages. */
export const contactSamplers: Readonly<Record<string, Sampler>> = { email, "address-list": addressList, url };
