/** What a JSON value has to be: everything that is said of it here. What is not said may be anything. */
export interface Shape {
    /** The shape with this name. */
    readonly is?: string;
    readonly kinds?: readonly string[];
    /** The only values that it has. */
    readonly values?: readonly unknown[];
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, Shape>>;
    /** That of each property which is not named. */
    readonly others?: Shape;
    readonly items?: Shape;
    readonly either?: readonly Shape[];
    readonly all?: readonly Shape[];
}
/** What is read of a value that has not the shape. */
export declare const MISFIT: unique symbol;
/**
 * Returns a JSON value that has a shape, or `MISFIT`.
 *
 * A null for which there is no room is left out, where the property may be left out.
 */
export declare function read(shape: Shape, value: unknown): unknown;
