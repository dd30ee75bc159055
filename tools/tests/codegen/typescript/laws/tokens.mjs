// Tokens: renewed once for all, saved, and shown to nobody.
import assert from "node:assert/strict";
import { inspect } from "node:util";

import { BASE, isDone, json, LOGIN, PROJECT, refusal, rejection, Server, withoutTime } from "./fake.mjs";

const EXPIRED = "002-016";
const SECRETS = { password: "hunter2-secret", token: "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", refresh: "refresh-secret", client: "client-secret" };

/** A server with one good access token, and one good refresh token, which it changes with every use. */
class Tokens extends Server {
  renewals = 0;
  refused = 0;

  constructor({ fails = null, grants = "renewed" } = {}) {
    super(async ({ path, headers, body }) => {
      if (path !== "/oauth2/token") {
        if (headers.authorization === `Bearer ${this.good}`) return json(200, { current_email: null });
        this.refused += 1;
        return path.startsWith("/attributes") ? refusal(403, "1901-0001") : refusal(401, EXPIRED);
      }
      this.renewals += 1;
      this.grant = Object.fromEntries(new URLSearchParams(body));
      await (this.held ?? new Promise((next) => setTimeout(next, 5)));
      if (this.fails) return this.fails();
      this.good = `${grants}-${this.renewals}`;
      this.refresh = `refresh-${this.renewals}`;
      return json(200, { access_token: this.good, refresh_token: this.refresh, expires_in: 3600, token_type: "bearer" });
    });
    this.fails = fails;
  }

  auth(pkg, options = {}) {
    const tokens = { accessToken: "old", refreshToken: "refresh-0" };
    return new pkg.TokenAuth({ tokens, clientId: 1001, ...options });
  }
}

const email = (client) => client.call("get-user-email");
const many = (work) => Promise.all(Array.from({ length: 50 }, work));

