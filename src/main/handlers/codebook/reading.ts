import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { CodebookAct } from '../../../shared/api/methods/codebook.ts';
import { describeChange } from '../../../shared/codebook/describe.ts';
import { planStarter } from '../../../shared/codebook/starter.ts';
import { codeTable } from '../../db/codes.ts';
import { codebookLog, type LoggedAct } from '../../db/codebook-log.ts';
import { coderTable } from '../../db/coders.ts';
import { variableTable } from '../../db/variables.ts';
import type { Context } from '../context.ts';
import { CodebookDesk, namesIn } from './desk.ts';
import { previewOf } from './preview.ts';

/** Lines that are shown of an act. */
const MOST_LINES = 20;

type ReadingMethod = 'codebook.get' | 'codebook.log' | 'codebook.preview' | 'codebook.starter';

/** The codebook, its log and what acts would do; and what to begin with. */
export const codebookReading: Pick<Handlers<Context>, ReadingMethod> = {
  'codebook.get'(context) {
    const { db } = context.session.need();
    return {
      codes: codeTable(db).all(),
      variables: variableTable(db).all(),
      uses: {
        codes: Object.fromEntries(codeTable(db).uses()),
        variables: Object.fromEntries(variableTable(db).uses()),
      },
    };
  },

  'codebook.log'(context, { before, limit }) {
    const desk = new CodebookDesk(context);
    const found = codebookLog(desk.db).acts(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    const { id, name } = context.user.coder();
    const names = new Map(
      coderTable(desk.db)
        .all()
        .map((coder) => [coder.id, coder.name]),
    );
    const nameOf = (authorId: string): string => names.get(authorId) ?? (authorId === id ? name : '');
    return {
      acts: found.slice(0, limit).map((act) => toAct(desk, act, nameOf(act.authorId))),
      more: found.length > limit,
    };
  },

  'codebook.starter'(context) {
    const desk = new CodebookDesk(context);
    const changes = planStarter(desk.variables, () => desk.newId(), desk.now);
    return desk.commit('start with the variables “Stance” and “Form”', { changes });
  },

  'codebook.preview': (context, input) => previewOf(new CodebookDesk(context), input),
};

function toAct(desk: CodebookDesk, act: LoggedAct, coder: string): CodebookAct {
  const { seq, at, kind, label } = act;
  const log = codebookLog(desk.db);
  // What was taken back or done again is told by the act itself.
  const changes = kind === 'do' ? log.changes(seq) : [];
  const nameOf = namesIn(changes, desk.tree);
  const lines = changes.flatMap((change) => describeChange(change, nameOf));
  return {
    seq,
    coder,
    at,
    kind,
    label,
    undone: act.isUndone === 1,
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
    annotations: kind === 'do' ? log.annotations(seq) : 0,
  };
}
