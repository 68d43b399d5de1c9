import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, CHANNELS } from '../shared/api/bridge.ts';

/* Runs sandboxed in the window, before its page. It carries calls, events and dialogs; it decides nothing. */

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CHANNELS.call, method, input) as Promise<string>,
  listen(listener) {
    const heard = (_: unknown, event: string, payload: string): void => listener(event, payload);
    ipcRenderer.on(CHANNELS.event, heard);
    return () => {
      ipcRenderer.removeListener(CHANNELS.event, heard);
    };
  },
  open: (what) => ipcRenderer.invoke(CHANNELS.open, what) as Promise<string>,
  save: (what, suggestedName) => ipcRenderer.invoke(CHANNELS.save, what, suggestedName) as Promise<string>,
};

contextBridge.exposeInMainWorld('parley', bridge);
