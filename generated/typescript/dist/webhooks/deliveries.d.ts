/** What the bodies of webhooks are, rendered from the API description. */
import type { components } from "../schema.js";
type Schemas = components["schemas"];
type More = {
    readonly [name: string]: unknown;
};
/** What is looked at in a body: its properties, which of them it needs, and of which at least one. */
export interface Shape {
    readonly required: readonly string[];
    readonly either: readonly string[];
    readonly properties: {
        readonly [name: string]: Property;
    };
}
/** What a property may be: its types as `typeof` names them, its only values, the shape of an object. */
export interface Property {
    readonly types: readonly string[];
    readonly values?: readonly string[];
    readonly shape?: Shape;
}
/** What a partner may store of a user. */
export type PartnerAttribute = Schemas["PartnerAttribute"];
/** The body of each webhook of custom storage, by the name of the webhook. */
export interface Deliveries {
    readonly "new-user": Schemas["NewUserDelivery"] & More;
    readonly "user-verification": Schemas["UserVerificationDelivery"] & More;
    readonly "phone": Schemas["PhoneDelivery"] & More;
    readonly "email": Schemas["EmailDelivery"] & More;
    readonly "social": Schemas["SocialDelivery"] & More;
    readonly "password-reset": Schemas["PasswordResetDelivery"] & More;
    readonly "refresh-token": More;
    readonly "password-change": Schemas["PasswordChangeDelivery"] & More;
    readonly "email-change": Schemas["EmailChangeDelivery"] & More;
}
/** The body of a login event. */
export type EventDelivery = Schemas["EventDelivery"] & More;
export declare const SHAPES: {
    readonly [Name in keyof Deliveries]: Shape;
};
export declare const EVENT: Shape;
export {};
