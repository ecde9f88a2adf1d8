import { octetsIn } from '#ui/i18n/format.ts';

export const units = {
  octets: 'bytes',
  kib: 'KB',
  mib: 'MB',
  decimalMark: '.',
  years: (count: number) => (count === 1 ? '1 year' : `${String(count)} years`),
};

export function octetsOf(octets: number): string {
  return octetsIn(units, octets);
}
