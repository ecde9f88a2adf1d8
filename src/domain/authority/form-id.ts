/** What a paper is made from, by the name of the order's form that has these fields. */
export const formIds = [
  ...(['R-F1', 'R-F2', 'R-F3'] as const),
  ...(['G-F1', 'G-F1a', 'G-F2', 'G-F3', 'G-F4', 'G-F4a', 'G-F5'] as const),
  ...(['N-F1', 'N-F2', 'N-F3', 'N-F4', 'N-F5'] as const),
];
export type FormId = (typeof formIds)[number];
