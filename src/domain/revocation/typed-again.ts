import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { DraftReader, type RevocationFieldFinding } from './draft-reader.ts';
import { courtDecision, representativeOf, subscriberApplication } from './parse-revocation.ts';
import type { Representative } from './representative.ts';
import type { CourtDecision, SubscriberRevocationContent } from './revocation-case.ts';
import { type RevocationDraft, emptyRevocationDraft } from './revocation-draft.ts';

/** A paper that one station takes in for another: N-F4 or N-F5 with who brought it (N-8.1), or a court's decision (N-8.2). */
export type BroughtPaper =
  | {
      readonly type: 'application';
      readonly content: SubscriberRevocationContent;
      readonly representative?: Representative;
    }
  | { readonly type: 'court'; readonly decision: CourtDecision };

/** The paper as the form gives it when what stands on it is typed; or what the form finds wrong. `today`: no day on it is later. */
export function typedAgain(
  paper: BroughtPaper,
  today: CalendarDate,
): Result<BroughtPaper, readonly RevocationFieldFinding[]> {
  const reader = new DraftReader(draftOf(paper), today);
  const again = readAgain(paper, reader);
  return reader.findings.length > 0 ? err(reader.findings) : ok(again);
}

function readAgain(paper: BroughtPaper, reader: DraftReader): BroughtPaper {
  if (paper.type === 'court') return { type: 'court', decision: courtDecision(reader) };
  const content = subscriberApplication(reader, paper.content.form);
  const representative = representativeOf(reader);
  return { type: 'application', content, ...(representative === null ? {} : { representative }) };
}

function draftOf(paper: BroughtPaper): RevocationDraft {
  if (paper.type === 'court') {
    const { court, number, date, inForceFrom } = paper.decision;
    return {
      ...{ ...emptyRevocationDraft(), court, decisionNumber: number },
      decisionDate: formatCalendarDate(date),
      inForceFrom: formatCalendarDate(inForceFrom),
    };
  }
  const { issuedOn, ...texts } = paper.content;
  const { representative } = paper;
  return {
    ...{ ...emptyRevocationDraft(), ...texts },
    issuedOn: formatCalendarDate(issuedOn),
    ...(representative === undefined ? {} : representativeDraft(representative)),
  };
}

function representativeDraft({ name, iin, power }: Representative) {
  return {
    appliedBy: 'representative' as const,
    ...{ representativeName: name, representativeIin: iin, powerNumber: power.number },
    powerDate: formatCalendarDate(power.date),
    powerUntil: formatCalendarDate(power.validUntil),
    powerIssuer: power.issuer,
  };
}
