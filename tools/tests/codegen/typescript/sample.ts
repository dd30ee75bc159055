// What a team writes: nothing here is cast, and every answer is used as what it is.
import {
  Cancelled,
  LoginApi,
  LoginClient,
  LoginError,
  LoginServerApi,
  newState,
  Pkce,
  Refusal,
  SessionEnded,
  TimedOut,
  TokenAuth,
  TransportError,
  WrongCredentials,
  type Answer,
  type Tokens,
} from "xsolla-login-client";

const projectId = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10";
const api = new LoginApi({ projectId });

export async function logIn(username: string, password: string): Promise<string> {
  try {
    const result = await api.login({ credentials: { username, password } });
    const fields: number = result.ask_fields?.length ?? 0;
    return fields > 0 ? `${fields} ${result.token ?? ""}` : result.login_url;
  } catch (error) {
    if (error instanceof WrongCredentials) return "wrong";
    if (error instanceof Refusal) return error.code ?? "";
    if (error instanceof TimedOut || error instanceof TransportError) return "no answer";
    if (error instanceof LoginError) return `${error.operation} ${error.status ?? 0} ${error.requestId ?? ""}`;
    throw error;
  }
}

export async function register(): Promise<string> {
  const result = await api.signup({
    userInfo: { email: "email@address.com", fields: { nickname: "Johny" }, password: "password123", username: "John" },
  });
  return result.code === 204 ? "confirm first" : result.login_url;
}

export async function byEmail(): Promise<string> {
  const { operation_id } = await api.emailGetCode({ email: "a@b.test", link_url: "https://c.test", isOauth2: true });
  const stop = new AbortController();
  const found = await api.getConfirmCode({ cancelToken: stop, login: "a@b.test", operation_id }, { timeout: 20_000 });
  if (found.error !== undefined) return found.error.description;
  const done = await api.loginWithEmailCode({ email: "a@b.test", code: found.code, operation_id, isOauth2: true });
  return done.login_url;
}

export async function answer(token: string): Promise<string> {
  const result = await api.ask({ fields: { email: "a@b.test" }, link_url: "https://c.test", token });
  if (result.error !== undefined) return String(result.error.details["operation_id"]);
  return result.redirect_url;
}

export async function statuses(): Promise<(204 | 301 | 302 | 303 | 307)[]> {
  const done = await api.resendEmail({ username: "email@address.com" });
  const led = await api.userAuthSSOWithRedirect({ loginUrl: "https://a.test" });
  const out = await api.logout("token", "all");
  return [done.code, led.code, out.code];
}

export async function withOauth(save: (tokens: Tokens) => Promise<void>): Promise<string | null> {
  const [proof, state] = [await Pkce.create(), newState()];
  const login = new LoginApi({
    projectId,
    clientId: 1001,
    redirectUrl: "https://a.test",
    state,
    scope: "offline",
    save,
    retries: { attempts: 2, onRetry: ({ operation, pause }) => void [operation.length, pause.toFixed()] },
  });
  const address: string = login.oauth2Auth({ code_challenge: proof.challenge, code_challenge_method: proof.method });
  await login.complete(`${address}&code=1`, { codeVerifier: proof.verifier });
  try {
    const profile: Answer<"get-user-details"> = await login.account.getUserDetails();
    await login.account.updateUserDetails({ body: { nickname: "J" } });
    const { current_email } = await login.account.getUserEmail();
    return current_email ?? profile.username;
  } catch (error) {
    if (error instanceof SessionEnded || error instanceof Cancelled) return null;
    throw error;
  }
}

export async function onServer(): Promise<number> {
  const server = new LoginServerApi({ projectId, clientId: 2001, clientSecret: "secret" });
  await server.postProjectsUsersBan({ path: { user_id: "1" }, body: { reason: "rude" } });
  const groups = await server.getProjectUserGroups();
  return groups.length;
}

export async function byOperation(): Promise<string> {
  const auth = new TokenAuth({ tokens: { accessToken: "a" }, clientId: 1001 });
  const client = new LoginClient({ auth, timeout: null });
  const keys = await client.call("get-projects-keys", { path: { project_id: projectId } });
  const whole = await client.detailed("get-user-email");
  const { data, error } = await client.raw.POST("/login", {
    params: { query: { projectId } },
    body: { username: "demo", password: "password123" },
  });
  return `${keys.length} ${whole.status} ${data?.login_url ?? ""} ${error?.error.code ?? ""}`;
}

export function wrong(): void {
  // @ts-expect-error: the project has to be given
  void new LoginApi({});
  // @ts-expect-error: a password has to be given
  void api.login({ credentials: { username: "demo" } });
  // @ts-expect-error: no session is called so
  void api.logout("token", "both");
  // @ts-expect-error: the argument is called otherwise
  void api.emailGetCode({ email: "a@b.test", isOAuth2: true });
  // @ts-expect-error: there is no such operation
  void api.client.call("get-nothing");
  // @ts-expect-error: the path needs a value
  void api.client.call("get-user-public-profile");
  // @ts-expect-error: an answer has no such property
  void api.account.getUserDetails().then((profile) => profile.password);
}
