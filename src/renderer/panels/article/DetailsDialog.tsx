import { type FormEvent, useState } from 'react';
import { type Article, type ArticleFields, articleFields } from '../../../shared/model/article.ts';
import { change } from '../../commands/acting.ts';
import { useCommands } from '../../commands/context.tsx';
import { removeArticle } from '../../commands/removing.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import css from './ArticlePane.module.css';
import { removalWords } from './removal-words.ts';

const FORM = 'article-details';

/** The fields of the open article, to be corrected, and the way to take it out of the project. */
export function DetailsDialog() {
  const shown = useStore((store) => store.sheet === 'details');
  const coders = useStore((store) => store.project?.coders);
  // Not the open article itself, which is another one with every tag.
  const article = useStore((store) => store.open?.article ?? null);
  const everyone = useStore((store) => store.open?.everyone);
  const showSheet = useStore((store) => store.showSheet);
  const context = useCommands();
  const [removing, setRemoving] = useState(false);
  const close = () => showSheet(null);
  const remove = () => {
    setRemoving(false);
    close();
    void removeArticle(context);
  };
  return (
    <Dialog
      open={shown && article !== null}
      unkept="typed"
      onClose={close}
      title="About this article"
      {...(article?.fileName ? { description: `From the file ${article.fileName}` } : {})}
      actions={
        <>
          <Button look="danger" className={css.remove} onClick={() => setRemoving(true)}>
            Remove from the project…
          </Button>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form={FORM}>
            Save
          </Button>
        </>
      }
    >
      {article && <DetailsForm key={article.id} article={article} onDone={close} />}
      {article && everyone && (
        <ConfirmDialog
          open={removing}
          title="Remove this article?"
          // Only while it may be asked: this is drawn anew with every tag, and an article may have thousands.
          words={shown ? removalWords(article.title, everyone.values(), coders ?? []) : ''}
          yes="Remove from the project"
          no="Keep it"
          onYes={remove}
          onNo={() => setRemoving(false)}
        />
      )}
    </Dialog>
  );
}

const FIELDS: readonly { readonly name: keyof ArticleFields; readonly label: string; readonly help?: string }[] = [
  { name: 'title', label: 'Title' },
  { name: 'outlet', label: 'Outlet' },
  { name: 'date', label: 'Date', help: 'Leave it empty when it isn’t known.' },
  { name: 'author', label: 'Author' },
  { name: 'language', label: 'Language', help: 'A tag such as en, de or pt-BR.' },
  { name: 'url', label: 'Address (URL)' },
];

function DetailsForm({ article, onDone }: { readonly article: Article; onDone(): void }) {
  const context = useCommands();
  const [fields, setFields] = useState<ArticleFields>(() => articleFields(article));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await change(context, 'articles.update', { id: article.id, fields })) onDone();
  };
  return (
    <form id={FORM} className={css.form} onSubmit={(event) => void submit(event)}>
      {FIELDS.map(({ name, label, help }) => (
        <Field
          key={name}
          label={label}
          help={help}
          type={name === 'date' ? 'date' : 'text'}
          dir={name === 'title' ? 'auto' : undefined}
          className={name === 'title' || name === 'url' ? css.wide : undefined}
          value={fields[name]}
          onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
        />
      ))}
    </form>
  );
}
