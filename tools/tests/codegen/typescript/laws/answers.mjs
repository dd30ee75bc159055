// What comes of an answer, whatever it is.
import assert from "node:assert/strict";

import { json, LOGIN, PROJECT, refusal, rejection, Server } from "./fake.mjs";

const USER = { id: "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21" };

/** Numbers that look random, the same each time. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const VALUES = [null, true, 0, -1.5, "", "text", [], {}, [null], { error: null }, { error: "no" }];
const TEXTS = ["", " ", "null", "{", '{"login_url":', "<html>502</html>", "\u0000", "[".repeat(5000), '"\\ud800"', "1e999"];

function mutated(body, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  if (next() < 0.2) return pick(TEXTS);
  const copy = structuredClone(body);
  const name = pick(Object.keys(copy));
  const way = next();
  if (way < 0.4) copy[name] = pick(VALUES);
  else if (way < 0.6) delete copy[name];
  else if (way < 0.8) copy[`more_${name}`] = pick(VALUES);
  else return JSON.stringify(pick(VALUES));
  return JSON.stringify(copy);
}

export const laws = (pkg) => ({
  async "a documented code is a class of its own"() {
    const details = { left: 2 };
    const server = new Server(() => refusal(401, "003-001", { details }));
    const error = await rejection(server.client(pkg).call("auth-by-username-and-password", LOGIN));
    assert.ok(error instanceof pkg.WrongCredentials && error instanceof pkg.Refusal && error instanceof pkg.LoginError);
    assert.equal(error.name, "WrongCredentials");
    assert.deepEqual(
      [error.code, error.description, error.status, error.operation],
      ["003-001", "Refused with 003-001.", 401, "auth-by-username-and-password"],
    );
    assert.deepEqual(error.details, details);
    assert.equal(JSON.parse(error.body).error.code, "003-001");
    assert.equal(pkg.CODES["003-001"], pkg.WrongCredentials);
    assert.equal(new Set(Object.values(pkg.CODES)).size, Object.keys(pkg.CODES).length);
  },

  async "a code that nobody documents is a plain refusal"() {
    for (const code of ["999-999", "constructor", "__proto__"]) {
      const error = await rejection(new Server(() => refusal(422, code)).client(pkg).call("validate-jwt", { body: { token: "t" } }));
      assert.equal(error.constructor, pkg.Refusal);
      assert.equal(error.code, code);
    }
  },

  async "a code may be a number, and an error may have two names"() {
    const answers = [{ error: { code: 7 } }, { error_code: "7", error_description: "No." }];
    for (const body of answers) {
      const error = await rejection(new Server(() => json(400, body)).client(pkg).call("auth-by-username-and-password", LOGIN));
      assert.ok(error instanceof pkg.Refusal);
      assert.equal(error.code, "7");
    }
  },

  async "a page of a gateway is an unexpected answer, of which little is kept"() {
    const page = `<html>${"x".repeat(10_000)}`;
    const server = new Server(() => new Response(page, { status: 502 }));
    const error = await rejection(server.client(pkg).call("auth-by-username-and-password", LOGIN));
    assert.ok(error instanceof pkg.UnexpectedAnswer);
    assert.equal(error.status, 502);
    assert.equal(error.body, page.slice(0, 2048));
  },

  async "the id of a request is told"() {
    const server = new Server(() => json(400, {}, { "X-Request-Id": "from-server" }));
    const error = await rejection(server.client(pkg).call("auth-by-username-and-password", LOGIN));
    assert.equal(error.requestId, "from-server");
    const silent = new Server(() => json(400, {}));
    const headers = { "X-Request-Id": "from-caller" };
    const other = await rejection(silent.client(pkg, { headers }).call("auth-by-username-and-password", LOGIN));
    assert.equal(other.requestId, "from-caller");
  },

  async "an incomplete success is an unexpected answer"() {
    for (const body of [{}, { login_url: null }, { login_url: 5 }, [], "text", null]) {
      const error = await rejection(new Server(() => json(200, body)).client(pkg).call("auth-by-username-and-password", LOGIN));
      assert.ok(error instanceof pkg.UnexpectedAnswer, JSON.stringify(body));
    }
  },

  async "a success that nobody documents is an unexpected answer"() {
    const error = await rejection(
      new Server(() => json(299, { login_url: "https://a.test" })).client(pkg).call("auth-by-username-and-password", LOGIN),
    );
    assert.ok(error instanceof pkg.UnexpectedAnswer);
    assert.equal(error.status, 299);
  },

  async "a success may be a range, or whatever else there is"() {
    const client = new Server(() => json(299, [1])).client(pkg);
    const operation = { id: "a", method: "GET", path: "/a", repeatable: true, media: null, token: null };
    const success = { kind: "json", shape: { kinds: ["array"] } };
    assert.deepEqual(await client.perform({ ...operation, successes: { "2XX": success } }, {}), [1]);
    assert.deepEqual(await client.perform({ ...operation, successes: { default: success } }, {}), [1]);
    const refused = new Server(() => json(400, [1])).client(pkg);
    const error = await rejection(refused.perform({ ...operation, successes: { default: success } }, {}));
    assert.ok(error instanceof pkg.UnexpectedAnswer);
  },

  async "what a server adds is let through"() {
    const body = { login_url: "https://a.test", more: [1] };
    assert.deepEqual(await new Server(() => json(200, body)).client(pkg).call("auth-by-username-and-password", LOGIN), body);
  },

  async "no answer, however broken, raises anything but the family"() {
    const next = (() => {
      const random = numbers(20261129);
      return () => random.next().value;
    })();
    const calls = [
      ["auth-by-username-and-password", LOGIN, { login_url: "https://a.test", token: "t", ask_fields: [] }],
      ["get-user-details", {}, USER],
      ["update-token", { query: { projectId: PROJECT }, body: { updatedFields: {}, token: "t" } }, { redirect_url: "https://a.test" }],
      ["get-projects-keys", { path: { project_id: PROJECT } }, [{ kid: "1" }]],
      ["clear-sso-cookie", { query: { projectId: PROJECT } }, { error: { code: "1", details: {} } }],
      ["jwt-sso-redirect", { query: { projectId: PROJECT } }, { error: { code: "1" } }],
    ];
    const statuses = [200, 201, 204, 205, 301, 302, 304, 400, 401, 408, 418, 422, 429, 500, 502, 503, 599];
    let successes = 0;
    for (let round = 0; round < 3000; round += 1) {
      const [id, init, body] = calls[round % calls.length];
      const status = next() < 0.4 ? 200 : statuses[Math.floor(next() * statuses.length)];
      const text = [204, 205, 304].includes(status) ? null : mutated(body, next);
      const client = new Server(() => new Response(text, { status })).client(pkg, { retries: { attempts: 1 } });
      const known = (error) => assert.ok(error instanceof pkg.LoginError, `${id} ${status} ${text}: ${error}`);
      await client.call(id, init).then(() => (successes += 1), known);
      const whole = await client.detailed(id, init);
      assert.deepEqual([whole.status, whole.text], [status, text ?? ""]);
      assert.ok(whole.error === null || whole.error instanceof pkg.LoginError);
      await client.raw.GET("/users/me", {}).catch(known);
    }
    assert.ok(successes > 100, `${successes} successes`);
  },

  async "a redirect is answered and not followed"() {
    const location = "https://a.test/?code=1";
    const server = new Server(() => new Response(null, { status: 302, headers: { Location: location } }));
    assert.equal(await server.client(pkg).call("jwt-sso-redirect", { query: { projectId: PROJECT } }), location);
    assert.equal(server.last.redirect, "manual");
  },

  async "a browser tells of a redirect that it is one"() {
    const opaque = Object.defineProperties(new Response(null, { status: 200 }), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
    });
    const client = new Server(() => opaque).client(pkg);
    assert.equal(await client.call("jwt-sso-redirect", { query: { projectId: PROJECT } }), null);
  },

  async "values stay where they belong"() {
    const server = new Server(() => json(200, { id: "x" }));
    const client = server.client(pkg, { auth: new pkg.FixedToken("t") });
    await client.detailed("get-user-public-profile", { path: { user_id: "a/b?c#d $&" } });
    assert.equal(server.last.path, "/users/a%2Fb%3Fc%23d%20%24%26/public");
    for (const value of ["", ".", ".."]) {
      const error = await rejection(client.call("get-user-public-profile", { path: { user_id: value } }));
      assert.ok(error instanceof TypeError, String(error));
    }
    assert.equal(server.calls.length, 1);
    await client.detailed("jwt-get-link-for-social-auth", {
      path: { provider_name: "google" },
      query: { projectId: PROJECT, fields: ["email", "a b"] },
    });
    assert.ok(server.last.search.endsWith("fields=email,a%20b"), server.last.search);
    await client.detailed("generate-jwt", {
      body: { grant_type: "refresh_token", client_id: "1", refresh_token: "a&b=c", scope: undefined },
    });
    assert.equal(server.last.headers["content-type"], "application/x-www-form-urlencoded");
    assert.deepEqual([...new URLSearchParams(server.last.body)].sort(), [
      ["client_id", "1"],
      ["grant_type", "refresh_token"],
      ["refresh_token", "a&b=c"],
    ]);
    const form = new FormData();
    form.set("picture", new Blob(["x"]), "a.png");
    await client.detailed("upload-user-picture", { body: form });
    assert.match(server.last.headers["content-type"], /^multipart\/form-data; boundary=/);
    assert.match(server.last.body, /filename="a.png"/);
  },

  async "cookies go along, and the address of the API is checked"() {
    const server = new Server(() => json(200, { login_url: "https://a.test" }));
    await server.client(pkg).call("auth-by-username-and-password", LOGIN);
    assert.equal(server.last.credentials, "include");
    await server.client(pkg, { credentials: "omit" }).call("auth-by-username-and-password", LOGIN);
    assert.equal(server.last.credentials, "omit");
    for (const baseUrl of ["", "login.test", "file:///a"]) assert.throws(() => new pkg.LoginClient({ baseUrl }), TypeError);
  },

  async "calls by path are judged as well"() {
    const page = new Server(() => new Response("<html>", { status: 200 })).client(pkg);
    const query = { projectId: PROJECT };
    const error = await rejection(page.raw.GET("/otc/code", { params: { query: { ...query, login: "a", operation_id: "b" } } }));
    assert.ok(error instanceof pkg.UnexpectedAnswer);
    assert.equal(error.operation, "get-confirmation-code");
    const refused = await new Server(() => refusal(401, "003-001")).client(pkg).raw.POST("/login", { params: { query }, body: LOGIN.body });
    assert.equal(refused.error.error.code, "003-001");
  },
});
