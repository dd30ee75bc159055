// Runs scripts with the built TypeScript client at hand: {number, script, given} on stdin, {number, value | refusal,
// wire} on stdout. Ends with its stdin. Usage: node typescript.mjs <dist>
//
// A script knows `client` (the package), `operations` (its table of them), `given`, `shared` (an object that all
// scripts see), and `send`, a `fetch` that records each exchange in `wire`, and keeps cookies in `shared.cookies`
// (a map) where that is there.
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { runner } from './typescript_scripts.mjs';

const dist = (name) => import(pathToFileURL(join(process.argv[2], name)));
const run = runner(await dist('index.js'), (await dist('operations.js')).OPERATIONS);

function recorder(wire, shared) {
  return async (request) => {
    const jar = shared.cookies ?? new Map();
    if (jar.size > 0) request.headers.set('Cookie', [...jar].map((cookie) => cookie.join('=')).join('; '));
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

for await (const line of createInterface({ input: process.stdin })) {
  const { number, script, given } = JSON.parse(line);
  const wire = [];
  run(script, given, (shared) => recorder(wire, shared)).then((outcome) => {
    process.stdout.write(`${JSON.stringify({ number, ...outcome, wire })}\n`);
  });
}
