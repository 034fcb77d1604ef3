import { createServer, type IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";

export interface ConnectProxyOptions {
  /** What a client has to show. Default: nothing. */
  readonly login?: { readonly user: string; readonly password: string };
  /** `silent`: connections are taken and nothing is said; a number: the status every tunnel is refused with. */
  readonly refusal?: "silent" | number;
  /** Where tunnels to port 443 lead on this machine. */
  readonly httpsPort?: number;
}

export interface ConnectProxy {
  readonly port: number;
  /** `host:port` of every tunnel asked for, in order. */
  readonly tunnels: readonly string[];
  close(): Promise<void>;
}

/**
 * An HTTP proxy on 127.0.0.1 that makes tunnels (RFC 9110, 9.3.6), as companies have them. Whatever host is asked for
 * is this machine, as if the company's own name service said so.
 */
export async function startConnectProxy({
  login,
  refusal,
  httpsPort = 443,
}: ConnectProxyOptions = {}): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
    client.on("error", () => undefined);
    tunnels.push(request.url ?? "");
    const status = refusal ?? (isWelcome(request, login) ? undefined : 407);
    if (status === "silent") {
      return;
    }
    if (status !== undefined) {
      client.end(`HTTP/1.1 ${status} No\r\nproxy-authenticate: Basic realm="proxy"\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const port = Number((request.url ?? "").split(":")[1] ?? "443");
    const upstream = connect({ host: "127.0.0.1", port: port === 443 ? httpsPort : port }, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on("error", () => client.destroy());
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    tunnels,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
  };
}

function isWelcome({ headers }: IncomingMessage, login: ConnectProxyOptions["login"]): boolean {
  if (login === undefined) {
    return true;
  }
  const expected = Buffer.from(`${login.user}:${login.password}`).toString("base64");
  return headers["proxy-authorization"] === `Basic ${expected}`;
}
