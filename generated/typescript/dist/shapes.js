/**
 * What a server sent, where it is what its type says, down to the last part.
 *
 * Types are gone once the compiler has run. A program that trusts them is better told that the server has sent
 * something else.
 */
import { SHAPES } from "./answer-shapes.js";
/** What is read of a value that has not the shape. */
export const MISFIT = Symbol("misfit");
/**
 * Returns a JSON value that has a shape, or `MISFIT`.
 *
 * A null for which there is no room is left out, where the property may be left out.
 */
export function read(shape, value) {
    const { is, kinds, values, either, all = [] } = shape;
    if (is !== undefined)
        return read(SHAPES[is] ?? {}, value);
    if (kinds !== undefined && !kinds.some((kind) => isOf(kind, value)))
        return MISFIT;
    if (values !== undefined && !values.includes(value))
        return MISFIT;
    let found = either === undefined ? value : first(either, value);
    for (const each of all)
        found = found === MISFIT ? MISFIT : read(each, found);
    if (Array.isArray(found))
        return list(shape, found);
    return isOf("object", found) ? object(shape, found) : found;
}
function first(shapes, value) {
    for (const each of shapes) {
        const found = read(each, value);
        if (found !== MISFIT)
            return found;
    }
    return MISFIT;
}
function list({ items }, values) {
    if (items === undefined)
        return values;
    const found = values.map((each) => read(items, each));
    return found.includes(MISFIT) ? MISFIT : found;
}
function object({ required = [], properties = {}, others = {} }, value) {
    if (!required.every((name) => Object.hasOwn(value, name)))
        return MISFIT;
    const found = [];
    for (const [name, part] of Object.entries(value)) {
        const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
        const kept = read(known ?? others, part);
        if (kept !== MISFIT)
            found.push([name, kept]);
        else if (part !== null || known === undefined || required.includes(name))
            return MISFIT;
    }
    // Sets properties of the object's own, whatever they are called.
    return Object.fromEntries(found);
}
function isOf(kind, value) {
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
