import type { Handlers } from '../../../shared/api/dispatch.ts';
import { codeTable } from '../../db/codes.ts';
import { variableTable } from '../../db/variables.ts';
import type { Context } from '../context.ts';

/** The codebook, to read. */
export const codebookReading: Pick<Handlers<Context>, 'codebook.get'> = {
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
};
