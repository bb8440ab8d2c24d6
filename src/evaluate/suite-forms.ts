/** The programme a suite is played in: the product's own, with the suite's two forms in place of its own. */
import { z } from 'zod';
import { readJson, readProgramme } from '../data-files.ts';
import type { Form } from '../programme/form.ts';
import { loadForm } from '../programme/load-form.ts';
import type { Programme } from '../programme/programme.ts';

const FOLDER = 'data/evaluate';
const overlaySchema = z.object({
  base: z.string(),
  id: z.string(),
  sectors: z.array(z.string()),
  needForm: z.string(),
  applicationForm: z.string(),
  forms: z.array(z.string()),
});

/** What a suite is played with. */
export interface SuiteSetting {
  readonly programme: Programme;
  /** The suite's forms first, then the product's profile and listing forms. */
  readonly forms: readonly Form[];
}

/** Reads `data/evaluate/programme.json` over the programme it names. Throws `data` like any other file of officials. */
export function readSuiteSetting(): SuiteSetting {
  const overlay = overlaySchema.parse(readJson(`${FOLDER}/programme.json`));
  const base = readProgramme(overlay.base);
  const { needForm, applicationForm: form } = overlay;
  const tracks = {
    'key-technology': { ...base.tracks['key-technology'], applicationForm: form },
    'enterprise-demand': { ...base.tracks['enterprise-demand'], applicationForm: form },
  };
  const sectors = base.sectors.filter(({ id }) => overlay.sectors.includes(id));
  const programme = { ...base, id: overlay.id, sectors, tracks, needForm };
  const own = [base.profileForm, base.listingForm].map((name) => `data/forms/${name}.json`);
  const paths = [...overlay.forms.map((name) => `${FOLDER}/${name}.json`), ...own];
  return { programme, forms: paths.map((path) => loadForm(readJson(path), path)) };
}

/** The form a suite calls `apply`, `need` or `profile`; undefined for others. */
export function suiteForm(setting: SuiteSetting, name: string): Form | undefined {
  return setting.forms.find((form) => form.id === name);
}
