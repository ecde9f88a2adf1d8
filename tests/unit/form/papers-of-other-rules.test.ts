import { describe, expect, it } from 'vitest';
import { type FormId, formIds } from '#domain/authority/form-id.ts';
import { fieldsOfForm } from '#domain/authority/paper-template.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import type { FormContent } from '#domain/form/content.ts';
import { emptyForms, emptyFormsOf } from '#domain/form/empty-forms.ts';
import { issueJournalPaper, revocationJournalPaper } from '#domain/form/journal-paper.ts';
import type { PaperContext } from '#domain/form/paper-context.ts';
import {
  applicationPaper,
  certificatePaper,
  letterPaper,
  revocationApplicationPaper,
  revocationLetterPaper,
  revocationNoticePaper,
  revocationRefusalPaper,
} from '#domain/form/papers.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import {
  aLetterReceived,
  blankCarriers,
  issuedOnto,
  setUpBodies,
  writtenTo,
} from '#tests/support/bodies-at-work.ts';
import { sampleFacts } from '#tests/support/form-samples.ts';
import { annexOctets, paperIdOf } from '#tests/support/invented-annexes.ts';
import { ruleSetOctets } from '#tests/support/invented-rules.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { journalOfIssue, journalOfRevocation, letterFor } from '#tests/support/revocation-letters-at-work.ts';
import { receivedBy, setUpRoot, unlockAgain } from '#tests/support/root-at-work.ts';
import { applicationToRevoke, authorityApplication } from '#tests/support/revocation-samples.ts';
import { passedTo } from '#tests/support/rule-set-passed.ts';

async function contextOf({ desk }: OfficeAtWork, station: Station): Promise<PaperContext> {
  const officers = await (await desk.store.read()).list('officer');
  return { station, officers, rules: rulesOf(station), sha256: desk.sha256 };
}

const plain = (paper: FormContent | null) => JSON.stringify(paper?.blocks ?? null);

/** What the order's form says of itself: its words without any value. */
function wordsOfOrder(form: FormId): readonly string[] {
  const words = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(words)
        : [];
  return words(emptyForms[form].content().blocks).filter((each) => each.length > 22);
}

/** The paper is the invented act's: by its name, with these values under their names, and no word of the order's form. */
function expectInvented(paper: FormContent | null, form: FormId, open: readonly string[] = []): void {
  expect([paper?.form, paper?.title]).toEqual([paperIdOf(form), `Ойдан шығарылған ${paperIdOf(form)}`]);
  const fields = (paper?.blocks ?? []).flatMap((block) =>
    block.type === 'field' && block.label.startsWith('⟨')
      ? [[block.label.slice(1, -1), block.value] as const]
      : [],
  );
  expect(fields.filter(([, value]) => value === undefined || value === '').map(([name]) => name)).toEqual(
    open,
  );
  for (const words of wordsOfOrder(form)) expect(plain(paper)).not.toContain(words);
}

describe('[R-5] [R-8] [R-11.1] the papers of a Root CA under another act', () => {
  it('are printed by its templates, with every value that the record has', async () => {
    const office = anOffice();
    await setUpRoot(office);
    await unlockAgain(office);
    const station = await passedTo(office, annexOctets('R'));
    const context = await contextOf(office, station);
    const received = await receivedBy(office);
    const reading = async () => office.desk.store.read();
    const application = await (await reading()).get('application', received.applicationId);
    if (application === undefined) throw new Error('none');
    expectInvented(applicationPaper(context, application), 'R-F1');
    expect(plain(applicationPaper(context, application))).toContain('электрондық үкімет');
    taken(await confirmExamination(office.desk, { ...received, clause: 'RQ-2', reasons: [] }));
    taken(await approveApplication(office.desk, received));
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [application.id] });
    const entry = taken(outcome?.result ?? { ok: false, error: 'none' });
    const der = (await (await reading()).get('certificate', entry.id))?.der ?? new Uint8Array();
    expectInvented(certificatePaper(context, entry, der, application.content), 'R-F2');
    office.pass(60);
    const source = authorityApplication(entry);
    const opened = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'wish', source }),
    );
    expectInvented(revocationApplicationPaper(context, opened), 'R-F3', ['patronymic']);
    const refused = taken(await refuseRevocation(office.desk, { caseId: opened.id, text: 'қол қойылмаған' }));
    const notice = plain(revocationRefusalPaper(context, refused, entry));
    expect(notice).toContain('Бірінші ойдан шығарылған қағидаларға (бұдан әрі – Қағидалар) сәйкес');
    expect(notice).toContain('орталықтың қалауы (Қағидалардың 5-тармағы)');
    expect(notice).not.toContain('348');
  });
});

