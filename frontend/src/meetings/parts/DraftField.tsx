import { FormattedMessage, useIntl } from 'react-intl';
import type { KeyboardEvent, ReactNode } from 'react';
import type { TextRule } from '#domain/text-rules.ts';
import { Button } from '#ui/Button.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import type { Mutated } from '../../live/parts/use-mutate.ts';
import { problemWords } from '../../platform/parts/refusals.ts';
import css from './DraftField.module.css';
import { useFieldDraft } from '../use-field-draft.ts';
import type { KeptDraft } from '../field-draft.ts';

export type { KeptDraft } from '../field-draft.ts';

export interface DraftFieldProps {
  label: string;
  hideLabel?: boolean;
  aside?: ReactNode;
  hint?: ReactNode;
  placeholder?: string;
  value: string;
  rule: TextRule;
  field: string;
  save: (text: string, seen: string) => Promise<Mutated<unknown>>;
  rows?: number;
  /** One paragraph: Enter leaves the field instead of breaking the line. */
  oneLine?: boolean;
  isReadOnly?: boolean;
  className?: string;
  /** One's own alone: what was written meanwhile came from another device of theirs. */
  own?: boolean;
  /** Words that this device has and the server has not, from before the page was loaded. */
  kept?: KeptDraft | null;
  /** Told what is not saved yet, and null when all is. */
  onUnsaved?: (kept: KeptDraft | null) => void;
}

/** A text that saves itself; when somebody else has changed it meanwhile, theirs stands beside one's own. */
export function DraftField({
  value,
  rule,
  field,
  save,
  oneLine,
  rows = 1,
  own = false,
  kept,
  onUnsaved,
  ...rest
}: DraftFieldProps) {
  const intl = useIntl();
  const { draft, problem, type, flush, keepMine, takeTheirs } = useFieldDraft({
    value,
    rule,
    field,
    save,
    kept,
    onUnsaved,
  });
  return (
    <div className={css.field}>
      <TextArea
        {...rest}
        rows={rows}
        value={draft.text}
        onChange={(text) => type(oneLine ? text.replaceAll(/\s*\n\s*/g, ' ') : text)}
        onBlur={flush}
        onKeyDown={(event: KeyboardEvent) => {
          if (!oneLine || event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          (event.target as HTMLElement).blur();
        }}
        fault={problem ? problemWords(intl, problem) : undefined}
      />
      {draft.theirs !== null && (
        <div
          className={css.theirs}
          role="group"
          aria-label={intl.formatMessage(
            {
              id: 'plan.theirs.label',
              defaultMessage: '{own, select, true {Ændret på en anden enhed imens} other {Ændret af en anden imens}}',
            },
            { own },
          )}
        >
          <p className="small">
            <FormattedMessage
              id="plan.theirs"
              defaultMessage="{own, select, true {På en anden enhed har du imens skrevet:} other {En anden har imens skrevet:}}"
              values={{ own }}
            />
          </p>
          <blockquote>
            {draft.theirs === '' ? (
              <FormattedMessage id="plan.theirs.nothing" defaultMessage="(ingenting)" />
            ) : (
              draft.theirs
            )}
          </blockquote>
          <div className={css.choice}>
            <Button size="small" onPress={keepMine}>
              <FormattedMessage
                id="plan.theirs.mine"
                defaultMessage="{own, select, true {Behold teksten her} other {Behold min tekst}}"
                values={{ own }}
              />
            </Button>
            <Button size="small" onPress={takeTheirs}>
              <FormattedMessage
                id="plan.theirs.take"
                defaultMessage="{own, select, true {Brug den anden tekst} other {Brug den andens}}"
                values={{ own }}
              />
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
