import { JavaObject } from "../value.js";

/** An instance of `java.lang.Number` that no JavaScript number stands for. */
export abstract class NumberObject extends JavaObject {}
