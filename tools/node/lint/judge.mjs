// Judges one document by rule sets and words by a dictionary, in one process.
// Reads {modules, document, shared, words, known} from standard input, `shared` being the rules of IBM's that count;
// writes {findings, offered, unknown} as JSON, `offered` being the rules that IBM has.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const asked = JSON.parse(await new Promise((resolve) => {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => resolve(text));
}));
const load = createRequire(join(asked.modules, 'judge.js'));
const IBM = '@ibm-cloud/openapi-ruleset';
const ruleSet = (name) => load(name).default ?? load(name);

async function findings(text, shared) {
  const { Document, Spectral } = load('@stoplight/spectral-core');
  const sets = {
    'spectral:oas': [load('@stoplight/spectral-rulesets').oas, 'recommended'],
    owasp: [ruleSet('@stoplight/spectral-owasp-ruleset'), 'all'],
    documentation: [ruleSet('@stoplight/spectral-documentation'), 'all'],
    ibm: [ruleSet(IBM), 'off'],
  };
  const found = [];
  for (const [set, extended] of Object.entries(sets)) {
    const spectral = new Spectral();
    const rules = set === 'ibm' ? Object.fromEntries(shared.map((rule) => [rule, 'warn'])) : {};
    spectral.setRuleset({ extends: [extended], rules });
    const document = new Document(text, load('@stoplight/spectral-parsers').Json, 'document.json');
    for (const { code, path, message } of await spectral.run(document)) {
      found.push({ set, rule: String(code), pointer: path.map(String), message });
    }
  }
  return found;
}

async function unknown(words, known) {
  // The dictionary is a module of the newer kind, which loads itself.
  const { default: dictionary } = await import(`file://${join(asked.modules, 'dictionary-en-gb', 'index.js')}`);
  const spell = load('nspell')(dictionary);
  known.forEach((word) => spell.add(word));
  return words.filter((word) => !spell.correct(word));
}

const answer = {
  findings: asked.document === null ? [] : await findings(JSON.stringify(asked.document), asked.shared.filter((rule) => rule in ruleSet(IBM).rules)),
  offered: Object.keys(ruleSet(IBM).rules),
  unknown: await unknown(asked.words, asked.known),
};
process.stdout.write(JSON.stringify(answer));
