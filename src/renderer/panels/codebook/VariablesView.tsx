import { Plus, SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { typeWords } from '../../../shared/codebook/describe.ts';
import { type Kind, KINDS } from '../../../shared/model/kind.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChoiceRow, Rows } from '../../ui/Rows.tsx';
import { Split } from '../../ui/Split.tsx';
import css from './VariablesView.module.css';
import { useAct } from './use-act.ts';
import { useWish } from './use-wish.ts';
import { VariableForm } from './VariableForm.tsx';

const KIND_HEADS: Readonly<Record<Kind, string>> = {
  claim: 'Of claims',
  actor: 'Of actors',
  venue: 'Of venues',
};

/** What is recorded of each kind, in order, and the chosen variable to edit. */
export function VariablesView({ uses }: { readonly uses: Readonly<Record<string, number>> }) {
  const variables = useStore((store) => store.codebook.variables);
  const chosenId = useStore((store) => store.codebookView.variableId);
  const view = useStore((store) => store.viewCodebook);
  const act = useAct();
  const typed = useStore((store) => store.codebookView.typed);
  // A new one that was begun and left is there again.
  const [adding, setAdding] = useState<Kind | null>(() => KINDS.find((kind) => typed.has(`new ${kind}`)) ?? null);
  const holdVariable = useStore((store) => store.holdVariable);
  useEffect(() => {
    // Of one that is gone nothing can be kept.
    const ids = new Set(variables.map(({ id }) => id));
    for (const key of typed.keys()) if (!key.startsWith('new ') && !ids.has(key)) holdVariable(key, null);
  }, [variables, typed, holdVariable]);
  useWish('new-variable', () => setAdding('claim'));
  const chosen =
    variables.find((variable) => variable.id === chosenId) ??
    variables.find(({ kind }) => kind === 'claim') ??
    variables[0];

  if (variables.length === 0 && adding === null) {
    return (
      <EmptyState
        icon={<SlidersHorizontal size={32} />}
        title="No variables yet"
        actions={
          <>
            <Button look="primary" onClick={() => void act('codebook.starter', {}, 'Stance and form are there now')}>
              Start with stance and form
            </Button>
            <Button onClick={() => setAdding('claim')}>
              <Plus size={16} aria-hidden />
              New variable
            </Button>
          </>
        }
      >
        A variable is what you record of each claim, actor or venue: a choice, yes or no, a number, a date, some words.
        Stance and form, both of claims, are what most studies begin with; everything in them can be changed.
      </EmptyState>
    );
  }
  const move = (id: string, kind: Kind, step: 1 | -1) => {
    const ids = variables.filter((variable) => variable.kind === kind).map((variable) => variable.id);
    const at = ids.indexOf(id);
    const to = at + step;
    if (to < 0 || to >= ids.length) return;
    const next = ids.toSpliced(at, 1).toSpliced(to, 0, id);
    void act('variables.reorder', { kind, ids: next }, 'Moved');
  };
  return (
    <Split
      listLabel="Variables"
      label="The chosen variable"
      list={
        <div className={css.kinds}>
          {(['claim', 'actor', 'venue'] satisfies Kind[]).map((kind) => {
            const own = variables.filter((variable) => variable.kind === kind);
            return (
              <section key={kind} aria-label={KIND_HEADS[kind]}>
                <div className={css.kindHead}>
                  <h2 className="label">{KIND_HEADS[kind]}</h2>
                  <Button look="quiet" onClick={() => setAdding(kind)} aria-label={`New variable of ${kind}s`}>
                    <Plus size={16} aria-hidden />
                    New
                  </Button>
                </div>
                {own.length === 0 && <p className="soft">None.</p>}
                <Rows>
                  {own.map((variable) => (
                    <ChoiceRow
                      key={variable.id}
                      chosen={adding === null && variable.id === chosen?.id}
                      aside={variable.retired ? 'retired' : typeWords(variable.type)}
                      title="Alt with ↑ or ↓ moves it"
                      onClick={() => {
                        setAdding(null);
                        view({ variableId: variable.id });
                      }}
                      onKeyDown={(event) => {
                        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                        event.preventDefault();
                        move(variable.id, kind, event.key === 'ArrowDown' ? 1 : -1);
                      }}
                    >
                      {variable.name}
                      {typed.has(variable.id) && <span className={css.required}> changed, not kept</span>}
                      {variable.required && <span className={css.required}> required</span>}
                    </ChoiceRow>
                  ))}
                </Rows>
              </section>
            );
          })}
        </div>
      }
    >
      {adding ? (
        <VariableForm
          key={`new ${adding}`}
          kind={adding}
          variable={null}
          used={0}
          onDone={(id) => {
            setAdding(null);
            if (id) view({ variableId: id });
          }}
        />
      ) : (
        chosen && (
          <VariableForm
            key={`${chosen.id} ${chosen.updatedAt}`}
            kind={chosen.kind}
            variable={chosen}
            used={uses[chosen.id] ?? 0}
            onDone={() => undefined}
          />
        )
      )}
    </Split>
  );
}
