import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { keepPosts, keptPosts } from './kept-posts.ts';
import type { SilentWritingData } from './parts/silent.documents.ts';
import css from './Reflections.module.css';

/** Words of one's own that were not shown: the writing was cancelled, or they never reached the server before the reveal. */
export function OwnLeft({ writing, viewerId }: { writing: SilentWritingData; viewerId: string }) {
  const intl = useIntl();
  const [kept, setKept] = useState(() => keptPosts(viewerId, writing.id));
  const [hidden, setHidden] = useState(false);
  const late = kept.map((draft) => draft.text);
  const stored = (writing.ownPosts ?? [])
    .filter((post) => !kept.some((draft) => draft.id === post.id))
    .map((post) => post.text);
  const texts = [...late, ...stored].filter((text) => text.trim() !== '');
  if (texts.length === 0 || hidden) return null;
  const isCancelled = writing.state === 'CANCELLED';
  const away = () => {
    keepPosts(viewerId, writing.id, []);
    setKept([]);
    setHidden(true);
  };
  return (
    <Banner
      tone="info"
      title={
        isCancelled
          ? intl.formatMessage({
              id: 'reflections.left.cancelled',
              defaultMessage: 'Den tavse refleksion blev afbrudt. Kun du kan se det, du skrev:',
            })
          : intl.formatMessage({
              id: 'reflections.left.late',
              defaultMessage: 'Det her nåede ikke med, før indlæggene blev vist. Det står kun her hos dig:',
            })
      }
      actions={
        <>
          <Button size="small" onPress={() => void navigator.clipboard?.writeText(texts.join('\n\n'))}>
            <FormattedMessage id="reflections.left.copy" defaultMessage="Kopiér teksten" />
          </Button>
          <Button size="small" variant="quiet" onPress={away}>
            <FormattedMessage id="reflections.left.away" defaultMessage="Skjul" />
          </Button>
        </>
      }
    >
      {texts.map((text, index) => (
        <blockquote key={index} className={css.left}>
          {text}
        </blockquote>
      ))}
    </Banner>
  );
}
