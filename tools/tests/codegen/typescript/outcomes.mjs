// What comes of answers: reads `[[operation, status, Location or null, text], …]` and writes what each comes to.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const load = (name) => import(pathToFileURL(join(process.argv[2], name)).href);
const [{ success }, { OPERATIONS }] = await Promise.all(["answers.js", "operations.js"].map(load));
let text = "";
for await (const chunk of process.stdin) text += chunk;
const outcomes = JSON.parse(text).map(([id, status, location, body]) => {
  const headers = new Headers(location === null ? {} : { Location: location });
  try {
    success(OPERATIONS[id], { status, headers, text: body, requestId: null, opaque: false });
    return ["success", null, null];
  } catch (error) {
    return [error.name, error.code ?? null, error.status ?? null];
  }
});
process.stdout.write(JSON.stringify(outcomes));
