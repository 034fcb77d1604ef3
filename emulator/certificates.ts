import "reflect-metadata"; // the container inside @peculiar/x509 needs it, and needs it first
import { webcrypto } from "node:crypto";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

export interface ServerCertificate {
  /** PEM, PKCS #8. */
  readonly key: string;
  /** PEM: the server's certificate. */
  readonly cert: string;
  /** PEM: the authority that signed it. */
  readonly caCertificate: string;
  /** PEM: key and certificate of a client, by the same authority. */
  readonly client: { readonly key: string; readonly cert: string };
}

/** A host that only the proxies of the tests know. */
export const COMPANY_HOST = "pypi.company.test";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const DAY_MS = 86_400_000;

type Keys = Awaited<ReturnType<typeof makeKeys>>;

/** A fresh certificate authority and, signed by it, a server certificate for this machine by several names. */
export async function makeServerCertificate(): Promise<ServerCertificate> {
  const caKeys = await makeKeys();
  const ca = await X509CertificateGenerator.createSelfSigned(
    {
      ...validity(),
      serialNumber: "01",
      name: "CN=Emulated certificate authority",
      keys: caKeys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    },
    webcrypto,
  );
  const issue = (serialNumber: string, name: string, extensions: readonly Extension[]) =>
    signed({ issuer: ca.subject, signingKey: caKeys.privateKey }, { serialNumber, name, extensions });
  const server = await issue("02", "localhost", [
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([
      { type: "dns", value: "localhost" },
      { type: "ip", value: "127.0.0.1" },
      { type: "ip", value: "::1" },
      // Names of this machine that no proxy rule takes for loopback.
      { type: "dns", value: COMPANY_HOST },
      { type: "ip", value: "0.0.0.0" },
      // A company can vouch for anyone to those who trust its authority.
      { type: "dns", value: "fulcio.sigstore.dev" },
      { type: "dns", value: "upload.pypi.org" },
      { type: "dns", value: "pypi.org" },
      { type: "dns", value: "test.pypi.org" },
    ]),
  ]);
  const client = await issue("03", "release-bot", [new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])]);
  return { ...server, caCertificate: ca.toString("pem"), client };
}

interface Subject {
  readonly serialNumber: string;
  readonly name: string;
  readonly extensions: readonly Extension[];
}

/** PEM key and certificate. */
async function signed(
  authority: { readonly issuer: string; readonly signingKey: Keys["privateKey"] },
  { serialNumber, name, extensions }: Subject,
): Promise<{ key: string; cert: string }> {
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.create(
    {
      ...validity(),
      ...authority,
      serialNumber,
      subject: `CN=${name}`,
      publicKey: keys.publicKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        ...extensions,
      ],
    },
    webcrypto,
  );
  const key = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { key: PemConverter.encode(key, "PRIVATE KEY"), cert: certificate.toString("pem") };
}

function makeKeys() {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

function validity() {
  return { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + 30 * DAY_MS) };
}
