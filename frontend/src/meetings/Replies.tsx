import { FormattedMessage, useIntl } from 'react-intl';
import type { MeetingData } from './parts/meeting.documents.ts';
import css from './PlanSide.module.css';

/** Who comes and who does not, as they have answered the indkaldelse, and whom no mail reaches. Until somebody has, there is nothing to show. */
export function Replies({ participants, state }: { participants: MeetingData['participants']; state: string }) {
  const intl = useIntl();
  if (state === 'DRAFT') return null;
  const unreached = participants.flatMap((one) => (one.isUnreached && one.person ? [one.person.displayName] : []));
  const isAnswered = participants.some((one) => one.reply !== null);
  if (!isAnswered && unreached.length === 0) return null;
  const lists = [
    {
      reply: 'COMING',
      words: intl.formatMessage({ id: 'plan.replies.coming', defaultMessage: 'Kommer' }),
    },
    {
      reply: 'NOT_COMING',
      words: intl.formatMessage({ id: 'plan.replies.notComing', defaultMessage: 'Kommer ikke' }),
    },
    {
      reply: null,
      words: intl.formatMessage({ id: 'plan.replies.silent', defaultMessage: 'Ikke svaret' }),
    },
  ].map((list) => ({
    ...list,
    names: participants.flatMap((one) => (one.reply === list.reply && one.person ? [one.person.displayName] : [])),
  }));
  return (
    <section className={css.part}>
      <h3>
        <FormattedMessage id="plan.replies" defaultMessage="Hvem kommer?" />
      </h3>
      {unreached.length > 0 && (
        <p className={css.unreached}>
          <FormattedMessage
            id="plan.replies.unreached"
            defaultMessage="Mailen nåede ikke frem til {names}. Giv besked på en anden måde, og få mailadressen rettet."
            values={{ names: intl.formatList(unreached, { type: 'conjunction' }) }}
          />
        </p>
      )}
      <dl className={css.replies}>
        {lists.map(
          ({ words, names }) =>
            isAnswered &&
            names.length > 0 && (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{intl.formatList(names, { type: 'conjunction' })}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
