export const station = {};
