import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import type { MinutesQuery } from '../gql/graphql.ts';
import { useMutate, type Mutated } from '../live/parts/use-mutate.ts';
import { dayWords } from '../meetings/parts/meeting-time.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { ApprovalWriting } from './ApprovalWriting.tsx';
import { cprWords } from './cpr-words.ts';
import { AMEND, APPROVE, OBJECT, PROPOSE, TAP, WITHDRAW } from './minutes.documents.ts';
import css from './Minutes.module.css';
import { Objections } from './Objections.tsx';

type MinutesData = MinutesQuery['minutes'];

/** Where the minutes stand, and the next step: propose, tap, object, answer, approve; afterwards amend. */
export function Approval({ minutes, refetch }: { minutes: MinutesData; refetch: () => void }) {
  const intl = useIntl();
  const [propose, proposing] = useMutate(PROPOSE);
  const [withdraw, withdrawing] = useMutate(WITHDRAW);
  const [tap, tapping] = useMutate(TAP);
  const [approve, approving] = useMutate(APPROVE);
  const [object] = useMutate(OBJECT);
  const [amend] = useMutate(AMEND);
  const [doing, setDoing] = useState<'objection' | 'amendment' | 'withdrawal' | null>(null);
  const meetingId = minutes.id;
  const may = new Set(minutes.may);
  const isAnswered = (minutes.objections ?? []).every(({ answer }) => answer);
  const fault = [proposing, withdrawing, tapping, approving].map((one) => one.error).find((one) => one !== null);
  const after = async (told: Promise<Mutated<unknown>>) => {
    const answer = await told;
    if (!answer.error) {
      setDoing(null);
      refetch();
    }
    return answer;
  };
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
            defaultMessage="Referatet er åbent. Læs det igennem, ret i noter og beslutninger, hvis noget mangler, og send det til godkendelse."
          />{' '}
          <Link href={`/moede/${meetingId}`}>
            <FormattedMessage id="minutes.toNotes" defaultMessage="Til noter og beslutninger" />
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
      {minutes.state === 'PROPOSED' && <Objections minutes={minutes} onAnswered={refetch} />}
      {fault !== undefined && <p role="alert">{cprWords(intl, minutes, fault) ?? refusalWords(intl, fault)}</p>}
      {(doing === 'objection' || doing === 'amendment') && (
        <ApprovalWriting
          what={doing}
          items={minutes.text.items}
          send={(itemId, text) => after((doing === 'objection' ? object : amend)({ meetingId, itemId, text }))}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'withdrawal' && (
        <div className={css.write}>
          <p>
            <FormattedMessage
              id="minutes.withdraw.ask"
              defaultMessage="Så kan I rette i noter og beslutninger igen. {taps, plural, =0 {Ingen har godkendt endnu.} other {De, der har godkendt, skal gøre det igen bagefter.}}"
              values={{ taps: minutes.taps ?? 0 }}
            />
          </p>
          <div className={css.buttons}>
            <Button
              variant="secondary"
              pending={withdrawing.pending}
              onPress={() => void after(withdraw({ meetingId }))}
            >
              <FormattedMessage id="minutes.withdraw.do" defaultMessage="Tag det tilbage" />
            </Button>
            <Button variant="quiet" autoFocus onPress={() => setDoing(null)}>
              <FormattedMessage id="minutes.withdraw.keep" defaultMessage="Lad det stå" />
            </Button>
          </div>
        </div>
      )}
      {doing === null && (
        <div className={css.buttons}>
          {minutes.state === 'OPEN' && may.has('minutes.propose') && (
            <Button variant="primary" pending={proposing.pending} onPress={() => void after(propose({ meetingId }))}>
              <FormattedMessage id="minutes.propose" defaultMessage="Send til godkendelse" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && minutes.wasPresent && !minutes.ownTap && (
            <Button variant="primary" pending={tapping.pending} onPress={() => void after(tap({ meetingId }))}>
              <FormattedMessage id="minutes.tap" defaultMessage="Godkend" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && may.has('minutes.approve') && isAnswered && (
            <Button
              variant="secondary"
              pending={approving.pending}
              onPress={() => void after(approve({ meetingId, seenRevision: minutes.revision }))}
            >
              <FormattedMessage id="minutes.approve" defaultMessage="Godkend referatet for alle" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && minutes.wasPresent && (
            <Button variant="quiet" onPress={() => setDoing('objection')}>
              <FormattedMessage id="minutes.object" defaultMessage="Skriv en indsigelse" />
            </Button>
          )}
          {minutes.state === 'PROPOSED' && may.has('minutes.propose') && (
            <Button variant="quiet" onPress={() => setDoing('withdrawal')}>
              <FormattedMessage id="minutes.withdraw" defaultMessage="Ret i referatet" />
            </Button>
          )}
          {minutes.state === 'APPROVED' && may.has('minutes.amend') && (
            <Button variant="quiet" onPress={() => setDoing('amendment')}>
              <FormattedMessage id="minutes.amend" defaultMessage="Skriv en tilføjelse" />
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
