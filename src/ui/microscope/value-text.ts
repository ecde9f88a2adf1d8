import { bytesToHex } from '#domain/base/bytes.ts';
import type { DescribedField, FieldValue } from '#domain/microscope/described-field.ts';
import { gistOf } from '#domain/microscope/gist.ts';
import { purposeName, usageName } from '#ui/certificate/certificate-fields.ts';
import { algorithmText } from '#ui/i18n/algorithm-text.ts';
import { dateTimeSecondsOf, groupsOfFour } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { plainText } from './plain-text.ts';

/** So many octets of a field are shown on demand; the rest is counted. */
const octetsOnDemand = 512;
const lineOctets = 16;
const shortHex = 40;

/** A field's value in the reader's language. */
export function valueText(value: FieldValue): string {
  const t = words.t.microscope;
  switch (value.type) {
    case 'text':
      return plainText(value.text, 2_001);
    case 'time':
      return dateTimeSecondsOf(value.at);
    case 'number':
      return value.text;
    case 'octets': {
      const short = value.octets * 2 > shortHex;
      const hex = groupsOfFour(short ? value.hex.slice(0, shortHex) : value.hex);
      return short ? `${hex} … (${t.octetCount(value.octets)})` : hex;
    }
    case 'oid':
      return value.name === undefined ? value.dotted : `${value.name} (${value.dotted})`;
    case 'flag':
      return value.flag ? t.yes : t.no;
    case 'algorithm':
      return algorithmText(value.name);
    case 'usages':
      return value.usages.map(usageName).join(', ');
    case 'purpose':
      return purposeName(value.dotted);
    case 'reason':
      return t.reasons[value.reason as keyof typeof t.reasons];
    case 'count':
      return t.count(value.count);
  }
}

/** Beside a field's name: its own value, or of a closed branch what is in it. */
export function gistText(field: DescribedField, isOpen: boolean): string {
  if (field.value !== undefined) return valueText(field.value);
  return isOpen ? '' : gistOf(field).map(valueText).join(' · ');
}

/** Lines of sixteen octets, each with its offset. */
export function octetLines(
  octets: Uint8Array,
  { start, end }: Pick<DescribedField, 'start' | 'end'>,
): { readonly lines: readonly string[]; readonly more: number } {
  const shown = octets.subarray(start, Math.min(end, start + octetsOnDemand));
  const lines: string[] = [];
  for (let at = 0; at < shown.length; at += lineOctets) {
    const offset = (start + at).toString(16).padStart(6, '0');
    lines.push(`${offset}  ${groupsOfFour(bytesToHex(shown.subarray(at, at + lineOctets)))}`);
  }
  return { lines, more: end - start - shown.length };
}