export const laws = (pkg) => ({
  async "fifty calls that are refused renew the login once"() {
    const server = new Tokens();
    const saved = [];
    const save = async (tokens) => {
      await new Promise((next) => setTimeout(next, 5));
      assert.equal(server.calls.filter(({ headers }) => headers.authorization === "Bearer renewed-1").length, 0);
      saved.push(tokens);
    };
    const auth = server.auth(pkg, { save, clientSecret: "s", redirectUri: "https://a.test" });
    const client = server.client(pkg, { auth });
    await many(() => email(client));
    assert.deepEqual([server.renewals, server.refused], [1, 50]);
    const { expiresAt, ...rest } = auth.tokens;
    assert.deepEqual(rest, { accessToken: "renewed-1", refreshToken: "refresh-1" });
    assert.ok(expiresAt > Date.now() + 3_500_000);
    assert.deepEqual(saved, [auth.tokens]);
    assert.deepEqual(server.grant, {
      grant_type: "refresh_token",
      refresh_token: "refresh-0",
      client_id: "1001",
      client_secret: "s",
      redirect_uri: "https://a.test",
    });
  },

  async "a token is not renewed that was renewed meanwhile"() {
    const server = new Tokens();
    const auth = server.auth(pkg);
    const client = server.client(pkg, { auth });
    await email(client);
    const caller = { perform: () => assert.fail("nothing is to be asked") };
    assert.equal(await auth.renew("old", caller), "renewed-1");
    assert.equal(server.renewals, 1);
  },

  async "the next renewal takes the next refresh token"() {
    const server = new Tokens();
    const client = server.client(pkg, { auth: server.auth(pkg) });
    await email(client);
    server.good = "another";
    await email(client);
    assert.equal(server.grant.refresh_token, "refresh-1");
  },

  async "a refused renewal ends the login for all, and is not asked for again"() {
    const server = new Tokens({ fails: () => json(400, { error_code: "invalid_grant", error_description: "over" }) });
    const client = server.client(pkg, { auth: server.auth(pkg) });
    const errors = await many(() => rejection(email(client)));
    assert.ok(errors.every((error) => error instanceof pkg.SessionEnded && error.code === "invalid_grant"));
    assert.ok((await rejection(email(client))) instanceof pkg.SessionEnded);
    assert.equal(server.renewals, 1);
  },

  async "tokens that could not be saved are saved once more, and renewed no more"() {
    const server = new Tokens();
    let saves = 0;
    const save = () => {
      saves += 1;
      if (saves === 1) throw new Error("disk full");
    };
    const auth = server.auth(pkg, { save });
    const client = server.client(pkg, { auth });
    const error = await rejection(email(client));
    assert.equal(error.constructor, pkg.LoginError);
    assert.equal(error.cause.message, "disk full");
    assert.equal(auth.tokens.accessToken, "old");
    assert.ok(await email(client));
    assert.deepEqual([saves, server.renewals], [2, 1]);
  },

  async "who gives up does so alone"() {
    const server = new Tokens();
    let release;
    server.held = new Promise((resolve) => (release = resolve));
    const client = server.client(pkg, { auth: server.auth(pkg) });
    const controller = new AbortController();
    const other = email(client);
    const given = rejection(client.call("get-user-email", { signal: controller.signal }));
    while (server.renewals === 0) await new Promise((next) => setImmediate(next));
    controller.abort();
    assert.ok(await isDone(given));
    assert.ok((await given) instanceof pkg.Cancelled);
    release();
    assert.ok(await other);
  },

  async "a token is renewed before its end, but not in the first half of its life"() {
    await withoutTime(async (pass) => {
      const server = new Tokens();
      server.good = "old";
      const tokens = { accessToken: "old", refreshToken: "refresh-0", expiresAt: Date.now() + 100_000 };
      const client = server.client(pkg, { auth: server.auth(pkg, { tokens }) });
      const after = async (milliseconds) => {
        await pass(milliseconds);
        const call = email(client);
        await pass(10);
        await call;
        return server.renewals;
      };
      assert.equal(await after(69_000), 0);
      assert.equal(await after(1_500), 1);
      assert.equal(server.refused, 0);
      const short = { accessToken: server.good, refreshToken: "refresh-1", expiresAt: Date.now() + 10_000 };
      const brief = server.client(pkg, { auth: server.auth(pkg, { tokens: short }) });
      const call = email(brief);
      await pass(10);
      await call;
      assert.equal(server.renewals, 1);
    });
  },

  async "without a refresh token the refusal is told"() {
    const server = new Tokens();
    const client = server.client(pkg, { auth: server.auth(pkg, { tokens: { accessToken: "old" } }) });
    assert.ok((await rejection(email(client))) instanceof pkg.InvalidToken);
    assert.equal(server.renewals, 0);
  },

  async "a refusal of something else renews nothing"() {
    const server = new Tokens();
    const client = server.client(pkg, { auth: server.auth(pkg) });
    const { answer } = server;
    server.answer = (call) => (call.path === "/oauth2/token" ? answer(call) : refusal(401, "003-001"));
    assert.equal((await rejection(email(client))).code, "003-001");
    assert.equal(server.renewals, 0);
  },

  async "the calls about attributes refuse a token in their own way"() {
    const server = new Tokens();
    const client = server.client(pkg, { auth: server.auth(pkg) });
    await client.detailed("get-users-attributes-from-client", { body: { keys: [], publisher_project_id: 1 } });
    assert.equal(server.renewals, 1);
  },

  async "a token goes to the calls that want one, and the caller's own comes first"() {
    const server = new Tokens();
    const client = server.client(pkg, { auth: server.auth(pkg) });
    await client.detailed("auth-by-username-and-password", LOGIN);
    assert.equal(server.last.headers.authorization, undefined);
    await rejection(client.call("get-user-email", { headers: { Authorization: "Bearer mine" } }));
    assert.equal(server.last.headers.authorization, "Bearer mine");
    assert.equal(server.renewals, 0);
    const { data } = await client.raw.GET("/users/me/email", {});
    assert.deepEqual([data, server.renewals], [{ current_email: null }, 1]);
  },

  async "a server gets one token for all its calls, and another when it is refused"() {
    const server = new Server(async ({ path, headers }) => {
      if (path === "/oauth2/token") {
        await new Promise((next) => setTimeout(next, 5));
        tokens += 1;
        good = `server-${tokens}`;
        return json(200, { access_token: good, expires_in: 3600, token_type: "bearer" });
      }
      return headers["x-server-authorization"] === good ? json(204) : refusal(401, EXPIRED);
    });
    let [tokens, good] = [0, ""];
    const api = new pkg.LoginServerApi({ projectId: PROJECT, clientId: 2001, clientSecret: "s", baseUrl: BASE, fetch: server.fetch });
    const unban = () => api.delProjectsUsersBan({ path: { user_id: "u" } });
    await many(unban);
    assert.equal(tokens, 1);
    assert.equal(server.last.path, `/projects/${PROJECT}/users/u/ban`);
    good = "taken back";
    await many(unban);
    assert.equal(tokens, 2);
    await api.delProjectsUsersBan({ path: { project_id: "other", user_id: "u" } });
    assert.equal(server.last.path, "/projects/other/users/u/ban");
  },

  async "no secret is in a message, in JSON or in what is printed"() {
    const { password, token, refresh, client: clientSecret } = SECRETS;
    const echo = new Server(({ search }) =>
      json(422, { error: { code: "003-001", description: `bad ${token}`, details: { token, search } }, password }),
    );
    const unreachable = new Server(({ search }) => Promise.reject(new TypeError(`Failed to parse URL ${BASE}${search}`)));
    const init = { query: { projectId: PROJECT, payload: token }, body: { username: "demo", password } };
    const errors = [];
    for (const server of [echo, unreachable, new Server(() => json(200, { token, password }))]) {
      errors.push(await rejection(server.client(pkg).call("auth-by-username-and-password", init)));
    }
    const auth = new pkg.TokenAuth({ tokens: { accessToken: token, refreshToken: refresh }, clientId: 1, clientSecret });
    const renewing = new Server(({ path }) => (path === "/oauth2/token" ? json(400, { error_code: "x", error_description: token }) : refusal(401, EXPIRED)));
    errors.push(await rejection(renewing.client(pkg, { auth }).call("get-user-email")));
    const proof = await pkg.Pkce.create(password.padEnd(43, "x"));
    const shown = [
      ...errors,
      proof,
      auth,
      new pkg.FixedToken(token),
      new pkg.ServerAuth({ clientId: 1, clientSecret }),
      echo.client(pkg, { auth, headers: { Authorization: token } }),
      echo.api(pkg, { clientSecret, tokens: { accessToken: token, refreshToken: refresh }, payload: password }),
      new pkg.LoginServerApi({ projectId: PROJECT, clientId: 1, clientSecret, baseUrl: BASE }),
    ];
    for (const value of shown) {
      const texts = [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value) ?? "", String(value), inspect({ value })];
      if (value instanceof Error) texts.push(value.message, value.stack ?? "", ...Object.values({ ...value }).map(String));
      for (const secret of Object.values(SECRETS)) {
        assert.ok(!texts.some((text) => text.includes(secret)), `${secret} in ${texts.find((text) => text.includes(secret))}`);
      }
    }
    assert.ok(errors[0].body.includes(password) && errors[0].details.token === token, "asked for, they are there");
  },

  async "a proof key is that of RFC 7636"() {
    const proof = await pkg.Pkce.create("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    assert.deepEqual([proof.challenge, proof.method], ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "S256"]);
    const own = await pkg.Pkce.create();
    assert.match(own.verifier, /^[A-Za-z0-9_-]{43}$/);
    assert.notEqual(own.verifier, (await pkg.Pkce.create()).verifier);
    for (const verifier of ["short", "x".repeat(129), `${"x".repeat(43)}!`]) {
      assert.ok((await rejection(pkg.Pkce.create(verifier))) instanceof RangeError);
    }
  },

  async "a state is a new one each time, and none is no state"() {
    const states = new Set(Array.from({ length: 100 }, pkg.newState));
    assert.equal(states.size, 100);
    const [state] = states;
    assert.match(state, /^[A-Za-z0-9_-]{43}$/);
    assert.equal(pkg.sameState(state, state), true);
    for (const other of ["", null, undefined, `${state}x`, `${state.slice(1)}x`]) assert.equal(pkg.sameState(state, other), false);
    assert.equal(pkg.sameState("", ""), false);
    assert.equal(pkg.sameState(null, null), false);
  },

  async "nobody waits for a renewal who needs none"() {
    const server = new Tokens();
    const client = server.client(pkg, { auth: server.auth(pkg) });
    const waiting = email(client);
    while (server.renewals === 0) await new Promise((next) => setImmediate(next));
    assert.ok(await isDone(client.detailed("clear-sso-cookie", { query: { projectId: PROJECT } })));
    await waiting;
  },
});
