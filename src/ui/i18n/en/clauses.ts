import { byAct } from '#ui/i18n/citing.svelte.ts';

export const clauses = {
  lead: (authority: string) =>
    byAct(
      `The clauses of Order No. 348, ${authority}: the order’s own words, what keeps each, and how many acts of this station it governed.`,
      ({ en }) =>
        `The clauses of: ${en}; ${authority}. The act’s own words, what keeps each, and how many acts of this station it governed.`,
    ),
  get unofficial() {
    return byAct(
      'The Kazakh text is the order’s own; the English is a summary and not official.',
      () => 'The Kazakh and English texts are those of the set.',
    );
  },
  act: {
    title: 'The order’s own points',
    registered: (date: string, number: string) =>
      `Registered by the Ministry of Justice on ${date} under No. ${number}.`,
    inForceFrom: {
      'first-official-publication':
        'In force from the day of its first official publication; the text of the order does not name that day.',
    },
    inForceOn: (date: string) => `In force from ${date}.`,
    repealed: (date: string, number: string) => `Repealed by order No. ${number} of ${date}.`,
    ownRules: 'The station keeps to these rules as to its own.',
  },
  officeRule: 'The office’s own rule (the order is silent):',
  officeRules: {
    'root-revocation-runs-from-receipt':
      'the period runs from the day after the application, notice or decision arrived; at the end of an accreditation, from its last day.',
    'root-expired-kept-as-revoked':
      'a certificate of the Root CA that expired and was never revoked is kept as long as a revoked one.',
    'crl-kept-as-its-certificates':
      'a CRL is kept from its nextUpdate as long as the certificates that it could list.',
    'papers-kept-with-certificate':
      'applications, scans and journals are kept with the certificate that they belong to.',
    'calendar-period-moves-to-working-day':
      'a period in calendar days that ends on a day off ends on the next working day.',
    'key-closing-is-compromise':
      '«because of the closing of the private key» is taken as a feared compromise.',
    'replacement-asks-both-applications':
      'a replacement asks for both applications, to revoke and to issue; the act is one.',
    'representative-shows-power-of-attorney':
      'a representative shows a power of attorney: number, day, term, by whom; an employee’s certificate is no power over another’s.',
    'key-backup-rehearsed-yearly':
      'once a year the key backup is read from its medium and opened with the passphrase and with the recovery words; 30 days after that day no certificate is issued until it was; revoking and CRLs go on.',
  },
  noneLate: 'No act is late',
  someLate: (count: number) => `Clauses with a period that was not kept: ${count}`,
  someLateText: 'A decision that came late stays late in the record. The clauses are marked below.',
  late: (count: number) => `late: ${count}`,
  always: 'not counted in acts: it always holds',
  keptBy: 'What keeps it',
  ruleSet: 'Rule set',
  code: 'Program code',
  rules: (count: number) => `Rules of the examination: ${count}`,
  period: {
    'working-days': (days: number) => `period, working days: ${days}`,
    'calendar-days': (days: number) => `period, days: ${days}`,
  },
  retention: (years: string) => `kept for ${years}`,
  measures: {
    applications: 'applications received',
    'applications-on-form': 'applications on this form',
    confirmations: 'confirmations by an officer',
    'application-decisions': 'decisions on applications',
    refusals: 'refusals',
    certificates: 'certificates issued',
    deliveries: 'certificates handed over',
    'revocation-cases': 'revocation cases',
    'cases-on-ground': 'cases on this ground',
    'electronic-applications': 'electronic applications',
    'leaving-notices': 'notices of leaving',
    'owner-notices': 'cases that the owner is told of',
    letters: 'letters of bodies',
    carriers: 'carriers with a key written',
    'revocation-decisions': 'revocation cases',
    'revoked-certificates': 'certificates revoked',
    'published-crls': 'CRLs published',
    backups: 'backups read back',
    'kept-certificates': 'certificates kept',
    'kept-crls': 'CRLs kept',
  },
};
