import {
  fileUrl,
  type IndexedFile,
  isFilename,
  isKnownApiVersion,
  type PageFault,
  type ProjectPage,
  SHA256,
} from "./project-page.ts";

/** What a file of a project is called; other links of a page lead elsewhere. */
const DISTRIBUTION = /\.(whl|tar\.gz|tgz|tar\.bz2|zip|egg)$/i;

/** The parser's work grows by the square of the elements that are open, and a page may have 32 MiB. */
const MOST_OPEN = 10_000;
const SLICE_CHARACTERS = 65_536;

/**
 * The HTML form of a project's page (PEP 503, 592, 629, 740, 792): one link a file, its SHA-256 in the fragment.
 * A page that neither lists a file nor says what it is (a login form, a web site) is no such page.
 *
 * @param url where the page came from
 */
export async function parseProjectHtml(body: string, url: URL): Promise<ProjectPage | PageFault> {
  const { Parser } = await import("htmlparser2");
  const files = new Map<string, IndexedFile>();
  const meta = new Map<string, string>();
  let open = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      open += 1;
      const file = tag === "a" ? readLink(attributes, url) : undefined;
      if (file !== undefined) {
        files.set(file.filename, file);
      }
      if (tag === "meta" && attributes.name !== undefined) {
        meta.set(attributes.name.toLowerCase(), attributes.content ?? "");
      }
    },
    onclosetag() {
      open -= 1;
    },
  });
  for (let at = 0; at < body.length && open < MOST_OPEN; at += SLICE_CHARACTERS) {
    parser.write(body.slice(at, at + SLICE_CHARACTERS));
  }
  if (open >= MOST_OPEN) {
    return { fault: "is a page of elements that never end, not the list of a project's files" };
  }
  parser.end();
  const version = meta.get("pypi:repository-version");
  if (version !== undefined && !isKnownApiVersion(version)) {
    return { fault: "is of no version of the Simple API that is known" };
  }
  if (version === undefined && files.size === 0) {
    return { fault: "is a web page, not the list of a project's files" };
  }
  return {
    status: meta.get("pypi:project-status") || "active",
    statusReason: meta.get("pypi:project-status-reason") || undefined,
    files,
  };
}

function readLink(attributes: Readonly<Record<string, string>>, page: URL): IndexedFile | undefined {
  const { href } = attributes;
  if (href === undefined || !URL.canParse(href, page.href)) {
    return undefined;
  }
  const { pathname, hash } = new URL(href, page);
  const filename = decoded(pathname.slice(pathname.lastIndexOf("/") + 1));
  if (!isFilename(filename) || !DISTRIBUTION.test(filename)) {
    return undefined;
  }
  const sha256 = new URLSearchParams(hash.slice(1)).get("sha256") ?? "";
  return {
    filename,
    url: fileUrl(href, page),
    sha256: SHA256.test(sha256) ? sha256.toLowerCase() : undefined,
    size: undefined,
    uploadedAtMs: undefined,
    yanked: attributes["data-yanked"] !== undefined,
    hasProvenance: (attributes["data-provenance"] ?? "") !== "",
  };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
