import { MAX_MEMBERS, MAX_NAME_BYTES } from "../../archive/limits.ts";
import type { TarMember, TarSink } from "../../archive/tar.ts";
import type { Violation } from "../violation.ts";
import { ambiguous, listed, REBUILD, refused, taken } from "./archive-judgement.ts";
import { leadsOutside, unpackedPath } from "./archive-names.ts";
import { CodeScan, type EncryptionTool, encryptedCode, isScanned } from "./code-scan.ts";

const LINK_TYPES = ["1", "2"];
const DEVICE_TYPES = ["3", "4", "6"];
const FILE_TYPES = ["0", "7", "S"];

/** Sees every member of a source archive go by and remembers what the rules ask for. */
export class SdistMembers {
  readonly names = new Set<string>();
  /** More members, or longer names, than are held in memory. */
  tooMany = false;
  readonly #sparse: string[] = [];
  readonly #outside: string[] = [];
  readonly #links: string[] = [];
  readonly #devices: string[] = [];
  readonly #duplicates: string[] = [];
  /** By their paths once unpacked, in lower case, which some systems do not tell apart. */
  readonly #pkgInfos = new Set<string>();
  readonly #pkgInfoTwins: string[] = [];
  readonly #linkTree = new LinkTree();
  readonly #throughLinks: string[] = [];
  readonly #encrypted = new Map<EncryptionTool, string[]>();
  #nameBytes = 0;
  #count = 0;

  enter(member: TarMember): TarSink | undefined {
    const { name, type } = member;
    this.#nameBytes += name.length;
    this.#count += 1;
    this.tooMany ||= this.#count > MAX_MEMBERS || this.#nameBytes > MAX_NAME_BYTES;
    if (this.tooMany) {
      return undefined;
    }
    this.#place(member);
    const marks: [boolean, string[]][] = [
      [member.sparse, this.#sparse],
      [leadsOutside(name), this.#outside],
      [LINK_TYPES.includes(type) && linksOutside(member), this.#links],
      [DEVICE_TYPES.includes(type), this.#devices],
      [this.names.has(name) && type !== "5", this.#duplicates],
    ];
    for (const [applies, names] of marks) {
      if (applies) {
        names.push(name);
      }
    }
    this.names.add(name);
    return FILE_TYPES.includes(type) && member.size > 0 && isScanned(name, member.size) ? this.#scan(name) : undefined;
  }

  /** Where the member lands when the archive is unpacked. */
  #place({ name, type }: TarMember): void {
    const path = unpackedPath(name);
    const folded = path.toLowerCase();
    if (folded.endsWith("/pkg-info")) {
      const seen = this.#pkgInfos.has(folded);
      (seen ? this.#pkgInfoTwins : []).push(name);
      this.#pkgInfos.add(folded);
    }
    if (this.#linkTree.meets(path)) {
      this.#throughLinks.push(name);
    }
    if (LINK_TYPES.includes(type)) {
      this.#linkTree.add(path);
    }
  }

  #scan(name: string): TarSink {
    const scan = new CodeScan();
    return {
      chunk: (bytes) => scan.chunk(bytes),
      end: () => {
        const tool = scan.result();
        if (tool !== undefined) {
          const names = this.#encrypted.get(tool) ?? [];
          names.push(name);
          this.#encrypted.set(tool, names);
        }
      },
    };
  }

  /** S-04. */
  sparseViolations(): Violation[] {
    const shown = this.#sparse;
    return shown.length === 0
      ? []
      : [
          refused("S-04", "pypi", "tar archive not accepted: Sparse members are not allowed.", {
            message: `Sparse: ${listed(shown)}.`,
            remedy: "Create the archive without support for sparse files (GNU tar: no -S).",
          }),
        ];
  }

  /** S-07. */
  codeViolations(): Violation[] {
    return [...this.#encrypted].map(([tool, shown]) => encryptedCode("S-07", tool, shown));
  }

  /** What one tool unpacks is not what another one reads (S-09). */
  ambiguities(): Violation[] {
    const told: [string[], string][] = [
      [
        this.#pkgInfoTwins,
        "PKG-INFO is there more than once, and the last one replaces the others when it is unpacked",
      ],
      [this.#throughLinks, "Members that replace a link, or lie below one, and so land in its target"],
    ];
    return told
      .filter(([shown]) => shown.length > 0)
      .map(([shown, what]) => ambiguous("S-09", { message: `${what}: ${listed(shown)}.`, remedy: REBUILD }));
  }

  /** S-09. */
  cautions(): Violation[] {
    const told: [string[], string, string][] = [
      [this.#outside, "Names that lead out of the archive", "Use relative names without `..`."],
      [
        this.#links,
        "Links to the outside of the archive, which pip refuses",
        "Add the files instead of links to them.",
      ],
      [this.#devices, "Device nodes or pipes, which pip refuses", "Leave them out."],
      [this.#duplicates, "There twice, so that tools may disagree about the content", "Add every file once."],
    ];
    return told
      .filter(([shown]) => shown.length > 0)
      .map(([shown, what, remedy]) => taken("S-09", { message: `${what}: ${listed(shown)}.`, remedy }));
  }
}

/** A symbolic link starts where it lies, a hard link at the top. */
function linksOutside({ type, name, linkName }: TarMember): boolean {
  const target = unpackedPath(type === "2" ? `${name}/../${linkName}` : linkName);
  return linkName.startsWith("/") || target === ".." || target.startsWith("../");
}

interface LinkNode {
  readonly below: Map<string, LinkNode>;
  link: boolean;
}

/** Paths of links; finds those among the parents of a path in time linear in its length. */
class LinkTree {
  readonly #root: LinkNode = { below: new Map(), link: false };

  add(path: string): void {
    let node = this.#root;
    for (const part of path.split("/")) {
      const next = node.below.get(part) ?? { below: new Map<string, LinkNode>(), link: false };
      node.below.set(part, next);
      node = next;
    }
    node.link = true;
  }

  /** True for the path of a link, and for a path that leads through one. */
  meets(path: string): boolean {
    let node: LinkNode | undefined = this.#root;
    for (const part of this.#root.below.size === 0 ? [] : path.split("/")) {
      node = node.below.get(part);
      if (node === undefined || node.link) {
        return node?.link === true;
      }
    }
    return false;
  }
}
