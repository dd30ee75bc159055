/** What the server of a game or a shop does. */
import type { Answer } from "./operation.js";
import { ServerCalls, type ServerArguments } from "./server-calls.js";

/** The calls that are made with the token of a server, which it gets and renews by itself. */
export class LoginServerApi extends ServerCalls {
  /**
   * Make a new key.
   *
   * The new key signs from now on. Tokens of the key before it stay good until they expire, and as long both
   * are published; who meets a token of a key that they do not know reads the keys again.
   */
  postProjectsKey(...init: ServerArguments<"post-projects-key">): Promise<Answer<"post-projects-key">> {
    return this.make("post-projects-key", ...init);
  }

  /**
   * Read the second factor of a user.
   *
   * What the user, or the project's server, has set; what the project wants of everybody is not told.
   */
  getServerMfa(...init: ServerArguments<"get-server-mfa">): Promise<Answer<"get-server-mfa">> {
    return this.make("get-server-mfa", ...init);
  }

  /**
   * Set the second factor of a user.
   *
   * It counts from the next login on. While `change_restricted` is set, the user cannot change it.
   */
  updateServerMfa(...init: ServerArguments<"update-server-mfa">): Promise<Answer<"update-server-mfa">> {
    return this.make("update-server-mfa", ...init);
  }

  /**
   * Read which second factors a project offers.
   *
   * What users may turn on, and the page that asks for the code.
   */
  getProjectTwoFactorAuthenticationSettings(...init: ServerArguments<"get-project-two-factor-authentication-settings">): Promise<Answer<"get-project-two-factor-authentication-settings">> {
    return this.make("get-project-two-factor-authentication-settings", ...init);
  }

  /**
   * Set which second factors a project offers.
   *
   * Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more, the next
   * one by `priority` takes its place that the user has an address or number for.
   */
  updateProjectTwoFactorAuthenticationSettings(...init: ServerArguments<"update-project-two-factor-authentication-settings">): Promise<Answer<"update-project-two-factor-authentication-settings">> {
    return this.make("update-project-two-factor-authentication-settings", ...init);
  }

  /**
   * Ban a user.
   *
   * Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
   * login lets them in. A new ban takes the place of the one before.
   */
  postProjectsUsersBan(...init: ServerArguments<"post-projects-users-ban">): Promise<Answer<"post-projects-users-ban">> {
    return this.make("post-projects-users-ban", ...init);
  }

  /**
   * Lift the ban of a user.
   *
   * Lets a user in again. That somebody has no ban is no error.
   */
  delProjectsUsersBan(...init: ServerArguments<"del-projects-users-ban">): Promise<Answer<"del-projects-users-ban">> {
    return this.make("del-projects-users-ban", ...init);
  }

  /**
   * Search users by an attribute.
   *
   * Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
   * updated the longest time ago. One that is updated between two pages comes again.
   */
  getUsersByAttributeFromServer(...init: ServerArguments<"get-users-by-attribute-from-server">): Promise<Answer<"get-users-by-attribute-from-server">> {
    return this.make("get-users-by-attribute-from-server", ...init);
  }

  /**
   * Read attributes by ids of the server's own.
   *
   * Attributes of both types, of every game and common ones.
   */
  getAttributesByServerCustomId(...init: ServerArguments<"get-attributes-by-server-custom-id">): Promise<Answer<"get-attributes-by-server-custom-id">> {
    return this.make("get-attributes-by-server-custom-id", ...init);
  }

  /**
   * Change attributes of a user by an id of the server's own.
   *
   * Nothing is changed where one attribute is refused. The server may change every attribute.
   */
  updateUsersAttributesFromServerByServerCustomId(...init: ServerArguments<"update-users-attributes-from-server-by-server-custom-id">): Promise<Answer<"update-users-attributes-from-server-by-server-custom-id">> {
    return this.make("update-users-attributes-from-server-by-server-custom-id", ...init);
  }

  /**
   * Read the schema of attributes.
   *
   * An empty schema, which allows everything, where none was put.
   */
  getAttributesSchema(...init: ServerArguments<"get-attributes-schema">): Promise<Answer<"get-attributes-schema">> {
    return this.make("get-attributes-schema", ...init);
  }

  /**
   * Replace the schema of attributes.
   *
   * Updates of attributes from then on have to keep it; what is there stays as it is.
   */
  putAttributesSchema(...init: ServerArguments<"put-attributes-schema">): Promise<Answer<"put-attributes-schema">> {
    return this.make("put-attributes-schema", ...init);
  }

  /**
   * Remove the schema of attributes.
   *
   * Updates may be anything again.
   */
  deleteAttributesSchema(...init: ServerArguments<"delete-attributes-schema">): Promise<Answer<"delete-attributes-schema">> {
    return this.make("delete-attributes-schema", ...init);
  }

  /**
   * Read attributes of a user in the name of the server.
   *
   * Those of the type `client`.
   */
  getUsersAttributesFromServer(...init: ServerArguments<"get-users-attributes-from-server">): Promise<Answer<"get-users-attributes-from-server">> {
    return this.make("get-users-attributes-from-server", ...init);
  }

