import { useEffect, useRef, useState } from 'react';
import { type Annotation, REPORTINGS } from '../../../shared/model/annotation.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { saidDay } from '../../../shared/text/said-day.ts';
import { recode } from '../../commands/acting.ts';
import { clearCue, setReporting } from '../../commands/coding-commands.ts';
import { useCommands } from '../../commands/context.tsx';
import { lineOf } from '../../commands/text.ts';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useStore } from '../../store/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { longDate } from '../parts/words.ts';
import css from './ClaimCard.module.css';

const FORMS = REPORTINGS.map((value) => ({ value, label: value }));

interface Props {
  readonly claim: Annotation;
  readonly text: string;
  /** The article's own day, `YYYY-MM-DD` or ''. */
  readonly published: string;
}

/** How the article brings the selected claim, to be edited: form, cue, day. */
export function FormRows({ claim, text, published }: Props) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const dayWanted = useStore((store) => store.jump?.to === 'day' && store.jump.annotationId === claim.id);
  const [dayShown, setDayShown] = useState(false);
  const hasDay = claim.utteredOn !== '' || dayShown || dayWanted;
  const hasCue = claim.cue.length > 0;
  return (
    <>
      <div className={css.role}>
        <span className={css.word}>speech</span>
        <Segmented
          compact
          label={`How it is reported (${keysOf('reporting')})`}
          options={FORMS}
          value={claim.reporting === '' ? null : claim.reporting}
          onChange={(to) => void context.turn(() => setReporting(context, claim, to ?? ''))}
        />
      </div>
      {hasCue && (
        <div className={css.role}>
          <span className={css.word}>cue</span>
          <div className={css.filled}>
            <Cue claim={claim} text={text} own />
          </div>
        </div>
      )}
      {hasDay && <DayRow claim={claim} published={published} />}
      {(!hasCue || !hasDay) && (
        <div className={css.role}>
          <span className={css.word} />
          <div className={css.filled}>
            {!hasCue && (
              <button
                type="button"
                className={css.quiet}
                title="Select the words that announce the claim, as “said”, then press the key"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void commandNamed('cue').run(context)}
              >
                cue <Kbd keys={keysOf('cue')} />
              </button>
            )}
            {!hasDay && (
              <button type="button" className={css.quiet} onClick={() => setDayShown(true)}>
                said on <Kbd keys={keysOf('day')} />
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** The words that announce a claim; pressing goes to them. */
function Cue({ claim, text, own }: { readonly claim: Annotation; readonly text: string; readonly own: boolean }) {
  const context = useCommands();
  const words = inQuotes(lineOf(text, claim.cue));
  return (
    <Chip
      onPress={() => context.editor?.reveal(claim.cue)}
      pressLabel={`Go to ${words} in the text`}
      onRemove={own ? () => void clearCue(context) : undefined}
      removeLabel={`Take the cue ${words} out of the claim`}
    >
      <bdi>{words}</bdi>
    </Chip>
  );
}

function DayRow({ claim, published }: Omit<Props, 'text'>) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const jump = useStore((store) => store.jump);
  const field = useRef<HTMLInputElement>(null);
  const day = useDraft({
    id: `${claim.id} day`,
    stored: claim.utteredOn,
    rest: null,
    problemOf: (typed) =>
      typed.trim() === '' || saidDay(typed, published) !== null
        ? null
        : `${inQuotes(typed.trim())} can’t be read as a day. Write it as 2031-03-11, 11 March 2031, yesterday, Tuesday, or -3 for three days before.`,
    async keep(typed) {
      const utteredOn = saidDay(typed, published) ?? '';
      if (utteredOn === claim.utteredOn) {
        day.drop();
        return true;
      }
      const say = utteredOn === '' ? 'No day any more' : `Said on ${longDate(utteredOn)}`;
      return (await recode(context, claim, { utteredOn }, say)) !== null;
    },
  });
  const wanted = jump?.to === 'day' && jump.annotationId === claim.id ? jump : null;
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    field.current?.select();
  }, [wanted]);
  const read = saidDay(day.value, published);
  return (
    <div className={css.role}>
      <span className={css.word}>said on</span>
      <div className={css.filled}>
        <input
          ref={field}
          className={css.day}
          aria-label={`Day on which it was said (${keysOf('day')})`}
          aria-invalid={day.problem === null ? undefined : true}
          placeholder="2031-03-11, Tuesday, -1"
          value={day.value}
          onChange={(event) => day.type(event.target.value)}
          onBlur={() => void day.keep()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Escape') day.drop();
            else if (day.problem !== null) return;
            context.editor?.focus();
          }}
        />
        <span className={css.beside}>
          {read !== null && read !== day.value && <strong>{longDate(read)} </strong>}
          {published === '' ? 'article without a date' : `published ${longDate(published)}`}
        </span>
        {day.problem !== null && (
          <p className={css.problem} role="alert">
            {day.problem}
          </p>
        )}
      </div>
    </div>
  );
}

/** The same of a claim that isn't selected, in one line; nothing while nothing is coded. */
export function FormLine({ claim, text }: Pick<Props, 'claim' | 'text'>) {
  const cue = claim.cue.length > 0 ? inQuotes(lineOf(text, claim.cue)) : '';
  const parts = [claim.reporting, cue, claim.utteredOn && longDate(claim.utteredOn)].filter((part) => part !== '');
  return parts.length === 0 ? null : <p className={css.form}>{parts.join(' · ')}</p>;
}
