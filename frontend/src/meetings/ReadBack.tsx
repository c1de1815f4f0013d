import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import css from './ClosingRound.module.css';
import type { MeetingData } from './parts/meeting.documents.ts';
import { inOrder } from './run-time.ts';

type ActionData = NonNullable<MeetingData['actions']>[number];

/** Decisions and actions, large enough to be read aloud from. */
export function ReadBack({ meeting, readAction }: { meeting: MeetingData; readAction?: ((action: ActionData) => ReactNode) | undefined }) {
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
            <FormattedMessage id="meetings.closing.noDecisions" defaultMessage="Der er ikke skrevet beslutninger ind. Skal noget stå her, så åbn punktet i dagsordenen." />
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
              <li key={action.id}>{readAction ? readAction(action) : <ActionLine action={action} />}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function ActionLine({ action }: { action: ActionData }) {
  return (
    <>
      <span className={css.said}>{action.title}</span>
      <span className="small ink2">{(action.responsible ?? []).map((person) => person.displayName).join(', ')}</span>
    </>
  );
}
