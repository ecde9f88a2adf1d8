import { tamperingsAreFound } from './tamperings-are-found.ts';

tamperingsAreFound('G');
