// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepFocus } from '../src/keep-focus.ts';

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = `<header><button id="start">Start</button></header>
    <main><h1>Mødet</h1><section><h2>Godkendelse</h2><button id="send">Send</button></section><p id="beside"></p></main>`;
  stop = keepFocus(document);
});
afterEach(() => stop());

const at = (id: string) => document.getElementById(id)! as HTMLButtonElement;
const focused = () => document.activeElement!.textContent;
const frames = () =>
  new Promise<void>((resolve) => {
    let left = 4;
    const step = () => (left-- > 0 ? requestAnimationFrame(step) : resolve());
    step();
  });

describe('somebody at the keyboard', () => {
  it('is taken to the heading of the section whose button went away', async () => {
    at('send').focus();
    at('send').remove();
    await vi.waitFor(() => expect(focused()).toBe('Godkendelse'));
  });

  it('is taken to the page’s heading when nothing near is left, also after another page has come', async () => {
    at('start').focus();
    document.body.innerHTML = '<main><h1>Referat</h1></main>';
    await vi.waitFor(() => expect(focused()).toBe('Referat'));
  });

  it('is left where something else has given the focus back', async () => {
    at('send').focus();
    at('send').remove();
    requestAnimationFrame(() => at('start').focus());
    await frames();
    expect(focused()).toBe('Start');
  });

  it('is not taken anywhere after having left the control by a click beside', async () => {
    at('send').focus();
    at('send').blur();
    await Promise.resolve();
    at('send').remove();
    await frames();
    expect(document.activeElement).toBe(document.body);
  });
});
