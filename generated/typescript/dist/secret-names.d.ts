/** Parameters of addresses and properties of objects that the API description calls secret. */
export declare const NAMES: readonly string[];
