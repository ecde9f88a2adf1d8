import { mount } from 'svelte';
import { isFramed, refuseFrame, sayBroken } from '#app/boot/frame.ts';
import { ServiceWorkerClient } from '#app/boot/service-worker-client.ts';
import { rememberedAppearance, showAppearance } from '#ui/state/appearance.ts';
import { showInstallation } from '#app/boot/show-installation.ts';

if (isFramed(window)) {
  refuseFrame(document);
} else {
  showAppearance(rememberedAppearance(), document.documentElement);
  const installation = new ServiceWorkerClient();
  showInstallation(installation, document.documentElement);
  // The development server has no service worker; there the vault stays shut.
  if (import.meta.env.PROD) void installation.start();
  const target = document.querySelector('#app');
  if (target === null) throw new Error('index.html has no #app');
  try {
    const [{ run }, { default: App }] = await Promise.all([import('#app/run.ts'), import('./App.svelte')]);
    await run(installation, (props) => mount(App, { target, props }));
  } catch (fault) {
    try {
      (await import('#ui/fault/show-start-fault.ts')).showStartFault(target, fault, installation);
    } catch {
      // Not even the page that tells of faults could be loaded.
      sayBroken(document);
    }
  }
}
