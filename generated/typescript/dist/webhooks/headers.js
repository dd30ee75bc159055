/** The headers of a request, in whatever a server framework hands them over. */
/** All values of a header, whose name is given in lower case and may come in any. */
export function valuesOf(headers, name) {
    return pairs(headers).flatMap(([given, value]) => (given.toLowerCase() === name ? value : []));
}
function pairs(headers) {
    if (!isIterable(headers)) {
        return Object.entries(headers).map(([name, value]) => [name, value ?? []]);
    }
    const items = [...headers];
    return items.flatMap((item, place) => {
        if (typeof item !== "string")
            return [[item[0], item[1]]];
        return place % 2 === 0 ? [[item, String(items[place + 1] ?? "")]] : [];
    });
}
function isIterable(headers) {
    return typeof headers[Symbol.iterator] === "function";
}
