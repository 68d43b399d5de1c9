import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The application menu: what the system itself does. Parley's own commands live in the window, the same under both hosts;
 * Undo is among them, so the menu has no undo of its own but on macOS, where text fields need it.
 */
export function setMenu(): void {
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : [{ label: '&File', submenu: [{ role: 'quit' as const }] }]),
    {
      label: '&Edit',
      submenu: [
        ...(mac ? [{ role: 'undo' as const }, { role: 'redo' as const }, { type: 'separator' as const }] : []),
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
