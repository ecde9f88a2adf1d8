// @vitest-environment page
import { afterEach, describe, expect, it } from 'vitest';
import { contentDigest } from '#domain/application/content-digest.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { SubscriberContent } from '#domain/application/application.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import { citing } from '#ui/i18n/citing.svelte.ts';
import { languages, words } from '#ui/i18n/language.svelte.ts';
import { ruleEntriesOf } from '#ui/clause/rule-entries.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import { ClauseList } from '#ui/clause/clause-list.svelte.ts';
import { citedSetOf } from '#ui/state/cited-set.ts';
import { TodayState } from '#ui/today/today.svelte.ts';
import { letterFor } from '#tests/support/revocation-letters-at-work.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import {
  approvedPersons,
  blankCarriers,
  issuedOnto,
  ownerWithKey,
  setUpBodies,
} from '#tests/support/bodies-at-work.ts';
import { annexOctets } from '#tests/support/invented-annexes.ts';
import { ruleSetOctets } from '#tests/support/invented-rules.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { anAuthorityContent, issuedTo, setUpRoot, unlockAgain } from '#tests/support/root-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { passedTo } from '#tests/support/rule-set-passed.ts';
import { aSession } from '#tests/support/session-at-work.ts';

afterEach(() => {
  citing.follow(undefined);
});

async function today(office: OfficeAtWork) {
  const { session } = await aSession(office);
  const page = new TodayState(session);
  await page.load();
  const cited = new Map(page.items.map(({ id, clause }) => [id, clause]));
  return { session, page, cited };
}

async function received(office: OfficeAtWork, content: SubscriberContent) {
  const request = await aRequest(content);
  const [application] = taken(
    await receiveApplications(office.desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('none');
  return application;
}

const receipt = {
  ...{ kind: 'payment-receipt', number: '77', issuer: 'Банк' },
  ...{ date: '2026-11-20' as CalendarDate, validUntil: '2026-12-31' as CalendarDate },
};

describe('[R-1] [N-1] the day of a station that passed to another act', () => {
  it('cites for each line the rules that its record came in under, and for the station’s own the present ones', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office, anIndividual({ iin: '920308400012', surname: 'Бекова' }));
    office.pass(60);
    const old = await received(office, anIndividual());
    const source = applicationToRevoke(entry);
    const revoking = taken(
      await receiveRevocation(office.desk, { serialNumber: entry.id, ground: 'owners-wish', source }),
    );
    office.pass(60);
    await passedTo(office, ruleSetOctets());
    office.pass(60);
    const fresh = await received(office, anIndividual({ iin: '900101300017', documents: [receipt] }));
    const other = await approved(office);
    const { cited, page } = await today(office);
    expect(cited.get(old.id)).toBe('N-5.1');
    expect(cited.get(revoking.id)).toBe('N-9');
    expect(cited.get(`d${entry.id}`)).toBe('N-7');
    expect(cited.get(fresh.id)).toBe('ZQ-4');
    expect(cited.get(other.id)).toBe('ZQ-5');
    expect(cited.get('backup')).toBe('ZQ-15');
    const ofOrder = page.items.filter(({ clause }) => clause?.startsWith('N-') === true).map(({ id }) => id);
    expect(ofOrder.sort()).toEqual([old.id, revoking.id, `d${entry.id}`].sort());
  });

  /** Approved under the invented set, and waiting to be issued. */
  async function approved(office: OfficeAtWork) {
    const application = await received(office, anIndividual({ iin: '910101300019', documents: [receipt] }));
    const command = {
      applicationId: application.id,
      contentDigest: contentDigest(application, office.desk.sha256),
    };
    taken(await confirmExamination(office.desk, { ...command, clause: 'ZQ-4', reasons: [] }));
    return taken(await approveApplication(office.desk, command));
  }

  it('[R-11.3] [R-14] the Root CA’s by its own ground, and says nothing of papers that the act does not speak of', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const content = anAuthorityContent();
    const [accreditation] = content.documents;
    const entry = await issuedTo(office, {
      ...content,
      documents:
        accreditation === undefined ? [] : [{ ...accreditation, validUntil: '2026-12-10' as CalendarDate }],
    });
    expect((await today(office)).cited.get(`a${entry.id}`)).toBe('R-11.3');
    expect((await today(office)).cited.get('papers')).toBe('R-14');
    await unlockAgain(office);
    await passedTo(office, annexOctets('R'));
    const after = await today(office);
    expect(after.cited.get(`a${entry.id}`)).toBe('RQ-7');
    // The paper is of the old certificate, which came in under the order.
    expect(after.cited.get('papers')).toBe('R-14');
    await unlockAgain(office);
    office.pass(60);
  });

  it('[G-15] the State Bodies’ CA’s owner notice runs by the period of its case’s rules', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const { entry } = await ownerWithKey(office);
    const station = await passedTo(office, annexOctets('G'));
    const { caseIds } = taken(await letterFor(office, [entry], { ground: 'moved' }, {}, rulesOf(station)));
    const [caseId = ''] = caseIds;
    taken(await decideRevocation(office.desk, { caseId, confirmedCorrect: true }));
    const { page } = await today(office);
    expect(page.items.find(({ kind }) => kind === 'owner-notice')).toMatchObject({
      clause: 'GQ-7',
      dueOn: '2026-11-25',
    });
    // A key that waits for its carrier cites the new act's clause of carriers.
    const [application] = await approvedPersons(office, 1, 5);
    const [carrier] = await blankCarriers(office, 1, 'W');
    if (application === undefined || carrier === undefined) throw new Error('none');
    await issuedOnto(office, application, carrier);
    expect((await today(office)).cited.get(`k${carrier.id}`)).toBe('GQ-4');
  });
});

