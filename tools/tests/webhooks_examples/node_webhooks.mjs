// Runs scripts with the webhooks part of the TypeScript client at hand:
//
// Each line that comes in is `{"dist", "script", "given"}`, each that goes out what the script returns or throws,
// in the same order. Scripts of several lines run at once.
import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const Script = (async () => {}).constructor;
let last = Promise.resolve();
for await (const line of createInterface({ input: process.stdin })) {
  const running = run(JSON.parse(line));
  last = Promise.all([last, running]).then(([, outcome]) => process.stdout.write(`${JSON.stringify(outcome)}\n`));
}
await last;

async function run({ dist, script, given }) {
  const webhooks = await import(pathToFileURL(join(dist, "webhooks.js")));
  try {
    return { value: (await new Script("webhooks", "given", script)(webhooks, given)) ?? null };
  } catch (error) {
    return { error: refused(error, webhooks) };
  }
}

function refused(error, webhooks) {
  const webhook = error instanceof webhooks.WebhookError;
  const answer = webhook ? { status: error.status, answer: error.answer() } : {};
  return { kind: error.constructor.name, name: error.name, message: error.message, ...answer };
}
