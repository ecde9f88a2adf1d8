import { octetsIn } from '#ui/i18n/format.ts';

export const units = {
  octets: 'байт',
  kib: 'КБ',
  mib: 'МБ',
  decimalMark: ',',
  years: (count: number) => `${String(count)} жыл`,
};

export function octetsOf(octets: number): string {
  return octetsIn(units, octets);
}
