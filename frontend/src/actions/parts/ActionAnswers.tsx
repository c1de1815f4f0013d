import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import css from './ActionCard.module.css';
import { ASK_FOR_HELP, NOT_YET, REFLECT, type ActionData } from './action.documents.ts';

/** The three answers of somebody who does it, as buttons: on the action's own page. */
export function ActionAnswers({ action }: { action: ActionData }) {
  const [writing, setWriting] = useState<'saw' | 'help' | null>(null);
  const [notYet] = useMutate(NOT_YET);
  if (writing === 'saw') return <SayWhatWeSaw action={action} onDone={() => setWriting(null)} />;
  if (writing === 'help') return <SayHelp action={action} onDone={() => setWriting(null)} />;
  return (
    <div className={css.buttons}>
      <Button variant="primary" onPress={() => setWriting('saw')}>
        <FormattedMessage id="actions.answer.saw" defaultMessage="Skriv, hvad vi så" />
      </Button>
      <Button variant="secondary" onPress={() => void notYet({ id: action.id })}>
        <FormattedMessage id="actions.answer.notYet" defaultMessage="Ikke endnu" />
      </Button>
      <Button variant="secondary" onPress={() => setWriting('help')}>
        <FormattedMessage id="actions.answer.help" defaultMessage="Bed om hjælp" />
      </Button>
    </div>
  );
}

/** "Skriv, hvad vi så". */
export function SayWhatWeSaw({ action, onDone }: { action: ActionData; onDone: () => void }) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [reflect, { pending, error }] = useMutate(REFLECT);
  const save = async () => {
    const { error: fault } = await reflect({ id: action.id, whatWeSaw: text });
    if (!fault) onDone();
  };
  return (
    <Write
      label={intl.formatMessage({ id: 'actions.saw.label', defaultMessage: 'Hvad så vi?' })}
      text={text}
      onText={setText}
      fault={error ? refusalWords(intl, error) : undefined}
      pending={pending}
      onSave={() => void save()}
      onCancel={onDone}
      save={intl.formatMessage({ id: 'actions.saw.save', defaultMessage: 'Skriv det ind' })}
    />
  );
}

/** "Bed om hjælp". */
export function SayHelp({ action, onDone }: { action: ActionData; onDone: () => void }) {
  const intl = useIntl();
  const [text, setText] = useState(action.helpWanted ?? '');
  const [ask, { pending, error }] = useMutate(ASK_FOR_HELP);
  const save = async () => {
    const { error: fault } = await ask({ id: action.id, text });
    if (!fault) onDone();
  };
  return (
    <Write
      label={intl.formatMessage({
        id: 'actions.help.label',
        defaultMessage: 'Hvad kunne I bruge hjælp til? Ressourcepersonen og skolens ledelse kan se det.',
      })}
      text={text}
      onText={setText}
      fault={error ? refusalWords(intl, error) : undefined}
      pending={pending}
      onSave={() => void save()}
      onCancel={onDone}
      save={intl.formatMessage({ id: 'actions.help.save', defaultMessage: 'Bed om hjælp' })}
    />
  );
}

interface WriteProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  fault: string | undefined;
  pending: boolean;
  onSave: () => void;
  onCancel: () => void;
  save: string;
}

function Write({ label, text, onText, fault, pending, onSave, onCancel, save }: WriteProps) {
  const intl = useIntl();
  return (
    <div className={css.write}>
      <TextArea
        label={label}
        hint={intl.formatMessage({ id: 'actions.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
        value={text}
        onChange={onText}
        fault={fault}
        rows={3}
        autoFocus
      />
      <div className={css.buttons}>
        <Button variant="secondary" onPress={onSave} pending={pending}>
          {save}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          <FormattedMessage id="actions.cancel" defaultMessage="Fortryd" />
        </Button>
      </div>
    </div>
  );
}
