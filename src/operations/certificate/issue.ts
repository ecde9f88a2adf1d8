import { approvedPartOf } from '#domain/application/approval.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { lockAfterAct } from '#operations/lock.ts';
import { requireSound } from '#operations/soundness.ts';
import { transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { IssueOutcome, IssueRefusal } from './issue-refusal.ts';
import { type Intended, giveUp, intend } from './intend.ts';
import type { OntoCarriers } from './onto-carrier.ts';
import type { PreparedCertificate } from './prepare.ts';
import { registerCertificates } from './register-certificates.ts';

export type { IssueOutcome, IssueRefusal } from './issue-refusal.ts';

const noCarriers: OntoCarriers = new Map();

/** Enough for a strict commit to cost nothing beside the signatures, small enough to be cancelled at once. */
const sliceLength = 200;

/**
 * N-5.3, N-6, G-7: certificates for approved applications, one or many. For each slice: examination of the very octets, a commit
 * of the intent, the signatures (verified in the worker), a commit of register entries with everything that belongs to
 * them. While the key signs a slice, the next one is examined and its intent committed. A batch broken off can be begun again: what was
 * issued is told as such, and nothing is issued twice; one that is cancelled ends with whole certificates and without an open intent.
 */
export async function issueCertificates(
  desk: Desk,
  command: { readonly applicationIds: readonly string[]; readonly carriersByApplicationId?: OntoCarriers },
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<readonly IssueOutcome[]> {
  const { applicationIds, carriersByApplicationId = noCarriers } = command;
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return applicationIds.map((applicationId) => ({ applicationId, result: sound }));
  const batch = new Batch(desk, applicationIds, carriersByApplicationId, options.onProgress);
  const isCancelled = () => options.cancellation?.isCancelled === true;
  const next = (beside: readonly PreparedCertificate[] = []) =>
    isCancelled() ? Promise.resolve(null) : batch.intendNext(beside);
  for (let slice = await next(); slice !== null;) {
    const intended: Intended = slice;
    // Where the key is shut after each act there is nothing to go on with.
    const goesOn = rulesOf(intended.authority.station).locks !== 'after-act';
    const [signing, intending] = await Promise.allSettled([
      batch.sign(intended),
      goesOn ? next(intended.prepared) : Promise.resolve(null),
    ]);
    // What was signed is registered, whatever became of the slice behind it.
    await batch.register(intended, valueOf(signing));
    const following = valueOf(intending);
    if (following !== null && isCancelled()) await giveUp(desk, following);
    slice = isCancelled() ? null : (following ?? (await next()));
  }
  return batch.outcomes();
}

/** Throws what it failed with. */
function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

/** What waits, and what came of what did not. */
class Batch {
  readonly #desk: Desk;
  readonly #asked: readonly string[];
  readonly #carriers: OntoCarriers;
  readonly #onProgress: ((done: number, total: number) => void) | undefined;
  readonly #waiting: string[];
  readonly #outcomes = new Map<string, IssueOutcome['result']>();

  constructor(
    desk: Desk,
    applicationIds: readonly string[],
    carriers: OntoCarriers,
    onProgress: ((done: number, total: number) => void) | undefined,
  ) {
    this.#desk = desk;
    this.#asked = applicationIds;
    this.#carriers = carriers;
    this.#onProgress = onProgress;
    this.#waiting = [...new Set(applicationIds)];
  }

  outcomes(): readonly IssueOutcome[] {
    return this.#asked.map((applicationId) => ({
      applicationId,
      result: this.#outcomes.get(applicationId) ?? err({ type: 'Cancelled' }),
    }));
  }

  /** Null when nothing is left that could be signed beside those. */
  async intendNext(beside: readonly PreparedCertificate[]): Promise<Intended | null> {
    const postponed: string[] = [];
    let intended: Intended | null = null;
    while (intended === null && postponed.length === 0 && this.#waiting.length > 0) {
      const ids = this.#waiting.splice(0, sliceLength);
      const result = await intend(this.#desk, ids, this.#carriers, beside);
      if (result.ok) {
        postponed.push(...result.value.later);
        this.#tell(result.value.refused);
        if (result.value.prepared.length > 0) intended = result.value;
      } else this.#tell(new Map(ids.map((id) => [id, result.error])));
    }
    this.#waiting.push(...postponed);
    return intended;
  }

  sign({ authority, prepared }: Intended): ReturnType<Desk['custody']['signAsAuthority']> {
    return this.#desk.custody.signAsAuthority({
      what: 'certificates',
      station: authority.station,
      tbs: prepared.map(({ tbsDer }) => tbsDer),
      approved: prepared.map(({ application }) => approvedPartOf(application)),
      suite: authority.generation.suite,
      spkiDer: authority.certificate.tbs.publicKey.der,
    });
  }

  async register(intended: Intended, signed: Result<readonly Uint8Array[], IssueRefusal>): Promise<void> {
    const failed = (refusal: IssueRefusal) => {
      this.#tell(new Map(intended.prepared.map(({ application }) => [application.id, refusal])));
    };
    if (!signed.ok) {
      if (signed.error.type === 'SignatureSuspect')
        await markKeySuspect(this.#desk, intended.authority.station.stationId);
      failed(signed.error);
      return;
    }
    const entries = await registerCertificates(this.#desk, intended, signed.value, this.#carriers);
    if (!entries.ok) {
      failed(entries.error);
      return;
    }
    for (const entry of entries.value) this.#outcomes.set(entry.applicationId, ok(entry));
    await lockAfterAct(this.#desk);
    this.#progress();
  }

  #tell(refused: ReadonlyMap<string, IssueRefusal>): void {
    for (const [id, refusal] of refused) this.#outcomes.set(id, err(refusal));
    if (refused.size > 0) this.#progress();
  }

  #progress(): void {
    const done = this.#asked.filter((id) => this.#outcomes.has(id)).length;
    this.#onProgress?.(done, this.#asked.length);
  }
}

/** The log gets the suspicion even when nothing else could be stored (D15). */
async function markKeySuspect(desk: Desk, stationId: string): Promise<void> {
  await transact(desk, () =>
    Promise.resolve(ok({ acts: [{ act: 'key-suspected', subjects: [stationId] }], answer: null })),
  );
}
