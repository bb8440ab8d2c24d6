/** Uploads and albums of the suite as inbound messages. */
import type { Address } from '../../conversation/address.ts';
import type { FileRef, Inbound } from '../../ports/message.ts';
import { randomId } from '../../random-id.ts';
import { listOf, numberOf, type TurnPart, textOf } from './dialogue-rows.ts';
import { inboundOf, type Playing } from './playing.ts';
import { sampleFile } from './sample-file.ts';

const MB = 1024 * 1024;

/** The messages a turn that sends files becomes: one file each, as platforms send an album. */
export function fileInbounds(playing: Playing, person: string, seat: Address, turn: TurnPart): readonly Inbound[] {
  const refs = filesOf(turn).map((file) => fileRef(playing, file));
  const caption = textOf(turn, 'caption', 'text');
  return refs.map((ref, index) =>
    inboundOf(playing, person, seat, { files: [ref], ...(index === 0 && caption !== undefined && { said: caption }) }),
  );
}

/** One file as the suite describes it. */
interface Described {
  readonly name: string;
  readonly kind?: string;
  readonly size?: number;
}

function filesOf(turn: TurnPart): readonly Described[] {
  const list = listOf(turn, 'files', 'photos', 'items', 'names');
  if (list !== undefined) return list.map((each, index) => described(each, `photo-${index + 1}.jpg`));
  const several = numberOf(turn, 'count', 'photos', 'n_files', 'files');
  if (several !== undefined) return Array.from({ length: several }, (_, index) => ({ name: `photo-${index + 1}.jpg` }));
  return [described(turn.file ?? turn, 'file.pdf')];
}

function described(raw: unknown, otherwise: string): Described {
  if (typeof raw === 'string') return { name: raw };
  if (typeof raw !== 'object' || raw === null) return { name: otherwise };
  const part = { do: 'upload', ...raw };
  const mb = numberOf(part, 'size_mb', 'mb', 'megabytes');
  const size = numberOf(part, 'size', 'bytes', 'file_size') ?? (mb === undefined ? undefined : mb * MB);
  const kind = textOf(part, 'content', 'really', 'actual');
  return {
    name: textOf(part, 'name', 'filename', 'file_name', 'file') ?? otherwise,
    ...(kind !== undefined && { kind }),
    ...(size !== undefined && { size }),
  };
}

function fileRef(playing: Playing, { name, kind, size }: Described): FileRef {
  const bytes = sampleFile(name, kind, size);
  const id = randomId();
  playing.scene.platforms.upload(id, bytes);
  return { id, name, bytes: size ?? bytes.byteLength };
}
