import { ATTESTATION_MODES, type AttestationMode } from "./attestation/mode.ts";
import { PublishError } from "./errors.ts";
import { withoutCredentials, withoutSecrets } from "./input-faults.ts";
import { misnamed, OLDER_SPELLINGS } from "./input-names.ts";
import { type CheckUrl, parseCheckUrl } from "./package-index/simple-location.ts";
import { type IndexTarget, parseTarget } from "./package-index/target.ts";
import { quote } from "./quote.ts";
import { Secret } from "./secret.ts";
import { TOKEN_USER } from "./trusted-publishing/credential.ts";

/** The inputs of a run: read once, frozen, handed down. */
export interface PublishInputs {
  readonly user: string;
  readonly password: Secret;
  readonly target: IndexTarget;
  /** Where the index can be read, when that is given. */
  readonly checkUrl: CheckUrl | undefined;
  /** Directories and globs, one a line. */
  readonly packagesDir: string;
  readonly verifyMetadata: boolean;
  readonly skipExisting: boolean;
  readonly verbose: boolean;
  readonly printHash: boolean;
  /** Everything but signing and uploading. */
  readonly dryRun: boolean;
  readonly attestations: AttestationMode;
  /** Path of a Sigstore client trust configuration; undefined for the public Sigstore. */
  readonly sigstoreConfig: string | undefined;
  /** Uploads at once, from 1. */
  readonly maxParallel: number;
  /** Seconds to wait until the index lists the release; 0 does not wait. */
  readonly waitForIndex: number;
  /** PEM files with certificate authorities to trust besides the usual ones. */
  readonly caCert: readonly string[];
  /** PEM files with the client's certificate and its private key. */
  readonly clientCert: readonly string[];
  /** What is accepted but should be changed, one sentence each. */
  readonly warnings: readonly string[];
}

/** The value of an input as the workflow has it; undefined when it does not name the input. */
export type InputReader = (name: string) => string | undefined;

/** Whether the right to upload comes from trusted publishing; an index that has it is PyPI's software. */
export function usesTrustedPublishing({ user, password }: Pick<PublishInputs, "user" | "password">): boolean {
  return user === TOKEN_USER && password.isEmpty;
}

/** Used where no password is given; insisted on; or ruled out. */
const TRUSTED_PUBLISHING_MODES = ["automatic", "always", "never"] as const;

const DEFAULTS: Readonly<Record<string, string>> = {
  user: TOKEN_USER,
  "repository-url": "https://upload.pypi.org/legacy/",
  "packages-dir": "dist",
  "verify-metadata": "true",
  "skip-existing": "false",
  verbose: "false",
  "print-hash": "false",
  "trusted-publishing": "automatic",
  "dry-run": "false",
  attestations: "auto",
  "max-parallel": "8",
  "wait-for-index": "60",
};

/** More connections than this from one job look like an attack to a server. */
const MOST_PARALLEL = 64;
/** An index that has not caught up after an hour is not waited for in a job that costs money. */
const LONGEST_WAIT_SECONDS = 3600;

/**
 * @throws PublishError `input-invalid`, naming every input that is wrong, its value and what is accepted.
 */
export function parseInputs(read: InputReader): PublishInputs {
  const reading = new Reading(read);
  const user = (read("user") ?? TOKEN_USER).trim();
  const password = new Secret((read("password") ?? "").trim());
  const target = reading.target("repository-url");
  if (target !== undefined) {
    reading.checkCredential(target, user, password);
  }
  reading.checkTrustedPublishing(reading.choice("trusted-publishing", TRUSTED_PUBLISHING_MODES), { user, password });
  const inputs = {
    user,
    password,
    checkUrl: target === undefined ? undefined : reading.checkUrl("check-url", target),
    packagesDir: reading.text("packages-dir"),
    verifyMetadata: reading.flag("verify-metadata"),
    skipExisting: reading.flag("skip-existing"),
    verbose: reading.flag("verbose"),
    printHash: reading.flag("print-hash"),
    dryRun: reading.flag("dry-run"),
    attestations: reading.choice("attestations", ATTESTATION_MODES),
    sigstoreConfig: reading.text("sigstore-config") || undefined,
    maxParallel: reading.count("max-parallel", [1, MOST_PARALLEL]),
    waitForIndex: reading.count("wait-for-index", [0, LONGEST_WAIT_SECONDS]),
    caCert: reading.lines("ca-cert"),
    clientCert: reading.lines("client-cert"),
  };
  if (target === undefined || reading.faults.length > 0) {
    throw new PublishError("input-invalid", withoutSecrets(faultMessage(reading.faults), password), {
      remedy: "Correct the `with:` block of the step.",
    });
  }
  return Object.freeze({ ...inputs, target, warnings: reading.warnings });
}

