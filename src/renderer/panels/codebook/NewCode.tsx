import { useState } from 'react';
import { nameProblem } from '../../../shared/codebook/names.ts';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import { NameField } from './NameField.tsx';
import css from './tree.module.css';
import { useAct } from './use-act.ts';

export interface NewCodeProps {
  readonly tree: CodeTree;
  readonly parentId: string | null;
  readonly depth: number;
  onDone(): void;
  onAdded(id: string): void;
}

/** The field for a new code: Enter adds it and begins the next one, Escape ends. */
export function NewCode(props: NewCodeProps) {
  const { tree, parentId, depth, onDone, onAdded } = props;
  const act = useAct();
  const [count, setCount] = useState(0);
  return (
    <div className={css.row} style={{ paddingInlineStart: `${0.5 + depth * 1.1}rem` }}>
      <span className={css.fold} />
      <NameField
        key={count}
        label="Name of the new code"
        initial=""
        placeholder="Name, then Enter"
        problem={(name) => nameProblem(tree, parentId, name, null)}
        onCancel={onDone}
        onName={async (name) => {
          const answer = await act('codes.add', { parentId, name }, `Added ${name}`);
          if (!answer) return;
          onAdded(answer.id);
          setCount((n) => n + 1);
        }}
      />
    </div>
  );
}
