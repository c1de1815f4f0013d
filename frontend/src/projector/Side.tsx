import { FormattedMessage } from 'react-intl';
import { ActionList, DecisionList } from './Agreed.tsx';
import type { ShownItem, ShownMeeting } from './parts/projector.documents.ts';
import css from './Side.module.css';
import { More } from './More.tsx';
import { useFitting } from './use-fitting.ts';

/** What is agreed under the item, or is looked back on; before there is anything, the agenda. */
export function Side({ meeting, item }: { meeting: ShownMeeting; item: ShownItem }) {
  const decisions = meeting.decisions.filter((one) => one.itemPosition === item.position);
  const actions = meeting.actions.filter((one) => one.itemPosition === item.position);
  const { followUps } = meeting;
  const count = decisions.length + actions.length + followUps.length;
  const [place, shown] = useFitting<HTMLElement>(count, JSON.stringify([decisions, actions, followUps]));
  // The newest is what is talked about; what is looked back on comes in its order.
  const hidden = count - shown;
  const actionsShown = actions.slice(Math.min(actions.length, Math.max(0, hidden - followUps.length)));
  const decisionsShown = decisions.slice(Math.max(0, hidden - followUps.length - actions.length));
  const followUpsShown = followUps.slice(0, Math.max(0, followUps.length - hidden));
  return (
    <aside ref={place} className={css.side} data-many={count > 3 || undefined}>
      {decisionsShown.length > 0 && (
        <section>
          <h2>
            <FormattedMessage
              id="projector.decisions"
              defaultMessage="{count, plural, one {Beslutning} other {Beslutninger}}"
              values={{ count: decisions.length }}
            />
          </h2>
          <DecisionList decisions={decisionsShown} />
        </section>
      )}
      {actionsShown.length > 0 && (
        <section>
          <h2>
            <FormattedMessage id="projector.actions" defaultMessage="Det prøver vi" />
          </h2>
          <ActionList actions={actionsShown} />
        </section>
      )}
      {followUpsShown.length > 0 && (
        <section>
          <h2>
            <FormattedMessage id="projector.followUps" defaultMessage="Det har vi prøvet" />
          </h2>
          <ActionList actions={followUpsShown} />
        </section>
      )}
      {hidden > 0 && <More count={hidden} />}
      {count === 0 && <Agenda meeting={meeting} />}
    </aside>
  );
}

function Agenda({ meeting }: { meeting: ShownMeeting }) {
  return (
    <section>
      <h2>
        <FormattedMessage id="projector.agenda" defaultMessage="Dagsorden" />
      </h2>
      <ol className={css.agenda} data-many={meeting.items.length > 7 || undefined}>
        {meeting.items.map((item) => (
          <li
            key={item.position}
            data-state={item.isCurrent ? 'current' : item.state === 'PLANNED' ? 'coming' : 'done'}
            {...(item.isCurrent && { 'aria-current': 'step' as const })}
          >
            {item.title}
          </li>
        ))}
      </ol>
    </section>
  );
}
