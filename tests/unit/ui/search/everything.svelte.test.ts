// @vitest-environment page
import { beforeAll, describe, expect, it } from 'vitest';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { Everything, type FoundKind } from '#ui/search/everything.svelte.ts';
import { approvedOf, anIndividual, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { letterFor, owners } from '#tests/support/revocation-letters-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { aSession } from '#tests/support/session-at-work.ts';

const found = (everything: Everything, asked: string) => {
  everything.asked = asked;
  return everything.parts.map(({ kind, total }) => [kind, total] as const);
};
const part = (everything: Everything, kind: FoundKind) =>
  everything.parts.find((each) => each.kind === kind)?.lines ?? [];

describe('[U10] one search at a National CA', () => {
  let everything: Everything;

  beforeAll(async () => {
    const office = anOffice();
    await setUp(office);
    const name = { surname: 'Қасымова', givenName: 'Әйгерім', email: 'aigerim@example.kz' };
    const entry = await issued(office, anIndividual({ iin: '900202400022', ...name }));
    office.pass(60);
    const source = applicationToRevoke(entry);
    taken(await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }));
    for (const iin of ['920308400012', '850101300015'])
      await approvedOf(office, anIndividual({ iin, surname: 'Жұмабаев', givenName: 'Ержан' }), 'ecdsa-p256');
    const { session } = await aSession(office);
    everything = new Everything(session);
    await everything.load();
  });

  it.each([
    ['қасымова'],
    ['сымова'],
    ['касымова'],
    ['Kasymova'],
    ['aigerim@example.kz'],
    ['900202400022'],
    ['әйгерім қасымова'],
  ])('finds by «%s» the application, the certificate and the case of one person', (asked) => {
    expect(found(everything, asked)).toEqual([
      ['applications', 1],
      ['certificates', 1],
      ['revocations', 1],
    ]);
    expect(part(everything, 'certificates')[0]).toMatchObject({
      name: expect.stringContaining('Қасымова Әйгерім') as string,
      more: '900202400022',
      status: 'in-force',
    });
    expect(part(everything, 'revocations')[0]?.href).toMatch(/^#\/revocations\/[0-9a-f]+$/u);
    expect(part(everything, 'applications')[0]?.href).toMatch(/^#\/applications\/[0-9a-f]+$/u);
  });

  it('finds each of two of one name, and nothing for nobody and for no question', () => {
    expect(found(everything, 'Zhumabayev Yerzhan')).toEqual([['applications', 2]]);
    expect(found(everything, 'Оспанов')).toEqual([]);
    expect(found(everything, ' « ')).toEqual([]);
  });
});

describe('[U10] one search at a CA of State Bodies', () => {
  let everything: Everything;

  beforeAll(async () => {
    const { office, entries } = await owners(1);
    taken(await letterFor(office, entries));
    const { session } = await aSession(office);
    everything = new Everything(session);
    await everything.load();
    const [entry] = entries;
    if (entry?.subject.kind === 'authority' || entry?.subject.organisation === undefined)
      throw new Error('none');
    everything.asked = `${entry.subject.surname} ${entry.subject.givenName}`;
  });

  it('leads from a person to the letter, the certificate, the case and the carrier', () => {
    expect(everything.parts.map(({ kind }) => kind)).toEqual([
      'applications',
      'certificates',
      'revocations',
      'carriers',
    ]);
    expect(part(everything, 'applications')[0]?.href).toMatch(/^#\/applications\/letters\//u);
    expect(part(everything, 'carriers')[0]?.href).toMatch(/^#\/carriers\//u);
  });

  it('finds the body’s letters by the body', () => {
    everything.asked = 'Министрлиги';
    const kinds = everything.parts.map(({ kind }) => kind);
    expect(kinds).toContain('letters');
    expect(kinds).toContain('revocationLetters');
  });
});
