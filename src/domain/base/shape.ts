/** What a JSON value has to look like: gives the place of each part that is missing, of another kind, or one too many (`grounds.2.words.ru`). */
export type Shape = (value: unknown, at: string) => readonly string[];

function saying(holds: (value: unknown) => boolean): Shape {
  return (value, at) => (holds(value) ? [] : [at]);
}

/** Some text, not blank. */
export const text = saying((value) => typeof value === 'string' && value.trim() !== '');
/** 1 or more, and not more than so many: whatever is reckoned or drawn by it ends. */
export function count(most: number): Shape {
  return saying((value) => Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= most);
}

/** The same, or 0. */
export function whole(most: number): Shape {
  return saying((value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most);
}

export const yes = saying((value) => value === true);

export function oneOf(...values: readonly string[]): Shape {
  return saying((value) => typeof value === 'string' && values.includes(value));
}

export function like(pattern: RegExp): Shape {
  return saying((value) => typeof value === 'string' && pattern.test(value));
}

export function listOf(shape: Shape, least = 0): Shape {
  return (value, at) => {
    if (!Array.isArray(value) || value.length < least) return [at];
    return (value as readonly unknown[]).flatMap((each, i) => shape(each, `${at}.${String(i)}`));
  };
}

/** These members, those that may be there, and no other. */
export function objectOf(
  members: Readonly<Record<string, Shape>>,
  possible: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at];
    const own = new Map<string, unknown>(Object.entries(value));
    const inside = (name: string) => (at === '' ? name : `${at}.${name}`);
    return [
      ...Object.entries(members).flatMap(([name, shape]) => shape(own.get(name), inside(name))),
      ...Object.entries(possible).flatMap(([name, shape]) =>
        own.has(name) ? shape(own.get(name), inside(name)) : [],
      ),
      ...[...own.keys()]
        .filter((name) => !Object.hasOwn(members, name) && !Object.hasOwn(possible, name))
        .map(inside),
    ];
  };
}
