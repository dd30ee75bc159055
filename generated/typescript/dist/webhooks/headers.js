/** The headers of a request, in whatever a server framework hands them over. */
/** All values of a header, whose name is given in lower case and may come in any. */
export function valuesOf(headers, name) {
    return pairs(headers).flatMap(([given, value]) => (given.toLowerCase() === name ? value : []));
}
function pairs(headers) {
    if (isIterable(headers))
        return [...headers].flatMap(paired);
    if (!isVisited(headers))
        return Object.entries(headers).map(([name, value]) => [name, value ?? []]);
    const found = [];
    headers.forEach((value, name) => found.push([name, value]));
    return found;
}
/** A pair of a list; in a flat one a name stands before its value. */
function paired(item, place, all) {
    if (typeof item !== "string")
        return [item];
    return place % 2 === 0 ? [[item, String(all[place + 1] ?? "")]] : [];
}
function isIterable(headers) {
    return typeof headers[Symbol.iterator] === "function";
}
function isVisited(headers) {
    return typeof headers["forEach"] === "function";
}
