// The calls of the widget SDK: what they send, and what they resolve with.
import assert from "node:assert/strict";

import { isDone, json, PROJECT, refusal, rejection, Server, withoutTime } from "./fake.mjs";

const LOGIN_URL = { login_url: "https://a.test?token=t" };
const ok = () => new Server(() => json(200, LOGIN_URL));
const credentials = { username: "demo", password: "password123" };
const OAUTH = { clientId: "1001", redirectUrl: "https://a.test", state: "123456789" };

export const laws = (pkg) => ({
  async "a login is made with the project alone"() {
    const server = ok();
    assert.deepEqual(await server.api(pkg).login({ credentials }), LOGIN_URL);
    const { method, path, query, body } = server.last;
    assert.deepEqual([method, path, query, body], ["POST", "/login", { projectId: PROJECT }, credentials]);
  },

  async "everything of the initialisation goes along"() {
    const server = ok();
    const given = { fullLocale: "de-DE", callbackUrl: "https://b.test", payload: "p", emailTemplate: "e", with_logout: true };
    await server.api(pkg, given).login({ credentials });
    const sent = { projectId: PROJECT, locale: "de_DE", login_url: "https://b.test", payload: "p", with_logout: "1" };
    assert.deepEqual(server.last.query, sent);
    await server.api(pkg, given).signup({ userInfo: { ...credentials, email: "a@b.test" } });
    assert.deepEqual(server.last.query, { ...sent, email_template: "e" });
  },

  async "what is empty or false is not sent"() {
    const server = ok();
    await server.api(pkg, { payload: "", with_logout: false, callbackUrl: undefined, fullLocale: null }).login({ credentials });
    assert.deepEqual(server.last.query, { projectId: PROJECT });
  },

  async "two facades know nothing of each other"() {
    const server = ok();
    server.api(pkg, { payload: "p", ...OAUTH });
    await server.api(pkg).login({ credentials });
    assert.deepEqual([server.last.path, server.last.query], ["/login", { projectId: PROJECT }]);
  },

  async "the protocol is chosen by name, or by all that it takes"() {
    const paths = [];
    const cases = [{}, { is_oauth2: true }, OAUTH, { ...OAUTH, redirectUrl: undefined, redirectUri: "https://a.test" }, { ...OAUTH, state: "" }];
    for (const config of cases) {
      const server = ok();
      const api = server.api(pkg, config);
      await api.login({ credentials });
      paths.push(server.last.path);
      assert.equal(api.isOauth2, server.last.path === "/oauth2/login");
    }
    assert.deepEqual(paths, ["/login", "/oauth2/login", "/oauth2/login", "/oauth2/login", "/login"]);
    const server = ok();
    await server.api(pkg, { ...OAUTH, scope: "offline" }).login({ credentials });
    assert.deepEqual(server.last.query, {
      projectId: PROJECT,
      client_id: "1001",
      redirect_uri: "https://a.test",
      state: "123456789",
      scope: "offline",
      response_type: "code",
    });
  },

  async "four calls may choose the protocol themselves"() {
    const server = new Server(() => json(200, { operation_id: "o", ...LOGIN_URL }));
    const api = server.api(pkg);
    for (const isOauth2 of [true, false]) {
      await api.emailGetCode({ email: "A@B.test", link_url: "https://c.test", isOauth2 });
      await api.phoneGetCode({ phone_number: "+12025550143", isOauth2 });
      await api.loginWithEmailCode({ email: "a@b.test", code: "1", operation_id: "o", isOauth2 });
      await api.loginWithPhoneCode({ phone_number: "+12025550143", code: "1", operation_id: "o", isOauth2 });
    }
    const path = (prefix) => ["email/request", "phone/request", "email/confirm", "phone/confirm"].map((each) => `${prefix}/login/${each}`);
    assert.deepEqual(server.calls.map((each) => each.path), [...path("/oauth2"), ...path("")]);
    assert.deepEqual(server.calls[0].body, { email: "a@b.test", link_url: "https://c.test" });
  },

  async "a message has a link where the project and the caller want one"() {
    for (const [setting, disableConfirmByLink, expected] of [[true, false, true], [true, true, false], [false, false, false]]) {
      const server = new Server(({ path }) => (path.startsWith("/widget") ? json(200, settings(setting)) : json(200, { operation_id: "o" })));
      const api = server.api(pkg, { disableConfirmByLink });
      await api.emailGetCode({ email: "a@b.test", link_url: "https://c.test" });
      assert.equal("send_link" in server.last.body, false);
      await api.fetchConfig();
      await api.emailGetCode({ email: "a@b.test", link_url: "https://c.test" });
      assert.equal(server.last.body.send_link, expected);
    }
  },

  async "what was asked for goes to the project, with a link for each"() {
    const server = new Server(({ path }) => json(200, path.startsWith("/widget") ? settings(true) : { redirect_url: "https://a.test" }));
    const api = server.api(pkg);
    const fields = { email: "a@b.test", __proto__x: "y" };
    await api.ask({ fields, token: "t", link_url: "https://c.test" });
    assert.deepEqual([server.last.path, server.last.headers.authorization], ["/token/update", undefined]);
    const link = { link_url: "https://c.test" };
    assert.deepEqual(server.last.body, { updatedFields: fields, token: "t", settings: { email: link, __proto__x: link } });
    await api.fetchConfig();
    await api.ask({ fields: { email: "a@b.test" }, token: "t", link_url: "https://c.test" });
    assert.deepEqual(server.last.body.settings, { email: { ...link, send_link: true } });
    await api.ask({ fields: {}, token: "t" });
    assert.deepEqual(server.last.body, { updatedFields: {}, token: "t" });
  },

  async "a contact to confirm is a result, in a success and in a refusal"() {
    const error = { code: "003-014", description: "Confirm phone number.", details: { operation_id: "o" } };
    for (const status of [200, 422]) {
      const api = new Server(() => json(status, { error })).api(pkg);
      const result = await api.ask({ fields: { phone_number: "+12025550143" }, token: "t" });
      assert.deepEqual(JSON.parse(JSON.stringify(result)), { error });
    }
    const other = new Server(() => refusal(422, "003-014")).api(pkg);
    assert.ok((await rejection(other.ask({ fields: {}, token: "t" }))) instanceof pkg.Refusal);
  },

  async "the results of a captcha are headers"() {
    const server = ok();
    const captchaData = { lot_number: "1", captcha_output: "2", pass_token: "3", gen_time: "4" };
    await server.api(pkg).login({ credentials, captchaData });
    const { headers, body } = server.last;
    assert.deepEqual(
      [headers["x-lot-number"], headers["x-captcha-output"], headers["x-pass-token"], headers["x-gen-time"]],
      ["1", "2", "3", "4"],
    );
    assert.deepEqual(body, credentials);
  },

  async "what a project calls its own goes along"() {
    const server = ok();
    const userInfo = { ...credentials, email: "a@b.test", fields: { nickname: "J" }, shoe_size: 44 };
    await server.api(pkg).signup({ userInfo });
    assert.deepEqual(server.last.body, userInfo);
  },

  async "calls may be written as the document and as the SDK have them"() {
    const server = new Server(() => json(204));
    const api = server.api(pkg);
    for (const given of [["u"], [{ username: "u" }]]) {
      assert.deepEqual(await api.resendEmail(...given), { code: 204 });
      assert.deepEqual(server.last.body, { username: "u" });
      await api.reset(...given);
      assert.deepEqual([server.last.path, server.last.body], ["/password/reset/request", { username: "u" }]);
    }
    for (const given of [["t", "sso"], [{ token: "t", session: "sso" }]]) {
      assert.deepEqual(await api.logout(...given), { code: 204 });
      assert.deepEqual([server.last.headers.authorization, server.last.query], ["Bearer t", { sessions: "sso" }]);
    }
    for (const given of [{ new_password: "p", reset_code: "c" }, { newPassword: "p", code: "c" }]) {
      await api.set({ ...given, user_id: "1" });
      assert.deepEqual(server.last.body, { new_password: "p", reset_code: "c", user_id: "1" });
    }
    await rejection(api.getAskFields("t"));
    assert.equal(server.last.headers.authorization, "Bearer t");
  },

  async "a call takes its own options after its arguments"() {
    const server = new Server(() => new Promise(() => undefined));
    const controller = new AbortController();
    controller.abort();
    const api = server.api(pkg);
    for (const call of [api.login({ credentials }, { signal: controller.signal }), api.logout("t", "sso", { signal: controller.signal })]) {
      assert.ok((await rejection(call)) instanceof pkg.Cancelled);
    }
  },

  async "a redirect resolves with its status"() {
    const server = new Server(() => new Response(null, { status: 302, headers: { Location: "https://a.test" } }));
    assert.deepEqual(await server.api(pkg).userAuthSSOWithRedirect({ loginUrl: "https://b.test" }), { code: 302, location: "https://a.test" });
    assert.equal(server.last.query.login_url, "https://b.test");
  },

  async "the address of a login is for a browser"() {
    const server = ok();
    const { challenge, method } = await pkg.Pkce.create();
    const address = new URL(server.api(pkg, OAUTH).oauth2Auth({ code_challenge: challenge, code_challenge_method: method }));
    assert.equal(address.pathname, "/api/oauth2/auth");
    assert.equal(address.searchParams.get("code_challenge"), challenge);
    assert.equal(address.searchParams.get("response_type"), "code");
    assert.equal(server.calls.length, 0);
  },

  async "a wait goes on until something comes"() {
    await withoutTime(async (pass) => {
      const server = new Server((_, count) => (count < 3 ? refusal(408, "010-050") : json(200, { code: "482913" })));
      const call = server.api(pkg).getConfirmCode({ login: "A@B.test", operation_id: "o" });
      await pass(1_999);
      assert.equal(server.calls.length, 2);
      await pass(1);
      assert.deepEqual(await call, { code: "482913" });
      assert.deepEqual(server.last.query, { projectId: PROJECT, login: "a@b.test", operation_id: "o" });
    });
  },

  async "a wait whose time is over is a result"() {
    await withoutTime(async (pass) => {
      const calls = [
        new Server(() => refusal(408, "010-050", { description: "Deadline exceeded." })),
        new Server(() => new Promise(() => undefined)),
      ].map((server) => server.api(pkg).getConfirmCode({ login: "a@b.test", operation_id: "o" }));
      await pass(58_000);
      assert.deepEqual(await Promise.all(calls.map(isDone)), [false, false]);
      await pass(2_000);
      for (const result of await Promise.all(calls)) {
        assert.deepEqual(result, { error: { code: "010-050", description: "Deadline exceeded." } });
      }
    });
  },

  async "a wait ends when nobody wants it any more"() {
    const tokens = [
      () => {
        const controller = new AbortController();
        return [controller, () => controller.abort()];
      },
      () => {
        const controller = new AbortController();
        return [controller.signal, () => controller.abort()];
      },
      () => {
        let cancel;
        const promise = new Promise((resolve) => (cancel = resolve));
        return [{ token: { promise } }, cancel];
      },
    ];
    for (const make of tokens) {
      const [cancelToken, cancel] = make();
      const server = new Server(() => new Promise(() => undefined));
      const call = rejection(server.api(pkg).getConfirmCode({ cancelToken, login: "a@b.test", operation_id: "o" }));
      assert.equal(await isDone(call), false);
      cancel();
      assert.ok((await call) instanceof pkg.Cancelled);
    }
  },

  async "a wait is not stopped by a refusal that it is not about"() {
    const error = await rejection(new Server(() => refusal(400, "002-028")).api(pkg).getConfirmCode({ login: "a", operation_id: "o" }));
    assert.ok(error instanceof pkg.MissingValue);
  },

  async "a login is completed by the address that it ends on"() {
    const server = new Server(() => json(200, { access_token: "a", refresh_token: "r", expires_in: 60, token_type: "bearer" }));
    const saved = [];
    const api = server.api(pkg, { ...OAUTH, save: (tokens) => void saved.push(tokens) });
    assert.equal(api.tokens, null);
    await api.complete("https://a.test?code=c&state=123456789", { codeVerifier: "v" });
    assert.deepEqual(Object.fromEntries(new URLSearchParams(server.last.body)), {
      grant_type: "authorization_code",
      client_id: "1001",
      code: "c",
      code_verifier: "v",
      redirect_uri: "https://a.test",
    });
    assert.deepEqual([api.tokens.accessToken, api.tokens.refreshToken, saved.length], ["a", "r", 1]);
    const jwt = server.api(pkg);
    await jwt.complete("https://a.test?token=t");
    assert.equal(jwt.tokens.accessToken, "t");
    await jwt.client.detailed("get-user-email");
    assert.equal(server.last.headers.authorization, "Bearer t");
  },

  async "a login that was started elsewhere is not completed"() {
    const server = ok();
    const api = server.api(pkg, OAUTH);
    for (const url of ["https://a.test?code=c&state=987654321", "https://a.test?code=c", "https://a.test", "no address"]) {
      assert.ok((await rejection(api.complete(url))) instanceof TypeError, url);
    }
    const error = await rejection(api.complete("https://a.test?error_code=010-019&error_description=No."));
    assert.deepEqual([error.constructor, error.code, error.description], [pkg.InvalidClient, "010-019", "No."]);
    assert.equal(server.calls.length, 0);
  },

  async "a token that no state guards logs nobody in where the calls are those of OAuth 2.0"() {
    const server = new Server(() => json(200, { login_url: "https://a.test?token=t" }));
    const api = server.api(pkg, OAUTH);
    for (const url of ["https://a.test?token=t", "https://a.test?token=t&code=c", "https://a.test?token=t&code=c&state=guessed-it"]) {
      assert.ok((await rejection(api.complete(url))) instanceof TypeError, url);
    }
    assert.equal(api.tokens, null);
    const login = { email: "a@b.co", code: "1", operation_id: "o", isOauth2: false };
    const { login_url } = await api.loginWithEmailCode(login);
    await api.complete(login_url);
    assert.equal(api.tokens.accessToken, "t");
  },
});

function settings(enable_magic_link) {
  const visual_settings = { custom_style_url: "", disallow_external_style: false };
  const social_links = { primary: [], secondary: [] };
  const rest = { game_name: "G", geo_ip_country: "US", registration_fields: [], social_links, theme: {}, visual_settings };
  return { ...rest, enable_magic_link };
}
