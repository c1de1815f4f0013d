// Loaded into the server before its own code: if `npm start` dies without a word (kill -9), the server drains and ends too.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
