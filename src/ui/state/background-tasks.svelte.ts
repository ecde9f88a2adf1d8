import { createCancellation } from '#domain/base/cancellation.ts';

export type TaskKind = 'issue' | 'cease' | 'verify' | 'consider' | 'print' | 'see-again' | 'trial';

/** One long work of this tab: it goes on while other pages are used, and what came of it waits until it was looked at. */
export class BackgroundTask<R> {
  readonly kind: TaskKind;
  /** The page that shows it, `#/…`. */
  readonly href: string;
  readonly #cancellation = createCancellation();
  readonly #startedAt = performance.now();
  done = $state(0);
  total = $state(0);
  /** Whole seconds, computed from what was done so far; absent before anything was. */
  secondsLeft = $state<number>();
  isRunning = $state(true);
  /** Its page was shown after it had ended. */
  isSeen = $state(false);
  result = $state.raw<R>();

  constructor(kind: TaskKind, href: string, total: number) {
    this.kind = kind;
    this.href = href;
    this.total = total;
  }

  get cancellation() {
    return this.#cancellation.token;
  }

  readonly onProgress = (done: number, total: number): void => {
    this.done = done;
    this.total = total;
    const seconds = (performance.now() - this.#startedAt) / 1000;
    this.secondsLeft = done === 0 ? undefined : Math.ceil((seconds / done) * (total - done));
  };

  cancel(): void {
    this.#cancellation.cancel();
  }
}

/** One work of a kind at a time; an ended one stays until its page was left after it showed the result. */
export class BackgroundTasks {
  all = $state.raw<readonly BackgroundTask<unknown>[]>([]);

  /** What a page that is opened has to show: not a result that was seen before. */
  open(kind: TaskKind): void {
    if (this.find(kind)?.isSeen === true) this.forget(kind);
  }

  find<R>(kind: TaskKind): BackgroundTask<R> | undefined {
    return this.all.find((work) => work.kind === kind) as BackgroundTask<R> | undefined;
  }

  /** Runs `work`; its answer is kept with it. A fault takes the work off the list and goes on to where faults end. */
  async run<R>(
    kind: TaskKind,
    place: { readonly href: string; readonly total: number },
    act: (work: BackgroundTask<R>) => Promise<R>,
  ): Promise<R> {
    const work = new BackgroundTask<R>(kind, place.href, place.total);
    this.all = [...this.all.filter((other) => other.kind !== kind), work];
    try {
      const result = await act(work);
      work.result = result;
      return result;
    } catch (fault) {
      this.forget(kind);
      throw fault;
    } finally {
      work.isRunning = false;
    }
  }

  forget(kind: TaskKind): void {
    this.all = this.all.filter((work) => work.kind !== kind);
  }
}
