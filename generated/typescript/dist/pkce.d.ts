/** A proof key of one login. */
export declare class Pkce {
    #private;
    /** What the start of the login shows of the secret: its SHA-256 in base64url. */
    readonly challenge: string;
    /** How the challenge was made of the secret. */
    readonly method = "S256";
    private constructor();
    /** The secret, which the exchange of the code shows; nothing prints it. */
    get verifier(): string;
    /**
     * A proof key that nobody can guess, or that of a verifier which was kept.
     *
     * Rejects with a `RangeError` where RFC 7636 does not allow the verifier.
     */
    static create(verifier?: string): Promise<Pkce>;
}
/** A state that nobody can guess, for one login: 43 letters, digits, _ and -. */
export declare function newState(): string;
/**
 * Whether the state that came back is the one that was sent. No state is the same as none.
 *
 * How long it takes tells nothing but the length.
 */
export declare function sameState(kept: string | null | undefined, given: string | null | undefined): boolean;
