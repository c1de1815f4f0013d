import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { Switch } from '#ui/Switch.tsx';
import type { MinutesAgreementPartsFragment } from '../../gql/graphql.ts';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { dayWords } from '../../meetings/parts/meeting-time.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { AGREE } from '../sharing-choice.documents.ts';
import css from '../SharingChoice.module.css';

export interface SharingAgreementProps {
  agreement: MinutesAgreementPartsFragment;
  level: 2 | 3;
  /** Reads the page anew, once the leader has changed it. */
  refetch?: () => Promise<unknown>;
}

/** What the school has agreed on sharing minutes: its leader's to make and end, for its teams to know. */
export function SharingAgreement({ agreement, level, refetch }: SharingAgreementProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [agree, agreeing] = useMutate(AGREE);
  const [meant, setMeant] = useState<boolean | null>(null);
  const [title, words] = [useId(), useId()];
  const Heading = `h${level}` as const;
  const { since } = agreement;
  const change = async (on: boolean) => {
    // A second tap on the way: the switch keeps its focus, so it is not turned off meanwhile.
    if (agreeing.pending) return;
    setMeant(on);
    const { error } = await agree({ schoolId: agreement.id, on });
    await refetch?.();
    setMeant(null);
    if (error) return;
    announce(
      on
        ? intl.formatMessage({ id: 'minutes.agreement.isOn', defaultMessage: 'Aftalen gælder fra nu af' })
        : intl.formatMessage({ id: 'minutes.agreement.isOff', defaultMessage: 'Aftalen gælder ikke længere' }),
    );
  };
  return (
    <section className={css.agreement} data-level={level} aria-labelledby={title}>
      <Heading id={title}>
        <FormattedMessage id="minutes.agreement.title" defaultMessage="Skolens aftale om referater" />
      </Heading>
      {agreement.mayKeep && (
        <Switch isSelected={meant ?? since !== null} onChange={(on) => void change(on)} aria-describedby={words}>
          <FormattedMessage
            id="minutes.agreement.label"
            defaultMessage="Referater deles med ledelsen, når de er godkendt"
          />
        </Switch>
      )}
      <p id={words} className="ink2">
        {since ? (
          <FormattedMessage
            id="minutes.agreement.on"
            defaultMessage="{mayKeep, select, true {Det gælder} other {Godkendte referater deles med ledelsen. Det gælder}} møder, der er begyndt efter {day} kl. {time}. Lederen får en kopi uden fremmøde, klokkeslæt og ansvarlige. Teamet kan vælge anderledes for hvert møde, indtil referatet er godkendt, og trække en deling tilbage bagefter.{mayKeep, select, true { Slår du det fra, deles intet mere af sig selv.} other {}}"
            values={{ mayKeep: agreement.mayKeep, day: dayWords(intl, since), time: copenhagenTime(Date.parse(since)) }}
          />
        ) : agreement.mayKeep ? (
          <FormattedMessage
            id="minutes.agreement.offLeader"
            defaultMessage="Nu deler teamene selv de referater, de vil. Slår du det til, deles referater af sig selv fra møder, der begynder derefter, så tal med teamene først. De kan se aftalen, vælge anderledes for hvert møde og trække en deling tilbage. Du får en kopi uden fremmøde, klokkeslæt og ansvarlige."
          />
        ) : (
          <FormattedMessage
            id="minutes.agreement.off"
            defaultMessage="Skolen har ingen aftale om at dele referater. Teamet vælger selv for hvert møde."
          />
        )}
      </p>
      {agreeing.error !== null && <p role="alert">{refusalWords(intl, agreeing.error)}</p>}
    </section>
  );
}
