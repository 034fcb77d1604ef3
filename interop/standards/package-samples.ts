import type { Random } from "./random.ts";
import type { Sampler } from "./samples.ts";

function name(random: Random): string {
  const word = (): string => random.pick(["a", "foo", "Foo", "bar", "x1", "9", "flufl", "Some"]);
  return random.several(word, 1, 3, random.pick(["-", "_", ".", "--", "-.", ""]));
}

function number(random: Random): string {
  return random.pick(["0", "1", "2", "10", "03", "00", "2026", "99999999999999999999"]);
}

function version(random: Random): string {
  const separator = (): string => random.pick(["", ".", "-", "_"]);
  const suffix = (letters: readonly string[]): string =>
    random.once(3) ? `${separator()}${random.pick(letters)}${separator()}${random.once(3) ? "" : number(random)}` : "";
  return [
    random.once(8) ? random.pick(["v", "V", " ", "\t", "\u00a0"]) : "",
    random.once(8) ? `${number(random)}!` : "",
    random.several(() => number(random), 1, 4, "."),
    suffix(["a", "alpha", "B", "beta", "c", "rc", "RC", "pre", "preview"]),
    random.once(12) ? `-${number(random)}` : suffix(["post", "rev", "r", "POST"]),
    suffix(["dev", "DEV"]),
    random.once(6)
      ? `+${random.several(() => random.pick(["local", "1", "01", "A"]), 1, 3, random.pick([".", "-", "_"]))}`
      : "",
    random.once(12) ? random.pick([" ", "\n", "\u2003"]) : "",
  ].join("");
}

function clause(random: Random): string {
  const operator = random.pick(["==", "!=", "<=", ">=", "<", ">", "~=", "===", "=", "=>", "^", ""]);
  const operand = random.once(6) ? random.pick(["x", "any thing", "", "1.*", "1.2.*"]) : version(random);
  return `${operator}${random.pick(["", "", " "])}${operand}${random.once(8) ? ".*" : ""}`;
}

function specifiers(random: Random): string {
  return (
    random.several(() => clause(random), 1, 3, random.pick([",", ", ", " , ", " "])) + (random.once(10) ? "," : "")
  );
}

function operand(random: Random): string {
  const variable = (): string =>
    random.pick([
      "python_version",
      "os_name",
      "os.name",
      "sys_platform",
      "extra",
      "extras",
      "dependency_groups",
      "color",
    ]);
  const text = (): string =>
    random.pick(["'3.8'", '"nt"', "'a b'", "'\\n'", "'\\'", "'\\x4'", "'\\u0041'", '"é"', "3", "''"]);
  return random.once(2) ? variable() : text();
}

function marker(random: Random, depth = 0): string {
  const operator = (): string =>
    random.pick(["==", "<", ">=", "in", "not in", " not  in", "~=", "===", "=", "is", " in"]);
  const comparison = (): string => {
    const blank = random.pick([" ", " ", ""]);
    return `${operand(random)}${blank}${operator()}${blank}${operand(random)}`;
  };
  const atom = (): string => (depth < 3 && random.once(4) ? `(${marker(random, depth + 1)})` : comparison());
  return random.several(atom, 1, 3, random.pick([" and ", " or ", " AND ", ") or ("]));
}

function requirement(random: Random): string {
  const extras = random.once(3)
    ? `[${random.several(() => name(random), 0, 3, random.pick([",", ", ", " "]))}${random.once(10) ? "," : ""}]`
    : "";
  const target = random.once(5)
    ? ` @ ${random.pick(["https://example.com/a.whl", "git+https://e.com/x", "file:///a b", "x;y"])}${random.pick(["", " ", "\t"])}`
    : random.once(4)
      ? ` (${specifiers(random)})`
      : random.pick(["", " "]) + (random.once(4) ? "" : specifiers(random));
  return `${name(random)}${extras}${target}${random.once(3) ? `${random.pick([";", "; ", " ; "])}${marker(random)}` : ""}`;
}

function wheel(random: Random): string {
  const platform = (): string =>
    random.pick([
      "any",
      "win_amd64",
      "linux_x86_64",
      "manylinux_2_17_x86_64",
      "manylinux2014_x86_64",
      "macosx_11_0_arm64",
    ]);
  const parts = [
    random.once(3) ? name(random) : name(random).replace(/[-_.]+/g, "_"),
    version(random).replaceAll("-", "_"),
    ...(random.once(4) ? [random.pick(["1", "2b", "q", "0x", ""])] : []),
    random.pick(["py3", "py2.py3", "cp313", "xyz9", "CP39"]),
    random.pick(["none", "abi3", "cp313", "cp39.cp310"]),
    random.several(platform, 1, 3, "."),
    ...(random.once(20) ? ["more"] : []),
  ];
  return `${parts.join("-")}${random.once(20) ? ".zip" : ".whl"}`;
}

function sdist(random: Random): string {
  return `${name(random)}${random.once(12) ? "" : "-"}${version(random)}${random.pick([".tar.gz", ".tar.gz", ".zip", ".tgz"])}`;
}

/** Names, versions and what is built from them. */
export const packageSamplers: Readonly<Record<string, Sampler>> = {
  name,
  version,
  specifier: specifiers,
  requires_python: specifiers,
  requirement,
  requires_dist: requirement,
  provides_extra: name,
  wheel,
  sdist,
};
