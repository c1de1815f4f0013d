import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { useServerClock } from '../live/parts/live-context.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import css from './RoundPanel.module.css';
import type { Rounds } from './use-rounds.ts';

const BEAT_MS = 5_000;

type RoundData = NonNullable<MeetingData['round']>;

/** Whose turn it is, large enough for the room, and who comes after. */
export function RoundPanel({ meeting, rounds, mayRun }: { meeting: MeetingData; rounds: Rounds; mayRun: boolean }) {
  const { round } = meeting;
  if (!round) return null;
  return <Turn meeting={meeting} round={round} rounds={rounds} mayRun={mayRun} />;
}

function Turn({
  meeting,
  round,
  rounds,
  mayRun,
}: {
  meeting: MeetingData;
  round: RoundData;
  rounds: Rounds;
  mayRun: boolean;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const names = round.speakerIds.map(
    (id) => meeting.participants.find((one) => one.person?.id === id)?.person?.displayName ?? '',
  );
  const speaker = names[round.at] ?? '';
  const rest = names.slice(round.at + 1);
  const [next] = rest;
  const turn = `${round.id} ${round.speakerIds[round.at] ?? ''}`;
  const told = useRef('');
  useEffect(() => {
    if (told.current === turn) return;
    told.current = turn;
    announce(intl.formatMessage({ id: 'meetings.round.turn', defaultMessage: '{name} har ordet' }, { name: speaker }));
  }, [turn, speaker, announce, intl]);
  return (
    <section className={css.round} aria-labelledby="round-title">
      <h2 id="round-title" className={css.kicker}>
        <FormattedMessage
          id="meetings.round.title"
          defaultMessage="Runde, {number} af {count}"
          values={{ number: round.at + 1, count: names.length }}
        />
      </h2>
      <p className={css.speaker}>{speaker}</p>
      <p className="ink2">
        <TurnTime round={round} />
        {next !== undefined && (
          <>
            {' '}
            <FormattedMessage
              id="meetings.round.then"
              defaultMessage="Derefter {names}."
              values={{ names: intl.formatList(rest) }}
            />
          </>
        )}
      </p>
      {mayRun && (
        <div className={css.foot}>
          <Button onPress={rounds.next}>
            {next === undefined ? (
              <FormattedMessage id="meetings.round.done" defaultMessage="Runden er slut" />
            ) : (
              <FormattedMessage id="meetings.round.next" defaultMessage="Videre til {name}" values={{ name: next }} />
            )}
          </Button>
          {next !== undefined && (
            <Button variant="quiet" onPress={rounds.pass}>
              <FormattedMessage id="meetings.round.pass" defaultMessage="Spring mig over" />
            </Button>
          )}
          {next !== undefined && (
            <Button variant="quiet" onPress={rounds.end}>
              <FormattedMessage id="meetings.round.end" defaultMessage="Slut runden" />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** What each has, and, once it has gone, that it has: nothing counts down on anybody. */
function TurnTime({ round }: { round: RoundData }) {
  const now = useServerClock(BEAT_MS);
  const isUp = now - Date.parse(round.turnStartedAt) >= round.seconds * 1_000;
  const values = { time: <Seconds seconds={round.seconds} /> };
  return isUp ? (
    <FormattedMessage id="meetings.round.up" defaultMessage="De {time} er gået." values={values} />
  ) : (
    <FormattedMessage id="meetings.round.each" defaultMessage="Omkring {time} til hver." values={values} />
  );
}

function Seconds({ seconds }: { seconds: number }) {
  return seconds % 60 === 0 ? (
    <FormattedMessage
      id="meetings.round.minutes"
      defaultMessage="{minutes, plural, one {# minut} other {# minutter}}"
      values={{ minutes: seconds / 60 }}
    />
  ) : (
    <FormattedMessage id="meetings.round.seconds" defaultMessage="{seconds} sekunder" values={{ seconds }} />
  );
}
