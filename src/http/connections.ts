import type { CertificateFiles } from "./certificates.ts";
import { HttpClient, type HttpSettings } from "./client.ts";

/** The ways out of a run: to the index, and to everyone else, whom the index's certificates do not concern. */
export interface Connections {
  readonly index: HttpClient;
  readonly github: HttpClient;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly userAgent: string;
  readonly signal: AbortSignal;
  readonly settings: HttpSettings;
  readonly certificates: CertificateFiles;
}

/**
 * @throws PublishError `input-invalid` for a certificate file that cannot be read or is not what it should be.
 */
export async function openConnections(options: ConnectionOptions): Promise<Connections> {
  const { userAgent, signal, settings, certificates } = options;
  const given = certificates.caCert.length + certificates.clientCert.length > 0;
  const tls = given ? await (await import("./certificates.ts")).readTlsIdentity(certificates) : undefined;
  const index = new HttpClient(userAgent, signal, { ...settings, tls });
  const github = new HttpClient(userAgent, signal, settings);
  return {
    index,
    github,
    close: async () => {
      await Promise.all([index.close(), github.close()]);
    },
  };
}
