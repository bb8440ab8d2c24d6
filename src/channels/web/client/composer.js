/** Where people write: Enter sends, Shift+Enter breaks the line, an input method's own Enter never sends. */
import { makeAttachments } from './attachments.js';
import { byId } from './element.js';
import { keep, recall } from './stored.js';

/**
 * Starts the composer; `send` gets the text (may be empty with files) and the files.
 * @param {(text: string, files: readonly File[]) => void} send
 */
export function startComposer(send) {
  const form = byId('composer');
  const area = /** @type {HTMLTextAreaElement} */ (byId('text'));
  const attachments = makeAttachments(ready);

  function ready() {
    form.classList.toggle('ready', area.value.trim() !== '' || attachments.count() > 0);
  }
  function grow() {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    ready();
  }
  function submit() {
    const text = area.value.trim();
    const files = attachments.take();
    if (text === '' && files.length === 0) return;
    send(text, files);
    area.value = '';
    keep('typed', null);
    grow();
  }

  area.addEventListener('keydown', (event) => {
    // Safari ends the composition before its Enter arrives: only the key code 229 still tells.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  area.addEventListener('input', () => {
    keep('typed', area.value || null);
    grow();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    area.focus();
  });
  area.addEventListener('paste', (event) => {
    const files = Array.from(event.clipboardData?.files ?? []);
    if (files.length === 0) return;
    event.preventDefault();
    attachments.add(files);
  });
  area.value = recall('typed', '');
  grow();
  // A phone would open its keyboard over the greeting.
  if (window.matchMedia('(hover: hover) and (pointer: fine)').matches) area.focus();
}
