const TONES_HZ = [523.25, 392];
const LOUDNESS = 0.08;
const TONE_S = 0.9;
const APART_S = 0.28;

let context: AudioContext | null = null;

/** Browsers let a page sound once somebody has touched it: called at the first touch, it makes the sound possible later. */
export function readySoftSound(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
}

/** Two low tones that fade. Where the page may not sound, there is silence. */
export function playSoftSound(): void {
  if (context?.state !== 'running') return;
  const from = context.currentTime;
  TONES_HZ.forEach((tone, n) => {
    const begin = from + n * APART_S;
    const source = new OscillatorNode(context!, { type: 'sine', frequency: tone });
    const gain = new GainNode(context!, { gain: 0 });
    gain.gain.setValueAtTime(0, begin);
    gain.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.04);
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + TONE_S);
    source.connect(gain).connect(context!.destination);
    source.start(begin);
    source.stop(begin + TONE_S);
  });
}
