/** Calls of a server: its token, and its project where a path has one. */
import { LoginClient, type ClientOptions } from "./client.js";
import type { Answer, CallInit, OperationId } from "./operation.js";
import { type ServerCredentials } from "./server-auth.js";
/** What `LoginServerApi` is made with. */
export interface ServerOptions extends Omit<ClientOptions, "auth" | "serverAuth">, ServerCredentials {
    /** Id of the Login project, for the paths that have one. */
    readonly projectId: string;
}
type Own = {
    readonly project_id?: string;
};
type Lent<Init> = Init extends {
    path: infer P extends {
        project_id: string;
    };
} ? Omit<Init, "path"> & (Record<never, never> extends Omit<P, "project_id"> ? {
    path?: Own;
} : {
    path: Own & Omit<P, "project_id">;
}) : Init;
/** What a call is given; the project is that of the object where no other is named. */
export type ServerArguments<Id extends OperationId> = Record<never, never> extends Lent<CallInit<Id>> ? [init?: Lent<CallInit<Id>>] : [init: Lent<CallInit<Id>>];
/** Makes the calls of a server. */
export declare class ServerCalls {
    #private;
    /** The client that calls are made with, for every operation of the API. */
    readonly client: LoginClient;
    constructor(options: ServerOptions);
    /** Makes a call with the project in its path. */
    protected make<Id extends OperationId>(id: Id, ...[init]: ServerArguments<Id>): Promise<Answer<Id>>;
}
export {};
