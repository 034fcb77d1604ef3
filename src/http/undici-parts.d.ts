// The parts of undici that every run needs, by their files: the package's index also loads fetch, WebSocket, caches and
// mocks, which takes longer than Node itself takes to start. They are what `undici` exports as `Agent`, `request` and `buildConnector`.

declare module "undici/lib/dispatcher/agent.js" {
  import { Agent } from "undici";

  export = Agent;
}

declare module "undici/lib/api/api-request.js" {
  import type { Dispatcher } from "undici";

  function request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
  export = request;
}

declare module "undici/lib/core/connect.js" {
  import type { buildConnector } from "undici";

  function makeConnector(options: buildConnector.BuildOptions): buildConnector.connector;
  export = makeConnector;
}
