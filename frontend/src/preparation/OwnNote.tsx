import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { TEXT_LIMITS } from '#domain/text-rules.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { DraftField, type KeptDraft } from '../meetings/parts/DraftField.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import { keepNote, keptNote } from './kept-note.ts';
import css from './Preparation.module.css';
import { SAVE_PREPARATION_NOTE } from './parts/preparation.documents.ts';

/** What I have prepared, in my own words; it saves itself. */
export function OwnNote({
  meetingId,
  personId,
  text,
  isReadOnly,
}: {
  meetingId: string;
  personId: string;
  text: string;
  isReadOnly: boolean;
}) {
  const intl = useIntl();
  const [kept] = useState(() => keptNote(personId, meetingId));
  const [save] = useMutate(SAVE_PREPARATION_NOTE, { again: true });
  const [fault, setFault] = useState<unknown>(null);
  const keep = useCallback((draft: KeptDraft | null) => keepNote(personId, meetingId, draft), [personId, meetingId]);
  return (
    <div className={css.note}>
      <DraftField
        label={intl.formatMessage({ id: 'preparation.note', defaultMessage: 'Det har jeg forberedt' })}
        aside={intl.formatMessage({ id: 'preparation.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        hint={intl.formatMessage({
          id: 'preparation.note.hint',
          defaultMessage: 'Et par linjer er nok. Teamet og dem, der er med til mødet, kan læse dem.',
        })}
        field="text"
        rows={4}
        own
        value={text}
        kept={kept}
        onUnsaved={keep}
        rule={{ max: TEXT_LIMITS.paragraph }}
        isReadOnly={isReadOnly}
        save={async (words, seen) => {
          const answer = await save({ meetingId, text: words, seen });
          // What is wrong with the words is said at the field itself.
          setFault(answer.refusal?.code === 'STEP_NOT_POSSIBLE' ? answer.error : null);
          return answer;
        }}
      />
      {fault !== null && <p role="alert">{refusalWords(intl, fault)}</p>}
    </div>
  );
}
