/** Everything of this package but its webhooks, which are `xsolla-login-client/webhooks`. */
export { AccountApi } from "./account-api.js";
export { FixedToken, type Auth } from "./auth.js";
export { LoginClient, type ClientOptions, type DetailedAnswer } from "./client.js";
export * from "./error-codes.js";
export {
  Cancelled,
  LoginError,
  Refusal,
  SessionEnded,
  TimedOut,
  TransportError,
  UnexpectedAnswer,
  type Failure,
} from "./errors.js";
export * from "./login-api.js";
export { LoginServerApi } from "./login-server-api.js";
export type { Connection } from "./login.js";
export type { Answer, Body, CallInit, CallOptions, OperationId, Query } from "./operation.js";
export { newState, Pkce, sameState } from "./pkce.js";
export type { ConfirmationAsked, Done, OneOf, Redirected } from "./results.js";
export type { Retries, Retry } from "./retries.js";
export type { components, operations, paths } from "./schema.js";
export { ServerAuth, type ServerCredentials } from "./server-auth.js";
export type { ServerArguments, ServerOptions } from "./server-calls.js";
export { TokenAuth, type TokenAuthOptions } from "./token-auth.js";
export type { Caller, KeptTokens, Tokens } from "./token-endpoint.js";
export type { CancelToken, NothingCame } from "./waiting.js";
