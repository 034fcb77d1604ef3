// The main job, start to end, on this machine: `npm run demo`.
// Starts the emulated index and the emulated GitHub, runs dist/index.js as the runner does, and installs what was published.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProgram } from "../emulator/runner/process.ts";
import { type ActionResult, runAction } from "../emulator/runner/run-action.ts";
import { startWorld } from "../emulator/world.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/distributions/", import.meta.url));
const PROJECT = "harbour-lights";
const FILES = ["harbour_lights-1.4.0rc2-py3-none-any.whl", "harbour_lights-1.4.0rc2.tar.gz"];
const PUBLISHER = {
  project: PROJECT,
  owner: "octo-org",
  repository: "harbour-lights",
  workflow: "release.yml",
  environment: "pypi",
};

const workspace = mkdtempSync(join(tmpdir(), "demo-"));
const world = await startWorld();
try {
  process.exitCode = await demo();
} finally {
  await world.close();
  rmSync(workspace, { recursive: true, force: true });
}

async function demo(): Promise<number> {
  say(`An emulated index listens at ${world.index.origin}, an emulated GitHub at ${world.github.origin},`);
  say(`an emulated Sigstore at ${world.sigstore.fulcio.url} and ${world.sigstore.rekor.url}.`);
  say(`At the index, a pending trusted publisher is registered: ${JSON.stringify(PUBLISHER)}`);
  world.index.addPendingPublisher(PUBLISHER);

  mkdirSync(join(workspace, "dist"));
  for (const file of FILES) {
    copyFileSync(join(FIXTURES, file), join(workspace, "dist", file));
  }
  say(`The workspace holds dist/ with ${FILES.join(" and ")}.`);

  say("Now dist/index.js runs as the runner starts it, in a job with `id-token: write`, and this is its log:");
  const run = await runAction({
    inputs: {
      "repository-url": world.index.uploadUrl,
      "sigstore-config": await world.sigstore.clientTrustConfigPath(),
      "print-hash": "true",
    },
    environment: world.github.job({
      repository: "octo-org/harbour-lights",
      workflow: "release.yml",
      environment: "pypi",
    }),
    workspace,
  });
  show(run);
  return run.exitCode === 0 ? install() : 1;
}

function show(run: ActionResult): void {
  console.log(indent(asRunnerShows(run.stdout)));
  if (run.stderr !== "") {
    console.log(indent(run.stderr));
  }
  say(`It exits with ${run.exitCode}. Its outputs:`);
  console.log(indent([...run.outputs].map(([name, value]) => `${name}=${value}`).join("\n")));
  say("The job summary:");
  console.log(indent(run.summary));
}

/** Masks and debug messages are for the runner; an annotation it shows as a line with its line ends, a group below its title. */
function asRunnerShows(log: string): string {
  return log
    .replaceAll(/^::(add-mask|debug|endgroup)::.*\n/gm, "")
    .replaceAll(/^::group::/gm, "▾ ")
    .replaceAll(/^::(error|warning)(?: title=[^:]*)?::(.*)$/gm, (_line, kind: string, text: string) => {
      const decoded = text.replaceAll("%0A", "\n").replaceAll("%25", "%");
      return `${kind === "error" ? "Error" : "Warning"}: ${decoded}`;
    });
}

async function install(): Promise<number> {
  const python = ["python3", "python"].find((name) => spawnSync(name, ["-m", "pip", "--version"]).status === 0);
  if (python === undefined) {
    say("There is no Python with pip here, so the demo ends without installing the package.");
    return 0;
  }
  say("pip installs the package from the index:");
  const target = join(workspace, "site-packages");
  const options = [
    "--isolated",
    "--disable-pip-version-check",
    "--no-cache-dir",
    "--no-deps",
    "--pre",
    "--target",
    target,
  ];
  // Not synchronously: the index pip asks is served by this very process.
  const { exitCode, stdout, stderr } = await runProgram(python, [
    ...["-m", "pip", "install", ...options, "--index-url", world.index.simpleUrl, PROJECT],
  ]);
  console.log(indent(`${stdout}${stderr}`));
  say(exitCode === 0 ? "Published and installed." : "pip could not install what was published.");
  return exitCode === 0 ? 0 : 1;
}

function say(text: string): void {
  console.log(`\n=== ${text}`);
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "    ");
}
