import { getProxyUrl } from "@actions/http-client/lib/proxy";
import type { Dispatcher } from "undici";
import Agent from "undici/lib/dispatcher/agent.js";

const CONNECT_TIMEOUT_MS = 20_000;

/**
 * One dispatcher for each proxy in use, chosen by the rule of the runner's own
 * toolkit (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, loopback never proxied), so that a
 * proxy that works for GitHub's actions works here.
 */
export class Dispatchers {
  readonly #byProxy = new Map<string, Promise<Dispatcher>>();

  for(url: URL): Promise<Dispatcher> {
    const proxy = getProxyUrl(url)?.href ?? "";
    const known = this.#byProxy.get(proxy);
    if (known !== undefined) {
      return known;
    }
    const dispatcher = makeDispatcher(proxy);
    this.#byProxy.set(proxy, dispatcher);
    return dispatcher;
  }

  /** Ends every connection, those under way included. */
  async destroy(): Promise<void> {
    await Promise.all([...this.#byProxy.values()].map(async (dispatcher) => (await dispatcher).destroy()));
  }
}

async function makeDispatcher(proxy: string): Promise<Dispatcher> {
  const connect = { timeout: CONNECT_TIMEOUT_MS };
  if (proxy === "") {
    return new Agent({ connect });
  }
  const { ProxyAgent } = await import("undici");
  return new ProxyAgent({ uri: proxy, requestTls: connect, proxyTls: connect });
}