describe('[G-3] [G-6] [G-9] [G-12.1] [G-14] the papers of the State Bodies’ CA under another act', () => {
  it('are printed by its templates: letter, annex, certificate, both journals, and the way back', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const station = await passedTo(office, annexOctets('G'));
    const context = await contextOf(office, station);
    const { letter, persons } = await aLetterReceived(office);
    expectInvented(letterPaper(context, letter, persons), 'G-F1');
    const [approved] = await considerPersons(office.desk, { applicationIds: letter.applicationIds });
    const application = taken(approved?.result ?? { ok: false, error: 'none' });
    expectInvented(applicationPaper(context, application), 'G-F1a', ['patronymic']);
    // No area is the form's own under this act: all of them are the person's.
    const areas = 'usageAreas' in application.content ? application.content.usageAreas : [];
    for (const area of areas) expect(plain(applicationPaper(context, application))).toContain(area);
    const [carrier] = await blankCarriers(office, 1);
    if (carrier === undefined) throw new Error('none');
    const entry = await issuedOnto(office, application, carrier);
    await writtenTo(office, carrier.id);
    const der =
      (await (await office.desk.store.read()).get('certificate', entry.id))?.der ?? new Uint8Array();
    expectInvented(certificatePaper(context, entry, der, application.content, ['7000']), 'G-F2');
    const issue = await journalOfIssue(office);
    expectInvented(
      issueJournalPaper(issue, () => 'Оспанов', context.rules, sampleFacts('i')),
      'G-F3',
    );
    office.pass(60);
    const revoking = taken(await letterFor(office, [entry], { ground: 'moved' }, {}, context.rules));
    const [caseId = ''] = revoking.caseIds;
    const opened = await (await office.desk.store.read()).get('revocation', caseId);
    if (opened === undefined) throw new Error('none');
    expectInvented(revocationLetterPaper(context, revoking, [opened]), 'G-F4');
    expectInvented(revocationApplicationPaper(context, opened), 'G-F4a', ['patronymic']);
    const revoked = taken(await decideRevocation(office.desk, { caseId, confirmedCorrect: true }));
    const decided = await (await office.desk.store.read()).get('revocation', caseId);
    if (decided === undefined) throw new Error('none');
    const back = await journalOfRevocation(office);
    expectInvented(
      revocationJournalPaper(back, () => 'Оспанов', context.rules, sampleFacts('r')),
      'G-F5',
    );
    const notice = plain(revocationNoticePaper(context, decided, revoked));
    expect(notice).toContain('Қағидалардың 7-тармағына сәйкес осы хабарламамен');
    expect(notice).toContain('(Қағидалардың 5-тармағы)');
  });
});

describe('what another act has no paper for', () => {
  it.each(['R', 'G'] as const)('the empty forms are its own, one for each place (%s)', (kind) => {
    const office = anOffice();
    expect(office).toBeDefined();
    const forms = formIds.filter((form) => form.startsWith(kind));
    const { octets } = { octets: annexOctets(kind) };
    const rules = rulesOf({
      ruleSet: `invented-${kind.toLowerCase()}`,
      kind,
      heldRuleSets: [{ id: `invented-${kind.toLowerCase()}`, octets } as never],
    });
    const empty = emptyFormsOf(rules);
    expect(empty.map(({ id }) => id)).toEqual(forms.map(paperIdOf));
    for (const { form, clause, content } of empty) {
      expect(clause).toBe(`${kind}Q-4`);
      expect(content().blocks).toHaveLength(fieldsOfForm[form].length + 1);
    }
  });

  it('[N-8.1] an old certificate’s application to revoke prints none, rather than the order’s', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office, aLegalEntity());
    office.pass(60);
    const station = await passedTo(office, ruleSetOctets());
    const source = applicationToRevoke(entry);
    const opened = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'lost', source }),
    );
    expect(opened.source).toMatchObject({ content: { form: 'N-F5' } });
    expect(revocationApplicationPaper(await contextOf(office, station), opened)).toBeNull();
  });
});
