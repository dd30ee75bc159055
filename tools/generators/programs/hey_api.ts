// Logs in with the client that hey-api writes.
import { authByUsernameAndPassword, getUserDetails, jwtRegisterNewUser } from "./client";
import { client } from "./client/client.gen";

declare const process: { argv: string[] };

async function main(baseUrl: string, projectId: string, username: string): Promise<void> {
  const password = "correct-horse-7";
  client.setConfig({ baseUrl, throwOnError: true });
  const registration = { username, password, email: `${username}@example.com` };
  await jwtRegisterNewUser({ query: { projectId }, body: registration, throwOnError: true });
  const login = await authByUsernameAndPassword({
    query: { projectId },
    body: { username, password },
    throwOnError: true,
  });
  const token = new URL(login.data.login_url).searchParams.get("token") ?? "";
  const user = await getUserDetails({ auth: token, throwOnError: true });
  console.log(user.data.email);
}

const [base, project, name] = process.argv.slice(2);
void main(base ?? "", project ?? "", name ?? "");
