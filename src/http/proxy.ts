import { setImmediate } from "node:timers/promises";
import { getProxyUrl } from "@actions/http-client/lib/proxy";
import type { Dispatcher } from "undici";
import type { TlsIdentity } from "./certificates.ts";
import { WarmConnections } from "./warm-connections.ts";

const CONNECT_MS = 20_000;

/** A proxy that the environment names and that cannot be used. */
export class ProxySettingError extends Error {
  override readonly name = "ProxySettingError";
}

/**
 * The proxy on the way to a URL, by the rule of the runner's own toolkit.
 *
 * @throws ProxySettingError when the variable holds something that is no proxy for HTTP. Its value may hold a password
 * and is not shown.
 */
function proxyFor(url: URL): URL | undefined {
  const variable = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
  let proxy: URL | undefined;
  try {
    proxy = getProxyUrl(url);
  } catch (error) {
    throw new ProxySettingError(`${variable} is no URL`, { cause: error });
  }
  if (proxy !== undefined && proxy.protocol !== "http:" && proxy.protocol !== "https:") {
    throw new ProxySettingError(`${variable} names a proxy of the kind ${proxy.protocol.slice(0, -1)}`);
  }
  return proxy;
}

/** Host and port of the proxy on the way to a URL; `?` for one that cannot be used, undefined where there is none. */
export function proxyHost(url: URL): string | undefined {
  try {
    return proxyFor(url)?.host;
  } catch {
    return "?";
  }
}

/** A turn later than now, so that the connection opened ahead is under way by then. */
export async function loadTransport(): Promise<typeof import("./transport.ts")> {
  await setImmediate();
  return import("./transport.ts");
}

/**
 * One dispatcher for each proxy in use, chosen by the rule of the runner's own
 * toolkit (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, loopback never proxied), so that a
 * proxy that works for GitHub's actions works here.
 */
export class Dispatchers {
  readonly #byProxy = new Map<string, Promise<Dispatcher>>();
  readonly #connectMs: number;
  readonly #tls: TlsIdentity | undefined;
  readonly #warm: WarmConnections;

  /** @param pace by how much longer than usual a connection may take */
  constructor(pace: number, tls: TlsIdentity | undefined) {
    this.#connectMs = CONNECT_MS * pace;
    this.#tls = tls;
    this.#warm = new WarmConnections(this.#connectOptions("index"));
  }

  /** @throws ProxySettingError */
  for(url: URL): Promise<Dispatcher> {
    const proxy = proxyFor(url)?.href ?? "";
    const known = this.#byProxy.get(proxy);
    if (known !== undefined) {
      return known;
    }
    const dispatcher = this.#make(proxy);
    this.#byProxy.set(proxy, dispatcher);
    return dispatcher;
  }

  /** Opens connections ahead of need; a proxy is not bothered with it. */
  warm(url: URL, count: number): void {
    if (proxyHost(url) === undefined) {
      this.#warm.open(url, count);
    }
  }

  /** Ends every connection, those under way included. */
  async destroy(): Promise<void> {
    this.#warm.close();
    await Promise.all([...this.#byProxy.values()].map(async (dispatcher) => (await dispatcher).destroy()));
  }

  /**
   * HTTP/1.1, as uploads are made everywhere: a connection for each that goes side by side, instead of one whose windows
   * they share, and the reason phrase, into which Warehouse and devpi put what is wrong.
   */
  async #make(proxy: string): Promise<Dispatcher> {
    if (proxy === "") {
      const { directDispatcher } = await loadTransport();
      return directDispatcher(this.#warm.connector);
    }
    const { ProxyAgent } = await import("undici");
    const [requestTls, proxyTls] = [this.#connectOptions("index"), this.#connectOptions("proxy")];
    return new ProxyAgent({ uri: proxy, requestTls, proxyTls, allowH2: false });
  }

  #connectOptions(to: keyof TlsIdentity) {
    return { timeout: this.#connectMs, ...(this.#tls && { secureContext: this.#tls[to] }) };
  }
}
