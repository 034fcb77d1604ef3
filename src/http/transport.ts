// The larger part of undici, loaded while the first connection is being set up.
import type { buildConnector, Dispatcher } from "undici";
import request from "undici/lib/api/api-request.js";
import Agent from "undici/lib/dispatcher/agent.js";

/** Sends requests over connections of its own, as many as are needed at once. */
export function directDispatcher(connect: buildConnector.connector): Dispatcher {
  return new Agent({ connect, allowH2: false });
}

/** Settles with the head of the answer. */
export function send(dispatcher: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
  return request.call(dispatcher, options);
}
