/**
 * What a server sent, where it is what its type says, down to the last part.
 *
 * Types are gone once the compiler has run. A program that trusts them is better told that the server has sent
 * something else.
 */
import { SHAPES } from "./answer-shapes.js";

/** What a JSON value has to be: everything that is said of it here. What is not said may be anything. */
export interface Shape {
  /** The shape with this name. */
  readonly is?: string;
  readonly kinds?: readonly string[];
  /** The only values that it has. */
  readonly values?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  /** That of each property which is not named. */
  readonly others?: Shape;
  readonly items?: Shape;
  readonly either?: readonly Shape[];
  readonly all?: readonly Shape[];
}

/** What is read of a value that has not the shape. */
export const MISFIT = Symbol("misfit");

/**
 * Returns a JSON value that has a shape, or `MISFIT`.
 *
 * A null for which there is no room is left out, where the property may be left out.
 */
export function read(shape: Shape, value: unknown): unknown {
  const { is, kinds, values, either, all = [] } = shape;
  if (is !== undefined) return read(SHAPES[is] ?? {}, value);
  if (kinds !== undefined && !kinds.some((kind) => isOf(kind, value))) return MISFIT;
  if (values !== undefined && !values.includes(value)) return MISFIT;
  let found = either === undefined ? value : first(either, value);
  for (const each of all) found = found === MISFIT ? MISFIT : read(each, found);
  if (Array.isArray(found)) return list(shape, found);
  return isOf("object", found) ? object(shape, found as object) : found;
}

function first(shapes: readonly Shape[], value: unknown): unknown {
  for (const each of shapes) {
    const found = read(each, value);
    if (found !== MISFIT) return found;
  }
  return MISFIT;
}

function list({ items }: Shape, values: readonly unknown[]): unknown {
  if (items === undefined) return values;
  const found = values.map((each) => read(items, each));
  return found.includes(MISFIT) ? MISFIT : found;
}

function object({ required = [], properties = {}, others = {} }: Shape, value: object): unknown {
  if (!required.every((name) => Object.hasOwn(value, name))) return MISFIT;
  const found: [string, unknown][] = [];
  for (const [name, part] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const kept = read(known ?? others, part);
    if (kept !== MISFIT) found.push([name, kept]);
    else if (part !== null || known === undefined || required.includes(name)) return MISFIT;
  }
  // Sets properties of the object's own, whatever they are called.
  return Object.fromEntries(found);
}

function isOf(kind: string, value: unknown): boolean {
  switch (kind) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === kind;
  }
}
