/** Everything of this package but its webhooks, which are `xsolla-login-client/webhooks`. */
export * from "./errors.js";
export type { components, operations, paths } from "./schema.js";
