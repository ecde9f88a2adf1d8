/** An act without its first parameter, the desk. */
export type Bound<F> = F extends (desk: never, ...rest: infer A) => Promise<infer R>
  ? (...rest: A) => Promise<R>
  : never;
