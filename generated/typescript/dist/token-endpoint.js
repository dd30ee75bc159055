const ENDPOINT = {
    id: "generate-jwt",
    method: "POST",
    path: "/oauth2/token",
    changesNothing: false,
    media: "application/x-www-form-urlencoded",
    token: null,
    successes: { 200: { kind: "json", body: "object", required: { access_token: ["string"] } } },
};
/** Asks for tokens; where no new refresh token comes, the one of before stays. Rejects with a `LoginError`. */
export async function granted(caller, grant, options = {}) {
    const { before = null, ...rest } = options;
    const answer = (await caller.perform(ENDPOINT, { ...rest, body: grant }));
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = answer;
    return {
        accessToken: String(accessToken),
        refreshToken: typeof refreshToken === "string" && refreshToken ? refreshToken : before,
        expiresAt: typeof seconds === "number" ? Date.now() + seconds * 1000 : null,
    };
}
