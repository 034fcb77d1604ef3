import { connect, createServer, type Server, type Socket } from "node:net";

export interface LinkOptions {
  /** Time for a packet to get there and back, in milliseconds. Default 0. */
  readonly roundTripMs?: number;
  /** Shared by all connections, for each direction by itself. Default: unlimited. */
  readonly bitsPerSecond?: number;
}

export interface Link {
  /** Port on 127.0.0.1 to connect to. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * What a sender may have on the way before it has to wait, in bytes: about what Linux lets a TCP window grow to, and more
 * than 1 Gbit/s fills within a usual round trip.
 */
const WINDOW_BYTES = 6 * 1024 * 1024;

/**
 * A TCP proxy that makes loopback as slow as a network: every byte takes half a
 * round trip each way, setting up a connection takes a whole one, and bytes
 * leave no faster than the bandwidth lets them. Loss and slow start are not
 * imitated.
 */
export async function startLink(targetPort: number, options: LinkOptions, port = 0): Promise<Link> {
  const sockets = new Set<Socket>();
  const up = new Direction(options);
  const down = new Direction(options);
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true });
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
    const opensAt = performance.now() + (options.roundTripMs ?? 0);
    forward(client, upstream, up, opensAt);
    forward(upstream, client, down, opensAt);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port: portOf(server), close: () => closeAll(server, sockets) };
}

/** When what leaves one end arrives at the other. */
class Direction {
  readonly #delayMs: number;
  readonly #bytesPerMs: number;
  #freeAt = 0;

  constructor(options: LinkOptions) {
    this.#delayMs = (options.roundTripMs ?? 0) / 2;
    this.#bytesPerMs = (options.bitsPerSecond ?? Number.POSITIVE_INFINITY) / 8000;
  }

  /** Time of arrival (`performance.now()` scale) of so many bytes that could leave at the given time. */
  arrival(bytes: number, from: number): number {
    const start = Math.max(from, this.#freeAt);
    this.#freeAt = start + bytes / this.#bytesPerMs;
    return this.#freeAt + this.#delayMs;
  }
}

/** Carries bytes, ends and resets from one socket to the other, in order, each at its time. */
function forward(from: Socket, to: Socket, direction: Direction, opensAt: number): void {
  const queue: { at: number; deliver: () => void }[] = [];
  let onTheWay = 0;
  let lastAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = (): void => {
    timer = undefined;
    while (queue[0] !== undefined && queue[0].at <= performance.now() + 0.5) {
      queue.shift()?.deliver();
    }
    const next = queue[0];
    if (next !== undefined) {
      timer = setTimeout(run, Math.max(0, next.at - performance.now()));
    }
  };
  const schedule = (bytes: number, deliver: () => void): void => {
    const now = performance.now();
    lastAt = Math.max(lastAt, direction.arrival(bytes, now) + Math.max(0, opensAt - now));
    queue.push({ at: lastAt, deliver });
    if (timer === undefined) {
      run();
    }
  };
  from.on("data", (chunk: Buffer) => {
    onTheWay += chunk.length;
    if (onTheWay >= WINDOW_BYTES) {
      from.pause();
    }
    schedule(chunk.length, () => {
      const arrived = (): void => {
        onTheWay -= chunk.length;
        if (onTheWay < WINDOW_BYTES) {
          from.resume();
        }
      };
      if (to.writable) {
        to.write(chunk, arrived);
      } else {
        arrived();
      }
    });
  });
  from.on("end", () => schedule(0, () => to.end()));
  let failed = false;
  from.on("error", () => {
    failed = true;
  });
  from.on("close", () => schedule(0, () => (failed ? to.resetAndDestroy() : to.end())));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closeAll(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) {
      socket.destroy();
    }
  });
}
