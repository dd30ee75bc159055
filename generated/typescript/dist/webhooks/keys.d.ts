/** Key sets that are fetched from an address, kept for a while, and fetched anew for an unknown key. */
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
export declare class JwksSource {
    #private;
    /**
     * @param url address of the key set
     * @throws RangeError the lifetime is out of bounds
     */
    constructor(url: string | URL, options?: JwksOptions);
    /**
     * The key of that id, after a fetch where one is needed.
     *
     * @throws UnknownKey a key set that was fetched just now does not hold it
     * @throws KeysUnavailable the key set cannot be fetched
     */
    key(kid: string | undefined): Promise<CryptoKey>;
}
