/** The operations of the API description. */
import type { Operation } from "./operation.js";
import type { operations } from "./schema.js";
export declare const BASE_URL = "https://login.xsolla.com/api";
/** Lists in queries whose members stand in one, with commas between. */
export declare const UNEXPLODED: readonly string[];
/** The ids of the operations; webhooks are none, they are answered. */
export type OperationId = Exclude<keyof operations, "custom-storage-new-user" | "custom-storage-user-verification" | "custom-storage-phone" | "custom-storage-email" | "custom-storage-social" | "custom-storage-password-reset" | "custom-storage-refresh-token" | "custom-storage-password-change" | "custom-storage-email-change" | "login-event">;
export declare const OPERATIONS: Readonly<Record<OperationId, Operation>>;
