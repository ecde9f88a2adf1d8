export const units = {
  octets: 'bytes',
  kib: 'KB',
  mib: 'MB',
  years: (count: number) => (count === 1 ? '1 year' : `${String(count)} years`),
};
