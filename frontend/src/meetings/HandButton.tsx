import { Hand } from 'lucide-react';
import { useIntl } from 'react-intl';
import { Button, type ButtonProps } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { useOwnHand } from './use-own-presence.ts';

interface HandButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'wide'> {
  meetingId: string;
  /** The picture alone, known from every video meeting, where words have no room. */
  bare?: boolean;
}

/** Raises one's hand, or takes it down; only while one is in the room. */
export function HandButton({ meetingId, bare = false, ...look }: HandButtonProps) {
  const intl = useIntl();
  const { isUp, move, isHere } = useOwnHand(meetingId);
  const words = isUp
    ? intl.formatMessage({ id: 'meetings.hand.lower', defaultMessage: 'Tag hånden ned' })
    : intl.formatMessage({ id: 'meetings.hand.raise', defaultMessage: 'Ræk hånden op' });
  const icon = <Hand aria-hidden fill={isUp ? 'currentColor' : 'none'} />;
  if (bare) return <IconButton label={words} icon={icon} edged isDisabled={!isHere} onPress={move} />;
  return (
    <Button {...look} isDisabled={!isHere} onPress={move} icon={icon}>
      {words}
    </Button>
  );
}
