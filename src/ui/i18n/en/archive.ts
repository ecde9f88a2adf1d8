export const archive = {
  lead: 'What is kept until when, and whose period of keeping ends this year.',
  emptyTitle: 'Nothing to keep yet',
  emptyText: 'As soon as there is a certificate or a CRL, its period of keeping is shown here.',
  dueTitle: (year: number) => `Period of keeping ends in ${year}`,
  nothingDue: 'No period of keeping ends this year',
  firstDue: (year: number) => `The first one ends in ${year}.`,
  pastTitle: 'Period of keeping over',
  past: (count: string) => `Records whose period of keeping is over: ${count}`,
  pastText:
    'They stay in the register until they were handed over to the archive. Nothing is destroyed by itself.',
  yearsTitle: 'Last day of keeping, by year',
  foreseen: 'foreseen',
  count: (count: string) => `Records: ${count}`,
  heads: {
    year: 'Year',
    record: 'Record',
    ended: 'Effect ended',
    until: 'Last day of keeping',
    clause: 'Clause',
  },
  kinds: {
    certificate: 'Certificates',
    crl: 'CRLs',
    application: 'Applications',
    scan: 'Scans',
    journal: 'Journals',
  },
  one: {
    certificate: (number: string) => `Certificate No. ${number}`,
    crl: (number: string) => `CRL ${number}`,
    application: (number: string) => `Application ${number}`,
    scan: (number: string) => `Scan of application ${number}`,
    journal: (year: string) => `Journal of ${year}`,
  },
  notes: {
    certificate: (years: string) => `A certificate is kept for ${years} from the day its effect ended.`,
    foreseen:
      'The day of a certificate in force is foreseen: if it is revoked, the years count from that day.',
    silent:
      'For CRLs, applications, scans and journals the order sets no period: they are kept with the certificates they speak of.',
    open: (count: string) =>
      `Applications without a decision: ${count}. Their period is known after the decision.`,
  },
};
