/** Signatures of gateway tokens, which the Web Crypto API computes. */
import type { Presented } from "./token.js";
/** How a project signs: HS256 with its secret, RS256 with its key. */
export type Algorithm = "HS256" | "RS256";
/** A JSON Web Key Set, or only the list of its keys. */
export type KeySet = {
    readonly keys: readonly object[];
} | readonly object[];
/** The keys of a project by their ids. */
export type Keys = ReadonlyMap<string, CryptoKey>;
/**
 * Make sure that a secret proves something.
 *
 * @throws RangeError it does not: it is empty, or a public key, which everybody can sign with
 */
export declare function checkSecret(secret: string): void;
/** The key of a project that signs with HS256. */
export declare function secretKey(secret: string): Promise<CryptoKey>;
/**
 * Refuse a token that names another algorithm than the one agreed upon.
 *
 * @throws WrongAlgorithm it does
 */
export declare function checkAlgorithm(token: Presented, algorithm: Algorithm): void;
/**
 * Make sure that a token is signed with this key. The algorithm is that of the key, never one that the token
 * names, and the comparison takes the same time wherever the signatures differ.
 *
 * @throws InvalidSignature it is not
 */
export declare function checkSignature(token: Presented, key: CryptoKey): Promise<void>;
/**
 * The key that a token names.
 *
 * @throws UnknownKey it names none of these
 */
export declare function findKey(keys: Keys, kid: string | undefined): CryptoKey;
/**
 * Read the RSA keys of a key set that may check RS256; all others are passed over.
 *
 * @throws RangeError it is no key set
 */
export declare function readKeys(document: unknown): Promise<Keys>;
