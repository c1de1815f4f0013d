import { Eye, EyeOff } from 'lucide-react';
import { FormattedMessage } from 'react-intl';
import css from './SeenAndUnseen.module.css';

/** What a leader sees here and what not, always in view: the teams can read it too. */
export function SeenAndUnseen() {
  return (
    <section className={css.both} aria-labelledby="overview-seen">
      <h2 id="overview-seen">
        <FormattedMessage id="overview.seen.title" defaultMessage="Det ser du, og det ser du ikke" />
      </h2>
      <div>
        <h3>
          <Eye aria-hidden="true" size={20} strokeWidth={1.75} />
          <FormattedMessage id="overview.seen.head" defaultMessage="Det ser du" />
        </h3>
        <p className="ink2">
          <FormattedMessage
            id="overview.seen.text"
            defaultMessage="Teamenes prøvehandlinger med pejlemærke og udfald, hvilke uger de mødes i, og hvor de beder om sparring."
          />
        </p>
      </div>
      <div>
        <h3>
          <EyeOff aria-hidden="true" size={20} strokeWidth={1.75} />
          <FormattedMessage id="overview.unseen.head" defaultMessage="Det ser du ikke" />
        </h3>
        <p className="ink2">
          <FormattedMessage
            id="overview.unseen.text"
            defaultMessage="Hvem der har skrevet eller gjort hvad. Noter, begrundelser og frister. Referater, der ikke er delt. Teamet kan se, hvad du ser."
          />
        </p>
      </div>
    </section>
  );
}
