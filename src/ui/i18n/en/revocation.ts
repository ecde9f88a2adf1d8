export const revocation = {};
