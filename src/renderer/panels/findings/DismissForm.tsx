import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import css from './findings.module.css';

/** What is often the reason; the first one stands there already. */
const REASONS = ['It is meant so', 'Nobody says it', 'The article doesn’t tell'] as const;

export interface DismissFormProps {
  /** The reason given last: the next one is often the same. '' for none. */
  readonly last: string;
  onDismiss(reason: string): void;
  onLeave(): void;
}

/** Asks why a finding can be left. Enter takes what stands there. */
export function DismissForm({ last, onDismiss, onLeave }: DismissFormProps) {
  const [reason, setReason] = useState(last || REASONS[0]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  const give = (why: string) => {
    if (why.trim() !== '') onDismiss(why.trim());
  };
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        give(reason);
      }}
    >
      <Field
        label="Why can it be left?"
        value={reason}
        maxLength={500}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onLeave();
        }}
        onChange={(event) => setReason(event.target.value)}
        error={reason.trim() === '' ? 'Say why, so that it can be understood later.' : null}
      />
      <div className={css.acts}>
        <Button type="submit" look="primary" disabled={reason.trim() === ''}>
          Dismiss
        </Button>
        {REASONS.filter((one) => one !== reason).map((one) => (
          <Button key={one} onClick={() => give(one)}>
            {one}
          </Button>
        ))}
      </div>
    </form>
  );
}