  /**
   * Read read-only attributes of a user in the name of the server.
   *
   * Those of the type `server`.
   */
  getUsersReadOnlyAttributesFromServer(...init: ServerArguments<"get-users-read-only-attributes-from-server">): Promise<Answer<"get-users-read-only-attributes-from-server">> {
    return this.make("get-users-read-only-attributes-from-server", ...init);
  }

  /**
   * Change attributes of a user in the name of the server.
   *
   * Nothing is changed where one attribute is refused. The server may change every attribute.
   */
  updateUsersAttributesFromServer(...init: ServerArguments<"update-users-attributes-from-server">): Promise<Answer<"update-users-attributes-from-server">> {
    return this.make("update-users-attributes-from-server", ...init);
  }

  /**
   * Change read-only attributes of a user in the name of the server.
   *
   * What is written is of the type `server`. Nothing is changed where one attribute is refused.
   */
  updateUsersReadOnlyAttributesFromServer(...init: ServerArguments<"update-users-read-only-attributes-from-server">): Promise<Answer<"update-users-read-only-attributes-from-server">> {
    return this.make("update-users-read-only-attributes-from-server", ...init);
  }

  /**
   * Make a user in the name of the server.
   *
   * An account with an address, a phone number or both; what is given counts as proven. Only where Xsolla keeps
   * the users' data.
   */
  registerNewUserFromServer(...init: ServerArguments<"register-new-user-from-server">): Promise<Answer<"register-new-user-from-server">> {
    return this.make("register-new-user-from-server", ...init);
  }

  /**
   * Log a user in by an id of the server's own.
   *
   * An id that nobody has gets a user of its own. What else is told of the user, attributes and an account at a
   * gaming platform, is kept at every login.
   */
  authByCustomId(...init: ServerArguments<"auth-by-custom-id">): Promise<Answer<"auth-by-custom-id">> {
    return this.make("auth-by-custom-id", ...init);
  }

  /**
   * Give a user an id of the server's own.
   *
   * No two users of a project have the same one. Null takes it away.
   */
  putUserCustomId(...init: ServerArguments<"put-user-custom-id">): Promise<Answer<"put-user-custom-id">> {
    return this.make("put-user-custom-id", ...init);
  }

  /**
   * List the groups of a project.
   *
   * The default group first, the others by their ids.
   */
  getProjectUserGroups(...init: ServerArguments<"get-project-user-groups">): Promise<Answer<"get-project-user-groups">> {
    return this.make("get-project-user-groups", ...init);
  }

  /**
   * Create a group.
   *
   * The answer does not tell the id; the list of groups does.
   */
  postProjectUserGroup(...init: ServerArguments<"post-project-user-group">): Promise<Answer<"post-project-user-group">> {
    return this.make("post-project-user-group", ...init);
  }

  /**
   * Rename a group.
   *
   * Its members stay, and the tokens of theirs that come from now on tell the new name.
   */
  putProjectUserGroup(...init: ServerArguments<"put-project-user-group">): Promise<Answer<"put-project-user-group">> {
    return this.make("put-project-user-group", ...init);
  }

  /**
   * Delete a group.
   *
   * Nobody is in it any more, and its id is not used again.
   */
  delProjectUserGroup(...init: ServerArguments<"del-project-user-group">): Promise<Answer<"del-project-user-group">> {
    return this.make("del-project-user-group", ...init);
  }

  /**
   * List the groups of a user.
   *
   * The default group first, the others by their ids.
   */
  getUserGroups(...init: ServerArguments<"get-user-groups">): Promise<Answer<"get-user-groups">> {
    return this.make("get-user-groups", ...init);
  }

  /**
   * Put a user into groups and take them out of others.
   *
   * Either all of it happens or nothing. Whoever is in a group already stays in it, and nobody is taken out of a
   * group that they are not in.
   */
  manageUserGroups(...init: ServerArguments<"manage-user-groups">): Promise<Answer<"manage-user-groups">> {
    return this.make("manage-user-groups", ...init);
  }

  /**
   * Take a user out of groups.
   *
   * Either all of it happens or nothing. Nobody is taken out of a group that they are not in.
   */
  deleteUserGroups(...init: ServerArguments<"delete-user-groups">): Promise<Answer<"delete-user-groups">> {
    return this.make("delete-user-groups", ...init);
  }

  /**
   * Replace the groups of a user.
   *
   * From now on the user is in these groups and no others but the default one, whether it is named or not.
   */
  updateUserGroups(...init: ServerArguments<"update-user-groups">): Promise<Answer<"update-user-groups">> {
    return this.make("update-user-groups", ...init);
  }

  /**
   * Ask whom accounts at gaming platforms stand for.
   *
   * The answer has an item for each account, in the order of the request.
   */
  getUsersIdsBySocialIdAndPlatform(...init: ServerArguments<"get-users-ids-by-social-id-and-platform">): Promise<Answer<"get-users-ids-by-social-id-and-platform">> {
    return this.make("get-users-ids-by-social-id-and-platform", ...init);
  }

