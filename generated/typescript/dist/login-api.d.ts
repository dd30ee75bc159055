/** The calls of the widget SDK, without its widget. */
import { AccountApi } from "./account-api.js";
import { Login, type Connection } from "./login.js";
import type { Answer, Body, CallOptions } from "./operation.js";
import type { ConfirmationAsked, Done, OneOf, Redirected } from "./results.js";
import type { CancelToken, NothingCame } from "./waiting.js";
/** The four results of a solved captcha. */
export interface CaptchaData {
    readonly lot_number?: string | undefined;
    readonly captcha_output?: string | undefined;
    readonly pass_token?: string | undefined;
    readonly gen_time?: string | undefined;
}
/** What calls send of themselves; `projectId` alone has to be given. */
export interface LoginApiOptions extends Connection {
    /** Id of the Login project. */
    readonly projectId: string;
    /**
     * Language and region as `<language>_<COUNTRY>`: the language of messages, and the order of the social
     * networks.
     */
    readonly fullLocale?: string | undefined;
    /** Where users land after a login or a registration. */
    readonly callbackUrl?: string | undefined;
    /** The project in whose name mails are sent. */
    readonly emailTemplate?: string | undefined;
    /** Text of the caller's own, which comes back in the user's token. */
    readonly payload?: string | undefined;
    /**
     * Whether a login ends the earlier tokens of the user.
     *
     * Default: false.
     */
    readonly with_logout?: boolean | undefined;
    /** Id of the OAuth 2.0 client. */
    readonly clientId?: number | string | undefined;
    /**
     * What is asked for beside the login, in OAuth 2.0, with spaces between several: `email`, `offline`,
     * `playfab`, or words of the caller's own.
     */
    readonly scope?: string | undefined;
    /** A value that comes back with the code of OAuth 2.0, more than 8 characters. */
    readonly state?: string | undefined;
    /** Where users land after a login in OAuth 2.0. */
    readonly redirectUrl?: string | undefined;
    /** Where users land after a login in OAuth 2.0. */
    readonly redirectUri?: string | undefined;
    /**
     * Whether messages with a code shall carry no link.
     *
     * Default: false.
     */
    readonly disableConfirmByLink?: boolean | undefined;
    /**
     * Whether calls are those of OAuth 2.0.
     *
     * Default: false.
     */
    readonly is_oauth2?: boolean | undefined;
    /** For whom the token of OAuth 2.0 is meant. */
    readonly audience?: string | undefined;
}
/** What `signup` takes in `userInfo`. */
export interface SignupInputValues {
    /** Unique in the project; upper and lower case are the same. */
    readonly email: string;
    /** Unique in the project; upper and lower case are the same. */
    readonly username: string;
    /** What the user logs in with beside the name. */
    readonly password: string;
    /** Same as `fields.nickname`, which wins when both are given. */
    readonly nickname?: string | null | undefined;
    /** Whether the user has agreed to the project's terms. */
    readonly accept_consent?: NonNullable<Body<"jwt-register-new-user">>["accept_consent"] | undefined;
    /** Same as `fields.promo_email_agreement`, in game SDKs as `0` or `1`; the field wins. */
    readonly promo_email_agreement?: NonNullable<Body<"jwt-register-new-user">>["promo_email_agreement"] | undefined;
    /**
     * Further data about the user, by name. One game SDK sends a list of texts, in which nothing
     * has a name; it is accepted and has no effect.
     */
    readonly fields?: NonNullable<Body<"jwt-register-new-user">>["fields"] | undefined;
    readonly [name: string]: unknown;
}
/** What `signup` takes. */
export interface SignupInput {
    readonly userInfo: SignupInputValues;
}
/** What `login` takes in `credentials`. */
export interface LoginInputValues {
    /** Username or e-mail address, in any case. */
    readonly username: string;
    /** A password shorter than a new one may be is simply wrong, not invalid. */
    readonly password: string;
    /** Passed on to the Callback URL; in OAuth 2.0 it has no effect. */
    readonly remember_me?: boolean | null | undefined;
    readonly [name: string]: unknown;
}
/** What `login` takes. */
export interface LoginInput {
    readonly credentials: LoginInputValues;
    readonly captchaData?: CaptchaData | undefined;
}
/** What `resendEmail` takes. */
export interface ResendEmailInput {
    /** Username or e-mail address of the account. */
    readonly username: string;
}
/** What `phoneGetCode` takes. */
export interface PhoneGetCodeInput {
    /** International format, digits after a plus sign. */
    readonly phone_number: string;
    /**
     * The page that the link ends on; left out, it is the Callback URL. No source says which pages
     * are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or an
     * allowed origin of the project, and the vendor's own confirmation page.
     */
    readonly link_url?: string | null | undefined;
    /** Whether this call is one of OAuth 2.0, instead of what the login is. */
    readonly isOauth2?: boolean | undefined;
    readonly captchaData?: CaptchaData | undefined;
}
/** What `emailGetCode` takes. */
export interface EmailGetCodeInput {
    /** Upper and lower case are the same. */
    readonly email: string;
    /**
     * The page that the link ends on; left out, it is the Callback URL. No source says which pages
     * are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or an
     * allowed origin of the project, and the vendor's own confirmation page.
     */
    readonly link_url?: string | null | undefined;
    /** Whether this call is one of OAuth 2.0, instead of what the login is. */
    readonly isOauth2?: boolean | undefined;
    readonly captchaData?: CaptchaData | undefined;
}
/** What `getConfirmCode` takes. */
export interface GetConfirmCodeInput {
    /** The e-mail address or phone number that the message went to, in any case. */
    readonly login: string;
    /** Id that the request for the code answered. */
    readonly operation_id: string;
    /** Ends the wait. A text is taken and ends nothing. */
    readonly cancelToken?: CancelToken | string | undefined;
}
/** What `loginWithPhoneCode` takes. */
export interface LoginWithPhoneCodeInput {
    /** The number that the code was sent to. */
    readonly phone_number: string;
    /** The one-time code of the message, or of `get-confirmation-code`. */
    readonly code: string;
    /** Id that the request for the code, or the token update, answered. */
    readonly operation_id: string;
    /** Whether this call is one of OAuth 2.0, instead of what the login is. */
    readonly isOauth2?: boolean | undefined;
}
/** What `loginWithEmailCode` takes. */
export interface LoginWithEmailCodeInput {
    /** The address that the code was sent to. */
    readonly email: string;
    /** The one-time code of the message, or of `get-confirmation-code`. */
    readonly code: string;
    /** Id that the request for the code, or the token update, answered. */
    readonly operation_id: string;
    /** Whether this call is one of OAuth 2.0, instead of what the login is. */
    readonly isOauth2?: boolean | undefined;
}
/** What `getAskFields` takes. */
export interface GetAskFieldsInput {
    /** The token of the user. */
    readonly token: string;
}
/** What `ask` takes. */
export interface AskInput {
    /** The answers, one text per asked field. An empty object skips what is optional. */
    readonly fields: NonNullable<Body<"update-token">>["updatedFields"];
    /** The user token, or the token that came with `ask_fields`. */
    readonly token: string;
    /**
     * The page that the link in the message ends on. Which pages are allowed is the rule of a
     * request for a code.
     */
    readonly link_url?: string | null | undefined;
    readonly captchaData?: CaptchaData | undefined;
}
/** What `reset` takes. */
export interface ResetInput {
    /** Username or e-mail address of the account. */
    readonly username: string;
}
/** What `set` takes. */
export interface SetInput {
    /** What the user logs in with from now on. */
    readonly new_password?: string | undefined;
    /** What the user logs in with from now on. */
    readonly newPassword?: string | undefined;
    /** Query parameter `code` of the address that the mail leads to. */
    readonly reset_code?: string | undefined;
    /** Query parameter `code` of the address that the mail leads to. */
    readonly code?: string | undefined;
    /** Query parameter `user_id` of the address that the mail leads to. */
    readonly user_id: string;
}
/** What `userAuthSSOWithRedirect` takes. */
export interface UserAuthSSOWithRedirectInput {
    /**
     * Where the user lands afterwards. It must equal one of the project's Callback URLs byte for
     * byte (otherwise 422 `010-012`), and may be left out when the project has only one (otherwise
     * 422 `010-011`).
     */
    readonly loginUrl?: string | undefined;
}
/** What `logout` takes. */
export interface LogoutInput {
    /** The token of the user. */
    readonly token: string;
    /** What ends. Missing or misspelled, nothing does. */
    readonly session: "sso" | "all";
}
/** What `pushConfirmCode` takes. */
export interface PushConfirmCodeInput {
    /** The secret of the link. */
    readonly state: string;
    /** The value `open` redirects the browser. Any other value, and none, answers 204. */
    readonly action?: string | undefined;
    /**
     * Where `action=open` leads instead of the stored page. Which pages are allowed is the rule of
     * a request for a code.
     */
    readonly link_url?: string | undefined;
}
/** What `agreement` takes. */
export interface AgreementInput {
    /** The user token of the social login. */
    readonly token: string;
    /** Whether the user agrees to the project's terms; null when the question was not put. */
    readonly isAccepted: boolean | null;
    /** Id of the text that the user was shown. */
    readonly consentId?: string | null | undefined;
}
/** What `otpLogin` takes. */
export interface OtpLoginInput {
    /** The one-time code of the message. */
    readonly code: string;
    /** Query parameter of the address that the login answered. */
    readonly challenge_id: string;
    /** Passed on to the address that the login leads to. */
    readonly remember_me?: boolean | undefined;
}
/** What `otpResendCode` takes. */
export interface OtpResendCodeInput {
    /** Query parameter of the address that the login answered. */
    readonly challenge_id: string;
}
/** What `oauth2Auth` takes. */
export interface Oauth2AuthInput {
    /**
     * The proof key: SHA-256 of the `code_verifier` that `generate-jwt` will get, in base64url
     * without padding. Another length or alphabet is the error `invalid_request`.
     */
    readonly code_challenge?: string | undefined;
    /**
     * Is `S256`. With a `code_challenge`, anything else and nothing at all are the error
     * `invalid_request`.
     */
    readonly code_challenge_method?: string | undefined;
}
/**
 * The calls of the widget SDK, by its own names, and the account of who is logged in.
 *
 *     const api = new LoginApi({ projectId: "…" });
 *     const { login_url } = await api.login({ credentials: { username: "…", password: "…" } });
 *     await api.complete(login_url);
 *     const profile = await api.account.getUserDetails();
 *
 * Calls reject with a `LoginError`. What the document of the SDK shows as a result is one: that the
 * time of `getConfirmCode` is over, and what `ask` wants confirmed.
 */
