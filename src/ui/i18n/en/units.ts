export const units = { octets: 'bytes', kib: 'KB', mib: 'MB' };
