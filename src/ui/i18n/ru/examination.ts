export const examination = {};
