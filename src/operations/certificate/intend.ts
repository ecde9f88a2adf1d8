import type { Instant } from '#domain/base/instant.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type SigningIntent, intendedIn } from '#domain/register/register-entry.ts';
import { openIntent } from '#operations/open-intent.ts';
import { newId, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { foresee } from './foreseen.ts';
import type { IssueRefusal } from './issue-refusal.ts';
import type { OntoCarriers } from './onto-carrier.ts';
import type { AuthorityAtWork, PreparedCertificate } from './prepare.ts';
import { Slice, issuingAuthority } from './slice.ts';

/** A slice that was examined and whose intent is committed: what the key may be asked to sign. */
export interface Intended {
  readonly authority: AuthorityAtWork;
  readonly prepared: readonly PreparedCertificate[];
  /** Absent where nothing was prepared. */
  readonly intent?: SigningIntent;
  readonly refused: ReadonlyMap<string, IssueRefusal>;
  /** To be examined when `beside` is in the register, which has an answer for them. */
  readonly later: readonly string[];
}

/**
 * The first commit of a slice: each application examined by itself, against the others and the register, and one intent for all. `beside`: the
 * slice before, which is still being signed.
 */
export function intend(
  desk: Desk,
  applicationIds: readonly string[],
  carriersByApplicationId: OntoCarriers,
  beside: readonly PreparedCertificate[],
): Promise<Result<Intended, IssueRefusal>> {
  return transact<Intended, IssueRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const authority = await issuingAuthority(desk, snapshot, now);
    if (!authority.ok) return authority;
    await foresee(desk, snapshot, applicationIds, carriersByApplicationId);
    const slice = new Slice(desk, snapshot, authority.value, now, beside);
    const refused = new Map<string, IssueRefusal>();
    const later: string[] = [];
    for (const id of applicationIds) {
      await desk.breathe?.();
      const refusal = await slice.add(id, carriersByApplicationId.get(id));
      if (refusal === 'later') later.push(id);
      else if (refusal !== null) refused.set(id, refusal);
    }
    const { prepared } = slice;
    const intent = intentOf(desk, prepared, officer, now);
    const answer = { authority: authority.value, prepared, refused, later };
    if (intent === null) return ok({ acts: [], answer });
    const numbers = intendedIn(intent).map(({ number }) => number);
    const puts = [{ collection: 'intent', record: intent } as const];
    return ok({ acts: [{ act: 'issue-intended', subjects: numbers, puts }], answer: { ...answer, intent } });
  });
}

/** Given up before the key signed: its numbers are burnt. What another tab gave up meanwhile stays as it is. */
export function giveUp(
  desk: Desk,
  { intent: intended, prepared }: Intended,
): Promise<Result<null, IssueRefusal>> {
  return transact<null, IssueRefusal>(desk, async (snapshot) => {
    const tbsDers = prepared.map(({ tbsDer }) => tbsDer);
    const intent = await openIntent(snapshot, intended?.id ?? '', tbsDers, desk.sha256);
    if (intent === null) return ok({ acts: [], answer: null });
    const record: SigningIntent = { ...intent, outcome: 'abandoned' };
    const subjects = [intent.id, ...intendedIn(intent).map(({ number }) => number)];
    return ok({
      acts: [{ act: 'intent-abandoned', subjects, puts: [{ collection: 'intent', record }] }],
      answer: null,
    });
  });
}

function intentOf(
  desk: Desk,
  prepared: readonly PreparedCertificate[],
  officer: string,
  at: Instant,
): SigningIntent | null {
  const [first, ...others] = prepared.map(({ application, serialNumber, tbsDer }) => ({
    number: bytesToHex(serialNumber),
    applicationId: application.id,
    tbsSha256Hex: bytesToHex(desk.sha256(tbsDer)),
  }));
  if (first === undefined) return null;
  return {
    id: newId(desk.random),
    salt: newSalt(desk.random),
    what: 'certificate',
    ...first,
    ...(others.length === 0 ? {} : { others }),
    officer,
    at,
    outcome: 'open',
  };
}