export declare class LoginApi extends Login {
    /** What a user does with the account, after `complete` or with `tokens`. */
    readonly account: AccountApi;
    constructor(options: LoginApiOptions);
    /**
     * Register a user.
     *
     * Makes an account with a username, an e-mail address and a password. A project that wants
     * addresses confirmed mails a link and answers 204; the password works once the link has been
     * opened. Otherwise the user is logged in at once.
     */
    signup(given: SignupInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"jwt-register-new-user">, undefined> | Exclude<Answer<"oauth-20-register-new-user">, undefined> | Done>>;
    /**
     * Log in with a password.
     *
     * Checks the password and answers the Callback URL with a fresh user token. When the project
     * still asks the user for something, `ask_fields` says for what, and `token` repeats the token
     * of the URL.
     *
     * A wrong password and an unknown user answer alike. That an account is not confirmed is told
     * only to somebody who has the right password.
     */
    login(given: LoginInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"auth-by-username-and-password">, undefined> | Exclude<Answer<"oauth-20-auth-by-username-and-password">, undefined>>>;
    /**
     * Send the confirmation link again.
     *
     * Mails a fresh confirmation link. The answer is the same for an account that does not exist
     * or is confirmed already; no mail leaves then.
     */
    resendEmail(given: ResendEmailInput, options?: CallOptions): Promise<Done>;
    resendEmail(username: string, options?: CallOptions): Promise<Done>;
    /**
     * Send a code by SMS.
     *
     * Sends a one-time code that lives for three minutes. With `send_link` the message also
     * carries a link; the page that waits in `get-confirmation-code` then learns the code as soon
     * as the link is opened. The answer does not tell whether the number belongs to an account.
     */
    phoneGetCode(given: PhoneGetCodeInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"jwt-start-auth-by-phone-number">, undefined> | Exclude<Answer<"oauth-20-start-auth-by-phone-number">, undefined>>>;
    /**
     * Send a code by e-mail.
     *
     * Sends a one-time code that lives for three minutes. With `send_link` the message also
     * carries a link; the page that waits in `get-confirmation-code` then learns the code as soon
     * as the link is opened. The answer does not tell whether the address belongs to an account.
     */
    emailGetCode(given: EmailGetCodeInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"jwt-start-auth-by-email">, undefined> | Exclude<Answer<"oauth-20-start-auth-by-email">, undefined>>>;
    /**
     * Wait for the link to be opened.
     *
     * Holds the request until somebody opens the link of the message, then answers the one-time
     * code. After about 20 seconds without that it answers 408; the call may be repeated for as
     * long as the code lives. An `operation_id` that is unknown, expired or somebody else's waits
     * and answers just so.
     */
    getConfirmCode(given: GetConfirmCodeInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"get-confirmation-code">, undefined> | NothingCame>>;
    /**
     * Log in with the code of an SMS.
     *
     * Completes a login that was started by phone number. A number without an account gets
     * one. A code works once, and only together with the number, the project and the
     * `operation_id` it was made for. An `operation_id` of a token update attaches the
     * number to the user who asked for it.
     */
    loginWithPhoneCode(given: LoginWithPhoneCodeInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"jwt-complete-auth-by-phone-number">, undefined> | Exclude<Answer<"oauth-20-complete-auth-by-phone-number">, undefined>>>;
    /**
     * Log in with the code of an e-mail.
     *
     * Completes a login that was started by e-mail. An address without an account gets
     * one. A code works once, and only together with the address, the project and the
     * `operation_id` it was made for. An `operation_id` of a token update attaches the
     * address to the user who asked for it.
     */
    loginWithEmailCode(given: LoginWithEmailCodeInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"jwt-complete-auth-by-email">, undefined> | Exclude<Answer<"oauth-20-complete-auth-by-email">, undefined>>>;
    /**
     * List what the project still asks for.
     *
     * The fields that the project asks of this user and does not have yet, in the order of `step`.
     * Takes the token that came with `ask_fields`, or a full user token.
     */
    getAskFields(given: GetAskFieldsInput, options?: CallOptions): Promise<Exclude<Answer<"get-ask-fields">, undefined>>;
    getAskFields(token: string, options?: CallOptions): Promise<Exclude<Answer<"get-ask-fields">, undefined>>;
    /**
     * Answer what the project asks for.
     *
     * Stores the answers and exchanges the token for a new one. An e-mail address or phone number
     * that has to be confirmed is not stored yet: a message with a code leaves, and the answer,
     * still a 200, holds an error with the `operation_id` to confirm with. Confirming it attaches
     * the contact to the same user and completes the login.
     */
    ask(given: AskInput, options?: CallOptions): Promise<OneOf<Exclude<Answer<"update-token">, undefined> | Exclude<Answer<"oauth-20-user-ask">, undefined> | ConfirmationAsked>>;
    /**
     * Ask for a new password.
     *
     * Mails a link to the project's reset form, with `user_id` and `code` in its query. The answer
     * never tells whether the account exists.
     */
    reset(given: ResetInput, options?: CallOptions): Promise<Done>;
    reset(username: string, options?: CallOptions): Promise<Done>;
    /**
     * Set the new password.
     *
     * Replaces the password with the code of the mailed link. The code works once. The old
     * password and every earlier token of the user die; no second mail follows.
     */
    set(given: SetInput, options?: CallOptions): Promise<Done>;
    /**
     * Get a one-time code for whoever is signed in.
     *
     * Whether the browser is signed in already: by its cookie it gets a code that `generate-jwt`
     * exchanges, for any client of the project, once and within a minute. Works for both protocols.
     */
    checkUserAuthSSO(given?: Record<string, never>, options?: CallOptions): Promise<Exclude<Answer<"jwt-sso">, undefined>>;
    /**
     * Take a one-time code for whoever is signed in to the Callback URL.
     *
     * As `jwt-sso`, for a browser that navigates: the code is in the query parameter `code` of the
     * Callback URL. Works for both protocols.
     */
    userAuthSSOWithRedirect(given?: UserAuthSSOWithRedirectInput, options?: CallOptions): Promise<Redirected>;
    userAuthSSOWithRedirect(loginUrl?: string | undefined, options?: CallOptions): Promise<Redirected>;
    /**
     * Log the user out.
     *
     * Ends the single sign-on of the user everywhere, and with `all` every access and refresh token
     * too. Works for both protocols.
     */
    logout(given: LogoutInput, options?: CallOptions): Promise<Done>;
    logout(token: string, session: "sso" | "all", options?: CallOptions): Promise<Done>;
    /**
     * Forget who is signed in on this device.
     *
     * Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens
     * go on working. The answer is the same when nobody was signed in. Works for both protocols.
     */
    clearSSO(given?: Record<string, never>, options?: CallOptions): Promise<Done>;
    /**
     * Open the link of a message.
     *
     * The address in a message with a link. It completes the waiting `get-confirmation-code`.
     * With `action=open`, as the messages have it, the browser is redirected to the page that the
     * request for the code named; the redirect carries neither code nor token.
     */
    pushConfirmCode(given: PushConfirmCodeInput, options?: CallOptions): Promise<OneOf<Redirected | Done>>;
    /**
     * Get the address of a social network's login.
     *
     * The address of the social network's page, for a browser window. From there the user comes back
     * to the Callback URL with `token`, or, when it does not work out, with `error_code` and
     * `error_description`.
     */
    getSocialLink(socialProvider: string, options?: CallOptions): Promise<OneOf<Exclude<Answer<"jwt-get-link-for-social-auth">, undefined> | Exclude<Answer<"oauth-20-get-link-for-social-auth">, undefined>>>;
    /**
     * Log in with the credential of a one-tap prompt.
     *
     * For pages that show the prompt of a social network. An identity without an account gets one.
     */
    oneTapLogin(accessToken: string, providerName: string, options?: CallOptions): Promise<OneOf<Exclude<Answer<"one-tap-complete">, undefined> | Exclude<Answer<"oauth-20-one-tap-complete">, undefined>>>;
    /**
     * Answer whether the user agrees to the terms.
     *
     * After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
     * everything as it is; either way the user goes on with the token. A refusal ends the token, and
     * the address then carries `error_code` `010-026` and `error_description` in its place. A token of
     * a login that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good
     * for it.
     */
    agreement(given: AgreementInput, options?: CallOptions): Promise<Exclude<Answer<"social-consent">, undefined>>;
    /**
     * Complete a login with the second factor.
     *
     * Where a project asks for a second factor, a login with the right password answers a `login_url`
     * that leads to the page for it, with `challenge_id` in the query; a code is on its way by then.
     * This call takes the code and answers where the login would have led.
     */
    otpLogin(given: OtpLoginInput, options?: CallOptions): Promise<Exclude<Answer<"otp-validate">, undefined>>;
    /**
     * Send the code of the second factor again.
     *
     * Sends a new code; the old one dies.
     */
    otpResendCode(given: OtpResendCodeInput, options?: CallOptions): Promise<Done>;
    /**
     * Sign in on the hosted page.
     *
     * The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
     * straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted
     * sign-in page first.
     *
     * What is wrong with the request is told to the redirect URI (`error`, `error_description`,
     * `state`, as in RFC 6749, and `error_code` where a parameter has one) when the client and the
     * redirect URI are known, and on a plain page otherwise, because nobody may be sent to an address
     * that is not registered. A proof key (RFC 7636) is taken with the method `S256` only.
     */
    oauth2Auth(given?: Oauth2AuthInput): string;
    /**
     * Read what the user has agreed to.
     *
     * Whether the user lets a client have these scopes. A scope that nobody was asked about counts
     * as refused.
     */
    oauth2ConsentValidate(token: string, options?: CallOptions): Promise<Exclude<Answer<"oauth2-check-consent">, undefined>>;
    /**
     * Store what the user agrees to.
     *
     * Stores whether the user lets a client have the scopes that were shown. A later decision about
     * a scope replaces an earlier one.
     */
    oauth2PostConsent(token: string, approval?: boolean | null | undefined, options?: CallOptions): Promise<Done>;
    /**
     * Read what a login form needs to know.
     *
     * The project's settings for a login form. Nothing is checked but the project and the client: the
     * addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and asks for
     * links in messages only after that.
     */
    fetchConfig(given?: Record<string, never>, options?: CallOptions): Promise<Exclude<Answer<"widget-settings">, undefined>>;
}
