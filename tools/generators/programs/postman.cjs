// Opens the collection with Postman's own reader: lists what is in it, or logs in by its requests.
"use strict";

const fs = require("node:fs");
const { Collection, Property, Request } = require("postman-collection");

const read = () => new Collection(JSON.parse(fs.readFileSync("client/collection.json", "utf8")));

// What a user changes in Postman before sending: variables of the collection, the project, the body.
async function send(collection, name, { projectId, body }) {
  const asked = collection.oneDeep(name).request.toJSON();
  const request = new Request(Property.replaceSubstitutionsIn(asked, [collection.variables.toObject()]));
  const { url, method, headers } = request;
  url.query.remove((parameter) => parameter.disabled);
  if (projectId) {
    url.query.upsert({ key: "projectId", value: projectId });
  }
  const sent = headers.filter((header) => !header.disabled).map(({ key, value }) => [key, value]);
  const bearer = request.auth?.type === "bearer" ? request.auth.parameters().toObject().token : undefined;
  const answer = await fetch(url.toString(), {
    method,
    headers: [...sent, ...(bearer ? [["Authorization", `Bearer ${bearer}`]] : [])],
    body: request.body?.raw && JSON.stringify({ ...JSON.parse(request.body.raw), ...body }),
  });
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  }
  return answer.status === 204 ? undefined : answer.json();
}

// Variables in a body are left out: what is in braces there is a text of the API.
function list(collection) {
  const requests = [];
  const used = new Set();
  collection.forEachItem(({ request }) => {
    const { method, url, headers, auth } = request;
    requests.push(`${method} ${url.getPath(true)}`);
    const text = JSON.stringify([url.toString(), headers, auth]);
    [...text.matchAll(/\{\{(\w+)\}\}/g)].forEach(([, name]) => used.add(name));
  });
  return { declared: Object.keys(collection.variables.toObject()), used: [...used], requests };
}

async function logIn(baseUrl, projectId, username) {
  const collection = read();
  const credentials = { username, password: "correct-horse-7" };
  collection.variables.upsert({ key: "baseUrl", value: baseUrl });
  const account = { ...credentials, email: `${username}@example.com` };
  await send(collection, "Register a user", { projectId, body: account });
  const login = await send(collection, "Log in with a password", { projectId, body: credentials });
  const token = new URL(login.login_url).searchParams.get("token");
  collection.variables.upsert({ key: "bearerToken", value: token });
  return (await send(collection, "Read the profile of the user", {})).email;
}

const [mode, ...given] = process.argv.slice(2);
if (mode === "list") {
  console.log(JSON.stringify(list(read())));
} else {
  logIn(mode, ...given).then(console.log);
}
