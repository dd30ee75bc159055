/** What the calls of the SDK resolve with, beside what the server answers. */
export {};
