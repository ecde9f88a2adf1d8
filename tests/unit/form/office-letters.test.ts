import { describe, expect, it } from 'vitest';
import { order348 } from '#domain/authority/legal-act.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { lawOfStation } from '#domain/authority/rule-sets.ts';
import { chapters } from '#domain/clause/chapters.ts';
import { citedOnPaper } from '#domain/clause/citation.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { FormContent } from '#domain/form/content.ts';
import { outgoingJournalPaper } from '#domain/form/outgoing-journal.ts';
import type { PaperContext } from '#domain/form/paper-context.ts';
import {
  certificatePaper,
  crlLetterPaper,
  receiptPaper,
  refusalPaper,
  revocationNoticePaper,
  revocationRefusalPaper,
} from '#domain/form/papers.ts';
import { outgoingLetters } from '#domain/journal/outgoing-letter.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { refuseApplication } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import { ownerWithKey, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { sampleFacts, samplePapers } from '#tests/support/form-samples.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { sampleDay } from '#tests/support/root-form-samples.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

async function contextOf({ desk }: OfficeAtWork): Promise<PaperContext> {
  const reading = await desk.store.read();
  const station = await reading.get('station', 'station');
  const rules = rulesByKind[station?.kind ?? 'N'];
  return { station, officers: await reading.list('officer'), rules, sha256: desk.sha256 };
}

function said({ blocks }: FormContent): string {
  return blocks
    .flatMap((block) =>
      block.type === 'paragraph' || block.type === 'line'
        ? [block.text]
        : block.type === 'field'
          ? [`${block.label} ${block.value ?? ''}`]
          : [],
    )
    .join('\n');
}

const seals = ({ blocks }: FormContent) =>
  blocks.flatMap((block) => (block.type === 'seal' ? [block.text] : []));

