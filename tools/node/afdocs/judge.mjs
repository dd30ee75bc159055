// Asks afdocs how well agents get along with a documentation, and lets it ask nobody but the server of that.
// Reads {modules, address, pages} from standard input; writes {score, categories, checks, outside, asked} as JSON.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const wanted = JSON.parse(await new Promise((resolve) => {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => resolve(text));
}));
const { CATEGORIES, computeScore, runChecks } = await import(
  pathToFileURL(join(wanted.modules, 'afdocs', 'dist', 'index.js'))
);

const own = new URL(wanted.address).origin;
const ask = globalThis.fetch;
const outside = [];
let asked = 0;
globalThis.fetch = async (address, options) => {
  asked += 1;
  if (new URL(address).origin === own) return ask(address, options);
  outside.push(String(address));
  throw new TypeError('nothing outside is asked');
};

const report = await runChecks(wanted.address, {
  samplingStrategy: 'deterministic',
  maxLinksToTest: wanted.pages,
  maxConcurrency: 4,
  requestDelay: 0,
  networkContext: 'ci',
});
const { overall, categoryScores } = computeScore(report);
const categories = CATEGORIES.map(({ id, name }) => ({ name, score: categoryScores[id]?.score ?? null }));
const checks = report.results.map(({ id, status, message }) => ({ id, status, message }));
const whole = process.argv.includes('--whole') ? { report } : {};
process.stdout.write(JSON.stringify({ score: overall, categories, checks, outside, asked, ...whole }));
