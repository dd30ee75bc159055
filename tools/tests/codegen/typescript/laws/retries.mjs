// When calls end, and when they are made once more.
import assert from "node:assert/strict";

import { isDone, json, LOGIN, PROJECT, refusal, rejection, Server, withoutTime } from "./fake.mjs";

const OK = { login_url: "https://a.test" };
const GET = ["get-projects-keys", { path: { project_id: PROJECT } }];
const POST = ["auth-by-username-and-password", LOGIN];
const READING_POST = ["validate-jwt", { body: { token: "t" } }];

function never() {
  return new Promise(() => undefined);
}

function broken(code) {
  return Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("no"), { code }) });
}

async function attempts(pkg, call, answer, options = {}) {
  const server = new Server(answer);
  await rejection(server.client(pkg, options).call(...call));
  return server.calls.length;
}

export const laws = (pkg) => ({
  async "a server that never answers is waited for five seconds"() {
    const server = new Server(never);
    await withoutTime(async (pass) => {
      const call = rejection(server.client(pkg).call(...GET));
      await pass(4999);
      assert.equal(await isDone(call), false);
      await pass(1);
      assert.ok((await call) instanceof pkg.TimedOut);
    });
    assert.equal(server.calls.length, 1, "the time is the caller's: it is not tried again");
    assert.equal(server.last.request.signal.aborted, true);
  },

  async "a body that never ends is waited for five seconds"() {
    const server = new Server(() => new Response(new ReadableStream({ pull: never })));
    await withoutTime(async (pass) => {
      const call = rejection(server.client(pkg).call(...GET));
      await pass(5000);
      assert.equal(await isDone(call), true);
      assert.ok((await call) instanceof pkg.TimedOut);
    });
  },

  async "each call and each client says how long it waits"() {
    await withoutTime(async (pass) => {
      const client = new Server(never).client(pkg, { timeout: 100 });
      const quick = rejection(client.call(GET[0], { ...GET[1], timeout: 10 }));
      const usual = rejection(client.call(...GET));
      const patient = client.call(GET[0], { ...GET[1], timeout: null });
      await pass(10);
      assert.deepEqual([await isDone(quick), await isDone(usual)], [true, false]);
      await pass(90);
      assert.deepEqual([await isDone(usual), await isDone(patient)], [true, false]);
      await pass(10_000_000);
      assert.equal(await isDone(patient), false);
    });
  },

  async "a call that is given up ends at once"() {
    const controller = new AbortController();
    const server = new Server(never);
    const call = rejection(server.client(pkg).call(GET[0], { ...GET[1], signal: controller.signal }));
    assert.equal(await isDone(call), false);
    controller.abort();
    assert.ok((await call) instanceof pkg.Cancelled);
    assert.equal(server.last.request.signal.aborted, true);
    const late = await rejection(server.client(pkg).call(GET[0], { ...GET[1], signal: controller.signal }));
    assert.ok(late instanceof pkg.Cancelled);
    assert.equal(server.calls.length, 1);
  },

  async "a pause that is given up ends at once"() {
    const controller = new AbortController();
    const server = new Server(() => refusal(429, "010-429"));
    const retries = { onRetry: () => controller.abort() };
    const error = await rejection(server.client(pkg, { retries }).call(GET[0], { ...GET[1], signal: controller.signal }));
    assert.ok(error instanceof pkg.Cancelled);
    assert.equal(server.calls.length, 1);
  },

  async "what was not taken is sent again, whatever it is"() {
    for (const call of [GET, POST]) {
      assert.equal(await attempts(pkg, call, () => refusal(429, "0")), 3);
      for (const code of ["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"]) {
        assert.equal(await attempts(pkg, call, () => Promise.reject(broken(code))), 3, code);
      }
    }
  },

  async "what was perhaps done is sent again only where it changes nothing"() {
    for (const [call, times] of [[GET, 3], [READING_POST, 3], [POST, 1]]) {
      for (const status of [502, 503, 504]) assert.equal(await attempts(pkg, call, () => json(status, {})), times, call[0]);
      assert.equal(await attempts(pkg, call, () => Promise.reject(broken("ECONNRESET"))), times, call[0]);
      assert.equal(await attempts(pkg, call, () => Promise.reject(new TypeError("Failed to fetch"))), times, call[0]);
      assert.equal(await attempts(pkg, call, () => json(500, {})), 1);
      assert.equal(await attempts(pkg, call, () => refusal(401, "003-001")), 1);
    }
    assert.equal(await attempts(pkg, ["log-user-out", { query: { sessions: "all" } }], () => json(503, {})), 1);
  },

  async "a call that changes nothing may come good"() {
    const server = new Server((_, count) => (count < 3 ? json(503, {}) : json(200, [])));
    assert.deepEqual(await server.client(pkg).call(...GET), []);
    const login = new Server((_, count) => (count < 2 ? refusal(429, "0") : json(200, OK)));
    assert.deepEqual(await login.client(pkg).call(...POST), OK);
    assert.deepEqual(login.calls[0].body, login.calls[1].body);
  },

  async "the server says when to come back"() {
    const date = (milliseconds) => new Date(Math.ceil(Date.now() / 1000) * 1000 + milliseconds).toUTCString();
    for (const [headers, least, most] of [
      [{ "Retry-After": "2" }, 2000, 3000],
      [{ "Retry-After": date(4000), Date: date(0) }, 4000, 5000],
      [{ "Retry-After": "soon" }, 500, 1000],
      [{}, 500, 1000],
    ]) {
      await withoutTime(async (pass) => {
        const told = [];
        const retries = { attempts: 2, firstPause: 1000, onRetry: (retry) => told.push(retry) };
        const server = new Server(() => json(429, {}, headers));
        const call = rejection(server.client(pkg, { retries }).call(...POST));
        await pass(least - 1);
        assert.equal(server.calls.length, 1, JSON.stringify(headers));
        await pass(most - least + 1);
        assert.equal(server.calls.length, 2, JSON.stringify(headers));
        await call;
        const { pause, ...rest } = told[0];
        assert.ok(pause >= least && pause <= most, `${pause}`);
        assert.deepEqual(rest, { operation: POST[0], attempt: 1, status: 429, reason: null });
        assert.equal(told.length, 1);
      });
    }
  },

  async "who is asked to wait too long is told at once"() {
    const server = new Server(() => json(429, {}, { "Retry-After": "31" }));
    await rejection(server.client(pkg).call(...POST));
    assert.equal(server.calls.length, 1);
  },

  async "not everybody comes back at once"() {
    const pauses = [];
    const retries = { attempts: 2, firstPause: 1, onRetry: ({ pause }) => pauses.push(pause) };
    const server = new Server(() => json(503, {}));
    await Promise.all(Array.from({ length: 20 }, () => rejection(server.client(pkg, { retries }).call(...GET))));
    assert.ok(new Set(pauses).size > 10, String(pauses));
  },

  async "pauses grow, and there is no call more than was asked for"() {
    const pauses = [];
    const retries = { attempts: 5, firstPause: 2, onRetry: ({ pause }) => pauses.push(pause) };
    assert.equal(await attempts(pkg, GET, () => json(503, {}), { retries }), 5);
    pauses.forEach((pause, index) => assert.ok(pause >= 2 ** index && pause <= 2 ** (index + 1), String(pauses)));
    assert.equal(await attempts(pkg, GET, () => json(503, {}), { retries: { attempts: 1 } }), 1);
  },

  async "calls by path end and come again as well"() {
    await withoutTime(async (pass) => {
      const call = rejection(new Server(never).client(pkg).raw.GET("/projects/{project_id}/keys", { params: GET[1] }));
      await pass(5000);
      assert.ok((await call) instanceof pkg.TimedOut);
    });
    const server = new Server((_, count) => (count < 3 ? json(503, {}) : json(200, [])));
    const { data } = await server.client(pkg).raw.GET("/projects/{project_id}/keys", { params: GET[1] });
    assert.deepEqual([data, server.calls.length], [[], 3]);
    const login = new Server(() => json(503, {}));
    await login.client(pkg).raw.POST("/login", { params: { query: LOGIN.query }, body: LOGIN.body });
    assert.equal(login.calls.length, 1);
  },
});
