import { LoginError } from "./errors.js";
import type { Operation } from "./operation.js";
/** An answer, read whole. */
export interface Reply {
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
    /** The `X-Request-Id` that was sent. */
    readonly requestId: string | null;
    /** Whether a browser hides what the answer is, beside that it leads on. */
    readonly opaque: boolean;
}
/** The value of a documented success, or undefined where the answer is none (`value` may be `undefined` too). */
export declare function parsed(operation: Operation, reply: Reply): {
    readonly value: unknown;
} | undefined;
/** The value of a documented success; throws the error that any other answer stands for. */
export declare function success(operation: Operation, reply: Reply): unknown;
/** The error that an answer stands for which is no success. */
export declare function failed(operation: Pick<Operation, "id" | "successes">, reply: Reply): LoginError;
/** Code, description and details of either form in which the server writes an error. */
export declare function errorObject(text: string): {
    code: string;
    description: string;
    details: Record<string, unknown>;
} | undefined;
