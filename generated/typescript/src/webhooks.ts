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

export { accept, type AcceptAnswer, type Attribute, refuse, type Told } from "./webhooks/answers.js";
export type { Deliveries, EventDelivery, PartnerAttribute } from "./webhooks/deliveries.js";
export { type AnyDelivery, Claims, Delivery } from "./webhooks/delivery.js";
export {
  AnswerError,
  BodyTooLarge,
  ExpiredToken,
  InvalidSignature,
  InvalidToken,
  KeysUnavailable,
  MalformedBody,
  MalformedToken,
  MissingToken,
  NotYetValid,
  Refusal,
  type RefusalAnswer,
  UnknownKey,
  UnknownWebhook,
  WebhookError,
  WrongAlgorithm,
  WrongMediaType,
  WrongProject,
  WrongRequestType,
} from "./webhooks/errors.js";
export type { Headers } from "./webhooks/headers.js";
export { type JwksOptions, JwksSource } from "./webhooks/keys.js";
export type { KeySet } from "./webhooks/signatures.js";
export { type Body, loginEvent, type NamedVerification, unwrap, type Verification } from "./webhooks/unwrap.js";
