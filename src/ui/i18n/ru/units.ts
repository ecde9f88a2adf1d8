export const units = { octets: 'байт', kib: 'КБ', mib: 'МБ' };