/** One application refused, one certificate revoked by a court, one list signed. */
async function aDay() {
  const office = anOffice();
  const { desk } = office;
  await setUp(office);
  const content = anIndividual();
  const request = await aRequest(content);
  const [received] = taken(
    await receiveApplications(desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (received === undefined) throw new Error('none');
  const refused = taken(
    await refuseApplication(desk, {
      applicationId: received.id,
      contentDigest: contentDigest(received, desk.sha256),
      grounds: [{ ground: 'document-missing', text: 'жеке куәліктің көшірмесі ұсынылмаған' }],
    }),
  );
  office.pass(60);
  const entry = await issued(office, anIndividual({ iin: '920308400012' }));
  office.pass(60);
  const opened = taken(
    await receiveRevocation(desk, {
      serialNumber: entry.id,
      ground: 'court-decision',
      source: {
        type: 'court',
        decision: {
          court: 'Алматы қаласының соты',
          number: '2-11',
          date: sampleDay('2026-11-02'),
          inForceFrom: sampleDay('2026-11-20'),
        },
      },
    }),
  );
  const revoked = taken(await decideRevocation(desk, { caseId: opened.id, confirmedCorrect: true }));
  office.pass(60);
  const crl = taken(await signCrl(desk));
  const reading = await desk.store.read();
  const revocationCase = await reading.get('revocation', opened.id);
  if (revocationCase === undefined) throw new Error('no case');
  return { office, context: await contextOf(office), refused, revoked, revocationCase, crl };
}

describe('the office’s own letters', () => {
  it('have a number that goes out, the clause as the order counts it, a way of appeal, and the place of the seal', async () => {
    const { context, refused, revoked, revocationCase, crl } = await aDay();
    const refusal = refusalPaper(context, refused);
    expect(said(refusal)).toContain(`Шығыс № БТ/${refused.number}, 23.11.2026`);
    expect(said(refusal)).toContain(order348.approvedByKk);
    expect(said(refusal)).toContain(order348.toRulesKk.N);
    expect(said(refusal)).toMatch(/\(Қағидалардың 4-тармағы\)/u);
    expect(said(refusal)).toContain('заңнамасында белгіленген тәртіппен шағым жасауға болады');

    const notice = revocationNoticePaper(context, revocationCase, revoked);
    expect(said(notice)).toContain(`Шығыс № КҚ/${revocationCase.number}, 23.11.2026`);
    expect(said(notice)).toContain('(Қағидалардың 9-тармағының 2) тармақшасы – кері қайтару негіздері)');
    expect(said(notice)).toContain('шағым жасауға болады');
    expect(said(notice)).toContain('Кімге: ');

    const letter = crlLetterPaper(context, crl);
    expect(said(letter)).toContain(`Шығыс № КТКТ/${crl.crlNumber}, 23.11.2026`);
    for (const paper of [refusal, notice, letter, receiptPaper(context, refused)])
      expect(seals(paper)).toEqual(['М.О.']);
    // Printed again it is the same letter.
    expect(refusalPaper(context, refused)).toEqual(refusal);
  });

  it('[G-15] a state body’s owner is told by the notice itself', async () => {
    const { context, revoked, revocationCase } = await aDay();
    const { station } = context;
    if (station === undefined) throw new Error('no station');
    const bodies = { ...context, station: { ...station, kind: 'G' as const }, rules: rulesByKind.G };
    expect(said(revocationNoticePaper(bodies, revocationCase, revoked))).toContain(
      'Қағидалардың 15-тармағына сәйкес',
    );
  });

  it('[N-9] an application to revoke that is refused is answered in writing: act, ground, reason, way of appeal', async () => {
    const { office, context } = await aDay();
    const entry = await issued(office, anIndividual({ iin: '850101300015' }));
    office.pass(60);
    const source = applicationToRevoke(entry);
    const opened = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
    );
    expect(revocationRefusalPaper(context, opened, entry)).toBeNull();
    const text = 'өтінішке қол қойылмаған';
    const refused = taken(await refuseRevocation(office.desk, { caseId: opened.id, text }));
    const paper = revocationRefusalPaper(context, refused, entry);
    if (paper === null) throw new Error('no paper');
    for (const part of [
      `Шығыс № ҚБТ/${refused.number}, 23.11.2026`,
      `Кімге: ${entry.subject.commonName}`,
      `Істің нөмірі: ${refused.number}`,
      'Өтініштің түскен күні: 23.11.2026',
      '(Қағидалардың 9-тармағының 1) тармақшасы – кері қайтару негіздері)',
      'Ұлттық куәландырушы орталығы қызметінің Қағидаларына (бұдан әрі – Қағидалар) сәйкес қаралды',
      text,
      'кері қайтарып алынған (жойылған) жоқ',
      'заңнамасында белгіленген тәртіппен шағым жасауға болады',
    ])
      expect(said(paper)).toContain(part);
    expect(seals(paper)).toEqual(['М.О.']);
    expect(revocationRefusalPaper(context, refused, entry)).toEqual(paper);
    const letters = outgoingLetters({
      applications: [],
      cases: [refused],
      entries: new Map([[entry.id, entry]]),
      crls: [],
    });
    expect(letters).toMatchObject([
      { number: `ҚБТ/${refused.number}`, kind: 'revocation-refusal', addressee: entry.subject.commonName },
    ]);
    // One that another case overtook was answered by that one.
    const overtaken = {
      ...refused,
      decision: { ...refused.decision, outcome: 'overtaken' },
    } as RevocationCase;
    expect(
      outgoingLetters({
        applications: [],
        cases: [overtaken],
        entries: new Map([[entry.id, entry]]),
        crls: [],
      }),
    ).toEqual([]);
  });

  it('[G-18] [N-14] the cover letter of a list names those whom it was given to, and is open before', async () => {
    const { context, crl } = await aDay();
    const to = (given?: readonly (readonly string[])[]) =>
      said(
        crlLetterPaper(context, {
          ...crl,
          ...(given === undefined
            ? {}
            : {
                given: given.map((addressees) => ({
                  ...{ at: crl.thisUpdate, officer: crl.signedBy, way: 'medium' as const },
                  addressees,
                })),
              }),
        }),
      )
        .split('\n')
        .find((line) => line.startsWith('Кімге:'));
    expect(to()).toBe('Кімге: ');
    expect(to([['Қаржы министрлігі'], ['Әділет министрлігі', 'Қаржы министрлігі']])).toBe(
      'Кімге: Қаржы министрлігі; Әділет министрлігі',
    );
    expect(to([['а', 'б', 'в', 'г', 'д']])).toBe('Кімге: а; б; в және басқалары (барлығы 5)');
  });

  it('name no clause by an id of the program’s, in any of the samples', () => {
    expect(JSON.stringify(samplePapers())).not.toMatch(/[RGN]-\d/u);
    expect(citedOnPaper('N-15')).toBe('Қағидалардың 15-тармағы');
    expect(citedOnPaper('R-11.3')).toBe('Қағидалардың 11-тармағының 3) тармақшасы');
    expect(citedOnPaper('бұйрықта көзделмеген')).toBe('бұйрықта көзделмеген');
  });
});

describe('the journal of outgoing letters', () => {
  it('follows from the acts: each refusal, revocation and published list, and nothing else', async () => {
    const { office, refused, revocationCase, crl } = await aDay();
    const reading = await office.desk.store.read();
    const sources = {
      applications: await reading.list('application', { index: 'number' }),
      cases: await reading.list('revocation', { index: 'number' }),
      entries: new Map((await reading.list('entry', { index: 'number' })).map((entry) => [entry.id, entry])),
    };
    const published = outgoingLetters({ ...sources, crls: [{ ...crl, publishedAt: crl.thisUpdate }] });
    expect(published.map(({ number, kind }) => [number, kind])).toEqual([
      [`КТКТ/${crl.crlNumber}`, 'crl-letter'],
      [`КҚ/${revocationCase.number}`, 'revocation-notice'],
      [`БТ/${refused.number}`, 'refusal'],
    ]);
    expect(published.map(({ addressee }) => addressee !== '')).toEqual([false, true, true]);
    // One that was given goes with its letter, to whoever has it.
    const given = [{ at: crl.thisUpdate, officer: 'o', way: 'medium' as const, addressees: ['Министрлік'] }];
    expect(outgoingLetters({ ...sources, crls: [{ ...crl, given }] })[0]).toMatchObject({
      kind: 'crl-letter',
      addressee: 'Министрлік',
    });
    // A list that is only signed has gone to nobody.
    expect(outgoingLetters({ ...sources, crls: [crl] })).toHaveLength(2);

    const paper = outgoingJournalPaper('Орталық', published, sampleFacts('o'));
    const table = paper.blocks.find((block) => block.type === 'table');
    expect(table?.rows.map(([row, number]) => `${row ?? ''} ${number ?? ''}`)).toEqual([
      `1 БТ/${refused.number}`,
      `2 КҚ/${revocationCase.number}`,
      `3 КТКТ/${crl.crlNumber}`,
    ]);
  });
});

describe('the number of G-F2', () => {
  it('[G-9] is that of the blank which the carrier came with, and open without one', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const { entry, carrier, application } = await ownerWithKey(office);
    const der =
      (await (await office.desk.store.read()).get('certificate', entry.id))?.der ?? new Uint8Array();
    const context = await contextOf(office);
    const titleOf = (blanks?: readonly string[]) =>
      certificatePaper(context, entry, der, application.content, blanks)?.blocks.find(
        ({ type }) => type === 'numbered-title',
      );
    expect(carrier.blankNumbers).toEqual(['7000']);
    expect(titleOf(carrier.blankNumbers)).toMatchObject({ number: '7000' });
    expect(titleOf(['А 000001', 'А 000002'])).toMatchObject({ number: 'А 000001, А 000002' });
    expect(titleOf()).toMatchObject({ number: '' });
  });
});

describe('the act that the rules follow', () => {
  it('[R-1] was in force from its first publication, and is repealed', () => {
    expect(lawOfStation({ ruleSet: 'order-348' })).toMatchObject({
      adoptedOn: '2010-12-10',
      registered: { on: '2010-12-30', number: '6716' },
      inForceFrom: 'first-official-publication',
      repealed: { on: '2015-06-26', number: '727' },
    });
    expect(lawOfStation(undefined)).toBe(order348);
    expect(() => lawOfStation({ ruleSet: 'order-999' })).toThrow('no rule set order-999');
    expect(order348.points.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(order348.points[3]?.kk).toBe(
      'Осы бұйрық алғаш ресми жариялаған күнінен бастап қолданысқа енгізіледі.',
    );
  });

  it('[R-14] the heading of chapter 4 of annex 1 names its own authority, where the order misprints another', () => {
    expect(chapters.R.map(({ kk }) => kk).join()).toContain('ҚР НКО-мен берілген тіркеу куәліктерін сақтау');
    expect(chapters.R.map(({ kk }) => kk).join()).not.toContain('ҚР ҰКО');
  });
});
