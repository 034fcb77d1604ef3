import { setTimeout as sleep } from "node:timers/promises";
import { type Attestations, type Attesting, prepareAttesting, type ReadyAttester } from "./attestation/attesting.ts";
import type { DigestOptions } from "./distribution/digests.ts";
import type { HttpClient } from "./http/client.ts";
import { type Connections, openConnections } from "./http/connections.ts";
import { type PublishInputs, parseInputs, usesTrustedPublishing } from "./inputs.ts";
import type { SimpleApi } from "./package-index/simple-api.ts";
import { type CredentialRequest, obtainCredential } from "./publish/credential.ts";
import { Ledger } from "./publish/ledger.ts";
import { openReadSide, type ReadSide } from "./publish/read-side.ts";
import type { Rehearsed } from "./publish/rehearse.ts";
import { runTimeLimit } from "./publish/time-limit.ts";
import { sayWhatIsOdd } from "./report/announcements.ts";
import { StageTimes } from "./report/stage-times.ts";
import { check } from "./run/check.ts";
import { writeReport } from "./run/finish.ts";
import type { Run } from "./run/run.ts";
import { cancellation } from "./runner/cancellation.ts";
import { maskProxyPasswords, readHttpSettings, readRunTimeout } from "./runner/http-settings.ts";
import { RunnerIdentityTokens } from "./runner/identity-token.ts";
import { RunnerLog } from "./runner/log.ts";
import { readInput, readWorkflowContext } from "./runner/workflow-context.ts";
import { Secret } from "./secret.ts";
import { askAudience } from "./trusted-publishing/audience.ts";
import type { VerifiedRelease } from "./verification/verify-release.ts";
import { VERSION } from "./version.ts";

const USER_AGENT = `publish-python-distributions/${VERSION} Node/${process.versions.node}`;

/** The exit code of the action. The report is written on every way out. */
export async function run(): Promise<0 | 1> {
  const ending = cancellation();
  const started: Run = {
    context: readWorkflowContext(),
    log: new RunnerLog(),
    ledger: new Ledger(),
    ...ending,
    stages: new StageTimes(Date),
  };
  let failure: { readonly error: unknown } | undefined;
  try {
    await publishRelease(started);
  } catch (error) {
    // A cancelled request fails with whatever it was doing; the reason is the cancellation.
    failure = { error: ending.signal.aborted ? ending.signal.reason : error };
  }
  ending.end();
  await started.connections?.close();
  return writeReport(started, failure);
}

async function publishRelease(run: Run): Promise<void> {
  const inputs = readInputs(run);
  const { index: http, github, sigstore } = await connect(run, inputs);
  const { context, log, signal, stages } = run;
  log.verbose = inputs.verbose;
  sayWhatIsOdd(inputs.warnings, context, log);

  const { target } = inputs;
  const trustedPublishing = usesTrustedPublishing(inputs);
  const { simpleApi, readers } = openReadSide({ ...inputs, trustedPublishing }, { http, log, signal });
  const asksTwice = trustedPublishing && simpleApi?.location.url.origin === target.site.origin;
  http.warm(trustedPublishing ? target.site : target.uploadUrl, asksTwice ? 2 : 1);
  const audience = trustedPublishing ? askAhead({ http, target, log, signal }) : undefined;
  const { release, projects } = await stages.time("check", () => check(run, inputs, simpleApi));
  if (release.distributions.length === 0) {
    log.info(`Nothing new to publish: ${target.name} has files of all these names already.`);
    return;
  }
  const identityTokens = new RunnerIdentityTokens(context, { http: github, log, signal });
  const request = { inputs, release, projects, audience, http, identityTokens, log, clock: Date, signal };
  const mode = inputs.attestations;
  const preparing = { ...inputs, ...context, mode, trustedPublishing, http: sigstore, identityTokens, log, signal };
  if (inputs.dryRun) {
    run.rehearsed = await stages.time("rehearse", () => rehearse(run, request, preparing));
    return;
  }
  const attester = await prepareAttesting(preparing);
  http.warm(target.uploadUrl, target.uploadUrl.origin === target.site.origin ? 0 : 1);
  await upload(run, request, { inputs, attester, simpleApi, readers });
}

