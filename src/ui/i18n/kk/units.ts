export const units = {
  octets: 'байт',
  kib: 'КБ',
  mib: 'МБ',
  years: (count: number) => `${String(count)} жыл`,
};
