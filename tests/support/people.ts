/** Those of the trial: none of them is a person's or a body's. */
export { type Applicant, applicant } from '#app/trial/invented-people.ts';
