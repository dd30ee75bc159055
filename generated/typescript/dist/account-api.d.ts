/** What a user does with the account. */
import type { LoginClient } from "./client.js";
import type { Answer, CallArguments } from "./operation.js";
/** The calls that are made with the token of a user. */
export declare class AccountApi {
    #private;
    constructor(client: LoginClient);
    /**
     * List the devices of the user.
     *
     * The devices that log the user in.
     */
    getUsersDevices(...init: CallArguments<"get-users-devices">): Promise<Answer<"get-users-devices">>;
    /**
     * Link a device to the account.
     *
     * From then on the device logs the user in. One that does so already is named anew; one that stands for
     * another account is refused.
     */
    linkDeviceToAccount(...init: CallArguments<"link-device-to-account">): Promise<Answer<"link-device-to-account">>;
    /**
     * Unlink a device from the account.
     *
     * The device logs nobody into this account any more; its next login makes an account of its own.
     */
    unlinkDeviceFromAccount(...init: CallArguments<"unlink-device-from-account">): Promise<Answer<"unlink-device-from-account">>;
    /**
     * Turn the second factor of the user on or off.
     *
     * Sends a code, and answers the page that asks for it; the setting changes with the right code
     * (`otp-validate`), and then the page leads to `login_url`.
     */
    updateUsersTwoFactorAuthenticationSettings(...init: CallArguments<"update-users-two-factor-authentication-settings">): Promise<Answer<"update-users-two-factor-authentication-settings">>;
    /**
     * Read the profile of the user.
     *
     * Everything that is known of the user, whoever told it.
     */
    getUserDetails(...init: CallArguments<"get-user-details">): Promise<Answer<"get-user-details">>;
    /**
     * Change the profile of the user.
     *
     * Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing of
     * the request is kept.
     */
    updateUserDetails(...init: CallArguments<"update-user-details">): Promise<Answer<"update-user-details">>;
    /**
     * Read what others may know of a user.
     *
     * The part of the profile of any user of the project that every other user may see.
     */
    getUserPublicProfile(...init: CallArguments<"get-user-public-profile">): Promise<Answer<"get-user-public-profile">>;
    /**
     * Upload the picture of the user.
     *
     * A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from then
     * on. What it is, is seen from its first bytes, never from its name or the type that is declared for it.
     */
    uploadUserPicture(...init: CallArguments<"upload-user-picture">): Promise<Answer<"upload-user-picture">>;
    /**
     * Remove the picture of the user.
     *
     * Also one that came from a social network. Without a picture nothing happens.
     */
    deleteUserPicture(...init: CallArguments<"delete-user-picture">): Promise<Answer<"delete-user-picture">>;
    /**
     * Find users by nickname and tag.
     *
     * Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may search
     * once a second.
     */
    searchUsersByNickname(...init: CallArguments<"search-users-by-nickname">): Promise<Answer<"search-users-by-nickname">>;
    /**
     * Read the e-mail address of the user.
     *
     * The address of the account, proven or not.
     */
    getUserEmail(...init: CallArguments<"get-user-email">): Promise<Answer<"get-user-email">>;
    /**
     * Add username, e-mail address and password to the account.
     *
     * For an account made by a device, a phone number or a social network, which has no password yet. Where the
     * address has to be confirmed, a mail with a link leaves, and nothing changes before the link is opened.
     */
    addUsernameEmailAuthToAccount(...init: CallArguments<"add-username-email-auth-to-account">): Promise<Answer<"add-username-email-auth-to-account">>;
    /**
     * Read the phone number of the user.
     *
     * The number that the codes of the second factor go to: the one of `update-user-phone-number`, or else
     * the one to log in with.
     */
    getUserPhoneNumber(...init: CallArguments<"get-user-phone-number">): Promise<Answer<"get-user-phone-number">>;
    /**
     * Set the phone number of the second factor.
     *
     * The number gets the codes of the second factor and is none to log in with; several accounts may have
     * the same one. A number of before is replaced.
     */
    updateUserPhoneNumber(...init: CallArguments<"update-user-phone-number">): Promise<Answer<"update-user-phone-number">>;
    /**
     * Remove a phone number of the user.
     *
     * Takes the number away wherever the account has it: it gets no more codes of the second factor, and
     * nobody logs into this account with it any more.
     */
    deleteUserPhoneNumber(...init: CallArguments<"delete-user-phone-number">): Promise<Answer<"delete-user-phone-number">>;
    /**
     * Have a code sent to a phone number that is to be linked.
     *
     * The code proves the number to be the user's; `confirm-phone-number` takes it.
     */
    linkPhoneNumber(...init: CallArguments<"link-phone-number">): Promise<Answer<"link-phone-number">>;
    /**
     * Link a phone number to the account.
     *
     * With the code of `link-phone-number` the number becomes the one to log in with, in place of one of
     * before.
     */
    confirmPhoneNumber(...init: CallArguments<"confirm-phone-number">): Promise<Answer<"confirm-phone-number">>;
    /**
     * List friends, requests and blocked users.
     *
     * One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who has
     * blocked. A page goes on where the one before it ended, whoever came or went meanwhile.
     */
    getUsersFriends(...init: CallArguments<"get-users-friends">): Promise<Answer<"get-users-friends">>;
    /**
     * Ask for friendship, answer, end it, or block.
     *
     * What one user does to another one of the same project; both see what comes of it. To ask somebody who has
     * asked already makes the two friends. Who blocks somebody ends what was between the two, and is asked for
     * nothing until they unblock. What is so already stays as it is.
     */
    updateUsersFriends(...init: CallArguments<"update-users-friends">): Promise<Answer<"update-users-friends">>;
    /**
     * List friends at social networks.
     *
     * Whom the user knows at the social networks that are linked to the account, as the networks told at the
     * last login, link or update.
     */
    getSocialAccountFriends(...init: CallArguments<"get-social-account-friends">): Promise<Answer<"get-social-account-friends">>;
    /**
     * Ask social networks for the user's friends.
     *
     * The social networks are asked whom the user knows there; `get-social-account-friends` answers it from
     * then on.
     */
    updateSocialAccountFriends(...init: CallArguments<"update-social-account-friends">): Promise<Answer<"update-social-account-friends">>;
    /**
     * List the social networks linked to the account.
     *
     * The accounts at social networks that stand for the user.
     */
    getLinkedNetworks(...init: CallArguments<"get-linked-networks">): Promise<Answer<"get-linked-networks">>;
    /**
     * Get the address where an account of a social network is linked.
     *
     * The page of the social network, for a browser window. Whoever is picked there stands for the user from
     * then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it does not
     * work out with `error_code` and `error_description`, and nothing has changed.
     */
    getUrlToLinkSocialNetworkToAccount(...init: CallArguments<"get-url-to-link-social-network-to-account">): Promise<Answer<"get-url-to-link-social-network-to-account">>;
    /**
     * Go to where an account of a social network is linked.
     *
     * As `get-url-to-link-social-network-to-account`, for a browser that navigates.
     */
    linkSocialNetworkToAccount(...init: CallArguments<"link-social-network-to-account">): Promise<Answer<"link-social-network-to-account">>;
    /**
     * Remove a social network from the account.
     *
     * The account at the social network does not stand for the user any more: who logs in with it later is
     * somebody new. The tokens of the user stay good.
     */
    deleteLinkedNetworks(...init: CallArguments<"delete-linked-networks">): Promise<Answer<"delete-linked-networks">>;
    /**
     * List the links for logins through social networks.
     *
     * One link for each social network of the project, good for ten minutes. Whoever is picked there is logged
     * in, and comes back to where the login of the token has led.
     */
    getLinksForSocialAuth(...init: CallArguments<"get-links-for-social-auth">): Promise<Answer<"get-links-for-social-auth">>;
    /**
     * Get a new token as of a login through a social network.
     *
     * For a user for whom an account at the social network stands. The token that was shown stays good.
     */
    jwtRefreshSocialToken(...init: CallArguments<"jwt-refresh-social-token">): Promise<Answer<"jwt-refresh-social-token">>;
    /**
     * Read attributes in the name of a user.
     *
     * Those of the type `client`; of another user the public ones.
     */
    getUsersAttributesFromClient(...init: CallArguments<"get-users-attributes-from-client">): Promise<Answer<"get-users-attributes-from-client">>;
    /**
     * Read read-only attributes in the name of a user.
     *
     * Those of the type `server`; of another user the public ones.
     */
    getUsersReadOnlyAttributesFromClient(...init: CallArguments<"get-users-read-only-attributes-from-client">): Promise<Answer<"get-users-read-only-attributes-from-client">>;
    /**
     * Change attributes in the name of a user.
     *
     * Nothing is changed where one attribute is refused, as one is that a client may not change.
     */
    updateUsersAttributesFromClient(...init: CallArguments<"update-users-attributes-from-client">): Promise<Answer<"update-users-attributes-from-client">>;
    /**
     * Get a code to link an account at a gaming platform by.
     *
     * The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one before.
     */
    createCodeForLinkingAccounts(...init: CallArguments<"create-code-for-linking-accounts">): Promise<Answer<"create-code-for-linking-accounts">>;
}
