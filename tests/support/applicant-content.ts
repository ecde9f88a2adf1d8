export { contentOf } from '#app/trial/invented-people.ts';
