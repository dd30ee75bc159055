/** Reads the arguments of a call, in one object or one by one. */
export function given(call, list) {
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
export function isOauth2(rules, config) {
    const { chosenBy, forcedBy } = rules.protocol;
    return Boolean(config[chosenBy]) || forcedBy.every((name) => configured(rules, config, name) !== undefined);
}
/** A parameter of the initialisation as it is sent; undefined where it is not given, empty or false. */
export function configured(rules, config, name) {
    const parameter = rules.parameters.find((each) => each.name === name);
    const value = parameter?.constant ?? (config[name] || (parameter?.also === undefined ? undefined : config[parameter.also]));
    if (!value)
        return undefined;
    return value === true ? "1" : written(value, parameter?.written);
}
/**
 * Makes a request.
 *
 * Raises a `TypeError` where the facade was made without what the call is made with.
 */
export function request(call, { values, beside }, facade) {
    const { rules, config } = facade;
    const route = routeOf(call, beside, rules, config);
    const made = { path: {}, query: {}, header: {}, body: {} };
    for (const [name, ...place] of route.sends)
        put(made, place, configured(rules, config, name));
    const known = new Set(call.arguments.flatMap(({ name, also }) => (also === undefined ? [name] : [name, also])));
    // What the project calls its own fields is nobody's to know here.
    if (call.within !== undefined)
        Object.assign(made.body, unknown(values, known));
    for (const argument of call.arguments) {
        const value = written(told(argument, values), argument.written);
        const place = route.places[argument.name];
        if (value === undefined || place === undefined)
            continue;
        const names = argument.forEach === undefined ? [] : Object.keys(Object(values[argument.forEach]));
        putEach(made, place, names, value);
        if (call.link === argument.name)
            putLink(made, place, names, facade);
    }
    const captcha = beside[rules.captcha.argument];
    for (const [member, header] of Object.entries(rules.captcha.members)) {
        if (isObject(captcha) && captcha[member] !== undefined)
            put(made, ["header", header], String(captcha[member]));
    }
    const { path, query, header: headers, body } = made;
    return { id: route.id, path, query, headers, body: route.body ? body : undefined };
}
function routeOf(call, beside, rules, config) {
    const wish = beside[rules.protocol.argument];
    const oauth2 = typeof wish === "boolean" ? wish : isOauth2(rules, config);
    const route = (oauth2 ? call.oauth2 : call.jwt) ?? call.both ?? call.jwt ?? call.oauth2;
    if (route === undefined)
        throw new TypeError(`${call.name} has no operation`);
    return route;
}
function putLink(made, place, names, facade) {
    if (facade.magicLink === undefined)
        return;
    const { sentAs, heldBackBy } = facade.rules.magicLink;
    const [where, ...pointer] = place;
    putEach(made, [where, ...pointer.slice(0, -1), sentAs], names, facade.magicLink && !facade.config[heldBackBy]);
}
function putEach(made, place, names, value) {
    const [where, ...pointer] = place;
    if (!pointer.includes("*"))
        put(made, place, value);
    for (const name of pointer.includes("*") ? names : []) {
        put(made, [where, ...pointer.map((part) => (part === "*" ? name : part))], value);
    }
}
function put(made, [where, ...pointer], value) {
    if (value === undefined)
        return;
    const last = pointer.at(-1) ?? "";
    let node = made[where];
    for (const part of pointer.slice(0, -1)) {
        const next = Object.hasOwn(node, part) && isObject(node[part]) ? node[part] : {};
        define(node, part, next);
        node = next;
    }
    const token = where === "header" && last.toLowerCase() === "authorization";
    define(node, last, token ? `Bearer ${String(value)}` : value);
}
/** Sets a property of an object's own, whatever it is called. */
function define(node, name, value) {
    Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}
function unknown(values, known) {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !known.has(name)));
}
/** The value of an argument; null is one. */
function told({ name, also }, values) {
    return values[name] === undefined && also !== undefined ? values[also] : values[name];
}
function written(value, spelling) {
    if (spelling === "number")
        return Number.isInteger(Number(value)) ? Number(value) : value;
    if (typeof value !== "string")
        return value;
    if (spelling === "underscored")
        return value.replace("-", "_");
    return spelling === "lower-case" ? value.toLowerCase() : value;
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
