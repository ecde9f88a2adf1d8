import { archiveStatementPaper as archiveStatement } from '#domain/archive/archive-papers.ts';
import type { PaperContext } from '#domain/form/paper-context.ts';
import * as answered from '#domain/form/answered-papers.ts';
import * as papers from '#domain/form/papers.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

type PaperSession = Pick<Session, 'station' | 'officers' | 'office'>;

/** What the domain makes papers from, as this tab has it at the moment. */
export function paperContextOf({ station, officers, office }: PaperSession): PaperContext {
  return { station, officers, rules: rulesOfStation({ station }), sha256: office.sha256 };
}

function withSession<Facts extends readonly unknown[], Paper>(
  make: (context: PaperContext, ...facts: Facts) => Paper,
): (session: PaperSession, ...facts: Facts) => Paper {
  return (session, ...facts) => make(paperContextOf(session), ...facts);
}

export const applicationPaper = withSession(papers.applicationPaper);
export const letterPaper = withSession(papers.letterPaper);
export const receiptPaper = withSession(papers.receiptPaper);
export const refusalPaper = withSession(papers.refusalPaper);
export const certificatePaper = withSession(papers.certificatePaper);
export const revocationApplicationPaper = withSession(papers.revocationApplicationPaper);
export const revocationLetterPaper = withSession(papers.revocationLetterPaper);
export const revocationNoticePaper = withSession(papers.revocationNoticePaper);
export const revocationRefusalPaper = withSession(papers.revocationRefusalPaper);
export const crlPlanPaper = withSession(papers.crlPlanPaper);
export const crlLetterPaper = withSession(papers.crlLetterPaper);
export const archiveStatementPaper = withSession(archiveStatement);
export const answeredCertificatePaper = withSession(answered.answeredCertificatePaper);
export const answeredRefusalPaper = withSession(answered.answeredRefusalPaper);
