import type { JobOptions } from "../../emulator/github/job-options.ts";
import type { World } from "../../emulator/world.ts";
import { type HttpReply, parsed, send } from "./http-client.ts";

/** Exchanges an identity token and gives the whole reply. */
export function exchange(world: World, jwt: unknown): Promise<HttpReply> {
  const body = JSON.stringify({ token: jwt });
  return send(`${world.index.origin}/_/oidc/mint-token`, { method: "POST", body, ca: world.index.caCertificate });
}

/** A minted token for a job; throws when the index refuses. */
export async function mint(world: World, job: JobOptions = {}): Promise<string> {
  const reply = await exchange(world, await world.github.identityToken(job));
  const { token } = parsed(reply);
  if (typeof token !== "string") {
    throw new Error(`no token: ${reply.status} ${reply.text}`);
  }
  return token;
}

/** Code and description of a refused exchange. */
export function refusal(reply: HttpReply): string {
  const { message, errors } = parsed(reply);
  const [first] = Array.isArray(errors) ? errors : [];
  return `${reply.status} ${String(message)} ${first?.code}: ${first?.description}`;
}