describe('[N-1] the words of the pages', () => {
  /** All that a catalogue says, functions called with a word for each thing they take. */
  function saidBy(value: unknown): readonly string[] {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') {
      try {
        return saidBy((value as (...of: readonly unknown[]) => unknown)('7', '7', '7', '7'));
      } catch {
        return [];
      }
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(saidBy) : [];
  }

  it.each(languages)('cite nothing of the order under another act (%s)', async (language) => {
    await words.choose(language);
    const citations =
      /\d-тармақ|подпункт \d|пункт(?:ы|а)? \d|clauses? \d|[RGN]-F\d|348|\d-қосымша|приложени[яе] \d|annex \d/iu;
    // The set-up is for stations before any passing; of the order speaks the list of sets, and what the order's own words say under the order.
    const said = () =>
      saidBy({
        ...words.t,
        setUp: '',
        ruleSet: { ...words.t.ruleSet, order: '' },
        examination: { ...words.t.examination, order: '' },
      }).filter((each) => citations.test(each));
    expect(said().length).toBeGreaterThan(60);
    const names = { kk: '⟨акт⟩', ru: '⟨акт⟩', en: '⟨акт⟩' };
    citing.follow({ names, clausesFor: () => ['⟨own⟩'], formFor: () => '⟨form⟩' });
    expect(said()).toEqual([]);
    expect(words.t.certificate.deliveryText).toContain('(⟨own⟩)');
    citing.follow({ names, clausesFor: () => [], formFor: () => undefined });
    expect(said()).toEqual([]);
    expect(words.t.certificate.deliveryText).not.toContain('(');
  });

  it('name the set’s own clauses, and its forms where it has them', async () => {
    const office = anOffice();
    await setUp(office);
    const station = await passedTo(office, ruleSetOctets());
    await words.choose('kk');
    expect(words.t.revocation.lead).toContain('9–11-тармақтар');
    citing.follow(citedSetOf(station));
    expect(words.t.revocation.lead).toBe(
      'Тіркеу куәліктерін кері қайтару (жою) істері (12-тармақ, 13-тармақ, 14-тармақ).',
    );
    expect(words.t.application.individual).toBe('Жеке тұлға (ZQ-1)');
    expect(words.t.application.legalEntity).toBe('Заңды тұлға');
    expect(words.t.forms.lead).toContain('№ 5 ойдан шығарылған бұйрық');
    expect(citedSetOf({ ruleSet: 'order-348', kind: 'N' })).toBeUndefined();
  });
});

describe('[N-9] [N-13] the list of clauses', () => {
  it('counts for a clause of the new act only what came in under it', async () => {
    const office = anOffice();
    await setUp(office);
    await issued(office, anIndividual({ iin: '920308400012', surname: 'Бекова' }));
    await passedTo(office, ruleSetOctets());
    office.pass(60);
    const counts = async () => {
      const { session } = await aSession(office);
      const list = new ClauseList(session);
      await list.load();
      return new Map(
        list.chapters.flatMap(({ rows }) => rows.map(({ clause, governed }) => [clause.id, governed?.count])),
      );
    };
    const before = await counts();
    expect([before.get('ZQ-16'), before.get('ZQ-3')]).toEqual([0, 0]);
    await received(office, anIndividual({ documents: [receipt] }));
    expect((await counts()).get('ZQ-3')).toBe(1);
    // What the clause asks for is said of the form as the act calls it.
    const { session } = await aSession(office);
    expect(ruleEntriesOf(rulesOfStation(session), 'ZQ-3')).toEqual(['ZQ-1: Төлем түбіртегі']);
  });
});
