// Logs in with the functions that orval writes, which call addresses without a server.
import { authByUsernameAndPassword, getUserDetails, jwtRegisterNewUser } from "./client/api";

declare const process: { argv: string[] };

async function main(baseUrl: string, projectId: string, username: string): Promise<void> {
  const password = "correct-horse-7";
  const call = globalThis.fetch;
  globalThis.fetch = (address, options) => call(`${baseUrl}${String(address)}`, options);
  await jwtRegisterNewUser({ username, password, email: `${username}@example.com` }, { projectId });
  const login = await authByUsernameAndPassword({ username, password }, { projectId });
  if (login.status !== 200) {
    throw new Error(`the login was answered ${login.status}`);
  }
  const token = new URL(login.data.login_url).searchParams.get("token") ?? "";
  const user = await getUserDetails({ headers: { Authorization: `Bearer ${token}` } });
  console.log(user.status === 200 ? user.data.email : user.status);
}

const [base, project, name] = process.argv.slice(2);
void main(base ?? "", project ?? "", name ?? "");
