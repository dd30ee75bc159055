/** Parameters of addresses and properties of objects that the API description calls secret. */
export const NAMES: readonly string[] = ["access_token", "access_token_secret", "auth_url", "challenge_id", "client_secret", "code", "code_verifier", "new_password", "password", "redirect_url", "refresh_token", "reset_code", "session_ticket", "state", "subject_token", "token", "url", "verify_code"];
