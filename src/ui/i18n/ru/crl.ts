export const crl = {};
