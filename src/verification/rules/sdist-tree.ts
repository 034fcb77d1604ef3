import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";
import { type ArchiveToJudge, missingLicense, REBUILD, refused, unhandled } from "./archive-judgement.ts";

/** Where the members of a source archive lie: S-05, S-06 and S-10. */
export interface SdistTree {
  /** The longest common path of all member names; undefined when there is none the index can work with. */
  readonly root: string | undefined;
  readonly violations: readonly Violation[];
}

/** Judges the names of all members, directories too, as they are in the archive. */
export function judgeTree(names: ReadonlySet<string>): SdistTree {
  const absolute = [...names].filter((name) => name.startsWith("/"));
  if (absolute.length > 0 && absolute.length < names.size) {
    const message = `Some members have absolute names (${quote(absolute[0] ?? "")}), on which PyPI fails.`;
    return {
      root: undefined,
      violations: [unhandled("S-10", "any", { message, remedy: "Use relative names for all members." })],
    };
  }
  const root = commonPath(names, absolute.length > 0);
  if (root === "" || root === "." || root === "/") {
    const problem = refused("S-05", "any", "Incorrect number of top-level directories in sdist", {
      message: names.size === 0 ? "The archive is empty." : "The members do not lie in one top directory.",
      remedy: "Put everything into one directory {name}-{version}, and do not add `.` itself to the archive.",
    });
    return { root: undefined, violations: [problem] };
  }
  const wanted = `${root}/PKG-INFO`;
  return { root, violations: names.has(wanted) ? [] : [missingPkgInfo(names, root, wanted)] };
}

function missingPkgInfo(names: ReadonlySet<string>, root: string, wanted: string): Violation {
  const dotted = names.has(`./${wanted}`);
  return refused("S-06", dotted ? "pypi" : "any", `PKG-INFO not found at ${wanted}`, {
    message: dotted
      ? "All names begin with `./`; PyPI looks for PKG-INFO without it."
      : `The archive has no ${quote(wanted)}, where ${quote(root)} is the longest path that all names share.`,
    remedy: dotted ? "Archive the directory by its name, not as `./` and the name." : REBUILD,
  });
}

/** The longest common path, without `.` parts and doubled slashes. */
function commonPath(names: ReadonlySet<string>, absolute: boolean): string {
  let shared: string[] | undefined;
  for (const name of names) {
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    const previous: string[] = shared ?? parts;
    const different = previous.findIndex((part, index) => part !== parts[index]);
    shared = different < 0 ? previous : previous.slice(0, different);
  }
  return `${absolute ? "/" : ""}${(shared ?? []).join("/")}`;
}

/** S-08. */
export function licenseViolations(sdist: ArchiveToJudge, root: string, names: ReadonlySet<string>): Violation[] {
  return sdist.licenseFiles
    .map((license) => ({ license, path: `${root}/${license}` }))
    .filter(({ path }) => !names.has(path))
    .map(({ license, path }) => missingLicense("S-08", sdist.filename, license, path));
}
