/** One line of the report; `limit` is what the browser does without us, in the same run and unit. */
export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: '/s' | 'MB/s' | 'ms' | 'kB';
  readonly limit?: number;
  readonly size?: number;
}

/** Milliseconds of one run. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The middle one of several runs, in milliseconds: the machine is never quiet. */
export async function medianOf(runs: number, work: (run: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timeOf(() => work(run)));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
