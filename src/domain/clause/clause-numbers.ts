/** How the order counts its clauses, without their words: those that only ask whether a clause is there go without the catalogue. */

/** By point; a point with subpoints says how many, and is a clause itself where it has words beside them (`N-8`). */
const points: Readonly<Record<'R' | 'G' | 'N', Readonly<Record<number, number>>>> = {
  R: { 3: 7, 10: 2, 11: 4 },
  G: { 2: 8, 12: 2 },
  N: { 2: 9, 3: 2, 4: 2, 5: 3, 8: 3 },
};
const lastPoint = { R: 17, G: 19, N: 15 } as const;
const withOwnWords: readonly string[] = ['N-8'];

/** Whether the annex of that kind has the clause. */
export function isClauseOf(kind: 'R' | 'G' | 'N', id: string): boolean {
  const [, annex, point = '', subpoint] = /^([RGN])-([1-9]\d?)(?:\.([1-9]))?$/u.exec(id) ?? [];
  if (annex !== kind || Number(point) > lastPoint[kind]) return false;
  const subpoints = points[kind][Number(point)];
  if (subpoint === undefined) return subpoints === undefined || withOwnWords.includes(id);
  return subpoints !== undefined && Number(subpoint) <= subpoints;
}
