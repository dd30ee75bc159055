/* The npm build of the vendor's SDK in jsdom, driven by JSON lines: {number, configure: {page, config,
   keepCookies}}, {number, method, parameters}, {number, readCookies} or {number, cancel: otherNumber} on
   stdin, {number, value | refusal} on stdout. Ends with its stdin. Usage: node jsdom.cjs <node_modules> */
'use strict';

const { createRequire } = require('node:module');
const path = require('node:path');
const readline = require('node:readline');

const load = createRequire(path.join(process.argv[2], 'of-the-package.js'));
const { CookieJar, JSDOM, VirtualConsole } = load('jsdom');
const axios = load('axios');
require('./driver.js');

const NAMES = ['window', 'document', 'navigator', 'sessionStorage', 'localStorage', 'XMLHttpRequest'];
const sdkPath = load.resolve('@xsolla/login-sdk');
let driver = null;
let cookieJar = null;

function configure({ page, config, keepCookies }) {
  if (!keepCookies || cookieJar === null) {
    cookieJar = new CookieJar();
  }
  // jsdom reports each refused cross-origin request here; the SDK's own rejection is what counts.
  const virtualConsole = new VirtualConsole();
  const dom = new JSDOM('<!doctype html>', { url: page, virtualConsole, cookieJar });
  for (const name of NAMES) {
    const value = name === 'window' ? dom.window : dom.window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  // All SDK instances share one configuration object: only a fresh module starts clean.
  delete require.cache[sdkPath];
  driver = globalThis.createDriver(load(sdkPath), axios);
  driver.configure(config);
}

function answer(number, outcome) {
  process.stdout.write(JSON.stringify({ number, ...outcome }) + '\n');
}

function obey(request) {
  if (request.configure) {
    configure(request.configure);
    return { value: null };
  }
  if (request.readCookies) {
    return { value: globalThis.document.cookie };
  }
  if (request.cancel !== undefined) {
    driver.cancel(request.cancel);
    return { value: null };
  }
  return driver.call(request.number, request.method, request.parameters);
}

readline
  .createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const request = JSON.parse(line);
    try {
      answer(request.number, await obey(request));
    } catch (error) {
      answer(request.number, { refusal: { name: error.name, code: null, message: String(error.stack) } });
    }
  })
  .on('close', () => process.exit(0));
