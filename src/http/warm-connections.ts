import type { Socket } from "node:net";
import type { buildConnector } from "undici";
import makeConnector from "undici/lib/core/connect.js";

/** As long as undici keeps an idle connection: a server may close an older one in the moment it is used. */
const GOOD_FOR_MS = 4_000;

interface Warm {
  readonly socket: Promise<Socket | undefined>;
  readonly since: number;
}

/** Connections opened ahead of need: on the way to a distant index setting one up takes as long as two requests. */
export class WarmConnections {
  readonly #connect: buildConnector.connector;
  readonly #byOrigin = new Map<string, Warm[]>();

  constructor(options: buildConnector.BuildOptions) {
    this.#connect = makeConnector({ ...options, allowH2: false });
  }

  /** Opens so many; no more than will be used, since a server may wait for a request on each. */
  open({ protocol, host, hostname, port, origin }: URL, count: number): void {
    const warm = this.#byOrigin.get(origin) ?? [];
    this.#byOrigin.set(origin, warm);
    while (warm.length < count) {
      const { promise, resolve } = Promise.withResolvers<Socket | undefined>();
      const bare = hostname.replace(/^\[(.*)\]$/, "$1");
      this.#connect({ protocol, host, hostname: bare, port }, (error, socket) => resolve(error ? undefined : socket));
      warm.push({ socket: promise, since: performance.now() });
    }
  }

  /** For undici: a connection that is there, or a new one. */
  readonly connector: buildConnector.connector = (options, callback) => {
    const warm = this.#byOrigin.get(new URL(`${options.protocol}//${options.host}`).origin)?.shift();
    if (warm === undefined) {
      this.#connect(options, callback);
      return;
    }
    warm.socket.then((socket) => {
      if (socket !== undefined && !socket.destroyed && performance.now() - warm.since < GOOD_FOR_MS) {
        callback(null, socket);
        return;
      }
      socket?.destroy();
      this.#connect(options, callback);
    }, undefined);
  };

  /** Closes those that nobody asked for. */
  close(): void {
    for (const { socket } of [...this.#byOrigin.values()].flat()) {
      socket.then((open) => open?.destroy(), undefined);
    }
  }
}
