// A server that answers as it is told, without a network.
import assert from "node:assert/strict";

export const PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10";
export const BASE = "http://login.test/api";
export const LOGIN = { query: { projectId: PROJECT }, body: { username: "demo", password: "password123" } };

/** Answers calls with `answer(request, count)`, and keeps what was sent. */
export class Server {
  calls = [];

  constructor(answer) {
    this.answer = answer;
    this.fetch = async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      const text = await request.clone().text();
      const json = (request.headers.get("Content-Type") ?? "").includes("json");
      const call = {
        method: request.method,
        path: pathname.replace("/api", ""),
        query: Object.fromEntries(searchParams),
        search: new URL(request.url).search,
        headers: Object.fromEntries(request.headers),
        body: json && text ? JSON.parse(text) : text,
        credentials: request.credentials,
        redirect: request.redirect,
        request,
      };
      this.calls.push(call);
      return this.answer(call, this.calls.length);
    };
  }

  client(pkg, options = {}) {
    return new pkg.LoginClient({ baseUrl: BASE, fetch: this.fetch, retries: { firstPause: 1 }, ...options });
  }

  api(pkg, options = {}) {
    const made = { projectId: PROJECT, baseUrl: BASE, fetch: this.fetch, retries: { firstPause: 1 }, ...options };
    return new pkg.LoginApi(made);
  }

  get last() {
    return this.calls.at(-1);
  }
}

export function json(status, body, headers = {}) {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers: { "Content-Type": "application/json", ...headers } });
}

export function refusal(status, code, more = {}) {
  return json(status, { error: { code, description: `Refused with ${code}.`, ...more } });
}

/** The error that a promise rejects with. */
export async function rejection(promise) {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );
  assert.ok("error" in outcome, "the call was to reject");
  return outcome.error;
}

/** Whether a promise is done by the time that everything that can go on has gone on. */
export async function isDone(promise) {
  let done = false;
  promise.then(
    () => (done = true),
    () => (done = true),
  );
  for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => setImmediate(next));
  return done;
}

/** Does something while clocks stand still; `pass(ms)` lets time go by. */
export async function withoutTime(work) {
  const real = { setTimeout, clearTimeout, now: performance.now, date: Date.now };
  const start = Date.now();
  let now = 0;
  let timers = [];
  globalThis.setTimeout = (run, milliseconds = 0) => {
    const timer = { run, at: now + milliseconds };
    timers.push(timer);
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    timers = timers.filter((each) => each !== timer);
  };
  performance.now = () => now;
  Date.now = () => start + now;
  const pass = async (milliseconds) => {
    const end = now + milliseconds;
    for (;;) {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
      const next = timers.filter((each) => each.at <= end).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      timers = timers.filter((each) => each !== next);
      now = next.at;
      next.run();
    }
    now = end;
    for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
  };
  try {
    return await work(pass);
  } finally {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
    performance.now = real.now;
    Date.now = real.date;
  }
}
