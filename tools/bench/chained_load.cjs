/* Load in which every answer of a connection renews its next request, as refresh tokens do; autocannon's
   command line can only repeat one body. Reads {url, form, renewed, stock, connections, seconds,
   warmUpSeconds} as JSON from stdin and prints the result as `autocannon --json` does. The stock has a first
   value for each connection, also for those of the warm-up. Usage: node chained_load.cjs <node_modules> */
'use strict';

const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const load = createRequire(path.join(process.argv[2], 'of-the-package.js'));
const autocannon = load('autocannon');

const plan = JSON.parse(readFileSync(0, 'utf8'));
const stock = [...plan.stock];

function body(value) {
  return new URLSearchParams({ ...plan.form, [plan.renewed]: value }).toString();
}

function setupClient(client) {
  let newest = stock.pop();
  if (newest === undefined) {
    throw new Error('the stock is smaller than the number of connections');
  }
  client.setRequests([
    {
      method: 'POST',
      setupRequest: (request) => ({ ...request, body: body(newest) }),
      onResponse: (status, text) => {
        if (status >= 200 && status < 300) {
          newest = JSON.parse(text)[plan.renewed];
        }
      },
    },
  ]);
}

async function main() {
  const result = await autocannon({
    url: plan.url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    connections: plan.connections,
    duration: plan.seconds,
    warmup: { connections: plan.connections, duration: plan.warmUpSeconds },
    setupClient,
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

main();
