// What a partner writes: nothing here is cast, and every delivery has the type of its webhook.
import * as webhooks from "xsolla-login-client/webhooks";

const projectId = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10";
const login: webhooks.Verification = { jwks: new webhooks.JwksSource("https://a.test/jwks.json"), projectId };

export async function onWorker(request: Request): Promise<Response> {
  try {
    const bytes = await request.arrayBuffer();
    const { data, claims } = await webhooks.unwrap(bytes, request.headers, { webhook: "new-user", ...login });
    const [email, password, username]: [string, string, string | undefined] = [data.email, data.password, data.username];
    if (claims.provider === undefined && email === password) throw new webhooks.Refusal("003-003", "Taken.");
    const attributes = [{ key: "origin", value: username ?? null, permission: null }];
    return Response.json(webhooks.accept({ attributes, data: { level: 7 } }));
  } catch (error) {
    if (error instanceof webhooks.WebhookError) return Response.json(error.answer(), { status: error.status });
    throw error;
  }
}

export async function onNode(body: Uint8Array, headers: Record<string, string | string[] | undefined>): Promise<string> {
  const secret = "secret";
  const reset = await webhooks.unwrap(body, headers, { webhook: "password-reset", secret, projectId });
  const { fields, username, email } = reset.data;
  const anything = await webhooks.unwrap(body, Object.entries({ a: "b" }), { secret });
  const more: unknown = anything.data["more"];
  const event = webhooks.loginEvent(body);
  const kind: string = event.event_type;
  return [fields.password, username ?? email, String(more), kind, event.data.user_id, event.data["else"]].join();
}

export async function wrong(body: Uint8Array): Promise<void> {
  // @ts-expect-error: a text is no bytes
  await webhooks.unwrap("{}", {}, { secret: "secret" });
  // @ts-expect-error: an option is called otherwise
  await webhooks.unwrap(body, {}, { secret: "secret", project: projectId });
  const { data } = await webhooks.unwrap(body, {}, { webhook: "email-change", secret: "secret" });
  // @ts-expect-error: this webhook has no such property, so that nothing is known of it
  const email: string = data.email;
  // @ts-expect-error: an attribute needs a value
  webhooks.accept({ attributes: [{ key: email }] });
}
