import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import { describeError, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";

/** PEM files by their paths, relative ones in the workspace; several where their contents belong together. */
export interface CertificateFiles {
  readonly workspace: string;
  /** Certificate authorities trusted besides those that are trusted anyway. */
  readonly caCert: readonly string[];
  /** Certificate (chain) and private key of the client, in one file or in two. */
  readonly clientCert: readonly string[];
}

/** Whom a connection trusts, and as whom it shows itself. */
export interface TlsIdentity {
  /** For the index: with the client's certificate. */
  readonly index: SecureContext;
  /** For everything on the way to it. */
  readonly proxy: SecureContext;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[\s\S]+?-----END (?:[A-Z]+ )*PRIVATE KEY-----/g;

/**
 * The files of `ca-cert` and `client-cert`, checked and ready for connections; undefined when none is given. The usual
 * authorities and those of `NODE_EXTRA_CA_CERTS` stay trusted.
 *
 * @throws PublishError `input-invalid` for a file that cannot be read or is not what it should be.
 */
export async function readTlsIdentity({ workspace, ...given }: CertificateFiles): Promise<TlsIdentity | undefined> {
  const inWorkspace = (file: string) => resolve(workspace, file);
  const caCert = given.caCert.map(inWorkspace);
  const clientCert = given.clientCert.map(inWorkspace);
  if (caCert.length === 0 && clientCert.length === 0) {
    return undefined;
  }
  const ca = [...getCACertificates("default"), ...certificates("ca-cert", caCert, await readAll("ca-cert", caCert))];
  const client = clientCert.length === 0 ? {} : await readClient(clientCert);
  return { index: createSecureContext({ ca, ...client }), proxy: createSecureContext({ ca }) };
}

async function readClient(files: readonly string[]): Promise<{ cert: string; key: string }> {
  const text = await readAll("client-cert", files);
  const chain = certificates("client-cert", files, text);
  const [key, ...others] = text.match(KEY) ?? [];
  if (key === undefined || others.length > 0) {
    throw invalid("client-cert", files, `${others.length > 0 ? "more than one" : "no"} private key in PEM form`);
  }
  if (new X509Certificate(chain[0] ?? "").checkPrivateKey(readKey(key, files))) {
    return { cert: chain.join("\n"), key };
  }
  throw invalid("client-cert", files, "a private key that does not belong to the first certificate");
}

function readKey(key: string, files: readonly string[]): KeyObject {
  try {
    return createPrivateKey(key);
  } catch (error) {
    const locked = /ENCRYPTED/.test(key);
    throw invalid("client-cert", files, locked ? "an encrypted private key" : "a private key that cannot be read", {
      remedy: locked ? "Write the key without a passphrase into a file that only this job can read." : undefined,
      cause: error,
    });
  }
}

function certificates(input: string, files: readonly string[], text: string): readonly string[] {
  const found = text.match(CERTIFICATE) ?? [];
  if (found.length === 0 && files.length > 0) {
    throw invalid(input, files, "no certificate in PEM form");
  }
  for (const certificate of found) {
    try {
      new X509Certificate(certificate);
    } catch (error) {
      throw invalid(input, files, "a certificate that cannot be read", { cause: error });
    }
  }
  return found;
}

async function readAll(input: string, files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readOne(input, file)));
  return texts.join("\n");
}

async function readOne(input: string, file: string): Promise<string> {
  try {
    return await readFile(file, "latin1");
  } catch (error) {
    throw new PublishError(
      "input-invalid",
      `The file ${quote(file, 300)} of \`${input}\` cannot be read: ${describeError(error)}`,
      {
        remedy: `\`${input}\` names a PEM file, by its path in the workspace or its whole path; a step before this one has to write it.`,
        cause: error,
      },
    );
  }
}

function invalid(
  input: string,
  files: readonly string[],
  what: string,
  { remedy, cause }: { readonly remedy?: string | undefined; readonly cause?: unknown } = {},
): PublishError {
  const names = files.map((file) => quote(file, 300)).join(", ");
  return new PublishError("input-invalid", `Input \`${input}\`: ${names} holds ${what}.`, {
    remedy:
      remedy ??
      (input === "ca-cert"
        ? "Give the certificate of the authority in PEM form (text that begins with -----BEGIN CERTIFICATE-----)."
        : "Give certificate and private key in PEM form, both in one file, or the two files on two lines."),
    cause,
  });
}
