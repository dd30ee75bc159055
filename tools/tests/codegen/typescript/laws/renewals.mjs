// Renewals that fail, or that somebody else has done; and the end of a login, which is gone through once.
import assert from "node:assert/strict";

import { isDone, json, refusal, rejection, Server, withoutTime } from "./fake.mjs";

const EXPIRED = "002-016";
const OAUTH = { clientId: "1001", redirectUrl: "https://a.test", state: "123456789" };
const LANDED = "https://a.test?code=c&state=123456789";
const GRANTED = { access_token: "new", refresh_token: "r-1", expires_in: 3600, token_type: "bearer" };

/** A server that takes the tokens in `good`, and renews as it is told. */
class Renewing extends Server {
  good = [];
  renewals = 0;

  constructor(renew) {
    super((call) => {
      if (call.path === "/oauth2/token") {
        this.renewals += 1;
        this.grant = Object.fromEntries(new URLSearchParams(call.body));
        return renew();
      }
      const taken = this.good.some((each) => call.headers.authorization === `Bearer ${each}`);
      return taken ? json(200, { current_email: null }) : refusal(401, EXPIRED);
    });
  }
}

const email = (client, init) => client.call("get-user-email", init);
const kept = (more) => ({ accessToken: "old", refreshToken: "r-0", ...more });

