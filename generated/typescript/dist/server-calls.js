/** Calls of a server: its token, and its project where a path has one. */
import { LoginClient } from "./client.js";
import { OPERATIONS } from "./operations.js";
import { ServerAuth } from "./server-auth.js";
/** Makes the calls of a server. */
export class ServerCalls {
    /** The client that calls are made with, for every operation of the API. */
    client;
    #projectId;
    constructor(options) {
        const { projectId, clientId, clientSecret, ...rest } = options;
        this.#projectId = projectId;
        this.client = new LoginClient({ ...rest, serverAuth: new ServerAuth({ clientId, clientSecret }) });
    }
    /** Makes a call with the project in its path. */
    make(id, ...[init]) {
        const given = init;
        const path = OPERATIONS[id].path.includes("{project_id}") ? { project_id: this.#projectId, ...given?.path } : given?.path;
        const whole = path === undefined ? given : { ...given, path };
        return this.client.call(id, ...[whole]);
    }
}
