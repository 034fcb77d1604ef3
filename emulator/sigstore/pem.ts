/** PEM with lines of 64 characters (RFC 7468), as Go and OpenSSL write it. */
export function pem(der: Buffer, label: "CERTIFICATE" | "PUBLIC KEY"): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
