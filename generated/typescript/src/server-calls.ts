/** Calls of a server: its token, and its project where a path has one. */
import { LoginClient, type ClientOptions } from "./client.js";
import type { Answer, CallArguments, CallInit, OperationId } from "./operation.js";
import { OPERATIONS } from "./operations.js";
import { ServerAuth, type ServerCredentials } from "./server-auth.js";

/** What `LoginServerApi` is made with. */
export interface ServerOptions extends Omit<ClientOptions, "auth" | "serverAuth">, ServerCredentials {
  /** Id of the Login project, for the paths that have one. */
  readonly projectId: string;
}

type Own = { readonly project_id?: string };
type Lent<Init> = Init extends { path: infer P extends { project_id: string } }
  ? Omit<Init, "path"> & (Record<never, never> extends Omit<P, "project_id"> ? { path?: Own } : { path: Own & Omit<P, "project_id"> })
  : Init;

/** What a call is given; the project is that of the object where no other is named. */
export type ServerArguments<Id extends OperationId> = Record<never, never> extends Lent<CallInit<Id>>
  ? [init?: Lent<CallInit<Id>>]
  : [init: Lent<CallInit<Id>>];

/** Makes the calls of a server. */
export class ServerCalls {
  /** The client that calls are made with, for every operation of the API. */
  readonly client: LoginClient;
  readonly #projectId: string;

  constructor(options: ServerOptions) {
    const { projectId, clientId, clientSecret, ...rest } = options;
    this.#projectId = projectId;
    this.client = new LoginClient({ ...rest, serverAuth: new ServerAuth({ clientId, clientSecret }) });
  }

  /** Makes a call with the project in its path. */
  protected make<Id extends OperationId>(id: Id, ...[init]: ServerArguments<Id>): Promise<Answer<Id>> {
    const given = init as { readonly path?: object } | undefined;
    const path = OPERATIONS[id].path.includes("{project_id}") ? { project_id: this.#projectId, ...given?.path } : given?.path;
    const whole = path === undefined ? given : { ...given, path };
    return this.client.call(id, ...([whole] as unknown as CallArguments<Id>));
  }
}
