/** The index to publish to. */
export interface IndexTarget {
  readonly kind: "pypi" | "testpypi" | "other";
  /** What people call it: `PyPI`, `TestPyPI`, or the host. */
  readonly name: string;
  /** Where distributions are uploaded. */
  readonly uploadUrl: URL;
  /** Main site, where tokens are exchanged and projects have their pages (index rule O-01). */
  readonly site: URL;
}

/** A `repository-url` that cannot be right, and what to write instead. */
export interface TargetFault {
  readonly fault: string;
}

const PYPI_UPLOAD = "https://upload.pypi.org/legacy/";
const TESTPYPI_UPLOAD = "https://test.pypi.org/legacy/";

/** Hosts that are PyPI or TestPyPI in some way, and the one upload address of each. */
const UPLOAD_BY_HOST = new Map([
  ["upload.pypi.org", PYPI_UPLOAD],
  ["pypi.org", PYPI_UPLOAD],
  ["www.pypi.org", PYPI_UPLOAD],
  ["pypi.python.org", PYPI_UPLOAD],
  ["upload.pypi.io", PYPI_UPLOAD],
  ["pypi.io", PYPI_UPLOAD],
  ["files.pythonhosted.org", PYPI_UPLOAD],
  ["test.pypi.org", TESTPYPI_UPLOAD],
  ["upload.test.pypi.org", TESTPYPI_UPLOAD],
  ["testpypi.python.org", TESTPYPI_UPLOAD],
]);

/** The index behind a `repository-url`, or what is wrong with it and which address is right. */
export function parseTarget(value: string): IndexTarget | TargetFault {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
    return schemeFault(value);
  }
  if (!URL.canParse(value)) {
    return { fault: "is not a URL" };
  }
  const url = new URL(value);
  if (url.username !== "" || url.password !== "") {
    return { fault: "holds credentials; put them into the inputs `user` and `password` and leave them out of the URL" };
  }
  if (url.hash !== "") {
    return { fault: `has a fragment (${url.hash}); write ${url.href.slice(0, -url.hash.length)}` };
  }
  return protocolFault(url) ?? knownIndex(url) ?? simplePageFault(url) ?? otherIndex(url);
}

/** The indexes by the names that other tools' configuration gives them. */
const UPLOAD_BY_NAME = new Map([
  ["pypi", PYPI_UPLOAD],
  ["testpypi", TESTPYPI_UPLOAD],
]);

function schemeFault(value: string): TargetFault {
  const named = UPLOAD_BY_NAME.get(value.toLowerCase());
  const withScheme = `https://${value.replace(/^(https?:)?\/*/i, "")}`;
  if (named !== undefined || !URL.canParse(withScheme)) {
    return { fault: named === undefined ? "is not a URL; it has to begin with https://" : `is no URL; write ${named}` };
  }
  const right = parseTarget(withScheme);
  if ("fault" in right) {
    return { fault: `has no scheme https://, and it ${right.fault}` };
  }
  // A word alone is a mistake of another kind, for which there is no guess.
  return new URL(withScheme).hostname.includes(".")
    ? { fault: `has no scheme; write ${right.uploadUrl.href}` }
    : { fault: "is not a URL; it has to begin with https://" };
}

function protocolFault(url: URL): TargetFault | undefined {
  if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) {
    return undefined;
  }
  if (url.protocol === "http:") {
    const right = parseTarget(url.href.replace(/^http:/, "https:"));
    const instead = "fault" in right ? `besides, it ${right.fault}` : `write ${right.uploadUrl.href}`;
    return { fault: `is plain http, which would show the credential to everyone on the way; ${instead}` };
  }
  return { fault: `has the scheme ${url.protocol.slice(0, -1)}; only https is possible` };
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function knownIndex(url: URL): IndexTarget | TargetFault | undefined {
  const upload = UPLOAD_BY_HOST.get(url.hostname);
  if (upload === undefined) {
    return undefined;
  }
  // Index rule H-02: the address without its final slash answers with a redirect.
  if (url.href === upload || `${url.href}/` === upload) {
    return upload === PYPI_UPLOAD
      ? { kind: "pypi", name: "PyPI", uploadUrl: new URL(upload), site: new URL("https://pypi.org/") }
      : { kind: "testpypi", name: "TestPyPI", uploadUrl: new URL(upload), site: new URL("https://test.pypi.org/") };
  }
  const what = /^\/project\//.test(url.pathname)
    ? "is the page of a project"
    : /\/simple\b/.test(url.pathname)
      ? "is the Simple API, from which installers read"
      : "is not an upload address";
  return { fault: `${what}; write ${upload}` };
}

/** The read side of other indexes, which their installers' configuration shows and people copy. */
function simplePageFault(url: URL): TargetFault | undefined {
  const match = /^(.*\/)\+?simple\/?$/.exec(url.pathname);
  const base = match?.[1];
  if (base === undefined) {
    return undefined;
  }
  const right = new URL(url.href);
  if (url.hostname.endsWith("dev.azure.com") || url.hostname.endsWith("pkgs.visualstudio.com")) {
    right.pathname = `${base}upload/`;
  } else if (/^\/pypi\/[^/]+\/$/.test(base)) {
    right.pathname = `${base}legacy/`;
  } else {
    right.pathname = base;
  }
  return { fault: `is a Simple API address, from which installers read; write ${right.href}` };
}

function otherIndex(url: URL): IndexTarget {
  return { kind: "other", name: url.host, uploadUrl: url, site: new URL(url.origin) };
}

/** Page of a release, where the index is known to have one. */
export function releasePage(target: IndexTarget, project: string, version: string): string | undefined {
  return target.kind === "other"
    ? undefined
    : new URL(`/project/${encodeURIComponent(project)}/${encodeURIComponent(version)}/`, target.site).href;
}

/** The page that registers trusted publishers of a project, its form filled in by the query (index rule O-18). */
export function publishingPage(target: IndexTarget, project: string, query: URLSearchParams): string {
  return new URL(`/manage/project/${encodeURIComponent(project)}/settings/publishing/?${query}`, target.site).href;
}

/** What becomes of the files that are stored already when the job is run again (index rule P-19 is PyPI's). */
export function runAgain(target: IndexTarget): string {
  return target.kind === "other"
    ? "a file that is stored with the same content counts as present where the index can be read (`check-url`)"
    : "a file that is stored with the same content is accepted once more";
}
