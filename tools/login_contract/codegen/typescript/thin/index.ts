/** Everything of this package but its webhooks, which are `xsolla-login-client/webhooks`. */
export { FixedToken, type Auth, type Caller } from "./auth.js";
export { LoginClient, type ClientOptions, type DetailedAnswer } from "./client.js";
export * from "./error-codes.js";
export * from "./errors.js";
export type { Answer, Body, CallInit, CallOptions, OperationId, Query } from "./operation.js";
export { newState, Pkce, sameState } from "./pkce.js";
export type { Retries, Retry } from "./retries.js";
export type { components, operations, paths } from "./schema.js";
export { ServerAuth, type ServerCredentials } from "./server-auth.js";
export { TokenAuth, type TokenAuthOptions, type Tokens } from "./token-auth.js";
