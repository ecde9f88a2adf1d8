export { legalDocuments } from '#app/trial/invented-people.ts';
