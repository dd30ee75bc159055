/** Everything of this package but its webhooks, which are `xsolla-login-client/webhooks`. */
export { AccountApi } from "./account-api.js";
export { FixedToken } from "./auth.js";
export { LoginClient } from "./client.js";
export * from "./error-codes.js";
export { Cancelled, LoginError, Refusal, SessionEnded, TimedOut, TransportError, UnexpectedAnswer, } from "./errors.js";
export * from "./login-api.js";
export { LoginServerApi } from "./login-server-api.js";
export { newState, Pkce, sameState } from "./pkce.js";
export { ServerAuth } from "./server-auth.js";
export { TokenAuth } from "./token-auth.js";
