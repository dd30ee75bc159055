/** A call of the widget SDK: what it takes, and how a request is made of it. */
import type { OperationId } from "./operation.js";
/** Where a value goes: into the path, the query, a header, or along names in the body (`*`: for each name of another). */
export type Place = readonly ["path" | "query" | "header" | "body", ...string[]];
/** How a value is spelled on the wire. */
export type Spelling = "underscored" | "lower-case" | "number";
/** A parameter of the initialisation. */
export interface SdkParameter {
    readonly name: string;
    readonly also?: string;
    readonly written?: Spelling;
    readonly constant?: string;
}
/** An argument of a call. */
export interface SdkArgument {
    readonly name: string;
    readonly also?: string;
    readonly written?: Spelling;
    readonly forEach?: string;
}
/** An operation behind a call, and where everything goes in it. */
export interface SdkRoute {
    readonly id: OperationId;
    /** Whether it takes a body. */
    readonly body: boolean;
    readonly sends: readonly (readonly [parameter: string, ...place: Place])[];
    readonly places: Readonly<Record<string, Place>>;
}
/** A call of the SDK. */
export interface SdkCall {
    readonly name: string;
    readonly shape: "object" | "positions" | "either";
    readonly within?: string;
    readonly arguments: readonly SdkArgument[];
    readonly link?: string;
    readonly jwt?: SdkRoute;
    readonly oauth2?: SdkRoute;
    readonly both?: SdkRoute;
}
/** What a request is made of. */
export interface SdkRequest {
    readonly id: OperationId;
    readonly path: Record<string, unknown>;
    readonly query: Record<string, unknown>;
    readonly headers: Record<string, string>;
    readonly body: Record<string, unknown> | undefined;
}
/** The rules of the SDK that are the same for all calls. */
export interface SdkRules {
    readonly parameters: readonly SdkParameter[];
    readonly protocol: {
        readonly chosenBy: string;
        readonly forcedBy: readonly string[];
        readonly argument: string;
    };
    readonly magicLink: {
        readonly sentAs: string;
        readonly setting: string;
        readonly heldBackBy: string;
    };
    readonly captcha: {
        readonly argument: string;
        readonly members: Readonly<Record<string, string>>;
    };
}
type Values = Readonly<Record<string, unknown>>;
/** The arguments of a call by name, what stands beside them, and what follows them. */
export interface Given {
    readonly values: Values;
    readonly beside: Values;
    readonly rest: unknown;
}
/** Reads the arguments of a call, in one object or one by one. */
export declare function given(call: SdkCall, list: readonly unknown[]): Given;
/** Whether a facade that was made with `config` speaks OAuth 2.0. */
export declare function isOauth2(rules: SdkRules, config: Values): boolean;
/** A parameter of the initialisation as it is sent; undefined where it is not given, empty or false. */
export declare function configured(rules: SdkRules, config: Values, name: string): unknown;
/**
 * Makes a request.
 *
 * Raises a `TypeError` where the facade was made without what the call is made with.
 */
export declare function request(call: SdkCall, { values, beside }: Given, facade: {
    readonly rules: SdkRules;
    readonly config: Values;
    readonly magicLink: boolean | undefined;
}): SdkRequest;
export {};