function readInputs(run: Run): PublishInputs {
  const { context, log } = run;
  // Before anything else: a message about the inputs could show it otherwise.
  log.mask(new Secret((readInput("password") ?? "").trim()));
  log.mask(context.requestToken);
  maskProxyPasswords(log);
  const inputs = parseInputs(readInput);
  run.inputs = inputs;
  return inputs;
}

interface Uploading extends ReadSide {
  readonly inputs: PublishInputs;
  readonly attester: ReadyAttester | undefined;
}

/** Everything that the index sees. */
async function upload(run: Run, request: CredentialRequest, uploading: Uploading): Promise<void> {
  const { inputs, attester, readers, simpleApi } = uploading;
  const { ledger, stages } = run;
  const { release, http, log, clock, signal } = request;
  const obtaining = stages.time("credential", () => obtainCredential(request));
  const loading = loadPublishing(release, { md5: inputs.printHash, signal });
  // Where the credential is not to be had, nobody comes for it.
  loading.catch(() => undefined);
  const credential = await obtaining;
  try {
    // The right to publish is proven before anything enters a public log, and all is attested before the first upload.
    const attestations = await attest(run, attester, release);
    const { publish } = await loading;
    await stages.time("upload", () =>
      publish(release, { ...inputs, http, readers, credential, attestations, ledger, log, clock, signal }),
    );
    // Nothing needs the token any more: it is burned while the index is asked what it lists.
    const burned = credential.burn();
    run.install = await confirm(run, inputs, simpleApi);
    await burned;
  } finally {
    await credential.burn();
  }
}

async function confirm(
  { ledger, log, signal, stages }: Run,
  inputs: PublishInputs,
  simpleApi: SimpleApi | undefined,
): Promise<readonly string[]> {
  if (simpleApi === undefined || inputs.waitForIndex === 0) {
    return [];
  }
  const { confirmListed } = await import("./publish/confirm.ts");
  const confirming = { ...inputs, simpleApi, ledger, log, clock: Date, signal };
  return stages.time("confirm", () => confirmListed(confirming));
}

async function attest(
  run: Run,
  attester: ReadyAttester | undefined,
  { distributions }: VerifiedRelease,
): Promise<Attestations> {
  if (attester === undefined) {
    return new Map();
  }
  const { attestations, folder } = await run.stages.time("attest", () => attester.attest(distributions));
  run.attestationsFolder = folder;
  return attestations;
}

/** Asks for the audience while files are checked, which may end the run first. */
function askAhead(question: Parameters<typeof askAudience>[0]): Promise<string> {
  const audience = askAudience(question);
  audience.catch(() => undefined);
  return audience;
}

/** Has ready what the first uploads need by the time the credential is here. */
async function loadPublishing(
  release: VerifiedRelease,
  options: DigestOptions,
): Promise<typeof import("./publish/publish.ts")> {
  // The question for the credential goes out first.
  await sleep(1);
  const publishing = await import("./publish/publish.ts");
  publishing.hashFirst(release, options);
  return publishing;
}

async function connect(run: Run, inputs: PublishInputs): Promise<Connections & { readonly sigstore: HttpClient }> {
  run.endAfter(readRunTimeout() ?? runTimeLimit());
  run.connections = await openConnections({
    userAgent: USER_AGENT,
    signal: run.signal,
    settings: { ...readHttpSettings(), trace: (line) => run.log.debug(line) },
    certificates: { ...inputs, workspace: run.context.workspace },
  });
  const { index, github } = run.connections;
  // The index's certificates vouch for a Sigstore of the user's own, not for the public one.
  return { ...run.connections, sigstore: inputs.sigstoreConfig === undefined ? github : index };
}

async function rehearse(
  { context, ledger }: Run,
  request: CredentialRequest & { readonly inputs: PublishInputs },
  preparing: Attesting,
): Promise<Rehearsed> {
  const { inputs } = request;
  const rehearsal = await import("./publish/rehearse.ts");
  return rehearsal.rehearse({
    ...request,
    ledger,
    printHash: inputs.printHash,
    verifyMetadata: inputs.verifyMetadata,
    identityTokenPossible: context.identityTokenUrl !== undefined || context.eventName !== "pull_request",
    wouldAttest: async () => (await prepareAttesting(preparing))?.named,
  });
}
