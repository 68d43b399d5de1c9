import { showLayer } from '../apply.ts';
import { withRecent } from '../recent-codes.ts';
import type { Get, SetState, ViewActions } from '../types.ts';

/** What is in sight. */
export function viewActions(set: SetState, get: Get): ViewActions {
  return {
    goTo: (place) => set({ place, drawer: null, picker: null }),
    openDialog: (dialog) => set({ dialog, sheet: null, picker: null }),
    closeDialog: () => set({ dialog: null }),
    showSheet: (sheet) => set({ sheet, picker: null }),
    showRecord: (recordView, finding) => set({ recordView, finding: finding ?? null }),
    showDrawer: (drawer) => set({ drawer }),
    // What is picked from lies in the text: a pane drawn over it goes.
    showPicker: (picker) => set(picker ? { picker, drawer: null } : { picker }),
    showMentions: (mentions) => set({ mentions, sheet: null, picker: null }),
    dropMentions() {
      set({ mentions: null });
      const title = 'This annotation isn’t there any more';
      get().notify({ tone: 'info', title, hint: 'It was undone or removed meanwhile.' });
      void get().searchAgain();
    },
    select(id, to) {
      if (id !== get().selectedId) set({ selectedId: id, picker: null });
      if (id && to) set({ jump: { to, annotationId: id }, drawer: to === 'text' ? null : get().drawer });
    },
    rememberCode: (codeId) => set((state) => ({ recentCodes: withRecent(state.recentCodes, codeId) })),
    showLayer(coderId) {
      const { open } = get();
      if (open && open.layer !== coderId) set({ open: showLayer(open, coderId), selectedId: null, picker: null });
    },
  };
}
