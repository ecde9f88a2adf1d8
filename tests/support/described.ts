import type { DescribedField, Description } from '#domain/microscope/described-field.ts';

/** Every field of a description, from the root down. */
export function allFields({ root }: Description): readonly DescribedField[] {
  const found: DescribedField[] = [];
  const waiting: DescribedField[] = [root];
  for (let field = waiting.pop(); field !== undefined; field = waiting.pop()) {
    found.push(field);
    waiting.push(...field.children.toReversed());
  }
  return found;
}

/** The field on a way of names from the root down, `tbsCertificate/validity/notBefore`. Throws for a way that leads nowhere. */
export function fieldAt({ root }: Description, way: string): DescribedField {
  return way.split('/').reduce((field, name) => {
    const child = field.children.find((each) => each.name === name);
    if (child === undefined) throw new Error(`no ${name} in ${field.name}`);
    return child;
  }, root);
}
