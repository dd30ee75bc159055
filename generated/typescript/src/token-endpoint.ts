/** The token endpoint of OAuth 2.0, which is needed whatever calls a description has. */
import { UnexpectedAnswer } from "./errors.js";
import type { CallOptions, Operation } from "./operation.js";
import { isHeader } from "./writing.js";

const ENDPOINT: Operation = {
  id: "generate-jwt",
  method: "POST",
  path: "/oauth2/token",
  repeatable: false,
  media: "application/x-www-form-urlencoded",
  token: null,
  successes: {
    200: {
      kind: "json",
      shape: { kinds: ["object"], required: ["access_token"], properties: { access_token: { kinds: ["string"] } } },
    },
  },
};

/** Makes calls without a token of its own. */
export interface Caller {
  /** Makes a call of an operation; rejects with a `LoginError`. */
  perform(operation: Operation, init: CallOptions & { readonly body?: unknown }): Promise<unknown>;
}

/** What tokens are asked for with. */
export type Grant = (
  | { readonly grant_type: "authorization_code"; readonly code: string; readonly code_verifier?: string | undefined }
  | { readonly grant_type: "refresh_token"; readonly refresh_token: string }
  | { readonly grant_type: "client_credentials" }
) & {
  readonly client_id: string;
  readonly client_secret?: string | undefined;
  readonly redirect_uri?: string | undefined;
};

/** Tokens as the token endpoint answers them. They are secrets. */
export interface Tokens {
  readonly accessToken: string;
  /** It works once; null where the login had no scope `offline`. */
  readonly refreshToken: string | null;
  /** When the access token ends, in milliseconds since 1970; null where nobody said. */
  readonly expiresAt: number | null;
}

/** Tokens that were kept. */
export interface KeptTokens {
  readonly accessToken: string;
  readonly refreshToken?: string | null | undefined;
  readonly expiresAt?: number | null | undefined;
}

/** Asks for tokens; where no new refresh token comes, the one of before stays. Rejects with a `LoginError`. */
export async function granted(
  caller: Caller,
  grant: Grant,
  options: CallOptions & { readonly before?: string | null } = {},
): Promise<Tokens> {
  const { before = null, ...rest } = options;
  const answer = (await caller.perform(ENDPOINT, { ...rest, body: grant })) as Readonly<Record<string, unknown>>;
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = answer;
  if (typeof accessToken !== "string" || !accessToken || !isHeader("Authorization", accessToken)) {
    throw new UnexpectedAnswer({ operation: ENDPOINT.id, status: 200, description: "the new tokens are none" });
  }
  return {
    accessToken,
    refreshToken: typeof refreshToken === "string" && refreshToken ? refreshToken : before,
    expiresAt: typeof seconds === "number" ? Date.now() + seconds * 1000 : null,
  };
}
