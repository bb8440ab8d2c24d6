import type { Store } from '../ports.ts';
import type { Programme } from '../programme/programme.ts';
export async function loadSampleData(_s: Store, _p: Programme, _n: Date): Promise<string> { return 'nothing'; }
