import { type Attestations, type Attesting, prepareAttesting, type ReadyAttester } from "./attestation/attesting.ts";
import { hashAhead, largeFiles } from "./distribution/digests.ts";
import { discoverDistributions } from "./distribution/discover.ts";
import { readDistributions } from "./distribution/read-distributions.ts";
import { describeError } from "./errors.ts";
import type { HttpClient } from "./http/client.ts";
import { type Connections, openConnections } from "./http/connections.ts";
import { type PublishInputs, parseInputs, usesTrustedPublishing } from "./inputs.ts";
import type { SimpleApi } from "./package-index/simple-api.ts";
import type { Log } from "./ports.ts";
import { advice } from "./publish/advice.ts";
import type { Comparison } from "./publish/compare.ts";
import { type CredentialRequest, obtainCredential } from "./publish/credential.ts";
import { Ledger } from "./publish/ledger.ts";
import { openReadSide, readAhead } from "./publish/read-side.ts";
import type { Rehearsed } from "./publish/rehearse.ts";
import { runTimeLimit } from "./publish/time-limit.ts";
import { annotations } from "./report/annotations.ts";
import { sayWarnings, sayWhatIsOdd, sayWhatWasFound } from "./report/announcements.ts";
import { outputsOf } from "./report/outputs.ts";
import { closingLine, makeReport } from "./report/report.ts";
import { StageTimes } from "./report/stage-times.ts";
import { summaryMarkdown } from "./report/summary.ts";
import { cancellation } from "./runner/cancellation.ts";
import { maskProxyPasswords, readHttpSettings, readRunTimeout } from "./runner/http-settings.ts";
import { RunnerIdentityTokens } from "./runner/identity-token.ts";
import { RunnerLog } from "./runner/log.ts";
import { writeOutputs, writeSummary } from "./runner/outputs.ts";
import { readInput, readWorkflowContext, type WorkflowContext } from "./runner/workflow-context.ts";
import { Secret } from "./secret.ts";
import { askAudience } from "./trusted-publishing/exchange.ts";
import type { Strictness, VerifiedRelease } from "./verification/verify-release.ts";
import { VERSION } from "./version.ts";

/** Of a dry run that fails before anything can be tried. */
const NOTHING_REHEARSED: Rehearsed = { found: [], unchecked: [] };
const USER_AGENT = `publish-python-distributions/${VERSION} Node/${process.versions.node}`;

interface Run {
  readonly context: WorkflowContext;
  readonly log: RunnerLog;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  readonly endAfter: (ms: number) => void;
  readonly stages: StageTimes;
  connections?: Connections;
  inputs?: PublishInputs;
  /** Where the attestations made in this run are kept. */
  attestationsFolder?: string | undefined;
  /** Commands that install what was published, once the index lists it. */
  install?: readonly string[];
  /** What a dry run found out. */
  rehearsed?: Rehearsed;
}

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
  await started.connections?.close();
  return writeReport(started, failure);
}

