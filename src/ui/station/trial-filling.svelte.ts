import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** The trial filled with ready data: a long work that goes on while its pages are looked at. */
export class TrialFilling {
  readonly session: Session;
  readonly action: Action;

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session, 'writer');
  }

  /** In a trial without a station. */
  get isPossible(): boolean {
    return this.session.office.trial !== undefined && this.session.station === undefined;
  }

  get isUnderWay(): boolean {
    return this.action.working || this.session.tasks.find('trial')?.isRunning === true;
  }

  async begin(): Promise<void> {
    const { trial } = this.session.office;
    if (trial === undefined || this.isUnderWay) return;
    await this.action.perform(() =>
      this.session.tasks.run<Awaited<ReturnType<typeof trial.fill>>>(
        'trial',
        { href: '#/set-up', total: 1 },
        ({ onProgress, cancellation }) => trial.fill({ onProgress, cancellation }),
      ),
    );
  }
}
