/** A receiver of webhooks for Express, for a project that signs with a shared secret. */

import express from "express";
import * as webhooks from "xsolla-login-client/webhooks";

import { keep, knows } from "./users.js";

const login = { secret: process.env.LOGIN_SECRET, projectId: process.env.LOGIN_PROJECT_ID };
const app = express().use(express.raw({ type: () => true }));
app.post("/new-user", async ({ body, headers }, response) => {
  const { data } = await webhooks.unwrap(body, headers, { webhook: "new-user", ...login });
  if (!(await keep(data))) throw new webhooks.Refusal("003-003", "This name or address is taken.");
  response.json(webhooks.accept({ attributes: [{ key: "origin", value: "my-game" }] }));
});
app.post("/user-verification", async ({ body, headers }, response) => {
  const { data } = await webhooks.unwrap(body, headers, { webhook: "user-verification", ...login });
  if (!(await knows(data))) throw new webhooks.Refusal("003-001", "Wrong name or password.");
  response.json(webhooks.accept({ data: { level: 7 } }));
});
app.use((error, request, response, next) =>
  error instanceof webhooks.WebhookError ? response.status(error.status).json(error.answer()) : next(error));
app.listen(process.env.PORT ?? 3000, "127.0.0.1");
