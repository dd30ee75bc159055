/** The token endpoint of OAuth 2.0, which is needed whatever calls a description has. */
import { UnexpectedAnswer } from "./errors.js";
import { isHeader } from "./writing.js";
const ENDPOINT = {
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
/** Asks for tokens; where no new refresh token comes, the one of before stays. Rejects with a `LoginError`. */
export async function granted(caller, grant, options = {}) {
    const { before = null, ...rest } = options;
    const answer = (await caller.perform(ENDPOINT, { ...rest, body: grant }));
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
