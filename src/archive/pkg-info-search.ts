import { quote } from "../quote.ts";
import { archiveError } from "./archive-error.ts";
import { MAX_MEMBERS, MAX_METADATA_BYTES } from "./limits.ts";
import type { TarMember, TarSink } from "./tar.ts";

interface Found {
  readonly topDirectory: string;
  readonly pkgInfo: Buffer;
}

const REMEDY =
  "Build the source distribution again with a current build back end: it holds one directory {name}-{version} with PKG-INFO directly in it.";
const FILE_TYPES = ["0", "7"];

/** Looks for `{top directory}/PKG-INFO` among the members of a tar archive. */
export class PkgInfoSearch {
  found: Found | undefined;
  readonly #path: string;
  #topDirectory: string | undefined;
  #members = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** The next member. Throws a PublishError when the archive is no source distribution. */
  enter(member: TarMember): TarSink | undefined {
    const problem = this.#judge(member);
    if (problem !== undefined) {
      throw archiveError(this.#path, problem, { remedy: REMEDY });
    }
    const topDirectory = this.#topDirectory ?? "";
    if (this.found !== undefined || member.name !== `${topDirectory}/PKG-INFO`) {
      return undefined;
    }
    const chunks: Buffer[] = [];
    return {
      chunk: (bytes) => chunks.push(Buffer.from(bytes)),
      end: () => {
        this.found = { topDirectory, pkgInfo: Buffer.concat(chunks) };
      },
    };
  }

  /** What to say when the archive has ended. */
  notFound(): Error {
    const problem =
      this.#topDirectory === undefined ? "is an empty archive" : `has no ${quote(`${this.#topDirectory}/PKG-INFO`)}`;
    return archiveError(this.#path, problem, { remedy: REMEDY });
  }

  /** Why the archive is no source distribution, as far as this member shows it (S-05, S-06, S-10). */
  #judge({ name, type, size }: TarMember): string | undefined {
    this.#members += 1;
    if (this.#members > MAX_MEMBERS) {
      return `has more than ${MAX_MEMBERS} members`;
    }
    const [top = "", ...rest] = name.split("/", 2);
    if (top === "" || top === "." || top === "..") {
      return `has the member ${quote(name)}, whose name does not begin with a directory name`;
    }
    if (rest.length === 0 && type !== "5") {
      return `has the member ${quote(name)} outside of a top directory`;
    }
    this.#topDirectory ??= top;
    if (top !== this.#topDirectory) {
      return `has more than one top directory (${quote(this.#topDirectory)}, ${quote(top)})`;
    }
    if (name !== `${top}/PKG-INFO`) {
      return undefined;
    }
    if (!FILE_TYPES.includes(type)) {
      return "has a PKG-INFO that is no regular file";
    }
    if (size === 0) {
      return "has an empty PKG-INFO";
    }
    return size > MAX_METADATA_BYTES ? `has a PKG-INFO of more than ${MAX_METADATA_BYTES} bytes` : undefined;
  }
}
