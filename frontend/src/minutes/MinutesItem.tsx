import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '#ui/Link.tsx';
import { MarkerGlyph } from '#ui/MarkerGlyph.tsx';
import { isoWeek } from '#domain/iso-week.ts';
import { copenhagenTime } from '#domain/copenhagen.ts';
import type { MinutesQuery } from '../gql/graphql.ts';
import { NoteText } from '../notes/parts/NoteText.tsx';
import css from './Minutes.module.css';

type Text = MinutesQuery['minutes']['text']['items'][number];
type Now = MinutesQuery['minutes']['actionsNow'];
type Amendment = NonNullable<MinutesQuery['minutes']['amendments']>[number];

/** One item as it reads: its note, what was decided and agreed; then and now stand beside it. */
export function MinutesItem({
  item,
  now,
  amendments,
  approved,
}: {
  item: Text;
  now: Now;
  amendments: readonly Amendment[];
  approved: boolean;
}) {
  const intl = useIntl();
  const quiet = item.note === '' && item.decisions.length === 0 && item.actions.length === 0;
  const outcome = intl.formatMessage(
    {
      id: 'minutes.outcome',
      defaultMessage:
        '{outcome, select, DISCUSSED {Drøftet, ingen aftale.} CARRIED {Går videre til næste møde.} PARKED {Parkeret.} DROPPED {Sluppet: {reason}} other {}}',
    },
    { outcome: item.outcome ?? 'none', reason: item.outcomeReason ?? '' },
  );
  return (
    <li className={css.item} data-quiet={quiet || undefined}>
      <span className={css.time} data-reached={item.startedAt !== null || undefined}>
        {item.startedAt ? copenhagenTime(Date.parse(item.startedAt)) : '\u00a0'}
      </span>
      <div className={css.body}>
        <h2 className={quiet ? css.runIn : undefined}>
          <span className={css.number}>{item.position}</span> {item.title}{' '}
          {item.markers.map((marker) => (
            <MarkerGlyph
              key={marker.id}
              slot={marker.slot}
              number={marker.position}
              label={`${marker.position}: ${marker.shortTitle}`}
              size={20}
            />
          ))}
        </h2>
        <NoteText doc={item.noteDoc} text={item.note} />
        {outcome.trim() !== '' && <p className="ink2">{outcome}</p>}
        {item.decisions.map((decision) => (
          <p key={decision.id} className={css.agreed}>
            <strong>
              <FormattedMessage id="minutes.decision" defaultMessage="Beslutning" />
            </strong>
            <span>{decision.text}</span>
          </p>
        ))}
        {item.actions.map((action) => {
          const today = now.find((one) => one.id === action.id);
          return (
            <div key={action.id} className={css.agreed}>
              <strong>
                <FormattedMessage
                  id="minutes.action"
                  defaultMessage="{kind, select, TRIAL {Prøvehandling} TASK {Opgave} other {Aftale}}"
                  values={{ kind: action.kind }}
                />
              </strong>
              <div>
                <p>
                  {today ? (
                    <Link look="plain" roomy href={`/handling/${action.id}`}>
                      {action.title}
                    </Link>
                  ) : (
                    action.title
                  )}{' '}
                  {action.markers.map((marker) => (
                    <MarkerGlyph
                      key={marker.id}
                      slot={marker.slot}
                      number={marker.position}
                      label={`${marker.position}: ${marker.shortTitle}`}
                      size={20}
                    />
                  ))}
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
                <p className="small ink2">
                  {[
                    ...(action.responsible.length > 0 ? [intl.formatList(action.responsible)] : []),
                    ...(action.dueOn
                      ? [
                          intl.formatMessage(
                            { id: 'minutes.due', defaultMessage: 'uge {week}' },
                            { week: isoWeek(action.dueOn).week },
                          ),
                        ]
                      : []),
                  ].join(', ')}
                </p>
                {approved && today && today.state !== action.state && (
                  <p className="small">
                    <FormattedMessage
                      id="minutes.now"
                      defaultMessage="Aftalt ved mødet, {state, select, PROPOSED {foreslået} AGREED {aftalt} IN_PROGRESS {i gang} TRIED {afprøvet} CLOSED {{outcome, select, KEEP {fastholdt} ADJUST {justeret} STOP {stoppet} other {afsluttet}}} other {opgivet}} i dag"
                      values={{ state: today.state, outcome: today.outcome ?? 'none' }}
                    />
                  </p>
                )}
              </div>
            </div>
          );
        })}
      </div>
      {amendments.length > 0 && (
        <aside className={css.margin}>
          {amendments.map((amendment) => (
            <p key={amendment.id}>
              <strong>
                <FormattedMessage id="minutes.amendment" defaultMessage="Tilføjelse" />
              </strong>
              <br />
              {amendment.text}
              <br />
              <span className="ink2">{amendment.by?.displayName}</span>
            </p>
          ))}
        </aside>
      )}
    </li>
  );
}
