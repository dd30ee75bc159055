/** A token that is sent as it is, and never renewed. */
export class FixedToken {
    #token;
    constructor(token) {
        this.#token = token;
    }
    async token() {
        return this.#token;
    }
    async renew() {
        return null;
    }
}
/** Work that is done once for all who ask for it while it is being done. */
export class SingleFlight {
    #running = null;
    /** Whether the work is being done. */
    get isUnderWay() {
        return this.#running !== null;
    }
    /** Does the work, or waits for the one who does. */
    do(work) {
        this.#running ??= work().finally(() => {
            this.#running = null;
        });
        return this.#running;
    }
}
