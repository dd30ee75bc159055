/** Everything of this package but its webhooks, which are `xsolla-login-client/webhooks`. */
export * from "./errors.js";