function faultMessage(faults: readonly string[]): string {
  return faults.length === 1 ? `Input ${faults[0]}.` : `${faults.length} inputs are wrong:\n- ${faults.join("\n- ")}`;
}

class Reading {
  readonly faults: string[];
  readonly warnings: string[] = [];
  readonly #read: InputReader;

  constructor(read: InputReader) {
    this.#read = read;
    this.faults = [...misnamed((name) => (read(name) ?? "").trim())];
  }

  /** The value under its name of today or its older spelling; a blank value counts as not given. */
  text(name: string): string {
    const current = (this.#read(name) ?? "").trim();
    const older = OLDER_SPELLINGS.find((spelling) => spelling === name.replaceAll("-", "_"));
    const olderValue = older === undefined || older === name ? "" : (this.#read(older) ?? "").trim();
    if (older === undefined || olderValue === "") {
      return current === "" ? (DEFAULTS[name] ?? "") : current;
    }
    if (current !== "" && current !== olderValue) {
      this.warnings.push(`Both \`${name}\` and its older spelling \`${older}\` are given; \`${name}\` counts.`);
      return current;
    }
    this.warnings.push(`The input \`${older}\` is deprecated; write \`${name}\`.`);
    return olderValue;
  }

  /** Lines of the value, without those that are blank. */
  lines(name: string): readonly string[] {
    return this.text(name)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }

  flag(name: string): boolean {
    const value = this.text(name);
    const lower = value.toLowerCase();
    if (lower !== "true" && lower !== "false") {
      this.faults.push(`\`${name}\` is ${quote(value)}; accepted are true and false`);
    }
    return lower === "true";
  }

  /** A whole number within the given bounds. */
  count(name: string, [least, most]: readonly [least: number, most: number]): number {
    const value = this.text(name);
    const count = /^\d{1,9}$/.test(value) ? Number(value) : -1;
    if (count < least || count > most) {
      this.faults.push(`\`${name}\` is ${quote(value)}; accepted are whole numbers from ${least} to ${most}`);
    }
    return count;
  }

  choice<const Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const value = this.text(name);
    const chosen = choices.find((choice) => choice === value.toLowerCase());
    if (chosen === undefined) {
      this.faults.push(`\`${name}\` is ${quote(value)}; accepted are ${choices.join(", ")}`);
    }
    return chosen ?? choices[0];
  }

  target(name: string): IndexTarget | undefined {
    const value = this.text(name);
    const parsed = parseTarget(value);
    if ("fault" in parsed) {
      this.faults.push(`\`${name}\` is ${quote(withoutCredentials(value), 300)}: it ${parsed.fault}`);
      return undefined;
    }
    return parsed;
  }

  checkUrl(name: string, target: IndexTarget): CheckUrl | undefined {
    const value = this.text(name);
    if (value === "") {
      return undefined;
    }
    const parsed = parseCheckUrl(value, target);
    if ("fault" in parsed) {
      this.faults.push(`\`${name}\` is ${quote(withoutCredentials(value), 300)}: it ${parsed.fault}`);
      return undefined;
    }
    return parsed;
  }

  checkTrustedPublishing(
    mode: (typeof TRUSTED_PUBLISHING_MODES)[number],
    given: { user: string; password: Secret },
  ): void {
    if (mode === "always" && !usesTrustedPublishing(given)) {
      this.faults.push(
        `\`trusted-publishing\` is always, and \`${given.password.isEmpty ? "user" : "password"}\` is given; leave \`user\` and \`password\` out, or set \`trusted-publishing: automatic\``,
      );
    }
    if (mode === "never" && usesTrustedPublishing(given)) {
      this.faults.push(
        "`trusted-publishing` is never, and `password` is empty; give one (if it comes from a secret, check that this job can read it)",
      );
    }
  }

  /** What PyPI and TestPyPI are sure to refuse (index rules H-23, H-24). Other indexes have rules of their own. */
  checkCredential(target: IndexTarget, user: string, password: Secret): void {
    if (target.kind === "other") {
      if (password.isEmpty && user !== TOKEN_USER) {
        this.warnings.push(
          user === ""
            ? "`user` and `password` are both empty, so nothing identifies the uploader; leave `user` out for trusted publishing."
            : "`user` is given and `password` is empty; is the secret set where this job runs?",
        );
      }
      return;
    }
    if (user !== TOKEN_USER) {
      this.faults.push(
        `\`user\` is ${user.length <= 40 ? quote(user) : "a long value"}: ${target.name} takes no user names; leave \`user\` out and give an API token as \`password\`, or no password for trusted publishing`,
      );
    } else if (!password.isEmpty && !password.reveal().startsWith("pypi-")) {
      this.faults.push(
        `\`password\` is no API token of ${target.name}: those begin with pypi-; make one in the account settings, or leave \`password\` out for trusted publishing`,
      );
    }
  }
}
