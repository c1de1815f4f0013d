import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Card, CardFoot } from '#ui/Card.tsx';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { markerWords } from '../../meetings/parts/meeting-words.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import css from './ActionCard.module.css';
import { SayHelp, SayWhatWeSaw } from './ActionAnswers.tsx';
import { NOT_YET, type ActionData } from './action.documents.ts';
import { actionKindWords, dueWords, outcomeWords, stateWords } from './action-words.ts';
import { serverNow } from '../../platform/parts/server-clock.ts';

export interface ActionCardProps {
  action: ActionData;
  /** The person's own id: the others who do it are named "sammen med". */
  viewerId: string;
  /** The three large answers. */
  answers?: boolean;
  /** The state whose heading it stands under, which needs not be said again. */
  under?: string;
}

/** An action as its team sees it: the title first, then the sign to look for, then who and when. */
export function ActionCard({ action, viewerId, answers = false, under }: ActionCardProps) {
  const intl = useIntl();
  const [writing, setWriting] = useState<'saw' | 'help' | null>(null);
  const [notYet, { error }] = useMutate(NOT_YET);
  const [today] = useState(() => copenhagenDate(serverNow()));
  const isOpen = action.state !== 'CLOSED' && action.state !== 'ABANDONED';
  const due = isOpen ? dueWords(intl, action.dueOn ?? null, action.state, today) : null;
  const others = (action.responsible ?? []).filter((person) => person.id !== viewerId);
  return (
    <Card
      as="li"
      foot={
        answers && isOpen && writing === null ? (
          <CardFoot
            label={action.title}
            actions={[
              {
                id: 'saw',
                label: intl.formatMessage({ id: 'actions.answer.saw', defaultMessage: 'Skriv, hvad vi så' }),
                onPress: () => setWriting('saw'),
              },
              {
                id: 'later',
                label: intl.formatMessage({ id: 'actions.answer.notYet', defaultMessage: 'Ikke endnu' }),
                onPress: () => void notYet({ id: action.id }),
              },
              {
                id: 'help',
                label: intl.formatMessage({ id: 'actions.answer.help', defaultMessage: 'Bed om hjælp' }),
                onPress: () => setWriting('help'),
              },
            ]}
          />
        ) : undefined
      }
    >
      <div className={css.card}>
        <h3>
          <Link href={`/handling/${action.id}`} look="plain">
            {action.title}
          </Link>
        </h3>
        {isOpen && action.expectedSigns.length > 0 && (
          <p>
            <span className="ink2 small">
              <FormattedMessage id="actions.sign" defaultMessage="Tegn" />
            </span>{' '}
            {action.expectedSigns.join(' ')}
          </p>
        )}
        {(action.reflections ?? []).slice(-1).map((reflection) => (
          <p key={reflection.id} className="voice">
            »{reflection.whatWeSaw || reflection.whatWeTried || reflection.whatWeLearned}«
          </p>
        ))}
        <p className={css.meta}>
          {action.markers.map((marker) => (
            <MarkerGlyph
              key={marker.id}
              slot={marker.slot}
              number={marker.position}
              label={markerWords(intl, marker)}
              size={20}
            />
          ))}
          {action.kind !== 'TRIAL' && <span>{actionKindWords(intl, action.kind)}</span>}
          {(action.outcome || action.state !== under) && (
            <span>
              {action.state === 'CLOSED' && action.outcome
                ? outcomeWords(intl, action.outcome)
                : stateWords(intl, action.state)}
            </span>
          )}
          {others.length > 0 && (
            <span>
              <FormattedMessage
                id="actions.with"
                defaultMessage="{mine, select, yes {sammen med {names}} other {{names}}}"
                values={{
                  mine: others.length < (action.responsible ?? []).length ? 'yes' : 'no',
                  names: intl.formatList(others.map((person) => person.displayName.split(' ')[0]!)),
                }}
              />
            </span>
          )}
          {due && <span>{due}</span>}
        </p>
        {action.helpWanted && (
          <p className="small ink2">
            <FormattedMessage
              id="actions.helpWanted"
              defaultMessage="I har bedt om hjælp: {text}"
              values={{ text: action.helpWanted }}
            />
          </p>
        )}
        {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
        {writing === 'saw' && <SayWhatWeSaw action={action} onDone={() => setWriting(null)} />}
        {writing === 'help' && <SayHelp action={action} onDone={() => setWriting(null)} />}
      </div>
    </Card>
  );
}
