// Runs scripts with the built TypeScript client at hand: {number, script, given} on stdin, {number, value | refusal,
// wire} on stdout. Ends with its stdin. Usage: node typescript.mjs <dist>
//
// A script knows `client` (the package), `operations` (its table of them), `given`, and `send`, a `fetch` that keeps
// cookies as a browser does and records each exchange: `wire` has them all.
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = (name) => import(pathToFileURL(join(process.argv[2], name)));
const client = await dist('index.js');
const { OPERATIONS: operations } = await dist('operations.js');
const Script = (async () => {}).constructor;
const running = new Map();

function recorder(wire) {
  const jar = new Map();
  return async (request) => {
    const kept = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    if (kept && !request.headers.has('Cookie')) request.headers.set('Cookie', kept);
    const sent = await request.clone().arrayBuffer();
    const response = await fetch(request);
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const received = await response.clone().arrayBuffer();
    wire.push({
      request: { method: request.method, url: request.url, ...message(request, sent) },
      response: { status: response.status, ...message(response, received) },
    });
    return response;
  };
}

function message({ headers }, body) {
  return { headers: [...headers], body: Buffer.from(body).toString('base64') };
}

async function run({ number, script, given }) {
  const wire = [];
  const ended = new AbortController();
  running.set(number, ended);
  try {
    const names = ['client', 'operations', 'given', 'send', 'signal'];
    const value = await new Script(...names, script)(client, operations, given, recorder(wire), ended.signal);
    return { value: value ?? null, wire };
  } catch (error) {
    return { refusal: told(error), wire };
  } finally {
    running.delete(number);
  }
}

function told(error) {
  const { name, message: text, code = null, status = null, description = null, details = null } = error;
  const family = [];
  for (let kind = error.constructor; kind?.name; kind = Object.getPrototypeOf(kind)) family.push(kind.name);
  return { name, code, message: text, status, description, details, family };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.cancel === undefined) {
    run(request).then((outcome) => answer(request.number, outcome));
  } else {
    running.get(request.cancel)?.abort();
    answer(request.number, { value: null });
  }
}

function answer(number, outcome) {
  process.stdout.write(`${JSON.stringify({ number, ...outcome })}\n`);
}
