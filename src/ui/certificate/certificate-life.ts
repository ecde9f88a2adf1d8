import { deliveryState } from '#domain/register/delivery-state.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { CertificateRecord } from './certificate-record.svelte.ts';
import { keptUntil, rulesUnder } from '#ui/state/rules.ts';

export interface LifePoint {
  readonly id: string;
  readonly label: string;
  readonly date?: string;
  readonly state: 'done' | 'now' | 'ahead' | 'late' | 'ended';
  readonly stateLabel: string;
}

/** From the application to the last day of keeping; what is revoked has its own end and the CRL that made it known. */
export function certificateLife(record: CertificateRecord): readonly LifePoint[] {
  const { session, entry, application, deliveries, firstCrl, status } = record;
  if (entry === undefined) return [];
  const t = words.t.certificate.life;
  const done = (id: keyof typeof t.points, date: string): LifePoint => ({
    id,
    label: t.points[id],
    date,
    state: 'done',
    stateLabel: t.states.done,
  });
  const points: LifePoint[] = [];
  if (application !== undefined) {
    const examinedAt = application.examination?.confirmations
      .map(({ at }) => at)
      .sort()
      .at(-1);
    points.push(done('applied', dateTimeOf(application.receivedAt)));
    if (examinedAt !== undefined) points.push(done('examined', dateTimeOf(examinedAt)));
    if (application.decision !== undefined) points.push(done('decided', dateTimeOf(application.decision.at)));
  }
  points.push(done('issued', dateTimeOf(entry.issuedAt)));
  const delivered = deliveryState(rulesUnder(session, entry), deliveries).deliveredAt;
  if (delivered !== undefined) points.push(done('delivered', dateTimeOf(delivered)));
  else
    points.push({
      id: 'delivered',
      label: t.points.delivered,
      state: status === 'in-force' ? 'now' : 'late',
      stateLabel: t.states.notDelivered,
    });
  if (entry.revocation !== undefined) {
    points.push({
      ...done('revoked', dateTimeOf(entry.revocation.date)),
      state: 'ended',
      stateLabel: words.t.register.statuses.revoked,
    });
    if (firstCrl === undefined)
      points.push({
        id: 'listed',
        label: t.points.listed,
        state: 'late',
        stateLabel: record.isSigned ? words.t.publication.notYet : t.states.notListed,
      });
    else points.push(done('listed', dateTimeOf(firstCrl.publishedAt ?? firstCrl.thisUpdate)));
  } else {
    const isOver = status === 'expired';
    points.push({
      id: 'ends',
      label: t.points.ends,
      date: dateTimeOf(entry.notAfter),
      state: isOver ? 'ended' : delivered === undefined ? 'ahead' : 'now',
      stateLabel: words.t.register.statuses[status],
    });
  }
  const ended = entry.revocation?.date ?? entry.notAfter;
  const keptOn = dateOf(keptUntil(session, calendarDateOf(ended), entry));
  if (entry.archived !== undefined)
    return [
      ...points,
      done('kept', keptOn),
      {
        id: 'archived',
        label: words.t.archivePackage.lifePoint,
        date: dateTimeOf(entry.archived.at),
        state: 'done',
        stateLabel: t.states.done,
      },
    ];
  return [
    ...points,
    {
      id: 'kept',
      label: t.points.kept,
      date: keptOn,
      state: 'ahead',
      stateLabel: t.states.ahead,
    },
  ];
}
