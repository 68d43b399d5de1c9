import type { Bridge } from '../../shared/api/bridge.ts';
import { electronHost } from './electron.ts';
import type { Host } from './host.ts';
import { loopbackHost } from './loopback.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly parley?: Bridge;
  }
}

/** The host that this window runs under. */
export function connectHost(): Host {
  return window.parley ? electronHost(window.parley) : loopbackHost();
}
