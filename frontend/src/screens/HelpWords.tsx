import { FormattedMessage } from 'react-intl';
import css from './Help.module.css';

/** The words that teams meet here, in the words of a school. */
export function HelpWords() {
  return (
    <>
      <h2>
        <FormattedMessage id="screens.help.words" defaultMessage="Ordene" />
      </h2>
      <dl className={css.words}>
        <div>
          <dt>
            <FormattedMessage id="screens.help.word.marker" defaultMessage="Pejlemærke" />
          </dt>
          <dd>
            <FormattedMessage
              id="screens.help.word.marker.text"
              defaultMessage="Et fast punkt, I finder jeres kurs efter. Kommunen vælger dem; farve, form og nummer hører sammen."
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="screens.help.word.trial" defaultMessage="Prøvehandling" />
          </dt>
          <dd>
            <FormattedMessage
              id="screens.help.word.trial.text"
              defaultMessage="Noget lille, I prøver af i undervisningen for at blive klogere. Den er aftalt, i gang, afprøvet og til sidst afsluttet."
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="screens.help.word.sign" defaultMessage="Tegn" />
          </dt>
          <dd>
            <FormattedMessage
              id="screens.help.word.sign.text"
              defaultMessage="Det, I vil kunne se eller høre hos eleverne, hvis det virker."
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="screens.help.word.outcome" defaultMessage="Fasthold, justér, stop" />
          </dt>
          <dd>
            <FormattedMessage
              id="screens.help.word.outcome.text"
              defaultMessage="De tre svar, når en prøvehandling afsluttes. Stop er også et godt svar."
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="screens.help.word.track" defaultMessage="Drift og udvikling" />
          </dt>
          <dd>
            <FormattedMessage
              id="screens.help.word.track.text"
              defaultMessage="Drift er det praktiske. Udvikling er der, hvor I undersøger jeres egen praksis. Linjen øverst på planen viser, hvor tiden går hen."
            />
          </dd>
        </div>
        <div>
          <dt>
            <FormattedMessage id="screens.help.word.carried" defaultMessage="Fra sidst" />
          </dt>
          <dd>
            <FormattedMessage
              id="screens.help.word.carried.text"
              defaultMessage="Et punkt, I ikke nåede, eller som går igen. Det ligger på næste møde af sig selv."
            />
          </dd>
        </div>
      </dl>
    </>
  );
}
