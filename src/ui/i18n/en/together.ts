import type { Catalogue } from '#ui/i18n/catalogue.ts';

export const together: Catalogue['together'] = {
  title: 'Examine together',
  lead: 'All waiting applications are examined. Those with nothing open are approved by one review; the others are looked at one by one.',
  attach: 'Add requests',
  attached: (attached: number, all: number) =>
    `${attached} of ${all} requests were added to their applications`,
  approveAndIssue: (count: number) => `Approve and issue (${count})`,
  means: (count: string) =>
    `The checks of clause 5 will be confirmed in your name, the applications (${count}) approved, and a certificate issued for each. An issued certificate can’t be deleted, only revoked. The list:`,
  examining: (done: number, all: number) => `Examined: ${done} of ${all}`,
  readyTitle: 'Nothing open',
  apartTitle: 'Looked at one by one',
  tableOf: (label: string) => `Applications: ${label}`,
};
