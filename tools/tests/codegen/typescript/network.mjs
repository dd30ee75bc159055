// The client on a real network: `[origin of a mock, port that is silent, port that nobody listens at]`.
import { Cancelled, LoginApi, LoginClient, newState, TimedOut, TokenAuth, TransportError } from "xsolla-login-client";

const [origin, silent, closed] = process.argv.slice(2);
const projectId = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10";
const init = { query: { projectId }, body: { username: "demo", password: "password123" } };
const error = (call) => call.then(() => null, (raised) => raised);
const login = (port, options, more) =>
  error(new LoginClient({ baseUrl: `http://127.0.0.1:${port}/api`, ...options }).call("auth-by-username-and-password", { ...init, ...more }));

const begun = performance.now();
const late = await login(silent, { timeout: 200 });
const waited = performance.now() - begun;
const given = await login(silent, {}, { signal: AbortSignal.timeout(50) });
const reasons = [];
const retries = { firstPause: 1, onRetry: ({ reason }) => reasons.push(reason) };
const unreachable = await login(closed, { retries });

const config = { projectId, baseUrl: `${origin}/api`, clientId: 1001, redirectUrl: "https://example.com/callback", scope: "offline" };
const api = new LoginApi({ ...config, state: newState() });
await api.complete((await api.login({ credentials: init.body })).login_url);
const { refreshToken } = api.tokens;
let renewals = 0;
const counted = (request) => {
  if (request.url.endsWith("/oauth2/token")) renewals += 1;
  return fetch(request);
};
const saved = [];
const save = (tokens) => void saved.push(tokens.refreshToken);
const tokens = { accessToken: "ended", refreshToken };
const auth = new TokenAuth({ tokens, clientId: 1001, save });
const client = new LoginClient({ baseUrl: config.baseUrl, auth, fetch: counted });
const profiles = await Promise.all(Array.from({ length: 50 }, () => client.call("get-user-details")));

process.stdout.write(
  JSON.stringify({
    late: late instanceof TimedOut && waited < 2_000,
    given: given instanceof Cancelled,
    unreachable: unreachable instanceof TransportError,
    reasons,
    renewals,
    rotated: saved.length === 1 && saved[0] !== refreshToken,
    names: [...new Set(profiles.map(({ username }) => username))],
  }),
);
