import { mount } from 'svelte';
import { words } from '#ui/i18n/language.svelte.ts';
import MicroscopeFile from './MicroscopeFile.svelte';
import { lookAlone } from './look-alone.ts';

/** The page of the one file that an auditor carries: it has no register, no store, and asks no network. */
const target = document.querySelector('#app');
if (target === null) throw new Error('the page has no #app');
words.forgetful();
await words.choose('kk');
target.replaceChildren();
mount(MicroscopeFile, { target, props: { lookAt: lookAlone } });
