/** What a call knows of its operation, and the types of what it takes and answers. */
import type { OperationId } from "./operations.js";
import type { operations } from "./schema.js";
import type { Shape } from "./shapes.js";

export type { OperationId };

/** What a documented success brings. */
export type Success =
  | { readonly kind: "json"; readonly shape: Shape }
  | { readonly kind: "text" | "nothing" | "location" };

/** Which token a call is made with, where it goes, and how the server says that it takes no such token. */
export interface TokenUse {
  readonly of: "user" | "server";
  readonly header: string;
  readonly prefix: string;
  readonly refused: { readonly status: number; readonly code: string };
}

/** An operation of the API description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Whether it may be repeated: it leaves the server as it was, and proves nothing that is good once. */
  readonly repeatable: boolean;
  /** The media type of the body that is sent, where it is not JSON. */
  readonly media: "application/x-www-form-urlencoded" | "multipart/form-data" | null;
  readonly token: TokenUse | null;
  /** By status, by range (`2XX`), or for any other success (`default`). */
  readonly successes: Readonly<Record<string, Success>>;
}

type Parameters<Id extends OperationId> = operations[Id]["parameters"];
type Given<Id extends OperationId, Part extends "path" | "query"> = Parameters<Id> extends Record<Part, infer P>
  ? { [name in Part]: P }
  : [Exclude<Parameters<Id>[Part], undefined>] extends [never]
    ? unknown
    : { [name in Part]?: Exclude<Parameters<Id>[Part], undefined> };

type Content<C> = C extends { "multipart/form-data": unknown } ? FormData : C[keyof C];
type Sent<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer C } }
  ? { body: Content<C> }
  : operations[Id] extends { requestBody?: { content: infer C } }
    ? { body?: Content<C> }
    : unknown;

/** The body that an operation takes. */
export type Body<Id extends OperationId> = Sent<Id> extends { body?: infer B } ? B : never;
/** The parameters in the query that an operation takes. */
export type Query<Id extends OperationId> = Exclude<Parameters<Id>["query"], undefined>;

/** What every call takes beside what its operation does. */
export interface CallOptions {
  /** Milliseconds that an answer may take; null waits for ever. */
  readonly timeout?: number | null;
  /** Gives up: the call rejects with `Cancelled`. */
  readonly signal?: AbortSignal;
  /** Headers that are sent beside those of the client. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is given to a call: `path`, `query` and `body` as the operation has them. */
export type CallInit<Id extends OperationId> = CallOptions & Given<Id, "path"> & Given<Id, "query"> & Sent<Id>;
/** The same as the last arguments of a function, left out where nothing is required. */
export type CallArguments<Id extends OperationId> = Record<never, never> extends CallInit<Id>
  ? [init?: CallInit<Id>]
  : [init: CallInit<Id>];

type Brought<R> = R extends { content: infer C }
  ? C extends { "application/json": infer B }
    ? B
    : string
  : undefined;
type Known<Rs> = {
  [S in keyof Rs]: S extends 200 | 201 | 202 | 204 | "2XX" ? Brought<Rs[S]> : S extends 301 | 302 | 303 | 307 ? string | null : never;
}[keyof Rs];

/**
 * What a call resolves with: the body, `undefined` where there is none, or the Location of a redirect (null
 * where a browser hides it).
 */
export type Answer<Id extends OperationId> = [Known<operations[Id]["responses"]>] extends [never]
  ? unknown
  : Known<operations[Id]["responses"]>;
