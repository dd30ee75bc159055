/** A text without JSON Web Tokens, and without what has a name that the API calls secret. */
export declare function withoutSecrets(text: string): string;
