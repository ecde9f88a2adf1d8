import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase, RevocationSource } from '#domain/revocation/revocation-case.ts';
import { mayApplyFor, reasonCodeOf, whyGroundUnproven, whyUnfounded } from '#domain/revocation/standing.ts';
import { aRepresentative, applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { anEntry } from '#tests/support/entry-samples.ts';

const day = (text: string) => text as CalendarDate;
const today = day('2026-11-23');
const entry = anEntry();
const decision = {
  court: 'Астана қалалық соты',
  number: '2-1234/2026',
  date: day('2026-11-02'),
  inForceFrom: day('2026-11-20'),
};
const signed = {
  cmsDer: new Uint8Array(),
  signerSerialNumber: 'aa',
  verifiedAt: '2026-11-23T04:00:00Z' as Instant,
};

function aCase(source: RevocationSource, ground: string, change: Partial<RevocationCase> = {}) {
  return { source, ground, receivedAt: '2026-11-23T04:00:00Z' as Instant, ...change };
}

const judged = (source: RevocationSource, ground = 'owners-wish', signer?: RegisterEntry) =>
  whyUnfounded(aCase(source, ground), { entry, rules: rulesByKind.N, today, signer })?.type ?? null;

describe('the paper of a ground', () => {
  it.each([
    ['N', 'court-decision', { type: 'office', statement: 'сот айтты' }],
    ['N', 'court-decision', applicationToRevoke(entry)],
    ['N', 'owners-wish', { type: 'office', statement: 'иесі сұрады' }],
    ['N', 'own-error', applicationToRevoke(entry)],
    ['N', 'liquidation', { type: 'liquidation', notice: { number: '7', date: today } }],
    ['G', 'affiliation-changed', { type: 'office', statement: 'кетті' }],
    ['R', 'accreditation-ended', { type: 'office', statement: 'бітті' }],
    ['N', 'unheard-of', applicationToRevoke(entry)],
  ] as const)('[N-8.2] [R-11.4] [G-12.2] by %s rules %s asks for its own', (kind, ground, source) => {
    expect(whyGroundUnproven({ ground, source }, rulesByKind[kind])).toEqual({
      type: 'GroundUnproven',
      ground,
    });
  });

  it('[N-8.2] a court’s decision names court and number, and is in force', () => {
    const court = (change: Partial<typeof decision>) =>
      judged({ type: 'court', decision: { ...decision, ...change } }, 'court-decision');
    expect(court({})).toBeNull();
    expect(court({ court: ' ' })).toBe('CourtPaperIncomplete');
    expect(court({ number: '' })).toBe('CourtPaperIncomplete');
    expect(court({ inForceFrom: day('2026-11-24') })).toBe('CourtNotInForce');
    expect(court({ date: day('2026-11-21') })).toBe('CourtNotInForce');
  });

  it('[R-11.3] an accreditation that the register has as running, or not at all, is no ground', () => {
    const at = (validUntil?: string) =>
      whyUnfounded(
        aCase(
          { type: 'accreditation', ended: { number: '1', endedOn: day('2026-11-01') } },
          'accreditation-ended',
        ),
        {
          entry:
            validUntil === undefined
              ? entry
              : {
                  ...entry,
                  accreditation: { number: '1', date: today, issuer: 'x', validUntil: day(validUntil) },
                },
          rules: rulesByKind.R,
          today,
        },
      )?.type ?? null;
    expect([at(), at('2026-11-23'), at('2026-11-22')]).toEqual([
      'AccreditationUnknown',
      'AccreditationNotEnded',
      null,
    ]);
  });
});

describe('the application', () => {
  it('[N-8] that names another person, number or IIN carries no revocation', () => {
    expect(judged(applicationToRevoke(entry))).toBeNull();
    expect(judged(applicationToRevoke(entry, { serialNumber: '01cd' }))).toBe('ApplicationDiffers');
    expect(judged(applicationToRevoke(entry, { iin: '920308400012' }))).toBe('ApplicationDiffers');
    expect(judged(applicationToRevoke(entry, { surname: 'Басқа' }))).toBe('ApplicationDiffers');
  });

  it('[N-8.1] of a representative counts by a power that was in force when it arrived', () => {
    const by = (power: Parameters<typeof aRepresentative>[0], change: Partial<RevocationCase> = {}) =>
      whyUnfounded(aCase(applicationToRevoke(entry, {}, aRepresentative(power)), 'owners-wish', change), {
        entry,
        rules: rulesByKind.N,
        today,
      })?.type ?? null;
    expect(by({})).toBeNull();
    expect(by({ number: ' ' })).toBe('PowerIncomplete');
    expect(by({ issuer: '' })).toBe('PowerIncomplete');
    expect(by({ validUntil: day('2026-11-22') })).toBe('PowerNotInForce');
    // The day of the arrival counts, not that of the typing.
    expect(by({ validUntil: day('2026-11-22') }, { arrivedOn: day('2026-11-22') })).toBeNull();
    expect(by({ date: day('2026-11-23') }, { arrivedOn: day('2026-11-22') })).toBe('PowerNotInForce');
  });

  it('[N-10] is the owner’s, or of whom a power of attorney names; an employee’s certificate is no power over another’s', () => {
    const subject = entry.subject as PersonSubject;
    const bin = '101040000012';
    const head = { ...entry, subject: { ...subject, bin } };
    const employee = { ...entry, id: 'aa', subject: { ...subject, bin, iin: '920308400012' } };
    const renewed = { ...head, id: 'bb' };
    expect(mayApplyFor(renewed, head)).toBe(true);
    expect(mayApplyFor(employee, head)).toBe(false);
    expect(mayApplyFor(entry, head)).toBe(false);
    expect(mayApplyFor(employee, head, '920308400012')).toBe(true);
    // Whom the power names has to be the one that signed.
    expect(mayApplyFor(head, head, '920308400012')).toBe(false);
    const source = applicationToRevoke(entry);
    if (source.type !== 'application') throw new Error('none');
    expect(judged({ ...source, electronic: signed }, 'owners-wish', entry)).toBeNull();
    expect(judged({ ...source, electronic: signed }, 'owners-wish', employee)).toBe('SignerMayNotApply');
    const { cmsDer, signerSerialNumber } = signed;
    const before = { cmsDer, signerSerialNumber };
    expect(judged({ ...source, electronic: before }, 'owners-wish', entry)).toBe('SignedContentUnproven');
  });
});

describe('the reason code', () => {
  it('follows from the ground, as the rules of the authority have it', () => {
    expect(reasonCodeOf(rulesByKind.N, 'key-compromise')).toBe('keyCompromise');
    expect(reasonCodeOf(rulesByKind.R, 'key-compromise')).toBe('cACompromise');
    expect(reasonCodeOf(rulesByKind.N, 'court-decision')).toBe('privilegeWithdrawn');
    expect(reasonCodeOf(rulesByKind.N, 'owners-wish')).toBeUndefined();
  });
});
