/**
 * What binds the end of an OAuth 2.0 login to its start: a proof key (RFC 7636) and a state (RFC 6749).
 *
 *     const proof = await Pkce.create();
 *     const state = newState();
 *     // Start with code_challenge, code_challenge_method and state, and keep verifier and state with this
 *     // user. When the user is back, and if sameState(kept, given): exchange the code with the verifier.
 */
const BYTES = 32;
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/** A proof key of one login. */
export class Pkce {
  /** What the start of the login shows of the secret: its SHA-256 in base64url. */
  readonly challenge: string;
  /** How the challenge was made of the secret. */
  readonly method = "S256";
  readonly #verifier: string;

  private constructor(verifier: string, challenge: string) {
    this.#verifier = verifier;
    this.challenge = challenge;
  }

  /** The secret, which the exchange of the code shows; nothing prints it. */
  get verifier(): string {
    return this.#verifier;
  }

  /**
   * A proof key that nobody can guess, or that of a verifier which was kept.
   *
   * Rejects with a `RangeError` where RFC 7636 does not allow the verifier.
   */
  static async create(verifier: string = newState()): Promise<Pkce> {
    if (!VERIFIER.test(verifier)) throw new RangeError("a verifier is 43 to 128 letters, digits and . _ ~ -");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    return new Pkce(verifier, base64Url(new Uint8Array(digest)));
  }
}

/** A state that nobody can guess, for one login: 43 letters, digits, _ and -. */
export function newState(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(BYTES)));
}

/**
 * Whether the state that came back is the one that was sent. No state is the same as none.
 *
 * How long it takes tells nothing but the length.
 */
export function sameState(kept: string | null | undefined, given: string | null | undefined): boolean {
  if (!kept || !given || kept.length !== given.length) return false;
  let difference = 0;
  for (let index = 0; index < kept.length; index += 1) {
    difference |= kept.charCodeAt(index) ^ given.charCodeAt(index);
  }
  return difference === 0;
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
