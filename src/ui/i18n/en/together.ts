import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const together: Catalogue['together'] = {
  title: 'Examine together',
  lead: 'All waiting applications are examined. Those with nothing open are approved by one review; the others are looked at one by one.',
  attach: 'Add requests',
  attached: (attached: number, all: number) =>
    `${attached} of ${all} requests were added to their applications`,
  approveAndIssue: (count: number) => `Approve and issue (${count})`,
  means: (count: string) =>
    `The checks will be confirmed in your name, the applications (${count}) approved, and a certificate issued for each. An issued certificate can’t be deleted, only revoked. The list:`,
  examining: (done: number, all: number) => `Examined: ${done} of ${all}`,
  readyTitle: 'Nothing open',
  apartTitle: 'Looked at one by one',
  tableOf: (label: string) => `Applications: ${label}`,
  handOver: {
    title: (count: string) => `Hand over ${count} certificates`,
    lead: 'The paper copies of all are printed as one file, the messages are saved as one archive. Once the handing over is recorded they leave the list of things to do.',
    papers: (form: string) => `Print all (${form})`,
    messages: 'Save all messages (ZIP)',
    record: 'Record the handing over',
    wayLegend: 'How they were handed over',
    means: (count: string, way: string) =>
      `It will be recorded in your name that ${count} certificates were handed over to their owners (${way}). The record stays in the log.`,
    recorded: (count: string) => `Handing over recorded for ${count} certificates`,
  },
};
