import { FormattedMessage } from 'react-intl';
import { ActionList, DecisionList } from './Agreed.tsx';
import type { ShownMeeting } from './parts/projector.documents.ts';
import css from './Projector.module.css';
import { useFittingSize } from './use-fitting.ts';
import { More } from './More.tsx';
import read from './ReadAloud.module.css';

/** Closing: what was decided and agreed, large enough to read aloud from the back of the room. */
export function ReadAloud({ meeting }: { meeting: ShownMeeting }) {
  const { decisions, actions } = meeting;
  const { place, size, shown } = useFittingSize(
    Math.max(decisions.length, actions.length),
    JSON.stringify([decisions, actions]),
  );
  const hidden = Math.max(0, decisions.length - shown) + Math.max(0, actions.length - shown);
  return (
    <main className={css.main} data-wide data-posts>
      <p className={css.kicker}>
        <FormattedMessage id="projector.closing" defaultMessage="Opsamling" />
      </p>
      <h1 data-small>
        <FormattedMessage id="projector.closing.title" defaultMessage="Det har vi aftalt" />
      </h1>
      <div
        ref={place}
        className={read.read}
        data-size={size}
        role="group"
        aria-labelledby="projector-decisions projector-actions"
      >
        <section>
          <h2 id="projector-decisions">
            <FormattedMessage id="projector.closing.decisions" defaultMessage="Beslutninger" />
          </h2>
          {decisions.length > 0 ? (
            <DecisionList decisions={decisions.slice(0, shown)} />
          ) : (
            <p className={css.quiet}>
              <FormattedMessage id="projector.closing.noDecisions" defaultMessage="Ingen beslutninger skrevet ind." />
            </p>
          )}
        </section>
        <section>
          <h2 id="projector-actions">
            <FormattedMessage id="projector.closing.actions" defaultMessage="Handlinger" />
          </h2>
          {actions.length > 0 ? (
            <ActionList actions={actions.slice(0, shown)} />
          ) : (
            <p className={css.quiet}>
              <FormattedMessage id="projector.closing.noActions" defaultMessage="Ingen nye handlinger." />
            </p>
          )}
        </section>
        {hidden > 0 && (
          <div className={read.more}>
            <More count={hidden} />
          </div>
        )}
      </div>
    </main>
  );
}
