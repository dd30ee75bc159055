/** What proves who calls. */
import type { Caller } from "./token-endpoint.js";

/** Gives the token of a user or a server to the calls that want one. */
export interface Auth {
  /** The token to send; null sends none. `caller` makes the calls that getting one takes. */
  token(caller: Caller): Promise<string | null>;
  /**
   * The token to try once more with, after the server refused `refused`; null where there is none.
   *
   * Rejects with `SessionEnded` where the login is over.
   */
  renew(refused: string, caller: Caller): Promise<string | null>;
}

/** A token that is sent as it is, and never renewed. */
export class FixedToken implements Auth {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async token(): Promise<string> {
    return this.#token;
  }

  async renew(): Promise<null> {
    return null;
  }
}

/** Work that is done once for all who ask for it while it is being done. */
export class SingleFlight<T> {
  #running: Promise<T> | null = null;

  /** Whether the work is being done. */
  get isUnderWay(): boolean {
    return this.#running !== null;
  }

  /** Does the work, or waits for the one who does. */
  do(work: () => Promise<T>): Promise<T> {
    this.#running ??= work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }
}
