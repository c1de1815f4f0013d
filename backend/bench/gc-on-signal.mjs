// Loaded into every server of the bench, so that memory is read after the garbage is gone: node --expose-gc --import.
// Not SIGUSR2: Nest takes that as the word to shut down.
process.on('SIGWINCH', () => globalThis.gc?.());
