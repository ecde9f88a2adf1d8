/** Whether a list has a value at each place and nothing else: one that somebody else made may be long and empty. */
export function isDense(list: readonly unknown[]): boolean {
  // A gap and a member of another name make up the number of keys between them; a gap reads as undefined.
  return Object.keys(list).length === list.length && !list.includes(undefined);
}
