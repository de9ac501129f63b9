import { el } from './dom.js';

/** Asks once, on the first page; both answers are equally easy. */
export function consentBox({ client, texts }) {
  if (client.visitor.consent !== null) return [];
  const answer = (consent) => async () => {
    await client.visitor.setConsent(consent).catch(console.warn);
    window.location.reload();
  };
  return [
    el(
      'section',
      { class: 'box', 'aria-labelledby': 'consent' },
      el('h2', { id: 'consent' }, texts.ask),
      el('p', {}, texts.why),
      el(
        'div',
        { class: 'buttons' },
        el('button', { type: 'button', class: 'primary', onclick: answer('full') }, texts.yes),
        el('button', { type: 'button', class: 'primary', onclick: answer('none') }, texts.no),
      ),
    ),
  ];
}

function showEverything(known, texts) {
  const dialog = el(
    'dialog',
    { 'aria-label': texts.show },
    el('pre', {}, JSON.stringify(known, null, 2)),
    el('button', { type: 'button', onclick: () => dialog.close() }, texts.close),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The line below every page: what is kept, and the ways to see it and to end it. */
export function privacyLine({ client, texts, refresh }) {
  const { visitor } = client;
  const button = (text, onclick) =>
    el('button', { type: 'button', class: 'linklike', onclick }, text);
  const again = async () => {
    await visitor.forget().catch(console.warn);
    window.location.reload();
  };
  if (visitor.id === null) {
    const line = el('span', {}, texts.notRemembered);
    return visitor.consent === null ? [line] : [line, button(texts.decide, again)];
  }
  return [
    el('span', {}, texts.remembered),
    button(texts.show, async () => {
      showEverything(await visitor.everything().catch(() => null), texts);
      refresh();
    }),
    button(texts.forget, again),
  ];
}
