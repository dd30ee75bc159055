/**
 * The webhooks of custom user-data storage, at the partner's end: check, read and answer deliveries.
 *
 *     import * as webhooks from "xsolla-login-client/webhooks";
 *
 *     const { data } = await webhooks.unwrap(body, headers, { webhook: "new-user", secret, projectId });
 *     store(data.email, data.password);
 *     const answer = webhooks.accept({ data: { level: 7 } });
 *
 * What is wrong with a delivery is thrown as a `WebhookError` that knows its `status` and its `answer()`.
 * It needs nothing but the Web Crypto API: Node 20, Deno, Bun, and workers at the edge have it.
 */
export { accept, refuse } from "./webhooks/answers.js";
export { Claims, Delivery } from "./webhooks/delivery.js";
export { AnswerError, BodyTooLarge, ExpiredToken, InvalidSignature, InvalidToken, KeysUnavailable, MalformedBody, MalformedToken, MissingToken, NotYetValid, Refusal, UnknownKey, UnknownWebhook, WebhookError, WrongAlgorithm, WrongMediaType, WrongProject, WrongRequestType, } from "./webhooks/errors.js";
export { JwksSource } from "./webhooks/keys.js";
export { loginEvent, unwrap } from "./webhooks/unwrap.js";
