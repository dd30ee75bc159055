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
  readonly protocol: { readonly chosenBy: string; readonly forcedBy: readonly string[]; readonly argument: string };
  readonly magicLink: { readonly sentAs: string; readonly setting: string; readonly heldBackBy: string };
  readonly captcha: { readonly argument: string; readonly members: Readonly<Record<string, string>> };
}

type Values = Readonly<Record<string, unknown>>;

/** The arguments of a call by name, what stands beside them, and what follows them. */
export interface Given {
  readonly values: Values;
  readonly beside: Values;
  readonly rest: unknown;
}

/** Reads the arguments of a call, in one object or one by one. */
export function given(call: SdkCall, list: readonly unknown[]): Given {
  const [first] = list;
  const named = call.shape === "object" || (call.shape === "either" && isObject(first));
  if (!named) {
    const count = call.arguments.length;
    const values = Object.fromEntries(call.arguments.map(({ name }, index) => [name, list[index]]));
    return { values, beside: {}, rest: list[count] };
  }
  const beside = isObject(first) ? first : {};
  const inner = call.within === undefined ? beside : beside[call.within];
  return { values: isObject(inner) ? inner : {}, beside, rest: list[1] };
}

/** Whether a facade that was made with `config` speaks OAuth 2.0. */
export function isOauth2(rules: SdkRules, config: Values): boolean {
  const { chosenBy, forcedBy } = rules.protocol;
  return Boolean(config[chosenBy]) || forcedBy.every((name) => configured(rules, config, name) !== undefined);
}

/** A parameter of the initialisation as it is sent; undefined where it is not given, empty or false. */
export function configured(rules: SdkRules, config: Values, name: string): unknown {
  const parameter = rules.parameters.find((each) => each.name === name);
  const value = parameter?.constant ?? (config[name] || (parameter?.also === undefined ? undefined : config[parameter.also]));
  if (!value) return undefined;
  return value === true ? "1" : written(value, parameter?.written);
}

/**
 * Makes a request.
 *
 * Raises a `TypeError` where the facade was made without what the call is made with.
 */
export function request(
  call: SdkCall,
  { values, beside }: Given,
  facade: { readonly rules: SdkRules; readonly config: Values; readonly magicLink: boolean | undefined },
): SdkRequest {
  const { rules, config } = facade;
  const route = routeOf(call, beside, rules, config);
  const made = { path: {}, query: {}, header: {}, body: {} };
  for (const [name, ...place] of route.sends) put(made, place, configured(rules, config, name));
  const known = new Set(call.arguments.flatMap(({ name, also }) => (also === undefined ? [name] : [name, also])));
  // What the project calls its own fields is nobody's to know here.
  if (call.within !== undefined) Object.assign(made.body, unknown(values, known));
  for (const argument of call.arguments) {
    const value = written(told(argument, values), argument.written);
    const place = route.places[argument.name];
    if (value === undefined || place === undefined) continue;
    const names = argument.forEach === undefined ? [] : Object.keys(Object(values[argument.forEach]));
    putEach(made, place, names, value);
    if (call.link === argument.name) putLink(made, place, names, facade);
  }
  const captcha = beside[rules.captcha.argument];
  for (const [member, header] of Object.entries(rules.captcha.members)) {
    if (isObject(captcha) && captcha[member] !== undefined) put(made, ["header", header], String(captcha[member]));
  }
  const { path, query, header: headers, body } = made;
  return { id: route.id, path, query, headers, body: route.body ? body : undefined };
}

function routeOf(call: SdkCall, beside: Values, rules: SdkRules, config: Values): SdkRoute {
  const wish = beside[rules.protocol.argument];
  const oauth2 = typeof wish === "boolean" ? wish : isOauth2(rules, config);
  const route = (oauth2 ? call.oauth2 : call.jwt) ?? call.both ?? call.jwt ?? call.oauth2;
  if (route === undefined) throw new TypeError(`${call.name} has no operation`);
  return route;
}

function putLink(
  made: Parts,
  place: Place,
  names: readonly string[],
  facade: { readonly rules: SdkRules; readonly config: Values; readonly magicLink: boolean | undefined },
): void {
  if (facade.magicLink === undefined) return;
  const { sentAs, heldBackBy } = facade.rules.magicLink;
  const [where, ...pointer] = place;
  putEach(made, [where, ...pointer.slice(0, -1), sentAs], names, facade.magicLink && !facade.config[heldBackBy]);
}

type Parts = { path: Values; query: Values; header: Record<string, string>; body: Values };

function putEach(made: Parts, place: Place, names: readonly string[], value: unknown): void {
  const [where, ...pointer] = place;
  if (!pointer.includes("*")) put(made, place, value);
  for (const name of pointer.includes("*") ? names : []) {
    put(made, [where, ...pointer.map((part) => (part === "*" ? name : part))], value);
  }
}

function put(made: Parts, [where, ...pointer]: Place, value: unknown): void {
  if (value === undefined) return;
  const last = pointer.at(-1) ?? "";
  let node = made[where] as Record<string, unknown>;
  for (const part of pointer.slice(0, -1)) {
    const next = Object.hasOwn(node, part) && isObject(node[part]) ? node[part] : {};
    define(node, part, next);
    node = next;
  }
  const token = where === "header" && last.toLowerCase() === "authorization";
  define(node, last, token ? `Bearer ${String(value)}` : value);
}

/** Sets a property of an object's own, whatever it is called. */
function define(node: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}

function unknown(values: Values, known: ReadonlySet<string>): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !known.has(name)));
}

/** The value of an argument; null is one. */
function told({ name, also }: SdkArgument, values: Values): unknown {
  return values[name] === undefined && also !== undefined ? values[also] : values[name];
}

function written(value: unknown, spelling: Spelling | undefined): unknown {
  if (spelling === "number") return Number.isInteger(Number(value)) ? Number(value) : value;
  if (typeof value !== "string") return value;
  if (spelling === "underscored") return value.replace("-", "_");
  return spelling === "lower-case" ? value.toLowerCase() : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
