/** The same value without these members. */
export function without<T extends object, K extends keyof T>(value: T, ...names: readonly K[]): Omit<T, K> {
  const kept: T = { ...value };
  for (const name of names) Reflect.deleteProperty(kept, name);
  return kept;
}