export const laws = (pkg) => ({
  async "a renewal that did not come through is tried again after a second"() {
    await withoutTime(async (pass) => {
      let up = false;
      const server = new Renewing(() => (up ? json(200, GRANTED) : json(503, {})));
      server.good = ["new"];
      const client = server.client(pkg, { auth: new pkg.TokenAuth({ tokens: kept(), clientId: 1 }) });
      const errors = await Promise.all([1, 2].map(() => rejection(email(client))));
      assert.ok(errors.every((error) => error instanceof pkg.UnexpectedAnswer && error.status === 503));
      up = true;
      assert.equal((await rejection(email(client))).status, 503);
      assert.equal(server.renewals, 1);
      await pass(1_000);
      assert.ok(await email(client));
    });
  },

  async "a token is used while it lasts and no other can be had"() {
    await withoutTime(async (pass) => {
      const server = new Renewing(() => json(503, {}));
      server.good = ["old"];
      const tokens = kept({ expiresAt: Date.now() + 100_000 });
      const client = server.client(pkg, { auth: new pkg.TokenAuth({ tokens, clientId: 1 }) });
      await pass(80_000);
      assert.ok(await email(client));
      await pass(2_000);
      assert.ok(await email(client));
      assert.equal(server.renewals, 1, "it is not asked for before each call");
      await pass(3_000);
      assert.ok(await email(client));
      assert.equal(server.renewals, 2);
      await pass(15_000);
      assert.equal((await rejection(email(client))).status, 503);
    });
  },

  async "a server that asks to wait, or is down, does not end the login"() {
    for (const status of [408, 418, 425, 429, 500]) {
      const server = new Renewing(() => refusal(status, "no-such"));
      const retries = { attempts: 1 };
      const client = server.client(pkg, { retries, auth: new pkg.TokenAuth({ tokens: kept(), clientId: 1 }) });
      assert.equal((await rejection(email(client))).constructor, pkg.Refusal, `${status}`);
    }
  },

  async "who has given up before asks for nothing"() {
    const server = new Renewing(() => json(400, { error_code: "invalid_grant" }));
    const tokens = kept({ expiresAt: 1 });
    const client = server.client(pkg, { auth: new pkg.TokenAuth({ tokens, clientId: 1 }) });
    assert.ok((await rejection(email(client, { signal: AbortSignal.abort() }))) instanceof pkg.Cancelled);
    assert.equal(await isDone(new Promise(() => undefined)), false);
    assert.equal(server.calls.length, 0);
  },

  async "a token that cannot be sent is told without it"() {
    const server = new Renewing(() => json(200, { ...GRANTED, access_token: "se\ncret" }));
    const given = [
      [{ auth: new pkg.FixedToken("se\ncret") }, {}, pkg.TransportError],
      [{}, { headers: { Authorization: "se\ncret" } }, pkg.TransportError],
      [{ auth: new pkg.TokenAuth({ tokens: kept(), clientId: 1 }) }, {}, pkg.UnexpectedAnswer],
    ];
    for (const [options, init, kind] of given) {
      const error = await rejection(email(server.client(pkg, options), init));
      assert.equal(error.constructor, kind);
      assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes("cret"));
    }
    const out = await rejection(server.api(pkg).logout("se\ncret", "sso"));
    assert.ok(out instanceof pkg.TransportError && !out.message.includes("cret"));
    assert.throws(
      () => server.client(pkg, { headers: { Authorization: "se\ncret" } }),
      (error) => error instanceof TypeError && !error.message.includes("cret"),
    );
  },

  async "tokens that another tab has renewed are taken"() {
    let others = kept();
    const server = new Renewing(() => json(400, { error_code: "invalid_grant" }));
    server.good = ["theirs"];
    const saved = [];
    const auth = new pkg.TokenAuth({ tokens: kept(), clientId: 1, load: () => others, save: (tokens) => void saved.push(tokens) });
    const client = server.client(pkg, { auth });
    others = kept({ accessToken: "theirs", refreshToken: "r-theirs" });
    assert.ok(await email(client));
    assert.deepEqual([server.renewals, saved.length, auth.tokens.refreshToken], [0, 0, "r-theirs"]);
    server.good = ["late"];
    server.answer = ((answer) => (call) => {
      if (call.path === "/oauth2/token") others = kept({ accessToken: "late", refreshToken: "r-late" });
      return answer(call);
    })(server.answer);
    assert.ok(await email(client), "renewed by somebody else while it was asked for");
    assert.deepEqual([server.renewals, auth.tokens.refreshToken], [1, "r-late"]);
    server.good = [];
    assert.ok((await rejection(email(client))) instanceof pkg.SessionEnded);
  },

  async "tabs that have Web Locks renew one after the other"() {
    const { navigator } = globalThis;
    let [now, most] = [0, 0];
    const locks = { request: async (_, work) => ((most = Math.max(most, (now += 1))), await work(), (now -= 1), undefined) };
    Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
    try {
      const server = new Renewing(() => json(200, GRANTED));
      server.good = ["new"];
      const auth = (load) => new pkg.TokenAuth({ tokens: kept(), clientId: 1, ...(load ? { load: () => null } : {}) });
      await email(server.client(pkg, { auth: auth(false) }));
      assert.equal(most, 0);
      await email(server.client(pkg, { auth: auth(true) }));
      assert.equal(most, 1);
    } finally {
      Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
    }
  },

  async "the end of a login is gone through once"() {
    let code = "c";
    const server = new Server(({ body }) => {
      const given = new URLSearchParams(body).get("code");
      if (given !== code) return json(400, { error_code: "010-023" });
      code = null;
      return json(200, GRANTED);
    });
    const saved = [];
    const api = server.api(pkg, { ...OAUTH, save: (tokens) => void saved.push(tokens.accessToken) });
    const controller = new AbortController();
    const first = rejection(api.complete(LANDED, { signal: controller.signal }));
    const second = api.complete(LANDED);
    controller.abort();
    assert.ok((await first) instanceof pkg.Cancelled);
    assert.equal((await second).accessToken, "new");
    assert.equal((await api.complete(LANDED)).accessToken, "new");
    assert.deepEqual([server.calls.length, saved], [1, ["new"]]);
    const other = LANDED.replace("code=c", "code=d");
    assert.ok((await rejection(api.complete(other))) instanceof pkg.Refusal);
    assert.ok((await rejection(api.complete(other))) instanceof pkg.Refusal);
    assert.equal(server.calls.length, 3, "what failed may be tried again");
    assert.ok((await rejection(api.complete(other, { signal: AbortSignal.abort() }))) instanceof pkg.Cancelled);
    assert.equal(server.calls.length, 3);
  },

  async "tokens of a login that could not be saved are saved once more"() {
    const server = new Server(() => json(200, GRANTED));
    let saves = 0;
    const save = () => {
      saves += 1;
      if (saves === 1) throw new Error("disk full");
    };
    const api = server.api(pkg, { ...OAUTH, save });
    const error = await rejection(api.complete(LANDED));
    assert.deepEqual([error.constructor, error.cause.message, api.tokens], [pkg.LoginError, "disk full", null]);
    assert.equal((await api.complete(LANDED)).accessToken, "new");
    assert.deepEqual([server.calls.length, saves], [1, 2]);
  },
});
