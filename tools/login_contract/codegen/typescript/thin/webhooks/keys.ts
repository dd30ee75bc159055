/** Key sets that are fetched from an address, kept for a while, and fetched anew for an unknown key. */

import { KeysUnavailable } from "./errors.js";
import { findKey, type Keys, readKeys } from "./signatures.js";

const MAX_LIFETIME_SECONDS = 600;
const TIMEOUT_SECONDS = 3;
// Anybody can send tokens with invented keys, and must not make this side hammer the key server.
const PAUSE = 5_000;
// So that those who come while the key server is down do not each wait for it.
const PAUSE_AFTER_FAILURE = 1_000;

/** How a `JwksSource` fetches. */
export interface JwksOptions {
  /** What to fetch with (default: the platform's `fetch`). */
  readonly fetch?: typeof fetch;
  /** How long fetched keys are trusted, at most 600 seconds, which is the default. */
  readonly lifetimeSeconds?: number;
  /** How long a fetch may take, in seconds (default: 3). */
  readonly timeoutSeconds?: number;
  /** A clock in milliseconds that never runs backwards. */
  readonly clock?: () => number;
}

/** The key set of a project at its address, for `unwrap`. One object serves all deliveries of a process. */
export class JwksSource {
  readonly #url: string;
  readonly #fetch: typeof fetch;
  readonly #lifetime: number;
  readonly #timeout: number;
  readonly #clock: () => number;
  #keys: Keys = new Map();
  #fetchedAt = -Infinity;
  #searchedAt = -Infinity;
  #failedAt = -Infinity;
  #underWay: Promise<void> | undefined;

  /**
   * @param url address of the key set
   * @throws RangeError the lifetime is out of bounds
   */
  constructor(url: string | URL, options: JwksOptions = {}) {
    const { lifetimeSeconds = MAX_LIFETIME_SECONDS, timeoutSeconds = TIMEOUT_SECONDS } = options;
    if (!(lifetimeSeconds > 0 && lifetimeSeconds <= MAX_LIFETIME_SECONDS)) {
      throw new RangeError(`lifetimeSeconds: more than 0 and at most ${MAX_LIFETIME_SECONDS}`);
    }
    this.#url = String(url);
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#lifetime = lifetimeSeconds * 1000;
    this.#timeout = timeoutSeconds * 1000;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /**
   * The key of that id, after a fetch where one is needed.
   *
   * @throws UnknownKey a key set that was fetched just now does not hold it
   * @throws KeysUnavailable the key set cannot be fetched
   */
  async key(kid: string | undefined): Promise<CryptoKey> {
    if (!this.#holds(kid)) {
      // Whoever comes while the keys are on their way waits for them, and asks for none of their own.
      if (this.#underWay === undefined && this.#wantsFetch()) {
        this.#underWay = this.#renew().finally(() => (this.#underWay = undefined));
      }
      await this.#underWay;
    }
    return findKey(this.#keys, kid);
  }

  #wantsFetch(): boolean {
    const [fresh, now] = [this.#isFresh(), this.#clock()];
    if (fresh && now - this.#searchedAt < PAUSE) return false;
    if (now - this.#failedAt < PAUSE_AFTER_FAILURE) throw unavailable();
    if (fresh) this.#searchedAt = now;
    return true;
  }

  async #renew(): Promise<void> {
    try {
      const signal = AbortSignal.timeout(this.#timeout);
      const answer = await this.#fetch(this.#url, { redirect: "manual", signal });
      if (!answer.ok) throw new Error(`the key set answered ${answer.status}`);
      this.#keys = await readKeys(await answer.json());
      this.#fetchedAt = this.#clock();
    } catch (problem) {
      this.#failedAt = this.#clock();
      throw unavailable(problem);
    }
  }

  #holds(kid: string | undefined): boolean {
    return kid !== undefined && this.#isFresh() && this.#keys.has(kid);
  }

  #isFresh(): boolean {
    return this.#clock() - this.#fetchedAt < this.#lifetime;
  }
}

function unavailable(cause?: unknown): KeysUnavailable {
  return new KeysUnavailable("The keys of the Login server cannot be fetched.", { cause });
}
