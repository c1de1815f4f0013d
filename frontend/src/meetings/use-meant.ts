import { useCallback, useLayoutEffect, useState } from 'react';
import { Meant } from './meant.ts';

/** What a tap that comes now is meant for (meant.ts). @param value what this screen shows */
export function useMeant<Value>(value: Value): () => Value {
  const [meant] = useState(() => new Meant(value));
  useLayoutEffect(() => meant.shown(value, performance.now()), [meant, value]);
  return useCallback(() => meant.tapped(performance.now()), [meant]);
}