async function publishRelease(run: Run): Promise<void> {
  const { context, log, ledger, signal, stages } = run;
  // Before anything else: a message about the inputs could show it otherwise.
  log.mask(new Secret((readInput("password") ?? "").trim()));
  log.mask(context.requestToken);
  maskProxyPasswords(log);
  const inputs = parseInputs(readInput);
  run.inputs = inputs;
  const { index: http, github, sigstore } = await connect(run, inputs);
  log.verbose = inputs.verbose;
  sayWhatIsOdd(inputs.warnings, context, log);

  const { target } = inputs;
  const trustedPublishing = usesTrustedPublishing(inputs);
  const { simpleApi, readers } = openReadSide({ ...inputs, trustedPublishing }, { http, log, signal });
  const audience = trustedPublishing ? askAhead({ http, target, log, signal }) : undefined;
  http.warm(target.uploadUrl, trustedPublishing ? 0 : 1);
  const { release, projects } = await stages.time("check", () => check(run, inputs, simpleApi));
  if (release.distributions.length === 0) {
    log.info(`Nothing new to publish: ${target.name} holds every distribution already.`);
    return;
  }
  const identityTokens = new RunnerIdentityTokens(context, { http: github, log, signal });
  const clock = Date;
  const request = { inputs, release, projects, audience, http, identityTokens, log, clock, signal };
  const mode = inputs.attestations;
  const preparing = { ...inputs, ...context, mode, trustedPublishing, http: sigstore, identityTokens, log, signal };
  if (inputs.dryRun) {
    run.rehearsed = await stages.time("rehearse", () => rehearse(run, request, preparing));
    return;
  }
  const attester = await prepareAttesting(preparing);
  // Both are ready by the time the token is here.
  const loading = import("./publish/publish.ts");
  http.warm(target.uploadUrl, target.uploadUrl.origin === target.site.origin ? 0 : 1);
  const credential = await stages.time("credential", () => obtainCredential(request));
  try {
    // The right to publish is proven before anything enters a public log, and all is attested before the first upload.
    const attestations = await attest(run, attester, release);
    const { publish } = await loading;
    await stages.time("upload", () =>
      publish(release, { ...inputs, http, readers, credential, attestations, ledger, log, clock: Date, signal }),
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
  if (simpleApi === undefined) {
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

/** Finds the distributions, judges them and holds them against the index: what is left to upload. Errors are thrown. */
async function check(
  { context, log, ledger, signal, endAfter }: Run,
  inputs: PublishInputs,
  simpleApi: SimpleApi | undefined,
): Promise<Comparison> {
  const found = await discoverDistributions({ packagesDir: inputs.packagesDir, workspace: context.workspace });
  endAfter(readRunTimeout() ?? runTimeLimit(found.candidates));
  sayWhatWasFound(found, inputs.target.name, log);
  readAhead(simpleApi, found.candidates);
  const { distributions, findings } = await readDistributions(found.candidates);
  ledger.open(distributions);
  hashAhead(largeFiles(distributions), { md5: inputs.printHash, signal });
  // In files of their own: what a run needs first must not wait for all the rest to be read.
  const { verifyRelease } = await import("./verification/verify-release.ts");
  const verified = await verifyRelease({ distributions, findings, strictness: strictness(inputs), signal });
  sayWarnings(verified.warnings, log);
  ledger.open(verified.distributions);
  const { compareWithIndex } = await import("./publish/compare.ts");
  const rulesOfPypi = isPypiSoftware(inputs);
  const comparing = { ...inputs, simpleApi, rulesOfPypi, ledger, log, clock: Date, signal };
  const comparison = await compareWithIndex(verified, comparing);
  sayWarnings(comparison.warnings, log);
  return comparison;
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
    identityTokenPossible: context.identityTokenUrl !== undefined || context.eventName !== "pull_request",
    wouldAttest: async () => (await prepareAttesting(preparing)) !== undefined,
  });
}

function strictness(inputs: PublishInputs): Strictness {
  if (!inputs.verifyMetadata) {
    return "form-only";
  }
  return isPypiSoftware(inputs) ? "pypi" : "general";
}

/** An index that trusts publishers is PyPI's software and judges as PyPI does; others have rules of their own. */
function isPypiSoftware(inputs: PublishInputs): boolean {
  return inputs.target.kind !== "other" || usesTrustedPublishing(inputs);
}

function writeReport(run: Run, failure: { readonly error: unknown } | undefined): 0 | 1 {
  const { context, log, ledger, inputs, stages } = run;
  const report = makeReport({
    results: ledger.results(),
    target: inputs?.target,
    failure,
    install: run.install ?? [],
    // Also where another input is wrong.
    dryRun: readInput("dry-run")?.trim().toLowerCase() === "true" ? (run.rehearsed ?? NOTHING_REHEARSED) : undefined,
    warnings: log.warnings,
    advice: inputs === undefined ? [] : adviceOn(inputs, context),
    stages: stages.stages(),
    seconds: stages.seconds,
    attestationsFolder: run.attestationsFolder,
  });
  attempt("outputs", log, () => writeOutputs(outputsOf(report)));
  attempt("job summary", log, () => writeSummary(context, summaryMarkdown(report)));
  if (report.failure === undefined) {
    log.info(closingLine(report));
    return 0;
  }
  for (const { title, text } of annotations(report.failure, report.results)) {
    log.failure(title, text);
  }
  return 1;
}

function adviceOn({ target, password }: PublishInputs, context: WorkflowContext): readonly string[] {
  return advice({
    target,
    passwordGiven: !password.isEmpty,
    identityTokens: context.identityTokenUrl !== undefined,
    checkout: context.checkout,
  });
}

/** What is on the index is not undone by a runner whose files cannot be written; the log still says it all. */
function attempt(what: string, log: Log, write: () => void): void {
  try {
    write();
  } catch (error) {
    log.warning(`The ${what} could not be written: ${describeError(error)}`);
  }
}
