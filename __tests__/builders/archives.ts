import { createHash } from "node:crypto";
import { buildTarGz, type TarMember } from "./tar.ts";
import { buildZip, type ZipFaults, type ZipMember } from "./zip.ts";

/** A distribution in memory, with what its builder put into it. */
export interface BuiltArchive {
  readonly filename: string;
  readonly content: Buffer;
  readonly kind: "wheel" | "sdist";
  /** Project name as the metadata spells it. */
  readonly name: string;
  readonly version: string;
  /** Text of METADATA or PKG-INFO. */
  readonly metadata: string;
  /** Lower-case hex SHA-256 of the content. */
  readonly sha256: string;
}

export interface MetadataOptions {
  readonly name?: string;
  readonly version?: string;
  readonly metadataVersion?: string;
  /** Further headers, in order; a value with line feeds is folded by the caller. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Body of the metadata. */
  readonly description?: string;
  /** The whole text of METADATA or PKG-INFO, instead of the one made from the options above. */
  readonly metadata?: string;
}

export interface WheelOptions extends MetadataOptions {
  /** Default `py3-none-any`. */
  readonly tag?: string;
  readonly build?: string;
  /** File name, when it is not to follow from name, version and tag. */
  readonly filename?: string;
  /** Name of the `.dist-info` folder without the ending, when it is not to follow from the file name. */
  readonly distInfo?: string;
  /** Members by path, besides or instead of the usual ones; `null` leaves a usual one out. `{distInfo}` stands for the folder. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** Members appended as they are, not listed in RECORD. */
  readonly extraMembers?: readonly ZipMember[];
  readonly record?: string;
  readonly zip?: ZipFaults;
  /** Applied to every member before writing, to spoil some of them. */
  readonly spoil?: (member: ZipMember) => ZipMember;
}

export interface SdistOptions extends MetadataOptions {
  readonly filename?: string;
  /** Top directory, when it is not to follow from name and version. */
  readonly root?: string;
  /** Members by path below the top directory, besides or instead of the usual ones; `null` leaves one out. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** Members appended with the names they have. */
  readonly extraMembers?: readonly TarMember[];
}

const DEFAULT_NAME = "sample-project";
const DEFAULT_VERSION = "1.0.0";

/** Name part of file names (PEP 427, PEP 625): lower case, runs of `-_.` as one underscore. */
export function filenamePart(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "_");
}

/** Text of METADATA or PKG-INFO for the given options. */
export function buildMetadata(options: MetadataOptions = {}): string {
  if (options.metadata !== undefined) {
    return options.metadata;
  }
  const headers: (readonly [string, string])[] = [
    ["Metadata-Version", options.metadataVersion ?? "2.1"],
    ["Name", options.name ?? DEFAULT_NAME],
    ["Version", options.version ?? DEFAULT_VERSION],
    ...(options.headers ?? []),
  ];
  const head = headers.map(([name, value]) => `${name}: ${value}\n`).join("");
  return options.description === undefined ? head : `${head}\n${options.description}`;
}

/** A valid pure wheel with one module; each option changes or breaks one thing. */
export function buildWheel(options: WheelOptions = {}): BuiltArchive {
  const name = options.name ?? DEFAULT_NAME;
  const version = options.version ?? DEFAULT_VERSION;
  const tag = options.tag ?? "py3-none-any";
  const stem = [filenamePart(name), version, ...(options.build === undefined ? [] : [options.build]), tag].join("-");
  const filename = options.filename ?? `${stem}.whl`;
  const [namePart = "", versionPart = ""] = filename.replace(/\.whl$/, "").split("-");
  const distInfo = `${options.distInfo ?? `${namePart}-${versionPart}`}.dist-info`;
  const metadata = buildMetadata(options);
  const members = wheelMembers(options, { name, distInfo, tag, metadata });
  const spoiled = options.spoil === undefined ? members : members.map(options.spoil);
  const content = buildZip([...spoiled, ...(options.extraMembers ?? [])], options.zip);
  return built(filename, "wheel", name, version, metadata, content);
}

function wheelMembers(
  options: WheelOptions,
  parts: { name: string; distInfo: string; tag: string; metadata: string },
): ZipMember[] {
  const { distInfo } = parts;
  const build = options.build === undefined ? "" : `Build: ${options.build}\n`;
  const usual: Record<string, string | Buffer | null> = {
    [`${filenamePart(parts.name)}/__init__.py`]: '"""A module."""\n',
    [`${distInfo}/METADATA`]: parts.metadata,
    [`${distInfo}/WHEEL`]: `Wheel-Version: 1.0\nGenerator: builders\nRoot-Is-Purelib: true\nTag: ${parts.tag}\n${build}`,
    [`${distInfo}/RECORD`]: "",
  };
  for (const [path, data] of Object.entries(options.files ?? {})) {
    usual[path.replace("{distInfo}", distInfo)] = data;
  }
  const record = `${distInfo}/RECORD`;
  const present = Object.entries(usual).filter((entry): entry is [string, string | Buffer] => entry[1] !== null);
  const others = present.filter(([path]) => path !== record);
  const members: ZipMember[] = others.map(([name, data]) => ({ name, data }));
  if (usual[record] === null) {
    return members;
  }
  const given = usual[record] === "" ? undefined : usual[record];
  return [...members, { name: record, data: options.record ?? given ?? recordOf(others, record) }];
}

function recordOf(members: readonly (readonly [string, string | Buffer])[], record: string): string {
  const lines = members
    .filter(([path]) => !path.endsWith("/"))
    .map(([path, data]) => {
      const digest = createHash("sha256").update(data).digest("base64url");
      return `${path},sha256=${digest},${Buffer.byteLength(data)}\n`;
    });
  return `${lines.join("")}${record},,\n`;
}

/** A valid source archive with one module; each option changes or breaks one thing. */
export function buildSdist(options: SdistOptions = {}): BuiltArchive {
  const name = options.name ?? DEFAULT_NAME;
  const version = options.version ?? DEFAULT_VERSION;
  const stem = `${filenamePart(name)}-${version}`;
  const filename = options.filename ?? `${stem}.tar.gz`;
  const root = options.root ?? stem;
  const metadata = buildMetadata(options);
  const usual: Record<string, string | Buffer | null> = {
    "PKG-INFO": metadata,
    "pyproject.toml": `[project]\nname = "${name}"\nversion = "${version}"\n`,
    [`${filenamePart(name)}.py`]: '"""A module."""\n',
    ...options.files,
  };
  const members: TarMember[] = [{ name: `${root}/`, type: "5" }];
  for (const [path, data] of Object.entries(usual)) {
    if (data !== null) {
      members.push({ name: `${root}/${path}`, data });
    }
  }
  const content = buildTarGz([...members, ...(options.extraMembers ?? [])]);
  return built(filename, "sdist", name, version, metadata, content);
}

function built(
  filename: string,
  kind: BuiltArchive["kind"],
  name: string,
  version: string,
  metadata: string,
  content: Buffer,
): BuiltArchive {
  return {
    filename,
    kind,
    name,
    version,
    metadata,
    content,
    sha256: createHash("sha256").update(content).digest("hex"),
  };
}
