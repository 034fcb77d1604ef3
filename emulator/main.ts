// The emulated index, GitHub and Sigstore as a command:
//   node emulator/main.ts [--port N] [--github-port N] [--https] [--config file.json]
// prints one line of JSON (addresses, the environment of a job) and runs until SIGTERM or SIGINT.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { JobOptions } from "./github/job-options.ts";
import type { RecordedRequest } from "./http/recorded-request.ts";
import type { IndexOptions } from "./index/options.ts";
import type { ApiTokenOptions, FileOptions, ProjectOptions, PublisherOptions } from "./index/set-up.ts";
import type { LinkOptions } from "./link.ts";
import type { SigstoreOptions } from "./sigstore/sigstore-server.ts";
import { startWorld, type World } from "./world.ts";

/** What the configuration file may hold; every part is optional. */
interface Configuration {
  readonly https?: boolean;
  readonly index?: IndexOptions;
  readonly link?: LinkOptions;
  readonly job?: JobOptions;
  readonly sigstore?: SigstoreOptions;
  readonly apiToken?: ApiTokenOptions;
  readonly projects?: readonly (ProjectOptions & { readonly name: string })[];
  readonly publishers?: readonly PublisherOptions[];
  readonly pendingPublishers?: readonly PublisherOptions[];
  readonly files?: readonly Omit<FileOptions, "content">[];
  /** Where to write at the end which requests index and GitHub got: one object each, times in ms since the epoch. */
  readonly requestsFile?: string;
}

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    "github-port": { type: "string" },
    https: { type: "boolean" },
    config: { type: "string" },
    /** Milliseconds for one upload. */
    processing: { type: "string" },
    /** Milliseconds there and back. */
    "round-trip": { type: "string" },
    /** Bits per second. */
    bandwidth: { type: "string" },
    /** Forget the bytes of uploads. */
    "forget-bytes": { type: "boolean" },
  },
});

const configuration = readConfiguration(values.config);
const world = await startWorld({
  https: values.https ?? configuration.https ?? false,
  index: {
    ...configuration.index,
    ...definite("port", values.port),
    ...definite("processingMs", values.processing),
    ...(values["forget-bytes"] === true ? { keepBytes: false } : {}),
  },
  ...linkOptions(configuration.link),
  ...definite("githubPort", values["github-port"]),
  ...(configuration.sigstore === undefined ? {} : { sigstore: configuration.sigstore }),
});
setUp(world, configuration);
process.stdout.write(`${JSON.stringify(await describeWorld(world, configuration))}\n`);

await new Promise<void>((resolve) => {
  process.once("SIGTERM", () => resolve());
  process.once("SIGINT", () => resolve());
});
await world.close();
if (configuration.requestsFile !== undefined) {
  writeFileSync(
    configuration.requestsFile,
    JSON.stringify([...world.index.requests, ...world.github.requests].map(brief)),
  );
}

function brief({ method, path, startedAt, endedAt, status }: RecordedRequest): Record<string, unknown> {
  return { method, path, startedAt, endedAt, status };
}

function readConfiguration(path: string | undefined): Configuration {
  return path === undefined ? {} : JSON.parse(readFileSync(path, "utf8"));
}

function definite<K extends string>(key: K, value: string | undefined): Partial<Record<K, number>> {
  const result: Partial<Record<K, number>> = {};
  if (value !== undefined) {
    const number = Number(value);
    if (!Number.isFinite(number) || number < 0) {
      throw new Error(`not a number: ${value}`);
    }
    result[key] = number;
  }
  return result;
}

function linkOptions(configured: LinkOptions | undefined): { link?: LinkOptions } {
  const given = {
    ...definite("roundTripMs", values["round-trip"]),
    ...definite("bitsPerSecond", values.bandwidth),
  };
  const link = { ...configured, ...given };
  return Object.keys(link).length === 0 ? {} : { link };
}

function setUp({ index }: World, { projects, publishers, pendingPublishers, files }: Configuration): void {
  for (const { name, ...options } of projects ?? []) {
    index.addProject(name, options);
  }
  for (const publisher of publishers ?? []) {
    index.addPublisher(publisher);
  }
  for (const publisher of pendingPublishers ?? []) {
    index.addPendingPublisher(publisher);
  }
  for (const file of files ?? []) {
    index.addFile(file);
  }
}

async function describeWorld(world: World, { job, apiToken }: Configuration): Promise<Record<string, unknown>> {
  const { index, github, sigstore } = world;
  const environment = github.job(job);
  let caCertificatePath: string | undefined;
  if (index.caCertificate !== undefined) {
    caCertificatePath = join(environment.RUNNER_TEMP ?? ".", "emulated-ca.pem");
    writeFileSync(caCertificatePath, index.caCertificate);
  }
  return {
    index: index.origin,
    uploadUrl: index.uploadUrl,
    simpleUrl: index.simpleUrl,
    github: github.origin,
    fulcio: sigstore.fulcio.url,
    rekor: sigstore.rekor.url,
    sigstoreConfig: await sigstore.clientTrustConfigPath(),
    caCertificate: index.caCertificate,
    caCertificatePath,
    apiToken: index.addApiToken(apiToken),
    environment,
  };
}
