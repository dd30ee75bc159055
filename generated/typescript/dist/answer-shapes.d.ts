/** The shapes of answers, by the names that the API description has for them. */
import type { Shape } from "./shapes.js";
export declare const SHAPES: Readonly<Record<string, Shape>>;
