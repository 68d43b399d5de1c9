import { useEffect, useMemo, useRef, useState } from 'react';
import { filterSize } from '../../../shared/model/filter.ts';
import { counted } from '../../../shared/text/counted.ts';
import type { MentionsAsked } from '../../store/state.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { JobLine } from '../parts/JobLine.tsx';
import { useJob } from '../parts/use-job.ts';
import { count } from '../parts/words.ts';
import { MentionList } from './MentionList.tsx';
import css from './mentions.module.css';
import { isStruck, mentionRows, placeKey } from './rows.ts';
import { MOST, type Mentions, type MentionsInput, useMentions } from './use-mentions.ts';

/** “Tag all mentions”: where the same words stand, each to be struck out, then one act. */
export function MentionsDialog() {
  const asked = useStore((store) => store.mentions);
  return asked && <Asked key={asked.annotationId} asked={asked} />;
}

type Scope = MentionsInput['scope'];

const NONE: ReadonlySet<string> = new Set();

function Asked({ asked }: { readonly asked: MentionsAsked }) {
  const client = useClient();
  const run = useStore((store) => store.run);
  const applied = useStore((store) => store.applied);
  const showMentions = useStore((store) => store.showMentions);
  const dropMentions = useStore((store) => store.dropMentions);
  const list = useRef<HTMLDivElement>(null);
  const job = useJob(client);
  const hasFilter = filterSize(asked.filter) > 0;
  const [scope, setScope] = useState<Scope>(hasFilter ? 'filter' : 'project');
  const [options, setOptions] = useState({ matchCase: false, matchAccents: false, aliases: true });
  const [toggled, setToggled] = useState(NONE);
  const input = useMemo(
    (): MentionsInput => ({ annotationId: asked.annotationId, filter: asked.filter, scope, ...options }),
    [asked, scope, options],
  );
  const { found, error } = useMentions(input);
  const rows = useMemo(() => (found ? mentionRows(found.places, found.articles) : []), [found]);
  const chosen = useMemo(() => found?.places.filter((place) => !isStruck(place, toggled)) ?? [], [found, toggled]);
  const close = () => showMentions(null);
  const toggle = (keys: readonly string[]) => {
    const next = new Set(toggled);
    for (const key of keys) if (!next.delete(key)) next.add(key);
    setToggled(next);
  };
  const strikeAll = (struck: boolean) =>
    toggle((found?.places ?? []).filter((place) => isStruck(place, toggled) !== struck).map(placeKey));
  const ready = found?.done === true && chosen.length > 0 && !job.running;
  const tag = async () => {
    if (!ready || !found) return;
    const places = chosen.map(({ articleId, start, end }) => ({ articleId, start, end }));
    const { annotationId } = asked;
    const answer = await job.run((id) =>
      run('mentions.tag', { annotationId, places, already: found.already, job: id }),
    );
    if (!answer) return;
    close();
    await applied(answer, { say: answer.notice });
  };
  // Undone meanwhile, or removed: there is nothing to be decided.
  const isGone = error?.code === 'not-found';
  useEffect(() => {
    if (isGone) dropMentions();
  }, [isGone, dropMentions]);
  const names = found?.first.names ?? [];
  const option = (name: keyof typeof options) => ({
    checked: options[name],
    disabled: job.running,
    onChange: () => setOptions({ ...options, [name]: !options[name] }),
  });
  const scopes: readonly (readonly [Scope, string])[] = [
    ['article', 'This article'],
    ...(hasFilter ? [['filter', 'Articles of the filter'] as const] : []),
    ['project', 'The whole project'],
  ];
  return (
    <Dialog
      open
      width="wide"
      initialFocus={list}
      onClose={close}
      unkept={toggled.size > 0}
      title={names[0] ? `Tag all mentions of “${names[0]}”` : 'Tag all mentions'}
      description={found && <About found={found} />}
      actions={
        <>
          <span className={css.keys}>
            <Kbd keys="Space" /> strikes out <Kbd keys="Ctrl+Enter" /> tags
          </span>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={!ready} onClick={() => void tag()}>
            {found?.done === false ? 'Looking…' : `Tag ${counted(chosen.length, 'mention')}`}
          </Button>
        </>
      }
    >
      {/* Keys of the whole dialog: its controls have their own. */}
      <div
        className={css.body}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) {
            event.preventDefault();
            void tag();
          }
        }}
      >
        <div className={css.options}>
          <div className={css.scopes} role="radiogroup" aria-label="Where to look">
            {scopes.map(([value, label]) => (
              <label key={value} className={css.scope}>
                <input
                  type="radio"
                  name="scope"
                  checked={scope === value}
                  disabled={job.running}
                  onChange={() => setScope(value)}
                />
                {label}
              </label>
            ))}
          </div>
          <div className={css.checks}>
            <Checkbox label="Same case" {...option('matchCase')} />
            <Checkbox label="Same accents" {...option('matchAccents')} />
            {found?.first.entity && (
              <Checkbox label={`Other names of ${found.first.entity.name}`} {...option('aliases')} />
            )}
          </div>
        </div>
        {names.length > 1 && <p className={css.names}>Looking for {names.map((name) => `“${name}”`).join(', ')}</p>}
        <ErrorNote error={isGone ? job.problem : (error ?? job.problem)} />
        <JobLine job={job} starting="Tagging" />
        {found && (
          <div className={css.sum}>
            <p role="status">
              <strong>{count(chosen.length)}</strong> of {counted(found.places.length, 'place')} in{' '}
              {counted(found.articles.size, 'article')} will be tagged
              {!found.done && `; looked at ${count(found.looked)} of ${counted(found.first.inReach, 'article')}`}
              {found.places.length >= MOST && '; no more than these in one act'}
            </p>
            <span className={css.all}>
              <Button look="quiet" onClick={() => strikeAll(true)}>
                Strike out all
              </Button>
              <Button look="quiet" onClick={() => strikeAll(false)}>
                Take all
              </Button>
            </span>
          </div>
        )}
        {found?.done && found.places.length === 0 ? (
          <p className={css.none}>
            {found.already > 0
              ? 'Every other place with these words is tagged already.'
              : 'These words stand nowhere else.'}
          </p>
        ) : (
          <MentionList place={list} rows={rows} toggled={toggled} onToggle={toggle} />
        )}
      </div>
    </Dialog>
  );
}

/** What each of them gets, and what was left out. */
function About({ found }: { readonly found: Mentions }) {
  const { kind, entity } = found.first;
  const left = [
    found.already > 0 && `${counted(found.already, 'place is', 'places are')} tagged so already`,
    found.others > 0 && `${counted(found.others, 'is', 'are')} linked to someone or something else`,
  ].filter(Boolean);
  return (
    <>
      Each becomes {kind === 'actor' ? 'an actor' : `a ${kind}`} of yours
      {entity && (
        <>
          , linked to <bdi>{entity.name}</bdi>
        </>
      )}
      . {left.length > 0 && `Left out: ${left.join('; ')}.`}
    </>
  );
}
