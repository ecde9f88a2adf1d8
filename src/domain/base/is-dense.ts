/** Whether a list has a value at each place and nothing else: one that somebody else made may be long and empty. */
export function isDense(list: readonly unknown[]): boolean {
  return Object.keys(list).length === list.length;
}
