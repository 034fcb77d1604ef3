import { Secret } from "../secret.ts";
import { type IndexTarget, isLoopback } from "./target.ts";

/** Where the Simple API of an index is. */
export interface SimpleApiLocation {
  /** Base with its final slash; the page of a project is below it. */
  readonly url: URL;
  /**
   * How it is known: `published` by PyPI and TestPyPI, `given` as `check-url`, or `assumed`, because an index that
   * trusts publishers is PyPI's software, which has it at `/simple/` of the site that mints tokens. `guessed` from the
   * upload address, it may list what comes from elsewhere, as indexes that stand before others do.
   */
  readonly source: "published" | "given" | "assumed" | "guessed";
  /** Value of the Authorization header for reading, where one is known. */
  readonly authorization?: Secret;
}

/** The input `check-url`, taken apart. */
export interface CheckUrl {
  readonly url: URL;
  /** User and password that stood in it. */
  readonly login?: { readonly user: string; readonly password: Secret };
}

const PUBLISHED = {
  pypi: "https://pypi.org/simple/",
  testpypi: "https://test.pypi.org/simple/",
} as const;

const NAMES = { pypi: "PyPI", testpypi: "TestPyPI" } as const;

/** Hosts of PyPI and TestPyPI, whatever people take from them. */
const KNOWN_HOST = /^((www|upload|files)\.)?(?<test>test\.)?(pypi\.org|pypi\.io|pypi\.python\.org)$/;

/** The Simple API behind a `check-url`, or what is wrong with it and what to write instead. */
export function parseCheckUrl(value: string, target: IndexTarget): CheckUrl | { readonly fault: string } {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    return { fault: "is not a URL; it has to begin with https://" };
  }
  const url = new URL(value);
  const { username, password } = url;
  url.username = "";
  url.password = "";
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return {
      fault: `is plain http, which anybody on the way can change; write ${url.href.replace(/^http:/, "https:")}`,
    };
  }
  if (url.hash !== "" || url.search !== "") {
    return { fault: `has a query or a fragment; write ${url.origin}${url.pathname}` };
  }
  if (!url.pathname.endsWith("/")) {
    url.pathname += "/";
  }
  return foreignIndex(url, target) ?? uploadAddress(url, target) ?? { url, ...login(username, password) };
}

/** Another index than the one uploaded to says nothing about it. */
function foreignIndex(url: URL, target: IndexTarget): { readonly fault: string } | undefined {
  const known = KNOWN_HOST.exec(url.hostname);
  if (known === null) {
    return undefined;
  }
  const kind = known.groups?.test === undefined ? "pypi" : "testpypi";
  if (kind !== target.kind) {
    return {
      fault: `belongs to ${NAMES[kind]}, and \`repository-url\` to ${target.name}; ${
        target.kind === "other" ? "give the Simple API of that index" : "leave it out"
      }`,
    };
  }
  const right = PUBLISHED[kind];
  return url.href === right ? undefined : { fault: `is not the Simple API; leave it out or write ${right}` };
}

function uploadAddress(url: URL, { uploadUrl }: IndexTarget): { readonly fault: string } | undefined {
  const upload = uploadUrl.href.endsWith("/") ? uploadUrl.href : `${uploadUrl.href}/`;
  return url.href === upload || url.pathname.endsWith("/legacy/")
    ? {
        fault:
          "is an upload address; give the address that installers read from (pip's `--index-url`), often one that ends in /simple/",
      }
    : undefined;
}

function login(user: string, password: string): Pick<CheckUrl, "login"> {
  if (user === "" && password === "") {
    return {};
  }
  return { login: { user: decoded(user), password: new Secret(decoded(password)) } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export interface Publication {
  readonly target: IndexTarget;
  readonly checkUrl: CheckUrl | undefined;
  /** Whether uploads are allowed by trusted publishing. */
  readonly trustedPublishing: boolean;
  /** Value of the Authorization header of uploads; undefined when a token is still to be minted. */
  readonly uploadAuthorization: Secret | undefined;
  /** The same for the login of the `check-url`. */
  readonly checkAuthorization: Secret | undefined;
}

/**
 * Where the index can be read, or undefined when nothing says so. The credential of the upload goes along only to
 * the origin that it is for anyway.
 */
export function locateSimpleApi(publication: Publication): SimpleApiLocation | undefined {
  const { target, checkUrl, trustedPublishing, uploadAuthorization, checkAuthorization } = publication;
  if (checkUrl !== undefined) {
    const { url } = checkUrl;
    const sameOrigin = url.origin === target.uploadUrl.origin;
    const authorization = checkAuthorization ?? (sameOrigin ? uploadAuthorization : undefined);
    return { url, source: "given", ...(authorization !== undefined && { authorization }) };
  }
  if (target.kind !== "other") {
    return { url: new URL(PUBLISHED[target.kind]), source: "published" };
  }
  return trustedPublishing ? { url: new URL("/simple/", target.site), source: "assumed" } : undefined;
}

/**
 * Where indexes have their Simple API as a rule, seen from the upload address: beside `legacy/` or `upload/` (pulp,
 * pypiron, Azure Artifacts), or below it (pypiserver, GitLab, Gitea, Nexus, Artifactory and others; devpi with a `+`).
 */
export function guessedSimpleApis({ uploadUrl }: IndexTarget): readonly URL[] {
  const base = new URL(uploadUrl.origin + uploadUrl.pathname.replace(/\/?$/, "/"));
  return /\/(legacy|upload)\/$/.test(base.pathname)
    ? [new URL("../simple/", base)]
    : [new URL("simple/", base), new URL("+simple/", base)];
}
