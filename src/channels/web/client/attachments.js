/** The files chosen for the next message. */
import { byId, element, icon } from './element.js';
import { t } from './texts.js';

const MOST = 9;
const LARGEST = 20 * 1024 * 1024;

/**
 * Makes the list of chosen files; a file left out is told of in the same list. `changed` is called after every change.
 * @param {() => void} changed
 */
export function makeAttachments(changed) {
  const list = byId('chosen');
  const input = /** @type {HTMLInputElement} */ (byId('file'));
  /** @type {File[]} */
  let chosen = [];
  /** Why files are not in the list. @type {string[]} */
  let refused = [];
  const note = (/** @type {string} */ text) => void refused.push(text);

  /** @param {File} file */
  function remove(file) {
    chosen = chosen.filter((one) => one !== file);
    show();
    byId('attach').focus();
  }
  function show() {
    list.hidden = chosen.length === 0 && refused.length === 0;
    list.replaceChildren(
      ...chosen.map((file) => row(file, () => remove(file))),
      ...refused.map((text) => element('li', { class: 'refused', role: 'alert', text })),
    );
    changed();
  }
  /** @param {readonly File[]} files */
  function add(files) {
    refused = [];
    for (const file of files) {
      if (file.size > LARGEST) note(t('file-too-big', { name: file.name }));
      else if (file.size === 0) note(t('file-empty', { name: file.name }));
      else chosen.push(file);
    }
    if (chosen.length > MOST) note(t('file-too-many'));
    chosen = chosen.slice(0, MOST);
    show();
  }

  byId('attach').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    add(Array.from(input.files ?? []));
    input.value = '';
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    add(Array.from(event.dataTransfer?.files ?? []));
  });

  return {
    add,
    count: () => chosen.length,
    /** The chosen files; the list is empty afterwards. */
    take() {
      const taken = chosen;
      chosen = [];
      refused = [];
      show();
      return taken;
    },
  };
}

/**
 * @param {File} file
 * @param {() => void} remove
 */
function row(file, remove) {
  const label = t('remove-file', { name: file.name });
  const button = element(
    'button',
    { class: 'remove', type: 'button', 'aria-label': label, onclick: remove },
    icon('close'),
  );
  const name = element('span', { class: 'name', text: file.name });
  return element('li', {}, icon('file'), name, element('span', { class: 'size', text: size(file.size) }), button);
}

/** @param {number} bytes */
function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
