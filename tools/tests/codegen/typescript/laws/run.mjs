// Holds packages to their laws: reads `[[folder, [law, …]], …]` and writes `[[law, complaint or null], …]` for each.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

import { laws as answers } from "./answers.mjs";
import { laws as retries } from "./retries.mjs";
import { laws as sdk } from "./sdk.mjs";
import { laws as tokens } from "./tokens.mjs";

const SECONDS = 20;
const later = setTimeout;
let text = "";
for await (const chunk of process.stdin) text += chunk;
const found = [];
for (const [folder, chosen] of JSON.parse(text)) {
  const pkg = await import(pathToFileURL(join(folder, "index.js")).href);
  const laws = Object.entries(Object.assign({}, ...[answers, retries, tokens, sdk].map((each) => each(pkg))));
  const wanted = laws.filter(([name]) => chosen.length === 0 || chosen.includes(name));
  found.push([]);
  for (const [name, law] of wanted) found.at(-1).push([name, await complaint(law, chosen.length === 0 ? SECONDS : 2)]);
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));

function complaint(law, seconds) {
  const over = new Promise((resolve) => later(resolve, seconds * 1000, `it did not end in ${seconds} seconds`));
  const judged = law().then(
    () => null,
    (error) => String(error?.stack ?? error),
  );
  return Promise.race([judged, over]);
}
