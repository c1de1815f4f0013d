import { FormattedMessage, useIntl } from 'react-intl';
import { isoWeek } from '#domain/iso-week.ts';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import css from './ClosingRound.module.css';
import { markerWords } from './parts/meeting-words.ts';
import type { MeetingData } from './parts/meeting.documents.ts';
import { inOrder } from './parts/run-time.ts';

type ActionData = NonNullable<MeetingData['actions']>[number];

/** Decisions and actions, large enough to be read aloud from. */
export function ReadBack({ meeting }: { meeting: MeetingData }) {
  const decisions = meeting.decisions ?? [];
  const actions = meeting.actions ?? [];
  const titles = new Map(inOrder(meeting.items).map((item) => [item.id, item.title]));
  return (
    <>
      <section aria-labelledby="read-decisions">
        <h2 id="read-decisions">
          <FormattedMessage id="meetings.closing.decisions" defaultMessage="Beslutninger" />
        </h2>
        {decisions.length === 0 ? (
          <p className="ink2">
            <FormattedMessage
              id="meetings.closing.noDecisions"
              defaultMessage="Der er ikke skrevet beslutninger ind."
            />{' '}
            {meeting.state === 'IN_PROGRESS' && (
              <FormattedMessage
                id="meetings.closing.writeDecision"
                defaultMessage="Skal noget stå her, så åbn punktet i dagsordenen."
              />
            )}
          </p>
        ) : (
          <ul className={css.large}>
            {decisions.map((decision) => (
              <li key={decision.id}>
                <span className={css.said}>{decision.text}</span>
                <span className="small ink2">{titles.get(decision.itemId)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="read-actions">
        <h2 id="read-actions">
          <FormattedMessage id="meetings.closing.actions" defaultMessage="Handlinger" />
        </h2>
        {actions.length === 0 ? (
          <p className="ink2">
            <FormattedMessage id="meetings.closing.noActions" defaultMessage="Der er ikke aftalt nye handlinger." />
          </p>
        ) : (
          <ul className={css.large}>
            {actions.map((action) => (
              <li key={action.id}>
                <ActionLine action={action} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** Who, when, which marker and which sign. */
function ActionLine({ action }: { action: ActionData }) {
  const intl = useIntl();
  const people = (action.responsible ?? []).map((person) => person.displayName).join(', ');
  const [sign] = action.expectedSigns;
  return (
    <>
      <span className={css.said}>{action.title}</span>
      <span className={css.meta}>
        {action.markers.map((marker) => (
          <MarkerGlyph
            key={marker.id}
            slot={marker.slot}
            number={marker.position}
            label={markerWords(intl, marker)}
            size={20}
          />
        ))}
        <span>{people}</span>
        {action.dueOn && (
          <FormattedMessage
            id="meetings.closing.week"
            defaultMessage="uge {week}"
            values={{ week: isoWeek(action.dueOn).week }}
          />
        )}
      </span>
      {sign && (
        <span className="ink2">
          <FormattedMessage id="meetings.closing.sign" defaultMessage="Tegn: {sign}" values={{ sign }} />
        </span>
      )}
    </>
  );
}
