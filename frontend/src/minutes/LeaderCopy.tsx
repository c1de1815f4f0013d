import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import type { LeaderCopyPartsFragment } from '../gql/graphql.ts';
import { NoteText } from '../notes/parts/NoteText.tsx';
import css from './LeaderCopy.module.css';

type Item = LeaderCopyPartsFragment['items'][number];
type Action = Item['actions'][number];

/** 48, of 2026-W48: a week as it travels. */
export const weekNumber = (week: string): number => Number(week.slice(-2));

/** What a leader reads of a meeting; shown before it is shared by what shows it afterwards. @param level of an item's heading */
export function LeaderCopy({ copy, level }: { copy: LeaderCopyPartsFragment; level: 2 | 3 | 4 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={css.copy}>
      {copy.purpose && <p className="voice">{copy.purpose}</p>}
      <ol className={css.items}>
        {copy.items.map((item) => (
          <li key={item.position} className={css.item}>
            <Heading className={css.heading}>
              <span className={css.number}>{item.position}</span> {item.title} <Markers of={item.markers} />
            </Heading>
            <NoteText doc={item.noteDoc} text={item.note} />
            <Outcome item={item} />
            {item.decisions.map((decision, n) => (
              <Agreed
                key={`decision-${n}`}
                head={<FormattedMessage id="minutes.decision" defaultMessage="Beslutning" />}
              >
                <p>{decision}</p>
              </Agreed>
            ))}
            {item.actions.map((action, n) => (
              <CopiedAction key={`action-${n}`} action={action} />
            ))}
            <Amendments texts={item.amendments} />
          </li>
        ))}
      </ol>
      {copy.note && (
        <section className={css.part}>
          <Heading className={css.heading}>
            <FormattedMessage id="minutes.note" defaultMessage="Mødets noter" />
          </Heading>
          <NoteText doc={copy.noteDoc} text={copy.note} />
        </section>
      )}
      <Amendments texts={copy.amendments} />
    </div>
  );
}

function Outcome({ item }: { item: Item }) {
  const intl = useIntl();
  const words = intl.formatMessage(
    {
      id: 'minutes.outcome',
      defaultMessage:
        '{outcome, select, DISCUSSED {Drøftet, ingen aftale.} CARRIED {Går videre til næste møde.} PARKED {Parkeret.} DROPPED {Sluppet: {reason}} other {}}',
    },
    { outcome: item.outcome ?? 'none', reason: item.outcomeReason ?? '' },
  );
  return words.trim() === '' ? null : <p className="ink2">{words}</p>;
}

function CopiedAction({ action }: { action: Action }) {
  const intl = useIntl();
  const who = action.takenOn ? [intl.formatMessage({ id: 'minutes.copy.team', defaultMessage: 'teamet' })] : [];
  const when = action.dueWeek
    ? [intl.formatMessage({ id: 'minutes.due', defaultMessage: 'uge {week}' }, { week: weekNumber(action.dueWeek) })]
    : [];
  return (
    <Agreed
      head={
        <FormattedMessage
          id="minutes.action"
          defaultMessage="{kind, select, TRIAL {Prøvehandling} TASK {Opgave} other {Aftale}}"
          values={{ kind: action.kind }}
        />
      }
    >
      <p>
        {action.title} <Markers of={action.markers} />
      </p>
      {action.expectedSigns.length > 0 && (
        <p className="small ink2">
          <FormattedMessage
            id="minutes.sign"
            defaultMessage="Tegn: »{sign}«"
            values={{ sign: action.expectedSigns.join(' ') }}
          />
        </p>
      )}
      <p className="small ink2">{[...who, ...when].join(', ')}</p>
    </Agreed>
  );
}

function Amendments({ texts }: { texts: readonly string[] }) {
  return texts.map((text, n) => (
    <Agreed key={n} head={<FormattedMessage id="minutes.amendment" defaultMessage="Tilføjelse" />}>
      <p>{text}</p>
    </Agreed>
  ));
}

const Agreed = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <div className={css.agreed}>
    <strong>{head}</strong>
    {children}
  </div>
);

const Markers = ({ of }: { of: Item['markers'] }) =>
  of.map((marker) => (
    <MarkerGlyph
      key={marker.position}
      slot={marker.slot}
      number={marker.position}
      label={`${marker.position}: ${marker.shortTitle}`}
      size={20}
    />
  ));
