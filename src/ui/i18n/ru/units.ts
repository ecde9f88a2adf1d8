import { octetsIn } from '#ui/i18n/format.ts';

export const units = {
  octets: 'байт',
  kib: 'КБ',
  mib: 'МБ',
  decimalMark: ',',
  years: (count: number) => {
    const [tens, ones] = [count % 100, count % 10];
    if (ones === 1 && tens !== 11) return `${String(count)} год`;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14)
      ? `${String(count)} года`
      : `${String(count)} лет`;
  },
};

export function octetsOf(octets: number): string {
  return octetsIn(units, octets);
}
