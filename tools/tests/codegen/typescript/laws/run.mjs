// Holds packages to their laws: reads `[[folder, [law, …]], …]` and writes `[[law, complaint or null], …]` for each.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

import { laws as answers } from "./answers.mjs";
import { laws as renewals } from "./renewals.mjs";
import { laws as requests } from "./requests.mjs";
import { laws as retries } from "./retries.mjs";
import { laws as sdk } from "./sdk.mjs";
import { laws as tokens } from "./tokens.mjs";

const SECONDS = 20;
const later = setTimeout;
// What nobody waits for fails the law in which it happens.
let stray = null;
process.on("unhandledRejection", (error) => (stray = error));
let text = "";
for await (const chunk of process.stdin) text += chunk;
const found = [];
for (const [folder, chosen] of JSON.parse(text)) {
  const pkg = await import(pathToFileURL(join(folder, "index.js")).href);
  const laws = Object.entries(Object.assign({}, ...[answers, requests, retries, tokens, renewals, sdk].map((each) => each(pkg))));
  const wanted = laws.filter(([name]) => chosen.length === 0 || chosen.includes(name));
  found.push([]);
  for (const [name, law] of wanted) found.at(-1).push([name, await complaint(law, chosen.length === 0 ? SECONDS : 1)]);
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));

function complaint(law, seconds) {
  const over = new Promise((resolve) => later(resolve, seconds * 1000, `it did not end in ${seconds} seconds`));
  stray = null;
  const judged = law().then(
    () => stray && `nobody waits for ${stray?.stack ?? stray}`,
    (error) => String(error?.stack ?? error),
  );
  return Promise.race([judged, over]);
}
