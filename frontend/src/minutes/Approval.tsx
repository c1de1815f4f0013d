import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { TextArea } from '#ui/TextArea.tsx';
import type { MinutesQuery } from '../gql/graphql.ts';
import { useMutate } from '../live/parts/use-mutate.ts';
import { dayWords } from '../meetings/parts/meeting-time.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { cprWords } from './cpr-words.ts';
import { AMEND, ANSWER, APPROVE, OBJECT, PROPOSE, TAP } from './minutes.documents.ts';
import css from './Minutes.module.css';

type MinutesData = MinutesQuery['minutes'];

/** Where the minutes stand, and the next step: propose, tap, object, answer, approve; afterwards amend. */
export function Approval({ minutes, refetch }: { minutes: MinutesData; refetch: () => void }) {
  const intl = useIntl();
  const [propose, proposing] = useMutate(PROPOSE);
  const [tap, tapping] = useMutate(TAP);
  const [approve, approving] = useMutate(APPROVE);
  const [object, objecting] = useMutate(OBJECT);
  const [answer, answering] = useMutate(ANSWER);
  const [amend, amending] = useMutate(AMEND);
  const [writing, setWriting] = useState<'objection' | 'amendment' | null>(null);
  const [text, setText] = useState('');
  const meetingId = minutes.id;
  const fault = [proposing, tapping, approving, objecting, answering, amending]
    .map((one) => one.error)
    .find((one) => one !== null);
  const after = async (told: Promise<{ error: unknown }>) => {
    const { error } = await told;
    if (error) return;
    setWriting(null);
    setText('');
    refetch();
  };
  const open = (minutes.objections ?? []).filter((objection) => !objection.answer);
  return (
    <section
      className={css.approval}
      data-state={minutes.state}
      aria-label={intl.formatMessage({ id: 'minutes.approval', defaultMessage: 'Godkendelse' })}
    >
      {minutes.state === 'APPROVED' && (
        <>
          <h2>
            <FormattedMessage id="minutes.approved" defaultMessage="Godkendt" />
          </h2>
          <p className="small">
            <FormattedMessage
              id="minutes.approvedWords"
              defaultMessage="{way, select, ALL_PRESENT {af alle, der var til stede,} FACILITATOR {af mødelederen} other {efter fem skoledage uden indsigelser}} {date}. Teksten er låst. Tilføjelser står ud for punktet."
              values={{
                way: minutes.approvedWay ?? 'FACILITATOR',
                date: minutes.approvedAt ? dayWords(intl, minutes.approvedAt) : '',
              }}
            />
          </p>
        </>
      )}
      {minutes.state === 'OPEN' && (
        <p>
          <FormattedMessage
            id="minutes.openWords"
            defaultMessage="Referatet er åbent. Læs det igennem, ret i noterne, hvis noget mangler, og send det til godkendelse."
          />{' '}
          <Link href={`/moede/${meetingId}`}>
            <FormattedMessage id="minutes.toNotes" defaultMessage="Til noterne" />
          </Link>
        </p>
      )}
      {minutes.state === 'PROPOSED' && (
        <p>
          <FormattedMessage
            id="minutes.proposedWords"
            defaultMessage="Til godkendelse: {taps} af {present}, der var til stede, har godkendt."
            values={{ taps: minutes.taps ?? 0, present: minutes.presentCount ?? 0 }}
          />
        </p>
      )}
      {open.map((objection) => (
        <div key={objection.id} className={css.objection}>
          <p>
            <strong>
              <FormattedMessage id="minutes.objection" defaultMessage="Indsigelse" />
            </strong>{' '}
            {objection.text}
          </p>
          <Answer onAnswer={(words) => void after(answer({ meetingId, objectionId: objection.id, text: words }))} />
        </div>
      ))}
      {fault !== undefined && <p role="alert">{cprWords(intl, minutes, fault) ?? refusalWords(intl, fault)}</p>}
      {writing && (
        <div className={css.write}>
          <TextArea
            label={
              writing === 'objection'
                ? intl.formatMessage({ id: 'minutes.objectionLabel', defaultMessage: 'Hvad skulle der have stået?' })
                : intl.formatMessage({ id: 'minutes.amendmentLabel', defaultMessage: 'Hvad er kommet til siden?' })
            }
            hint={intl.formatMessage({ id: 'minutes.noNames', defaultMessage: 'Skriv ikke elevnavne' })}
            value={text}
            onChange={setText}
            rows={3}
          />
          <div className={css.buttons}>
            <Button
              variant="secondary"
              onPress={() =>
                void after(
                  writing === 'objection'
                    ? object({ meetingId, itemId: null, text })
                    : amend({ meetingId, itemId: null, text }),
                )
              }
            >
              <FormattedMessage id="minutes.write" defaultMessage="Skriv det ind" />
            </Button>
            <Button variant="quiet" onPress={() => setWriting(null)}>
              <FormattedMessage id="minutes.cancel" defaultMessage="Fortryd" />
            </Button>
          </div>
        </div>
      )}
      {!writing && (
        <div className={css.buttons}>
          {minutes.state === 'OPEN' && (
            <Button variant="primary" pending={proposing.pending} onPress={() => void after(propose({ meetingId }))}>
              <FormattedMessage id="minutes.propose" defaultMessage="Send til godkendelse" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && minutes.wasPresent && !minutes.ownTap && (
            <Button variant="primary" pending={tapping.pending} onPress={() => void after(tap({ meetingId }))}>
              <FormattedMessage id="minutes.tap" defaultMessage="Godkend" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && (
            <Button
              variant="secondary"
              pending={approving.pending}
              onPress={() => void after(approve({ meetingId, seenRevision: minutes.revision }))}
            >
              <FormattedMessage id="minutes.approve" defaultMessage="Godkend referatet for alle" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && minutes.wasPresent && (
            <Button variant="quiet" onPress={() => setWriting('objection')}>
              <FormattedMessage id="minutes.object" defaultMessage="Skriv en indsigelse" />
            </Button>
          )}
          {minutes.state === 'APPROVED' && (
            <Button variant="quiet" onPress={() => setWriting('amendment')}>
              <FormattedMessage id="minutes.amend" defaultMessage="Skriv en tilføjelse" />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function Answer({ onAnswer }: { onAnswer: (text: string) => void }) {
  const intl = useIntl();
  const [text, setText] = useState('');
  return (
    <div className={css.write}>
      <TextArea
        label={intl.formatMessage({ id: 'minutes.answerLabel', defaultMessage: 'Mødelederens svar' })}
        value={text}
        onChange={setText}
        rows={2}
      />
      <Button variant="secondary" onPress={() => onAnswer(text)}>
        <FormattedMessage id="minutes.answer" defaultMessage="Svar" />
      </Button>
    </div>
  );
}