  /**
   * Delete a user.
   *
   * Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name, address or
   * number afterwards is somebody else.
   */
  deleteUser(...init: ServerArguments<"delete-user">): Promise<Answer<"delete-user">> {
    return this.make("delete-user", ...init);
  }

  /**
   * List the users of a project.
   *
   * In the order in which they came into being. Whoever follows `next_after` or `next_url` sees everybody once who
   * was there all the time, whoever comes and goes meanwhile.
   */
  getUserForProject(...init: ServerArguments<"get-user-for-project">): Promise<Answer<"get-user-for-project">> {
    return this.make("get-user-for-project", ...init);
  }

  /**
   * Search the users of a project.
   *
   * Those that meet every filter.
   */
  searchUsersByFilter(...init: ServerArguments<"search-users-by-filter">): Promise<Answer<"search-users-by-filter">> {
    return this.make("search-users-by-filter", ...init);
  }

  /**
   * Read a user of a project.
   *
   * What the search tells of one user.
   */
  getUser(...init: ServerArguments<"get-user">): Promise<Answer<"get-user">> {
    return this.make("get-user", ...init);
  }

  /**
   * Link an account at a gaming platform to the user who told a code.
   *
   * From now on the account at the platform stands for the user who got the code. A user who has come through
   * platforms, devices and ids of the server alone goes into that one with all they have.
   */
  linkAccountsByCode(...init: ServerArguments<"link-accounts-by-code">): Promise<Answer<"link-accounts-by-code">> {
    return this.make("link-accounts-by-code", ...init);
  }

  /**
   * Say which id a user has on the server.
   *
   * It is said once, and no two users of a project have the same id.
   */
  linkUserIdsViaExternalId(...init: ServerArguments<"link-user-ids-via-external-id">): Promise<Answer<"link-user-ids-via-external-id">> {
    return this.make("link-user-ids-via-external-id", ...init);
  }

  /**
   * Read an e-mail template.
   *
   * Subject and body as they were given.
   */
  getCustomEmailTemplate(...init: ServerArguments<"get-custom-email-template">): Promise<Answer<"get-custom-email-template">> {
    return this.make("get-custom-email-template", ...init);
  }

  /**
   * Change an e-mail template.
   *
   * Mails that are sent already stay as they are.
   */
  updateCustomEmailTemplate(...init: ServerArguments<"update-custom-email-template">): Promise<Answer<"update-custom-email-template">> {
    return this.make("update-custom-email-template", ...init);
  }

  /**
   * Create an e-mail template.
   *
   * From now on mails of the type are made of it when a call names its id in `email_template`, in the
   * language that comes closest to what the call wants.
   */
  createCustomEmailTemplate(...init: ServerArguments<"create-custom-email-template">): Promise<Answer<"create-custom-email-template">> {
    return this.make("create-custom-email-template", ...init);
  }

  /**
   * Send a mail that a template is the whole of.
   *
   * The template is one of the type `custom`, else of `welcome_email`, in the language that comes closest.
   */
  sendEmailBasedOnTemplate(...init: ServerArguments<"send-email-based-on-template">): Promise<Answer<"send-email-based-on-template">> {
    return this.make("send-email-based-on-template", ...init);
  }

  /**
   * Import users from a file.
   *
   * Makes a user of each line of a file of comma-separated values (RFC 4180), which has no header row. The file is
   * read in the call. A line that cannot be made leaves nothing behind and stops no other; a report of the lines that
   * were refused, with their numbers and the reasons, goes to the address.
   */
  uploadImportFile(...init: ServerArguments<"upload-import-file">): Promise<Answer<"upload-import-file">> {
    return this.make("upload-import-file", ...init);
  }

  /**
   * Export the users of a project.
   *
   * Writes all users to a file, in the columns that `upload-import-file` takes, and mails a link to it. Once per hour.
   */
  exportUsers(...init: ServerArguments<"export-users">): Promise<Answer<"export-users">> {
    return this.make("export-users", ...init);
  }

  /**
   * List the addresses that hear of an event.
   *
   * The addresses registered for this kind of event, oldest first.
   */
  getWebhooksForEvent(...init: ServerArguments<"get-webhooks-for-event">): Promise<Answer<"get-webhooks-for-event">> {
    return this.make("get-webhooks-for-event", ...init);
  }

  /**
   * Register an address for an event.
   *
   * From now on `login-event` is sent to the address when an event of this kind happens in the
   * project. An address is registered once for a kind of event.
   */
  addWebhookForEvent(...init: ServerArguments<"add-webhook-for-event">): Promise<Answer<"add-webhook-for-event">> {
    return this.make("add-webhook-for-event", ...init);
  }

  /**
   * Remove an address.
   *
   * What is on its way to the address may still arrive.
   */
  deleteWebhookForEvent(...init: ServerArguments<"delete-webhook-for-event">): Promise<Answer<"delete-webhook-for-event">> {
    return this.make("delete-webhook-for-event", ...init);
  }
}
