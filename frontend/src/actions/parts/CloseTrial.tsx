import { useState } from 'react';
import { useIntl } from 'react-intl';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { MOVE_ACTION, type ActionData } from './action.documents.ts';
import { outcomeWords } from './action-words.ts';
import css from './ActionCard.module.css';

/** Fasthold, justér or stop, with what we saw. Justér gives birth to the next. */
export function CloseTrial({ action, onDone }: { action: ActionData; onDone?: () => void }) {
  const intl = useIntl();
  const [saw, setSaw] = useState('');
  const [move, { error }] = useMutate(MOVE_ACTION);
  const close = async (outcome: string) => {
    const { error: fault } = await move({
      id: action.id,
      seenRevision: action.revision,
      event: 'CLOSE',
      outcome,
      whatWeSaw: saw,
    });
    if (!fault) onDone?.();
  };
  return (
    <div className={css.write}>
      <TextArea
        label={intl.formatMessage({ id: 'actions.saw.label', defaultMessage: 'Hvad så vi?' })}
        hint={intl.formatMessage({ id: 'actions.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={saw}
        onChange={setSaw}
        rows={2}
        fault={error ? refusalWords(intl, error) : undefined}
      />
      <SegmentedControl
        label={intl.formatMessage(
          { id: 'actions.decide', defaultMessage: 'Hvad gør vi nu med {title}?' },
          { title: action.title },
        )}
        segments={['KEEP', 'ADJUST', 'STOP'].map((one) => ({ id: one, label: outcomeWords(intl, one) }))}
        value={null}
        onChange={(outcome) => void close(outcome)}
        wide
      />
    </div>
  );
}
