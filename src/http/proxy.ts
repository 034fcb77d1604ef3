import { getProxyUrl } from "@actions/http-client/lib/proxy";
import type { Dispatcher } from "undici";
import Agent from "undici/lib/dispatcher/agent.js";
import { WarmConnections } from "./warm-connections.ts";

const CONNECT_MS = 20_000;

/**
 * One dispatcher for each proxy in use, chosen by the rule of the runner's own
 * toolkit (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, loopback never proxied), so that a
 * proxy that works for GitHub's actions works here.
 */
export class Dispatchers {
  readonly #byProxy = new Map<string, Promise<Dispatcher>>();
  readonly #connectMs: number;
  readonly #warm: WarmConnections;

  /** @param pace by how much longer than usual a connection may take */
  constructor(pace: number) {
    this.#connectMs = CONNECT_MS * pace;
    this.#warm = new WarmConnections({ timeout: this.#connectMs });
  }

  for(url: URL): Promise<Dispatcher> {
    const proxy = getProxyUrl(url)?.href ?? "";
    const known = this.#byProxy.get(proxy);
    if (known !== undefined) {
      return known;
    }
    const dispatcher = makeDispatcher(proxy, this.#connectMs, this.#warm);
    this.#byProxy.set(proxy, dispatcher);
    return dispatcher;
  }

  /** Opens connections ahead of need; a proxy is not bothered with it. */
  warm(url: URL, count: number): void {
    if (getProxyUrl(url) === undefined) {
      this.#warm.open(url, count);
    }
  }

  /** Ends every connection, those under way included. */
  async destroy(): Promise<void> {
    this.#warm.close();
    await Promise.all([...this.#byProxy.values()].map(async (dispatcher) => (await dispatcher).destroy()));
  }
}

/**
 * HTTP/1.1, as uploads are made everywhere: a connection for each that goes side by side, instead of one whose windows
 * they share, and the reason phrase, into which Warehouse and devpi put what is wrong.
 */
async function makeDispatcher(proxy: string, connectMs: number, warm: WarmConnections): Promise<Dispatcher> {
  if (proxy === "") {
    return new Agent({ connect: warm.connector, allowH2: false });
  }
  const connect = { timeout: connectMs };
  const { ProxyAgent } = await import("undici");
  return new ProxyAgent({ uri: proxy, requestTls: connect, proxyTls: connect, allowH2: false });
}
