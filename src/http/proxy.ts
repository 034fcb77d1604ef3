import { getProxyUrl } from "@actions/http-client/lib/proxy";
import { Agent, type Dispatcher, ProxyAgent } from "undici";

const CONNECT_TIMEOUT_MS = 20_000;

/**
 * One dispatcher for each proxy in use, chosen by the rule of the runner's own
 * toolkit (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, loopback never proxied), so that a
 * proxy that works for GitHub's actions works here.
 */
export class Dispatchers {
  readonly #byProxy = new Map<string, Dispatcher>();

  for(url: URL): Dispatcher {
    const proxy = getProxyUrl(url)?.href ?? "";
    const known = this.#byProxy.get(proxy);
    if (known !== undefined) {
      return known;
    }
    const connect = { timeout: CONNECT_TIMEOUT_MS };
    const dispatcher =
      proxy === "" ? new Agent({ connect }) : new ProxyAgent({ uri: proxy, requestTls: connect, proxyTls: connect });
    this.#byProxy.set(proxy, dispatcher);
    return dispatcher;
  }

  /** Ends every connection, those under way included. */
  async destroy(): Promise<void> {
    await Promise.all([...this.#byProxy.values()].map((dispatcher) => dispatcher.destroy()));
  }
}
