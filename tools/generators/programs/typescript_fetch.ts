// Logs in with the client that openapi-generator writes for `fetch`.
import { Configuration, PasswordApi, ProfileApi, RegistrationApi } from "./client";

declare const process: { argv: string[] };

async function main(basePath: string, projectId: string, username: string): Promise<void> {
  const password = "correct-horse-7";
  const configuration = new Configuration({ basePath });
  const registration = { username, password, email: `${username}@example.com` };
  await new RegistrationApi(configuration).jwtRegisterNewUser({ projectId, registration });
  const answer = await new PasswordApi(configuration).authByUsernameAndPassword({
    projectId,
    passwordLogin: { username, password },
  });
  const accessToken = new URL(answer.loginUrl).searchParams.get("token") ?? "";
  const user = await new ProfileApi(new Configuration({ basePath, accessToken })).getUserDetails();
  console.log(user.email);
}

const [base, project, name] = process.argv.slice(2);
void main(base ?? "", project ?? "", name ?? "");
