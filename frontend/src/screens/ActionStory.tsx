import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '#ui/Link.tsx';
import { Pejlelinje, PejleMark } from '#ui/Pejlelinje.tsx';
import type { ActionData } from '../actions/parts/action.documents.ts';
import { outcomeWords } from '../actions/parts/action-words.ts';
import type { ActionPageQuery } from '../gql/graphql.ts';
import { dayWords, weekOf } from '../meetings/parts/meeting-time.ts';
import css from './ActionPage.module.css';

/** The action's own line: the attempts before it, agreed, begun, what was seen, what came of it, and what it became. */
export function ActionStory({ page }: { page: ActionPageQuery['actionPage'] }) {
  const intl = useIntl();
  const { action, origin } = page;
  const isOpen = action.state !== 'CLOSED' && action.state !== 'ABANDONED';
  return (
    <section aria-labelledby="story" className={css.story}>
      <h2 id="story">
        <FormattedMessage id="screens.action.story" defaultMessage="Historien" />
      </h2>
      <Pejlelinje
        label={intl.formatMessage({ id: 'screens.action.storyLabel', defaultMessage: 'Handlingens historie' })}
        spacing="open"
      >
        {page.earlier.toReversed().map((one) => (
          <Attempt key={one.id} attempt={one} />
        ))}
        <PejleMark state="done">
          <p>
            {action.predecessorId ? (
              <FormattedMessage id="screens.action.born" defaultMessage="Justeret til denne" />
            ) : page.agreedAt ? (
              <FormattedMessage id="screens.action.agreed" defaultMessage="Aftalt" />
            ) : (
              <FormattedMessage id="screens.action.put" defaultMessage="Foreslået" />
            )}{' '}
            <When at={page.agreedAt ?? action.createdAt} />
          </p>
          {origin && (
            <p className="small">
              <Link
                href={
                  origin.state === 'HELD' || origin.state === 'CLOSED'
                    ? `/moede/${origin.meetingId}/referat`
                    : `/moede/${origin.meetingId}`
                }
              >
                {origin.title}
              </Link>
            </p>
          )}
        </PejleMark>
        {page.begunAt && (
          <PejleMark state={isOpen && action.state === 'IN_PROGRESS' ? 'current' : 'done'} minor>
            <p>
              <FormattedMessage id="screens.action.begun" defaultMessage="Begyndt" /> <When at={page.begunAt} />
            </p>
          </PejleMark>
        )}
        {(action.reflections ?? []).map((reflection) => (
          <PejleMark key={reflection.id} state="done">
            <p>
              <FormattedMessage id="screens.action.saw" defaultMessage="Hvad vi så" />{' '}
              <When at={`${reflection.onDate}T12:00:00Z`} />
            </p>
            {reflection.whatWeTried && <p>{reflection.whatWeTried}</p>}
            {reflection.whatWeSaw && <p className="voice">»{reflection.whatWeSaw}«</p>}
            {reflection.whatWeLearned && (
              <p>
                <FormattedMessage
                  id="screens.action.learned"
                  defaultMessage="Det lærte vi: {text}"
                  values={{ text: reflection.whatWeLearned }}
                />
              </p>
            )}
          </PejleMark>
        ))}
        {action.state === 'TRIED' && (
          <PejleMark state="current">
            <p>
              <FormattedMessage
                id="screens.action.tried"
                defaultMessage="Afprøvet. Nu skal I beslutte, hvad der sker."
              />
            </p>
          </PejleMark>
        )}
        {action.state === 'CLOSED' && (
          <PejleMark state="done">
            <p>
              <strong>
                {action.outcome
                  ? outcomeWords(intl, action.outcome)
                  : intl.formatMessage({ id: 'screens.action.closed', defaultMessage: 'Afsluttet' })}
              </strong>{' '}
              {action.closedAt && <When at={action.closedAt} />}
            </p>
          </PejleMark>
        )}
        {action.state === 'ABANDONED' && (
          <PejleMark state="done">
            <p>
              <strong>
                <FormattedMessage id="screens.action.abandoned" defaultMessage="Opgivet" />
              </strong>{' '}
              {action.closedAt && <When at={action.closedAt} />}
            </p>
            {action.abandonedReason && <p className="voice">»{action.abandonedReason}«</p>}
          </PejleMark>
        )}
        {page.later.map((one) => (
          <Attempt key={one.id} attempt={one} />
        ))}
      </Pejlelinje>
    </section>
  );
}

/** Another attempt at the same question, before or after this one. */
function Attempt({ attempt }: { attempt: ActionData }) {
  const intl = useIntl();
  return (
    <PejleMark state={attempt.state === 'CLOSED' || attempt.state === 'ABANDONED' ? 'done' : 'tocome'} dashed>
      <p>
        <Link href={`/handling/${attempt.id}`}>{attempt.title}</Link>
      </p>
      <p className="small ink2">
        {attempt.outcome ? outcomeWords(intl, attempt.outcome) : null}{' '}
        <When at={attempt.closedAt ?? attempt.createdAt} />
      </p>
      {(attempt.reflections ?? []).slice(-1).map((reflection) => (
        <p key={reflection.id} className="voice">
          »{reflection.whatWeSaw || reflection.whatWeLearned || reflection.whatWeTried}«
        </p>
      ))}
    </PejleMark>
  );
}

function When({ at }: { at: string }) {
  const intl = useIntl();
  return (
    <span className="small ink2 figures">
      <FormattedMessage
        id="screens.action.when"
        defaultMessage="uge {week}, {date}"
        values={{ week: weekOf(at), date: dayWords(intl, at) }}
      />
    </span>
  );
}
