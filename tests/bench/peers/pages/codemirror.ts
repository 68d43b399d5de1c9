import { EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { type Kind, KINDS } from '../../../../src/shared/model/kind.ts';
import type { Target } from '../../targets.ts';
import '../../surface.ts';
import { keep, startPage } from './page.ts';

/*
 * CodeMirror 6 with a mark for every annotation. Paragraphs are its lines, so what lies behind the nth paragraph is n units
 * further to the front than in the article, where a blank line stands between two.
 */

interface Mark {
  readonly id: string;
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

const add = StateEffect.define<Mark>();
const remove = StateEffect.define<Mark>();

const toRange = ({ id, kind, from, to }: Mark) => Decoration.mark({ class: `an an-${kind}`, id }).range(from, to);

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = set;
    for (const effect of transaction.effects) {
      if (effect.is(add)) next = next.update({ add: [toRange(effect.value)] });
      if (effect.is(remove)) {
        const { id, from, to } = effect.value;
        next = next.update({ filter: (_from, _to, { spec }) => spec.id !== id, filterFrom: from, filterTo: to });
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const looks = EditorView.theme({
  '.cm-scroller': { font: '1.1875rem / 1.55 "Source Serif 4 Variable", serif' },
  '.cm-line': { padding: '0.42em 2.25rem' },
});

let view: EditorView | null = null;

void startPage({
  open(place, { text, annotations }) {
    const paragraphs = text.split('\n\n');
    const starts: number[] = [];
    for (let n = 0, at = 0; n < paragraphs.length; n++) {
      starts.push(at);
      at += (paragraphs[n]?.length ?? 0) + 2;
    }
    const ranges = annotations.map(({ id, kind, fragments }) => {
      const [{ start, end } = { start: 0, end: 0 }] = fragments;
      const shift = indexOf(starts, start);
      return toRange({ id, kind, from: start - shift, to: end - shift });
    });
    view = new EditorView({
      parent: place,
      state: EditorState.create({
        doc: paragraphs.join('\n'),
        extensions: [
          EditorView.lineWrapping,
          EditorState.readOnly.of(true),
          looks,
          marks.init(() => RangeSet.of(ranges, true)),
        ],
      }),
    });
  },
  close: () => view?.destroy(),
});

/** The last start at or before an offset. */
function indexOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

let selected: Target | null = null;
let current: Mark | null = null;

window.benchSurface = {
  show: ({ start, paragraph }) => {
    view?.dispatch({ effects: EditorView.scrollIntoView(start - paragraph, { y: 'center' }) });
  },
  paragraph({ start, paragraph }) {
    const { node } = view?.domAtPos(start - paragraph) ?? { node: null };
    const element = node instanceof Element ? node : (node?.parentElement ?? null);
    return element?.closest('.cm-line') ?? null;
  },
  select(target) {
    selected = target;
    const from = target.start - target.paragraph;
    view?.focus();
    view?.dispatch({ selection: { anchor: from, head: from + target.to - target.from } });
  },
};

/** The same keys as Parley's: a digit tags, with Shift it retypes, Delete removes, Ctrl+Z brings back. */
async function act(event: KeyboardEvent): Promise<void> {
  if (!selected || !view) return;
  const digit = /^Digit([123])$/.exec(event.code)?.[1];
  const kind = digit === undefined ? undefined : KINDS[Number(digit) - 1];
  const from = selected.start - selected.paragraph;
  const before = current;
  if (kind) current = { id: `${from} ${kind}`, kind, from, to: from + selected.to - selected.from };
  else if (!['Delete', 'z'].includes(event.key)) return;
  event.preventDefault();
  await keep(current);
  const effects: StateEffect<Mark>[] = [];
  if (event.key === 'Delete' && before) effects.push(remove.of(before));
  if (event.shiftKey && before) effects.push(remove.of(before));
  if (event.key !== 'Delete' && current) effects.push(add.of(current));
  view.dispatch({ effects });
}

window.addEventListener('keydown', (event) => void act(event));
