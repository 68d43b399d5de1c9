import type { Annotation } from '../../../shared/model/annotation.ts';
import { ROLE_NAME } from '../../../shared/model/role.ts';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { KindChip } from '../parts/KindChip.tsx';
import card from './ClaimCard.module.css';
import { Completeness } from './Completeness.tsx';
import { PrecedentsNote } from '../precedents/PrecedentsNote.tsx';
import { EntityLine } from '../entities/EntityLine.tsx';
import { MemoEditor } from './MemoEditor.tsx';
import css from './RecordPane.module.css';
import { Tools } from './Tools.tsx';
import { Values } from './ClaimCard.tsx';
import { ValueFields } from './ValueFields.tsx';
import { ValueList } from './ValueList.tsx';
import { wordsOf } from './words.ts';
import { useWithKeys } from '../../commands/key-words.ts';
import { clip } from '../../../shared/text/shorten.ts';

/** Characters that are shown of a claim. */
const SHOWN = 90;

export interface SelectedPartProps {
  readonly open: OpenState;
  readonly annotation: Annotation;
  readonly own: boolean;
}

/** The selected actor or venue: its words, the claims that it plays a part in, its memo. */
export function SelectedPart({ open, annotation, own }: SelectedPartProps) {
  const select = useStore((store) => store.select);
  const withKeys = useWithKeys();
  const links = open.links.ofTarget(annotation.id);
  return (
    <section
      className={classes(css.part, css[annotation.kind])}
      aria-label={`Selected ${annotation.kind}`}
      data-card={annotation.id}
    >
      <p className={css.kind}>{annotation.kind}</p>
      <button type="button" className={css.name} onClick={() => select(annotation.id, 'text')}>
        <bdi>{wordsOf(open.text, annotation)}</bdi>
      </button>
      <Completeness record={annotation} links={links} />
      <EntityLine annotation={annotation} own={own} />
      {links.length === 0 ? (
        <p className={css.none}>
          {withKeys(
            annotation.kind === 'venue'
              ? 'In no claim yet. Select a claim and press {link-venue}, {link-venue-proposed} or {link-venue-held} to link it.'
              : 'In no claim yet. Select a claim and press {link-claimant}, {link-addressee}, {link-about} or {link-relay} to link it.',
          )}
        </p>
      ) : (
        <ul className={css.plays}>
          {links.map((link) => {
            const claim = open.everyone.get(link.claimId);
            if (!claim) return null;
            return (
              <li key={link.id}>
                <span className={card.word}>{ROLE_NAME[link.role]} of</span>
                <KindChip kind="claim" onPress={() => select(claim.id, 'text')} pressLabel="Go to this claim">
                  <bdi>{clip(wordsOf(open.text, claim), SHOWN)}</bdi>
                </KindChip>
              </li>
            );
          })}
        </ul>
      )}
      <Values annotation={annotation} />
      {!own && <ValueList annotation={annotation} />}
      {own ? (
        <>
          <ValueFields key={`values ${annotation.id}`} annotation={annotation} />
          <PrecedentsNote annotationId={annotation.id} />
          <MemoEditor key={annotation.id} annotation={annotation} />
          <Tools annotation={annotation} />
        </>
      ) : (
        annotation.memo !== '' && <p className={card.memo}>{annotation.memo}</p>
      )}
    </section>
  );
}
