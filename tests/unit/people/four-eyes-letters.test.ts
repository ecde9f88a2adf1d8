import { expect, it } from 'vitest';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { setFourEyes } from '#operations/station/four-eyes.ts';
import { aLetterReceived, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';
import { added, seated, withFirst } from '#tests/support/people-at-work.ts';

it('under four eyes the persons of a letter take two: one confirms them, another approves (D10)', async () => {
  const office = anOffice();
  await setUpBodies(office);
  const { first } = await withFirst(office);
  const { desk } = office;
  const registrar = await added(office, 'Тіркеуші', ['registrar']);
  taken(await setFourEyes(desk, { on: true }));
  office.pass(5);
  await seated(office, registrar);
  const { persons } = await aLetterReceived(office, 2);
  const applicationIds = persons.map(({ id }) => id);
  const consider = async () => {
    office.pass(5);
    const outcomes = await considerPersons(desk, { applicationIds });
    return new Set(
      outcomes.map(({ result }) =>
        result.ok ? 'approved' : result.error.type === 'FourEyes' ? result.error.because : result.error.type,
      ),
    );
  };
  expect(applicationIds.length).toBeGreaterThan(0);
  expect(await consider()).toEqual(new Set(['confirmed']));
  // Once more by the same person: nothing is left for the registrar to do, who has entered the letter.
  expect(await consider()).toEqual(new Set(['entered']));
  await seated(office, first);
  expect(await consider()).toEqual(new Set(['approved']));
  const reading = await desk.store.read();
  for (const id of applicationIds) {
    const application = await reading.get('application', id);
    expect(application?.decision).toMatchObject({ outcome: 'approved', officer: first.id });
    expect(new Set(application?.examination?.confirmations.map(({ officer }) => officer))).toEqual(
      new Set([registrar.id]),
    );
  }
  expect((await verifyLog(desk)).faults).toEqual([]);
});

it('with four eyes off a registrar does not approve a letter’s persons, a CA officer does (K04)', async () => {
  const office = anOffice();
  await setUpBodies(office);
  const { first } = await withFirst(office);
  const registrar = await added(office, 'Тіркеуші', ['registrar']);
  await seated(office, registrar);
  const { persons } = await aLetterReceived(office, 2);
  const command = { applicationIds: persons.map(({ id }) => id) };
  const [refused] = await considerPersons(office.desk, command);
  expect(refused?.result).toMatchObject({ error: { type: 'NotYourRole', needed: ['ca-officer'] } });
  await seated(office, first);
  const [done] = await considerPersons(office.desk, command);
  expect(done?.result).toMatchObject({ ok: true });
});
