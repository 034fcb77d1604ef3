import { PublishError } from "../errors.ts";
import type { HeldRight, UploadRight, UploadRights } from "../package-index/upload-api.ts";
import type { Clock } from "../ports.ts";
import { authorization, type Credential, secretForms } from "../trusted-publishing/credential.ts";

/** How a minted token is had and given back; absent for a credential that was given. */
export interface Minting {
  mint(): Promise<Credential>;
  /** Never fails: a token that is not burned expires by itself. */
  burn(credential: Credential): Promise<void>;
  readonly clock: Clock;
}

/** The index judges a token when the last byte has arrived (index rule O-15): what an upload may take at the least. */
const UPLOAD_MS = 60_000;
/** A slow way to the index, by which the time of a large file is estimated. */
const BYTES_PER_MS = 500;

interface Held {
  readonly credential: Credential;
  readonly right: UploadRight;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** Attempts under way that show it. */
  users: number;
  /** The index has said so, whatever our clock says. */
  expired: boolean;
}

/**
 * The credential of a whole run. A minted token is renewed before it runs out, once
 * for all uploads that need it; the older one is burned after its last use, the
 * last one by `burn()`.
 */
export class UploadCredential implements UploadRights {
  readonly #minting: Minting | undefined;
  #current: Held;
  /** The renewal under way, or the one that failed: then there is no other. */
  #renewal: Promise<void> | undefined;
  readonly #unburned = new Set<Held>();
  readonly #burns: Promise<void>[] = [];

  constructor(first: Credential, minting?: Minting) {
    this.#minting = minting;
    this.#current = this.#hold(first);
  }

  get kind(): Credential["kind"] {
    return this.#current.credential.kind;
  }

  /**
   * @throws PublishError of the exchange when the token is no longer good, and another one was not to be had.
   */
  async take(bytes: number): Promise<HeldRight> {
    if (this.#minting !== undefined && this.#runsOut(this.#minting, bytes)) {
      this.#renewal ??= this.#renew(this.#minting);
      await this.#renewal.catch((error: unknown) => this.#orGoOn(error, bytes));
    }
    const held = this.#current;
    held.users += 1;
    let returned = false;
    return {
      right: held.right,
      giveBack: () => {
        held.users -= returned ? 0 : 1;
        returned = true;
        this.#burnIfDone(held);
      },
      refusedAsExpired: () => {
        held.expired = true;
        return this.#minting !== undefined;
      },
    };
  }

  /** Burns every token there is; to be called once all uploads have ended. */
  async burn(): Promise<void> {
    await this.#renewal?.catch(() => undefined);
    for (const held of this.#unburned) {
      this.#burn(held);
    }
    await Promise.all(this.#burns);
  }

  /** A renewal ahead of need that failed is no harm as long as the older token is good for this upload. */
  #orGoOn(error: unknown, bytes: number): void {
    const { credential, expired } = this.#current;
    const left = credential.kind === "minted" ? credential.expiresAt - (this.#minting?.clock.now() ?? 0) : 0;
    if (expired || left <= bytes / BYTES_PER_MS) {
      throw error;
    }
  }

  #runsOut({ clock }: Minting, bytes: number): boolean {
    const { credential, since, expired } = this.#current;
    if (expired || credential.kind !== "minted") {
      return expired;
    }
    const { expiresAt } = credential;
    // Half of its life at the most: a token that is never good enough would be renewed for every file.
    const needed = Math.min(UPLOAD_MS + bytes / BYTES_PER_MS, (expiresAt - since) / 2);
    return expiresAt - clock.now() < needed;
  }

  async #renew(minting: Minting): Promise<void> {
    const older = this.#current;
    try {
      this.#current = this.#hold(await minting.mint());
    } catch (error) {
      throw renewalFailed(error);
    }
    this.#renewal = undefined;
    this.#burnIfDone(older);
  }

  #hold(credential: Credential): Held {
    const held: Held = {
      credential,
      right: { authorization: authorization(credential), secrets: secretForms(credential) },
      since: this.#minting?.clock.now() ?? 0,
      users: 0,
      expired: false,
    };
    this.#unburned.add(held);
    return held;
  }

  #burnIfDone(held: Held): void {
    if (held !== this.#current && held.users === 0) {
      this.#burn(held);
    }
  }

  #burn(held: Held): void {
    if (this.#unburned.delete(held) && this.#minting !== undefined) {
      this.#burns.push(this.#minting.burn(held.credential));
    }
  }
}

function renewalFailed(error: unknown): unknown {
  if (!(error instanceof PublishError)) {
    return error;
  }
  return new PublishError(error.code, `The minted token ran out, and another one was not to be had. ${error.message}`, {
    ...(error.remedy !== undefined && { remedy: error.remedy }),
    cause: error,
  });
}
