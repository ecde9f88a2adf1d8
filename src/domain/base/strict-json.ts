/** Deeper than anything that the program writes. */
const maximumDepth = 64;

/**
 * JSON of a stranger's file (RFC 8259), or undefined: what other readers would read otherwise is refused, a name twice in one object, a number
 * that no double holds, half of a surrogate pair, and the name under which an object would change its kind.
 */
export function readStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const members = membersOf(value, 0);
  return members !== null && members === membersWritten(text) ? value : undefined;
}

/** How many members all objects in it have; null for a value that is refused. */
function membersOf(value: unknown, depth: number): number | null {
  if (depth > maximumDepth) return null;
  if (typeof value === 'string') return isWhole(value) ? 0 : null;
  if (typeof value === 'number') return isExact(value) ? 0 : null;
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (!Array.isArray(value))
    for (const name of Object.keys(value)) {
      if (name === '__proto__' || !isWhole(name)) return null;
      count += 1;
    }
  for (const part of Object.values(value) as readonly unknown[]) {
    const members = membersOf(part, depth + 1);
    if (members === null) return null;
    count += members;
  }
  return count;
}

function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function isExact(number: number): boolean {
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
}

/** Members as they stand in a well-formed text, those of one name counted each: the colons outside its strings. */
function membersWritten(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    for (let i = at; i < end; i++) if (text.charCodeAt(i) === 0x3a) count += 1;
    at = quote < 0 ? text.length : endOfString(text, quote + 1);
  }
  return count;
}

/** Behind the closing quotation mark of the string whose content begins at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = from; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (quote - slashes > from && text.charCodeAt(quote - slashes - 1) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}
