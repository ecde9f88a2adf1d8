import type { DescribedField, FieldValue } from './described-field.ts';

/** What a closed branch says in short: its own value, or the first few that lie in it, without what only says which field it is. */
export function gistOf(field: DescribedField, most = 3): readonly FieldValue[] {
  const found: FieldValue[] = [];
  gather(field, found, most);
  return found;
}

function gather(field: DescribedField, found: FieldValue[], most: number): void {
  if (found.length >= most) return;
  const opened = field.word === 'extnValue' && field.children.length > 0;
  if (field.value !== undefined && !opened) {
    found.push(field.value);
    return;
  }
  for (const child of field.children) if (!isLabel(child)) gather(child, found, most);
}

function isLabel({ word }: DescribedField): boolean {
  return word === 'extnID' || word === 'critical' || word === 'attributeType' || word === 'parameters';
}
