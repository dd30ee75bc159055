// What a caller may put in the way of requests, and what is refused before anything is sent.
import assert from "node:assert/strict";

import { json, LOGIN, PROJECT, refusal, rejection, Server } from "./fake.mjs";

const GRANT = { grant_type: "refresh_token", client_id: "1", refresh_token: "r" };
const EMAIL = { current_email: null };

export const laws = (pkg) => ({
  async "a request of the caller's own middleware is sent with token and retries"() {
    const server = new Server((_, count) => (count < 2 ? json(503, {}) : json(200, EMAIL)));
    const client = server.client(pkg, { auth: new pkg.FixedToken("t") });
    client.raw.use({ onRequest: ({ request }) => new Request(request, { headers: { "X-Own": "1" } }) });
    const { data } = await client.raw.GET("/users/me/email", {});
    assert.deepEqual([data, server.calls.length], [EMAIL, 2]);
    assert.deepEqual([server.last.headers.authorization, server.last.headers["x-own"]], ["Bearer t", "1"]);
  },

  async "an answer of the caller's own middleware is judged"() {
    const pages = { onResponse: ({ response }) => new Response("<html>", response) };
    const refused = { onResponse: () => refusal(401, "003-001") };
    for (const [middleware, kind] of [[pages, pkg.UnexpectedAnswer], [refused, pkg.WrongCredentials]]) {
      const client = new Server(() => json(200, EMAIL)).client(pkg);
      client.raw.use(middleware);
      assert.equal((await rejection(client.call("get-user-email"))).constructor, kind);
    }
    const own = new Server(() => json(200, EMAIL)).client(pkg);
    own.raw.use({ onResponse: () => json(200, { current_email: "a@b.test" }) });
    assert.deepEqual(await own.call("get-user-email"), { current_email: "a@b.test" });
    const page = new Server(() => json(200, EMAIL)).client(pkg);
    page.raw.use(pages);
    assert.ok((await rejection(page.raw.GET("/users/me/email", {}))) instanceof pkg.UnexpectedAnswer);
  },

  async "a call by path that is given up ends at once"() {
    const controller = new AbortController();
    const server = new Server(() => new Promise(() => controller.abort()));
    const call = server.client(pkg).raw.GET("/users/me/email", { signal: controller.signal });
    assert.ok((await rejection(call)) instanceof pkg.Cancelled);
  },

  async "a call by path sends a form where the description wants one"() {
    const server = new Server(() => json(200, {}));
    const given = [undefined, { "content-type": "application/x-www-form-urlencoded; charset=utf-8" }, new Headers({ "X-Own": "1" })];
    for (const headers of given) {
      await server.client(pkg).raw.POST("/oauth2/token", { body: GRANT, ...(headers === undefined ? {} : { headers }) });
      assert.match(server.last.headers["content-type"], /^application\/x-www-form-urlencoded/);
      assert.equal(server.last.body, new URLSearchParams(GRANT).toString());
    }
    assert.equal(server.last.headers["x-own"], "1");
    await server.client(pkg).raw.POST("/login", { params: { query: LOGIN.query }, body: LOGIN.body });
    assert.deepEqual(server.last.body, LOGIN.body);
  },

  async "an address with more in it than an address is refused without showing it"() {
    for (const baseUrl of ["https://user:hunter2@login.test/api", "https://login.test/api?hunter2", "https://login.test/api#hunter2"]) {
      assert.throws(() => new pkg.LoginClient({ baseUrl }), (error) => error instanceof TypeError && !error.message.includes("hunter2"));
    }
  },

  async "numbers that are none are refused"() {
    for (const attempts of [0, -1, 1.5, NaN]) assert.throws(() => new pkg.LoginClient({ retries: { attempts } }), RangeError);
    for (const wait of [-1, NaN]) {
      for (const name of ["longestWait", "firstPause"]) assert.throws(() => new pkg.LoginClient({ retries: { [name]: wait } }), RangeError);
      assert.throws(() => new pkg.LoginClient({ timeout: wait }), RangeError);
      assert.throws(() => new pkg.TokenAuth({ tokens: { accessToken: "a" }, clientId: 1, early: wait }), RangeError);
      const server = new Server(() => json(200, EMAIL));
      assert.ok((await rejection(server.client(pkg).call("get-user-email", { timeout: wait }))) instanceof RangeError);
      const waited = server.api(pkg).getConfirmCode({ login: "a", operation_id: "o" }, { timeout: wait });
      assert.ok((await rejection(waited)) instanceof RangeError);
      assert.equal(server.calls.length, 0);
    }
  },

  async "a time that no timer counts is for ever"() {
    for (const timeout of [Infinity, 2 ** 31]) {
      const server = new Server(() => new Promise((done) => setTimeout(done, 20, json(200, EMAIL))));
      assert.deepEqual(await server.client(pkg).call("get-user-email", { timeout }), EMAIL);
    }
  },

  async "what a server says of itself is one line"() {
    const server = new Server(() => refusal(422, "0\n1", { description: `a\u001b[2J\u2028\nb${"x".repeat(1000)}` }));
    const error = await rejection(server.client(pkg).call("validate-jwt", { body: { token: "t" } }));
    assert.match(error.message, /^[\x20-\x7e…]{10,400}$/u);
    assert.equal(error.code, "0\n1");
  },

  async "what the API calls secret is not in a message, whatever a server quotes"() {
    const texts = [
      "wrong password=hunter2 of demo",
      'cannot read {"password": "hunter2\\" more"}',
      "led to https://a.test/?code=hunter2&state=1",
      "led to https://a.test/?to=https%3A%2F%2Fb.test%3Fcode%3Dhunter2%26x",
    ];
    for (const description of texts) {
      const server = new Server(() => refusal(422, "003-001", { description }));
      const error = await rejection(server.client(pkg).call("auth-by-username-and-password", LOGIN));
      assert.ok(!`${error.message}${error.description}`.includes("hunter2"), error.message);
      assert.ok(error.message.includes("…"));
    }
    const api = new Server(() => json(200, {})).api(pkg);
    const landed = await rejection(api.complete("https://a.test?error_code=1&error_description=token%3Dhunter2"));
    assert.ok(landed instanceof pkg.LoginError && !landed.message.includes("hunter2"));
  },

  async "a redirect that leads nowhere is an unexpected answer"() {
    const client = new Server(() => new Response(null, { status: 302 })).client(pkg);
    const error = await rejection(client.call("jwt-sso-redirect", { query: { projectId: PROJECT } }));
    assert.ok(error instanceof pkg.UnexpectedAnswer);
  },

  async "parts of an answer are what their types say"() {
    const good = { name: "a", required: true, type: "new", step: 0 };
    const cases = [
      [[good], true],
      [[{ ...good, validation: null, more: null }], true],
      [[null], false],
      ["text", false],
      [[{ ...good, step: "0" }], false],
      [[{ ...good, step: 0.5 }], false],
      [[{ ...good, name: null }], false],
      [[{ ...good, validation: { regexps: [7] } }], false],
    ];
    for (const [ask_fields, fits] of cases) {
      const client = new Server(() => json(200, { login_url: "https://a.test", ask_fields })).client(pkg);
      const [found] = await Promise.allSettled([client.call("auth-by-username-and-password", LOGIN)]);
      assert.equal(found.status === "fulfilled", fits, JSON.stringify(ask_fields));
      if (fits) assert.equal("validation" in found.value.ask_fields[0], false, "a null for which there is no room is left out");
    }
    for (const body of [{}, [], "text", { redirect_url: 5 }, { error: {} }, { error: { code: "003-014" } }]) {
      const client = new Server(() => json(200, body)).client(pkg);
      const call = client.call("update-token", { query: { projectId: PROJECT }, body: { updatedFields: {}, token: "t" } });
      assert.ok((await rejection(call)) instanceof pkg.LoginError, JSON.stringify(body));
    }
  },
});
